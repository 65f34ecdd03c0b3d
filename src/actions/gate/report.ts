import { percentText } from "../../evidence/figures.js";
import type { Report } from "../../runner/action.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { inWorkspace } from "../../runner/outputs.js";
import { moreLines, problemList } from "../../runner/problem-list.js";
import type { GateInputs } from "./inputs.js";
import type { GateResult } from "./result.js";

/** The result of `gate` for people: the verdict first, one table, details folded. Pure. */

type ServiceResult = GateResult["services"][number];
type LevelResult = ServiceResult["levels"][number];
type BarResult = ServiceResult["thresholds"][number];

/** The most lines of each list; the whole is in the result file. */
const LISTED = 50;
const TABLE_ROWS = 500;
/** A picture of more services can't be read. */
const PICTURED = 12;

export function report(result: GateResult, inputs: GateInputs): Report {
	const unattested = result.attestations.filter(({ attestation }) => attestation === null).length;
	const left =
		unattested === 0 ? "" : ` (${unattested} of ${result.attestations.length} images not attested)`;
	const headline = `gate ${result.verdict}: ${result.reason}${left}`;
	return {
		headline,
		markdown: `${[
			`### ${escapeMarkdown(`gate: ${result.verdict}`)}`,
			opening(result),
			reasons(result),
			levels(result),
			attestations(result),
			picture(result),
			jobs(result),
			failures(result),
			dropped(result),
			problemList(result.problems),
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

function levels(result: GateResult): string {
	const rows = result.services.flatMap((service) => {
		const shown = service.levels.length === 0 ? [undefined] : service.levels;
		return shown.map((level, index) => row(service, level, index === 0));
	});
	if (rows.length === 0) return "";
	const head = ["Service", "Level", "Outcome", "Tests", "Failed", "Coverage", "Patch"];
	return [table(head, rows.slice(0, TABLE_ROWS)), ...moreLines(rows.length - TABLE_ROWS)].join("\n\n");
}

function row(service: ServiceResult, level: LevelResult | undefined, first: boolean): string[] {
	const failed = level?.tests == null ? undefined : level.tests.failed + level.tests.errors;
	const quarantined = (level?.quarantined ?? 0) > 0 ? ` (${level?.quarantined} quarantined)` : "";
	return [
		first ? escapeMarkdown(service.service) : "",
		level === undefined ? "" : escapeMarkdown(level.level),
		level === undefined
			? service.verdict
			: `${level.outcome}${level.due ? "" : " (not due)"}: ${escapeMarkdown(level.why)}`,
		level?.tests == null ? "" : String(level.tests.total),
		failed === undefined ? "" : `${failed}${quarantined}`,
		first ? bars(service, ["lines", "branches", "functions", "file"], service.coverage?.lines) : "",
		first ? bars(service, ["patch"], service.patchCoverage) : "",
	];
}

/** What was measured against what was asked for; without a bar only what was measured. */
function bars(
	service: ServiceResult,
	keys: readonly string[],
	measured: { covered: number; total: number } | null | undefined,
): string {
	const shown = service.thresholds.filter(({ bar }) => keys.includes(bar)).map(barText);
	if (shown.length > 0) return shown.join("<br>");
	return measured == null ? "" : `${percentText(measured)} %`;
}

function barText(bar: BarResult): string {
	const name = bar.bar === "lines" || bar.bar === "patch" ? "" : `${bar.bar} `;
	const figure =
		bar.covered === null || bar.total === null
			? "**unknown**"
			: `${percentText({ covered: bar.covered, total: bar.total })} %`;
	const note = bar.note === undefined ? "" : ` (${escapeMarkdown(bar.note)})`;
	return `${name}${figure} of ${bar.required} %${bar.met === false && bar.total !== null ? " **below**" : ""}${note}`;
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

/** Services and the gate. Labels hold only characters that mean nothing to Mermaid. */
function picture(result: GateResult): string {
	const shown = result.services.filter(({ due }) => due);
	if (shown.length === 0 || shown.length > PICTURED) return "";
	const nodes = shown.flatMap(({ service, verdict }, index) => {
		const label = service.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63);
		return [`\ts${index}["${label}: ${verdict}"] --> gate`];
	});
	const end = result.open ? "\tgate --> e2e[end-to-end tests]" : "\tgate -. no .-> e2e[end-to-end tests]";
	return details(
		"Picture",
		["```mermaid", "flowchart LR", ...nodes, `\tgate{"gate: ${result.verdict}"}`, end, "```"].join("\n"),
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
		return `- ${escapeMarkdown(`${each.service} ${each.level}`)}: ${code(each.test)}${place}${excuse}: ${escapeMarkdown(each.message.slice(0, 300))}`;
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
	return text.replace(/[\r\n]+/g, " ").slice(0, 500);
}
