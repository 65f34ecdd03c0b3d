import { BEHIND_THE_GATE } from "../../catalog/service.js";
import type { Dropped } from "./match.js";
import type { Reason } from "./reason.js";

/**
 * The last gate of a pipeline requires `e2e` too. Where the first one was held, nobody ran these tests, and an
 * outage would close the last gate: nobody is to be blocked by the outside world. So where something is held and
 * nothing else closes, evidence of `e2e` that is not there at all is held as well. Evidence that is there and does
 * not count was written by tests that ran. It never opens a gate. Pure.
 */
export function holdWhatWasNotRun(reasons: readonly Reason[], dropped: readonly Dropped[]): Reason[] {
	const ran = ({ service, level }: Reason) =>
		dropped.some(({ of }) => of?.service === service && of?.level === level);
	const notRun = (each: Reason) =>
		each.code === "evidence-missing" && each.level === BEHIND_THE_GATE && !ran(each);
	const held = reasons.some(({ verdict }) => verdict === "held");
	const closed = reasons.some((each) => each.verdict === "closed" && !notRun(each));
	if (!held || closed) return [...reasons];
	return reasons.map((each) =>
		notRun(each)
			? {
					...each,
					kind: "other",
					verdict: "held",
					code: "not-run-behind-held-gate",
					message: `${each.service} ${each.level} did not run: the gate before it was held`,
					fix: "Run the failed jobs again when the outage is over.",
				}
			: each,
	);
}
