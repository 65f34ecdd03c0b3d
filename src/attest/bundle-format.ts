import type { Descriptor } from "../registry/manifest.js";
import { OCI_MANIFEST } from "../registry/media-types.js";

/**
 * How sigstore bundles lie in a registry. Pure.
 * Source: cosign, `specs/BUNDLE_SPEC.md`; OCI image-spec 1.1, "Guidance for an Empty Descriptor".
 */

/** What is written. */
export const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The largest bundle that is read or written, in bytes: provenance with its logs has some 10 kB. */
export const MAX_BUNDLE_SIZE = 4 * 1024 * 1024;

const PREDICATE_TYPE_ANNOTATION = "dev.sigstore.bundle.predicateType";
const CONTENT_ANNOTATION = "dev.sigstore.bundle.content";
const CREATED_ANNOTATION = "org.opencontainers.image.created";

export const EMPTY_MEDIA_TYPE = "application/vnd.oci.empty.v1+json";
export const EMPTY_BLOB = Buffer.from("{}");

/** The manifest that attaches a bundle, the blob `layer`, to an image; `config` is the empty blob. */
export function bundleManifest(
	subject: Descriptor,
	bundle: { config: Descriptor; layer: Descriptor; predicateType: string },
	now: Date,
): string {
	const { mediaType, digest, size } = subject;
	return JSON.stringify({
		schemaVersion: 2,
		mediaType: OCI_MANIFEST,
		artifactType: BUNDLE_MEDIA_TYPE,
		config: bundle.config,
		layers: [bundle.layer],
		subject: { mediaType, digest, size },
		annotations: {
			[CREATED_ANNOTATION]: now.toISOString(),
			[CONTENT_ANNOTATION]: "dsse-envelope",
			[PREDICATE_TYPE_ANNOTATION]: bundle.predicateType,
		},
	});
}

const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+\+json|\+json(;\s*version=\d+\.\d+)?)$/;

/** Whether a media type is that of a bundle, of any version. */
export function isBundleType(mediaType: string): boolean {
	return BUNDLE.test(mediaType);
}
