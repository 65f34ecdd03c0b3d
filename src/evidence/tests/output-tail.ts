import { MESSAGE_LIMIT } from "./report.js";

/** The last output of something that may fail; from a Go panic on it is the first of it, which says why. Pure. */
export class OutputTail {
	#text = "";
	#panicked = false;

	add(text: string): void {
		if (!this.#panicked && /^(?:panic: |fatal error: )/.test(text)) {
			this.#panicked = true;
			this.#text = this.#text.slice(-MESSAGE_LIMIT / 4);
		}
		if (this.#panicked) {
			if (this.#text.length < MESSAGE_LIMIT) this.#text += text.slice(0, MESSAGE_LIMIT - this.#text.length);
			return;
		}
		this.#text += text.slice(-2 * MESSAGE_LIMIT);
		if (this.#text.length > 2 * MESSAGE_LIMIT) this.#text = this.#text.slice(-MESSAGE_LIMIT);
	}

	/** At most MESSAGE_LIMIT characters. */
	text(): string {
		return (this.#panicked ? this.#text.slice(0, MESSAGE_LIMIT) : this.#text.slice(-MESSAGE_LIMIT)).replace(
			/^\n+|\s+$/g,
			"",
		);
	}
}
