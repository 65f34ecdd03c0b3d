import type { Endpoint } from "../../catalog/service.js";
import type { CommandResult } from "../../commands/command.js";
import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { plainStep, tryAgain } from "./attempts.js";
import type { Call } from "./call.js";
import { endText, type Outcome } from "./outcome.js";
import { writeEvidence } from "./record.js";
import type { StepResult } from "./result.js";

/** The commands that are no tests: build, deploy, promote. */

export interface Built {
	step: StepResult;
	/** sha256:... */
	digest: string | null;
	/** Whether the image lies in the OCI layout, not in the registry. */
	inLayout: boolean;
}

interface Ending {
	outcome: Outcome;
	reason: string;
	image: Image | undefined;
}

interface Image {
	digest: string;
	inLayout: boolean;
}

/** Builds the image and reads its digest; a build that leaves no image has failed. */
export async function runBuild(call: Call, endpoint: Endpoint): Promise<Built> {
	const { ports, service } = call;
	const last = await tryAgain(
		call,
		"build",
		endpoint,
		async () => ({ layout: await ports.layout.prepare(service.name) }),
		(command) => buildEnding(call, endpoint, command),
	);
	const evidenceFile = await writeEvidence(call, {
		level: "build",
		outcome: last.outcome,
		reason: last.reason,
		exitCode: last.command.exitCode,
		digest: last.image?.digest ?? null,
		declares: { results: false, coverage: false },
		tests: null,
		notable: [],
		notableLeft: 0,
		coverage: null,
		output: last.outcome === "passed" ? null : last.command.tail,
	});
	return {
		step: plainStep("build", last, evidenceFile),
		digest: last.image?.digest ?? null,
		inLayout: last.image?.inLayout === true,
	};
}

async function buildEnding(call: Call, endpoint: Endpoint, command: CommandResult): Promise<Ending> {
	const failed = (reason: string): Ending => ({ outcome: "failed", reason, image: undefined });
	if (command.exitCode !== 0 || command.stopped !== undefined)
		return failed(endText({ command, timeout: call.inputs.timeout ?? endpoint.timeout }));
	try {
		const image = await builtImage(call);
		if (image !== undefined) return { outcome: "passed", reason: `${image.digest} was built`, image };
		const registry = call.image === undefined ? "" : `, and ${call.image} is not in its registry`;
		return failed(`the build left no image: SLUICE_IMAGE_LAYOUT holds none${registry}`);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		call.problems.push(problem("error", thrown.code, thrown.message, { hint: thrown.hint }));
		return failed(`the built image can't be read: ${thrown.message}`);
	}
}

/** From the layout, else from the registry that the build has pushed to. */
async function builtImage(call: Call): Promise<Image | undefined> {
	const inLayout = await call.ports.layout.digest(call.service.name);
	if (inLayout !== undefined) return { digest: inLayout, inLayout: true };
	const pushed = call.image === undefined ? undefined : await call.ports.registryDigest(call.image);
	return pushed === undefined ? undefined : { digest: pushed, inLayout: false };
}

/** Deploys or promotes by the service's own command. It leaves no evidence: it tests nothing. */
export async function runOther(
	call: Call,
	name: "deploy" | "promote",
	endpoint: Endpoint,
): Promise<StepResult> {
	const last = await tryAgain(
		call,
		name,
		endpoint,
		async () => ({}),
		async (command) => ({
			outcome:
				command.exitCode === 0 && command.stopped === undefined ? ("passed" as const) : ("failed" as const),
			reason: endText({ command, timeout: call.inputs.timeout ?? endpoint.timeout }),
		}),
	);
	return plainStep(name, last, null);
}
