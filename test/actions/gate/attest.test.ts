import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AttestPort, attestVerdict, parseAttestLines } from "#src/actions/gate/attest.js";
import { attachBundle } from "#src/attest/attach.js";
import { signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { parseEvent } from "#src/context/event.js";
import { createRegistryClient, type RegistryClient } from "#src/registry/client.js";
import { recordingLog } from "#src/runner/log.js";
import { type Manifest, pushImage } from "../../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../../embedded-registry/server.ts";
import { referrersAt } from "../../promotion/fixture.ts";

/** Signing and attaching by a key, in a real registry. */

let registry: EmbeddedRegistry;
let client: RegistryClient;
let image: Manifest;
let port: AttestPort;

beforeAll(async () => {
	registry = await startRegistry();
	client = createRegistryClient({ mask: () => undefined, log: recordingLog(), sleep: async () => undefined });
	image = await pushImage(registry.url, "cart", "1", "cart");
	const { privateKey } = generateKeyPairSync("ed25519");
	const key = parseSigningKey(String(privateKey.export({ type: "pkcs8", format: "pem" })));
	const instance = { fulcio: undefined, rekor: undefined, timestamp: undefined };
	port = {
		sign: (statement) => signStatement(statement, { key, instance, identityToken: undefined }),
		attach: (to, bytes, predicateType) => attachBundle(client, to, { bytes, predicateType }, new Date(0)),
	};
});

afterAll(async () => {
	await client.close();
	await registry.close();
});

const event = parseEvent({}, undefined);
type Judged = Parameters<typeof attestVerdict>[0];
const open: Judged = { open: true, verdict: "open", services: [], digests: {}, commit: "c".repeat(40) };
const lines = (...digests: string[]) =>
	parseAttestLines(digests.map((digest) => `${registry.host}/cart@${digest}`));

describe("attest", () => {
	it("names each image once, by its digest, whatever its tag", () => {
		const digest = `sha256:${"a".repeat(64)}`;
		const images = parseAttestLines([`ghcr.io/a/b:1@${digest}`, `ghcr.io/a/b@${digest}`]);
		expect(images).toEqual([{ registry: "ghcr.io", repository: "a/b", digest }]);
	});

	it("tells of each image that failed, and the others get theirs", async () => {
		const absent = `sha256:${"0".repeat(64)}`;
		const { attestations, problems } = await attestVerdict(open, lines(absent, image.digest), event, port);
		expect(attestations).toMatchObject([
			{ digest: absent, attestation: null },
			{ digest: image.digest, attestation: expect.stringMatching(/^sha256:/) },
		]);
		expect(problems).toMatchObject([{ severity: "error", code: "attest-image-missing" }]);
		expect(await referrersAt(registry, "cart", image.digest)).toEqual([attestations[1]?.attestation]);
	});

	it("fails where the registry takes it not", async () => {
		registry.inject({ method: "PUT", path: /manifests/, action: { kind: "status", status: 403 } });
		const { attestations, problems } = await attestVerdict(open, lines(image.digest), event, port);
		registry.heal();
		expect(attestations).toMatchObject([{ attestation: null }]);
		expect(problems[0]).toMatchObject({ severity: "error", message: /is open, and .* did not get it/ });
	});

	it("is for what was built and tested", async () => {
		const judged = { ...open, digests: { cart: `sha256:${"e".repeat(64)}` } };
		const { problems } = await attestVerdict(judged, lines(image.digest), event, port);
		expect(problems).toMatchObject([{ code: "attest-untested" }]);
		const tested = { ...open, digests: { cart: image.digest } };
		expect((await attestVerdict(tested, lines(image.digest), event, port)).problems).toEqual([]);
	});

	it.each(["held", "closed"] as const)("writes nothing for a gate that is %s", async (verdict) => {
		registry.requests.length = 0;
		const judged = { ...open, open: false, verdict };
		const { attestations, problems } = await attestVerdict(judged, lines(image.digest), event, port);
		expect(attestations).toEqual([]);
		expect(problems).toMatchObject([
			{ severity: "notice", message: `No image gets an attestation: the gate is ${verdict}` },
		]);
		expect(registry.requests).toEqual([]);
	});
});
