import type { Blobs } from "./blobs.ts";
import { RegistryError } from "./errors.ts";
import { algorithmOf, digestOf, readReference, requireTag } from "./grammar.ts";
import { type Descriptor, type ManifestContent, readManifest } from "./manifest-content.ts";
import type { RegistryRequest, Reply } from "./reply.ts";
import type { Repositories, Repository, StoredManifest } from "./repositories.ts";

/** Larger manifests are refused with 413; the specification asks for at least 4 MiB. */
const MANIFEST_LIMIT = 8 * 1024 * 1024;

export interface ManifestOptions {
	/** An existing tag is not moved to another digest: 400 TAG_INVALID. */
	immutableTags: boolean;
	/** Tags can be deleted; otherwise 405. */
	deleteTags: boolean;
	/** The answer to a manifest with a subject says OCI-Subject. */
	referrers: boolean;
	/** Manifests may name what is not in the repository, or sizes that are not true. */
	sparse: boolean;
}

/** Manifests and the tags that point at them. */
export class Manifests {
	readonly #repositories: Repositories;
	readonly #blobs: Blobs;
	readonly #options: ManifestOptions;

	constructor(repositories: Repositories, blobs: Blobs, options: ManifestOptions) {
		this.#repositories = repositories;
		this.#blobs = blobs;
		this.#options = options;
	}

	/** GET and HEAD, by tag or digest. */
	get({ name, reference }: RegistryRequest): Reply {
		const manifest = this.#require(name, reference).manifest;
		return {
			status: 200,
			headers: { "content-type": manifest.mediaType, "docker-content-digest": manifest.digest },
			body: manifest.bytes,
		};
	}

	/** PUT by tag, or by digest with any number of `?tag=` (the specification's next version). */
	async put(request: RegistryRequest): Promise<Reply> {
		const { name, query } = request;
		const reference = readReference(request.reference);
		const tags = "tag" in reference ? [reference.tag] : query.getAll("tag").map(requireTag);
		const bytes = await readAll(request.body);
		const digest = digestOf(bytes, "digest" in reference ? algorithmOf(reference.digest) : undefined);
		if ("digest" in reference && reference.digest !== digest) {
			throw new RegistryError(400, "DIGEST_INVALID", `the content is ${digest}, not ${reference.digest}`);
		}
		const content = readManifest(bytes, request.headers["content-type"]);
		if (!this.#options.sparse) this.#requireContent(name, content);
		if (this.#options.immutableTags) requireUnmoved(this.#repositories.find(name), tags, digest);

		const repository = this.#repositories.open(name);
		const { mediaType, subject, artifactType, annotations } = content;
		const stored: StoredManifest = {
			digest,
			mediaType,
			bytes,
			subject: subject?.digest,
			artifactType,
			annotations,
		};
		repository.manifests.set(digest, stored);
		for (const tag of tags) repository.tags.set(tag, digest);
		const headers: Record<string, string> = {
			location: `/v2/${name}/manifests/${digest}`,
			"docker-content-digest": digest,
		};
		if (subject && this.#options.referrers) headers["oci-subject"] = subject.digest;
		if ("digest" in reference && tags.length > 0) headers["oci-tag"] = tags.join(", ");
		return { status: 201, headers };
	}

	/** DELETE: a tag alone, or by digest the manifest with all of its tags. */
	delete({ name, reference }: RegistryRequest): Reply {
		const isTag = "tag" in readReference(reference);
		if (isTag && !this.#options.deleteTags) {
			throw new RegistryError(405, "UNSUPPORTED", "tags cannot be deleted here");
		}
		const { repository, manifest } = this.#require(name, reference);
		if (isTag) repository.tags.delete(reference);
		else {
			repository.manifests.delete(manifest.digest);
			for (const [tag, digest] of repository.tags) {
				if (digest === manifest.digest) repository.tags.delete(tag);
			}
		}
		return { status: 202 };
	}

	#require(name: string, text: string): { repository: Repository; manifest: StoredManifest } {
		const reference = readReference(text);
		const repository = this.#repositories.find(name);
		const digest = "digest" in reference ? reference.digest : repository?.tags.get(reference.tag);
		const manifest = digest === undefined ? undefined : repository?.manifests.get(digest);
		if (repository && manifest) return { repository, manifest };
		throw new RegistryError(404, "MANIFEST_UNKNOWN", `${name} has no manifest ${text}`);
	}

	/** What a manifest names must be there, in the size that it says. A subject may come later. */
	#requireContent(name: string, content: ManifestContent): void {
		const manifests = this.#repositories.find(name)?.manifests;
		for (const each of content.blobs) requireSize(name, each, this.#blobs.sizeIn(name, each.digest));
		for (const each of content.children) {
			const size = manifests?.get(each.digest)?.bytes.length ?? this.#blobs.sizeIn(name, each.digest);
			requireSize(name, each, size);
		}
	}
}

function requireSize(name: string, { digest, size }: Descriptor, actual: number | undefined): void {
	if (actual === undefined) {
		throw new RegistryError(404, "MANIFEST_BLOB_UNKNOWN", `${name} does not hold ${digest}`);
	}
	if (actual !== size) {
		throw new RegistryError(400, "MANIFEST_INVALID", `${digest} has ${actual} bytes, not ${size}`);
	}
}

function requireUnmoved(repository: Repository | undefined, tags: readonly string[], digest: string): void {
	for (const tag of tags) {
		const present = repository?.tags.get(tag);
		if (present === undefined || present === digest) continue;
		throw new RegistryError(400, "TAG_INVALID", `the tag ${tag} is immutable and points at ${present}`);
	}
}

/** The whole body is read even when it is too large: the client is still sending, and then reads the refusal. */
async function readAll(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length <= MANIFEST_LIMIT) chunks.push(chunk);
	}
	if (length <= MANIFEST_LIMIT) return Buffer.concat(chunks);
	throw new RegistryError(413, "MANIFEST_INVALID", `a manifest may have at most ${MANIFEST_LIMIT} bytes`);
}
