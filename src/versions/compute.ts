import type { Catalogue } from "../catalog/service.js";
import { VERSION_DEFAULTS } from "../catalog/settings.js";
import type { Git } from "../git/git.js";
import { keepingShallow } from "../git/shallow.js";
import { type RepositoryState, refuseTreeless, repositoryState } from "../git/state.js";
import { UserError } from "../runner/errors.js";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import { type Core, parseCore } from "./bump.js";
import { versionContext } from "./context.js";
import { decideService } from "./decide-service.js";
import { isAtTip, missingTagNotices } from "./image-tags.js";
import { refusePublish } from "./publishing.js";
import { nameTag, notAskedFor } from "./pushed-tag.js";
import { readRanges } from "./ranges.js";
import { type ReleaseTags, readReleaseTags } from "./release-tags.js";
import type { VersionsRequest } from "./request.js";
import type { DecidedVersion } from "./service-version.js";
import { invalidTagProblems, parseTags, refuseOtherForm, tagForm } from "./tag.js";
import { tagsToMake } from "./tags-to-make.js";
import type { ServiceVersion, VersionsResult } from "./version.js";

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
	const own = new Map(
		[...tags.services].filter(([name]) => services.some((service) => service.name === name)),
	);
	for (const [name, each] of own) problems.push(...invalidTagProblems(name, each));
	const history = await readRanges({ git, state, catalogue, head, context, tags: own });
	const atTip = isAtTip(context, tags, head);
	const known = { request, context, tags, history, initial, head, atTip: atTip === true };
	const decided: DecidedVersion[] = [];
	for (const service of services) {
		const each = await decideService(known, service);
		decided.push(each.decided);
		problems.push(...each.problems);
	}
	problems.push(...missingTagNotices(context, atTip, decided));
	const floating = publish && request.floating === true;
	const { toPublish, toMove } = await tagsToMake({ git, context, tags, head, floating }, decided);
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
