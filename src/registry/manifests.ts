import { UserError } from "../runner/errors.js";
import { discard, encodingOf, type HttpResponse } from "./answer.js";
import type { Connection } from "./connection.js";
import { digestOf, isDigest, parseDigest } from "./digest.js";
import {
	checkMediaType,
	detectMediaType,
	MAX_MANIFEST_SIZE,
	type Manifest,
	parseManifest,
} from "./manifest.js";
import { ACCEPT_MANIFESTS, bareMediaType, isManifestType } from "./media-types.js";
import { formatReference, type RegistryReference } from "./name.js";
import { hasRegistryCode, RegistryError } from "./registry-error.js";
import { lacksTag } from "./tags.js";
import { verifyBytes } from "./verifying.js";

/** What is known of a manifest without fetching it. */
export interface ManifestHead {
	digest: string;
	mediaType: string;
	/** Bytes. */
	size: number;
}

export interface PutManifest {
	digest: string;
	/** The registry lists it among its subject's referrers by itself (it answered OCI-Subject). */
	subjectAccepted: boolean;
}

const ACCEPT = { accept: ACCEPT_MANIFESTS };

/**
 * What a name points at; undefined when the registry does not have it. A tag that is denied (Artifactory answers 403
 * for what is absent) is looked for in the list of tags: it may only be called absent where that is sure, since it
 * would be written over.
 */
export async function headManifest(c: Connection, ref: RegistryReference): Promise<ManifestHead | undefined> {
	const target = targetOf(ref);
	const response = await c
		.call({
			repository: ref,
			method: "HEAD",
			path: `manifests/${target}`,
			headers: ACCEPT,
			actions: ["pull"],
			accept: [200, 404],
			doing: `look for the manifest ${target}`,
		})
		.catch(async (error: unknown) => {
			if (await isDeniedAndAbsent(c, ref, error)) return undefined;
			throw error;
		});
	if (response === undefined) return undefined;
	await discard(response);
	if (response.status === 404) return undefined;
	const digest = response.header("docker-content-digest");
	const mediaType = bareMediaType(response.header("content-type") ?? "");
	const size = Number(response.header("content-length"));
	if (digest === undefined || !isDigest(digest) || !isManifestType(mediaType) || !(size > 0)) {
		return headByReading(c, ref);
	}
	if (ref.digest !== undefined && ref.digest !== digest) {
		// Some registries give a sha256 for whatever they are asked by: what they have is known from its bytes.
		if (parseDigest(digest)?.algorithm !== parseDigest(ref.digest)?.algorithm) return headByReading(c, ref);
		const message = `${formatReference(ref)}: the registry answers with another digest, ${digest}.`;
		throw new RegistryError(
			"digest-mismatch",
			message,
			{},
			{ hint: "Look at what stands before the registry: its answer is not to be trusted." },
		);
	}
	return { digest, mediaType, size };
}

/** Whether a tag is denied that the list of tags, which may be read, does not hold. */
export async function isDeniedAndAbsent(
	c: Connection,
	{ tag, digest, ...repository }: RegistryReference,
	error: unknown,
): Promise<boolean> {
	if (tag === undefined || digest !== undefined) return false;
	return error instanceof RegistryError && error.status === 403 && lacksTag(c, repository, tag);
}

/** For registries that tell nothing without sending it all. */
async function headByReading(c: Connection, ref: RegistryReference): Promise<ManifestHead | undefined> {
	try {
		const { digest, mediaType, size } = await getManifest(c, ref);
		return { digest, mediaType, size };
	} catch (error) {
		if (error instanceof RegistryError && error.status === 404) return undefined;
		throw error;
	}
}

/**
 * A manifest, its digest verified: against the reference's, else against the one that the registry states.
 * @throws RegistryError `not-found` and the like; UserError `manifest-too-large`, `digest-mismatch`, `invalid-manifest`
 */
export async function getManifest(c: Connection, ref: RegistryReference): Promise<Manifest> {
	const target = targetOf(ref);
	const { response, body } = await c.read(
		{
			repository: ref,
			method: "GET",
			path: `manifests/${target}`,
			headers: ACCEPT,
			actions: ["pull"],
			accept: [200],
			doing: `read the manifest ${target}`,
		},
		MAX_MANIFEST_SIZE,
	);
	const what = `${formatReference(ref)}${encodingOf(response)}`;
	if (body === undefined) throw tooLarge(what);
	const stated = ref.digest ?? response.header("docker-content-digest");
	if (stated !== undefined) verifyBytes(body, stated, what);
	const type = response.header("content-type");
	// A proxy may have lost the type: the document itself then says it.
	const generic = type === undefined || /^(?:application\/(?:json|octet-stream)|text\/plain)\b/.test(type);
	const mediaType = checkMediaType(generic ? detectMediaType(body, what) : type, what);
	parseManifest(body, mediaType, what);
	return { digest: stated ?? digestOf(body), mediaType, size: body.length, body };
}

export interface PutOptions {
	/** Before it is sent once more, which may be a minute after a registry was busy; what it throws ends the call. */
	beforeRetry?: (() => Promise<void>) | undefined;
}

/**
 * Puts a manifest by tag, or by digest when the reference has no tag. With both, the digest is verified before; one
 * that is not sha256 is told to the registry, which would make a sha256 of it by itself: by digest with the tag beside
 * it (`?tag=`, distribution-spec after 1.1, end-7b), then by tag with the digest beside it (`?digest=`, proposed in
 * opencontainers/distribution-spec#543, which registries that don't know it ignore).
 * @throws RegistryError `registry-denied`, `tag-immutable` and the like; UserError `manifest-too-large`, `digest-mismatch`
 */
export async function putManifest(
	c: Connection,
	ref: RegistryReference,
	body: Buffer,
	mediaType: string,
	options: PutOptions = {},
): Promise<PutManifest> {
	const { tag } = ref;
	const what = formatReference(ref);
	if (body.length > MAX_MANIFEST_SIZE) throw tooLarge(what);
	const algorithm = ref.digest === undefined ? "sha256" : parseDigest(ref.digest)?.algorithm;
	const digest = digestOf(body, algorithm);
	if (ref.digest !== undefined) verifyBytes(body, ref.digest, what);
	const send = async (target: string, query: Record<string, string> = {}) => {
		const response = await c
			.call({
				repository: ref,
				method: "PUT",
				path: `manifests/${target}`,
				query,
				headers: { "content-type": mediaType },
				body,
				beforeRetry: options.beforeRetry,
				actions: ["pull", "push"],
				accept: [200, 201, 202, 204],
				doing: `write the manifest ${tag ?? target}`,
			})
			.catch((error: unknown) => {
				throw algorithm !== "sha256" && hasRegistryCode(error, "DIGEST_INVALID")
					? unsupported(what, error)
					: error;
			});
		await discard(response);
		requireStored(response, digest, what);
		return response;
	};
	let response: HttpResponse;
	if (tag === undefined) response = await send(targetOf(ref));
	else if (algorithm === "sha256") response = await send(tag);
	else {
		response = await send(digest, { tag });
		const set = (response.header("oci-tag") ?? "").split(",").map((each) => each.trim());
		if (!set.includes(tag)) response = await send(tag, { digest });
	}
	return { digest, subjectAccepted: response.header("oci-subject") !== undefined };
}

function unsupported(what: string, cause: RegistryError): RegistryError {
	const { status, codes } = cause;
	return new RegistryError(
		"digest-unsupported",
		`${what}: the registry takes manifests by sha256 alone.`,
		{ status, codes },
		{
			cause,
			hint: "Build the image with sha256 digests, or choose another registry: `sluice registry doctor` says what one takes.",
		},
	);
}

/** A registry that stores under another algorithm names the same bytes by it. */
function requireStored(response: HttpResponse, digest: string, what: string): void {
	const stored = response.header("docker-content-digest");
	if (stored === undefined || stored === digest) return;
	if (parseDigest(stored)?.algorithm !== parseDigest(digest)?.algorithm) return;
	const message = `${what}: the registry stored another manifest than was sent: ${stored} instead of ${digest}.`;
	throw new RegistryError(
		"digest-mismatch",
		message,
		{},
		{ hint: "The registry changes manifests. Nothing can be promoted to it by digest." },
	);
}

/** What stands in the API's path: the digest if there is one, else the tag. */
export function targetOf(ref: RegistryReference): string {
	const target = ref.digest ?? ref.tag;
	if (target !== undefined) return target;
	throw new UserError(
		"invalid-image-name",
		`The image name ${formatReference(ref)} has neither a tag nor a digest.`,
		{
			hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
		},
	);
}

function tooLarge(what: string): UserError {
	return new UserError(
		"manifest-too-large",
		`The manifest ${what} has more than ${MAX_MANIFEST_SIZE} bytes.`,
		{
			hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
		},
	);
}
