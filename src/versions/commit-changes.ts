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

/** What a commit changed, by service. */
export interface CommitChanges
	extends Pick<WalkedCommit, "empty" | "counted" | "ignored" | "files" | "differs"> {
	/** Services touched per difference, in the parents' order. */
	touched: readonly ReadonlySet<string>[];
}

/** Services of which some files are inputs: those that count, and those that ignore all of them. */
interface Changes {
	counted: ReadonlySet<string>;
	ignored: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
const UNTOUCHED: Changes = { counted: NOTHING, ignored: NOTHING };
const NO_FILES: readonly ChangedInput[] = [];

/** Paths of which the changes are kept; then the store is emptied. */
const KEPT_CHANGES = 100_000;

/** Tells what commits changed. */
export class ChangeReader {
	readonly #changed: ChangedServices;
	readonly #boundary: ReadonlySet<string>;
	/** By the answer that `ChangedServices` gave, which it gives again for the same path. */
	readonly #known = new WeakMap<object, Changes>();
	/** What commits change that change one file alone, by its path: many do, and few of the same files. */
	readonly #single = new Map<string, CommitChanges>();

	/** `boundary`: that of a shallow clone. */
	constructor(changed: ChangedServices, boundary: ReadonlySet<string>) {
		this.#changed = changed;
		this.#boundary = boundary;
	}

	/** What a commit changed; nothing at a shallow clone's end, where all files seem to be added. */
	of(commit: HistoryCommit): CommitChanges {
		const differences = this.#boundary.has(commit.hash) ? [] : commit.differences;
		const [files] = differences;
		const path = files?.[0];
		if (path === undefined || files?.length !== 1 || commit.parents.length > 1)
			return this.#read(commit.parents, differences);
		let known = this.#single.get(path);
		if (known === undefined) {
			known = this.#read(commit.parents, differences);
			if (this.#single.size >= KEPT_CHANGES) this.#single.clear();
			this.#single.set(path, known);
		}
		return known;
	}

	#read(parents: readonly string[], differences: HistoryCommit["differences"]): CommitChanges {
		const sides = differences.map((files) => this.#services(files));
		const touched = sides.map(({ counted }) => counted);
		const [first, second] = touched;
		const differs = second === undefined ? (first ?? NOTHING) : new Set(touched.flatMap((each) => [...each]));
		let own: readonly string[] = differences[0] ?? [];
		let changes = sides[0] ?? UNTOUCHED;
		if (parents.length > 1) {
			const all = differences.length === parents.length;
			const rest = differences.slice(1).map((files) => new Set(files));
			own = all ? own.filter((file) => rest.every((files) => files.has(file))) : [];
			changes = this.#services(own);
		}
		const { counted, ignored } = changes;
		return {
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
}
