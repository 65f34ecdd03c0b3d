import { createHash } from "node:crypto";

/** What is written once and then brought up to date: a comment or a check run, of which there is one for each key. */

const KEY_LIMIT = 150;
const HASH_LENGTH = 20;

/** A key of at most 150 characters; of a longer one the end is a hash of the whole, so that two keys stay two. */
export function stickyKey(whole: string): string {
	if (whole.length <= KEY_LIMIT) return whole;
	const hash = createHash("sha256").update(whole).digest("hex").slice(0, HASH_LENGTH);
	return `${whole.slice(0, KEY_LIMIT - HASH_LENGTH - 1)}~${hash}`;
}

/** The run of Actions that wrote something, and its attempt; none for what was written elsewhere. */
export interface Writer {
	run: string | undefined;
	attempt: number;
}

/** Whether a later run or attempt wrote it: its words are not replaced by an earlier one's. */
export function isNewer(theirs: Writer, ours: Writer): boolean {
	const [a, b] = [numberOf(theirs.run), numberOf(ours.run)];
	return a > b || (a === b && theirs.attempt > ours.attempt);
}

export function isSameAttempt(theirs: Writer, ours: Writer): boolean {
	return numberOf(theirs.run) === numberOf(ours.run) && theirs.attempt === ours.attempt;
}

function numberOf(run: string | undefined): bigint {
	return BigInt(run !== undefined && /^\d{1,20}$/.test(run) ? run : "0");
}
