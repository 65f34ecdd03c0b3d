/** Runs one benchmark by name: `npm run bench -- version`. Each is a file here that exports `run`. */
import { readdirSync } from "node:fs";

const OWN = new Set(["main.ts"]);
const names = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith(".ts") && !OWN.has(file))
	.map((file) => file.slice(0, -".ts".length))
	.sort();
const [name, ...rest] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
	process.stderr.write(`Name a benchmark: ${names.join(", ")}\n`);
	process.exitCode = 2;
} else {
	const module: unknown = await import(`./${name}.ts`);
	if (
		typeof module !== "object" ||
		module === null ||
		!("run" in module) ||
		typeof module.run !== "function"
	) {
		throw new Error(`bench/${name}.ts exports no function run`);
	}
	await module.run(rest);
}
