import type { HeldEvidence } from "../../evidence/held-evidence.js";
import type { JobsAnswer } from "../../github/jobs.js";
import type { Dropped, Leg } from "./match.js";
import type { Needs } from "./needs.js";
import { ranAgain } from "./run-jobs.js";
import type { WorkflowFile } from "./workflow-file.js";

/**
 * Evidence of an earlier attempt counts only where its job did not run in this one ("Re-run failed jobs" leaves
 * green legs behind), or where its job's failure is explained; otherwise it is missing. Pure.
 */

export interface AttemptQuestion {
	legs: readonly Leg[];
	/** Undefined where the evidence is of another run, whose results `needs` does not hold. */
	needs: Needs | undefined;
	workflow: WorkflowFile;
	/** The attempt's jobs, where they were asked for. */
	jobs: JobsAnswer | undefined;
	/** Whether a failed job's evidence shows only failures of the outside world. */
	explained(job: string): boolean;
}

export function withoutStaleAttempts(question: AttemptQuestion): { legs: Leg[]; dropped: Dropped[] } {
	const dropped: Dropped[] = [];
	const legs = question.legs.filter((leg) => {
		if (!leg.older) return true;
		const why = staleBecause(question, leg.evidence);
		if (why === undefined) return true;
		dropped.push({
			file: leg.file,
			of: leg.evidence,
			why: `it belongs to attempt ${leg.evidence.attempt}, and ${why}`,
		});
		return false;
	});
	return { legs, dropped };
}

function staleBecause(question: AttemptQuestion, evidence: HeldEvidence): string | undefined {
	const { needs, jobs, explained } = question;
	const { job } = evidence;
	if (job !== null && jobs?.kind === "known") {
		const ran = ranAgain(evidence, jobs.jobs, question.workflow);
		if (ran === false) return undefined;
		if (ran === true) return `its job '${job}' ran again`;
	}
	const result = job === null ? undefined : needs?.get(job);
	if (job === null || result === undefined) return `whether its job ran again is not known${whyNot(jobs)}`;
	if (result === "failure" && explained(job)) return undefined;
	if (result !== "success") return `its job '${job}' ended with ${result} in this attempt${whyNot(jobs)}`;
	const declared = question.workflow.kind === "read" ? question.workflow.jobs.get(job) : undefined;
	if (declared === undefined || declared.unread !== undefined)
		return `the workflow file does not show whether job '${job}' continues on error${whyNot(jobs)}`;
	if (declared.continueOnError || declared.continuingSteps.length > 0)
		return `its job '${job}' continues on error, so that its success proves nothing${whyNot(jobs)}`;
	return undefined;
}

function whyNot(jobs: JobsAnswer | undefined): string {
	return jobs?.kind === "unknown" ? ` (${jobs.why})` : "";
}
