import type { NotableTest, TestCounts } from "../../evidence/evidence.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";

/** What one leg's evidence says: passed, failed, only the outside world's failures, or nothing at all. Pure. */

export type Outcome = "passed" | "failed" | "infrastructure" | "missing";

/** What counts as no failure of the change. Every excuse is shown. */
export interface Excuses {
	quarantined(test: NotableTest, evidence: HeldEvidence): boolean;
	/** By the failure's type and message. */
	outside(test: NotableTest, evidence: HeldEvidence): boolean;
	/** By the last lines of output, for a level that declares no results. */
	outsideOutput(output: string, evidence: HeldEvidence): boolean;
}

export interface Failure {
	test: NotableTest;
	excuse: "none" | "quarantined" | "outside";
}

export interface LegOutcome {
	outcome: Outcome;
	why: string;
	failures: readonly Failure[];
	counts: TestCounts | undefined;
}

/** No excuse reaches below these levels: there is no outside world in them. */
const INNER_LEVELS: ReadonlySet<string> = new Set(["unit", "component"]);

export interface LegQuestion {
	evidence: HeldEvidence;
	/** A report of results is due, whatever the evidence declares. */
	results: boolean;
	excuses: Excuses;
	/** The most failures of the outside world that are excused: their share of the tests that ran, and their number. */
	caps: { maxShare: number; maxCount: number | undefined };
}

export function judgeLeg(question: LegQuestion): LegOutcome {
	const { evidence, excuses } = question;
	if (question.results || evidence.declares.results || evidence.tests !== null) return judgeReport(question);
	const judged = (outcome: Outcome, why: string): LegOutcome => ({
		outcome,
		why,
		failures: [],
		counts: undefined,
	});
	if (evidence.outcome === "passed" && evidence.exitCode === 0)
		return judged("passed", "the command ended with 0; there is no report");
	const ended =
		evidence.exitCode === null ? "the command did not end by itself" : exitText(evidence.exitCode);
	const outside =
		!INNER_LEVELS.has(evidence.level) &&
		evidence.exitCode !== null &&
		evidence.output !== null &&
		excuses.outsideOutput(evidence.output, evidence);
	return outside
		? judged("infrastructure", `${ended}, and its output names the outside world`)
		: judged("failed", `${ended}${evidence.reason === "" ? "" : ` (${evidence.reason})`}`);
}

function judgeReport({ evidence, excuses, caps }: LegQuestion): LegOutcome {
	const counts = evidence.tests ?? undefined;
	const failures = evidence.notable
		.filter((test) => test.status === "failed" || test.status === "error")
		.map((test): Failure => ({ test, excuse: excuseOf(test, evidence, excuses) }));
	const judged = (outcome: Outcome, why: string): LegOutcome => ({ outcome, why, failures, counts });
	if (counts === undefined) {
		return judged(
			"missing",
			evidence.declares.results
				? `no report was found${evidence.reason === "" ? "" : ` (${evidence.reason})`}`
				: "a report of results is due, and the level left none",
		);
	}
	const red = counts.failed + counts.errors;
	if (failures.length > red)
		return judged("failed", `the evidence lists ${failures.length} failures and counts ${red}`);
	if (counts.total !== counts.passed + red + counts.skipped)
		return judged("failed", "the evidence's counts of tests do not add up");
	const plain = failures.filter(({ excuse }) => excuse === "none").length;
	// Failures beyond the list can't be looked at, so nothing excuses them.
	const unlisted = Math.max(0, red - failures.length);
	if (plain + unlisted > 0) return judged("failed", `${tests(plain + unlisted)} failed`);
	const ran = counts.total - counts.skipped;
	if (ran === 0) return judged("missing", counts.total === 0 ? "no test ran" : "all tests were skipped");
	const outside = failures.filter(({ excuse }) => excuse === "outside").length;
	if (outside > 0) {
		if (evidence.exitCode === null) return judged("failed", "the command did not end by itself");
		if (caps.maxCount !== undefined && outside > caps.maxCount)
			return judged("failed", `${tests(outside)} failed through the outside world, and ${caps.maxCount} may`);
		if (outside > caps.maxShare * ran)
			return judged(
				"failed",
				`${outside} of ${tests(ran)} failed through the outside world, which is too large a share`,
			);
		return judged("infrastructure", `${tests(outside)} failed through the outside world`);
	}
	if (red > 0 && evidence.exitCode !== null)
		return judged("passed", `${tests(red)} failed and ${red === 1 ? "is" : "are"} quarantined`);
	if (red > 0) return judged("failed", "the command did not end by itself");
	if (evidence.outcome !== "passed" || evidence.exitCode !== 0) {
		const ended =
			evidence.exitCode === null ? "the command did not end by itself" : exitText(evidence.exitCode);
		return judged(
			"failed",
			`no test failed, but ${ended}${evidence.reason === "" ? "" : ` (${evidence.reason})`}`,
		);
	}
	return judged("passed", `${tests(ran)} ran`);
}

function excuseOf(test: NotableTest, evidence: HeldEvidence, excuses: Excuses): Failure["excuse"] {
	if (excuses.quarantined(test, evidence)) return "quarantined";
	if (!INNER_LEVELS.has(evidence.level) && excuses.outside(test, evidence)) return "outside";
	return "none";
}

function exitText(code: number): string {
	return `the command ended with ${code}`;
}

function tests(count: number): string {
	return count === 1 ? "1 test" : `${count} tests`;
}
