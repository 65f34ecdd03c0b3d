/** `npm run bench -- NAME [arguments]` runs bench/NAME.ts; without a name it lists what there is. */
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith(".ts") && file !== "main.ts")
	.map((file) => file.slice(0, -3))
	.sort();
const [name = "", ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
	console.error(`usage: npm run bench -- NAME [arguments]\nnames: ${names.join(", ")}`);
	process.exit(2);
}
const module = (await import(`./${name}.ts`)) as { run(args: string[]): Promise<void> };
await module.run(rest);
