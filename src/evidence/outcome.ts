import type { NotableTest, TestCounts } from "./evidence.js";
import { INSIDE_LEVELS } from "./infrastructure.js";

/**
 * What one run of a level says: passed, failed, only the outside world's failures, or nothing at all. The one rule
 * by which `run` ends its step and the gate judges the evidence, each with its own side of the policy. Pure.
 */

export type LevelOutcome = "passed" | "failed" | "infrastructure" | "missing";

/** What counts as no failure of the change. Every excuse is shown. */
export interface Excuses {
	quarantined(test: NotableTest): boolean;
	/** By the failure's type and message. */
	outside(test: NotableTest): boolean;
	/** By the last lines of output, for a level that declares no results. */
	outsideOutput(output: string): boolean;
}

export interface Failure {
	test: NotableTest;
	excuse: "none" | "quarantined" | "outside";
}

/** The most failures of the outside world that are excused, inclusive: their share of the tests that ran, and their number. */
export interface Caps {
	maxShare: number;
	maxCount: number | undefined;
}

export interface OutcomeQuestion {
	level: string;
	/** Null where the command did not end by itself. */
	exitCode: number | null;
	/** How the command ended, in words. */
	ended: string;
	/** A report of results is due; else the command's exit is evidence enough. */
	results: boolean;
	/** Undefined where there is no report. */
	tests: { counts: TestCounts; notable: readonly NotableTest[] } | undefined;
	/** Why there is no report, in words. */
	withoutReport: string;
	/** What else stands against it although no test does. */
	flaw: string | undefined;
	/** The last lines of output. */
	output: string | null;
	excuses: Excuses;
	caps: Caps;
}

export interface JudgedLevel {
	outcome: LevelOutcome;
	/** One line. */
	why: string;
	failures: readonly Failure[];
	counts: TestCounts | undefined;
}

export function judgeLevelRun(question: OutcomeQuestion): JudgedLevel {
	return question.results || question.tests !== undefined ? judgeReport(question) : judgeExit(question);
}

/** A level without declared results: the command's exit is its evidence, and counts as one test against the caps. */
function judgeExit({ level, exitCode, ended, flaw, output, excuses, caps }: OutcomeQuestion): JudgedLevel {
	const judged = (outcome: LevelOutcome, why: string): JudgedLevel => ({
		outcome,
		why,
		failures: [],
		counts: undefined,
	});
	if (exitCode === 0) {
		return flaw === undefined
			? judged("passed", "the command ended with 0; there is no report")
			: judged("failed", flaw);
	}
	const outside =
		!INSIDE_LEVELS.has(level) && exitCode !== null && output !== null && excuses.outsideOutput(output);
	if (!outside) return judged("failed", ended);
	const beyond = beyondCaps(1, 1, caps);
	return beyond === undefined
		? judged("infrastructure", `${ended}, and its last lines name the outside world`)
		: judged("failed", `${ended}; ${beyond}`);
}

function judgeReport(question: OutcomeQuestion): JudgedLevel {
	const { level, exitCode, ended, excuses, caps, flaw } = question;
	const counts = question.tests?.counts;
	const failures = (question.tests?.notable ?? [])
		.filter((test) => test.status === "failed" || test.status === "error")
		.map((test): Failure => ({ test, excuse: excuseOf(test, level, excuses) }));
	const judged = (outcome: LevelOutcome, why: string): JudgedLevel => ({ outcome, why, failures, counts });
	if (counts === undefined) return judged("missing", question.withoutReport);
	const red = counts.failed + counts.errors;
	if (failures.length > red)
		return judged("failed", `the evidence lists ${failures.length} failures and counts ${red}`);
	if (counts.total !== counts.passed + red + counts.skipped)
		return judged("failed", "the evidence's counts of tests do not add up");
	// Failures beyond the list can't be looked at, so nothing excuses them.
	const plain = failures.filter(({ excuse }) => excuse === "none").length + red - failures.length;
	if (plain > 0) return judged("failed", `${testsText(plain)} failed`);
	const ran = counts.total - counts.skipped;
	if (ran === 0) return judged("missing", counts.total === 0 ? "no test ran" : "all tests were skipped");
	const outside = failures.filter(({ excuse }) => excuse === "outside").length;
	if (outside > 0) {
		const beyond = exitCode === null ? ended : beyondCaps(outside, ran, caps);
		return beyond === undefined
			? judged("infrastructure", `${testsText(outside)} failed through the outside world`)
			: judged("failed", beyond);
	}
	if (red > 0 && exitCode !== null && flaw === undefined)
		return judged("passed", `${testsText(red)} failed and ${red === 1 ? "is" : "are"} quarantined`);
	if (exitCode !== 0 || red > 0 || flaw !== undefined)
		return judged(
			"failed",
			`no test failed${red > 0 ? " that is not quarantined" : ""}, but ${flaw ?? ended}`,
		);
	return judged("passed", `${testsText(ran)} ran`);
}

function beyondCaps(outside: number, ran: number, { maxShare, maxCount }: Caps): string | undefined {
	if (maxCount !== undefined && outside > maxCount)
		return `${testsText(outside)} failed through the outside world, and ${maxCount} may`;
	if (outside > maxShare * ran)
		return `${outside} of ${testsText(ran)} failed through the outside world, which is too large a share`;
	return undefined;
}

function excuseOf(test: NotableTest, level: string, excuses: Excuses): Failure["excuse"] {
	if (excuses.quarantined(test)) return "quarantined";
	if (!INSIDE_LEVELS.has(level) && excuses.outside(test)) return "outside";
	return "none";
}

export function testsText(count: number): string {
	return count === 1 ? "1 test" : `${count} tests`;
}
