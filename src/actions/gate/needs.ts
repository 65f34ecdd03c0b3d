import { cutText } from "../../runner/cut-text.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";
import { type Problem, problem } from "../../runner/problem.js";
import { callsInto, continuingOf, homesOf } from "./called-workflows.js";
import type { OtherSteps } from "./run-jobs.js";
import { proveSkip, type SkipProof } from "./skips.js";
import type { WorkflowFile } from "./workflow-file.js";

/** What the jobs of `needs` say about this run. Pure. */

export type JobResult = "success" | "failure" | "cancelled" | "skipped";

/** `needs` as GitHub gives it: the result of each direct need. */
export type Needs = ReadonlyMap<string, JobResult>;

const RESULTS: readonly string[] = ["success", "failure", "cancelled", "skipped"];

/** Reads `toJSON(needs)`. A UserError names what has another form. */
export function parseNeeds(value: unknown): Needs {
	const wrong = (what: string) =>
		new UserError("needs-invalid", `Input 'needs' ${what}`, {
			input: "needs",
			hint: `Pass it as needs: \${{ toJSON(needs) }}.`,
		});
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw wrong("is no JSON object of jobs");
	const needs = new Map<string, JobResult>();
	for (const [job, entry] of Object.entries(value)) {
		const result: unknown =
			typeof entry === "object" && entry !== null && Object.hasOwn(entry, "result")
				? (entry as { result: unknown }).result
				: undefined;
		if (typeof result !== "string" || !RESULTS.includes(result))
			throw wrong(`has no result that is known for job ${quote(job)}`);
		needs.set(job, result as JobResult);
	}
	return needs;
}

/** What the evidence of a job tells about it. */
export interface JobEvidence {
	/** Evidence of this job counts, and tells how many legs the job has. */
	present: boolean;
	/** All its legs are there and all of its failures are the outside world's. */
	explained: boolean;
	/** What else failed in it, where it is explained. */
	otherSteps: OtherSteps;
}

export interface JobVerdict {
	job: string;
	result: JobResult;
	verdict: "good" | "held" | "closed";
	why: string;
}

export interface NeedsQuestion {
	needs: Needs;
	/** The gate's own job (GITHUB_JOB), where it is known. */
	job: string | undefined;
	/** `owner/name` of the repository that the gate's action is of, where it is not the running one. */
	actionRepository: string | undefined;
	/** The workflow file at the running commit. */
	workflow: WorkflowFile;
	/** The same file of the base, in a pull request and a merge group. */
	baseWorkflow: WorkflowFile | undefined;
	allowedSkips: readonly string[];
	allowedFailures: readonly string[];
	evidenceOf(job: string): JobEvidence;
}

/** Judges every job of `needs`. The problems are told and do not change the verdict. */
export function judgeNeeds(question: NeedsQuestion): { jobs: JobVerdict[]; problems: Problem[] } {
	const problems = [
		...unknownNames("allowed-skips", question.allowedSkips, question.needs),
		...unknownNames("allowed-failures", question.allowedFailures, question.needs),
	];
	const explained = (job: string) => {
		if (question.needs.get(job) !== "failure") return false;
		const evidence = question.evidenceOf(job);
		return evidence.explained && evidence.otherSteps.kind !== "failed";
	};
	const jobs: JobVerdict[] = [];
	for (const [job, result] of question.needs) {
		const judged = judgeJob(question, job, result, explained);
		jobs.push({ job, result, ...judged });
		const steps =
			question.workflow.kind === "read" ? question.workflow.jobs.get(job)?.continuingSteps : undefined;
		if (steps !== undefined && steps.length > 0) {
			problems.push(
				problem(
					"notice",
					"continuing-steps",
					`Job '${job}' has steps with continue-on-error: ${steps.slice(0, 5).join(", ")}`,
					{ file: question.workflow.file, hint: "Their failure does not show in the job's result." },
				),
			);
		}
	}
	return { jobs, problems: [...problems, ...unknownContinuing(question)] };
}

/** A success is good unless the file shows otherwise; where no file is read, the verdict says that. */
function unknownContinuing(question: NeedsQuestion): Problem[] {
	const { needs, job: gateJob, workflow } = question;
	// None of the suite's own jobs continues on error.
	if (homesOf(workflow, needs, gateJob).length === 0 && callsInto(workflow, question.actionRepository))
		return [];
	const unknown = new Map<string, string[]>();
	for (const [job, result] of needs) {
		const continuing = result === "success" ? continuingOf(job, needs, gateJob, workflow) : undefined;
		if (continuing?.kind !== "unknown") continue;
		unknown.set(continuing.why, [...(unknown.get(continuing.why) ?? []), job]);
	}
	return [...unknown].slice(0, 10).map(([why, jobs]) => {
		const more = jobs.length > 5 ? ` and ${jobs.length - 5} more` : "";
		return problem(
			"notice",
			"continue-on-error-unknown",
			`Whether ${jobs.slice(0, 5).join(", ")}${more} succeeded or continued on error is not known: ${why}`,
			{
				hint: "The input 'workflow' names the file whose jobs these are; of another repository's nothing is read.",
			},
		);
	});
}

function judgeJob(
	question: NeedsQuestion,
	job: string,
	result: JobResult,
	explained: (job: string) => boolean,
): Pick<JobVerdict, "verdict" | "why"> {
	const { workflow, allowedSkips, allowedFailures } = question;
	switch (result) {
		case "success": {
			const continuing = continuingOf(job, question.needs, question.job, workflow);
			if (continuing.kind !== "jobs") return { verdict: "good", why: "succeeded" };
			const { jobs } = continuing;
			const who =
				jobs.length === 1 && jobs[0] === job
					? "continues on error"
					: `calls jobs that continue on error (${jobs.slice(0, 5).join(", ")})`;
			const several = workflow.kind === "read" ? jobs.find((each) => workflow.several?.has(each)) : undefined;
			if (several === undefined && jobs.every((each) => question.evidenceOf(each).present))
				return { verdict: "good", why: `${who}; its evidence is judged` };
			if (allowedFailures.includes(job))
				return { verdict: "good", why: `${who}, and its failure is allowed` };
			return {
				verdict: "closed",
				why: `${who}, so that its success proves nothing, and ${several === undefined ? "left no evidence that tells of all its legs" : `evidence of '${several}' may be that of another job of this id`}`,
			};
		}
		case "failure":
			if (allowedFailures.includes(job)) return { verdict: "good", why: "failed, which is allowed" };
			if (explained(job)) return { verdict: "held", why: explainedText(question.evidenceOf(job).otherSteps) };
			if (question.evidenceOf(job).explained)
				return { verdict: "closed", why: otherStepsText(question.evidenceOf(job).otherSteps) };
			return {
				verdict: "closed",
				why: question.evidenceOf(job).present
					? "failed, and by its evidence not through the outside world alone"
					: "failed, and left no evidence that tells why",
			};
		case "cancelled":
			return { verdict: "closed", why: "was cancelled" };
		case "skipped":
			if (allowedSkips.includes(job)) return { verdict: "good", why: "skipped, which is allowed" };
			return toldSkip(
				proveSkip({
					job,
					needs: question.needs,
					gateJob: question.job,
					workflow,
					baseWorkflow: question.baseWorkflow,
					explained,
				}),
			);
	}
}

function explainedText(others: OtherSteps): string {
	const outage = "failed, and all failures in its evidence are the outside world's";
	return others.kind === "unknown"
		? `${outage}; whether another step of it failed is unknown (${others.why})`
		: `${outage}; no other step of it failed`;
}

function otherStepsText(others: OtherSteps): string {
	const names = others.kind === "failed" ? cutText(others.names.slice(0, 5).join(", "), 300) : "";
	return `failed, and not only by its tests: ${names} failed too`;
}

function toldSkip(proof: SkipProof): Pick<JobVerdict, "verdict" | "why"> {
	switch (proof.kind) {
		case "innocent":
			return { verdict: "good", why: "skipped by a condition, and no job before it failed" };
		case "behind-outage":
			return { verdict: "held", why: "skipped behind a job that failed only through the outside world" };
		case "unproven":
			return { verdict: "closed", why: `was skipped, and nothing proves that innocent: ${proof.why}` };
	}
}

function unknownNames(input: string, names: readonly string[], needs: Needs): Problem[] {
	return names
		.filter((name) => !needs.has(name))
		.map((name) =>
			problem("warning", `${input}-unknown`, `Input '${input}' names '${name}', which is no job of 'needs'`, {
				hint: `Remove the name, or correct it.${didYouMean(name, needs.keys())}`,
			}),
		);
}
