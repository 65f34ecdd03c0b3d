import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileCoverage } from "#src/evidence/evidence.js";
import { figures as figuresOf } from "#src/evidence/figures.js";
import { mergeCoverage as merge, mergeCounts } from "#src/evidence/merge.js";
import { shard } from "./arbitrary.ts";
import { held, written } from "./held.ts";

const part = shard;

const mergeCoverage = (parts: readonly (readonly FileCoverage[])[]) => written(merge(parts.map(held)));
const figures = (files: readonly FileCoverage[]) => figuresOf(held(files));

/** The figures as one list of pairs, null where nothing says anything. */
function ratios(files: readonly FileCoverage[]) {
	const { lines, branches, functions, statements } = figures(files);
	return [lines, branches, functions, statements];
}

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

	it("is monotone: another part lowers neither what is covered nor what there is", () => {
		fc.assert(
			fc.property(part, part, (a, b) => {
				const whole = ratios(mergeCoverage([a, b]));
				for (const [index, before] of ratios(a).entries()) {
					if (before === null) continue;
					expect(whole[index]?.covered).toBeGreaterThanOrEqual(before.covered);
					expect(whole[index]?.total).toBeGreaterThanOrEqual(before.total);
				}
			}),
		);
	});

	it("never has more covered than there is, and nothing that is no whole number", () => {
		fc.assert(
			fc.property(part, part, part, (a, b, c) => {
				for (const ratio of ratios(mergeCoverage([a, b, c]))) {
					if (ratio === null) continue;
					expect(Number.isSafeInteger(ratio.covered) && Number.isSafeInteger(ratio.total)).toBe(true);
					expect(ratio.covered).toBeGreaterThanOrEqual(0);
					expect(ratio.covered).toBeLessThanOrEqual(ratio.total);
				}
			}),
		);
	});

	it("of a part with itself changes nothing but hits: figures and what is covered stay", () => {
		fc.assert(
			fc.property(part, (a) => {
				const once = mergeCoverage([a]);
				const twice = mergeCoverage([a, a]);
				expect(figures(twice)).toEqual(figures(once));
				const withoutHits = (files: readonly FileCoverage[]) =>
					files.map((each) => ({ ...each, lines: each.lines.map(([line, hits]) => [line, hits > 0]) }));
				expect(withoutHits(twice)).toEqual(withoutHits(once));
			}),
		);
	});

	it("has the figures of its parts where each file is in one of them", () => {
		fc.assert(
			fc.property(part, (a) => {
				expect(figures(mergeCoverage(a.map((each) => [each])))).toEqual(figures(a));
			}),
		);
	});

	it("takes numbers alone for what they show: the larger of each side beside the detail", () => {
		const detail: FileCoverage = {
			path: "a",
			lines: [
				[1, 1],
				[2, 0],
				[3, 0],
			],
			branches: null,
			functions: null,
		};
		const numbers: FileCoverage = {
			path: "a",
			lines: [],
			branches: null,
			functions: null,
			totals: { lines: { covered: 2, total: 2 }, branches: { covered: 1, total: 4 } },
		};
		expect(figures(mergeCoverage([[detail], [numbers]]))).toEqual({
			files: 1,
			lines: { covered: 2, total: 3 },
			branches: { covered: 1, total: 4 },
			functions: null,
			statements: null,
		});
	});

	it("is never the sum of what two formats say: of a line's arms the larger of each side, of a file's functions too", () => {
		const said = (branches: FileCoverage["branches"], functions: FileCoverage["functions"]) =>
			figures([{ path: "a", lines: [], branches, functions }]);
		const { branches, functions } = said(
			[
				[3, "lcov 0,0", true],
				[3, "lcov 0,1", false],
				[3, "istanbul if:3:2:5:3/0", true],
				[3, "istanbul if:3:2:5:3/1", false],
				[4, "jacoco ~0", false],
				[4, "cobertura ~0", true],
				[4, "cobertura ~1", false],
				[4, "cobertura ~2", false],
				[4, "cobertura ~0.0", true],
				[4, "cobertura ~0.1", true],
			],
			[
				[1, "lcov f", true],
				[1, "cobertura f()V", true],
				[8, "lcov g", false],
				[9, "cobertura g()V", false],
				[20, "cobertura <init>", false],
			],
		);
		expect(branches).toEqual({ covered: 1 + 2, total: 2 + 3 });
		expect(functions).toEqual({ covered: 1, total: 3 });
	});

	it("a function of one name and line is one, whichever format saw it running", () => {
		const { functions } = figures([
			{
				path: "a",
				lines: [],
				branches: null,
				functions: [
					[1, "lcov f", true],
					[8, "lcov g", false],
					[1, "istanbul f", false],
					[8, "istanbul g", true],
				],
			},
		]);
		expect(functions).toEqual({ covered: 2, total: 2 });
	});

	it("never adds statements of two formats", () => {
		const of = (...statements: [string, number, boolean][]): FileCoverage[] => [
			{ path: "a", lines: [], branches: null, functions: null, statements },
		];
		const merged = mergeCoverage([
			of(["istanbul 0", 1, true], ["istanbul 1", 1, false]),
			of(["clover 1", 1, true]),
			of(["istanbul 1", 1, true], ["istanbul 2", 1, false]),
		]);
		expect(figures(merged).statements).toEqual({ covered: 2, total: 3 });
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
