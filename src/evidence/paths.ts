/**
 * From the paths that reports write (relative to the repository, to the service or to a source folder,
 * absolute on this machine or on another, with either slash) to files of the repository. Pure.
 */

export type PathAnswer =
	| { kind: "file"; path: string }
	/** No file of the repository. */
	| { kind: "none" }
	/** Several files fit equally well, and choosing one would be guessing. */
	| { kind: "ambiguous"; candidates: string[] };

/** What a report's paths may be relative to. */
export interface PathContext {
	/** Repository path of the service's folder, `.` for the root. */
	service: string;
	/** Cobertura's `<source>`, as the report writes it. */
	sources: readonly string[];
	/** The absolute path of the repository on this machine. */
	root: string;
	/** The module that the report names for this path (JaCoCo's groups), which tells apart files that fit equally well. */
	module?: string;
}

/** Folders of installed packages: what lies in them is never a file of the repository by its ending alone. */
const PACKAGES = new Set(["node_modules", "site-packages", "dist-packages"]);

/** The files of a repository, ready for many questions. */
export class RepositoryPaths {
	readonly #files: ReadonlySet<string>;
	readonly #byName = new Map<string, string[]>();

	constructor(files: Iterable<string>) {
		this.#files = new Set(files);
		for (const file of this.#files) {
			const name = lastSegment(file);
			const same = this.#byName.get(name);
			if (same === undefined) this.#byName.set(name, [file]);
			else same.push(file);
		}
	}

	/**
	 * The file that a report's path means. In this order: below a `<source>`, relative to the service (that is
	 * where its commands run), relative to the repository, and then the longest ending that the path shares
	 * with exactly one file, where a file of the service goes before others.
	 */
	resolve(written: string, context: PathContext): PathAnswer {
		if (written === "" || written.includes("\0")) return { kind: "none" };
		const path = normalise(written);
		const found = this.#exact(path, context);
		if (found.length > 1) return { kind: "ambiguous", candidates: found };
		if (found[0] !== undefined) return { kind: "file", path: found[0] };
		return this.#byEnding(path, context);
	}

	#exact(path: string, context: PathContext): string[] {
		const root = normalise(context.root);
		const inRepository = (absolute: string) => {
			if (isAbsolute(absolute))
				return absolute.startsWith(`${root}/`) ? this.#known(absolute.slice(root.length + 1)) : undefined;
			return this.#known(join(context.service, absolute)) ?? this.#known(absolute);
		};
		if (isAbsolute(path)) {
			const file = inRepository(path);
			return file === undefined ? [] : [file];
		}
		const below = new Set<string>();
		for (const source of context.sources) {
			const file = inRepository(join(normalise(source), path));
			if (file !== undefined) below.add(file);
		}
		if (below.size > 0) return [...below].sort();
		const file = inRepository(path);
		return file === undefined ? [] : [file];
	}

	#known(path: string | undefined): string | undefined {
		return path !== undefined && this.#files.has(path) ? path : undefined;
	}

	#byEnding(path: string, context: PathContext): PathAnswer {
		const segments = path
			.split("/")
			.filter((each) => each !== "" && each !== ".." && !/^[A-Za-z]:$/.test(each));
		if (segments.some((each) => PACKAGES.has(each))) return { kind: "none" };
		const prefix = context.service === "." ? "" : `${context.service}/`;
		const foreign = isAbsolute(path) || path.startsWith("../");
		const wanted = `/${segments.join("/")}`;
		let best = 0;
		let fits: string[] = [];
		for (const file of this.#byName.get(lastSegment(path)) ?? []) {
			const own = prefix !== "" && file.startsWith(prefix) ? file.slice(prefix.length) : undefined;
			const fit =
				// The report names a part of the file's path, or (from another machine) more than it.
				`/${file}`.endsWith(wanted)
					? segments.length
					: foreign && wanted.endsWith(`/${file}`)
						? depth(file)
						: foreign && own !== undefined && wanted.endsWith(`/${own}`)
							? depth(own)
							: 0;
			if (fit === 0 || fit < best) continue;
			if (fit > best) fits = [];
			best = fit;
			fits.push(file);
		}
		const own = ofModule(fits, context.module);
		const ofService = prefix === "" ? own : own.filter((file) => file.startsWith(prefix));
		const candidates = (ofService.length > 0 ? ofService : own).sort();
		const [only, ...others] = candidates;
		if (only === undefined) return { kind: "none" };
		return others.length === 0 ? { kind: "file", path: only } : { kind: "ambiguous", candidates };
	}
}

/**
 * Those of the files that lie in a folder named like the module (`web` of `services/web`), else like the end of
 * its name (`shop-web`, `:apps:web`), else all.
 */
function ofModule(files: string[], module = ""): string[] {
	const name = lastSegment(module);
	if (name === "" || files.length < 2) return files;
	const below = (fits: (folder: string) => boolean) =>
		files.filter((file) => file.split("/").slice(0, -1).some(fits));
	const exact = below((folder) => folder === name);
	if (exact.length > 0) return exact;
	const end = below((folder) =>
		[`-${folder}`, `.${folder}`, `:${folder}`].some((each) => name.endsWith(each)),
	);
	return end.length > 0 ? end : files;
}

/** `/` only, without empty, `.` and (where they can be resolved) `..` segments. Absolute paths keep their begin. */
function normalise(written: string): string {
	const slashed = written.replaceAll("\\", "/");
	const begin = /^(?:[A-Za-z]:)?\//.exec(slashed)?.[0] ?? "";
	const segments: string[] = [];
	for (const each of slashed.slice(begin.length).split("/")) {
		if (each === "" || each === ".") continue;
		if (each === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
		else if (each !== ".." || begin === "") segments.push(each);
	}
	return begin + segments.join("/");
}

function isAbsolute(path: string): boolean {
	return /^(?:[A-Za-z]:)?\//.test(path);
}

/** A relative path below a folder; undefined would be a path that leaves it, which then is no file. */
function join(folder: string, path: string): string {
	return normalise(folder === "." || folder === "" ? path : `${folder}/${path}`);
}

function lastSegment(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function depth(path: string): number {
	return path.split("/").length;
}
