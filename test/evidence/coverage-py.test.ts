import { describe, expect, it } from "vitest";
import { readCoveragePy } from "#src/evidence/coverage/coverage-py.js";
import { fileOf, fixtureText, linesOf, tally, tallyOf } from "./coverage-tally.ts";
import { bytes, fixture, userError } from "./source.ts";

const read = (files: unknown, meta: unknown = { version: "7.0" }) =>
	readCoveragePy(bytes(JSON.stringify({ meta, files, totals: {} })), "coverage.json");

describe("reports of coverage.py", () => {
	// What `coverage report` printed: 28 statements with 9 missed, and branches. 7.5.4 lists the docstrings of
	// cart.py, lines 1 and 10, as executed and does not count them.
	it.each([
		["format-3-branch", { lines: [19, 28], branches: [3, 6], functions: [4, 7] }],
		["format-3-contexts", { lines: [19, 28], branches: [3, 6], functions: [4, 7] }],
		["format-3-lines", { lines: [19, 28], branches: [0, 0], functions: [4, 7] }],
		["format-2-branch", { lines: [19 + 2, 28 + 2], branches: [3, 8], functions: [0, 0] }],
		["format-2-lines", { lines: [19 + 2, 28 + 2], branches: [0, 0], functions: [0, 0] }],
	])("%s", async (name, expected) => {
		const report = await readCoveragePy(fixture(`coverage-py/${name}.json`), name);
		expect(tally(report)).toMatchObject(expected);
		expect(report.hasBranches).toBe(name.endsWith("branch") || name.endsWith("contexts"));
		expect(report.hasFunctions).toBe(name.startsWith("format-3"));
		const own = JSON.parse(fixtureText(`coverage-py/${name}.json`)) as {
			files: Record<string, { summary: Record<string, number> }>;
		};
		expect(Object.keys(own.files)).toHaveLength(3);
		for (const [path, { summary }] of Object.entries(own.files)) {
			const { lines, branches } = tallyOf(fileOf(report, path));
			const more = name.startsWith("format-2") && path.endsWith("cart.py") ? 2 : 0;
			expect([path, lines[0] - more, lines[1] - more]).toEqual([
				path,
				summary.covered_lines,
				summary.num_statements,
			]);
			expect([path, ...branches]).toEqual([path, summary.covered_branches ?? 0, summary.num_branches ?? 0]);
		}
	});

	it("functions stand at the line that format 3 gives", async () => {
		const report = await readCoveragePy(fixture("coverage-py/format-3-branch.json"), "r");
		const functions = [...fileOf(report, "cart.py").functions.values()];
		expect(functions.map((each) => [each.line, each.name, each.covered])).toEqual([
			[12, "Cart.__init__", true],
			[15, "Cart.add", true],
			[26, "Cart.total", true],
			[32, "Cart.clear", false],
			[36, "parse", true],
			[45, "never", false],
		]);
	});
});

describe("coverage.py's JSON", () => {
	it("the percentage, which is of lines and branches together, is not read", async () => {
		const report = await read({
			"a.py": {
				executed_lines: [1],
				summary: { percent_covered: 25, percent_covered_display: "25", covered_lines: 99 },
				missing_lines: [2],
				executed_branches: [[1, 2]],
				missing_branches: [
					[1, -1],
					[2, 1],
				],
			},
		});
		expect(tally(report)).toMatchObject({ lines: [1, 2], branches: [1, 3] });
		expect(linesOf(report.files[0])).toEqual([
			[1, 1],
			[2, 0],
		]);
	});

	it("branches were measured although there are none", async () => {
		const none = { executed_lines: [1], missing_lines: [] };
		expect((await read({ a: none }, { branch_coverage: true })).hasBranches).toBe(true);
		expect((await read({ a: none }, { branch_coverage: false })).hasBranches).toBe(false);
	});

	it("excluded lines are not to be covered; an empty file has none", async () => {
		const report = await read({
			"a.py": { executed_lines: [1, 2], missing_lines: [], excluded_lines: [2, 3] },
			"b.py": { executed_lines: [0], missing_lines: [] },
		});
		expect(report.files.map((each) => tallyOf(each).lines)).toEqual([
			[1, 1],
			[0, 0],
		]);
	});

	it("a function without a line of its own stands at its first; what is in none is no function", async () => {
		const report = await read({
			"a.py": {
				executed_lines: [4],
				missing_lines: [5, 8],
				functions: {
					"A.f": { executed_lines: [4], summary: {}, missing_lines: [5] },
					__proto__x: { executed_lines: [], missing_lines: [8] },
					empty: { executed_lines: [], missing_lines: [] },
					"": { executed_lines: [], missing_lines: [9] },
				},
				classes: { A: { executed_lines: [4], missing_lines: [5, 77] } },
			},
		});
		expect([...(report.files[0]?.functions.values() ?? [])]).toEqual([
			{ line: 4, name: "A.f", covered: true },
			{ line: 8, name: "__proto__x", covered: false },
		]);
		expect(tally(report).lines).toEqual([1, 3]);
	});

	it("refuses what has no lines, no files, or something else in its lists", async () => {
		const noLines = await userError(read({ "a.py": { executed_lines: [1] } }));
		expect(noLines.message).toBe('coverage.json: "files" > "a.py" has no missing_lines');
		const later = await userError(read({ "a.py": {}, "b.py": { executed_lines: [], missing_lines: [] } }));
		expect(later.message).toContain('"a.py" has no executed_lines');
		const noFiles = await userError(readCoveragePy(bytes('{"meta":{}}'), "c"));
		expect(noFiles.message).toBe("c: the file has no files");
		const lists = [
			{ executed_lines: [-1], missing_lines: [] },
			{ executed_lines: ["1"], missing_lines: [] },
			{ executed_lines: 1, missing_lines: [] },
			{ executed_lines: [1, 2], missing_lines: [2, 3] },
			{ executed_lines: [], missing_lines: [], executed_branches: [1] },
		];
		for (const each of lists) expect((await userError(read({ a: each }))).code).toBe("report-malformed");
	});

	it("refuses every truncation", async () => {
		const all = fixtureText("coverage-py/format-3-branch.json").trimEnd();
		for (let end = 0; end < all.length; end += 211) {
			const error = await userError(readCoveragePy(bytes(all.slice(0, end), 4096), "r"));
			expect(error.code).toBe("report-truncated");
		}
	});
});
