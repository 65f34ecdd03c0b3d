/** Reading a pushed manifest: pure. */
import { RegistryError } from "./errors.ts";
import { isDigest } from "./grammar.ts";

const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
export const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
const IMAGES = new Set([OCI_IMAGE, DOCKER_IMAGE]);
const INDEXES = new Set([OCI_INDEX, DOCKER_LIST]);

/** Layers that may not be distributed stay where their `urls` say. */
const ELSEWHERE =
	/^application\/vnd\.(?:oci\.image\.layer\.nondistributable\.|docker\.image\.rootfs\.foreign\.)/;

export interface Descriptor {
	mediaType: string;
	digest: string;
	size: number;
}

export interface ManifestContent {
	mediaType: string;
	/** Blobs that must be in the repository: config and layers. */
	blobs: Descriptor[];
	/** What an index lists: manifests, rarely blobs. */
	children: Descriptor[];
	subject: Descriptor | undefined;
	/** By the rule of the referrers API: its own, else the media type of an image's config. */
	artifactType: string | undefined;
	annotations: unknown;
}

/** Reads a manifest; anything that is not one of the four known kinds is 400 MANIFEST_INVALID. */
export function readManifest(bytes: Uint8Array, contentType: string | undefined): ManifestContent {
	const {
		mediaType: declared,
		schemaVersion,
		artifactType,
		subject,
		annotations,
		...json
	} = parseObject(bytes);
	if (declared !== undefined && typeof declared !== "string") throw invalid("mediaType is not a text");
	const mediaType = contentType?.split(";")[0]?.trim() || declared;
	if (mediaType === undefined) throw invalid("neither Content-Type nor mediaType says what it is");
	if (declared !== undefined && declared !== mediaType) {
		throw invalid(`Content-Type is ${mediaType}, mediaType is ${declared}`);
	}
	if (schemaVersion !== 2) throw invalid("schemaVersion is not 2");
	const isImage = IMAGES.has(mediaType);
	if (!isImage && !INDEXES.has(mediaType)) throw invalid(`unknown media type ${mediaType}`);

	const config = isImage ? readDescriptor(json.config, "config") : undefined;
	const layers = isImage ? readDescriptors(json.layers, "layers") : [];
	return {
		mediaType,
		blobs: [...(config ? [config] : []), ...layers].filter((each) => !ELSEWHERE.test(each.mediaType)),
		children: isImage ? [] : readDescriptors(json.manifests, "manifests"),
		subject: subject == null ? undefined : readDescriptor(subject, "subject"),
		artifactType: typeof artifactType === "string" && artifactType !== "" ? artifactType : config?.mediaType,
		annotations: annotations ?? undefined,
	};
}

function invalid(message: string): RegistryError {
	return new RegistryError(400, "MANIFEST_INVALID", message);
}

function isObject(value: unknown): value is object {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of a manifest that are read, before anything is known about them. */
interface Unread {
	schemaVersion?: unknown;
	mediaType?: unknown;
	artifactType?: unknown;
	config?: unknown;
	layers?: unknown;
	manifests?: unknown;
	subject?: unknown;
	annotations?: unknown;
}

function parseObject(bytes: Uint8Array): Unread {
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw invalid("not JSON");
	}
	if (!isObject(value)) throw invalid("not a JSON object");
	return value;
}

function readDescriptors(value: unknown, where: string): Descriptor[] {
	if (!Array.isArray(value)) throw invalid(`${where} is not a list`);
	return value.map((each, at) => readDescriptor(each, `${where}[${at}]`));
}

function readDescriptor(value: unknown, where: string): Descriptor {
	if (!isObject(value)) throw invalid(`${where} is not a descriptor`);
	const { mediaType, digest, size }: { mediaType?: unknown; digest?: unknown; size?: unknown } = value;
	if (typeof mediaType !== "string") throw invalid(`${where} has no mediaType`);
	if (!isDigest(digest)) throw invalid(`${where} has no sha256 or sha512 digest`);
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) {
		throw invalid(`${where} has no size`);
	}
	return { mediaType, digest, size };
}
