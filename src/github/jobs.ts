import { z } from "zod";
import { errorMessage } from "../runner/errors.js";
import { RestFailure } from "./rest-failure.js";

/** The jobs of one attempt of a run (REST, "List jobs for a workflow run attempt"; needs `actions: read`). */

export interface RunJob {
	/** As GitHub shows it: the key or the job's `name`, matrix values in brackets, callers before a slash. */
	name: string;
	/** Whether it ran in this attempt; false for one whose result an earlier attempt left. */
	ran: boolean;
	/** `success`, `failure`, `cancelled`, `skipped`, ...; null while it runs. */
	conclusion: string | null;
	steps: readonly { name: string; conclusion: string | null }[];
}

export type JobsAnswer =
	| { kind: "known"; jobs: readonly RunJob[] }
	/** The token may not ask, or there is no whole answer. */
	| { kind: "unknown"; why: string };

/**
 * The JSON that a GET of a path below the repository gives, such as `/actions/runs/1/attempts/2`; an Error, whose
 * message can be shown, where there is none.
 */
export type Get = (path: string) => Promise<unknown>;

const jobsSchema = z.object({
	total_count: z.int().min(0),
	jobs: z.array(
		z.object({
			name: z.string(),
			conclusion: z.string().nullable().optional(),
			started_at: z.string().nullable().optional(),
			run_attempt: z.int().positive().optional(),
			steps: z
				.array(z.object({ name: z.string(), conclusion: z.string().nullable().optional() }))
				.nullable()
				.optional(),
		}),
	),
});

const attemptSchema = z.object({ run_started_at: z.string() });

const PAGE = 100;
/** A run has at most 256 jobs for each matrix; this many pages hold all that a page can show. */
const PAGES = 100;

/**
 * All jobs of an attempt, from all pages. A job that did not run again is listed too, with its old times: the
 * attempt's own start tells the two apart. Whatever goes wrong is an answer, never an error.
 */
export async function runJobs(get: Get, run: string, attempt: number): Promise<JobsAnswer> {
	try {
		return { kind: "known", jobs: await allPages(get, run, attempt) };
	} catch (thrown) {
		const denied =
			thrown instanceof RestFailure && (thrown.kind === "forbidden" || thrown.kind === "missing");
		return {
			kind: "unknown",
			why: `${errorMessage(thrown)}${denied ? ": the token needs 'actions: read'" : ""}`,
		};
	}
}

async function allPages(get: Get, run: string, attempt: number): Promise<RunJob[]> {
	const path = `/actions/runs/${encodeURIComponent(run)}/attempts/${attempt}`;
	const about = attemptSchema.safeParse(await get(path));
	const start = about.success ? Date.parse(about.data.run_started_at) : Number.NaN;
	if (Number.isNaN(start)) throw new Error("GitHub does not say when the attempt started");
	const jobs: RunJob[] = [];
	for (let page = 1; page <= PAGES; page++) {
		const parsed = jobsSchema.safeParse(await get(`${path}/jobs?per_page=${PAGE}&page=${page}`));
		if (!parsed.success) throw new Error("GitHub's list of the attempt's jobs has a form that is not known");
		for (const job of parsed.data.jobs) {
			const at = Date.parse(job.started_at ?? "");
			jobs.push({
				name: job.name,
				// One without a time is taken as run: evidence of an earlier attempt must not count by mistake.
				ran: (job.run_attempt ?? attempt) >= attempt && !(at < start),
				conclusion: job.conclusion ?? null,
				steps: (job.steps ?? []).map((step) => ({ name: step.name, conclusion: step.conclusion ?? null })),
			});
		}
		if (jobs.length >= parsed.data.total_count) return jobs;
		if (parsed.data.jobs.length === 0) break;
	}
	throw new Error("GitHub's list of the attempt's jobs ends before its count");
}
