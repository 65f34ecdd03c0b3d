/** A release as the changelog tells it. */
export interface Entry {
	version: string;
	/** `2026-11-27`. */
	date: string;
	/** Markdown with headings of the second level, as `version` writes them. */
	notes: string;
}

const UNRELEASED = "## [Unreleased]";

/**
 * The changelog with a section for a release below *Unreleased*: first what was written there by hand, then the
 * notes. Undefined where the release has its section already.
 */
export function withRelease(changelog: string, { version, date, notes }: Entry): string | undefined {
	if (changelog.includes(`\n## [${version}]`)) return undefined;
	const at = changelog.indexOf(UNRELEASED);
	if (at < 0) throw new Error(`CHANGELOG.md has no line '${UNRELEASED}'`);
	const from = at + UNRELEASED.length;
	const next = changelog.indexOf("\n## [", from);
	const words = changelog.slice(from, next < 0 ? undefined : next).trim();
	const rest = next < 0 ? "" : changelog.slice(next + 1);
	const generated = notes.trim().replace(/^## /gm, "### ");
	const parts = [
		changelog.slice(0, from),
		`## [${version}] - ${date}`,
		...(words === "" ? [] : [words]),
		generated,
		...(rest === "" ? [] : [rest.trimEnd()]),
	];
	return `${parts.join("\n\n")}\n`;
}
