import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue } from "../../catalog/service.js";
import type { EventContext } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import { commitTree } from "../../git/commit-tree.js";
import { type Git, openGit, tokenCredentials } from "../../git/git.js";
import { type MovingTag, type PublishedRef, publishTags } from "../../git/publish.js";
import { pushWriter, type RefWriter } from "../../git/push.js";
import type { RepositoryState } from "../../git/state.js";
import { gitHubRepository } from "../../github/server.js";
import type { Host } from "../../runner/action.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import type { Log } from "../../runner/log.js";
import { keepYoungSmall } from "../../runner/young-generation.js";
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
	/** Makes and moves tags at origin, all or none. A PublishRace where others changed them in the meantime. */
	publish(
		tags: readonly string[],
		moving: readonly MovingTag[],
		commit: string,
	): Promise<readonly PublishedRef[]>;
	/** Writes release notes and returns the file's path. */
	writeNotes(text: string): Promise<string>;
	log: Log;
}

export async function versionPorts(host: Host, inputs: VersionInputs): Promise<VersionPorts> {
	const event = await readEvent(host.environment);
	const git = openGit({
		directory: host.directory,
		environment: host.environment,
		credentials: tokenCredentials(event.serverUrl, inputs.token),
		signal: host.signal,
	});
	void git.objects.begun();
	return {
		git,
		event,
		actions: host.actions,
		log: host.log,
		catalogue: async (state) => {
			// Before manifests and history are read, most of which is held; and not before the code was loaded.
			keepYoungSmall();
			const { loadCatalogue } = await import("../../catalog/load.js");
			return loadCatalogue(
				commitTree(git.objects, state.head, async () => state.prefix),
				{
					configFile: inputs.configFile,
					repositoryName: await repositoryName(event, {
						directory: git.directory,
						remote: async () => state.origin,
					}),
				},
			);
		},
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
		publish: async (tags, moving, commit) =>
			publishTags(git, tags, commit, { moving, write: await refWriter(git, host, inputs) }),
		writeNotes: async (text) => {
			const path = join(host.temporary, "sluice", `version.${crypto.randomUUID()}.notes.md`);
			await mkdir(join(host.temporary, "sluice"), { recursive: true });
			await writeFile(path, text, { flag: "wx" });
			return path;
		},
	};
}

/** GitHub's API where origin is the run's own repository there, else git; git too where the API can't be used. */
async function refWriter(git: Git, host: Host, inputs: VersionInputs): Promise<RefWriter> {
	const push = pushWriter(git);
	const repository = gitHubRepository({
		environment: host.environment,
		token: inputs.token,
		origin: await git.remote(),
	});
	if (repository === undefined) return push;
	const options = {
		sleep: (milliseconds: number) => setTimeout(milliseconds, undefined, { signal: host.signal }),
		now: Date.now,
		signal: host.signal,
	};
	// Loaded only now: an HTTP client takes longer to load than most versions take to compute.
	const { updateRefs } = await import("../../github/update-refs.js");
	let failures = 0;
	return async (changes) => {
		if (failures > 0) await options.sleep(failures * 1000);
		const failure = await updateRefs(repository, changes, options);
		if (failure === undefined) return undefined;
		failures++;
		if (failure.kind === "unavailable") {
			host.log.info(`${failure.error.message}. The tags are pushed by git instead.`);
			return push(changes);
		}
		return { error: failure.error, passing: failure.kind === "passing" };
	};
}
