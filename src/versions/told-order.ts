interface Related {
	hash: string;
	parents: readonly string[];
}

/**
 * The places of commits where none stands before a child of its own. A log follows the dates, so that after clocks
 * that ran wrong it tells a parent before its child: then the child is taken forward, and all else stays.
 */
export function toldOrder(log: Iterable<Related>): ReadonlyMap<string, number> {
	const commits = [...log];
	const children = new Map<string, string[]>();
	for (const { hash, parents } of commits) {
		for (const parent of parents) {
			const known = children.get(parent);
			if (known === undefined) children.set(parent, [hash]);
			else known.push(hash);
		}
	}
	const places = new Map<string, number>();
	for (const { hash } of commits) {
		const stack = [hash];
		for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
			// Each child is looked at once: it stands before the next is looked for.
			const child = children.get(top)?.pop();
			if (child !== undefined) {
				if (!places.has(child)) stack.push(child);
				continue;
			}
			if (!places.has(top)) places.set(top, places.size);
			stack.pop();
		}
	}
	return places;
}
