import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEAD, Marks } from "#src/versions/marks.js";
import { type TaggedSearch, TagSearches } from "#src/versions/tag-search.js";

interface Commit {
	hash: string;
	parents: string[];
	mask: bigint;
}

/** What a walk asks after each commit, told by the definitions anew each time, from what was met until then. */
class Plain {
	readonly #searches: readonly TaggedSearch[];
	readonly #met: Commit[] = [];
	/** Tagged commits that were wanted when they were met. */
	readonly #tagged = new Set<string>();

	constructor(searches: readonly TaggedSearch[]) {
		this.#searches = searches;
	}

	#reachedFrom(start: string): Set<string> {
		const parents = new Map(this.#met.map((commit) => [commit.hash, commit.parents]));
		const reached = new Set([start]);
		for (const hash of reached) for (const parent of parents.get(hash) ?? []) reached.add(parent);
		return reached;
	}

	/** The place of a search's answer: the highest that HEAD reaches, of those that were met. */
	#best({ commits, from }: TaggedSearch, fromHead: ReadonlySet<string>): number | undefined {
		const best = commits.findIndex(
			(commit, place) => place >= from && this.#tagged.has(commit) && fromHead.has(commit),
		);
		return best < 0 ? (from < commits.length ? undefined : commits.length) : best;
	}

	enter(commit: Commit, head: string): void {
		const fromHead = this.#reachedFrom(head);
		const wanted = this.#searches.some((search) => {
			const place = search.commits.indexOf(commit.hash);
			return place >= 0 && place < (this.#best(search, fromHead) ?? search.commits.length);
		});
		this.#met.push(commit);
		if (wanted) this.#tagged.add(commit.hash);
	}

	tell(head: string, open: readonly boolean[]) {
		const fromHead = this.#reachedFrom(head);
		const met = new Set(this.#met.map(({ hash }) => hash));
		const pending = [...fromHead].filter((hash) => !met.has(hash));
		const answers = this.#searches.map((search) => {
			const best = this.#best(search, fromHead);
			const above = search.commits.slice(0, best ?? search.commits.length);
			return {
				...search,
				best,
				unmet: above.filter((commit) => !this.#tagged.has(commit)).length,
				base: best === undefined ? undefined : search.commits[best],
				wanted: search.commits.filter((each, place) => this.#tagged.has(each) && !(place > (best ?? place))),
			};
		});
		const openOf = (commits: Iterable<string>) => {
			const reaches = [...new Set(commits)].map((each) => this.#reachedFrom(each));
			return pending.filter((hash) => reaches.some((each) => !each.has(hash))).length;
		};
		const defined = answers.filter(({ best }) => best !== undefined);
		return {
			fromHead: pending.length,
			open: openOf(answers.flatMap(({ wanted }) => wanted)),
			openForBases: openOf(answers.flatMap(({ base }) => base ?? [])),
			missing: answers.length - defined.length,
			hopeless: answers.every(({ best, unmet }) => best !== undefined || unmet === 0),
			unmet: defined.reduce((sum, { unmet }) => sum + unmet, 0),
			found: answers.map(({ base }) => base),
			undecided: open.map((isOpen) =>
				answers
					.filter(({ best, unmet }) => unmet > 0 || (isOpen && (best === undefined || best > 0)))
					.map(({ name }) => name),
			),
		};
	}
}

/** A history of commits `0` to `n - 1`, of which each has parents of higher numbers, and the order of a log. */
const histories = fc.integer({ min: 1, max: 16 }).chain((count) => {
	const numbers = [...Array(count).keys()];
	return fc.record({
		parents: fc.tuple(
			...numbers.map((at) => fc.subarray(numbers.slice(at + 1), { maxLength: Math.min(3, count - at - 1) })),
		),
		// Clocks may be wrong: any order of what some start leads to.
		order: fc.shuffledSubarray(numbers, { minLength: count }),
		starts: fc.subarray(numbers),
		searches: fc.array(
			fc.record({ commits: fc.shuffledSubarray(numbers, { minLength: 1 }), from: fc.nat(count) }),
			{ minLength: 1, maxLength: 4 },
		),
		inOrder: fc.boolean(),
		// Looked at only now and then: what is counted when it is asked for must not depend on when that is.
		asks: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
	});
});

describe("marks", () => {
	it("tell after each commit what the definitions tell", () => {
		fc.assert(
			fc.property(histories, ({ parents, order, starts, searches, inOrder, asks }) => {
				const named = searches.map(({ commits, from }, at) => ({
					name: `s${at}`,
					commits: commits.map(String),
					from: Math.min(from, commits.length),
				}));
				const head = "0";
				const tags = new TagSearches(named);
				const marks = new Marks<Commit>(tags, () => undefined);
				const plain = new Plain(named);
				marks.expect(head, HEAD);
				const waiting = new Set([0, ...starts]);
				for (const start of starts) if (start !== 0) marks.expect(String(start), 0n);
				const entered = new Set<number>();
				for (let step = 0; ; step++) {
					const candidates = (inOrder ? parents.map((_, at) => at) : order).filter((at) => waiting.has(at));
					const at = candidates.find((each) => !entered.has(each));
					if (at === undefined) break;
					entered.add(at);
					const hash = String(at);
					const commit = { hash, parents: (parents[at] ?? []).map(String), mask: marks.arrives(hash) };
					marks.enter(commit);
					plain.enter(commit, head);
					for (const parent of commit.parents) marks.expect(parent, commit.mask);
					for (const parent of parents[at] ?? []) waiting.add(parent);
					if (asks[step] === false) continue;
					const told = {
						// Asked first: it counts anew what the others are.
						open: marks.open,
						openForBases: marks.openForBases,
						fromHead: marks.fromHead,
						missing: tags.missing(),
						hopeless: tags.hopeless(),
						unmet: tags.unmet(),
						found: named.map(({ name }) => tags.found(name)),
						undecided: [false, true].map((open) => tags.undecided(open)),
					};
					expect(told).toEqual(plain.tell(head, [false, true]));
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
