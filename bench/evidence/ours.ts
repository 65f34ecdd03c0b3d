import { open } from "node:fs/promises";
import type { CoverageReport } from "#src/evidence/coverage/report.js";
import { fileBytes } from "#src/evidence/file-bytes.js";
import { COVERAGE_READERS, TEST_READERS } from "#src/evidence/readers.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import type { Format, Totals } from "./reports.ts";

/** What Sluice finds in a report. */
export async function readOurs(format: Format, path: string): Promise<Totals> {
	const source = fileBytes(await open(path));
	if (format === "junit") {
		const collector = new TestCollector();
		await TEST_READERS.junit?.(source, path, collector);
		const { counts } = collector.report();
		return { tests: [counts.failed + counts.errors, counts.total] };
	}
	const report = await COVERAGE_READERS[format]?.(source, path);
	if (report === undefined) throw new Error(`there is no reader of ${format}`);
	return totalsOf(report);
}

function totalsOf(report: CoverageReport): Totals {
	const sum = (of: (file: CoverageReport["files"][number]) => readonly [number, number]) =>
		report.files.map(of).reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
	return {
		files: [report.files.length, report.files.length],
		lines: sum(({ lines }) => [lines.covered, lines.size]),
		...(report.hasBranches ? { branches: sum(({ branches }) => [branches.covered, branches.total]) } : {}),
		...(report.hasFunctions
			? { functions: sum(({ functions }) => [functions.covered, functions.total]) }
			: {}),
	};
}
