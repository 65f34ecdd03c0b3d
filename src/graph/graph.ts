import semver from "semver";
import { schemaName } from "../catalog/consistency.js";
import type { Catalogue, Provided, Use } from "../catalog/service.js";

/** The services of a catalogue and what they use of each other: what every other question is asked of. Pure. */

export interface GraphService {
	name: string;
	/** Repository path of its folder. */
	path: string;
	owner?: string;
	provides: readonly { kind: "api" | "topic"; name: string; version: string }[];
}

export interface GraphEdge {
	/** The one that uses. */
	from: string;
	/** The one that is used: the provider of an API, the producer of a topic, the owner of a schema. */
	to: string;
	kind: "api" | "topic" | "data" | "build";
	/** The name of the API or topic, `db/schema`, or `builds-from`. */
	via: string;
	/** True where the user gets along without. */
	optional: boolean;
	/** Repository path of the file that declares the edge. */
	source: string;
	/** Repository path of what can stand in for the provider, where the user declares one. */
	double?: string;
}

/** What `sluice graph --format json` prints. */
export interface ServiceGraph {
	/** By name. */
	services: readonly GraphService[];
	/** By from, to, kind and via; none from a service to itself. */
	edges: readonly GraphEdge[];
}

/** The graph of what the manifests declare. What they name that does not exist makes no edge. */
export function graphOf(catalogue: Pick<Catalogue, "services">): ServiceGraph {
	const { services } = catalogue;
	const names = new Set(services.map(({ name }) => name));
	const providers = new Map<string, { service: string; version: string }[]>();
	const owners = new Map<string, string>();
	for (const service of services) {
		for (const each of service.provides) {
			const key = subjectKey(each);
			const list = providers.get(key) ?? [];
			providers.set(key, list);
			list.push({ service: service.name, version: each.version });
		}
		for (const data of service.data) if (data.access === "owner") owners.set(schemaName(data), service.name);
	}
	const edges = new Map<string, GraphEdge>();
	const add = (edge: GraphEdge) => {
		const key = JSON.stringify([edge.from, edge.to, edge.kind, edge.via]);
		const known = edges.get(key);
		if (edge.from === edge.to) return;
		// Declared twice, for two ranges: needed where either needs it, doubled where each has a double.
		if (known === undefined) edges.set(key, edge);
		else edges.set(key, merged(known, edge));
	};
	for (const service of services) {
		const from = service.name;
		const source = service.manifest ?? "";
		for (const use of service.uses) {
			for (const to of providersOf(use, providers)) {
				const edge: GraphEdge = { from, to, kind: use.kind, via: use.name, optional: use.optional, source };
				add(use.double === undefined ? edge : { ...edge, double: use.double });
			}
		}
		for (const data of service.data) {
			const to = owners.get(schemaName(data));
			if (to !== undefined) add({ from, to, kind: "data", via: schemaName(data), optional: false, source });
		}
		for (const to of service.buildsFrom) {
			if (names.has(to)) add({ from, to, kind: "build", via: "builds-from", optional: false, source });
		}
	}
	return {
		services: services
			.map(({ name, path, owner, provides }) => ({
				name,
				path,
				...(owner === undefined ? {} : { owner }),
				provides: provides.map(({ kind, name: of, version }) => ({ kind, name: of, version })),
			}))
			.sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
		edges: [...edges.values()].sort(
			(a, b) =>
				compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind) || compare(a.via, b.via),
		),
	};
}

/** Those whose version is in the range; where none is, which is an error elsewhere, all that provide it. */
function providersOf(
	use: Use,
	providers: ReadonlyMap<string, readonly { service: string; version: string }[]>,
): ReadonlySet<string> {
	const all = providers.get(subjectKey(use)) ?? [];
	const fitting = all.filter(({ version }) => semver.satisfies(version, use.range));
	return new Set((fitting.length > 0 ? fitting : all).map(({ service }) => service));
}

function merged(a: GraphEdge, b: GraphEdge): GraphEdge {
	const { double, ...edge } = a;
	const both = double !== undefined && b.double !== undefined;
	return { ...edge, optional: a.optional && b.optional, ...(both ? { double } : {}) };
}

function subjectKey(of: Pick<Provided, "kind" | "name">): string {
	return `${of.kind} ${of.name}`;
}

/** By code units, so that an order is the same on every machine. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Edges by one of their ends, for walks. */
export function edgesBy(graph: ServiceGraph, end: "from" | "to"): ReadonlyMap<string, readonly GraphEdge[]> {
	const map = new Map<string, GraphEdge[]>();
	for (const edge of graph.edges) {
		const list = map.get(edge[end]);
		if (list === undefined) map.set(edge[end], [edge]);
		else list.push(edge);
	}
	return map;
}
