import { type Dirent, readFileSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Git } from "./git.js";
import { parseRefs } from "./remote-tags.js";
import type { RepositoryState } from "./state.js";

const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The tags of a clone. */
export interface LocalTags {
	/** By name without `refs/tags/`: the commits that they name in the end. */
	tags: ReadonlyMap<string, string>;
	/** Those that are left out since they name nothing, as git leaves them out. */
	broken: readonly BrokenTag[];
}

/** A tag that a clone has and that names nothing in it: a machine that crashed may leave one. */
export interface BrokenTag {
	tag: string;
	/** Where it is kept, relative to the folder of `Git`; undefined where it is packed with others. */
	file: string | undefined;
	/** `empty`, no name of an object (`garbage`), the name of no reference (`dangling`), or of no object here (`missing`). */
	kind: "empty" | "garbage" | "dangling" | "missing";
}

/**
 * The clone's tags. Read from the files where git keeps them (gitrepository-layout, git-pack-refs), which knows
 * peeled tags and costs no process: it is many times faster than asking for thousands. git is asked where the files
 * are not as expected (reftable). Of tags that are packed with the commits that they name, nobody looks whether those
 * are here.
 */
export async function localTags(
	git: Git,
	state: Pick<RepositoryState, "commonDirectory">,
): Promise<LocalTags> {
	const folder = join(state.commonDirectory, "refs", "tags");
	const loose = await looseTags(folder);
	const read = loose?.other.size === 0 ? await readTagFiles(state.commonDirectory, loose.hashes) : undefined;
	const { commits, unpeeled } = read ?? { commits: new Map<string, string>(), unpeeled: await askTags(git) };
	const broken: BrokenTag[] = [];
	const add = (tag: string, kind: BrokenTag["kind"], isLoose: boolean) =>
		broken.push({ tag, kind, file: isLoose ? relative(git.directory, join(folder, tag)) : undefined });
	for (const [tag, text] of loose?.other ?? []) {
		if (unpeeled.has(tag)) continue;
		add(tag, text === "" ? "empty" : text.startsWith("ref:") ? "dangling" : "garbage", true);
	}
	const names = [...unpeeled.keys()];
	const found = await git.objects.info([...unpeeled.values()].map((hash) => `${hash}^{}`));
	for (const [index, name] of names.entries()) {
		const hash = found[index]?.hash;
		if (hash === undefined) add(name, "missing", loose?.hashes.has(name) === true);
		else commits.set(name, hash);
	}
	return { tags: commits, broken };
}

/** The tags as git tells them, not peeled: it leaves broken ones out. */
async function askTags(git: Git): Promise<Map<string, string>> {
	const { stdout } = await git.run(["for-each-ref", "--format=%(objectname) %(refname)", TAGS]);
	return new Map(parseRefs(stdout.toString("utf8")).tags);
}

const TAGS = "refs/tags/";

interface TagFiles {
	commits: Map<string, string>;
	/** Objects that may be annotated tags. */
	unpeeled: Map<string, string>;
}

async function readTagFiles(
	directory: string,
	loose: ReadonlyMap<string, string>,
): Promise<TagFiles | undefined> {
	if (!isFileStore(directory)) return undefined;
	const packed = await readFile(join(directory, "packed-refs"), "utf8").catch((error: unknown) => {
		if (isMissing(error)) return "";
		throw error;
	});
	const commits = new Map<string, string>();
	const unpeeled = new Map<string, string>();
	// Only with this trait a line without a peeled one is known to name no annotated tag.
	const full = /^# pack-refs with:.* fully-peeled /.test(packed.slice(0, 200).split("\n")[0] ?? "");
	// There may be many thousands of lines: nothing is cut out of those that are not wanted.
	for (let at = 0, end = 0; at < packed.length; at = end + 1) {
		end = lineEnd(packed, at);
		const blank = packed.indexOf(" ", at);
		if (blank < 0 || blank > end || !packed.startsWith(TAGS, blank + 1)) continue;
		const name = packed.slice(blank + 1 + TAGS.length, end);
		if (packed.startsWith("^", end + 1)) {
			const peeled = end + 2;
			end = lineEnd(packed, peeled);
			commits.set(name, packed.slice(peeled, end));
		} else (full ? commits : unpeeled).set(name, packed.slice(at, blank));
	}
	for (const [name, hash] of loose) {
		commits.delete(name);
		unpeeled.set(name, hash);
	}
	for (const hash of commits.values()) if (hash.length !== 40 && hash.length !== 64) return undefined;
	return { commits, unpeeled };
}

function lineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end < 0 ? text.length : end;
}

/** Whether refs are files here: a reftable repository names no real branch in its HEAD. */
function isFileStore(directory: string): boolean {
	try {
		return !/refs\/heads\/\.invalid/.test(readFileSync(join(directory, "HEAD"), "utf8"));
	} catch {
		return false;
	}
}

interface LooseTags {
	/** What the files name. */
	hashes: Map<string, string>;
	/** The text of those that are no plain references. */
	other: Map<string, string>;
}

/**
 * Undefined where some file is gone before it is read: git packs references and removes their files at any time.
 */
async function looseTags(directory: string): Promise<LooseTags | undefined> {
	const found: LooseTags = { hashes: new Map(), other: new Map() };
	let entries: Dirent[];
	try {
		entries = await readdir(directory, { recursive: true, withFileTypes: true });
	} catch (error) {
		if (!isMissing(error)) throw error;
		// A folder in it may be what is gone: then the other tags are still there.
		return (await isThere(directory)) ? undefined : found;
	}
	for (const entry of entries) {
		// git takes none of these for a reference.
		if (entry.isDirectory() || entry.name.endsWith(".lock") || entry.name.startsWith(".")) continue;
		const path = join(entry.parentPath, entry.name);
		const text = await readFile(path, "utf8").catch((error: unknown) => {
			if (isMissing(error)) return undefined;
			throw error;
		});
		if (text === undefined) return undefined;
		const name = path.slice(directory.length + 1).replaceAll("\\", "/");
		const plain = text.trim();
		(HASH.test(plain) ? found.hashes : found.other).set(name, plain);
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
