import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";
import { remoteRefs } from "./remote-tags.js";

/** A reference that was made at the remote; `before` is null because a published tag never moves. */
export interface PublishedRef {
	/** `refs/tags/v1.4.0`. */
	ref: string;
	before: string | null;
	after: string;
}

/**
 * Creates lightweight tags on one commit at `origin`: all of them or none, and none that exists. Lightweight, so
 * that the same call makes the same object again and needs no committer. A tag that already names the commit is
 * left as it is; one that names another is refused. The clone gets the tags too.
 */
export async function publishTags(
	git: Git,
	tags: readonly string[],
	commit: string,
): Promise<readonly PublishedRef[]> {
	let missing = await missingTags(git, tags, commit);
	const published: PublishedRef[] = [];
	// Between the question and the push somebody else may have made some of them on this very commit.
	for (let attempt = 0; missing.length > 0; attempt++) {
		const error = await push(git, missing, commit);
		if (error === undefined) {
			published.push(...missing.map((tag) => ({ ref: `refs/tags/${tag}`, before: null, after: commit })));
			break;
		}
		const left = await missingTags(git, missing, commit);
		if (left.length === missing.length || attempt === 2) throw pushError(error);
		missing = left;
	}
	await keepLocally(git, tags, commit);
	return published;
}

/** True where `commit` is on the first-parent line of a branch's tip; the tip is fetched when it is not here. */
export async function onFirstParentLine(
	git: Git,
	commit: string,
	branch: string,
	tip: string,
): Promise<boolean> {
	if (tip === commit) return true;
	if ((await git.commit(tip)) === undefined) await fetchBranch(git, branch);
	if (!(await git.isAncestor(commit, tip))) return false;
	const parents = await git.parents(commit);
	const { stdout } = await git.run(["rev-list", "--first-parent", "--stdin", "--"], {
		input: `${tip}\n${parents.map((parent) => `^${parent}\n`).join("")}`,
	});
	return stdout.toString("utf8").split("\n").includes(commit);
}

async function fetchBranch(git: Git, branch: string): Promise<void> {
	try {
		await git.fetch([`refs/heads/${branch}`]);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const words = error.stderr.slice(0, 2000);
		throw new UserError("remote-unreachable", `The branch ${branch} can't be fetched from origin: ${words}`, {
			fault: "outside",
			// The cause's own words may hold a URL with a password.
			cause: new Error(words),
			hint: "Check the network and the token, and run the step again.",
		});
	}
}

async function missingTags(git: Git, tags: readonly string[], commit: string): Promise<string[]> {
	const refs = await remoteRefs(git);
	if (!refs.reachable) {
		throw new UserError("remote-unreachable", `The tags of origin can't be read: ${refs.reason}`, {
			fault: "outside",
			hint: "Check the network and the token, and run the step again.",
		});
	}
	for (const tag of tags) {
		const there = refs.tags.get(tag);
		if (there !== undefined && there !== commit) throw taken(tag, there, commit);
	}
	return tags.filter((tag) => !refs.tags.has(tag));
}

/** The refusal of a tag that stands elsewhere. */
export function taken(tag: string, there: string, commit: string): UserError {
	return new UserError(
		"version-taken",
		`Tag ${tag} already stands on ${there.slice(0, 12)}, so it can't be made on ${commit.slice(0, 12)}`,
		{
			fault: "refused",
			hint: "Another commit was released under this number first. Build the newest commit of the branch, which gets the next number.",
		},
	);
}

async function push(git: Git, tags: readonly string[], commit: string): Promise<GitError | undefined> {
	try {
		await git.run([
			"push",
			"--quiet",
			"--atomic",
			"--no-verify",
			"--no-follow-tags",
			"--recurse-submodules=no",
			...tags.map((tag) => `--force-with-lease=refs/tags/${tag}:`),
			"origin",
			"--",
			...tags.map((tag) => `${commit}:refs/tags/${tag}`),
		]);
		return undefined;
	} catch (error) {
		if (error instanceof GitError) return error;
		throw error;
	}
}

function pushError(cause: GitError): UserError {
	const words = cause.stderr.slice(0, 2000);
	const forbidden = /403|denied|not allowed|permission|GH013|protected/i.test(words);
	return new UserError("publish-failed", `The tags were not made at origin: ${words}`, {
		fault: "outside",
		// The cause's own words may hold a URL with a password.
		cause: new Error(words),
		hint: forbidden
			? "The job needs 'permissions: contents: write', and the repository's rules must let it create these tags."
			: "Nothing was made: run the step again.",
	});
}

/** Best effort: the remote is what counts, and a tag of the clone that stands elsewhere is left alone. */
async function keepLocally(git: Git, tags: readonly string[], commit: string): Promise<void> {
	for (const tag of tags) {
		await git.run(["update-ref", `refs/tags/${tag}`, commit, "0".repeat(commit.length)], {
			allowed: [1, 128],
		});
	}
}
