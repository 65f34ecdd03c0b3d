import type { ObjectReader } from "./objects.js";
import { type FileTree, READ_LIMIT, tooLarge } from "./tree.js";

/** An entry of a raw tree object: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
interface TreeEntry {
	/** Octal, as git writes it: `40000` for a folder, `100644`, `100755`, `120000` a link, `160000` a submodule. */
	mode: string;
	name: string;
	hash: string;
}

const FOLDER = "40000";
const LINK = "120000";

/** The files of a commit below `prefix` (`a/b/`, or empty), read from raw tree objects. */
export function commitTree(objects: ObjectReader, commit: string, prefix: () => Promise<string>): FileTree {
	let entries: Promise<FilesAndLinks> | undefined;
	const all = () => {
		entries ??= filesAndLinks(objects, commit, prefix);
		return entries;
	};
	const list = async () => [...(await all()).files.keys()].sort();
	return {
		name: commit.slice(0, 12),
		list,
		entries: async () => ({ files: await list(), links: (await all()).links.toSorted() }),
		read: async (paths) => {
			const known = (await all()).files;
			const wanted = paths.flatMap((path) => {
				const hash = known.get(path);
				return hash === undefined ? [] : [{ path, hash }];
			});
			const found = await objects.contents(
				wanted.map(({ hash }) => hash),
				READ_LIMIT,
			);
			return new Map(
				wanted.map(({ path, hash }, index): [string, string] => {
					const object = found[index];
					if (object === undefined) throw new Error(`${path} is missing in this clone (${hash})`);
					if (object.content === undefined) throw tooLarge(path, commit.slice(0, 12));
					return [path, object.content.toString("utf8")];
				}),
			);
		},
	};
}

interface FilesAndLinks {
	/** The hash of each file, by path. */
	files: ReadonlyMap<string, string>;
	links: readonly string[];
}

async function filesAndLinks(
	objects: ObjectReader,
	commit: string,
	prefix: () => Promise<string>,
): Promise<FilesAndLinks> {
	const found = new Map<string, string>();
	const links: string[] = [];
	let level = [{ path: "", hash: await folder(objects, commit, await prefix()) }];
	while (level.length > 0) {
		const trees = await readTrees(
			objects,
			level.map(({ hash }) => hash),
		);
		const next: typeof level = [];
		for (const { path, hash } of level) {
			for (const entry of trees.get(hash) ?? []) {
				if (entry.mode === FOLDER) next.push({ path: `${path}${entry.name}/`, hash: entry.hash });
				else if (entry.mode.startsWith("100")) found.set(`${path}${entry.name}`, entry.hash);
				else if (entry.mode === LINK) links.push(`${path}${entry.name}`);
			}
		}
		level = next;
	}
	return { files: found, links };
}

/**
 * The paths, of files, links and submodules, that differ between two commits below `prefix`. Equal folders are not
 * opened, so it costs what differs.
 */
export async function differingPaths(
	objects: ObjectReader,
	from: string,
	to: string,
	prefix: string,
): Promise<readonly string[]> {
	const found: string[] = [];
	let level = [{ path: "", sides: [await folder(objects, from, prefix), await folder(objects, to, prefix)] }];
	level = level.filter(({ sides: [a, b] }) => a !== b);
	while (level.length > 0) {
		const trees = await readTrees(
			objects,
			level.flatMap(({ sides }) => sides),
		);
		const next: typeof level = [];
		for (const { path, sides } of level) {
			const names = new Map<string, (TreeEntry | undefined)[]>();
			for (const [side, hash] of sides.entries()) {
				for (const entry of trees.get(hash) ?? []) {
					const both = names.get(entry.name) ?? [undefined, undefined];
					both[side] = entry;
					names.set(entry.name, both);
				}
			}
			for (const [name, both] of names) {
				if (both[0]?.hash === both[1]?.hash && both[0]?.mode === both[1]?.mode) continue;
				const full = `${path}${name}`;
				if (both.some((entry) => entry !== undefined && entry.mode !== FOLDER)) found.push(full);
				const folders = both.map((entry) => (entry?.mode === FOLDER ? entry.hash : ""));
				if (folders.some((hash) => hash !== "")) next.push({ path: `${full}/`, sides: folders });
			}
		}
		level = next;
	}
	return found;
}

/** The tree of a folder of a commit; empty where it has none. */
async function folder(objects: ObjectReader, commit: string, prefix: string): Promise<string> {
	const [root] = await objects.contents([`${commit}^{tree}`]);
	if (root === undefined) throw new Error(`${commit} has no tree in this clone`);
	let { hash } = root;
	for (const part of prefix.split("/").filter((each) => each !== "")) {
		const entries = (await readTrees(objects, [hash])).get(hash) ?? [];
		const entry = entries.find(({ name, mode }) => name === part && mode === FOLDER);
		if (entry === undefined) return "";
		hash = entry.hash;
	}
	return hash;
}

async function readTrees(
	objects: ObjectReader,
	hashes: readonly string[],
): Promise<Map<string, TreeEntry[]>> {
	const asked = [...new Set(hashes)].filter((hash) => hash !== "");
	const found = await objects.contents(asked);
	return new Map(
		asked.map((hash, index) => {
			const content = found[index]?.content;
			if (content === undefined) throw new Error(`tree ${hash} is missing in this clone or too large`);
			return [hash, parseTree(content, hash.length / 2)];
		}),
	);
}

/** `MODE NAME NUL HASH`, again and again; `bytes` is the length of a hash. */
function parseTree(content: Buffer, bytes: number): TreeEntry[] {
	const entries: TreeEntry[] = [];
	for (let at = 0; at < content.length; ) {
		const blank = content.indexOf(0x20, at);
		const end = content.indexOf(0, blank);
		if (blank < 0 || end < 0) throw new Error("a tree object is broken");
		entries.push({
			mode: content.toString("latin1", at, blank),
			name: content.toString("utf8", blank + 1, end),
			hash: content.toString("hex", end + 1, end + 1 + bytes),
		});
		at = end + 1 + bytes;
	}
	return entries;
}
