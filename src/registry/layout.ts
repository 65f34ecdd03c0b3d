import type { FileHandle } from "node:fs/promises";
import { join, resolve as resolvePath } from "node:path";
import type { Readable } from "node:stream";
import { UserError } from "../runner/errors.js";
import type { DownloadOptions } from "./blob-download.js";
import { parseDigest } from "./digest.js";
import {
	chooseFromLayout,
	isOpenChoice,
	type LayoutEntries,
	layoutName,
	namedExactly,
} from "./layout-choice.js";
import { INDEX_FILE, isMissing, LAYOUT_FILE, LayoutFiles } from "./layout-files.js";
import {
	checkMediaType,
	type Descriptor,
	MAX_MANIFEST_SIZE,
	type Manifest,
	parseManifest,
} from "./manifest.js";
import { isImageType, isIndexType, OCI_INDEX } from "./media-types.js";
import { formatSource, type LayoutReference } from "./name.js";
import type { ImageSource } from "./source.js";
import { verifyBytes, verifyingStream } from "./verifying.js";

/**
 * OCI layouts: an image as a folder (image-spec 1.1, `image-layout.md`). Everything in it is foreign: names are
 * made of verified digests, symbolic links are refused, sizes and digests are verified.
 */

/** Indexes in indexes; real ones have one level. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;
/** Bytes. */
const READ_AT_ONCE = 256 * 1024;

export interface LayoutOptions {
	/** What index.json names may be missing, as where only an image's index.json was handed on. Default false. */
	partial?: boolean | undefined;
}

/** An image in a layout. `folder` is what its path starts from. Nothing is read before it is asked for. */
export function openLayout(
	reference: LayoutReference,
	folder: string,
	options: LayoutOptions = {},
): ImageSource {
	const path = resolvePath(folder, reference.path);
	const name = formatSource({ kind: "layout", ...reference });
	const layout = new Layout(path, options.partial === true);
	let chosen: Promise<Descriptor> | undefined;
	let referrers: Promise<Map<string, Descriptor[]>> | undefined;
	const resolve = () => {
		chosen ??= layout.entries().then(async (entries) => {
			// An image without a name is still the only one when signatures lie beside it.
			const attached = isOpenChoice(entries, reference) ? await layout.attached() : undefined;
			return chooseFromLayout(entries, reference, name, attached);
		});
		return chosen;
	};
	return {
		describe: () => name,
		repository: undefined,
		resolve,
		tag: async () => reference.tag ?? layoutName(await layout.entries(), (await resolve()).digest),
		tagged: async (tag) => namedExactly(await layout.entries(), tag),
		manifest: (digest) => layout.manifest(digest),
		blob: (digest, size, options) => layout.blob(digest, size, options),
		async referrers(digest) {
			referrers ??= layout.referrers();
			return (await referrers).get(digest) ?? [];
		},
	};
}

class Layout {
	readonly #path: string;
	readonly #files: LayoutFiles;
	readonly #partial: boolean;
	#entries: Promise<LayoutEntries> | undefined;
	readonly #types = new Map<string, string>();

	constructor(path: string, partial: boolean) {
		this.#path = path;
		this.#files = new LayoutFiles(path);
		this.#partial = partial;
	}

	/** The manifests that index.json lists, and those of indexes in it. */
	entries(): Promise<LayoutEntries> {
		this.#entries ??= this.#readEntries();
		return this.#entries;
	}

	async manifest(digest: string): Promise<Manifest> {
		await this.entries();
		const what = `The manifest ${digest} of ${this.#path}`;
		const body = await this.#readBlob(digest, what);
		verifyBytes(body, digest, what);
		const mediaType = checkMediaType(this.#types.get(digest) ?? typeOf(body), what);
		const parsed = parseManifest(body, mediaType, what);
		if (parsed.kind === "index") this.#learn(parsed.manifests);
		return { digest, mediaType, size: body.length, body };
	}

	async blob(
		digest: string,
		size: number | undefined,
		{ progress, count, from = 0 }: DownloadOptions = {},
	): Promise<Readable> {
		const what = `The blob ${digest} of ${this.#path}`;
		const { handle } = await this.#openBlob(digest);
		const start = progress?.before(from) ?? 0;
		const verifier = verifyingStream(digest, size, what, { progress, start, from, count });
		const stream = handle.createReadStream({ start, highWaterMark: READ_AT_ONCE });
		stream.on("error", (error) => verifier.destroy(this.#broken(blobPath(digest), "cannot be read", error)));
		verifier.on("close", () => stream.destroy());
		verifier.on("error", () => undefined);
		stream.pipe(verifier);
		return verifier;
	}

	/** By subject, as the manifests themselves say. Tools list them in index.json, or in an index there. */
	async referrers(): Promise<Map<string, Descriptor[]>> {
		const found = new Map<string, Descriptor[]>();
		const { all, top } = await this.entries();
		const own = new Set(top.map(({ digest }) => digest));
		for (const entry of all) {
			if (!isIndexType(entry.mediaType) && !isImageType(entry.mediaType)) continue;
			// An index may list what is not there.
			const mayBeMissing = this.#partial || !own.has(entry.digest);
			const manifest = await this.#ifThere(this.manifest(entry.digest), mayBeMissing);
			if (manifest === undefined) continue;
			const { mediaType, body } = manifest;
			const parsed = parseManifest(body, mediaType, `The manifest ${entry.digest} of ${this.#path}`);
			const subject = parsed.subject?.digest;
			if (subject === undefined) continue;
			const type = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
			const listed: Descriptor = { mediaType, digest: entry.digest, size: entry.size };
			if (type !== undefined) listed.artifactType = type;
			const others = found.get(subject) ?? [];
			if (!others.some(({ digest }) => digest === entry.digest)) found.set(subject, [...others, listed]);
		}
		return found;
	}

	/** Those of index.json that refer to another manifest there. */
	async attached(): Promise<Set<string>> {
		const { top } = await this.entries();
		const known = new Set(top.map(({ digest }) => digest));
		const found = new Set<string>();
		for (const entry of top) {
			if (!isIndexType(entry.mediaType) && !isImageType(entry.mediaType)) continue;
			// What is missing is no reason here: it is told of when it is needed.
			const manifest = await this.#ifThere(this.manifest(entry.digest), true);
			if (manifest === undefined) continue;
			const what = `The manifest ${entry.digest} of ${this.#path}`;
			const { subject } = parseManifest(manifest.body, manifest.mediaType, what);
			if (subject !== undefined && known.has(subject.digest)) found.add(entry.digest);
		}
		return found;
	}

	/** Undefined where it may be missing and is. */
	async #ifThere<T>(read: Promise<T>, optional: boolean): Promise<T | undefined> {
		try {
			return await read;
		} catch (error) {
			if (optional && isMissing(error)) return undefined;
			throw error;
		}
	}

	async #readEntries(): Promise<LayoutEntries> {
		const version = parseJson(await this.#files.read(LAYOUT_FILE));
		if (stringAt(version, "imageLayoutVersion") !== "1.0.0") {
			throw this.#broken(LAYOUT_FILE, "does not say imageLayoutVersion 1.0.0");
		}
		const index = await this.#files.read(INDEX_FILE);
		const top = parseManifest(index, OCI_INDEX, `The layout's file ${join(this.#path, INDEX_FILE)}`);
		if (top.kind !== "index") throw this.#broken(INDEX_FILE, "is not an index");
		const all: Descriptor[] = [];
		await this.#collect(top.manifests, all, new Set(), 0);
		return { top: top.manifests, all };
	}

	/** Indexes that stand in index.json only to hold others (containerd, the referrers' fallback) are looked into. */
	async #collect(
		listed: readonly Descriptor[],
		all: Descriptor[],
		seen: Set<string>,
		depth: number,
	): Promise<void> {
		this.#learn(listed);
		if (depth > MAX_DEPTH) throw this.#broken(INDEX_FILE, `nests indexes more than ${MAX_DEPTH} deep`);
		for (const entry of listed) {
			all.push(entry);
			if (all.length > MAX_MANIFESTS)
				throw this.#broken(INDEX_FILE, `lists more than ${MAX_MANIFESTS} manifests`);
			if (!isIndexType(entry.mediaType) || seen.has(entry.digest)) continue;
			seen.add(entry.digest);
			const what = `The index ${entry.digest} of ${this.#path}`;
			const body = await this.#ifThere(this.#readBlob(entry.digest, what), this.#partial || depth > 0);
			if (body === undefined) continue;
			verifyBytes(body, entry.digest, what);
			const parsed = parseManifest(body, entry.mediaType, what);
			if (parsed.kind === "index") await this.#collect(parsed.manifests, all, seen, depth + 1);
		}
	}

	#learn(descriptors: readonly Descriptor[]): void {
		for (const { digest, mediaType } of descriptors) this.#types.set(digest, mediaType);
	}

	async #readBlob(digest: string, what: string): Promise<Buffer> {
		const { handle, size } = await this.#openBlob(digest);
		try {
			if (size > MAX_MANIFEST_SIZE) {
				throw new UserError("manifest-too-large", `${what} has more than ${MAX_MANIFEST_SIZE} bytes.`, {
					hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
				});
			}
			return await handle.readFile();
		} finally {
			await handle.close();
		}
	}

	#openBlob(digest: string): Promise<{ handle: FileHandle; size: number }> {
		const parsed = parseDigest(digest);
		if (parsed === undefined) throw this.#broken(INDEX_FILE, "names a digest that is none");
		return this.#files.open(["blobs", parsed.algorithm, parsed.hex]);
	}

	#broken(name: string, reason: string, cause?: unknown): UserError {
		return this.#files.broken(name, reason, cause);
	}
}

function blobPath(digest: string): string {
	return `blobs/${digest.replace(":", "/")}`;
}

function typeOf(body: Buffer): string {
	return stringAt(parseJson(body), "mediaType") ?? "";
}

function parseJson(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString("utf8"));
	} catch {
		return undefined;
	}
}

function stringAt(value: unknown, key: string): string | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const found = new Map<string, unknown>(Object.entries(value)).get(key);
	return typeof found === "string" ? found : undefined;
}
