import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { affectedBy, type Change } from "#src/graph/closure.js";
import { smallestSet } from "#src/graph/subset.js";
import { anyChanges, anyEdge, anyEdges, anyGraph, anyName, edge, graphFrom } from "./graphs.ts";

const internal: Change = { change: "internal", schemas: [] };
const changed = (...names: string[]) => new Map(names.map((name) => [name, internal]));

/** `b 2 a>c>b` for b at distance 2. */
function affected(...args: Parameters<typeof affectedBy>): string[] {
	return affectedBy(...args).map(
		({ service, change, distance, because }) => `${service} ${change} ${distance} ${because.join(">")}`,
	);
}

describe("affectedBy", () => {
	// d uses c, c uses b, b uses a; e is built from a, f uses e.
	const chain = graphFrom([
		edge("b", "a"),
		edge("c", "b", "topic"),
		edge("d", "c"),
		edge("e", "a", "build"),
		edge("f", "e"),
	]);

	it("reaches direct consumers, and all that builds from it with their consumers", () => {
		expect(affected(chain, changed("a"), "direct")).toEqual([
			"a internal 0 a",
			"b none 1 a>b",
			"e internal 1 a>e",
			"f none 2 a>e>f",
		]);
	});

	it("goes on to the end with depth all", () => {
		expect(affected(chain, changed("a"), "all")).toEqual([
			"a internal 0 a",
			"b none 1 a>b",
			"c none 2 a>b>c",
			"d none 3 a>b>c>d",
			"e internal 1 a>e",
			"f none 2 a>e>f",
		]);
	});

	it("reaches every user of a changed schema, the owner too, and not by other changes", () => {
		const graph = graphFrom([
			edge("b", "a", "data", { via: "db/s" }),
			edge("c", "a", "data", { via: "db/s" }),
			edge("d", "a", "data", { via: "db/t" }),
			edge("e", "b"),
		]);
		const schema = (name: string) => new Map([[name, { change: "schema" as const, schemas: ["db/s"] }]]);
		expect(affected(graph, schema("a"), "direct")).toEqual(["a schema 0 a", "b none 1 a>b", "c none 1 a>c"]);
		expect(affected(graph, schema("c"), "direct")).toEqual(["a none 1 c>a", "b none 1 c>b", "c schema 0 c"]);
		expect(affected(graph, changed("a"), "all")).toEqual(["a internal 0 a"]);
	});

	it("stays with ignored files, and keeps their class where something else reaches the service", () => {
		const graph = graphFrom([edge("b", "a")]);
		expect(affected(graph, new Map([["a", { change: "docs", schemas: [] }]]), "all")).toEqual([]);
		expect(
			affected(
				graph,
				new Map([
					["a", internal],
					["b", { change: "docs" as const, schemas: [] }],
				]),
				"direct",
			),
		).toEqual(["a internal 0 a", "b docs 1 a>b"]);
	});

	it("ends in circles", () => {
		const circle = graphFrom([
			edge("a", "b"),
			edge("b", "a", "build"),
			edge("c", "a", "build"),
			edge("b", "c"),
		]);
		expect(affected(circle, changed("a"), "all").map((each) => each.split(" ")[0])).toEqual(["a", "b", "c"]);
	});

	it("never loses a service, nor raises a distance, by more changes or more edges", () => {
		fc.assert(
			fc.property(
				anyEdges,
				anyChanges,
				anyName,
				anyEdge,
				fc.constantFrom("direct", "all"),
				(edges, changes, more, other, depth) => {
					const before = affectedBy(graphFrom(edges), changes, depth);
					const raised = new Map(changes).set(more, {
						change: "internal",
						schemas: changes.get(more)?.schemas ?? [],
					});
					for (const after of [
						affectedBy(graphFrom(edges), raised, depth),
						affectedBy(graphFrom([...edges, other]), changes, depth),
					]) {
						const found = new Map(after.map((each) => [each.service, each]));
						for (const each of before)
							expect(found.get(each.service)?.distance).toBeLessThanOrEqual(each.distance);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});

	it("does not depend on the order of edges and changes, and says the same twice", () => {
		fc.assert(
			fc.property(anyEdges, anyChanges, (edges, changes) => {
				const sorted = (list: typeof edges) =>
					list.toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
				const names = (each: ReturnType<typeof affectedBy>) =>
					each.map(({ service, change, distance, rebuilt }) => ({ service, change, distance, rebuilt }));
				const graph = graphFrom(sorted(edges));
				const once = affectedBy(graph, changes, "direct");
				expect(affectedBy(graph, new Map([...changes].reverse()), "direct")).toEqual(once);
				expect(names(affectedBy(graphFrom(edges.toReversed()), changes, "direct"))).toEqual(names(once));
			}),
		);
	});

	it("is closed: what is affected by all affected ones with depth all is the same set", () => {
		fc.assert(
			fc.property(anyEdges, anyChanges, (edges, changes) => {
				const noData = graphFrom(edges.filter(({ kind }) => kind !== "data"));
				const once = affectedBy(noData, changes, "all").map(({ service }) => service);
				expect(affectedBy(noData, changed(...once), "all").map(({ service }) => service)).toEqual(once);
			}),
		);
	});

	it("explains every service by a way of edges that is as long as its distance", () => {
		fc.assert(
			fc.property(anyGraph, anyChanges, fc.constantFrom("direct", "all"), (graph, changes, depth) => {
				for (const { service, because, distance } of affectedBy(graph, changes, depth)) {
					expect(because).toHaveLength(distance + 1);
					expect(because.at(-1)).toBe(service);
					expect(changes.has(because[0] ?? "")).toBe(true);
					for (const [index, to] of because.slice(0, -1).entries()) {
						const from = because[index + 1];
						const near = graph.edges.some(
							(each) => (each.from === from && each.to === to) || each.kind === "data",
						);
						expect(near).toBe(true);
					}
				}
			}),
		);
	});

	it("walks 5,000 services and 20,000 edges a hundred times in seconds", () => {
		const edges = Array.from({ length: 20_000 }, (_, index) =>
			edge(`s${(index * 7919) % 5000}`, `s${(index * 104_729) % 5000}`, index % 5 === 0 ? "build" : "api"),
		).filter(({ from, to }) => from !== to);
		const graph = { services: [], edges };
		const start = performance.now();
		for (let round = 0; round < 100; round++) affectedBy(graph, changed(`s${round}`), "all");
		expect(performance.now() - start).toBeLessThan(20_000);
	});
});

describe("smallestSet", () => {
	const double = { double: "d.yaml" };

	it("stops at doubles and goes on through what has none", () => {
		const graph = graphFrom([
			edge("a", "b", "api", double),
			edge("b", "c"),
			edge("a", "d"),
			edge("d", "e", "topic", double),
			edge("d", "f", "build"),
			edge("d", "g", "data"),
		]);
		expect(smallestSet(graph, new Set(["a"]))).toEqual({
			real: ["a", "d"],
			doubles: [
				{ service: "b", consumer: "a", via: "b-api", double: "d.yaml" },
				{ service: "e", consumer: "d", via: "e-topic", double: "d.yaml" },
			],
		});
	});

	it("has nothing both real and doubled: a changed provider, or one that another needs, is real", () => {
		const graph = graphFrom([edge("a", "b", "api", double), edge("c", "b")]);
		expect(smallestSet(graph, new Set(["a", "b"]))).toEqual({ real: ["a", "b"], doubles: [] });
		expect(smallestSet(graph, new Set(["a", "c"]))).toEqual({ real: ["a", "b", "c"], doubles: [] });
	});

	it("is closed, monotone and idempotent", () => {
		fc.assert(
			fc.property(anyGraph, fc.uniqueArray(anyName), anyName, (graph, required, more) => {
				const { real, doubles } = smallestSet(graph, new Set(required));
				const stood = new Set(doubles.map(({ service }) => service));
				for (const name of required) expect(real).toContain(name);
				for (const each of stood) expect(real).not.toContain(each);
				for (const each of graph.edges) {
					if (real.includes(each.from) && (each.kind === "api" || each.kind === "topic"))
						expect(real.includes(each.to) || stood.has(each.to)).toBe(true);
				}
				expect(smallestSet(graph, new Set(real)).real).toEqual(real);
				const larger = smallestSet(graph, new Set([...required, more])).real;
				for (const name of real) expect(larger).toContain(name);
			}),
			{ numRuns: 1000 },
		);
	});
});
