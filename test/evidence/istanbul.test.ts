import { describe, expect, it } from "vitest";
import { readIstanbul } from "#src/evidence/coverage/istanbul.js";
import { readIstanbulSummary } from "#src/evidence/coverage/istanbul-summary.js";
import { fileOf, fixtureText, linesOf, tally, tallyOf } from "./coverage-tally.ts";
import { bytes, fixture, userError } from "./source.ts";

const read = (value: unknown) => readIstanbul(bytes(JSON.stringify(value)), "coverage-final.json");
const summary = (value: unknown) =>
	readIstanbulSummary(bytes(JSON.stringify(value)), "coverage-summary.json");
const at = (line: number, column: number, end = line, endColumn = column + 5) => ({
	start: { line, column },
	end: { line: end, column: endColumn },
});
const entry = (path: string, s: Record<string, unknown>) => ({
	path,
	statementMap: Object.fromEntries(Object.keys(s).map((id) => [id, at(Number(id) + 1, 0)])),
	s,
	fnMap: {},
	f: {},
	branchMap: {},
	b: {},
});

describe("reports of real tools", () => {
	// What each tool printed with its reporter text-summary.
	it.each([
		["nyc", { statements: [26, 39], branches: [10, 20], functions: [5, 8], lines: [23, 33] }],
		["c8", { statements: [48, 69], branches: [14, 20], functions: [6, 10], lines: [48, 69] }],
		["jest", { statements: [26, 39], branches: [10, 20], functions: [5, 8], lines: [23, 33] }],
		["vitest-v8", { statements: [23, 36], branches: [10, 20], functions: [5, 8], lines: [20, 30] }],
		["vitest-istanbul", { statements: [24, 36], branches: [10, 20], functions: [5, 8], lines: [21, 30] }],
	])("%s", async (tool, expected) => {
		const report = await readIstanbul(fixture(`${tool}/coverage-final.json`), tool);
		expect(tally(report)).toEqual(expected);
		expect(report).toMatchObject({
			hasBranches: true,
			hasFunctions: true,
			hasStatements: true,
			problems: [],
		});
		// And file by file what it wrote itself.
		const own = await readIstanbulSummary(fixture(`${tool}/coverage-summary.json`), tool);
		expect(own.files.map((each) => each.path).sort()).toEqual(report.files.map((each) => each.path).sort());
		for (const file of own.files) {
			const counted = tallyOf(fileOf(report, file.path));
			for (const metric of ["lines", "branches", "functions", "statements"] as const) {
				const ratio = file.totals?.[metric];
				expect([file.path, metric, ratio?.covered, ratio?.total]).toEqual([
					file.path,
					metric,
					...counted[metric],
				]);
			}
		}
	});
});

describe("coverage-final.json", () => {
	it("a line has the largest hits of the statements that begin on it", async () => {
		const report = await read({
			"/a.js": {
				path: "/a.js",
				statementMap: { 0: at(1, 0, 4), 1: at(1, 9), 2: at(2, 0), 3: at(2, 9), 4: at(3, 0) },
				s: { 0: 2, 1: 7, 2: 0, 3: 0, 4: 1 },
				fnMap: {},
				f: {},
				branchMap: {},
				b: {},
			},
		});
		expect(linesOf(report.files[0])).toEqual([
			[1, 7],
			[2, 0],
			[3, 1],
		]);
		expect(tally(report).statements).toEqual([3, 5]);
	});

	it("statements at the same place are two, and shards agree on them", async () => {
		const same = {
			statementMap: { 0: at(1, 0), 1: at(1, 0) },
			path: "a",
			fnMap: {},
			branchMap: {},
			f: {},
			b: {},
		};
		const report = await read({ a: { ...same, s: { 0: 1, 1: 0 } }, b: { ...same, s: { 0: 0, 1: 0 } } });
		expect(tally(report).statements).toEqual([1, 2]);
	});

	it("one file under two spellings of its path is one, and its hits are added", async () => {
		const report = await read({
			"C:\\w\\src\\a.js": entry("C:\\w\\src\\a.js", { 0: 1, 1: 0 }),
			"C:/w/src/a.js": entry("C:/w/src/a.js", { 0: 1, 1: 0, 2: 4 }),
			"/w/odd\\name.js": entry("/w/odd\\name.js", { 0: 1 }),
		});
		expect(report.files.map((each) => each.path)).toEqual(["C:/w/src/a.js", "/w/odd\\name.js"]);
		expect(linesOf(report.files[0])).toEqual([
			[1, 2],
			[2, 0],
			[3, 4],
		]);
	});

	it("arms are named by place: ids that differ between shards are no other arms", async () => {
		const shard = (id: string, counts: number[]) => ({
			path: "/a.js",
			statementMap: {},
			s: {},
			fnMap: {},
			f: {},
			branchMap: {
				[id]: {
					type: "if",
					line: 3,
					loc: at(3, 2),
					locations: [at(3, 2), { start: {}, end: {} }],
				},
			},
			b: { [id]: counts },
		});
		const report = await read({ x: shard("0", [1, 0]), y: shard("7", [0, 0]) });
		expect([...(report.files[0]?.branches ?? [])].map(([line, arms]) => [line, [...arms.values()]])).toEqual([
			[3, [true, false]],
		]);
	});

	it("a missing else without a place, a branch with its line alone, logical arms", async () => {
		const report = await read({
			"/a.js": {
				...entry("/a.js", { 0: 1 }),
				branchMap: {
					0: { type: "if", line: 4, locations: [at(4, 1), at(4, 1)] },
					1: { type: "binary-expr", loc: at(5, 0), locations: [at(5, 0), at(5, 4), at(5, 8)] },
					2: { type: "if", loc: at(6, 0), locations: [at(6, 0), at(6, 9)], skip: true },
				},
				b: { 0: [0, 3], 1: [1, 1, 0], 2: [0, 0] },
			},
		});
		expect(tally(report).branches).toEqual([3, 5]);
		expect([...new Set(report.files[0]?.branches.marks().map(([line]) => line))]).toEqual([4, 5]);
	});

	it("what is marked skip is not to be covered", async () => {
		const report = await read({
			"/a.js": {
				path: "/a.js",
				statementMap: { 0: at(1, 0), 1: { ...at(2, 0), skip: true } },
				s: { 0: 1, 1: 0 },
				fnMap: {
					0: { name: "f", line: 2, loc: at(2, 0), skip: true },
					1: { name: "g", line: 1, loc: at(1, 0) },
				},
				f: { 0: 0, 1: 1 },
				branchMap: { 0: { type: "if", line: 1, locations: [at(1, 0), { ...at(1, 0), skip: true }] } },
				b: { 0: [1, 0] },
			},
		});
		expect(tally(report)).toEqual({ lines: [1, 1], branches: [1, 1], functions: [1, 1], statements: [1, 1] });
	});

	it("the form without fnMap says nothing of functions; the one with data is read", async () => {
		const { fnMap: _map, f: _hits, ...bare } = entry("/a.js", { 0: 1, 1: 0 });
		const report = await read({ "/a.js": bare });
		expect(report.hasFunctions).toBe(false);
		expect(tally(report).lines).toEqual([1, 2]);
		const wrapped = await read({ "/a.js": { data: entry("/a.js", { 0: 1, 1: 0 }) } });
		expect(tally(wrapped).lines).toEqual([1, 2]);
		expect(wrapped.hasFunctions).toBe(true);
	});

	it("a file that was never loaded: its statements count as missed, and having none is told", async () => {
		const unloaded = { ...entry("/b.js", { 0: 0, 1: 0 }), s: {}, all: true };
		expect(tally(await read({ "/b.js": unloaded })).lines).toEqual([0, 2]);
		const empty = { ...entry("/c.js", {}), all: true };
		const report = await read({ "/c.js": empty });
		expect(report.files.map((each) => each.path)).toEqual(["/c.js"]);
		expect(report.problems).toMatchObject([{ code: "coverage-not-loaded", severity: "warning" }]);
		expect((await read({ "/types.ts": entry("/types.ts", {}) })).problems).toEqual([]);
	});

	it("counts that are null, negative or huge", async () => {
		const text = JSON.stringify({ "/a.js": entry("/a.js", { 0: null, 1: -3, 2: 0.5, 3: "HUGE" }) });
		const report = await readIstanbul(bytes(text.replace('"HUGE"', "1e400")), "r");
		expect(linesOf(report.files[0])).toEqual([
			[1, 0],
			[2, 0],
			[3, 1],
			[4, Number.MAX_SAFE_INTEGER],
		]);
	});

	it("a name that objects have by themselves is a name", async () => {
		const value = JSON.stringify({ X: { ...entry("", { 0: 1 }) } });
		for (const name of ["__proto__", "constructor"]) {
			const report = await readIstanbul(bytes(value.replace('"X"', JSON.stringify(name))), "r");
			expect(report.files.map((each) => each.path)).toEqual([name]);
			expect(linesOf(report.files[0])).toEqual([[1, 1]]);
		}
	});

	it("two functions without a name on one line are two", async () => {
		const each = (column: number) => ({ name: "", decl: at(1, column), loc: at(1, column), line: 1 });
		const report = await read({
			"/a.js": { ...entry("/a.js", { 0: 1 }), fnMap: { 0: each(0), 1: each(9) }, f: { 0: 1, 1: 0 } },
		});
		expect(tally(report).functions).toEqual([1, 2]);
	});

	it("refuses what is no coverage, with its place, and every truncation", async () => {
		const error = await userError(readIstanbul(bytes('{\n "a": {"s": {}}\n}'), "r.json"));
		expect(error).toMatchObject({ code: "report-malformed", place: { file: "r.json", line: 2 } });
		expect(error.message).toBe('r.json: "a" is no coverage of a file: it has no statementMap and s');
		const broken = await userError(read({ a: entry("a", { 0: "many" }) }));
		expect(broken.message).toBe('coverage-final.json: "a" has no count for the statement 0');
		const all = fixtureText("nyc/coverage-final.json").trimEnd();
		for (let end = 0; end < all.length; end += 97) {
			const cut = await userError(readIstanbul(bytes(all.slice(0, end), 4096), "r"));
			expect(cut.code).toBe("report-truncated");
		}
	});
});

describe("coverage-summary.json", () => {
	const metric = (covered: number, total: number, pct: unknown = 50) => ({ total, covered, skipped: 0, pct });
	it("gives numbers by file; percentages are not read", async () => {
		const report = await summary({
			total: {
				lines: metric(9, 9, 0),
				statements: metric(9, 9),
				functions: metric(0, 0),
				branches: metric(0, 0),
			},
			"/a.js": { lines: metric(1, 2), statements: metric(1, 3), branches: metric(0, 0, "Unknown") },
			"/b.js": { lines: metric(0, 0, "Unknown"), statements: metric(0, 0, "Unknown") },
		});
		expect(report.files).toMatchObject([
			{
				path: "/a.js",
				totals: {
					lines: { covered: 1, total: 2 },
					statements: { covered: 1, total: 3 },
					branches: { covered: 0, total: 0 },
				},
			},
			{ path: "/b.js", totals: { lines: { covered: 0, total: 0 } } },
		]);
		expect(report.files.every((each) => linesOf(each).length === 0)).toBe(true);
		expect(report).toMatchObject({ hasBranches: true, hasFunctions: true, hasStatements: true });
	});

	it("refuses a total without files, more covered than there is, and files without lines", async () => {
		expect((await userError(summary({ total: { lines: metric(1, 2) } }))).code).toBe("coverage-totals-only");
		expect((await summary({ total: { lines: metric(0, 0, "Unknown") } })).files).toEqual([]);
		const lines = { lines: metric(3, 2) };
		expect((await userError(summary({ total: lines }))).message).toContain(
			'"total" has no numbers for lines',
		);
		expect((await userError(summary({ a: {} }))).code).toBe("report-malformed");
		expect((await userError(summary({ "/a.js": { lines: metric(1, 1) } }))).message).toContain(
			"has no total",
		);
	});
});
