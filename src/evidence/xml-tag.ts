import { type ByteWindow, MORE } from "./byte-window.js";
import { CLASSES, HAS_LESS, HAS_REFERENCE, NAME, NAME_START, SPACE, VALUE_MARKS } from "./xml-characters.js";
import type { XmlComplaints } from "./xml-complaints.js";
import {
	ATTRIBUTE_LIMIT,
	type AttributeTable,
	FIELDS,
	HASH,
	MARKS,
	NAME_AT,
	NAME_END,
	VALUE_AT,
	VALUE_END,
} from "./xml-element.js";
import type { XmlName, XmlNames } from "./xml-names.js";
import type { XmlReferences } from "./xml-references.js";
import { TagShapes, UNKNOWN } from "./xml-shapes.js";

/** In bytes. */
export const NAME_LIMIT = 256;
/** Messages of failures stand in attributes, and diffs of large values make them long. In bytes. */
const VALUE_LIMIT = 16 * 1024 * 1024;

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Start tags: this is where a report's time goes, so nothing in `read` is called by the byte. Pure. */
export class StartTags {
	readonly #window: ByteWindow;
	readonly #table: AttributeTable;
	readonly #names: XmlNames;
	readonly #references: XmlReferences;
	readonly #complain: XmlComplaints;
	readonly #shapes: TagShapes;
	/** Of the tag that was read last. */
	name: XmlName | undefined;
	isEmpty = false;

	constructor(
		window: ByteWindow,
		table: AttributeTable,
		names: XmlNames,
		references: XmlReferences,
		complain: XmlComplaints,
	) {
		this.#window = window;
		this.#table = table;
		this.#names = names;
		this.#references = references;
		this.#complain = complain;
		this.#shapes = new TagShapes(window, table, references);
	}

	/** Reads the tag that begins at `at` into the table. Returns where it ends, or MORE. */
	read(at: number): number {
		const end = this.#shapes.match(at);
		const { shape } = this.#table;
		if (end !== UNKNOWN && shape !== undefined) {
			this.name = shape.name;
			this.isEmpty = shape.isEmpty;
			return end;
		}
		this.#table.shape = undefined;
		const read = this.#readAny(at);
		if (read !== MORE && this.name !== undefined) this.#shapes.learn(this.name, this.isEmpty, read);
		return read;
	}

	#readAny(at: number): number {
		const table = this.#table;
		const { fields } = table;
		const { bytes, length } = this.#window;
		const classes = CLASSES;
		const valueMarks = VALUE_MARKS;
		let next = at + 1;
		let hash = 0;
		for (; next < length; next++) {
			const byte = bytes[next] ?? 0;
			if (((classes[byte] ?? 0) & NAME) === 0) break;
			hash = (Math.imul(hash, 31) + byte) | 0;
		}
		if (next - at - 1 > NAME_LIMIT)
			throw this.#complain.limit(at, `an element's name longer than ${NAME_LIMIT} bytes`);
		if (next === length) return MORE;
		this.name = this.#names.get(bytes, at + 1, next, hash);
		let count = 0;
		for (;;) {
			const before = next;
			while (next < length && classes[bytes[next] ?? 0] === SPACE) next++;
			if (next === length) return MORE;
			const first = bytes[next] ?? 0;
			if (first === GREATER || first === SLASH) break;
			if (((classes[first] ?? 0) & NAME_START) === 0)
				throw this.#complain.malformed(next, "a tag holds what is no attribute");
			if (next === before) throw this.#complain.malformed(next, "there is no blank before an attribute");
			const start = next;
			hash = 0;
			for (; next < length; next++) {
				const byte = bytes[next] ?? 0;
				if (((classes[byte] ?? 0) & NAME) === 0) break;
				hash = (Math.imul(hash, 31) + byte) | 0;
			}
			const end = next;
			if (end - start > NAME_LIMIT)
				throw this.#complain.limit(start, `an attribute's name longer than ${NAME_LIMIT} bytes`);
			while (next < length && classes[bytes[next] ?? 0] === SPACE) next++;
			if (next === length) return MORE;
			if (bytes[next] !== EQUALS) throw this.#complain.malformed(next, "an attribute has no value");
			next++;
			while (next < length && classes[bytes[next] ?? 0] === SPACE) next++;
			if (next === length) return MORE;
			const quote = bytes[next] ?? 0;
			if (quote !== QUOTE && quote !== APOSTROPHE)
				throw this.#complain.malformed(next, "an attribute's value is not quoted");
			const value = ++next;
			let marks = 0;
			for (; next < length; next++) {
				const byte = bytes[next] ?? 0;
				if (byte === quote) break;
				marks |= valueMarks[byte] ?? 0;
			}
			if ((marks & HAS_LESS) !== 0)
				throw this.#complain.malformed(
					bytes.indexOf(LESS, value),
					"a < stands in an attribute (it is written as &lt;)",
				);
			if (next - value > VALUE_LIMIT)
				throw this.#complain.limit(start, `an attribute longer than ${VALUE_LIMIT} bytes`);
			if (next === length) return MORE;
			if ((marks & HAS_REFERENCE) !== 0) this.#references.check(value, next);
			const field = count * FIELDS;
			if (++count > ATTRIBUTE_LIMIT)
				throw this.#complain.limit(at, `an element with more than ${ATTRIBUTE_LIMIT} attributes`);
			fields[field + NAME_AT] = start;
			fields[field + NAME_END] = end;
			fields[field + VALUE_AT] = value;
			fields[field + VALUE_END] = next;
			fields[field + MARKS] = marks;
			fields[field + HASH] = hash;
			for (let other = 0; other < field; other += FIELDS)
				if (fields[other + HASH] === hash && table.isSameName(other, field))
					throw this.#complain.malformed(start, "an attribute stands twice");
			next++;
		}
		table.start = at;
		table.count = count;
		this.isEmpty = bytes[next] === SLASH;
		if (!this.isEmpty) return next + 1;
		if (next + 1 === length) return MORE;
		if (bytes[next + 1] !== GREATER) throw this.#complain.malformed(next, "a / stands within a tag");
		return next + 2;
	}
}
