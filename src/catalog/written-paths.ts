import { didYouMean } from "../runner/inputs.js";
import type { ReportError } from "./endpoint.js";
import { type FileList, isGlob, repositoryPath } from "./paths.js";
import type { DataPath } from "./yaml.js";

/** Paths as a manifest writes them, relative to its folder, become repository paths. Pure. */
export class WrittenPaths {
	/** Repository path. */
	readonly #folder: string;
	readonly #files: FileList;
	readonly #error: ReportError;
	readonly #warn: ReportError;

	constructor(from: { folder: string; files: FileList }, error: ReportError, warn: ReportError) {
		this.#folder = from.folder;
		this.#files = from.files;
		this.#error = error;
		this.#warn = warn;
	}

	/** Globs of files that do not exist yet; they stay relative to the folder. */
	globs(path: DataPath, written: string | readonly string[] | undefined): readonly string[] {
		const globs = written === undefined ? [] : typeof written === "string" ? [written] : written;
		for (const [index, glob] of globs.entries()) {
			const at = typeof written === "string" ? path : [...path, index];
			if (glob.startsWith("/") || repositoryPath(this.#folder, glob) === undefined)
				this.#error(
					"path-invalid",
					`'${glob}' is no path in the repository`,
					at,
					"Write it relative to the service's folder, with / between its parts.",
				);
		}
		return globs;
	}

	/** The repository paths of a list whose items must exist, without those that are no paths. */
	allExisting(path: DataPath, written: readonly string[]): string[] {
		return written.flatMap((each, index) => this.existing([...path, index], each) ?? []);
	}

	/** The repository path of something that must exist. */
	existing(path: DataPath, written: string): string | undefined {
		const found = repositoryPath(this.#folder, written);
		if (found === undefined) {
			this.#error(
				"path-invalid",
				`'${written}' is no path in the repository`,
				path,
				"Write it relative to the service's folder, or with a leading / from the repository's root.",
			);
			return undefined;
		}
		if (this.#files.has(found)) return found;
		if (isGlob(found)) {
			this.#warn("path-matches-nothing", `'${written}' matches no file`, path);
			return found;
		}
		const link = this.#files.linkOn(found);
		if (link !== undefined) {
			this.#error(
				"path-unknown",
				`'${link}' is a symbolic link, which is not followed`,
				path,
				"Name what it points to.",
			);
			return found;
		}
		this.#error(
			"path-unknown",
			`There is no '${found}' in the repository`,
			path,
			`Check the path; it is relative to the manifest unless it begins with /.${didYouMean(found, this.#files.besides(found))}`,
		);
		return found;
	}
}
