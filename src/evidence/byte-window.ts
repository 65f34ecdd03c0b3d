import { isAscii } from "node:buffer";

/**
 * The part of a stream of bytes that is looked at: what is not used up yet stays at its begin while more is
 * added. It is one buffer for the whole stream, so that reading costs no memory by the chunk. Pure.
 */

/** How much is looked at together, in bytes; the second level cache of any machine holds it. */
const WINDOW_BYTES = 256 * 1024;

/** What looking for something answers where the window ends too early. */
export const MORE = -1;

const LINE_FEED = 0x0a;
const SPARE = 8;

export class ByteWindow {
	bytes: Buffer;
	/** The same bytes, and SPARE more that mean nothing: whole words can be read up to the end. */
	view: DataView;
	/** How many bytes of the buffer are filled. */
	length = 0;
	#lines = 0;
	#columns = 0;

	constructor(size = WINDOW_BYTES) {
		({ bytes: this.bytes, view: this.view } = room(Math.max(1, size)));
	}

	get full(): boolean {
		return this.length === this.bytes.length;
	}

	/** Copies from `chunk` what there is room for, from `from` on; returns where to go on. */
	fill(chunk: Uint8Array, from: number): number {
		const size = Math.min(chunk.length - from, this.bytes.length - this.length);
		this.bytes.set(size === chunk.length ? chunk : chunk.subarray(from, from + size), this.length);
		this.length += size;
		return from + size;
	}

	/** Doubles the room. */
	grow(): void {
		const { bytes, view } = room(this.bytes.length * 2);
		bytes.set(this.bytes.subarray(0, this.length));
		this.bytes = bytes;
		this.view = view;
	}

	/** Lets the first `count` bytes go. */
	drop(count: number): void {
		if (count === 0) return;
		const { lines, columns } = this.#count(count);
		this.#columns = lines === 0 ? this.#columns + columns : columns;
		this.#lines += lines;
		this.bytes.copyWithin(0, count, this.length);
		this.length -= count;
	}

	/** Line and column (in characters) of a byte in the window, both from 1. */
	place(at: number): { line: number; column: number } {
		const { lines, columns } = this.#count(at);
		return {
			line: this.#lines + lines + 1,
			column: (lines === 0 ? this.#columns + columns : columns) + 1,
		};
	}

	/** Line ends before `end`, and characters (UTF-16 units, as editors count) after the last of them. */
	#count(end: number): { lines: number; columns: number } {
		const { bytes } = this;
		const start = end === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
		const lines = this.#lineEnds(start);
		let columns = end - start;
		if (isAscii(bytes.subarray(start, end))) return { lines, columns };
		columns = 0;
		for (let index = start; index < end; index++) {
			const byte = bytes[index] ?? 0;
			if ((byte & 0xc0) !== 0x80) columns += byte >= 0xf0 ? 2 : 1;
		}
		return { lines, columns };
	}

	/** Line ends before `end`, four bytes at once: every byte of a report comes by here. */
	#lineEnds(end: number): number {
		const { bytes } = this;
		const words = new Int32Array(bytes.buffer, 0, end >>> 2);
		let lines = 0;
		for (let index = 0; index < words.length; ) {
			// A sum for each of the four places, none of which may run over its byte.
			const pause = Math.min(words.length, index + 255);
			let sums = 0;
			for (; index < pause; index++) {
				// A byte is 0 where it was a line feed; then its high bit is what is left.
				const word = (words[index] ?? 0) ^ 0x0a0a0a0a;
				sums = (sums + ((~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) >>> 7) & 0x01010101)) | 0;
			}
			const pairs = (sums & 0x00ff00ff) + ((sums >>> 8) & 0x00ff00ff);
			lines += (pairs & 0xffff) + (pairs >>> 16);
		}
		for (let index = words.length * 4; index < end; index++) lines += bytes[index] === LINE_FEED ? 1 : 0;
		return lines;
	}
}

function room(size: number): { bytes: Buffer; view: DataView } {
	const { buffer } = Buffer.allocUnsafeSlow(size + SPARE);
	return { bytes: Buffer.from(buffer, 0, size), view: new DataView(buffer) };
}
