import { PathEndings } from "./path-endings.js";
import { isAbsolute, join, lastSegment, normalise, segmentsOf } from "./path-text.js";

/**
 * From the paths that reports write (relative to the repository, to the service or to a source folder,
 * absolute on this machine or on another, with either slash, Go's import paths) to files of the repository. Pure.
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
	/** Folders that are looked into after the service's, nearest first: those that hold the report, say. */
	near?: readonly string[];
	/** The module that the report names for this path (JaCoCo's groups), which tells apart files that fit equally well. */
	module?: string;
}

/** Folders of installed packages: what lies in them is never a file of the repository by its ending alone. */
const PACKAGES = new Set([
	"node_modules",
	"site-packages",
	"dist-packages",
	".cargo",
	".rustup",
	".m2",
	"gems",
]);

/** Where machines keep what is installed; nothing of the repository is built there. */
const INSTALLED = /^\/(usr|nix|opt\/hostedtoolcache)\/|\/go\/pkg\/mod\//;

/** The files of a repository, ready for many questions. */
export class RepositoryPaths {
	readonly #files: ReadonlySet<string>;
	readonly #endings: PathEndings;
	readonly #modules: ReadonlyMap<string, readonly string[]>;

	/** `modules` holds the folders of Go's modules (go-modules.ts). */
	constructor(files: Iterable<string>, modules: ReadonlyMap<string, readonly string[]> = new Map()) {
		this.#files = new Set(files);
		this.#endings = new PathEndings(this.#files);
		this.#modules = modules;
	}

	/**
	 * The file that a report's path means. In this order: by Go's module, below a `<source>`, relative to the
	 * service (that is where its commands run) and to the folders near, relative to the repository, and then the
	 * longest ending that the path shares with exactly one file, where a file of the service goes before others.
	 */
	resolve(written: string, context: PathContext): PathAnswer {
		if (written === "" || written.includes("\0")) return { kind: "none" };
		const path = normalise(written);
		const ofModule = this.#inGoModule(path, context);
		if (ofModule !== undefined) return ofModule;
		const found = this.#exact(path, context);
		if (found.length > 1) return { kind: "ambiguous", candidates: found };
		if (found[0] !== undefined) return { kind: "file", path: found[0] };
		return this.#belowForeignSource(path, context) ?? answer(this.#byEnding(path, context, 1), context);
	}

	/** Undefined where no module of the repository has the path. A file that its module lacks is generated. */
	#inGoModule(path: string, context: PathContext): PathAnswer | undefined {
		if (this.#modules.size === 0 || !path.endsWith(".go") || isAbsolute(path)) return undefined;
		for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
			const folders = this.#modules.get(path.slice(0, slash));
			if (folders === undefined) continue;
			const files = folders.map((folder) => join(folder, path.slice(slash + 1)));
			return answer(
				files.filter((file) => this.#files.has(file)),
				context,
			);
		}
		return undefined;
	}

	#exact(path: string, context: PathContext): string[] {
		const root = normalise(context.root);
		const inRepository = (absolute: string) => {
			if (isAbsolute(absolute))
				return absolute.startsWith(`${root}/`) ? this.#known(absolute.slice(root.length + 1)) : undefined;
			for (const folder of folders(context)) {
				const file = this.#known(join(folder, absolute));
				if (file !== undefined) return file;
			}
			return this.#known(absolute);
		};
		if (isAbsolute(path)) {
			const file = inRepository(path) ?? this.#ownPackage(path, context);
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

	/** The service's own Python package, tested where it is installed: `site-packages/shop/cart.py`. */
	#ownPackage(path: string, context: PathContext): string | undefined {
		const rest = /\/(?:site|dist)-packages\/(.+\/.+)$/.exec(path)?.[1];
		if (rest === undefined) return undefined;
		for (const folder of folders(context)) {
			const file = this.#known(join(folder, rest)) ?? this.#known(join(folder, `src/${rest}`));
			if (file !== undefined) return file;
		}
		return undefined;
	}

	/** Below a `<source>` of another machine: the file must have all of the path, and as much of the source as fits. */
	#belowForeignSource(path: string, context: PathContext): PathAnswer | undefined {
		if (isAbsolute(path)) return undefined;
		const sources = context.sources.map(normalise).filter(isAbsolute);
		const least = segmentsOf(path).length;
		const found = new Set(
			sources.flatMap((source) => this.#byEnding(join(source, path), context, least + 1)),
		);
		return found.size === 0 ? undefined : answer([...found], context);
	}

	#known(path: string | undefined): string | undefined {
		return path !== undefined && this.#files.has(path) ? path : undefined;
	}

	/** Files that share the longest ending with the path, of at least so many segments. */
	#byEnding(path: string, context: PathContext, least: number): readonly string[] {
		const segments = segmentsOf(path);
		if (INSTALLED.test(path) || segments.some((each) => PACKAGES.has(each))) return [];
		// The report names a part of the file's path, or (from another machine) more than it.
		const whole = this.#endings.with(segments);
		if (whole.length > 0) return whole;
		if (isAbsolute(path) || path.startsWith("../")) {
			for (let count = segments.length - 1; count >= least; count--) {
				const ending = segments.slice(-count).join("/");
				const fits = [".", ...folders(context)].flatMap((folder) => this.#known(join(folder, ending)) ?? []);
				if (fits.length > 0) return [...new Set(fits)];
				// Of another machine: a name alone is in too many folders to mean the same file.
				const ends = count < 2 || !isAbsolute(path) ? [] : this.#endings.with(segments.slice(-count));
				if (ends.length > 0) return ends;
			}
			return [];
		}
		return path.endsWith(".kt") ? this.#kotlin(segments) : [];
	}

	/** Kotlin's folders may leave out the packages that all files share. */
	#kotlin(segments: readonly string[]): readonly string[] {
		for (let count = segments.length - 1; count > 0; count--) {
			const fits = this.#endings.with(["src", "main", "kotlin", ...segments.slice(-count)]);
			if (fits.length > 0) return fits;
		}
		return [];
	}
}

/** The service's folder, then those near. */
function folders(context: PathContext): readonly string[] {
	return [context.service, ...(context.near ?? [])];
}

/** One of several files that fit equally well: of the report's module, of the service, near, and no test. */
function answer(fits: readonly string[], context: PathContext): PathAnswer {
	let candidates = ofModule([...fits], context.module);
	for (const folder of folders(context)) {
		const own = folder === "." ? [] : candidates.filter((file) => file.startsWith(`${folder}/`));
		if (own.length === 0) continue;
		candidates = own;
		break;
	}
	if (candidates.length > 1) {
		// Both may hold a class of one name, and what is measured is the code, not its tests.
		const code = candidates.filter((file) => !/(^|\/)src\/(test|testFixtures|integrationTest)\//.test(file));
		if (code.length > 0) candidates = code;
	}
	const [only, ...others] = candidates.sort();
	if (only === undefined) return { kind: "none" };
	return others.length === 0 ? { kind: "file", path: only } : { kind: "ambiguous", candidates };
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
