import { UserError } from "../runner/errors.js";
import { isDigest } from "./digest.js";
import {
	bareMediaType,
	isImageType,
	isIndexType,
	isManifestType,
	OCI_INDEX,
	OCI_MANIFEST,
	refusedFormat,
} from "./media-types.js";

/**
 * Manifests and what they name.
 * Source: OCI image-spec 1.1, `descriptor.md`, `manifest.md`, `image-index.md`.
 */

export interface Platform {
	architecture: string;
	os: string;
	variant?: string | undefined;
	osVersion?: string | undefined;
}

/** What one document says about another. */
export interface Descriptor {
	mediaType: string;
	digest: string;
	/** Bytes. */
	size: number;
	artifactType?: string | undefined;
	annotations?: Readonly<Record<string, string>> | undefined;
	platform?: Platform | undefined;
}

/** A manifest as it was received: these bytes are what the digest is of. */
export interface Manifest {
	digest: string;
	mediaType: string;
	/** Bytes. */
	size: number;
	body: Buffer;
}

interface Parsed {
	/** The manifest that this one is about (a signature's image). */
	subject: Descriptor | undefined;
	artifactType: string | undefined;
	annotations: Readonly<Record<string, string>> | undefined;
}

/** An image or an artifact. */
export interface ImageManifest extends Parsed {
	kind: "image";
	config: Descriptor;
	layers: Descriptor[];
}

/** Several manifests; some tools (build caches) also list blobs there. */
export interface IndexManifest extends Parsed {
	kind: "index";
	manifests: Descriptor[];
}

/** The limit of distribution-spec 1.1 ("Pushing Manifests"), above which registries refuse. 4 MiB. */
export const MAX_MANIFEST_SIZE = 4 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
const MAX_SIZE = Number.MAX_SAFE_INTEGER;

/**
 * Reads a manifest. `what` names it in errors, `mediaType` is what its origin says it is, which must be what
 * it says itself: one document that two readers take for different things is refused (CVE-2021-41190).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
export function parseManifest(
	body: Uint8Array,
	mediaType: string,
	what: string,
): ImageManifest | IndexManifest {
	const root = parseObject(body, what);
	checkType(root, mediaType, what);
	const common = {
		subject: root.subject === undefined ? undefined : parseDescriptor(root.subject, `${what}: subject`),
		artifactType: text(root.artifactType),
		annotations: parseAnnotations(root.annotations, what),
	};
	if (isIndexType(mediaType))
		return { kind: "index", manifests: list(root.manifests, "manifests", what), ...common };
	return {
		kind: "image",
		config: parseDescriptor(root.config, `${what}: config`),
		layers: list(root.layers, "layers", what),
		...common,
	};
}

/**
 * The media type of a manifest whose origin does not say it (an OCI manifest need not name its own type).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
export function detectMediaType(body: Uint8Array, what: string): string {
	const root = parseObject(body, what);
	const stated = text(root.mediaType);
	if (stated !== undefined) return stated;
	if (root.schemaVersion === 1) throw unsupported("Docker schema 1", what);
	if (Array.isArray(root.manifests)) return OCI_INDEX;
	if (root.config !== undefined) return OCI_MANIFEST;
	throw invalid(what, "does not say what it is");
}

/**
 * A manifest's media type without parameters such as `charset`, checked to be one that we can copy.
 * @throws UserError `unsupported-manifest`
 */
export function checkMediaType(stated: string, what: string): string {
	const mediaType = bareMediaType(stated);
	const refused = refusedFormat(mediaType);
	if (refused !== undefined) throw unsupported(refused, what);
	if (!isManifestType(mediaType))
		throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
	return mediaType;
}

/**
 * Reads a descriptor. Keys that nothing here needs are left out.
 * @throws UserError `invalid-manifest`
 */
export function parseDescriptor(value: unknown, what: string): Descriptor {
	if (!isRecord(value)) throw invalid(what, "is not a descriptor");
	const { mediaType, digest, size } = value;
	if (typeof mediaType !== "string" || mediaType === "") throw invalid(what, "has no media type");
	if (typeof digest !== "string" || !isDigest(digest)) throw invalid(what, "has no sha256 or sha512 digest");
	if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
		throw invalid(what, "has no size");
	}
	const descriptor: Descriptor = { mediaType, digest, size };
	const artifactType = text(value.artifactType);
	if (artifactType !== undefined) descriptor.artifactType = artifactType;
	const annotations = parseAnnotations(value.annotations, what);
	if (annotations !== undefined) descriptor.annotations = annotations;
	const platform = parsePlatform(value.platform);
	if (platform !== undefined) descriptor.platform = platform;
	return descriptor;
}

/** What a manifest is listed as among its subject's referrers (image-spec, `artifactType`; distribution-spec, "Listing Referrers"). */
export function referrerDescriptor(manifest: Manifest, parsed: ImageManifest | IndexManifest): Descriptor {
	const own = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
	const descriptor: Descriptor = {
		mediaType: manifest.mediaType,
		digest: manifest.digest,
		size: manifest.size,
	};
	if (own !== undefined) descriptor.artifactType = own;
	if (parsed.annotations !== undefined) descriptor.annotations = parsed.annotations;
	return descriptor;
}

function checkType(root: Record<string, unknown>, mediaType: string, what: string): void {
	const refused = refusedFormat(mediaType);
	if (refused !== undefined) throw unsupported(refused, what);
	if (root.schemaVersion === 1) throw unsupported("Docker schema 1", what);
	if (!isIndexType(mediaType) && !isImageType(mediaType)) {
		throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
	}
	const stated = text(root.mediaType);
	if (stated !== undefined && stated !== mediaType) {
		throw invalid(what, `says it is ${JSON.stringify(stated.slice(0, 100))}, but came as ${mediaType}`);
	}
	const both = root.manifests !== undefined && (root.layers !== undefined || root.config !== undefined);
	if (both) throw invalid(what, "is an index and an image at once");
}

function parseObject(body: Uint8Array, what: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(body).toString("utf8"));
	} catch (error) {
		throw invalid(what, "is not JSON", error);
	}
	if (!isRecord(value)) throw invalid(what, "is not a JSON object");
	return value;
}

function list(value: unknown, key: string, what: string): Descriptor[] {
	if (!Array.isArray(value)) throw invalid(what, `has no list ${key}`);
	if (value.length > MAX_ENTRIES) throw invalid(what, `has more than ${MAX_ENTRIES} ${key}`);
	return value.map((entry, at) => parseDescriptor(entry, `${what}: ${key}[${at}]`));
}

function parseAnnotations(value: unknown, what: string): Readonly<Record<string, string>> | undefined {
	if (value === undefined || value === null) return undefined;
	if (!isRecord(value) || !Object.values(value).every((each) => typeof each === "string")) {
		throw invalid(what, "has annotations that are not texts");
	}
	return value as Record<string, string>;
}

function parsePlatform(value: unknown): Platform | undefined {
	if (!isRecord(value)) return undefined;
	const { architecture, os } = value;
	if (typeof architecture !== "string" || typeof os !== "string") return undefined;
	const platform: Platform = { architecture, os };
	const variant = text(value.variant);
	if (variant !== undefined) platform.variant = variant;
	const osVersion = text(value["os.version"]);
	if (osVersion !== undefined) platform.osVersion = osVersion;
	return platform;
}

function text(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(what: string, reason: string, cause?: unknown): UserError {
	return new UserError("invalid-manifest", `${what} ${reason}.`, {
		hint: "The image is broken where it stands: build or push it anew.",
		cause,
	});
}

function unsupported(format: string, what: string): UserError {
	return new UserError("unsupported-manifest", `${what} is ${format}, which is not supported.`, {
		hint: "Push the image anew with a current tool, as an OCI manifest or index, or Docker schema 2.",
	});
}
