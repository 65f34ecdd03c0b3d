import { UserError } from "../runner/errors.js";
import { isAbsent } from "./absent.js";
import { readBlob } from "./blobs.js";
import { digestOf, parseDigest } from "./digest.js";
import { type Descriptor, type Manifest, type Platform, parseManifest } from "./manifest.js";
import { isIndexType } from "./media-types.js";
import type { ImageSource } from "./source.js";

/**
 * Some platforms of an index. What comes out is another image with another digest, so this happens only where it
 * is asked for, and what is signed or attested for the whole index does not belong to it any more.
 */

export interface SelectedPlatforms {
	/** Gives what was made here, and all else from the image's own source. */
	source: ImageSource;
	root: Descriptor;
	/** The digest that the image had; the same as the root's where nothing was left out. */
	from: string;
}

/** Bytes. A configuration holds the image's history, not its files. */
const CONFIG_LIMIT = 4 * 1024 * 1024;
/** BuildKit lists attestations as manifests of no platform that name the image which they are about. */
const ABOUT = "vnd.docker.reference.digest";

/**
 * An index of the wanted platforms with their attestations, its other keys kept; the index itself where all are
 * wanted. An image without an index must be of a wanted platform, and stays itself. `wanted` are
 * `os/architecture`, which takes any variant, or `os/architecture/variant`.
 * @throws UserError `invalid-platform`, `platform-missing`
 */
export async function selectPlatforms(
	source: ImageSource,
	root: Descriptor,
	wanted: readonly string[],
): Promise<SelectedPlatforms> {
	const asked = wanted.map(parsePlatform);
	if (!isIndexType(root.mediaType)) {
		const own = await platformOfImage(source, root);
		if (own === undefined || !asked.some((platform) => matches(own, platform)))
			throw missing(source, wanted.join(", "), own === undefined ? [] : [own]);
		return { source, root, from: root.digest };
	}
	const index = await source.manifest(root.digest);
	const parsed = parseManifest(
		index.body,
		index.mediaType,
		`The index ${root.digest} of ${source.describe()}`,
	);
	const listed = parsed.kind === "index" ? parsed.manifests : [];
	const chosen = new Set<string>();
	for (const [at, platform] of asked.entries()) {
		const found = listed.filter((each) => each.platform !== undefined && matches(each.platform, platform));
		if (found.length === 0)
			throw missing(
				source,
				wanted[at] ?? "",
				listed.flatMap((each) => (each.platform === undefined ? [] : [each.platform])),
			);
		for (const { digest } of found) chosen.add(digest);
	}
	const about = listed.filter((each) => chosen.has(each.annotations?.[ABOUT] ?? ""));
	for (const { digest } of about) chosen.add(digest);
	const whole = withoutGaps(source, chosen);
	if (listed.every(({ digest }) => chosen.has(digest))) return { source: whole, root, from: root.digest };
	const made = filtered(index, chosen);
	return {
		source: {
			...whole,
			manifest: async (digest) => (digest === made.digest ? made : whole.manifest(digest)),
			referrers: async (digest) => (digest === made.digest ? [] : source.referrers(digest)),
			resolve: async () => made,
		},
		root: { mediaType: made.mediaType, digest: made.digest, size: made.size },
		from: root.digest,
	};
}

/** An index may have gaps, but not where somebody asked for just that. */
function withoutGaps(source: ImageSource, chosen: ReadonlySet<string>): ImageSource {
	return {
		...source,
		manifest: (digest) =>
			source.manifest(digest).catch((error: unknown) => {
				throw chosen.has(digest) && isAbsent(error) ? lost(source, digest, error) : error;
			}),
	};
}

/** What the configuration of a single image says; undefined where it is none of the known forms. */
async function platformOfImage(source: ImageSource, root: Descriptor): Promise<Platform | undefined> {
	const { body, mediaType } = await source.manifest(root.digest);
	const parsed = parseManifest(body, mediaType, `The manifest ${root.digest} of ${source.describe()}`);
	if (parsed.kind !== "image" || parsed.config.size > CONFIG_LIMIT) return undefined;
	const { digest, size } = parsed.config;
	const stream = await source.blob(digest, size);
	const bytes = await readBlob(stream, CONFIG_LIMIT, `The configuration ${digest} of ${source.describe()}`);
	let config: unknown;
	try {
		config = JSON.parse(bytes.toString("utf8"));
	} catch {
		return undefined;
	}
	if (typeof config !== "object" || config === null) return undefined;
	const { os, architecture, variant } = config as Record<string, unknown>;
	if (typeof os !== "string" || typeof architecture !== "string") return undefined;
	return { os, architecture, variant: typeof variant === "string" ? variant : undefined };
}

/** The index with fewer entries, everything else as it stands, keys that we don't know included. */
function filtered(index: Manifest, chosen: ReadonlySet<string>): Manifest {
	const value = JSON.parse(index.body.toString("utf8")) as { manifests: { digest?: unknown }[] };
	const manifests = value.manifests.filter(({ digest }) => typeof digest === "string" && chosen.has(digest));
	const body = Buffer.from(JSON.stringify({ ...value, manifests }));
	const digest = digestOf(body, parseDigest(index.digest)?.algorithm);
	return { digest, mediaType: index.mediaType, size: body.length, body };
}

function parsePlatform(text: string): Platform {
	const [os = "", architecture = "", variant, ...more] = text.split("/");
	const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
	if (more.length > 0 || !parts.every((part) => /^[a-z0-9._-]+$/.test(part))) {
		throw new UserError("invalid-platform", `${JSON.stringify(text.slice(0, 100))} is no platform.`, {
			hint: "Write os/architecture or os/architecture/variant, for example linux/amd64 or linux/arm/v7.",
			input: "platforms",
		});
	}
	return { os, architecture, variant };
}

function matches(found: Platform, wanted: Platform): boolean {
	if (found.os !== wanted.os || found.architecture !== wanted.architecture) return false;
	return wanted.variant === undefined || found.variant === wanted.variant;
}

function lost(source: ImageSource, digest: string, cause: unknown): UserError {
	return new UserError(
		"platform-missing",
		`${source.describe()} lists ${digest} for a platform that was asked for, and does not have it.`,
		{ cause, hint: "Push it anew, or name other platforms.", input: "platforms", fault: "refused" },
	);
}

function missing(source: ImageSource, wanted: string, listed: readonly Platform[]): UserError {
	const has = listed.flatMap(({ os, architecture, variant }) =>
		os === "unknown" ? [] : [[os, architecture, variant].filter(Boolean).join("/")],
	);
	return new UserError(
		"platform-missing",
		`${source.describe()} has no platform ${wanted}: it has ${has.join(", ") || "none"}.`,
		{
			hint: "Name platforms that the image was built for.",
			input: "platforms",
			fault: "refused",
		},
	);
}
