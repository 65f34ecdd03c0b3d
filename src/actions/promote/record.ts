import { PROMOTION_RECORD, type PromotionRecord } from "../../attest/promotion-record.js";
import { statementOf } from "../../attest/statement.js";
import type { PromotedImage, Promotion } from "../../promotion/promotion.js";
import { formatReference, type Repository } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { PromoteResult } from "./result.js";

/** Promotion records: signed, attached to each image at its destination. Pure but for its port. */

export interface RecordPort {
	/** Whether there is anything to sign with. */
	canSign(): boolean;
	/** Whether a record of that environment is attached already; it is not verified. */
	isRecorded(image: Repository & { digest: string }, environment: string): Promise<boolean>;
	/** Signs a statement and attaches it; the digest of what was attached. */
	attach(image: Repository & { digest: string }, statement: Buffer, predicateType: string): Promise<string>;
	now(): Date;
	/** The page of the run. */
	url: string | undefined;
}

type Records = PromoteResult["records"];

/**
 * Records what now stands in an environment. It comes last, since a record says that the tags stand; without it
 * they still do, and the same command adds what is missing.
 */
export async function recordPromotion(
	promotion: Promotion,
	environment: string,
	port: RecordPort,
): Promise<{ records: Records; problems: Problem[] }> {
	const { kind } = promotion.outcome;
	if (kind !== "promoted" && kind !== "unchanged") return { records: [], problems: [] };
	if (!port.canSign()) {
		return {
			records: [],
			problems: [
				problem("notice", "not-recorded", `No record of the promotion to ${environment} is attached`, {
					hint: "Give the job `permissions: id-token: write`, or the input 'signing-key': an unsigned record proves nothing.",
				}),
			],
		};
	}
	const records: Records = [];
	const problems: Problem[] = [];
	for (const image of distinct(promotion.images)) {
		const place = { ...image.destination, digest: image.root.digest };
		const name = formatReference(image.destination);
		const told = { environment, destination: name, digest: place.digest };
		try {
			if (image.status === "unchanged" && (await port.isRecorded(place, environment))) continue;
			const predicate: PromotionRecord = {
				environment,
				service: image.service ?? null,
				source: image.source,
				destination: name,
				tags: image.tags.map(({ tag, before }) => ({ tag, before: before ?? null })),
				planDigest: promotion.planDigest ?? "",
				promotedAt: port.now().toISOString(),
				url: port.url ?? null,
			};
			const statement = statementOf({ name, digest: place.digest }, PROMOTION_RECORD, predicate);
			records.push({ ...told, attestation: await port.attach(place, statement, PROMOTION_RECORD) });
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			records.push({ ...told, attestation: null });
			const message = `The tags of ${name} stand, and the record of the promotion could not be attached: ${thrown.message}`;
			problems.push(
				problem("warning", "record-failed", message.replace(/\.$/, ""), {
					hint: "Run the same command again: it adds the record. What requires it refuses until then.",
				}),
			);
		}
	}
	return { records, problems };
}

/** Of several images with one digest in one repository the tags come together. */
function distinct(images: readonly PromotedImage[]): PromotedImage[] {
	const groups = Map.groupBy(
		images,
		({ destination, root }) => `${formatReference(destination)}@${root.digest}`,
	);
	return [...groups.values()].flatMap(([first, ...others]) => {
		if (first === undefined) return [];
		const tags = [first, ...others].flatMap((each) => each.tags);
		const unchanged = [first, ...others].every(({ status }) => status === "unchanged");
		return [{ ...first, tags, status: unchanged ? "unchanged" : "promoted" }];
	});
}
