import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { UserError } from "../runner/errors.js";
import { digestOf, parseDigest } from "./digest.js";
import type { ImageDestination } from "./image-destination.js";
import { openLayout } from "./layout.js";
import { entryNamed, type IndexEntry, namesOf, withName, withoutName, withUnnamed } from "./layout-index.js";
import { layoutReferrers, type ReferrerFacts } from "./layout-listing.js";
import { LayoutStore } from "./layout-store.js";
import {
	checkMediaType,
	type Descriptor,
	detectMediaType,
	type Manifest,
	parseManifest,
} from "./manifest.js";
import { isIndexType, OCI_INDEX } from "./media-types.js";
import { formatReference, type RegistryReference, type Repository } from "./name.js";
import { referrersTag } from "./referrers.js";
import { verifyBytes } from "./verifying.js";

export interface LayoutDestinationOptions {
	/** What relative paths start from. */
	folder: string;
	/** Whether a blob that is there is read and verified, and not only its size looked at. Default false. */
	verify?: boolean | undefined;
	signal?: AbortSignal | undefined;
}

/** Of one layout, in one run. */
interface OpenLayout {
	store: LayoutStore;
	/** Digests that index.json lists because of this run. */
	ours: Set<string>;
	facts: ReferrerFacts;
}

/**
 * OCI layouts on disk, written to like repositories of a registry: a tag is an entry of index.json with that name, a
 * manifest without one is there by its blob. What refers to a manifest is listed twice, since tools differ: in
 * index.json without a name (oras), and in an index under the name of the fallback tag (regctl).
 */
export function createLayoutDestination(options: LayoutDestinationOptions): ImageDestination {
	const { folder, verify = false, signal } = options;
	const layouts = new Map<string, OpenLayout>();

	function layoutOf({ repository }: Repository): OpenLayout {
		const known = layouts.get(repository) ?? {
			store: new LayoutStore(repository, folder),
			ours: new Set(),
			facts: new Map(),
		};
		layouts.set(repository, known);
		return known;
	}

	/** What a name points at, if it is whole; a name without its manifest names nothing. */
	async function find(ref: RegistryReference): Promise<Manifest | undefined> {
		const { store } = layoutOf(ref);
		const digest = ref.digest ?? entryNamed(await store.entries(), ref.tag ?? "")?.digest;
		const body = digest === undefined ? undefined : await store.readBlob(digest);
		if (digest === undefined || body === undefined) return undefined;
		const what = formatReference(ref);
		const mediaType = checkMediaType(detectMediaType(body, what), what);
		return { digest, mediaType, size: body.length, body };
	}

	async function hasBlob(from: Repository, digest: string, size?: number): Promise<boolean> {
		const { store } = layoutOf(from);
		if (verify && size !== undefined) return store.verifiesBlob(digest, size);
		const found = await store.openBlob(digest, size);
		await found?.handle.close();
		return found !== undefined;
	}

	async function change(
		to: Repository,
		work: (entries: IndexEntry[], ours: ReadonlySet<string>) => IndexEntry[] | undefined,
	): Promise<void> {
		const { store, ours } = layoutOf(to);
		await store.update((entries) => {
			const next = work(entries, ours);
			const before = new Set(entries.map(({ digest }) => digest));
			for (const { digest } of next ?? []) if (!before.has(digest)) ours.add(digest);
			return next;
		});
	}

	return {
		async headManifest(ref) {
			const found = await find(ref);
			if (found === undefined) return undefined;
			const { digest, mediaType, size } = found;
			return { digest, mediaType, size };
		},
		async getManifest(ref) {
			const found = await find(ref);
			if (found !== undefined) return found;
			throw new UserError("not-found", `The image ${formatReference(ref)} does not exist.`, {
				hint: "Name a manifest that the layout holds whole.",
			});
		},
		async putManifest(ref, body, mediaType) {
			const { store } = layoutOf(ref);
			const what = formatReference(ref);
			const digest = digestOf(body, ref.digest === undefined ? "sha256" : parseDigest(ref.digest)?.algorithm);
			if (ref.digest !== undefined) verifyBytes(body, ref.digest, what);
			const parsed = parseManifest(body, mediaType, what);
			if ((await store.readBlob(digest)) === undefined) await store.writeBlob(digest, body, signal);
			const { tag } = ref;
			if (tag !== undefined) {
				const descriptor: Descriptor = { mediaType, digest, size: body.length };
				if (parsed.artifactType !== undefined) descriptor.artifactType = parsed.artifactType;
				await change(ref, (entries, ours) => withName(entries, tag, descriptor, ours));
			}
			return { digest, subjectAccepted: false };
		},
		hasBlob,
		getBlob: (from, digest, size, how) =>
			openLayout({ path: from.repository }, folder, { partial: true }).blob(digest, size, how),
		async mountBlob(to, digest, from) {
			// Layouts share no files, since one that is damaged or changed must not take others along.
			try {
				const bytes = await openLayout({ path: from }, folder, { partial: true }).blob(digest);
				await layoutOf(to).store.writeBlob(digest, bytes, signal);
				return { mounted: true };
			} catch (error) {
				if (!(error instanceof UserError) || error.code === "layout-unwritable") throw error;
				return { mounted: false, asked: true, session: undefined };
			}
		},
		async uploadBlob(to, { digest }, open, how) {
			const { store } = layoutOf(to);
			await store.make();
			const bytes: Readable = await open();
			await store.writeBlob(digest, bytes, how?.signal ?? signal);
		},
		async startUpload(to) {
			return { url: pathToFileURL(await layoutOf(to).store.make()) };
		},
		async cancelUpload() {},
		listTags: async (repository) => namesOf(await layoutOf(repository).store.entries()),
		fewTags: async (repository) => new Set(namesOf(await layoutOf(repository).store.entries())),
		async deleteTag(ref) {
			const { tag = "" } = ref;
			if (entryNamed(await layoutOf(ref).store.entries(), tag) === undefined) return "absent";
			await change(ref, (entries, ours) => withoutName(entries, tag, ours));
			return "deleted";
		},
		async referrers(repository, digest) {
			const { store, facts } = layoutOf(repository);
			return layoutReferrers(store, facts, digest);
		},
		// A layout says of no referrer that it lists it by itself.
		confirmReferrers: async () => false,
		async addToReferrersTag(repository, subject, added) {
			const { store } = layoutOf(repository);
			const name = referrersTag(subject);
			// The list is written before index.json names it, and made anew if index.json has changed meanwhile.
			await store.update(async (entries) => {
				const listed = await listUnder(store, entries, name);
				const known = new Set(listed.map(({ digest }) => digest));
				const missing = added.filter(({ digest }) => !known.has(digest));
				const all = withUnnamed(entries, added);
				if (missing.length === 0) return all.length === entries.length ? undefined : all;
				const manifests = [...listed, ...missing];
				const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
				const digest = digestOf(body);
				await store.writeBlob(digest, body, signal);
				const older = entryNamed(entries, name);
				// An older list is nothing that anybody needs by its digest.
				const gone = new Set(older === undefined ? [] : [older.digest]);
				return withName(all, name, { mediaType: OCI_INDEX, digest, size: body.length }, gone);
			});
		},
	};
}

/** What the list of referrers of that name holds. Something else under the name is not taken for a list. */
async function listUnder(
	store: LayoutStore,
	entries: readonly IndexEntry[],
	name: string,
): Promise<{ digest: string }[]> {
	const entry = entryNamed(entries, name);
	const body = entry === undefined ? undefined : await store.readBlob(entry.digest);
	if (entry === undefined || body === undefined) return [];
	const what = `The list of referrers ${name} of ${store.path}`;
	if (!isIndexType(detectMediaType(body, what))) {
		throw new UserError(
			"referrers-tag-taken",
			`${store.path}: the name ${name} is not a list of referrers.`,
			{
				fault: "outside",
				hint: "Remove that name from index.json: it is reserved by the OCI specification.",
			},
		);
	}
	parseManifest(body, OCI_INDEX, what);
	return (JSON.parse(body.toString("utf8")) as { manifests: { digest: string }[] }).manifests;
}
