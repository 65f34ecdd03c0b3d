import { describe, expect, it } from "vitest";
import type { CoverageReport } from "#src/evidence/coverage/report.js";
import type { CoverageFormat } from "#src/evidence/formats.js";
import { RepositoryPaths } from "#src/evidence/paths.js";
import { COVERAGE_READERS } from "#src/evidence/readers.js";
import { fixture } from "./source.ts";
import { type Tally, tally } from "./tally.ts";

/**
 * Reports of real tools, and the figures that the tools print of the same run for people (see the README beside
 * the fixtures): several formats of one run must agree.
 */

type Known = readonly [CoverageFormat, string, Partial<Tally>];

async function read(format: CoverageFormat, path: string): Promise<CoverageReport> {
	const reader = COVERAGE_READERS[format];
	if (reader === undefined) throw new Error(`no reader of ${format}`);
	return reader(fixture(path), path);
}

function sum(report: CoverageReport, kind: "lines" | "branches" | "functions"): [number, number] {
	const ratios = report.files.map((each) => each.totals?.[kind] ?? { covered: 0, total: 0 });
	return [
		ratios.reduce((all, each) => all + each.covered, 0),
		ratios.reduce((all, each) => all + each.total, 0),
	];
}

const REPORTS: readonly Known[] = [
	// gcovr --merge-lines prints: lines 19 out of 29, functions 6 out of 7, branches 12 out of 23.
	["cobertura", "gcovr/cobertura.xml", { files: 3, lines: [19, 29], branches: [12, 23], functions: [6, 7] }],
	["lcov", "gcovr/lcov.info", { files: 3, lines: [19, 29], branches: [12, 23], functions: [6, 7] }],
	["clover", "gcovr/clover.xml", { files: 3, lines: [19, 29] }],
	["jacoco", "gcovr/jacoco.xml", { files: 3, branches: [12, 23] }],
	// The same run where lines of templates stand as often as there are functions of them (33 lines): still 29.
	// Two halves of a branch that have no names (Cobertura, JaCoCo) are not a whole: 11 where lcov knows 12.
	["cobertura", "gcovr/cobertura-twice.xml", { lines: [19, 29], branches: [11, 23], functions: [6, 7] }],
	["lcov", "gcovr/lcov-twice.info", { lines: [19, 29], branches: [12, 23], functions: [6, 7] }],
	["clover", "gcovr/clover-twice.xml", { lines: [19, 29] }],
	["jacoco", "gcovr/jacoco-twice.xml", { branches: [11, 23] }],
	// lcov --summary prints: 19 of 29 lines, 6 of 7 functions, 12 of 23 branches.
	["lcov", "geninfo/lcov-1.info", { files: 3, lines: [19, 29], branches: [12, 23], functions: [6, 7] }],
	// The two instances of a template are aliases of one function (FNF in the file: 6, FNH: 5).
	["lcov", "geninfo/lcov-2.info", { files: 3, lines: [19, 29], branches: [12, 23], functions: [5, 6] }],
	// nyc prints: lines 14/16, branches 8/12, functions 4/4.
	["lcov", "nyc/lcov.info", { files: 2, lines: [14, 16], branches: [8, 12], functions: [4, 4] }],
	["cobertura", "nyc/cobertura.xml", { files: 2, lines: [14, 16], branches: [8, 12], functions: [4, 4] }],
	["clover", "nyc/clover.xml", { files: 2, lines: [14, 16], branches: [8, 12] }],
	// c8 prints: lines 37/42, branches 10/14, functions 5/6.
	["lcov", "c8/lcov-shop.info", { files: 2, lines: [37, 42], branches: [10, 14], functions: [5, 6] }],
	[
		"cobertura",
		"c8/cobertura-shop.xml",
		{ files: 2, lines: [37, 42], branches: [10, 14], functions: [5, 6] },
	],
	["clover", "c8/clover.xml", { files: 2, lines: [37, 42], branches: [10, 14] }],
	// coverage.py prints: 19 statements, 3 missed, 6 branches, 2 of them partly.
	["cobertura", "coverage.py/cobertura.xml", { files: 2, lines: [16, 19], branches: [4, 6] }],
	["lcov", "coverage.py/lcov.info", { files: 2, lines: [16, 19], branches: [4, 6], functions: [3, 5] }],
	// The header's 11 of 16, and 2 of 3 functions by `go tool cover -func`.
	["cobertura", "gocover-cobertura/cobertura.xml", { files: 1, lines: [11, 16], functions: [2, 3] }],
	// 18 of the 23 DA have hits, by grep; llvm-cov itself prints 17 of 23 lines, and counts generic functions once.
	["lcov", "cargo-llvm-cov/lcov.info", { files: 1, lines: [18, 23], branches: [0, 0], functions: [4, 5] }],
	["cobertura", "cargo-llvm-cov/cobertura.xml", { files: 1, lines: [18, 23], functions: [4, 5] }],
	// PHPUnit prints: Lines 10/17; of 4 methods and a function and a closure, 4 were called.
	["cobertura", "phpunit/cobertura.xml", { files: 2, lines: [10, 17], functions: [4, 6] }],
	["cobertura", "phpunit/cobertura-branches.xml", { files: 2, lines: [10, 17], functions: [4, 6] }],
];

describe("reports of real tools", () => {
	it.each(REPORTS)("%s: %s", async (format, path, expected) => {
		const report = await read(format, path);
		expect(tally(report)).toMatchObject(expected);
		expect(report.format).toBe(format);
		expect(report.problems).toEqual([]);
		expect([report.hasBranches, report.hasFunctions]).toEqual([
			expected.branches !== undefined || path === "phpunit/cobertura-branches.xml",
			expected.functions !== undefined || sum(report, "functions")[1] > 0,
		]);
	});

	it("have totals where a format has no detail of a kind", async () => {
		// cargo llvm-cov prints: lines 23, 6 missed; functions 4, 1 missed.
		const summary = await read("lcov", "cargo-llvm-cov/lcov-summary.info");
		expect(tally(summary)).toMatchObject({ files: 1, lines: [0, 0], functions: [0, 0] });
		expect([sum(summary, "lines"), sum(summary, "functions"), summary.problems]).toEqual([
			[17, 23],
			[3, 4],
			[],
		]);
		const jacoco = await read("jacoco", "gcovr/jacoco.xml");
		expect([sum(jacoco, "lines"), sum(jacoco, "functions")]).toEqual([
			[19, 29],
			[6, 7],
		]);
		expect(sum(await read("clover", "nyc/clover.xml"), "functions")).toEqual([4, 4]);
		expect(sum(await read("clover", "c8/clover.xml"), "functions")).toEqual([5, 6]);
	});
});

it("two files of one name below two sources: coverage.py leaves one out, which is told, and the other is ambiguous", async () => {
	const report = await read("cobertura", "coverage.py/two-sources.xml");
	expect(report.sources).toEqual(["/srv/shop-python/alpha", "/srv/shop-python/beta"]);
	expect(tally(report)).toMatchObject({ files: 1, lines: [7, 8] });
	expect(report.problems).toMatchObject([{ code: "coverage-header-differs" }]);
	expect(report.problems[0]?.message).toContain("16 of 19 lines, its classes have 7 of 8");
	const paths = new RepositoryPaths(["alpha/util.py", "beta/util.py"]);
	expect(
		paths.resolve("util.py", { service: ".", sources: report.sources, root: "/srv/shop-python" }),
	).toEqual({ kind: "ambiguous", candidates: ["alpha/util.py", "beta/util.py"] });
});
