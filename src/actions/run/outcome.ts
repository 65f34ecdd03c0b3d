import type { CommandResult } from "../../commands/command.js";
import type { NotableTest } from "../../evidence/evidence.js";
import { causeOf, causeOfOutput, type World } from "../../evidence/infrastructure.js";
import { type JudgedLevel, judgeLevelRun, testsText } from "../../evidence/outcome.js";
import type { Quarantine } from "../../evidence/quarantine.js";
import type { Reports } from "../../evidence/read.js";

/** What one run of a level's command comes to. Pure. */

export type Outcome = "passed" | "failed" | "infrastructure";

export interface Judged {
	outcome: Outcome;
	/** One line. */
	reason: string;
	/** Failing tests by what they count as. */
	failing: NotableTest[];
	quarantined: NotableTest[];
}

export interface Question {
	service: string;
	level: string;
	declaresResults: boolean;
	command: Pick<CommandResult, "exitCode" | "signal" | "stopped" | "tail">;
	/** Seconds, of the time limit. */
	timeout: number | undefined;
	/** Undefined where a report could not be read; `unreadable` says why. */
	reports: Reports | undefined;
	unreadable: string | undefined;
	quarantine: Quarantine;
	world: World;
}

/** The command, its reports and the policy, as one outcome with its reason. */
export function judge(question: Question): Judged {
	const { command, reports, level, service, quarantine, world } = question;
	const ended = endText(question);
	const without = reports === undefined ? undefined : missingText(reports, "results");
	const uncovered = reports === undefined ? undefined : missingText(reports, "coverage");
	const tests = without === undefined ? (reports?.tests ?? undefined) : undefined;
	const judged = judgeLevelRun({
		level,
		exitCode: command.exitCode,
		ended,
		results: question.declaresResults,
		tests: tests === undefined ? undefined : { counts: tests.counts, notable: tests.notable },
		withoutReport: `${ended}, and ${without ?? question.unreadable ?? "a report is unreadable"}`,
		flaw: uncovered === undefined ? undefined : `${ended}, and ${uncovered}`,
		output: command.tail,
		excuses: {
			quarantined: (test) => quarantine.find(test, service, level) !== undefined,
			outside: (test) => causeOf(test, world).outside,
			outsideOutput: (output) => causeOfOutput(output, world).outside,
		},
		// The caps are the gate's: `run` fails its step for the outside world too.
		caps: { maxShare: 1, maxCount: undefined },
	});
	const of = (quarantined: boolean) =>
		judged.failures
			.filter(({ excuse }) => (excuse === "quarantined") === quarantined)
			.map(({ test }) => test);
	const [failing, quarantined] = [of(false), of(true)];
	if (command.stopped !== undefined) return { outcome: "failed", reason: ended, failing, quarantined };
	if (reports === undefined)
		return {
			outcome: "failed",
			reason: `${ended}, and ${question.unreadable ?? "a report is unreadable"}`,
			failing,
			quarantined,
		};
	const outcome = judged.outcome === "missing" ? "failed" : judged.outcome;
	return { outcome, reason: reasonOf(judged), failing, quarantined };
}

/** In the words of a run that has just ended. */
function reasonOf({ outcome, why, counts, failures }: JudgedLevel): string {
	if (counts === undefined) return why;
	const ran = counts.total - counts.skipped;
	if (outcome === "passed" && failures.length === 0) return `${testsText(ran)} passed`;
	return why;
}

/** How a command ended, in words. */
export function endText(question: Pick<Question, "command" | "timeout">): string {
	const { command } = question;
	if (command.stopped === "timeout")
		return `the command took longer than ${question.timeout ?? 0} seconds and was ended`;
	if (command.stopped === "aborted") return "the command was cancelled";
	return command.exitCode === null
		? `the command was ended by ${command.signal ?? "a signal"}`
		: `the command ended with ${command.exitCode}`;
}

function missingText(reports: Reports, kind: "results" | "coverage"): string | undefined {
	const missing = reports.missing.find((each) => each.kind === kind);
	if (missing === undefined) return undefined;
	const what = kind === "results" ? "report of results" : "report of coverage";
	const stale =
		reports.stale.length === 0
			? ""
			: ` (${reports.stale.slice(0, 3).join(", ")}: older than the command's start)`;
	return `it left no ${what} at ${missing.globs.join(", ")}${stale}`;
}
