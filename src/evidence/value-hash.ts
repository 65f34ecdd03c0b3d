import { attributeText, HAS_MORE_THAN_ASCII, HAS_REFERENCE, HAS_SPACE } from "./xml-characters.js";

/**
 * A hash of a text that is the same whether the text was made or stands as bytes in a report. Reports have millions
 * of names, of which most are never needed as texts. It is no protection against someone who wants two to be equal.
 * Pure.
 */

/** Of the first sum; FNV's (http://www.isthe.com/chongo/tech/comp/fnv/). */
const FACTOR = 0x01000193;
/** Of the second one: far from it, and odd as well, so that nothing is lost (Knuth's, for hashes by multiplication). */
const OTHER_FACTOR = 0x9e3779b1;

const AMPERSAND = 0x26;
const HASH_SIGN = 0x23;

/**
 * Two sums of 32 bits that take a text each in a way of its own: texts that are the same by one of them are not by
 * the other. They are changed in place, since there are millions.
 */
export type Sums = [first: number, second: number];

/** Takes a text into the sums. */
export function hashText(text: string, sums: Sums): void {
	let first = sums[0];
	let second = sums[1];
	for (let index = 0; index < text.length; index++) {
		const character = text.charCodeAt(index);
		first = Math.imul(first ^ character, FACTOR);
		second = Math.imul(second ^ character, OTHER_FACTOR);
	}
	sums[0] = first;
	sums[1] = second;
}

/** Takes what a value of an attribute stands for, whose references were found to be good, into the sums. */
export function hashValue(bytes: Buffer, start: number, end: number, marks: number, sums: Sums): void {
	if ((marks & (HAS_MORE_THAN_ASCII | HAS_SPACE)) !== 0) {
		hashText(attributeText(bytes, start, end, marks), sums);
		return;
	}
	let first = sums[0];
	let second = sums[1];
	for (let at = start; at < end; at++) {
		let byte = bytes[at] ?? 0;
		if (byte === AMPERSAND && (marks & HAS_REFERENCE) !== 0) {
			if (bytes[at + 1] === HASH_SIGN) {
				hashText(attributeText(bytes, start, end, marks), sums);
				return;
			}
			byte = entityAt(bytes, at);
			at += ENTITY_LENGTHS[byte] ?? 0;
		}
		first = Math.imul(first ^ byte, FACTOR);
		second = Math.imul(second ^ byte, OTHER_FACTOR);
	}
	sums[0] = first;
	sums[1] = second;
}

/** By character: how much longer its entity is than the character. */
const ENTITY_LENGTHS: Readonly<Record<number, number>> = { 34: 5, 38: 4, 39: 5, 60: 3, 62: 3 };

/** The character of one of XML's own entities. */
function entityAt(bytes: Buffer, at: number): number {
	switch (bytes[at + 1]) {
		case 0x6c:
			return 0x3c;
		case 0x67:
			return 0x3e;
		case 0x71:
			return 0x22;
		default:
			return bytes[at + 2] === 0x6d ? 0x26 : 0x27;
	}
}
