import { describe, expect, it } from "vitest";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import { bytes, fixture, userError } from "./source.ts";

const read = (text: string) => readLcov(bytes(text), "lcov.info");
const one = async (lines: string) => {
	const report = await read(`TN:\nSF:a.js\n${lines}\nend_of_record\n`);
	const file = report.files[0];
	if (file === undefined) throw new Error("no file");
	return file;
};
const tally = (report: Awaited<ReturnType<typeof read>>) => {
	const count = { lines: [0, 0], branches: [0, 0], functions: [0, 0] };
	const add = (pair: number[], covered: boolean) => {
		pair[0] = (pair[0] ?? 0) + (covered ? 1 : 0);
		pair[1] = (pair[1] ?? 0) + 1;
	};
	for (const file of report.files) {
		for (const hits of file.lines.values()) add(count.lines, hits > 0);
		for (const arms of file.branches.values())
			for (const covered of arms.values()) add(count.branches, covered);
		for (const each of file.functions.values()) add(count.functions, each.covered);
	}
	return count;
};

describe("reports of real tools", () => {
	it.each([
		["node/lcov.info", { lines: [11, 18], branches: [4, 5], functions: [1, 2] }],
		// coverage.py says: 16 statements, 3 missed, 6 branches, 2 of them partial.
		["pytest/lcov.info", { lines: [13, 16], branches: [4, 6], functions: [3, 4] }],
		["c8/lcov.info", { lines: [13, 20], branches: [3, 5], functions: [1, 2] }],
		// geninfo with MC/DC; lcov --summary says the same, and 9 of 12 conditions, which are not counted.
		["geninfo/mcdc.info", { lines: [11, 12], branches: [9, 12], functions: [3, 3] }],
	])("%s", async (path, expected) => {
		const report = await readLcov(fixture(path), path);
		expect(tally(report)).toEqual(expected);
		expect(report.problems).toEqual([]);
	});
});

describe("lines", () => {
	it("take a checksum, and hits that are negative, large or no integer", async () => {
		const file = await one("DA:1,3,aGVsbG8\nDA:2,-4\nDA:3,1.0e+19\nDA:4,0.25\nDA:5,99999999999999999999");
		expect([...file.lines]).toEqual([
			[1, 3],
			[2, 0],
			[3, Number.MAX_SAFE_INTEGER],
			[4, 1],
			[5, Number.MAX_SAFE_INTEGER],
		]);
	});

	it("a line that stands twice is one line", async () => {
		expect([...(await one("DA:7,0\nDA:7,2\nDA:7,0\nLF:3\nLH:1")).lines]).toEqual([[7, 2]]);
	});

	it("a file in several records is one file", async () => {
		const report = await read(
			"TN:a\nSF:x.c\nDA:1,1\nDA:2,0\nend_of_record\nTN:b\nSF:x.c\nDA:2,5\nDA:3,0\nend_of_record\n",
		);
		expect(report.files.map((each) => [each.path, [...each.lines]])).toEqual([
			[
				"x.c",
				[
					[1, 1],
					[2, 5],
					[3, 0],
				],
			],
		]);
	});

	it("lines without a place count nothing and are told", async () => {
		const report = await read("SF:a\nDA:0,1\nDA:undefined,1\nDA:2,1\nend_of_record");
		expect([...(report.files[0]?.lines ?? [])]).toEqual([[2, 1]]);
		expect(report.problems).toMatchObject([{ code: "coverage-without-line", severity: "warning" }]);
	});

	it("a Windows path, comments, CRLF, no TN", async () => {
		const report = await read(
			"# made by\r\nSF:C:\\work\\a.cs\r\nVER:1\r\nDA:1,1\r\nMCDC:1,2,t,1,0,x\r\nend_of_record\r\n",
		);
		expect(report.files.map((each) => each.path)).toEqual(["C:\\work\\a.cs"]);
	});
});

describe("branches", () => {
	it("may have text with commas; never run is not taken; unreachable ones don't count", async () => {
		const file = await one(
			"BRDA:10,0,f(a,b),1\nBRDA:10,0,f(a,c),0\nBRDA:11,e1,0,-\nBRDA:12,U2,0,0\nBRDA:13,eU2,0,0\nBRF:3",
		);
		expect([...file.branches].map(([line, arms]) => [line, [...arms]])).toEqual([
			[
				10,
				[
					["0,f(a,b)", true],
					["0,f(a,c)", false],
				],
			],
			[11, [["e1,0", false]]],
		]);
	});

	it("are unknown where the whole report says nothing of them", async () => {
		expect((await read("SF:a\nDA:1,1\nend_of_record")).hasBranches).toBe(false);
		expect((await read("SF:a\nDA:1,1\nBRF:0\nend_of_record")).hasBranches).toBe(true);
	});
});

describe("functions", () => {
	it("with an end line, commas in names, two of one name, and a count that comes first", async () => {
		const file = await one(
			"FNDA:2,late\nFN:4,12,f\nFN:20,g(a,b)\nFN:30,f\nFNDA:0,f\nFNDA:5,f\nFNDA:0,g(a,b)",
		);
		expect([...file.functions.values()]).toEqual([
			{ line: 0, name: "late", covered: true },
			{ line: 4, name: "f", covered: false },
			{ line: 20, name: "g(a,b)", covered: false },
			{ line: 30, name: "f", covered: true },
		]);
	});

	it("of lcov 2.2: aliases of one function are one", async () => {
		const file = await one("FNL:0,5,9\nFNA:0,0,f<int>\nFNA:0,3,f<long>\nFNL:1,11\nFNA:1,0,g");
		expect([...file.functions.values()]).toEqual([
			{ line: 5, name: "f<int>", covered: true },
			{ line: 11, name: "g", covered: false },
		]);
	});

	it("many of one name cost no more than many of different names", async () => {
		const lines = Array.from({ length: 40_000 }, (_, index) => `FN:${index + 1},f`).join("\n");
		const counts = Array.from({ length: 40_000 }, () => "FNDA:1,f").join("\n");
		expect((await one(`${lines}\n${counts}`)).functions.size).toBe(40_000);
	});
});

describe("refused", () => {
	it("a file that is cut off, with the record that has no end", async () => {
		const error = await userError(read("SF:a.js\nDA:1,1\nend_of_record\nSF:b.js\nDA:1,1\n"));
		expect(error).toMatchObject({
			code: "report-truncated",
			place: { file: "lcov.info", line: 5, column: 1 },
		});
		expect(error.message).toContain('"b.js" that begins in line 4');
	});

	it.each([
		["SF:a\nDA:1\nend_of_record", 2],
		["SF:a\nDA:x,1\nend_of_record", 2],
		["SF:a\nBRDA:1,0\nend_of_record", 2],
		["SF:a\nend_of_record\nend_of_record", 3],
		["DA:1,1", 1],
		["SF:a\nSF:b\nend_of_record", 2],
		["SF:a\nDA:1,1\n<html>\nend_of_record", 3],
		["SF:a\nFNA:0,1,f\nend_of_record", 2],
	])("%j, with its line", async (text, line) => {
		expect(await userError(read(text))).toMatchObject({ code: "report-malformed", place: { line } });
	});
});

it("a TN without a record is where a tracefile was cut off", async () => {
	const whole = "TN:\nSF:a\nDA:1,1\nend_of_record\n";
	for (const text of ["TN:", `${whole}TN:`, `${whole}TN:part`])
		expect(await userError(read(text))).toMatchObject({ code: "report-truncated" });
	expect((await read(`${whole}# the end\n`)).files).toHaveLength(1);
});
