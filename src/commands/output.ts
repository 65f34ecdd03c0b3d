/** What a command prints, on its way into a log: line by line, with nothing in it that the runner obeys. Pure. */

/** How much of a command's last output is kept, in bytes. */
export const TAIL_BYTES = 4096;

/** A line longer than this is handed on in pieces, so that output without line ends does not pile up. */
const LINE_LIMIT = 64 * 1024;

/** Cuts a stream of bytes into lines; a lone carriage return ends one too, as it does for the runner. */
export class LineCutter {
	readonly #decoder = new TextDecoder();
	readonly #onLine: (line: string) => void;
	#rest = "";

	constructor(onLine: (line: string) => void) {
		this.#onLine = onLine;
	}

	write(chunk: Uint8Array): void {
		this.#take(this.#decoder.decode(chunk, { stream: true }));
	}

	/** Hands on what has no line end. */
	end(): void {
		this.#take(this.#decoder.decode());
		if (this.#rest !== "") this.#onLine(this.#rest.replace(/\r$/, ""));
		this.#rest = "";
	}

	#take(text: string): void {
		// A carriage return at the end may be the first half of CRLF.
		const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
		this.#rest = lines.pop() ?? "";
		for (const line of lines) this.#onLine(line);
		while (this.#rest.length > LINE_LIMIT) {
			this.#onLine(this.#rest.slice(0, LINE_LIMIT));
			this.#rest = this.#rest.slice(LINE_LIMIT);
		}
	}
}

/** The last bytes of a stream. */
export class Tail {
	#bytes: Buffer = Buffer.alloc(0);
	readonly #limit: number;

	constructor(limit = TAIL_BYTES) {
		this.#limit = limit;
	}

	write(chunk: Uint8Array): void {
		const joined = Buffer.concat([this.#bytes, chunk.subarray(-this.#limit)]);
		this.#bytes = joined.subarray(-this.#limit);
	}

	/** As text; a character that was cut at the begin is left out. */
	text(): string {
		let start = 0;
		while (start < 4 && start < this.#bytes.length && ((this.#bytes[start] ?? 0) & 0xc0) === 0x80) start++;
		return this.#bytes.subarray(start).toString("utf8");
	}
}
