import { percentText } from "../../evidence/figures.js";
import type { Report } from "../../runner/action.js";
import { cutText } from "../../runner/cut-text.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { inWorkspace } from "../../runner/outputs.js";
import type { Problem } from "../../runner/problem.js";
import { moreLines, problemList } from "../../runner/problem-list.js";
import type { GateInputs } from "./inputs.js";
import { picture } from "./report-picture.js";
import { levelTable, MARK, TABLE_ROWS } from "./report-table.js";
import type { GateResult } from "./result.js";
import { VERDICT_FOLDER } from "./verdict-files.js";

/** The result of `gate` for people: the verdict first, one table, details folded. Pure. */

/** The most lines of each list; the whole is in the result file. */
const LISTED = 50;
/** The most ranges of lines of one file. */
const RANGES = 30;

/** Findings that have a list of their own in the summary. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
	"line-uncovered",
	"test-failed",
	"test-quarantined",
	"test-outside",
]);

export function report(result: GateResult, inputs: GateInputs): Report {
	const unattested = result.attestations.filter(({ attestation }) => attestation === null).length;
	const left =
		unattested === 0 ? "" : ` (${unattested} of ${result.attestations.length} images not attested)`;
	const headline = `gate ${result.verdict}: ${result.reason}${left}`;
	return {
		headline,
		markdown: `${[
			`### gate: ${result.verdict} ${MARK[result.verdict]}`,
			opening(result),
			reasons(result),
			levelTable(result),
			attestations(result),
			picture(result),
			failures(result),
			uncovered(result.problems),
			jobs(result),
			checks(result),
			dropped(result),
			problemList(result.problems.filter(({ code }) => !SHOWN_ELSEWHERE.has(code))),
		]
			.filter((part) => part !== "")
			.join("\n\n")}\n`,
		outputs: {
			open: String(result.open),
			verdict: result.verdict,
			reason: oneLine(result.reason),
			coverage: percentOrEmpty(result.coverage?.lines),
			"patch-coverage": percentOrEmpty(result.patchCoverage),
			tests: String(result.tests.total),
			failed: String(result.tests.failed + result.tests.errors),
			flaky: String(result.tests.flaky),
			"merged-coverage":
				result.mergedCoverage === null ? "" : inWorkspace(result.mergedCoverage, inputs.workingDirectory),
			"verdict-folder": inWorkspace(VERDICT_FOLDER, inputs.workingDirectory),
			digests: JSON.stringify(result.digests),
		},
		exitCode: unattested > 0 ? 3 : result.open ? 0 : 1,
		// An open verdict that did not reach its image is not done, whatever a closed one may do.
		fails: unattested > 0 || (result.verdict === "closed" && inputs.failWhenClosed),
	};
}

function opening(result: GateResult): string {
	const [first] = result.reasons;
	const lines = [`**${escapeMarkdown(result.reason)}**`];
	if (first !== undefined) lines.push(escapeMarkdown(first.fix));
	const commit = `Commit ${code(result.commit.slice(0, 12))}`;
	const base = result.base === null ? "" : `, compared with ${code(result.base.slice(0, 12))}`;
	lines.push(`${commit}${base}.`);
	return lines.join("  \n");
}

function reasons(result: GateResult): string {
	const rest = result.reasons.slice(1, LISTED);
	if (rest.length === 0) return "";
	const left = result.reasons.length - 1 - rest.length;
	return [
		"Also:",
		"",
		...rest.map((each) => `- ${escapeMarkdown(each.message)}. ${escapeMarkdown(each.fix)}`),
		...moreLines(left),
	].join("\n");
}

/** Which images got the signed verdict. */
function attestations(result: GateResult): string {
	if (result.attestations.length === 0) return "";
	const rows = result.attestations.map(({ image, digest, attestation }) => [
		code(image),
		code(digest.slice(0, 19)),
		attestation === null ? "**not attested**" : code(attestation.slice(0, 19)),
	]);
	return [
		table(["Image", "Digest", "Attestation"], rows.slice(0, TABLE_ROWS)),
		...moreLines(rows.length - TABLE_ROWS),
	].join("\n\n");
}

/** Added lines without a test, by file: the annotations show the first ten. */
function uncovered(problems: readonly Problem[]): string {
	const files = Map.groupBy(
		problems.filter(({ code }) => code === "line-uncovered"),
		({ file }) => file ?? "",
	);
	if (files.size === 0) return "";
	const lines = [...files].slice(0, LISTED).map(([file, found]) => {
		const ranges = found
			.slice(0, RANGES)
			.map(({ line, endLine }) => (endLine === undefined ? `${line}` : `${line}–${endLine}`));
		return `- ${code(file)}: ${ranges.join(", ")}${found.length > RANGES ? ", …" : ""}`;
	});
	return details(
		`Added lines without a test (${files.size === 1 ? "1 file" : `${files.size} files`})`,
		[...lines, ...moreLines(files.size - lines.length)].join("\n"),
	);
}

function checks(result: GateResult): string {
	if (result.checks.length === 0) return "";
	const rows = result.checks.map((each) => [
		escapeMarkdown(each.check),
		each.verdict,
		escapeMarkdown(each.why),
	]);
	return details(
		`Checks (${rows.length})`,
		[
			table(["Check", "Judged", "Why"], rows.slice(0, TABLE_ROWS)),
			...moreLines(rows.length - TABLE_ROWS),
		].join("\n\n"),
	);
}

function jobs(result: GateResult): string {
	if (result.jobs.length === 0) return "";
	const rows = result.jobs.map((job) => [
		escapeMarkdown(job.job),
		job.result,
		job.verdict,
		escapeMarkdown(job.why),
	]);
	return details(
		`Jobs (${result.jobs.length})`,
		[
			table(["Job", "Result", "Judged", "Why"], rows.slice(0, TABLE_ROWS)),
			...moreLines(rows.length - TABLE_ROWS),
		].join("\n\n"),
	);
}

function failures(result: GateResult): string {
	if (result.failures.length === 0) return "";
	const shown = result.failures.slice(0, LISTED);
	const lines = shown.map((each) => {
		const place =
			each.file === undefined
				? ""
				: ` at ${code(`${each.file}${each.line === undefined ? "" : `:${each.line}`}`)}`;
		const excuse = { none: "", quarantined: " (quarantined)", outside: " (the outside world)" }[each.excuse];
		return `- ${escapeMarkdown(`${each.service} ${each.level}`)}: ${code(each.test)}${place}${excuse}: ${escapeMarkdown(cutText(each.message, 300))}`;
	});
	const all = result.failures.length + result.failuresLeft;
	return details(`Failing tests (${all})`, [...lines, ...moreLines(all - shown.length)].join("\n"));
}

function dropped(result: GateResult): string {
	if (result.dropped.length === 0) return "";
	const shown = result.dropped.slice(0, LISTED);
	const lines = shown.map((each) => `- ${code(each.file)}: ${escapeMarkdown(each.why)}`);
	return details(
		`Evidence that does not count (${result.dropped.length})`,
		[...lines, ...moreLines(result.dropped.length - shown.length)].join("\n"),
	);
}

function percentOrEmpty(ratio: { covered: number; total: number } | null | undefined): string {
	return ratio == null ? "" : percentText(ratio);
}

function oneLine(text: string): string {
	return cutText(text.replace(/[\r\n]+/g, " "), 500);
}
