import { describe, expect, it } from "vitest";
import { readCobertura } from "#src/evidence/coverage/cobertura.js";
import { bytes, fixture, userError } from "./source.ts";

const read = (body: string, root = "") =>
	readCobertura(
		bytes(
			`<coverage line-rate="1" ${root}><packages><package><classes>${body}</classes></package></packages></coverage>`,
		),
		"c.xml",
	);

describe("reports of real tools", () => {
	it("coverage.py: 13 of 16 lines, 4 of 6 branches, no functions", async () => {
		const report = await readCobertura(fixture("pytest/cobertura.xml"), "c.xml");
		const file = report.files.find((each) => each.path === "shop/price.py");
		expect(report.sources).toEqual(["/home/runner/work/sample/sample/src"]);
		expect(file?.lines.size).toBe(16);
		expect([...(file?.lines.values() ?? [])].filter((hits) => hits > 0)).toHaveLength(13);
		const arms = [...(file?.branches.values() ?? [])].flatMap((each) => [...each.values()]);
		expect([arms.filter(Boolean).length, arms.length]).toEqual([4, 6]);
		expect(report.hasFunctions).toBe(false);
	});

	it("c8: 13 of 20 lines, 3 of 5 branches, 1 of 2 functions", async () => {
		const report = await readCobertura(fixture("c8/cobertura.xml"), "c.xml");
		const lines = report.files.flatMap((each) => [...each.lines.values()]);
		const arms = report.files
			.flatMap((each) => [...each.branches.values()])
			.flatMap((each) => [...each.values()]);
		const functions = report.files.flatMap((each) => [...each.functions.values()]);
		expect([lines.filter((hits) => hits > 0).length, lines.length]).toEqual([13, 20]);
		expect([arms.filter(Boolean).length, arms.length]).toEqual([3, 5]);
		expect(functions).toEqual([
			{ line: 2, name: "total()V", covered: true },
			{ line: 13, name: "unused()V", covered: false },
		]);
	});
});

describe("lines", () => {
	it("of methods repeat those of the class and don't count", async () => {
		const report = await read(
			`<class filename="A.java"><methods><method name="m" signature="()"><lines><line number="1" hits="4"/><line number="9" hits="1"/></lines></method></methods><lines><line number="1" hits="4"/></lines></class>`,
		);
		expect([...(report.files[0]?.lines ?? [])]).toEqual([[1, 4]]);
	});

	it("of a file in several classes are united", async () => {
		const report = await read(
			`<class filename="A.cs"><lines><line number="1" hits="0"/><line number="2" hits="1"/></lines></class><class filename="A.cs"><lines><line number="1" hits="3"/><line number="1" hits="0"/></lines></class>`,
		);
		expect([...(report.files[0]?.lines ?? [])]).toEqual([
			[1, 3],
			[2, 1],
		]);
	});

	it("the header is not believed", async () => {
		const report = await read(
			`<class filename="a"><lines><line number="1" hits="0"/></lines></class>`,
			`lines-covered="99" lines-valid="99" branches-valid="NaN"`,
		);
		expect([...(report.files[0]?.lines ?? [])]).toEqual([[1, 0]]);
		expect(report.hasBranches).toBe(false);
	});
});

describe("branches", () => {
	const arms = async (...lines: string[]) => {
		const report = await read(
			lines.map((each) => `<class filename="a"><lines>${each}</lines></class>`).join(""),
		);
		return [...(report.files[0]?.branches.get(1) ?? [])];
	};

	it("two halves may be the same half, and are not added", async () => {
		const half = `<line number="1" hits="1" branch="True" condition-coverage="50% (1/2)"/>`;
		expect(await arms(half, half)).toEqual([
			["~0", true],
			["~1", false],
		]);
	});

	it("conditions with numbers are united one by one", async () => {
		const line = (a: number, b: number) =>
			`<line number="1" hits="1" branch="true" condition-coverage="${(a + b) / 2}% (${(a + b) / 50}/4)"><conditions><condition number="0" type="jump" coverage="${a}%"/><condition number="1" type="jump" coverage="${b}%"/></conditions></line>`;
		expect(await arms(line(100, 0), line(0, 100))).toEqual([
			["~0.0", true],
			["~0.1", true],
			["~1.0", true],
			["~1.1", true],
		]);
		expect(await arms(line(50, 0), line(50, 0))).toEqual([
			["~0.0", true],
			["~0.1", false],
			["~1.0", false],
			["~1.1", false],
		]);
	});

	it("conditions that don't add up to the line's count are not used", async () => {
		const line = `<line number="1" hits="1" branch="true" condition-coverage="66% (2/3)"><conditions><condition number="0" type="switch" coverage="66%"/></conditions></line>`;
		expect(await arms(line)).toEqual([
			["~0", true],
			["~1", true],
			["~2", false],
		]);
	});
});

describe("refused", () => {
	it.each([
		`<class filename="a"><lines><line number="x" hits="1"/></lines></class>`,
		`<class filename="a"><lines><line number="1"/></lines></class>`,
	])("%s", async (body) => {
		expect(await userError(read(body))).toMatchObject({
			code: "report-malformed",
			place: { file: "c.xml", line: 1 },
		});
	});

	it("a mismatched tag, with line and column", async () => {
		const error = await userError(
			readCobertura(bytes("<coverage>\n<packages>\n</package>\n</coverage>"), "c.xml"),
		);
		expect(error).toMatchObject({ code: "report-malformed", place: { line: 3, column: 1 } });
	});

	it("a file that is cut off", async () => {
		const error = await userError(
			readCobertura(bytes(`<coverage>\n<packages><package><classes><class filename="a">`), "c.xml"),
		);
		expect(error).toMatchObject({ code: "report-truncated", place: { line: 2 } });
	});
});
