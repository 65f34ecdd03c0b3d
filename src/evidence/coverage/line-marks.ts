import type { NameTable } from "./name-table.js";
import { Slabs } from "./slab.js";

/**
 * What stands in lines under a name and is covered or not: arms of branches, and functions. Eight bytes each,
 * sorted only when it is read or when something may stand twice. Pure.
 */

/** Which half of eight bytes holds the higher digits of the number that they make on this machine. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

const NONE = new Uint32Array(0);
const SLABS = new Slabs();

export class LineMarks {
	readonly names: NameTable;
	/** Pairs: the line, and twice the name's number with 1 where it is covered. */
	#words = NONE;
	#count = 0;
	#isSorted = true;

	constructor(names: NameTable) {
		this.names = names;
	}

	/** Covered is what any of those with the same line and name was. */
	mark(line: number, name: number, covered: boolean): void {
		const at = this.#count * 2;
		const value = name * 2 + (covered ? 1 : 0);
		if (at > 0 && this.#isSorted) {
			const lineBefore = this.#words[at - 2 + HIGH] ?? 0;
			const before = this.#words[at - 2 + LOW] ?? 0;
			if (line === lineBefore && before >>> 1 === name) {
				this.#words[at - 2 + LOW] = before | value;
				return;
			}
			if (line < lineBefore || (line === lineBefore && value < before)) this.#isSorted = false;
		}
		if (at === this.#words.length) {
			this.#makeRoom();
			this.mark(line, name, covered);
			return;
		}
		this.#words[at + HIGH] = line;
		this.#words[at + LOW] = value;
		this.#count++;
	}

	/** Makes room for as many as will come, where there are none yet. */
	reserve(count: number): void {
		if (this.#words.length > 0 || count === 0) return;
		const { buffer, offset } = SLABS.room(count * 8);
		this.#words = new Uint32Array(buffer, offset, count * 2);
	}

	/** How many different ones there are. */
	get total(): number {
		this.#sort();
		return this.#count;
	}

	get covered(): number {
		this.#sort();
		let covered = 0;
		for (let at = 0; at < this.#count; at++) covered += (this.#words[at * 2 + LOW] ?? 0) & 1;
		return covered;
	}

	/** The last line, or 0 where there is none. */
	get last(): number {
		this.#sort();
		return this.#count === 0 ? 0 : (this.#words[this.#count * 2 - 2 + HIGH] ?? 0);
	}

	/** Every one: by line, and in a line by the order in which names were first seen in the report. */
	each(take: (line: number, name: number, covered: boolean) => void): void {
		this.#sort();
		for (let at = 0; at < this.#count; at++) {
			const value = this.#words[at * 2 + LOW] ?? 0;
			take(this.#words[at * 2 + HIGH] ?? 0, value >>> 1, (value & 1) === 1);
		}
	}

	/** Line, name and whether it is covered (evidence.v1). */
	marks(): [number, string, boolean][] {
		const marks: [number, string, boolean][] = [];
		this.each((line, name, covered) => marks.push([line, this.names.text(name), covered]));
		return marks;
	}

	/** Takes all of it away, for what is filled again and again. */
	clear(): void {
		this.#count = 0;
		this.#isSorted = true;
	}

	/** Adds all of another's. */
	addAll(other: LineMarks): void {
		this.reserve(other.total);
		if (this.names === other.names) {
			this.#unite(other);
			return;
		}
		const numbers = this.names.numbersOf(other.names);
		other.each((line, name, covered) => this.mark(line, numbers(name), covered));
	}

	/**
	 * Adds all of another's that has the same numbers for names. Shards of one run have the same arms as a rule:
	 * where nothing is new nothing is made, and else just as much as is needed.
	 */
	#unite(other: LineMarks): void {
		this.#sort();
		other.#sort();
		const [ours, theirs] = [this.#words, other.#words];
		const [end, otherEnd] = [this.#count * 2, other.#count * 2];
		let added = 0;
		for (let at = 0, otherAt = 0; otherAt < otherEnd; otherAt += 2) {
			while (at < end && isBefore(ours, at, theirs, otherAt)) at += 2;
			if (at < end && !isBefore(theirs, otherAt, ours, at))
				ours[at + LOW] = (ours[at + LOW] ?? 0) | (theirs[otherAt + LOW] ?? 0);
			else added += 2;
		}
		if (added === 0) return;
		if (end === 0 && ours.length >= otherEnd) {
			ours.set(theirs.subarray(0, otherEnd));
			this.#count = other.#count;
			return;
		}
		// From the end, so that what moves up is not written over where there is room for all.
		const words = ours.length < end + added ? new Uint32Array(end + added) : ours;
		for (let to = end + added - 2, at = end - 2, otherAt = otherEnd - 2; to >= 0; to -= 2) {
			const isTheirs = otherAt >= 0 && (at < 0 || isBefore(ours, at, theirs, otherAt));
			const [from, source] = isTheirs ? [theirs, otherAt] : [ours, at];
			const isBoth = !isTheirs && otherAt >= 0 && !isBefore(theirs, otherAt, ours, at);
			words[to] = from[source] ?? 0;
			words[to + 1] = from[source + 1] ?? 0;
			if (isTheirs || isBoth) otherAt -= 2;
			if (!isTheirs) at -= 2;
		}
		this.#words = words;
		this.#count = (end + added) / 2;
	}

	#makeRoom(): void {
		this.#sort();
		// Sorting has made room where much stood twice; else the next sorting would come too soon.
		if (this.#words.length > 0 && this.#count * 2 <= this.#words.length * 0.75) return;
		const words = new Uint32Array(Math.max(32, this.#words.length * 2));
		words.set(this.#words);
		this.#words = words;
	}

	#sort(): void {
		if (this.#isSorted) return;
		new BigUint64Array(this.#words.buffer, this.#words.byteOffset, this.#count).sort();
		const words = this.#words;
		let kept = 0;
		for (let at = 2; at < this.#count * 2; at += 2) {
			const line = words[at + HIGH] ?? 0;
			const value = words[at + LOW] ?? 0;
			const before = words[kept + LOW] ?? 0;
			if (line === words[kept + HIGH] && before >>> 1 === value >>> 1) {
				words[kept + LOW] = before | value;
				continue;
			}
			kept += 2;
			words[kept + HIGH] = line;
			words[kept + LOW] = value;
		}
		this.#count = kept / 2 + 1;
		this.#isSorted = true;
	}
}

/** Whether the pair at one place comes before the pair at another; covered or not is nothing to that. */
function isBefore(words: Uint32Array, at: number, others: Uint32Array, otherAt: number): boolean {
	const line = words[at + HIGH] ?? 0;
	const otherLine = others[otherAt + HIGH] ?? 0;
	return line === otherLine
		? (words[at + LOW] ?? 0) >>> 1 < (others[otherAt + LOW] ?? 0) >>> 1
		: line < otherLine;
}

/** Arms of branches by line. */
export class Branches extends LineMarks {
	/** The arms of a line by their keys, or undefined where it has none. */
	get(line: number): Map<string, boolean> | undefined {
		return this.#byLine().get(line);
	}

	/** How many lines have branches. */
	get size(): number {
		return this.#byLine().size;
	}

	values(): Iterable<Map<string, boolean>> {
		return this.#byLine().values();
	}

	[Symbol.iterator](): Iterator<[number, Map<string, boolean>]> {
		return this.#byLine()[Symbol.iterator]();
	}

	#byLine(): Map<number, Map<string, boolean>> {
		const lines = new Map<number, Map<string, boolean>>();
		for (const [line, key, covered] of this.marks()) {
			const arms = lines.get(line);
			if (arms === undefined) lines.set(line, new Map([[key, covered]]));
			else arms.set(key, covered);
		}
		return lines;
	}
}

/** Functions by line and name. */
export class Functions extends LineMarks {
	get size(): number {
		return this.total;
	}

	values(): { line: number; name: string; covered: boolean }[] {
		return this.marks().map(([line, name, covered]) => ({ line, name, covered }));
	}
}
