import { describe, expect, it } from "vitest";
import { readSimplecov } from "#src/evidence/coverage/simplecov.js";
import { fileOf, fixtureText, linesOf, tally, tallyOf } from "./coverage-tally.ts";
import { bytes, fixture, userError } from "./source.ts";

const read = (value: unknown) => readSimplecov(bytes(JSON.stringify(value)), ".resultset.json");
const suites = (...coverages: unknown[]) =>
	read(
		Object.fromEntries(coverages.map((coverage, index) => [`suite ${index}`, { coverage, timestamp: 1.5 }])),
	);

describe("results that SimpleCov wrote", () => {
	// SimpleCov printed 12 of 25, and 16 of 18 for two suites with 4 of 11 branches. It leaves out what stands
	// between :nocov: marks, which only the source shows: lines 32 (run) and 33 (not run) of cart.rb.
	it("one suite, lines", async () => {
		const report = await readSimplecov(fixture("simplecov/lines.resultset.json"), "r");
		expect(tally(report)).toMatchObject({ lines: [12 + 1, 25 + 2], branches: [0, 0] });
		expect(report.hasBranches).toBe(false);
	});

	it("coverage.json of its JSON formatter, which leaves out the same lines", async () => {
		const report = await readSimplecov(fixture("simplecov/lines.coverage.json"), "r");
		expect(tally(report)).toMatchObject({ lines: [12, 25], branches: [0, 0] });
		expect(report.hasBranches).toBe(false);
		const both = await readSimplecov(fixture("simplecov/two-suites.coverage.json"), "r");
		expect(tally(both)).toMatchObject({ lines: [16, 18], branches: [4, 11] });
		expect(both).toMatchObject({ hasBranches: true, hasFunctions: false });
	});

	it("two suites, branches", async () => {
		const report = await readSimplecov(fixture("simplecov/two-suites.resultset.json"), "r");
		expect(tally(report)).toMatchObject({ lines: [16 + 1, 18 + 2], branches: [4, 11] });
		expect(report).toMatchObject({ hasBranches: true, hasFunctions: false });
		// The suite that did not load it guessed that all of its 9 lines are code.
		expect(linesOf(fileOf(report, "unused.rb"))).toEqual([
			[1, 1],
			[5, 1],
		]);
	});
});

describe(".resultset.json", () => {
	it("hits of suites are added; null is no code", async () => {
		const report = await suites(
			{ "/a.rb": { lines: [1, null, 0, 0] } },
			{ "/a.rb": { lines: [2, null, 0, 5] } },
		);
		expect(linesOf(report.files[0])).toEqual([
			[1, 3],
			[3, 0],
			[4, 5],
		]);
	});

	it("a line that one suite calls no code is none, unless another ran it", async () => {
		const report = await suites(
			{ "/a.rb": [null, null, 0] },
			{ "/a.rb": [0, 4, null] },
			{ "/a.rb": [0, 0, 0] },
		);
		expect(linesOf(report.files[0])).toEqual([[2, 4]]);
	});

	it("lists of different length of one file are of different commits", async () => {
		const refused = await userError(suites({ "/a.rb": [1, 0] }, { "/a.rb": { lines: [1, 0, null] } }));
		expect(refused).toMatchObject({ code: "report-of-another-commit", place: { line: 1 } });
		expect(refused.message).toContain('lists of 2 and of 3 lines of "/a.rb"');
	});

	it("the old form, a list, beside the new one, and what is ignored", async () => {
		const report = await suites({ "/a.rb": [1, 0, null, "ignored"] }, { "/b.rb": { lines: ["ignored", 1] } });
		expect(report.files.map((each) => [each.path, linesOf(each)])).toEqual([
			[
				"/a.rb",
				[
					[1, 1],
					[2, 0],
				],
			],
			["/b.rb", [[2, 1]]],
		]);
	});

	it("arms of suites are united by condition, operators too", async () => {
		const arms = (then: number, other: number) => ({
			"/a.rb": {
				lines: [1],
				branches: {
					"[:if, 0, 3, 6, 7, 9]": { "[:then, 1, 4, 8, 4, 12]": then, "[:else, 2, 6, 8, 6, 12]": other },
					'[:"&.", 3, 9, 2, 9, 13]': { "[:then, 4, 9, 2, 9, 13]": 0, "[:else, 5, 9, 2, 9, 13]": "ignored" },
				},
			},
		});
		const report = await suites(arms(1, 0), arms(0, 0));
		expect(tally(report).branches).toEqual([1, 3]);
		expect([...new Set(report.files[0]?.branches.marks().map(([line]) => line))]).toEqual([3, 9]);
	});

	it("methods are functions", async () => {
		const methods = { '["Shop::Cart", :total, 3, 2, 7, 5]': 2, "[Shop::Cart, :[]=, 9, 2, 9, 5]": 0 };
		const report = await suites({ "/a.rb": { lines: [1], methods } });
		expect([...(report.files[0]?.functions.values() ?? [])]).toEqual([
			{ line: 3, name: "Shop::Cart#total", covered: true },
			{ line: 9, name: "Shop::Cart#[]=", covered: false },
		]);
	});

	it("refuses files without lines, counts that are none, and no coverage", async () => {
		const oneshot = await userError(suites({ "/a.rb": { oneshot_lines: [1] } }));
		expect(oneshot).toMatchObject({ code: "report-malformed" });
		expect(oneshot.message).toBe('.resultset.json: "suite 0" > "coverage" > "/a.rb" has no list of lines');
		for (const bad of [["x"], [true], [{}], { lines: [1], branches: { x: { y: 1 } } }])
			expect((await userError(suites({ "/a.rb": bad }))).code).toBe("report-malformed");
		expect((await userError(read({ suite: { timestamp: 1 } }))).code).toBe("report-malformed");
		expect((await suites({})).files).toEqual([]);
	});

	it("refuses every truncation", async () => {
		const all = fixtureText("simplecov/two-suites.resultset.json").trimEnd();
		for (let end = 0; end < all.length; end += 61) {
			const error = await userError(readSimplecov(bytes(all.slice(0, end), 4096), "r"));
			expect(error.code).toBe("report-truncated");
		}
	});
});

describe("coverage.json", () => {
	it("of SimpleCov's JSON formatter", async () => {
		const report = await read({
			meta: { simplecov_version: "0.22.0" },
			coverage: {
				"/a.rb": {
					lines: [null, 1, 0, "ignored", "ignored"],
					branches: [
						{ type: "then", start_line: 3, end_line: 3, coverage: 0, inline: false },
						{ type: "else", start_line: 3, end_line: 3, coverage: 1, inline: false },
						{ type: "else", start_line: 3, end_line: 3, coverage: 0, inline: true },
						{ type: "then", start_line: 4, end_line: 4, coverage: "ignored", inline: true },
					],
				},
			},
			groups: { Models: { lines: { covered_percent: 50 } } },
		});
		expect(tally(report)).toMatchObject({ lines: [1, 2], branches: [1, 3] });
	});

	it("of simplecov-json", async () => {
		const report = await read({
			timestamp: 1348489587,
			command_name: "RSpec",
			files: [
				{ filename: "/a.rb", covered_percent: 50, coverage: [null, 1, 0], covered_lines: 1 },
				{ filename: "/b.rb", covered_percent: 100, coverage: { lines: [1] } },
			],
			metrics: { covered_percent: 66.6, total_lines: 99 },
		});
		expect(report.files.map((each) => [each.path, tallyOf(each).lines])).toEqual([
			["/a.rb", [1, 2]],
			["/b.rb", [1, 1]],
		]);
	});
});
