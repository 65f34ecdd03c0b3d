import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import picomatch from "picomatch";
import { GLOB_LIMIT } from "../catalog/paths.js";
import { errorMessage, UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";
import { fileBytes } from "./file-bytes.js";

/**
 * Finding and reading files that others made: links are not followed, globs stay in their folder, and the number
 * of files has a limit.
 */

/** The most files that globs of evidence may find. */
export const FILE_LIMIT = 10_000;
/** The largest file that is read whole, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** The most entries of folders that are looked at: a glob that needs more is a mistake. */
const ENTRY_LIMIT = 500_000;

/** Folders that hold no reports and are large; a glob whose fixed part leads into one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);

interface GlobSearch {
	/** The absolute path of the repository. */
	root: string;
	/** Its folder that the glob is relative to; `.` for the root. */
	folder: string;
	glob: string;
	/** Whether `*` stands for names that begin with a dot, too. */
	dot: boolean;
	/** The most files that may be found. */
	limit: number;
	/** The error of a glob that is none, that leads out of the folder, or that finds too much. */
	refuse(why: "no-glob" | "outside" | { tooWide: string }): UserError;
}

/** Repository paths of the regular files that a glob matches, sorted. */
export async function globFiles(search: GlobSearch): Promise<string[]> {
	const { root, folder, dot, limit, refuse } = search;
	const glob = search.glob.replace(/^(\.\/)+/, "");
	if (glob === "" || glob.length > GLOB_LIMIT) throw refuse("no-glob");
	if (/^(\/|[A-Za-z]:)/.test(glob) || glob.includes("\0") || glob.split("/").includes(".."))
		throw refuse("outside");
	const matches = picomatch(glob, { dot });
	// Without a special character the whole glob is its base: a file of its folder, or nothing.
	const { base, glob: special } = picomatch.scan(glob);
	const within = special === "" ? folderOf(glob) : base;
	const start = [folder, ...within.split("/")].filter((each) => each !== "" && each !== ".").join("/");
	if (!(await isPlainFolder(root, start))) return [];
	const prefix = folder === "." ? 0 : folder.length + 1;
	const found: string[] = [];
	const folders = [start];
	let seen = 0;
	for (let each = folders.pop(); each !== undefined; each = folders.pop()) {
		for (const entry of await readdir(join(root, each), { withFileTypes: true })) {
			if (++seen > ENTRY_LIMIT) throw refuse({ tooWide: `more than ${ENTRY_LIMIT} entries of folders` });
			const path = each === "" ? entry.name : `${each}/${entry.name}`;
			if (entry.isDirectory()) {
				if (special !== "" && !SKIPPED.has(entry.name)) folders.push(path);
			} else if (entry.isFile() && matches(path.slice(prefix))) found.push(path);
			if (found.length > limit) throw refuse({ tooWide: `more than ${limit} files` });
		}
	}
	return found.sort();
}

function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}

/** Whether a path leads to a folder and through no link. */
async function isPlainFolder(root: string, folder: string): Promise<boolean> {
	let current = root;
	for (const segment of folder === "" ? [] : folder.split("/")) {
		current = join(current, segment);
		const stat = await lstat(current).catch(() => undefined);
		if (stat?.isDirectory() !== true) return false;
	}
	return true;
}

/** Files of evidence and others that an input names by a glob, relative to `root`. */
export async function findFiles(root: string, glob: string, input: string): Promise<string[]> {
	return globFiles({
		root,
		folder: ".",
		glob: glob.replaceAll("\\", "/"),
		dot: false,
		limit: FILE_LIMIT,
		refuse: (why) => {
			if (why === "no-glob") {
				return new UserError("glob-invalid", `Input '${input}' has ${quote(glob)}, which is no glob`, {
					input,
					hint: `Write a path such as sluice-evidence/**, of at most ${GLOB_LIMIT} characters.`,
				});
			}
			if (why === "outside") {
				return new UserError(
					"glob-outside",
					`Input '${input}' has the glob ${quote(glob)}, which leaves the working directory`,
					{ input, hint: "Write a path that is relative to the working directory and has no '..'." },
				);
			}
			return new UserError(
				"glob-too-wide",
				`Input '${input}' has the glob ${quote(glob)}, which finds ${why.tooWide}`,
				{ input, hint: "Write a narrower glob." },
			);
		},
	});
}

/** The bytes of a file that was found, as a stream of any length, or why they can't be had. */
export async function openFound(
	root: string,
	path: string,
): Promise<{ bytes: AsyncIterable<Uint8Array> } | { why: string }> {
	try {
		const handle = await open(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
		if ((await handle.stat()).isFile()) return { bytes: fileBytes(handle) };
		await handle.close();
		return { why: "it is no file" };
	} catch (cause) {
		return { why: errorMessage(cause) };
	}
}

/** The text of a file that was found, or why it can't be had. */
export async function readFound(root: string, path: string): Promise<{ text: string } | { why: string }> {
	let handle: Awaited<ReturnType<typeof open>>;
	try {
		handle = await open(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW);
	} catch (cause) {
		return { why: errorMessage(cause) };
	}
	try {
		const stat = await handle.stat();
		if (!stat.isFile()) return { why: "it is no file" };
		if (stat.size > SIZE_LIMIT) return { why: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MiB` };
		const bytes = await handle.readFile();
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch (cause) {
		return { why: errorMessage(cause) };
	} finally {
		await handle.close();
	}
}
