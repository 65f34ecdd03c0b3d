import type { CoveredFile } from "../../evidence/covered-file.js";
import type { Ratio } from "../../evidence/evidence.js";
import {
	type CoverageFigures,
	figures,
	isNotBelow,
	meets,
	percentText,
	ratioText,
} from "../../evidence/figures.js";
import type { PatchCoverage } from "../../evidence/patch.js";
import type { BaseFigure } from "./base-evidence.js";
import { type Reason, reason } from "./reason.js";
import { BAR_KEYS, type BarKey, type Bars } from "./thresholds.js";
import { MATCH_FIX, noFileMatched } from "./unmatched.js";

/** Coverage against its bars: in integers, and a bar that can't be measured closes. Pure. */

/** What is known of the lines that a change adds. */
export type PatchFigures =
	| { kind: "compared"; patch: PatchCoverage }
	/** There is nothing to compare with, by the rules. */
	| { kind: "none"; why: string }
	/** There should be, and it can't be found. */
	| { kind: "unknown"; why: string };

export interface BarResult {
	bar: BarKey | "ratchet";
	required: number;
	covered: number | null;
	total: number | null;
	/** null where the bar was not judged; `note` says why. */
	met: boolean | null;
	note?: string;
}

export interface BarQuestion {
	/** The service, or undefined for what is judged together. */
	service: string | undefined;
	/** What errors call it: `cart`, `all services`. */
	name: string;
	bars: Bars;
	/** Merged; empty where there is none. */
	coverage: readonly CoveredFile[];
	/** A path that the reports name and that is no file of the repository. */
	unmatched?: string | undefined;
	patch: PatchFigures;
	/** What a ratchet holds to. */
	base?: BaseFigure | undefined;
	/** Where the bars are declared. */
	file: string | undefined;
}

/** The most files that are named one by one when they are below the bar for each file. */
const NAMED_FILES = 20;

export function judgeBars(question: BarQuestion): { bars: BarResult[]; reasons: Reason[] } {
	const reasons: Reason[] = [];
	const sums = figures(question.coverage);
	const bars: BarResult[] = [];
	for (const key of BAR_KEYS) {
		const required = question.bars[key];
		if (required === undefined) continue;
		if (key === "patch") bars.push(judgePatch(question, required, reasons));
		else if (key === "file") bars.push(judgeFiles(question, required, reasons));
		else bars.push(judgeSum(question, key, required, sums, reasons));
	}
	const { ratchet } = question.bars;
	if (typeof ratchet === "number") bars.push(judgeRatchet(question, ratchet, sums.lines, reasons));
	return { bars, reasons };
}

function judgeRatchet(question: BarQuestion, drop: number, lines: Ratio, reasons: Reason[]): BarResult {
	const base = heldTo(question.base);
	const measured = question.coverage.length > 0 && lines.total > 0;
	const unknown = { bar: "ratchet" as const, required: 0, covered: null, total: null };
	if (!measured || base.kind === "missing") {
		const why = base.kind === "missing" ? base.why : noCoverage(question);
		reasons.push(
			reason(
				"below",
				measured ? "base-evidence-missing" : "bar-unmeasurable",
				`The bar 'ratchet' of ${question.name} can't be measured: ${why}`,
				measured
					? "Download the base's evidence, of all its legs, and pass its globs as 'base-evidence'; check out with fetch-depth: 0."
					: "Declare 'coverage' for a level of its tests.",
				{ service: question.service, file: question.file },
			),
		);
		return { ...unknown, met: false };
	}
	if (base.kind === "none") return { ...unknown, ...lines, met: null, note: base.why };
	// Shown alone, and without the noise of binary fractions.
	const required = Math.max(0, Number((Number(percentText(base.lines)) - drop).toFixed(6)));
	const met = isNotBelow(lines, base.lines, drop);
	const than = `${ratioText(base.lines)} at ${base.commit.slice(0, 12)}`;
	if (!met) {
		const allowed = drop === 0 ? "" : ` by more than ${drop} percentage points`;
		reasons.push(
			reason(
				"below",
				"coverage-ratchet",
				`Coverage of lines of ${question.name} is ${ratioText(lines)}, below the base's ${than}${allowed}`,
				"Test what this change adds, or what it has left without a test.",
				{ service: question.service, file: question.file },
			),
		);
	}
	return { bar: "ratchet", required, ...lines, met, note: `the base has ${than}` };
}

/** What a ratchet can be held to. */
function heldTo(base: BaseFigure | undefined): Exclude<BaseFigure, { kind: "known" }> | KnownLines {
	if (base?.kind === "known")
		return base.lines === null
			? { kind: "missing", why: `the evidence of ${base.commit.slice(0, 12)} tells of no coverage` }
			: { kind: "known", commit: base.commit, lines: base.lines };
	return base ?? { kind: "missing", why: "there is no evidence of the base" };
}

interface KnownLines {
	kind: "known";
	commit: string;
	lines: Ratio;
}

function judgeSum(
	question: BarQuestion,
	key: "lines" | "branches" | "functions",
	required: number,
	sums: CoverageFigures,
	reasons: Reason[],
): BarResult {
	const ratio = question.coverage.length === 0 ? null : sums[key];
	if (ratio === null || (key === "lines" && ratio.total === 0)) {
		reasons.push(
			unmeasurable(
				question,
				key,
				required,
				question.coverage.length === 0 ? noCoverage(question) : `no report tells of ${key}`,
			),
		);
		return { bar: key, required, covered: null, total: null, met: false };
	}
	const met = meets(ratio, required);
	if (!met) {
		reasons.push(
			reason(
				"below",
				`coverage-${key}`,
				`Coverage of ${key} of ${question.name} is ${ratioText(ratio)}, below ${required} %`,
				`Test ${lacking(ratio, required)} more of them.`,
				{ service: question.service, file: question.file },
			),
		);
	}
	return { bar: key, required, ...ratio, met };
}

function judgeFiles(question: BarQuestion, required: number, reasons: Reason[]): BarResult {
	if (question.coverage.length === 0) {
		reasons.push(unmeasurable(question, "file", required, noCoverage(question)));
		return { bar: "file", required, covered: null, total: null, met: false };
	}
	const each = question.coverage.map((file) => ({ path: file.path, ratio: figures([file]).lines }));
	const below = each.filter(({ ratio }) => !meets(ratio, required));
	for (const { path, ratio } of below.slice(0, NAMED_FILES)) {
		reasons.push(
			reason(
				"below",
				"coverage-file",
				`Coverage of ${path} is ${ratioText(ratio)}, below ${required} % for each file`,
				`Test ${lacking(ratio, required)} more of its lines.`,
				{ service: question.service, file: path },
			),
		);
	}
	const worst = each
		.map(({ ratio }) => ratio)
		.filter(({ total }) => total > 0)
		.reduce<Ratio | undefined>(
			(a, b) =>
				a === undefined || BigInt(b.covered) * BigInt(a.total) < BigInt(a.covered) * BigInt(b.total) ? b : a,
			undefined,
		);
	const result: BarResult = {
		bar: "file",
		required,
		covered: worst?.covered ?? 0,
		total: worst?.total ?? 0,
		met: below.length === 0,
	};
	if (below.length > 0) result.note = `${below.length} of ${each.length} files`;
	return result;
}

function judgePatch(question: BarQuestion, required: number, reasons: Reason[]): BarResult {
	const { patch: known } = question;
	if (known.kind === "none")
		return { bar: "patch", required, covered: null, total: null, met: null, note: known.why };
	if (known.kind === "unknown") {
		reasons.push(unmeasurable(question, "patch", required, known.why));
		return { bar: "patch", required, covered: null, total: null, met: false };
	}
	const { patch } = known;
	if (patch.total === 0 && question.coverage.length === 0) {
		reasons.push(unmeasurable(question, "patch", required, noCoverage(question)));
		return { bar: "patch", required, covered: null, total: null, met: false };
	}
	const { covered, total } = patch;
	if (!patch.judged) {
		const note =
			total === 0 ? "no added line counts" : `${total} added lines count, fewer than ${patch.floor}`;
		return { bar: "patch", required, covered, total, met: null, note };
	}
	const met = meets(patch, required);
	if (!met) {
		const [first] = patch.files.filter(({ uncovered }) => uncovered.length > 0);
		reasons.push(
			reason(
				"below",
				"coverage-patch",
				`Of the lines that this change adds to ${question.name}, ${ratioText(patch)} are covered, below ${required} %`,
				`Test ${lacking(patch, required)} more of the added lines.`,
				{ service: question.service, file: first?.path, line: first?.uncovered[0] },
			),
		);
	}
	return { bar: "patch", required, covered, total, met };
}

function noCoverage({ unmatched }: BarQuestion): string {
	return unmatched === undefined ? "there is no coverage report" : noFileMatched(unmatched);
}

function unmeasurable(question: BarQuestion, key: BarKey, required: number, why: string): Reason {
	const isForeign = question.unmatched !== undefined && why === noFileMatched(question.unmatched);
	return reason(
		"below",
		"bar-unmeasurable",
		`The bar '${key}: ${required}' of ${question.name} can't be measured: ${why}`,
		isForeign
			? MATCH_FIX
			: key === "patch"
				? "Check out the history (fetch-depth: 0), and declare 'coverage' for a level of its tests."
				: "Declare 'coverage' for a level of its tests, in a format that tells of it, or remove the bar.",
		{ service: question.service, file: question.file },
	);
}

/** How many more must be covered to reach the bar. */
function lacking(ratio: Ratio, required: number): number {
	let missing = Math.max(1, Math.ceil((required * ratio.total) / 100) - ratio.covered);
	// The division above is not exact; the answer is.
	while (missing > 1 && meets({ covered: ratio.covered + missing - 1, total: ratio.total }, required))
		missing--;
	return missing;
}
