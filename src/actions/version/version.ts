import type { EventContext } from "../../context/event.js";
import { type PublishedRef, PublishRace } from "../../git/publish.js";
import { refuseTreeless, repositoryState } from "../../git/state.js";
import { UserError } from "../../runner/errors.js";
import { problemsAsError } from "../../runner/problem.js";
import { computeVersions } from "../../versions/compute.js";
import { pullRequestTips } from "../../versions/context.js";
import { releaseNotes } from "../../versions/release-notes.js";
import { beginTags } from "../../versions/release-tags.js";
import type { VersionsRequest } from "../../versions/request.js";
import type { VersionsResult } from "../../versions/version.js";
import type { VersionInputs } from "./inputs.js";
import { chosenServices, plannedServices, undeclaredProblems } from "./planned.js";
import type { VersionPorts } from "./ports.js";
import type { VersionResult } from "./result.js";

/** Computes the versions and, with `publish`, makes their tags: all of them or none. */
export async function run(inputs: VersionInputs, ports: VersionPorts): Promise<VersionResult> {
	const { git, event, actions } = ports;
	const state = await repositoryState(git);
	refuseTreeless(state);
	// The remote answers, or the tags' files are read, while the catalogue is.
	const begunTags = beginTags(git, { state, actions, others: pullRequestTips(event) });
	const planned =
		inputs.planFile === undefined
			? undefined
			: plannedServices(await ports.readPlan(inputs.planFile), inputs.planFile);
	const catalogue = await ports.catalogue(state);
	const wrong = problemsAsError(catalogue.problems);
	if (wrong !== undefined) throw wrong;
	const declared = catalogue.services.map(({ name }) => name);
	const chosen = chosenServices(inputs.services, planned);
	const services = inputs.services === undefined ? chosen?.filter((name) => declared.includes(name)) : chosen;
	const undeclared = undeclaredProblems(planned ?? [], declared);
	const many = (services ?? catalogue.services).length > 1;
	if (inputs.images !== undefined && many) {
		throw new UserError("images-ambiguous", "Input 'images' is given for several services", {
			input: "images",
			hint: "Name one service in 'services', or leave 'images' out: each service then has its own image.",
		});
	}
	const request: VersionsRequest = {
		git,
		state,
		catalogue,
		event,
		actions,
		services,
		named: inputs.services !== undefined,
		bump: inputs.bump,
		release: inputs.release,
		publish: inputs.publish,
		floating: inputs.floating,
		featureFormat: inputs.featureFormat,
		images: inputs.images,
	};
	const { computed, published } = await compute({ ...request, begunTags }, inputs, ports);
	const problems = [...catalogue.problems, ...undeclared, ...computed.problems];
	const tags = [...computed.toPublish, ...computed.toMove].map(({ tag }) => tag);
	if (inputs.publish) await addPastTraces(request, computed);
	const notes = releaseNotes(computed.services, repositoryUrl(event));
	return {
		schema: "version.result.v1",
		context: computed.context,
		ref: computed.ref,
		commit: computed.commit,
		services: computed.services,
		published: [...(published ?? [])],
		dryRun: inputs.dryRun,
		notesFile: inputs.publish ? await ports.writeNotes(notes) : null,
		unpublished: published === undefined ? tags : [],
		problems,
	};
}

/** How often versions are computed anew because somebody else published in the meantime. */
const ATTEMPTS = 3;

/**
 * The versions, published where that was asked for. A race is computed anew from the tags as they are then, unless
 * the number was promised by `release`: builds may hold it already, so it can't become another.
 */
async function compute(
	request: VersionsRequest,
	inputs: VersionInputs,
	ports: VersionPorts,
): Promise<{ computed: VersionsResult; published: readonly PublishedRef[] | undefined }> {
	for (let attempt = 1; ; attempt++) {
		const computed = await computeVersions(attempt === 1 ? request : { ...request, begunTags: undefined });
		const tags = computed.toPublish.map(({ tag }) => tag);
		const count = tags.length + computed.toMove.length;
		const refused = [...request.catalogue.problems, ...computed.problems].some(
			({ severity }) => severity === "error",
		);
		if (count === 0 || !inputs.publish || inputs.dryRun || refused) return { computed, published: undefined };
		try {
			const published = await ports.log.group(`Publishing ${count === 1 ? "1 tag" : `${count} tags`}`, () =>
				ports.publish(tags, computed.toMove, computed.commit),
			);
			return { computed, published };
		} catch (thrown) {
			if (!(thrown instanceof PublishRace) || inputs.release || attempt === ATTEMPTS) throw thrown;
			ports.log.info(`${thrown.message}. The versions are computed again.`);
		}
	}
}

/** Of a service whose release HEAD carries: the commits that led to it, for a run that is repeated. */
async function addPastTraces(request: VersionsRequest, computed: VersionsResult): Promise<void> {
	const carried = computed.services.filter(
		({ service, gitTag, height }) =>
			gitTag !== null && height === null && !computed.toPublish.some((each) => each.service === service),
	);
	if (carried.length === 0) return;
	const before = await computeVersions({
		...request,
		services: carried.map(({ service }) => service),
		publish: false,
		release: false,
		beforeHead: true,
	}).catch((thrown: unknown) => {
		// A shallow clone tells its version by the tag alone; a trace is not worth a failure.
		if (thrown instanceof UserError) return undefined;
		throw thrown;
	});
	for (const each of carried) {
		const past = before?.services.find(({ service }) => service === each.service);
		if (past !== undefined) each.commits = past.commits;
	}
}

function repositoryUrl(event: EventContext): string | undefined {
	const { serverUrl, repository } = event;
	return serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`;
}
