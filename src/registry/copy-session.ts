import type { RegistryClient } from "./client.js";
import { CopyProgress } from "./copy-progress.js";
import { createLimit, type Limit } from "./limit.js";
import type { Repository } from "./name.js";
import { SpareUploads } from "./spare-uploads.js";
import { isSmall } from "./upload-traits.js";

/** What all copies of one run share: the limits of blobs at once, and what is known to lie where. */
export interface CopySession {
	readonly client: RegistryClient;
	/**
	 * For a blob of so many bytes, over all copies of the session. Small ones have places of their own: they mostly
	 * wait, while large ones fill the line.
	 */
	limitFor(size: number): Limit;
	/**
	 * Work on one blob for a repository. Until a repository of that registry is known to have it, one at a time: the
	 * second waits and finds what the first has brought. From then on only that for the same repository waits.
	 * `holders` are the repositories of that registry that are known to have it; the work adds to them.
	 */
	withBlob<T>(to: Repository, digest: string, work: (holders: Set<string>) => Promise<T>): Promise<T>;
	/** Work on one tag of a repository, one at a time. */
	withTag<T>(repository: Repository, tag: string, work: () => Promise<T>): Promise<T>;
	/** Manifests that this session has completed, as `registry/repository@digest`. */
	readonly completed: Set<string>;
	/** Repositories (`registry/repository`) that fail, or refuse, where they are asked for a blob: they are asked no more. */
	readonly blind: Set<string>;
	readonly progress: CopyProgress;
	/** Uploads that are open already, for the first blob of their repository. */
	readonly spareUploads: SpareUploads;
	/** The tags of a repository, asked for once; undefined where they cannot be listed or are too many. */
	tagsOf(repository: Repository): Promise<ReadonlySet<string> | undefined>;
}

export interface CopySessionOptions {
	client: RegistryClient;
	/** Blobs at once, and as many small ones; default 4. */
	limit?: number | undefined;
	/** Counts the blobs and bytes of all copies. */
	progress?: CopyProgress | undefined;
	/** What is left in it at the end is the caller's to give up. */
	spareUploads?: SpareUploads | undefined;
}

const LIMIT = 4;

/** A session, for the copies of one run. */
export function createCopySession(options: CopySessionOptions): CopySession {
	const { client, limit, progress, spareUploads } = options;
	const holders = new Map<string, Set<string>>();
	const tags = new Map<string, Promise<ReadonlySet<string> | undefined>>();
	const turns = new Map<string, Promise<unknown>>();
	const large = createLimit(limit ?? LIMIT);
	// One at a time is meant as it is said.
	const small = limit === 1 ? large : createLimit(limit ?? LIMIT);

	async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
		const before = turns.get(key);
		const turn = (before ?? Promise.resolve()).then(work, work);
		turns.set(key, turn);
		try {
			return await turn;
		} finally {
			if (turns.get(key) === turn) turns.delete(key);
		}
	}

	return {
		client,
		limitFor: (size) => (isSmall(size) ? small : large),
		completed: new Set(),
		blind: new Set(),
		progress: progress ?? new CopyProgress(),
		spareUploads: spareUploads ?? new SpareUploads(),
		tagsOf(repository) {
			const key = `${repository.registry}/${repository.repository}`;
			const known = tags.get(key) ?? client.fewTags(repository);
			tags.set(key, known);
			return known;
		},
		async withBlob({ registry, repository }, digest, work) {
			const key = `${registry}@${digest}`;
			const known = holders.get(key) ?? new Set();
			holders.set(key, known);
			const own = () => inTurn(`blob ${registry}/${repository}@${digest}`, () => work(known));
			if (known.size > 0) return own();
			const first = await inTurn(`blob ${key}`, async () =>
				known.size > 0 ? undefined : { result: await own() },
			);
			return first === undefined ? own() : first.result;
		},
		withTag({ registry, repository }, tag, work) {
			return inTurn(`tag ${registry}/${repository}:${tag}`, work);
		},
	};
}
