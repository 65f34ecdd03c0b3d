import { textOf } from "./xml-characters.js";

/** How much text of one element is handed over, in characters. */
const TEXT_LIMIT = 64 * 1024;

/** The text of the elements that are open, where it is wanted. Pure. */
export class ElementTexts {
	/** By depth. */
	readonly #texts: (string | undefined)[] = [];

	open(depth: number, wanted: boolean): void {
		this.#texts[depth] = wanted ? "" : undefined;
	}

	isWanted(depth: number): boolean {
		return this.#texts[depth] !== undefined;
	}

	/** All of it, cut at TEXT_LIMIT; undefined where it is not wanted. */
	get(depth: number): string | undefined {
		return this.#texts[depth];
	}

	/** Adds what stands in a range of bytes. */
	add(depth: number, bytes: Buffer, start: number, end: number): void {
		const held = this.#texts[depth];
		if (held === undefined || held.length >= TEXT_LIMIT || start >= end) return;
		this.append(depth, textOf(bytes, start, end));
	}

	append(depth: number, text: string): void {
		const held = this.#texts[depth];
		if (held === undefined || held.length >= TEXT_LIMIT) return;
		this.#texts[depth] =
			held.length + text.length > TEXT_LIMIT ? (held + text).slice(0, TEXT_LIMIT) : held + text;
	}
}
