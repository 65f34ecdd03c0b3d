import type { FileTree } from "../../git/tree.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import { withCalled } from "./called-workflows.js";
import type { GateInputs } from "./inputs.js";
import type { Place } from "./place.js";
import type { GatePorts } from "./ports.js";
import { parseWorkflow, runsAfterFailure, type WorkflowFile } from "./workflow-file.js";

/** The workflow file that runs, and the base's of the same name. Pure but for its ports. */

/** It lies at the repository's root, whatever folder the gate works in. */
export async function runningWorkflow(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
): Promise<WorkflowFile> {
	const { own, tree, workingTree, checkedOut } = place;
	// Without a checkout there is no commit to ask, and in a terminal the file may have changed.
	const isHere = !checkedOut || (workingTree && (await ports.git.prefix()) === "");
	return readWorkflow(inputs, ports, isHere ? tree : ports.git.rootTree(own.commit));
}

export async function readWorkflow(
	inputs: GateInputs,
	ports: GatePorts,
	tree: FileTree,
): Promise<WorkflowFile> {
	const file = inputs.workflow ?? ports.event.workflowFile;
	if (file === undefined)
		return { kind: "unreadable", file, why: "its name is not known (pass the input 'workflow')" };
	const read = (each: string) => readFile(each, tree);
	return withCalled(await read(file), read);
}

async function readFile(file: string, tree: FileTree): Promise<WorkflowFile> {
	try {
		const text = (await tree.read([file])).get(file);
		return text === undefined
			? { kind: "unreadable", file, why: `it is not in ${tree.name}` }
			: parseWorkflow(file, text);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return { kind: "unreadable", file, why: thrown.message };
	}
}

/** Told, and no part of the verdict: a gate that is skipped can't tell it. */
export function gateCondition(workflow: WorkflowFile, job: string | undefined): Problem[] {
	const own = workflow.kind === "read" && job !== undefined ? workflow.jobs.get(job) : undefined;
	if (own === undefined || own.needs.length === 0 || runsAfterFailure(own.condition)) return [];
	return [
		problem(
			"error",
			"gate-skippable",
			`Job '${job}' is skipped when a job before it fails, and GitHub takes a skipped required check for passed`,
			{ file: workflow.file, hint: `Give the job: if: \${{ !cancelled() }}` },
		),
	];
}
