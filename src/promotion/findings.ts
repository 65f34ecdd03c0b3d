import type { CopyResult } from "../registry/copy.js";
import { formatReference } from "../registry/name.js";
import { errorMessage } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { JOURNAL_FILE } from "./journal.js";
import type { Residue } from "./roll-back.js";

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

/** Tags that we set and somebody else changed since. */
export function takenOverProblems(addresses: readonly string[]): Problem[] {
	return addresses.map((address) =>
		problem(
			"warning",
			"tag-taken-over",
			`${address} was set and then changed by somebody else: it was left to them`,
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
