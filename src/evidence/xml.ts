import { placed, readUtf8 } from "./text.js";
import { type XmlHandler, XmlScanner } from "./xml-scanner.js";

/**
 * XML as a stream of elements. No DTD is read and no entity resolved but XML's own five and character
 * references; depth, names and attributes have limits, so a hostile file costs no more than its size.
 * Characters that XML forbids are common in real reports (terminal colours in messages) and change no
 * structure, so they are let through. Pure: bytes come from the caller.
 */

export type { XmlElement } from "./xml-element.js";
export type { XmlHandler } from "./xml-scanner.js";

/** Reads a whole file. A file that is cut off, malformed or over a limit is a UserError with its line and column. */
export async function readXml(
	source: AsyncIterable<Uint8Array>,
	file: string,
	handler: XmlHandler,
): Promise<void> {
	const scanner = new XmlScanner(file, handler);
	try {
		for await (const chunk of readUtf8(source, file)) scanner.write(chunk);
	} catch (thrown) {
		throw placed(thrown, () => scanner.place);
	}
	scanner.end();
}
