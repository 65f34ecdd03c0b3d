import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import { awaitChecks, checkedCommits, ownChecks } from "./checks.js";
import type { GateInputs } from "./inputs.js";
import type { GatePorts } from "./ports.js";
import type { Reason } from "./reason.js";
import type { GateResult } from "./result.js";
import type { WorkflowFile } from "./workflow-file.js";

/** `checks` of the input, waited for, and what to say where they are not asked for. */
export async function requiredChecks(
	inputs: GateInputs,
	ports: GatePorts,
	commit: string,
	workflow: WorkflowFile,
	closed: boolean,
): Promise<{ checks: GateResult["checks"]; reasons: Reason[]; problems: Problem[] }> {
	const { checks: lines } = inputs;
	// A gate that is closed already is not worth the time.
	const waitTimeout = closed ? 0 : inputs.waitTimeout;
	if (lines.length === 0) {
		const problems =
			inputs.waitTimeout === 0
				? []
				: [
						problem(
							"notice",
							"wait-without-checks",
							"'wait-timeout' is given without 'checks': nothing waits",
						),
					];
		return { checks: [], reasons: [], problems };
	}
	if ("why" in ports.gitHub) {
		throw new UserError("checks-without-github", `Input 'checks' is given, and ${ports.gitHub.why}`, {
			input: "checks",
			hint: "Pass 'token', and run the gate for a repository on GitHub.",
		});
	}
	const commits = checkedCommits(commit, ports.event);
	const isOwn = ownChecks(ports.event, workflow);
	const judged = await awaitChecks({ lines, commits, waitTimeout, isOwn }, ports.gitHub);
	return { ...judged, problems: [] };
}
