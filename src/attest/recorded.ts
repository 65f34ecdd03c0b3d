import type { ImageSource } from "../registry/source.js";
import { attachedBundles } from "./attached.js";
import { PROMOTION_RECORD, whyNotRecordOf } from "./promotion-record.js";
import { PAYLOAD_TYPE, parseStatement } from "./statement.js";

/**
 * Whether a promotion record of an environment is attached to an image, so that the same promotion need not write
 * another. Nothing is verified here: this only saves work, and proves nothing.
 */
export async function isRecorded(
	source: ImageSource,
	digest: string,
	environment: string,
	signal: AbortSignal,
): Promise<boolean> {
	const { bundleFromJSON } = await import("@sigstore/bundle");
	for (const each of await attachedBundles(source, digest, signal)) {
		if (each.kind === "unread") throw each.error;
		if (each.kind === "broken") continue;
		try {
			const { content } = bundleFromJSON(JSON.parse(each.bytes.toString("utf8")));
			if (content.$case !== "dsseEnvelope" || content.dsseEnvelope.payloadType !== PAYLOAD_TYPE) continue;
			const { predicateType, predicate } = parseStatement(content.dsseEnvelope.payload);
			if (predicateType === PROMOTION_RECORD && whyNotRecordOf(predicate, environment) === undefined)
				return true;
		} catch {
			// A broken bundle is no record.
		}
	}
	return false;
}
