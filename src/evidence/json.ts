import { isUtf8 } from "node:buffer";
import { UserError } from "../runner/errors.js";
import type { JsonHandler } from "./json-picker.js";
import { JsonScanner } from "./json-scanner.js";
import { encodingOf, peek, placed, readUtf8, validLength } from "./text.js";

/** JSON and newline-delimited JSON as streams of the values that are wanted. Pure: bytes come from the caller. */

export type { JsonHandler, JsonKind, JsonPath } from "./json-picker.js";

/**
 * Reads one JSON document of any size and hands over what `handler` picks. All of it must be well-formed: a
 * file that is cut off, malformed or over a limit is a UserError with line and column. Values are what
 * JSON.parse gives, so their objects may have any own keys (`__proto__` too), and their strings are cut at
 * 64 KiB.
 */
export async function readJson(
	source: AsyncIterable<Uint8Array>,
	file: string,
	handler: JsonHandler,
): Promise<void> {
	await scan(source, file, new JsonScanner(file, handler, false));
}

/** Reads a file in which every line that is not blank is a JSON value; `line` counts from 1. */
export async function readJsonLines(
	source: AsyncIterable<Uint8Array>,
	file: string,
	take: (value: unknown, line: number) => void,
): Promise<void> {
	const handler: JsonHandler = { pick: () => true, take: (_path, value, line) => take(value, line) };
	await scan(source, file, new JsonScanner(file, handler, true));
}

async function scan(source: AsyncIterable<Uint8Array>, file: string, scanner: JsonScanner): Promise<void> {
	const { head, all } = await peek(source);
	if (encodingOf(head) !== "utf-8") {
		try {
			for await (const chunk of readUtf8(all, file)) scanner.feed(Buffer.from(chunk));
		} catch (thrown) {
			throw placed(thrown, () => scanner.place);
		}
		scanner.end();
		return;
	}
	let bytes = 0;
	let rest: Buffer = Buffer.alloc(0);
	const refuse = () =>
		new UserError("report-encoding", `${file} is not valid utf-8, at byte ${bytes}`, {
			file,
			...scanner.place,
			hint: "The file is damaged, or was written in another encoding. Write reports in UTF-8.",
		});
	for await (const each of all) {
		const chunk = Buffer.from(each.buffer, each.byteOffset, each.byteLength);
		const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const end = whole.length - incomplete(whole);
		const complete = whole.subarray(0, end);
		rest = Buffer.from(whole.subarray(end));
		const good = isUtf8(complete) ? end : validLength(complete);
		const hasMark = bytes === 0 && complete[0] === 0xef && complete[1] === 0xbb && complete[2] === 0xbf;
		scanner.feed(complete.subarray(hasMark ? 3 : 0, good));
		bytes += good;
		if (good < end) throw refuse();
	}
	scanner.end();
	if (rest.length > 0) throw refuse();
}

/** How many bytes at the end begin a character that goes on after them. */
function incomplete(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] as number;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}
