import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadCatalogue } from "../../catalog/load.js";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue } from "../../catalog/service.js";
import type { EventContext } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import { commitTree } from "../../git/commit-tree.js";
import { type Git, openGit, tokenCredentials } from "../../git/git.js";
import { type PublishedRef, publishTags } from "../../git/publish.js";
import type { RepositoryState } from "../../git/state.js";
import type { Host } from "../../runner/action.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import type { Log } from "../../runner/log.js";
import type { VersionInputs } from "./inputs.js";

export interface VersionPorts {
	git: Git;
	event: EventContext;
	/** True for a step of a workflow. */
	actions: boolean;
	/** The catalogue of HEAD. */
	catalogue(state: RepositoryState): Promise<Catalogue>;
	/** The text of a plan's result file. */
	readPlan(file: string): Promise<string>;
	publish(tags: readonly string[], commit: string): Promise<readonly PublishedRef[]>;
	log: Log;
}

export async function versionPorts(host: Host, inputs: VersionInputs): Promise<VersionPorts> {
	const event = await readEvent(host.environment);
	const git = openGit({
		directory: host.directory,
		environment: host.environment,
		credentials: tokenCredentials(event.serverUrl, inputs.token),
	});
	return {
		git,
		event,
		actions: host.actions,
		log: host.log,
		catalogue: async (state) =>
			loadCatalogue(
				commitTree(git.objects, state.head, async () => state.prefix),
				{
					configFile: inputs.configFile,
					repositoryName: await repositoryName(event, {
						directory: git.directory,
						remote: async () => state.origin,
					}),
				},
			),
		readPlan: async (file) => {
			try {
				return await readFile(resolve(host.directory, file), "utf8");
			} catch (cause) {
				throw new UserError("plan-file-missing", `The plan file can't be read: ${errorMessage(cause)}`, {
					input: "plan-file",
					cause,
					hint: "Download the artifact of plan's result first, and give its path relative to the working directory.",
				});
			}
		},
		publish: (tags, commit) => publishTags(git, tags, commit),
	};
}
