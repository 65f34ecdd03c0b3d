import type { Git } from "../git/git.js";
import { type BegunHistory, beginHistory } from "../git/history.js";
import type { RepositoryState } from "../git/state.js";
import { type Core, compareCores, parseCore } from "./bump.js";
import type { VersionTag } from "./tag.js";

/** Of how many of the highest lines of a service the highest tag is a start of the walk over the history. */
export const LINES = 4;

/** More starts than this are no tags of services. */
const MOST = 20_000;

/** The commits of the highest release of each of the highest lines; `releases` from the highest to the lowest. */
export function highestOfLines(releases: readonly Pick<VersionTag, "core" | "commit">[]): string[] {
	const lines = new Map<string, string>();
	for (const { core, commit } of releases) {
		const line = `${core.major}.${core.minor}`;
		if (!lines.has(line)) lines.set(line, commit);
		if (lines.size === LINES) break;
	}
	return [...lines.values()];
}

/**
 * Begins the walk over a whole clone before its services are known, from HEAD and the tags that are likely to be
 * starts: git works while the catalogue is read. Undefined where it would hardly serve: in a shallow clone, where
 * no tags are known here, and on a release branch.
 */
export function beginWalk(
	git: Git,
	state: RepositoryState,
	tags: ReadonlyMap<string, string> | undefined,
	branch: string | undefined,
): BegunHistory | undefined {
	// Its candidates are starts too, and which ones is known later.
	if (/release/i.test(branch ?? "")) return undefined;
	const starts = state.boundary.size > 0 || tags === undefined ? [] : likelyStarts(tags);
	if (starts.length === 0 || starts.length > MOST) return undefined;
	return beginHistory(git, state.head, { starts, prefix: state.prefix });
}

/**
 * The commits of the highest releases, as `highestOfLines` has them, of whatever may be a service, before the services are known: tags that are alike before their version
 * are taken for those of one.
 */
function likelyStarts(tags: ReadonlyMap<string, string>): string[] {
	const lines = new Map<string, Map<string, { core: Core; commit: string }>>();
	for (const [tag, commit] of tags) {
		const at = versionIn(tag);
		const core = parseCore(tag.slice(at));
		if (core === undefined) continue;
		const prefix = tag.slice(0, at);
		const own = lines.get(prefix) ?? new Map<string, { core: Core; commit: string }>();
		if (own.size === 0) lines.set(prefix, own);
		const line = tag.slice(at, tag.lastIndexOf("."));
		const known = own.get(line);
		if (known === undefined || known.core.patch < core.patch) own.set(line, { core, commit });
	}
	return [...lines.values()].flatMap((own) =>
		highestOfLines([...own.values()].sort((a, b) => compareCores(b.core, a.core))),
	);
}

/** Where the digits and dots at the end of a tag begin. */
function versionIn(tag: string): number {
	let at = tag.length;
	while (at > 0 && ((tag[at - 1] ?? "") === "." || isDigit(tag.charCodeAt(at - 1)))) at--;
	return at;
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}
