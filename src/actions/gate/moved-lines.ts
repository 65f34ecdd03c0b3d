/**
 * Where lines that files have lost are found again. Git's renames compare whole files: code that is joined into one
 * file, or taken out of a file that stays, is no rename, and its lines tell. Pure.
 */

/** The lines of a text that can be told from others: each once, without indentation; no bare brackets. */
export function tellingLines(text: string): Set<string> {
	const lines = new Set<string>();
	for (const line of text.split("\n")) {
		const bare = line.trim();
		if (/[\p{L}\p{N}]/u.test(bare)) lines.add(bare);
	}
	return lines;
}

/** A line that more files have lost is counted for so many of them: each costs time. */
const FILES_OF_A_LINE = 20;

/** What some files have lost, and how much of each was seen in which place. */
export class LostLines {
	/** By line: the files that have lost it. */
	readonly #files = new Map<string, string[]>();
	readonly #lost = new Map<string, number>();
	readonly #found = new Map<string, Map<string, number>>();

	/** How many lines are held. */
	get size(): number {
		return this.#files.size;
	}

	add(file: string, lines: ReadonlySet<string>): void {
		this.#lost.set(file, lines.size);
		for (const line of lines) {
			const known = this.#files.get(line);
			if (known === undefined) this.#files.set(line, [file]);
			else if (known.length < FILES_OF_A_LINE) known.push(file);
		}
	}

	/** What is seen in the files of one place: each line once. */
	see(place: string, lines: ReadonlySet<string>): void {
		for (const line of lines) {
			for (const file of this.#files.get(line) ?? []) {
				const found = this.#found.get(file) ?? new Map<string, number>();
				this.#found.set(file, found.set(place, (found.get(place) ?? 0) + 1));
			}
		}
	}

	/**
	 * Of each file that has half of what it lost elsewhere, be it in several places: the places that have a part
	 * of it (a tenth at least), with the number of lines.
	 */
	*found(): Generator<{ file: string; place: string; lines: number }> {
		for (const [file, places] of this.#found) {
			const lost = this.#lost.get(file) ?? 0;
			const all = [...places.values()].reduce((sum, seen) => sum + seen, 0);
			if (all * 2 < lost) continue;
			for (const [place, lines] of places) if (lines * 10 >= lost) yield { file, place, lines };
		}
	}
}
