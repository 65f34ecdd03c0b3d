import { type ByteWindow, MORE } from "./byte-window.js";
import { CLASSES, isOwnEntity, NAME, REFERENCE_LIMIT, referenced } from "./xml-characters.js";
import type { XmlComplaints } from "./xml-complaints.js";

const AMPERSAND = 0x26;
const HASH_SIGN = 0x23;
const SEMICOLON = 0x3b;

/** References in a window: `&lt;` and what else begins with `&`. Pure. */
export class XmlReferences {
	readonly #window: ByteWindow;
	readonly #complain: XmlComplaints;
	/** Whether the window has all that is left of the file. */
	ending = false;

	constructor(window: ByteWindow, complain: XmlComplaints) {
		this.#window = window;
		this.#complain = complain;
	}

	/** Where the `;` of a reference is that begins at `at` and has to end before `end`. */
	endOf(at: number, end: number): number {
		const { bytes } = this.#window;
		const limit = Math.min(end, at + 1 + REFERENCE_LIMIT);
		for (let next = at + 1; next < limit; next++) {
			if (bytes[next] === SEMICOLON && next > at + 1) return next;
			if (bytes[next] !== HASH_SIGN && ((CLASSES[bytes[next] ?? 0] ?? 0) & NAME) === 0)
				throw this.#complain.malformed(at, "an & begins no reference (it is written as &amp;)");
		}
		if (limit < at + 1 + REFERENCE_LIMIT && end === this.#window.length && !this.ending) return MORE;
		if (this.ending && limit === this.#window.length)
			throw this.#complain.truncated(at, "a reference has no end");
		throw this.#complain.malformed(at, "an & begins no reference (it is written as &amp;)");
	}

	/** The text of a reference whose `;` is at `end`. */
	text(at: number, end: number): string {
		const name = this.#window.bytes.toString("utf8", at + 1, end);
		const text = referenced(name);
		if (text === undefined) throw this.#complain.unknownEntity(at, name);
		return text;
	}

	/** Finds that all references of an attribute's value are good. */
	check(start: number, end: number): void {
		const { bytes } = this.#window;
		for (let at = start; at < end; at++) {
			if (bytes[at] !== AMPERSAND) continue;
			const after = this.endOf(at, end);
			if (!isOwnEntity(bytes, at + 1, after)) this.text(at, after);
			at = after;
		}
	}
}
