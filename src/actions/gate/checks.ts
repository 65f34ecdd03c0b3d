import type { EventContext } from "../../context/event.js";
import type { CommitCheck, SuiteWorkflow } from "../../github/checks.js";
import { RestFailure } from "../../github/rest-failure.js";
import {
	type CheckLine,
	type CheckResult,
	checkReasons,
	GITHUB_ACTIONS,
	judgeChecks,
	needsWorkflows,
} from "./check-lines.js";
import { isAnyName, matchesName } from "./name-template.js";
import { type Reason, reason } from "./reason.js";
import type { WorkflowFile, WorkflowJob } from "./workflow-file.js";

/** What is asked of GitHub for `checks`, until they have ended or the time is over. */
export interface CheckSource {
	checks(commit: string): Promise<CommitCheck[]>;
	workflows(commit: string): Promise<ReadonlyMap<number, SuiteWorkflow> | undefined>;
	sleep(milliseconds: number): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	tell(message: string): void;
}

export interface ChecksRequest {
	lines: readonly CheckLine[];
	/** GitHub shows the checks of a pull request at its head, and takes those of the merge commit too. */
	commits: readonly string[];
	/** Seconds. */
	waitTimeout: number;
	isOwn(check: CommitCheck): boolean;
}

/** Between two looks, in milliseconds: the first pause, and the longest. */
const PAUSE = { first: 5_000, longest: 30_000 };

/**
 * Looks at the checks, and again until none is open or `waitTimeout` is over. An answer that can't be had or used is
 * a reason, never a success.
 */
export async function awaitChecks(
	request: ChecksRequest,
	source: CheckSource,
): Promise<{ checks: CheckResult[]; reasons: Reason[] }> {
	const started = source.now();
	const end = started + request.waitTimeout * 1000;
	for (let pause = PAUSE.first; ; pause = Math.min(PAUSE.longest, pause * 1.5)) {
		const looked = await look(request, source);
		const waited = Math.round((source.now() - started) / 1000);
		const left = end - source.now();
		if ("failure" in looked) {
			if (looked.failure.kind !== "passing" || left <= 0)
				return { checks: [], reasons: [unreadable(looked.failure, request)] };
		} else if (!looked.pending || left <= 0) {
			return {
				checks: looked.checks,
				reasons: checkReasons(looked.checks, request.waitTimeout === 0 ? 0 : waited),
			};
		} else {
			const open = looked.checks.filter(({ verdict }) => verdict === "pending" || verdict === "missing");
			source.tell(
				`Waiting for ${open.length === 1 ? `check '${open[0]?.check}'` : `${open.length} checks`}, ${Math.ceil(left / 1000)} s at most`,
			);
		}
		await source.sleep(Math.ceil(Math.min(pause, left)));
	}
}

async function look(
	{ lines, commits, isOwn }: ChecksRequest,
	source: CheckSource,
): Promise<ReturnType<typeof judgeChecks> | { failure: RestFailure }> {
	try {
		const found: CommitCheck[] = [];
		for (const commit of commits) found.push(...(await source.checks(commit)));
		let workflows: Map<number, SuiteWorkflow> | undefined;
		if (needsWorkflows(lines, found)) {
			for (const commit of commits) {
				const known = await source.workflows(commit);
				if (known !== undefined) workflows = new Map([...(workflows ?? []), ...known]);
			}
		}
		return judgeChecks({ lines, found, workflows, isOwn });
	} catch (thrown) {
		if (thrown instanceof RestFailure) return { failure: thrown };
		throw thrown;
	}
}

function unreadable(failure: RestFailure, { lines }: ChecksRequest): Reason {
	const fixes = {
		forbidden: "Give the job 'permissions: checks: read, statuses: read', and a token that is valid.",
		missing: "The token must see this repository, and the commit must be pushed.",
		refused: "Check GITHUB_API_URL, and that the token is one of this repository.",
		limited: "Run the gate again later, or pass a token with a limit of its own.",
		passing: "Run the gate again, and see https://www.githubstatus.com or your server's status.",
	};
	const asked = failure.permission === undefined ? "" : ` The server asks for ${failure.permission}.`;
	return reason(
		"missing",
		"checks-unreadable",
		`The ${lines.length === 1 ? "check is" : `${lines.length} checks are`} not known: ${failure.message}`,
		`${fixes[failure.kind]}${asked}`,
	);
}

/** The commits whose checks count: the one that is judged, and of a pull request's merge commit the head. */
export function checkedCommits(commit: string, { pullRequest }: EventContext): string[] {
	if (pullRequest === undefined || commit !== pullRequest.mergeSha) return [commit];
	return [...new Set([pullRequest.headSha, commit])];
}

/**
 * Knows the gate's own check run: of this run of Actions, with the name of the gate's job (also as a leg of a matrix
 * and inside a called workflow). It runs: what has ended is another job that is called alike, and counts. So does
 * a job that the file gives that very name, and what another app made: an app can write any address of a run.
 */
export function ownChecks(
	{ run, job }: EventContext,
	workflow: WorkflowFile,
): (check: CommitCheck) => boolean {
	const jobs = workflow.kind === "read" ? workflow.jobs : new Map<string, WorkflowJob>();
	const written = (job === undefined ? undefined : jobs.get(job)?.name) ?? job ?? "";
	const others = new Set([...jobs].flatMap(([id, { name }]) => (id === job ? [] : [name ?? id])));
	return ({ app, ended, actionsRun, name }) => {
		if (ended || app !== GITHUB_ACTIONS || run === undefined || actionsRun !== run) return false;
		if (isAnyName(written) || others.has(name)) return false;
		const last = name.slice(name.lastIndexOf(" / ") < 0 ? 0 : name.lastIndexOf(" / ") + 3);
		return [name, last].some(
			(each) => matchesName(written, each) || matchesName(written, each.replace(/ \(.*\)$/s, "")),
		);
	};
}
