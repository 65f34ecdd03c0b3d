import { UserError } from "../runner/errors.js";
import { type BlobCopyOptions, copyBlob } from "./blob-copy.js";
import { type ContentNode, type Contents, collectContents, collectDigests } from "./contents.js";
import type { CopySession } from "./copy-session.js";
import { cosignTags, loses } from "./cosign-tags.js";
import { type Descriptor, referrerDescriptor } from "./manifest.js";
import type { Repository } from "./name.js";
import { referrersTag } from "./referrers.js";
import { hasRegistryCode, RegistryError } from "./registry-error.js";
import type { ImageSource } from "./source.js";
import { allOrFirstError } from "./together.js";

export interface CopyOptions {
	session: CopySession;
	/**
	 * The caller knows that the root stands at the destination with all that it reaches (its tags already point
	 * at it). Its contents are then not looked at; referrers are, if wanted.
	 */
	complete?: boolean | undefined;
	/**
	 * Also what refers to the root and to its children: signatures, attestations. Cosign's tags for them too, but
	 * where the contents are complete only if the registry lists nothing by itself. Default false.
	 */
	referrers?: boolean | undefined;
	/** Stops between requests and in the middle of a blob. */
	signal?: AbortSignal | undefined;
}

/** A referrer that stands at the destination now. */
export interface CopiedReferrer {
	digest: string;
	artifactType: string | undefined;
	subject: string;
	/** False when it was there, and listed, before. */
	attached: boolean;
}

/** Something that the source names and that was not copied. */
export interface LeftOut {
	digest: string;
	reason: "non-distributable" | "referrer-missing" | "referrer-of-another" | "cosign-tag-differs";
}

export interface CopyResult {
	/** Of blobs and manifests: sent, taken from another repository there, found there. */
	bytes: { moved: number; mounted: number; present: number };
	/** Whether the destination is another than before. */
	changed: boolean;
	referrers: CopiedReferrer[];
	leftOut: LeftOut[];
}

/** A signature of a signature of an attestation; what is deeper is no image's business. */
const MAX_REFERRER_DEPTH = 8;
/** How a registry says that a manifest names something that it does not have. */
const INCOMPLETE = ["MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN"];

/**
 * Copies everything that a root manifest reaches into a repository: blobs, then child manifests, then the root
 * by digest, then, if wanted, referrers. It never sets a tag, but for the OCI fallback tag `sha256-<hex>`
 * where the destination does not list referrers by itself, and cosign's `sha256-<hex>.sig` and the like. The first failure stops the rest, and nothing runs
 * on when it is thrown; what was copied stays, and the same call completes it.
 * @throws RegistryError, UserError
 */
export async function copyContents(
	source: ImageSource,
	root: Descriptor,
	destination: Repository,
	options: CopyOptions,
): Promise<CopyResult> {
	const copy = new Copy(source, destination, options);
	if (options.complete !== true) await copy.contents(await collectContents(source, root));
	if (options.referrers === true) await copy.referrersOf(await collectDigests(source, root));
	return copy.result;
}

class Copy {
	readonly result: CopyResult = {
		bytes: { moved: 0, mounted: 0, present: 0 },
		changed: false,
		referrers: [],
		leftOut: [],
	};
	readonly #source: ImageSource;
	readonly #to: Repository;
	readonly #options: CopyOptions;
	/** For the fallback tags, by subject. */
	readonly #unlisted = new Map<string, Descriptor[]>();

	constructor(source: ImageSource, to: Repository, options: CopyOptions) {
		this.#source = source;
		this.#to = to;
		this.#options = options;
	}

	/** `put` puts the root even if it is there, so that the registry lists it anew. */
	async contents({ root, groups }: Contents, put = false): Promise<void> {
		const { session } = this.#options;
		const key = `${this.#to.registry}/${this.#to.repository}@${root.manifest.digest}`;
		if (session.completed.has(key) && !put) return;
		const nodes = groups.flat();
		for (const { foreign } of nodes) {
			for (const { digest } of foreign) this.#leaveOut(digest, "non-distributable");
		}
		const there = await this.#manifestsThere(root, nodes);
		await this.#copyBlobs(nodes, { lookFirst: there.has(root.manifest.digest) });
		for (const group of groups) {
			await this.#together(group, async (node) => {
				const { digest, size } = node.manifest;
				if (there.has(digest) && !(put && node === root)) this.result.bytes.present += size;
				else await this.#put(node, nodes);
			});
		}
		await this.#listUnlisted();
		session.completed.add(key);
	}

	/** What refers to these manifests, and what refers to that. */
	async referrersOf(subjects: readonly string[]): Promise<void> {
		const seen = new Set(subjects);
		let level = [...subjects];
		for (let depth = 0; level.length > 0; depth += 1) {
			if (depth > MAX_REFERRER_DEPTH) {
				throw new UserError(
					"referrers-too-deep",
					`What refers to ${this.#source.describe()} is nested more than ${MAX_REFERRER_DEPTH} deep.`,
					{ hint: "Remove referrers of referrers, or promote without referrers." },
				);
			}
			const next: string[] = [];
			await this.#together(level, async (subject) => {
				for (const digest of await this.#referrersOfOne(subject)) {
					if (seen.has(digest)) continue;
					seen.add(digest);
					next.push(digest);
				}
			});
			level = next;
		}
	}

	/** What cosign has attached by tags. Returns the manifests that have come along. */
	async #cosignTagsOf(subject: string): Promise<string[]> {
		const from = this.#source.repository;
		if (from === undefined) return [];
		const { session } = this.#options;
		const tags = await session.tagsOf(from);
		const found: string[] = [];
		for (const tag of cosignTags(subject)) {
			if (tags !== undefined && !tags.has(tag)) continue;
			const head = await this.#client.headManifest({ ...from, tag });
			if (head === undefined) continue;
			const to = { ...this.#to, tag };
			await session.withTag(this.#to, tag, async () => {
				const standing = await this.#client.headManifest(to);
				const attached = standing?.digest !== head.digest;
				if (attached) {
					const next = await this.#source.manifest(head.digest);
					if (
						standing !== undefined &&
						loses(await this.#client.getManifest({ ...this.#to, digest: standing.digest }), next)
					) {
						this.#leaveOut(head.digest, "cosign-tag-differs");
						return;
					}
					await this.contents(await collectContents(this.#source, head));
					await this.#client.putManifest(to, next.body, next.mediaType);
					this.result.changed = true;
				}
				if (this.#options.complete !== true) found.push(head.digest);
				this.result.referrers.push({ digest: head.digest, artifactType: undefined, subject, attached });
			});
		}
		return found;
	}

	/** Returns the manifests that have come along and may have referrers themselves. */
	async #referrersOfOne(subject: string): Promise<string[]> {
		const listed = await this.#source.referrers(subject);
		// An unchanged image costs one listing a side: of the API where that has something, else of the tags.
		const found: string[] = [];
		if (listed.length === 0 || this.#options.complete !== true)
			found.push(...(await this.#cosignTagsOf(subject)));
		if (listed.length === 0) return found;
		const there = new Set((await this.#client.referrers(this.#to, subject)).map(({ digest }) => digest));
		for (const referrer of listed) {
			this.#options.signal?.throwIfAborted();
			const { digest, artifactType } = referrer;
			const attached = !there.has(digest);
			if (attached || this.#options.complete !== true) {
				const contents = await this.#referrerContents(referrer, subject);
				if (contents === undefined) continue;
				await this.contents(contents, attached);
				found.push(...contents.groups.flat().map(({ manifest }) => manifest.digest));
			} else {
				found.push(digest);
			}
			this.result.referrers.push({ digest, artifactType, subject, attached });
		}
		return found;
	}

	/** A list of referrers may name what is gone or belongs to another: the image does not depend on it. */
	async #referrerContents(referrer: Descriptor, subject: string): Promise<Contents | undefined> {
		let contents: Contents;
		try {
			contents = await collectContents(this.#source, referrer);
		} catch (error) {
			if (!(error instanceof RegistryError) || error.code !== "not-found") throw error;
			this.#leaveOut(referrer.digest, "referrer-missing");
			return undefined;
		}
		if (contents.root.parsed.subject?.digest === subject) return contents;
		this.#leaveOut(referrer.digest, "referrer-of-another");
		return undefined;
	}

	/**
	 * Which manifests the destination has. Without the root the children are not asked for: putting one is a
	 * single request too.
	 */
	async #manifestsThere(root: ContentNode, nodes: readonly ContentNode[]): Promise<Set<string>> {
		const there = new Set<string>();
		const look = async ({ manifest: { digest } }: ContentNode) => {
			if ((await this.#client.headManifest({ ...this.#to, digest })) !== undefined) there.add(digest);
		};
		await look(root);
		if (there.size === 0) return there;
		await this.#together(
			nodes.filter((node) => node !== root),
			look,
		);
		return there;
	}

	async #copyBlobs(
		nodes: readonly ContentNode[],
		how: Pick<BlobCopyOptions, "lookFirst" | "force">,
	): Promise<void> {
		const blobs = new Map<string, Descriptor>();
		for (const { manifest, blobs: named } of nodes) {
			for (const blob of named) {
				const other = blobs.get(blob.digest);
				if (other !== undefined && other.size !== blob.size) {
					throw new UserError(
						"invalid-manifest",
						`The manifest ${manifest.digest} of ${this.#source.describe()} gives the blob ${blob.digest} another size.`,
						{ hint: "The image is broken where it stands: build or push it anew." },
					);
				}
				blobs.set(blob.digest, blob);
			}
		}
		const { session } = this.#options;
		await this.#together([...blobs.values()], async (blob, signal) => {
			const outcome = await copyBlob(session, this.#source, blob, this.#to, { ...how, signal });
			this.result.bytes[outcome] += blob.size;
			if (outcome !== "present") this.result.changed = true;
		});
	}

	async #put(node: ContentNode, nodes: readonly ContentNode[]): Promise<void> {
		const { manifest, parsed } = node;
		const ref = { ...this.#to, digest: manifest.digest };
		const send = () => this.#client.putManifest(ref, manifest.body, manifest.mediaType);
		let answer: Awaited<ReturnType<typeof send>>;
		try {
			answer = await send();
		} catch (error) {
			if (!hasRegistryCode(error, ...INCOMPLETE)) throw error;
			// A cache, or a registry whose clean-up runs, has said that something is there which is not.
			await this.#copyBlobs([node], { lookFirst: false, force: true });
			for (const child of nodes) {
				if (!node.children.includes(child.manifest.digest)) continue;
				await this.#copyBlobs([child], { lookFirst: false, force: true });
				const { digest, body, mediaType } = child.manifest;
				await this.#client.putManifest({ ...this.#to, digest }, body, mediaType);
			}
			answer = await send();
		}
		this.result.bytes.moved += manifest.size;
		this.result.changed = true;
		if (parsed.subject === undefined || answer.subjectAccepted) return;
		const others = this.#unlisted.get(parsed.subject.digest) ?? [];
		this.#unlisted.set(parsed.subject.digest, [...others, referrerDescriptor(manifest, parsed)]);
	}

	/** What a registry without the referrers API has taken is listed by us (distribution-spec, "Pushing Manifests with Subject"). */
	async #listUnlisted(): Promise<void> {
		for (const [subject, referrers] of [...this.#unlisted]) {
			this.#unlisted.delete(subject);
			await this.#options.session.withTag(this.#to, referrersTag(subject), () =>
				this.#client.addToReferrersTag(this.#to, subject, referrers),
			);
		}
	}

	#leaveOut(digest: string, reason: LeftOut["reason"]): void {
		const known = this.result.leftOut.some((each) => each.digest === digest && each.reason === reason);
		if (!known) this.result.leftOut.push({ digest, reason });
	}

	#together<T>(items: readonly T[], work: (item: T, signal: AbortSignal) => Promise<void>): Promise<void> {
		return allOrFirstError(items, this.#options.signal, work);
	}

	get #client() {
		return this.#options.session.client;
	}
}
