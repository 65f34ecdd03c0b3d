import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sigstoreInstance } from "#src/attest/instance.js";
import { type Signing, signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { statementOf } from "#src/attest/statement.js";
import { parseTrust } from "#src/attest/trust.js";
import { openVerifier } from "#src/attest/verify.js";
import { identityTokens } from "#src/runner/identity-token.js";
import { RUN, type SigstoreServer, startSigstore } from "./sigstore.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const OTHER = `sha256:${"b".repeat(64)}`;
const TYPE = "https://example.com/test/v1";

let sigstore: SigstoreServer;
beforeAll(async () => {
	sigstore = await startSigstore();
});
afterAll(() => sigstore[Symbol.asyncDispose]());

function keyless(server = sigstore, instance = server.instance): Signing {
	const identityToken = identityTokens({
		environment: server.environment,
		audience: "sigstore",
		mask: () => undefined,
	});
	return {
		key: undefined,
		instance: sigstoreInstance(instance, { server: undefined, isPublic: undefined }),
		identityToken,
	};
}

const statement = (digest = DIGEST) => statementOf({ name: "ghcr.io/acme/cart", digest }, TYPE, { a: 1 });

async function verify(
	bundle: Uint8Array,
	trust: string,
	{ root = sigstore.trustedRoot(), digest = DIGEST } = {},
) {
	const verifier = await openVerifier(parseTrust(`${trust}\ntrusted-root: root.json`), async () => root);
	return verifier.verify(bundle, digest);
}

/** A bundle as JSON, changed. */
// biome-ignore lint/suspicious/noExplicitAny: tests break documents in many ways
function changed(bundle: Uint8Array, change: (json: any) => void): Buffer {
	const json = JSON.parse(Buffer.from(bundle).toString("utf8"));
	change(json);
	return Buffer.from(JSON.stringify(json));
}

async function signedBy(claims: Partial<typeof RUN>, payload = statement()): Promise<Buffer> {
	sigstore.claims = { ...RUN, ...claims };
	try {
		return await signStatement(payload, keyless());
	} finally {
		sigstore.claims = { ...RUN };
	}
}

const FULL = "repository: acme/shop\nworkflow: .github/workflows/deliver.yml\nref: refs/heads/main";
let good: Buffer;
beforeAll(async () => {
	good = await signedBy({});
});

describe("a keyless signature", () => {
	it("is a bundle v0.3 with a certificate and a log entry", () => {
		expect(JSON.parse(good.toString())).toMatchObject({
			mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
			verificationMaterial: {
				certificate: { rawBytes: expect.any(String) },
				tlogEntries: [{ kindVersion: { kind: "dsse", version: "0.0.1" } }],
			},
			dsseEnvelope: { payloadType: "application/vnd.in-toto+json" },
		});
	});

	it.each([
		["the repository", "repository: acme/shop"],
		["its address, in another case", "repository: https://github.com/Acme/Shop"],
		["the file and the ref", FULL],
		["a pattern of refs", "repository: acme/shop\nref: refs/heads/m*"],
		["the file in full", "repository: acme/shop\nworkflow: acme/shop/.github/workflows/deliver.yml"],
		[
			"one of several signers",
			`- {repository: acme/other, trusted-root: root.json}\n- repository: acme/shop\n  trusted-root: root.json`,
		],
	])("counts for %s", async (_, trust) => {
		const text = trust.startsWith("-") ? trust : `${trust}\ntrusted-root: root.json`;
		const verifier = await openVerifier(parseTrust(text), async () => sigstore.trustedRoot());
		expect(verifier.verify(good, DIGEST)).toMatchObject({
			trusted: true,
			statement: { predicateType: TYPE, predicate: { a: 1 } },
		});
	});

	it("counts by a timestamp alone where the instance has no log", async () => {
		const bundle = await signStatement(
			statement(),
			keyless(sigstore, `fulcio: ${sigstore.url}\ntimestamp: ${sigstore.url}`),
		);
		const root = sigstore.trustedRoot({ log: false });
		expect(await verify(bundle, FULL, { root })).toMatchObject({ trusted: true });
		// An instance with a log asks for its entry, whatever else is there.
		expect(await verify(bundle, FULL)).toMatchObject({
			trusted: false,
			why: expect.stringMatching(/expected 1 tlog entries, got 0/),
		});
	});

	it("counts for a reusable workflow of another repository only where that is named", async () => {
		const workflow = "acme/ci/.github/workflows/verify.yml@refs/tags/v1";
		const bundle = await signedBy({ workflow });
		expect(await verify(bundle, "repository: acme/shop")).toMatchObject({
			trusted: false,
			why: expect.stringMatching(/a workflow of another repository/),
		});
		const named = "repository: acme/shop\nworkflow: acme/ci/.github/workflows/verify.yml";
		expect(await verify(bundle, named)).toMatchObject({ trusted: true });
	});

	it("counts at a ref whose name holds an @, as tags of services do, and at a commit", async () => {
		const ref = "refs/tags/cart@1.2.3";
		const file = "acme/shop/.github/workflows/deliver.yml";
		const tagged = await signedBy({ ref, workflow: `${file}@${ref}` });
		expect(await verify(tagged, FULL.replace("refs/heads/main", "refs/tags/cart@*"))).toMatchObject({
			trusted: true,
		});
		expect(await verify(tagged, FULL)).toMatchObject({
			trusted: false,
			why: expect.stringMatching(/a run of "refs\/tags\/cart@/),
		});
		const pinned = await signedBy({ workflow: `${file}@${"c".repeat(40)}` });
		expect(await verify(pinned, FULL)).toMatchObject({ trusted: true });
	});

	it.each([
		[
			"another repository",
			{ repository: "acme/shop-evil" },
			/of the repository "https:\/\/github.com\/acme\/shop-evil"/,
		],
		["a repository of the same name elsewhere", { repository: "evil/shop" }, /evil\/shop/],
		[
			"another workflow",
			{ workflow: "acme/shop/.github/workflows/evil.yml@refs/heads/main" },
			/not by .*deliver\.yml/,
		],
		[
			"the same file of another repository",
			{ workflow: "evil/shop/.github/workflows/deliver.yml@refs/heads/main" },
			/not by/,
		],
		[
			"a file in another case",
			{ workflow: "acme/shop/.github/workflows/Deliver.yml@refs/heads/main" },
			/not by/,
		],
		[
			"a name with two refs",
			{ workflow: "acme/shop/.github/workflows/deliver.yml@x@refs/heads/main" },
			/which is no workflow/,
		],
		[
			"a file whose name looks like one with its ref",
			{ workflow: "acme/shop/.github/workflows/deliver.yml@refs@refs/heads/main" },
			/which is no workflow/,
		],
		["another branch", { ref: "refs/heads/topic" }, /a run of "refs\/heads\/topic"/],
		["a longer branch", { ref: "refs/heads/main/x" }, /a run of/],
		["another issuer", { issuer: "https://issuer.example" }, /issuer is "https:\/\/issuer.example"/],
	] as [string, Partial<typeof RUN>, RegExp][])("does not count from %s", async (_, claims, why) => {
		expect(await verify(await signedBy(claims), FULL)).toEqual({
			trusted: false,
			statement: expect.anything(),
			why: expect.stringMatching(why),
		});
	});

	// biome-ignore lint/suspicious/noExplicitAny: as above
	const broken: [string, (json: any, other: any) => void, RegExp][] = [
		[
			"a changed payload",
			(json) =>
				(json.dsseEnvelope.payload = statementOf({ name: "x", digest: DIGEST }, TYPE, { a: 2 }).toString(
					"base64",
				)),
			/./,
		],
		[
			"another statement in its envelope",
			(json, other) => (json.dsseEnvelope.payload = other.dsseEnvelope.payload),
			/about another image/,
		],
		["no signature", (json) => (json.dsseEnvelope.signatures = []), /no sigstore bundle/],
		[
			"another signature",
			(json, other) =>
				(json.dsseEnvelope = { ...json.dsseEnvelope, signatures: other.dsseEnvelope.signatures }),
			/can't be verified/,
		],
		[
			"no log entry, its certificate having expired",
			(json) => (json.verificationMaterial.tlogEntries = []),
			/expected 1 timestamps, got 0/,
		],
		[
			"the log entry of another bundle",
			(json, other) => (json.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries),
			/can't be verified/,
		],
		[
			"a log entry twice",
			(json) => json.verificationMaterial.tlogEntries.push(json.verificationMaterial.tlogEntries[0]),
			/duplicate/,
		],
		[
			"a log entry of another time",
			(json) => (json.verificationMaterial.tlogEntries[0].integratedTime = "1700000000"),
			/can't be verified/,
		],
		[
			"a log entry without its proof",
			(json) => delete json.verificationMaterial.tlogEntries[0].inclusionProof,
			/no sigstore bundle/,
		],
		[
			"the certificate of another run",
			(json, other) => (json.verificationMaterial.certificate = other.verificationMaterial.certificate),
			/can't be verified/,
		],
		[
			"a certificate that is none",
			(json) => (json.verificationMaterial.certificate.rawBytes = "AAAA"),
			/can't be verified/,
		],
		[
			"a payload of another type",
			(json) => (json.dsseEnvelope.payloadType = "application/json"),
			/no in-toto statement/,
		],
		["two kinds of key", (json) => (json.verificationMaterial.publicKey = { hint: "x" }), /./],
		[
			"another version",
			(json) => (json.mediaType = "application/vnd.dev.sigstore.bundle.v9+json"),
			/no sigstore bundle/,
		],
		["nothing to verify", (json) => delete json.verificationMaterial, /no sigstore bundle/],
		["a number for its envelope", (json) => (json.dsseEnvelope = 7), /./],
	];
	it.each(broken)("does not count with %s", async (_, change, why) => {
		const other = JSON.parse((await signedBy({}, statement(OTHER))).toString());
		const bundle = changed(good, (json) => change(json, other));
		const verified = await verify(bundle, FULL);
		expect(verified).toMatchObject({ trusted: false, why: expect.stringMatching(why) });
	});

	it.each([
		["text", Buffer.from("hello"), /not JSON/],
		["null", Buffer.from("null"), /no sigstore bundle/],
		["a list", Buffer.from("[]"), /no sigstore bundle/],
		["bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), /not JSON/],
		["deep nesting", Buffer.from("[".repeat(100_000)), /./],
		["too many bytes", Buffer.alloc(4 * 1024 * 1024 + 1, 0x20), /more than 4194304 bytes/],
	])("is not made of %s", async (_, bytes, why) => {
		expect(await verify(bytes, FULL)).toMatchObject({ trusted: false, why: expect.stringMatching(why) });
	});

	it("does not count for another image, for an unknown instance, or by an expired certificate", async () => {
		expect(await verify(good, FULL, { digest: OTHER })).toMatchObject({
			trusted: false,
			why: "it is about another image",
		});
		await using expired = await startSigstore({ certificates: new Date("2021-01-01T00:00:00Z") });
		const root = expired.trustedRoot();
		expect(await verify(good, FULL, { root })).toMatchObject({ trusted: false });
		const late = await signStatement(statement(), keyless(expired));
		expect(await verify(late, FULL, { root })).toMatchObject({
			trusted: false,
			why: expect.stringMatching(/certificate/i),
		});
		// The bundled root is the public good instance's, which has not signed this.
		const verifier = await openVerifier(parseTrust(FULL), async () => "");
		expect(verifier.verify(good, DIGEST)).toMatchObject({
			trusted: false,
			why: expect.stringMatching(/can't be verified.*needs 'trusted-root'/),
		});
	});

	it("says which service failed, and never what the token was", async () => {
		for (const [path, text] of [
			["/token", "The runner gave no OIDC token: it answered 403"],
			["/api/v2/signingCert", "The certificate authority (Fulcio) gave no certificate"],
			["/api/v1/log/entries", "The transparency log (Rekor) took no entry"],
		] as const) {
			sigstore.broken.set(path, 403);
			const failure = await signStatement(statement(), keyless()).catch((thrown: unknown) => thrown);
			sigstore.broken.clear();
			expect(String(failure)).toContain(text);
			expect(failure).toMatchObject({ fault: "outside" });
			expect(String(failure)).not.toMatch(/eyJ/);
		}
		await expect(signStatement(statement(), { ...keyless(), identityToken: undefined })).rejects.toThrow(
			"neither a key nor an identity",
		);
	});
});

describe("a signature by a key", () => {
	const NOTHING = { fulcio: undefined, rekor: undefined, timestamp: undefined };
	const pair = (type: "ec" | "ed25519") =>
		type === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
	const pem = ({ privateKey, publicKey }: ReturnType<typeof pair>) => ({
		key: parseSigningKey(String(privateKey.export({ type: "pkcs8", format: "pem" }))),
		publicKey: String(publicKey.export({ type: "spki", format: "pem" })),
	});
	const trustOf = (text: string) => parseTrust(`key: |\n  ${text.trim().replaceAll("\n", "\n  ")}`);
	const files = async (): Promise<string> => sigstore.trustedRoot();

	it.each(["ec", "ed25519"] as const)("of the type %s counts for that key alone", async (type) => {
		const own = pem(pair(type));
		const bundle = await signStatement(statement(), { ...keyless(), key: own.key, instance: NOTHING });
		expect((await openVerifier(trustOf(own.publicKey), files)).verify(bundle, DIGEST)).toMatchObject({
			trusted: true,
			signer: "the key of 'trust'",
		});
		const other = trustOf(pem(pair(type)).publicKey);
		expect((await openVerifier(other, files)).verify(bundle, DIGEST)).toMatchObject({
			trusted: false,
			why: "it can't be verified (signature verification failed); it names another key than the key of 'trust'",
		});
		expect(await verify(bundle, FULL)).toMatchObject({
			trusted: false,
			why: "it is signed with a key, not by a workflow",
		});
		const swapped = changed(bundle, (json) => {
			json.dsseEnvelope.payload = statement(OTHER).toString("base64");
		});
		const by = await openVerifier(trustOf(own.publicKey), files);
		expect(by.verify(swapped, OTHER)).toMatchObject({
			trusted: false,
			why: expect.stringMatching(
				type === "ec" ? /failed\)$/ : /failed\); if cosign has signed it, an Ed25519 key/,
			),
		});
	});

	it("may carry a log entry, which must then be the log's and its own", async () => {
		const own = pem(pair("ec"));
		const instance = sigstoreInstance(`rekor: ${sigstore.url}`, { server: undefined, isPublic: undefined });
		const sign = (payload: Buffer) => signStatement(payload, { ...keyless(), key: own.key, instance });
		const bundle = await sign(statement());
		const trust = [{ ...trustOf(own.publicKey)[0], trustedRoot: "root.json" }] as ReturnType<
			typeof parseTrust
		>;
		const verifier = await openVerifier(trust, files);
		expect(verifier.verify(bundle, DIGEST)).toMatchObject({ trusted: true });
		const other = JSON.parse((await sign(statement(OTHER))).toString());
		const mixed = changed(bundle, (json) => {
			json.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
		});
		expect(verifier.verify(mixed, DIGEST).trusted).toBe(false);
	});

	it("is not a certificate's", async () => {
		const verifier = await openVerifier(trustOf(pem(pair("ec")).publicKey), files);
		expect(verifier.verify(good, DIGEST)).toMatchObject({
			trusted: false,
			why: "it is signed with a certificate, not with the key of 'trust'",
		});
	});
});

describe("what trust names", () => {
	it.each([
		["a root that is no root", "repository: a/b\ntrusted-root: x", "{}", "its media type is another"],
		["a root that is no JSON", "repository: a/b\ntrusted-root: x", "x", "it is not JSON"],
		["an empty root", "repository: a/b\ntrusted-root: x", "\n", "it is empty"],
		["a key that is no key", "key: cosign.pub", "hello", "it is not PEM"],
		[
			"a private key",
			"key: cosign.key",
			"-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
			"it is a private key",
		],
	])("is refused as %s", async (_, trust, text, why) => {
		await expect(openVerifier(parseTrust(trust), async () => text)).rejects.toThrow(why);
	});

	it("takes one root in each line, as gh prints them", async () => {
		await using other = await startSigstore();
		const root = `${other.trustedRoot()}\n${sigstore.trustedRoot()}\n`;
		expect(await verify(good, FULL, { root })).toMatchObject({ trusted: true });
	});
});
