import { isAscii } from "node:buffer";

/**
 * Text in another encoding than UTF-8, as it comes in chunks. What is decoded together begins and ends between two
 * characters, so that the place of bytes that are none can be found. Pure.
 */

/** Encodings in which every byte is a character, and every one below 128 that of ASCII. */
const BY_BYTE = /^(windows-|iso-8859-|koi8|macintosh$|ibm866$)/;

/** Where no byte shows the end of a character for so long, the place of an error is not looked for. */
const CARRY_LIMIT = 64 * 1024;

/** Some UTF-8, and whether it ends before bytes that the encoding does not allow. */
export interface Piece {
	utf8: Uint8Array;
	/** How many bytes of the file it stands for. */
	bytes: number;
	isBad: boolean;
	/** Whether what is bad begins right there, not somewhere after it. */
	isExact: boolean;
}

export class ForeignText {
	readonly #encoding: string;
	readonly #decoder: InstanceType<typeof TextDecoder>;
	readonly #encoder = new TextEncoder();
	/** The begin of characters that go on in the next chunk. */
	#carry: Uint8Array = new Uint8Array(0);
	#isFirst = true;

	/** @param encoding one that TextDecoder knows */
	constructor(encoding: string) {
		this.#encoding = encoding;
		this.#decoder = new TextDecoder(encoding, { fatal: true });
	}

	/** The whole characters up to the end of a chunk, which may be gone afterwards. */
	take(chunk: Uint8Array): Piece {
		if (BY_BYTE.test(this.#encoding) && isAscii(chunk))
			return { utf8: chunk, bytes: chunk.length, isBad: false, isExact: true };
		const whole = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
		const end = this.#boundary(whole);
		this.#carry = Uint8Array.from(whole.subarray(end));
		return this.#decode(whole.subarray(0, end), true);
	}

	/** What is left at the end of the file. */
	end(): Piece {
		return this.#decode(this.#carry, false);
	}

	/** Where the last whole character ends. */
	#boundary(bytes: Uint8Array): number {
		if (BY_BYTE.test(this.#encoding)) return bytes.length;
		if (this.#encoding.startsWith("utf-16")) {
			const end = bytes.length - (bytes.length % 2);
			const isHigh = (unit: number) =>
				((bytes[unit + (this.#encoding === "utf-16le" ? 1 : 0)] ?? 0) & 0xfc) === 0xd8;
			// After another first half it is bad whatever comes.
			return isHigh(end - 2) && !isHigh(end - 4) ? end - 2 : end;
		}
		// In the others every byte of a character of several is larger.
		const end = bytes.findLastIndex((byte) => byte < 0x30) + 1;
		return end === 0 && bytes.length > CARRY_LIMIT ? bytes.length : end;
	}

	#decode(body: Uint8Array, goesOn: boolean): Piece {
		try {
			const text = this.#decoder.decode(body, { stream: goesOn });
			this.#isFirst &&= body.length === 0;
			return { utf8: this.#encoder.encode(text), bytes: body.length, isBad: false, isExact: true };
		} catch {
			// What a byte means depends on those long before it.
			if (this.#encoding === "iso-2022-jp" || body.length > CARRY_LIMIT * 16)
				return { utf8: new Uint8Array(0), bytes: 0, isBad: true, isExact: false };
			const good = this.#good(body, (text) => text !== undefined);
			const text = this.#begin(body, good) ?? "";
			// Bytes that are pending belong to what is bad.
			const before = this.#good(body, (each) => each !== undefined && each.length < text.length);
			const plain = this.#isFirst && this.#encoding.startsWith("utf-16") ? text.replace(/^\ufeff/, "") : text;
			return {
				utf8: this.#encoder.encode(plain),
				bytes: text === "" ? 0 : before + 1,
				isBad: true,
				isExact: true,
			};
		}
	}

	/** The largest number of bytes of which the text fits, where fewer do, too. */
	#good(body: Uint8Array, fits: (text: string | undefined) => boolean): number {
		let low = 0;
		for (let high = body.length; low < high; ) {
			const middle = (low + high + 1) >>> 1;
			if (fits(this.#begin(body, middle))) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** The text of the first bytes, with its byte order mark; undefined where they are bad. */
	#begin(body: Uint8Array, count: number): string | undefined {
		const decoder = new TextDecoder(this.#encoding, { fatal: true, ignoreBOM: true });
		try {
			return decoder.decode(body.subarray(0, count), { stream: true });
		} catch {
			return undefined;
		}
	}
}
