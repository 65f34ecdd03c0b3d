import type { EventContext } from "../../context/event.js";
import type { FileTree } from "../../git/tree.js";
import { UserError } from "../../runner/errors.js";

/**
 * Where the environments are read from: the default branch, whatever branch was dispatched, since a branch must not
 * loosen what its own promotion needs. Pure but for its port.
 */

export interface SettingsGit {
	/** Of HEAD; fails outside of a repository. */
	head(): Promise<string>;
	commit(revision: string): Promise<string | undefined>;
	isShallow(): Promise<boolean>;
	fetch(refspecs: readonly string[], options?: { depth?: number | undefined }): Promise<void>;
	tree(commit: string): FileTree;
}

/**
 * The files of the default branch; undefined in a terminal and where there is no checkout, where what lies in the
 * working directory counts.
 * @throws UserError `default-branch-unknown`
 */
export async function defaultBranchTree(
	event: Pick<EventContext, "event" | "branch" | "sha" | "defaultBranch">,
	git: SettingsGit,
): Promise<FileTree | undefined> {
	const { defaultBranch } = event;
	if (event.event === undefined || defaultBranch === undefined) return undefined;
	const head = await git.head().catch(() => undefined);
	if (head === undefined) return undefined;
	if (event.branch === defaultBranch && event.sha === head) return git.tree(head);
	const ref = `refs/remotes/origin/${defaultBranch}`;
	const depth = (await git.isShallow()) ? { depth: 1 } : {};
	// Asked for first: what the checkout holds of another branch can be old.
	await git.fetch([`+refs/heads/${defaultBranch}:${ref}`], depth).catch(() => undefined);
	const tip = await git.commit(ref);
	if (tip !== undefined) return git.tree(tip);
	throw new UserError(
		"default-branch-unknown",
		`The environments stand on the branch ${defaultBranch}, which can't be fetched`,
		{
			fault: "outside",
			hint: "Check out with actions/checkout and its credentials, or run the workflow on that branch.",
		},
	);
}
