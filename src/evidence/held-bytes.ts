/** The longest run of bytes that is held, after long strings in it are cut: a picked value of a JSON report. */
export const HELD_LIMIT = 64 * 1024 * 1024;

/** A run of bytes that begins in one chunk of a stream and ends in the same or a later one. Pure. */
export class HeldBytes {
	/** Parts from earlier chunks, or from before a gap. */
	#parts: Buffer[] = [];
	#size = 0;
	/** From where in the present chunk; -1 where nothing is held of it. */
	#from = -1;

	get isHolding(): boolean {
		return this.#from >= 0;
	}

	/** Begins, or goes on after a pause. */
	start(at: number): void {
		this.#from = at;
	}

	/** Holds nothing between `end` and the next start. False where it has become too much. */
	pause(chunk: Buffer, end: number): boolean {
		const isGood = this.#keep(chunk, end);
		this.#from = -1;
		return isGood;
	}

	/** The chunk has ended, and what is held goes on in the next. False where it has become too much. */
	nextChunk(chunk: Buffer): boolean {
		if (this.#from < 0) return true;
		const isGood = this.#keep(chunk, chunk.length);
		this.#from = 0;
		return isGood;
	}

	/** The text of all that is held, up to `end` of the present chunk. Nothing is held afterwards. */
	take(chunk: Buffer, end: number): string {
		const from = this.#from;
		this.#from = -1;
		if (this.#parts.length === 0) return chunk.toString("utf8", from, end);
		const all = Buffer.concat([...this.#parts, chunk.subarray(from, end)]);
		this.#parts = [];
		this.#size = 0;
		return all.toString("utf8");
	}

	#keep(chunk: Buffer, end: number): boolean {
		this.#size += end - this.#from;
		// A copy, for a small part would keep the whole chunk.
		if (end > this.#from) this.#parts.push(Buffer.from(chunk.subarray(this.#from, end)));
		return this.#size <= HELD_LIMIT;
	}
}
