/** Files by the end of their paths, so that each question costs the same however many files there are. Pure. */
export class PathEndings {
	readonly #files: Iterable<string>;
	/** By a number of segments: files by their last so many segments. Made when it is first asked for. */
	readonly #indexes = new Map<number, ReadonlyMap<string, readonly string[]>>();

	constructor(files: Iterable<string>) {
		this.#files = files;
	}

	/** The files whose paths end with these segments. */
	with(segments: readonly string[]): readonly string[] {
		if (segments.length === 0) return [];
		let index = this.#indexes.get(segments.length);
		if (index === undefined) {
			index = this.#indexBy(segments.length);
			this.#indexes.set(segments.length, index);
		}
		return index.get(segments.join("/")) ?? [];
	}

	#indexBy(count: number): ReadonlyMap<string, readonly string[]> {
		const index = new Map<string, string[]>();
		for (const file of this.#files) {
			const ending = lastSegments(file, count);
			if (ending === undefined) continue;
			const same = index.get(ending);
			if (same === undefined) index.set(ending, [file]);
			else same.push(file);
		}
		return index;
	}
}

function lastSegments(path: string, count: number): string | undefined {
	let start = path.length + 1;
	for (let left = count; left > 0; left--) {
		if (start === 0) return undefined;
		start = path.lastIndexOf("/", start - 2) + 1;
	}
	return path.slice(start);
}
