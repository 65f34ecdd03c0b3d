import { formatRequirement, parseRequirements, type Requirement } from "../../attest/requirement.js";
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
 * What the sources must carry: what is asked for, and what the environment requires.
 * @throws UserError `invalid-require`
 */
export function requirementsOf(
	asked: readonly Requirement[],
	to: Environment | undefined,
	file: string,
): readonly Requirement[] {
	const own = parseRequirements(to?.require ?? [], { file });
	const all = new Map([...asked, ...own].map((each) => [formatRequirement(each), each]));
	return [...all.values()];
}
