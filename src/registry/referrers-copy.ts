import { UserError } from "../runner/errors.js";
import { isAbsent } from "./absent.js";
import { type Contents, collectContents } from "./contents.js";
import type { ContentsCopy } from "./contents-copy.js";
import type { CopyOptions } from "./copy-result.js";
import { cosignTags, loses } from "./cosign-tags.js";
import type { Descriptor } from "./manifest.js";
import type { Repository } from "./name.js";
import type { ImageSource } from "./source.js";
import { allOrFirstError } from "./together.js";

/** A signature of a signature of an attestation; what is deeper is no image's business. */
const MAX_REFERRER_DEPTH = 8;

/** Brings what refers to manifests to where their contents were brought. What it does stands in the contents' result. */
export class ReferrersCopy {
	readonly #source: ImageSource;
	readonly #to: Repository;
	readonly #options: CopyOptions;
	readonly #contents: ContentsCopy;

	constructor(source: ImageSource, to: Repository, options: CopyOptions, contents: ContentsCopy) {
		this.#source = source;
		this.#to = to;
		this.#options = options;
		this.#contents = contents;
	}

	/** What refers to these manifests, and what refers to that. */
	async bring(subjects: readonly string[]): Promise<void> {
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
			await allOrFirstError(level, this.#options.signal, async (subject) => {
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
		const { session } = this.#options;
		const tags = from === undefined ? undefined : await session.tagsOf(from);
		const found: string[] = [];
		for (const tag of cosignTags(subject)) {
			if (tags !== undefined && !tags.has(tag)) continue;
			const head = await this.#source.tagged(tag);
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
						this.#contents.leaveOut(head.digest, "cosign-tag-differs");
						return;
					}
					await this.#contents.read(head);
					await this.#client.putManifest({ ...to, digest: next.digest }, next.body, next.mediaType);
					this.#contents.result.changed = true;
				}
				if (this.#options.complete !== true) found.push(head.digest);
				this.#contents.result.referrers.push({
					digest: head.digest,
					artifactType: undefined,
					subject,
					attached,
				});
			});
		}
		return found;
	}

	/** Returns the manifests that have come along and may have referrers themselves. */
	async #referrersOfOne(subject: string): Promise<string[]> {
		const listed = await this.#source.referrers(subject);
		// Also of an unchanged image that has referrers: who signs by tag may do so after it was copied. The tags of a
		// repository are listed once.
		const found = await this.#cosignTagsOf(subject);
		if (listed.length === 0) return found;
		const there = new Set((await this.#client.referrers(this.#to, subject)).map(({ digest }) => digest));
		for (const referrer of listed) {
			this.#options.signal?.throwIfAborted();
			const { digest, artifactType } = referrer;
			const attached = !there.has(digest);
			if (attached || this.#options.complete !== true) {
				const contents = await this.#referrerContents(referrer, subject);
				if (contents === undefined) continue;
				await this.#contents.bring(contents, { put: attached });
				found.push(...contents.groups.flat().map(({ manifest }) => manifest.digest));
			} else {
				found.push(digest);
			}
			this.#contents.result.referrers.push({ digest, artifactType, subject, attached });
		}
		await this.#contents.confirmListed(subject);
		return found;
	}

	/** A list of referrers may name what is gone or belongs to another: the image does not depend on it. */
	async #referrerContents(referrer: Descriptor, subject: string): Promise<Contents | undefined> {
		let contents: Contents;
		try {
			contents = await collectContents(this.#source, referrer);
		} catch (error) {
			if (!isAbsent(error)) throw error;
			this.#contents.leaveOut(referrer.digest, "referrer-missing");
			return undefined;
		}
		if (contents.root.parsed.subject?.digest === subject) return contents;
		this.#contents.leaveOut(referrer.digest, "referrer-of-another");
		return undefined;
	}

	get #client() {
		return this.#options.session.client;
	}
}
