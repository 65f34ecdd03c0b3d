import { lstatSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "./git.js";
import { noRepository } from "./missing.js";
import { type FileTree, READ_LIMIT, type TreeEntries, tooLarge } from "./tree.js";

/** The files of the working tree that git tracks or would track. */
export function workingTree(run: Git["run"], directory: string): FileTree {
	const entries = async (): Promise<TreeEntries> => {
		const names = async (...args: string[]) =>
			(await run([...args, "-z"])).stdout.toString("utf8").split("\0").slice(0, -1);
		const [staged, others, deleted, retyped] = await Promise.all([
			names("ls-files", "--stage"),
			names("ls-files", "--others", "--exclude-standard"),
			names("ls-files", "--deleted"),
			// Files that are links by now, or links that are files.
			names("diff-files", "--name-only", "--diff-filter=T", "--relative", "--ignore-submodules=all"),
		]).catch(async (cause: unknown) => {
			throw (await noRepository(run, cause)) ?? cause;
		});
		// What is there says what it is, where the index does not know.
		const files = new Set<string>();
		const links = new Set<string>();
		const look = (path: string) => {
			const stat = lstatSync(join(directory, path), { throwIfNoEntry: false });
			files.delete(path);
			links.delete(path);
			if (stat?.isFile() === true) files.add(path);
			else if (stat?.isSymbolicLink() === true) links.add(path);
		};
		for (const path of others) look(path);
		for (const entry of staged) {
			const path = entry.slice(entry.indexOf("\t") + 1);
			if (entry.startsWith("100")) files.add(path);
			else if (entry.startsWith("120")) links.add(path);
		}
		for (const path of deleted) {
			files.delete(path);
			links.delete(path);
		}
		for (const path of retyped) look(path);
		return { files: [...files].sort(), links: [...links].sort() };
	};
	return {
		name: "the working tree",
		list: async () => (await entries()).files,
		entries,
		read: async (paths) => {
			const texts = new Map<string, string>();
			for (const path of paths) {
				const file = join(directory, path);
				const stat = await lstat(file).catch(() => undefined);
				// A link could lead out of the repository.
				if (stat === undefined || !stat.isFile()) continue;
				if (stat.size > READ_LIMIT) throw tooLarge(path, "the working tree");
				texts.set(path, await readFile(file, "utf8"));
			}
			return texts;
		},
	};
}
