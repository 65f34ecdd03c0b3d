import { z } from "zod";
import type { Budget, GitHubRest } from "./rest.js";
import { hostOf, RestFailure } from "./rest-failure.js";

/** A check run or a commit status, as GitHub tells of it. */
export interface CommitCheck {
	kind: "check run" | "status";
	id: number;
	commit: string;
	/** The slug of the app that made it, `github-actions`; of a status the login of its creator, without `[bot]`. */
	app: string | undefined;
	name: string;
	/** `success`, `failure`, `neutral`, ...; of what has not ended: `queued`, `in_progress`, `pending`, ... */
	state: string;
	ended: boolean;
	/** When a check run began and ended, in milliseconds since 1970. */
	started: number | undefined;
	completed: number | undefined;
	/** The check suite of a check run. */
	suite: number | undefined;
	/** The run of GitHub Actions that it belongs to. */
	actionsRun: string | undefined;
	externalId: string | undefined;
}

/** What tells the runs of one workflow from those of another. */
export interface SuiteWorkflow {
	name: string;
	path: string;
	event: string;
}

const text = z.string().nullish();
const checkRunSchema = z.object({
	id: z.int(),
	name: z.string(),
	url: z.string(),
	head_sha: z.string(),
	status: z.string(),
	conclusion: text,
	started_at: text,
	completed_at: text,
	details_url: text,
	external_id: text,
	app: z.object({ slug: text }).nullish(),
	check_suite: z.object({ id: z.int() }).nullish(),
});
const checkRunsSchema = z.object({ total_count: z.int(), check_runs: z.array(checkRunSchema) });
const statusSchema = z.object({
	id: z.int(),
	url: z.string(),
	context: z.string(),
	state: z.string(),
	creator: z.object({ login: text }).nullish(),
});
const suitesSchema = z.object({ total_count: z.int(), check_suites: z.array(z.object({ id: z.int() })) });
const runsSchema = z.object({
	workflow_runs: z.array(
		z.object({ check_suite_id: z.int(), name: text, path: z.string(), event: z.string() }),
	),
});

/** "If there are more than 1000 check suites on a single git reference", GitHub tells only of the newest 1000. */
const SUITE_LIMIT = 1000;

/**
 * All check runs (of every attempt) and commit statuses of a commit, all pages.
 * @param commit the whole hash
 * @throws RestFailure also where an answer tells of another commit or repository, or of fewer than it counts
 */
export async function commitChecks(rest: GitHubRest, commit: string): Promise<CommitCheck[]> {
	const at = `/commits/${encodeURIComponent(commit)}`;
	const suites = await suiteCount(rest, at);
	const sources =
		suites <= SUITE_LIMIT
			? [`${at}/check-runs`]
			: (await allSuites(rest, at)).map((suite) => `/check-suites/${suite}/check-runs`);
	const checks: CommitCheck[] = [];
	const budget = rest.budget();
	const add = (found: readonly CommitCheck[]) => {
		for (const check of found) checks.push(check);
	};
	for (const source of sources) add(await checkRuns(rest, source, commit, budget));
	add(await statuses(rest, at, commit, budget));
	return checks;
}

/**
 * The workflows of a commit's check suites, by suite; undefined where the token may not read them (`actions: read`).
 * @throws RestFailure
 */
export async function suiteWorkflows(
	rest: GitHubRest,
	commit: string,
): Promise<ReadonlyMap<number, SuiteWorkflow> | undefined> {
	try {
		const runs = await rest.pages(
			rest.address(`/actions/runs?head_sha=${encodeURIComponent(commit)}&per_page=100`),
			(json) => runsSchema.safeParse(json).data?.workflow_runs,
		);
		return new Map(
			runs.map(({ check_suite_id, name, path, event }) => [
				check_suite_id,
				{ name: name ?? path, path, event },
			]),
		);
	} catch (thrown) {
		if (thrown instanceof RestFailure && (thrown.kind === "forbidden" || thrown.kind === "missing"))
			return undefined;
		throw thrown;
	}
}

async function suiteCount(rest: GitHubRest, at: string): Promise<number> {
	const { json } = await rest.get(rest.address(`${at}/check-suites?per_page=1`));
	const known = suitesSchema.safeParse(json).data;
	if (known === undefined) throw unknownForm(rest);
	return known.total_count;
}

async function allSuites(rest: GitHubRest, at: string): Promise<number[]> {
	let counted = 0;
	const found = await rest.pages(rest.address(`${at}/check-suites?per_page=100`), (json) => {
		const page = suitesSchema.safeParse(json).data;
		counted = page?.total_count ?? 0;
		return page?.check_suites;
	});
	const distinct = new Set(found.map(({ id }) => id));
	if (distinct.size < counted) throw fewer(rest, "check suites", counted, distinct.size);
	return [...distinct];
}

async function checkRuns(
	rest: GitHubRest,
	source: string,
	commit: string,
	budget: Budget,
): Promise<CommitCheck[]> {
	let counted = 0;
	const runs = await rest.pages(
		rest.address(`${source}?filter=all&per_page=100`),
		(json) => {
			const page = checkRunsSchema.safeParse(json).data;
			counted = page?.total_count ?? 0;
			return page?.check_runs;
		},
		budget,
	);
	const distinct = new Map(runs.map((run) => [run.id, run]));
	if (distinct.size < counted) throw fewer(rest, "check runs", counted, distinct.size);
	return [...distinct.values()].map((run) => {
		verify(rest, run.url, `/check-runs/${run.id}`);
		if (run.head_sha !== commit) throw foreign(rest);
		const ended = run.status === "completed";
		return {
			kind: "check run",
			id: run.id,
			commit,
			app: run.app?.slug ?? undefined,
			name: run.name,
			state: ended ? (run.conclusion ?? "none") : run.status,
			ended,
			started: timeOf(run.started_at),
			completed: timeOf(run.completed_at),
			suite: run.check_suite?.id,
			actionsRun: /\/actions\/runs\/(\d+)(?:\/|$)/.exec(run.details_url ?? "")?.[1],
			externalId: run.external_id ?? undefined,
		};
	});
}

async function statuses(
	rest: GitHubRest,
	at: string,
	commit: string,
	budget: Budget,
): Promise<CommitCheck[]> {
	const found = await rest.pages(
		rest.address(`${at}/statuses?per_page=100`),
		(json) => z.array(statusSchema).safeParse(json).data,
		budget,
	);
	return found.map((status) => {
		verify(rest, status.url, `/statuses/${commit}`);
		return {
			kind: "status",
			id: status.id,
			commit,
			app: status.creator?.login?.replace(/\[bot\]$/, ""),
			name: status.context,
			state: status.state,
			ended: status.state !== "pending",
			started: undefined,
			completed: undefined,
			suite: undefined,
			actionsRun: undefined,
			externalId: undefined,
		};
	});
}

function timeOf(written: string | null | undefined): number | undefined {
	const time = Date.parse(written ?? "");
	return Number.isNaN(time) ? undefined : time;
}

/** A commit can be in several repositories: what another one tells of it says nothing here. */
function verify(rest: GitHubRest, url: string, end: string): void {
	const { owner, name } = rest.api;
	const path = URL.parse(url)?.pathname.toLowerCase() ?? "";
	const expected = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${end}`.toLowerCase();
	if (!path.endsWith(expected)) throw foreign(rest);
}

function foreign(rest: GitHubRest): RestFailure {
	return new RestFailure(
		"refused",
		`${hostOf(rest.api)} answers with the checks of another commit or repository`,
	);
}

function fewer(rest: GitHubRest, what: string, counted: number, given: number): RestFailure {
	return new RestFailure("passing", `${hostOf(rest.api)} counts ${counted} ${what} and gives ${given}`);
}

function unknownForm(rest: GitHubRest): RestFailure {
	return new RestFailure("passing", `${hostOf(rest.api)} answers in a form that is not known`);
}
