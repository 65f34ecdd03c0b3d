import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { UserError } from "../runner/errors.js";

/** The input `signing-key`. Pure. */

export interface SigningKey {
	privateKey: KeyObject;
	/** In PEM. */
	publicKey: string;
}

const INPUT = "signing-key";

/**
 * Reads a private key in PEM: ECDSA on P-256, or Ed25519. No part of it ever stands in an error.
 * @throws UserError `invalid-signing-key`
 */
export function parseSigningKey(pem: string): SigningKey {
	const text = pem.trim();
	if (/-----BEGIN ENCRYPTED (COSIGN|SIGSTORE) PRIVATE KEY-----/.test(text)) {
		throw wrong(
			"is a key that cosign has encrypted, which is not supported",
			"Give an unencrypted one as a secret: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes one. Or leave it out and grant id-token: write.",
		);
	}
	if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(text)) {
		throw wrong(
			"is an encrypted key, which is not supported",
			"Decrypt it (openssl pkey -in FILE -out FILE) and keep it as a secret.",
		);
	}
	let privateKey: KeyObject;
	try {
		privateKey = createPrivateKey(text);
	} catch {
		// The parser's own message is left out: it may tell of what stands there.
		throw wrong("is no private key in PEM", "Give the whole text, from -----BEGIN to END-----.");
	}
	const type = privateKey.asymmetricKeyType;
	const curve = privateKey.asymmetricKeyDetails?.namedCurve;
	if (type !== "ed25519" && !(type === "ec" && curve === "prime256v1")) {
		throw wrong(
			`is a key of the type ${type ?? "unknown"}${curve === undefined ? "" : ` (${curve})`}`,
			"Give an ECDSA key on P-256, or an Ed25519 key.",
		);
	}
	const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" });
	return { privateKey, publicKey: String(publicKey) };
}

function wrong(what: string, hint: string): UserError {
	return new UserError("invalid-signing-key", `Input '${INPUT}' ${what}`, { input: INPUT, hint });
}
