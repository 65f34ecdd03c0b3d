import type { Catalogue } from "../catalog/service.js";

/** Names under which tests reach what is ours: services of the catalogue, and what a double stands in for. */
export function ownHosts(catalogue: Catalogue): ReadonlySet<string> {
	const names = catalogue.services.flatMap((service) => [
		service.name,
		...service.uses.flatMap((use) => (use.double === undefined ? [] : [use.name])),
		...service.provides.map((each) => each.name),
	]);
	return new Set(names.map((name) => name.toLowerCase()));
}
