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
