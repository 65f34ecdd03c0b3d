import { createPublicKey, sign as signBytes } from "node:crypto";
import type { Signer, Witness } from "@sigstore/sign";
import { errorMessage, UserError } from "../runner/errors.js";
import { MAX_BUNDLE_SIZE } from "./bundle-format.js";
import type { SigstoreInstance } from "./instance.js";
import { keyHint } from "./public-key.js";
import type { SigningKey } from "./signing-key.js";
import { PAYLOAD_TYPE } from "./statement.js";

/** Signs statements: DSSE envelopes in sigstore bundles v0.3. */

/** Who signs: a key, or the workflow that runs, by a certificate for its OIDC token. */
export interface Signing {
	key: SigningKey | undefined;
	/** With a key only what its owner names: a log and a timestamp are then extras. */
	instance: SigstoreInstance;
	/** The runner's OIDC token for the audience `sigstore`; undefined where the runner gives none. */
	identityToken: (() => Promise<string>) | undefined;
}

/** Milliseconds, and attempts after the first one. */
const TIMEOUT = 30_000;
const RETRIES = 2;

/**
 * The bundle of a signed statement, as JSON.
 * @throws UserError `no-signer`, `signing-failed`
 */
export async function signStatement(statement: Buffer, signing: Signing): Promise<Buffer> {
	const { bundleToJSON } = await import("@sigstore/bundle");
	const { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } = await import("@sigstore/sign");
	const { fulcio, rekor, timestamp } = signing.instance;
	const http = { timeout: TIMEOUT, retry: { retries: RETRIES } };
	const witnesses: Witness[] = [];
	if (rekor !== undefined)
		witnesses.push(new RekorWitness({ rekorBaseURL: rekor, entryType: "dsse", ...http }));
	if (timestamp !== undefined) witnesses.push(new TSAWitness({ tsaBaseURL: timestamp, ...http }));
	let signer: Signer;
	if (signing.key !== undefined) signer = keySigner(signing.key);
	else {
		const { identityToken } = signing;
		if (identityToken === undefined) throw noSigner();
		if (fulcio === undefined) throw noAuthority();
		// Asked for outside of the library, whose errors may quote the token.
		const token = await identityToken();
		signer = new FulcioSigner({
			fulcioBaseURL: fulcio,
			identityProvider: { getToken: async () => token },
			...http,
		});
	}
	try {
		const bundle = await new DSSEBundleBuilder({ signer, witnesses }).create({
			data: statement,
			type: PAYLOAD_TYPE,
		});
		const { content } = bundle.verificationMaterial;
		if (signing.key !== undefined && content.$case === "publicKey")
			content.publicKey.hint = keyHint(createPublicKey(signing.key.publicKey));
		const bytes = Buffer.from(JSON.stringify(bundleToJSON(bundle)));
		if (bytes.length <= MAX_BUNDLE_SIZE) return bytes;
	} catch (thrown) {
		throw failed(thrown);
	}
	throw new UserError("signing-failed", `The signed statement has more than ${MAX_BUNDLE_SIZE} bytes`, {
		fault: "refused",
		hint: "Split the set: a statement names each service and level.",
	});
}

/**
 * The library would put a hint into the envelope too, as the key's id; cosign then takes the signature for that of
 * a key which it does not have. So the hint is added to the bundle alone, afterwards.
 */
function keySigner({ privateKey, publicKey }: SigningKey): Signer {
	const algorithm = privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
	return {
		sign: async (data) => ({
			key: { $case: "publicKey", publicKey },
			signature: signBytes(algorithm, data, privateKey),
		}),
	};
}

function noSigner(): UserError {
	return new UserError("no-signer", "There is neither a key nor an identity to sign with", {
		hint: "Give the job `permissions: id-token: write`, or the input 'signing-key'.",
	});
}

function noAuthority(): UserError {
	return new UserError("no-signer", "Input 'sigstore' names no fulcio, and there is no 'signing-key'", {
		input: "sigstore",
		hint: "Add fulcio: URL to 'sigstore', or give 'signing-key'.",
	});
}

const DOING: Readonly<Record<string, string>> = {
	CA_CREATE_SIGNING_CERTIFICATE_ERROR: "The certificate authority (Fulcio) gave no certificate",
	TLOG_CREATE_ENTRY_ERROR: "The transparency log (Rekor) took no entry",
	TLOG_FETCH_ENTRY_ERROR: "The transparency log (Rekor) gave no entry",
	TSA_CREATE_TIMESTAMP_ERROR: "The timestamp authority gave no timestamp",
	IDENTITY_TOKEN_PARSE_ERROR: "The runner's OIDC token can't be read",
	IDENTITY_TOKEN_READ_ERROR: "The runner gave no OIDC token",
};

/** The library's own text of an unreadable token holds the token, so only its code is used there. */
function failed(thrown: unknown): UserError {
	const { code, cause } = thrown as { code?: unknown; cause?: unknown };
	const doing = typeof code === "string" ? DOING[code] : undefined;
	const why = cause === undefined || code === "IDENTITY_TOKEN_PARSE_ERROR" ? "" : `: ${errorMessage(cause)}`;
	return new UserError(
		"signing-failed",
		`${doing ?? `The statement can't be signed: ${errorMessage(thrown)}`}${doing === undefined ? "" : why}`,
		{
			fault: "outside",
			...(code === "IDENTITY_TOKEN_PARSE_ERROR" ? {} : { cause: thrown }),
			hint: "Run it again; look at the instance's status, and at 'sigstore' if it is your own.",
		},
	);
}
