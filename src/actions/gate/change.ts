import type { CoveredFile } from "../../evidence/covered-file.js";
import type { Ratio } from "../../evidence/evidence.js";
import { figures } from "../../evidence/figures.js";
import { mergeCounts, mergeCoverage } from "../../evidence/merge.js";
import type { BaseFigure } from "./base-evidence.js";
import type { JudgedLeg } from "./levels.js";
import type { GateResult } from "./result.js";

/** What a service's tests and its coverage are now, and were in the base: told, and judged only by a ratchet. Pure. */

type ServiceResult = GateResult["services"][number];
export type Change = NonNullable<GateResult["change"]>;

/** Without figures of the base nothing is a change; the commit's own are no base of it. */
export interface ServiceChange {
	base: string | null;
	change: Change | null;
	levels: ReadonlyMap<string, Change>;
}

const NONE: ServiceChange = { base: null, change: null, levels: new Map() };

export function changeOf(
	base: BaseFigure | undefined,
	head: string,
	legs: readonly JudgedLeg[],
	coverage: readonly CoveredFile[],
): ServiceChange {
	if (base?.kind !== "known" || base.commit === head) return NONE;
	const levels = new Map<string, Change>();
	for (const [level, own] of Map.groupBy(legs, ({ leg }) => leg.evidence.level)) {
		const before = base.levels.get(level);
		if (before === undefined) continue;
		const counts = own.flatMap(({ outcome }) => outcome.counts ?? []);
		const now = counts.length === 0 ? null : mergeCounts(counts).total;
		const files = own.flatMap(({ leg }) =>
			leg.evidence.coverage === null ? [] : [leg.evidence.coverage.files],
		);
		const change = {
			tests: now === null || before.tests === null ? null : { now, before: before.tests },
			lines: linesOf(before.lines === null ? [] : mergeCoverage(files), before.lines),
		};
		if (change.tests !== null || change.lines !== null) levels.set(level, change);
	}
	const change = { tests: sumOfTests([...levels.values()]), lines: linesOf(coverage, base.lines) };
	return {
		base: base.commit,
		change: change.tests === null && change.lines === null ? null : change,
		levels,
	};
}

/** Of all services together: of coverage only where every service that has some is known in the base. */
export function changeOfAll(services: readonly ServiceResult[]): Change | null {
	const changes = services.flatMap(({ change }) => change ?? []);
	const lines = changes.flatMap((change) => change.lines ?? []);
	const isWhole = services.every(({ coverage, change }) => coverage === null || change?.lines != null);
	const sum = {
		tests: sumOfTests(changes),
		lines:
			lines.length === 0 || !isWhole
				? null
				: { now: sumOf(lines.map(({ now }) => now)), before: sumOf(lines.map(({ before }) => before)) },
	};
	return sum.tests === null && sum.lines === null ? null : sum;
}

function linesOf(files: readonly CoveredFile[], before: Ratio | null): Change["lines"] {
	if (files.length === 0 || before === null || before.total === 0) return null;
	const now = figures(files).lines;
	return now.total === 0 ? null : { now, before };
}

function sumOfTests(changes: readonly Change[]): Change["tests"] {
	const known = changes.flatMap(({ tests }) => tests ?? []);
	if (known.length === 0) return null;
	return {
		now: known.reduce((sum, { now }) => sum + now, 0),
		before: known.reduce((sum, { before }) => sum + before, 0),
	};
}

function sumOf(ratios: readonly Ratio[]): Ratio {
	return {
		covered: ratios.reduce((sum, { covered }) => sum + covered, 0),
		total: ratios.reduce((sum, { total }) => sum + total, 0),
	};
}
