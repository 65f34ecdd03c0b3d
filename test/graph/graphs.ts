import fc from "fast-check";
import type { Change } from "#src/graph/closure.js";
import type { GraphEdge, ServiceGraph } from "#src/graph/graph.js";

/** Graphs and changes for properties: eight services, edges of every kind, circles included. */

const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

export const anyName = fc.constantFrom(...NAMES);

export const anyEdge: fc.Arbitrary<GraphEdge> = fc
	.record({
		from: anyName,
		to: anyName,
		kind: fc.constantFrom("api", "topic", "data", "build"),
		optional: fc.boolean(),
		double: fc.option(fc.constant("double.yaml"), { nil: undefined }),
	})
	.filter(({ from, to }) => from !== to)
	.map(({ double, ...edge }) => ({
		...edge,
		via: edge.kind === "data" ? `db/${edge.to}` : `${edge.to}-${edge.kind}`,
		source: `${edge.from}/sluice.service.yaml`,
		...(double === undefined || edge.kind === "data" || edge.kind === "build" ? {} : { double }),
	}));

export const anyEdges = fc.uniqueArray(anyEdge, {
	selector: ({ from, to, kind }) => `${from}${to}${kind}`,
	maxLength: 25,
});

export function graphFrom(edges: readonly GraphEdge[]): ServiceGraph {
	return { services: NAMES.map((name) => ({ name, path: name, provides: [] })), edges };
}

export const anyGraph = anyEdges.map(graphFrom);

export const anyChanges: fc.Arbitrary<Map<string, Change>> = fc
	.dictionary(
		anyName,
		fc.record({
			change: fc.constantFrom("none", "docs", "internal", "contract", "schema"),
			schemas: fc.uniqueArray(
				anyName.map((name) => `db/${name}`),
				{ maxLength: 2 },
			),
		}),
	)
	.map((changes) => new Map(Object.entries(changes)));

export function edge(
	from: string,
	to: string,
	kind: GraphEdge["kind"] = "api",
	more: Partial<GraphEdge> = {},
): GraphEdge {
	return { from, to, kind, via: `${to}-${kind}`, optional: false, source: "m", ...more };
}
