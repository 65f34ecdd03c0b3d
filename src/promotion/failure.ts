import { type Fault, UserError } from "../runner/errors.js";
import { describeFailure } from "../runner/failure.js";
import { type Problem, problem } from "../runner/problem.js";

/** What went wrong in a promotion, as a cause and a finding. Pure. */

export interface PromotionFailure {
	cause: Fault;
	problem: Problem;
}

/** Whatever was thrown. A defect of ours is a failure of the outside: nobody's request was wrong. */
export function failureOf(thrown: unknown, signal: AbortSignal): PromotionFailure {
	if (thrown instanceof UserError) {
		const { input } = thrown.place;
		const found = describeFailure(thrown).problem;
		const about = input === undefined || found.message.includes(`'${input}'`) ? "" : ` (input '${input}')`;
		return { cause: thrown.fault, problem: { ...found, message: found.message.replace(/\.$/, "") + about } };
	}
	if (signal.aborted) {
		const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
		return {
			cause: "outside",
			problem: problem("error", "cancelled", `The promotion was stopped${by} before it was done`, {
				hint: "Run the same command again: it goes on from what is there.",
			}),
		};
	}
	return { cause: "outside", problem: describeFailure(thrown).problem };
}

/** The same error, saying on which side it happened. */
export function onSide(thrown: unknown, side: "source" | "destination"): unknown {
	if (!(thrown instanceof UserError)) return thrown;
	const { code, hint, fault, place } = thrown;
	return new UserError(code, `The ${side} can't be used: ${thrown.message}`, {
		...place,
		hint,
		fault,
		cause: thrown,
	});
}
