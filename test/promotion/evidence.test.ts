import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { attachBundle } from "#src/attest/attach.js";
import { BUNDLE_MEDIA_TYPE, MAX_BUNDLE_SIZE } from "#src/attest/bundle-format.js";
import { PROMOTION_RECORD } from "#src/attest/promotion-record.js";
import { parseRequirements } from "#src/attest/requirement.js";
import { signStatement } from "#src/attest/sign.js";
import { statementOf } from "#src/attest/statement.js";
import { TEST_RESULT, testResultOf } from "#src/attest/test-result.js";
import { parseTrust } from "#src/attest/trust.js";
import { type BundleVerifier, openVerifier } from "#src/attest/verify.js";
import type { RequiredEvidence } from "#src/promotion/evidence.js";
import { createRegistryClient, type RegistryClient } from "#src/registry/client.js";
import { identityTokens } from "#src/runner/identity-token.js";
import { recordingLog } from "#src/runner/log.js";
import { RUN, type RunClaims, type SigstoreServer, startSigstore } from "../attest/sigstore.ts";
import {
	blobOf,
	imageOf,
	type Manifest,
	postBlob,
	pushImage,
	putManifest,
} from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { item, promote, tagAt, writesTo } from "./fixture.ts";

/** Required evidence, over real HTTP: a registry, a certificate authority and logs, made here. */

const SLSA = "https://slsa.dev/provenance/v1";
const COSIGN = "https://sigstore.dev/cosign/sign/v1";
const LEVELS = ["cart:unit", "cart:e2e"];

let sigstore: SigstoreServer;
let verifier: BundleVerifier;
let from: EmbeddedRegistry;
let to: EmbeddedRegistry;
let client: RegistryClient;
let count = 0;
let image: Manifest;
let name: string;

beforeAll(async () => {
	sigstore = await startSigstore();
	from = await startRegistry();
	to = await startRegistry();
	client = createRegistryClient({ mask: () => undefined, log: recordingLog(), sleep: async () => undefined });
	const trust = parseTrust(
		"repository: acme/shop\nworkflow: .github/workflows/deliver.yml\nref: refs/heads/main\ntrusted-root: root.json",
	);
	verifier = await openVerifier(trust, async () => sigstore.trustedRoot());
});

afterAll(async () => {
	await client.close();
	await from.close();
	await to.close();
	await sigstore[Symbol.asyncDispose]();
});

beforeEach(async () => {
	count += 1;
	name = `acme/cart${count}`;
	from.heal();
	to.requests.length = 0;
	image = await pushImage(from.url, name, "1", `cart ${count}`);
});

const verdict = (levels = LEVELS) =>
	testResultOf({
		commit: "c".repeat(40),
		repository: "https://github.com/acme/shop",
		ref: "refs/heads/main",
		url: undefined,
		levels: levels.map((level) => ({ level, quarantined: false })),
	});

async function sign(
	predicateType: string,
	predicate: object,
	{ digest = image.digest, claims = {} }: { digest?: string; claims?: Partial<RunClaims> } = {},
): Promise<Buffer> {
	const { environment } = sigstore;
	const identityToken = identityTokens({ environment, audience: "sigstore", mask: () => undefined });
	sigstore.claims = { ...RUN, ...claims };
	return signStatement(statementOf({ name, digest }, predicateType, predicate), {
		key: undefined,
		identityToken,
		instance: { fulcio: sigstore.url, rekor: sigstore.url, timestamp: undefined },
	});
}

const attach = (bytes: Buffer, predicateType = TEST_RESULT, digest = image.digest) =>
	attachBundle(
		client,
		{ registry: from.host, repository: name, digest },
		{ bytes, predicateType },
		new Date(),
	);

function required(...words: string[]): RequiredEvidence {
	return {
		requirements: parseRequirements(words, {}),
		verifier,
		levels: ({ service }) => (service === undefined ? undefined : LEVELS),
	};
}

const go = (...words: string[]) =>
	promote([item(`${from.host}/${name}:1 => ${to.host}/${name}:1`, { service: "cart" })], {
		evidence: required(...words),
	});

async function refusedWith(code: string, cause: string, text: RegExp, ...words: string[]): Promise<void> {
	const done = await go(...words);
	expect(done.outcome).toEqual({ kind: "refused", cause });
	expect(done.problems[0]).toMatchObject({ severity: "error", code });
	expect(done.problems[0]?.message).toMatch(text);
	expect(done.problems[0]?.message).toContain(image.digest);
	expect(writesTo(to)).toEqual([]);
	expect(await tagAt(to, name, "1")).toBeUndefined();
}

describe("evidence that is there", () => {
	it("lets the image through, and is told", async () => {
		const bundle = await attach(await sign(TEST_RESULT, verdict()));
		await attach(await sign(COSIGN, {}), COSIGN);
		await attach(await sign(SLSA, { buildDefinition: {} }), SLSA);
		await attach(await sign(PROMOTION_RECORD, { environment: "staging" }), PROMOTION_RECORD);
		const done = await go("gate", "signature", "attestation", "record:staging");
		expect(done.problems).toEqual([]);
		expect(done.outcome).toEqual({ kind: "promoted" });
		expect(done.images[0]?.evidence.map((each) => each.requirement)).toEqual([
			"gate",
			"signature",
			"attestation",
			"record:staging",
		]);
		expect(done.images[0]?.evidence[0]).toMatchObject({
			attestation: bundle,
			signer: "https://github.com/acme/shop/.github/workflows/deliver.yml",
		});
		// It has come along, so that the next environment can ask for it too.
		expect(await client.referrers({ registry: to.host, repository: name }, image.digest)).toHaveLength(4);
	});

	it("is held against no levels where no manifest declares the image, which is told", async () => {
		await attach(await sign(TEST_RESULT, verdict()));
		const line = item(`${from.host}/${name}:1 => ${to.host}/${name}:1`);
		const done = await promote([line], { evidence: required("gate") });
		expect(done.outcome).toEqual({ kind: "promoted" });
		expect(done.problems).toMatchObject([{ severity: "warning", code: "gate-levels-unknown" }]);
		expect(done.problems[0]?.message).toContain(`It covers ${LEVELS.join(", ")}`);
	});

	it("is found by its fallback tag where the registry has no referrers API", async () => {
		await using old = await startRegistry({ referrers: false });
		const own = await pushImage(old.url, name, "1", "old");
		await attachBundle(
			client,
			{ registry: old.host, repository: name, digest: own.digest },
			{ bytes: await sign(TEST_RESULT, verdict(), { digest: own.digest }), predicateType: TEST_RESULT },
			new Date(),
		);
		const tags = await client.listTags({ registry: old.host, repository: name });
		expect(tags).toContain(own.digest.replace(":", "-"));
		const line = item(`${old.host}/${name}:1 => ${to.host}/${name}:old`, { service: "cart" });
		const done = await promote([line], { evidence: required("gate") });
		expect(done.outcome).toEqual({ kind: "promoted" });
	});

	it("is neither hidden nor broken by what else is attached", async () => {
		await attach(Buffer.from("{"));
		await attach(Buffer.alloc(MAX_BUNDLE_SIZE + 1, 0x20));
		await attach(await sign(TEST_RESULT, verdict(), { claims: { repository: "evil/shop" } }));
		await putBroken();
		await attach(await sign(TEST_RESULT, verdict()), "https://example.com/a-lie");
		for (let at = 0; at < 5; at += 1) await attach(Buffer.from(JSON.stringify({ at })));
		expect((await go("gate")).outcome).toEqual({ kind: "promoted" });
	});
});

/** A manifest of a bundle whose blob is no bundle's. */
async function putBroken(): Promise<void> {
	const [config, layer] = [blobOf("{}"), blobOf("junk")];
	for (const blob of [config, layer]) await postBlob(from.url, name, blob);
	const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
	const manifest = imageOf(config, [layer, layer], { artifactType: BUNDLE_MEDIA_TYPE, subject });
	await putManifest(from.url, name, manifest.digest, manifest);
}

test("evidence of a branch that is not trusted says how to trust it, and none at all does not", async () => {
	const hint = async () => (await go("gate")).problems[0]?.hint;
	expect(await hint()).toMatch(/^Let the last gate attest this digest/);
	// By who is trusted: no entry would make it count.
	await attach(await sign(TEST_RESULT, verdict(["cart:unit"])));
	expect(await hint()).toMatch(/^Let the last gate attest this digest/);
	await attach(await sign(TEST_RESULT, verdict(), { claims: { ref: "refs/heads/release/1.x" } }));
	expect(await hint()).toMatch(/^If who signed it is trusted, add an entry .* to 'trust'/);
});

describe("evidence that does not count", () => {
	const cases: [string, () => Promise<unknown>, RegExp][] = [
		["nothing at all", async () => undefined, /lacks the required evidence 'gate': none is attached to it/],
		[
			"another repository's",
			async () => attach(await sign(TEST_RESULT, verdict(), { claims: { repository: "evil/shop" } })),
			/of the repository "https:\/\/github.com\/evil\/shop"/,
		],
		[
			"another workflow's",
			async () =>
				attach(
					await sign(TEST_RESULT, verdict(), {
						claims: { workflow: "acme/shop/.github/workflows/x.yml@refs/heads/main" },
					}),
				),
			/not by https:\/\/github.com\/acme\/shop\/.github\/workflows\/deliver.yml/,
		],
		[
			"another branch's",
			async () =>
				attach(
					await sign(TEST_RESULT, verdict(), {
						claims: {
							ref: "refs/heads/release/1.x",
							workflow: "acme/shop/.github/workflows/deliver.yml@refs/heads/release/1.x",
						},
					}),
				),
			/run of "refs\/heads\/release\/1.x", not of refs\/heads\/main \(name it in 'ref' of 'trust'/,
		],
		[
			"another issuer's",
			async () => attach(await sign(TEST_RESULT, verdict(), { claims: { issuer: "https://evil.example" } })),
			/issuer is "https:\/\/evil.example"/,
		],
		[
			"of another image",
			async () => attach(await sign(TEST_RESULT, verdict(), { digest: `sha256:${"9".repeat(64)}` })),
			/it is about another image/,
		],
		["of another kind", async () => attach(await sign(SLSA, {})), /none is attached to it/],
		[
			"a closed verdict",
			async () => attach(await sign(TEST_RESULT, { ...verdict(), result: "FAILED" })),
			/not open/,
		],
		[
			"a verdict without the end-to-end tests",
			async () => attach(await sign(TEST_RESULT, verdict(["cart:unit"]))),
			/does not cover cart:e2e/,
		],
		[
			"a verdict of another service",
			async () => attach(await sign(TEST_RESULT, verdict(["catalog:unit", "catalog:e2e"]))),
			/does not cover cart:unit, cart:e2e/,
		],
		[
			"another tool's test result",
			async () => attach(await sign(TEST_RESULT, { ...verdict(), configuration: [] })),
			/no gate's verdict/,
		],
		[
			"an unsigned statement",
			async () => {
				const bundle = JSON.parse((await sign(TEST_RESULT, verdict())).toString());
				bundle.dsseEnvelope.signatures = [];
				await attach(Buffer.from(JSON.stringify(bundle)));
			},
			/no sigstore bundle/,
		],
		[
			"a statement without a bundle",
			async () => attach(statementOf({ name, digest: image.digest }, TEST_RESULT, verdict())),
			/no sigstore bundle/,
		],
		[
			"a changed statement",
			async () => {
				const bundle = JSON.parse((await sign(TEST_RESULT, { ...verdict(), result: "FAILED" })).toString());
				const { payload } = bundle.dsseEnvelope;
				const text = Buffer.from(payload, "base64").toString().replace("FAILED", "PASSED");
				bundle.dsseEnvelope.payload = Buffer.from(text).toString("base64");
				await attach(Buffer.from(JSON.stringify(bundle)));
			},
			/can't be verified/,
		],
		["a broken manifest", putBroken, /more than one layer|none is attached/],
	];
	it.each(cases)("is %s", async (_, prepare, text) => {
		await prepare();
		await refusedWith("evidence-missing", "refused", text, "gate");
	});

	it("is the evidence of another image that is listed here", async () => {
		const other = await pushImage(from.url, name, "2", "other");
		const bundle = await sign(TEST_RESULT, verdict(), { digest: other.digest });
		await attach(bundle, TEST_RESULT, other.digest);
		await refusedWith("evidence-missing", "refused", /none is attached to it/, "gate");
	});

	it("is a record of another environment, and a verdict where a signature is asked for", async () => {
		await attach(await sign(PROMOTION_RECORD, { environment: "production" }), PROMOTION_RECORD);
		await attach(await sign(TEST_RESULT, verdict()));
		await refusedWith(
			"evidence-missing",
			"refused",
			/'record:staging'.*a record of the environment "production"/,
			"record:staging",
		);
		const done = await go("gate", "signature", "attestation", "record:staging");
		expect(done.problems.map(({ message }) => /'(\S+)'/.exec(message)?.[1])).toEqual([
			"signature",
			"attestation",
			"record:staging",
		]);
	});
});

describe("a signature in cosign's older form", () => {
	it("is not read, and that is said by its tag", async () => {
		const tag = `${image.digest.replace(":", "-")}.sig`;
		await pushImage(from.url, name, tag, "an older signature");
		const text = new RegExp(`lacks the required evidence 'signature'.*the tag ${tag} holds one`);
		await refusedWith("evidence-missing", "refused", text, "signature");
	});
});

describe("an error is not absence", () => {
	it.each([
		["the list", /\/referrers\//, 500],
		["the list, by its credentials", /\/referrers\//, 401],
		["the list, by its rights", /\/referrers\//, 403],
	])("when %s can't be read", async (_, path, status) => {
		await attach(await sign(TEST_RESULT, verdict()));
		from.inject({ method: "GET", path, action: { kind: "status", status } });
		await refusedWith("evidence-unreadable", "outside", /can't be told/, "gate");
	});

	it("when a bundle can't be read, unless another one is enough", async () => {
		const first = await attach(await sign(TEST_RESULT, verdict()));
		const path = new RegExp(`/manifests/${first}`);
		from.inject({ method: "GET", path, action: { kind: "status", status: 500 } });
		await refusedWith("evidence-unreadable", "outside", /can't be told/, "gate");
		await attach(await sign(TEST_RESULT, verdict()));
		const done = await promote(
			[item(`${from.host}/${name}:1 => ${to.host}/${name}:1`, { service: "cart" })],
			{ evidence: required("gate"), referrers: false },
		);
		expect(done.outcome).toEqual({ kind: "promoted" });
	});

	it("and a dry run says the same", async () => {
		const line = item(`${from.host}/${name}:1 => ${to.host}/${name}:1`);
		const done = await promote([line], { evidence: required("gate"), dryRun: true });
		expect(done.outcome).toEqual({ kind: "refused", cause: "refused" });
		await attach(await sign(TEST_RESULT, verdict([])));
		const again = await promote([line], { evidence: required("gate"), dryRun: true });
		expect(again.outcome).toEqual({ kind: "planned" });
	});

	it("and of a set every image is told", async () => {
		await attach(await sign(TEST_RESULT, verdict()));
		const bare = await pushImage(from.url, name, "bare", "bare");
		const lines = [
			item(`${from.host}/${name}:1 => ${to.host}/${name}:1`, { service: "cart" }),
			item(`${from.host}/${name}:bare => ${to.host}/${name}:bare`, { service: "cart" }),
		];
		const done = await promote(lines, { evidence: required("gate", "signature") });
		expect(done.problems.map(({ message }) => message.replace(/: none.*/, ""))).toEqual([
			`${from.host}/${name}:1 (${image.digest}) lacks the required evidence 'signature'`,
			`${from.host}/${name}:bare (${bare.digest}) lacks the required evidence 'gate'`,
			`${from.host}/${name}:bare (${bare.digest}) lacks the required evidence 'signature'`,
		]);
		expect(await tagAt(to, name, "1")).toBeUndefined();
	});
});
