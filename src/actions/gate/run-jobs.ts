import type { HeldEvidence } from "../../evidence/held-evidence.js";
import type { RunJob } from "../../github/jobs.js";
import { matchesName } from "./name-template.js";
import type { WorkflowFile, WorkflowJob } from "./workflow-file.js";

/**
 * The jobs of a run as GitHub's API lists them, for the keys that evidence and `needs` have. The API knows only
 * names: the key or the job's `name`, the matrix values in brackets, and the callers' names before a slash. Pure.
 */

/** Whether a leg ran in the attempt: yes where any job that may be it did; undefined where none is found. */
export function ranAgain(
	evidence: HeldEvidence,
	jobs: readonly RunJob[],
	workflow: WorkflowFile,
): boolean | undefined {
	if (evidence.job === null) return undefined;
	const found = jobsOf(evidence.job, jobs, workflow, evidence);
	return found.length === 0 ? undefined : found.some(({ ran }) => ran);
}

export type OtherSteps =
	| { kind: "none" }
	| { kind: "failed"; names: readonly string[] }
	| { kind: "unknown"; why: string };

/** What failed in a job besides the steps that run tests by `run`, whose failure evidence tells of. */
export function otherFailedSteps(job: string, jobs: readonly RunJob[], workflow: WorkflowFile): OtherSteps {
	const found = jobsOf(job, jobs, workflow).filter(({ conclusion }) => !GOOD.has(conclusion ?? "success"));
	if (found.length === 0) return { kind: "unknown", why: "GitHub lists no failed job of this name" };
	const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
	const names: string[] = [];
	for (const each of found) {
		const failed = each.steps.filter(({ conclusion }) => !GOOD.has(conclusion ?? "success"));
		if (each.conclusion !== "failure") names.push(`the job itself (${each.conclusion})`);
		else if (failed.length === 0) return { kind: "unknown", why: "GitHub lists no failed step of it" };
		names.push(...failed.map(({ name }) => name).filter((name) => !isRun(name, declared)));
	}
	return names.length === 0 ? { kind: "none" } : { kind: "failed", names };
}

const GOOD: ReadonlySet<string> = new Set(["success", "skipped", "neutral"]);

/** Without the workflow's file only a step that has no name of its own can be told to be `run`. */
function isRun(step: string, declared: WorkflowJob | undefined): boolean {
	if (declared === undefined) return /^Run \S*\/actions\/run(@\S*)?$/.test(step);
	return declared.runSteps.some((name) => matchesName(name, step));
}

function jobsOf(
	job: string,
	jobs: readonly RunJob[],
	workflow: WorkflowFile,
	evidence?: HeldEvidence,
): readonly RunJob[] {
	const declared = workflow.kind === "read" ? workflow.jobs.get(job) : undefined;
	const matrix = evidence?.legParts?.matrix ?? undefined;
	const name = withValues(declared?.name ?? job, matrix);
	const found = jobs.flatMap((each) => {
		// The last part is the job's own name: those before it are callers'.
		const own = declared === undefined ? (each.name.split(" / ").at(-1) ?? "") : each.name;
		const [, bare = own, values] = /^(.*?) \((.*)\)$/.exec(own) ?? [];
		if (matchesName(name, own)) return [{ each, values: undefined }];
		return matchesName(name, bare) ? [{ each, values }] : [];
	});
	if (matrix === undefined) return found.map(({ each }) => each);
	const wanted = sortedValues(matrix.map(([, value]) => value).join(", "));
	const exact = found.filter(({ values }) => values !== undefined && sortedValues(values) === wanted);
	return (exact.length > 0 ? exact : found).map(({ each }) => each);
}

function sortedValues(list: string): string {
	return list.split(", ").sort().join(", ");
}

/** A name as the workflow writes it, with the matrix values that are known. */
function withValues(name: string, matrix: readonly (readonly [string, string])[] | undefined): string {
	const values = new Map(matrix);
	return name.replace(
		/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g,
		(written, axis: string) => values.get(axis) ?? written,
	);
}
