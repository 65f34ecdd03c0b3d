import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachBundle } from "#src/attest/attach.js";
import { attachedBundles } from "#src/attest/attached.js";
import { type Signing, signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { statementOf } from "#src/attest/statement.js";
import { TEST_RESULT, testResultOf } from "#src/attest/test-result.js";
import { parseTrust } from "#src/attest/trust.js";
import { publicGoodRoots } from "#src/attest/trusted-root.js";
import { openVerifier } from "#src/attest/verify.js";
import { createRegistryClient, type RegistryClient } from "#src/registry/client.js";
import { registrySource } from "#src/registry/source.js";
import { identityTokens } from "#src/runner/identity-token.js";
import { recordingLog } from "#src/runner/log.js";
import { startSigstore } from "../attest/sigstore.ts";
import { type Manifest, pushImage } from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { spawnTool, tool } from "../live/tools.ts";

/**
 * What we sign, verified by cosign, and what cosign signs, verified by us: `npm run test:by-hand`, with cosign 2 on
 * the PATH. Building it takes longer than the rest of the gate's tools together, so `.ci/run` does not.
 */

const NOTHING = { fulcio: undefined, rekor: undefined, timestamp: undefined };

let folder: string;
let client: RegistryClient;
let registry: EmbeddedRegistry;
let image: Manifest;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "sluice-cosign-"));
	client = createRegistryClient({ mask: () => undefined, log: recordingLog() });
});

afterEach(async () => {
	await client.close();
	await registry.close();
	rmSync(folder, { recursive: true, force: true });
});

async function start(options: { referrers: boolean }): Promise<void> {
	registry = await startRegistry(options);
	image = await pushImage(registry.url, "acme/cart", "1", "cart");
}

const place = () => ({ registry: registry.host, repository: "acme/cart", digest: image.digest });
const reference = () => `${registry.host}/acme/cart@${image.digest}`;

function cosign(...args: string[]): Promise<{ code: number | null; output: string }> {
	const env = { ...process.env, HOME: folder, COSIGN_PASSWORD: "", COSIGN_YES: "true" };
	return spawnTool(tool("cosign"), args, { cwd: folder, env });
}

async function attest(signing: Signing): Promise<void> {
	const predicate = testResultOf({
		commit: "c".repeat(40),
		repository: "https://github.com/acme/shop",
		ref: "refs/heads/main",
		url: undefined,
		levels: [{ level: "cart:unit", quarantined: false }],
	});
	const name = `${registry.host}/acme/cart`;
	const statement = statementOf({ name, digest: image.digest }, TEST_RESULT, predicate);
	const bytes = await signStatement(statement, signing);
	await attachBundle(client, place(), { bytes, predicateType: TEST_RESULT }, new Date());
}

function keyPair(type: "ec" | "ed25519") {
	const { privateKey, publicKey } =
		type === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
	const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
	writeFileSync(join(folder, "key.pem"), pem);
	const trusted = String(publicKey.export({ type: "spki", format: "pem" }));
	writeFileSync(join(folder, "pub.pem"), trusted);
	return { key: parseSigningKey(pem), trusted };
}

describe.each([true, false])("with the referrers API: %s", (referrers) => {
	it.each(["ec", "ed25519"] as const)("cosign verifies what we sign with a key (%s)", async (type) => {
		await start({ referrers });
		const { key } = keyPair(type);
		await attest({ key, instance: NOTHING, identityToken: undefined });
		const { TrustedRoot } = await import("@sigstore/protobuf-specs");
		const [root] = await publicGoodRoots();
		if (root === undefined) throw new Error("there is no bundled root");
		writeFileSync(join(folder, "root.json"), JSON.stringify(TrustedRoot.toJSON(root)));
		const verify = (file: string) =>
			cosign(
				...["verify-attestation", "--new-bundle-format", "--key", file, "--trusted-root", "root.json"],
				...["--insecure-ignore-tlog=true", "--type", TEST_RESULT, reference()],
			);
		const good = await verify("pub.pem");
		expect(good.output).toContain("The cosign claims were validated");
		expect(good.code).toBe(0);
		keyPair(type);
		expect((await verify("pub.pem")).code).not.toBe(0);
	});
});

it("we verify what cosign signs and attests with a key", async () => {
	// Without the API cosign keeps the list itself, under the fallback tag.
	await start({ referrers: false });
	const { trusted } = keyPair("ec");
	expect((await cosign("import-key-pair", "--key", "key.pem", "--output-key-prefix", "own")).code).toBe(0);
	writeFileSync(join(folder, "predicate.json"), JSON.stringify({ buildDefinition: {}, runDetails: {} }));
	const how = ["--new-bundle-format", "--key", "own.key", "--tlog-upload=false"];
	const attested = await cosign(
		...["attest", ...how, "--type", "slsaprovenance1", "--predicate", "predicate.json", reference()],
	);
	expect(attested.code, attested.output).toBe(0);
	const signed = await cosign("sign", ...how, reference());
	expect(signed.code, signed.output).toBe(0);
	const verifier = await openVerifier(parseTrust("key: own.pub"), async () => trusted);
	const source = registrySource(client, place());
	const found = await attachedBundles(source, image.digest, new AbortController().signal);
	const types = found.map((each) => {
		if (each.kind !== "bundle") throw new Error(`${each.digest} can't be read`);
		const verified = verifier.verify(each.bytes, image.digest);
		return [verified.statement?.predicateType, verified.trusted];
	});
	expect(types.sort()).toEqual([
		["https://sigstore.dev/cosign/sign/v1", true],
		["https://slsa.dev/provenance/v1", true],
	]);
});

it("cosign verifies what a workflow signs, by its identity", async () => {
	await start({ referrers: true });
	await using sigstore = await startSigstore();
	writeFileSync(join(folder, "root.json"), sigstore.trustedRoot());
	const { environment, url } = sigstore;
	const identityToken = identityTokens({ environment, audience: "sigstore", mask: () => undefined });
	await attest({
		key: undefined,
		identityToken,
		instance: { fulcio: url, rekor: url, timestamp: undefined },
	});
	const verify = (workflow: string) =>
		cosign(
			...["verify-attestation", "--new-bundle-format", "--trusted-root", "root.json", "--type", TEST_RESULT],
			...["--certificate-oidc-issuer", "https://token.actions.githubusercontent.com"],
			...[
				"--certificate-identity",
				`https://github.com/acme/shop/.github/workflows/${workflow}@refs/heads/main`,
			],
			...["--certificate-github-workflow-repository", "acme/shop", reference()],
		);
	const good = await verify("deliver.yml");
	expect(good.output).toContain("The cosign claims were validated");
	expect(good.code).toBe(0);
	expect((await verify("other.yml")).code).not.toBe(0);
});
