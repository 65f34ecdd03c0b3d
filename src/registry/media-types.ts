/**
 * The media types that a registry client must tell apart.
 * Sources: OCI image-spec 1.1 `media-types.md`, Docker's "Image Manifest V 2, Schema 2".
 */

export const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
export const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
export const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

/** What is asked for with every manifest. A registry may convert to schema 1 when the OCI types are missing. */
export const ACCEPT_MANIFESTS = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(", ");

const INDEXES: ReadonlySet<string> = new Set([OCI_INDEX, DOCKER_LIST]);
const IMAGES: ReadonlySet<string> = new Set([OCI_MANIFEST, DOCKER_MANIFEST]);

/** Manifest formats of the past. They have a digest, but no client of today can copy them faithfully. */
const REFUSED: ReadonlyMap<string, string> = new Map([
	["application/vnd.docker.distribution.manifest.v1+json", "Docker schema 1"],
	["application/vnd.docker.distribution.manifest.v1+prettyjws", "Docker schema 1"],
	["application/vnd.oci.artifact.manifest.v1+json", "the withdrawn OCI artifact manifest"],
]);

/** Layers that only their author may distribute: registries hold their descriptor, not their bytes. */
const NON_DISTRIBUTABLE = [
	"application/vnd.docker.image.rootfs.foreign.diff.tar",
	"application/vnd.oci.image.layer.nondistributable.v1.tar",
];

/** A media type as it stands in Content-Type, without its parameters. */
export function bareMediaType(stated: string): string {
	return (stated.split(";")[0] ?? "").trim().toLowerCase();
}

/** An index (OCI) or a manifest list (Docker). */
export function isIndexType(mediaType: string): boolean {
	return INDEXES.has(mediaType);
}

/** A manifest of one image or artifact. */
export function isImageType(mediaType: string): boolean {
	return IMAGES.has(mediaType);
}

/** Anything that is fetched from `manifests/`, refused formats included. */
export function isManifestType(mediaType: string): boolean {
	return INDEXES.has(mediaType) || IMAGES.has(mediaType) || REFUSED.has(mediaType);
}

/** The name of a manifest format that is refused, or undefined. */
export function refusedFormat(mediaType: string): string | undefined {
	return REFUSED.get(mediaType);
}

/** A layer that is not copied because its licence forbids to (its bytes are not in the registry). */
export function isNonDistributable(mediaType: string): boolean {
	return NON_DISTRIBUTABLE.some((prefix) => mediaType.startsWith(prefix));
}
