import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBlob } from "#src/registry/blobs.js";
import { copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { cosignTags } from "#src/registry/cosign-tags.js";
import { digestOf } from "#src/registry/digest.js";
import { openKeychain } from "#src/registry/keychain.js";
import { parseSource } from "#src/registry/name.js";
import { openSource, registrySource } from "#src/registry/source.js";
import {
	type Content,
	failureOf,
	image,
	index,
	keychain,
	named,
	push,
	referrer,
	type TestClient,
	testClient,
	writeLayout,
} from "../registry/images.ts";
import { readBack } from "./read-back.ts";
import {
	type LiveRegistry,
	startCraneRegistry,
	startDistribution,
	startDockerRegistry,
} from "./registry-servers.ts";

const USER = { username: "promoter", password: "a pass:word ü" };
const BIG = Buffer.from("layer ".repeat(1_000_000));
const read = (stream: Readable) => readBlob(stream, 1 << 24, "It");

let docker: LiveRegistry;
let distribution: LiveRegistry;
let crane: LiveRegistry;
let client: TestClient;

beforeAll(async () => {
	docker = await startDockerRegistry(USER);
	distribution = await startDistribution(USER);
	crane = await startCraneRegistry();
	const registryAuth = JSON.stringify(
		[docker, distribution].map(({ host }) => ({ registry: host, ...USER })),
	);
	client = testClient({ credentials: openKeychain({ registryAuth, env: {}, mask: () => undefined }) });
});

afterAll(async () => {
	await client?.close();
	await distribution?.[Symbol.asyncDispose]();
	await docker?.[Symbol.asyncDispose]();
	await crane?.[Symbol.asyncDispose]();
});

async function expectContent(to: { registry: string; repository: string }, content: Content): Promise<void> {
	for (const { descriptor, body } of content.manifests) {
		expect((await client.getManifest({ ...to, digest: descriptor.digest })).body).toEqual(body);
	}
	for (const [digest, bytes] of content.blobs) {
		// Not toEqual: that takes seconds for megabytes.
		expect((await read(await client.getBlob(to, digest, bytes.length))).equals(bytes)).toBe(true);
	}
}

describe.each([
	["docker-registry", () => docker.host],
	["distribution 3 with tokens", () => distribution.host],
	["crane's registry", () => crane.host],
] as const)("%s", (name, host) => {
	const repository = (path: string) => ({ registry: host(), repository: path });

	test("push, look, read, list", async () => {
		const to = repository("live/verbs");
		const content = index([image(["a", BIG]), image(["b", ""])]);
		await client.cancelUpload(to, await client.startUpload(to));
		expect(await client.listTags(to)).toEqual([]);
		await push(client, to, content, "1.0");
		expect(await client.headManifest({ ...to, tag: "1.0" })).toEqual({
			digest: content.root.digest,
			mediaType: content.root.mediaType,
			size: content.root.size,
		});
		expect(await client.headManifest({ ...to, tag: "none" })).toBeUndefined();
		expect(await client.hasBlob(to, digestOf(BIG), BIG.length)).toBe(true);
		expect(await client.hasBlob(to, digestOf("none"))).toBe(false);
		expect(await client.listTags(to)).toEqual(["1.0"]);
		await expectContent(to, content);
		expect(await failureOf(client.getManifest({ ...to, tag: "none" }))).toMatchObject({ code: "not-found" });
	});

	test("a mount moves nothing", async () => {
		const from = repository("live/mount-from");
		const content = image(["m", BIG]);
		await push(client, from, content, "1");
		const to = repository("live/mount-to");
		const source = registrySource(client, { ...from, tag: "1" });
		const session = createCopySession({ client });
		const { bytes } = await copyContents(source, await source.resolve(), to, { session });
		// The config is so small that nobody looks for it first.
		expect(bytes.moved).toBeLessThan(content.root.size + 1000);
		// crane's registry keeps blobs for all repositories together, so there it is simply present.
		expect(name === "crane's registry" ? bytes.present : bytes.mounted).toBeGreaterThanOrEqual(BIG.length);
		await expectContent(to, content);
	});

	test("a tag is deleted, or the registry says that it deletes none", async () => {
		const to = repository("live/deletion");
		const content = image(["d"]);
		await push(client, to, content, "1");
		const outcome = await client.deleteTag({ ...to, tag: "1" });
		const standing = await client.headManifest({ ...to, tag: "1" });
		expect(standing === undefined).toBe(outcome === "deleted");
		expect(await client.headManifest({ ...to, digest: content.root.digest })).toBeDefined();
		expect(outcome).toBe(name === "docker-registry" ? "unsupported" : "deleted");
	});

	test("from a layout with a signature, twice", async () => {
		const content = index([image(["l", BIG])]);
		const signed = referrer(content.root, "signature", { note: "kept" });
		const folder = await writeLayout([content, signed], [named(content.root, "2.0"), signed.root]);
		const source = openSource(client, parseSource(`oci-layout:${folder}`), "/");
		const to = repository("live/layout");
		const root = await source.resolve();
		const first = await copyContents(source, root, to, {
			session: createCopySession({ client }),
			referrers: true,
		});
		expect(first).toMatchObject({
			changed: true,
			referrers: [{ digest: signed.root.digest, attached: true }],
		});
		await expectContent(to, content);
		await expectContent(to, signed);
		expect(await client.referrers(to, root.digest)).toEqual([
			expect.objectContaining({
				digest: signed.root.digest,
				artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json",
				annotations: { note: "kept" },
			}),
		]);
		// Neither has the referrers API (crane's library has it, its command not).
		expect(await client.listTags(to)).toEqual([root.digest.replace(":", "-")]);
		const second = await copyContents(source, root, to, {
			session: createCopySession({ client }),
			referrers: true,
		});
		expect(second).toMatchObject({ changed: false, bytes: { moved: 0, mounted: 0 } });
	});

	test("crane, regctl, oras and skopeo read back what was copied, and agree", async () => {
		const content = index([image(["r", BIG]), image(["s"])]);
		const signed = referrer(content.root, "signature", { note: "kept" });
		const cosign = image(["cosign's signature"]);
		const start = { registry: crane.host, repository: "live/read-back-start" };
		await push(client, start, content, "1.0");
		await push(client, start, signed);
		await client.addToReferrersTag(start, content.root.digest, [signed.root]);
		const [tag = ""] = cosignTags(content.root.digest);
		await push(client, start, cosign, tag);
		const to = repository("live/read-back");
		const source = registrySource(client, { ...start, tag: "1.0" });
		const root = await source.resolve();
		await copyContents(source, root, to, { session: createCopySession({ client }), referrers: true });
		const { body, mediaType } = await source.manifest(root.digest);
		await client.putManifest({ ...to, tag: "1.0" }, body, mediaType);
		const told = await readBack(to, "1.0", [docker, distribution], USER);
		for (const [peer, { digest, tags, referrers }] of told) {
			expect([peer, digest]).toEqual([peer, root.digest]);
			expect([peer, [...tags].sort()]).toEqual([peer, ["1.0", root.digest.replace(":", "-"), tag].sort()]);
			if (referrers !== undefined) expect([peer, referrers]).toEqual([peer, [signed.root.digest]]);
		}
		expect([...told.keys()]).toEqual(["crane", "regctl", "oras", "skopeo"]);
	});

	test("a blob that is not what its digest says is not taken", async () => {
		const to = repository("live/wrong");
		const wrong = { digest: digestOf("right"), size: 5 };
		await failureOf(client.uploadBlob(to, wrong, async () => Readable.from([Buffer.from("wrong")])));
		expect(await client.hasBlob(to, wrong.digest)).toBe(false);
	});
});

test("between the two, both ways", async () => {
	const content = index([image(["x", BIG]), image(["y"])]);
	const signed = referrer(content.root, "signature");
	const start = { registry: crane.host, repository: "live/start" };
	await push(client, start, content, "1");
	await push(client, start, signed);
	await client.addToReferrersTag(start, content.root.digest, [signed.root]);
	const middle = { registry: docker.host, repository: "live/middle" };
	const end = { registry: crane.host, repository: "live/end" };
	for (const [from, to] of [
		[{ ...start, digest: content.root.digest }, middle],
		[{ ...middle, digest: content.root.digest }, end],
	] as const) {
		const source = registrySource(client, from);
		const session = createCopySession({ client });
		const result = await copyContents(source, await source.resolve(), to, { session, referrers: true });
		expect(result.referrers).toMatchObject([{ digest: signed.root.digest, attached: true }]);
		await expectContent(to, content);
		await expectContent(to, signed);
	}
});

test("docker-registry turns wrong and missing credentials away, with the fix", async () => {
	const ref = { registry: docker.host, repository: "live/verbs", tag: "1.0" };
	await using wrong = testClient({ credentials: keychain(docker.host, USER.username, "wrong-password") });
	const refused = await failureOf(wrong.headManifest(ref));
	expect(refused).toMatchObject({ code: "registry-unauthorized", fault: "outside" });
	expect(refused.hint).toContain("registry-auth");
	expect(refused.message + refused.hint).not.toContain("wrong-password");
	await using anonymous = testClient();
	const missing = await failureOf(anonymous.headManifest(ref));
	expect(missing.hint).toContain(`No credentials for ${docker.host} were found`);
});
