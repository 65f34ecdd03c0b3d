import { PROMOTION_RECORD, type PromotionRecord } from "../../attest/promotion-record.js";
import { statementOf } from "../../attest/statement.js";
import type { PromotedImage, Promotion } from "../../promotion/promotion.js";
import { formatReference, type Repository } from "../../registry/name.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import { describeFailure } from "../../runner/failure.js";
import type { Log } from "../../runner/log.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { PromoteResult } from "./result.js";

/** Promotion records: signed, attached to each image at its destination. Pure but for its port. */

export interface RecordPort {
	/** Whether there is anything to sign with. */
	canSign(): boolean;
	/** Whether a record of that environment is attached already, signed by who would sign it now. */
	isRecorded(image: Repository & { digest: string }, environment: string): Promise<boolean>;
	/** Signs a statement and attaches it; the digest of what was attached. */
	attach(image: Repository & { digest: string }, statement: Buffer, predicateType: string): Promise<string>;
	now(): Date;
	/** The page of the run. */
	url: string | undefined;
	/** Gets the stack of a defect. */
	log: Pick<Log, "warning">;
	/** Aborted when the process is told to stop. */
	signal: AbortSignal;
}

type Records = PromoteResult["records"];

/**
 * Records what now stands in an environment. It comes last, since a record says that the tags stand; without it
 * they still do, and the same command adds what is missing. So it never throws: how the promotion ended must be
 * told whatever happens here.
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
			const { signal } = port;
			if (image.status === "unchanged") {
				const isThere = await unlessStopped(signal, () => port.isRecorded(place, environment));
				if (isThere) continue;
			}
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
			const attach = () => port.attach(place, statement, PROMOTION_RECORD);
			records.push({ ...told, attestation: await unlessStopped(signal, attach) });
		} catch (thrown) {
			if (!(thrown instanceof UserError)) port.log.warning(describeFailure(thrown).text);
			records.push({ ...told, attestation: null });
			const message = `The tags of ${name} stand, and the record of the promotion could not be attached: ${errorMessage(thrown)}`;
			problems.push(
				problem("warning", "record-failed", message.replace(/\.$/, ""), {
					hint: "Run the same command again: it adds the record. What requires it refuses until then.",
				}),
			);
		}
	}
	return { records, problems };
}

/**
 * A stop does not wait for work on a record: signing may ask services for longer than a cancelled job lives, and
 * then nothing would be told at all.
 */
function unlessStopped<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
			reject(new UserError("cancelled", `it was stopped${by}`, { fault: "outside" }));
		};
		if (signal.aborted) return stop();
		signal.addEventListener("abort", stop, { once: true });
		work()
			.then(resolve, reject)
			.finally(() => signal.removeEventListener("abort", stop));
	});
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
