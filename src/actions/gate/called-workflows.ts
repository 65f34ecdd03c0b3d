import { posix } from "node:path";
import type { Needs } from "./needs.js";
import type { WorkflowFile, WorkflowJob } from "./workflow-file.js";

/**
 * The workflows that a workflow's jobs call (`uses`). GitHub reports a job of a called workflow that continues on
 * error as a success, and so the job that calls it. Files of the running commit are read; those of other
 * repositories can't be. Pure but for its port.
 */

/** GitHub lets a run call 50 workflows, up to ten deep: "Limitations of reusable workflows". */
const FILES = 50;
const DEPTH = 10;

/** The file with all local files that it calls, and what those say told of the jobs that call them. */
export async function withCalled(
	root: WorkflowFile,
	read: (file: string) => Promise<WorkflowFile>,
): Promise<WorkflowFile> {
	if (root.kind !== "read") return root;
	const called = new Map<string, WorkflowFile>();
	let open = [...callsOf(root)];
	for (let depth = 1; open.length > 0 && depth < DEPTH; depth++) {
		const next = new Set<string>();
		for (const file of open) {
			if (called.has(file) || called.size >= FILES) continue;
			const found = await read(file);
			called.set(file, found);
			for (const each of callsOf(found)) next.add(each);
		}
		open = [...next];
	}
	const callees = new Callees(called);
	const jobs = new Map([...root.jobs].map(([id, job]) => [id, callees.into(job)]));
	return { ...root, jobs, called, several: callees.severalOf(root.jobs) };
}

function callsOf(workflow: WorkflowFile): Set<string> {
	const jobs = workflow.kind === "read" ? [...workflow.jobs.values()] : [];
	return new Set(jobs.flatMap(({ calls }) => localFile(calls) ?? []));
}

/** `./` is the running commit's, and so is `$/` in a file of that commit. */
function localFile(calls: string | undefined): string | undefined {
	return calls !== undefined && /^[.$]\//.test(calls) ? posix.normalize(calls.slice(2)) : undefined;
}

interface Callee {
	continuing: ReadonlySet<string>;
	steps: readonly string[];
	unread: string | undefined;
	/** How often a job of each id runs in it: once or more. */
	runs: ReadonlyMap<string, number>;
}

/** What called files say, each read once, however often it is called. */
class Callees {
	readonly #called: ReadonlyMap<string, WorkflowFile>;
	/** Undefined while it is looked at: a file that calls itself. */
	readonly #known = new Map<string, Callee | undefined>();

	constructor(called: ReadonlyMap<string, WorkflowFile>) {
		this.#called = called;
	}

	/** A job with what the workflow that it calls tells of it. */
	into(job: WorkflowJob): WorkflowJob {
		if (job.calls === undefined) return job;
		const { continuing, steps, unread } = this.#calleeOf(job.calls);
		const all = [...new Set([...job.continuing, ...continuing])];
		const continuingSteps = [...job.continuingSteps, ...steps];
		return { ...job, unread, continuing: all, continueOnError: all.length > 0, continuingSteps };
	}

	/** Ids that more than one job has which runs. */
	severalOf(jobs: ReadonlyMap<string, WorkflowJob>): ReadonlySet<string> {
		const { runs } = this.#summary(jobs);
		return new Set([...runs].flatMap(([id, count]) => (count > 1 ? [id] : [])));
	}

	#calleeOf(calls: string): Callee {
		const nothing = { continuing: new Set<string>(), steps: [], runs: new Map<string, number>() };
		const file = localFile(calls);
		if (file === undefined) return { ...nothing, unread: `'${calls}' is no file of this commit` };
		const found = this.#called.get(file);
		if (found?.kind !== "read") {
			const why = found === undefined ? "it is called too deep" : found.why;
			return { ...nothing, unread: `'${file}' can't be read: ${why}` };
		}
		if (!this.#known.has(file)) {
			this.#known.set(file, undefined);
			this.#known.set(file, this.#summary(found.jobs));
		}
		return this.#known.get(file) ?? { ...nothing, unread: `'${file}' calls itself` };
	}

	#summary(jobs: ReadonlyMap<string, WorkflowJob>): Callee {
		const runs = new Map<string, number>();
		const continuing = new Set<string>();
		const steps: string[] = [];
		let unread: string | undefined;
		for (const [id, job] of jobs) {
			const whole = this.into(job);
			for (const each of whole.continuing) continuing.add(each);
			steps.push(...whole.continuingSteps.slice(0, STEPS));
			unread ??= whole.unread;
			const own = job.calls === undefined ? new Map([[id, 1]]) : this.#calleeOf(job.calls).runs;
			for (const [each, count] of own) runs.set(each, Math.min(2, (runs.get(each) ?? 0) + count));
		}
		return { continuing, steps: steps.slice(0, STEPS), unread, runs };
	}
}

/** So many steps of a called workflow are told. */
const STEPS = 20;

/** What the files say of a job whose result `needs` holds. */
export type Continuing =
	/** Its success can be told from its failure. */
	| { kind: "no" }
	/** These jobs continue on error: the job itself, or jobs of what it calls. */
	| { kind: "jobs"; jobs: readonly string[] }
	| { kind: "unknown"; why: string };

/**
 * Whether a job of `needs` continues on error. The gate of a called workflow stands in a file that GitHub does not
 * name: each file with a job of that name and these needs may be the one, and what any of them says counts.
 */
export function continuingOf(
	job: string,
	needs: Needs,
	gateJob: string | undefined,
	workflow: WorkflowFile,
): Continuing {
	if (workflow.kind !== "read")
		return { kind: "unknown", why: `${workflow.file ?? "the workflow file"} can't be read: ${workflow.why}` };
	const homes = homesOf(workflow, needs, gateJob);
	const declared = (homes.length > 0 ? homes : [workflow]).flatMap(({ file, jobs }) => {
		const own = jobs.get(job);
		if (own === undefined) return [];
		return [file === workflow.file ? own : new Callees(workflow.called ?? new Map()).into(own)];
	});
	const continuing = declared.flatMap((each) => each.continuing);
	if (continuing.length > 0) return { kind: "jobs", jobs: [...new Set(continuing)] };
	if (homes.length === 0)
		return {
			kind: "unknown",
			why: `${workflow.file} has no job '${gateJob ?? ""}' that needs exactly the jobs in 'needs'`,
		};
	const unread = declared.find((each) => each.unread !== undefined)?.unread;
	return unread === undefined ? { kind: "no" } : { kind: "unknown", why: unread };
}

type ReadFile = Extract<WorkflowFile, { kind: "read" }>;

/** The files that may be the one of the gate's job: that of the run and what it calls. */
export function homesOf(workflow: WorkflowFile, needs: Needs, gateJob: string | undefined): ReadFile[] {
	if (workflow.kind !== "read") return [];
	return [workflow, ...(workflow.called?.values() ?? [])].filter((each): each is ReadFile => {
		const gate = each.kind === "read" && gateJob !== undefined ? each.jobs.get(gateJob) : undefined;
		return gate !== undefined && needsExactly(gate, needs);
	});
}

/** Whether a job of the file, or of one that it calls, calls a workflow of a repository (`owner/name`). */
export function callsInto(workflow: WorkflowFile, repository: string | undefined): boolean {
	if (workflow.kind !== "read" || repository === undefined) return false;
	const prefix = `${repository}/.github/workflows/`.toLowerCase();
	return [workflow, ...(workflow.called?.values() ?? [])].some(
		(each) =>
			each.kind === "read" &&
			[...each.jobs.values()].some(({ calls }) => calls?.toLowerCase().startsWith(prefix) === true),
	);
}

/** Whether a gate's job needs the jobs of `needs`, and no others: then the file is the one that runs it. */
export function needsExactly({ needs: names }: WorkflowJob, needs: Needs): boolean {
	return new Set(names).size === needs.size && names.every((name) => needs.has(name));
}
