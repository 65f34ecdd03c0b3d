import { percentText } from "../../evidence/figures.js";
import type { Report } from "../../runner/action.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { inWorkspace } from "../../runner/outputs.js";
import type { Problem } from "../../runner/problem.js";
import { moreLines, problemList } from "../../runner/problem-list.js";
import type { GateInputs } from "./inputs.js";
import type { GateResult } from "./result.js";
import { VERDICT_FOLDER } from "./verdict-files.js";

/** The result of `gate` for people: the verdict first, one table, details folded. Pure. */

type ServiceResult = GateResult["services"][number];
type LevelResult = ServiceResult["levels"][number];
type BarResult = ServiceResult["thresholds"][number];

/** The most lines of each list; the whole is in the result file. */
const LISTED = 50;
const TABLE_ROWS = 500;
/** A picture of more services can't be read. */
const PICTURED = 12;
const PICTURED_LEVELS = 6;
/** The most ranges of lines of one file. */
const RANGES = 30;

/** Findings that have a list of their own in the summary. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
	"line-uncovered",
	"test-failed",
	"test-quarantined",
	"test-outside",
]);
const MARK = { open: "✅", held: "⏸️", closed: "❌" } as const;
const OUTCOME_MARK = { passed: "✅", failed: "❌", infrastructure: "⏸️", missing: "🚫" } as const;

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
			levels(result),
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

function levels(result: GateResult): string {
	// What is not open comes first: in a large table nobody looks for it.
	const order = { closed: 0, held: 1, open: 2 };
	const services = result.services.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
	const rows = services.flatMap((service) => {
		const shown = service.levels.length === 0 ? [undefined] : service.levels;
		return shown.map((level, index) => row(service, level, index === 0));
	});
	if (rows.length === 0) return "";
	const shown = rows.slice(0, TABLE_ROWS);
	if (rows.length > 1 || result.total.length > 0) shown.push(totals(result));
	if (result.unowned.length > 0)
		shown.push(["Files of no service", "", "", "", "", "", result.unowned.map(barText).join("<br>")]);
	const head = ["Service", "Level", "Outcome", "Tests", "Failed", "Coverage", "Patch"];
	return [table(head, shown), ...moreLines(rows.length - TABLE_ROWS)].join("\n\n");
}

function totals({ tests, coverage, patchCoverage, services, total }: GateResult): string[] {
	const measured = (ratio: { covered: number; total: number } | null | undefined) =>
		ratio == null ? "" : `**${percentText(ratio)} %** (${ratio.covered} of ${ratio.total} lines)`;
	const flaky = tests.flaky > 0 ? `, ${tests.flaky} flaky` : "";
	return [
		`**${services.length === 1 ? "Total" : `All ${services.length}`}**`,
		"",
		"",
		`**${tests.total}**${tests.skipped > 0 ? ` (${tests.skipped} skipped${flaky})` : flaky === "" ? "" : ` (${flaky.slice(2)})`}`,
		`**${tests.failed + tests.errors}**`,
		[measured(coverage?.lines), ...total.map(barText)].filter((each) => each !== "").join("<br>"),
		measured(patchCoverage),
	];
}

function row(service: ServiceResult, level: LevelResult | undefined, first: boolean): string[] {
	const failed = level?.tests == null ? undefined : level.tests.failed + level.tests.errors;
	const quarantined = (level?.quarantined ?? 0) > 0 ? ` (${level?.quarantined} quarantined)` : "";
	return [
		first ? escapeMarkdown(service.service) : "",
		level === undefined ? "" : escapeMarkdown(level.level),
		level === undefined
			? `${MARK[service.verdict]} ${service.verdict}`
			: `${OUTCOME_MARK[level.outcome]} ${level.outcome}${level.due ? "" : " (not due)"}: ${escapeMarkdown(level.why)}`,
		level?.tests == null ? "" : String(level.tests.total),
		failed === undefined ? "" : `${failed}${quarantined}`,
		first
			? bars(service, ["lines", "branches", "functions", "file", "ratchet"], service.coverage?.lines)
			: "",
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

function barText({ bar, covered, total, required, met, note }: BarResult): string {
	const name = bar === "lines" || bar === "patch" ? "" : `${bar} `;
	const why = note === undefined ? "" : ` (${escapeMarkdown(note)})`;
	const known = covered !== null && total !== null && total > 0;
	if (!known && met === null) return `${name}not judged${why}`;
	const figure = known ? `${percentText({ covered, total })} %` : "**unknown**";
	return `${name}${figure} of ${required} %${met === false && known ? " **below**" : ""}${why}`;
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

/** Services with their levels, and the gate they stand before. Labels hold only what means nothing to Mermaid. */
function picture(result: GateResult): string {
	const due = result.services.filter(({ due: isDue }) => isDue);
	if (due.length === 0 || due.length > PICTURED) return "";
	const nodes = due.flatMap(({ service, verdict, levels }, index) => {
		const steps = levels
			.slice(0, PICTURED_LEVELS)
			.map(
				({ level, outcome }, step) =>
					`\ts${index}l${step}["${label(level)}: ${outcome}"]:::${{ passed: "open", failed: "closed", infrastructure: "held", missing: "closed" }[outcome]}`,
			);
		const name = `\ts${index}["${label(service)}"]:::${verdict}`;
		return [
			name,
			...steps,
			`\t${[`s${index}`, ...steps.map((_, step) => `s${index}l${step}`), "gate"].join(" --> ")}`,
		];
	});
	const end = result.open ? "gate --> e2e" : "gate -.->|no| e2e";
	return details(
		"Picture",
		[
			"```mermaid",
			"flowchart LR",
			...nodes,
			`\tgate{"gate: ${result.verdict}"}:::${result.verdict}`,
			`\te2e["end-to-end tests"]`,
			`\t${end}`,
			"\tclassDef open fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
			"\tclassDef held fill:#fff8c5,stroke:#9a6700,color:#1f2328",
			"\tclassDef closed fill:#ffebe9,stroke:#cf222e,color:#1f2328",
			"```",
		].join("\n"),
	);
}

function label(text: string): string {
	return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63);
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
