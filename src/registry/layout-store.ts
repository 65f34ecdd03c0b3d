import { randomUUID } from "node:crypto";
import { type FileHandle, lstat, open, readdir, rename, rm } from "node:fs/promises";
import { basename, join, resolve as resolvePath } from "node:path";
import type { Readable } from "node:stream";
import { errorMessage, UserError } from "../runner/errors.js";
import { digestOf, parseDigest } from "./digest.js";
import { INDEX_FILE, isMissing, LAYOUT_FILE, LayoutFiles } from "./layout-files.js";
import { blobFolder, ownRoot } from "./layout-folder.js";
import type { IndexEntry } from "./layout-index.js";
import { withLayoutLock } from "./layout-lock.js";
import { MAX_MANIFEST_SIZE, parseManifest } from "./manifest.js";
import { OCI_INDEX } from "./media-types.js";
import { verifyingStream } from "./verifying.js";

/**
 * An OCI layout that is written to (image-spec 1.1, `image-layout.md`). Each file comes whole: it is written beside,
 * given to the disk, and renamed. index.json is replaced under a lock, and only if it is still what was read.
 */

const DRAFT = /^\.[^/]*\.draft$/;
/** Another tool may write index.json between our reading and our writing; more often than this is no accident. */
const ATTEMPTS = 8;
const VERSION = "1.0.0";
/** A draft that nobody has written to for so long was left by a run that was killed, in milliseconds. */
const LEFT = 60 * 60 * 1000;

export class LayoutStore {
	/** Absolute, as it was named. */
	readonly path: string;
	readonly #folder: string;
	readonly #files: LayoutFiles;
	#made: Promise<string> | undefined;
	#turn: Promise<unknown> = Promise.resolve();

	/** `folder` is what a relative path starts from. */
	constructor(path: string, folder: string) {
		this.path = resolvePath(folder, path);
		this.#folder = folder;
		this.#files = new LayoutFiles(this.path);
	}

	/**
	 * Makes the layout if it is not there: what is needed to write to it. Returns its folder.
	 * @throws UserError `not-a-layout`, `broken-layout`, `layout-unwritable`
	 */
	make(): Promise<string> {
		this.#made ??= this.#written(async () => {
			const root = await ownRoot(this.#files, this.#folder, true);
			if (root === undefined) throw this.#files.missing();
			if (!(await this.#isLayout())) {
				await this.#place(root, LAYOUT_FILE, JSON.stringify({ imageLayoutVersion: VERSION }));
			}
			if ((await this.#readIndex()) === undefined) await this.#update(root, (entries) => entries);
			await sweep(root);
			return root;
		}).catch((error: unknown) => {
			this.#made = undefined;
			throw error;
		});
		return this.#made;
	}

	/** What index.json lists now; nothing where there is no layout yet. @throws UserError `not-a-layout`, `broken-layout` */
	async entries(): Promise<IndexEntry[]> {
		if ((await ownRoot(this.#files, this.#folder, false)) === undefined) return [];
		if (!(await this.#isLayout())) return [];
		const body = await this.#readIndex();
		return body === undefined ? [] : this.#parse(body).entries;
	}

	/**
	 * Changes index.json: `change` gets what it lists and gives what it is to list, and is asked again when another
	 * tool was faster; undefined leaves it as it is.
	 * @throws UserError `layout-contended`, `layout-busy`, `broken-layout`
	 */
	async update(
		change: (entries: IndexEntry[]) => IndexEntry[] | undefined | Promise<IndexEntry[] | undefined>,
	): Promise<void> {
		const root = await this.make();
		const turn = this.#turn.then(() => this.#update(root, change));
		this.#turn = turn.catch(() => undefined);
		await turn;
	}

	/** A blob's file for reading; undefined where it does not exist or has another size. */
	async openBlob(digest: string, size?: number): Promise<{ handle: FileHandle; size: number } | undefined> {
		if ((await ownRoot(this.#files, this.#folder, false)) === undefined) return undefined;
		let found: { handle: FileHandle; size: number };
		try {
			found = await this.#files.open(["blobs", ...partsOf(digest, this.#files)]);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
		if (size === undefined || found.size === size) return found;
		await found.handle.close();
		return undefined;
	}

	/** A small blob whole, verified; undefined where it is not there or is not what its digest says. */
	async readBlob(digest: string): Promise<Buffer | undefined> {
		const found = await this.openBlob(digest);
		if (found === undefined) return undefined;
		try {
			if (found.size > MAX_MANIFEST_SIZE) return undefined;
			const body = await found.handle.readFile();
			return digestOf(body, parseDigest(digest)?.algorithm) === digest ? body : undefined;
		} finally {
			await found.handle.close();
		}
	}

	/** Whether the blob's file holds the bytes of its digest. */
	async verifiesBlob(digest: string, size: number): Promise<boolean> {
		const found = await this.openBlob(digest, size);
		if (found === undefined) return false;
		const verifier = verifyingStream(digest, size, digest);
		try {
			found.handle
				.createReadStream()
				.on("error", (error) => verifier.destroy(error))
				.pipe(verifier);
			for await (const _ of verifier);
			return true;
		} catch (error) {
			if (error instanceof UserError) return false;
			throw error;
		}
	}

	/** Writes a blob from verified bytes, in place of what is there. */
	async writeBlob(digest: string, content: Readable | Buffer, signal?: AbortSignal): Promise<void> {
		const root = await this.make();
		const [algorithm, hex] = partsOf(digest, this.#files);
		await this.#written(async () => {
			const folder = await blobFolder(root, algorithm, this.#files);
			await this.#place(root, hex, content, { folder, signal });
		});
	}

	async #update(
		root: string,
		change: (entries: IndexEntry[]) => IndexEntry[] | undefined | Promise<IndexEntry[] | undefined>,
	): Promise<void> {
		await this.#written(() =>
			withLayoutLock(root, async () => {
				for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
					const before = await this.#readIndex();
					const { value, entries } = before === undefined ? EMPTY : this.#parse(before);
					const next = await change(entries);
					if (next === undefined) return;
					const text = JSON.stringify({ ...value, manifests: next });
					if (Buffer.byteLength(text) > MAX_MANIFEST_SIZE)
						throw this.#files.broken(INDEX_FILE, `would have more than ${MAX_MANIFEST_SIZE} bytes`);
					const unless = async () => !isSame(before, await this.#readIndex());
					if (await this.#place(root, INDEX_FILE, text, { unless })) return;
				}
				throw new UserError(
					"layout-contended",
					`The OCI layout ${this.path} is written by another tool at the same time.`,
					{ fault: "outside", hint: "Let one write at a time, and run this again." },
				);
			}),
		);
	}

	/** False for a folder that is empty; one with anything else in it is not ours to fill. */
	async #isLayout(): Promise<boolean> {
		let body: Buffer;
		try {
			body = await this.#files.read(LAYOUT_FILE);
		} catch (error) {
			if (!isMissing(error)) throw error;
			const held = (await readdir(this.path)).filter((name) => !DRAFT.test(name));
			if (held.length === 0) return false;
			throw new UserError(
				"not-a-layout",
				`The folder ${this.path} is not an OCI layout: it holds ${held.length} other ${held.length === 1 ? "entry" : "entries"} and no file ${LAYOUT_FILE}.`,
				{ hint: "Name a layout, an empty folder or one that does not exist.", file: this.path },
			);
		}
		if (versionOf(body) === VERSION) return true;
		throw this.#files.broken(LAYOUT_FILE, `does not say imageLayoutVersion ${VERSION}`);
	}

	async #readIndex(): Promise<Buffer | undefined> {
		try {
			return await this.#files.read(INDEX_FILE);
		} catch (error) {
			if (isMissing(error)) return undefined;
			throw error;
		}
	}

	#parse(body: Buffer): { value: object; entries: IndexEntry[] } {
		parseManifest(body, OCI_INDEX, `The layout's file ${join(this.path, INDEX_FILE)}`);
		const value = JSON.parse(body.toString("utf8")) as { manifests: IndexEntry[] };
		return { value, entries: value.manifests };
	}

	/** The whole file, on the disk, or none. False where `unless` said so at the last moment. */
	async #place(
		root: string,
		name: string,
		content: Readable | Buffer | string,
		how: { folder?: string; signal?: AbortSignal | undefined; unless?: () => Promise<boolean> } = {},
	): Promise<boolean> {
		const { folder = root, signal, unless } = how;
		const draft = join(root, `.${basename(name).slice(0, 100)}.${randomUUID()}.draft`);
		try {
			const handle = await open(draft, "wx");
			try {
				await handle.writeFile(content, { signal });
				await handle.datasync();
			} finally {
				await handle.close();
			}
			if ((await unless?.()) === true) return false;
			await rename(draft, join(folder, name));
			return true;
		} finally {
			// A source that is not read to its end keeps its connection.
			if (typeof content === "object" && "destroy" in content) content.destroy();
			await rm(draft, { force: true });
		}
	}

	/** What the disk has against it, as an error of its own. */
	async #written<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (cause) {
			if (!isOfDisk(cause)) throw cause;
			throw new UserError(
				"layout-unwritable",
				`The OCI layout ${this.path} can't be written: ${errorMessage(cause)}`,
				{ fault: "outside", cause, hint: "Its folder must be writable, with room for the image." },
			);
		}
	}
}

async function sweep(root: string): Promise<void> {
	for (const name of await readdir(root)) {
		if (!DRAFT.test(name)) continue;
		const path = join(root, name);
		const about = await lstat(path).catch(() => undefined);
		if (about !== undefined && Date.now() - about.mtimeMs > LEFT) await rm(path, { force: true });
	}
}

const EMPTY = { value: { schemaVersion: 2, mediaType: OCI_INDEX }, entries: [] as IndexEntry[] };

function partsOf(digest: string, files: LayoutFiles): [algorithm: string, hex: string] {
	const parsed = parseDigest(digest);
	if (parsed === undefined) throw files.broken(INDEX_FILE, "names a digest that is none");
	return [parsed.algorithm, parsed.hex];
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
	return a === undefined || b === undefined ? a === b : a.equals(b);
}

/** What a write to an open file may meet carries no path, unlike other errors of the file system. */
const DISK_CODES: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS"]);

function isOfDisk(error: unknown): boolean {
	if (!(error instanceof Error) || !("syscall" in error)) return false;
	return "path" in error || ("code" in error && DISK_CODES.has(error.code));
}

function versionOf(body: Buffer): unknown {
	try {
		return (JSON.parse(body.toString("utf8")) as { imageLayoutVersion?: unknown } | null)?.imageLayoutVersion;
	} catch {
		return undefined;
	}
}
