import type { ByteWindow } from "./byte-window.js";
import { HAS_MORE_THAN_ASCII, valueOf } from "./xml-characters.js";
import type { XmlName } from "./xml-names.js";

/** An element's start tag. Nothing of it is made into a text before it is asked for. Pure. */

/** An element's start. All but the name can be asked for only while `open` of the handler runs. */
export interface XmlElement {
	/** Without a namespace's prefix. */
	readonly name: string;
	attribute(name: string): string | undefined;
	/** A value that is 1 to 15 decimal digits; undefined for any other, and where there is none. */
	integer(name: string): number | undefined;
	/** Whether an attribute has exactly this value, which is ASCII without references. */
	is(name: string, value: string): boolean;
	readonly line: number;
	readonly column: number;
}

export const ATTRIBUTE_LIMIT = 256;

/** Fields of an attribute in AttributeTable.fields. */
export const NAME_AT = 0;
export const NAME_END = 1;
export const VALUE_AT = 2;
export const VALUE_END = 3;
export const MARKS = 4;
export const HASH = 5;
export const FIELDS = 6;

/** The attributes of the tag that is read, as places in the window. */
export class AttributeTable {
	readonly fields = new Int32Array(ATTRIBUTE_LIMIT * FIELDS);
	count = 0;
	/** Counts tags, so that an element knows whether it is the one that is read. */
	tag = 0;
	start = 0;
	readonly window: ByteWindow;

	constructor(window: ByteWindow) {
		this.window = window;
	}

	/** Where an attribute's fields begin, or -1. */
	find(name: string): number {
		const { fields } = this;
		const { bytes } = this.window;
		const { length } = name;
		for (let field = 0; field < this.count * FIELDS; field += FIELDS) {
			const at = fields[field] ?? 0;
			if ((fields[field + NAME_END] ?? 0) - at !== length) continue;
			let index = 0;
			while (index < length && bytes[at + index] === name.charCodeAt(index)) index++;
			if (index === length) return field;
		}
		return -1;
	}

	value(field: number): string {
		const { fields } = this;
		return valueOf(
			this.window.bytes,
			fields[field + VALUE_AT] ?? 0,
			fields[field + VALUE_END] ?? 0,
			fields[field + MARKS] ?? HAS_MORE_THAN_ASCII,
		);
	}
}

export class ElementStart implements XmlElement {
	readonly name: string;
	readonly #table: AttributeTable;
	readonly #tag: number;

	constructor(name: XmlName, table: AttributeTable) {
		this.name = name.local;
		this.#table = table;
		this.#tag = table.tag;
	}

	attribute(name: string): string | undefined {
		const table = this.#current();
		const field = table.find(name);
		return field < 0 ? undefined : table.value(field);
	}

	integer(name: string): number | undefined {
		const table = this.#current();
		const field = table.find(name);
		if (field < 0) return undefined;
		return digits(
			table.window.bytes,
			table.fields[field + VALUE_AT] ?? 0,
			table.fields[field + VALUE_END] ?? 0,
		);
	}

	is(name: string, value: string): boolean {
		const table = this.#current();
		const field = table.find(name);
		if (field < 0) return false;
		const { bytes } = table.window;
		const at = table.fields[field + VALUE_AT] ?? 0;
		const { length } = value;
		if ((table.fields[field + VALUE_END] ?? 0) - at !== length) return false;
		for (let index = 0; index < length; index++)
			if (bytes[at + index] !== value.charCodeAt(index)) return false;
		return true;
	}

	get line(): number {
		const table = this.#current();
		return table.window.place(table.start).line;
	}

	get column(): number {
		const table = this.#current();
		return table.window.place(table.start).column;
	}

	#current(): AttributeTable {
		if (this.#table.tag !== this.#tag)
			throw new Error("an element's attributes and place can only be asked for while it is opened");
		return this.#table;
	}
}

/** The number of 1 to 15 decimal digits; undefined for anything else. */
export function digits(bytes: Uint8Array, start: number, end: number): number | undefined {
	if (end <= start || end - start > 15) return undefined;
	let value = 0;
	for (let at = start; at < end; at++) {
		const digit = (bytes[at] ?? 0) - 48;
		if (digit < 0 || digit > 9) return undefined;
		value = value * 10 + digit;
	}
	return value;
}
