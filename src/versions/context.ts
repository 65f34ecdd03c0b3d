import type { Settings } from "../catalog/settings.js";
import type { EventContext } from "../context/event.js";
import { type Problem, problem } from "../runner/problem.js";
import { type BranchRole, branchRole } from "./line.js";

/** What is known of the commit that is checked out. */
export interface HeadFacts {
	commit: string;
	/** The local branch, where HEAD is not detached. */
	branch: string | undefined;
	/** The commit that GITHUB_SHA names, where it is here; an annotated tag's own commit. */
	eventCommit: string | undefined;
}

/** The service and the version that a pushed tag names. */
export interface NamedTag {
	tag: string;
	service: string;
	version: string;
}

/**
 * Where a version is computed. The commit is always HEAD; the event gives names only, and only where HEAD is the
 * event's own commit.
 */
export type VersionContext = {
	/** `refs/heads/main`, or null where nothing is named. */
	ref: string | null;
	/** Whether tags may be made here: pushes, schedules and dispatches of a branch, and a terminal. */
	publishes: boolean;
	/** What must stand at HEAD at the remote for moving tags; empty: none are given. */
	tips: readonly string[];
	problems: readonly Problem[];
} & (
	| { kind: "main" | "release" | "hotfix" | "feature"; role: BranchRole }
	| { kind: "pull-request"; branch: string; number: number; head: string; into: BranchRole }
	| { kind: "merge-queue"; number: number; into: BranchRole }
	| { kind: "tag"; named: NamedTag }
	| { kind: "detached" }
);

const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);
const PUBLISHING_EVENTS = new Set(["push", "schedule", "workflow_dispatch"]);

/** The context of one run. `nameTag` reads a tag as a version of a service of the repository. */
export function versionContext(
	event: EventContext,
	head: HeadFacts,
	settings: Settings,
	services: readonly string[],
	nameTag: (tag: string) => NamedTag | undefined,
): VersionContext {
	const role = (branch: string) => branchRole(branch, settings, services);
	const onBranch = (branch: string, publishes: boolean, moving: boolean): VersionContext => ({
		kind: role(branch).kind,
		role: role(branch),
		ref: `refs/heads/${branch}`,
		publishes,
		tips: moving ? [`refs/heads/${branch}`] : [],
		problems: [],
	});
	if (event.event === undefined)
		return head.branch === undefined ? detached() : onBranch(head.branch, true, true);
	if (BRANCH_EVENTS.has(event.event)) {
		if (head.eventCommit !== head.commit) return detached(otherCommit(event));
		if (event.branch !== undefined) return onBranch(event.branch, PUBLISHING_EVENTS.has(event.event), true);
		if (event.tag === undefined) return detached();
		const named = nameTag(event.tag);
		if (named === undefined) {
			return detached([
				problem(
					"warning",
					"tag-of-no-service",
					`Tag ${event.tag} is no version of any service of this repository`,
				),
			]);
		}
		return { kind: "tag", named, ref: `refs/tags/${event.tag}`, publishes: false, tips: [], problems: [] };
	}
	if (event.event === "pull_request_target") {
		const base =
			event.ref?.startsWith("refs/heads/") === true ? event.ref.slice("refs/heads/".length) : undefined;
		if (base !== undefined && head.eventCommit === head.commit) return onBranch(base, false, false);
		const pull = event.pullRequest;
		return pull !== undefined && pull.baseSha === head.commit
			? onBranch(pull.baseRef, false, false)
			: detached(otherCommit(event));
	}
	if (event.event === "pull_request") {
		const pull = event.pullRequest;
		if (pull === undefined) return detached(incomplete(event, "no pull request"));
		if (head.commit !== pull.headSha && head.eventCommit !== head.commit) return detached(otherCommit(event));
		return {
			kind: "pull-request",
			branch: pull.headRef,
			number: pull.number,
			head: pull.headSha,
			into: role(pull.baseRef),
			ref: `refs/heads/${pull.headRef}`,
			publishes: false,
			tips: pullRequestTips(event),
			problems: [],
		};
	}
	if (event.event === "merge_group") {
		const group = event.mergeGroup;
		if (group === undefined) return detached(incomplete(event, "no group"));
		if (group.headSha !== head.commit && head.eventCommit !== head.commit)
			return detached(otherCommit(event));
		if (group.number === undefined)
			return detached(incomplete(event, `no pull request in the group's branch ${group.headRef}`));
		return {
			kind: "merge-queue",
			number: group.number,
			into: role(group.baseRef),
			ref: `refs/heads/${group.baseRef}`,
			publishes: false,
			tips: [],
			problems: [],
		};
	}
	return detached();
}

/** The references of the event's pull request that tell whether HEAD is its tip; none of a fork's. */
export function pullRequestTips(event: EventContext): readonly string[] {
	const pull = event.event === "pull_request" ? event.pullRequest : undefined;
	if (pull === undefined || pull.fork) return [];
	return [`refs/pull/${pull.number}/merge`, `refs/pull/${pull.number}/head`];
}

function detached(problems: readonly Problem[] = []): VersionContext {
	return { kind: "detached", ref: null, publishes: false, tips: [], problems };
}

function incomplete(event: EventContext, lacks: string): Problem[] {
	return [
		problem(
			"warning",
			"event-incomplete",
			`The ${event.event ?? ""} event tells ${lacks.slice(0, 300)}, so the version is that of a detached commit`,
			{ hint: "Give the step the event's own GITHUB_EVENT_PATH, or expect a detached version." },
		),
	];
}

function otherCommit(event: EventContext): Problem[] {
	return [
		problem(
			"warning",
			"not-the-events-commit",
			`The commit that is checked out is not that of the ${event.event ?? ""} event, so the event's names do not hold for it`,
			{
				hint: "Check out the commit of the event (actions/checkout without 'ref'), or expect a detached version.",
			},
		),
	];
}
