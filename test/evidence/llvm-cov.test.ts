import { describe, expect, it } from "vitest";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import { readLlvmCov } from "#src/evidence/coverage/llvm-cov.js";
import { fileOf, fixtureText, linesOf, tally, tallyOf } from "./coverage-tally.ts";
import { bytes, fixture, userError } from "./source.ts";

const TYPE = "llvm.coverage.json.export";
const read = (data: unknown, version = "2.0.1") =>
	readLlvmCov(bytes(JSON.stringify({ data, type: TYPE, version })), "cov.json");
const segments = async (...list: unknown[][]) => {
	const report = await read([{ files: [{ filename: "a.c", segments: list, summary: {} }] }]);
	return linesOf(report.files[0]);
};

describe("exports of real tools", () => {
	it.each(["llvm-cov/main", "llvm-cov/both", "cargo-llvm-cov/full"])(
		"%s: line by line what llvm-cov writes as lcov",
		async (name) => {
			const report = await readLlvmCov(fixture(`${name}.json`), name);
			const lcov = await readLcov(fixture(`${name}.info`), name);
			expect(report.files.map((each) => each.path).sort()).toEqual(
				lcov.files.map((each) => each.path).sort(),
			);
			for (const file of lcov.files) {
				expect([file.path, linesOf(fileOf(report, file.path))]).toEqual([file.path, linesOf(file)]);
			}
		},
	);

	// Functions and branches as `llvm-cov report` printed them by file. It adds the lines of functions, so that
	// those of several functions count several times and a macro's never: lines are the DA of its lcov, by awk.
	it.each([
		["llvm-cov/main", "cart.cpp", [3, 5], [20, 26], [11, 20]],
		["llvm-cov/main", "cart.hpp", [1, 2], [8, 12], [1, 2]],
		["llvm-cov/main", "main.cpp", [1, 1], [7, 7], [3, 6]],
		["llvm-cov/both", "cart.cpp", [3, 5], [22, 26], [15, 20]],
		["llvm-cov/both", "cart.hpp", [1, 2], [8, 12], [1, 2]],
		["llvm-cov/both", "other.cpp", [1, 1], [1, 1], [2, 4]],
		["cargo-llvm-cov/full", "lib.rs", [4, 4], [18, 20], [0, 0]],
		["cargo-llvm-cov/full", "price.rs", [2, 3], [8, 12], [0, 0]],
	])("%s %s", async (name, path, functions, lines, branches) => {
		const report = await readLlvmCov(fixture(`${name}.json`), name);
		expect(tallyOf(fileOf(report, path))).toMatchObject({ functions, lines, branches });
	});

	it("a summary alone gives numbers by file", async () => {
		for (const [name, path, lines] of [
			["llvm-cov/main-summary", "cart.cpp", { covered: 23, total: 30 }],
			["cargo-llvm-cov/summary", "price.rs", { covered: 8, total: 12 }],
		] as const) {
			const report = await readLlvmCov(fixture(`${name}.json`), name);
			const file = fileOf(report, path);
			expect(file.totals?.lines).toEqual(lines);
			expect(linesOf(file)).toEqual([]);
			expect(report).toMatchObject({ hasBranches: true, hasFunctions: true });
		}
	});

	it("without functions their numbers are the summary's, and lines are counted", async () => {
		const report = await readLlvmCov(fixture("llvm-cov/main-skip-functions.json"), "r");
		const file = fileOf(report, "cart.cpp");
		expect(file.totals).toEqual({ functions: { covered: 3, total: 5 } });
		expect(tallyOf(file).lines).toEqual([20, 26]);
	});
});

describe("lines of segments", () => {
	it("a region goes on over the lines below it", async () => {
		expect(await segments([1, 12, 3, true, true, false], [4, 2, 0, false, false, false])).toEqual([
			[1, 3],
			[2, 3],
			[3, 3],
			[4, 3],
		]);
	});

	it("a line has the largest count of the regions that begin on it and of the one that goes on", async () => {
		expect(
			await segments(
				[1, 1, 5, true, true, false],
				[2, 4, 0, true, true, false],
				[2, 9, 5, true, false, false],
				[3, 1, 0, true, true, false],
				[4, 1, 0, false, false, false],
			),
		).toEqual([
			[1, 5],
			[2, 5],
			[3, 5],
			[4, 0],
		]);
	});

	it("skipped regions are no code, nor is what stands between functions", async () => {
		expect(
			await segments(
				[1, 1, 2, true, true, false],
				[2, 1, 0, false, true, false],
				[4, 1, 2, true, false, false],
				[5, 2, 0, false, false, false],
				[8, 1, 0, true, true, false],
				[9, 2, 0, false, false, false],
			),
		).toEqual(
			[
				[1, 2],
				[4, 0],
				[5, 2],
				[8, 0],
				[9, 0],
			].filter(([line]) => line !== 4),
		);
	});

	it("a gap takes the count from above", async () => {
		expect(
			await segments(
				[1, 1, 7, true, true, false],
				[2, 9, 1, true, true, true],
				[3, 1, 1, true, true, false],
				[4, 2, 0, false, false, false],
			),
		).toEqual([
			[1, 7],
			[2, 7],
			[3, 1],
			[4, 1],
		]);
	});

	it("old exports have segments of five fields, with 0 and 1 for flags", async () => {
		expect(await segments([1, 1, 2, 1, 1], [2, 2, 0, 0, 0])).toEqual([
			[1, 2],
			[2, 2],
		]);
	});

	it("refuses segments that are out of order, or none, or endless", async () => {
		for (const list of [
			[
				[5, 1, 1, true, true, false],
				[4, 1, 1, true, true, false],
			],
			[[1, 1, "x", true, true, false]],
			[[0, 1, 1, true, true, false]],
			[[1, 1]],
			[
				[1, 1, 1, true, true, false],
				[999_999_999, 1, 1, true, true, false],
			],
		]) {
			expect((await userError(segments(...list))).code).toBe("report-malformed");
		}
	});
});

describe("exports", () => {
	const file = (filename: string, count: number) => ({
		filename,
		segments: [
			[1, 1, count, true, true, false],
			[2, 2, 0, false, false, false],
		],
		branches: [[1, 5, 1, 9, count, 0, 0, 0, 4]],
	});
	const made = (name: string, count: number, start = 1) => ({
		name,
		count,
		regions: [[start, 1, start + 1, 2, count, 0, 0, 0]],
		filenames: ["a.cc"],
	});

	it("a file whose segments are empty has the numbers of its summary", async () => {
		const summary = { lines: { count: 4, covered: 3 } };
		const report = await read([{ files: [{ filename: "a.c", segments: [], summary }] }]);
		expect(report.files[0]?.totals).toEqual({ lines: { covered: 3, total: 4 } });
	});

	it("several data are united", async () => {
		const report = await read([
			{ files: [file("a.cc", 1)], functions: [made("f", 1)] },
			{ files: [file("a.cc", 2), file("b.cc", 0)], functions: [made("f", 0)] },
		]);
		expect(linesOf(fileOf(report, "a.cc"))).toEqual([
			[1, 3],
			[2, 3],
		]);
		expect(tally(report)).toMatchObject({ lines: [2, 4], branches: [1, 4], functions: [1, 1] });
	});

	it("instantiations of one function and of its branches are one", async () => {
		const twice = file("a.cc", 0);
		twice.branches.push([1, 5, 1, 9, 0, 4, 0, 0, 4]);
		const report = await read([
			{ files: [twice], functions: [made("f<int>", 0), made("f<long>", 3), made("g", 0, 9)] },
		]);
		expect(tally(report)).toMatchObject({ branches: [1, 2], functions: [1, 2] });
	});

	it("a function whose regions begin in a macro belongs to the file that uses it", async () => {
		const report = await read([
			{
				files: [file("a.cc", 1)],
				functions: [
					{
						name: "f",
						count: 1,
						filenames: ["macro.h", "a.cc"],
						regions: [
							[3, 9, 3, 12, 1, 0, 0, 0],
							[7, 1, 9, 2, 1, 1, 0, 0],
							[7, 8, 7, 12, 1, 1, 0, 1],
						],
					},
				],
			},
		]);
		expect([...fileOf(report, "a.cc").functions.values()].map((each) => each.line)).toEqual([7]);
	});

	it("branches of a macro stand where it is used, each use for itself", async () => {
		const use = (line: number, taken: number) => ({
			filenames: ["a.cc", "macro.h"],
			source_region: [line, 2, line, 7, 1, 0, 1, 1],
			target_regions: [],
			branches: [[40, 7, 40, 19, taken, 1, 1, 0, 4]],
		});
		const report = await read([
			{ files: [{ ...file("a.cc", 1), expansions: [use(1, 0), use(2, 3), use(2, 0)] }] },
		]);
		expect([...(report.files[0]?.branches ?? [])].map(([line, arms]) => [line, [...arms.values()]])).toEqual([
			[1, [true, false, false, true]],
			[2, [true, true]],
		]);
	});

	it("large numbers of other fields are skipped, and keys may come in any order", async () => {
		const text = `{"version":"3.1.0","data":[{"totals":{"lines":{"count":99}},"functions":[],"files":[${JSON.stringify(file("a.cc", 1))}]}],"type":"${TYPE}"}`;
		expect(tally(await readLlvmCov(bytes(text), "r")).lines).toEqual([2, 2]);
	});

	it("refuses other exports, and files without segments and summary", async () => {
		expect((await userError(readLlvmCov(bytes('{"type":"x","data":[]}'), "r"))).code).toBe(
			"report-malformed",
		);
		expect((await userError(readLlvmCov(bytes('{"data":[]}'), "r"))).code).toBe("report-malformed");
		const none = await userError(read([{ files: [{ filename: "a.c" }] }]));
		expect(none.message).toBe('cov.json: "data" > 0 > "files" > 0 has neither segments nor a summary');
		const more = { lines: { count: 1, covered: 2 } };
		expect((await userError(read([{ files: [{ filename: "a.c", summary: more }] }]))).code).toBe(
			"report-malformed",
		);
	});

	it("refuses every truncation", async () => {
		const all = fixtureText("llvm-cov/main.json").trimEnd();
		for (let end = 0; end < all.length; end += 101) {
			const error = await userError(readLlvmCov(bytes(all.slice(0, end), 4096), "r"));
			expect(error.code).toBe("report-truncated");
		}
	});
});
