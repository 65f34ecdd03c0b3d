import type { CommandResult } from "../../commands/command.js";
import type { NotableTest } from "../../evidence/evidence.js";
import { causeOf, causeOfOutput, INSIDE_LEVELS, type World } from "../../evidence/infrastructure.js";
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
	const { command, reports, level, service } = question;
	const failing: NotableTest[] = [];
	const quarantined: NotableTest[] = [];
	const tests = reports?.tests ?? undefined;
	for (const test of tests?.notable ?? []) {
		if (test.status !== "failed" && test.status !== "error") continue;
		if (question.quarantine.find(test, service, level) === undefined) failing.push(test);
		else quarantined.push(test);
	}
	const judged = (outcome: Outcome, reason: string): Judged => ({ outcome, reason, failing, quarantined });
	const ended = endText(question);

	if (command.stopped !== undefined) return judged("failed", ended);
	if (reports === undefined)
		return judged("failed", `${ended}, and ${question.unreadable ?? "a report is unreadable"}`);
	const without = missingText(reports, "results");
	if (without !== undefined) return judged("failed", `${ended}, and ${without}`);
	if (tests !== undefined) {
		const { counts, failedLeft } = tests;
		// Failures beyond the list can't be looked at, so nothing excuses them.
		if (failing.length + failedLeft > 0) {
			const text = `${testsText(failing.length + failedLeft)} failed`;
			const outside =
				failedLeft === 0 &&
				!INSIDE_LEVELS.has(level) &&
				command.exitCode !== null &&
				failing.every((test) => causeOf(test, question.world).outside);
			return outside
				? judged("infrastructure", `${text}, each of them through the outside world`)
				: judged("failed", text);
		}
		if (counts.total - counts.skipped === 0)
			return judged(
				"failed",
				counts.total === 0 ? "no test ran: the reports list none" : "no test ran: all were skipped",
			);
	}
	const uncovered = missingText(reports, "coverage");
	if (uncovered !== undefined) return judged("failed", `${ended}, and ${uncovered}`);
	if (quarantined.length > 0 && command.exitCode !== null)
		return judged(
			"passed",
			`${testsText(quarantined.length)} failed and ${quarantined.length === 1 ? "is" : "are"} quarantined`,
		);
	if (command.exitCode !== 0) {
		if (question.declaresResults) return judged("failed", `${ended}, although no test failed in its reports`);
		const outside =
			!INSIDE_LEVELS.has(level) &&
			command.exitCode !== null &&
			causeOfOutput(command.tail, question.world).outside;
		return outside
			? judged("infrastructure", `${ended}, and its last lines name the outside world`)
			: judged("failed", ended);
	}
	if (tests === undefined) return judged("passed", "the command ended with 0; there is no report");
	return judged("passed", `${testsText(tests.counts.total - tests.counts.skipped)} passed`);
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

function testsText(count: number): string {
	return count === 1 ? "1 test" : `${count} tests`;
}
