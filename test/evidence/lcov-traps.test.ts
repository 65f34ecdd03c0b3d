import { describe, expect, it } from "vitest";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import { bytes, userError } from "./source.ts";
import { tally } from "./tally.ts";

/** Traps of tracefiles that real tools write, one by one. */

const read = (text: string | Uint8Array) => readLcov(bytes(text), "lcov.info");
const one = async (lines: string) => {
	const file = (await read(`TN:\nSF:a.c\n${lines}\nend_of_record\n`)).files[0];
	if (file === undefined) throw new Error("no file");
	return file;
};

describe("records with totals only", () => {
	it("give the file's totals, of the kinds that have no detail", async () => {
		const summary = await one("FNF:3\nFNH:2\nLF:10\nLH:7\nBRF:0\nBRH:0");
		expect(summary.totals).toEqual({
			lines: { covered: 7, total: 10 },
			branches: undefined,
			functions: { covered: 2, total: 3 },
		});
		expect(summary.lines.size).toBe(0);
		expect((await one("DA:1,1\nLF:1\nLH:1\nFNF:3\nFNH:2")).totals).toEqual({
			lines: undefined,
			branches: undefined,
			functions: { covered: 2, total: 3 },
		});
	});

	it("don't cover more than there is, and of several records the larger counts stand", async () => {
		const report = await read(
			"SF:a\nLF:10\nLH:10\nend_of_record\nSF:a\nLF:8\nLH:1\nend_of_record\nSF:b\nLF:4\nend_of_record\n",
		);
		expect(report.files.map((each) => each.totals?.lines)).toEqual([
			{ covered: 10, total: 10 },
			{ covered: 0, total: 4 },
		]);
	});

	it("of nothing are none", async () => {
		expect((await one("LF:0\nLH:0\nFNF:0\nFNH:0")).totals).toBeUndefined();
	});

	it("are none where there is detail that contradicts them", async () => {
		// ReportGenerator's sample: 199 DA of 184 different lines.
		const file = await one("DA:1,1\nDA:1,0\nDA:2,0\nLF:3\nLH:1");
		expect(file.totals).toBeUndefined();
		expect([...file.lines]).toEqual([
			[1, 1],
			[2, 0],
		]);
	});
});

describe("lines", () => {
	it("with a checksum that holds what base64 holds", async () => {
		expect([...(await one("DA:3,7,mh/+kQ5F0r8sXw==")).lines]).toEqual([[3, 7]]);
	});

	it("with hits that are negative, floating or above 2^64 are clamped, and stay exact where they can", async () => {
		const file = await one(
			"DA:1,-1\nDA:2,-0.5\nDA:3,1.5\nDA:4,18446744073709551616\nDA:5,9007199254740991\nDA:5,9007199254740991\nDA:6,1e-9\nDA:7,+3",
		);
		expect([...file.lines]).toEqual([
			[1, 0],
			[2, 0],
			[3, 2],
			[4, Number.MAX_SAFE_INTEGER],
			[5, Number.MAX_SAFE_INTEGER],
			[6, 1],
			[7, 3],
		]);
	});

	it.each(["NaN", "", "0x10", "1,000", "Infinity", "1 2"])("with the hits %j are %j", async (hits) => {
		const text = `SF:a\nDA:1,${hits}\nend_of_record`;
		if (hits === "1,000") expect(tally(await read(text)).lines).toEqual([1, 1]);
		else expect(await userError(read(text))).toMatchObject({ code: "report-malformed", place: { line: 2 } });
	});
});

describe("files", () => {
	it("under several test names are one file, in whatever order", async () => {
		const a =
			"TN:unit\nSF:x.c\nFN:1,f\nFNDA:0,f\nBRDA:2,0,0,1\nBRDA:2,0,1,0\nDA:1,0\nDA:2,1\nend_of_record\n";
		const b = "TN:e2e\nSF:x.c\nFN:1,f\nFNDA:4,f\nBRDA:2,0,0,-\nBRDA:2,0,1,3\nDA:1,4\nDA:2,0\nend_of_record\n";
		for (const text of [a + b, b + a, a + b + a]) {
			expect(tally(await read(text))).toMatchObject({
				files: 1,
				lines: [2, 2],
				branches: [2, 2],
				functions: [1, 1],
			});
		}
	});

	it("on Windows keep their drive, with spaces and colons", async () => {
		const report = await read("SF:C:\\my work\\a:b.cs\r\nDA:1,1\r\nend_of_record\r\n");
		expect(report.files.map((each) => each.path)).toEqual(["C:\\my work\\a:b.cs"]);
	});

	it("with comments before, between and within records, and CRLF or LF or both", async () => {
		const report = await read(
			"#comment of lcov 2\r\n# another\nTN:\r\nSF:a\n#in it\r\nDA:1,1\r\n\r\nend_of_record\n# end\n",
		);
		expect(tally(report)).toMatchObject({ files: 1, lines: [1, 1] });
	});

	it("named like a property of objects are files like any other", async () => {
		const report = await read("SF:__proto__\nFN:1,constructor\nFNDA:1,constructor\nDA:1,1\nend_of_record");
		expect(tally(report)).toMatchObject({ files: 1, lines: [1, 1], functions: [1, 1] });
	});

	it("in UTF-16 with a byte order mark are read", async () => {
		const text = Buffer.from("\ufeffTN:\nSF:ä.c\nDA:1,1\nend_of_record\n", "utf16le");
		expect((await read(text)).files.map((each) => each.path)).toEqual(["ä.c"]);
	});
});

describe("branches", () => {
	it("that are exceptions or fall through are arms of their own beside plain ones of that number", async () => {
		const file = await one("BRDA:5,0,0,1\nBRDA:5,e0,0,0\nBRDA:5,f0,0,1\nBRDA:5,0,1,-");
		expect([...(file.branches.get(5)?.values() ?? [])]).toEqual([true, false, true, false]);
	});

	it("that can't be reached don't count, taken or not, whatever comes before the U", async () => {
		expect((await one("BRDA:5,U0,0,0\nBRDA:5,eU0,1,2\nBRDA:5,fU0,2,-\nBRF:0")).branches.size).toBe(0);
	});

	it("with an expression that has commas, quotes and colons: the last field is the count", async () => {
		const file = await one('BRDA:5,0,f(a, "x,y") ? 1 : 0,0\nBRDA:5,0,!(f(a, "x,y") ? 1 : 0),12');
		expect([...(file.branches.get(5)?.values() ?? [])]).toEqual([false, true]);
	});

	it("never run (-) in one record and taken in another are taken", async () => {
		const file = await one("BRDA:5,0,0,-\nBRDA:5,0,0,2\nBRDA:5,0,0,-");
		expect([...(file.branches.get(5)?.values() ?? [])]).toEqual([true]);
	});

	it.each(["BRDA:0,0,0,1", "BRDA:5,0,0,x", "BRDA:5,0,0,", "BRDA:x,0,0,1"])(
		"%s is malformed",
		async (line) => {
			expect(await userError(one(line))).toMatchObject({
				code: "report-malformed",
				place: { line: 3, column: 1 },
			});
		},
	);
});

it("MC/DC is read over and counts as no branch", async () => {
	const report = await read(
		"SF:a.c\nBRDA:4,0,a && b,1\nBRDA:4,0,!(a && b),0\nBRF:2\nBRH:1\nMCDC:4,2,t,1,0,a\nMCDC:4,2,f,0,0,a\nMCDC:4,2,t,1,1,b, c\nMCF:4\nMCH:2\nend_of_record",
	);
	expect(tally(report).branches).toEqual([1, 2]);
	expect(report.problems).toEqual([]);
});

describe("MC/DC that is malformed", () => {
	it.each([
		["MCDC:garbage", "is no condition"],
		["MCDC:", "is no condition"],
		["MCDC:0,2,t,1,0,a", "is no condition"],
		["MCDC:x,2,t,1,0,a", "is no condition"],
		["MCDC:4,,t,1,0,a", "is no condition"],
		["MCDC:4,V2,t,1,0,a", "is no condition"],
		["MCDC:4,2,x,1,0,a", "is no condition"],
		["MCDC:4,2,t,1,2,a", "is no condition"],
		["MCDC:4,2,t,1,,a", "is no condition"],
		["MCDC:4,2,t,1,0,", "is no condition"],
		["MCDC:4,2,t,1,0", "is no condition"],
		["MCDC:4,2,t,yes,0,a", "has no count"],
		["MCF:many", "is no number"],
		["MCH:", "is no number"],
	])("%s is refused with its place", async (line, what) => {
		const error = await userError(one(`DA:1,1\n${line}`));
		expect([error.code, error.place]).toEqual([
			"report-malformed",
			{ file: "lcov.info", line: 4, column: 1 },
		]);
		expect(error.message).toBe(`lcov.info: ${line} ${what}`);
	});

	it.each(["MCDC:4,U2,f,0,0,a", "MCDC:4,2,t,17,1,f(a, b) && c"])("unlike %s", async (line) => {
		expect((await one(`DA:1,1\n${line}`)).lines.size).toBe(1);
	});
});

describe("functions", () => {
	it("with FNL and FNA (lcov 2.2) and without an end line; FNA may come in any order after its FNL", async () => {
		const file = await one("FNL:0,3,9\nFNL:1,12\nFNA:1,2,g(int, long)\nFNA:0,0,f\nFNF:2\nFNH:1");
		expect([...file.functions.values()]).toEqual([
			{ line: 3, name: "f", covered: false },
			{ line: 12, name: "g(int, long)", covered: true },
		]);
		expect(file.totals).toBeUndefined();
	});

	it("an FNL without a name is a function that nobody called", async () => {
		expect([...(await one("FNL:0,3,9")).functions.values()]).toMatchObject([{ line: 3, covered: false }]);
	});

	it("in both forms in one file", async () => {
		const report = await read(
			"SF:a\nFN:3,f\nFNDA:1,f\nend_of_record\nSF:a\nFNL:0,3,5\nFNA:0,0,f\nend_of_record",
		);
		expect(tally(report).functions).toEqual([1, 1]);
	});

	it("that are declared and never counted are not covered", async () => {
		expect(tally({ files: [await one("FN:3,f\nFNF:1\nFNH:0")] }).functions).toEqual([0, 1]);
	});
});

describe("numbers that can't be true", () => {
	it.each([
		["LF:5\nLH:99", "LH:99 is more than LF:5"],
		["LH:1", "LH:1 is more than LF:0"],
		["DA:1,1\nFNF:2\nFNH:3", "FNH:3 is more than FNF:2"],
		["DA:1,1\nBRH:1\nBRF:0", "BRH:1 is more than BRF:0"],
	])("%j alone is refused", async (lines, message) => {
		const error = await userError(one(lines));
		expect([error.code, error.message]).toEqual([
			"report-malformed",
			`lcov.info: ${message}, in the record of "a.c" that begins in line 2`,
		]);
		expect(error.place.line).toBe(3 + lines.split("\n").length);
	});

	it("are refused where they are more than any file has", async () => {
		expect((await userError(one("LF:9007199254740993\nLH:1"))).message).toContain(
			"is more than any file has",
		);
	});

	it("are refused where they are no numbers", async () => {
		expect((await userError(one("LF:many\nLH:1"))).message).toContain("LF or LH of the record of");
	});

	it("do not matter beside the lines themselves", async () => {
		const file = await one("DA:1,1\nDA:2,0\nLF:1\nLH:9");
		expect([file.lines.covered, file.lines.size, file.totals]).toEqual([1, 2, undefined]);
	});
});

describe("two states of one file", () => {
	const twice = (a: string, b: string) => `SF:a.c\n${a}\nend_of_record\nSF:a.c\n${b}\nend_of_record\n`;

	it("are refused where their versions differ", async () => {
		const error = await userError(read(twice("VER:1a\nDA:1,1", "VER:1b\nDA:1,1")));
		expect([error.code, error.message, error.place.line]).toEqual([
			"report-of-another-commit",
			'lcov.info: the file of "a.c" is there in two states: the records are of different commits',
			6,
		]);
		const same = await read(twice("VER:1a\nDA:1,1", "VER:1a\nDA:1,1"));
		expect(same.files[0]?.state?.versions).toEqual(["1a"]);
	});

	it("are one where two tools call it in two ways", async () => {
		const [md5, git] = ["eaaa24b00e53316f206834708f845941", "f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f"];
		const both = await read(twice(`VER:${md5}\nDA:1,1`, `VER:${git}\nDA:1,1`));
		expect(both.files[0]?.state?.versions).toEqual([md5, git]);
		// MD5 by gcovr and by geninfo.
		const same = twice("DA:9,4,318ff3be04e790a9710f22cd20d9ba0b", "DA:9,4,MY/zvgTnkKlxDyLNINm6Cw");
		expect((await read(same)).files[0]?.lines.get(9)).toBe(8);
	});

	it("are refused where the checksums of a line differ", async () => {
		const error = await userError(read(twice("DA:7,1,ab+/c", "DA:6,1,ab+/c\nDA:7,1,ab+/d")));
		expect([error.code, error.place.line]).toEqual(["report-of-another-commit", 6]);
		expect(error.message).toContain('line 7 of "a.c"');
		const same = await read(twice("DA:7,1,ab+/c", "DA:7,0,ab+/c\nDA:7,0,\nDA:8,0"));
		expect(same.files[0]?.state?.checksums?.size).toBe(1);
		expect([...(same.files[0]?.lines ?? [])]).toEqual([
			[7, 1],
			[8, 0],
		]);
	});
});

describe("the lines that are read many at once", () => {
	it("count for the place of an error after them", async () => {
		const error = await userError(
			read(`SF:a\n${"DA:1,2\n".repeat(1000)}FN:1,${"x".repeat(1_050_000)}\nend_of_record\n`),
		);
		expect(error).toMatchObject({ code: "report-line-too-long", place: { line: 1002 } });
	});

	it("leave blanks at their end out of a name, as those that are read one by one do", async () => {
		const file = await one("FN:1,2,f\t\nFNDA:3,f\t\nFN:5,9,g\u00a0\nFNDA:0,g\u00a0");
		expect(file.functions.marks()).toEqual([
			[1, "f", true],
			[5, "g", false],
		]);
	});
});

it("a function in a line that no file has is an error, and never one of another line", async () => {
	const error = await userError(read("SF:a\nFN:1,f\nFN:4294967297,f\nFNDA:1,f\nend_of_record\n"));
	expect(error).toMatchObject({ code: "report-malformed", place: { line: 3 } });
	expect((await one("FN:0,f\nFNDA:1,f")).functions.marks()).toEqual([[0, "f", true]]);
});
