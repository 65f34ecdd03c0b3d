import { UserError } from "../runner/errors.js";

/** Bytes of a report as text: a byte order mark, UTF-16 and an XML declaration's encoding are honoured. Pure. */

/** As much of a file's begin as recognising its format may need, in bytes. */
export const HEAD_BYTES = 64 * 1024;

/** The longest line of a text report, in characters. */
const LINE_LIMIT = 1024 * 1024;

/** A source whose first bytes were looked at; `all` still gives everything, once. */
export interface Peeked {
	head: Uint8Array;
	all: AsyncIterable<Uint8Array>;
}

/** Reads up to HEAD_BYTES ahead. */
export async function peek(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
	const iterator = source[Symbol.asyncIterator]();
	const held: Uint8Array[] = [];
	let size = 0;
	while (size < HEAD_BYTES) {
		const next = await iterator.next();
		if (next.done === true) break;
		held.push(next.value);
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
	return { head: Buffer.concat(held).subarray(0, HEAD_BYTES), all: all() };
}

/** The encoding's label: by byte order mark, by the XML declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
	if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
	if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
	if (head[0] === 0x3c && head[1] === 0 && head[2] === 0x3f) return "utf-16le";
	if (head[0] === 0 && head[1] === 0x3c && head[2] === 0) return "utf-16be";
	const begin = Buffer.from(head.subarray(0, 256)).toString("latin1");
	return (
		/^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(begin)?.[1] ??
		"utf-8"
	);
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

/** The text of a file in chunks. Bytes that the encoding does not allow are a UserError. */
export async function* decode(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
	const { head, all } = await peek(source);
	const label = encodingOf(head);
	const decoder = decoderOf(label, file);
	let bytes = 0;
	const step = (chunk: Uint8Array | undefined) => {
		try {
			return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
		} catch (cause) {
			throw new UserError("report-encoding", `${file} is not valid ${label}, at or after byte ${bytes}`, {
				file,
				cause,
				hint: "The file is damaged, or was written in another encoding than it says. Write reports in UTF-8.",
			});
		}
	};
	for await (const chunk of all) {
		const text = step(chunk);
		bytes += chunk.length;
		if (text !== "") yield text;
	}
	const rest = step(undefined);
	if (rest !== "") yield rest;
}

/** The lines of a text file without their ends (LF or CRLF), as many at once as a chunk of it holds. */
export async function* readLines(source: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string[]> {
	let rest = "";
	let line = 0;
	for await (const chunk of decode(source, file)) {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		line += lines.length;
		if (rest.length > LINE_LIMIT) {
			throw new UserError(
				"report-line-too-long",
				`A line of ${file} is longer than ${LINE_LIMIT} characters`,
				{ file, line: line + 1, hint: "This is no report that Sluice reads, or it is damaged." },
			);
		}
		yield lines.map(withoutReturn);
	}
	if (rest !== "") yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
