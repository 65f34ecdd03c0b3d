import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import picomatch from "picomatch";
import { GLOB_LIMIT } from "../catalog/paths.js";
import { errorMessage, UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";

/**
 * Finding and reading files that others made: links are not followed, globs stay in the folder, and both the
 * size of a file and the number of files have a limit.
 */

/** The most files that globs may find. */
export const FILE_LIMIT = 10_000;
/** The largest file of evidence, in bytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;
/** The most entries of folders that are looked at. */
const WALK_LIMIT = 1_000_000;

/** Paths, relative to `root`, of the files that a glob matches, sorted. Links are left out. */
export async function findFiles(root: string, glob: string, input: string): Promise<string[]> {
	const pattern = glob.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
	if (pattern === "" || pattern.length > GLOB_LIMIT) {
		throw new UserError("glob-invalid", `Input '${input}' has ${quote(glob)}, which is no glob`, {
			input,
			hint: `Write a path such as sluice-evidence/**, of at most ${GLOB_LIMIT} characters.`,
		});
	}
	const { base } = picomatch.scan(pattern);
	if (pattern.startsWith("/") || /^[A-Za-z]:/.test(pattern) || pattern.split("/").includes("..")) {
		throw new UserError(
			"glob-outside",
			`Input '${input}' has the glob ${quote(glob)}, which leaves the working directory`,
			{
				input,
				hint: "Write a path that is relative to the working directory and has no '..'.",
			},
		);
	}
	// Without a special character the whole pattern is its base: a file, or nothing.
	const start = picomatch.scan(pattern).glob === "" ? folderOf(pattern) : base;
	if (!(await isPlainFolder(root, start))) return [];
	const matches = picomatch(pattern);
	const found: string[] = [];
	const open = [start === "" ? "." : start];
	let seen = 0;
	for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
		for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
			if (++seen > WALK_LIMIT) throw tooMany(input, glob, `more than ${WALK_LIMIT} entries below ${folder}`);
			const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory() && entry.name !== ".git") open.push(path);
			else if (entry.isFile() && matches(path)) found.push(path);
			if (found.length > FILE_LIMIT) throw tooMany(input, glob, `more than ${FILE_LIMIT} files`);
		}
	}
	return found.sort();
}

function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}

/** A folder that is reached without a link. */
async function isPlainFolder(root: string, folder: string): Promise<boolean> {
	const path = join(root, folder);
	const stat = await lstat(path).catch(() => undefined);
	if (stat?.isDirectory() !== true) return false;
	return (await realpath(path)) === join(await realpath(root), folder);
}

function tooMany(input: string, glob: string, what: string): UserError {
	return new UserError("glob-too-wide", `Input '${input}' has the glob ${quote(glob)}, which finds ${what}`, {
		input,
		hint: "Write a narrower glob.",
	});
}

/** The text of a file that `findFiles` found, or why it can't be had. */
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
