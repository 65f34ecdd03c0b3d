import { problemLines } from "./annotations.js";
import { details, escapeMarkdown } from "./markdown.js";
import type { Problem } from "./problem.js";

/** Problems in a summary; the result file has those that are left out. */
const LISTED = 50;

/** All problems in a folded part of a summary; what did not become an annotation can be read here. Pure. */
export function problemList(problems: readonly Problem[]): string {
	if (problems.length === 0) return "";
	const lines = problemLines(problems.slice(0, LISTED)).map((line) => `- ${escapeMarkdown(line)}`);
	return details(
		`Problems (${problems.length})`,
		[...lines, ...moreLines(problems.length - lines.length)].join("\n"),
	);
}

/** The line that ends a list which was cut; nothing where all is there. */
export function moreLines(left: number): string[] {
	return left > 0 ? [`- … and ${left} more, in the result file.`] : [];
}
