import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { UserError } from "../runner/errors.js";

/** The algorithms of the OCI image-spec that registries use. */
export type DigestAlgorithm = "sha256" | "sha512";

export interface ParsedDigest {
	algorithm: DigestAlgorithm;
	/** Lower-case. */
	hex: string;
}

const DIGEST = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;

/** The parts of `sha256:<64 hex>` or `sha512:<128 hex>`, or undefined for anything else. */
export function parseDigest(text: string): ParsedDigest | undefined {
	const match = DIGEST.exec(text);
	if (match === null) return undefined;
	if (match[1] !== undefined && match[2] !== undefined) return { algorithm: "sha256", hex: match[2] };
	if (match[3] !== undefined && match[4] !== undefined) return { algorithm: "sha512", hex: match[4] };
	return undefined;
}

/** Whether this is a digest that we can verify. */
export function isDigest(text: string): boolean {
	return DIGEST.test(text);
}

/** The digest of some bytes, `sha256:<hex>` unless another algorithm is named. */
export function digestOf(bytes: Uint8Array | string, algorithm: DigestAlgorithm = "sha256"): string {
	return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}

/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
export function verifyBytes(bytes: Uint8Array, digest: string, what: string): void {
	const found = digestOf(bytes, algorithmOf(digest, what));
	if (found !== digest) throw digestMismatch(what, digest, found);
}

/**
 * A stream that lets through exactly the bytes of `digest` and breaks otherwise: as soon as there are more
 * bytes than `size`, and at the end if there are fewer or their digest is another. The last chunk is held
 * back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
export function verifyingStream(digest: string, size: number | undefined, what: string): Transform {
	const algorithm = algorithmOf(digest, what);
	const hash = createHash(algorithm);
	let seen = 0;
	let held: Buffer | undefined;
	return new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			seen += chunk.length;
			if (size !== undefined && seen > size) {
				done(sizeMismatch(what, size, `more than ${size}`));
				return;
			}
			hash.update(chunk);
			const ready = held;
			held = chunk;
			done(null, ready);
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
