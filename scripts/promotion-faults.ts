/**
 * Writes docs/promotion-faults.md, the end of a promotion for every fault and signal at every request. It takes some
 * minutes and shows each row as it is done. Build first.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { faultDocument, promotionFaults } from "../test/promotion/fault-table.ts";

const faults = await promotionFaults({ progress: (line) => void process.stdout.write(`${line}\n`) });
for (const each of faults.wrong) process.stderr.write(`${each}\n`);
process.stdout.write(`${faults.promotions} promotions, ${faults.wrong.length} faults of ours\n`);
if (faults.wrong.length > 0) process.exitCode = 1;
else writeFileSync(join(import.meta.dirname, "../docs/promotion-faults.md"), faultDocument(faults));
