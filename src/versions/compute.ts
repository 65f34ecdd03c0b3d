import type { Catalogue } from "../catalog/service.js";
import { VERSION_DEFAULTS } from "../catalog/settings.js";
import type { EventContext } from "../context/event.js";
import type { Git } from "../git/git.js";
import { newerOnLine } from "../git/publish.js";
import { keepingShallow } from "../git/shallow.js";
import { type RepositoryState, refuseTreeless, repositoryState } from "../git/state.js";
import { UserError } from "../runner/errors.js";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import { neverReleased } from "./base.js";
import { type Core, parseCore } from "./bump.js";
import type { Level } from "./commit-message.js";
import { type VersionContext, versionContext } from "./context.js";
import { floatingTags } from "./floating.js";
import { roleFor } from "./line.js";
import type { FeatureFormat } from "./outcome.js";
import { newerReleased, refuseOlderCandidate, refusePublish } from "./publishing.js";
import { nameTag, notAskedFor, taggedBase, tagWarning } from "./pushed-tag.js";
import { NOTHING, readRanges } from "./ranges.js";
import { type BegunTags, type ReleaseTags, readReleaseTags } from "./release-tags.js";
import { afterMerge, type DecidedVersion, decideVersion } from "./service-version.js";
import { stageOf } from "./stage.js";
import { invalidTagProblems, parseTags, refuseOtherForm, tagForm } from "./tag.js";
import type { ServiceVersion, VersionsResult } from "./version.js";

/** A question for the versions of a commit's services. */
export interface VersionsRequest {
	git: Git;
	/** What is known of the repository; read where it is not given. */
	state?: RepositoryState | undefined;
	/** Tags that are being read already; read where they are not given. */
	begunTags?: BegunTags | undefined;
	/** The catalogue of HEAD: today's manifests decide for the whole range. */
	catalogue: Catalogue;
	event: EventContext;
	/** True in a workflow, where the remote's tags count. */
	actions: boolean;
	/** Only these; default all. */
	services?: readonly string[] | undefined;
	/** Whether a person named the services: `bump` then also makes a version of those without a change. */
	named?: boolean | undefined;
	bump?: Level | undefined;
	/** Promise the release's number, or with `publish` make a release of a release or hotfix branch. */
	release?: boolean | undefined;
	/** Compute for publishing; making the tags of `toPublish` is the caller's. */
	publish?: boolean | undefined;
	/** With `publish`: tell which floating git tags come along. */
	floating?: boolean | undefined;
	/** As if HEAD carried no tag, to tell what led to the release that it carries. */
	beforeHead?: boolean | undefined;
	featureFormat?: FeatureFormat | undefined;
	/** Names for references; default each service's own image. */
	images?: readonly string[] | undefined;
}

/**
 * The versions of a commit's services, by the rules, with their reasons. Reads history once for all of them.
 * Throws a UserError where an answer would be a guess (a shallow clone without the base) or is refused.
 */
export async function computeVersions(request: VersionsRequest): Promise<VersionsResult> {
	const state = request.state ?? (await repositoryState(request.git));
	refuseTreeless(state);
	return keepingShallow(state, () => compute(request, state));
}

async function compute(request: VersionsRequest, state: RepositoryState): Promise<VersionsResult> {
	const { git, catalogue, event } = request;
	const { release = false, publish = false } = request;
	const { head } = state;
	const all = catalogue.services.map((service) => service.name);
	const wanted = chosen(request.services, all);
	const initial = initialCore(catalogue);
	const facts = {
		commit: head,
		branch: state.branch,
		eventCommit: event.sha === undefined ? undefined : await eventCommit(git, event.sha),
	};
	const form = tagForm(catalogue);
	const context = versionContext(event, facts, catalogue.settings, all, (tag) => nameTag(form, all, tag));
	const read = await readReleaseTags(git, catalogue, {
		state,
		actions: request.actions,
		releasing: publish || (release && request.actions),
		others: context.kind === "pull-request" ? context.tips : [],
		begun: request.begunTags,
	});
	const tags = request.beforeHead === true ? withoutTagsOn(head, read, all) : read;
	refuseOtherForm(form, catalogue, tags.tags);
	if (publish) refusePublish(context, event.event, release);
	const problems: Problem[] = [...tags.problems, ...context.problems];
	if (release && !publish && !["main", "release", "hotfix", "tag"].includes(context.kind)) {
		problems.push(
			problem("warning", "release-not-here", `'release' has no effect in the context ${context.kind}`, {
				hint: "Numbers are promised on main, release branches and hotfix branches.",
			}),
		);
	}
	const services = catalogue.services.filter(
		(service) =>
			wanted.has(service.name) && (context.kind !== "tag" || service.name === context.named.service),
	);
	if (context.kind === "tag" && services.length === 0) problems.push(notAskedFor(context.named));
	const known = new Map(
		[...tags.services].filter(([name]) => services.some((service) => service.name === name)),
	);
	for (const [name, each] of known) problems.push(...invalidTagProblems(name, each));
	const history = await readRanges({ git, state, catalogue, head, context, tags: known });
	const { bases, reached } = history;
	const tip = isTip(context, tags, head);
	const moving = context.kind === "main" || context.kind === "feature" || context.kind === "pull-request";

	const decided: DecidedVersion[] = [];
	for (const service of services) {
		const base = bases.get(service.name);
		const own = tags.services.get(service.name);
		if (base === undefined || own === undefined) throw new Error(`no tags were read for ${service.name}`);
		if (base.base === undefined && context.kind !== "tag")
			problems.push(...neverReleased(service.name, own, head));
		const { stage, role } = stageOf(context, service.name);
		const since =
			base.carried !== undefined || context.kind === "tag"
				? NOTHING
				: await history.since(service.name, base.base?.commit);
		const named = request.named ?? request.services !== undefined;
		const bumps = request.bump !== undefined && (since.level !== undefined || named || all.length === 1);
		const candidates: { tag: (typeof own.candidates)[number]; height: number }[] = [];
		if (stage.kind === "release" && base.carried === undefined) {
			for (const tag of history.candidates(service.name))
				candidates.push({ tag, height: (await history.since(service.name, tag.commit)).height });
		}
		const images = request.images ?? (service.image === undefined ? [] : [service.image]);
		const input = {
			service,
			head,
			form: tags.form,
			tags: own,
			base: context.kind === "tag" ? taggedBase(context.named, base, head) : base,
			reached,
			stage,
			role,
			analysis: since,
			candidates,
			bump: bumps ? request.bump : undefined,
			initial,
			release,
			publish,
			featureFormat: request.featureFormat ?? "prerelease-and-metadata",
			content: () => history.content(service.name),
			merge: history.merge !== undefined && history.movedBase(service.name) ? history.merge : undefined,
			tip: tip === true,
			images,
			date: history.date,
			source:
				event.serverUrl === undefined || event.repository === undefined
					? undefined
					: `${event.serverUrl}/${event.repository}`,
		};
		const version = decideVersion(input);
		decided.push(version);
		if (context.kind === "pull-request") {
			const merged = afterMerge(input, roleFor(context.into, service.name));
			version.version.afterMerge = merged.releases;
			problems.push(...merged.problems);
		}
		problems.push(...version.problems);
		if (context.kind === "tag")
			problems.push(...(await tagWarning(context.named, history, base, own, initial)));
	}
	if (tip === false && moving && decided.some(({ version }) => version.changed && version.gitTag === null)) {
		problems.push(
			problem("notice", "not-the-tip", "No moving tags: HEAD is not the tip of its branch at the remote now"),
		);
	}
	const reused = decided.filter(({ version }) => !version.changed && version.gitTag === null);
	if (reused.length > 0) {
		problems.push(
			problem(
				"notice",
				"image-reused",
				`No tags to push for ${reused.map(({ version }) => `${version.service} ${version.version}`).join(", ")}: nothing changed, so the released image is used again`,
			),
		);
	}
	const toPublish = decided.flatMap(({ version, publishes }) =>
		publishes === undefined ? [] : [{ service: version.service, tag: publishes }],
	);
	const released = decided.flatMap(({ version: { service, version, release, gitTag } }) =>
		release && gitTag !== null ? [{ service, version, commit: head }] : [],
	);
	const moves = publish && request.floating === true && context.kind !== "tag";
	const toMove = moves ? released.flatMap((each) => floatingTags(tags, each)) : [];
	if (toPublish.length + toMove.length > 0)
		await refuseOffBranch(
			git,
			context,
			tags,
			toPublish.map(({ service }) => service),
			head,
		);
	await refuseOlderCandidate(git, toPublish, tags, head);
	// Nothing is made where something is refused: then nobody may use the numbers that it would have had.
	const refused = (publish || release) && problems.some(({ severity }) => severity === "error");
	const usable = refused
		? await compute({ ...request, publish: false, release: false }, await repositoryState(git))
		: undefined;
	return {
		context: context.kind,
		ref: context.ref,
		commit: head,
		services: usable?.services ?? decided.map(({ version }) => version),
		toPublish: refused ? [] : toPublish,
		toMove: refused ? [] : toMove,
		problems: distinct(problems),
	};
}

/** The commit that GITHUB_SHA names, where it is here. */
async function eventCommit(git: Git, sha: string): Promise<string | undefined> {
	if (!/^[0-9a-f]{40,64}$/.test(sha)) return git.commit(sha);
	const [commit] = await git.objects.info([`${sha}^{commit}`]);
	return commit?.hash;
}

function chosen(services: readonly string[] | undefined, all: readonly string[]): ReadonlySet<string> {
	if (services === undefined) return new Set(all);
	for (const name of services) {
		if (all.includes(name)) continue;
		throw new UserError("unknown-service", `There is no service '${name.slice(0, 100)}' in this repository`, {
			input: "services",
			hint: `The services are: ${all.slice(0, 50).join(", ")}.${didYouMean(name, all)}`,
		});
	}
	return new Set(services);
}

function initialCore(catalogue: Catalogue): Core {
	const text = catalogue.settings.version?.initial ?? VERSION_DEFAULTS.initial;
	const core = parseCore(text);
	if (core !== undefined) return core;
	throw new UserError("initial-version", `version.initial is ${JSON.stringify(text)}, which is no X.Y.Z`, {
		file: catalogue.settingsFile,
		hint: "Write a release such as 0.1.0, without a prefix and without a prerelease.",
	});
}

/** True, false, or undefined where the remote was not asked or there are no moving tags here. */
function isTip(context: VersionContext, tags: ReleaseTags, head: string): boolean | undefined {
	const { remote } = tags;
	if (context.tips.length === 0 || remote === undefined || !remote.reachable) return undefined;
	if (context.kind !== "pull-request")
		return context.tips.some((ref) => remote.heads.get(ref.slice("refs/heads/".length)) === head);
	return context.tips.some((ref) => remote.others.get(ref) === head);
}

/**
 * Tags are made only on the first-parent line of the branch at the remote, in its own order: below a commit that
 * was released, a release could be the higher one, and releases along the line would go down.
 */
async function refuseOffBranch(
	git: Git,
	context: VersionContext,
	tags: ReleaseTags,
	services: readonly string[],
	head: string,
): Promise<void> {
	if (context.kind !== "main" && context.kind !== "release" && context.kind !== "hotfix") return;
	const { branch } = context.role;
	const at = tags.remote?.reachable === true ? tags.remote.heads.get(branch) : undefined;
	const newer = at === undefined ? undefined : await newerOnLine(git, head, branch, at);
	if (newer !== undefined) {
		const above = new Set(newer);
		for (const service of services) {
			const released = tags.services.get(service)?.releases.find((tag) => above.has(tag.commit));
			if (released !== undefined) throw newerReleased(service, released, head, branch);
		}
		return;
	}
	throw new UserError(
		"publish-off-branch",
		at === undefined
			? `There is no branch ${branch} at origin, so nothing is published from it`
			: `${head.slice(0, 12)} is not on the first-parent line of ${branch} at origin (${at.slice(0, 12)})`,
		{ fault: "refused", hint: "Push the commit to the branch first, and publish what stands there." },
	);
}

function withoutTagsOn(head: string, tags: ReleaseTags, services: readonly string[]): ReleaseTags {
	const others = new Map([...tags.tags].filter(([, commit]) => commit !== head));
	return { ...tags, tags: others, services: parseTags(tags.form, services, others) };
}

/** Several services may say the same. */
function distinct(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

/** The version of one service, or undefined where the result has none. */
export function versionOf(result: VersionsResult, service: string): ServiceVersion | undefined {
	return result.services.find((each) => each.service === service);
}
