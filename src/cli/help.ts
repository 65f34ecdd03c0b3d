import type { ActionModule, BaseResult } from "../runner/action.js";

type AnyAction = Pick<
	ActionModule<never, never, BaseResult>,
	"name" | "description" | "inputs" | "examples" | "operands"
>;

/** `sluice --help`. Pure. */
export function generalHelp(commands: readonly { name: string; description: string }[]): string {
	const width = Math.max(...commands.map((each) => each.name.length));
	return `sluice: microservices from a commit to production

Usage: sluice <command> [--input value]... [--json]

${commands.map((each) => `  ${each.name.padEnd(width)}  ${each.description}`).join("\n")}

sluice <command> --help shows a command's flags and examples.
Exit codes: 0 yes, 1 the verdict is no, 2 the request or configuration is wrong, 3 something outside failed.
`;
}

/** `sluice <command> --help`. Pure. */
export function commandHelp(action: AnyAction): string {
	const flags = action.inputs.filter((spec) => spec.later !== true && spec.name !== action.operands);
	const width = Math.max(...flags.map((spec) => spec.name.length)) + 2;
	const line = (spec: (typeof flags)[number]) => {
		const fallback = spec.default === undefined || spec.default === "" ? "" : ` (default ${spec.default})`;
		return `  ${`--${spec.name}`.padEnd(width)}  ${spec.description}${fallback}`;
	};
	return `sluice ${action.name}: ${action.description}

Flags:
${flags.map(line).join("\n")}
  ${"--json".padEnd(width)}  Print the result as JSON.

A list is one item per line, a JSON array, or the flag said several times.

Examples:
${action.examples.map((each) => `  ${each}`).join("\n")}
`;
}
