import { constants } from "node:fs";
import { type FileHandle, open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../runner/errors.js";
import { MAX_MANIFEST_SIZE } from "./manifest.js";

/** The files of an OCI layout (image-spec 1.1, `image-layout.md`), which are foreign: links are refused, sizes limited. */

export const LAYOUT_FILE = "oci-layout";
export const INDEX_FILE = "index.json";

export class LayoutFiles {
	/** Absolute, as it was named. */
	readonly path: string;
	#root: Promise<string> | undefined;

	constructor(path: string) {
		this.path = path;
	}

	/** The folder that the path leads to. @throws UserError `broken-layout` where there is none */
	async root(): Promise<string> {
		try {
			return await this.#realRoot();
		} catch (error) {
			if (isMissing(error)) throw this.missing(error);
			throw this.broken("", "cannot be read", error);
		}
	}

	#realRoot(): Promise<string> {
		this.#root ??= realpath(this.path);
		return this.#root;
	}

	/** Opens a regular file that lies where its name says, and not where a link on the way leads. */
	async open(parts: readonly string[]): Promise<{ handle: FileHandle; size: number }> {
		const name = parts.join("/");
		let handle: FileHandle;
		try {
			const file = join(await this.root(), ...parts);
			if ((await realpath(file)) !== file) throw this.broken(name, "is a symbolic link, or lies behind one");
			handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		} catch (error) {
			if (error instanceof UserError) throw error;
			throw this.broken(name, isMissing(error) ? "does not exist" : "cannot be read", error);
		}
		try {
			const about = await handle.stat();
			if (about.isFile()) return { handle, size: about.size };
			throw this.broken(name, "is not a file");
		} catch (error) {
			await handle.close();
			throw error;
		}
	}

	/** One of the two files beside the blobs. */
	async read(name: typeof LAYOUT_FILE | typeof INDEX_FILE): Promise<Buffer> {
		const { handle, size } = await this.open([name]);
		try {
			if (size > MAX_MANIFEST_SIZE) throw this.broken(name, `has more than ${MAX_MANIFEST_SIZE} bytes`);
			return await handle.readFile();
		} finally {
			await handle.close();
		}
	}

	/** Nothing is at the layout's path. */
	missing(cause?: unknown): UserError {
		return new UserError("broken-layout", `The OCI layout ${this.path} does not exist.`, {
			hint: "Name the folder that the build wrote, relative to the working directory, or run the build first.",
			file: this.path,
			cause,
		});
	}

	broken(name: string, reason: string, cause?: unknown): UserError {
		const file = join(this.path, name);
		return new UserError("broken-layout", `The OCI layout ${this.path} is broken: ${file} ${reason}.`, {
			hint: "Write the layout anew, for example by `docker buildx build --output type=oci,tar=false,dest=FOLDER`.",
			file,
			cause,
		});
	}
}

/** Whether a folder holds anything: that of a build that pushed its image is empty, or was not made at all. */
export async function isLayoutFolder(path: string): Promise<boolean> {
	try {
		return (await readdir(path)).length > 0;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

/** Whether an error, or what caused it, says that a file does not exist. */
export function isMissing(error: unknown): boolean {
	const { code, cause } = error as NodeJS.ErrnoException;
	return code === "ENOENT" || (cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
}
