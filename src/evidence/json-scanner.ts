import type { UserError } from "../runner/errors.js";
import { type JsonHandler, type JsonKind, JsonPicker } from "./json-picker.js";
import { JsonPlace } from "./json-place.js";
import {
	AFTER,
	COLON,
	END,
	ESCAPE,
	FIRST_ELEMENT,
	FIRST_KEY,
	HEX,
	INTEGER,
	isDigit,
	KEY,
	LITERAL,
	MINUS,
	numberState,
	STRING,
	VALUE,
	WANTED,
	ZERO,
} from "./json-states.js";

/**
 * JSON (RFC 8259) byte by byte. Every byte is checked, wanted or not; only the values that are picked are
 * held, so a report of any size costs as much memory as its largest picked value. Pure.
 */

const DEPTH_LIMIT = 256;
/** Longer strings of picked values are cut, and longer keys on the way to them refused. In bytes. */
const STRING_LIMIT = 64 * 1024;

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ARRAY = 0x5b;
const OBJECT = 0x7b;

export class JsonScanner {
	readonly #place: JsonPlace;
	readonly #picker: JsonPicker;
	/** Whether every line is a value of its own. */
	readonly #lines: boolean;
	#state = VALUE;
	#chunk: Buffer = Buffer.alloc(0);
	/** The open containers, each by the byte that opened it. */
	readonly #open = new Uint8Array(DEPTH_LIMIT);
	#depth = 0;
	#inKey = false;
	#stringBytes = 0;
	/** Whether a string is too long to be kept whole. */
	#cutting = false;
	#escaped = false;
	#hexLeft = 0;
	#literal = "";
	#literalAt = 0;

	constructor(file: string, handler: JsonHandler, lines: boolean) {
		this.#place = new JsonPlace(file);
		this.#picker = new JsonPicker(handler, this.#place);
		this.#lines = lines;
	}

	/** The next bytes, in which no character is cut. */
	feed(chunk: Buffer): void {
		this.#chunk = chunk;
		this.#place.begin(chunk);
		const { length } = chunk;
		let at = 0;
		while (at < length) {
			const state = this.#state;
			if (state === STRING) {
				at = this.#string(at);
				continue;
			}
			const byte = chunk[at] as number;
			if (state > END) {
				if (state >= MINUS) {
					at = this.#number(byte, at);
				} else {
					this.#within(byte, at);
					at++;
				}
				continue;
			}
			if (byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09) {
				if (byte === NEWLINE) this.#newline(at);
				at++;
				continue;
			}
			this.#token(byte, at);
			at++;
		}
		this.#picker.nextChunk(chunk);
		this.#place.end();
	}

	/** Where the next byte stands, between chunks. */
	get place(): { line: number; column: number } {
		return this.#place.here;
	}

	/** After the last bytes. */
	end(): void {
		this.#chunk = Buffer.alloc(0);
		if (this.#state >= ZERO && this.#depth === 0) this.#finish(0);
		if (this.#state === END || (this.#lines && this.#state === VALUE && this.#depth === 0)) return;
		const wanted = WANTED[this.#state] ?? (this.#state === AFTER ? this.#orClose() : "the rest of a value");
		throw this.#place.truncated(wanted);
	}

	/** Skips to the end of a string, or of what of it is here. */
	#string(start: number): number {
		const chunk = this.#chunk;
		const { length } = chunk;
		let at = start;
		let byte = 0;
		while (at < length) {
			byte = chunk[at] as number;
			if (byte === QUOTE || byte === BACKSLASH || byte < 0x20) break;
			at++;
		}
		if (this.#picker.isHolding && this.#stringBytes + at - start >= STRING_LIMIT) this.#cut(start, at, byte);
		this.#stringBytes += at - start;
		if (at === length) return at;
		if (byte === BACKSLASH) {
			this.#state = ESCAPE;
			this.#escaped = true;
			this.#stringBytes++;
		} else if (byte === QUOTE) this.#endString(at);
		else throw this.#place.malformed(at, "a string contains a control character that is not escaped");
		return at + 1;
	}

	/** Holds no more of a string that is too long. */
	#cut(start: number, end: number, byte: number): void {
		if (this.#inKey) {
			if (this.#picker.isInside) return;
			throw this.#place.limit(start, `a key longer than ${STRING_LIMIT} bytes`);
		}
		if (end < this.#chunk.length && byte === QUOTE && this.#stringBytes + end - start === STRING_LIMIT)
			return;
		let at = Math.max(start, start + STRING_LIMIT - this.#stringBytes);
		while (at < end && ((this.#chunk[at] as number) & 0xc0) === 0x80) at++;
		this.#picker.pause(this.#chunk, at);
		this.#cutting = true;
	}

	#endString(at: number): void {
		if (this.#cutting) {
			this.#cutting = false;
			this.#picker.resume(at);
		}
		if (!this.#inKey) {
			this.#finish(at + 1);
			return;
		}
		this.#inKey = false;
		this.#state = COLON;
		if (!this.#picker.isInside) this.#picker.endKey(this.#chunk, at, this.#escaped);
	}

	/** A byte of an escape or of a literal. */
	#within(byte: number, at: number): void {
		if (this.#state === LITERAL) {
			if (byte !== this.#literal.charCodeAt(this.#literalAt))
				throw this.#unexpected(at, `'${this.#literal}'`);
			this.#literalAt++;
			if (this.#literalAt === this.#literal.length) this.#finish(at + 1);
			return;
		}
		this.#stringBytes++;
		if (this.#state === HEX) {
			const lower = byte | 0x20;
			if (!(isDigit(byte) || (lower >= 0x61 && lower <= 0x66))) throw this.#unexpected(at);
			this.#hexLeft--;
			if (this.#hexLeft === 0) this.#state = STRING;
		} else if (byte === 0x75) {
			this.#state = HEX;
			this.#hexLeft = 4;
		} else if ('"\\/bfnrt'.includes(String.fromCharCode(byte))) this.#state = STRING;
		else throw this.#unexpected(at);
	}

	/** A byte of a number and the digits behind it; returns where to go on. */
	#number(byte: number, at: number): number {
		const state = this.#state;
		if (isDigit(byte) && state === ZERO)
			throw this.#place.malformed(at, "a number begins with 0 and goes on");
		const next = numberState(state, byte);
		if (next === undefined) {
			if (state < ZERO) throw this.#unexpected(at, "a digit");
			this.#finish(at);
			return at;
		}
		this.#state = next;
		let end = at + 1;
		if (next >= INTEGER) while (isDigit(this.#chunk[end] ?? 0)) end++;
		return end;
	}

	/** A byte outside of strings, numbers, literals and white space. */
	#token(byte: number, at: number): void {
		switch (this.#state) {
			case VALUE:
				this.#begin(byte, at);
				return;
			case FIRST_ELEMENT:
				if (byte === 0x5d) this.#close(at);
				else this.#begin(byte, at);
				return;
			case FIRST_KEY:
			case KEY:
				if (byte === 0x7d && this.#state === FIRST_KEY) {
					this.#close(at);
					return;
				}
				if (byte !== QUOTE) throw this.#unexpected(at);
				this.#startString(true);
				if (!this.#picker.isInside) this.#picker.beginKey(at + 1);
				return;
			case COLON:
				if (byte !== 0x3a) throw this.#unexpected(at);
				this.#state = VALUE;
				return;
			case AFTER: {
				const isArray = this.#open[this.#depth - 1] === ARRAY;
				if (byte === (isArray ? 0x5d : 0x7d)) {
					this.#close(at);
					return;
				}
				if (byte !== 0x2c) throw this.#unexpected(at, this.#orClose());
				this.#state = isArray ? VALUE : KEY;
				if (isArray && !this.#picker.isInside) this.#picker.nextElement();
				return;
			}
			default:
				throw this.#unexpected(at, this.#lines ? "the end of the line" : undefined);
		}
	}

	#begin(byte: number, at: number): void {
		if (!this.#picker.isInside) this.#picker.beginValue(kindOf(byte), this.#depth, at);
		if (byte === QUOTE) this.#startString(false);
		else if (byte === OBJECT || byte === ARRAY) {
			if (this.#depth === DEPTH_LIMIT) throw this.#place.limit(at, `more than ${DEPTH_LIMIT} levels`);
			this.#open[this.#depth] = byte;
			this.#depth++;
			if (!this.#picker.isInside) this.#picker.enter(kindOf(byte));
			this.#state = byte === ARRAY ? FIRST_ELEMENT : FIRST_KEY;
		} else if (byte === 0x2d) this.#state = MINUS;
		else if (byte === 0x30) this.#state = ZERO;
		else if (isDigit(byte)) this.#state = INTEGER;
		else if (byte === 0x74 || byte === 0x66 || byte === 0x6e) {
			this.#literal = byte === 0x74 ? "true" : byte === 0x66 ? "false" : "null";
			this.#literalAt = 1;
			this.#state = LITERAL;
		} else throw this.#unexpected(at);
	}

	#startString(isKey: boolean): void {
		this.#state = STRING;
		this.#inKey = isKey;
		this.#stringBytes = 0;
		this.#escaped = false;
	}

	#close(at: number): void {
		this.#depth--;
		if (!this.#picker.isInside) this.#picker.leave();
		this.#finish(at + 1);
	}

	/** A value has ended before `end`. */
	#finish(end: number): void {
		this.#state = this.#depth === 0 ? END : AFTER;
		this.#picker.endValue(this.#depth, this.#chunk, end);
	}

	#newline(at: number): void {
		if (this.#lines) {
			if (this.#state === END) this.#state = VALUE;
			else if (this.#state !== VALUE || this.#depth > 0)
				throw this.#place.malformed(at, "the line ends within its value");
		}
		this.#place.newline(at);
	}

	#orClose(): string {
		return this.#open[this.#depth - 1] === ARRAY ? "a comma or ]" : "a comma or }";
	}

	#unexpected(at: number, wanted = WANTED[this.#state] ?? "something else"): UserError {
		return this.#place.unexpected(at, wanted);
	}
}

function kindOf(byte: number): JsonKind {
	return byte === OBJECT ? "object" : byte === ARRAY ? "array" : "plain";
}
