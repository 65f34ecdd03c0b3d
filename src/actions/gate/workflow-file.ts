import { parseDocument } from "yaml";

/** What a workflow file says about its jobs: the parts that tell an innocent skip from a hidden failure. Pure. */

export interface WorkflowJob {
	/** The name that GitHub shows, as written. */
	name: string | undefined;
	/** Direct needs, as written. */
	needs: readonly string[];
	/** The text of `if`, or undefined where the job has none. */
	condition: string | undefined;
	/** True where `continue-on-error` is anything but false: GitHub then reports success whatever happened. */
	continueOnError: boolean;
	/** Which jobs do: the job itself, or jobs of the workflow that it calls. */
	continuing: readonly string[];
	/** The workflow that the job calls, as written: `./.github/workflows/x.yml`. */
	calls: string | undefined;
	/** Why what it calls is not known; undefined where nothing is left unknown. */
	unread: string | undefined;
	/** Names of steps with `continue-on-error`. */
	continuingSteps: readonly string[];
	/** Names that GitHub shows for the steps that use the action `run`. */
	runSteps: readonly string[];
	/** What the steps that use the gate get, as written: `with`, by input. */
	gateSteps: readonly ReadonlyMap<string, string>[];
}

export type WorkflowFile =
	| {
			kind: "read";
			file: string;
			jobs: ReadonlyMap<string, WorkflowJob>;
			/** The files of the same commit that it calls, by path, and what those call. */
			called?: ReadonlyMap<string, WorkflowFile>;
			/** Ids that several jobs of the run have: whose evidence is whose can't be told. */
			several?: ReadonlySet<string>;
	  }
	| { kind: "unreadable"; file: string | undefined; why: string };

/** Reads a workflow. Anything that is not exactly understood makes it unreadable, and so it proves nothing. */
export function parseWorkflow(file: string, text: string): WorkflowFile {
	const unreadable = (why: string): WorkflowFile => ({ kind: "unreadable", file, why });
	let root: unknown;
	try {
		const document = parseDocument(text, { uniqueKeys: true, version: "1.2", prettyErrors: false });
		const error = document.errors[0];
		if (error !== undefined) return unreadable(`it is no valid YAML (${error.message.split("\n")[0] ?? ""})`);
		root = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
	} catch {
		return unreadable("it is nested too deeply or has too many aliases");
	}
	const jobs = root instanceof Map ? root.get("jobs") : undefined;
	if (!(jobs instanceof Map)) return unreadable("it has no jobs");
	const read = new Map<string, WorkflowJob>();
	for (const [id, job] of jobs) {
		const parsed = job instanceof Map ? parseJob(String(id), job) : undefined;
		if (typeof id !== "string" || parsed === undefined)
			return unreadable(`job ${JSON.stringify(String(id))} has a form that is not known`);
		read.set(id, parsed);
	}
	return { kind: "read", file, jobs: read };
}

function parseJob(id: string, job: ReadonlyMap<unknown, unknown>): WorkflowJob | undefined {
	const needs = parseJobNeeds(job.get("needs"));
	const condition = parseCondition(job);
	if (needs === undefined || condition === null) return undefined;
	const steps = job.get("steps");
	const name = job.get("name");
	const uses = job.get("uses");
	return {
		name: typeof name === "string" ? name : undefined,
		needs,
		condition,
		continueOnError: continues(job),
		continuing: continues(job) ? [id] : [],
		calls: typeof uses === "string" ? uses : undefined,
		unread: undefined,
		continuingSteps: Array.isArray(steps)
			? steps.flatMap((step: unknown, index) =>
					step instanceof Map && continues(step) ? [stepName(step, index)] : [],
				)
			: [],
		runSteps: Array.isArray(steps) ? steps.flatMap(runStepName) : [],
		gateSteps: Array.isArray(steps) ? steps.flatMap(gateInputs) : [],
	};
}

/** Also one of another repository's copy: only which step it is matters here. */
function runStepName(step: unknown): string[] {
	const uses: unknown = step instanceof Map ? step.get("uses") : undefined;
	if (typeof uses !== "string" || !/(^|\/)actions\/run\/?(@|$)/.test(uses)) return [];
	const name: unknown = step instanceof Map ? step.get("name") : undefined;
	return [typeof name === "string" ? name : `Run ${uses}`];
}

/** The suite's front door is the gate too, under whatever name: its inputs tell it. */
const GATE_ALONE: readonly string[] = ["needs", "evidence", "require", "allowed-skips", "allowed-failures"];

function gateInputs(step: unknown): ReadonlyMap<string, string>[] {
	const uses: unknown = step instanceof Map ? step.get("uses") : undefined;
	if (!(step instanceof Map) || typeof uses !== "string") return [];
	const given: unknown = step.get("with");
	const inputs: ReadonlyMap<unknown, unknown> = given instanceof Map ? given : new Map();
	const isGate = /(^|\/)actions\/gate\/?(@|$)/.test(uses) || GATE_ALONE.some((name) => inputs.has(name));
	if (!isGate) return [];
	return [new Map([...inputs].map(([name, value]) => [String(name).toLowerCase(), String(value ?? "")]))];
}

function parseJobNeeds(value: unknown): readonly string[] | undefined {
	if (value === undefined || value === null) return [];
	if (typeof value === "string") return [value];
	if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
	return undefined;
}

/** null where there is an `if` of a form that is not known. */
function parseCondition(job: ReadonlyMap<unknown, unknown>): string | undefined | null {
	if (!job.has("if")) return undefined;
	const value = job.get("if");
	if (typeof value === "string" && value.trim() !== "") return value.trim();
	if (typeof value === "boolean") return String(value);
	return null;
}

function continues(part: ReadonlyMap<unknown, unknown>): boolean {
	const value = part.get("continue-on-error");
	return value !== undefined && value !== null && value !== false && value !== "false";
}

function stepName(step: ReadonlyMap<unknown, unknown>, index: number): string {
	for (const key of ["name", "id", "uses"]) {
		const value = step.get(key);
		if (typeof value === "string") return value;
	}
	return `step ${index + 1}`;
}

/**
 * Whether a condition lets the job run when a need has failed: GitHub adds success() over all ancestors to a
 * condition without a status function, and takes a skipped required check for passed.
 */
export function runsAfterFailure(condition: string | undefined): boolean {
	return condition !== undefined && /\balways\s*\(\s*\)|!\s*cancelled\s*\(\s*\)/i.test(condition);
}

/** Whether a condition names a status function, so that GitHub does not add success() over all ancestors to it. */
export function hasStatusFunction(condition: string | undefined): boolean {
	return condition !== undefined && /\b(always|cancelled|failure|success)\s*\(/i.test(condition);
}

/** All ancestors of a job, without itself; undefined where a need is no job of the file. */
export function ancestorsOf(
	jobs: ReadonlyMap<string, WorkflowJob>,
	job: string,
): ReadonlySet<string> | undefined {
	const found = new Set<string>();
	const open = [...(jobs.get(job)?.needs ?? [])];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (found.has(next)) continue;
		const each = jobs.get(next);
		if (each === undefined) return undefined;
		found.add(next);
		open.push(...each.needs);
	}
	return found.has(job) ? undefined : found;
}
