import { type Dirent, readFileSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "./git.js";
import { parseRefs } from "./remote-tags.js";
import type { RepositoryState } from "./state.js";

const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The clone's tags, by name without `refs/tags/`, with the commits that they name in the end. Read from the files
 * where git keeps them (gitrepository-layout, git-pack-refs), which knows peeled tags and costs no process: it is
 * many times faster than asking for thousands. git is asked where the files are not as expected (reftable).
 */
export async function localTags(
	git: Git,
	state: Pick<RepositoryState, "commonDirectory">,
): Promise<ReadonlyMap<string, string>> {
	const read = await readTagFiles(state.commonDirectory);
	if (read === undefined) {
		const { stdout } = await git.run(["show-ref", "--tags", "--dereference"], { allowed: [1] });
		return parseRefs(stdout.toString("utf8")).tags;
	}
	const { commits, unpeeled } = read;
	const names = [...unpeeled.keys()];
	const found = await git.objects.info([...unpeeled.values()].map((hash) => `${hash}^{}`));
	for (const [index, name] of names.entries()) {
		const hash = found[index]?.hash ?? unpeeled.get(name);
		if (hash !== undefined) commits.set(name, hash);
	}
	return commits;
}

const TAGS = "refs/tags/";

interface TagFiles {
	commits: Map<string, string>;
	/** Objects that may be annotated tags. */
	unpeeled: Map<string, string>;
}

async function readTagFiles(directory: string): Promise<TagFiles | undefined> {
	const loose = await looseTags(join(directory, "refs", "tags"));
	if (loose === undefined || !isFileStore(directory)) return undefined;
	const packed = await readFile(join(directory, "packed-refs"), "utf8").catch((error: unknown) => {
		if (isMissing(error)) return "";
		throw error;
	});
	const commits = new Map<string, string>();
	const unpeeled = new Map<string, string>();
	// Only with this trait a line without a peeled one is known to name no annotated tag.
	const full = /^# pack-refs with:.* fully-peeled /.test(packed.slice(0, 200).split("\n")[0] ?? "");
	let last: string | undefined;
	// There may be many thousands of lines: nothing is cut out of those that are not wanted.
	for (let at = 0, end = 0; at < packed.length; at = end + 1) {
		end = packed.indexOf("\n", at);
		if (end < 0) end = packed.length;
		if (packed.startsWith("^", at)) {
			if (last === undefined) continue;
			commits.set(last, packed.slice(at + 1, end));
			unpeeled.delete(last);
			continue;
		}
		last = undefined;
		const blank = packed.indexOf(" ", at);
		if (blank < 0 || blank > end || !packed.startsWith(TAGS, blank + 1)) continue;
		last = packed.slice(blank + 1 + TAGS.length, end);
		(full ? commits : unpeeled).set(last, packed.slice(at, blank));
	}
	for (const [name, hash] of loose) {
		commits.delete(name);
		unpeeled.set(name, hash);
	}
	for (const hash of commits.values()) if (hash.length !== 40 && hash.length !== 64) return undefined;
	return { commits, unpeeled };
}

/** Whether refs are files here: a reftable repository names no real branch in its HEAD. */
function isFileStore(directory: string): boolean {
	try {
		return !/refs\/heads\/\.invalid/.test(readFileSync(join(directory, "HEAD"), "utf8"));
	} catch {
		return false;
	}
}

/**
 * Undefined where some file is no plain reference, or is gone before it is read: git packs references and removes
 * their files at any time.
 */
async function looseTags(directory: string): Promise<Map<string, string> | undefined> {
	const found = new Map<string, string>();
	let entries: Dirent[];
	try {
		entries = await readdir(directory, { recursive: true, withFileTypes: true });
	} catch (error) {
		if (!isMissing(error)) throw error;
		// A folder in it may be what is gone: then the other tags are still there.
		return (await isThere(directory)) ? undefined : found;
	}
	for (const entry of entries) {
		if (entry.isDirectory() || entry.name.endsWith(".lock")) continue;
		const path = join(entry.parentPath, entry.name);
		const text = await readFile(path, "utf8").catch((error: unknown) => {
			if (isMissing(error)) return undefined;
			throw error;
		});
		const hash = text?.trim() ?? "";
		if (!HASH.test(hash)) return undefined;
		found.set(path.slice(directory.length + 1).replaceAll("\\", "/"), hash);
	}
	return found;
}

async function isThere(path: string): Promise<boolean> {
	try {
		await stat(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
