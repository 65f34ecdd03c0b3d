/** Names, tags and digests, by the grammar of the distribution and image specifications. */
import { createHash, type Hash } from "node:crypto";
import { RegistryError } from "./errors.ts";

const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const NAME = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const NAME_LIMIT = 255;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;

/** The name of a repository, or 400 NAME_INVALID. */
export function requireName(name: string): string {
	if (name.length <= NAME_LIMIT && NAME.test(name)) return name;
	throw new RegistryError(400, "NAME_INVALID", `not the name of a repository: ${JSON.stringify(name)}`);
}

/** A sha256 or sha512 digest, or 400 DIGEST_INVALID. */
export function requireDigest(text: string | null): string {
	if (text !== null && DIGEST.test(text)) return text;
	throw new RegistryError(400, "DIGEST_INVALID", `not a sha256 or sha512 digest: ${JSON.stringify(text)}`);
}

export function isDigest(text: unknown): text is string {
	return typeof text === "string" && DIGEST.test(text);
}

/** A tag, or 400 TAG_INVALID. */
export function requireTag(text: string): string {
	if (TAG.test(text)) return text;
	throw new RegistryError(400, "TAG_INVALID", `not a tag: ${JSON.stringify(text)}`);
}

/** What the last part of a manifest's path means: a tag never holds a colon, a digest always does. */
export function readReference(text: string): { digest: string } | { tag: string } {
	return text.includes(":") ? { digest: requireDigest(text) } : { tag: requireTag(text) };
}

/** `sha256` or `sha512`. */
export function algorithmOf(digest: string): string {
	return digest.slice(0, digest.indexOf(":"));
}

export function hasherOf(digest: string): Hash {
	return createHash(algorithmOf(digest));
}

/** The digest of bytes, by the algorithm `sha256` or `sha512`. */
export function digestOf(bytes: Uint8Array, algorithm = "sha256"): string {
	return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}
