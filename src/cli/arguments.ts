import { UserError } from "../runner/errors.js";
import { didYouMean, type InputSpec } from "../runner/inputs.js";

/** A call of `sluice <command>` after its name. */
export interface Arguments {
	values: Map<string, string>;
	json: boolean;
	help: boolean;
}

/**
 * `--name value`, `--name=value`, and `--name` alone for true. An input that may be said several times is a
 * list: its values become lines. What is no flag goes to the input `operands`, as a JSON array since names of
 * files may hold anything; after `--` nothing is a flag. Pure.
 */
export function parseArguments(
	args: readonly string[],
	inputs: readonly InputSpec[],
	operands?: string,
): Arguments {
	const names = new Set(inputs.map((spec) => spec.name).filter((name) => name !== operands));
	const parsed: Arguments = { values: new Map(), json: false, help: false };
	const bare: string[] = [];
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? "";
		if (argument === "--" && operands !== undefined) {
			bare.push(...args.slice(index + 1));
			break;
		}
		if (argument === "-h" || argument === "--help") parsed.help = true;
		else if (argument === "--json") parsed.json = true;
		else if (argument.startsWith("--")) index += takeFlag(argument, args[index + 1], names, parsed);
		else if (operands !== undefined) bare.push(argument);
		else {
			throw new UserError("argument-unexpected", `Unexpected argument ${JSON.stringify(argument)}`, {
				hint: "Inputs are flags: --name value.",
			});
		}
	}
	if (operands !== undefined && bare.length > 0) parsed.values.set(operands, JSON.stringify(bare));
	return parsed;
}

function takeFlag(
	argument: string,
	next: string | undefined,
	names: ReadonlySet<string>,
	parsed: Arguments,
): 0 | 1 {
	const equals = argument.indexOf("=");
	const name = argument.slice(2, equals < 0 ? undefined : equals);
	if (!names.has(name)) {
		throw new UserError("flag-unknown", `There is no flag --${name}`, {
			hint: `See --help.${didYouMean(name, names)}`,
		});
	}
	// A key in PEM begins with five dashes and is a value: taken for a flag it would be printed in an error.
	const separate = equals < 0 && next !== undefined && (!next.startsWith("--") || next.startsWith("---"));
	const value = equals >= 0 ? argument.slice(equals + 1) : separate ? next : "true";
	const before = parsed.values.get(name);
	parsed.values.set(name, before === undefined ? value : `${before}\n${value}`);
	return separate ? 1 : 0;
}
