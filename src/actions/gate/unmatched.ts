import { percentText } from "../../evidence/figures.js";
import { cutText } from "../../runner/cut-text.js";
import { quote } from "../../runner/inputs.js";
import { type Problem, problem } from "../../runner/problem.js";

/** Coverage that was read and tells of no file of the repository: another finding than no coverage. Pure. */

/** What stands in a message, with one of the paths that the reports name. */
export function noFileMatched(path: string): string {
	return `no file of the coverage reports is a file of the repository (they name ${quote(path)})`;
}

/** The smallest step that mends it. */
export const MATCH_FIX =
	"Check out the commit that was tested, and let the tool write paths relative to the repository or the service.";

/** So many paths are named. */
const NAMED = 5;

/** What the reports of a service say about files of others, and the rate of those that are the repository's. */
export function unmatchedProblems(
	service: string,
	unmatched: ReadonlySet<string>,
	matched: number,
): Problem[] {
	if (unmatched.size === 0) return [];
	const total = matched + unmatched.size;
	const rate = percentText({ covered: matched, total });
	const named = [...unmatched].slice(0, NAMED).map((path) => cutText(path, 200));
	const more = unmatched.size > NAMED ? ` and ${unmatched.size - NAMED} more` : "";
	return [
		problem(
			"notice",
			"coverage-unmatched",
			`${matched} of ${total} files in the coverage reports of ${service} (${rate} %) are files of the repository; these are not: ${named.join(", ")}${more}`,
		),
	];
}
