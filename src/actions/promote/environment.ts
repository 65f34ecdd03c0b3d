import type { Environment, Settings } from "../../catalog/settings.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** The environments of `sluice.yaml`, as `from` and `to` name them. Pure. */

/** @throws UserError `unknown-environment` */
export function environmentOf(
	settings: Settings,
	name: string,
	input: "from" | "to",
	file: string,
): Environment {
	const all = settings.environments ?? [];
	const found = all.find((each) => each.name === name);
	if (found !== undefined) return found;
	const names = all.map((each) => each.name);
	throw new UserError("unknown-environment", `There is no environment ${quote(name)} (input '${input}')`, {
		input,
		hint:
			names.length === 0
				? `${file} declares no environments: add them under 'environments:'.`
				: `The environments are: ${names.join(", ")}.${didYouMean(name, names)}`,
	});
}

/**
 * Evidence that an environment requires can't be verified yet, so nothing is promoted there: to pass over the
 * requirement would be to answer it with yes.
 * @throws UserError `evidence-not-supported`
 */
export function refuseRequirements({ name, require = [] }: Environment, file: string): void {
	if (require.length === 0) return;
	throw new UserError(
		"evidence-not-supported",
		`The environment ${quote(name)} requires ${require.join(", ")}, which can't be verified yet`,
		{
			file,
			fault: "refused",
			hint: "Nothing is promoted there until it can. Promote to another environment, or take 'require' out.",
		},
	);
}
