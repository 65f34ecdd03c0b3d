import type { TagSearches } from "./tag-search.js";

/** A commit of a walk, and what is known to reach it. */
export interface Marked {
	hash: string;
	parents: readonly string[];
	/** HEAD's mark, where HEAD reaches this commit, and the mark of each tagged commit that does. */
	mask: bigint;
}

/** The mark of what HEAD reaches. The next one is the first tagged commit's. */
export const HEAD = 1n;

/**
 * Which commits are reached from HEAD and from tagged commits, while a walk meets them in any order: what reaches a
 * commit reaches its parents. And what is known of those that are still to come.
 */
export class Marks<Commit extends Marked> {
	/** The commits that were met. */
	readonly met = new Map<string, Commit>();
	/** Commits that are parents of some that were met, with what is known to reach them. */
	readonly #pending = new Map<string, bigint>();
	readonly #searches: TagSearches;
	readonly #joins: (commit: Commit) => void;
	readonly #bits = new Map<string, bigint>();
	/** The marks that what is still to come must have. */
	#want = HEAD;
	/** Those of them that are bases'. */
	#need = HEAD;
	/** Of what is still to come from HEAD: what some wanted commit, or some base, does not reach. */
	#open = 0;
	#openForBases = 0;
	/** Whether these two and the marks are to be counted anew, which is done when they are asked for. */
	#stale = false;
	#fromHead = 0;
	/** What the last marks mean, since one commit's are mostly those of the one before. */
	#last: { mask: bigint; fromHead: boolean; open: boolean; openForBases: boolean } | undefined;

	/** `joins` is told each commit that was met as soon as HEAD is known to reach it. */
	constructor(searches: TagSearches, joins: (commit: Commit) => void) {
		this.#searches = searches;
		this.#joins = joins;
	}

	/** What is known to reach a commit that the walk has come to, and is no longer waited for. */
	arrives(hash: string): bigint {
		const waiting = this.#pending.get(hash) ?? 0n;
		if (this.#pending.delete(hash)) this.#waits(waiting, -1);
		return waiting;
	}

	/** Takes in a commit that has arrived, with the mark of its own where some search wants it. */
	enter(commit: Commit): void {
		this.met.set(commit.hash, commit);
		if (this.#searches.isWanted(commit.hash)) {
			const bit = 1n << BigInt(this.#bits.size + 1);
			this.#bits.set(commit.hash, bit);
			commit.mask |= bit;
			this.#searches.met(commit.hash);
			if ((commit.mask & HEAD) !== 0n) this.#searches.reached(commit.hash);
			this.#stale = true;
		}
		if ((commit.mask & HEAD) !== 0n) this.#joins(commit);
	}

	/** A commit is reached by what the mask tells. */
	expect(start: string, mask: bigint): void {
		const stack = [start];
		for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
			const seen = this.met.get(hash);
			if (seen !== undefined) {
				// Seen before one of its children: the children's marks go on down.
				if ((seen.mask | mask) === seen.mask) continue;
				const joins = (seen.mask & HEAD) === 0n && (mask & HEAD) !== 0n;
				seen.mask |= mask;
				if (joins) {
					this.#joins(seen);
					if (this.#bits.has(hash)) {
						this.#searches.reached(hash);
						this.#stale = true;
					}
				}
				// With all that it has, since it may have got some of it before.
				for (const parent of seen.parents) stack.push(parent);
				continue;
			}
			const before = this.#pending.get(hash);
			const now = before === undefined ? mask : before | mask;
			if (now === before) continue;
			if (before !== undefined) this.#waits(before, -1);
			this.#pending.set(hash, now);
			this.#waits(now, 1);
		}
	}

	/** The mark of a tagged commit, where it was met and wanted. */
	bit(tagged: string): bigint | undefined {
		return this.#bits.get(tagged);
	}

	/** How many tagged commits have marks. */
	get count(): number {
		return this.#bits.size;
	}

	/** What is known to reach a commit, met or not. */
	mask(hash: string): bigint {
		return this.met.get(hash)?.mask ?? this.#pending.get(hash) ?? 0n;
	}

	/** How many commits are still to come from HEAD. */
	get fromHead(): number {
		return this.#fromHead;
	}

	/** How many of those some wanted commit does not reach. */
	get open(): number {
		this.#count();
		return this.#open;
	}

	/** How many of those some base does not reach. */
	get openForBases(): number {
		this.#count();
		return this.#openForBases;
	}

	/** Whether some wanted commit does not reach what has these marks. */
	isOpen(mask: bigint): boolean {
		this.#count();
		return this.#meaning(mask).open;
	}

	#waits(mask: bigint, by: 1 | -1): void {
		const { fromHead, open, openForBases } = this.#meaning(mask);
		if (!fromHead) return;
		this.#fromHead += by;
		if (this.#stale) return;
		if (open) this.#open += by;
		if (openForBases) this.#openForBases += by;
	}

	/** What marks mean, as far as it is counted. */
	#meaning(mask: bigint): { fromHead: boolean; open: boolean; openForBases: boolean } {
		if (this.#last?.mask !== mask) {
			this.#last = {
				mask,
				fromHead: (mask & HEAD) !== 0n,
				open: (mask & this.#want) !== this.#want,
				openForBases: (mask & this.#need) !== this.#need,
			};
		}
		return this.#last;
	}

	/** Counts what is still to come, after what is wanted has changed. */
	#count(): void {
		if (!this.#stale) return;
		this.#stale = false;
		for (const { commit, wanted, base } of this.#searches.changes()) {
			const bit = this.#bits.get(commit) ?? 0n;
			if (((this.#want & bit) !== 0n) !== wanted) this.#want ^= bit;
			if (((this.#need & bit) !== 0n) !== base) this.#need ^= bit;
		}
		this.#last = undefined;
		this.#fromHead = 0;
		this.#open = 0;
		this.#openForBases = 0;
		for (const mask of this.#pending.values()) this.#waits(mask, 1);
	}
}
