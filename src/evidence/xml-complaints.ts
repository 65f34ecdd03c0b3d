import { UserError } from "../runner/errors.js";
import type { ByteWindow } from "./byte-window.js";

/** What is said of an XML file that can't be read, with line and column. Pure. */
export class XmlComplaints {
	readonly #file: string;
	readonly #window: ByteWindow;
	/** The name of the element that was opened last, or nothing. */
	last = "";

	constructor(file: string, window: ByteWindow) {
		this.#file = file;
		this.#window = window;
	}

	/** `at` is a byte of the window. */
	malformed(at: number, what: string): UserError {
		return new UserError("report-malformed", `${this.#file} is not well-formed XML: ${what}`, {
			...this.#place(at),
			hint: "Look at that place: the tool that writes the file, or something after it, has damaged it.",
		});
	}

	unknownEntity(at: number, name: string): UserError {
		return this.malformed(at, `the entity '&${name};' is not one of XML's own five`);
	}

	truncated(at: number, what: string): UserError {
		const after = this.last === "" ? "" : ` after <${this.last}>`;
		return new UserError("report-truncated", `${this.#file} is cut off${after}: ${what}`, {
			...this.#place(at),
			hint: "The tool that writes it did not finish, or the file was copied while it was written.",
		});
	}

	limit(at: number, what: string): UserError {
		return new UserError("report-limit", `${this.#file} has ${what}`, {
			...this.#place(at),
			hint: "This is more than any known tool writes: the file is damaged or hostile.",
		});
	}

	#place(at: number): { file: string; line: number; column: number } {
		return { file: this.#file, ...this.#window.place(at) };
	}
}
