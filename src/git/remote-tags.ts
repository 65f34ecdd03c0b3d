import { errorMessage, UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";

/** Names and commits. An annotated tag is given with the commit that it names in the end. */
export interface Refs {
	/** By name without `refs/tags/`. */
	tags: ReadonlyMap<string, string>;
	/** By name without `refs/heads/`. Local tags come without branches. */
	heads: ReadonlyMap<string, string>;
	/** By full name: those that are neither, where they were asked for. */
	others: ReadonlyMap<string, string>;
}

/** What `origin` has, or why it can't be asked. */
export type RemoteRefs = (Refs & { reachable: true }) | { reachable: false; reason: string };

/**
 * Asks `origin` for its branches and tags, once, and for some other full names (`refs/pull/1/merge`) in the same
 * question: a server then sends all names that it has, so they are only given where they are needed. Never throws
 * for a remote that does not answer.
 */
export async function remoteRefs(git: Git, others: readonly string[] = []): Promise<RemoteRefs> {
	const which =
		others.length === 0
			? ["--heads", "--tags", "origin"]
			: ["origin", "refs/heads/*", "refs/tags/*", ...others];
	try {
		const { stdout } = await git.run(["ls-remote", "--quiet", ...which]);
		return { reachable: true, ...parseRefs(stdout.toString("utf8")) };
	} catch (error) {
		if (error instanceof GitError) {
			return /^fatal: '?origin'? does not appear to be a git repository/m.test(error.stderr)
				? { reachable: false, reason: NO_ORIGIN }
				: { reachable: false, reason: error.stderr };
		}
		if (error instanceof UserError && error.fault === "outside")
			return { reachable: false, reason: errorMessage(error) };
		throw error;
	}
}

/** Why a clone without a remote can't ask it. */
export const NO_ORIGIN = "there is no remote 'origin'";

/** `HASH<tab or blank>NAME` lines; a name that ends in `^{}` gives the object that an annotated tag names. */
export function parseRefs(output: string): Refs {
	const tags = new Map<string, string>();
	const heads = new Map<string, string>();
	const others = new Map<string, string>();
	for (const [hash, name] of lines(output)) {
		if (name.startsWith("refs/heads/")) heads.set(name.slice("refs/heads/".length), hash);
		else if (!name.startsWith("refs/tags/")) others.set(name, hash);
		if (!name.startsWith("refs/tags/")) continue;
		const tag = name.slice("refs/tags/".length);
		// The peeled line follows that of the tag object.
		tags.set(tag.endsWith("^{}") ? tag.slice(0, -3) : tag, hash);
	}
	return { tags, heads, others };
}

function* lines(output: string): Generator<[hash: string, name: string]> {
	for (let at = 0; at < output.length; ) {
		const end = output.indexOf("\n", at);
		const line = output.slice(at, end < 0 ? output.length : end);
		at = end < 0 ? output.length : end + 1;
		const blank = /[\t ]/.exec(line)?.index ?? -1;
		const hash = line.slice(0, blank);
		if (blank >= 40 && blank < line.length - 1 && /^[0-9a-f]{40,64}$/.test(hash))
			yield [hash, line.slice(blank + 1)];
	}
}
