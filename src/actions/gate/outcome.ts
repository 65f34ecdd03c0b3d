import type { NotableTest } from "../../evidence/evidence.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";
import { type Caps, type Failure, type JudgedLevel, judgeLevelRun } from "../../evidence/outcome.js";

/** What one leg's evidence says, by the policy that the gate holds it to. Pure. */

export type { Failure };
export type Outcome = JudgedLevel["outcome"];
export type LegOutcome = JudgedLevel;

/** What counts as no failure of the change: what every side of the policy excuses. */
export interface Excuses {
	quarantined(test: NotableTest, evidence: HeldEvidence): boolean;
	outside(test: NotableTest, evidence: HeldEvidence): boolean;
	outsideOutput(output: string, evidence: HeldEvidence): boolean;
}

export interface LegQuestion {
	evidence: HeldEvidence;
	/** A report of results is due, whatever the evidence declares. */
	results: boolean;
	excuses: Excuses;
	caps: Caps;
}

export function judgeLeg({ evidence, results, excuses, caps }: LegQuestion): LegOutcome {
	const { declares, tests, exitCode, reason } = evidence;
	const said = reason === "" ? "" : ` (${reason})`;
	const ended =
		exitCode === null ? "the command did not end by itself" : `the command ended with ${exitCode}`;
	return judgeLevelRun({
		level: evidence.level,
		exitCode,
		ended: `${ended}${said}`,
		results: results || declares.results,
		tests: tests === null ? undefined : { counts: tests, notable: evidence.notable },
		withoutReport: declares.results
			? said === ""
				? "no report was found"
				: // `run` may have found one and refused it; its word says which.
					`no report of results counts${said}`
			: "a report of results is due, and the level left none",
		// `run` has seen more than the evidence lists: a test that a retry skipped, a report that can't be read.
		flaw: evidence.outcome === "passed" ? undefined : `${ended}${said}`,
		output: evidence.output,
		excuses: {
			quarantined: (test) => excuses.quarantined(test, evidence),
			outside: (test) => excuses.outside(test, evidence),
			outsideOutput: (output) => excuses.outsideOutput(output, evidence),
		},
		caps,
	});
}
