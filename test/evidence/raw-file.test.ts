import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineHits } from "#src/evidence/coverage/line-hits.js";
import { Branches, Functions } from "#src/evidence/coverage/line-marks.js";
import { NameTable } from "#src/evidence/coverage/name-table.js";

/** Each structure beside a plain map that does the same. */

const line = fc.oneof(
	fc.integer({ min: 1, max: 200 }),
	fc.integer({ min: 1, max: 20_000 }),
	fc.integer({ min: 1, max: 999_999_999 }),
);
const hits = fc.oneof(
	fc.integer({ min: 0, max: 3 }),
	fc.integer({ min: 250, max: 260 }),
	fc.integer({ min: 65_530, max: 65_540 }),
	fc.constantFrom(2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER),
);

describe("hits by line", () => {
	it("stand once where room is made for lines that are there already", () => {
		const lines = new LineHits();
		lines.add(900, 1);
		lines.reserve(1000, 1000);
		lines.add(900, 2);
		expect([lines.size, lines.pairs()]).toEqual([1, [[900, 3]]]);
	});

	it("are those of a map, in whatever order they come", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(line, hits), { maxLength: 300 }), (entries) => {
				const map = new Map<number, number>();
				const lines = new LineHits();
				for (const [at, count] of entries) {
					map.set(at, Math.min(Number.MAX_SAFE_INTEGER, (map.get(at) ?? 0) + count));
					lines.add(at, count);
				}
				const sorted = [...map].sort((a, b) => a[0] - b[0]);
				expect([...lines]).toEqual(sorted);
				const united = new LineHits();
				united.addAll(lines);
				expect(united.pairs()).toEqual(sorted);
				expect([lines.size, lines.last]).toEqual([map.size, sorted.at(-1)?.[0]]);
				expect(lines.covered).toBe(sorted.filter(([, count]) => count > 0).length);
				for (const [at, count] of sorted) expect(lines.get(at)).toBe(count);
				united.clear();
				expect([...united]).toEqual([]);
			}),
		);
	});

	it("a line far from all others takes little, and many lines take what they need", () => {
		const before = process.memoryUsage().arrayBuffers;
		const far = Array.from({ length: 1000 }, () => new LineHits());
		for (const lines of far) lines.add(999_999_999, 1);
		const long = new LineHits();
		for (let at = 1; at <= 1_000_000; at++) long.add(at, 1);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
		expect([far[0]?.get(999_999_999), long.size]).toEqual([1, 1_000_000]);
	});
});

describe("arms and functions", () => {
	const name = fc.constantFrom("0,0", "0,1", "~0", "~0.1", "f(a, b)", "ä€😀", "");
	it("are those of a map, in whatever order they come", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), name, fc.boolean())), (entries) => {
				const map = new Map<string, boolean>();
				const arms = new Branches(new NameTable());
				for (const [at, key, covered] of entries) {
					map.set(`${at} ${key}`, (map.get(`${at} ${key}`) ?? false) || covered);
					arms.mark(at, arms.names.number(key), covered);
				}
				const marks = arms.marks();
				expect(new Map(marks.map(([at, key, covered]) => [`${at} ${key}`, covered]))).toEqual(map);
				expect([arms.total, marks.length]).toEqual([map.size, map.size]);
				expect(arms.covered).toBe([...map.values()].filter(Boolean).length);
				expect(marks.map(([at]) => at)).toEqual(marks.map(([at]) => at).sort((a, b) => a - b));
				const sum = [...arms].reduce((count, [, each]) => count + each.size, 0);
				expect(sum).toBe(map.size);
			}),
		);
	});

	it("two of one report make what one would be", () => {
		const mark = fc.tuple(fc.integer({ min: 0, max: 12 }), name, fc.boolean());
		fc.assert(
			fc.property(fc.array(fc.array(mark, { maxLength: 40 }), { maxLength: 4 }), (parts) => {
				const names = new NameTable();
				const one = new Branches(names);
				const united = new Branches(names);
				for (const part of parts) {
					const arms = new Branches(names);
					for (const [at, key, covered] of part) {
						arms.mark(at, names.number(key), covered);
						one.mark(at, names.number(key), covered);
					}
					united.addAll(arms);
				}
				expect(united.marks()).toEqual(one.marks());
				expect([united.total, united.covered]).toEqual([one.total, one.covered]);
				united.addAll(one);
				expect(united.marks()).toEqual(one.marks());
			}),
		);
	});

	it("a million of one line that come in any order are sorted out", () => {
		const arms = new Functions(new NameTable());
		for (let index = 0; index < 1_000_000; index++) arms.mark(7, (index * 7919) % 1000, index === 5);
		expect([arms.total, arms.covered]).toEqual([1000, 1]);
	});
});

describe("names", () => {
	it("have one number each, which gives the name back", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 500 }), (names) => {
				const table = new NameTable();
				const numbers = names.map((each) => table.number(each));
				expect(table.size).toBe(new Set(names).size);
				const encoder = new TextEncoder();
				for (const [index, each] of names.entries()) {
					const padded = encoder.encode(`<${each}>`);
					expect(table.numberOf(padded, 1, padded.length - 1)).toBe(numbers[index]);
					expect(table.text(numbers[index] ?? -1)).toBe(each);
				}
			}),
		);
	});

	it("that were made to meet in one slot are still told apart", () => {
		// The table's own hash (FNV-1a), so that names can be sought that all belong into one of 4096 slots.
		const slot = (text: string) => {
			let hash = 0x811c9dc5 | 0;
			for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
			return (hash ^ (hash >>> 15)) & 4095;
		};
		const names: string[] = [];
		for (let index = 0; names.length < 200; index++) if (slot(`n${index}`) === 7) names.push(`n${index}`);
		const table = new NameTable();
		const bytes = names.map((each) => Buffer.from(each));
		const numberOf = (each: Buffer) => table.numberOf(each, 0, each.length);
		const numbers = bytes.map(numberOf);
		expect(new Set(numbers).size).toBe(200);
		expect(bytes.map(numberOf)).toEqual(numbers);
		expect(numbers.map((each) => table.text(each))).toEqual(names);
	});

	it("keep their numbers while the table grows", () => {
		const table = new NameTable();
		const names = Array.from({ length: 200_000 }, (_, index) => `name ${(index * 7919) % 200_000}`);
		const numbers = names.map((each) => table.number(each));
		expect(new Set(numbers).size).toBe(names.length);
		expect(names.map((each) => table.number(each))).toEqual(numbers);
		expect(table.text(numbers[123_456] ?? 0)).toBe(names[123_456]);
	});
});
