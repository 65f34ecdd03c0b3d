import { describe, expect, it } from "vitest";
import { readCobertura } from "#src/evidence/coverage/cobertura.js";
import { bytes, fixture, userError } from "./source.ts";
import { tally } from "./tally.ts";

/** Traps of Cobertura reports that real tools write, one by one. */

const text = (classes: string, root = "", before = "") =>
	`<coverage line-rate="1" ${root}>${before}<packages><package><classes>${classes}</classes></package></packages></coverage>`;
const read = (classes: string, root = "", before = "") =>
	readCobertura(bytes(text(classes, root, before)), "c.xml");
const line = (number: number, hits: number | string, more = "") =>
	`<line number="${number}" hits="${hits}"${more}/>`;
const klass = (file: string, ...lines: string[]) =>
	`<class filename="${file}"><lines>${lines.join("")}</lines></class>`;

describe("sources", () => {
	it("may be several, with white space, folders of Windows, placeholders, and options by mistake", async () => {
		const report = await read(
			"",
			"",
			`<sources><source>\n  /srv/a\n </source><source>D:\\build\\</source><source>--source</source><source>\${project.basedir}</source><source/><source>  </source></sources>`,
		);
		expect(report.sources).toEqual(["/srv/a", "D:\\build\\", "--source", `\${project.basedir}`]);
	});

	it("don't change a class's file, absolute or with backslashes", async () => {
		const report = await read(klass("src\\app\\x.ts") + klass("/srv/a/b.py") + klass("C:\\a\\b.cs"));
		expect(report.files.map((each) => each.path)).toEqual(["src\\app\\x.ts", "/srv/a/b.py", "C:\\a\\b.cs"]);
	});
});

describe("classes", () => {
	it("that are parts of one file, or inner ones, are united by line", async () => {
		const report = await read(
			klass("A.cs", line(1, 0), line(2, 3)) +
				klass("A.cs", line(2, 0), line(3, 0)) +
				klass("A.cs", line(1, 2)),
		);
		expect(tally(report)).toMatchObject({ files: 1, lines: [2, 3] });
	});

	it("that write a line twice have it once (gcovr: 30 lines written, 24 different)", async () => {
		const report = await read(klass("a.cpp", line(7, 0), line(7, 1), line(7, 0), line(8, 0)));
		expect(tally(report).lines).toEqual([1, 2]);
	});

	it("whose methods repeat their lines don't have them twice, whichever comes first", async () => {
		const methods = `<methods><method name="f" signature="()V"><lines>${line(1, 1)}${line(2, 0)}</lines></method></methods>`;
		const own = `<lines>${line(1, 1)}${line(2, 0)}${line(9, 0)}</lines>`;
		for (const body of [methods + own, own + methods]) {
			const report = await read(`<class filename="a">${body}</class>`);
			expect([...(report.files[0]?.lines ?? [])]).toEqual([
				[1, 1],
				[2, 0],
				[9, 0],
			]);
			expect(tally(report).functions).toEqual([1, 1]);
		}
	});

	it("with lines in their methods only have those", async () => {
		const report = await read(
			`<class filename="a"><methods><method name="f"><lines>${line(1, 1)}${line(2, 0)}</lines></method></methods><lines/></class>${klass("a", line(3, 0))}`,
		);
		expect(tally(report).lines).toEqual([1, 3]);
	});

	it("without a file count nothing and are told", async () => {
		const report = await read(
			`${klass("", line(1, 1))}<class name="x"><lines>${line(1, 1)}</lines></class>${klass("b", line(1, 0))}`,
		);
		expect(tally(report)).toMatchObject({ files: 1, lines: [0, 1] });
		expect(report.problems).toMatchObject([{ code: "coverage-without-file", severity: "warning" }]);
	});

	it("named like a property of objects are files like any other", async () => {
		expect(tally(await read(klass("__proto__", line(1, 1))))).toMatchObject({ files: 1, lines: [1, 1] });
	});
});

describe("the header", () => {
	const body = klass("a", line(1, 1), line(1, 0), line(2, 0));
	const codes = async (root: string) => (await read(body, root)).problems.map((each) => each.code);

	it("that contradicts the body changes nothing and is told with both", async () => {
		const report = await read(body, `lines-covered="3788" lines-valid="4161"`);
		expect(tally(report).lines).toEqual([1, 2]);
		expect(report.problems).toMatchObject([{ code: "coverage-header-differs", severity: "notice" }]);
		expect(report.problems[0]?.message).toContain("3788 of 4161 lines, its classes have 1 of 2");
	});

	it("may count what is written or what is different", async () => {
		expect(await codes(`lines-covered="1" lines-valid="3"`)).toEqual([]);
		expect(await codes(`lines-covered="1" lines-valid="2"`)).toEqual([]);
	});

	it("may have no numbers, or NaN", async () => {
		expect(await codes("")).toEqual([]);
		expect(
			await codes(
				`lines-valid="NaN" lines-covered="NaN" branch-rate="NaN" branches-valid="NaN" branches-covered="NaN"`,
			),
		).toEqual([]);
	});
});

describe("hits", () => {
	it("that are negative, floating or beyond 2^64 are clamped", async () => {
		const report = await read(klass("a", line(1, -3), line(2, "0.5"), line(3, "18446744073709551616")));
		expect([...(report.files[0]?.lines ?? [])]).toEqual([
			[1, 0],
			[2, 1],
			[3, Number.MAX_SAFE_INTEGER],
		]);
	});

	it.each(["NaN", ""])("that are %j are malformed", async (hits) => {
		expect(await userError(read(klass("a", line(1, hits))))).toMatchObject({ code: "report-malformed" });
	});
});

describe("conditions", () => {
	const arms = async (more: string) =>
		tally(await read(klass("a", `<line number="4" hits="1"${more}`))).branches;

	it.each([
		[' branch="true" condition-coverage="50% (1/2)"/>', [1, 2]],
		[' branch="True" condition-coverage="50% (1/2)" missing-branches="12,exit"/>', [1, 2]],
		[' branch="TRUE" condition-coverage="33.33% (1/3)"/>', [1, 3]],
		[' branch="false" condition-coverage="50% (1/2)"/>', [0, 0]],
		[' condition-coverage="50% (1/2)"/>', [0, 0]],
		[' branch="true"/>', [0, 0]],
		[' branch="true" condition-coverage="NaN"/>', [0, 0]],
		[' branch="true" condition-coverage="100% (0/0)"/>', [0, 0]],
		// 50 % of both conditions is 2 of 4; coverlet writes 100 % of a first half that makes 2 of 4 also.
		[
			' branch="true" condition-coverage="50% (2/4)"><conditions><condition number="0" type="jump" coverage="100%"/><condition number="1" type="jump" coverage="0%"/></conditions></line>',
			[2, 4],
		],
		[
			' branch="true" condition-coverage="75% (3/4)"><conditions><condition number="0" type="jump" coverage="50%"/><condition number="0" type="jump" coverage="100%"/></conditions></line>',
			[3, 4],
		],
		[
			' branch="true" condition-coverage="25% (1/4)"><conditions><condition number="0" type="jump" coverage="NaN"/><condition number="1" type="jump" coverage="50%"/></conditions></line>',
			[1, 4],
		],
	])("%s are %j", async (more, expected) => {
		expect(await arms(more)).toEqual(expected);
	});

	it("more covered than there are is refused", async () => {
		const error = await userError(arms(' branch="true" condition-coverage="250% (5/2)"/>'));
		expect([error.code, error.message]).toEqual([
			"report-malformed",
			"c.xml: line 4 of a has 5 of 2 conditions covered",
		]);
		expect([error.place.line, error.place.column]).toEqual([1, expect.any(Number)]);
	});

	it("a class in a class is refused: the lines behind it would be nobody's", async () => {
		const error = await userError(read(klass("a", klass("b", line(1, 1)) + line(2, 0))));
		expect([error.code, error.message]).toEqual([
			"report-malformed",
			"c.xml: a <class> stands in another one",
		]);
	});

	it("two halves are never a whole: both may mean the same arm", async () => {
		const half = line(4, 1, ' branch="true" condition-coverage="50% (1/2)"');
		expect(tally(await read(klass("a", half) + klass("a", half, half))).branches).toEqual([1, 2]);
	});
});

describe("Scoverage's Cobertura, which writes a line for each statement", () => {
	const scala = (...lines: string[]) =>
		readCobertura(
			bytes(
				`<coverage branches-valid="2"><sources><source>--source</source><source>/src</source></sources><packages><package name="p"><classes><class name="A" filename="a.scala"><methods/><lines>${lines.join("")}</lines></class></classes></package></packages></coverage>`,
			),
			"cobertura.xml",
		);
	const branch = (number: number, hits: number) => line(number, hits, ' branch="true"');

	it("has an arm for each branch", async () => {
		// Printed by the tool: branches 3/7.
		const report = await readCobertura(fixture("scoverage/cobertura.xml"), "cobertura.xml");
		expect(tally(report)).toMatchObject({ lines: [7, 12], branches: [3, 7], functions: [5, 8] });
		expect(report.sources).toEqual(["--source", "/srv/shop-scala/src"]);
	});

	it("counts the arms of a line, whatever their order", async () => {
		const [one, other] = await Promise.all([
			scala(branch(4, 1), line(4, 1), branch(4, 0)),
			scala(branch(4, 0), branch(4, 3)),
		]);
		expect([...(one.files[0]?.branches.get(4) ?? [])]).toEqual([...(other.files[0]?.branches.get(4) ?? [])]);
		expect(tally(one).branches).toEqual([1, 2]);
	});

	it("is told by its first source: of others such a line has branches that nobody counted", async () => {
		const report = await readCobertura(bytes(text(klass("a", branch(4, 1)))), "c.xml");
		expect(tally(report).branches).toEqual([0, 0]);
	});
});

describe("Scoverage's statements", () => {
	const statement = (start: number, number: number, count: number, more = "") =>
		`<statement package="p" class="A" method="f" source="a.scala" start="${start}" end="${start + 5}" line="${number}" branch="false" invocation-count="${count}" ignored="false"${more}/>`;
	const scoverage = (statements: string) =>
		readCobertura(
			bytes(
				`<scoverage statement-count="9" statement-rate="10.00" version="1.0"><packages><package name="p"><classes><class name="A" filename="a.scala"><methods><method name="p/A/f"><statements>${statements}</statements></method></methods></class></classes></package></packages></scoverage>`,
			),
			"scoverage.xml",
		);

	it("are statements; a line is covered where one of them ran", async () => {
		const report = await scoverage(
			statement(1, 3, 2) + statement(9, 3, 0) + statement(20, 4, 0) + statement(30, 5, 7),
		);
		expect(tally(report)).toMatchObject({ lines: [2, 3], statements: [2, 4], functions: [1, 1] });
		expect([report.hasStatements, report.hasBranches]).toEqual([true, true]);
	});

	it("that are branches are arms too, and ignored ones are nothing", async () => {
		const report = await scoverage(
			statement(1, 3, 1).replace('branch="false"', 'branch="true"') +
				statement(9, 3, 0).replace('branch="false"', 'branch="true"') +
				statement(20, 8, 0).replace('ignored="false"', 'ignored="true"'),
		);
		expect(tally(report)).toMatchObject({ lines: [1, 1], branches: [1, 2], statements: [1, 2] });
	});

	it("without a line are malformed", async () => {
		expect(await userError(scoverage(`<statement line="x" invocation-count="1"/>`))).toMatchObject({
			code: "report-malformed",
		});
	});
});

it("a report in one line of a million characters is read like any other", async () => {
	const body = Array.from({ length: 2000 }, (_, file) =>
		klass(`f${file}`, ...Array.from({ length: 10 }, (_, at) => line(at + 1, at % 2))),
	).join("");
	const report = await readCobertura(bytes(text(body), 4096), "c.xml");
	expect(text(body).length).toBeGreaterThan(500_000);
	expect(tally(report)).toMatchObject({ files: 2000, lines: [10_000, 20_000] });
});

it("in UTF-16 and ISO-8859-1 is read by what it declares", async () => {
	const xml = (encoding: string) =>
		`<?xml version="1.0" encoding="${encoding}"?>${text(klass("ä.c", line(1, 1)))}`;
	for (const data of [
		Buffer.from(`\ufeff${xml("UTF-16")}`, "utf16le"),
		Buffer.from(xml("ISO-8859-1"), "latin1"),
		Buffer.from(`\ufeff${xml("UTF-8")}`),
	]) {
		expect((await readCobertura(bytes(data), "c.xml")).files.map((each) => each.path)).toEqual(["ä.c"]);
	}
});
