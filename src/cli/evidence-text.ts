import type { Ratio, TestCounts } from "../evidence/evidence.js";
import {
	type FileReport,
	isRefused,
	type ReadEvidence,
	type ReportedCoverage,
} from "../evidence/evidence-report.js";
import { percentText, ratioText } from "../evidence/figures.js";
import { escapeMarkdown, table } from "../runner/markdown.js";
import type { Problem } from "../runner/problem.js";
import { problemList } from "../runner/problem-list.js";

/** What reports say, for people: one table, then what is wrong. Pure. */
export function evidenceText(read: ReadEvidence, problems: readonly Problem[]): string {
	const { files, merged } = read.report;
	const rows = files.map((each) =>
		row(each.file, isRefused(each) ? "refused" : (each.format ?? ""), each.tests, each.coverage),
	);
	if (files.length > 1) rows.push(row("all", "", merged.tests, merged.coverage));
	const head = ["File", "Format", "Tests", "Failed", "Skipped", "Flaky"];
	const parts = [
		table([...head, "Files", "Lines", "Branches", "Functions", "Statements"], rows),
		read.matched === null ? "" : `Files of the repository: ${ratioText(read.matched)} of those in reports`,
		problemList(problems),
	];
	return `${parts.filter((each) => each !== "").join("\n\n")}\n`;
}

/** The first refusal, or how much was read. */
export function evidenceHeadline(files: readonly FileReport[]): string {
	const refused = files.filter(isRefused).length;
	return `${files.length - refused} of ${files.length} files were read`;
}

function row(
	file: string,
	format: string,
	tests: TestCounts | null,
	coverage: ReportedCoverage | null,
): string[] {
	const count = (number: number | undefined) => (number === undefined ? "" : String(number));
	return [
		escapeMarkdown(file),
		format,
		count(tests?.total),
		tests === null ? "" : count(tests.failed + tests.errors),
		count(tests?.skipped),
		count(tests?.flaky),
		count(coverage?.files),
		ratio(coverage?.lines),
		ratio(coverage?.branches),
		ratio(coverage?.functions),
		ratio(coverage?.statements),
	];
}

function ratio(figure: Ratio | null | undefined): string {
	if (figure == null) return "";
	return figure.total === 0 ? "0/0" : `${figure.covered}/${figure.total} ${percentText(figure)} %`;
}
