import type { Git } from "./git.js";

/**
 * Those of `commits` that `head` reaches, itself included. Two processes for any number of commits. Objects that
 * are missing here, or are no commits, are not reached. A shallow clone answers for what it holds only.
 */
export async function reachable(
	git: Git,
	commits: Iterable<string>,
	head: string,
): Promise<ReadonlySet<string>> {
	const asked = [...new Set(commits)];
	if (asked.length === 0) return new Set();
	const checked = await git.run(["cat-file", "--batch-check=%(objectname) %(objecttype)"], {
		input: `${asked.join("\n")}\n`,
	});
	const here = checked.stdout
		.toString("utf8")
		.split("\n")
		.flatMap((line) => (line.endsWith(" commit") ? [line.slice(0, -" commit".length)] : []));
	if (here.length === 0) return new Set();
	const listed = await git.run(["rev-list", "--stdin", "--"], { input: `^${head}\n${here.join("\n")}\n` });
	const outside = new Set(listed.stdout.toString("utf8").split("\n"));
	return new Set(here.filter((commit) => !outside.has(commit)));
}
