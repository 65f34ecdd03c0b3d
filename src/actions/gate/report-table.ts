import { percentText, pointsText } from "../../evidence/figures.js";
import { escapeMarkdown, table } from "../../runner/markdown.js";
import { moreLines } from "../../runner/problem-list.js";
import type { GateResult } from "./result.js";

/** The table of the summary: what was asked for, what came, and what it was in the base. Pure. */

type ServiceResult = GateResult["services"][number];
type LevelResult = ServiceResult["levels"][number];
type BarResult = ServiceResult["thresholds"][number];

/** The most rows of one table. */
export const TABLE_ROWS = 500;
export const MARK = { open: "✅", held: "⏸️", closed: "❌" } as const;
const OUTCOME_MARK = { passed: "✅", failed: "❌", infrastructure: "⏸️", missing: "🚫" } as const;
const BASE_COLUMN = "Against the base";

/** One row for each service and level, what is not open first, and the totals. */
export function levelTable(result: GateResult): string {
	// What is not open comes first: in a large table nobody looks for it.
	const order = { closed: 0, held: 1, open: 2 };
	const services = result.services.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
	const compared = result.services.some(({ base }) => base !== null);
	const rows = services.flatMap((service) => {
		const shown = service.levels.length === 0 ? [undefined] : service.levels;
		return shown.map((level, index) => row(service, level, index === 0));
	});
	if (rows.length === 0) return "";
	const shown = rows.slice(0, TABLE_ROWS);
	if (rows.length > 1 || result.total.length > 0) shown.push(totals(result));
	if (result.unowned.length > 0)
		shown.push(["Files of no service", "", "", "", "", "", "", result.unowned.map(barText).join("<br>")]);
	const head = ["Service", "Level", "Outcome", "Tests", "Failed", "Coverage", BASE_COLUMN, "Patch"];
	// Without figures of a base the column would be empty.
	const kept = (cells: readonly string[]) =>
		cells.filter((_, index) => compared || head[index] !== BASE_COLUMN);
	return [table(kept(head), shown.map(kept)), ...moreLines(rows.length - TABLE_ROWS)].join("\n\n");
}

function totals({ tests, coverage, patchCoverage, change, services, total }: GateResult): string[] {
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
		changeLines(change).join("<br>"),
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
		changeCell(service, level, first),
		first ? bars(service, ["patch"], service.patchCoverage) : "",
	];
}

/** A level's own change, and in the first row that of the service where its levels do not say it already. */
function changeCell(service: ServiceResult, level: LevelResult | undefined, first: boolean): string {
	const own = changeLines(level?.change ?? null);
	const all = first ? changeLines(service.change).filter((line) => !own.includes(line)) : [];
	const isAlone = service.levels.length <= 1;
	return [...own, ...all.map((line) => (isAlone ? line : `all levels: ${line}`))].join("<br>");
}

/** `93.80 % → 95.00 % (+1.20)`, `117 → 120 tests (+3)`. */
function changeLines(change: GateResult["change"]): string[] {
	const lines: string[] = [];
	if (change?.lines != null) {
		const { before, now } = change.lines;
		lines.push(
			`${percentText(before)} % → ${percentText(now)} % (${escapeMarkdown(pointsText(before, now))})`,
		);
	}
	if (change?.tests != null) {
		const { before, now } = change.tests;
		const sign = now > before ? "+" : now < before ? "−" : "±";
		lines.push(`${before} → ${now} tests (${escapeMarkdown(`${sign}${Math.abs(now - before)}`)})`);
	}
	return lines;
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
