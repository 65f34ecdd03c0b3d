import { ByteWindow, MORE } from "./byte-window.js";
import { CLASSES, cutBefore, NAME, NAME_START, SPACE, TEXT_END } from "./xml-characters.js";
import { XmlComplaints } from "./xml-complaints.js";
import { AttributeTable, ElementStart, type XmlElement } from "./xml-element.js";
import { isSame, type XmlName, XmlNames } from "./xml-names.js";
import { XmlReferences } from "./xml-references.js";
import { XmlSections } from "./xml-sections.js";
import { NAME_LIMIT, StartTags } from "./xml-tag.js";
import { ElementTexts } from "./xml-texts.js";

/**
 * XML, byte by byte (https://www.w3.org/TR/xml/). It finds that elements match, attributes are quoted and
 * unique, references are known, and the document has one root and nothing after it. It takes UTF-8 that was
 * found to be valid. Pure.
 */

export interface XmlHandler {
	/** Returns true where the element's own text is wanted. */
	open(element: XmlElement): boolean | undefined;
	/** `text` is the element's text where it was wanted, cut at 64 Ki characters. */
	close(name: string, text: string | undefined): void;
}

const DEPTH_LIMIT = 256;
/** A whole start tag, in bytes. */
const TAG_LIMIT = 64 * 1024 * 1024;

const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const BRACKET_END = 0x5d;

export class XmlScanner {
	readonly #complain: XmlComplaints;
	readonly #handler: XmlHandler;
	readonly #window: ByteWindow;
	readonly #table: AttributeTable;
	readonly #references: XmlReferences;
	readonly #tags: StartTags;
	readonly #sections: XmlSections;
	#hasRoot = false;
	#depth = 0;
	/** By depth, from 1. */
	readonly #open: (XmlName | undefined)[] = [];
	readonly #texts = new ElementTexts();
	#ending = false;

	/** `size` is the window's, in bytes; it makes no difference but to speed. */
	constructor(file: string, handler: XmlHandler, size?: number) {
		this.#handler = handler;
		this.#window = new ByteWindow(size);
		this.#complain = new XmlComplaints(file, this.#window);
		this.#table = new AttributeTable(this.#window);
		this.#references = new XmlReferences(this.#window, this.#complain);
		this.#sections = new XmlSections(this.#window, this.#texts, this.#complain);
		this.#tags = new StartTags(this.#window, this.#table, new XmlNames(), this.#references, this.#complain);
	}

	write(chunk: Uint8Array): void {
		for (let from = 0; from < chunk.length; ) {
			from = this.#window.fill(chunk, from);
			if (this.#window.full) this.#advance();
		}
	}

	/** Where the next byte stands. */
	get place(): { line: number; column: number } {
		return this.#window.place(this.#window.length);
	}

	/** The file is at its end. */
	end(): void {
		this.#ending = true;
		this.#references.ending = true;
		this.#sections.ending = true;
		this.#advance();
		const { length } = this.#window;
		if (this.#sections.isOpen) throw this.#complain.truncated(length, `${this.#sections.what} has no end`);
		if (this.#depth > 0)
			throw this.#complain.truncated(length, `<${this.#shown(this.#open[this.#depth])}> is not closed`);
		if (!this.#hasRoot) throw this.#complain.truncated(length, "there is no root element");
	}

	#advance(): void {
		const window = this.#window;
		let at = 0;
		while (at < window.length) {
			const next = this.#sections.isOpen ? this.#sections.goOn(at, this.#depth) : this.#content(at);
			if (next === MORE) break;
			at = next;
		}
		window.drop(at);
		if (this.#ending && window.length > 0) throw this.#complain.truncated(0, "it ends within a tag");
		if (!window.full) return;
		if (window.length >= TAG_LIMIT) throw this.#complain.limit(0, `a tag of more than ${TAG_LIMIT} bytes`);
		window.grow();
	}

	/** Text and markup, as far as the window goes. */
	#content(from: number): number {
		const { bytes, length } = this.#window;
		let at = from;
		while (at < length) {
			// Blanks between tags are nobody's text.
			if (this.#depth > 0 && !this.#texts.isWanted(this.#depth)) {
				while (at < length && CLASSES[bytes[at] ?? 0] === SPACE) at++;
				if (at === length) return at;
			}
			const next = bytes[at] === LESS ? this.#markup(at) : this.#text(at);
			if (next === MORE) return at === from ? MORE : at;
			at = next;
			if (this.#sections.isOpen) return at;
		}
		return at;
	}

	#text(from: number): number {
		const { bytes, length } = this.#window;
		let at = from;
		if (this.#depth === 0) {
			while (at < length && CLASSES[bytes[at] ?? 0] === SPACE) at++;
			if (at === length || bytes[at] === LESS) return at;
			throw this.#complain.malformed(at, "there is text outside of the root element");
		}
		for (;;) {
			while (at < length && CLASSES[bytes[at] ?? 0] !== TEXT_END) at++;
			if (at >= length || bytes[at] !== BRACKET_END) break;
			// `]]>` belongs to no text: a section has ended before, by its own content.
			if (at + 2 >= length && !this.#ending) break;
			if (bytes[at + 1] === BRACKET_END && bytes[at + 2] === GREATER)
				throw this.#complain.malformed(at, "']]>' stands outside of a CDATA section");
			at++;
		}
		if (at === from && bytes[at] === AMPERSAND) return this.#reference(at);
		let end = at;
		if (this.#texts.isWanted(this.#depth)) {
			if (at === length && !this.#ending) end = cutBefore(bytes, length);
			this.#texts.add(this.#depth, bytes, from, end);
		}
		return end === from ? MORE : end;
	}

	#reference(at: number): number {
		const end = this.#references.endOf(at, this.#window.length);
		if (end === MORE) return MORE;
		this.#texts.append(this.#depth, this.#references.text(at, end));
		return end + 1;
	}

	/** What begins with `<`. */
	#markup(at: number): number {
		const { bytes, length } = this.#window;
		if (at + 1 >= length) return MORE;
		const next = bytes[at + 1] ?? 0;
		if (((CLASSES[next] ?? 0) & NAME_START) !== 0) return this.#startTag(at);
		if (next === SLASH) return this.#endTag(at);
		if (next === QUESTION) return this.#sections.beginInstruction(at, this.#hasRoot);
		if (next === EXCLAMATION) return this.#sections.begin(at, this.#depth, this.#hasRoot);
		throw this.#complain.malformed(at, "a < begins no tag (it is written as &lt;)");
	}

	#startTag(at: number): number {
		const tags = this.#tags;
		const end = tags.read(at);
		if (end === MORE || tags.name === undefined) return MORE;
		this.#enter(tags.name, at);
		if (tags.isEmpty) this.#leave();
		return end;
	}

	#enter(name: XmlName, at: number): void {
		if (this.#depth === 0) {
			if (this.#hasRoot) throw this.#complain.malformed(at, "there is a second root element");
			this.#hasRoot = true;
		}
		const depth = ++this.#depth;
		if (depth > DEPTH_LIMIT) throw this.#complain.limit(at, `elements more than ${DEPTH_LIMIT} deep`);
		this.#complain.last = name.text;
		this.#open[depth] = name;
		const element = new ElementStart(name, this.#tags.isEmpty, this.#table);
		this.#texts.open(depth, this.#handler.open(element) === true);
		this.#table.tag++;
	}

	#leave(): void {
		const name = this.#open[this.#depth];
		const text = this.#texts.get(this.#depth);
		this.#depth--;
		if (name !== undefined) this.#handler.close(name.local, text);
	}

	#endTag(at: number): number {
		const { bytes, length } = this.#window;
		let next = at + 2;
		while (next < length && ((CLASSES[bytes[next] ?? 0] ?? 0) & NAME) !== 0) next++;
		if (next - at - 2 > NAME_LIMIT)
			throw this.#complain.limit(at, `an element's name longer than ${NAME_LIMIT} characters`);
		const nameEnd = next;
		while (next < length && CLASSES[bytes[next] ?? 0] === SPACE) next++;
		if (next === length) return MORE;
		if (bytes[next] !== GREATER) throw this.#complain.malformed(next, "an end tag holds more than a name");
		const open = this.#depth === 0 ? undefined : this.#open[this.#depth];
		if (open === undefined || !isSame(open.bytes, bytes, at + 2, nameEnd)) {
			const written = bytes.toString("utf8", at + 2, nameEnd);
			throw this.#complain.malformed(
				at,
				open === undefined
					? `</${written}> closes nothing`
					: `</${written}> stands where </${open.text}> should`,
			);
		}
		this.#leave();
		return next + 1;
	}

	#shown(name: XmlName | undefined): string {
		return name?.text ?? "";
	}
}
