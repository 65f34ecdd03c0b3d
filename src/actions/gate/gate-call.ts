import { type Problem, problem } from "../../runner/problem.js";
import type { WorkflowFile, WorkflowJob } from "./workflow-file.js";

/**
 * How the workflow file calls the gate, in the base and in the commit that runs: a change that lets the gate read
 * other settings or work in another folder would choose its own judge. Pure.
 */

/** What an input of the gate is in the base's workflow file. */
export type InputBefore =
	/** Literal texts, one for each step that is the gate; the default where a step does not give it. */
	| { kind: "known"; values: readonly string[] }
	/** The file can't be read, has no such job or no gate in it, or the input is an expression. */
	| { kind: "unknown" };

export function inputBefore(
	base: WorkflowFile | undefined,
	job: string | undefined,
	input: string,
	fallback: string,
): InputBefore {
	const steps = jobOf(base, job)?.gateSteps ?? [];
	const values = steps.map((step) => step.get(input)?.trim() || fallback);
	if (values.length === 0 || values.some((value) => value.includes("${{"))) return { kind: "unknown" };
	return { kind: "known", values };
}

/** What the change alters in the gate's own job: named, since whoever reviews it must see it. */
export function gateChanges(
	running: WorkflowFile,
	base: WorkflowFile | undefined,
	job: string | undefined,
): Problem[] {
	const [now, before] = [jobOf(running, job), jobOf(base, job)];
	if (now === undefined || before === undefined) return [];
	const changes: string[] = [];
	const lost = before.needs.filter((need) => !now.needs.includes(need));
	if (lost.length > 0) changes.push(`it no longer needs ${lost.slice(0, 10).join(", ")}`);
	const inputs = changedInputs(now, before);
	if (inputs.length > 0) changes.push(`the gate gets other inputs (${inputs.slice(0, 10).join(", ")})`);
	if (before.gateSteps.length > 0 && now.gateSteps.length < before.gateSteps.length)
		changes.push("a step of the gate is gone");
	if (!before.continueOnError && now.continueOnError) changes.push("it continues on error");
	if (changes.length === 0) return [];
	return [
		problem(
			"warning",
			"gate-changed",
			`This change alters the gate's own job '${job}': ${changes.join("; ")}`,
			{
				file: running.file,
				hint: "Review it as a change of policy.",
			},
		),
	];
}

function changedInputs(now: WorkflowJob, before: WorkflowJob): string[] {
	const names = [...now.gateSteps, ...before.gateSteps].flatMap((step) => [...step.keys()]);
	const all = (job: WorkflowJob, name: string) =>
		job.gateSteps.map((step) => step.get(name) ?? "").join("\n");
	if (now.gateSteps.length === 0) return [];
	return [...new Set(names)].filter((name) => all(now, name) !== all(before, name)).sort();
}

function jobOf(file: WorkflowFile | undefined, job: string | undefined): WorkflowJob | undefined {
	return file?.kind === "read" && job !== undefined ? file.jobs.get(job) : undefined;
}
