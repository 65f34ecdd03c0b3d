import type { Endpoint } from "../../catalog/service.js";
import type { CommandResult } from "../../commands/command.js";
import { UserError } from "../../runner/errors.js";
import type { Call } from "./call.js";
import { commandEnvironment } from "./environment.js";
import type { Outcome } from "./outcome.js";
import type { StepResult } from "./result.js";

export interface Tried {
	command: CommandResult;
	tries: number;
	/** Milliseconds, of all tries. */
	duration: number;
}

/** What a command came to, and why. */
interface Looked {
	outcome: Outcome;
	reason: string;
}

/** What is made ready before each run of a command. */
export interface Preparation {
	/** The folder for a built image. */
	layout?: string | undefined;
	/** Reports written before it are not this run's. */
	since?: number | undefined;
}

/** Runs a command, and the whole of it again while it does not pass and retries are left. */
export async function tryAgain<T extends Looked>(
	call: Call,
	name: string,
	endpoint: Endpoint,
	prepare: () => Promise<Preparation>,
	look: (command: CommandResult, prepared: Preparation) => Promise<T>,
): Promise<T & Tried> {
	const { ports, inputs, service } = call;
	const most = 1 + (inputs.retries ?? endpoint.retries);
	const timeout = inputs.timeout ?? endpoint.timeout;
	let duration = 0;
	for (let tries = 1; ; tries++) {
		const title = `${service.name}: ${name}${tries === 1 ? "" : ` (try ${tries} of ${most})`}`;
		const prepared = await prepare();
		const command = await ports.log.group(title, () =>
			ports.command({
				shell: endpoint.shell,
				command: endpoint.run,
				directory: service.path === "." ? ports.directory : `${ports.directory}/${service.path}`,
				environment: commandEnvironment({
					host: ports.environment,
					endpoint,
					given: inputs.env,
					service: service.name,
					commit: call.commit,
					version: call.version?.version,
					image: call.image,
					layout: prepared.layout,
					shard: inputs.shard,
				}),
				timeout: timeout === undefined ? undefined : timeout * 1000,
				signal: ports.signal,
				onLine: (line) => ports.log.info(line),
			}),
		);
		duration += command.duration;
		if (command.stopped === "aborted") {
			throw new UserError("run-cancelled", `${name} of ${service.name} was cancelled`, {
				fault: "outside",
				hint: "Nothing was recorded. Run the job again.",
			});
		}
		// What was ended did not end by itself, whatever exit code its last words had.
		if (command.stopped !== undefined) command.exitCode = null;
		const judged = await look(command, prepared);
		if (judged.outcome === "passed" || tries >= most) return { ...judged, command, tries, duration };
		ports.log.info(`${title}: ${judged.reason}; running it again`);
	}
}

/** The result of a command that has no tests. */
export function plainStep(name: string, last: Looked & Tried, evidenceFile: string | null): StepResult {
	return {
		name,
		outcome: last.outcome,
		reason: last.reason,
		exitCode: last.command.exitCode,
		tries: last.tries,
		duration: last.duration,
		evidenceFile,
		tests: null,
		failing: [],
		quarantined: [],
		flaky: [],
		coverage: null,
	};
}
