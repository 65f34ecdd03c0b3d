import { join, resolve as resolvePath } from "node:path";
import { errorMessage, UserError } from "../runner/errors.js";
import { writeWhole } from "../runner/whole-file.js";
import { digestOf, parseDigest } from "./digest.js";
import { openLayout } from "./layout.js";
import { INDEX_FILE, LayoutFiles } from "./layout-files.js";
import { blobFolder, ownRoot } from "./layout-folder.js";
import { type Descriptor, MAX_MANIFEST_SIZE, parseManifest, referrerDescriptor } from "./manifest.js";
import { OCI_INDEX, OCI_MANIFEST } from "./media-types.js";
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
 * @throws UserError `broken-layout`, `layout-unwritable`
 */
export async function addLayoutReferrer(
	reference: LayoutReference,
	folder: string,
	{ manifest, blobs, replaces }: LayoutReferrer,
): Promise<string> {
	const files = new LayoutFiles(resolvePath(folder, reference.path));
	const body = Buffer.from(manifest);
	const digest = digestOf(body);
	const parsed = parseManifest(body, OCI_MANIFEST, `The referrer ${digest}`);
	const entry = referrerDescriptor({ digest, mediaType: OCI_MANIFEST, size: body.length, body }, parsed);
	const index = indexWith(await files.read(INDEX_FILE), entry, new Set(replaces), files);
	try {
		const root = (await ownRoot(files, folder, false)) ?? (await files.root());
		const place = await blobFolder(root, "sha256", files);
		for (const blob of [...blobs, manifest]) {
			const hex = parseDigest(digestOf(Buffer.from(blob)))?.hex ?? "";
			await writeWhole(join(place, hex), [blob]);
		}
		await writeWhole(join(root, INDEX_FILE), [index]);
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		throw new UserError(
			"layout-unwritable",
			`The OCI layout ${files.path} can't be written: ${errorMessage(cause)}`,
			{
				fault: "outside",
				cause,
				hint: "Its folder must be writable, and its blobs must be files.",
			},
		);
	}
	return digest;
}

/** The new index.json. What stands there stays as it is, keys that we don't know too. */
function indexWith(
	body: Buffer,
	added: Descriptor,
	replaced: ReadonlySet<string>,
	files: LayoutFiles,
): string {
	parseManifest(body, OCI_INDEX, `The layout's file ${join(files.path, INDEX_FILE)}`);
	const value = JSON.parse(body.toString("utf8")) as { manifests: unknown[] };
	const kept = value.manifests.filter((entry) => {
		const digest = String((entry as { digest?: unknown }).digest);
		return digest !== added.digest && !replaced.has(digest);
	});
	const text = JSON.stringify({ ...value, manifests: [...kept, added] });
	if (Buffer.byteLength(text) <= MAX_MANIFEST_SIZE) return text;
	throw files.broken(INDEX_FILE, `would have more than ${MAX_MANIFEST_SIZE} bytes`);
}
