import { isUtf8 } from "node:buffer";
import { UserError } from "../runner/errors.js";
import { ByteWindow } from "./byte-window.js";
import { ForeignText, type Piece } from "./foreign-text.js";

/** Bytes of a report as text: a byte order mark, UTF-16 and an XML declaration's encoding are honoured. Pure. */

/** As much of a file's begin as recognising its format may need, in bytes. */
export const HEAD_BYTES = 64 * 1024;

/** The longest line of a text report, in characters. */
const LINE_LIMIT = 1024 * 1024;

/** A source whose first bytes were looked at; `all` still gives everything, once. */
export interface Peeked {
	head: Uint8Array;
	all: AsyncIterable<Uint8Array>;
	/** Lets go of a source of which nothing more is wanted. */
	close(): Promise<void>;
}

/** Reads up to HEAD_BYTES ahead. A chunk of the source may be gone when the next one is asked for (fileBytes). */
export async function peek(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
	const iterator = source[Symbol.asyncIterator]();
	const held: Uint8Array[] = [];
	let size = 0;
	while (size < HEAD_BYTES) {
		const next = await iterator.next();
		if (next.done === true) break;
		held.push(Uint8Array.from(next.value));
		size += next.value.length;
	}
	async function* all(): AsyncGenerator<Uint8Array> {
		try {
			yield* held;
			for (;;) {
				const next = await iterator.next();
				if (next.done === true) return;
				yield next.value;
			}
		} finally {
			await iterator.return?.();
		}
	}
	return {
		head: Buffer.concat(held).subarray(0, HEAD_BYTES),
		all: all(),
		close: async () => void (await iterator.return?.()),
	};
}

/** What text begins with: a blank or a visible character of ASCII. */
const BEGIN = /^[\t\n\r -~]$/;

/** The encoding's label: by byte order mark, by the zeros of UTF-16, by the XML declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
	if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
	if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
	// Two characters of which one byte each is zero (https://www.w3.org/TR/xml/#sec-guessing).
	const zeros = [0, 1, 2, 3].map((at) => (head[at] === 0 ? "0" : "x")).join("");
	const pair = head.subarray(0, 4).filter((byte) => byte !== 0);
	if (pair.length === 2 && [...pair].every((byte) => BEGIN.test(String.fromCharCode(byte)))) {
		if (zeros === "x0x0") return "utf-16le";
		if (zeros === "0x0x") return "utf-16be";
	}
	const begin = Buffer.from(head.subarray(0, 256)).toString("latin1");
	const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(
		begin,
	)?.[1];
	// .NET writes such a declaration from a string and then encodes it otherwise: it was read byte by byte here.
	if (declared === undefined || /^(utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(declared)) return "utf-8";
	return declared;
}

function decoderOf(label: string, file: string) {
	try {
		return new TextDecoder(label, { fatal: true });
	} catch (cause) {
		throw new UserError(
			"report-encoding",
			`${file} is written in the encoding '${label}', which is not known`,
			{
				file,
				cause,
				hint: "Write reports in UTF-8.",
			},
		);
	}
}

/** The text of the head, for recognising a format; a character that is cut at its end is left out. */
export function headText(head: Uint8Array, file: string): string {
	const label = encodingOf(head);
	decoderOf(label, file);
	return new TextDecoder(label).decode(head, { stream: true });
}

/**
 * A file as UTF-8, without a byte order mark, whatever its encoding is; a character may be cut at a chunk's
 * end. Bytes that the encoding does not allow are a UserError.
 */
export async function* readUtf8(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
	const { head, all } = await peek(source);
	const label = encodingOf(head);
	const decoder = decoderOf(label, file);
	let bytes = 0;
	const invalid = (isExact = true) =>
		new UserError(
			"report-encoding",
			`${file} is not valid ${label}, ${isExact ? "at" : "at or after"} byte ${bytes}`,
			{
				file,
				hint: "The file is damaged, or was written in another encoding than it says. Write reports in UTF-8.",
			},
		);
	if (decoder.encoding === "utf-8") {
		/** The begin of a character that goes on in the next chunk. */
		let cut: Uint8Array = new Uint8Array(0);
		for await (const chunk of all) {
			const whole: Uint8Array = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
			const end = characterEnd(whole, whole.length);
			const body = end === whole.length ? whole : whole.subarray(0, end);
			if (!isUtf8(body)) {
				// What stands before it is handed over, so that the reader knows the place.
				const good = validLength(body);
				const begin = bytes === 0 && hasMark(body) ? 3 : 0;
				bytes += good;
				if (good > begin) yield body.subarray(begin, good);
				throw invalid();
			}
			// A copy: the chunk may be gone with the next one, and slice() of a Buffer is none.
			cut = end === whole.length ? new Uint8Array(0) : Uint8Array.from(whole.subarray(end));
			const marked = bytes === 0 && hasMark(body);
			bytes += body.length;
			if (body.length > 0) yield marked ? body.subarray(3) : body;
		}
		if (cut.length > 0) throw invalid();
		return;
	}
	const text = new ForeignText(decoder.encoding);
	const good = function* ({ utf8, bytes: size, isBad, isExact }: Piece) {
		if (utf8.length > 0) yield utf8;
		bytes += size;
		if (isBad) throw invalid(isExact);
	};
	for await (const chunk of all) yield* good(text.take(chunk));
	yield* good(text.end());
}

function hasMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** How many bytes at the begin are UTF-8, in whole characters: found by halves, for it grows with no gap. */
export function validLength(bytes: Uint8Array): number {
	let low = 0;
	for (let high = bytes.length; low < high; ) {
		const middle = (low + high + 1) >>> 1;
		// A character that the half cuts is whole further on.
		if (isUtf8(bytes.subarray(0, characterEnd(bytes, middle)))) low = middle;
		else high = middle - 1;
	}
	return characterEnd(bytes, low);
}

/** The refusal of bytes that the encoding does not allow with their place, which only the reader knows; else the same. */
export function placed(thrown: unknown, place: () => { line: number; column: number }): unknown {
	if (!(thrown instanceof UserError) || thrown.code !== "report-encoding") return thrown;
	const { hint, cause } = thrown;
	return new UserError(thrown.code, thrown.message, { ...thrown.place, ...place(), hint, cause });
}

/** Where the last whole character before `end` ends; what is no UTF-8 is left for others to find. */
export function characterEnd(bytes: Uint8Array, end: number): number {
	for (let back = 1; back <= 3 && back <= end; back++) {
		const byte = bytes[end - back] ?? 0;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? end - back : end;
	}
	return end;
}

/** The text of a file in chunks. Bytes that the encoding does not allow are a UserError. */
export async function* decode(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	for await (const chunk of readUtf8(source, file)) {
		const text = decoder.decode(chunk, { stream: true });
		if (text !== "") yield text;
	}
	const rest = decoder.decode();
	if (rest !== "") yield rest;
}

function lineTooLong(file: string, line: number): UserError {
	return new UserError("report-line-too-long", `A line of ${file} is longer than ${LINE_LIMIT} characters`, {
		file,
		line,
		hint: "This is no report that Sluice reads, or it is damaged.",
	});
}

/**
 * Hands over every line of a text file in UTF-8, without its end (LF or CRLF), as a range of bytes that may
 * not be kept: for formats whose reports have millions of lines. `taken` says how many lines there were so far.
 * `takeSome` may take any number of lines at once that have a form which it knows, as long as they end before `end`;
 * it returns where the next one begins.
 */
export async function readByteLines(
	source: AsyncIterable<Uint8Array>,
	file: string,
	take: (bytes: Buffer, start: number, end: number) => void,
	taken: () => number,
	takeSome: (bytes: Buffer, start: number, end: number) => number = (_, start) => start,
): Promise<void> {
	const window = new ByteWindow();
	const scan = (ending: boolean) => {
		const { bytes, length } = window;
		let start = 0;
		while (start < length) {
			start = takeSome(bytes, start, length);
			if (start >= length) break;
			let end = start;
			while (end < length && bytes[end] !== 0x0a) end++;
			if (end === length && !ending) break;
			if (end - start > LINE_LIMIT) throw lineTooLong(file, taken() + 1);
			take(bytes, start, end > start && bytes[end - 1] === 0x0d ? end - 1 : end);
			start = end + 1;
		}
		const used = Math.min(start, length);
		bytes.copyWithin(0, used, length);
		window.length = length - used;
		if (!window.full) return;
		if (window.length > LINE_LIMIT) throw lineTooLong(file, taken() + 1);
		window.grow();
	};
	try {
		for await (const chunk of readUtf8(source, file)) {
			for (let from = 0; from < chunk.length; ) {
				from = window.fill(chunk, from);
				if (window.full) scan(false);
			}
		}
	} catch (thrown) {
		throw placed(thrown, () => {
			const { line, column } = window.place(window.length);
			return { line: taken() + line, column };
		});
	}
	scan(true);
}

/** The lines of a text file without their ends (LF or CRLF), as many at once as a chunk of it holds. */
export async function* readLines(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string[]> {
	let rest = "";
	let line = 0;
	try {
		for await (const chunk of decode(source, file)) {
			const lines = (rest + chunk).split("\n");
			rest = lines.pop() ?? "";
			line += lines.length;
			if (rest.length > LINE_LIMIT) throw lineTooLong(file, line + 1);
			yield lines.map(withoutReturn);
		}
	} catch (thrown) {
		throw placed(thrown, () => ({ line: line + 1, column: rest.length + 1 }));
	}
	if (rest !== "") yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
