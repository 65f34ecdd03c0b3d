/**
 * Hits by line of one file. Reports hold tens of millions of lines, so a line takes one byte where its hits
 * are few, four or eight where they are more; lines far from all others take what a map takes. Pure.
 */

import { room } from "./slab.js";

type Cells = Uint8Array | Uint32Array | Float64Array;

/** Room for lines is at most this much per line that is there, so that one far line costs little. */
const SPREAD = 16;
/** Lines of room that every file may have. */
const FIRST = 64;
/** Lines of room that are kept for the next file, however few lines the last one had. */
const KEPT = 1024;
const NONE = new Uint8Array(0);

export class LineHits {
	/** By line: hits and one, 0 where the line is not instrumented. */
	#cells: Cells = NONE;
	/** The largest number that a cell holds. */
	#most = 0xff;
	/** Lines in the cells. */
	#near = 0;
	/** Hits of lines that are beyond the cells. */
	#far: Map<number, number> | undefined;

	/** Adds hits to a line's, as far as a sum can be exact. Both are integers; a line is 1 or more. */
	add(line: number, hits: number): void {
		if (line >= this.#cells.length && !this.#reach(line)) {
			this.#far ??= new Map();
			this.#far.set(line, Math.min(Number.MAX_SAFE_INTEGER, (this.#far.get(line) ?? 0) + hits));
			return;
		}
		const held = this.#cells[line] ?? 0;
		let sum = hits + 1;
		if (held === 0) this.#near++;
		else sum = held + hits;
		if (sum > this.#most) sum = this.#widen(sum);
		this.#cells[line] = sum;
	}

	/** Takes a line away. */
	remove(line: number): void {
		if (line < this.#cells.length && this.#cells[line] !== 0) {
			this.#cells[line] = 0;
			this.#near--;
		} else this.#far?.delete(line);
	}

	get(line: number): number | undefined {
		const held = line < this.#cells.length ? (this.#cells[line] ?? 0) : 0;
		return held === 0 ? this.#far?.get(line) : held - 1;
	}

	has(line: number): boolean {
		return this.get(line) !== undefined;
	}

	/** How many lines are instrumented. */
	get size(): number {
		return this.#near + (this.#far?.size ?? 0);
	}

	/** How many lines have hits. */
	get covered(): number {
		const cells = this.#cells;
		let covered = 0;
		for (let line = 1; line < cells.length; line++) if ((cells[line] ?? 0) > 1) covered++;
		if (this.#far !== undefined) for (const hits of this.#far.values()) if (hits > 0) covered++;
		return covered;
	}

	/** The first line, or undefined where there is none. */
	get first(): number | undefined {
		for (let line = 1; line < this.#cells.length; line++) if (this.#cells[line] !== 0) return line;
		let first: number | undefined;
		for (const line of this.#far?.keys() ?? []) if (first === undefined || line < first) first = line;
		return first;
	}

	/** The last line, or undefined where there is none. */
	get last(): number | undefined {
		let last: number | undefined;
		for (const line of this.#far?.keys() ?? []) if (line > (last ?? 0)) last = line;
		if (last !== undefined) return last;
		for (let line = this.#cells.length - 1; line > 0; line--) if (this.#cells[line] !== 0) return line;
		return undefined;
	}

	/** Makes room, where there is none yet, for `count` lines with few hits up to line `last`. */
	reserve(last: number, count: number): void {
		if (
			this.#cells.length > 0 ||
			this.#far !== undefined ||
			last === 0 ||
			last > SPREAD * (count + FIRST / SPREAD)
		)
			return;
		const { buffer, offset } = room(last + 1);
		this.#cells = new Uint8Array(buffer, offset, last + 1);
	}

	/** Takes all of it away, for what is filled again and again. */
	clear(): void {
		const { length } = this.#cells;
		// Room that one large file took would be filled with zeros, and looked through, for each small one after it.
		if (this.#most > 0xffffffff || (length > KEPT && length > 2 * SPREAD * this.#near)) {
			this.#cells = NONE;
			this.#most = 0xff;
		} else if (this.#near > 0) this.#cells.fill(0);
		this.#near = 0;
		this.#far = undefined;
	}

	/** Adds all of another's. */
	addAll(other: LineHits): void {
		if (this.size === 0 && this.#copy(other)) return;
		other.each((line, hits) => this.add(line, hits));
	}

	/** Every line, ascending. */
	each(take: (line: number, hits: number) => void): void {
		const cells = this.#cells;
		for (let line = 1; line < cells.length; line++) {
			const held = cells[line] ?? 0;
			if (held !== 0) take(line, held - 1);
		}
		if (this.#far === undefined) return;
		for (const [line, hits] of [...this.#far].sort((a, b) => a[0] - b[0])) take(line, hits);
	}

	/** Pairs of line and hits, ascending (evidence.v1). */
	pairs(): [number, number][] {
		const pairs: [number, number][] = [];
		this.each((line, hits) => pairs.push([line, hits]));
		return pairs;
	}

	values(): number[] {
		return this.pairs().map(([, hits]) => hits);
	}

	[Symbol.iterator](): Iterator<[number, number]> {
		return this.pairs()[Symbol.iterator]();
	}

	/** Becomes equal to another, in as much memory as that needs. False where that has lines far from all others. */
	#copy(other: LineHits): boolean {
		const cells = other.#cells;
		if (other.#far !== undefined || cells instanceof Float64Array) return false;
		let last = cells.length - 1;
		while (last > 0 && cells[last] === 0) last--;
		if (last <= 0 || last > SPREAD * (other.#near + FIRST / SPREAD)) return false;
		const wide = cells instanceof Uint32Array && cells.some((held) => held > 0xff);
		const { buffer, offset } = room(wide ? (last + 1) * 4 : last + 1);
		this.#most = wide ? 0xffffffff : 0xff;
		this.#cells = wide ? new Uint32Array(buffer, offset, last + 1) : new Uint8Array(buffer, offset, last + 1);
		this.#cells.set(last + 1 === cells.length ? cells : cells.subarray(0, last + 1));
		this.#near = other.#near;
		return true;
	}

	/** Makes room for a line where enough lines are there already. */
	#reach(line: number): boolean {
		if (line > SPREAD * (this.size + FIRST / SPREAD)) return false;
		const length = Math.max(FIRST, line + 1, this.#cells.length * 2);
		const cells =
			this.#most === 0xff
				? new Uint8Array(length)
				: this.#most === 0xffffffff
					? new Uint32Array(length)
					: new Float64Array(length);
		cells.set(this.#cells);
		this.#cells = cells;
		if (this.#far === undefined) return true;
		for (const [far, hits] of this.#far) {
			if (far >= length) continue;
			this.#far.delete(far);
			this.add(far, hits);
		}
		if (this.#far.size === 0) this.#far = undefined;
		return true;
	}

	/** Takes larger cells; returns the sum as it is held. */
	#widen(sum: number): number {
		if (sum > 0xffffffff) {
			if (this.#most <= 0xffffffff) this.#cells = Float64Array.from(this.#cells);
			this.#most = Number.MAX_SAFE_INTEGER + 1;
			return Math.min(this.#most, sum);
		}
		this.#cells = Uint32Array.from(this.#cells);
		this.#most = 0xffffffff;
		return sum;
	}
}
