import { formatRequirement, parseRequirements, type Requirement } from "../../attest/requirement.js";
import type { Environment, Settings } from "../../catalog/settings.js";
import { repositoryIn } from "../../promotion/destination.js";
import { repositoryPlace } from "../../promotion/request.js";
import type { InsecureRegistries } from "../../registry/endpoint.js";
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
 * Refuses two environments that are one place, however its name is written: nothing would be promoted.
 * @throws UserError `from-is-to`
 */
export function checkPlaces(
	from: Environment,
	to: Environment,
	{ insecure, file }: { insecure: InsecureRegistries; file: string },
): void {
	const [source, destination] = [from, to].map((environment) =>
		repositoryPlace(repositoryIn(environment, { registry: "", repository: "image" }), insecure),
	);
	if (source !== destination) return;
	const same = `${quote(from.name)} and ${quote(to.name)} are one registry, ${from.registry}`;
	throw new UserError(
		"from-is-to",
		`The environments ${same}${from.registry === to.registry ? "" : ` (or ${to.registry})`}`,
		{
			file,
			hint: "Give one of them another registry or path. To set other tags in the same place, name them in 'tags'.",
		},
	);
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
