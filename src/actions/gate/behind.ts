import { BEHIND_THE_GATE } from "../../catalog/service.js";
import { homesOf } from "./called-workflows.js";
import type { Dropped } from "./match.js";
import type { Needs } from "./needs.js";
import type { Reason } from "./reason.js";
import { ancestorsOf, type WorkflowFile } from "./workflow-file.js";

/**
 * The last gate of a pipeline requires `e2e` too. Where the first one was held, nobody ran these tests, and an
 * outage would close the last gate: nobody is to be blocked by the outside world. So where something is held and
 * nothing else closes, evidence of `e2e` that is not there at all is held as well, unless `needs` tells of tests that
 * ran: what they left is lost then, and that is missing. So is evidence that is there and does not count. It never
 * opens a gate. Pure.
 */
export function holdWhatWasNotRun(
	reasons: readonly Reason[],
	dropped: readonly Dropped[],
	skipped: boolean | undefined,
): Reason[] {
	if (skipped === false) return [...reasons];
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

/**
 * Whether the jobs behind a gate were skipped: one was, and none ran by what a gate has said. Without `needs` nothing
 * tells. Where no file shows which jobs stand behind a gate, each may be one.
 */
export function skippedBehindGate(
	needs: Needs | undefined,
	gateJob: string | undefined,
	workflow: WorkflowFile,
): boolean | undefined {
	if (needs === undefined || needs.size === 0) return undefined;
	const [home, other] = homesOf(workflow, needs, gateJob);
	const jobs = home === undefined || other !== undefined ? undefined : home.jobs;
	const isBehind = (job: string) => {
		const ancestors = jobs === undefined ? undefined : ancestorsOf(jobs, job);
		return (
			ancestors === undefined || [...ancestors].some((each) => (jobs?.get(each)?.gateSteps.length ?? 0) > 0)
		);
	};
	const behind = [...needs].filter(([job]) => isBehind(job));
	const asksTheGate = (job: string) => /\.outputs\b/.test(jobs?.get(job)?.condition ?? "");
	const ran = behind.some(([job, result]) => result !== "skipped" && asksTheGate(job));
	return !ran && behind.some(([, result]) => result === "skipped");
}
