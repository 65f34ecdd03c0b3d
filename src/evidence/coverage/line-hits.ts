/**
 * Hits by line of one file. Reports hold tens of millions of lines, so a line takes one byte where its hits
 * are few, two, four or eight where they are more; lines far from all others take what a map takes. Pure.
 */

import { Slabs } from "./slab.js";

type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A kind of cells, by what a cell can hold. */
class Width {
	/** The largest number that a cell holds. */
	readonly most: number;
	readonly #bytes: number;
	readonly #view: (buffer: ArrayBuffer, offset: number, length: number) => Cells;
	/** Of its own: places are given up for wider cells, of all files alike. */
	readonly #slabs = new Slabs();

	constructor(
		bytes: number,
		most: number,
		view: (buffer: ArrayBuffer, offset: number, length: number) => Cells,
	) {
		this.#bytes = bytes;
		this.most = most;
		this.#view = view;
	}

	/** Cells of zeros that will stay as many as they are. */
	cells(length: number): Cells {
		const { buffer, offset } = this.#slabs.room(length * this.#bytes);
		return this.#view(buffer, offset, length);
	}

	/** Cells of zeros that are given up as more lines come. */
	growing(length: number): Cells {
		return this.#view(new ArrayBuffer(length * this.#bytes), 0, length);
	}
}

const BYTE = new Width(1, 0xff, (...place) => new Uint8Array(...place));
// Hits and one.
const DOUBLE = new Width(8, Number.MAX_SAFE_INTEGER + 1, (...place) => new Float64Array(...place));
const WIDTHS: readonly Width[] = [
	BYTE,
	new Width(2, 0xffff, (...place) => new Uint16Array(...place)),
	new Width(4, 0xffffffff, (...place) => new Uint32Array(...place)),
	DOUBLE,
];

/** The narrowest cells for a number. */
function widthFor(held: number): Width {
	return WIDTHS.find((width) => held <= width.most) ?? DOUBLE;
}

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
	#width = BYTE;
	/** The largest number that a cell holds: {@link Width.most}, at hand because every line asks for it. */
	#most = BYTE.most;
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
		this.#take(BYTE, BYTE.cells(last + 1));
	}

	/** Takes all of it away, for what is filled again and again. */
	clear(): void {
		const { length } = this.#cells;
		// Room that one large file took would be filled with zeros, and looked through, for each small one after it.
		if (this.#width === DOUBLE || (length > KEPT && length > 2 * SPREAD * this.#near)) this.#take(BYTE, NONE);
		else if (this.#near > 0) this.#cells.fill(0);
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
		if (other.#far !== undefined) return false;
		let last = cells.length - 1;
		while (last > 0 && cells[last] === 0) last--;
		if (last <= 0 || last > SPREAD * (other.#near + FIRST / SPREAD)) return false;
		let most = 0;
		if (other.#width !== BYTE)
			for (let line = 1; line <= last; line++) most = Math.max(most, cells[line] ?? 0);
		const width = widthFor(most);
		this.#take(width, width.cells(last + 1));
		this.#cells.set(last + 1 === cells.length ? cells : cells.subarray(0, last + 1));
		this.#near = other.#near;
		return true;
	}

	/** Makes room for a line where enough lines are there already. */
	#reach(line: number): boolean {
		if (line > SPREAD * (this.size + FIRST / SPREAD)) return false;
		const length = Math.max(FIRST, line + 1, this.#cells.length * 2);
		const cells = this.#width.growing(length);
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

	/** Takes wider cells; returns the sum as it is held. */
	#widen(sum: number): number {
		const width = widthFor(sum);
		if (width !== this.#width) {
			const cells = width.cells(this.#cells.length);
			cells.set(this.#cells);
			this.#take(width, cells);
		}
		return Math.min(width.most, sum);
	}

	#take(width: Width, cells: Cells): void {
		this.#width = width;
		this.#most = width.most;
		this.#cells = cells;
	}
}
