import { type HeldEvidence, isSameEvidence } from "../../evidence/held-evidence.js";
import type { Needs } from "./needs.js";
import { type Reason, reason } from "./reason.js";
import type { WorkflowFile } from "./workflow-file.js";

/**
 * Which evidence counts: that of this commit, of one run, and of each key (service, level, leg) the newest
 * attempt. Whatever does not count is named, and two files that contradict each other close the gate. Pure.
 */

/** A file that the globs of `evidence` found. */
export type EvidenceFile =
	| { kind: "read"; file: string; evidence: HeldEvidence }
	| { kind: "unreadable"; file: string; why: string }
	/** A file of another kind, such as a log. */
	| { kind: "other"; file: string; why: string };

/** The gate's own place. */
export interface Own {
	commit: string;
	/** Undefined in a terminal. */
	run: string | undefined;
	attempt: number;
}

/** Evidence of one leg, that may count. */
export interface Leg {
	file: string;
	evidence: HeldEvidence;
	/** It was left by an earlier attempt than the gate's own. */
	older: boolean;
}

export interface Dropped {
	file: string;
	why: string;
}

export interface Selection {
	legs: Leg[];
	dropped: Dropped[];
	reasons: Reason[];
}

/** The evidence of this commit and run, of each key the newest attempt. */
export function selectEvidence(files: readonly EvidenceFile[], own: Own): Selection {
	const dropped: Dropped[] = [];
	const reasons: Reason[] = [];
	const ofCommit: { file: string; evidence: HeldEvidence }[] = [];
	for (const each of files) {
		if (each.kind === "other") dropped.push({ file: each.file, why: each.why });
		else if (each.kind === "unreadable") {
			reasons.push(
				reason(
					"missing",
					"evidence-unreadable",
					`Evidence ${each.file} can't be read: ${each.why}`,
					"Run the level again, and upload the file whole.",
					{ file: each.file },
				),
			);
		} else if (each.evidence.commit !== own.commit) {
			const commit = each.evidence.commit.slice(0, 12);
			dropped.push({
				file: each.file,
				why: `it belongs to commit ${commit}, and the gate stands at ${own.commit.slice(0, 12)}`,
			});
		} else ofCommit.push({ file: each.file, evidence: each.evidence });
	}
	const run = countingRun(
		ofCommit.map(({ evidence }) => evidence.run),
		own.run,
	);
	const ofRun = ofCommit.filter(({ file, evidence }) => {
		if (evidence.run === run) return true;
		dropped.push({ file, why: `it belongs to ${runText(evidence.run)}, and ${runText(run ?? null)} counts` });
		return false;
	});
	// An attempt above the gate's own can only be known where both are of one run.
	const current = ofRun.filter(({ file, evidence }) => {
		if (evidence.run !== own.run || own.run === undefined || evidence.attempt <= own.attempt) return true;
		dropped.push({
			file,
			why: `it belongs to attempt ${evidence.attempt}, and this is attempt ${own.attempt}`,
		});
		return false;
	});
	const legs = newestOfEachKey(current, dropped, reasons).map((each) => ({
		...each,
		older: own.run !== undefined && each.evidence.run === own.run && each.evidence.attempt < own.attempt,
	}));
	return { legs, dropped, reasons };
}

/** The gate's own run, else the highest run id that is there; in a terminal evidence without a run comes first. */
function countingRun(runs: readonly (string | null)[], own: string | undefined): string | null | undefined {
	if (runs.includes(own ?? null)) return own ?? null;
	const ids = runs.filter((run) => run !== null);
	return ids.reduce<string | undefined>(
		(best, run) => (best === undefined || higher(run, best) ? run : best),
		undefined,
	);
}

/** Run ids are whole numbers, whose text grows with them. */
function higher(a: string, b: string): boolean {
	return a.length === b.length ? a > b : a.length > b.length;
}

function runText(run: string | null): string {
	return run === null ? "no run" : `run ${run.slice(0, 40)}`;
}

function newestOfEachKey(
	files: readonly { file: string; evidence: HeldEvidence }[],
	dropped: Dropped[],
	reasons: Reason[],
): { file: string; evidence: HeldEvidence }[] {
	const keys = new Map<string, { file: string; evidence: HeldEvidence }[]>();
	for (const each of files) {
		const { service, level, leg } = each.evidence;
		const key = JSON.stringify([service, level, leg]);
		const group = keys.get(key);
		if (group === undefined) keys.set(key, [each]);
		else group.push(each);
	}
	const newest: { file: string; evidence: HeldEvidence }[] = [];
	for (const group of keys.values()) {
		const attempt = Math.max(...group.map(({ evidence }) => evidence.attempt));
		const last = group.filter(({ evidence }) => evidence.attempt === attempt);
		for (const each of group) {
			if (each.evidence.attempt < attempt)
				dropped.push({ file: each.file, why: `attempt ${attempt} of the same leg is there` });
		}
		const [first, ...others] = last;
		if (first === undefined) continue;
		newest.push(first);
		if (others.length === 0) continue;
		for (const other of others) {
			if (isSameEvidence(first.evidence, other.evidence)) {
				dropped.push({ file: other.file, why: `it is the same as ${first.file}` });
				continue;
			}
			// Both are judged: whichever is red is shown as such.
			newest.push(other);
			const { service, level, leg } = first.evidence;
			reasons.push(
				reason(
					"missing",
					"evidence-contradicts",
					`Two files say different things about ${service} ${level}${leg === "" ? "" : ` (${leg})`}: ${first.file} and ${other.file}`,
					"Give each of the two runs a 'leg' of its own, and download artifacts into folders of their own.",
					{ service, level, file: other.file },
				),
			);
		}
	}
	return newest;
}

export interface AttemptQuestion {
	legs: readonly Leg[];
	needs: Needs | undefined;
	workflow: WorkflowFile;
	/** Whether a failed job's evidence shows only failures of the outside world. */
	explained(job: string): boolean;
}

/**
 * Evidence of an earlier attempt counts only where its job did not run in this one ("Re-run failed jobs" leaves
 * green legs behind), or where its job's failure is explained; otherwise it is missing.
 */
export function withoutStaleAttempts(question: AttemptQuestion): { legs: Leg[]; dropped: Dropped[] } {
	const dropped: Dropped[] = [];
	const legs = question.legs.filter((leg) => {
		if (!leg.older) return true;
		const why = staleBecause(question, leg.evidence);
		if (why === undefined) return true;
		dropped.push({ file: leg.file, why: `it belongs to attempt ${leg.evidence.attempt}, and ${why}` });
		return false;
	});
	return { legs, dropped };
}

function staleBecause(
	{ needs, workflow, explained }: AttemptQuestion,
	evidence: HeldEvidence,
): string | undefined {
	const { job } = evidence;
	const result = job === null ? undefined : needs?.get(job);
	if (job === null || result === undefined) return "whether its job ran again is not known";
	if (result === "failure" && explained(job)) return undefined;
	if (result !== "success") return `its job '${job}' ended with ${result} in this attempt`;
	const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
	if (declared === undefined)
		return `the workflow file does not show whether job '${job}' continues on error`;
	if (declared.continueOnError || declared.continuingSteps.length > 0)
		return `its job '${job}' continues on error, so that its success proves nothing`;
	return undefined;
}

/** Legs of a job's matrix: all that its evidence tells of must be there. */
export function missingLegs(legs: readonly Leg[], needs: Needs | undefined): Reason[] {
	const jobs = new Map<
		string,
		{ expected: number | undefined; unknown: boolean; seen: Set<string>; file: string }
	>();
	for (const { evidence, file } of legs) {
		if (evidence.job === null) continue;
		const job = jobs.get(evidence.job) ?? { expected: undefined, unknown: false, seen: new Set(), file };
		jobs.set(evidence.job, job);
		if (evidence.legs === null) job.unknown = true;
		else {
			job.seen.add(evidence.leg);
			job.expected = Math.max(job.expected ?? 0, evidence.legs);
		}
	}
	const reasons: Reason[] = [];
	for (const [job, { expected, unknown, seen, file }] of jobs) {
		if (expected !== undefined && seen.size < expected) {
			reasons.push(
				reason(
					"missing",
					"leg-missing",
					`Job '${job}' has ${expected} legs, and evidence of ${seen.size} is here`,
					"Upload the evidence of every leg, each as an artifact of its own name.",
					{ file },
				),
			);
		} else if (unknown && needs?.has(job) !== true) {
			reasons.push(
				reason(
					"missing",
					"legs-unknown",
					`How many legs job '${job}' has is not known: its evidence does not say, and 'needs' does not hold the job`,
					`Pass needs: \${{ toJSON(needs) }}, or 'job-total' to the action 'run'.`,
					{ file },
				),
			);
		}
	}
	return reasons;
}

/** Whether all legs of a job are there, as far as its evidence tells; unknown is no. */
export function allLegsThere(legs: readonly Leg[]): boolean {
	const expected = legs.map(({ evidence }) => evidence.legs);
	if (expected.length === 0 || expected.includes(null)) return false;
	return (
		new Set(legs.map(({ evidence }) => evidence.leg)).size >= Math.max(...expected.map((each) => each ?? 0))
	);
}
