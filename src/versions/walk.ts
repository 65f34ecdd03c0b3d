import type { HistoryCommit } from "../git/history.js";
import {
	type ChangedServices,
	ChangeReader,
	type CommitChanges,
	type WalkedCommit,
} from "./commit-changes.js";
import { ContentLine } from "./content-line.js";
import { HEAD, type Marked, Marks } from "./marks.js";
import { type TaggedSearch, TagSearches } from "./tag-search.js";
import { toldOrder } from "./told-order.js";

interface Node extends WalkedCommit, CommitChanges, Marked {
	tree: string;
	/** The order in which the walk met it. */
	order: number;
}

const NOTHING: ReadonlySet<string> = new Set();

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
	readonly #marks: Marks<Node>;
	readonly #changes: ChangeReader;
	readonly #line: ContentLine;
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
	readonly #limited: boolean;
	readonly #beside: () => boolean;
	/** Whether some parent was met before its child. */
	#disordered = false;
	#places: ReadonlyMap<string, number> | undefined;
	#oldest = Number.POSITIVE_INFINITY;
	#beyond = 0;
	#spent = 0;

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
		this.#searches = new TagSearches(options.searches);
		this.#unreleased = options.unreleased;
		this.#whole = options.whole && options.unreleased;
		this.#boundary = options.boundary;
		this.#line = new ContentLine(options.lineHead, options.named, options.boundary);
		this.#changes = new ChangeReader(options.changed, options.boundary);
		this.#marks = new Marks(this.#searches, (commit) => this.#join(commit));
		this.#marks.expect(options.head, HEAD);
		for (const start of options.starts) if (start !== options.head) this.#marks.expect(start, 0n);
	}

	/** Takes the next commit of `readHistory`; false when the walk has seen enough. */
	readonly visit = (commit: HistoryCommit): boolean => {
		const marks = this.#marks;
		const waiting = marks.arrives(commit.hash);
		const node = this.#node(commit, this.#limited ? HEAD : waiting);
		marks.enter(node);
		if ((node.mask & HEAD) !== 0n && (this.#searches.missing() > 0 || marks.isOpen(node.mask)))
			this.#oldest = Math.min(this.#oldest, node.date);
		for (const parent of commit.parents) {
			if (marks.met.has(parent)) this.#disordered = true;
			marks.expect(parent, node.mask);
		}
		this.#line.follow(marks.met);
		return this.#goesOn(node);
	};

	/** Searches of which it is not known which of their tags HEAD reaches, because the walk ended before. */
	undecided(): readonly string[] {
		if (this.complete) return [];
		return this.#searches.undecided(this.#marks.open > 0);
	}

	/** The highest tagged commit of a search that HEAD reaches. */
	found(search: string): string | undefined {
		return this.#searches.found(search);
	}

	/** Whether HEAD is known to reach a commit. */
	reaches(hash: string): boolean {
		return (this.#marks.mask(hash) & HEAD) !== 0n;
	}

	/** Whether all that HEAD reaches was read. */
	get complete(): boolean {
		return this.#marks.fromHead === 0;
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
		const nodes = [...this.#marks.met.values()];
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
		const bit = this.#marks.bit(hash) ?? 0n;
		return !this.reaches(hash) && this.#cut.some((node) => (node.mask & bit) === 0n);
	}

	/** The commits that HEAD reaches and the base does not, newest first; without a base, all. */
	range(base: string | undefined): readonly WalkedCommit[] {
		const bit = this.#bit(base);
		return [...this.#marks.met.values()].filter(
			(node) => (node.mask & HEAD) !== 0n && (node.mask & bit) === 0n,
		);
	}

	/**
	 * Those of a range that touch the service, and those that touch no service at all, newest first, and none before
	 * its child. Asked when the walk has ended.
	 */
	touching(service: string, base: string | undefined): readonly WalkedCommit[] {
		const bit = this.#bit(base);
		const own = this.#byService.get(service) ?? [];
		const all = this.#nobodys.length === 0 ? own : new Set([...own, ...this.#nobodys]);
		const range = [...all].filter((node) => (node.mask & bit) === 0n);
		if (!this.#disordered) return range.sort((a, b) => a.order - b.order);
		this.#places ??= toldOrder(this.#marks.met.values());
		const place = (node: Node) => this.#places?.get(node.hash) ?? node.order;
		return range.sort((a, b) => place(a) - place(b));
	}

	/** A commit that the walk has seen. */
	commit(hash: string): WalkedCommit | undefined {
		return this.#marks.met.get(hash);
	}

	/** The commit that names a service's contents; undefined where a shallow clone hides it. */
	content(service: string): string | undefined {
		return this.#line.content(service);
	}

	/** Services that a commit touches compared with its first or second parent; undefined where it is not known. */
	touchedFrom(commit: string, parent: 0 | 1): ReadonlySet<string> | undefined {
		const node = this.#marks.met.get(commit);
		if (node === undefined) return undefined;
		if (node.touched.length === node.parents.length) return node.touched[parent];
		// Of some paths the trees tell nothing: they may be equal where the trees are not.
		if (this.#limited) return undefined;
		const trees = node.parents.map((hash) => this.#marks.met.get(hash)?.tree);
		if (trees[parent] === undefined) return undefined;
		if (trees[parent] === node.tree) return NOTHING;
		if (node.touched.length === 1) return node.touched[0];
		// The differences are in the order of those parents that are not equal.
		const before = trees.slice(0, parent);
		return before.includes(undefined)
			? undefined
			: node.touched[before.filter((tree) => tree !== node.tree).length];
	}

	/**
	 * Whether what counts may depend on who descends from whom among the commits: where several force a version by
	 * `Release-As`, or where some are reverted and one forces it.
	 */
	dependsOnAncestry(): boolean {
		const messages = [...this.#marks.met.values()].map(({ message }) => message);
		const forcing = messages.filter((message) => /release-as/i.test(message));
		return (
			forcing.length > 1 || (forcing.length === 1 && messages.some((message) => /revert/i.test(message)))
		);
	}

	#bit(base: string | undefined): bigint {
		if (base === undefined) return 0n;
		const bit = this.#marks.bit(base);
		if (bit === undefined) throw new Error(`${base} is no base of this walk`);
		return bit;
	}

	#goesOn(node: Node): boolean {
		if (this.#limited) return true;
		if (this.complete) return false;
		if (this.#whole || this.#line.isOpen) return true;
		const marks = this.#marks;
		if (this.#searches.missing() > 0 && (!this.#searches.hopeless() || marks.open > 0)) return true;
		if (marks.openForBases > 0) {
			this.#beyond = 0;
			return true;
		}
		// Only tags of other lines keep it: git can tell those without differences, but beside another log that
		// would be one process more.
		const others = marks.open > 0 || this.#searches.unmet() > 0;
		if (others && !this.#sure && (this.#beside() || ++this.#spent < FOR_OTHER_LINES)) return true;
		if (this.#settle(node)) return true;
		return this.#unreleasedGoesOn();
	}

	#unreleasedGoesOn(): boolean {
		return this.#unreleased && ++this.#spent < FOR_UNRELEASED;
	}

	/** Clocks differ: a base's ancestor may have been taken for a commit of the range, so go on to older ones. */
	#settle(node: Node): boolean {
		return this.#marks.count > 0 && (node.date >= this.#oldest || ++this.#beyond < SLOP);
	}

	#node(commit: HistoryCommit, mask: bigint): Node {
		const { hash, parents, tree, date, message } = commit;
		// In one literal, so that all commits have one shape.
		const { touched, differs, counted, ignored, files, empty } = this.#changes.of(commit);
		const order = this.#marks.met.size;
		return {
			hash,
			parents,
			tree,
			date,
			message,
			order,
			mask,
			touched,
			differs,
			counted,
			ignored,
			files,
			empty,
		};
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
}
