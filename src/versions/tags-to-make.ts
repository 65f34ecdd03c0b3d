import type { Git } from "../git/git.js";
import { newerOnLine } from "../git/publish.js";
import { UserError } from "../runner/errors.js";
import type { VersionContext } from "./context.js";
import { floatingTags } from "./floating.js";
import { newerReleased, refuseOlderCandidate } from "./publishing.js";
import type { ReleaseTags } from "./release-tags.js";
import type { DecidedVersion } from "./service-version.js";
import type { VersionsResult } from "./version.js";

/** The tags that publishing makes and moves. Throws a UserError where they are refused. */
export async function tagsToMake(
	known: {
		git: Git;
		context: VersionContext;
		tags: ReleaseTags;
		head: string;
		/** Whether floating git tags come along. */
		floating: boolean;
	},
	decided: readonly DecidedVersion[],
): Promise<Pick<VersionsResult, "toPublish" | "toMove">> {
	const { git, context, tags, head, floating } = known;
	const toPublish = decided.flatMap(({ version, publishes }) =>
		publishes === undefined ? [] : [{ service: version.service, tag: publishes }],
	);
	const released = decided.flatMap(({ version: { service, version, release, gitTag } }) =>
		release && gitTag !== null ? [{ service, version, commit: head }] : [],
	);
	const moves = floating && context.kind !== "tag";
	const toMove = moves ? released.flatMap((each) => floatingTags(tags, each)) : [];
	const services = toPublish.map(({ service }) => service);
	if (toPublish.length + toMove.length > 0) await refuseOffBranch(git, context, tags, services, head);
	await refuseOlderCandidate(git, toPublish, tags, head);
	return { toPublish, toMove };
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
