/** Runs one benchmark by name: `npm run bench -- version`. Each is a file here that exports `run` and `OPTIONS`. */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";

/** An option's value as it is where it is not given, and what it is for. An option without a value is "off". */
export type Options = Readonly<Record<string, { readonly value: string; readonly what: string }>>;

interface Benchmark {
	readonly OPTIONS: Options;
	run(option: (name: string) => string): Promise<void>;
}

const OFF = "off";

function isBenchmark(module: unknown): module is Benchmark {
	return typeof module === "object" && module !== null && "run" in module && "OPTIONS" in module;
}

function usage(name: string, options: Options): string {
	const lines = Object.entries(options).map(([option, { value, what }]) => {
		const head = value === OFF ? `--${option}` : `--${option} ${value === "" ? "TEXT" : value}`;
		return `  ${head.padEnd(28)} ${what}`;
	});
	return `npm run bench -- ${name} [options]\n\n${lines.join("\n")}\n`;
}

function refuse(text: string): void {
	process.stderr.write(text);
	process.exitCode = 2;
}

const names = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith(".ts") && file !== "main.ts")
	.map((file) => file.slice(0, -".ts".length))
	.sort();
const [name, ...rest] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
	refuse(`Name a benchmark: ${names.join(", ")}. Each has --help.\n`);
} else {
	const module: unknown = await import(`./${name}.ts`);
	if (!isBenchmark(module)) throw new Error(`bench/${name}.ts exports no run and OPTIONS`);
	const { OPTIONS } = module;
	const types = Object.entries(OPTIONS).map(
		([option, { value }]) =>
			[option, { type: value === OFF ? ("boolean" as const) : ("string" as const) }] as const,
	);
	try {
		const { values } = parseArgs({
			args: rest,
			options: { ...Object.fromEntries(types), help: { type: "boolean" } },
		});
		if ("help" in values) process.stdout.write(usage(name, OPTIONS));
		else {
			await module.run((option) => {
				const value: unknown = Object.entries(values).find(([name]) => name === option)?.[1];
				if (typeof value === "string") return value;
				return value === true ? "on" : (OPTIONS[option]?.value ?? "");
			});
		}
	} catch (error) {
		if (!(error instanceof TypeError) || !("code" in error)) throw error;
		refuse(`${error.message}\n\n${usage(name, OPTIONS)}`);
	}
}
