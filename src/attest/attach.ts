import { Readable } from "node:stream";
import type { RegistryClient } from "../registry/client.js";
import { digestOf } from "../registry/digest.js";
import { type Descriptor, parseManifest, referrerDescriptor } from "../registry/manifest.js";
import { OCI_MANIFEST } from "../registry/media-types.js";
import { formatReference, type Repository } from "../registry/name.js";
import { UserError } from "../runner/errors.js";
import { BUNDLE_MEDIA_TYPE, bundleManifest, EMPTY_BLOB, EMPTY_MEDIA_TYPE } from "./bundle-format.js";

/**
 * Attaches a bundle of a signed statement to an image, as a referrer; in a registry without the referrers API also
 * under the fallback tag. Returns the digest of what was attached.
 * @throws UserError `attest-image-missing`; RegistryError
 */
export async function attachBundle(
	client: RegistryClient,
	image: Repository & { digest: string },
	bundle: { bytes: Buffer; predicateType: string },
	now: Date,
): Promise<string> {
	const { registry, repository } = image;
	const to = { registry, repository };
	const head = await client.headManifest({ ...to, digest: image.digest });
	if (head === undefined) {
		throw new UserError("attest-image-missing", `There is no image ${formatReference(image)}`, {
			hint: "Push it first: a signed statement is attached to the image in its registry.",
		});
	}
	const subject: Descriptor = { mediaType: head.mediaType, digest: image.digest, size: head.size };
	const config = await put(client, to, EMPTY_BLOB, EMPTY_MEDIA_TYPE);
	const layer = await put(client, to, bundle.bytes, BUNDLE_MEDIA_TYPE);
	const body = Buffer.from(
		bundleManifest(subject, { config, layer, predicateType: bundle.predicateType }, now),
	);
	const digest = digestOf(body);
	const { subjectAccepted } = await client.putManifest({ ...to, digest }, body, OCI_MANIFEST);
	if (!subjectAccepted) {
		const manifest = { digest, mediaType: OCI_MANIFEST, size: body.length, body };
		const listed = referrerDescriptor(manifest, parseManifest(body, OCI_MANIFEST, `The referrer ${digest}`));
		await client.addToReferrersTag(to, image.digest, [listed]);
	}
	return digest;
}

async function put(
	client: RegistryClient,
	to: Repository,
	bytes: Buffer,
	mediaType: string,
): Promise<Descriptor> {
	const descriptor: Descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
	if (!(await client.hasBlob(to, descriptor.digest, descriptor.size)))
		await client.uploadBlob(to, descriptor, async () => Readable.from([bytes]));
	return descriptor;
}
