import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CoverageReport, RawFile } from "#src/evidence/coverage/report.js";

/** What tests say of coverage reports: counts as `[covered, total]`, counted from the detail. */

export type Pair = [number, number];
export interface Tally {
	lines: Pair;
	branches: Pair;
	functions: Pair;
	statements: Pair;
}

/** Lines and their hits, sorted. */
export function linesOf(file: RawFile | undefined): [number, number][] {
	return [...(file?.lines ?? [])].sort((a, b) => a[0] - b[0]);
}

export function tallyOf(file: RawFile): Tally {
	const tally: Tally = { lines: [0, 0], branches: [0, 0], functions: [0, 0], statements: [0, 0] };
	const add = (pair: Pair, covered: boolean, count = 1) => {
		pair[0] += covered ? count : 0;
		pair[1] += count;
	};
	for (const [, hits] of linesOf(file)) add(tally.lines, hits > 0);
	for (const arms of file.branches.values())
		for (const covered of arms.values()) add(tally.branches, covered);
	for (const each of file.functions.values()) add(tally.functions, each.covered);
	for (const each of file.statements.values()) add(tally.statements, each.covered, each.count);
	return tally;
}

export function tally(report: CoverageReport): Tally {
	const sum: Tally = { lines: [0, 0], branches: [0, 0], functions: [0, 0], statements: [0, 0] };
	for (const file of report.files) {
		const ofFile = tallyOf(file);
		for (const metric of ["lines", "branches", "functions", "statements"] as const) {
			sum[metric][0] += ofFile[metric][0];
			sum[metric][1] += ofFile[metric][1];
		}
	}
	return sum;
}

export function fileOf(report: CoverageReport, end: string): RawFile {
	const found = report.files.find((each) => each.path.endsWith(end));
	if (found === undefined) throw new Error(`no file ${end}`);
	return found;
}

/** A fixture's text. */
export function fixtureText(path: string): string {
	return readFileSync(resolve("test/fixtures/reports", path), "utf8");
}
