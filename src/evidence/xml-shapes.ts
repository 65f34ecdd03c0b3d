import type { ByteWindow } from "./byte-window.js";
import { HAS_LESS, HAS_REFERENCE, VALUE_MARKS } from "./xml-characters.js";
import { type AttributeTable, FIELDS, MARKS, VALUE_AT, VALUE_END } from "./xml-element.js";
import type { XmlName } from "./xml-names.js";
import type { XmlReferences } from "./xml-references.js";

/**
 * Start tags that differ in nothing but their attributes' values. A report has millions of them and few shapes: once
 * a tag was read, another one of its shape needs no more than to be compared with it, four bytes at once. What is
 * equal is as well-formed as it was before, and the values are looked at as those of any tag. Pure.
 */

/** What matching answers for a tag of no shape that is known; it is read as any other then. */
export const UNKNOWN = -2;

/** How many shapes are learned of one file. */
const SHAPES_LIMIT = 64;
/** How many of them may share a slot: a tag is compared with each. */
const SLOT_LIMIT = 8;
/** What a shape may have, so that a hostile file gains nothing by them. */
const ATTRIBUTES_LIMIT = 32;
const BYTES_LIMIT = 1024;
/** Values that are longer are read as any tag's. In bytes. */
const VALUE_LIMIT = 64 * 1024;

const SLOTS = 64;
/** By how many bytes of a word count. */
const MASKS = Int32Array.of(-1, 0xff, 0xffff, 0xffffff);

export class TagShape {
	readonly name: XmlName;
	readonly isEmpty: boolean;
	/** For each piece between two values: its length, its words, and the quote that ends the value after it. */
	readonly pieces: Int32Array;
	readonly next: TagShape | undefined;
	/** How many shapes share its slot, from this one on. */
	readonly rank: number;
	readonly #attributes: readonly string[];
	/** Names that were asked for, and where the fields of each are: the same strings again and again. */
	readonly #asked: string[] = [];
	readonly #fields: number[] = [];

	constructor(
		name: XmlName,
		isEmpty: boolean,
		pieces: Int32Array,
		attributes: readonly string[],
		next: TagShape | undefined,
	) {
		this.name = name;
		this.isEmpty = isEmpty;
		this.pieces = pieces;
		this.#attributes = attributes;
		this.next = next;
		this.rank = (next?.rank ?? 0) + 1;
	}

	get count(): number {
		return this.#attributes.length;
	}

	/** Where an attribute's fields begin, or -1. */
	find(name: string): number {
		const asked = this.#asked;
		for (let index = 0; index < asked.length; index++)
			if (asked[index] === name) return this.#fields[index] ?? -1;
		const place = this.#attributes.indexOf(name);
		const field = place < 0 ? -1 : place * FIELDS;
		if (asked.length < ATTRIBUTES_LIMIT) {
			asked.push(name);
			this.#fields.push(field);
		}
		return field;
	}
}

/** The shapes of one file. */
export class TagShapes {
	readonly #window: ByteWindow;
	readonly #table: AttributeTable;
	readonly #references: XmlReferences;
	readonly #slots: (TagShape | undefined)[] = new Array(SLOTS).fill(undefined);
	#count = 0;

	constructor(window: ByteWindow, table: AttributeTable, references: XmlReferences) {
		this.#window = window;
		this.#table = table;
		this.#references = references;
	}

	/** Fills the table with the tag that begins at `at`, and returns where it ends, or UNKNOWN. */
	match(at: number): number {
		const table = this.#table;
		const { fields } = table;
		const { bytes, length, view } = this.#window;
		const masks = MASKS;
		const valueMarks = VALUE_MARKS;
		let candidate = this.#slots[slotOf(bytes, at)];
		next: while (candidate !== undefined) {
			const shape: TagShape = candidate;
			const { pieces } = shape;
			candidate = shape.next;
			let next = at;
			let field = 0;
			let piece = 0;
			let allMarks = 0;
			for (;;) {
				const size = pieces[piece++] ?? 0;
				if (next + size > length) continue next;
				let word = next;
				next += size;
				for (; next - word >= 4; word += 4) if (view.getInt32(word, true) !== pieces[piece++]) continue next;
				if (word < next) {
					const mask = masks[next - word] ?? 0;
					if (((view.getInt32(word, true) ^ (pieces[piece++] ?? 0)) & mask) !== 0) continue next;
				}
				if (piece === pieces.length) break;
				const quote = pieces[piece++];
				const value = next;
				let marks = 0;
				for (; next < length; next++) {
					const byte = bytes[next] ?? 0;
					if (byte === quote) break;
					marks |= valueMarks[byte] ?? 0;
				}
				if ((marks & HAS_LESS) !== 0 || next === length || next - value > VALUE_LIMIT) return UNKNOWN;
				allMarks |= marks;
				fields[field + VALUE_AT] = value;
				fields[field + VALUE_END] = next;
				fields[field + MARKS] = marks;
				field += FIELDS;
			}
			table.start = at;
			table.count = shape.count;
			table.shape = shape;
			if ((allMarks & HAS_REFERENCE) !== 0) this.#checkReferences();
			return next;
		}
		return UNKNOWN;
	}

	/** Remembers the shape of the tag that is in the table and ends before `end`. */
	learn(name: XmlName, isEmpty: boolean, end: number): void {
		const { start, count, fields } = this.#table;
		if (this.#count === SHAPES_LIMIT || count > ATTRIBUTES_LIMIT) return;
		const { bytes } = this.#window;
		const slot = slotOf(bytes, start);
		const before = this.#slots[slot];
		if (before?.rank === SLOT_LIMIT || end - start - this.#valueBytes() > BYTES_LIMIT) return;
		const pieces: number[] = [];
		let from = start;
		for (let index = 0; index < count; index++) {
			const value = fields[index * FIELDS + VALUE_AT] ?? 0;
			const after = fields[index * FIELDS + VALUE_END] ?? 0;
			this.#addPiece(pieces, from, value);
			pieces.push(bytes[after] ?? 0);
			from = after;
		}
		this.#addPiece(pieces, from, end);
		const attributes = this.#table.names();
		this.#slots[slot] = new TagShape(name, isEmpty, Int32Array.from(pieces), attributes, before);
		this.#count++;
	}

	/** How many bytes the values of the tag in the table take. */
	#valueBytes(): number {
		const { count, fields } = this.#table;
		let size = 0;
		for (let field = 0; field < count * FIELDS; field += FIELDS)
			size += (fields[field + VALUE_END] ?? 0) - (fields[field + VALUE_AT] ?? 0);
		return size;
	}

	/** Of the tag in the table; not before it is known that the tag has its shape, for they may be many. */
	#checkReferences(): void {
		const { count, fields } = this.#table;
		for (let field = 0; field < count * FIELDS; field += FIELDS) {
			if (((fields[field + MARKS] ?? 0) & HAS_REFERENCE) === 0) continue;
			this.#references.check(fields[field + VALUE_AT] ?? 0, fields[field + VALUE_END] ?? 0);
		}
	}

	#addPiece(pieces: number[], start: number, end: number): void {
		pieces.push(end - start);
		for (let at = start; at < end; at += 4)
			pieces.push(this.#window.view.getInt32(at, true) & (MASKS[end - at < 4 ? end - at : 0] ?? 0));
	}
}

/** By the name's first byte and what follows it. */
function slotOf(bytes: Uint8Array, at: number): number {
	return ((bytes[at + 1] ?? 0) + 5 * (bytes[at + 2] ?? 0)) & (SLOTS - 1);
}
