import { LineMarks } from "./line-marks.js";
import type { NameTable } from "./name-table.js";

/**
 * Statements of one file by a key of the tool's own (a Go block's position, say): how many stand there, and
 * whether they ran. Eight bytes each. Pure.
 */

/** More statements than any place has. */
const COUNT_LIMIT = 0x3fffffff;

export class Statements {
	readonly names: NameTable;
	/** Under the key's number in place of a line, and the number of statements in place of a name. */
	readonly #marks: LineMarks;

	constructor(names: NameTable) {
		this.names = names;
		this.#marks = new LineMarks(names);
	}

	/** Of one key the largest number counts; they ran where any of it did. */
	mark(key: number, count: number, covered: boolean): void {
		this.#marks.mark(key, Math.min(COUNT_LIMIT, count), covered);
	}

	/** Makes room for as many as will come, where there are none yet. */
	reserve(count: number): void {
		this.#marks.reserve(count);
	}

	/** Every key once, in the order in which keys were first seen in the report. */
	each(take: (key: number, count: number, covered: boolean) => void): void {
		let held: { key: number; count: number; covered: boolean } | undefined;
		this.#marks.each((key, count, covered) => {
			if (held?.key === key) {
				// Ascending, so the last number is the largest.
				held.count = count;
				held.covered ||= covered;
				return;
			}
			if (held !== undefined) take(held.key, held.count, held.covered);
			held = { key, count, covered };
		});
		if (held !== undefined) take(held.key, held.count, held.covered);
	}

	/** Adds all of another's. */
	addAll(other: Statements): void {
		this.#marks.reserve(other.#marks.total);
		const numbers = this.names.numbersOf(other.names);
		other.each((key, count, covered) => this.mark(numbers(key), count, covered));
	}

	*[Symbol.iterator](): Generator<[string, { count: number; covered: boolean }]> {
		const all: [number, { count: number; covered: boolean }][] = [];
		this.each((key, count, covered) => all.push([key, { count, covered }]));
		for (const [key, value] of all) yield [this.names.text(key), value];
	}

	values(): { count: number; covered: boolean }[] {
		return [...this].map(([, value]) => value);
	}
}
