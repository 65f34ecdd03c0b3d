import type { Service } from "../catalog/service.js";
import type { Problem } from "../runner/problem.js";
import { neverReleased } from "./base.js";
import type { Core } from "./bump.js";
import type { VersionContext } from "./context.js";
import { roleFor } from "./line.js";
import type { ServiceFacts } from "./outcome.js";
import { taggedBase, tagWarning } from "./pushed-tag.js";
import { NOTHING, type Ranges } from "./ranges.js";
import type { ReleaseTags } from "./release-tags.js";
import type { VersionsRequest } from "./request.js";
import { afterMerge, type DecidedVersion, decideVersion } from "./service-version.js";
import { stageOf } from "./stage.js";
import type { ServiceTags } from "./tag.js";

/** What the versions of all services depend on. */
export interface KnownForAll {
	request: VersionsRequest;
	context: VersionContext;
	tags: ReleaseTags;
	history: Ranges;
	initial: Core;
	/** The commit that is versioned. */
	head: string;
	/** Whether HEAD is the tip of its branch at the remote. */
	atTip: boolean;
}

/** Gathers what one service's version depends on, and decides it. */
export async function decideService(
	known: KnownForAll,
	service: Service,
): Promise<{ decided: DecidedVersion; problems: readonly Problem[] }> {
	const { request, context, tags, history, head } = known;
	const base = history.bases.get(service.name);
	const own = tags.services.get(service.name);
	if (base === undefined || own === undefined) throw new Error(`no tags were read for ${service.name}`);
	const { stage, role } = stageOf(context, service.name);
	const analysis =
		base.carried !== undefined || context.kind === "tag"
			? NOTHING
			: await history.since(service.name, base.base?.commit);
	const named = request.named ?? request.services !== undefined;
	const bumps = analysis.level !== undefined || named || request.catalogue.services.length === 1;
	const candidates: { tag: ServiceTags["candidates"][number]; height: number }[] = [];
	if (stage.kind === "release" && base.carried === undefined) {
		for (const tag of history.candidates(service.name))
			candidates.push({ tag, height: (await history.since(service.name, tag.commit)).height });
	}
	const { serverUrl, repository } = request.event;
	const facts: ServiceFacts = {
		service,
		head,
		form: tags.form,
		tags: own,
		base: context.kind === "tag" ? taggedBase(context.named, base, head) : base,
		reached: history.reached,
		stage,
		role,
		analysis,
		candidates,
		bump: bumps ? request.bump : undefined,
		initial: known.initial,
		release: request.release ?? false,
		publish: request.publish ?? false,
		featureFormat: request.featureFormat ?? "prerelease-and-metadata",
		content: () => history.content(service.name),
		merge: history.merge !== undefined && history.movedBase(service.name) ? history.merge : undefined,
		tip: known.atTip,
		images: request.images ?? (service.image === undefined ? [] : [service.image]),
		date: history.date,
		source: serverUrl === undefined || repository === undefined ? undefined : `${serverUrl}/${repository}`,
	};
	const problems: Problem[] = [];
	if (base.base === undefined && context.kind !== "tag")
		problems.push(...neverReleased(service.name, own, head));
	const decided = decideVersion(facts);
	if (context.kind === "pull-request") {
		const merged = afterMerge(facts, roleFor(context.into, service.name));
		decided.version.afterMerge = merged.releases;
		problems.push(...merged.problems);
	}
	problems.push(...decided.problems);
	if (context.kind === "tag")
		problems.push(...(await tagWarning(context.named, history, base, own, known.initial)));
	return { decided, problems };
}
