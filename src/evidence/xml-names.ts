/** Names of elements, each made into a text once. Pure. */

export interface XmlName {
	/** As it is written, in UTF-8. */
	bytes: Uint8Array;
	text: string;
	/** Without a namespace's prefix. */
	local: string;
}

/** Where two names share a slot, the later one has it: a hostile file gains no memory by many names. A power of two. */
const SLOTS = 1024;

export class XmlNames {
	readonly #slots: (XmlName | undefined)[] = new Array(SLOTS).fill(undefined);

	/** `hash` is any number that equal names share. */
	get(bytes: Buffer, start: number, end: number, hash: number): XmlName {
		const slot = hash & (SLOTS - 1);
		const known = this.#slots[slot];
		if (known !== undefined && isSame(known.bytes, bytes, start, end)) return known;
		const text = bytes.toString("utf8", start, end);
		const made = {
			bytes: Uint8Array.from(bytes.subarray(start, end)),
			text,
			local: interned(text.slice(text.indexOf(":") + 1)),
		};
		this.#slots[slot] = made;
		return made;
	}
}

/** The same text as the engine holds it for names in code, which is compared with those at the cost of a number. */
function interned(text: string): string {
	return Object.keys({ [text]: true })[0] ?? text;
}

export function isSame(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
	const { length } = name;
	if (length !== end - start) return false;
	for (let index = 0; index < length; index++) if (name[index] !== bytes[start + index]) return false;
	return true;
}
