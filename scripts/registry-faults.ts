/** Writes docs/registry-faults.md, the outcome of every fault at every request of a copy. Build first. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { faultTable } from "../test/registry/fault-table.ts";

const { text, wrong, copies } = await faultTable();
for (const each of wrong) process.stderr.write(`${each}\n`);
process.stdout.write(`${copies} copies, ${wrong.length} faults of ours\n`);
if (wrong.length > 0) process.exitCode = 1;
else writeFileSync(join(import.meta.dirname, "../docs/registry-faults.md"), text);
