import type { CoverageReport } from "#src/evidence/coverage/report.js";

/** What a report counts, as [covered, total] of each kind. */
export interface Tally {
	files: number;
	lines: [number, number];
	branches: [number, number];
	functions: [number, number];
	statements: [number, number];
}

/** Counts a report's details: its lines, arms, functions and statements. */
export function tally(report: Pick<CoverageReport, "files">): Tally {
	const count: Tally = {
		files: report.files.length,
		lines: [0, 0],
		branches: [0, 0],
		functions: [0, 0],
		statements: [0, 0],
	};
	const add = (pair: [number, number], covered: boolean, by = 1) => {
		pair[1] += by;
		if (covered) pair[0] += by;
	};
	for (const file of report.files) {
		for (const [, hits] of file.lines) add(count.lines, hits > 0);
		for (const [, arms] of file.branches) for (const [, covered] of arms) add(count.branches, covered);
		for (const each of file.functions.values()) add(count.functions, each.covered);
		for (const each of file.statements.values()) add(count.statements, each.covered, each.count);
	}
	return count;
}
