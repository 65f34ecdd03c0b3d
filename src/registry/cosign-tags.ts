import { type ImageManifest, type IndexManifest, type Manifest, parseManifest } from "./manifest.js";

/**
 * Cosign's older way to attach things to an image: tags whose names are made of its digest
 * (sigstore/cosign, `specs/SIGNATURE_SPEC.md`): signatures, attestations, bills of materials.
 */
const SUFFIXES = ["sig", "att", "sbom"] as const;

/** The tags that may hold what belongs to a digest. */
export function cosignTags(digest: string): string[] {
	return SUFFIXES.map((suffix) => `${digest.replace(":", "-")}.${suffix}`);
}

/**
 * Whether a tag may come to point at `next` without anything being lost: cosign adds layers to what is there, so
 * all that stands there must be in the next one too.
 */
export function loses(standing: Manifest, next: Manifest): boolean {
	const kept = new Set(entriesOf(next));
	return entriesOf(standing).some((digest) => !kept.has(digest));
}

function entriesOf(manifest: Manifest): string[] {
	const parsed: ImageManifest | IndexManifest = parseManifest(
		manifest.body,
		manifest.mediaType,
		`The manifest ${manifest.digest}`,
	);
	return (parsed.kind === "index" ? parsed.manifests : parsed.layers).map(({ digest }) => digest);
}
