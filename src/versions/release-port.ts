import type { Catalogue } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { problemText } from "../runner/annotations.js";
import type { Log } from "../runner/log.js";
import { type LastReleases, lastReleases } from "./last-releases.js";

/** `lastReleases` as a port of an action: what can't be told of the tags goes to the log. */
export function releasePort(from: {
	git: Git;
	actions: boolean;
	log: Log;
}): (catalogue: Catalogue, head: string) => Promise<LastReleases["releases"]> {
	const { git, actions, log } = from;
	return async (catalogue, head) => {
		const { releases, problems } = await lastReleases({ git, catalogue, head, actions });
		for (const each of problems) log.warning(problemText(each));
		return releases;
	};
}
