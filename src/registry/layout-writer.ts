import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "../runner/errors.js";
import { collectContents, collectDigests } from "./contents.js";
import { parseDigest } from "./digest.js";
import { createLimit } from "./limit.js";
import { type Descriptor, MAX_MANIFEST_SIZE, type Manifest, parseManifest } from "./manifest.js";
import { OCI_INDEX } from "./media-types.js";
import type { ImageSource } from "./source.js";
import { allOrFirstError } from "./together.js";

/**
 * An image as an OCI layout on disk (image-spec 1.1, `image-layout.md`). Blobs come before the index that names
 * them, each in one step, so a folder that a broken run left is a layout without the image, and the same call
 * completes it.
 */

export interface WriteLayoutOptions {
	/** The image's name in the layout. */
	tag?: string | undefined;
	/** Also what refers to the image and to its children. Default false. */
	referrers?: boolean | undefined;
	signal?: AbortSignal | undefined;
}

const REF_NAME = "org.opencontainers.image.ref.name";
const AT_ONCE = 4;
const MAX_REFERRER_DEPTH = 8;

/**
 * Writes everything that a root reaches into a layout, which is made if it does not exist. Other images in it stay.
 * Returns the bytes that were written.
 * @throws UserError `broken-layout`, and what the source throws
 */
export async function writeLayout(
	source: ImageSource,
	root: Descriptor,
	folder: string,
	options: WriteLayoutOptions = {},
): Promise<{ bytes: number }> {
	const writer = new LayoutWriter(source, folder, options.signal);
	await writer.open();
	await writer.image(root);
	const added: Descriptor[] = [
		options.tag === undefined
			? root
			: { ...root, annotations: { ...root.annotations, [REF_NAME]: options.tag } },
	];
	if (options.referrers === true) {
		let level = await collectDigests(source, root);
		const seen = new Set(level);
		for (let depth = 0; level.length > 0 && depth <= MAX_REFERRER_DEPTH; depth += 1) {
			const next: string[] = [];
			for (const subject of level) {
				for (const referrer of await source.referrers(subject)) {
					if (seen.has(referrer.digest)) continue;
					seen.add(referrer.digest);
					next.push(referrer.digest);
					await writer.image(referrer);
					added.push(referrer);
				}
			}
			level = next;
		}
	}
	await writer.list(added);
	return { bytes: writer.bytes };
}

class LayoutWriter {
	bytes = 0;
	readonly #source: ImageSource;
	readonly #folder: string;
	readonly #signal: AbortSignal | undefined;
	readonly #limit = createLimit(AT_ONCE);

	constructor(source: ImageSource, folder: string, signal: AbortSignal | undefined) {
		this.#source = source;
		this.#folder = folder;
		this.#signal = signal;
	}

	async open(): Promise<void> {
		await mkdir(this.#folder, { recursive: true });
		await this.#entries();
		await this.#place("oci-layout", JSON.stringify({ imageLayoutVersion: "1.0.0" }));
	}

	async image(root: Descriptor): Promise<void> {
		const { groups } = await collectContents(this.#source, root);
		for (const group of groups) {
			const blobs = new Map(group.flatMap((node) => node.blobs.map((blob) => [blob.digest, blob] as const)));
			await allOrFirstError([...blobs.values()], this.#signal, (blob, signal) =>
				this.#limit(() => this.#blob(blob, signal)),
			);
			for (const { manifest } of group) await this.#manifest(manifest);
		}
	}

	/** Adds entries to index.json. A name that another image had is taken from it. */
	async list(added: readonly Descriptor[]): Promise<void> {
		const names = new Set(added.flatMap(({ annotations }) => annotations?.[REF_NAME] ?? []));
		const digests = new Set(added.map(({ digest }) => digest));
		const kept = (await this.#entries()).filter((entry) => {
			const name = nameOf(entry);
			if (name !== undefined) return !names.has(name);
			return !digests.has(String((entry as { digest?: unknown }).digest));
		});
		const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...kept, ...added] };
		await this.#place("index.json", JSON.stringify(index));
	}

	async #entries(): Promise<unknown[]> {
		let text: string;
		try {
			text = await readFile(join(this.#folder, "index.json"), "utf8");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
			throw error;
		}
		const body = Buffer.from(text);
		if (body.length > MAX_MANIFEST_SIZE) throw this.#broken("has too many bytes");
		parseManifest(body, OCI_INDEX, `The layout's file ${join(this.#folder, "index.json")}`);
		const { manifests } = JSON.parse(text) as { manifests?: unknown };
		if (!Array.isArray(manifests)) throw this.#broken("has no list of manifests");
		return manifests;
	}

	async #blob({ digest, size }: Descriptor, signal: AbortSignal): Promise<void> {
		const path = this.#pathOf(digest);
		if (await exists(path)) return;
		const partial = `${path}.${randomUUID()}.partial`;
		await mkdir(dirname(path), { recursive: true });
		try {
			const stream = await this.#source.blob(digest, size, { signal });
			await pipeline(stream, createWriteStream(partial, { flags: "wx" }), { signal });
			await rename(partial, path);
		} catch (error) {
			await rm(partial, { force: true });
			throw error;
		}
		this.bytes += size;
	}

	async #manifest({ digest, body, size }: Manifest): Promise<void> {
		if (await exists(this.#pathOf(digest))) return;
		await this.#place(this.#nameOf(digest), body);
		this.bytes += size;
	}

	/** The whole file or none. */
	async #place(name: string, content: string | Buffer): Promise<void> {
		const path = join(this.#folder, name);
		await mkdir(dirname(path), { recursive: true });
		const partial = `${path}.${randomUUID()}.partial`;
		try {
			await writeFile(partial, content, { flag: "wx" });
			await rename(partial, path);
		} catch (error) {
			await rm(partial, { force: true });
			throw error;
		}
	}

	#pathOf(digest: string): string {
		return join(this.#folder, this.#nameOf(digest));
	}

	#nameOf(digest: string): string {
		const parsed = parseDigest(digest);
		if (parsed === undefined) throw this.#broken("names a digest that is none");
		return `blobs/${parsed.algorithm}/${parsed.hex}`;
	}

	#broken(reason: string): UserError {
		const file = join(this.#folder, "index.json");
		return new UserError("broken-layout", `The OCI layout ${this.#folder} is broken: ${file} ${reason}.`, {
			hint: "Remove the folder, or name another.",
			file,
		});
	}
}

function nameOf(entry: unknown): string | undefined {
	const name = (entry as { annotations?: Record<string, unknown> } | null)?.annotations?.[REF_NAME];
	return typeof name === "string" ? name : undefined;
}

async function exists(path: string): Promise<boolean> {
	try {
		await access(path);
		return true;
	} catch {
		return false;
	}
}
