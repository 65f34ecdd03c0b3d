import { renameSync, rmSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { RegistryError } from "./errors.ts";
import { requireDigest } from "./grammar.ts";
import type { RegistryRequest, Reply } from "./reply.ts";
import type { Repositories } from "./repositories.ts";

/**
 * The content of blobs: a file per digest, shared by all repositories, removed with the last
 * repository that holds it.
 */
export class Blobs {
	readonly #folder: string;
	readonly #repositories: Repositories;
	readonly #sizes = new Map<string, number>();

	constructor(folder: string, repositories: Repositories) {
		this.#folder = folder;
		this.#repositories = repositories;
	}

	/** Bytes of a blob that the repository holds; undefined when it does not. */
	sizeIn(name: string, digest: string): number | undefined {
		return this.#repositories.find(name)?.blobs.has(digest) ? this.#sizes.get(digest) : undefined;
	}

	/** Takes over a file whose digest was verified. */
	async take(file: string, name: string, digest: string): Promise<void> {
		const { size } = await stat(file);
		await mkdir(this.#folder, { recursive: true });
		// Disk and memory change in one step, or a delete in between would take the new file.
		renameSync(file, this.#fileOf(digest));
		this.#sizes.set(digest, size);
		this.#repositories.open(name).blobs.add(digest);
	}

	/** The blob in another repository too, without a copy. False when `source` does not hold it. */
	mount(digest: string, source: string, name: string): boolean {
		if (this.sizeIn(source, digest) === undefined) return false;
		this.#repositories.open(name).blobs.add(digest);
		return true;
	}

	/** GET and HEAD, whole or a range. */
	get(request: RegistryRequest): Reply {
		const { digest, size } = this.#require(request);
		const headers = {
			"content-type": "application/octet-stream",
			"docker-content-digest": digest,
			"accept-ranges": "bytes",
		};
		const file = this.#fileOf(digest);
		const range = readRange(request.headers.range, size);
		if (!range) return { status: 200, headers, body: { file, start: 0, length: size } };
		const { start, end } = range;
		return {
			status: 206,
			headers: { ...headers, "content-range": `bytes ${start}-${end}/${size}` },
			body: { file, start, length: end - start + 1 },
		};
	}

	delete(request: RegistryRequest): Reply {
		const { digest } = this.#require(request);
		this.#repositories.find(request.name)?.blobs.delete(digest);
		if (this.#repositories.holdersOf(digest).length === 0) {
			this.#sizes.delete(digest);
			rmSync(this.#fileOf(digest), { force: true });
		}
		return { status: 202 };
	}

	#require({ name, reference }: RegistryRequest): { digest: string; size: number } {
		const digest = requireDigest(reference);
		const size = this.sizeIn(name, digest);
		if (size === undefined) throw new RegistryError(404, "BLOB_UNKNOWN", `${name} has no blob ${digest}`);
		return { digest, size };
	}

	#fileOf(digest: string): string {
		return join(this.#folder, digest.replace(":", "-"));
	}
}

/**
 * The range that a Range header asks of `size` bytes; both ends count. Undefined: the whole (no header,
 * another unit, or several ranges). A range that holds no byte is 416.
 */
export function readRange(
	header: string | undefined,
	size: number,
): { start: number; end: number } | undefined {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
	const [, from = "", to = ""] = match ?? [];
	if (from === "" && to === "") return undefined;
	const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
	const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
	if (start > end) {
		throw new RegistryError(416, "SIZE_INVALID", `${header} is outside of ${size} bytes`, {
			"content-range": `bytes */${size}`,
		});
	}
	return { start, end };
}
