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
	/** Places before the answer that the walk has not met. */
	unmet: Set<number>;
	/** Places that the walk has met, as long as they are no worse than the answer. */
	met: number[];
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
	#missing: number;
	#unmet = 0;

	constructor(searches: readonly TaggedSearch[]) {
		this.#searches = searches.map((search) => {
			const { length } = search.commits;
			return search.from < length
				? { ...search, best: undefined, unmet: new Set(), met: [] }
				: { ...search, best: length, unmet: new Set(search.commits.keys()), met: [] };
		});
		this.#missing = this.#searches.filter(({ best }) => best === undefined).length;
		this.#unmet = this.#searches.reduce((sum, { unmet }) => sum + unmet.size, 0);
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
		this.#met.add(commit);
		for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
			const { search, place } = at;
			if (search.unmet.delete(place)) this.#unmet--;
			if (place < limit(search)) search.met.push(place);
		}
	}

	/** HEAD reaches the commit. */
	reached(commit: string): void {
		for (let at = this.#byCommit.get(commit); at !== undefined; at = at.next) {
			const { search, place } = at;
			if (place < search.from || place >= limit(search)) continue;
			if (search.best === undefined) this.#missing--;
			search.best = place;
			search.met = search.met.filter((each) => each <= place);
			this.#unmet -= search.unmet.size;
			search.unmet = new Set();
			for (let before = 0; before < place; before++)
				if (!this.#met.has(search.commits[before] ?? "")) search.unmet.add(before);
			this.#unmet += search.unmet.size;
		}
	}

	/** How many searches have no answer yet. */
	missing(): number {
		return this.#missing;
	}

	/** Whether every tag of those without an answer was met, all on other lines. */
	hopeless(): boolean {
		return this.#searches.every(
			({ best, commits }) => best !== undefined || commits.every((commit) => this.#met.has(commit)),
		);
	}

	/** How many tags above the known answers were not met. */
	unmet(): number {
		return this.#unmet;
	}

	/** The answers so far. */
	bases(): string[] {
		return this.#searches.flatMap(({ best, commits }) =>
			best === undefined ? [] : commits.slice(best, best + 1),
		);
	}

	/** The answers so far, and the met tags above them. */
	*wanted(): Generator<string> {
		for (const { commits, met } of this.#searches) for (const place of met) yield commits[place] ?? "";
	}

	/** Searches without an answer, or with tags above it that were not met; all with tags above where `open`. */
	undecided(open: boolean): string[] {
		return this.#searches
			.filter(({ best, commits, unmet }) =>
				best === undefined
					? open || commits.some((commit) => !this.#met.has(commit))
					: unmet.size > 0 || (open && best > 0),
			)
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
