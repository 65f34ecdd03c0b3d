import { exitCodeOf, type Fault } from "../runner/errors.js";

/** How a promotion ends. Pure. */

/** A cause says who must act: a rule said no, the request is wrong, or something outside failed. */
export type Outcome =
	| { kind: "planned" }
	| { kind: "promoted" }
	| { kind: "unchanged" }
	/** No tag was set. */
	| { kind: "refused"; cause: Fault }
	/** All tags that still hold what we wrote are as before. */
	| { kind: "rolled-back"; cause: Fault }
	/** Some tag is not as before. */
	| { kind: "residue"; cause: Fault };

/** The terminal's exit code of an outcome. */
export function exitCodeOfOutcome(outcome: Outcome): 0 | 1 | 2 | 3 {
	return "cause" in outcome ? (exitCodeOf(outcome.cause) as 1 | 2 | 3) : 0;
}

/** How it ended after something went wrong. */
export function failedOutcome(
	cause: Fault,
	state: { set: boolean; residue: boolean },
): Extract<Outcome, { cause: Fault }> {
	if (state.residue) return { kind: "residue", cause };
	return { kind: state.set ? "rolled-back" : "refused", cause };
}
