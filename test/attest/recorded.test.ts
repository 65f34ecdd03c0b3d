import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attachBundle } from "#src/attest/attach.js";
import { PUBLIC_GOOD, sigstoreInstance } from "#src/attest/instance.js";
import { presentSigner } from "#src/attest/present-signer.js";
import { PROMOTION_RECORD } from "#src/attest/promotion-record.js";
import { isRecorded } from "#src/attest/recorded.js";
import { type Signing, signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { statementOf } from "#src/attest/statement.js";
import { createRegistryClient } from "#src/registry/client.js";
import { registrySource } from "#src/registry/source.js";
import { identityTokens } from "#src/runner/identity-token.js";
import { recordingLog } from "#src/runner/log.js";
import { pushImage } from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { RUN, type SigstoreServer, startSigstore } from "./sigstore.ts";

/** A record counts as there only where the present signer has signed it. */

let sigstore: SigstoreServer;
let registry: EmbeddedRegistry;
const client = createRegistryClient({ mask: () => undefined, log: recordingLog() });
beforeAll(async () => {
	[sigstore, registry] = [await startSigstore(), await startRegistry()];
});
afterAll(async () => {
	await client.close();
	await registry.close();
	await sigstore[Symbol.asyncDispose]();
});

const NOTHING = { fulcio: undefined, rekor: undefined, timestamp: undefined };

function byKey(type: "ec" | "ed25519", instance = NOTHING as Signing["instance"]): Signing {
	const { privateKey } =
		type === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
	const key = parseSigningKey(String(privateKey.export({ type: "pkcs8", format: "pem" })));
	return { key, instance, identityToken: undefined };
}

const own = () => sigstoreInstance(sigstore.instance, { server: undefined, isPublic: undefined });

function byRun(claims: Partial<typeof RUN> = {}): Signing {
	const { environment } = sigstore;
	const tokens = identityTokens({ environment, audience: "sigstore", mask: () => undefined });
	const identityToken = async () => {
		sigstore.claims = { ...RUN, ...claims };
		return (await tokens?.()) ?? "";
	};
	return { key: undefined, instance: own(), identityToken };
}

let images = 0;
async function found(signed: Signing, now: Signing, environment = "staging"): Promise<boolean> {
	images += 1;
	const { digest } = await pushImage(registry.url, `cart${images}`, "1", `cart ${images}`);
	const image = { registry: registry.host, repository: `cart${images}`, digest };
	const name = `${image.registry}/${image.repository}`;
	const statement = statementOf({ name, digest }, PROMOTION_RECORD, {
		environment: "staging",
		service: null,
		source: "x:1",
		destination: name,
		tags: [],
		planDigest: digest,
		promotedAt: "2026-01-01T00:00:00.000Z",
		url: null,
	});
	const bytes = await signStatement(statement, signed);
	await attachBundle(client, image, { bytes, predicateType: PROMOTION_RECORD }, new Date(0));
	const signer = await presentSigner(now, "https://github.com");
	const { signal } = new AbortController();
	return isRecorded(registrySource(client, image), digest, environment, { signer, signal });
}

it("by the same key", async () => {
	const [ec, ed25519, logged] = [byKey("ec"), byKey("ed25519"), byKey("ec", { ...own(), fulcio: undefined })];
	expect(await found(ec, ec)).toBe(true);
	expect(await found(ed25519, ed25519)).toBe(true);
	expect(await found(logged, logged)).toBe(true);
	expect(await found(ec, ec, "production")).toBe(false);
});

it("by the same workflow, also at another version of it", async () => {
	expect(await found(byRun(), byRun())).toBe(true);
	const reusable = "acme/ci/.github/workflows/deliver.yml";
	const [old, now] = ["refs/tags/v1@1", "refs/tags/v2"].map((ref) =>
		byRun({ workflow: `${reusable}@${ref}` }),
	);
	expect(await found(old ?? byRun(), now ?? byRun())).toBe(true);
});

it("and by nobody else", async () => {
	const key = byKey("ec");
	expect(await found(key, byKey("ec"))).toBe(false);
	expect(await found(key, byKey("ed25519"))).toBe(false);
	expect(await found(key, byRun())).toBe(false);
	expect(await found(byRun(), key)).toBe(false);
	expect(await found(byRun(), byRun({ ref: "refs/heads/topic" }))).toBe(false);
	expect(await found(byRun(), byRun({ repository: "acme/other" }))).toBe(false);
	expect(await found(byRun(), byRun({ issuer: "https://token.other.example" }))).toBe(false);
	const promote = "acme/shop/.github/workflows/promote.yml@refs/heads/main";
	expect(await found(byRun(), byRun({ workflow: promote }))).toBe(false);
	// Whoever trusts the public instance does not trust this one.
	expect(await found(byRun(), { ...byRun(), instance: PUBLIC_GOOD })).toBe(false);
});

it("which must be named: a token without claims is told, and not shown", async () => {
	const signing = { ...byRun(), identityToken: async () => "secret.e30.x" };
	const told = await presentSigner(signing, "https://github.com").catch(String);
	expect(told).toContain("it has no iss");
	expect(told).not.toContain("secret");
});
