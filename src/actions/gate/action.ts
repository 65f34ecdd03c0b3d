import type { ActionModule } from "../../runner/action.js";
import { run } from "./gate.js";
import { type GateInputs, INPUTS, OUTPUTS, parseInputs } from "./inputs.js";
import { type GatePorts, gatePorts } from "./ports.js";
import { report } from "./report.js";
import type { GateResult } from "./result.js";

/** `gate`: may the end-to-end tests run? Also the suite's front door. */
export const gateAction: ActionModule<GateInputs, GatePorts, GateResult> = {
	name: "gate",
	description: "May the end-to-end tests run? One verdict from test reports, coverage and the jobs before.",
	inputs: INPUTS,
	outputs: OUTPUTS,
	examples: [
		"sluice gate",
		"sluice gate --services catalog,checkout --require e2e",
		"sluice gate --results unit=reports/*.xml --coverage coverage/lcov.info --thresholds 'lines: 80'",
	],
	parse: parseInputs,
	ports: gatePorts,
	run,
	report,
};
