import { formatRequirement, parseRequirements, type Requirement } from "../../attest/requirement.js";
import type { Environment } from "../../catalog/settings.js";
import { repositoryIn } from "../../promotion/destination.js";
import { type PromotionItem, repositoryPlace } from "../../promotion/request.js";
import type { InsecureRegistries } from "../../registry/endpoint.js";
import { formatReference, isLayout, type Repository } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";

/** Which environment a destination lies in, by the spelling of its name. Pure. */

/**
 * Refuses a destination outside of the environment `to`: a record would say that it passed through there, and
 * whoever requires that record would believe it.
 * @throws UserError `destination-outside`
 */
export function checkInside(
	items: readonly Pick<PromotionItem, "destination">[],
	to: Environment | undefined,
	insecure: InsecureRegistries,
): void {
	if (to === undefined) return;
	const outside = items.find(({ destination }) => !isInside(destination, to, insecure));
	if (outside === undefined) return;
	throw new UserError(
		"destination-outside",
		`The destination ${formatReference(outside.destination)} is not in the environment ${quote(to.name)}, whose registry is ${to.registry}`,
		{
			input: "images",
			hint: `Write a destination below ${to.registry}, or none; or leave 'to' out: then no record says that it went to ${quote(to.name)}.`,
		},
	);
}

/**
 * Refuses a destination in an environment other than `to` that requires what is not asked for: writing its registry
 * out must not be a way around what it requires. Where the place of one environment lies in that of another, the
 * inner one counts.
 * @throws UserError `environment-bypassed`, `invalid-require`
 */
export function checkRequired(
	items: readonly Pick<PromotionItem, "destination">[],
	{ to, environments, asked, insecure, file }: RequiredPlaces,
): void {
	const known = new Set(asked.map(formatRequirement));
	for (const { destination } of items) {
		const places = innermost(destination, environments, insecure);
		if (places.some(({ name }) => name === to?.name)) continue;
		for (const { name, registry, require } of places) {
			const missing = parseRequirements(require ?? [], { file })
				.map(formatRequirement)
				.filter((each) => !known.has(each));
			if (missing.length === 0) continue;
			const wanted = missing.join(", ");
			throw new UserError(
				"environment-bypassed",
				`The destination ${formatReference(destination)} is in the environment ${quote(name)} (${registry}), which requires ${wanted}`,
				{
					input: to === undefined ? "images" : "to",
					hint: `Pass 'to: ${name}', which asks for it and records the promotion, or add to 'require': ${wanted}.`,
				},
			);
		}
	}
}

interface RequiredPlaces {
	to: Environment | undefined;
	/** All that are declared. */
	environments: readonly Environment[];
	/** By the inputs and by `to`. */
	asked: readonly Requirement[];
	insecure: InsecureRegistries;
	/** Where the environments are declared. */
	file: string;
}

/** The environments that a destination lies in, without those around another of them. */
function innermost(
	destination: Repository,
	environments: readonly Environment[],
	insecure: InsecureRegistries,
): Environment[] {
	const around = environments.filter((each) => isInside(destination, each, insecure));
	const length = (each: Environment) => placeOf(each, insecure)?.length ?? 0;
	const longest = Math.max(...around.map(length));
	return around.filter((each) => length(each) === longest);
}

function isInside(destination: Repository, environment: Environment, insecure: InsecureRegistries): boolean {
	const place = placeOf(environment, insecure);
	return (
		place !== undefined && !isLayout(destination) && repositoryPlace(destination, insecure).startsWith(place)
	);
}

/** What the names of an environment's images begin with; undefined: its registry can't be read, so it holds none. */
function placeOf(environment: Environment, insecure: InsecureRegistries): string | undefined {
	// Of two segments: Docker Hub reads a name of one as an image of its library.
	const image = "shop/cart";
	try {
		const inside = repositoryIn(environment, { registry: "", repository: `acme/${image}` });
		return repositoryPlace(inside, insecure).slice(0, -image.length);
	} catch (thrown) {
		if (thrown instanceof UserError) return undefined;
		throw thrown;
	}
}
