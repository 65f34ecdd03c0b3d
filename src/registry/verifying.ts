import { createHash, type Hash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { UserError } from "../runner/errors.js";
import { streamed } from "./chunk-garbage.js";
import { type DigestAlgorithm, digestOf, parseDigest } from "./digest.js";
import { isLent } from "./receive-buffers.js";

/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
export function verifyBytes(bytes: Uint8Array, digest: string, what: string): void {
	const found = digestOf(bytes, algorithmOf(digest, what));
	if (found !== digest) throw digestMismatch(what, digest, found);
}

/** Bytes between two states that are kept. A state has a few hundred bytes. */
const CHECKPOINT_STEP = 8 * 1024 * 1024;

/**
 * How far a blob was hashed, in steps: what was begun can be gone on with from the middle, and is verified as a
 * whole all the same. One object serves one blob, for all attempts at moving it.
 */
export class DigestProgress {
	readonly #states: { at: number; hash: Hash }[] = [];

	/** The farthest place up to `offset` bytes from which hashing can go on; 0 when there is none. */
	before(offset: number): number {
		return this.#farthest(offset)?.at ?? 0;
	}

	/** The state at a place that `before` gave. */
	resume(at: number, algorithm: DigestAlgorithm): Hash {
		const state = this.#farthest(at);
		return state?.at === at ? state.hash.copy() : createHash(algorithm);
	}

	/** Called after every chunk. */
	keep(at: number, hash: Hash): void {
		if (at >= (this.#states.at(-1)?.at ?? 0) + CHECKPOINT_STEP) this.#states.push({ at, hash: hash.copy() });
	}

	#farthest(offset: number): { at: number; hash: Hash } | undefined {
		return this.#states.findLast(({ at }) => at <= offset);
	}
}

export interface VerifyingOptions {
	/** Where the states of the hash are kept, so that another stream can begin in the middle. */
	progress?: DigestProgress | undefined;
	/** The first byte that is written to the stream: 0, or what `DigestProgress.before` gave. */
	start?: number | undefined;
	/** The first byte that comes out of it, not before `start`. Default: `start`. */
	from?: number | undefined;
	/** Gets the bytes that come out, chunk by chunk. */
	count?: ((bytes: number) => void) | undefined;
}

/**
 * A stream that lets through exactly the bytes of `digest` and breaks otherwise: as soon as there are more
 * bytes than `size`, and at the end if there are fewer or their digest is another. The chunk that completes it
 * (without a size: the last so far) is held back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
export function verifyingStream(
	digest: string,
	size: number | undefined,
	what: string,
	{ progress, start = 0, from = start, count }: VerifyingOptions = {},
): Transform {
	const algorithm = algorithmOf(digest, what);
	const hash =
		progress === undefined || start === 0 ? createHash(algorithm) : progress.resume(start, algorithm);
	let seen = start;
	let held: Buffer | undefined;
	return new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			const skipped = Math.min(chunk.length, Math.max(0, from - seen));
			seen += chunk.length;
			if (size !== undefined && seen > size) {
				done(sizeMismatch(what, size, `more than ${size}`));
				return;
			}
			hash.update(chunk);
			progress?.keep(seen, hash);
			if (!isLent(chunk)) streamed(chunk.length);
			const wanted = skipped === 0 ? chunk : chunk.subarray(skipped);
			if (wanted.length === 0) {
				done();
				return;
			}
			count?.(wanted.length);
			// What is sent on at once is still in the processor's cache.
			const ready = held;
			const isLast = size === undefined || seen === size;
			held = isLast ? wanted : undefined;
			if (isLast) done(null, ready);
			else done(null, wanted);
		},
		flush(done: TransformCallback) {
			if (size !== undefined && seen !== size) {
				done(sizeMismatch(what, size, `${seen}`));
				return;
			}
			const found = `${algorithm}:${hash.digest("hex")}`;
			if (found !== digest) {
				done(digestMismatch(what, digest, found));
				return;
			}
			done(null, held);
		},
	});
}

function algorithmOf(digest: string, what: string): DigestAlgorithm {
	const parsed = parseDigest(digest);
	if (parsed !== undefined) return parsed.algorithm;
	throw new UserError("digest-unsupported", `${what} has a digest that cannot be verified.`, {
		hint: "Only sha256 and sha512 digests are known.",
	});
}

function digestMismatch(what: string, expected: string, found: string): UserError {
	return new UserError(
		"digest-mismatch",
		`${what} is not what its digest says: expected ${expected}, got ${found}.`,
		{
			hint: "The content is damaged or was exchanged. Nothing of it was used; push it anew, or look at what stands between.",
			fault: "outside",
		},
	);
}

function sizeMismatch(what: string, expected: number, found: string): UserError {
	return new UserError("size-mismatch", `${what} should have ${expected} bytes and has ${found}.`, {
		hint: "The content is damaged or was cut off. Nothing of it was used; push it anew, or look at what stands between.",
		fault: "outside",
	});
}
