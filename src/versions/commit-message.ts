/**
 * Reading commit messages for what they say about a version: Conventional Commits
 * (https://www.conventionalcommits.org), read as leniently as people write them. Nothing here throws: a message
 * that says nothing is a patch. Lines are scanned by hand or by patterns without nested repetition, since a
 * message is foreign text of any length.
 */

export type Level = "patch" | "minor" | "major";

export interface CommitMessage {
	/** The first line that is not blank. */
	header: string;
	level: Level;
	/** Why it is this level, for the trace: `feat`, `feat!`, `BREAKING CHANGE`, or the type, or `no type`. */
	rule: string;
	/** The value of the last `Release-As:` footer as written. */
	releaseAs: string | undefined;
	/** Hashes, full or short, of `This reverts commit HASH` lines. */
	reverts: readonly string[];
	/** The title that a `Revert "..."` or `Reapply "..."` names. */
	revertsTitle: string | undefined;
}

const SQUASHED = "Squashed commit of the following:";
const AUTOSQUASH = /^(?:fixup|squash|amend)! /;
const BREAKING = /^ {0,4}(?:[*-] {1,4})?BREAKING(?:[ -]CHANGE|[ ]CHANGES)(?::| #)/;
const RELEASE_AS = /^release-as:[ \t]*(\S+)[ \t]*$/i;
const REVERTED = /^[ \t]*This reverts commit ([0-9a-f]{7,64})\b/i;
/** No header of a person is longer; a longer line is text. */
const HEADER_LIMIT = 10_000;

const RANK: Readonly<Record<Level, number>> = { patch: 1, minor: 2, major: 3 };

/** The higher of two levels. */
export function higher(a: Level, b: Level): Level {
	return RANK[a] >= RANK[b] ? a : b;
}

/** What a commit message says. */
export function parseCommitMessage(message: string): CommitMessage {
	const lines = message.split(/\r\n|\n|\r/);
	const titleAt = lines.findIndex((line) => line.trim() !== "");
	const title = titleAt < 0 ? "" : (lines[titleAt] ?? "").trim();
	const typed = !AUTOSQUASH.test(title);
	let level: Level = "patch";
	let rule = "no type";
	const raise = (to: Level, why: string) => {
		if (rule === "no type" || RANK[to] > RANK[level]) rule = why;
		level = higher(level, to);
	};
	const header = (text: string) => {
		const found = typed ? parseHeader(text) : undefined;
		if (found === undefined) return;
		if (found.breaking) raise("major", `${found.type}!`);
		else raise(found.type === "feat" ? "minor" : "patch", found.type);
	};

	let squashed = false;
	let releaseAs: string | undefined;
	const reverts: string[] = [];
	for (const [index, line] of lines.entries()) {
		if (index < titleAt) continue;
		if (BREAKING.test(line)) raise("major", "BREAKING CHANGE");
		if (line.trim() === SQUASHED) squashed = true;
		if (index === titleAt) {
			header(title);
			continue;
		}
		header(withoutBullet(squashed ? line.trimStart() : line));
		const reverted = REVERTED.exec(line)?.[1];
		if (reverted !== undefined) reverts.push(reverted.toLowerCase());
		releaseAs = RELEASE_AS.exec(line)?.[1] ?? releaseAs;
	}
	return { header: title, level, rule, releaseAs, reverts, revertsTitle: revertedTitle(title) };
}

/**
 * `type(scope)!: text`, in any case, with blanks around the scope and the colon and the `!` on either side of the
 * scope. The type is lower-cased.
 */
export function parseHeader(line: string): { type: string; breaking: boolean } | undefined {
	if (line.length > HEADER_LIMIT) return undefined;
	const type = /^[A-Za-z][A-Za-z0-9_-]*/.exec(line)?.[0];
	if (type === undefined) return undefined;
	let at = type.length;
	const blanks = () => {
		while (line[at] === " " || line[at] === "\t") at++;
	};
	let breaking = false;
	const mark = () => {
		blanks();
		if (line[at] !== "!") return;
		breaking = true;
		at++;
		blanks();
	};
	mark();
	if (line[at] === "(") {
		const end = closing(line, at);
		if (end < 0) return undefined;
		at = end + 1;
		mark();
	}
	if (line[at] !== ":" || line.slice(at + 1).trim() === "") return undefined;
	return { type: type.toLowerCase(), breaking };
}

/** The index of the `)` that closes the `(` at `start`, or -1. */
function closing(line: string, start: number): number {
	let depth = 0;
	for (let at = start; at < line.length; at++) {
		if (line[at] === "(") depth++;
		else if (line[at] === ")" && --depth === 0) return at;
	}
	return -1;
}

function withoutBullet(line: string): string {
	return line.startsWith("* ") || line.startsWith("- ") ? line.slice(2).trimStart() : line;
}

/** A title without the ` (#123)` that a squash merge appends, for comparing titles. */
export function comparableTitle(title: string): string {
	return title.replace(/ \(#\d{1,12}\)$/, "").trim();
}

/** `Revert "feat: x"` names `feat: x`; `Reapply "feat: x"` reverts the revert, as git writes it. */
function revertedTitle(title: string): string | undefined {
	const bare = comparableTitle(title);
	if (!bare.endsWith('"')) return undefined;
	if (bare.startsWith('Revert "')) return comparableTitle(bare.slice('Revert "'.length, -1));
	if (bare.startsWith('Reapply "')) return `Revert "${bare.slice('Reapply "'.length, -1)}"`;
	return undefined;
}
