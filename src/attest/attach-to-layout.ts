import { X509Certificate } from "node:crypto";
import { digestOf } from "../registry/digest.js";
import { openLayout } from "../registry/layout.js";
import { addLayoutReferrer, layoutSubject } from "../registry/layout-referrer.js";
import type { Descriptor } from "../registry/manifest.js";
import type { LayoutReference } from "../registry/name.js";
import { attachedBundles } from "./attached.js";
import { BUNDLE_MEDIA_TYPE, bundleManifest, EMPTY_BLOB, EMPTY_MEDIA_TYPE } from "./bundle-format.js";

/**
 * Attaches a bundle of a signed statement to an image in an OCI layout, of which only index.json need be there.
 * One of the same statement by the same signer gives way to it: nothing is verified here, so an older one that is
 * kept might be a forged one. Returns the digest of what was attached.
 * @throws UserError `broken-layout`, `layout-unwritable`, `too-many-bundles`
 */
export async function attachToLayout(
	layout: LayoutReference,
	folder: string,
	bundle: { bytes: Buffer; predicateType: string },
	now: Date,
	signal: AbortSignal,
): Promise<string> {
	const subject = await layoutSubject(layout, folder);
	const source = openLayout(layout, folder, { partial: true });
	const said = await saidBy(bundle.bytes);
	const replaces: string[] = [];
	for (const each of await attachedBundles(source, subject.digest, signal)) {
		if (each.kind === "unread") throw each.error;
		if (each.kind === "bundle" && said !== undefined && (await saidBy(each.bytes)) === said)
			replaces.push(each.digest);
	}
	const blobs = [EMPTY_BLOB, bundle.bytes].map((bytes) => bytes.toString("utf8"));
	const descriptor = (bytes: Buffer, mediaType: string): Descriptor => ({
		mediaType,
		digest: digestOf(bytes),
		size: bytes.length,
	});
	const config = descriptor(EMPTY_BLOB, EMPTY_MEDIA_TYPE);
	const layer = descriptor(bundle.bytes, BUNDLE_MEDIA_TYPE);
	const manifest = bundleManifest(subject, { config, layer, predicateType: bundle.predicateType }, now);
	return addLayoutReferrer(layout, folder, { manifest, blobs, replaces });
}

/** What is said, and in whose name; undefined where that can't be read. */
async function saidBy(bytes: Buffer): Promise<string | undefined> {
	const { bundleFromJSON } = await import("@sigstore/bundle");
	try {
		const { content, verificationMaterial } = bundleFromJSON(JSON.parse(bytes.toString("utf8")));
		if (content.$case !== "dsseEnvelope") return undefined;
		const { payload, payloadType } = content.dsseEnvelope;
		const material = verificationMaterial.content;
		if (material.$case === "publicKey")
			return JSON.stringify([payloadType, digestOf(payload), "key", material.publicKey.hint]);
		const certificate =
			material.$case === "certificate"
				? material.certificate.rawBytes
				: material.x509CertificateChain.certificates[0]?.rawBytes;
		if (certificate === undefined) return undefined;
		const { subjectAltName } = new X509Certificate(certificate);
		return JSON.stringify([payloadType, digestOf(payload), "workflow", subjectAltName]);
	} catch {
		// A broken bundle says nothing, and stays.
		return undefined;
	}
}
