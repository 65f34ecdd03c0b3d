import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** So much text is gathered before it is written, in characters. */
const CHUNK = 256 * 1024;

/**
 * Writes a file that is there whole or not at all: what was there before stays until the new text is complete.
 * The text comes in pieces and is never held whole.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
	// The global is loaded when it is used; importing node:crypto takes 6 ms of every start.
	const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${crypto.randomUUID()}.draft`);
	const handle = await open(draft, "wx");
	try {
		try {
			let held = "";
			for (const piece of pieces) {
				held += piece;
				if (held.length < CHUNK) continue;
				await handle.writeFile(held);
				held = "";
			}
			await handle.writeFile(held);
		} finally {
			await handle.close();
		}
		await rename(draft, path);
	} catch (thrown) {
		await rm(draft, { force: true });
		throw thrown;
	}
}
