import type { EventContext } from "../../context/event.js";
import type { EndedCheckRun } from "../../github/check-run.js";
import { CHECK_SUMMARY_LIMIT } from "../../github/check-run.js";
import { COMMENT_LIMIT, type StickyComment } from "../../github/comments.js";
import { RestFailure } from "../../github/rest.js";
import { cutLines, visible } from "../../runner/markdown.js";
import { type Problem, problem } from "../../runner/problem.js";
import { OWN_CHECK } from "./check-lines.js";
import type { GateResult } from "./result.js";

/** What GitHub is told besides outputs and summary: a comment, and a check run of its own for `held`. Pure but for its port. */

export interface GitHubTeller {
	writeComment(comment: StickyComment): Promise<unknown>;
	createCheckRun(run: EndedCheckRun): Promise<void>;
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
	const { result, comment } = telling;
	return [
		...(comment ? await writeComment(telling) : []),
		...(result.verdict === "held" ? await makeCheckRun(telling) : []),
	];
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
	const key = `gate:${event.workflowFile ?? ""}#${event.job ?? ""}`;
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

async function makeCheckRun({ result, markdown, event, teller }: Telling): Promise<Problem[]> {
	// In a terminal nobody asked for it.
	if (event.event === undefined || "why" in teller) return [];
	try {
		await teller.createCheckRun({
			commit: event.pullRequest?.headSha ?? result.commit,
			name: `${event.job ?? "gate"}: held`,
			externalId: `${OWN_CHECK}${result.run ?? ""}:${event.attempt}:${event.job ?? ""}`.slice(0, 200),
			conclusion: "neutral",
			title: `gate held: ${visible(result.reason)}`.slice(0, 250),
			summary: cutLines(markdown, CHECK_SUMMARY_LIMIT - 100),
		});
		return [];
	} catch (thrown) {
		if (!(thrown instanceof RestFailure)) throw thrown;
		// Most jobs do not grant it, and nobody asked for it.
		if (thrown.kind === "forbidden" || thrown.kind === "missing") return [];
		return [
			problem("notice", "check-run-not-made", `No check run tells of 'held': ${visible(thrown.message)}`),
		];
	}
}
