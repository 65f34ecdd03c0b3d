import { UserError } from "../runner/errors.js";
import { type BlobCopyOptions, copyBlob } from "./blob-copy.js";
import { type ContentNode, type Contents, collectContents } from "./contents.js";
import type { CopyOptions, CopyResult, LeftOut } from "./copy-result.js";
import { type Descriptor, referrerDescriptor } from "./manifest.js";
import { formatReference, type Repository } from "./name.js";
import { referrersTag } from "./referrers.js";
import { hasRegistryCode, RegistryError } from "./registry-error.js";
import type { ImageSource } from "./source.js";
import { allOrFirstError } from "./together.js";

/** How a registry says that a manifest names something that it does not have. */
const INCOMPLETE = ["MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN"];

interface BringOptions {
	put?: boolean;
	isThere?: boolean;
}

/** Brings manifests with all that they reach to a repository: blobs, then children, then the root by digest. */
export class ContentsCopy {
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
	/** What the destination has said to list by itself, by subject. */
	readonly #claimed = new Map<string, Descriptor[]>();

	constructor(source: ImageSource, to: Repository, options: CopyOptions) {
		this.#source = source;
		this.#to = to;
		this.#options = options;
	}

	/** Reads a root's contents from the source, and brings them. */
	async read(root: Descriptor): Promise<void> {
		if (this.#options.session.completed.has(this.#keyOf(root.digest))) return;
		// Both sides are asked at once. Nothing may run on when one of them fails.
		const [contents, isThere] = await Promise.allSettled([
			collectContents(this.#source, root),
			this.#isThere(root.digest),
		]);
		for (const outcome of [contents, isThere]) if (outcome.status === "rejected") throw outcome.reason;
		if (contents.status === "fulfilled" && isThere.status === "fulfilled")
			await this.bring(contents.value, { isThere: isThere.value });
	}

	/**
	 * Brings what was read. `put` puts the root even if it is there, so that the registry lists it anew; `isThere`
	 * says whether it is, where that is known.
	 */
	async bring(
		{ root, groups, missing }: Contents,
		{ put = false, isThere }: BringOptions = {},
	): Promise<void> {
		const { session } = this.#options;
		const key = this.#keyOf(root.manifest.digest);
		if (session.completed.has(key) && !put) return;
		const nodes = groups.flat();
		for (const { foreign } of nodes) {
			for (const { digest } of foreign) this.leaveOut(digest, "non-distributable");
		}
		for (const { digest } of missing) this.leaveOut(digest, "child-missing");
		const there = await this.#manifestsThere(root, nodes, isThere);
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

	/**
	 * Looks whether what was brought for a subject is listed. Where the destination listed nothing by itself, its
	 * fallback tag was looked at when it was written.
	 * @throws RegistryError `referrer-unlisted`
	 */
	async confirmListed(subject: string): Promise<void> {
		const claimed = this.#claimed.get(subject);
		if (claimed === undefined) return;
		this.#claimed.delete(subject);
		const digests = claimed.map(({ digest }) => digest);
		if (await this.#client.confirmReferrers(this.#to, subject, digests)) return;
		this.#unlisted.set(subject, [...(this.#unlisted.get(subject) ?? []), ...claimed]);
		await this.#listUnlisted();
	}

	/** Once for each digest and reason. */
	leaveOut(digest: string, reason: LeftOut["reason"]): void {
		const known = this.result.leftOut.some((each) => each.digest === digest && each.reason === reason);
		if (!known) this.result.leftOut.push({ digest, reason });
	}

	/**
	 * Which manifests the destination has. Without the root the children are not asked for: putting one is a
	 * single request too.
	 */
	async #manifestsThere(
		root: ContentNode,
		nodes: readonly ContentNode[],
		isRootThere: boolean | undefined,
	): Promise<Set<string>> {
		const there = new Set<string>();
		if (!(isRootThere ?? (await this.#isThere(root.manifest.digest)))) return there;
		there.add(root.manifest.digest);
		const others = nodes.filter((node) => node !== root);
		await this.#together(others, async ({ manifest: { digest } }) => {
			if (await this.#isThere(digest)) there.add(digest);
		});
		return there;
	}

	/** What is denied may be absent (Artifactory answers so). To put it by its digest harms nothing if it is not. */
	async #isThere(digest: string): Promise<boolean> {
		try {
			return (await this.#client.headManifest({ ...this.#to, digest })) !== undefined;
		} catch (error) {
			if (error instanceof RegistryError && error.status === 403) return false;
			throw error;
		}
	}

	#keyOf(digest: string): string {
		return `${this.#to.registry}/${this.#to.repository}@${digest}`;
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
			answer = await send().catch((again: unknown) => {
				throw this.#sparse(node, nodes, again) ?? again;
			});
		}
		this.result.bytes.moved += manifest.size;
		this.result.changed = true;
		if (parsed.subject === undefined) return;
		const bySubject = answer.subjectAccepted ? this.#claimed : this.#unlisted;
		const others = bySubject.get(parsed.subject.digest) ?? [];
		bySubject.set(parsed.subject.digest, [...others, referrerDescriptor(manifest, parsed)]);
	}

	/** The error of a destination that takes no index whose manifests are not all there. */
	#sparse(node: ContentNode, nodes: readonly ContentNode[], cause: unknown): UserError | undefined {
		const known = new Set(nodes.map(({ manifest }) => manifest.digest));
		const gaps = node.children.filter((digest) => !known.has(digest));
		if (gaps.length === 0 || !hasRegistryCode(cause, ...INCOMPLETE)) return undefined;
		const source = this.#source.describe();
		return new UserError(
			"sparse-index",
			`${formatReference(this.#to)} takes no index with gaps: ${node.manifest.digest} of ${source} lists ${gaps.join(", ")}, which does not exist there.`,
			{
				cause,
				hint: "Push what is missing to the source, name the platforms that are there, or choose another destination.",
			},
		);
	}

	/** What a registry without the referrers API has taken is listed by us (distribution-spec, "Pushing Manifests with Subject"). */
	async #listUnlisted(): Promise<void> {
		for (const subject of [...this.#unlisted.keys()]) {
			// Taken now, not before: others of this copy add to it, and list it, while one is waited for.
			const referrers = this.#unlisted.get(subject);
			if (referrers === undefined) continue;
			this.#unlisted.delete(subject);
			await this.#options.session.withTag(this.#to, referrersTag(subject), () =>
				this.#client.addToReferrersTag(this.#to, subject, referrers),
			);
		}
	}

	#together<T>(items: readonly T[], work: (item: T, signal: AbortSignal) => Promise<void>): Promise<void> {
		return allOrFirstError(items, this.#options.signal, work);
	}

	get #client() {
		return this.#options.session.client;
	}
}
