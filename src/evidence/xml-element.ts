import type { ByteWindow } from "./byte-window.js";
import { hashValue, type Sums } from "./value-hash.js";
import { attributeText, HAS_MORE_THAN_ASCII } from "./xml-characters.js";
import { isSame, type XmlName } from "./xml-names.js";
import type { TagShape } from "./xml-shapes.js";

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
	/** Takes a value into sums (hashText) without making a text of it; nothing where there is none. */
	hash(name: string, sums: Sums): void;
	/** Whether it is written as one tag (`<a/>`): nothing can be in it. */
	readonly isEmpty: boolean;
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

/** How many values are remembered, a power of two, and how long they may be. */
const REMEMBERED = 1024;
const SHORT = 80;

/** The attributes of the tag that is read, as places in the window. */
export class AttributeTable {
	readonly fields = new Int32Array(ATTRIBUTE_LIMIT * FIELDS);
	count = 0;
	/** Counts tags, so that an element knows whether it is the one that is read. */
	tag = 0;
	start = 0;
	/** Of the tag that is read, where it is known. */
	shape: TagShape | undefined;
	readonly window: ByteWindow;
	/** Values come again and again (classes of tests, types, percentages), and making a text is what costs most. */
	readonly #values: string[] = new Array(REMEMBERED).fill("");

	constructor(window: ByteWindow) {
		this.window = window;
	}

	/** Where an attribute's fields begin, or -1. */
	find(name: string): number {
		if (this.shape !== undefined) return this.shape.find(name);
		const { fields } = this;
		const { bytes } = this.window;
		for (let field = 0; field < this.count * FIELDS; field += FIELDS) {
			if (isText(name, bytes, fields[field] ?? 0, fields[field + NAME_END] ?? 0)) return field;
		}
		return -1;
	}

	names(): string[] {
		const { fields } = this;
		const { bytes } = this.window;
		return Array.from({ length: this.count }, (_, index) =>
			bytes.toString("utf8", fields[index * FIELDS + NAME_AT], fields[index * FIELDS + NAME_END]),
		);
	}

	isSameName(a: number, b: number): boolean {
		const { fields } = this;
		const { bytes } = this.window;
		const name = bytes.subarray(fields[a + NAME_AT] ?? 0, fields[a + NAME_END] ?? 0);
		return isSame(name, bytes, fields[b + NAME_AT] ?? 0, fields[b + NAME_END] ?? 0);
	}

	value(field: number): string {
		const { fields } = this;
		const start = fields[field + VALUE_AT] ?? 0;
		const end = fields[field + VALUE_END] ?? 0;
		const marks = fields[field + MARKS] ?? HAS_MORE_THAN_ASCII;
		const { bytes } = this.window;
		if (marks !== 0 || end - start > SHORT) return attributeText(bytes, start, end, marks);
		let hash = end - start;
		for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
		const slot = (hash ^ (hash >>> 10)) & (REMEMBERED - 1);
		const known = this.#values[slot] ?? "";
		if (isText(known, bytes, start, end)) return known;
		const text = bytes.toString("latin1", start, end);
		this.#values[slot] = text;
		return text;
	}
}

export class ElementStart implements XmlElement {
	readonly name: string;
	readonly isEmpty: boolean;
	readonly #table: AttributeTable;
	readonly #tag: number;

	constructor(name: XmlName, isEmpty: boolean, table: AttributeTable) {
		this.name = name.local;
		this.isEmpty = isEmpty;
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
		const { fields, window } = table;
		return isText(value, window.bytes, fields[field + VALUE_AT] ?? 0, fields[field + VALUE_END] ?? 0);
	}

	hash(name: string, sums: Sums): void {
		const table = this.#current();
		const field = table.find(name);
		if (field < 0) return;
		const { fields, window } = table;
		const start = fields[field + VALUE_AT] ?? 0;
		hashValue(window.bytes, start, fields[field + VALUE_END] ?? 0, fields[field + MARKS] ?? 0, sums);
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

/** Whether a text of ASCII stands in a range of bytes. */
function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
	const { length } = text;
	if (length !== end - start) return false;
	for (let index = 0; index < length; index++)
		if (bytes[start + index] !== text.charCodeAt(index)) return false;
	return true;
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
