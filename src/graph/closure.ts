import { compare, edgesBy, type GraphEdge, type ServiceGraph } from "./graph.js";

/**
 * What a change affects: one walk from the changed services to those that use them, with the number of steps
 * and a shortest way as its explanation. Pure.
 */

/**
 * What a change of a service is, from least to most. `docs`: only ignored files. `contract`: the description of
 * an API or topic; as descriptions are not compared yet, each such change is taken for the worst, a new MAJOR.
 * `schema`: migrations of a database that others use. `none`: not changed itself, only affected.
 */
export const CHANGE_CLASSES = ["none", "docs", "internal", "contract", "schema"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** A service that is changed by itself. */
export interface Change {
	change: ChangeClass;
	/** `db/schema` of each schema whose migrations changed. */
	schemas: readonly string[];
}

/** How far a change reaches: `direct` consumers are tested again; `all` also those that use these, and so on. */
export type Depth = "direct" | "all";

export interface Affected {
	service: string;
	/** A service that is rebuilt because of what it builds from is `internal`. */
	change: ChangeClass;
	/** Steps from the nearest changed service; 0 for one that changed itself. */
	distance: number;
	/** A shortest way: the changed service first, this one last. */
	because: readonly string[];
	/** Whether its own contents, or what it is built from, changed. */
	rebuilt: boolean;
}

/** A service at a stage: `rebuilt` has new contents, `retested` is only near such a one. */
interface Step {
	service: string;
	stage: "rebuilt" | "retested";
	distance: number;
	from: Step | undefined;
}

/**
 * Every service that a set of changes affects, by name. From new contents the walk goes on to all that build
 * from them, and to the direct consumers of each; a changed schema reaches all of its users. Changes below
 * `internal` reach nobody. More changes never take a service out, nor raise its distance.
 */
export function affectedBy(
	graph: ServiceGraph,
	changes: ReadonlyMap<string, Change>,
	depth: Depth,
): readonly Affected[] {
	const incoming = edgesBy(graph, "to");
	const users = schemaUsers(graph);
	const steps = new Map<string, Step>();
	const queue: Step[] = [];
	const visit = (step: Step) => {
		const key = `${step.stage} ${step.service}`;
		if (steps.has(key)) return;
		steps.set(key, step);
		queue.push(step);
	};
	for (const service of [...changes.keys()].sort(compare)) {
		if (isEffective(changes.get(service))) visit({ service, stage: "rebuilt", distance: 0, from: undefined });
	}
	// The queue is walked while it grows.
	for (const at of queue) {
		const next = (service: string, stage: Step["stage"]) =>
			visit({ service, stage, distance: at.distance + 1, from: at });
		for (const edge of incoming.get(at.service) ?? []) {
			const stage = stageAfter(at, edge, depth);
			if (stage !== undefined) next(edge.from, stage);
		}
		if (at.distance > 0) continue;
		for (const schema of changes.get(at.service)?.schemas ?? []) {
			for (const user of users.get(schema) ?? []) if (user !== at.service) next(user, "retested");
		}
	}
	return collect(steps, changes);
}

function isEffective(change: Change | undefined): boolean {
	return change !== undefined && change.change !== "none" && change.change !== "docs";
}

function stageAfter(at: Step, edge: GraphEdge, depth: Depth): Step["stage"] | undefined {
	if (edge.kind === "data") return undefined;
	if (at.stage === "rebuilt") return edge.kind === "build" ? "rebuilt" : "retested";
	return depth === "all" ? "retested" : undefined;
}

/** The owner and all others of each schema. */
function schemaUsers(graph: ServiceGraph): ReadonlyMap<string, ReadonlySet<string>> {
	const users = new Map<string, Set<string>>();
	for (const { kind, via, from, to } of graph.edges) {
		if (kind !== "data") continue;
		const known = users.get(via) ?? new Set();
		users.set(via, known.add(to).add(from));
	}
	return users;
}

function collect(steps: ReadonlyMap<string, Step>, changes: ReadonlyMap<string, Change>): Affected[] {
	const nearest = new Map<string, Step>();
	const rebuilt = new Set<string>();
	for (const step of steps.values()) {
		if (step.stage === "rebuilt") rebuilt.add(step.service);
		const known = nearest.get(step.service);
		if (known === undefined || step.distance < known.distance) nearest.set(step.service, step);
	}
	return [...nearest.values()]
		.sort((a, b) => compare(a.service, b.service))
		.map((step) => ({
			service: step.service,
			change: ownChange(changes.get(step.service), rebuilt.has(step.service)),
			distance: step.distance,
			because: way(step),
			rebuilt: rebuilt.has(step.service),
		}));
}

function ownChange(change: Change | undefined, rebuilt: boolean): ChangeClass {
	if (isEffective(change)) return change?.change ?? "none";
	return rebuilt ? "internal" : (change?.change ?? "none");
}

function way(step: Step): string[] {
	const names: string[] = [];
	for (let at: Step | undefined = step; at !== undefined; at = at.from) names.unshift(at.service);
	return names;
}
