import type { VersionTag } from "./tag.js";

/** Of how many of the highest lines of a service the highest tag is a start of the walk over the history. */
export const LINES = 4;

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
