import type { Bundle } from "@sigstore/bundle";
import type { ImageSource } from "../registry/source.js";
import { attachedBundles } from "./attached.js";
import { certificateClaims, whyNotTrusted } from "./identity.js";
import type { PresentSigner } from "./present-signer.js";
import { PROMOTION_RECORD, whyNotRecordOf } from "./promotion-record.js";
import { PAYLOAD_TYPE, parseStatement } from "./statement.js";
import { openVerifier } from "./verify.js";

/**
 * Whether a promotion record of an environment is attached to an image by who signs now, so that the same promotion
 * need not write another. One by a key or a workflow of before does not count: those who trust the present signer
 * alone would never find what they ask for. This only saves work, and proves nothing.
 * @throws RegistryError, UserError where what is attached can't be read
 */
export async function isRecorded(
	source: ImageSource,
	digest: string,
	environment: string,
	{ signer, signal }: { signer: PresentSigner; signal: AbortSignal },
): Promise<boolean> {
	const { bundleFromJSON } = await import("@sigstore/bundle");
	const isBySigner = await signedBy(signer, digest);
	for (const each of await attachedBundles(source, digest, signal)) {
		if (each.kind === "unread") throw each.error;
		if (each.kind === "broken") continue;
		try {
			const bundle = bundleFromJSON(JSON.parse(each.bytes.toString("utf8")));
			const { content } = bundle;
			if (content.$case !== "dsseEnvelope" || content.dsseEnvelope.payloadType !== PAYLOAD_TYPE) continue;
			const { predicateType, predicate } = parseStatement(content.dsseEnvelope.payload);
			if (predicateType !== PROMOTION_RECORD || whyNotRecordOf(predicate, environment) !== undefined)
				continue;
			if (isBySigner(bundle, each.bytes)) return true;
		} catch {
			// A broken bundle is no record.
		}
	}
	return false;
}

/**
 * Certificates of the public instance are verified. The root of another one is not known here: then what its
 * certificate says is compared, and that it is none of the public instance, which others trust.
 */
async function signedBy(
	signer: PresentSigner,
	digest: string,
): Promise<(bundle: Bundle, bytes: Uint8Array) => boolean> {
	const { toSignedEntity } = await import("@sigstore/verify");
	if (signer.kind === "key")
		return (bundle) => {
			const { key, signature } = toSignedEntity(bundle);
			return key.$case === "public-key" && signature.verifySignature(signer.key);
		};
	const publicly = await openVerifier([signer.workflow], async () => "");
	return (bundle, bytes) => {
		const isPublic = publicly.verify(bytes, digest).trusted;
		if (signer.isPublic || isPublic) return signer.isPublic && isPublic;
		const { key } = toSignedEntity(bundle);
		return (
			key.$case === "certificate" &&
			whyNotTrusted(certificateClaims(key.certificate), signer.workflow) === undefined
		);
	};
}
