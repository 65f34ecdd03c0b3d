import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "#src/runner/errors.js";

/** A text as the bytes of a file, in chunks of `size`. */
export async function* bytes(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
	const all = Buffer.from(text as string);
	for (let index = 0; index < all.length; index += size) yield all.subarray(index, index + size);
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
