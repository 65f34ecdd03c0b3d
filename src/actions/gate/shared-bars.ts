import type { CoveredFile } from "../../evidence/covered-file.js";
import { type Problem, problem } from "../../runner/problem.js";
import { type BarResult, judgeBars } from "./bars.js";
import { uncoveredLines } from "./findings.js";
import type { JudgeQuestion } from "./judge.js";
import type { Reason } from "./reason.js";

/** The bars that no single service has: of all services together, and of files that none owns. Pure. */

export interface Sums {
	/** Of all services, merged. */
	coverage: readonly CoveredFile[];
	unmatched: string | undefined;
	reasons: Reason[];
	problems: Problem[];
}

/** Without coverage of any kind nothing tells which of these lines are code. */
export function judgeUnowned(question: JudgeQuestion, sums: Sums): BarResult[] {
	const { unowned, unownedBars } = question;
	if (unownedBars.patch === undefined || unowned.kind === "none") return [];
	if (unowned.kind === "compared" && unowned.patch.total === 0) return [];
	const judged = judgeBars({
		service: undefined,
		name: "files of no service",
		bars: { patch: unownedBars.patch },
		coverage: sums.coverage,
		unmatched: sums.unmatched,
		patch: unowned,
		file: question.settingsFile,
	});
	sums.reasons.push(...judged.reasons);
	sums.problems.push(...uncoveredLines(unowned, judged.reasons.length > 0));
	for (const { met, note } of judged.bars) {
		if (met === null)
			sums.problems.push(
				problem(
					"notice",
					"patch-not-judged",
					`Added lines of files that no service owns are not judged: ${note}`,
				),
			);
	}
	return judged.bars;
}

/** `gate.total` is judged where every service is due, since only then all coverage is there. */
export function judgeTotal(question: JudgeQuestion, sums: Sums): BarResult[] {
	const { policy, due, settingsFile } = question;
	if (Object.keys(policy.total).length === 0) return [];
	const names = new Set(due.map(({ name }) => name));
	const judged = judgeBars({
		service: undefined,
		name: "all services",
		bars: policy.total,
		coverage: sums.coverage,
		unmatched: sums.unmatched,
		patch: { kind: "none", why: "" },
		file: settingsFile,
	});
	if (policy.services.every(({ name }) => names.has(name))) {
		sums.reasons.push(...judged.reasons);
		return judged.bars;
	}
	const why = "not every service is due";
	sums.problems.push(
		problem("notice", "total-not-judged", `The bars of 'gate.total' are not judged: ${why}`, {
			file: settingsFile,
		}),
	);
	return judged.bars.map((bar) => ({ ...bar, met: null, note: why }));
}
