import { loadCatalogue } from "#src/catalog/load.js";
import { parseEvent } from "#src/context/event.js";
import { commitTree } from "#src/git/commit-tree.js";
import { type Git, openGit } from "#src/git/git.js";
import { repositoryState } from "#src/git/state.js";
import { computeVersions } from "#src/versions/compute.js";
import type { VersionsRequest } from "#src/versions/request.js";

/** What is asked of HEAD, and the event that asks. */
export interface Question extends Partial<VersionsRequest> {
	/** GITHUB_EVENT_NAME; default push. Null is a terminal. */
	on?: string | null;
	/** GITHUB_REF; default the branch that is checked out. */
	ref?: string;
	/** GITHUB_SHA; default HEAD. */
	sha?: string;
	payload?: unknown;
	configFile?: string;
}

/** A repository, its HEAD, and the catalogue there, which has no errors. `git` is one that is open already. */
export async function openHead(directory: string, configFile = "sluice.yaml", git?: Git) {
	const opened = git ?? openGit({ directory, environment: process.env });
	const state = await repositoryState(opened);
	const tree = commitTree(opened.objects, state.head, async () => state.prefix);
	const catalogue = await loadCatalogue(tree, { configFile, repositoryName: "shop" });
	const wrong = catalogue.problems.filter((each) => each.severity === "error");
	if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
	return { git: opened, state, head: state.head, catalogue };
}

/**
 * The versions of HEAD in this process, as a step of a workflow. Without a remote the clone's tags count, with a
 * warning that `problems` leaves out.
 */
export async function versionsAt(repository: { directory: string }, question: Question = {}) {
	const { on = "push", ref, sha, payload, configFile, git: open, ...request } = question;
	const { git, state, head, catalogue } = await openHead(repository.directory, configFile, open);
	const environment =
		on === null
			? {}
			: {
					GITHUB_EVENT_NAME: on,
					GITHUB_SHA: sha ?? head,
					GITHUB_REF: ref ?? `refs/heads/${state.branch ?? ""}`,
				};
	const result = await computeVersions({
		git,
		state,
		catalogue,
		event: parseEvent(environment, payload),
		actions: on !== null,
		...request,
	});
	const [first] = result.services;
	return {
		...result,
		problems: result.problems.filter((each) => each.code !== "remote-unreachable"),
		codes: result.problems.map((each) => each.code).filter((each) => each !== "remote-unreachable"),
		/** Name to version. */
		versions: Object.fromEntries(result.services.map((each) => [each.service, each.version])),
		/** Name to the number of counted commits. */
		heights: Object.fromEntries(result.services.map((each) => [each.service, each.height])),
		/** The only service, or the first. */
		get one() {
			if (first === undefined) throw new Error("no service");
			return first;
		},
	};
}

/** The payload of a pull request. */
export function pullRequest(
	number: number,
	head: { ref: string; sha: string; fork?: boolean },
	base: { ref: string; sha: string },
) {
	return {
		number,
		pull_request: {
			number,
			head: { ...head, repo: { full_name: head.fork === true ? "someone/shop" : "acme/shop" } },
			base: { ...base, repo: { full_name: "acme/shop" } },
		},
	};
}

/** The payload of a merge queue's group, and the ref of its event. */
export function mergeGroup(number: number, base: { ref: string; sha: string }, head: string) {
	const headRef = `refs/heads/gh-readonly-queue/${base.ref}/pr-${number}-${base.sha}`;
	return {
		on: "merge_group",
		ref: headRef,
		payload: {
			merge_group: {
				base_ref: `refs/heads/${base.ref}`,
				base_sha: base.sha,
				head_ref: headRef,
				head_sha: head,
			},
		},
	};
}
