import { attributeText, HAS_MORE_THAN_ASCII, HAS_REFERENCE, HAS_SPACE } from "./xml-characters.js";

/**
 * A hash of a text that is the same whether the text was made or stands as bytes in a report. Reports have millions
 * of names, of which most are never needed as texts. It is no protection against someone who wants two to be equal.
 * Pure.
 */

/** FNV's, which takes a character at a time (http://www.isthe.com/chongo/tech/comp/fnv/). */
const FACTOR = 0x01000193;

const AMPERSAND = 0x26;
const HASH_SIGN = 0x23;

export function hashText(text: string, seed: number): number {
	let hash = seed;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FACTOR);
	return hash;
}

/** The hash of what a value of an attribute stands for, whose references were found to be good. */
export function hashValue(bytes: Buffer, start: number, end: number, marks: number, seed: number): number {
	if ((marks & (HAS_MORE_THAN_ASCII | HAS_SPACE)) !== 0)
		return hashText(attributeText(bytes, start, end, marks), seed);
	let hash = seed;
	for (let at = start; at < end; at++) {
		let byte = bytes[at] ?? 0;
		if (byte === AMPERSAND && (marks & HAS_REFERENCE) !== 0) {
			if (bytes[at + 1] === HASH_SIGN) return hashText(attributeText(bytes, start, end, marks), seed);
			byte = entityAt(bytes, at);
			at += ENTITY_LENGTHS[byte] ?? 0;
		}
		hash = Math.imul(hash ^ byte, FACTOR);
	}
	return hash;
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
