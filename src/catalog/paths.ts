import picomatch from "picomatch";

/** Paths as people write them in a manifest, as repository paths. Pure. */

/** The options of every glob of the suite: names with a leading dot are files like others, case counts. */
export const GLOB_OPTIONS = { dot: true, nocase: false, nonegate: true } as const;
/** A glob above this is refused: nobody writes one, and matching would be slow. */
export const GLOB_LIMIT = 1000;

/** A repository path: no leading or trailing slash, no `.` or `..`; `.` alone is the root. */
export type RepositoryPath = string;

/**
 * The repository path of what is written in a file of `folder`: relative to it, or with a leading `/` to the
 * repository's root. Undefined where it leads out of the repository or is no path at all. Globs may be in it.
 */
export function repositoryPath(folder: RepositoryPath, written: string): RepositoryPath | undefined {
	if (written.trim() === "" || written.length > GLOB_LIMIT || /[\0\n\r\\]/.test(written)) return undefined;
	const parts: string[] = written.startsWith("/") || folder === "." ? [] : folder.split("/");
	for (const part of written.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.length === 0 ? "." : parts.join("/");
}

/** True where the path is a pattern for others. */
export function isGlob(path: string): boolean {
	return picomatch.scan(path).isGlob;
}

/** The folder part of a path, `.` for what lies in the root. */
export function folderOf(path: RepositoryPath): RepositoryPath {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "." : path.slice(0, slash);
}

/** `path` as seen from `folder`, where it lies in it; undefined elsewhere. */
export function within(folder: RepositoryPath, path: RepositoryPath): string | undefined {
	if (folder === ".") return path;
	return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The path itself and the folders that hold it, up to and with the root `.`. */
export function* upwards(path: RepositoryPath): Generator<RepositoryPath> {
	for (let at = path; at !== "."; at = folderOf(at)) yield at;
	yield ".";
}

/** Questions to a sorted list of files without an index of its own: two searches each. */
export class FileList {
	readonly files: readonly string[];
	/** Symbolic links, which nothing follows. */
	readonly links: ReadonlySet<string>;
	readonly #globs = new Map<string, boolean>();

	/** `files` sorted by code units, as `FileTree.list` gives them. */
	constructor(files: readonly string[], links: readonly string[] = []) {
		this.files = files;
		this.links = new Set(links);
	}

	/** The link that a path is, or that it lies behind. */
	linkOn(path: RepositoryPath): RepositoryPath | undefined {
		for (const each of upwards(path)) if (this.links.has(each)) return each;
		return undefined;
	}

	isFile(path: RepositoryPath): boolean {
		return this.files[this.#first(path)] === path;
	}

	/** True where files lie below the path. */
	isFolder(path: RepositoryPath): boolean {
		if (path === ".") return this.files.length > 0;
		return this.files[this.#first(`${path}/`)]?.startsWith(`${path}/`) === true;
	}

	/** Whether a path or a glob names anything. */
	has(path: RepositoryPath): boolean {
		return isGlob(path) ? this.#matches(path) : this.isFile(path) || this.isFolder(path);
	}

	/** Names beside a path that does not exist, for a did-you-mean. */
	*besides(path: RepositoryPath): Generator<RepositoryPath> {
		const folder = folderOf(path);
		const prefix = folder === "." ? "" : `${folder}/`;
		let last: string | undefined;
		for (let index = this.#first(prefix); index < this.files.length; index++) {
			const file = this.files[index] ?? "";
			if (!file.startsWith(prefix)) return;
			const name = prefix + (file.slice(prefix.length).split("/")[0] ?? "");
			if (name !== last) yield name;
			last = name;
		}
	}

	#matches(glob: string): boolean {
		const known = this.#globs.get(glob);
		if (known !== undefined) return known;
		const { base } = picomatch.scan(glob);
		const prefix = base === "" || base === "." ? "" : `${base}/`;
		const matches = picomatch(glob, GLOB_OPTIONS);
		let found = false;
		for (let index = this.#first(prefix); index < this.files.length && !found; index++) {
			const file = this.files[index] ?? "";
			if (!file.startsWith(prefix)) break;
			for (const each of upwards(file)) found ||= each !== "." && matches(each);
		}
		this.#globs.set(glob, found);
		return found;
	}

	/** The index of the first file that is not below `text` in order. */
	#first(text: string): number {
		let low = 0;
		let high = this.files.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.files[middle] ?? "") < text) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
