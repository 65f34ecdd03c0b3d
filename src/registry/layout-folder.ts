import type { Stats } from "node:fs";
import { lstat, mkdir, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { isMissing, type LayoutFiles } from "./layout-files.js";

/** The folders of a layout that is written to. It is foreign: nothing is written through a link. */

/**
 * The layout's folder, if no link leads to it from the working directory; one outside of it may lie behind links,
 * but is none. Undefined where it does not exist and is not to be made.
 * @throws UserError `broken-layout`
 */
export async function ownRoot(
	files: LayoutFiles,
	folder: string,
	make: boolean,
): Promise<string | undefined> {
	const way = relative(folder, files.path);
	const inside = way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
	const start = inside ? folder : dirname(files.path);
	if (make) await mkdir(start, { recursive: true });
	let path: string;
	try {
		path = await realpath(start);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
	const names = inside ? way.split(sep).filter((name) => name !== "") : [basename(files.path)];
	for (const name of names) {
		path = join(path, name);
		if (!(await isOwnFolder(path, make, files, ""))) return undefined;
	}
	return path;
}

/**
 * The folder of the blobs of an algorithm, which is made.
 * @throws UserError `broken-layout`
 */
export async function blobFolder(root: string, algorithm: string, files: LayoutFiles): Promise<string> {
	let path = root;
	for (const name of ["blobs", algorithm]) {
		path = join(path, name);
		await isOwnFolder(path, true, files, relative(root, path));
	}
	return path;
}

async function isOwnFolder(path: string, make: boolean, files: LayoutFiles, name: string): Promise<boolean> {
	if (make) {
		await mkdir(path).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "EEXIST") throw error;
		});
	}
	let about: Stats;
	try {
		about = await lstat(path);
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
	if (about.isDirectory()) return true;
	const isLink = about.isSymbolicLink();
	throw files.broken(name, isLink ? "is a symbolic link, or lies behind one" : "is no folder");
}
