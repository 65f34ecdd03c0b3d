import type { CopyResult } from "../registry/copy.js";
import { formatReference } from "../registry/name.js";
import { errorMessage } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { type EarlierMove, JOURNAL_FILE } from "./journal.js";
import { tagAddress } from "./request.js";
import type { Residue, RolledBack, TakenOver } from "./roll-back.js";

/** What a promotion has to tell besides its outcome. Pure. */

/** What could not be put back, one finding each. */
export function residueProblems(residue: readonly Residue[]): Problem[] {
	return residue.map(({ destination, tag, before, now, why }) => {
		const is = now.known ? (now.digest ?? "absent") : "unknown";
		return problem(
			"error",
			"residue",
			`${formatReference({ ...destination, tag })} is not as before: it was ${before ?? "absent"} and is ${is} (${why})`,
			{ hint: `Run the same command again to finish the promotion; ${JOURNAL_FILE} holds what was before.` },
		);
	});
}

/** What the source names and was not copied. */
export function leftOutProblems(source: string, copy: CopyResult | undefined): Problem[] {
	const texts = {
		"non-distributable": "is a layer that only its author may distribute",
		"child-missing": "is listed by an index, which goes on as it is, and does not exist at the source",
		"referrer-missing": "is listed as a referrer and does not exist",
		"referrer-of-another": "is listed as a referrer and refers to another image",
		"cosign-tag-differs": "is tagged for cosign, and that tag holds something else at the destination",
	} as const;
	return (copy?.leftOut ?? []).map(({ digest, reason }) =>
		problem("warning", `left-out-${reason}`, `${source}: ${digest} was not copied, it ${texts[reason]}`),
	);
}

/** A journal that stayed though all tags stand. */
export function journalProblems(journalLeft: unknown): Problem[] {
	if (journalLeft === undefined) return [];
	const message = `All tags stand, but ${JOURNAL_FILE} can't be removed: ${errorMessage(journalLeft)}`;
	return [problem("warning", "journal-left", message, { hint: "Delete the file: its promotion is done." })];
}

/**
 * Where somebody else was seen at work on these tags: what was put back may have been theirs for a moment, between
 * our look and our writing, and no look can tell.
 */
export function otherAtWorkProblems(failure: Problem, rolledBack: readonly RolledBack[]): Problem[] {
	if (failure.code !== "tag-moved" || rolledBack.length === 0) return [];
	const addresses = rolledBack.map(({ destination, tag }) => tagAddress(destination, tag));
	return [
		problem(
			"warning",
			"other-at-work",
			`What was put back may have been set by somebody else at the same time: ${addresses.join(", ")}`,
			{ hint: "If another promotion of these tags ended well, run it again: it finds what it has lost." },
		),
	];
}

/** After a failure: what a promotion that was cut off has moved and nobody has put back. */
export function earlierProblems(moves: readonly EarlierMove[]): Problem[] {
	return moves.map(({ address, before, after }) =>
		problem(
			"warning",
			"moved-earlier",
			`${address} is ${after} since a promotion that was cut off; before that it was ${before ?? "absent"}`,
			{ hint: `Run the same command again to finish that promotion; ${JOURNAL_FILE} holds what was before.` },
		),
	);
}

/** Tags that we set and somebody else changed since. */
export function takenOverProblems(tags: readonly TakenOver[]): Problem[] {
	return tags.map(({ address, isAsBefore }) =>
		isAsBefore
			? problem(
					"warning",
					"tag-taken-over",
					`${address} was set and then was as before, though it was not put back: by somebody else, or its registry answers late`,
					{ hint: "Look at it again: where it is what was wanted after all, run the same command again." },
				)
			: problem(
					"warning",
					"tag-taken-over",
					`${address} was set and then changed by somebody else: it was left to them`,
				),
	);
}

/** Tags that are as before, and that a request which was never answered may set yet. */
export function unansweredProblems(addresses: readonly string[]): Problem[] {
	return addresses.map((address) =>
		problem(
			"warning",
			"tag-unanswered",
			`${address} is as before, but what was sent to set it was never answered: the registry may set it yet`,
			{
				hint: `Look at it again in a while. The same command finishes the promotion; ${JOURNAL_FILE} holds what was before.`,
			},
		),
	);
}

/** Images of which only some platforms go on: they are other images then. */
export function reducedProblems(
	images: readonly { source: string; root: { digest: string }; reducedFrom: string | undefined }[],
): Problem[] {
	return images.flatMap(({ source, root, reducedFrom }) =>
		reducedFrom === undefined
			? []
			: [
					problem(
						"notice",
						"platforms-selected",
						`Of ${source} (${reducedFrom}) only some platforms go on, as an index of its own: ${root.digest}`,
						{ hint: "What is signed or attested for the whole index does not belong to it." },
					),
				],
	);
}
