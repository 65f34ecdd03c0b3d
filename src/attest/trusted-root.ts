import type { TrustedRoot } from "@sigstore/protobuf-specs";
import { errorMessage, UserError } from "../runner/errors.js";

/**
 * Trusted roots: the certificate authorities, logs and timestamp authorities that verification starts from.
 * Source: sigstore protobuf-specs, `sigstore_trustroot.proto`.
 */

/** The largest file of trusted roots that is read, in bytes; GitHub's has about 40 kB. */
export const TRUSTED_ROOT_LIMIT = 1024 * 1024;

const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(\+json;version=0\.1|\.v0\.\d+\+json)$/;
const SEED = "https://tuf-repo-cdn.sigstore.dev";

/** The root of the public good instance, as it was when the suite was built: nothing is fetched. */
export async function publicGoodRoots(): Promise<TrustedRoot[]> {
	const { default: seeds } = await import("@sigstore/tuf/seeds.json", { with: { type: "json" } });
	const text = Buffer.from(seeds[SEED].targets["trusted_root.json"], "base64").toString("utf8");
	return parseTrustedRoots(text, "the bundled trusted root");
}

/**
 * Reads a file of trusted roots: one, or one in each line as `gh attestation trusted-root` prints them.
 * @throws UserError `invalid-trusted-root`
 */
export async function parseTrustedRoots(text: string, file: string): Promise<TrustedRoot[]> {
	const { TrustedRoot } = await import("@sigstore/protobuf-specs");
	const { toTrustMaterial } = await import("@sigstore/verify");
	const wrong = (why: string, cause?: unknown) =>
		new UserError("invalid-trusted-root", `${file} is no trusted root: ${why}`, {
			input: "trust",
			cause,
			hint: "Give the file that `gh attestation trusted-root` or `cosign trusted-root create` writes.",
		});
	const roots = valuesOf(text, wrong).map((value) => {
		const mediaType = (value as { mediaType?: unknown } | null)?.mediaType;
		if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType))
			throw wrong("its media type is another");
		try {
			const root = TrustedRoot.fromJSON(value);
			toTrustMaterial(root);
			return root;
		} catch (cause) {
			throw wrong(errorMessage(cause), cause);
		}
	});
	if (roots.length === 0) throw wrong("it is empty");
	return roots;
}

function valuesOf(text: string, wrong: (why: string, cause?: unknown) => UserError): unknown[] {
	try {
		return [JSON.parse(text)];
	} catch {
		// One in each line, then.
	}
	try {
		return text
			.split("\n")
			.filter((line) => line.trim() !== "")
			.map((line): unknown => JSON.parse(line));
	} catch (cause) {
		throw wrong("it is not JSON", cause);
	}
}
