import type { Git } from "./git.js";

/** The branch that is checked out, or undefined where HEAD is detached. */
export async function currentBranch(git: Git): Promise<string | undefined> {
	const { code, stdout } = await git.run(["symbolic-ref", "--quiet", "HEAD"], { allowed: [1] });
	const name = stdout.toString("utf8").trimEnd();
	return code === 0 && name.startsWith("refs/heads/") ? name.slice("refs/heads/".length) : undefined;
}
