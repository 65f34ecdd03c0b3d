import type { EventContext } from "../../context/event.js";
import { CHECK_SUMMARY_LIMIT, type StickyCheckRun } from "../../github/check-run.js";
import { COMMENT_LIMIT, type StickyComment } from "../../github/comments.js";
import { RestFailure } from "../../github/rest-failure.js";
import { cutText } from "../../runner/cut-text.js";
import { cutLines, visible } from "../../runner/markdown.js";
import { type Problem, problem } from "../../runner/problem.js";
import { OWN_CHECK } from "./check-lines.js";
import type { GateResult } from "./result.js";

/** What GitHub is told besides outputs and summary: a comment, and a check run of its own for `held`. Pure but for its port. */

export interface GitHubTeller {
	writeComment(comment: StickyComment): Promise<unknown>;
	writeCheckRun(run: StickyCheckRun, absent: "make" | "leave"): Promise<unknown>;
}

export interface Telling {
	result: GateResult;
	markdown: string;
	/** Whether a comment is asked for. */
	comment: boolean;
	event: EventContext;
	/** Undefined where there is no token or no GitHub, with the reason. */
	teller: GitHubTeller | { why: string };
}

/** Never changes the verdict: what can't be told is a notice. */
export async function tellGitHub(telling: Telling): Promise<Problem[]> {
	const { comment } = telling;
	return [...(comment ? await writeComment(telling) : []), ...(await keepCheckRun(telling))];
}

async function writeComment({ result, markdown, event, teller }: Telling): Promise<Problem[]> {
	const notice = (why: string, hint?: string) => [
		problem("notice", "comment-not-written", `No comment is written: ${why}`, { hint }),
	];
	const number = event.pullRequest?.number;
	if (number === undefined)
		return notice(
			event.mergeGroup === undefined ? "there is no pull request" : "a merge queue has no pull request",
		);
	if ("why" in teller) return notice(teller.why);
	const key = `gate:${keyOf(event)}`;
	try {
		await teller.writeComment({
			number,
			key,
			run: result.run ?? undefined,
			attempt: event.attempt,
			body: cutLines(markdown, COMMENT_LIMIT - 1000),
		});
		return [];
	} catch (thrown) {
		if (!(thrown instanceof RestFailure)) throw thrown;
		return notice(
			visible(thrown.message),
			event.pullRequest?.fork === true
				? "The token of a pull request from a fork only reads."
				: "Give the job 'permissions: pull-requests: write'.",
		);
	}
}

/** Two gates of a pipeline, and those of two workflows, have words of their own. */
function keyOf({ workflowFile, job }: EventContext): string {
	return `${workflowFile ?? ""}#${job ?? ""}`;
}

const CONCLUSIONS = { held: "neutral", open: "success", closed: "failure" } as const;

/** `held` makes a check run; whatever comes after it on the same commit ends that, and makes none. */
async function keepCheckRun({ result, markdown, event, teller }: Telling): Promise<Problem[]> {
	// In a terminal nobody asked for it.
	if (event.event === undefined || "why" in teller) return [];
	try {
		const run: StickyCheckRun = {
			commit: event.pullRequest?.headSha ?? result.commit,
			name: `${event.job ?? "gate"}${OWN_CHECK.name}`,
			kind: OWN_CHECK.id.slice(0, -1),
			key: keyOf(event),
			run: result.run ?? undefined,
			attempt: event.attempt,
			conclusion: CONCLUSIONS[result.verdict],
			title: cutText(`gate ${result.verdict}: ${visible(result.reason)}`, 250),
			summary: cutLines(markdown, CHECK_SUMMARY_LIMIT - 100),
		};
		await teller.writeCheckRun(run, result.verdict === "held" ? "make" : "leave");
		return [];
	} catch (thrown) {
		if (!(thrown instanceof RestFailure)) throw thrown;
		// Most jobs do not grant it, and nobody asked for it.
		if (thrown.kind === "forbidden" || thrown.kind === "missing" || result.verdict !== "held") return [];
		return [
			problem("notice", "check-run-not-made", `No check run tells of 'held': ${visible(thrown.message)}`),
		];
	}
}
