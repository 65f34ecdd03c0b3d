import { z } from "zod";
import { errorMessage } from "../runner/errors.js";
import type { GitHubRest } from "./rest.js";
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

const jobsSchema = z.object({
	total_count: z.int().min(0),
	jobs: z.array(
		z.object({
			id: z.int().optional(),
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

/**
 * All jobs of an attempt, from all pages. A job that did not run again is listed too, with its old times: the
 * attempt's own start tells the two apart. Whatever goes wrong is an answer, never an error.
 */
export async function runJobs(rest: GitHubRest, run: string, attempt: number): Promise<JobsAnswer> {
	try {
		return { kind: "known", jobs: await allJobs(rest, run, attempt) };
	} catch (thrown) {
		const denied =
			thrown instanceof RestFailure && (thrown.kind === "forbidden" || thrown.kind === "missing");
		return {
			kind: "unknown",
			why: `${errorMessage(thrown)}${denied ? ": the token needs 'actions: read'" : ""}`,
		};
	}
}

async function allJobs(rest: GitHubRest, run: string, attempt: number): Promise<RunJob[]> {
	const address = rest.address(`/actions/runs/${encodeURIComponent(run)}/attempts/${attempt}`);
	const about = attemptSchema.safeParse((await rest.get(address)).json);
	const start = about.success ? Date.parse(about.data.run_started_at) : Number.NaN;
	if (Number.isNaN(start)) throw new Error("GitHub does not say when the attempt started");
	let counted = 0;
	const jobs = await rest.pages(`${address}/jobs?per_page=100`, (json) => {
		const page = jobsSchema.safeParse(json).data;
		counted = page?.total_count ?? 0;
		return page?.jobs;
	});
	// A page that moved while it was read repeats jobs, and leaves others out.
	const distinct = new Set(jobs.map((job, index) => job.id ?? `no id ${index}`));
	if (distinct.size < counted) throw new Error("GitHub's list of the attempt's jobs ends before its count");
	return jobs.map((job) => {
		const at = Date.parse(job.started_at ?? "");
		return {
			name: job.name,
			// One without a time is taken as run: evidence of an earlier attempt must not count by mistake.
			ran: (job.run_attempt ?? attempt) >= attempt && !(at < start),
			conclusion: job.conclusion ?? null,
			steps: (job.steps ?? []).map((step) => ({ name: step.name, conclusion: step.conclusion ?? null })),
		};
	});
}
