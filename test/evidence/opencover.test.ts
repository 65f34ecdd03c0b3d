import { describe, expect, it } from "vitest";
import { readOpencover } from "#src/evidence/coverage/opencover.js";
import { bytes, fixture, userError } from "./source.ts";
import { tally } from "./tally.ts";

const module = (methods: string, files = `<File uid="1" fullPath="/src/a.cs"/>`, more = "") =>
	`<Module hash="1"${more}><Files>${files}</Files><Classes><Class><Methods>${methods}</Methods></Class></Classes></Module>`;
const read = (...modules: string[]) =>
	readOpencover(
		bytes(`<CoverageSession><Modules>${modules.join("")}</Modules></CoverageSession>`),
		"opencover.xml",
	);
const method = (points: string, branches = "", more = "") =>
	`<Method${more}><Name>A::f()</Name><FileRef uid="1"/><SequencePoints>${points}</SequencePoints><BranchPoints>${branches}</BranchPoints></Method>`;
const point = (vc: number, sl: number, el = sl, more = ' fileid="1"') =>
	`<SequencePoint vc="${vc}" sl="${sl}" sc="1" el="${el}" ec="9"${more}/>`;

it("a report with a byte order mark, several modules, skipped parts and hidden lines (by hand)", async () => {
	const report = await readOpencover(fixture("opencover/by-hand.xml"), "o.xml");
	expect(tally({ files: report.files })).toEqual({
		files: 3,
		lines: [4, 7],
		branches: [1, 2],
		functions: [1, 2],
		statements: [2, 4],
	});
	expect(report.files.map((each) => [each.path, each.lines.size])).toEqual([
		["C:\\build\\src\\Shop\\Price.cs", 5],
		["C:\\build\\src\\Shop\\Cart.cs", 0],
		["C:\\build\\src\\Web\\Page.cs", 2],
	]);
	expect([...(report.files[0]?.functions.values() ?? [])]).toEqual([
		{ line: 10, name: "System.Int64 Shop.Price::Total(System.Int32)", covered: true },
	]);
	expect(report.problems).toEqual([]);
});

describe("what OpenCover and coverlet wrote of one program (files of others)", () => {
	it("OpenCover: points of several methods may stand in one line, and entries of methods are no branches", async () => {
		const path = "third-party/altcover/opencover.4.7.1221.0.xml";
		// Its Summary: 3 of 18 sequence points, 1 of 7 methods; 7 branch points, of which none is listed.
		const report = await readOpencover(fixture(path), path);
		expect(tally(report)).toEqual({
			files: 2,
			lines: [3, 15],
			branches: [0, 0],
			functions: [1, 7],
			statements: [3, 18],
		});
		expect(report.problems).toEqual([]);
	});

	it("coverlet: methods do not say whether they were visited, and points have no offsets", async () => {
		const path = "third-party/altcover/coverlet.opencover.6.0.2.xml";
		// Its Summary: 3 of 15 sequence points, 0 of 6 branch points, 1 of 3 methods.
		const report = await readOpencover(fixture(path), path);
		expect(tally(report)).toEqual({
			files: 2,
			lines: [3, 15],
			branches: [0, 6],
			functions: [1, 3],
			statements: [3, 15],
		});
	});
});

describe("sequence points", () => {
	it("span lines, each covered where any point was visited", async () => {
		const report = await read(module(method(point(3, 4, 6) + point(0, 6, 8))));
		expect([...(report.files[0]?.lines ?? [])]).toEqual([
			[4, 3],
			[5, 3],
			[6, 3],
			[7, 0],
			[8, 0],
		]);
		expect(tally(report).statements).toEqual([1, 2]);
	});

	it("that end before they begin are one line, and no span costs memory", async () => {
		const report = await read(module(method(point(1, 9, 2) + point(1, 20, 999_999_999))));
		expect(report.files[0]?.lines.size).toBe(10_001);
	});

	it("in hidden lines, and in line 0, count nothing", async () => {
		const report = await read(
			module(method(point(1, 16707566) + point(1, 0), `<BranchPoint vc="1" sl="16707566" fileid="1"/>`)),
		);
		expect(tally(report)).toMatchObject({ lines: [0, 0], branches: [0, 0], functions: [0, 0] });
	});

	it("have files by numbers of their own module, else the method's file", async () => {
		const report = await read(
			module(method(point(1, 1))),
			module(method(point(0, 2)), `<File uid="1" fullPath="/src/b.cs"/>`),
			module(method(point(1, 3, 3, "")), `<File uid="1" fullPath="/src/c.cs"/>`),
		);
		expect(report.files.map((each) => [each.path, ...each.lines])).toEqual([
			["/src/a.cs", [1, 1]],
			["/src/b.cs", [2, 0]],
			["/src/c.cs", [3, 1]],
		]);
	});

	it("of a file that no module lists are told", async () => {
		const report = await read(module(method(point(1, 1, 1, ' fileid="7"'))));
		expect(tally(report).lines).toEqual([0, 0]);
		expect(report.problems).toMatchObject([{ code: "coverage-without-file", severity: "warning" }]);
	});

	it("of one file in two modules are united: built twice, it is one file", async () => {
		const report = await read(module(method(point(0, 1) + point(0, 2))), module(method(point(1, 1))));
		expect(tally(report)).toMatchObject({ files: 1, lines: [1, 2], statements: [1, 2], functions: [1, 1] });
	});
});

describe("what a filter skipped", () => {
	it.each(["module", "class", "method"])("counts nothing: a %s", async (what) => {
		const skip = ` skippedDueTo="File"`;
		const inner = method(point(0, 1), "", what === "method" ? skip : "");
		const text =
			what === "module"
				? module(inner, undefined, skip)
				: module(inner).replace("<Class>", `<Class${what === "class" ? skip : ""}>`);
		const report = await read(text, module(method(point(1, 5)), `<File uid="1" fullPath="/src/b.cs"/>`));
		expect(tally(report)).toMatchObject({ lines: [1, 1], functions: [1, 1] });
	});
});

describe("branch points", () => {
	const branch = (vc: number, offset: number, path: number, more = ' sl="4"') =>
		`<BranchPoint vc="${vc}" ordinal="${path}" offset="${offset}" path="${path}"${more} fileid="1"/>`;

	it("are arms of the instructions of their line", async () => {
		const report = await read(
			module(method(point(1, 4), branch(1, 5, 0) + branch(0, 5, 1) + branch(0, 9, 0) + branch(2, 9, 1))),
		);
		expect([...(report.files[0]?.branches.get(4) ?? [])]).toEqual([
			["~0.0", true],
			["~0.1", false],
			["~1.0", false],
			["~1.1", true],
		]);
	});

	it("of two methods in a line are not the same", async () => {
		const report = await read(
			module(
				method(point(1, 4), branch(1, 5, 0) + branch(0, 5, 1)) +
					method(point(1, 4), branch(0, 5, 0) + branch(1, 5, 1)),
			),
		);
		expect(tally(report).branches).toEqual([2, 4]);
	});

	it("without a line stand where the last point before them does, wherever it is listed", async () => {
		const count = 20_000;
		const at = (offset: number) => ` fileid="1" offset="${offset}"`;
		// Against the order of their offsets, two at each.
		const points = Array.from({ length: count }, (_, index) =>
			[10, 11].map((line) => point(1, line + (count - index), undefined, at((count - index) * 4))).join(""),
		).join("");
		const branches = Array.from({ length: count }, (_, index) => branch(1, index * 4 + 6, 0, "")).join("");
		const text = `<CoverageSession><Modules>${module(method(branches + points))}</Modules></CoverageSession>`;
		const report = await readOpencover(bytes(text, 1 << 20), "opencover.xml");
		const lines = report.files[0]?.branches.marks().map(([line]) => line) ?? [];
		expect(lines).toHaveLength(count);
		expect([lines[0], lines[1], lines.at(-1)]).toEqual([12, 13, count + 11]);
	});

	it("of a file in two modules are the same in both, whatever their offsets", async () => {
		const report = await read(
			module(method(point(1, 4), branch(1, 5, 0) + branch(0, 5, 1))),
			module(method(point(1, 4), branch(0, 7, 0) + branch(1, 7, 1))),
		);
		expect(tally(report).branches).toEqual([2, 2]);
	});

	it("without a line belong to the point before them", async () => {
		const at = (offset: number) => ` fileid="1" offset="${offset}"`;
		const report = await read(
			module(
				method(
					point(1, 4, 4, at(0)) + point(1, 8, 8, at(6)),
					branch(1, 5, 0, "") + branch(0, 5, 1, "") + branch(1, 6, 0, ""),
				),
			),
		);
		expect(report.files[0]?.branches.get(4)?.size).toBe(2);
		expect(report.files[0]?.branches.get(8)?.size).toBe(1);
	});
});

describe("refused", () => {
	it.each([
		module(method(`<SequencePoint sl="1" fileid="1"/>`)),
		module(method(`<SequencePoint vc="x" sl="1" fileid="1"/>`)),
		module(method(`<SequencePoint vc="1" sl="x" fileid="1"/>`)),
	])("%s", async (text) => {
		expect(await userError(read(text))).toMatchObject({
			code: "report-malformed",
			place: { file: "opencover.xml", line: 1 },
		});
	});

	it("another root, and a report that is cut off", async () => {
		expect(await userError(readOpencover(bytes("<coverage/>"), "o"))).toMatchObject({
			code: "report-malformed",
		});
		expect(await userError(readOpencover(bytes("<CoverageSession>\n<Modules>"), "o"))).toMatchObject({
			code: "report-truncated",
			place: { line: 2 },
		});
	});
});
