import type { CommitCheck, SuiteWorkflow } from "../../github/checks.js";
import { cutText } from "../../runner/cut-text.js";
import { didYouMean } from "../../runner/inputs.js";
import { type Reason, reason } from "./reason.js";
import type { GateResult } from "./result.js";

/** The input `checks`: which check runs and commit statuses must have succeeded, and whether they did. Pure. */

/** One line: `[app: ]name`. A name may hold a colon itself, so that both readings are looked for. */
export interface CheckLine {
	text: string;
	app: string | undefined;
	name: string;
}

export function parseCheckLines(lines: readonly string[]): CheckLine[] {
	return [...new Set(lines)].map((text) => {
		const match = /^([A-Za-z0-9][A-Za-z0-9_.-]*):\s+(\S.*)$/.exec(text);
		return { text, app: match?.[1], name: match?.[2] ?? text };
	});
}

export interface ChecksQuestion {
	lines: readonly CheckLine[];
	/** All attempts of all check runs and statuses. */
	found: readonly CommitCheck[];
	/** By check suite; undefined where the token may not read them. */
	workflows: ReadonlyMap<number, SuiteWorkflow> | undefined;
	/** Whether a check is that of the gate's own job, which runs. */
	isOwn(check: CommitCheck): boolean;
}

export type CheckResult = GateResult["checks"][number];

/** External ids of the check runs that the gate makes itself begin so, and their names end so. */
export const OWN_CHECK = { id: "sluice-gate:", name: ": held" };

export const GITHUB_ACTIONS = "github-actions";

/** What each line says now. `pending`: waiting may help; a failure is told at once. */
export function judgeChecks(question: ChecksQuestion): { checks: CheckResult[]; pending: boolean } {
	const checks = question.lines.map((line) => judgeLine(question, line));
	const failed = checks.some(({ verdict }) => verdict === "failed" || verdict === "own");
	const open = checks.some(({ verdict }) => verdict === "pending" || verdict === "missing");
	return { checks, pending: open && !failed };
}

/** Whether the workflows' names are needed: a line may name one, or two suites have checks of one name. */
export function needsWorkflows(lines: readonly CheckLine[], found: readonly CommitCheck[]): boolean {
	if (lines.some(({ name }) => name.includes(" / "))) return true;
	const suites = new Map<string, Set<number | undefined>>();
	for (const { app, name, suite, kind } of found) {
		if (kind === "status" || app !== GITHUB_ACTIONS || !lines.some((line) => line.name === name)) continue;
		suites.set(name, (suites.get(name) ?? new Set()).add(suite));
	}
	return [...suites.values()].some(({ size }) => size > 1);
}

function judgeLine({ lines: _, ...question }: ChecksQuestion, line: CheckLine): CheckResult {
	const named = question.found.filter((check) => matches(check, line, question.workflows));
	const latest = latestOf(
		named.filter((check) => !tellsOfHeld(check)),
		question.workflows,
	);
	const others = latest.filter((check) => !question.isOwn(check));
	if (others.length === 0) {
		return named.length > 0
			? { check: line.text, verdict: "own", why: "it is the gate's own check run, which ends after the gate" }
			: { check: line.text, verdict: "missing", why: missingText(question.found, line) };
	}
	const bad = others.find(({ ended, state }) => ended && state !== "success");
	if (bad !== undefined) return { check: line.text, verdict: "failed", why: stateText(bad) };
	const open = others.find(({ ended }) => !ended);
	if (open !== undefined) return { check: line.text, verdict: "pending", why: `it is ${spaced(open.state)}` };
	return {
		check: line.text,
		verdict: "succeeded",
		why: others.length === 1 ? "it succeeded" : `all ${others.length} of that name succeeded`,
	};
}

/** Any app can give its check run any id: only that of the app whose token the gate has is the gate's word. */
function tellsOfHeld({ app, name, externalId }: CommitCheck): boolean {
	return (
		app === GITHUB_ACTIONS && name.endsWith(OWN_CHECK.name) && externalId?.startsWith(OWN_CHECK.id) === true
	);
}

function matches(
	check: CommitCheck,
	line: CheckLine,
	workflows: ReadonlyMap<number, SuiteWorkflow> | undefined,
): boolean {
	const workflow = check.suite === undefined ? undefined : workflows?.get(check.suite);
	const names = [check.name, ...(workflow === undefined ? [] : [`${workflow.name} / ${check.name}`])];
	if (names.includes(line.text)) return true;
	return line.app !== undefined && check.app === line.app && names.includes(line.name);
}

/**
 * The newest attempt of each: of one workflow, event and name, where workflows are known, else of one suite and name.
 * A later attempt has a higher id, also where it has not started. Two jobs of one name in a run are no attempts.
 */
function latestOf(
	checks: readonly CommitCheck[],
	workflows: ReadonlyMap<number, SuiteWorkflow> | undefined,
): CommitCheck[] {
	const groups = Map.groupBy(checks, (check) => {
		const workflow = check.suite === undefined ? undefined : workflows?.get(check.suite);
		const group = workflow === undefined ? check.suite : [workflow.path, workflow.event];
		return JSON.stringify([check.kind, check.commit, check.app, check.name, group]);
	});
	return [...groups.values()].flatMap((group) => {
		const newest = group.reduce((a, b) => (b.id > a.id ? b : a));
		return group.filter((check) => check === newest || ranBeside(check, newest));
	});
}

/** GitHub Actions begins another attempt only when all jobs of the run have ended. */
function ranBeside(check: CommitCheck, newest: CommitCheck): boolean {
	if (check.app !== GITHUB_ACTIONS || check.suite === undefined || check.suite !== newest.suite) return false;
	const { completed } = check;
	return completed !== undefined && newest.started !== undefined && completed > newest.started;
}

function stateText({ state, kind }: CommitCheck): string {
	const end = `ended as ${spaced(state)}`;
	if (kind === "check run" && (state === "neutral" || state === "skipped"))
		return `${end}: GitHub takes that for passed, and it is no success`;
	return end;
}

function missingText(found: readonly CommitCheck[], line: CheckLine): string {
	if (found.length === 0) return "no check run and no status is registered for this commit";
	const other = found.find(({ name }) => name === line.name);
	if (other !== undefined && line.app !== undefined)
		return `no check of that name is app ${line.app}'s; there is one of ${other.app ?? "an unknown app"}`;
	return `no check run and no status has that name.${didYouMean(
		line.name,
		found.map(({ name }) => name),
	)}`.replace(/\.$/, "");
}

function spaced(state: string): string {
	return cutText(state.replaceAll("_", " "), 50);
}

/** Why the checks close the gate. */
export function checkReasons(checks: readonly CheckResult[], waited: number): Reason[] {
	const after = waited === 0 ? "" : ` after ${waited} seconds`;
	return checks.flatMap(({ check, verdict, why }) => {
		const told = `Check '${check}' has not succeeded${after}: ${why}`;
		switch (verdict) {
			case "succeeded":
				return [];
			case "failed":
				return [
					reason(
						"failed",
						"check-failed",
						`Check '${check}' did not succeed: ${why}`,
						"Mend what it checks, or run it again.",
					),
				];
			case "pending":
				return [
					reason(
						"missing",
						"check-pending",
						told,
						"Run the gate after it, or wait longer with 'wait-timeout'.",
					),
				];
			case "own":
				return [reason("missing", "check-own", told, "Remove the line from 'checks'.")];
			default:
				return [
					reason(
						"missing",
						"check-missing",
						told,
						"Correct the name in 'checks', or wait with 'wait-timeout' until it is registered.",
					),
				];
		}
	});
}
