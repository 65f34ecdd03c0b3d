import { sha256 } from "../runner/sha256.js";

/** A branch's name in the form that strings take. */
export interface BranchLabel {
	/** ASCII letters, digits and `-`, with neither end a `-`; never empty. */
	name: string;
	/** `h` and ten hex digits, where the name lost something of the branch's. */
	hash: string | undefined;
}

/** Folding for strings that have no upper case (slug), where it counts as a loss. */
export interface LabelOptions {
	fold?: boolean;
	/** The most characters of the name without its hash; a cut counts as a loss. */
	limit?: number;
}

/** A name that ends like our own hash; in a slug, where a `-` separates both, it must not pass for one. */
const LIKE_HASH = /(^|-)h[0-9a-f]{10}$/;

/**
 * A branch's name for metadata: letters, digits and `-` stay, every other run of characters becomes one `-`, ends
 * are trimmed. If that lost or cut anything, the hash of the whole ref keeps names apart.
 */
export function branchLabel(branch: string, options: LabelOptions = {}): BranchLabel {
	const clean = trimDashes(branch.replace(/[^A-Za-z0-9-]+/g, "-"));
	const folded = options.fold === true ? clean.toLowerCase() : clean;
	const limit = options.limit ?? Number.POSITIVE_INFINITY;
	const name = trimDashes(folded.slice(0, Math.max(0, limit)));
	const lost = name !== branch || (options.fold === true && LIKE_HASH.test(name));
	return { name: name === "" ? "x" : name, hash: lost ? refHash(branch) : undefined };
}

/** `h` and the first ten hex digits of SHA-256 of the whole ref name. */
export function refHash(branch: string): string {
	return `h${sha256(`refs/heads/${branch}`).slice(0, 10)}`;
}

function trimDashes(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && text[start] === "-") start++;
	while (end > start && text[end - 1] === "-") end--;
	return text.slice(start, end);
}
