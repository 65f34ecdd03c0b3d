import { UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";

/**
 * Patterns of tags that may come to point at another digest. `*` is the only special character: it matches any
 * run without a dot, an empty one too. A tag that is a version moves only if it is named in full. Pure.
 */

/**
 * `X.Y.Z` with or without `v`, prerelease and build metadata (`_` stands for `+` in a tag). Wider than SemVer
 * (leading zeros): what looks like a version is taken to be meant for good.
 */
const VERSION = /^v?\d+\.\d+\.\d+(?:[-_].*)?$/;

const PATTERN = /^[A-Za-z0-9_*][A-Za-z0-9_.*-]{0,255}$/;

/** Whether a tag may be moved. */
export function mayMove(tag: string, patterns: readonly string[]): boolean {
	if (VERSION.test(tag)) return patterns.includes(tag);
	return patterns.some((pattern) => matches(pattern, tag));
}

/**
 * Patterns as they were written, checked. `input` names the input, or else where they stand.
 * @throws UserError `invalid-tag-pattern`
 */
export function checkPatterns(patterns: readonly string[], place: { input?: string; file?: string }): void {
	for (const pattern of patterns) {
		if (PATTERN.test(pattern)) continue;
		throw new UserError("invalid-tag-pattern", `${quote(pattern)} is no pattern of tags`, {
			...place,
			hint: "Use letters, digits, '_', '.', '-', and '*' for any run of characters without a dot.",
		});
	}
}

/** A star never matches a dot, so the parts between dots match one by one. */
function matches(pattern: string, tag: string): boolean {
	const patterns = pattern.split(".");
	const parts = tag.split(".");
	return patterns.length === parts.length && patterns.every((each, at) => matchesPart(each, parts[at] ?? ""));
}

/** From left to right, each piece at its first place: linear, whatever was written. */
function matchesPart(pattern: string, part: string): boolean {
	const [first = "", ...rest] = pattern.split("*");
	const last = rest.pop();
	if (last === undefined) return part === first;
	if (!part.startsWith(first) || !part.endsWith(last) || part.length < first.length + last.length)
		return false;
	const end = part.length - last.length;
	let at = first.length;
	for (const piece of rest) {
		const found = part.indexOf(piece, at);
		if (found < 0 || found + piece.length > end) return false;
		at = found + piece.length;
	}
	return true;
}
