import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileCoverage } from "#src/evidence/evidence.js";
import { figures } from "#src/evidence/figures.js";
import { mergeCounts, mergeCoverage } from "#src/evidence/merge.js";

const marks = (name: fc.Arbitrary<string>) =>
	fc.option(
		fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), name, fc.boolean()), {
			maxLength: 5,
			selector: ([line, text]) => `${line} ${text}`,
		}),
		{ nil: null },
	);
const file: fc.Arbitrary<FileCoverage> = fc.record({
	path: fc.constantFrom("a.js", "b.js", "__proto__"),
	lines: fc
		.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
			maxLength: 6,
			selector: ([line]) => line,
		})
		.map((lines) => lines.sort((a, b) => a[0] - b[0])),
	branches: marks(fc.constantFrom("0,0", "0,1", "~0", "~1")),
	functions: marks(fc.constantFrom("f", "g")),
});
const part = fc.uniqueArray(file, { maxLength: 3, selector: (each) => each.path });

describe("the union of shards", () => {
	it("is the same in any order and grouping", () => {
		fc.assert(
			fc.property(part, part, part, (a, b, c) => {
				const all = mergeCoverage([a, b, c]);
				expect(mergeCoverage([c, a, b])).toEqual(all);
				expect(mergeCoverage([mergeCoverage([a, b]), c])).toEqual(all);
				expect(mergeCoverage([a, mergeCoverage([b, c])])).toEqual(all);
			}),
		);
	});

	it("loses nothing: every line, arm and function of a part is there, and covered if it was", () => {
		fc.assert(
			fc.property(part, part, (a, b) => {
				const merged = new Map(mergeCoverage([a, b]).map((each) => [each.path, each]));
				for (const each of [...a, ...b]) {
					const whole = merged.get(each.path);
					const lines = new Map(whole?.lines);
					for (const [line, hits] of each.lines) {
						expect(lines.get(line)).toBeGreaterThanOrEqual(hits);
					}
					for (const kind of ["branches", "functions"] as const) {
						for (const [line, name, covered] of each[kind] ?? []) {
							const found = whole?.[kind]?.find((other) => other[0] === line && other[1] === name);
							expect(found).toBeDefined();
							if (covered) expect(found?.[2]).toBe(true);
						}
					}
				}
			}),
		);
	});

	it("invents nothing: a line is covered only if a part covers it", () => {
		fc.assert(
			fc.property(part, part, (a, b) => {
				for (const each of mergeCoverage([a, b])) {
					for (const [line, hits] of each.lines) {
						const parts = [...a, ...b]
							.filter((other) => other.path === each.path)
							.flatMap((other) => other.lines);
						expect(hits).toBe(
							parts.filter(([other]) => other === line).reduce((sum, [, more]) => sum + more, 0),
						);
					}
				}
			}),
		);
	});

	it("never has lower figures than its best part", () => {
		fc.assert(
			fc.property(part, part, (a, b) => {
				expect(figures(mergeCoverage([a, b])).lines.covered).toBeGreaterThanOrEqual(figures(a).lines.covered);
			}),
		);
	});

	it("adds hits up to the largest exact integer", () => {
		const one = (hits: number): FileCoverage[] => [
			{ path: "a", lines: [[1, hits]], branches: null, functions: null },
		];
		expect(mergeCoverage([one(Number.MAX_SAFE_INTEGER), one(5)])).toEqual(one(Number.MAX_SAFE_INTEGER));
	});

	it("adds tests", () => {
		const counts = { total: 4, passed: 1, failed: 1, errors: 1, skipped: 1, flaky: 1 };
		expect(mergeCounts([counts, counts])).toEqual({
			total: 8,
			passed: 2,
			failed: 2,
			errors: 2,
			skipped: 2,
			flaky: 2,
		});
		expect(mergeCounts([]).total).toBe(0);
	});
});
