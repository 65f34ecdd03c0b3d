import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";

/** What a HEAD that can't be read means. */
export async function noHead(run: Git["run"], cause: unknown): Promise<unknown> {
	if (!(cause instanceof GitError)) return cause;
	const none = await noRepository(run, cause);
	if (none !== undefined) return none;
	// Quiet where HEAD names nothing; it has words where references can't be read.
	const head = ["rev-parse", "--verify", "--quiet", "HEAD"];
	const { code, stderr } = await run(head, { allowed: [1, 128] });
	if (code !== 0 && stderr.trim() !== "") return new GitError(head, code, null, stderr.trim());
	return new UserError("git-no-commit", "The repository has no commit yet", {
		cause,
		hint: "Commit something first: versions and changes are read from commits.",
	});
}

/** What is wrong with the repository as such; undefined where there is one that git reads. */
export async function noRepository(run: Git["run"], cause: unknown): Promise<UserError | undefined> {
	const { code, stderr } = await run(["rev-parse", "--git-dir"], { allowed: [128] });
	if (/dubious ownership/.test(stderr)) {
		return new UserError("git-unsafe-directory", "git refuses this repository because another user owns it", {
			cause,
			hint: "Run: git config --global --add safe.directory with the folder's path.",
		});
	}
	if (code !== 0) {
		return new UserError("git-no-repository", "The working directory is in no git repository", {
			cause,
			hint: "Run actions/checkout before this step, or change to a clone.",
		});
	}
	return undefined;
}
