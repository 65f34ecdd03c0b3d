import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { UserError } from "../runner/errors.js";

/** Public keys of `trust`. Pure. */

/** The largest file of a key that is read, in bytes. */
export const KEY_LIMIT = 64 * 1024;

const MIN_RSA_BITS = 2048;

/** Reads a public key in PEM. @throws UserError `invalid-trust-key` */
export function parsePublicKey(pem: string, where: string): KeyObject {
	const wrong = (why: string, cause?: unknown) =>
		new UserError("invalid-trust-key", `${where} is no public key that can be used: ${why}`, {
			input: "trust",
			cause,
			hint: "Give the public key in PEM (-----BEGIN PUBLIC KEY-----), ECDSA, Ed25519 or RSA.",
		});
	// Node would take the public half of a private key, and nobody would notice that it lies about.
	if (pem.includes("PRIVATE KEY")) throw wrong("it is a private key");
	let key: KeyObject;
	try {
		key = createPublicKey(pem);
	} catch (cause) {
		throw wrong("it is not PEM", cause);
	}
	const type = key.asymmetricKeyType ?? "unknown";
	if (type === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
		throw wrong(`it has fewer than ${MIN_RSA_BITS} bits`);
	if (!["ec", "ed25519", "rsa"].includes(type)) throw wrong(`its type is ${type}`);
	return key;
}

/** What a bundle names its key by, as cosign does: the hash of the public key. A reader with several finds the one. */
export function keyHint(key: KeyObject): string {
	return createHash("sha256")
		.update(key.export({ type: "spki", format: "der" }))
		.digest("base64");
}
