/**
 * How sigstore bundles lie in a registry. Pure.
 * Source: cosign, `specs/BUNDLE_SPEC.md`; OCI image-spec 1.1, "Guidance for an Empty Descriptor".
 */

/** What is written. */
export const BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The largest bundle that is read or written, in bytes: provenance with its logs has some 10 kB. */
export const MAX_BUNDLE_SIZE = 4 * 1024 * 1024;

export const PREDICATE_TYPE_ANNOTATION = "dev.sigstore.bundle.predicateType";
export const CONTENT_ANNOTATION = "dev.sigstore.bundle.content";
export const CREATED_ANNOTATION = "org.opencontainers.image.created";

export const EMPTY_MEDIA_TYPE = "application/vnd.oci.empty.v1+json";
export const EMPTY_BLOB = Buffer.from("{}");

const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(\.v\d+\.\d+\+json|\+json(;\s*version=\d+\.\d+)?)$/;

/** Whether a media type is that of a bundle, of any version. */
export function isBundleType(mediaType: string): boolean {
	return BUNDLE.test(mediaType);
}
