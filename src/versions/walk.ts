import type { HistoryCommit } from "../git/history.js";
import { type TaggedSearch, TagSearches } from "./tag-search.js";

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

/** Services of which some files are inputs: those that count, and those that ignore all of them. */
interface Changes {
	counted: ReadonlySet<string>;
	ignored: ReadonlySet<string>;
}

interface Node extends WalkedCommit {
	tree: string;
	/** The order in which the walk met it. */
	order: number;
	/** Bit 0: HEAD reaches this commit. One more bit for each tagged commit that does. */
	mask: bigint;
	/** Services touched per difference, in the parents' order. */
	touched: readonly ReadonlySet<string>[];
}

const NOTHING: ReadonlySet<string> = new Set();
const UNTOUCHED: Changes = { counted: NOTHING, ignored: NOTHING };
const NO_FILES: readonly ChangedInput[] = [];

const HEAD = 1n;

/** Commits that are read beyond the end, for clocks that ran wrong: git itself reads 5 (SLOP in revision.c). */
const SLOP = 64;

/** Seconds by which clocks may differ, where a commit is held to be no ancestor of a much older one. */
const CLOCKS = 24 * 60 * 60;

/** Commits that are read only to decide about tags on other lines, before git is asked for them. */
const FOR_OTHER_LINES = 2_000;

/** Commits beyond what the others need that are read for services without a release, before they get their own. */
const FOR_UNRELEASED = 1_000;

/**
 * One walk over the history, for all services at once. It starts at HEAD and at tags, and each tagged commit
 * that can end a range marks what it reaches: the range of a base is what HEAD reaches and the base does not.
 *
 * It finds the bases as well. A tag is reached when the walk comes to it from HEAD. It is known not to be
 * reached when it was met and every commit that is still to come from HEAD is one that the tag itself reaches,
 * since no ancestor leads to its descendant: that trusts no date and needs no further process. Merged branches
 * may be older than a base, so a base is no end by itself: the walk ends when everything that is still to come
 * from HEAD is reached from every base. It also finds the commit that names a service's contents, on the
 * first-parent line of `lineHead`.
 */
export class HistoryWalk {
	readonly #changed: ChangedServices;
	readonly #nodes = new Map<string, Node>();
	/** Commits that are parents of some that were seen, with what is known to reach them. */
	readonly #pending = new Map<string, bigint>();
	readonly #searches: TagSearches;
	/** Commits that HEAD reaches, by the services that they touch; and those that touch none, for their words. */
	readonly #byService = new Map<string, Node[]>();
	readonly #nobodys: Node[] = [];
	readonly #boundary: ReadonlySet<string>;
	/** Boundaries of a shallow clone that HEAD reaches. */
	readonly #cut: Node[] = [];
	readonly #unreleased: boolean;
	readonly #whole: boolean;
	readonly #sure: boolean;
	readonly #beside: () => boolean;
	readonly #bits = new Map<string, bigint>();
	/** The bits that what is still to come must have. */
	#want = HEAD;
	/** Those of them that are bases. */
	#need = HEAD;
	/** Of what is still to come from HEAD: what some wanted commit, or some base, does not reach. */
	#open = 0;
	#openForBases = 0;
	/** Whether these two and the bits are to be counted anew, which is done when they are asked for. */
	#stale = false;
	#fromHead = 0;
	#oldest = Number.POSITIVE_INFINITY;
	#beyond = 0;
	#spent = 0;
	readonly #limited: boolean;
	/** By the answer that `ChangedServices` gave, which it gives again for the same path. */
	readonly #known = new WeakMap<object, Changes>();

	#cursor: string | undefined;
	readonly #nameless: Set<string>;
	readonly #contents = new Map<string, string>();

	constructor(options: {
		head: string;
		/** The tagged commits among which each base is looked for. */
		searches: readonly TaggedSearch[];
		/** Starts of the walk besides `head`. */
		starts: readonly string[];
		/** Whether some service has no release, so that all history counts for it. */
		unreleased: boolean;
		/** Whether all of it must then be read here. */
		whole: boolean;
		/** The start of the first-parent line that names contents, and the services to name. */
		lineHead: string;
		named: Iterable<string>;
		changed: ChangedServices;
		/** The boundary of a shallow clone. */
		boundary: ReadonlySet<string>;
		/** Whether the history is told with some paths only, so that its commits hang together no more. */
		limited?: boolean;
		/** Whether every base is known to be reached, however far away it is. */
		sure?: boolean;
		/** Whether another walk has begun, for the services without a release. */
		beside?: () => boolean;
	}) {
		this.#limited = options.limited ?? false;
		this.#sure = options.sure ?? false;
		this.#beside = options.beside ?? (() => false);
		this.#changed = options.changed;
		this.#searches = new TagSearches(options.searches);
		this.#unreleased = options.unreleased;
		this.#whole = options.whole && options.unreleased;
		this.#boundary = options.boundary;
		this.#cursor = options.lineHead;
		this.#nameless = new Set(options.named);
		this.#expect(options.head, HEAD);
		for (const start of options.starts) if (start !== options.head) this.#expect(start, 0n);
	}

	/** Takes the next commit of `readHistory`; false when the walk has seen enough. */
	readonly visit = (commit: HistoryCommit): boolean => {
		const waiting = this.#pending.get(commit.hash) ?? 0n;
		if (this.#pending.delete(commit.hash)) this.#waits(waiting, -1);
		const node = this.#node(commit, this.#limited ? HEAD : waiting);
		this.#nodes.set(commit.hash, node);
		if (this.#searches.isWanted(node.hash)) {
			const bit = 1n << BigInt(this.#bits.size + 1);
			this.#bits.set(node.hash, bit);
			node.mask |= bit;
			this.#searches.met(node.hash);
			if ((node.mask & HEAD) !== 0n) this.#searches.reached(node.hash);
			this.#stale = true;
		}
		if ((node.mask & HEAD) !== 0n) this.#join(node);
		if ((node.mask & HEAD) !== 0n && (this.#searches.missing() > 0 || this.#isOpen(node.mask)))
			this.#oldest = Math.min(this.#oldest, node.date);
		for (const parent of commit.parents) this.#expect(parent, node.mask);
		this.#followLine();
		return this.#goesOn(node);
	};

	/** Searches of which it is not known which of their tags HEAD reaches, because the walk ended before. */
	undecided(): readonly string[] {
		if (this.#fromHead === 0) return [];
		this.#count();
		return this.#searches.undecided(this.#open > 0);
	}

	/** The highest tagged commit of a search that HEAD reaches. */
	found(search: string): string | undefined {
		return this.#searches.found(search);
	}

	/** Whether HEAD is known to reach a commit. */
	reaches(hash: string): boolean {
		return ((this.#nodes.get(hash)?.mask ?? this.#pending.get(hash) ?? 0n) & HEAD) !== 0n;
	}

	/** Whether all that HEAD reaches was read. */
	get complete(): boolean {
		return this.#fromHead === 0;
	}

	/** Whether the commits of a range come with all those between them. */
	get connected(): boolean {
		return !this.#limited;
	}

	/**
	 * Whether a shallow clone's end hides what belongs to a range: commits of it that are missing, or that some which
	 * seem to belong to it are reached from the base, by a way that is missing.
	 */
	isCut(base: string | undefined): boolean {
		const bit = this.#bit(base);
		if (this.#cut.some((node) => bit === 0n || (node.mask & bit) === 0n)) return true;
		return this.#cut.length > 0 && this.#mayLead(bit);
	}

	/** Whether some end of the base's history may lead to commits of its range: never to its own descendants. */
	#mayLead(bit: bigint): boolean {
		const nodes = [...this.#nodes.values()];
		const range = nodes.filter((node) => (node.mask & HEAD) !== 0n && (node.mask & bit) === 0n);
		const children = new Map<string, string[]>();
		for (const { hash, parents } of nodes) {
			for (const parent of parents) {
				const known = children.get(parent);
				if (known === undefined) children.set(parent, [hash]);
				else known.push(hash);
			}
		}
		return this.#cut.some((end) => {
			const doubtful = range.filter(({ date }) => date <= end.date + CLOCKS);
			if (doubtful.length === 0) return false;
			const above = new Set([end.hash]);
			for (const hash of above) for (const child of children.get(hash) ?? []) above.add(child);
			return doubtful.some(({ hash }) => !above.has(hash));
		});
	}

	/** Whether HEAD may reach a commit by what a shallow clone lacks: never where the commit reaches its end. */
	mayReach(hash: string): boolean {
		const bit = this.#bits.get(hash) ?? 0n;
		return !this.reaches(hash) && this.#cut.some((node) => (node.mask & bit) === 0n);
	}

	/** The commits that HEAD reaches and the base does not, newest first; without a base, all. */
	range(base: string | undefined): readonly WalkedCommit[] {
		const bit = this.#bit(base);
		return [...this.#nodes.values()].filter((node) => (node.mask & HEAD) !== 0n && (node.mask & bit) === 0n);
	}

	/** Those of a range that touch the service, and those that touch no service at all, newest first. */
	touching(service: string, base: string | undefined): readonly WalkedCommit[] {
		const bit = this.#bit(base);
		const own = this.#byService.get(service) ?? [];
		const all = this.#nobodys.length === 0 ? own : new Set([...own, ...this.#nobodys]);
		return [...all].filter((node) => (node.mask & bit) === 0n).sort((a, b) => a.order - b.order);
	}

	/** A commit that the walk has seen. */
	commit(hash: string): WalkedCommit | undefined {
		return this.#nodes.get(hash);
	}

	/**
	 * The newest commit on the first-parent line whose difference to its first parent touches the service; where
	 * there is none, the first commit of that line. Undefined where a shallow clone hides it.
	 */
	content(service: string): string | undefined {
		return this.#contents.get(service);
	}

	/** Services that a commit touches compared with its first or second parent; undefined where it is not known. */
	touchedFrom(commit: string, parent: 0 | 1): ReadonlySet<string> | undefined {
		const node = this.#nodes.get(commit);
		if (node === undefined) return undefined;
		if (node.touched.length === node.parents.length) return node.touched[parent];
		const hash = node.parents[parent];
		const tree = hash === undefined ? undefined : this.#nodes.get(hash)?.tree;
		if (tree === undefined) return undefined;
		if (tree === node.tree) return NOTHING;
		return node.parents.length === 2 ? node.touched[0] : undefined;
	}

	#bit(base: string | undefined): bigint {
		if (base === undefined) return 0n;
		const bit = this.#bits.get(base);
		if (bit === undefined) throw new Error(`${base} is no base of this walk`);
		return bit;
	}

	#goesOn(node: Node): boolean {
		if (this.#limited) return true;
		if (this.#fromHead === 0) return false;
		const named = this.#cursor !== undefined && this.#boundary.has(this.#cursor);
		if (this.#whole || (this.#nameless.size > 0 && !named)) return true;
		if (this.#searches.missing() > 0 && (!this.#searches.hopeless() || this.#hasOpen())) return true;
		this.#count();
		if (this.#openForBases > 0) {
			this.#beyond = 0;
			return true;
		}
		// Only tags of other lines keep it: git can tell those without differences, but beside another log that
		// would be one process more.
		const others = this.#open > 0 || this.#searches.unmet() > 0;
		if (others && !this.#sure && (this.#beside() || ++this.#spent < FOR_OTHER_LINES)) return true;
		if (this.#settle(node)) return true;
		return this.#unreleasedGoesOn();
	}

	#unreleasedGoesOn(): boolean {
		return this.#unreleased && ++this.#spent < FOR_UNRELEASED;
	}

	/** Clocks differ: a base's ancestor may have been taken for a commit of the range, so go on to older ones. */
	#settle(node: Node): boolean {
		return this.#bits.size > 0 && (node.date >= this.#oldest || ++this.#beyond < SLOP);
	}

	#node(commit: HistoryCommit, mask: bigint): Node {
		const cut = this.#boundary.has(commit.hash);
		// What a shallow clone's end seems to add was there before.
		const differences = cut ? [] : commit.differences;
		const sides = differences.map((files) => this.#services(files));
		const touched = sides.map(({ counted }) => counted);
		const [first, second] = touched;
		const differs = second === undefined ? (first ?? NOTHING) : new Set(touched.flatMap((each) => [...each]));
		let own: readonly string[] = differences[0] ?? [];
		let changes = sides[0] ?? UNTOUCHED;
		if (commit.parents.length > 1) {
			const all = differences.length === commit.parents.length;
			const rest = differences.slice(1).map((files) => new Set(files));
			own = all ? own.filter((file) => rest.every((files) => files.has(file))) : [];
			changes = this.#services(own);
		}
		const { counted, ignored } = changes;
		const { hash, parents, tree, date, message } = commit;
		return {
			hash,
			parents,
			tree,
			date,
			message,
			order: this.#nodes.size,
			mask,
			touched,
			differs,
			counted,
			ignored,
			files: this.#inputs(own, counted, ignored),
			empty: own.length === 0,
		};
	}

	#services(files: readonly string[]): Changes {
		const [first] = files;
		if (first === undefined) return UNTOUCHED;
		if (files.length === 1) return this.#changes(this.#changed(first));
		const counted = new Set<string>();
		const ignored = new Set<string>();
		for (const file of files)
			for (const each of this.#changed(file)) (each.ignored ? ignored : counted).add(each.service);
		for (const service of counted) ignored.delete(service);
		return { counted, ignored };
	}

	/** Those of one file, made once: most commits change few of the same files. */
	#changes(touches: readonly { service: string; ignored: boolean }[]): Changes {
		let known = this.#known.get(touches);
		if (known === undefined) {
			const of = (ignored: boolean) =>
				new Set(touches.flatMap((each) => (each.ignored === ignored ? [each.service] : [])));
			known = { counted: of(false), ignored: of(true) };
			this.#known.set(touches, known);
		}
		return known;
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
				let held = 0;
				for (const other of kept) if (other.service === service) held++;
				if (held === FILES_KEPT) continue;
				kept.push({ service, path });
				wanted--;
			}
			if (wanted === 0) break;
		}
		return kept;
	}

	/** A commit that HEAD reaches is one of the services' commits. */
	#join(node: Node): void {
		if (this.#boundary.has(node.hash)) this.#cut.push(node);
		// Of a commit with one parent what differs is what counts, and nothing of that is ignored.
		const services =
			node.differs === node.counted && node.ignored.size === 0
				? node.counted
				: new Set([...node.differs, ...node.counted, ...node.ignored]);
		for (const service of services) {
			const list = this.#byService.get(service);
			if (list === undefined) this.#byService.set(service, [node]);
			else list.push(node);
		}
		if (node.counted.size === 0 && /release-as/i.test(node.message)) this.#nobodys.push(node);
	}

	#expect(start: string, mask: bigint): void {
		const stack = [start];
		for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
			const seen = this.#nodes.get(hash);
			if (seen !== undefined) {
				// Seen before one of its children: the children's marks go on down.
				if ((seen.mask | mask) === seen.mask) continue;
				const joins = (seen.mask & HEAD) === 0n && (mask & HEAD) !== 0n;
				seen.mask |= mask;
				if (joins) {
					this.#join(seen);
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
			const now = (before ?? 0n) | mask;
			if (now === before) continue;
			if (before !== undefined) this.#waits(before, -1);
			this.#pending.set(hash, now);
			this.#waits(now, 1);
		}
	}

	#waits(mask: bigint, by: 1 | -1): void {
		if ((mask & HEAD) === 0n) return;
		this.#fromHead += by;
		if (this.#stale) return;
		if ((mask & this.#want) !== this.#want) this.#open += by;
		if ((mask & this.#need) !== this.#need) this.#openForBases += by;
	}

	/** Counts what is still to come, after what is wanted has changed. */
	#count(): void {
		if (!this.#stale) return;
		this.#stale = false;
		this.#want = this.#bitsOf(this.#searches.wanted());
		this.#need = this.#bitsOf(this.#searches.bases());
		this.#fromHead = 0;
		this.#open = 0;
		this.#openForBases = 0;
		for (const mask of this.#pending.values()) this.#waits(mask, 1);
	}

	#hasOpen(): boolean {
		this.#count();
		return this.#open > 0;
	}

	#isOpen(mask: bigint): boolean {
		this.#count();
		return (mask & this.#want) !== this.#want;
	}

	#bitsOf(commits: Iterable<string>): bigint {
		let bits = HEAD;
		for (const hash of commits) bits |= this.#bits.get(hash) ?? 0n;
		return bits;
	}

	#followLine(): void {
		while (this.#cursor !== undefined && this.#nameless.size > 0) {
			const node = this.#nodes.get(this.#cursor);
			if (node === undefined || this.#boundary.has(node.hash)) return;
			const first = node.parents[0];
			let touched = node.touched[0] ?? NOTHING;
			if (node.parents.length > 1 && node.touched.length < node.parents.length) {
				const parent = first === undefined ? undefined : this.#nodes.get(first);
				// Which parent the merge equals is told by the parent's tree, which comes later.
				if (parent === undefined) return;
				if (parent.tree === node.tree) touched = NOTHING;
			}
			for (const service of first === undefined ? [...this.#nameless] : touched) {
				if (!this.#nameless.delete(service)) continue;
				this.#contents.set(service, node.hash);
			}
			this.#cursor = first;
		}
	}
}
