import type { FileHandle } from "node:fs/promises";
import { keepYoungSmall } from "../runner/young-generation.js";

/** How much is read at once. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file that is open, from where it stands, of any length. All chunks share one buffer: each is
 * valid only until the next one is asked for, so a reader that keeps bytes copies them. A buffer for each, as
 * Node's streams have it, costs a reader tens of megabytes of memory that waits to be collected. Closes the file,
 * unless nothing is ever asked for.
 */
export async function* fileBytes(handle: FileHandle): AsyncGenerator<Uint8Array, void, undefined> {
	try {
		keepYoungSmall();
		const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
		for (;;) {
			const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
			if (bytesRead === 0) return;
			yield bytesRead === CHUNK_BYTES ? buffer : buffer.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}
