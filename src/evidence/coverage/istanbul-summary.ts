import { UserError } from "../../runner/errors.js";
import type { Ratio } from "../evidence.js";
import { readJson } from "../json.js";
import { emptyReport, entriesOf, field, hitsOf, malformedJson } from "./json-fields.js";
import { CoverageCollector, type CoverageReport, type FileTotals } from "./report.js";

/**
 * Istanbul's coverage-summary.json: numbers by file and no lines, so nothing can be compared with a change.
 * Its percentages are not read; they are "Unknown" where there is nothing to cover.
 */

const METRICS = ["lines", "branches", "functions", "statements"] as const;

/** Reads one report. What is malformed or cut off is a UserError with its line. */
export async function readIstanbulSummary(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("istanbul-summary");
	let total: FileTotals | undefined;
	await readJson(source, file, {
		pick: (path) => path.length === 1,
		take: (path, value, line) => {
			if (entriesOf(value) === undefined || entriesOf(field(value, "lines")) === undefined)
				throw malformedJson(file, path, "has no lines with total and covered", line);
			const totals: FileTotals = {};
			for (const metric of METRICS) {
				const ratio = ratioOf(field(value, metric));
				if (ratio === null) throw malformedJson(file, path, `has no numbers for ${metric}`, line);
				if (ratio !== undefined) totals[metric] = ratio;
			}
			if (path[0] === "total") total = totals;
			else collector.file(String(path[0])).totals = totals;
			if (totals.branches !== undefined) report.hasBranches = true;
			if (totals.functions !== undefined) report.hasFunctions = true;
			if (totals.statements !== undefined) report.hasStatements = true;
		},
	});
	report.files = collector.files();
	if (total === undefined) throw malformedJson(file, [], "has no total", undefined);
	if (report.files.length === 0 && (total.lines?.total ?? 0) > 0) {
		throw new UserError("coverage-totals-only", `${file} has a total and no files`, {
			file,
			hint: "A total that belongs to no files can't be merged: let the tool write the whole report (reporter 'json').",
		});
	}
	return report;
}

/** Undefined for what is not there, null for what is no ratio. */
function ratioOf(value: unknown): Ratio | undefined | null {
	if (value === undefined) return undefined;
	const total = hitsOf(field(value, "total"));
	const covered = hitsOf(field(value, "covered"));
	if (total === undefined || covered === undefined || covered > total) return null;
	return { covered, total };
}
