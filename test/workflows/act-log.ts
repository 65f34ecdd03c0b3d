/** What act's JSON log says about jobs and steps. Pure. */

export type ActResult = "success" | "failure" | "skipped";

export interface ActStep {
	/** Its `id`, or its number in the job, from 0; steps inside a composite action have `outer.inner`. */
	id: string;
	/** Its `name`, else its `uses` or its script. */
	name: string;
	stage: "Pre" | "Main" | "Post";
	/** GitHub's `outcome`: a failure stays one under `continue-on-error`. */
	result: ActResult;
	outputs: Map<string, string>;
	/** What it printed. */
	log: string;
	summary: string;
	annotations: { level: "error" | "warning" | "notice"; message: string; place: Record<string, string> }[];
}

export interface ActJob {
	/**
	 * act's name of it: `<workflow>/<job>`, and `<calling job>/<called workflow>/<job>` in a called one. Of
	 * nested calls only the innermost calling job stands there. Legs of a matrix end in `-1`, `-2`, ...
	 */
	name: string;
	id: string;
	matrix: Record<string, unknown>;
	/** A job that calls a workflow has the result of what it called. */
	result: ActResult;
	steps: ActStep[];
	/** The summaries of its steps, in order. */
	summary: string;
}

export interface ActLog {
	jobs: ActJob[];
	text: string;
	/** `owner/name@ref` that act tried to fetch from a server. */
	fetched: string[];
}

interface Entry {
	level?: string;
	msg?: string;
	job?: string;
	jobID?: string;
	matrix?: Record<string, unknown>;
	jobResult?: ActResult;
	step?: string;
	stepID?: string[];
	stage?: ActStep["stage"];
	stepResult?: ActResult;
	raw_output?: boolean;
	command?: string;
	name?: string;
	arg?: string;
	content?: string;
	kvPairs?: Record<string, string>;
}

function entryOf(line: string): Entry | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === "object" && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Characters of one entry that the text shows: outputs can be long. */
const SHOWN = 2000;

const ANNOTATIONS = new Set(["error", "warning", "notice"]);

function isAnnotation(command: string): command is "error" | "warning" | "notice" {
	return ANNOTATIONS.has(command);
}

interface Draft extends Omit<ActJob, "result" | "summary"> {
	reported: ActResult | undefined;
	/** An error of this very leg, not of another leg of its matrix. */
	failed: boolean;
	steps: ActStep[];
}

function addToStep(job: Draft, entry: Entry): void {
	if (entry.stage === undefined || entry.stepID === undefined) return;
	const id = entry.stepID.join(".");
	let step = job.steps.find((known) => known.id === id && known.stage === entry.stage);
	if (step === undefined) {
		// Steps are also named by what act prepares for them.
		if (entry.stepResult === undefined && !(entry.msg ?? "").includes("\u2B50 Run ")) return;
		// A step that does not come to its end has failed.
		step = {
			id,
			name: entry.step ?? "",
			stage: entry.stage,
			result: "failure",
			outputs: new Map(),
			log: "",
			summary: "",
			annotations: [],
		};
		job.steps.push(step);
	}
	if (entry.stepResult !== undefined) step.result = entry.stepResult;
	if (entry.raw_output === true) step.log += `${(entry.msg ?? "").replace(/\r?\n?$/, "")}\n`;
	const { command } = entry;
	if (command === "set-output" && entry.name !== undefined) step.outputs.set(entry.name, entry.arg ?? "");
	if (command === "summary") step.summary += entry.content ?? "";
	if (command !== undefined && isAnnotation(command)) {
		step.annotations.push({ level: command, message: entry.arg ?? "", place: entry.kvPairs ?? {} });
	}
}

/** Whether `job` is inside what `caller` calls: its name starts with the caller's own, without its workflow. */
function isCalledBy(job: Draft, caller: Draft): boolean {
	for (let slash = caller.name.indexOf("/"); slash >= 0; slash = caller.name.indexOf("/", slash + 1)) {
		if (job !== caller && job.name.startsWith(`${caller.name.slice(slash + 1)}/`)) return true;
	}
	return false;
}

function resultOf(job: Draft, all: readonly Draft[]): ActResult {
	if (job.reported === undefined) {
		const called = all.filter((other) => isCalledBy(other, job));
		if (called.length === 0) return "failure";
		return called.some((other) => resultOf(other, all) === "failure") ? "failure" : "success";
	}
	// act gives all legs that end after a failed one its result.
	if (job.reported === "failure" && Object.keys(job.matrix).length > 0 && !job.failed) return "success";
	return job.reported;
}

/** Reads the standard output of `act --json --verbose`. Lines that are no JSON stay in the text only. */
export function readActLog(stdout: string): ActLog {
	const jobs = new Map<string, Draft>();
	const text: string[] = [];
	const fetched = new Set<string>();
	for (const line of stdout.split("\n")) {
		const entry = entryOf(line);
		if (entry === undefined) {
			if (line !== "") text.push(line);
			continue;
		}
		const message = (entry.msg ?? "").trimEnd();
		const wanted = /^LocalRepositoryCache not matched \S*?([^/\s]+\/[^/\s]+) with Ref (\S+)$/.exec(message);
		if (wanted) fetched.add(`${wanted[1]}@${wanted[2]}`);
		const name = entry.job?.trim();
		if (entry.level !== "debug" || entry.jobResult !== undefined || entry.stepResult !== undefined) {
			const shown = message.length > SHOWN ? `${message.slice(0, SHOWN)}...` : message;
			const from = name === undefined ? "" : `[${name}] `;
			text.push(`${from}${entry.raw_output === true ? "| " : ""}${shown}`);
		} else if (entry.stepID === undefined) {
			continue;
		}
		if (name === undefined || entry.jobID === undefined) continue;
		let job = jobs.get(name);
		if (job === undefined) {
			job = {
				name,
				id: entry.jobID,
				matrix: entry.matrix ?? {},
				reported: undefined,
				failed: false,
				steps: [],
			};
			jobs.set(name, job);
		}
		if (entry.jobResult !== undefined) job.reported = entry.jobResult;
		if (entry.level === "error" && entry.command === undefined && entry.raw_output !== true)
			job.failed = true;
		if (entry.level !== "debug" || entry.stepResult !== undefined) addToStep(job, entry);
	}
	const all = [...jobs.values()];
	return {
		jobs: all.map((job) => ({
			name: job.name,
			id: job.id,
			matrix: job.matrix,
			result: resultOf(job, all),
			steps: job.steps,
			summary: job.steps.map((step) => step.summary).join(""),
		})),
		text: text.join("\n"),
		fetched: [...fetched],
	};
}

/**
 * The one job with this id, and in a matrix with these values. A job of a called workflow is told apart by a
 * part of its name, `within`.
 * @throws Error that lists the jobs when none or several fit
 */
export function jobOf(
	jobs: readonly ActJob[],
	id: string,
	{ matrix = {}, within = "" }: { matrix?: Record<string, unknown>; within?: string } = {},
): ActJob {
	const fitting = jobs.filter(
		(job) =>
			job.id === id &&
			job.name.includes(within) &&
			Object.entries(matrix).every(([key, value]) => job.matrix[key] === value),
	);
	const [job] = fitting;
	if (job === undefined || fitting.length > 1) {
		const known = jobs.map((one) => `${one.name} (${one.id}, ${one.result})`).join("; ");
		throw new Error(`${fitting.length} jobs are '${id}' ${JSON.stringify({ matrix, within })}: ${known}`);
	}
	return job;
}

/**
 * The one main step with this id, or whose name starts with this.
 * @throws Error that lists the steps when none or several fit
 */
export function stepOf(job: ActJob, name: string): ActStep {
	const main = job.steps.filter((step) => step.stage === "Main");
	const byId = main.filter((step) => step.id === name);
	const fitting = byId.length > 0 ? byId : main.filter((step) => step.name.startsWith(name));
	const [step] = fitting;
	if (step === undefined || fitting.length > 1) {
		const known = main.map((one) => `${one.id}: ${one.name.split("\n")[0]} (${one.result})`).join("; ");
		throw new Error(`${fitting.length} steps of ${job.name} are '${name}': ${known}`);
	}
	return step;
}
