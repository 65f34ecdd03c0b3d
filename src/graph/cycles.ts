import { compare, edgesBy, type GraphEdge, type ServiceGraph } from "./graph.js";

/**
 * Services that use each other in a circle, each group by name: the strongly connected components of more than
 * one service (Tarjan, without recursion: chains may be long). They are allowed, and start together. Pure.
 */
export function cyclesOf(
	graph: ServiceGraph,
	kinds: ReadonlySet<GraphEdge["kind"]> = new Set(["api", "topic", "data", "build"]),
): readonly (readonly string[])[] {
	const outgoing = edgesBy(graph, "from");
	const index = new Map<string, number>();
	const low = new Map<string, number>();
	const stack: string[] = [];
	const onStack = new Set<string>();
	const cycles: string[][] = [];
	const lower = (name: string, value: number) => void low.set(name, Math.min(low.get(name) ?? value, value));

	for (const { name: start } of graph.services) {
		const work: { name: string; next: number }[] = [];
		const enter = (name: string) => {
			index.set(name, index.size);
			lower(name, index.size - 1);
			stack.push(name);
			onStack.add(name);
			work.push({ name, next: 0 });
		};
		if (!index.has(start)) enter(start);
		for (let at = work.at(-1); at !== undefined; at = work.at(-1)) {
			const edge = outgoing.get(at.name)?.[at.next++];
			if (edge !== undefined) {
				if (!kinds.has(edge.kind)) continue;
				if (!index.has(edge.to)) enter(edge.to);
				else if (onStack.has(edge.to)) lower(at.name, index.get(edge.to) ?? 0);
				continue;
			}
			work.pop();
			const parent = work.at(-1);
			if (parent !== undefined) lower(parent.name, low.get(at.name) ?? 0);
			if (low.get(at.name) !== index.get(at.name)) continue;
			const group = stack.splice(stack.lastIndexOf(at.name));
			for (const name of group) onStack.delete(name);
			if (group.length > 1) cycles.push(group.sort(compare));
		}
	}
	return cycles.sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
}
