/** A question for the highest of some tagged commits that HEAD reaches. */
export interface TaggedSearch {
	name: string;
	/** Commits from the highest tag to the lowest. */
	commits: readonly string[];
	/** Where the answer may begin: of what stands before it is only told whether HEAD reaches it. */
	from: number;
}

interface State extends TaggedSearch {
	/** The place of the answer, as far as it is known; beyond the end where none is asked for. */
	best: number | undefined;
	/** How many places before the answer, or of all where there is none, the walk has not met. */
	unmet: number;
}

interface Place {
	search: State;
	place: number;
	next: Place | undefined;
}

/** The searches of a walk, and which tagged commits matter to them still. */
export class TagSearches {
	readonly #searches: readonly State[];
	/** Nearly every commit is in one search only, so the others follow it in a list. */
	readonly #byCommit = new Map<string, Place>();
	readonly #met = new Set<string>();
	/** In how many searches a commit is the answer, or is met and above it. */
	readonly #wanted = new Map<string, number>();
	/** In how many it is the answer. */
	readonly #bases = new Map<string, number>();
	#changed = new Set<string>();
	#missing: number;
	/** Searches without an answer of which some tags were not met. */
	#hopeful: number;
	#unmet = 0;

	constructor(searches: readonly TaggedSearch[]) {
		this.#searches = searches.map((search) => {
			const { length } = search.commits;
			return { ...search, best: search.from < length ? undefined : length, unmet: length };
		});
		const open = this.#searches.filter(({ best }) => best === undefined);
		this.#missing = open.length;
		this.#hopeful = open.length;
		for (const { best, unmet } of this.#searches) if (best !== undefined) this.#unmet += unmet;
		for (const search of this.#searches) {
			for (const [place, commit] of search.commits.entries()) {
				this.#byCommit.set(commit, { search, place, next: this.#byCommit.get(commit) });
			}
		}
	}

	/** Whether a commit would be a better answer of some search than the one that is known. */
	isWanted(commit: string): boolean {
		for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next)
			if (at.place < limit(at.search)) return true;
		return false;
	}

	/** The walk has come to the commit, from HEAD or from another line. */
	met(commit: string): void {
		if (this.#met.has(commit)) return;
		this.#met.add(commit);
		for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
			const { search, place } = at;
			if (place >= limit(search)) continue;
			search.unmet--;
			if (search.best !== undefined) this.#unmet--;
			else if (search.unmet === 0) this.#hopeful--;
			this.#count(this.#wanted, commit, 1);
		}
	}

	/** HEAD reaches the commit, which was met. Answers only rise: what falls out is looked at once. */
	reached(commit: string): void {
		for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
			const { search, place } = at;
			const before = limit(search);
			if (place < search.from || place >= before) continue;
			if (search.best !== undefined) this.#unmet -= search.unmet;
			else {
				this.#missing--;
				if (search.unmet > 0) this.#hopeful--;
			}
			for (let lower = place + 1; lower <= before; lower++) {
				const out = search.commits[lower];
				if (out === undefined) continue;
				if (this.#met.has(out)) this.#count(this.#wanted, out, -1);
				else search.unmet--;
			}
			const base = search.commits[before];
			if (base !== undefined) this.#count(this.#bases, base, -1);
			this.#count(this.#bases, commit, 1);
			search.best = place;
			this.#unmet += search.unmet;
		}
	}

	#count(counts: Map<string, number>, commit: string, by: 1 | -1): void {
		counts.set(commit, (counts.get(commit) ?? 0) + by);
		this.#changed.add(commit);
	}

	/**
	 * The commits of which it may have changed since the last call whether they matter still: as an answer so far
	 * (`base`), or as one or as a met tag above one (`wanted`).
	 */
	*changes(): Generator<{ commit: string; wanted: boolean; base: boolean }> {
		const changed = this.#changed;
		this.#changed = new Set();
		for (const commit of changed)
			yield {
				commit,
				wanted: (this.#wanted.get(commit) ?? 0) > 0,
				base: (this.#bases.get(commit) ?? 0) > 0,
			};
	}

	/** How many searches have no answer yet. */
	missing(): number {
		return this.#missing;
	}

	/** Whether every tag of those without an answer was met, all on other lines. */
	hopeless(): boolean {
		return this.#hopeful === 0;
	}

	/** How many tags above the known answers were not met. */
	unmet(): number {
		return this.#unmet;
	}

	/** Searches without an answer, or with tags above it that were not met; all with tags above where `open`. */
	undecided(open: boolean): string[] {
		return this.#searches
			.filter(({ best, unmet }) => unmet > 0 || (open && best !== 0))
			.map(({ name }) => name);
	}

	found(name: string): string | undefined {
		const search = this.#searches.find((each) => each.name === name);
		return search?.best === undefined ? undefined : search.commits[search.best];
	}
}

function limit(search: State): number {
	return search.best ?? search.commits.length;
}
