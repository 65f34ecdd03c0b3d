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

/**
 * The digest of some bytes, `sha256:<hex>` unless another algorithm is named. node:crypto is loaded when it is used:
 * names of images are read where nothing is hashed.
 */
export function digestOf(bytes: Uint8Array | string, algorithm: DigestAlgorithm = "sha256"): string {
	return `${algorithm}:${process.getBuiltinModule("node:crypto").hash(algorithm, bytes)}`;
}

/** Whether a digest, of whatever algorithm, is that of these bytes. */
export function isDigestOf(digest: string, bytes: Uint8Array): boolean {
	const parsed = parseDigest(digest);
	return parsed !== undefined && digestOf(bytes, parsed.algorithm) === digest;
}

/** The algorithm and 12 digits: enough for people to compare. */
export function shortDigest(digest: string): string {
	return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
