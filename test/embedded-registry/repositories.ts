/** Metadata: which repository holds which blobs, manifests and tags. In memory only. */

/** A stored manifest: its bytes as they were pushed, and what the other endpoints need of them. */
export interface StoredManifest {
	digest: string;
	mediaType: string;
	bytes: Uint8Array;
	/** The digest that it refers to by `subject`. */
	subject: string | undefined;
	artifactType: string | undefined;
	annotations: unknown;
}

export interface Repository {
	blobs: Set<string>;
	/** By digest. */
	manifests: Map<string, StoredManifest>;
	/** Tag to digest. */
	tags: Map<string, string>;
}

export class Repositories {
	readonly #byName = new Map<string, Repository>();

	/** A repository that was pushed to before; it stays known when it is emptied. */
	find(name: string): Repository | undefined {
		return this.#byName.get(name);
	}

	/** A repository, made if it is new. */
	open(name: string): Repository {
		const known = this.#byName.get(name);
		if (known) return known;
		const made: Repository = { blobs: new Set(), manifests: new Map(), tags: new Map() };
		this.#byName.set(name, made);
		return made;
	}

	/** The names of the repositories that hold a blob. */
	holdersOf(digest: string): string[] {
		return [...this.#byName].filter(([, each]) => each.blobs.has(digest)).map(([name]) => name);
	}
}
