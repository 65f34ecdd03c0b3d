import type { Problem, Severity } from "./problem.js";

/** GitHub shows at most ten annotations of each kind for one step (actions/toolkit, docs/problem-matchers.md). */
export const ANNOTATIONS_PER_KIND = 10;

/** The problems that are shown as annotations, the first of each kind, and how many of each kind are not. */
export function selectAnnotations(problems: readonly Problem[]): {
	shown: Problem[];
	left: Record<Severity, number>;
} {
	const left: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
	const used: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
	const shown: Problem[] = [];
	for (const each of problems) {
		// One error is kept free for the step's own failure, which is an annotation too.
		const limit = each.severity === "error" ? ANNOTATIONS_PER_KIND - 1 : ANNOTATIONS_PER_KIND;
		if (used[each.severity] >= limit) {
			left[each.severity]++;
			continue;
		}
		used[each.severity]++;
		shown.push(each);
	}
	return { shown, left };
}

/** A problem on one line, with its hint. */
export function problemText(each: Problem): string {
	return each.hint === undefined ? each.message : `${each.message}. ${each.hint}`;
}

/** Where a problem lies, as `file:line:column`, or the empty string. */
export function placeText(each: {
	file?: string | undefined;
	line?: number | undefined;
	column?: number | undefined;
}): string {
	if (each.file === undefined) return "";
	return [each.file, each.line, each.column].filter((part) => part !== undefined).join(":");
}

/** The lines of all problems, for a summary: what did not become an annotation must be readable too. */
export function problemLines(problems: readonly Problem[]): string[] {
	return problems.map((each) =>
		[each.severity, placeText(each), problemText(each)].filter((part) => part !== "").join(": "),
	);
}
