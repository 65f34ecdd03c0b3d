import { readBlob } from "../registry/blobs.js";
import { createLimit } from "../registry/limit.js";
import { type Descriptor, parseManifest } from "../registry/manifest.js";
import { RegistryError } from "../registry/registry-error.js";
import type { ImageSource } from "../registry/source.js";
import { UserError } from "../runner/errors.js";
import { EMPTY_MEDIA_TYPE, isBundleType, MAX_BUNDLE_SIZE } from "./bundle-format.js";

/** The bundles that are attached to an image. */

/** One of them: its bytes; or why it is none; or the error that kept us from reading it, which is not absence. */
export type AttachedBundle = { digest: string } & (
	| { kind: "bundle"; bytes: Buffer }
	| { kind: "broken"; why: string }
	| { kind: "unread"; error: UserError }
);

/** Who may write to a repository may attach what he likes: more than this is not looked through. */
const MAX_BUNDLES = 500;
/** Some 10 kB each are usual, so this is only reached on purpose. */
const MAX_BYTES = 64 * 1024 * 1024;
const AT_ONCE = 8;

/**
 * Reads all bundles that refer to a manifest. One that is broken or can't be read does not hide the others.
 * @throws RegistryError where they can't be listed; UserError `too-many-bundles`
 */
export async function attachedBundles(
	source: Pick<ImageSource, "referrers" | "manifest" | "blob" | "describe">,
	digest: string,
	signal: AbortSignal,
): Promise<AttachedBundle[]> {
	const listed = (await source.referrers(digest)).filter(mayBeBundle);
	if (listed.length > MAX_BUNDLES) throw tooMany(source, `${listed.length} bundles`);
	const limit = createLimit(AT_ONCE);
	let bytes = 0;
	const read = async (referrer: Descriptor): Promise<AttachedBundle | undefined> => {
		const { digest: own } = referrer;
		try {
			signal.throwIfAborted();
			if (bytes > MAX_BYTES) throw tooMany(source, "bundles of more than 64 MB");
			const manifest = await source.manifest(own);
			const parsed = parseManifest(manifest.body, manifest.mediaType, `The referrer ${own}`);
			if (parsed.kind !== "image") return undefined;
			const [layer, ...others] = parsed.layers;
			if (layer === undefined || !isBundleType(layer.mediaType)) return undefined;
			if (parsed.subject?.digest !== digest)
				return { digest: own, kind: "broken", why: "it is attached to another image" };
			if (others.length > 0) return { digest: own, kind: "broken", why: "it has more than one layer" };
			if (layer.size > MAX_BUNDLE_SIZE)
				return { digest: own, kind: "broken", why: `it has more than ${MAX_BUNDLE_SIZE} bytes` };
			const stream = await source.blob(layer.digest, layer.size, { signal });
			const body = await readBlob(stream, MAX_BUNDLE_SIZE, `The bundle ${layer.digest}`);
			bytes += body.length;
			return { digest: own, kind: "bundle", bytes: body };
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			if (thrown.code === "invalid-manifest" || thrown.code === "unsupported-manifest")
				return { digest: own, kind: "broken", why: thrown.message };
			// A list may name what was deleted since.
			if (thrown instanceof RegistryError && thrown.status === 404)
				return { digest: own, kind: "broken", why: "it is listed and does not exist" };
			return { digest: own, kind: "unread", error: thrown };
		}
	};
	const all = await Promise.all(listed.map((each) => limit(() => read(each))));
	return all.filter((each) => each !== undefined);
}

/** Lists that clients keep under the fallback tag may lack the type. */
function mayBeBundle({ artifactType }: Descriptor): boolean {
	return artifactType === undefined || artifactType === EMPTY_MEDIA_TYPE || isBundleType(artifactType);
}

function tooMany(source: Pick<ImageSource, "describe">, what: string): UserError {
	return new UserError("too-many-bundles", `${what} are attached to ${source.describe()}`, {
		fault: "refused",
		hint: "Remove those that are not needed: an image has a handful.",
	});
}
