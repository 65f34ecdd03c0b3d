import { UserError } from "../runner/errors.js";

/** A tree of files: the working tree, or that of a commit. Paths are relative to the working directory, with `/`. */
export interface FileTree {
	/** What errors call it: `the working tree`, or a commit's hash. */
	readonly name: string;
	/** Sorted; links, submodules and folders are not listed. */
	list(): Promise<readonly string[]>;
	/** The same with the symbolic links, sorted, which nothing follows; a tree without it knows of none. */
	entries?(): Promise<TreeEntries>;
	/**
	 * The texts of those of `paths` that are there. A file above 1 MiB is a UserError: what is read this way
	 * is written by people.
	 */
	read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface TreeEntries {
	files: readonly string[];
	links: readonly string[];
}

/** The largest file that `FileTree.read` takes, in bytes. */
export const READ_LIMIT = 1024 * 1024;

/** A tree that is held in memory, for tests and for questions about files that are not written yet. */
export function memoryTree(files: Readonly<Record<string, string>>, name = "memory"): FileTree {
	const held = new Map(Object.entries(files));
	return {
		name,
		list: async () => [...held.keys()].sort(),
		read: async (paths) =>
			new Map(paths.flatMap((path) => (held.has(path) ? [[path, held.get(path) ?? ""]] : []))),
	};
}

/** The refusal of a file above the limit. */
export function tooLarge(path: string, tree: string): UserError {
	return new UserError("file-too-large", `${path} in ${tree} is larger than 1 MiB`, {
		file: path,
		hint: "Files that are read as settings must be smaller.",
	});
}
