import { digestsOf } from "../../promotion/plan.js";
import type { Promotion } from "../../promotion/promotion.js";
import { formatReference } from "../../registry/name.js";
import type { Fault } from "../../runner/errors.js";
import type { PromoteResult } from "./result.js";

/** A promotion as the result that is published. Pure. */

const CAUSES: Record<Fault, NonNullable<PromoteResult["cause"]>> = {
	refused: "rule",
	request: "request",
	outside: "outside",
};

export function resultOf(
	promotion: Promotion,
	dryRun: boolean,
	recorded: { records: PromoteResult["records"]; problems: PromoteResult["problems"] },
): PromoteResult {
	const { outcome } = promotion;
	const endedWell = !("cause" in outcome);
	return {
		schema: "promote.result.v1",
		outcome: outcome.kind,
		cause: "cause" in outcome ? CAUSES[outcome.cause] : null,
		dryRun,
		planDigest: promotion.planDigest ?? null,
		images: promotion.images.map(
			({ service, source, destination, root, status, tags, referrers, evidence }) => ({
				service: service ?? null,
				source,
				destination: formatReference(destination),
				digest: root.digest,
				mediaType: root.mediaType,
				status,
				tags: tags.map(({ tag, before, after, mayStay }) => ({
					tag,
					before: before ?? null,
					after,
					mayStay,
				})),
				referrers: referrers.map((each) => ({
					digest: each.digest,
					artifactType: each.artifactType ?? null,
				})),
				evidence: [...evidence],
			}),
		),
		digests: endedWell ? Object.fromEntries(digestsOf(promotion.images)) : {},
		bytes: promotion.bytes,
		requests: promotion.requests,
		rolledBack: promotion.rolledBack.map(({ destination, tag }) => ({
			destination: formatReference(destination),
			tag,
		})),
		residue: promotion.residue.map(({ destination, tag, before, now }) => ({
			destination: formatReference(destination),
			tag,
			before: before ?? null,
			now: now.known ? (now.digest ?? null) : "unknown",
		})),
		records: recorded.records,
		problems: [...recorded.problems, ...promotion.problems],
	};
}
