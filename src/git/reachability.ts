import type { Git } from "./git.js";
import { GitError } from "./process.js";

/**
 * Those of `commits` that reach `base`, itself left out. One process for any number of commits. Objects that are
 * missing here, or are no commits, do not.
 */
export async function descendants(
	git: Git,
	commits: Iterable<string>,
	base: string,
): Promise<ReadonlySet<string>> {
	const asked = [...new Set(commits)].filter((commit) => commit !== base);
	const here = (await git.objects.info(asked)).flatMap((object) =>
		object?.type === "commit" ? [object.hash] : [],
	);
	if (here.length === 0) return new Set();
	const input = `^${base}\n${here.join("\n")}\n`;
	const listed = await git.run(["rev-list", "--ancestry-path", "--stdin", "--"], { input });
	const between = new Set(listed.stdout.toString("utf8").split("\n"));
	return new Set(here.filter((commit) => between.has(commit)));
}

/**
 * Those of `commits` that `head` reaches, itself included. One process for any number of commits, none where none
 * of them is here. Objects that are missing here, or are no commits, are not reached. A shallow clone answers for
 * what it holds only.
 */
export async function reachable(
	git: Git,
	commits: Iterable<string>,
	head: string,
): Promise<ReadonlySet<string>> {
	const asked = [...new Set(commits)];
	if (asked.length === 0) return new Set();
	const here = (await git.objects.info(asked)).flatMap((object) =>
		object?.type === "commit" ? [object.hash] : [],
	);
	if (here.length === 0) return new Set();
	const list = async (from: readonly string[]) => {
		const { stdout } = await git.run(["rev-list", "--stdin", "--"], { input: `${from.join("\n")}\n` });
		return new Set(stdout.toString("utf8").split("\n"));
	};
	try {
		const outside = await list([`^${head}`, ...here]);
		return new Set(here.filter((commit) => !outside.has(commit)));
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		// What `keepingShallow` left behind is here without its parents; what HEAD reaches is whole.
		const inside = await list([head]);
		return new Set(here.filter((commit) => inside.has(commit)));
	}
}
