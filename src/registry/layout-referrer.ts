import { digestOf } from "./digest.js";
import { openLayout } from "./layout.js";
import type { IndexEntry } from "./layout-index.js";
import { LayoutStore } from "./layout-store.js";
import { type Descriptor, parseManifest, referrerDescriptor } from "./manifest.js";
import { OCI_MANIFEST } from "./media-types.js";
import type { LayoutReference } from "./name.js";

/**
 * Adds what refers to an image to the OCI layout that holds it, or that holds its index.json alone. The blobs come
 * first, each in one step, and index.json last, so that at any time the layout is whole, with the referrer or
 * without. The layout is foreign: nothing is written through a link.
 */

/** The manifest that a layout's name points at, by index.json. @throws UserError `broken-layout` and the like */
export function layoutSubject(reference: LayoutReference, folder: string): Promise<Descriptor> {
	return openLayout(reference, folder, { partial: true }).resolve();
}

/** A referrer: an image manifest with a `subject`, and the blobs that it names. All are texts. */
export interface LayoutReferrer {
	manifest: string;
	blobs: readonly string[];
	/** Digests of referrers that it takes the place of: index.json names them no more. */
	replaces: readonly string[];
}

/**
 * Writes a referrer into a layout; returns its digest.
 * @throws UserError `broken-layout`, `layout-unwritable`, `layout-contended`
 */
export async function addLayoutReferrer(
	reference: LayoutReference,
	folder: string,
	{ manifest, blobs, replaces }: LayoutReferrer,
): Promise<string> {
	const store = new LayoutStore(reference.path, folder);
	const body = Buffer.from(manifest);
	const digest = digestOf(body);
	const parsed = parseManifest(body, OCI_MANIFEST, `The referrer ${digest}`);
	const entry = referrerDescriptor({ digest, mediaType: OCI_MANIFEST, size: body.length, body }, parsed);
	for (const blob of [...blobs, manifest]) {
		const bytes = Buffer.from(blob);
		await store.writeBlob(digestOf(bytes), bytes);
	}
	const gone = new Set([digest, ...replaces]);
	await store.update((entries) => [
		...entries.filter((each) => !gone.has(each.digest)),
		{ ...entry } as IndexEntry,
	]);
	return digest;
}
