/**
 * Passing over a document type declaration. Nothing of it is kept, fetched or expanded: it is only read as
 * far as is needed to find its end, which quotes, comments and an internal subset may hide. Pure.
 */

/** `<!--`, `-->`, `<?` and `?>` as the numbers that their bytes make. */
const COMMENT_BEGIN = 0x3c212d2d;
const COMMENT_END = 0x2d2d3e;
const INSTRUCTION_BEGIN = 0x3c3f;
const INSTRUCTION_END = 0x3f3e;

type Part = "markup" | "double" | "single" | "comment" | "instruction";

/** Takes the bytes after `<!DOCTYPE` in pieces of any size. */
export class DoctypeEnd {
	#part: Part = "markup";
	/** The last four bytes, as a number. */
	#last = 0;
	#inSubset = false;
	/** `<` of declarations in the internal subset that are open. */
	#open = 0;

	/** Where the declaration ends (after its `>`), or -1 where it goes on after `end`. */
	find(bytes: Uint8Array, start: number, end: number): number {
		for (let at = start; at < end; at++) if (this.#isEnd(bytes[at] ?? 0)) return at + 1;
		return -1;
	}

	#isEnd(byte: number): boolean {
		this.#last = (this.#last << 8) | byte;
		switch (this.#part) {
			case "double":
				if (byte === 0x22) this.#part = "markup";
				return false;
			case "single":
				if (byte === 0x27) this.#part = "markup";
				return false;
			case "comment":
				if ((this.#last & 0xffffff) === COMMENT_END) this.#leave();
				return false;
			case "instruction":
				if ((this.#last & 0xffff) === INSTRUCTION_END) this.#leave();
				return false;
		}
		if (byte === 0x22) this.#part = "double";
		else if (byte === 0x27) this.#part = "single";
		else if (this.#last === COMMENT_BEGIN) this.#enter("comment");
		else if ((this.#last & 0xffff) === INSTRUCTION_BEGIN) this.#enter("instruction");
		else if (byte === 0x3c) this.#open++;
		else if (byte === 0x3e) {
			if (this.#open === 0) return !this.#inSubset;
			this.#open--;
		} else if (this.#open === 0 && byte === 0x5b) this.#inSubset = true;
		else if (this.#open === 0 && byte === 0x5d) this.#inSubset = false;
		return false;
	}

	#enter(part: Part): void {
		this.#part = part;
		// The `<` that began it begins no declaration.
		this.#open--;
		this.#last = 0;
	}

	#leave(): void {
		this.#part = "markup";
		this.#last = 0;
	}
}
