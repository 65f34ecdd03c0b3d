import type { Git } from "./git.js";

/** A commit as one walk over the history tells it. Paths are relative to the folder of `Git`; others are left out. */
export interface HistoryCommit {
	hash: string;
	parents: readonly string[];
	/** Hash of the tree: two commits with equal trees have equal contents. */
	tree: string;
	/** The committer's date, in seconds since 1970. */
	date: number;
	message: string;
	/**
	 * Paths that differ from a parent, one list for each parent from which anything differs, in the parents'
	 * order; a root commit has one, with all its files. A merge that equals one of its parents has fewer lists
	 * than parents, and the trees tell which one it equals. A list is empty where only files outside of the folder
	 * differ.
	 */
	differences: readonly (readonly string[])[];
}

/** Of longer messages only the two ends are kept (characters): nobody writes them, and they would fill the memory. */
export const MESSAGE_LIMIT = 1024 * 1024;

/** Fields are counted and a record begins with an empty one, so that no message and no path can forge a record. */
const FORMAT = "--format=%x00%H%x00%P%x00%T%x00%ct%x00%B";
const FIELDS = 5;

/** What else a walk over the history is told. */
export interface HistoryOptions {
	/** Further commits to start at, by their hashes. Those that are not here are left out. */
	starts?: readonly string[] | undefined;
	/**
	 * Files and folders, relative to the root of the repository: only commits that change one of them from some
	 * parent, with those files alone, and merges that bring such changes. git skips the others several times faster
	 * than it tells them.
	 */
	paths?: readonly string[] | undefined;
	/** The folder of `Git` in the repository, where it is known. */
	prefix?: string | undefined;
	/** Aborted when nobody wants to know any more. */
	signal?: AbortSignal | undefined;
}

/**
 * Walks the history of `head`, newest first, in one git process, and calls `visit` for each commit until it
 * returns false. A shallow clone's boundary looks like a root that adds every file: see
 * `RepositoryState.boundary`.
 */
export async function readHistory(
	git: Git,
	head: string,
	visit: (commit: HistoryCommit) => boolean,
	options: HistoryOptions = {},
): Promise<void> {
	const { starts = [], paths = [] } = options;
	const prefix = options.prefix ?? (await git.prefix());
	const parser = historyParser(visit, prefix);
	// From the root, with steps up: with `top` git does not use the changed paths of a commit-graph, which it does for
	// one path, and newer ones for several.
	const root = "../".repeat(prefix.split("/").length - 1);
	const input = [head, ...starts, "--", ...paths.map((path) => `:(literal)${root}${path}`)];
	await git.stream(
		[
			"-c",
			"log.showRoot=true",
			"-c",
			"log.follow=false",
			"log",
			"-z",
			"--name-only",
			"--no-renames",
			"--no-relative",
			"--ignore-submodules=none",
			"--diff-merges=separate",
			"--encoding=UTF-8",
			FORMAT,
			...(starts.length > 0 ? ["--ignore-missing"] : []),
			...(paths.length > 0 ? ["--full-history", "--show-pulls"] : []),
			"--stdin",
		],
		parser.take,
		{ input: `${input.join("\n")}\n`, signal: options.signal },
	);
	parser.end();
}

/** Reads the output of `readHistory`'s git, in chunks of any size. `prefix` is a folder (`a/b/`) or empty. */
export function historyParser(
	visit: (commit: HistoryCommit) => boolean,
	prefix = "",
): {
	take(chunk: Buffer): boolean;
	end(): void;
} {
	let rest: Buffer[] = [];
	let fields: string[] | undefined;
	let files: string[] = [];
	/** Records of one commit, one for each parent that differs, follow each other. */
	let open: { commit: HistoryCommit; differences: string[][] } | undefined;
	let going = true;

	const closeRecord = () => {
		if (fields === undefined) return;
		if (fields.length < FIELDS) throw new Error("git log wrote a record with too few fields");
		const [hash = "", parents = "", tree = "", date = "", message = ""] = fields;
		if (open !== undefined && open.commit.hash !== hash) closeCommit();
		if (open === undefined) {
			const differences: string[][] = [];
			open = {
				commit: {
					hash,
					parents: parents === "" ? [] : parents.split(" "),
					tree,
					date: Number(date),
					message: withinLimit(message),
					differences,
				},
				differences,
			};
		}
		if (files.length > 0) open.differences.push(within(files, prefix));
		fields = undefined;
		files = [];
	};
	const closeCommit = () => {
		if (open !== undefined && going) going = visit(open.commit);
		open = undefined;
	};
	const token = (text: string) => {
		if (fields === undefined) fields = [];
		else if (fields.length < FIELDS) fields.push(text);
		else if (text === "") {
			closeRecord();
			fields = [];
		} else files.push(files.length === 0 && text.startsWith("\n") ? text.slice(1) : text);
	};

	return {
		take: (chunk) => {
			const last = chunk.lastIndexOf(0);
			if (last < 0) {
				// A copy, since node reuses nothing of a chunk but keeps all of it alive.
				rest.push(Buffer.from(chunk));
				return going;
			}
			const whole = chunk.subarray(0, last);
			const text = (rest.length === 0 ? whole : Buffer.concat([...rest, whole])).toString("utf8");
			rest = last + 1 < chunk.length ? [Buffer.from(chunk.subarray(last + 1))] : [];
			for (let start = 0; start <= text.length && going; ) {
				const end = text.indexOf("\0", start);
				token(end < 0 ? text.slice(start) : text.slice(start, end));
				if (end < 0) break;
				start = end + 1;
			}
			return going;
		},
		end: () => {
			if (!going) return;
			closeRecord();
			closeCommit();
		},
	};
}

function within(files: string[], prefix: string): string[] {
	if (prefix === "") return files;
	return files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
}

/** Headers stand at a message's beginning and footers at its end. */
function withinLimit(message: string): string {
	if (message.length <= MESSAGE_LIMIT) return message;
	const half = MESSAGE_LIMIT / 2;
	return `${message.slice(0, half)}\n${message.slice(-half)}`;
}
