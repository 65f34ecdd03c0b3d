import { lstat, readFile, realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { REMOTE_SETTINGS, type Setting, tracedSettings } from "./trace.js";

/** What a clone is like. */
export interface RepositoryState {
	/** The full hash of HEAD. */
	head: string;
	/** The branch that is checked out; undefined where HEAD is detached. */
	branch: string | undefined;
	/** The folder of `Git` within the repository: `a/b/`, or empty. */
	prefix: string;
	/** The commits at the end of a shallow clone, which look like roots; empty in a whole one. */
	boundary: ReadonlySet<string>;
	/** Where git keeps the boundary. */
	shallowFile: string;
	/** Where the refs of all working trees of the repository are. */
	commonDirectory: string;
	/** The URL of `origin` as it is configured. */
	origin: string | undefined;
	/** A remote whose `partialclonefilter` leaves trees out. */
	treeless: string | undefined;
}

const QUESTIONS = [
	["--show-prefix"],
	["--is-shallow-repository"],
	["--git-path", "shallow"],
	["--git-common-dir"],
	["HEAD", "--symbolic-full-name", "HEAD"],
].flat();

/**
 * The state of the clone. It costs no process but the one that reads objects: the working tree and the remotes'
 * settings come from its trace (`def_repo` and `def_param` of trace2), the rest from files that git documents
 * (gitrepository-layout). Where something is not as expected there, `git rev-parse` is asked. A UserError where
 * there is no repository or no commit.
 */
export async function repositoryState(git: Git): Promise<RepositoryState> {
	const read = await readState(git).catch(() => undefined);
	return read ?? askState(git);
}

/** Undefined where git must be asked: a bare or a reftable repository, none at all, or one without a commit. */
async function readState(git: Git): Promise<RepositoryState | undefined> {
	const [trace, [commit], directory] = await Promise.all([
		git.objects.begun(),
		git.objects.info(["HEAD^{commit}"]),
		realpath(git.directory),
	]);
	if (trace?.worktree === undefined || commit === undefined) return undefined;
	const { worktree } = trace;
	const inside = relative(worktree, directory).replaceAll(sep, "/");
	if (inside === ".." || inside.startsWith("../") || isAbsolute(inside)) return undefined;
	const gitDirectory = await gitDirectoryOf(worktree);
	const common = await readIfThere(join(gitDirectory, "commondir"));
	const commonDirectory = common === undefined ? gitDirectory : resolve(gitDirectory, common.trim());
	const shallowFile = join(commonDirectory, "shallow");
	const [name, shallow] = await Promise.all([
		headOf(gitDirectory, commonDirectory),
		readIfThere(shallowFile),
	]);
	if (name === undefined || (name.detached !== undefined && name.detached !== commit.hash)) return undefined;
	return {
		head: commit.hash,
		branch: name.branch,
		prefix: inside === "" ? "" : `${inside}/`,
		boundary: boundaryOf(shallow ?? ""),
		shallowFile,
		commonDirectory,
		...remotes(trace.settings),
	};
}

/** `.git` is a folder, or a file that names one: in a linked working tree and a submodule. */
async function gitDirectoryOf(worktree: string): Promise<string> {
	const path = join(worktree, ".git");
	if ((await lstat(path)).isDirectory()) return path;
	const named = /^gitdir: (.+?)\r?\n?$/s.exec(await readFile(path, "utf8"))?.[1];
	if (named === undefined) throw new Error(`${path} names no folder`);
	return resolve(worktree, named);
}

/** What HEAD says; undefined where it is no plain file that names a branch with a commit of its own, or a commit. */
async function headOf(
	gitDirectory: string,
	commonDirectory: string,
): Promise<{ branch: string | undefined; detached: string | undefined } | undefined> {
	const path = join(gitDirectory, "HEAD");
	if (!(await lstat(path)).isFile()) return undefined;
	const text = (await readFile(path, "utf8")).trimEnd();
	if (/^[0-9a-f]{40,64}$/.test(text)) return { branch: undefined, detached: text };
	const ref = /^ref: *(refs\/.+)$/.exec(text)?.[1];
	// A reftable repository has this name there.
	if (ref === undefined || ref === "refs/heads/.invalid") return undefined;
	const target = await readIfThere(join(commonDirectory, ref));
	if (target?.startsWith("ref:") === true) return undefined;
	const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
	return { branch, detached: undefined };
}

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : undefined;
		if (code === "ENOENT" || code === "ENOTDIR") return undefined;
		throw error;
	}
}

async function askState(git: Git): Promise<RepositoryState> {
	const { stdout, trace } = await git.run(["rev-parse", ...QUESTIONS], {
		traced: REMOTE_SETTINGS,
		failure: "no-commit",
	});
	const lines = stdout.toString("utf8").replace(/\n$/, "").split("\n");
	const [prefix = "", shallow, shallowFile = "", common = "", head = "", symbolic = ""] = lines;
	// A branch or tag that is called HEAD makes its name ambiguous, and git then writes none.
	const named =
		lines.length === 5 ? await git.run(["symbolic-ref", "--quiet", "HEAD"], { allowed: [1] }) : undefined;
	if (
		lines.length < 5 ||
		lines.length > 6 ||
		!/^(true|false)$/.test(shallow ?? "") ||
		!/^[0-9a-f]{40,64}$/.test(head)
	)
		throw new Error(`git rev-parse wrote ${JSON.stringify(lines.slice(0, 5)).slice(0, 500)}`);
	const ref = named === undefined ? symbolic : named.stdout.toString("utf8").trim();
	const boundary = shallow === "true" ? await readFile(resolve(git.directory, shallowFile), "utf8") : "";
	return {
		head,
		branch: ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined,
		prefix,
		boundary: boundaryOf(boundary),
		shallowFile: resolve(git.directory, shallowFile),
		commonDirectory: resolve(git.directory, common),
		...remotes(trace === undefined ? await configured(git) : tracedSettings(trace)),
	};
}

function boundaryOf(shallow: string): ReadonlySet<string> {
	return new Set(shallow.split("\n").filter((line) => line !== ""));
}

/** Refuses a clone whose history can't be compared without fetching every tree of it, one at a time. */
export function refuseTreeless(state: RepositoryState): void {
	if (state.treeless === undefined) return;
	throw new UserError(
		"treeless-clone",
		`The clone has no trees (remote.${state.treeless}.partialclonefilter is a tree filter), so what its commits changed can't be read`,
		{
			hint: "Give actions/checkout 'filter: blob:none' instead of 'tree:0', or run: git fetch --refetch --filter=blob:none, with that filter set for the remote.",
		},
	);
}

function remotes(settings: readonly Setting[]): Pick<RepositoryState, "origin" | "treeless"> {
	let origin: string | undefined;
	let treeless: string | undefined;
	for (const [key, value] of settings) {
		if (key === "remote.origin.url") origin = value;
		const remote = /^remote\.(.+)\.partialclonefilter$/s.exec(key)?.[1];
		if (remote !== undefined && /(^|[:+])tree:/.test(value)) treeless = remote;
	}
	return { origin, treeless };
}

/** The settings by a process, where the trace does not arrive. */
async function configured(git: Git): Promise<Setting[]> {
	const { stdout } = await git.run(
		["config", "-z", "--get-regexp", "^remote\\..*\\.(url|partialclonefilter)$"],
		{ allowed: [1] },
	);
	return stdout
		.toString("utf8")
		.split("\0")
		.flatMap((record): Setting[] => {
			const end = record.indexOf("\n");
			return end < 0 ? [] : [[record.slice(0, end), record.slice(end + 1)]];
		});
}
