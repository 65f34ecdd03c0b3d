/** Who descends from whom among some commits, told by their parents alone: clocks differ, parents don't. */
export interface Ancestry {
	/** Whether `descendant` reaches `ancestor`; false for a commit and itself, and for those that are not known. */
	isAncestor(ancestor: string, descendant: string): boolean;
	/** Compares two commits so that ancestors come before their descendants. The same in every clone. */
	compare(a: string, b: string): number;
}

interface Related {
	hash: string;
	parents: readonly string[];
}

/**
 * The ancestry among the commits of a range. Of parallel ones, those that a merge brought come after those of the
 * line that they were merged into.
 */
export function ancestryOf(range: readonly Related[]): Ancestry {
	const index = new Map(range.map((commit) => [commit.hash, commit]));
	const rank = ranks(range, index);
	const rankOf = (hash: string) => rank.get(hash) ?? -1;
	return {
		compare: (a, b) => rankOf(a) - rankOf(b),
		isAncestor: (ancestor, descendant) => {
			const least = rank.get(ancestor);
			if (least === undefined) return false;
			const seen = new Set<string>();
			const stack = [descendant];
			for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
				for (const parent of index.get(hash)?.parents ?? []) {
					if (parent === ancestor) return true;
					// Whatever has a lower rank can't reach it.
					if (rankOf(parent) <= least || seen.has(parent)) continue;
					seen.add(parent);
					stack.push(parent);
				}
			}
			return false;
		},
	};
}

/** The ancestry as the order of a log tells it (newest first), where the commits between are not known. */
export function ancestryByOrder(log: readonly Related[]): Ancestry {
	const rank = new Map(log.map(({ hash }, at) => [hash, log.length - at]));
	const compare = (a: string, b: string) => (rank.get(a) ?? -1) - (rank.get(b) ?? -1);
	return {
		compare,
		isAncestor: (ancestor, descendant) => rank.has(ancestor) && compare(ancestor, descendant) < 0,
	};
}

/** Of `commits` those from which no other of them descends. */
export function newestOf<Commit extends { commit: string }>(
	commits: readonly Commit[],
	ancestry: Ancestry,
): Commit[] {
	return commits.filter((each) => !commits.some((other) => ancestry.isAncestor(each.commit, other.commit)));
}

/** Places in an order in which every commit comes after its parents, and a first parent's line before the others. */
function ranks(range: readonly Related[], index: ReadonlyMap<string, Related>): ReadonlyMap<string, number> {
	const parents = new Set(range.flatMap((commit) => commit.parents));
	const rank = new Map<string, number>();
	const entered = new Set<string>();
	// Where there are several ends, their hashes decide: a log's order would follow the clocks.
	const ends = range.filter(({ hash }) => !parents.has(hash)).map(({ hash }) => hash);
	for (const end of ends.sort()) {
		const stack = [{ hash: end, next: 0 }];
		entered.add(end);
		for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
			const parent = index.get(top.hash)?.parents[top.next++];
			if (parent === undefined) {
				rank.set(top.hash, rank.size);
				stack.pop();
			} else if (index.has(parent) && !entered.has(parent)) {
				entered.add(parent);
				stack.push({ hash: parent, next: 0 });
			}
		}
	}
	return rank;
}
