import { isAscii } from "node:buffer";
import type { UserError } from "../runner/errors.js";
import { limitAt, malformedAt, truncatedAt } from "./json-errors.js";

const NOTHING = Buffer.alloc(0);

/** Where in a JSON file a byte of the present chunk stands, and the errors that say so. Pure. */
export class JsonPlace {
	readonly #file: string;
	#chunk: Buffer = NOTHING;
	/** From 1. */
	line = 1;
	/** Where in the chunk the line begins, and how many characters of it stood in chunks before. */
	#lineStart = 0;
	#columns = 0;

	constructor(file: string) {
		this.#file = file;
	}

	/** Another chunk comes. */
	begin(chunk: Buffer): void {
		this.#chunk = chunk;
		this.#lineStart = 0;
	}

	/** Where the next chunk begins. */
	get here(): { line: number; column: number } {
		const { line, column } = this.#of(0);
		return { line, column };
	}

	/** The chunk is read, and its bytes may be gone with the next one. */
	end(): void {
		this.#columns += characters(this.#chunk, this.#lineStart, this.#chunk.length);
		this.begin(NOTHING);
	}

	/** A line ends at a byte. */
	newline(at: number): void {
		this.line++;
		this.#lineStart = at + 1;
		this.#columns = 0;
	}

	unexpected(at: number, wanted: string): UserError {
		const [found = ""] = this.#chunk.toString("utf8", at, at + 4);
		return this.malformed(at, `${JSON.stringify(found)} stands where ${wanted} should`);
	}

	malformed(at: number, what: string): UserError {
		return malformedAt(this.#of(at), what);
	}

	limit(at: number, what: string): UserError {
		return limitAt(this.#of(at), what);
	}

	/** The file ends where `wanted` should follow. */
	truncated(wanted: string): UserError {
		return truncatedAt(this.#of(0), wanted);
	}

	#of(at: number) {
		const column = 1 + this.#columns + characters(this.#chunk, this.#lineStart, at);
		return { file: this.#file, line: this.line, column };
	}
}

/** UTF-16 units, as editors count. */
function characters(chunk: Buffer, from: number, end: number): number {
	if (isAscii(chunk.subarray(from, end))) return end - from;
	let count = 0;
	for (let at = from; at < end; at++) {
		const byte = chunk[at] as number;
		if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
	}
	return count;
}
