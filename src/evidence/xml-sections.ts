import { type ByteWindow, MORE } from "./byte-window.js";
import { CLASSES, cutBefore, NAME_START } from "./xml-characters.js";
import type { XmlComplaints } from "./xml-complaints.js";
import { DoctypeEnd } from "./xml-doctype.js";
import type { ElementTexts } from "./xml-texts.js";

/**
 * What is neither a tag nor plain text and may be larger than the window: comments, CDATA sections, processing
 * instructions and the DOCTYPE. Pure.
 */

const GREATER = 0x3e;

type Part = "content" | "cdata" | "comment" | "instruction" | "doctype";

export class XmlSections {
	readonly #window: ByteWindow;
	readonly #texts: ElementTexts;
	readonly #complain: XmlComplaints;
	#part: Part = "content";
	#doctype: DoctypeEnd | undefined;
	#hasDoctype = false;
	/** Whether the window has all that is left of the file. */
	ending = false;

	constructor(window: ByteWindow, texts: ElementTexts, complain: XmlComplaints) {
		this.#window = window;
		this.#texts = texts;
		this.#complain = complain;
	}

	/** Whether one has begun and not ended. */
	get isOpen(): boolean {
		return this.#part !== "content";
	}

	/** What the one is that is open. */
	get what(): string {
		return PARTS[this.#part];
	}

	/** Begins what `<?` begins; returns where its content is, or MORE. */
	beginInstruction(at: number, hasRoot: boolean): number {
		const { bytes, length } = this.#window;
		if (at + 6 > length && !this.ending) return MORE;
		if (((CLASSES[bytes[at + 2] ?? 0] ?? 0) & NAME_START) === 0 && at + 2 < length)
			throw this.#complain.malformed(at, "a processing instruction has no name");
		const target = bytes.toString("latin1", at + 2, Math.min(length, at + 6));
		if (/^xml[\s?]/i.test(target) && (hasRoot || this.#hasDoctype))
			throw this.#complain.malformed(at, "an XML declaration stands within the document");
		this.#part = "instruction";
		return Math.min(length, at + 2);
	}

	/** Begins what `<!` begins; returns where its content is, or MORE. */
	begin(at: number, depth: number, hasRoot: boolean): number {
		const { bytes, length } = this.#window;
		const begin = bytes.toString("latin1", at, Math.min(length, at + 9));
		if (begin.startsWith("<!--")) {
			this.#part = "comment";
			return at + 4;
		}
		if (begin === "<![CDATA[") {
			if (depth === 0) throw this.#complain.malformed(at, "there is text outside of the root element");
			this.#part = "cdata";
			return at + 9;
		}
		if (begin === "<!DOCTYPE") {
			if (hasRoot || this.#hasDoctype) throw this.#complain.malformed(at, "a DOCTYPE stands where none may");
			this.#part = "doctype";
			this.#hasDoctype = true;
			this.#doctype = new DoctypeEnd();
			return at + 9;
		}
		if (begin.length < 9 && ["<!--", "<![CDATA[", "<!DOCTYPE"].some((each) => each.startsWith(begin)))
			return MORE;
		throw this.#complain.malformed(at, "a <! begins nothing that XML has");
	}

	/** Goes on in a part that may be larger than the window. */
	goOn(at: number, depth: number): number {
		const { length } = this.#window;
		const end =
			this.#part === "cdata"
				? this.#cdata(at, depth)
				: this.#part === "comment"
					? this.#comment(at)
					: this.#part === "instruction"
						? this.#find("?>", at)
						: (this.#doctype?.find(this.#window.bytes, at, length) ?? MORE);
		if (end !== MORE) {
			this.#part = "content";
			return end;
		}
		if (this.#part === "cdata") return this.#cdataRest(at, depth);
		// All but what may be the begin of the mark that ends it.
		const kept = this.#part === "doctype" || this.ending ? 0 : 2;
		return length - kept > at ? length - kept : MORE;
	}

	#cdata(at: number, depth: number): number {
		const end = this.#find("]]>", at);
		if (end !== MORE) this.#texts.add(depth, this.#window.bytes, at, end - 3);
		return end;
	}

	#cdataRest(at: number, depth: number): number {
		const { bytes, length } = this.#window;
		if (this.ending) return length;
		const end = this.#texts.isWanted(depth) ? cutBefore(bytes, length - 2) : length - 2;
		if (end <= at) return MORE;
		this.#texts.add(depth, bytes, at, end);
		return end;
	}

	#comment(at: number): number {
		const end = this.#find("--", at);
		if (end === MORE || end >= this.#window.length) return MORE;
		if (this.#window.bytes[end] !== GREATER)
			throw this.#complain.malformed(end - 2, "-- stands in a comment");
		return end + 1;
	}

	/** After the next `mark`. */
	#find(mark: string, at: number): number {
		const { bytes, length } = this.#window;
		const found = bytes.subarray(at, length).indexOf(mark, 0, "latin1");
		return found < 0 ? MORE : at + found + mark.length;
	}
}

const PARTS: Readonly<Record<Part, string>> = {
	content: "the text",
	cdata: "a CDATA section",
	comment: "a comment",
	instruction: "a processing instruction",
	doctype: "the DOCTYPE",
};
