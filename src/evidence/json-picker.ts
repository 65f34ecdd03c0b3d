import { HELD_LIMIT, HeldBytes } from "./held-bytes.js";
import type { JsonPlace } from "./json-place.js";
import { hasRepeatedKey } from "./json-repeated.js";

/**
 * What of a JSON document is wanted: where in it the scanner is, and the value that is held until it ends. Within a
 * picked or a skipped value no path is kept. Pure.
 */

export type JsonPath = readonly (string | number)[];

/** What a value is, as its first byte tells. */
export type JsonKind = "object" | "array" | "plain";

export interface JsonHandler {
	/**
	 * Asked for every value, before it is read: true where it is wanted whole, "skip" where neither it nor
	 * anything in it is. The path is valid during the call only.
	 */
	pick(path: JsonPath, kind: JsonKind): boolean | "skip";
	/** A picked value. A key that stands twice in an object on the way to it is handed over twice, in order. */
	take(path: JsonPath, value: unknown, line: number): void;
	/** Told before `take` where a key stands twice in an object of a picked value, which has the last. */
	repeated?(path: JsonPath): void;
}

export class JsonPicker {
	readonly #handler: JsonHandler;
	readonly #place: JsonPlace;
	/** Through the open containers, as far as it is wanted. */
	readonly #path: (string | number)[] = [];
	/** In how many containers the value began that is picked or skipped; -1 where there is none. */
	#inside = -1;
	#picked = false;
	#pickedLine = 1;
	/** The picked value, or the key on the way to one. */
	readonly #held = new HeldBytes();

	constructor(handler: JsonHandler, place: JsonPlace) {
		this.#handler = handler;
		this.#place = place;
	}

	/** Whether what is read is within a picked or a skipped value: then its keys are on the way to none. */
	get isInside(): boolean {
		return this.#inside >= 0;
	}

	/** Whether the bytes that come are kept. */
	get isHolding(): boolean {
		return this.#held.isHolding;
	}

	/** A value begins in `depth` containers. */
	beginValue(kind: JsonKind, depth: number, at: number): void {
		const answer = this.#handler.pick(this.#path, kind);
		if (answer !== false) this.#inside = depth;
		this.#picked = answer === true;
		if (answer === true) this.#held.start(at);
		this.#pickedLine = this.#place.line;
	}

	/** A value has ended before `end`, in `depth` containers. */
	endValue(depth: number, chunk: Buffer, end: number): void {
		if (this.#inside !== depth) return;
		this.#inside = -1;
		if (this.#picked) this.#take(chunk, end);
	}

	/** A container has begun whose members are on the way to what is wanted. */
	enter(kind: JsonKind): void {
		this.#path.push(kind === "array" ? 0 : "");
	}

	leave(): void {
		this.#path.pop();
	}

	/** Another element of an array comes. */
	nextElement(): void {
		const last = this.#path.length - 1;
		this.#path[last] = (this.#path[last] as number) + 1;
	}

	/** A key begins. */
	beginKey(at: number): void {
		this.#held.start(at);
	}

	/** A key has ended before `end`. */
	endKey(chunk: Buffer, end: number, isEscaped: boolean): void {
		const text = this.#held.take(chunk, end);
		this.#path[this.#path.length - 1] = isEscaped ? (JSON.parse(`"${text}"`) as string) : text;
	}

	/** Keeps nothing of what comes until it is resumed: a string is too long. */
	pause(chunk: Buffer, at: number): void {
		if (!this.#held.pause(chunk, at)) this.#refuse(at);
	}

	resume(at: number): void {
		this.#held.start(at);
	}

	nextChunk(chunk: Buffer): void {
		if (!this.#held.nextChunk(chunk)) this.#refuse(chunk.length);
	}

	#take(chunk: Buffer, end: number): void {
		const text = this.#held.take(chunk, end);
		const value = JSON.parse(text) as unknown;
		if (this.#handler.repeated !== undefined && hasRepeatedKey(text, value))
			this.#handler.repeated(this.#path);
		this.#handler.take(this.#path, value, this.#pickedLine);
	}

	#refuse(at: number): never {
		throw this.#place.limit(at, `a value longer than ${HELD_LIMIT} bytes`);
	}
}
