import type { ActionModule } from "../../runner/action.js";
import { INPUTS, OUTPUTS, parseInputs, type RunInputs } from "./inputs.js";
import { type RunPorts, runPorts } from "./ports.js";
import { report } from "./report.js";
import type { RunResult } from "./result.js";
import { run } from "./run.js";

export const runEndpointAction: ActionModule<RunInputs, RunPorts, RunResult> = {
	name: "run",
	description: "Runs one endpoint of one service, the same way for every language, and writes its evidence.",
	inputs: INPUTS,
	outputs: OUTPUTS,
	examples: [
		"sluice run --service checkout --endpoint unit",
		"sluice run --service checkout --endpoint test --retries 1",
		"sluice run --service checkout --endpoint build --version 1.4.0",
		"sluice run --service checkout --endpoint e2e --env CART_URL=http://127.0.0.1:8081 --timeout 10m --json",
	],
	parse: parseInputs,
	ports: runPorts,
	run,
	answersStop: true,
	report,
};
