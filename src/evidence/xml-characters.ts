import { characterEnd } from "./text.js";

/** What bytes mean in XML, and the text that they stand for. Pure. */

/** Bits of CLASSES. Bytes from 128 on are parts of characters that names may hold. */
export const NAME = 1;
export const NAME_START = 2;
export const SPACE = 4;
/** Ends a run of text that means itself: `<`, `&` and `]`. */
export const TEXT_END = 8;

/** By byte. */
export const CLASSES = new Uint8Array(256);
/** By byte: what a value of an attribute has in it. */
export const VALUE_MARKS = new Uint8Array(256);
export const HAS_LESS = 1;
export const HAS_REFERENCE = 2;
export const HAS_SPACE = 4;
export const HAS_MORE_THAN_ASCII = 8;

for (let byte = 0; byte < 256; byte++) {
	const text = String.fromCharCode(byte);
	if (byte >= 128 || /[A-Za-z_:]/.test(text)) CLASSES[byte] = NAME | NAME_START;
	else if (/[-.0-9]/.test(text)) CLASSES[byte] = NAME;
	else if (/[ \t\r\n]/.test(text)) CLASSES[byte] = SPACE;
	else if (/[<&\]]/.test(text)) CLASSES[byte] = TEXT_END;
	if (text === "<") VALUE_MARKS[byte] = HAS_LESS;
	else if (text === "&") VALUE_MARKS[byte] = HAS_REFERENCE;
	else if (/[\t\r\n]/.test(text)) VALUE_MARKS[byte] = HAS_SPACE;
	else if (byte >= 128) VALUE_MARKS[byte] = HAS_MORE_THAN_ASCII;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", '"'],
	["apos", "'"],
]);

/** The longest reference that is looked for, in bytes, less `&` and `;`. */
export const REFERENCE_LIMIT = 64;

/**
 * The character of a reference, without `&` and `;`. A character reference to what XML forbids (a terminal's
 * escape, say) stays as it is written: it changes no structure. Undefined for what is no
 * reference, and for an entity that is not XML's own.
 */
export function referenced(name: string): string | undefined {
	if (!name.startsWith("#")) return ENTITIES.get(name);
	const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
	if (digits === null) return undefined;
	const [, hexadecimal, decimal = ""] = digits;
	const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
	return isCharacter(code) ? String.fromCodePoint(code) : `&${name};`;
}

/** https://www.w3.org/TR/xml/#charsets */
function isCharacter(code: number): boolean {
	if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
	return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** The text of a range of bytes of an element, with line ends as XML has them. */
export function textOf(bytes: Buffer, start: number, end: number): string {
	const text = bytes.toString("utf8", start, end);
	return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * A value of an attribute, whose references were found to be good: a line end or a tab that is written as
 * itself is a blank (https://www.w3.org/TR/xml/#AVNormalize).
 */
export function attributeText(bytes: Buffer, start: number, end: number, marks: number): string {
	const text = bytes.toString((marks & HAS_MORE_THAN_ASCII) === 0 ? "latin1" : "utf8", start, end);
	if ((marks & (HAS_REFERENCE | HAS_SPACE)) === 0) return text;
	const blank = (marks & HAS_SPACE) === 0 ? text : text.replace(/\r\n|[\t\r\n]/g, " ");
	return (marks & HAS_REFERENCE) === 0 ? blank : resolved(blank);
}

function resolved(text: string): string {
	let out = "";
	let from = 0;
	for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
		const end = text.indexOf(";", at);
		out += text.slice(from, at) + (referenced(text.slice(at + 1, end)) ?? "");
		from = end + 1;
	}
	return out + text.slice(from);
}

/** Whether a range of bytes is the name of one of XML's own entities. */
export function isOwnEntity(bytes: Uint8Array, start: number, end: number): boolean {
	const first = bytes[start];
	const second = bytes[start + 1];
	switch (end - start) {
		case 2:
			return second === 0x74 && (first === 0x6c || first === 0x67);
		case 3:
			return first === 0x61 && second === 0x6d && bytes[start + 2] === 0x70;
		default:
			// The longer two are rare.
			return false;
	}
}

/** Where text that ends a window may be cut: in no character, and not between the two halves of a line end. */
export function cutBefore(bytes: Uint8Array, end: number): number {
	const whole = characterEnd(bytes, end);
	return whole > 0 && bytes[whole - 1] === 0x0d ? whole - 1 : whole;
}
