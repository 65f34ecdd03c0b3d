import { needsExactly } from "./called-workflows.js";
import type { Needs } from "./needs.js";
import { ancestorsOf, hasStatusFunction, type WorkflowFile, type WorkflowJob } from "./workflow-file.js";

/**
 * Whether a skipped job was skipped innocently. GitHub reports a job that was skipped by its condition and one
 * that was skipped because a job before it failed in the same word; only the workflow file tells them apart. Pure.
 */

export type SkipProof =
	| { kind: "innocent" }
	/** Only failures that are the outside world's stand before it. */
	| { kind: "behind-outage" }
	| { kind: "unproven"; why: string };

export interface SkipQuestion {
	job: string;
	needs: Needs;
	gateJob: string | undefined;
	workflow: WorkflowFile;
	/** Given in a pull request and a merge group: the base's file must prove the skip as well. */
	baseWorkflow: WorkflowFile | undefined;
	/** Whether a failed job is explained by its evidence. */
	explained(job: string): boolean;
}

export function proveSkip(question: SkipQuestion): SkipProof {
	const { job, gateJob, workflow, baseWorkflow } = question;
	const file = (each: { file: string | undefined }) => each.file ?? "the workflow file";
	if (workflow.kind === "unreadable") return unproven(`${file(workflow)} can't be read: ${workflow.why}`);
	if (gateJob === undefined) return unproven("the gate's own job is not known (GITHUB_JOB is not set)");
	const own = workflow.jobs.get(gateJob);
	if (own === undefined || !needsExactly(own, question.needs))
		return unproven(
			`job '${gateJob}' of ${file(workflow)} does not need exactly the jobs in 'needs' (a reusable workflow names its skips in 'allowed-skips')`,
		);
	const head = prove(question, workflow.jobs, workflow.jobs, job, new Map());
	if (head.kind === "unproven" || baseWorkflow === undefined) return head;
	if (baseWorkflow.kind === "unreadable")
		return unproven(`the base's ${file(baseWorkflow)} can't be read: ${baseWorkflow.why}`);
	if (baseWorkflow.jobs.get(gateJob)?.needs.includes(job) !== true)
		return unproven(`the gate of the base's ${file(baseWorkflow)} does not know the job yet`);
	const base = prove(question, baseWorkflow.jobs, workflow.jobs, job, new Map());
	if (base.kind === "unproven") return unproven(`by the base's workflow file, ${base.why}`);
	return base.kind === "behind-outage" ? base : head;
}

type Jobs = ReadonlyMap<string, WorkflowJob>;

/**
 * The proof by the graph of `jobs`. `running` is the file that ran: a condition counts only where both files
 * have the same one, and a skipped job only where it stands before the job in both, so that a change can't skip
 * a job by a condition or a need of its own.
 */
function prove(
	question: SkipQuestion,
	jobs: Jobs,
	running: Jobs,
	job: string,
	known: Map<string, SkipProof>,
): SkipProof {
	const proof = known.get(job) ?? proveAnew(question, jobs, running, job, known);
	known.set(job, proof);
	return proof;
}

function proveAnew(
	question: SkipQuestion,
	jobs: Jobs,
	running: Jobs,
	job: string,
	known: Map<string, SkipProof>,
): SkipProof {
	const own = jobs.get(job);
	// Undefined also for a job that needs itself, so that the recursion ends.
	const ancestors = ancestorsOf(jobs, job);
	if (own === undefined || ancestors === undefined)
		return unproven(`the needs of '${job}' can't be followed`);
	let outage = false;
	let skippedNeed = false;
	for (const ancestor of ancestors) {
		const result = question.needs.get(ancestor);
		if (result === undefined && !provenByDescendant(question.needs, jobs, running, ancestor))
			return unproven(`the result of '${ancestor}', which stands before it, is not known`);
		if (result === "success" || result === undefined) {
			if (running.get(ancestor)?.continueOnError !== true) continue;
			return unproven(
				`'${ancestor}', which stands before it, continues on error, so that its success proves nothing`,
			);
		}
		if (result === "failure" && question.explained(ancestor)) {
			outage = true;
			continue;
		}
		if (result !== "skipped") return unproven(`'${ancestor}', which stands before it, ended with ${result}`);
		const proof = prove(question, jobs, running, ancestor, known);
		if (proof.kind === "unproven")
			return unproven(`'${ancestor}', which stands before it, was skipped: ${proof.why}`);
		if (proof.kind === "behind-outage") outage = true;
		else if (own.needs.includes(ancestor)) skippedNeed = true;
	}
	if (outage) return { kind: "behind-outage" };
	for (const added of ancestorsOf(running, job) ?? []) {
		if (question.needs.get(added) === "skipped" && !ancestors.has(added))
			return unproven(`this change puts '${added}', which was skipped, before it`);
	}
	// With a status function the job would have been asked all the same: then only its own 'if' skips it.
	if (skippedNeed && !hasStatusFunction(own.condition)) return { kind: "innocent" };
	if (own.condition === undefined) return unproven("it has neither an 'if' nor a need that was skipped");
	if (own.condition !== running.get(job)?.condition) return unproven("this change alters its 'if'");
	return { kind: "innocent" };
}

/** A job without an `if` runs only when all its ancestors have succeeded. */
function provenByDescendant(needs: Needs, jobs: Jobs, running: Jobs, ancestor: string): boolean {
	for (const [job, result] of needs) {
		if (result !== "success" || jobs.get(job)?.condition !== undefined) continue;
		if (running.get(job) === undefined || running.get(job)?.condition !== undefined) continue;
		if (ancestorsOf(jobs, job)?.has(ancestor) === true && ancestorsOf(running, job)?.has(ancestor) === true)
			return true;
	}
	return false;
}

function unproven(why: string): SkipProof {
	return { kind: "unproven", why };
}
