import { describe, expect, it } from "vitest";
import { readGoCoverprofile } from "#src/evidence/coverage/go-coverprofile.js";
import { fileOf, fixtureText, linesOf, tally, tallyOf } from "./coverage-tally.ts";
import { bytes, fixture, userError } from "./source.ts";

const read = (text: string | Uint8Array, size = 7) => readGoCoverprofile(bytes(text, size), "cover.out");
const statements = async (text: string) => tally(await read(text)).statements;

describe("profiles that go test wrote", () => {
	// go tool cover -func: 62.5% of all, 72.2% of cart, 33.3% of price, 66.7% of tools; 24 statements by awk.
	it.each([
		["set", [15, 24]],
		["count", [15, 24]],
		["atomic", [15, 24]],
		["coverpkg", [15, 24]],
		["two-modules", [17, 27]],
	])("%s", async (name, expected) => {
		const report = await readGoCoverprofile(fixture(`go/${name}.out`), name);
		expect(tally(report).statements).toEqual(expected);
		expect(tallyOf(fileOf(report, "cart/cart.go")).statements).toEqual([13, 18]);
		expect(tallyOf(fileOf(report, "price/price.go")).statements).toEqual([2, 6]);
		if (name === "two-modules") expect(tallyOf(fileOf(report, "tools.go")).statements).toEqual([2, 3]);
		expect(report).toMatchObject({
			hasStatements: true,
			hasBranches: false,
			hasFunctions: false,
			problems: [],
		});
	});

	it("lines: what blocks touch, without the closing brace of a function", async () => {
		const report = await readGoCoverprofile(fixture("go/count.out"), "count.out");
		const hits = new Map(linesOf(fileOf(report, "price/price.go")));
		// func Discount in line 10 to its brace in 15, called three times; its early return never.
		expect([...hits]).toEqual([
			[10, 3],
			[11, 3],
			[12, 0],
			[13, 0],
			[14, 3],
			[17, 0],
			[18, 0],
			[19, 0],
			[20, 0],
			[21, 0],
		]);
		// An empty function has no statements and is nothing to cover.
		expect(new Map(linesOf(fileOf(report, "cart/cart.go"))).has(11)).toBe(false);
	});
});

describe("blocks", () => {
	it("the same block in several packages and profiles is one, its hits are added", async () => {
		const text =
			"mode: count\nm/a.go:1.10,3.2 2 0\nm/a.go:5.1,6.9 1 2\nm/a.go:1.10,3.2 2 4\nmode: count\nm/a.go:1.10,3.2 2 1\n";
		const report = await read(text);
		expect(tally(report).statements).toEqual([3, 3]);
		expect(linesOf(report.files[0])).toEqual([
			[1, 5],
			[2, 5],
			[5, 2],
			[6, 2],
		]);
	});

	it("several blocks on one line are several statements; the line has the largest hits", async () => {
		const report = await read("mode: set\nm/a.go:1.1,1.9 1 0\nm/a.go:1.9,1.20 3 1\n");
		expect(tally(report)).toMatchObject({ statements: [3, 4], lines: [1, 1] });
	});

	it("a block that ends in column 2 ends before its last line, unless it is its only one", async () => {
		const report = await read("mode: set\na.go:3.20,5.2 1 1\na.go:8.1,8.2 1 1\na.go:10.8,11.3 1 1\n");
		expect(linesOf(report.files[0]).map((each) => each[0])).toEqual([3, 4, 8, 10, 11]);
	});

	it("names with colons, spaces and backslashes", async () => {
		const report = await read(
			"mode: set\r\nC:\\w\\a.go:1.1,2.9 1 1\r\n/my work/b.go:1.1,2.9 1 0\r\nm/x:1.go:1.1,2.9 1 0\r\n",
		);
		expect(report.files.map((each) => each.path)).toEqual(["C:\\w\\a.go", "/my work/b.go", "m/x:1.go"]);
	});

	it("a file called mode: is a file", async () => {
		expect((await read("mode: set\nmode:x.go:1.1,2.9 1 1\n")).files[0]?.path).toBe("mode:x.go");
	});

	it("places of generated code: line 0, and an end before the start", async () => {
		const report = await read("mode: set\nyacc.y:0.0,0.0 1 1\nyacc.y:9.1,4.2 1 0\n");
		expect(tally(report).statements).toEqual([1, 2]);
		expect(linesOf(report.files[0])).toEqual([
			[1, 1],
			[9, 0],
		]);
	});

	it("counts beyond 2^53", async () => {
		const report = await read("mode: atomic\na.go:1.1,2.9 1 18446744073709551615\n");
		expect(linesOf(report.files[0])[0]).toEqual([1, Number.MAX_SAFE_INTEGER]);
	});

	it("no tests: a profile with its mode alone", async () => {
		expect(await statements("mode: set\n")).toEqual([0, 0]);
	});

	it("UTF-16 as PowerShell writes it", async () => {
		const text = Buffer.from("\ufeffmode: set\r\nm/é.go:1.1,2.9 1 1\r\n", "utf16le");
		expect((await read(text)).files[0]?.path).toBe("m/é.go");
		expect((await userError(read(text.subarray(0, -4)))).code).toBe("report-truncated");
	});
});

describe("what is refused", () => {
	it.each([
		["m/a.go:1.1,2.2 1 1\n", 1, "the first line is not 'mode: ...'"],
		["mode: sometimes\n", 1, "'mode: sometimes' is no mode of a profile"],
		["mode: set\nm/a.go:1.1,2.2 1\n", 2, "'m/a.go:1.1,2.2 1' is no block of a coverage profile"],
		["mode: set\nm/a.go:1.1,2.2 1 -1\n", 2, "'m/a.go:1.1,2.2 1 -1' is no block of a coverage profile"],
		["mode: set\n\nok  \tm/a\t0.1s\n", 3, "'ok  \tm/a\t0.1s' is no block of a coverage profile"],
		["mode: set\na.go:1.1,99999999.2 1 1\n", 2, "a block of a.go has 99999998 lines"],
		["m/a.go:19:\tTotal\t\t100.0%\n", 1, "this is what 'go tool cover -func' prints, not a profile"],
	])("%j", async (text, line, what) => {
		const error = await userError(read(text));
		expect(error).toMatchObject({ code: "report-malformed", place: { file: "cover.out", line } });
		expect(error.message).toBe(`cover.out: ${what}`);
	});

	it("one block with two numbers of statements: two states of the source", async () => {
		const error = await userError(read("mode: set\na.go:1.1,3.2 2 1\na.go:1.1,3.2 3 1\n"));
		expect(error).toMatchObject({ code: "report-malformed", place: { line: 3 } });
	});

	it("many files with endless blocks, which would cost more memory than bytes", async () => {
		const text = Array.from({ length: 30 }, (_, index) => `f${index}.go:1.1,900000.3 1 1\n`).join("");
		const error = await userError(read(`mode: set\n${text}`, 4096));
		expect(error.code).toBe("report-limit");
	});

	it("every truncation that is not at the end of a line", async () => {
		const all = fixtureText("go/set.out");
		for (let end = 0; end < all.length; end++) {
			if (all[end - 1] === "\n") continue;
			expect((await userError(read(all.slice(0, end), 64))).code).toBe("report-truncated");
		}
	});
});
