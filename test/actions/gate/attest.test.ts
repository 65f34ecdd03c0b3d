import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AttestPort, attestVerdict, parseAttestLines } from "#src/actions/gate/attest.js";
import { attachBundle } from "#src/attest/attach.js";
import { attachToLayout } from "#src/attest/attach-to-layout.js";
import { signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { parseEvent } from "#src/context/event.js";
import { createRegistryClient, type RegistryClient } from "#src/registry/client.js";
import { isLayoutFolder } from "#src/registry/layout-files.js";
import { layoutSubject } from "#src/registry/layout-referrer.js";
import { recordingLog } from "#src/runner/log.js";
import { type Manifest, pushImage } from "../../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../../embedded-registry/server.ts";
import { referrersAt } from "../../promotion/fixture.ts";
import { writeLayout } from "../promote/layout.ts";

/** Signing and attaching by a key, in a real registry and in layouts on disk. */

let registry: EmbeddedRegistry;
let client: RegistryClient;
let image: Manifest;
let port: AttestPort;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "sluice-attest-"));
	registry = await startRegistry();
	client = createRegistryClient({ mask: () => undefined, log: recordingLog(), sleep: async () => undefined });
	image = await pushImage(registry.url, "cart", "1", "cart");
	const { privateKey } = generateKeyPairSync("ed25519");
	const key = parseSigningKey(String(privateKey.export({ type: "pkcs8", format: "pem" })));
	const instance = { fulcio: undefined, rekor: undefined, timestamp: undefined };
	port = {
		layoutDigest: async (layout) => (await layoutSubject(layout, folder)).digest,
		layoutOf: async (service) => {
			const path = `sluice-image/${service}`;
			return (await isLayoutFolder(join(folder, path))) ? { path } : undefined;
		},
		sign: (statement) => signStatement(statement, { key, instance, identityToken: undefined }),
		attach: (to, bytes, predicateType) =>
			to.kind === "layout"
				? attachToLayout(to, folder, { bytes, predicateType }, new Date(0), new AbortController().signal)
				: attachBundle(client, to, { bytes, predicateType }, new Date(0)),
	};
});

afterAll(async () => {
	rmSync(folder, { recursive: true });
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
		expect(images).toEqual({
			images: [{ kind: "registry", registry: "ghcr.io", repository: "a/b", digest }],
			built: false,
		});
	});

	it.each([
		["oci-layout:sluice-image/cart", { path: "sluice-image/cart" }],
		["oci-layout:sluice-image/cart:1.2.3", { path: "sluice-image/cart", tag: "1.2.3" }],
		[`oci-layout:C/x@sha256:${"a".repeat(64)}`, { path: "C/x", digest: `sha256:${"a".repeat(64)}` }],
	])("takes layouts as promote does: %s", (line, layout) => {
		const expected = { images: [{ kind: "layout", ...layout }], built: true };
		expect(parseAttestLines([line, "built", line])).toEqual(expected);
	});

	it.each([
		["ghcr.io/a/b:1", "attest-line"],
		["built:1", "attest-line"],
		["oci-layout:", "invalid-image-name"],
		["oci-layout:a:-$(id)", "invalid-image-name"],
		["oci-layout:a:x\u0000", "invalid-image-name"],
	])("refuses %j", (line, code) => {
		expect(() => parseAttestLines([line])).toThrow(expect.objectContaining({ code }));
	});

	it("tells of each image that failed, and the others get theirs", async () => {
		const absent = `sha256:${"0".repeat(64)}`;
		const { attestations, problems } = await attestVerdict(
			open,
			lines(absent, image.digest),
			[],
			event,
			port,
		);
		expect(attestations).toMatchObject([
			{ digest: absent, attestation: null },
			{ digest: image.digest, attestation: expect.stringMatching(/^sha256:/) },
		]);
		expect(problems).toMatchObject([{ severity: "error", code: "attest-image-missing" }]);
		expect(await referrersAt(registry, "cart", image.digest)).toEqual([attestations[1]?.attestation]);
	});

	it("fails where the registry takes it not", async () => {
		registry.inject({ method: "PUT", path: /manifests/, action: { kind: "status", status: 403 } });
		const { attestations, problems } = await attestVerdict(open, lines(image.digest), [], event, port);
		registry.heal();
		expect(attestations).toMatchObject([{ attestation: null }]);
		expect(problems[0]).toMatchObject({
			severity: "error",
			message: expect.stringMatching(/is open, and .* did not get it/),
		});
	});

	it("is for what was built and tested", async () => {
		const judged = { ...open, digests: { cart: `sha256:${"e".repeat(64)}` } };
		const { problems } = await attestVerdict(judged, lines(image.digest), [], event, port);
		expect(problems).toMatchObject([{ code: "attest-untested" }]);
		const tested = { ...open, digests: { cart: image.digest } };
		expect((await attestVerdict(tested, lines(image.digest), [], event, port)).problems).toEqual([]);
	});

	const entriesOf = (service: string) =>
		JSON.parse(readFileSync(join(folder, "sluice-image", service, "index.json"), "utf8")).manifests;

	it("reaches what builds left: in a layout, else under the name in the manifest", async () => {
		const cart = writeLayout(join(folder, "sluice-image", "cart"), "cart", "1.2.3");
		mkdirSync(join(folder, "sluice-image", "pushed"));
		const digests = { cart: cart.digest, pushed: image.digest, unknown: `sha256:${"f".repeat(64)}` };
		const declared = [
			{ name: "cart", image: "ghcr.io/acme/cart" },
			{ name: "pushed", image: `${registry.host}/cart` },
		];
		const request = { images: [], built: true };
		const run = await attestVerdict({ ...open, digests }, request, declared, event, port);
		expect(run.attestations).toEqual([
			{ image: "unknown", digest: digests.unknown, attestation: null },
			{ image: "oci-layout:sluice-image/cart", digest: cart.digest, attestation: expect.any(String) },
			{ image: `${registry.host}/cart`, digest: image.digest, attestation: expect.any(String) },
		]);
		expect(run.problems).toMatchObject([{ severity: "error", code: "attest-image-unknown" }]);
		expect(entriesOf("cart")).toMatchObject([
			{ digest: cart.digest },
			{ digest: run.attestations[1]?.attestation },
		]);
		const none = await attestVerdict(open, request, declared, event, port);
		expect(none).toMatchObject({
			attestations: [],
			problems: [{ severity: "notice", code: "nothing-built" }],
		});
	});

	it("makes no path of a service that evidence alone names", async () => {
		writeLayout(join(folder, "elsewhere"), "elsewhere");
		const digests = { "../elsewhere": image.digest };
		const run = await attestVerdict({ ...open, digests }, { images: [], built: true }, [], event, port);
		expect(run.attestations).toEqual([{ image: "../elsewhere", digest: image.digest, attestation: null }]);
	});

	it("is not for a layout of another image than what was tested, nor for a broken one", async () => {
		writeLayout(join(folder, "other"), "other");
		const digests = { cart: image.digest };
		const request = parseAttestLines(["oci-layout:other", "oci-layout:missing"]);
		const run = await attestVerdict({ ...open, digests }, request, [], event, port);
		expect(run.problems).toMatchObject([{ code: "attest-untested" }, { code: "broken-layout" }]);
		expect(run.attestations).toMatchObject([{ attestation: null }, { digest: "", attestation: null }]);
		const { manifests } = JSON.parse(readFileSync(join(folder, "other", "index.json"), "utf8"));
		expect(manifests).toHaveLength(1);
	});

	it.each(["held", "closed"] as const)("writes nothing for a gate that is %s", async (verdict) => {
		registry.requests.length = 0;
		const judged = { ...open, open: false, verdict };
		const { attestations, problems } = await attestVerdict(judged, lines(image.digest), [], event, port);
		expect(attestations).toEqual([]);
		expect(problems).toMatchObject([
			{ severity: "notice", message: `No image gets an attestation: the gate is ${verdict}` },
		]);
		expect(registry.requests).toEqual([]);
	});
});
