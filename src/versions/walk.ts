import type { HistoryCommit } from "../git/history.js";

/** Which services a changed file belongs to, and whether each of them ignores it. */
export type ChangedServices = (path: string) => readonly { service: string; ignored: boolean }[];

/** A commit of the walk and what it changed, by service. */
export interface WalkedCommit {
	hash: string;
	parents: readonly string[];
	message: string;
	/** Seconds since 1970. */
	date: number;
	/** Whether any file of the repository differs by it; of a merge, from every parent. */
	empty: boolean;
	/** Services of which an input changed that is not ignored; of a merge, from every parent. */
	counted: ReadonlySet<string>;
	/** Services of which only ignored files changed. */
	ignored: ReadonlySet<string>;
	/** The first inputs that it changed, at most FILES_KEPT of each service. */
	files: readonly ChangedInput[];
	/** Services for which the commit differs from some parent, in what is not ignored. */
	differs: ReadonlySet<string>;
}

/** A changed file, as an input of one service. */
export interface ChangedInput {
	service: string;
	path: string;
}

/** Files that the trace names of one commit and service. More would be kept for every commit of the history. */
export const FILES_KEPT = 3;

interface Node extends WalkedCommit {
	tree: string;
	/** One bit for each boundary that reaches this commit. */
	mask: bigint;
	/** Services touched per difference, in the parents' order. */
	touched: readonly ReadonlySet<string>[];
}

const NOTHING: ReadonlySet<string> = new Set();
const NO_FILES: readonly ChangedInput[] = [];

/** Commits that are read beyond the end, for clocks that ran wrong: git itself reads 5 (SLOP in revision.c). */
const SLOP = 64;

/**
 * One walk over the history, for all services at once. Boundaries are commits (bases) that ranges end at: the
 * range of a boundary is what HEAD reaches and the boundary does not. Merged branches may be older than a base,
 * so that a base is no end by itself: the walk ends when everything that is still to come is reached from every
 * boundary. It also finds the commit that names a service's contents, on the first-parent line of `lineHead`.
 */
export class HistoryWalk {
	readonly #changed: ChangedServices;
	readonly #nodes = new Map<string, Node>();
	/** Commits that are parents of some that were seen, with the boundaries known to reach them. */
	readonly #pending = new Map<string, bigint>();
	readonly #bits: ReadonlyMap<string, bigint>;
	readonly #full: bigint;
	readonly #everything: boolean;
	#open = 0;
	#oldest = Number.POSITIVE_INFINITY;
	#beyond = 0;

	#cursor: string | undefined;
	readonly #nameless: Set<string>;
	readonly #contents = new Map<string, string>();

	constructor(options: {
		head: string;
		boundaries: Iterable<string>;
		/** Whether some range has no boundary, so that the whole history is needed. */
		everything: boolean;
		/** The start of the first-parent line that names contents, and the services to name. */
		lineHead: string;
		named: Iterable<string>;
		changed: ChangedServices;
	}) {
		this.#changed = options.changed;
		this.#bits = new Map(
			[...new Set(options.boundaries)].map((commit, index) => [commit, 1n << BigInt(index)]),
		);
		this.#full = (1n << BigInt(this.#bits.size)) - 1n;
		this.#everything = options.everything;
		this.#cursor = options.lineHead;
		this.#nameless = new Set(options.named);
		this.#expect(options.head, 0n);
	}

	/** Takes the next commit of `readHistory`; false when the walk has seen enough. */
	readonly visit = (commit: HistoryCommit): boolean => {
		const waiting = this.#pending.get(commit.hash) ?? 0n;
		if (this.#pending.delete(commit.hash) && waiting !== this.#full) this.#open--;
		const node = this.#node(commit, waiting | (this.#bits.get(commit.hash) ?? 0n));
		this.#nodes.set(commit.hash, node);
		if (node.mask !== this.#full) this.#oldest = Math.min(this.#oldest, node.date);
		for (const parent of commit.parents) this.#expect(parent, node.mask);
		this.#followLine();
		if (this.#everything || this.#open > 0 || this.#nameless.size > 0) {
			this.#beyond = 0;
			return true;
		}
		// Clocks differ: a boundary's ancestor may have been taken for a commit of the range, so go on to older ones.
		return this.#bits.size > 0 && (node.date >= this.#oldest || ++this.#beyond < SLOP);
	};

	/** The commits that HEAD reaches and the boundary does not, newest first; without a boundary, all. */
	range(boundary: string | undefined): readonly WalkedCommit[] {
		const all = [...this.#nodes.values()];
		if (boundary === undefined) return all;
		const bit = this.#bits.get(boundary);
		if (bit === undefined) throw new Error(`${boundary} is no boundary of this walk`);
		return all.filter((node) => (node.mask & bit) === 0n);
	}

	/** A commit that the walk has seen. */
	commit(hash: string): WalkedCommit | undefined {
		return this.#nodes.get(hash);
	}

	/**
	 * The newest commit on the first-parent line whose difference to its first parent touches the service; where
	 * there is none, the first commit of that line.
	 */
	content(service: string): string {
		const found = this.#contents.get(service);
		if (found === undefined) throw new Error(`the walk did not name the contents of ${service}`);
		return found;
	}

	#node(commit: HistoryCommit, mask: bigint): Node {
		const touched = commit.differences.map((files) => this.#services(files).counted);
		const differs = new Set(touched.flatMap((each) => [...each]));
		const merge = commit.parents.length > 1;
		let own: readonly string[] = commit.differences[0] ?? [];
		if (merge) {
			const all = commit.differences.length === commit.parents.length;
			const rest = commit.differences.slice(1).map((files) => new Set(files));
			own = all ? own.filter((file) => rest.every((files) => files.has(file))) : [];
		}
		const { counted, ignored } = this.#services(own);
		const { hash, parents, tree, date, message } = commit;
		return {
			hash,
			parents,
			tree,
			date,
			message,
			mask,
			touched,
			differs,
			counted,
			ignored,
			files: this.#inputs(own, counted, ignored),
			empty: own.length === 0,
		};
	}

	#services(files: readonly string[]): { counted: ReadonlySet<string>; ignored: ReadonlySet<string> } {
		if (files.length === 0) return { counted: NOTHING, ignored: NOTHING };
		const counted = new Set<string>();
		const ignored = new Set<string>();
		for (const file of files)
			for (const each of this.#changed(file)) (each.ignored ? ignored : counted).add(each.service);
		for (const service of counted) ignored.delete(service);
		return { counted, ignored };
	}

	/** The first files of each service; of one that counts, those that are not ignored. */
	#inputs(
		files: readonly string[],
		counted: ReadonlySet<string>,
		ignored: ReadonlySet<string>,
	): readonly ChangedInput[] {
		let wanted = FILES_KEPT * (counted.size + ignored.size);
		if (wanted === 0) return NO_FILES;
		const kept: ChangedInput[] = [];
		for (const path of files) {
			for (const each of this.#changed(path)) {
				const { service } = each;
				if (each.ignored === counted.has(service)) continue;
				if (kept.filter((other) => other.service === service).length === FILES_KEPT) continue;
				kept.push({ service, path });
				wanted--;
			}
			if (wanted === 0) break;
		}
		return kept;
	}

	#expect(start: string, mask: bigint): void {
		const stack = [start];
		for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
			const seen = this.#nodes.get(hash);
			if (seen !== undefined) {
				// Seen before one of its children: the children's marks go on down.
				if ((seen.mask | mask) === seen.mask) continue;
				seen.mask |= mask;
				stack.push(...seen.parents);
				continue;
			}
			const before = this.#pending.get(hash);
			const now = (before ?? 0n) | mask;
			if ((before === undefined || before !== this.#full) && now === this.#full) {
				if (before !== undefined) this.#open--;
			} else if (before === undefined) this.#open++;
			this.#pending.set(hash, now);
		}
	}

	#followLine(): void {
		while (this.#cursor !== undefined && this.#nameless.size > 0) {
			const node = this.#nodes.get(this.#cursor);
			if (node === undefined) return;
			const first = node.parents[0];
			let touched = node.touched[0] ?? NOTHING;
			if (node.parents.length > 1 && node.touched.length < node.parents.length) {
				const parent = first === undefined ? undefined : this.#nodes.get(first);
				// Which parent the merge equals is told by the parent's tree, which comes later.
				if (parent === undefined) return;
				if (parent.tree === node.tree) touched = NOTHING;
			}
			for (const service of [...this.#nameless]) {
				if (first !== undefined && !touched.has(service)) continue;
				this.#contents.set(service, node.hash);
				this.#nameless.delete(service);
			}
			this.#cursor = first;
		}
	}
}
