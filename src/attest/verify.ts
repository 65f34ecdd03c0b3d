import type { KeyObject } from "node:crypto";
import type { Bundle } from "@sigstore/bundle";
import type { TrustedRoot } from "@sigstore/protobuf-specs";
import { errorMessage, UserError } from "../runner/errors.js";
import { MAX_BUNDLE_SIZE } from "./bundle-format.js";
import { type CertificateClaims, whyNotTrusted } from "./identity.js";
import { KEY_LIMIT, keyHint, parsePublicKey } from "./public-key.js";
import { isAbout, PAYLOAD_TYPE, parseStatement, type Statement } from "./statement.js";
import type { TrustedSigner, TrustedWorkflow } from "./trust.js";
import { parseTrustedRoots, publicGoodRoots, TRUSTED_ROOT_LIMIT } from "./trusted-root.js";

/** Whether a bundle holds a statement about an image that a trusted signer has signed. */

/** Reads a file that `trust` names, of at most `limit` bytes. */
export type ReadTrustFile = (path: string, limit: number) => Promise<string>;

export type Verification =
	| { trusted: true; statement: Statement; signer: string }
	/** The statement is there where it could be read; it proves nothing. */
	| { trusted: false; statement: Statement | undefined; why: string };

export interface BundleVerifier {
	/** Never throws for what the bundle holds. */
	verify(bundle: Uint8Array, digest: string): Verification;
}

type Signer = { roots: readonly TrustedRoot[] } & (
	| { kind: "workflow"; trusted: TrustedWorkflow }
	| { kind: "key"; key: KeyObject; name: string }
);

type Sigstore = typeof import("@sigstore/verify") & typeof import("@sigstore/bundle");

/**
 * A verifier for the signers of `trust`. sigstore's libraries and the trusted roots are loaded here.
 * @throws UserError `invalid-trust-key`, `invalid-trusted-root`, and what `read` throws
 */
export async function openVerifier(
	trust: readonly TrustedSigner[],
	read: ReadTrustFile,
): Promise<BundleVerifier> {
	const sigstore = { ...(await import("@sigstore/verify")), ...(await import("@sigstore/bundle")) };
	const signers: Signer[] = [];
	for (const each of trust) {
		const path = each.trustedRoot;
		const roots =
			path === undefined
				? await publicGoodRoots()
				: await parseTrustedRoots(await read(path, TRUSTED_ROOT_LIMIT), path);
		if (each.kind === "workflow") {
			signers.push({ kind: "workflow", trusted: each, roots });
			continue;
		}
		const name = "pem" in each.key ? "the key of 'trust'" : each.key.path;
		const pem = "pem" in each.key ? each.key.pem : await read(each.key.path, KEY_LIMIT);
		signers.push({ kind: "key", key: parsePublicKey(pem, name), name, roots });
	}
	return { verify: (bundle, digest) => verifyBundle(sigstore, signers, bundle, digest) };
}

function verifyBundle(
	sigstore: Sigstore,
	signers: readonly Signer[],
	bytes: Uint8Array,
	digest: string,
): Verification {
	let statement: Statement | undefined;
	try {
		const bundle = parseBundle(sigstore, bytes);
		if (bundle.content.$case !== "dsseEnvelope")
			return { trusted: false, statement, why: "it signs bytes, and no statement about an image" };
		const { payload, payloadType } = bundle.content.dsseEnvelope;
		if (payloadType !== PAYLOAD_TYPE)
			return { trusted: false, statement, why: "what it signs is no in-toto statement" };
		statement = parseStatement(payload);
		if (!isAbout(statement, digest)) return { trusted: false, statement, why: "it is about another image" };
		const reasons = new Set<string>();
		for (const signer of signers) {
			const why = whyNotBy(sigstore, bundle, signer);
			if (why === undefined) return { trusted: true, statement, signer: nameOf(signer) };
			reasons.add(why);
		}
		return { trusted: false, statement, why: [...reasons].join("; ") };
	} catch (thrown) {
		// Whatever a foreign document does to a parser, it is a document that does not count.
		return { trusted: false, statement, why: reasonOf(thrown) };
	}
}

function parseBundle({ bundleFromJSON }: Sigstore, bytes: Uint8Array): Bundle {
	if (bytes.length > MAX_BUNDLE_SIZE) throw refused(`it has more than ${MAX_BUNDLE_SIZE} bytes`);
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw refused("it is not JSON");
	}
	try {
		return bundleFromJSON(value);
	} catch (cause) {
		throw refused(`it is no sigstore bundle (${errorMessage(cause)})`);
	}
}

/** Why a bundle is not signed by this signer; undefined: it is. */
function whyNotBy(sigstore: Sigstore, bundle: Bundle, signer: Signer): string | undefined {
	const byKey = bundle.verificationMaterial.content.$case === "publicKey";
	if (signer.kind === "key" && !byKey) return `it is signed with a certificate, not with ${signer.name}`;
	if (signer.kind === "workflow" && byKey) return "it is signed with a key, not by a workflow";
	let why = "there is no trusted root";
	for (const root of signer.roots) {
		try {
			const material = sigstore.toTrustMaterial(root, () => {
				if (signer.kind === "key") return { publicKey: signer.key, validFor: () => true };
				throw refused("it is signed with a key");
			});
			// GitHub's own instance has no logs: its certificates are timestamped. A key has no time to prove.
			const thresholds =
				signer.kind === "key"
					? { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 }
					: {
							tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
							ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
							timestampThreshold: 1,
						};
			const { identity } = new sigstore.Verifier(material, thresholds).verify(
				sigstore.toSignedEntity(bundle),
			);
			return signer.kind === "key" ? undefined : whyNotTrusted(claimsOf(identity), signer.trusted);
		} catch (thrown) {
			why = reasonOf(thrown);
		}
	}
	// Who signs with GitHub's own instance meets this first.
	if (signer.kind === "workflow" && signer.trusted.trustedRoot === undefined)
		why += "; only sigstore's public instance counts here, another one needs 'trusted-root' in 'trust'";
	if (signer.kind === "key" && why.includes("signature")) why += otherKey(bundle, signer);
	return why;
}

/** What the bundle tells of the key that has signed it. */
function otherKey(bundle: Bundle, { key, name }: Extract<Signer, { kind: "key" }>): string {
	const { content } = bundle.verificationMaterial;
	const hint = content.$case === "publicKey" ? content.publicKey.hint : "";
	// Other tools name keys in ways of their own.
	const isHash = /^[A-Za-z0-9+/]{43}=$/.test(hint);
	if (isHash && hint !== keyHint(key)) return `; it names another key than ${name}`;
	if (key.asymmetricKeyType !== "ed25519") return "";
	// cosign hashes first (Ed25519ph, RFC 8032), which Node can't verify.
	return "; if cosign has signed it, an Ed25519 key is the reason: what it signs with one can't be verified here, with an ECDSA key it can";
}

function claimsOf(identity: Identity): CertificateClaims {
	const extensions = new Map<string, Uint8Array>();
	for (const { oid, value } of identity?.oids ?? []) {
		const name = oid?.id.join(".") ?? "";
		// The first one counts for whoever reads it too; a second would be a certificate that contradicts itself.
		if (!extensions.has(name)) extensions.set(name, value);
	}
	return {
		name: identity?.subjectAlternativeName,
		issuer: identity?.extensions?.issuer,
		extensions,
	};
}

type Identity = ReturnType<import("@sigstore/verify").Verifier["verify"]>["identity"];

function nameOf(signer: Signer): string {
	return signer.kind === "key" ? signer.name : (signer.trusted.workflow ?? signer.trusted.repository);
}

function reasonOf(thrown: unknown): string {
	const text = errorMessage(thrown).replace(/\s+/g, " ").slice(0, 300);
	return thrown instanceof UserError ? text : `it can't be verified (${text})`;
}

function refused(message: string): UserError {
	return new UserError("bundle-refused", message, { fault: "refused" });
}
