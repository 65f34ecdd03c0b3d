import { describe, expect, it } from "vitest";
import { readClover } from "#src/evidence/coverage/clover.js";
import { bytes, fixture, userError } from "./source.ts";
import { tally } from "./tally.ts";

const read = (body: string, root = `generated="1"`) =>
	readClover(bytes(`<coverage ${root}>${body}</coverage>`), "clover.xml");
const openClover = (body: string) =>
	read(`<project name="shop">${body}</project>`, `generated="1" clover="4.5.2"`);
const stmt = (num: number | string, count: number | string) =>
	`<line num="${num}" type="stmt" count="${count}"/>`;

describe("files", () => {
	it("are named by their path, else by their name; in a project or a package", async () => {
		const report = await read(
			`<project><file name="/srv/a.php">${stmt(1, 1)}</file><package name="x\\y"><file name="C:\\b.php">${stmt(1, 1)}</file></package><package name="com.acme"><file name="C.java" path="/srv/com/acme/C.java"/><file name="D.java" path=""/></package><package name="default-pkg"><file name="E.java"/></package><file name="F.java"/></project>`,
		);
		expect(report.files.map((each) => each.path)).toEqual([
			"/srv/a.php",
			"C:\\b.php",
			"/srv/com/acme/C.java",
			"com/acme/D.java",
			"E.java",
			"F.java",
		]);
	});

	it("of the tests' own code are left out", async () => {
		const report = await openClover(`<file path="/a">${stmt(1, 0)}</file>`);
		const both = await read(
			`<project><file name="/a">${stmt(1, 0)}</file></project><testproject><metrics statements="5" coveredstatements="5"/><file name="/t">${stmt(1, 1)}</file></testproject>`,
		);
		expect(tally(both)).toMatchObject({ files: 1, lines: [0, 1] });
		expect(tally(report)).toMatchObject({ files: 1, lines: [0, 1] });
		expect(both.problems).toEqual([]);
	});
});

describe("lines", () => {
	it("are statements and conditions; a method's line is a function", async () => {
		const report = await read(
			`<project><file name="a"><line num="1" type="method" name="f" count="3"/>${stmt(2, 3)}<line num="2" type="cond" truecount="1" falsecount="0"/><line num="3" type="cond" truecount="0" falsecount="2"/><line num="4" count="0"/><line num="5" type="method" name="g" count="0"/></file></project>`,
		);
		expect([...(report.files[0]?.lines ?? [])].sort((a, b) => a[0] - b[0])).toEqual([
			[2, 3],
			[3, 2],
			[4, 0],
		]);
		expect([...(report.files[0]?.functions.values() ?? [])]).toEqual([
			{ line: 1, name: "f", covered: true },
			{ line: 5, name: "g", covered: false },
		]);
	});

	it("past the end of a PHP file count nothing and are told", async () => {
		const file = `<file name="/a.php">${stmt(3, 1)}${stmt(8, 1)}${stmt(9, 1)}<metrics loc="8" statements="3" coveredstatements="3"/></file>`;
		const report = await read(`<project>${file}</project>`);
		expect([...(report.files[0]?.lines ?? [])].map(([line]) => line)).toEqual([3, 8]);
		expect(report.problems).toMatchObject([{ code: "coverage-past-end", severity: "notice" }]);
		// Istanbul's loc is a number of lines with code.
		const istanbul = await read(`<project name="All files">${file}</project>`, `clover="3.2.0"`);
		expect(tally(istanbul).lines).toEqual([3, 3]);
	});

	it("in line 0 have no place", async () => {
		expect(
			tally(await read(`<project><file name="a">${stmt(0, 1)}${stmt(1, 1)}</file></project>`)).lines,
		).toEqual([1, 1]);
	});
});

describe("branches", () => {
	const arms = async (lines: string, root?: string) =>
		tally(await read(`<project><file name="a">${lines}</file></project>`, root)).branches;

	it("of Clover are how often a condition was true and false", async () => {
		expect(await arms(`<line num="1" type="cond" truecount="7" falsecount="0"/>`)).toEqual([1, 2]);
		expect(
			await arms(
				`<line num="1" type="cond" truecount="7" falsecount="0"/><line num="1" type="cond" truecount="0" falsecount="3"/>`,
			),
		).toEqual([2, 4]);
		expect(await arms(`<line num="1" type="cond"/>`)).toEqual([0, 2]);
	});

	it("of Istanbul, whose lines have hits, are how many arms were taken and how many not", async () => {
		expect(await arms(`<line num="1" type="cond" count="9" truecount="3" falsecount="1"/>`)).toEqual([3, 4]);
	});

	it("in a file's metrics alone are its totals", async () => {
		const report = await read(
			`<project><file name="a">${stmt(1, 1)}<metrics conditionals="13" coveredconditionals="11" methods="4" coveredmethods="1" statements="1" coveredstatements="1"/></file></project>`,
		);
		expect(report.files[0]?.totals).toEqual({
			branches: { covered: 11, total: 13 },
			functions: { covered: 1, total: 4 },
		});
		expect([report.hasBranches, report.hasFunctions]).toEqual([true, true]);
	});

	it("are unknown where a tool has none", async () => {
		expect((await read(`<project><file name="a">${stmt(1, 1)}</file></project>`)).hasBranches).toBe(false);
		expect((await openClover(`<file name="a">${stmt(1, 1)}</file>`)).hasBranches).toBe(true);
	});
});

describe("metrics", () => {
	it("of a file without lines are its totals", async () => {
		const metrics = `<metrics statements="9" coveredstatements="9" methods="0" conditionals="0"/>`;
		const report = await read(`<project><file name="a">${metrics}</file></project>`);
		expect(report.files[0]?.totals).toEqual({ lines: { covered: 9, total: 9 } });
		const own = await openClover(`<file name="a">${metrics}</file>`);
		expect(own.files[0]?.totals?.statements).toEqual({ covered: 9, total: 9 });
	});

	it("with more covered than there are, are refused", async () => {
		const metrics = '<metrics statements="5" coveredstatements="99"/>';
		const error = await userError(read(`<project><file name="a">${metrics}</file></project>`));
		expect([error.code, error.message]).toEqual([
			"report-malformed",
			"clover.xml: its metrics say that 99 of 5 statements are covered",
		]);
	});

	it("of a project whose files were cut off are told", async () => {
		const report = await read(
			`<project><metrics statements="11707" coveredstatements="9430"/><file name="a">${stmt(1, 1)}</file></project>`,
		);
		expect(tally(report).lines).toEqual([1, 1]);
		expect(report.problems).toMatchObject([{ code: "coverage-header-differs", severity: "notice" }]);
	});
});

describe("statements", () => {
	it("of Clover are counted, several of a line too; of those that imitate it they are lines", async () => {
		const file = `<file name="a">${stmt(1, 1)}${stmt(1, 0)}${stmt(2, 0)}</file>`;
		const own = await openClover(file);
		expect(own.hasStatements).toBe(true);
		expect(tally(own)).toMatchObject({ lines: [1, 2], statements: [1, 3] });
		for (const [project, root] of [
			["", ""],
			['name="All files"', 'clover="3.2.0"'],
			["", 'clover="1795762696"'],
		]) {
			const other = await read(`<project ${project}>${file}</project>`, root);
			expect(other.hasStatements).toBe(false);
			expect(tally(other).statements).toEqual([0, 0]);
		}
	});
});

describe("refused", () => {
	it.each([stmt("x", 1), stmt(1, "x"), `<line num="1" type="stmt"/>`])("%s", async (line) => {
		expect(await userError(read(`<project><file name="a">${line}</file></project>`))).toMatchObject({
			code: "report-malformed",
			place: { file: "clover.xml", line: 1 },
		});
	});

	it("another root, and a report that is cut off", async () => {
		expect(await userError(readClover(bytes("<report/>"), "c"))).toMatchObject({ code: "report-malformed" });
		expect(await userError(readClover(bytes("<coverage>\n<project>"), "c"))).toMatchObject({
			code: "report-truncated",
			place: { line: 2 },
		});
	});
});

describe("reports of real tools", () => {
	it("OpenClover 4.5.2: the metrics of its project, lines and statements, conditions, methods", async () => {
		const report = await readClover(fixture("openclover/clover.xml"), "c.xml");
		expect(tally(report)).toEqual({
			files: 3,
			lines: [13, 22],
			branches: [5, 6],
			functions: [6, 10],
			statements: [13, 22],
		});
		expect(report.problems).toEqual([]);
	});

	// PHPUnit prints: Lines 58.82% (10/17); with --path-coverage Branches 81.25% (13/16).
	it("PHPUnit 9.6.7: 10 of 17 lines, 2 of 4 methods called", async () => {
		const report = await readClover(fixture("phpunit/clover.xml"), "c.xml");
		expect(tally(report)).toMatchObject({ files: 2, lines: [10, 17], functions: [2, 4], statements: [0, 0] });
		expect([report.hasBranches, report.hasStatements, report.problems]).toEqual([false, false, []]);
	});

	it("PHPUnit 9.6.7 with branches: 13 of 16, in totals of files", async () => {
		const report = await readClover(fixture("phpunit/clover-branches.xml"), "c.xml");
		expect(tally(report)).toMatchObject({ lines: [10, 17], branches: [0, 0] });
		expect(report.files.map((each) => each.totals?.branches)).toEqual([
			{ covered: 11, total: 13 },
			{ covered: 2, total: 3 },
		]);
		expect(report.hasBranches).toBe(true);
	});
});
