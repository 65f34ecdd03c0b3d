import { describe, expect, it } from "vitest";
import { readJacoco } from "#src/evidence/coverage/jacoco.js";
import { bytes, fixture, userError } from "./source.ts";
import { tally } from "./tally.ts";

const read = (body: string) => readJacoco(bytes(`<report name="r">${body}</report>`), "jacoco.xml");
const lines = (file: { lines: Iterable<[number, number]> } | undefined) => [...(file?.lines ?? [])];

describe("reports of JaCoCo 0.8.13", () => {
	// The counters of each report's root, and the tables that its CSV adds up to.
	it.each([
		["jacoco/module.xml", { files: 2, lines: [12, 20], branches: [10, 15], functions: [6, 10] }],
		["jacoco/aggregate.xml", { files: 4, lines: [17, 30], branches: [10, 15], functions: [9, 17] }],
		["jacoco/nested.xml", { files: 4, lines: [17, 30], branches: [10, 15], functions: [9, 17] }],
	])("%s", async (path, expected) => {
		const report = await readJacoco(fixture(path), path);
		expect(tally(report)).toMatchObject(expected);
		expect(report.problems).toEqual([]);
		expect([report.hasBranches, report.hasFunctions, report.hasStatements]).toEqual([true, true, false]);
	});

	it("name the module of files that stand in several", async () => {
		const mains = async (path: string) =>
			(await readJacoco(fixture(path), path)).files
				.filter((each) => each.path === "com/example/shop/Main.java")
				.map((each) => each.module);
		expect(await mains("jacoco/aggregate.xml")).toEqual(["core", "web"]);
		expect(await mains("jacoco/nested.xml")).toEqual(["libraries/core", "services/web"]);
	});
});

describe("lines", () => {
	it("are covered where an instruction ran, and none where there are no instructions", async () => {
		const report = await read(
			`<package name="a/b"><sourcefile name="C.java"><line nr="1" mi="0" ci="3" mb="0" cb="0"/><line nr="2" mi="2" ci="1" mb="1" cb="1"/><line nr="3" mi="4" ci="0" mb="2" cb="0"/><line nr="4" mi="0" ci="0" mb="0" cb="0"/></sourcefile></package>`,
		);
		expect(report.files.map((each) => each.path)).toEqual(["a/b/C.java"]);
		expect(lines(report.files[0])).toEqual([
			[1, 1],
			[2, 1],
			[3, 0],
		]);
	});

	it("without mi and ci (gcovr) are not countable; one of them is enough", async () => {
		const report = await read(
			`<package name=""><sourcefile name="m.cpp"><line nr="8"/><line nr="9" mi="1"/><line nr="10" ci="1"/></sourcefile></package>`,
		);
		expect(report.files.map((each) => each.path)).toEqual(["m.cpp"]);
		expect(lines(report.files[0])).toEqual([
			[9, 0],
			[10, 1],
		]);
		expect(report.hasBranches).toBe(false);
	});

	it("with nr 0 or below have no place: they count nothing and are told", async () => {
		const report = await read(
			`<package name="p"><sourcefile name="A.kt"><line nr="0" mi="1" ci="0" mb="0" cb="0"/><line nr="-1" mi="0" ci="1" mb="1" cb="1"/><line nr="7" mi="0" ci="1" mb="0" cb="0"/></sourcefile></package>`,
		);
		expect(lines(report.files[0])).toEqual([[7, 1]]);
		expect(report.files[0]?.branches.size).toBe(0);
		expect(report.problems).toMatchObject([{ code: "coverage-without-line", severity: "notice" }]);
		expect(report.problems[0]?.message).toContain("2 <line>");
	});
});

describe("files", () => {
	it("in groups of groups are read in any depth", async () => {
		const report = await read(
			`<group name="all"><group name="core"><group name="api"><package name="p"><sourcefile name="A.java"><line nr="1" mi="0" ci="1"/></sourcefile></package></group></group><group name="web"><package name="q"><sourcefile name="B.java"><line nr="1" mi="1" ci="0"/></sourcefile></package></group></group><package name="r"><sourcefile name="C.java"><line nr="2" mi="1" ci="0"/></sourcefile></package>`,
		);
		expect(report.files.map((each) => [each.module, each.path])).toEqual([
			["all/core/api", "p/A.java"],
			["all/web", "q/B.java"],
			["", "r/C.java"],
		]);
	});

	it("of one package and name in two groups are two files, and in one group one", async () => {
		const file = (ran: number) =>
			`<package name="p"><sourcefile name="A.java"><line nr="1" mi="${1 - ran}" ci="${ran}"/></sourcefile></package>`;
		const group = (name: string, ...files: string[]) => `<group name="${name}">${files.join("")}</group>`;
		const two = await read(group("a", file(1)) + group("b", file(0)));
		expect(two.files.map((each) => [each.module, lines(each)])).toEqual([
			["a", [[1, 1]]],
			["b", [[1, 0]]],
		]);
		const one = await read(group("a", file(0)) + group("a", file(1), file(0)));
		expect(one.files.map((each) => [each.module, lines(each)])).toEqual([["a", [[1, 1]]]]);
	});

	it("that a package names whole (Pester) keep their path", async () => {
		const report = await read(
			`<package name="src/lib"><sourcefile name="src/lib/a.ps1"><line nr="1" ci="1"/></sourcefile><sourcefile name="/home/me/b.ps1"><line nr="1" ci="1"/></sourcefile><sourcefile name="C:\\w\\c.ps1"><line nr="1" ci="1"/></sourcefile><sourcefile name="d.ps1"><line nr="1" ci="1"/></sourcefile></package>`,
		);
		expect(report.files.map((each) => each.path)).toEqual([
			"src/lib/a.ps1",
			"/home/me/b.ps1",
			"C:\\w\\c.ps1",
			"src/lib/d.ps1",
		]);
	});

	it("with counters and no lines have totals; those with lines have none", async () => {
		const report = await read(
			`<package name="p"><sourcefile name="A.java"><counter type="INSTRUCTION" missed="9" covered="1"/><counter type="BRANCH" missed="3" covered="1"/><counter type="LINE" missed="5" covered="2"/><counter type="METHOD" missed="1" covered="1"/></sourcefile><sourcefile name="B.java"><line nr="1" mi="0" ci="1" mb="0" cb="0"/><counter type="LINE" missed="5" covered="2"/></sourcefile></package>`,
		);
		expect(report.files.map((each) => each.totals)).toEqual([
			{
				lines: { covered: 2, total: 7 },
				branches: { covered: 1, total: 4 },
				functions: { covered: 1, total: 2 },
			},
			undefined,
		]);
	});

	it("compiled without line numbers are told", async () => {
		const report = await read(
			`<package name="p"><sourcefile name="A.java"><counter type="INSTRUCTION" missed="9" covered="1"/></sourcefile></package>`,
		);
		expect(report.problems).toMatchObject([{ code: "coverage-without-line", severity: "warning" }]);
	});

	it("are counted from their lines, whatever the counters above say", async () => {
		const report = await read(
			`<package name="p"><sourcefile name="A.java"><line nr="1" mi="0" ci="1"/></sourcefile><counter type="LINE" missed="2230" covered="7593"/></package><counter type="LINE" missed="2230" covered="7593"/>`,
		);
		expect(tally(report).lines).toEqual([1, 1]);
	});
});

describe("branches", () => {
	it("are numbered by their count, and the larger count of two reports stands", async () => {
		const file = (missed: number, covered: number) =>
			`<group name="g"><package name="p"><sourcefile name="A.java"><line nr="5" mi="1" ci="4" mb="${missed}" cb="${covered}"/></sourcefile></package></group>`;
		const report = await read(file(3, 1) + file(2, 2));
		expect([...(report.files[0]?.branches.get(5) ?? [])]).toEqual([
			["~0", true],
			["~1", true],
			["~2", false],
			["~3", false],
		]);
		expect(report.hasBranches).toBe(true);
	});

	it("count where a line has no instructions too (gcovr); its totals are then those of lines alone", async () => {
		const report = await read(
			`<package name=""><sourcefile name="a.c"><line nr="5" mb="1" cb="1"/><counter type="LINE" missed="1" covered="2"/><counter type="BRANCH" missed="1" covered="1"/><counter type="METHOD" missed="0" covered="1"/></sourcefile></package>`,
		);
		expect(tally(report)).toMatchObject({ lines: [0, 0], branches: [1, 2] });
		expect(report.files[0]?.totals).toEqual({
			lines: { covered: 2, total: 3 },
			functions: { covered: 1, total: 1 },
		});
		expect(report.hasFunctions).toBe(true);
	});

	it("of a number that no line has are cut", async () => {
		const report = await read(
			`<package name="p"><sourcefile name="A"><line nr="5" mi="1" ci="4" mb="999999999" cb="999999999"/></sourcefile></package>`,
		);
		expect(report.files[0]?.branches.get(5)?.size).toBe(10_000);
	});
});

describe("functions", () => {
	const method = (name: string, line: string, counters: string) =>
		`<method name="${name}" desc="()V"${line}>${counters}</method>`;
	const counter = (type: string, covered: number) =>
		`<counter type="${type}" missed="${1 - covered}" covered="${covered}"/>`;

	it("are the methods of classes, in the class's source file", async () => {
		const report = await read(
			`<package name="p"><class name="p/A" sourcefilename="A.java">${method("&lt;init&gt;", ' line="3"', counter("METHOD", 1))}${method("f", ' line="9"', counter("INSTRUCTION", 1) + counter("METHOD", 0))}</class><class name="p/A$1" sourcefilename="A.java">${method("f", "", counter("INSTRUCTION", 1))}</class><sourcefile name="A.java"/></package>`,
		);
		expect(report.files).toHaveLength(1);
		expect([...(report.files[0]?.functions.values() ?? [])]).toEqual([
			{ line: 0, name: "A$1.f()V", covered: true },
			{ line: 3, name: "A.<init>()V", covered: true },
			{ line: 9, name: "A.f()V", covered: false },
		]);
		expect(report.hasFunctions).toBe(true);
	});

	it("of a class that names no source file belong to the file of its name, where there is one", async () => {
		const classes = `<class name="p/A$B">${method("f", ' line="2"', counter("METHOD", 1))}</class>`;
		const one = await read(`<package name="p">${classes}<sourcefile name="A.java"/></package>`);
		expect(tally(one).functions).toEqual([1, 1]);
		const two = await read(
			`<package name="p">${classes}<sourcefile name="A.java"/><sourcefile name="A.kt"/></package>`,
		);
		expect(tally(two).functions).toEqual([0, 0]);
		const none = await read(
			`<package name="p">${classes}</package><package name="q"><sourcefile name="A.java"/></package>`,
		);
		expect(tally(none).functions).toEqual([0, 0]);
	});

	it("are unknown where no class has methods; statements always", async () => {
		const report = await read(`<package name="p"><sourcefile name="A.java"/></package>`);
		expect([report.hasFunctions, report.hasStatements]).toEqual([false, false]);
	});
});

describe("refused", () => {
	it.each([
		`<package name="p"><sourcefile name="A"><line nr="x" mi="1" ci="1"/></sourcefile></package>`,
		`<package name="p"><sourcefile name="A"><line mi="1" ci="1"/></sourcefile></package>`,
		`<package name="p"><sourcefile name="A"><line nr="1" mi="one" ci="1"/></sourcefile></package>`,
	])("%s", async (body) => {
		expect(await userError(read(body))).toMatchObject({
			code: "report-malformed",
			place: { file: "jacoco.xml", line: 1 },
		});
	});

	it("another root", async () => {
		expect(await userError(readJacoco(bytes("<coverage/>"), "j.xml"))).toMatchObject({
			code: "report-malformed",
		});
	});

	it("a report that is cut off, with its place", async () => {
		const text = `<?xml version="1.0"?>\n<report name="r">\n<package name="p"><sourcefile name="A">`;
		expect(await userError(readJacoco(bytes(text), "j.xml"))).toMatchObject({
			code: "report-truncated",
			place: { file: "j.xml", line: 3 },
		});
	});
});

it("the document type is neither fetched nor read, in any form", async () => {
	const body = `<report name="r"><package name="p"><sourcefile name="A"><line nr="1" ci="1"/></sourcefile></package></report>`;
	for (const type of [
		`<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">`,
		`<!DOCTYPE report SYSTEM "http://127.0.0.1:9/report.dtd">`,
		`<!DOCTYPE report [<!ELEMENT report ANY><!ENTITY a "]>"><!ENTITY b SYSTEM "file:///etc/passwd">]>`,
	]) {
		const report = await readJacoco(bytes(`<?xml version="1.0"?>${type}${body}`), "j.xml");
		expect(tally(report).lines, type).toEqual([1, 1]);
	}
});

describe("the counter of the whole report", () => {
	const body =
		'<package name="p"><sourcefile name="A.java"><line nr="1" mi="0" ci="1"/><line nr="2" mi="1" ci="0"/></sourcefile></package>';
	const counter = (missed: number, covered: number) =>
		`<counter type="LINE" missed="${missed}" covered="${covered}"/>`;

	it("is compared with the lines of its source files, which count", async () => {
		expect((await read(body + counter(1, 1))).problems).toEqual([]);
		const report = await read(body + counter(2230, 7593));
		expect(tally(report).lines).toEqual([1, 2]);
		expect(report.problems).toMatchObject([
			{
				severity: "notice",
				code: "coverage-header-differs",
				message: "jacoco.xml: its counter says 7593 of 9823 lines, its source files have 1 of 2, which count",
			},
		]);
	});

	it("is no counter of a group, a package or a class", async () => {
		const report = await read(`<group name="g">${body}${counter(9, 9)}</group>${counter(1, 1)}`);
		expect(report.problems).toEqual([]);
	});

	it("agrees with source files of which only numbers are known", async () => {
		const numbers = `<package name="p"><sourcefile name="A.java">${counter(3, 4)}</sourcefile></package>`;
		expect((await read(numbers + counter(3, 4))).problems).toEqual([]);
	});
});
