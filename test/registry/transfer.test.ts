import { describe, expect, test } from "vitest";
import { copyContents } from "#src/registry/copy.js";
import { CopyProgress, progressLine } from "#src/registry/copy-progress.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { cosignTags } from "#src/registry/cosign-tags.js";
import { digestOf } from "#src/registry/digest.js";
import { createAdaptiveLimit } from "#src/registry/limit.js";
import { selectPlatforms } from "#src/registry/platforms.js";
import { registrySource } from "#src/registry/source.js";
import { initialTraits } from "#src/registry/upload-traits.js";
import { type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import { type Content, failureOf, image, index, push, testClient } from "./images.ts";

/** How bytes move: what is resumed, what is split, what it costs, and what comes along. */

const BIG = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 31 + (at >> 8)) & 255));
const BLOB = digestOf(BIG);

async function stage(content: Content, to: RegistryOptions = {}) {
	const source = await startRegistry();
	const destination = await startRegistry(to);
	const client = testClient();
	const from = { registry: source.host, repository: "acme/shop" };
	await push(client, from, content, "1");
	source.requests.length = 0;
	const at = { registry: destination.host, repository: "prod/shop" };
	const opened = registrySource(client, { ...from, tag: "1" });
	return {
		source,
		destination,
		client,
		from,
		at,
		opened,
		async copy(how: { referrers?: boolean; complete?: boolean; progress?: CopyProgress } = {}) {
			const session = createCopySession({ client, progress: how.progress });
			return copyContents(opened, await opened.resolve(), at, { ...how, session });
		},
		blobs: (method: string) =>
			destination.requests.filter((each) => each.method === method && each.path.includes("/blobs/")),
		async [Symbol.asyncDispose]() {
			await client.close();
			await source.close();
			await destination.close();
		},
	};
}

const BLOB_GET = new RegExp(`blobs/${BLOB}`);

describe("a broken transfer goes on where it stopped", () => {
	test("a download, by Range, the upload untouched", async () => {
		await using s = await stage(image([BIG]));
		s.source.inject({
			method: "GET",
			path: BLOB_GET,
			nth: 1,
			action: { kind: "reset", afterBytes: 2_000_000 },
		});
		await s.copy();
		const reads = s.source.requests.filter(({ path }) => BLOB_GET.test(path));
		expect(reads.map(({ status }) => status)).toEqual([200, 206]);
		const [, start] = /^bytes=(\d+)-$/.exec(reads[1]?.headers.range ?? "") ?? [];
		expect(Number(start)).toBeGreaterThan(1_000_000);
		expect(s.blobs("PUT")).toHaveLength(1);
		expect(await s.client.hasBlob(s.at, BLOB, BIG.length)).toBe(true);
	});

	test("an upload, by its status", async () => {
		await using s = await stage(image([BIG]));
		s.destination.inject({
			method: "PUT",
			path: /uploads/,
			nth: 1,
			action: { kind: "reset", afterBytes: 2_000_000 },
		});
		await s.copy();
		expect(s.blobs("GET")).toHaveLength(1);
		const puts = s.blobs("PUT");
		expect(puts).toHaveLength(2);
		expect(puts[1]?.headers["content-range"]).toMatch(/^\d{7}-2999999$/);
		expect(Number(puts[1]?.headers["content-length"])).toBeLessThan(2_000_000);
		expect(await s.client.hasBlob(s.at, BLOB, BIG.length)).toBe(true);
	});

	test("an upload that broke twice, in chunks", async () => {
		const size = 12_000_000;
		const bytes = Buffer.alloc(size, BIG);
		await using s = await stage(image([bytes]));
		s.destination.inject({
			method: "PUT",
			path: /uploads/,
			nth: 1,
			times: 2,
			action: { kind: "reset", afterBytes: 5_000_000 },
		});
		await s.copy();
		expect(s.blobs("POST").filter(({ path }) => path.endsWith("/uploads/"))).toHaveLength(1);
		expect(s.blobs("DELETE")).toEqual([]);
		const [range = "", ...more] = s.blobs("PATCH").map(({ headers }) => headers["content-range"]);
		expect(range).toMatch(/^\d+-11999999$/);
		expect(Number(range.split("-")[0])).toBeGreaterThan(8_000_000);
		expect(more).toEqual([]);
		expect(await s.client.hasBlob(s.at, digestOf(bytes), size)).toBe(true);
	});

	test("a registry that has not kept what it says: once more from the start", async () => {
		await using s = await stage(image([BIG]));
		s.destination.inject({
			method: "PUT",
			path: /uploads/,
			nth: 1,
			action: { kind: "reset", afterBytes: 2_000_000 },
		});
		s.destination.inject({
			method: "GET",
			path: /uploads/,
			action: { kind: "status", status: 204, headers: { range: "0-2500000" } },
		});
		await s.copy();
		expect(s.blobs("PUT").map(({ status }) => status)).toEqual([0, 416, 201]);
		expect(await s.client.hasBlob(s.at, BLOB, BIG.length)).toBe(true);
	});
});

describe("chunks", () => {
	test("where one piece is too large, and smaller ones where those are", async () => {
		await using s = await stage(image([BIG]), { bodyLimit: 200_000 });
		await s.copy();
		const patches = s.blobs("PATCH").filter(({ status }) => status === 202);
		expect(patches.length).toBeGreaterThan(14);
		expect(await s.client.hasBlob(s.at, BLOB, BIG.length)).toBe(true);
	});

	test("never smaller than the registry's least", async () => {
		await using s = await stage(image([BIG]), { bodyLimit: 200_000 });
		s.destination.inject({
			method: "POST",
			path: /uploads\/$/,
			action: { kind: "answer", headers: { "oci-chunk-min-length": "500000" } },
		});
		expect(await failureOf(s.copy())).toMatchObject({ code: "content-too-large" });
	});

	test("at most 64 MiB in memory, whatever the registry asks for", async () => {
		await using s = await stage(image([Buffer.from("{}")]));
		s.destination.inject({
			method: "POST",
			action: { kind: "answer", headers: { "oci-chunk-min-length": "9007199254740991" } },
		});
		expect((await s.client.startUpload(s.at)).leastChunk).toBe(64 * 1024 * 1024);
	});

	test.each([
		"123456789012.dkr.ecr.eu-west-1.amazonaws.com",
		"123456789012.dkr-ecr-fips.us-east-1.on.aws",
		"123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn",
		"public.ecr.aws",
		"europe-docker.pkg.dev",
		"europe-docker.pkg.dev:443",
		"public.ecr.aws:443",
		"eu.gcr.io",
		"gcr.io",
	])("%s gets none", (registry) => {
		expect(initialTraits(registry).chunks).toBe("never");
		expect(initialTraits(`${registry}.example.com`).chunks).toBe("possible");
	});
});

describe("what it costs at the destination, authentication apart", () => {
	test("three requests for a missing blob, one for a small one", async () => {
		await using s = await stage(image([BIG, "small"]));
		await s.copy();
		const of = (digest: string) =>
			s.destination.requests.filter(({ path }) => decodeURIComponent(path).includes(digest));
		// HEAD and PUT name it, the POST between them does not.
		expect(of(BLOB).map(({ method }) => method)).toEqual(["HEAD", "PUT"]);
		expect(s.blobs("POST")).toHaveLength(3);
		expect(of(digestOf("small")).map(({ method }) => method)).toEqual(["POST"]);
		expect(s.blobs("DELETE")).toEqual([]);
	});

	test("one for a mounted blob", async () => {
		await using s = await stage(image([BIG, "small"]));
		await push(s.client, { ...s.at, repository: "acme/shop" }, image([BIG, "small"]), "1");
		s.destination.requests.length = 0;
		const source = registrySource(s.client, { registry: s.at.registry, repository: "acme/shop", tag: "1" });
		const session = createCopySession({ client: s.client });
		await copyContents(source, await source.resolve(), s.at, { session });
		expect(
			s.destination.requests.filter(({ path }) => path.includes("/blobs/")).map(({ method }) => method),
		).toEqual(["POST", "POST", "POST"]);
	});
});

describe("cosign's tags", () => {
	const content = index([image(["a"])]);
	const [signatures = "", attestations = ""] = cosignTags(content.root.digest);
	const [ofChild = ""] = cosignTags(content.manifests[0]?.descriptor.digest ?? "");
	const signed = (...layers: string[]) => image(layers.map((layer) => `signature ${layer}`));

	test("come along, of children too, and are not put again", async () => {
		await using s = await stage(content);
		await push(s.client, s.from, signed("1"), signatures);
		await push(s.client, s.from, signed("2"), attestations);
		await push(s.client, s.from, signed("3"), ofChild);
		const result = await s.copy({ referrers: true });
		expect(result.referrers).toHaveLength(3);
		expect((await s.client.listTags(s.at)).sort()).toEqual([signatures, attestations, ofChild].sort());
		s.destination.requests.length = 0;
		const again = await s.copy({ referrers: true, complete: true });
		expect(again).toMatchObject({ changed: false });
		expect(s.destination.requests.filter(({ method }) => method === "PUT")).toEqual([]);
	});

	test("follow when a signature is added, and take none away", async () => {
		await using s = await stage(content);
		await push(s.client, s.from, signed("1"), signatures);
		await s.copy({ referrers: true });
		await push(s.client, s.from, signed("1", "2"), signatures);
		expect(await s.copy({ referrers: true, complete: true })).toMatchObject({ changed: true, leftOut: [] });
		await push(s.client, s.at, signed("1", "2", "theirs"), signatures);
		expect((await s.copy({ referrers: true, complete: true })).leftOut).toMatchObject([
			{ reason: "cosign-tag-differs" },
		]);
		expect((await s.client.headManifest({ ...s.at, tag: signatures }))?.digest).toBe(
			signed("1", "2", "theirs").root.digest,
		);
	});

	test("an unchanged image costs one listing", async () => {
		await using s = await stage(image(["a"]));
		await s.copy({ referrers: true });
		s.source.requests.length = 0;
		s.destination.requests.length = 0;
		await s.copy({ referrers: true, complete: true });
		expect(s.source.requests.length + s.destination.requests.length).toBeLessThanOrEqual(2);
	});
});

describe("platforms", () => {
	const [amd, arm, s390x] = ["amd64", "arm64", "s390x"].map((architecture) => {
		const made = image([architecture]);
		return { ...made, root: { ...made.root, platform: { os: "linux", architecture } } };
	}) as [Content, Content, Content];
	const content = index([amd, arm, s390x], { annotations: { note: "kept" } });

	test("some: an index of them; all: the index as it is", async () => {
		await using s = await stage(content);
		const root = await s.opened.resolve();
		const one = await selectPlatforms(s.opened, root, ["linux/arm64"]);
		expect(one.from).toBe(root.digest);
		const alone = await one.source.manifest(one.root.digest);
		expect(JSON.parse(alone.body.toString()).manifests).toMatchObject([{ digest: arm.root.digest }]);
		const all = await selectPlatforms(s.opened, root, ["linux/amd64", "linux/arm64", "linux/s390x"]);
		expect(all.root.digest).toBe(root.digest);
		const two = await selectPlatforms(s.opened, root, ["linux/amd64", "linux/s390x"]);
		expect(two.root.digest).not.toBe(root.digest);
		const session = createCopySession({ client: s.client });
		await copyContents(two.source, two.root, s.at, { session });
		const { body } = await s.client.getManifest({ ...s.at, digest: two.root.digest });
		const made = JSON.parse(body.toString());
		expect(made.manifests.map(({ digest }: { digest: string }) => digest)).toEqual([
			amd.root.digest,
			s390x.root.digest,
		]);
		expect(made.annotations).toEqual({ note: "kept" });
		expect(await s.client.headManifest({ ...s.at, digest: arm.root.digest })).toBeUndefined();
	});

	test("one that is listed and lost is refused, the others go on", async () => {
		await using s = await stage(content, { sparse: true });
		s.source.inject({
			method: "GET",
			path: new RegExp(arm.root.digest),
			action: { kind: "status", status: 404, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' },
		});
		const root = await s.opened.resolve();
		const session = createCopySession({ client: s.client });
		for (const asked of [["linux/arm64"], ["linux/amd64", "linux/arm64", "linux/s390x"]]) {
			const chosen = await selectPlatforms(s.opened, root, asked);
			const failure = await failureOf(copyContents(chosen.source, chosen.root, s.at, { session }));
			expect(failure).toMatchObject({ code: "platform-missing", fault: "refused" });
			expect(failure.message).toContain(arm.root.digest);
		}
		const others = await selectPlatforms(s.opened, root, ["linux/amd64", "linux/s390x"]);
		expect((await copyContents(others.source, others.root, s.at, { session })).leftOut).toEqual([]);
	});

	test("one that is not there, or is none", async () => {
		await using s = await stage(content);
		const root = await s.opened.resolve();
		const missing = await failureOf(selectPlatforms(s.opened, root, ["linux/riscv64"]));
		expect(missing).toMatchObject({ code: "platform-missing" });
		expect(missing.message).toContain("linux/amd64, linux/arm64, linux/s390x");
		expect(await failureOf(selectPlatforms(s.opened, root, ["linux"]))).toMatchObject({
			code: "invalid-platform",
		});
	});

	test("an image without an index stays itself where it is of a wanted platform", async () => {
		await using s = await stage(content);
		const stays = await selectPlatforms(s.opened, amd.root, ["linux/arm64", "linux/amd64"]);
		expect(stays).toMatchObject({ root: { digest: amd.root.digest }, from: amd.root.digest });
		const other = await failureOf(selectPlatforms(s.opened, amd.root, ["linux/arm64"]));
		expect(other).toMatchObject({ code: "platform-missing", fault: "refused" });
		expect(other.message).toContain("linux/amd64");
	});
});

test("progress counts blobs and bytes, also of uploads that begin anew", async () => {
	const content = image([BIG, "small"]);
	await using s = await stage(content);
	s.destination.inject({
		method: "PUT",
		path: /uploads/,
		nth: 1,
		action: { kind: "reset", afterBytes: 2_000_000 },
	});
	const progress = new CopyProgress();
	await s.copy({ progress });
	const bytes = [...content.blobs.values()].reduce((sum, each) => sum + each.length, 0);
	expect(progress.snapshot()).toEqual({ blobs: 3, blobsDone: 3, bytes, bytesDone: bytes });
	expect(progressLine(progress.snapshot())).toBe("3.0 MB of 3.0 MB, 3 of 3 blobs");
});

test("the limit of a host halves once for answers that were under way together, and grows again", async () => {
	const limit = createAdaptiveLimit(8);
	const finish: (() => void)[] = [];
	const running = Array.from({ length: 8 }, () =>
		limit.run(() => new Promise<void>((done) => finish.push(done))),
	);
	for (let at = 0; at < 8; at += 1) limit.busy();
	expect(limit.width()).toBe(4);
	for (const done of finish) done();
	await Promise.all(running);
	limit.answered();
	for (let at = 0; at < 4; at += 1) limit.answered();
	expect(limit.width()).toBe(5);
	for (let at = 0; at < 100; at += 1) limit.answered();
	expect(limit.width()).toBe(8);
});
