import { join, resolve } from "node:path";
import { type FileTree, READ_LIMIT } from "../../git/tree.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import { readSmallFile } from "../../runner/small-file.js";

/** The files that inputs name, in the working directory. */

/** A file that `trust` names. */
export async function readTrustFile(directory: string, path: string, limit: number): Promise<string> {
	let cause: unknown;
	try {
		const text = await readSmallFile(resolve(directory, path), limit);
		if (text !== undefined) return text;
	} catch (thrown) {
		cause = thrown;
	}
	const why = cause === undefined ? "it does not exist" : errorMessage(cause);
	throw new UserError("trust-unreadable", `${path} of 'trust' can't be read: ${why}`, {
		input: "trust",
		cause,
		hint: "Give its path relative to the working directory.",
	});
}

/** The settings file as a tree, so that it can be read where there is no repository. */
export function settingsTree(directory: string, file: string): FileTree {
	const names = [file, "sluice.yml"];
	const read: FileTree["read"] = async (paths) => {
		const texts = new Map<string, string>();
		for (const path of paths) {
			const text = await readSmallFile(join(directory, path), READ_LIMIT);
			if (text !== undefined) texts.set(path, text);
		}
		return texts;
	};
	return { name: "the working directory", list: async () => [...(await read(names)).keys()], read };
}

/** These files of a tree alone. */
export function treeOf(tree: FileTree, paths: readonly string[]): FileTree {
	const named = new Set(paths);
	return {
		name: tree.name,
		list: async () => [...(await tree.read(paths)).keys()].sort(),
		read: (wanted) => tree.read(wanted.filter((path) => named.has(path))),
	};
}
