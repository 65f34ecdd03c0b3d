import type { Catalogue, Service } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import { repositoryIn } from "../../promotion/destination.js";
import { type PromotionItem, repositoryPlace } from "../../promotion/request.js";
import type { InsecureRegistries } from "../../registry/endpoint.js";
import { parseRepository, type Repository } from "../../registry/name.js";

/** Which levels a gate's verdict on an image must cover: those that its service's manifest declares. Pure. */

/** The levels of a service, as verdicts name them: `service:level`. */
function levelsOf({ name, levels }: Pick<Service, "name" | "levels">): string[] {
	return levels.map(({ level }) => `${name}:${level}`);
}

/**
 * The levels of the service that an image is of; undefined where no manifest declares it. An item that names no
 * service is known by its repository: that of a manifest's `image`, or what becomes of it in an environment.
 */
export function declaredLevels(
	{ service, source, destination }: Pick<PromotionItem, "service" | "source" | "destination">,
	{ services, declared }: Pick<Catalogue, "services" | "declared">,
	environments: readonly Environment[],
	insecure: InsecureRegistries,
): readonly string[] | undefined {
	if (!declared) return undefined;
	const place = (repository: Repository) => repositoryPlace(repository, insecure);
	const own = new Set([place(destination), ...(source.kind === "registry" ? [place(source)] : [])]);
	const found = services.filter(({ name, image }) => {
		if (service !== undefined) return name === service;
		if (image === undefined) return false;
		const repository = parseRepository(image);
		const places = [repository, ...environments.map((each) => repositoryIn(each, repository))];
		return places.some((each) => own.has(place(each)));
	});
	return found.length === 0 ? undefined : found.flatMap(levelsOf);
}
