import { SaxesParser } from "saxes";
import { errorMessage, UserError } from "../runner/errors.js";
import { trimSections } from "./sections.js";
import { decode } from "./text.js";

/**
 * XML as a stream of elements. No DTD is read and no entity resolved but XML's own five and character
 * references; depth, names and attributes have limits, so a hostile file costs no more than its size.
 * Pure: bytes come from the caller.
 */

const DEPTH_LIMIT = 256;
const ATTRIBUTE_LIMIT = 256;
/** Messages of failures stand in attributes, and diffs of large values make them long. In characters. */
const ATTRIBUTE_LENGTH_LIMIT = 16 * 1024 * 1024;
const NAME_LIMIT = 256;
/** How much text of one element is handed over, in characters. */
const TEXT_LIMIT = 64 * 1024;

/** An element's start. */
export interface XmlElement {
	/** Without a namespace's prefix. */
	name: string;
	attribute(name: string): string | undefined;
	line: number;
	column: number;
}

export interface XmlHandler {
	/** Returns true where the element's own text is wanted. */
	open(element: XmlElement): boolean | undefined;
	/** `text` is the element's text where it was wanted, cut at 64 Ki characters. */
	close(name: string, text: string | undefined): void;
}

/**
 * Characters that XML forbids are common in real reports (terminal colours in messages) and change no
 * structure, so they alone are let through.
 */
const HARMLESS = /: (disallowed character|malformed character entity)\.$/;

/** Reads a whole file. A file that is cut off, malformed or over a limit is a UserError with its line and column. */
export async function readXml(
	source: AsyncIterable<Uint8Array>,
	file: string,
	handler: XmlHandler,
): Promise<void> {
	const parser = new SaxesParser({});
	const place = () => ({ file, line: parser.line, column: Math.max(1, parser.column) });
	const limit = (what: string) =>
		new UserError("report-limit", `${file} has ${what}`, {
			...place(),
			hint: "This is more than any known tool writes: the file is damaged or hostile.",
		});
	let ending = false;
	let depth = 0;
	let last = "";
	/** By depth: the text that is gathered, where it is wanted. */
	const wanted: (string | undefined)[] = [];

	const onText = (text: string) => {
		const held = wanted[depth];
		if (held !== undefined && held.length < TEXT_LIMIT) wanted[depth] = (held + text).slice(0, TEXT_LIMIT);
	};
	const listen = () => {
		// Without a listener the parser keeps no text, whatever its size.
		if (wanted[depth] === undefined) parser.off("text");
		else parser.on("text", onText);
	};
	parser.on("error", (error) => {
		if (HARMLESS.test(error.message)) return;
		const message = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
		if (ending) {
			throw new UserError(
				"report-truncated",
				`${file} is cut off${last === "" ? "" : ` after <${last}>`}: ${message}`,
				{
					...place(),
					hint: "The tool that writes it did not finish, or the file was copied while it was written.",
				},
			);
		}
		throw new UserError("report-malformed", `${file} is not well-formed XML: ${message}`, {
			...place(),
			hint: "Look at that place: the tool that writes the file, or something after it, has damaged it.",
		});
	});
	parser.on("cdata", (text) => onText(text));
	parser.on("opentag", (tag) => {
		depth++;
		if (depth > DEPTH_LIMIT) throw limit(`elements more than ${DEPTH_LIMIT} deep`);
		if (tag.name.length > NAME_LIMIT) throw limit(`an element's name longer than ${NAME_LIMIT} characters`);
		const { attributes } = tag;
		let count = 0;
		for (const name in attributes) {
			if (++count > ATTRIBUTE_LIMIT) throw limit(`an element with more than ${ATTRIBUTE_LIMIT} attributes`);
			if ((attributes[name]?.length ?? 0) > ATTRIBUTE_LENGTH_LIMIT || name.length > NAME_LIMIT)
				throw limit(`an attribute that is too long`);
		}
		last = tag.name;
		const colon = tag.name.indexOf(":");
		const wants = handler.open({
			name: colon < 0 ? tag.name : tag.name.slice(colon + 1),
			attribute: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined),
			line: parser.line,
			column: Math.max(1, parser.column),
		});
		wanted[depth] = wants === true ? "" : undefined;
		listen();
	});
	parser.on("closetag", (tag) => {
		const colon = tag.name.indexOf(":");
		const text = wanted[depth];
		wanted[depth] = undefined;
		depth--;
		listen();
		handler.close(colon < 0 ? tag.name : tag.name.slice(colon + 1), text);
	});
	const trim = trimSections(TEXT_LIMIT);
	try {
		for await (const chunk of decode(source, file)) parser.write(trim.write(chunk));
		parser.write(trim.end());
		ending = true;
		parser.close();
	} catch (thrown) {
		// V8 refuses a string of more than half a gigabyte: a name, an attribute or an entity without an end.
		if (thrown instanceof RangeError) {
			throw new UserError("report-limit", `${file} has a part that is too long: ${errorMessage(thrown)}`, {
				...place(),
				cause: thrown,
				hint: "The file is damaged or hostile.",
			});
		}
		throw thrown;
	}
}
