import { IMAGE_FOLDER } from "../../evidence/evidence.js";
import { problemsAsError } from "../../runner/problem.js";
import { runBuild, runOther } from "./build.js";
import { prepareCall } from "./call.js";
import { chooseService, chooseWork } from "./endpoint.js";
import type { RunInputs } from "./inputs.js";
import { runLevel } from "./level.js";
import type { Outcome } from "./outcome.js";
import type { RunPorts } from "./ports.js";
import { makeRoom } from "./record.js";
import type { RunResult, StepResult } from "./result.js";

/** Runs one endpoint of one service and writes its evidence. */
export async function run(inputs: RunInputs, ports: RunPorts): Promise<RunResult> {
	const catalogue = await ports.catalogue();
	const broken = problemsAsError(catalogue.problems);
	if (broken !== undefined) throw broken;
	const service = chooseService(catalogue, inputs.service);
	const work = chooseWork(service, inputs.endpoint);
	const call = await prepareCall(inputs, ports, catalogue, service, work.kind);
	const steps: StepResult[] = [];
	let digest: string | null = null;
	let inLayout = false;
	switch (work.kind) {
		case "levels":
			for (const level of work.levels) await makeRoom(call, level.level);
			for (const level of work.levels) steps.push(await runLevel(call, level));
			break;
		case "build": {
			await makeRoom(call, "build");
			const built = await runBuild(call, work.endpoint);
			steps.push(built.step);
			digest = built.digest;
			inLayout = built.inLayout;
			break;
		}
		case "command":
			steps.push(await runOther(call, work.name, work.endpoint));
	}
	const outcome = worst(steps);
	return {
		schema: "run.result.v1",
		service: service.name,
		endpoint: inputs.endpoint,
		outcome,
		reason: steps
			.filter((each) => each.outcome === outcome)
			.map((each) => (steps.length === 1 ? each.reason : `${each.name}: ${each.reason}`))
			.join("; "),
		commit: call.commit,
		version: call.version?.version ?? null,
		image: call.image ?? null,
		digest,
		layout: digest !== null && inLayout ? `${IMAGE_FOLDER}/${service.name}` : null,
		steps,
		problems: [...catalogue.problems, ...call.problems],
	};
}

const WORSE: readonly Outcome[] = ["passed", "infrastructure", "failed"];

function worst(steps: readonly StepResult[]): Outcome {
	return steps.reduce<Outcome>(
		(sum, each) => (WORSE.indexOf(each.outcome) > WORSE.indexOf(sum) ? each.outcome : sum),
		"passed",
	);
}
