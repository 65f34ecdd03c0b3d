import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";

/** What one `git rev-parse` tells of a repository. */
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
 * Reads all of it in one process. The remotes' settings come from git's own trace (trace2, `def_param`), which
 * costs no process either. A UserError where there is no repository or no commit.
 */
export async function repositoryState(git: Git): Promise<RepositoryState> {
	const { stdout, trace } = await git.run(["rev-parse", ...QUESTIONS], {
		traced: "remote.*.url,remote.*.partialclonefilter",
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
		boundary: new Set(boundary.split("\n").filter((line) => line !== "")),
		shallowFile: resolve(git.directory, shallowFile),
		commonDirectory: resolve(git.directory, common),
		...remotes(trace === undefined ? await configured(git) : traced(trace)),
	};
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

type Setting = readonly [key: string, value: string];

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

/** The `def_param` events of a trace: one JSON object per line (api-trace2 of git). */
function traced(trace: string): Setting[] {
	return trace.split("\n").flatMap((line): Setting[] => {
		if (!line.includes('"def_param"')) return [];
		const event: unknown = JSON.parse(line);
		if (typeof event !== "object" || event === null || !("param" in event) || !("value" in event)) return [];
		return typeof event.param === "string" && typeof event.value === "string"
			? [[event.param, event.value]]
			: [];
	});
}

/** The same by a process, where the trace does not arrive. */
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
