import { commitTree } from "./commit-tree.js";
import { type AddedLines, addedLinesParser, type ChangedFile, parseChangedFiles } from "./diff.js";
import { noHead } from "./missing.js";
import { type ObjectReader, objectReader } from "./objects.js";
import { type GitOutput, type GitProcessOptions, runGit } from "./process.js";
import { type GitStreamOptions, streamGit } from "./stream.js";
import type { FileTree } from "./tree.js";
import { workingTree } from "./working-tree.js";

/**
 * A git repository, seen from one folder of it: every path is relative to that folder, and what lies outside
 * of it is not seen. The only other files that run git are in this folder.
 */
export interface Git {
	readonly directory: string;
	/** Runs git with an argument array, in the folder. For the files of src/git. */
	run(args: readonly string[], options?: Partial<GitProcessOptions>): Promise<GitOutput>;
	/** Runs git and hands over its output in chunks until `take` returns false. For the files of src/git. */
	stream(
		args: readonly string[],
		take: (chunk: Buffer) => boolean,
		options?: Pick<GitStreamOptions, "input" | "signal">,
	): Promise<void>;
	/** Commits, trees and files by one long-lived process. For the files of src/git and src/versions. */
	readonly objects: ObjectReader;
	/** The folder within the repository: `a/b/`, or empty. */
	prefix(): Promise<string>;
	/** The full hash of HEAD. A UserError where there is no repository or no commit. */
	head(): Promise<string>;
	/** The full hash of the commit that `revision` names, or undefined where there is none here. */
	commit(revision: string): Promise<string | undefined>;
	/** Parents of a commit, as recorded (a shallow clone's boundary shows none). */
	parents(commit: string): Promise<readonly string[]>;
	/** The best common ancestor, or undefined. */
	mergeBase(a: string, b: string): Promise<string | undefined>;
	isAncestor(ancestor: string, descendant: string): Promise<boolean>;
	isShallow(): Promise<boolean>;
	/** True where tracked files differ from HEAD. */
	isDirty(): Promise<boolean>;
	/** Files that differ between two commits, or between a commit and the working tree (with untracked files). */
	changedFiles(base: string, head: string | "working-tree"): Promise<readonly ChangedFile[]>;
	/** Lines that `head` adds, by file. */
	addedLines(base: string, head: string | "working-tree"): Promise<AddedLines>;
	tree(commit: string): FileTree;
	/** All of a commit, also where the working directory is a folder of the repository. */
	rootTree(commit: string): FileTree;
	workingTree(): FileTree;
	/** The URL of `origin`, or undefined. */
	remote(): Promise<string | undefined>;
	/** Fetches commits or refs from origin (without tags), as shallow as it can be. */
	fetch(
		refspecs: readonly string[],
		options?: { depth?: number | undefined; unshallow?: boolean | undefined },
	): Promise<void>;
}

/** Credentials for https remotes on one server, handed to git through its environment and to no other host. */
export interface GitCredentials {
	serverUrl: string;
	token: string;
}

/** The credentials of a token, where there is one and its server is known. */
export function tokenCredentials(
	serverUrl: string | undefined,
	token: string | undefined,
): GitCredentials | undefined {
	return serverUrl === undefined || token === undefined ? undefined : { serverUrl, token };
}

export interface GitOptions {
	directory: string;
	environment: Readonly<Record<string, string | undefined>>;
	credentials?: GitCredentials | undefined;
	/** Aborted when nobody wants the answer any more: then what runs is ended, and whatever is asked fails. */
	signal?: AbortSignal | undefined;
}

/** Opens the repository that holds `directory`. Nothing is run before the first question. */
export function openGit(options: GitOptions): Git {
	const { directory, signal } = options;
	const environment = {
		...options.environment,
		...credentialEnvironment(options.credentials, options.environment),
	};
	const objects = objectReader({ directory, environment, signal });
	const run: Git["run"] = async (args, more) => {
		try {
			return await runGit(args, { directory, environment, signal, ...more });
		} catch (cause) {
			if (more?.failure === "no-commit") throw await noHead(run, cause);
			throw cause;
		}
	};
	let prefix: Promise<string> | undefined;
	const text = async (args: readonly string[], more?: Partial<GitProcessOptions>) =>
		(await run(args, more)).stdout.toString("utf8").trim();
	const git: Git = {
		directory,
		run,
		stream: (args, take, own = {}) => {
			const signals = [signal, own.signal].filter((each) => each !== undefined);
			return streamGit(args, { ...own, directory, environment, signal: AbortSignal.any(signals) }, take);
		},
		objects,
		prefix: () => {
			prefix ??= run(["rev-parse", "--show-prefix"]).then(({ stdout }) =>
				stdout.toString("utf8").replace(/\n$/, ""),
			);
			return prefix;
		},
		head: () => text(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { failure: "no-commit" }),
		commit: async (revision) => {
			if (revision.startsWith("-") || revision.includes("\0")) return undefined;
			const { code, stdout } = await run(
				["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
				{
					allowed: [1, 128],
				},
			);
			return code === 0 ? stdout.toString("utf8").trim() : undefined;
		},
		parents: async (commit) => {
			const line = await text(["rev-list", "--parents", "--max-count=1", "--end-of-options", commit, "--"]);
			return line.split(" ").slice(1);
		},
		mergeBase: async (a, b) => {
			const { code, stdout } = await run(["merge-base", "--", a, b], { allowed: [1] });
			return code === 0 ? stdout.toString("utf8").trim() : undefined;
		},
		isAncestor: async (ancestor, descendant) =>
			(await run(["merge-base", "--is-ancestor", "--", ancestor, descendant], { allowed: [1] })).code === 0,
		isShallow: async () => (await text(["rev-parse", "--is-shallow-repository"])) === "true",
		isDirty: async () =>
			(await run(["diff", "--quiet", "--no-ext-diff", "HEAD", "--"], { allowed: [1] })).code === 1,
		changedFiles: async (base, head) => {
			const range = head === "working-tree" ? [base] : [base, head];
			const { stdout } = await run([
				"diff",
				"--name-status",
				"-z",
				"-M",
				"--relative",
				"--no-ext-diff",
				// A change could else hide a submodule's by .gitmodules.
				"--ignore-submodules=none",
				"--end-of-options",
				...range,
				"--",
			]);
			const changed = parseChangedFiles(stdout.toString("utf8"));
			if (head !== "working-tree") return changed;
			const untracked = await text(["ls-files", "-z", "--others", "--exclude-standard"]);
			const added = untracked.split("\0").filter((path) => path !== "");
			return [...changed, ...added.map((path): ChangedFile => ({ status: "added", path, from: undefined }))];
		},
		addedLines: async (base, head) => {
			const range = head === "working-tree" ? [base] : [base, head];
			const parser = addedLinesParser();
			await git.stream(
				[
					"diff",
					"-U0",
					"--inter-hunk-context=0",
					"-M",
					"--relative",
					"--no-ext-diff",
					"--no-textconv",
					// A change could else hide its lines by a byte of zero or by .gitattributes.
					"--text",
					"--no-color",
					"--src-prefix=a/",
					"--dst-prefix=b/",
					"--end-of-options",
					...range,
					"--",
				],
				parser.take,
			);
			return parser.end();
		},
		tree: (commit) => commitTree(objects, commit, git.prefix),
		rootTree: (commit) => commitTree(objects, commit, async () => ""),
		workingTree: () => workingTree(run, directory),
		remote: async () => {
			const { code, stdout } = await run(["remote", "get-url", "origin"], { allowed: [2, 128] });
			return code === 0 ? stdout.toString("utf8").trim() : undefined;
		},
		fetch: async (refspecs, fetchOptions = {}) => {
			const depth =
				fetchOptions.unshallow === true
					? ["--unshallow"]
					: fetchOptions.depth === undefined
						? []
						: [`--depth=${fetchOptions.depth}`];
			await run([
				"fetch",
				"--quiet",
				"--no-tags",
				"--no-recurse-submodules",
				...depth,
				"origin",
				"--",
				...refspecs,
			]);
		},
	};
	return git;
}

/** The header goes through the environment, so that no process list and no configuration file holds the token. */
function credentialEnvironment(
	credentials: GitCredentials | undefined,
	environment: GitOptions["environment"],
): Record<string, string> {
	if (credentials === undefined) return {};
	const { origin } = new URL(credentials.serverUrl);
	const basic = Buffer.from(`x-access-token:${credentials.token}`).toString("base64");
	// What is configured this way already (safe.directory in a container, say) stays.
	const first = Number(environment.GIT_CONFIG_COUNT ?? "0") || 0;
	const key = `http.${origin}/.extraheader`;
	return {
		GIT_CONFIG_COUNT: String(first + 2),
		// The empty value drops what actions/checkout left in the clone: servers refuse two such headers.
		[`GIT_CONFIG_KEY_${first}`]: key,
		[`GIT_CONFIG_VALUE_${first}`]: "",
		[`GIT_CONFIG_KEY_${first + 1}`]: key,
		[`GIT_CONFIG_VALUE_${first + 1}`]: `AUTHORIZATION: basic ${basic}`,
	};
}
