import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCobertura } from "#src/evidence/coverage/cobertura.js";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import type { CoveredFile } from "#src/evidence/covered-file.js";
import type { Ratio } from "#src/evidence/evidence.js";
import { type FileReport, readEvidence } from "#src/evidence/evidence-report.js";
import { figures } from "#src/evidence/figures.js";
import { COVERAGE_FORMATS, TEST_FORMATS } from "#src/evidence/formats.js";
import { coberturaText } from "#src/evidence/handing-on/cobertura.js";
import type { LeftOut } from "#src/evidence/handing-on/expressible.js";
import { lcovText } from "#src/evidence/handing-on/lcov.js";
import { FIXTURES } from "./fixtures.ts";
import { heldReports, written } from "./held.ts";
import { bytes, passing } from "./source.ts";

const folder = "test/fixtures/reports";
const source = {
	open: (file: string) => passing(readFileSync(join(folder, file))),
	resolver: async () => undefined,
	lineCount: async () => undefined,
};

/** Tools write paths in different ways; here a file's name is its repository path. */
const base = {
	...source,
	resolver: async () => (path: string) => ({
		kind: "file" as const,
		path: path.slice(path.search(/[^\\/]*$/)),
	}),
};

function totals({ tests, coverage }: FileReport): string {
	const of = (ratio: Ratio | null) => (ratio === null ? "-" : `${ratio.covered}/${ratio.total}`);
	if (tests !== null)
		return `${tests.total} tests: ${tests.passed} passed, ${tests.failed} failed, ${tests.errors} errors, ${tests.skipped} skipped, ${tests.flaky} flaky`;
	if (coverage === null) return "refused";
	return `${coverage.files} files: lines ${of(coverage.lines)}, branches ${of(coverage.branches)}, functions ${of(coverage.functions)}, statements ${of(coverage.statements)}`;
}

describe("every report that a real tool wrote", () => {
	it.each(FIXTURES)("%s is %s: %s", async (file, format, expected) => {
		const { report } = await readEvidence([file], source);
		const [only] = report.files;
		expect(only?.format ?? "none").toBe(format);
		expect(only === undefined ? "" : totals(only)).toBe(expected);
	});

	it("is in the table, and every format is", () => {
		const there = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !["README.md", "LICENSE"].includes(entry.name))
			.map((entry) =>
				join(entry.parentPath, entry.name)
					.slice(folder.length + 1)
					.replaceAll("\\", "/"),
			);
		expect(there.sort()).toEqual(FIXTURES.map(([file]) => file).sort());
		expect(new Set(FIXTURES.map(([, format]) => format))).toEqual(
			new Set([...TEST_FORMATS, ...COVERAGE_FORMATS, "none"]),
		);
	});

	const formats: ReadonlySet<string> = new Set(COVERAGE_FORMATS);
	const covered = FIXTURES.filter(([, format]) => formats.has(format)).map(([file]) => file);

	it.each(covered)("%s, handed on and read back, has the same figures", async (file) => {
		const coverage = (await readEvidence([file], source)).coverage();
		const left: LeftOut[] = [];
		const back = async (text: string, read: typeof readLcov) => {
			const report = await read(bytes(text), "back");
			return said(heldReports(report));
		};
		expect(await back([...lcovText(coverage, left)].join(""), readLcov)).toEqual(said(coverage));
		expect(left).toEqual([]);
		const sayable = await back([...coberturaText(coverage, 0, left)].join(""), readCobertura);
		if (left.length === 0) expect(sayable).toEqual(said(coverage));
		// Numbers alone have no place in Cobertura, nor has a file without lines.
		else
			expect(
				left.every(({ what }) => /(of which only a total is known|since it has no lines)$/.test(what)),
			).toBe(true);
	});

	/** One run of one tool that wrote it in several formats. */
	const runs: readonly (readonly string[])[] = [
		["c8/lcov-shop.info", "c8/cobertura-shop.xml", "c8/clover.xml"],
		["nyc/lcov.info", "nyc/cobertura.xml", "nyc/clover.xml"],
		["gcovr/lcov.info", "gcovr/cobertura.xml", "gcovr/jacoco.xml", "gcovr/clover.xml"],
		["coverage.py/lcov.info", "coverage.py/cobertura.xml"],
		["phpunit/clover.xml", "phpunit/cobertura.xml"],
		["llvm-cov/main.json", "llvm-cov/main.info"],
	];

	it.each(runs)("%s and other formats of the same run count once", async (...files) => {
		const alone = [];
		for (const file of files) alone.push((await readEvidence([file], base)).report.merged.coverage);
		const { report } = await readEvidence(files, base);
		const together = report.merged.coverage;
		expect(together?.files).toBe(Math.max(...alone.map((each) => each?.files ?? 0)));
		for (const kind of ["lines", "branches", "functions"] as const) {
			const ratios = alone.flatMap((each) => each?.[kind] ?? []);
			const largest = (side: "covered" | "total") => Math.max(...ratios.map((ratio) => ratio[side]));
			expect([kind, together?.[kind]]).toEqual([
				kind,
				ratios.length === 0 ? null : { covered: largest("covered"), total: largest("total") },
			]);
		}
	});

	it("of all shards and formats together, is the same in any order", async () => {
		const forwards = await readEvidence(covered, source);
		const backwards = await readEvidence([...covered].reverse(), source);
		expect(written(backwards.coverage())).toEqual(written(forwards.coverage()));
		expect(backwards.report.merged).toEqual(forwards.report.merged);
	});
});

/** What both formats for handing on can say; nothing to cover is the same as nothing said. */
function said(files: readonly CoveredFile[]) {
	const { statements: _, ...rest } = figures(files);
	return rest;
}
