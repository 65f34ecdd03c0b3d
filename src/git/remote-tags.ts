import { errorMessage, UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";

/** Names and commits. An annotated tag is given with the commit that it names in the end. */
export interface Refs {
	/** By name without `refs/tags/`. */
	tags: ReadonlyMap<string, string>;
	/** By name without `refs/heads/`. Local tags come without branches. */
	heads: ReadonlyMap<string, string>;
}

/** What `origin` has, or why it can't be asked. */
export type RemoteRefs = (Refs & { reachable: true }) | { reachable: false; reason: string };

/** Asks `origin` for its branches and tags, once. Never throws for a remote that does not answer. */
export async function remoteRefs(git: Git): Promise<RemoteRefs> {
	if ((await git.remote()) === undefined) return { reachable: false, reason: "there is no remote 'origin'" };
	try {
		const { stdout } = await git.run(["ls-remote", "--quiet", "--heads", "--tags", "origin"]);
		return { reachable: true, ...parseRefs(stdout.toString("utf8")) };
	} catch (error) {
		if (error instanceof GitError) return { reachable: false, reason: error.stderr };
		if (error instanceof UserError && error.fault === "outside")
			return { reachable: false, reason: errorMessage(error) };
		throw error;
	}
}

/** The commits of some full names (`refs/pull/1/merge`) at `origin`; those that are not there are left out. */
export async function remoteCommits(
	git: Git,
	names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	if ((await git.remote()) === undefined) return new Map();
	const { code, stdout } = await git.run(["ls-remote", "--quiet", "origin", "--", ...names], {
		allowed: [2, 128],
	});
	const found = new Map<string, string>();
	if (code !== 0) return found;
	for (const [hash, name] of lines(stdout.toString("utf8"))) {
		// ls-remote matches the ends of names too.
		if (names.includes(name)) found.set(name, hash);
	}
	return found;
}

/** The tags of the clone. */
export async function localTags(git: Git): Promise<ReadonlyMap<string, string>> {
	const { stdout } = await git.run(["show-ref", "--tags", "--dereference"], { allowed: [1] });
	return parseRefs(stdout.toString("utf8")).tags;
}

/** `HASH<tab or blank>NAME` lines; a name that ends in `^{}` gives the object that an annotated tag names. */
export function parseRefs(output: string): Refs {
	const tags = new Map<string, string>();
	const heads = new Map<string, string>();
	for (const [hash, name] of lines(output)) {
		if (name.startsWith("refs/heads/")) heads.set(name.slice("refs/heads/".length), hash);
		if (!name.startsWith("refs/tags/")) continue;
		const tag = name.slice("refs/tags/".length);
		// The peeled line follows that of the tag object.
		tags.set(tag.endsWith("^{}") ? tag.slice(0, -3) : tag, hash);
	}
	return { tags, heads };
}

function lines(output: string): [hash: string, name: string][] {
	return output.split("\n").flatMap((line): [string, string][] => {
		const match = /^([0-9a-f]{40,64})[\t ](.+)$/.exec(line);
		return match?.[1] === undefined || match[2] === undefined ? [] : [[match[1], match[2]]];
	});
}
