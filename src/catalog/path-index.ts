import picomatch from "picomatch";
import { GLOB_OPTIONS, isGlob, type RepositoryPath, upwards } from "./paths.js";

/**
 * Values by path, for many paths and many questions: a path that names a folder holds for all below it, and
 * so does a glob that matches a folder. The cost of a question is the path's depth, and one test for each
 * different glob that starts at one of its folders. Pure.
 */
export class PathIndex<T> {
	readonly #literal = new Map<RepositoryPath, T[]>();
	/** By the folder in which the glob starts. */
	readonly #globs = new Map<
		RepositoryPath,
		Map<string, { matches: (path: string) => boolean; values: T[] }>
	>();

	add(path: RepositoryPath, value: T): void {
		if (!isGlob(path)) {
			push(this.#literal, path, value);
			return;
		}
		const { base } = picomatch.scan(path);
		const folder = base === "" ? "." : base;
		const globs = this.#globs.get(folder) ?? new Map();
		this.#globs.set(folder, globs);
		const known = globs.get(path);
		if (known === undefined) globs.set(path, { matches: picomatch(path, GLOB_OPTIONS), values: [value] });
		else known.values.push(value);
	}

	/** Every value whose path is this one, is a folder above it, or is a glob that matches either. */
	find(path: RepositoryPath): ReadonlySet<T> {
		const found = new Set<T>();
		if (this.#literal.size === 0 && this.#globs.size === 0) return found;
		const chain = [...upwards(path)];
		for (const folder of chain) {
			for (const value of this.#literal.get(folder) ?? []) found.add(value);
			for (const { matches, values } of this.#globs.get(folder)?.values() ?? []) {
				if (!chain.some((each) => each !== "." && matches(each))) continue;
				for (const value of values) found.add(value);
			}
		}
		return found;
	}
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [value]);
	else list.push(value);
}
