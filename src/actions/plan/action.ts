import type { ActionModule } from "../../runner/action.js";
import { INPUTS, OUTPUTS, type PlanInputs, parseInputs } from "./inputs.js";
import { run } from "./plan.js";
import { type PlanPorts, planPorts } from "./ports.js";
import { report } from "./report.js";
import type { PlanResult } from "./result.js";

export const planAction: ActionModule<PlanInputs, PlanPorts, PlanResult> = {
	name: "plan",
	description: "Which services does this change affect, and what must run?",
	inputs: INPUTS,
	outputs: OUTPUTS,
	examples: [
		"sluice plan",
		"sluice plan --base origin/main --json",
		"sluice plan --base v1.4.0 --head main --depth all",
	],
	parse: parseInputs,
	ports: planPorts,
	run,
	report,
};
