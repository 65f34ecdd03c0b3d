import type { EventContext } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import { type Git, openGit, tokenCredentials } from "../../git/git.js";
import type { DuePorts } from "../../graph/due.js";
import type { Host } from "../../runner/action.js";
import type { Log } from "../../runner/log.js";
import { releasePort } from "../../versions/release-port.js";
import type { PlanInputs } from "./inputs.js";

export interface PlanPorts {
	git: Git;
	event: EventContext;
	lastReleases: DuePorts["lastReleases"];
	log: Log;
}

export async function planPorts(host: Host, inputs: PlanInputs): Promise<PlanPorts> {
	const event = await readEvent(host.environment);
	const git = openGit({
		directory: host.directory,
		environment: host.environment,
		credentials: tokenCredentials(event.serverUrl, inputs.token),
		signal: host.signal,
	});
	return {
		git,
		event,
		log: host.log,
		lastReleases: releasePort({ git, actions: host.actions, log: host.log }),
	};
}
