import { compare, edgesBy, type ServiceGraph } from "./graph.js";

/** What stands in for a service in an end-to-end run. */
export interface Double {
	/** The service that is not started. */
	service: string;
	/** The one that uses it. */
	consumer: string;
	/** The API or topic. */
	via: string;
	/** Repository path of the double. */
	double: string;
}

export interface Subset {
	/** The services to start, by name. */
	real: readonly string[];
	doubles: readonly Double[];
}

/**
 * The smallest set of services that an end-to-end run needs: the required ones, and what they use, unless every
 * real consumer has a double for it. Nothing is both real and doubled, and every provider of a real service is
 * one of the two. One walk, so the set is unique: more required services never take one out. What a service is
 * built from, and the owner of a schema, need not run: the database is made by migrations. Pure.
 */
export function smallestSet(graph: ServiceGraph, required: ReadonlySet<string>): Subset {
	const outgoing = edgesBy(graph, "from");
	const real = new Set([...required].sort(compare));
	const boundary: Double[] = [];
	// A Set is walked in the order in which it grows.
	for (const consumer of real) {
		for (const edge of outgoing.get(consumer) ?? []) {
			if (edge.kind === "build" || edge.kind === "data") continue;
			if (edge.double === undefined) real.add(edge.to);
			else boundary.push({ service: edge.to, consumer, via: edge.via, double: edge.double });
		}
	}
	return {
		real: [...real].sort(compare),
		doubles: boundary
			.filter(({ service }) => !real.has(service))
			.sort(
				(a, b) => compare(a.service, b.service) || compare(a.consumer, b.consumer) || compare(a.via, b.via),
			),
	};
}
