import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "#src/runner/errors.js";

/** A text as the bytes of a file, in chunks of `size`. */
export async function* bytes(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
	const all = Buffer.from(text as string);
	for (let index = 0; index < all.length; index += size) yield all.subarray(index, index + size);
}

/** The bytes of a file as fileBytes gives them: a chunk is overwritten when the next one is asked for. */
export async function* passing(all: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
	const chunk = Buffer.alloc(size);
	for (let from = 0; from < all.length; from += size) {
		const part = all.subarray(from, from + size);
		chunk.set(part);
		yield chunk.subarray(0, part.length);
		chunk.fill("#");
	}
}

/** A report of test/fixtures/reports. */
export function fixture(path: string): AsyncIterable<Uint8Array> {
	return createReadStream(resolve("test/fixtures/reports", path));
}

/** The UserError that a promise ends with. */
export async function userError(promise: Promise<unknown>): Promise<UserError> {
	try {
		await promise;
	} catch (thrown) {
		if (thrown instanceof UserError) return thrown;
		throw thrown;
	}
	throw new Error("nothing was thrown");
}
