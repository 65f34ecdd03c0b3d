import type { NotableTest } from "../../evidence/evidence.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";
import { mergeCounts } from "../../evidence/merge.js";
import { cutText } from "../../runner/cut-text.js";
import type { DueLevel, DueService } from "./due.js";
import type { Dropped, Leg } from "./match.js";
import type { LegOutcome, Outcome } from "./outcome.js";
import { type Reason, reason } from "./reason.js";
import type { GateResult } from "./result.js";
import { MATCH_FIX, noFileMatched } from "./unmatched.js";

/** What the evidence of a service's levels says, and what it leaves missing. Pure. */

type LevelResult = GateResult["services"][number]["levels"][number];

/** Evidence of a leg and what it says. */
export interface JudgedLeg {
	leg: Leg;
	outcome: LegOutcome;
}

export interface LevelQuestion {
	/** Whether there are manifests: without them whatever arrives is what is asked for. */
	declared: boolean;
	onInfrastructure: "hold" | "close";
	/** Evidence that does not count. */
	dropped: readonly Dropped[];
}

/** The levels of one service that are due or have evidence, worst leg first; reasons are added to `reasons`. */
export function judgeLevels(
	question: LevelQuestion,
	name: string,
	service: DueService | undefined,
	legs: readonly JudgedLeg[],
	directCoverage: boolean,
	reasons: Reason[],
): Omit<LevelResult, "change">[] {
	const due = new Map(service?.levels.map((level) => [level.level, level]));
	const byLevel = Map.groupBy(legs, ({ leg }) => leg.evidence.level);
	if (
		!question.declared &&
		service !== undefined &&
		due.size + byLevel.size === 0 &&
		!directCoverage &&
		!service.coverage
	) {
		reasons.push(
			reason(
				"missing",
				"evidence-missing",
				`There is no evidence of ${name}`,
				"Run its tests before the gate.",
				{
					service: name,
				},
			),
		);
	}
	return [...new Set([...due.keys(), ...byLevel.keys()])].map((level) => {
		const declared = due.get(level);
		const own = byLevel.get(level) ?? [];
		const found = reasonsOfLevel(question, name, level, declared, own, directCoverage);
		reasons.push(...found.reasons);
		const counts = own.flatMap(({ outcome }) => outcome.counts ?? []);
		return {
			level,
			due: declared !== undefined,
			outcome: found.outcome,
			why: found.why,
			legs: own.length,
			tests: counts.length === 0 ? null : mergeCounts(counts),
			quarantined: own
				.flatMap(({ outcome }) => outcome.failures)
				.filter(({ excuse }) => excuse === "quarantined").length,
		};
	});
}

/** From the worst: what failed is said before what is missing. */
const WORST: readonly Outcome[] = ["failed", "missing", "infrastructure", "passed"];

function reasonsOfLevel(
	question: LevelQuestion,
	service: string,
	level: string,
	due: DueLevel | undefined,
	legs: readonly JudgedLeg[],
	directCoverage: boolean,
): { outcome: Outcome; why: string; reasons: Reason[] } {
	const about = { service, level, file: due?.file, line: due?.line };
	const reasons: Reason[] = [];
	if (legs.length === 0) {
		const other = question.dropped.find(({ of }) => of?.service === service && of.level === level);
		const why = other === undefined ? "" : ` that counts: of ${cutText(other.file, 200)}, ${other.why}`;
		reasons.push(
			reason(
				"missing",
				"evidence-missing",
				`There is no evidence of ${service} ${level}${why}`,
				"Run the level before the gate, upload its evidence, and download it into the folder of 'evidence'.",
				about,
			),
		);
		return { outcome: "missing", why: "no evidence", reasons };
	}
	const asked = due !== undefined || !question.declared;
	for (const { leg, outcome } of legs) {
		const made = reasonOfLeg(question, leg.evidence, legs.length, outcome, asked, about);
		if (made !== undefined) reasons.push(made);
		if (leg.coverageRefused === true) continue;
		const coverageDue = asked && (due?.coverage === true || leg.evidence.declares.coverage);
		if (coverageDue && !directCoverage && (leg.evidence.coverage?.files.length ?? 0) === 0) {
			const unmatched = leg.evidence.coverage?.unmatched[0];
			const why = unmatched === undefined ? withoutCoverage(leg.evidence) : noFileMatched(unmatched);
			reasons.push(
				reason(
					"missing",
					"coverage-missing",
					`${nameOf(leg.evidence, legs.length)} declares coverage, and ${why}`,
					unmatched === undefined
						? "Correct the glob of 'coverage', or mend what should write the report."
						: MATCH_FIX,
					about,
				),
			);
		}
	}
	const worst = legs.reduce((a, b) =>
		WORST.indexOf(b.outcome.outcome) < WORST.indexOf(a.outcome.outcome) ? b : a,
	).outcome;
	const missing = worst.outcome === "passed" && reasons.length > 0;
	return missing
		? { outcome: "missing", why: "no report of coverage", reasons }
		: { outcome: worst.outcome, why: worst.why, reasons };
}

function reasonOfLeg(
	question: LevelQuestion,
	evidence: HeldEvidence,
	legs: number,
	{ outcome, why, failures }: LegOutcome,
	asked: boolean,
	about: Partial<Reason>,
): Reason | undefined {
	const name = nameOf(evidence, legs);
	switch (outcome) {
		case "passed":
			return undefined;
		case "missing":
			// A run that went red and left no report closes also where it was not due.
			if (!asked && evidence.outcome === "passed" && evidence.exitCode === 0) return undefined;
			return reason(
				"missing",
				"report-missing",
				`${name}: ${why}`,
				"Mend what should write the report, and run it again.",
				about,
			);
		case "failed": {
			const first = failures.find(({ excuse }) => excuse === "none")?.test;
			return reason(
				"failed",
				"tests-failed",
				`${name}: ${why}${firstFailure(first)}`,
				"Mend the failing tests.",
				{
					...about,
					...(first?.file === undefined ? {} : { file: first.file, line: first.line }),
				},
			);
		}
		case "infrastructure":
			if (question.onInfrastructure === "close") {
				return reason(
					"failed",
					"infrastructure",
					`${name}: ${why}, which closes here`,
					"Run the level again, or use 'on-infrastructure: hold'.",
					about,
				);
			}
			return reason(
				"other",
				"infrastructure",
				`${name}: ${why}${firstFailure(failures.find(({ excuse }) => excuse === "outside")?.test)}`,
				"Run the level again when the outage is over.",
				{
					...about,
					verdict: "held",
				},
			);
	}
}

/** `run` may have found a report and refused it, which its failure's own reason tells. */
function withoutCoverage({ outcome }: HeldEvidence): string {
	return outcome === "passed" ? "no report of it was found" : "no report of it counts";
}

/** The leg stands beside the level only where the level has several. */
function nameOf({ service, level, leg }: HeldEvidence, legs: number): string {
	return legs === 1 || leg === "" ? `${service} ${level}` : `${service} ${level} (${leg})`;
}

/** The most characters of a failure's message in a reason; the table of failing tests has more. */
const MESSAGE_LIMIT = 200;

/** The first failing test and its message: a reason says why. */
function firstFailure(test: NotableTest | undefined): string {
	if (test === undefined) return "";
	const message = (test.message ?? test.type ?? "").split("\n")[0]?.trim() ?? "";
	const cut = message.length > MESSAGE_LIMIT ? `${cutText(message, MESSAGE_LIMIT)}…` : message;
	return `: ${test.name}${cut === "" ? "" : ` (${cut})`}`;
}
