import type { Catalogue } from "../../catalog/service.js";
import type { Comparison } from "../../context/base.js";
import type { EventContext } from "../../context/event.js";
import { branchRole } from "../../versions/line.js";

/**
 * Whose policy holds beside the head's (gate.md, "What is due"): the base branch's tip in a pull request and a
 * merge group, nobody's on main and release branches, the default branch's on any other. Pure but for its port.
 */

export type PolicyBase =
	/** The head's policy holds alone. */
	| { kind: "none" }
	| { kind: "commit"; commit: string }
	/** There should be one, and it can't be found. */
	| { kind: "unknown"; why: string };

export interface PolicyBaseRequest {
	event: EventContext;
	head: string;
	/** What the event alone compares with, without the input `base`: a change must not choose its own judge. */
	comparison: Comparison;
	catalogue: Catalogue;
}

export interface PolicyBasePorts {
	/** The tip of a branch of origin, fetched where it is not here. */
	tip(branch: string): Promise<string | undefined>;
	parents(commit: string): Promise<readonly string[]>;
	mergeBase(a: string, b: string): Promise<string | undefined>;
	catalogueOf(commit: string): Promise<Catalogue>;
}

export async function findPolicyBase(
	request: PolicyBaseRequest,
	ports: PolicyBasePorts,
): Promise<PolicyBase> {
	const { event, head, comparison } = request;
	if (event.event === undefined) {
		const base = comparison.kind === "commit" ? comparison.base : undefined;
		// HEAD's own too: what is not committed yet may loosen it.
		return base === undefined ? { kind: "none" } : { kind: "commit", commit: base };
	}
	if (event.mergeGroup !== undefined) return ofComparison(comparison);
	if (event.pullRequest !== undefined) {
		if (event.event === "pull_request_target" && event.sha === head && head !== event.pullRequest.headSha)
			return { kind: "none" };
		const parents = await ports.parents(head);
		if (comparison.kind === "commit" && head !== event.pullRequest.headSha && parents[0] === comparison.base)
			return { kind: "commit", commit: comparison.base };
		return tipOf(event.pullRequest.baseRef, ports);
	}
	const { defaultBranch } = event;
	const branch = await branchOf(event, head, ports);
	if (branch !== undefined && branch === defaultBranch) return { kind: "none" };
	if (defaultBranch === undefined) {
		if (branch !== undefined && releases(branch, request.catalogue)) return { kind: "none" };
		return { kind: "unknown", why: "the event names no default branch" };
	}
	const base = await tipOf(defaultBranch, ports);
	if (base.kind !== "commit" || branch === undefined) return base;
	// Both sides must call it a release branch: a change could else name its own branch one.
	const own = releases(branch, request.catalogue) && releases(branch, await ports.catalogueOf(base.commit));
	return own ? { kind: "none" } : base;
}

/**
 * The branch whose commit is judged. An event of main can check out anything, such as the head of a pull request that
 * a comment or a dispatch names: only what the branch holds is the branch's.
 */
async function branchOf(
	{ branch, sha }: EventContext,
	head: string,
	ports: PolicyBasePorts,
): Promise<string | undefined> {
	if (branch === undefined || sha === undefined || sha === head) return branch;
	const tip = await ports.tip(branch);
	return tip !== undefined && (await ports.mergeBase(head, tip)) === head ? branch : undefined;
}

async function tipOf(branch: string, ports: PolicyBasePorts): Promise<PolicyBase> {
	const commit = await ports.tip(branch);
	return commit === undefined
		? { kind: "unknown", why: `the tip of ${branch} can't be fetched` }
		: { kind: "commit", commit };
}

function ofComparison(comparison: Comparison): PolicyBase {
	return comparison.kind === "commit"
		? { kind: "commit", commit: comparison.base }
		: { kind: "unknown", why: comparison.reason };
}

/** Whether the settings call a branch main or a release branch. */
export function releases(branch: string, catalogue: Catalogue): boolean {
	const names = catalogue.services.map(({ name }) => name);
	const { kind } = branchRole(branch, catalogue.settings, names);
	return kind === "main" || kind === "release";
}
