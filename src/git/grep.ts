import type { Git } from "./git.js";

/** A line of a file that holds a text. */
export interface Occurrence {
	path: string;
	line: number;
}

/**
 * Where a literal text (in any case) stands in the files of a commit, or of the working tree with untracked files.
 * Every file counts as text: a change could else hide a line by .gitattributes.
 */
export async function linesWith(
	git: Git,
	text: string,
	where: string | "working-tree",
): Promise<Occurrence[]> {
	const { stdout } = await git.run(
		[
			...["-c", "grep.fullName=false", "-c", "grep.column=false"],
			...["grep", "--text", "--only-matching", "-n", "-z", "-F", "-i", "--no-color", "--threads=1"],
			...(where === "working-tree" ? ["--untracked", "-e", text] : ["-e", text, where]),
			"--",
		],
		{ allowed: [1] },
	);
	const prefix = where === "working-tree" ? "" : `${where}:`;
	const found: Occurrence[] = [];
	for (const record of stdout.toString("utf8").split("\n")) {
		const match = /^([^\0]+)\0(\d+)[\0:]/.exec(record);
		if (match?.[1]?.startsWith(prefix) !== true) continue;
		found.push({ path: match[1].slice(prefix.length), line: Number(match[2]) });
	}
	return found;
}
