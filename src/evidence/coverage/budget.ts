import { UserError } from "../../runner/errors.js";

/** More than any repository has. */
const LIMIT = 20_000_000;

/**
 * How much a report may still have of what it writes by its number alone, such as ranges of lines: a small hostile
 * file must not become millions of lines in many files. Pure.
 */
export class Budget {
	readonly #file: string;
	readonly #what: string;
	#left = LIMIT;

	/** `what` is said to be more than the limit, as `lines in ranges`. */
	constructor(file: string, what: string) {
		this.#file = file;
		this.#what = what;
	}

	spend(count: number): void {
		this.#left -= count;
		if (this.#left >= 0) return;
		throw new UserError("report-limit", `${this.#file} has more than ${LIMIT} ${this.#what}`, {
			file: this.#file,
			hint: "This is more than any known tool writes: the file is damaged or hostile.",
		});
	}
}
