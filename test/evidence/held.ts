import type { CoverageReport } from "#src/evidence/coverage/report.js";
import type { CoveredFile } from "#src/evidence/covered-file.js";
import type { FileCoverage } from "#src/evidence/evidence.js";
import { CoverageUnion } from "#src/evidence/merge.js";
import { writtenFile } from "#src/evidence/written-coverage.js";

/** Coverage as evidence has it, as the code holds it. */
export function held(files: Iterable<FileCoverage>): CoveredFile[] {
	const union = new CoverageUnion();
	for (const file of files) union.addWritten(file);
	return union.files();
}

/** The other way round. */
export function written(files: readonly CoveredFile[]): FileCoverage[] {
	return files.map(writtenFile);
}

/** All files of reports, under the paths that they give. */
export function heldReports(...reports: readonly CoverageReport[]): CoveredFile[] {
	const union = new CoverageUnion();
	for (const report of reports) for (const raw of report.files) union.take(raw.path, raw, report);
	return union.files();
}
