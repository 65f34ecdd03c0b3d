import { UserError } from "../runner/errors.js";
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
	/** The digest that the image had; the same as the root's where every platform was wanted. */
	from: string;
}

/** BuildKit lists attestations as manifests of no platform that name the image which they are about. */
const ABOUT = "vnd.docker.reference.digest";

/**
 * The manifest of the only wanted platform, or an index of the wanted ones, its other keys kept.
 * `wanted` are `os/architecture`, `os/architecture/variant`.
 * @throws UserError `invalid-platform`, `platform-missing`, `no-platforms`
 */
export async function selectPlatforms(
	source: ImageSource,
	root: Descriptor,
	wanted: readonly string[],
): Promise<SelectedPlatforms> {
	const asked = wanted.map(parsePlatform);
	if (!isIndexType(root.mediaType)) {
		throw new UserError(
			"no-platforms",
			`${source.describe()} is one image and no index: it has no platforms.`,
			{
				hint: "Leave out the platforms.",
			},
		);
	}
	const index = await source.manifest(root.digest);
	const parsed = parseManifest(
		index.body,
		index.mediaType,
		`The index ${root.digest} of ${source.describe()}`,
	);
	const listed = parsed.kind === "index" ? parsed.manifests : [];
	const chosen = new Set<string>();
	const whole: Descriptor[] = [];
	for (const [at, platform] of asked.entries()) {
		const found = listed.filter((each) => each.platform !== undefined && matches(each.platform, platform));
		if (found.length === 0) throw missing(source, wanted[at] ?? "", listed);
		for (const each of found) if (!chosen.has(each.digest)) whole.push(each);
		for (const { digest } of found) chosen.add(digest);
	}
	const [only, ...others] = whole;
	if (only !== undefined && others.length === 0) {
		const { mediaType, digest, size } = only;
		return { source, root: { mediaType, digest, size }, from: root.digest };
	}
	const about = listed.filter((each) => chosen.has(each.annotations?.[ABOUT] ?? ""));
	for (const { digest } of about) chosen.add(digest);
	if (listed.every(({ digest }) => chosen.has(digest))) return { source, root, from: root.digest };
	const made = filtered(index, chosen);
	return {
		source: {
			...source,
			manifest: async (digest) => (digest === made.digest ? made : source.manifest(digest)),
			referrers: async (digest) => (digest === made.digest ? [] : source.referrers(digest)),
			resolve: async () => made,
		},
		root: { mediaType: made.mediaType, digest: made.digest, size: made.size },
		from: root.digest,
	};
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

function missing(source: ImageSource, wanted: string, listed: readonly Descriptor[]): UserError {
	const has = listed.flatMap(({ platform }) =>
		platform === undefined || platform.os === "unknown"
			? []
			: [[platform.os, platform.architecture, platform.variant].filter(Boolean).join("/")],
	);
	return new UserError(
		"platform-missing",
		`${source.describe()} has no platform ${wanted}: it has ${has.join(", ") || "none"}.`,
		{
			hint: "Name platforms that the image was built for.",
			input: "platforms",
			fault: "request",
		},
	);
}
