import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCobertura } from "#src/evidence/coverage/cobertura.js";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import type { CoverageReport } from "#src/evidence/coverage/report.js";
import type { FileCoverage } from "#src/evidence/evidence.js";
import { figures } from "#src/evidence/figures.js";
import { coberturaText } from "#src/evidence/handing-on/cobertura.js";
import type { LeftOut } from "#src/evidence/handing-on/expressible.js";
import { lcovText } from "#src/evidence/handing-on/lcov.js";
import { fileOf } from "./arbitrary.ts";
import { held, heldReports, written } from "./held.ts";

const path = fc.constantFrom(
	"src/a.js",
	"src/ä b/[c].ts",
	`we"ird & <odd>'.py`,
	"a,b:c#d.rs",
	"__proto__",
	"deep/er/than/one.go",
);
const coverage: fc.Arbitrary<FileCoverage[]> = fc
	.uniqueArray(fileOf(path), { maxLength: 4, selector: (each) => each.path })
	.map((files) => written(held(files)));

/** What both formats can say: no statements, and of numbers alone only those that were written. */
function sayable(files: readonly FileCoverage[]) {
	const { statements: _, ...rest } = figures(held(files));
	return rest;
}

/** A file less what was named as left out. Where nothing else is known of a kind, nothing is. */
function without(file: FileCoverage, left: readonly LeftOut[]): FileCoverage {
	const made = { ...file, totals: { ...file.totals } };
	for (const { path, what } of left) {
		if (path !== file.path) continue;
		for (const kind of ["lines", "branches", "functions"] as const) {
			if (!what.startsWith(`its ${kind},`)) continue;
			delete made.totals[kind];
			if (kind !== "lines" && (what.includes("no lines") || made[kind]?.length === 0)) made[kind] = null;
		}
	}
	return made;
}

async function readBack(
	text: string,
	read: (source: AsyncIterable<Uint8Array>, file: string) => Promise<CoverageReport>,
): Promise<FileCoverage[]> {
	async function* source() {
		yield Buffer.from(text);
	}
	const report = await read(source(), "back");
	return written(heldReports(report));
}

const lcov = (files: readonly FileCoverage[], left: LeftOut[] = []) =>
	[...lcovText(held(files), left)].join("");
const cobertura = (files: readonly FileCoverage[], left: LeftOut[] = []) =>
	[...coberturaText(held(files), 1_700_000_000_000, left)].join("");

const KINDS_AND_NOTHING = (["lcov", "Cobertura"] as const).flatMap((format) =>
	(["branches", "functions"] as const).map((kind) => [format, kind] as const),
);

describe("merged coverage, written and read back", () => {
	it("as lcov has the same figures, lines and paths", async () => {
		await fc.assert(
			fc.asyncProperty(coverage, async (files) => {
				const left: LeftOut[] = [];
				const back = await readBack(lcov(files, left), readLcov);
				// Numbers that say more than the detail beside them are named, and can't be written.
				expect(left.every(({ what }) => what.includes("only a total"))).toBe(true);
				expect(sayable(back)).toEqual(sayable(files.map((each) => without(each, left))));
				expect(back.map((each) => [each.path, each.lines])).toEqual(
					files.map((each) => [each.path, each.lines]),
				);
				// Written again it is the same text: no key or name wanders.
				expect(lcov(back)).toBe(lcov(await readBack(lcov(back), readLcov)));
			}),
			{ numRuns: 300 },
		);
	});

	it("as Cobertura has the same figures, lines and paths", async () => {
		await fc.assert(
			fc.asyncProperty(coverage, async (files) => {
				const left: LeftOut[] = [];
				const back = await readBack(cobertura(files, left), readCobertura);
				const detailed = files.filter((each) => each.lines.length === 0);
				expect(left.filter(({ what }) => what.includes("no lines")).map((each) => each.path)).toEqual(
					detailed.flatMap((each) =>
						[each.branches, each.functions].flatMap((detail) =>
							(detail?.length ?? 0) > 0 ? [each.path] : [],
						),
					),
				);
				expect(sayable(back)).toEqual(sayable(files.map((each) => without(each, left))));
				expect(back.map((each) => [each.path, each.lines])).toEqual(
					files.map((each) => [each.path, each.lines]),
				);
			}),
			{ numRuns: 300 },
		);
	});

	it.each(KINDS_AND_NOTHING)(
		"as %s say of %s that there are none, which is not the same as not looking",
		async (...[format, kind]) => {
			const [write, read] = format === "lcov" ? [lcov, readLcov] : [cobertura, readCobertura];
			const plain: FileCoverage = { path: "a", lines: [[1, 1]], branches: null, functions: null };
			const none = { covered: 0, total: 0 };
			const cases: [FileCoverage[], typeof none | null][] = [
				[[plain], null],
				[[{ ...plain, [kind]: [] }], none],
				[
					[
						{ ...plain, path: "b" },
						{ ...plain, [kind]: [] },
					],
					none,
				],
				[[{ ...plain, lines: [], [kind]: [] }], none],
				[[{ ...plain, totals: { [kind]: none } }], none],
			];
			for (const [files, expected] of cases) {
				const left: LeftOut[] = [];
				expect(figures(held(files))[kind]).toEqual(expected);
				const back = figures(held(await readBack(write(files, left), read)));
				expect([back[kind], back[kind === "branches" ? "functions" : "branches"]]).toEqual([expected, null]);
				expect(left).toEqual([]);
			}
		},
	);

	it("keeps lcov's own keys of branches, so that other shards' arms still meet them", () => {
		const file: FileCoverage = {
			path: "a",
			lines: [[3, 1]],
			branches: [
				[3, "0,0", true],
				[3, "e0,f(a,b)", false],
			],
			functions: null,
		};
		expect(lcov([file])).toContain("BRDA:3,0,0,1\nBRDA:3,e0,f(a,b),0\n");
	});

	it("as lcov keeps what is known in numbers alone", async () => {
		const numbers: FileCoverage = {
			path: "a",
			lines: [],
			branches: null,
			functions: null,
			totals: {
				lines: { covered: 3, total: 4 },
				branches: { covered: 1, total: 2 },
				functions: { covered: 1, total: 1 },
			},
		};
		const left: LeftOut[] = [];
		expect(sayable(await readBack(lcov([numbers], left), readLcov))).toEqual(sayable([numbers]));
		expect(left).toEqual([]);
		expect(cobertura([numbers], left)).toContain('lines-valid="0"');
		expect(left.map(({ what }) => what.split(",")[0])).toEqual([
			"its lines",
			"its branches",
			"its functions",
		]);
	});

	it.each([
		{ covered: 1, total: 1 },
		{ covered: 0, total: 2 },
	])("names lines of which a total says more than the detail: %o", (lines) => {
		const file: FileCoverage = {
			path: "a",
			lines: [[1, 0]],
			branches: null,
			functions: null,
			totals: { lines },
		};
		for (const write of [lcov, cobertura]) {
			const left: LeftOut[] = [];
			write([file], left);
			expect(left).toEqual([{ path: "a", what: "its lines, of which only a total is known" }]);
		}
	});

	it("names what the formats can't say, and writes the rest", () => {
		const files: FileCoverage[] = [
			{ path: "bad\npath", lines: [[1, 1]], branches: null, functions: null },
			{
				path: "numbers",
				lines: [[1, 1]],
				branches: [[1, "0,0", true]],
				functions: null,
				totals: { branches: { covered: 1, total: 2 } },
			},
		];
		for (const write of [lcov, cobertura]) {
			const left: LeftOut[] = [];
			const text = write(files, left);
			expect(left).toEqual([
				{ path: "bad\npath", what: "its path" },
				{ path: "numbers", what: "its branches, of which only a total is known" },
			]);
			expect(text).toContain("numbers");
			expect(text).not.toContain("bad");
		}
	});
});

const tool = (name: string, args: string[]) => {
	try {
		execFileSync(name, args, { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
};

describe.skipIf(!tool("lcov", ["--version"]))("lcov itself", () => {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "sluice-lcov-"));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it("reads the figures that were written, and makes pages of them", () => {
		const source = "src/ä b/[c] & <d>.c";
		mkdirSync(join(folder, "src/ä b"), { recursive: true });
		writeFileSync(join(folder, source), "int f(int a) {\n\tif (a)\n\t\treturn 1;\n\treturn 0;\n}\n");
		const files: FileCoverage[] = [
			{
				path: source,
				lines: [
					[1, 2],
					[2, 2],
					[3, 0],
					[4, 2],
				],
				branches: [
					[2, "~0", true],
					[2, "~1", false],
				],
				functions: [
					[1, "f", true],
					[1, "operator<(a, b)", false],
				],
			},
		];
		writeFileSync(join(folder, "lcov.info"), lcov(files));
		const run = (name: string, ...args: string[]) =>
			execFileSync(name, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
		const summary = run("lcov", "--rc", "lcov_branch_coverage=1", "--summary", "lcov.info");
		expect(summary).toContain("(3 of 4 lines)");
		expect(summary).toContain("(1 of 2 functions)");
		expect(summary).toContain("(1 of 2 branches)");
		const pages = run("genhtml", "--branch-coverage", "-o", "pages", "lcov.info");
		expect(pages).toContain("75.0% (3 of 4 lines)");
	});
});
