import type { Readable } from "node:stream";
import type { DownloadOptions } from "./blob-download.js";
import type { RegistryClient } from "./client.js";
import { openLayout } from "./layout.js";
import type { Descriptor, Manifest } from "./manifest.js";
import { targetOf } from "./manifests.js";
import { formatReference, type RegistryReference, type Repository, type SourceReference } from "./name.js";
import { RegistryError } from "./registry-error.js";

/** What an image is read from: a repository of a registry, or an OCI layout on disk. */
export interface ImageSource {
	/** As people write it. */
	describe(): string;
	/** Where it lies in a registry: from there blobs can be mounted. Undefined for a layout. */
	readonly repository: Repository | undefined;
	/**
	 * The manifest that the source's name points at. Asked once; a tag that moves later changes nothing.
	 * @throws UserError `not-found`, `ambiguous-layout` and the like
	 */
	resolve(): Promise<Descriptor>;
	/** The tag of the name, or a layout's only name. */
	tag(): Promise<string | undefined>;
	/** What another tag of the same place points at; undefined where there is none. */
	tagged(tag: string): Promise<Pick<Descriptor, "mediaType" | "digest" | "size"> | undefined>;
	/** A manifest, its digest verified. */
	manifest(digest: string): Promise<Manifest>;
	/** A blob; the stream breaks unless digest and size (bytes) are right. It must be read or destroyed. */
	blob(digest: string, size?: number, options?: DownloadOptions): Promise<Readable>;
	/** What refers to a manifest. */
	referrers(digest: string): Promise<Descriptor[]>;
}

/**
 * Opens a source. Nothing is read before it is asked for.
 * `folder` is what a layout's relative path starts from.
 */
export function openSource(client: RegistryClient, reference: SourceReference, folder: string): ImageSource {
	return reference.kind === "layout" ? openLayout(reference, folder) : registrySource(client, reference);
}

/** An image in a registry. */
export function registrySource(client: RegistryClient, reference: RegistryReference): ImageSource {
	const repository: Repository = { registry: reference.registry, repository: reference.repository };
	const name = formatReference(reference);
	let resolved: Promise<Descriptor> | undefined;
	let root: Promise<Manifest> | undefined;
	const resolve = async (): Promise<Descriptor> => {
		targetOf(reference);
		const head = await client.headManifest(reference);
		if (head !== undefined) return head;
		throw new RegistryError(
			"not-found",
			`The image ${name} does not exist.`,
			{ status: 404 },
			{
				hint: "Check its name and that it was pushed. Many registries also answer so where the account may not read.",
				fault: "request",
			},
		);
	};
	return {
		describe: () => name,
		repository,
		resolve() {
			resolved ??= resolve();
			return resolved;
		},
		tag: async () => reference.tag,
		tagged: (tag) => client.headManifest({ ...repository, tag }),
		async manifest(digest) {
			const isRoot = (await resolved?.catch(() => undefined))?.digest === digest;
			if (!isRoot) return client.getManifest({ ...repository, digest });
			// It is wanted for its contents, and again for its tags.
			root ??= client.getManifest({ ...repository, digest });
			return root.catch((error: unknown) => {
				root = undefined;
				throw error;
			});
		},
		blob: (digest, size, options) => client.getBlob(repository, digest, size, options),
		referrers: (digest) => client.referrers(repository, digest),
	};
}
