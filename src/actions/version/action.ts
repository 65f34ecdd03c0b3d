import type { ActionModule } from "../../runner/action.js";
import { INPUTS, OUTPUTS, parseInputs, type VersionInputs } from "./inputs.js";
import { type VersionPorts, versionPorts } from "./ports.js";
import { report } from "./report.js";
import type { VersionResult } from "./result.js";

export const versionAction: ActionModule<VersionInputs, VersionPorts, VersionResult> = {
	name: "version",
	description: "The semantic version and the tags of one service or of all of them.",
	inputs: INPUTS,
	outputs: OUTPUTS,
	examples: [
		"sluice version",
		"sluice version --services checkout --json",
		"sluice version --services checkout --bump minor --publish --dry-run",
	],
	parse: parseInputs,
	ports: versionPorts,
	// Loaded only now: git has been started by then, and begins in the meantime.
	run: async (inputs, ports) => (await import("./version.js")).run(inputs, ports),
	report,
};
