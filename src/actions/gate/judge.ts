import type { CoveredFile } from "../../evidence/covered-file.js";
import type { Ratio } from "../../evidence/evidence.js";
import { figures } from "../../evidence/figures.js";
import { mergeCounts, mergeCoverage } from "../../evidence/merge.js";
import type { Problem } from "../../runner/problem.js";
import { judgeBars, type PatchFigures } from "./bars.js";
import type { BaseFigure } from "./base-evidence.js";
import { holdWhatWasNotRun } from "./behind.js";
import { changeOf, changeOfAll } from "./change.js";
import { builtDigests } from "./digests.js";
import type { DueService } from "./due.js";
import { failureProblems, listFailures, uncoveredLines } from "./findings.js";
import { type JudgedLeg, judgeLevels } from "./levels.js";
import type { Dropped } from "./match.js";
import type { JobVerdict } from "./needs.js";
import type { Policy } from "./policy.js";
import { orderReasons, type Reason, reason, verdictOf } from "./reason.js";
import type { GateResult } from "./result.js";
import { judgeTotal, judgeUnowned } from "./shared-bars.js";
import { MATCH_FIX, noFileMatched, unmatchedProblems } from "./unmatched.js";

/** Everything that is known becomes one verdict with its reasons. Pure. */

export interface JudgeQuestion {
	policy: Policy;
	due: readonly DueService[];
	/** What counts, each with what it says. */
	legs: readonly JudgedLeg[];
	/** All coverage that counts, by service, merged. */
	coverage: ReadonlyMap<string, readonly CoveredFile[]>;
	/** Services whose coverage was given directly. */
	direct: ReadonlySet<string>;
	/** By service: paths of those reports that are no files of the repository. */
	unmatched: ReadonlyMap<string, readonly string[]>;
	/** Of the lines that the change adds, by service. */
	patches: ReadonlyMap<string, PatchFigures>;
	/** The same for files of no service, with all coverage there is. */
	unowned: PatchFigures;
	/** The bars of what no service owns. */
	unownedBars: { patch?: number };
	/** The commit that is judged. */
	head: string;
	/** By service: what a ratchet holds to, and the summary compares with. */
	baseFigures: ReadonlyMap<string, BaseFigure>;
	jobs: readonly JobVerdict[];
	/** Whether `needs` shows that the jobs behind an earlier gate were skipped; undefined without `needs`. */
	skippedBehindGate: boolean | undefined;
	/** Evidence that does not count. */
	dropped: readonly Dropped[];
	/** What was found before: files and reports that can't be read. */
	reasons: readonly Reason[];
	/** Legs of matrices that are not there. */
	legReasons: readonly Reason[];
	/** What a failure of the outside world does. */
	onInfrastructure: "hold" | "close";
	settingsFile: string;
}

export type Judgement = Pick<
	GateResult,
	| "verdict"
	| "open"
	| "reason"
	| "reasons"
	| "tests"
	| "coverage"
	| "patchCoverage"
	| "change"
	| "services"
	| "total"
	| "unowned"
	| "jobs"
	| "digests"
	| "failures"
	| "failuresLeft"
	| "problems"
> & {
	/** All coverage that was judged, merged. */
	merged: readonly CoveredFile[];
};

type ServiceResult = GateResult["services"][number];

export function judge(question: JudgeQuestion): Judgement {
	const reasons: Reason[] = [...question.reasons];
	const problems: Problem[] = [];
	const due = new Map(question.due.map((service) => [service.name, service]));
	const legs = Map.groupBy(question.legs, ({ leg }) => leg.evidence.service);
	const names = new Set([...due.keys(), ...legs.keys(), ...question.coverage.keys()]);
	const foreign: string[] = [];
	const services: ServiceResult[] = [];
	const levelQuestion = {
		declared: question.policy.declared,
		onInfrastructure: question.onInfrastructure,
		dropped: question.dropped,
	};
	for (const name of [...names].sort()) {
		const service = due.get(name);
		const own = legs.get(name) ?? [];
		const coverage = question.coverage.get(name) ?? [];
		const direct = question.direct.has(name);
		const levels = judgeLevels(levelQuestion, name, service, own, direct, reasons);
		const strangers = new Set([
			...own.flatMap(({ leg }) => leg.evidence.coverage?.unmatched ?? []),
			...(question.unmatched.get(name) ?? []),
		]);
		const [unmatched] = strangers;
		problems.push(...unmatchedProblems(name, strangers, coverage.length));
		if (unmatched !== undefined) foreign.push(unmatched);
		const refused = own.some(({ leg }) => leg.coverageRefused === true);
		if (service?.coverage === true && coverage.length === 0 && !refused) {
			reasons.push(
				reason(
					"missing",
					"coverage-missing",
					`Coverage of ${name} is required, and ${unmatched === undefined ? "there is none" : noFileMatched(unmatched)}`,
					unmatched === undefined
						? "Declare 'coverage' for a level of its tests, or pass the input 'coverage'."
						: MATCH_FIX,
					{ service: name },
				),
			);
		}
		const patch = question.patches.get(name) ?? { kind: "none" as const, why: "it is not due" };
		const bars = judgeBars({
			service: name,
			name,
			bars: service?.bars ?? {},
			coverage,
			unmatched,
			patch,
			base: question.baseFigures.get(name),
			file: service?.levels[0]?.file,
		});
		// Where evidence is missing, that there is no coverage either says nothing new.
		const missing = reasons.some((each) => each.service === name && each.kind === "missing");
		reasons.push(
			...bars.reasons.filter(
				({ code }) => !(missing && coverage.length === 0 && code === "bar-unmeasurable"),
			),
		);
		const required = bars.bars.some(({ bar }) => bar === "patch");
		if (required)
			problems.push(
				...uncoveredLines(
					patch,
					bars.bars.some(({ bar, met }) => bar === "patch" && met === false),
				),
			);
		const change = changeOf(question.baseFigures.get(name), question.head, own, coverage);
		services.push({
			service: name,
			due: service !== undefined,
			verdict: "open",
			levels: levels.map((level) => ({ ...level, change: change.levels.get(level.level) ?? null })),
			coverage: coverage.length === 0 ? null : figures(coverage),
			patchCoverage: ratioOf(patch),
			base: change.base,
			change: change.change,
			thresholds: bars.bars,
		});
	}
	const all = mergeCoverage(question.coverage.values());
	const sums = { coverage: all, unmatched: foreign[0], reasons, problems };
	const unowned = judgeUnowned(question, sums);
	const total = judgeTotal(question, sums);
	reasons.push(...question.legReasons, ...question.jobs.flatMap(jobReason));
	if (!question.policy.declared && question.jobs.length + services.length + reasons.length === 0) {
		reasons.push(
			reason(
				"missing",
				"evidence-missing",
				"No evidence counts, so that nothing was judged",
				"See which files do not count and why, and run the tests on this commit in this run.",
			),
		);
	}
	const ordered = orderReasons(holdWhatWasNotRun(reasons, question.dropped, question.skippedBehindGate));
	for (const service of services)
		service.verdict = verdictOf(ordered.filter((each) => each.service === service.service));
	const { failures, left } = listFailures(question.legs);
	problems.push(...failureProblems(failures));
	const verdict = verdictOf(ordered);
	const built = builtDigests(question.legs);
	problems.push(...built.problems);
	const patches = [...services.map(({ patchCoverage }) => patchCoverage), ratioOf(question.unowned)];
	return {
		verdict,
		open: verdict === "open",
		reason: ordered[0]?.message ?? openReason(question, services),
		reasons: ordered.map(toResult),
		tests: mergeCounts(question.legs.flatMap(({ outcome }) => outcome.counts ?? [])),
		coverage: all.length === 0 ? null : figures(all),
		patchCoverage: sumOf(patches),
		change: changeOfAll(services),
		services,
		total,
		unowned,
		jobs: [...question.jobs],
		digests: Object.fromEntries(built.digests),
		failures,
		failuresLeft: left,
		problems,
		merged: all,
	};
}

function jobReason(job: JobVerdict): Reason[] {
	if (job.verdict === "good") return [];
	const message = `Job '${job.job}' ${job.why}`;
	if (job.verdict === "held")
		return [
			reason("other", "job-held", message, "Run the failed jobs again when the outage is over.", {
				verdict: "held",
			}),
		];
	const fix = {
		success: "Let its level leave evidence, or name the job in 'allowed-failures'.",
		failure: "Mend what failed in it.",
		cancelled: "Run it again.",
		skipped: "Mend the job that failed before it, or name it in 'allowed-skips' where its skip is innocent.",
	}[job.result];
	return [reason("failed", `job-${job.result}`, message, fix)];
}

function openReason({ legs, due, jobs, policy }: JudgeQuestion, services: readonly ServiceResult[]): string {
	if (due.length === 0 && policy.declared) return "No service is due";
	if (services.length === 0)
		return `${jobs.length === 1 ? "The job is" : `All ${jobs.length} jobs are`} good; no report was read`;
	const levels = services.reduce(
		(sum, service) => sum + service.levels.filter(({ outcome }) => outcome === "passed").length,
		0,
	);
	const total = legs.reduce((sum, { outcome }) => sum + (outcome.counts?.total ?? 0), 0);
	const count = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;
	return `All that is required is there and passed: ${count(levels, "level")} of ${count(services.length, "service")}, ${count(total, "test")}`;
}

function toResult({
	verdict,
	code,
	service,
	level,
	message,
	file,
	line,
	fix,
}: Reason): GateResult["reasons"][number] {
	return {
		verdict,
		code,
		...(service === undefined ? {} : { service }),
		...(level === undefined ? {} : { level }),
		message,
		...(file === undefined ? {} : { file }),
		...(line === undefined ? {} : { line }),
		fix,
	};
}

function ratioOf(patch: PatchFigures): Ratio | null {
	if (patch.kind !== "compared" || patch.patch.total === 0) return null;
	return { covered: patch.patch.covered, total: patch.patch.total };
}

function sumOf(ratios: readonly (Ratio | null)[]): Ratio | null {
	const known = ratios.filter((each) => each !== null);
	if (known.length === 0) return null;
	return {
		covered: known.reduce((sum, { covered }) => sum + covered, 0),
		total: known.reduce((sum, { total }) => sum + total, 0),
	};
}
