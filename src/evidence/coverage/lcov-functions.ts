import type { Functions } from "./line-marks.js";

/**
 * The functions of one lcov record, from their FN and FNDA lines. Where names repeat, FNDA follows the order
 * of FN. It is used for all records of a report: a record makes no garbage. Pure.
 */
export class RecordFunctions {
	/** By place: its line, whether it ran, and the next place of the same name plus one. */
	#lines = new Float64Array(64);
	#ran = new Uint8Array(64);
	#next = new Int32Array(64);
	#name = new Int32Array(64);
	#places = 0;
	/** By a name's number: the record that it was last seen in, its first, last and next counted place. */
	#record = new Int32Array(64);
	#last = new Int32Array(64);
	/** The place that the next count belongs to, -1 where there is none yet, as for a count that comes first. */
	#counted = new Int32Array(64);
	#current = 1;

	/** How many places there are. */
	get size(): number {
		return this.#places;
	}

	/** `FN`: a function begins in a line. */
	place(name: number, line: number): void {
		this.#see(name);
		this.#add(name, line, false);
	}

	/** `FNDA`: a name that is counted more often than it has places counts for its last one, or for one without a line. */
	count(name: number, ran: boolean): void {
		this.#see(name);
		const at = this.#counted[name] ?? -1;
		const place = at >= 0 ? at : (this.#last[name] ?? -1);
		if (place < 0) {
			this.#add(name, 0, ran);
			this.#counted[name] = -1;
			return;
		}
		if (ran) this.#ran[place] = 1;
		this.#counted[name] = (this.#next[place] ?? 0) - 1;
	}

	/** Hands all of them over and begins the next record. */
	end(functions: Functions): void {
		functions.reserve(this.#places);
		for (let place = 0; place < this.#places; place++)
			functions.mark(this.#lines[place] ?? 0, this.#name[place] ?? 0, this.#ran[place] === 1);
		this.#places = 0;
		this.#current++;
	}

	#see(name: number): void {
		if (name >= this.#record.length) {
			const length = Math.max(name + 1, this.#record.length * 2);
			this.#record = enlarged(this.#record, length);
			this.#last = enlarged(this.#last, length);
			this.#counted = enlarged(this.#counted, length);
		}
		if (this.#record[name] === this.#current) return;
		this.#record[name] = this.#current;
		this.#last[name] = -1;
		this.#counted[name] = -1;
	}

	#add(name: number, line: number, ran: boolean): void {
		const place = this.#places++;
		if (place === this.#name.length) {
			const lines = new Float64Array(place * 2);
			lines.set(this.#lines);
			this.#lines = lines;
			const all = new Uint8Array(place * 2);
			all.set(this.#ran);
			this.#ran = all;
			this.#next = enlarged(this.#next, place * 2);
			this.#name = enlarged(this.#name, place * 2);
		}
		this.#lines[place] = line;
		this.#ran[place] = ran ? 1 : 0;
		this.#next[place] = 0;
		this.#name[place] = name;
		const last = this.#last[name] ?? -1;
		if (last >= 0) this.#next[last] = place + 1;
		this.#last[name] = place;
		if ((this.#counted[name] ?? -1) < 0) this.#counted[name] = place;
	}
}

function enlarged(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(length);
	larger.set(from);
	return larger;
}
