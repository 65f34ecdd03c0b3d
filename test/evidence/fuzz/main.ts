import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

/** `npm run fuzz -- [--seconds 600] [--seed N] [--folder test/fixtures/reports]`: longer than CI does. */

const { values } = parseArgs({
	options: { seconds: { type: "string" }, seed: { type: "string" }, folder: { type: "string" } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const seconds = Number(values.seconds ?? 60);
console.log(`seed ${seed}, ${seconds} s`);
const result = await fuzz({ folder: values.folder ?? "test/fixtures/reports", seed, seconds });
console.log(
	`${result.formats.length} formats (${result.formats.join(", ")}); ${result.truncations} truncations; ` +
		`${result.mutations} mutations: ${result.refused} refused, ${result.read} read; ${result.defects.length} defects`,
);
const folder = result.defects.length === 0 ? "" : mkdtempSync(join(tmpdir(), "sluice-fuzz-"));
for (const [index, defect] of result.defects.entries()) {
	console.error(`\n${defect.what}:\n${defect.message.slice(0, 2000)}`);
	if (defect.input === undefined) continue;
	const file = join(folder, `${index}.input`);
	writeFileSync(file, defect.input);
	console.error(`kept as ${file}`);
}
process.exitCode = result.defects.length > 0 || result.formats.length === 0 ? 1 : 0;
