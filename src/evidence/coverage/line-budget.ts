import { UserError } from "../../runner/errors.js";

/** More lines than any repository has. */
const LIMIT = 20_000_000;

/**
 * How many lines a report may still have, where it writes a range of them in a few bytes: a small hostile file
 * must not become millions of lines in many files. Pure.
 */
export class LineBudget {
	readonly #file: string;
	#left = LIMIT;

	constructor(file: string) {
		this.#file = file;
	}

	spend(lines: number): void {
		this.#left -= lines;
		if (this.#left >= 0) return;
		throw new UserError("report-limit", `${this.#file} has ranges of more than ${LIMIT} lines`, {
			file: this.#file,
			hint: "This is more than any known tool writes: the file is damaged or hostile.",
		});
	}
}
