/** Files below this size are read before anybody looks, in bytes. */
const WORTH_SHOWING = 32 * 1024 * 1024;

/** The least that is read between two lines of progress, in bytes. */
const STEP = 8 * 1024 * 1024;

/** Hands bytes on, and shows in a terminal how far a large file has been read. */
export async function* progressOf(
	source: AsyncIterable<Uint8Array>,
	file: string,
	size: number,
	stream: { isTTY?: boolean; write(text: string): unknown },
): AsyncGenerator<Uint8Array> {
	if (stream.isTTY !== true || size < WORTH_SHOWING) {
		yield* source;
		return;
	}
	let read = 0;
	let shown = 0;
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these could rewrite the screen
	const name = file.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?").slice(-60);
	try {
		for await (const chunk of source) {
			yield chunk;
			read += chunk.length;
			if (read - shown < STEP) continue;
			shown = read;
			stream.write(
				`\r${name}: ${Math.floor((read * 100) / Math.max(read, size))} % of ${Math.round(size / 1e6)} MB`,
			);
		}
	} finally {
		if (shown > 0) stream.write("\r\u001b[K");
	}
}
