import { describe, expect, test } from "vitest";
import { type CopyOptions, copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { digestOf } from "#src/registry/digest.js";
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from "#src/registry/media-types.js";
import { parseSource } from "#src/registry/name.js";
import { type ImageSource, openSource, registrySource } from "#src/registry/source.js";
import { type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import {
	CONFIG,
	type Content,
	descriptor,
	failureOf,
	image,
	index,
	LAYER,
	manifestOf,
	named,
	push,
	referrer,
	testClient,
	writeLayout,
} from "./images.ts";

const BIG = Buffer.from("layer ".repeat(100_000));

/** Two registries, content in the first, tagged `1`. */
async function between(
	content: Content,
	options: { from?: RegistryOptions; to?: RegistryOptions; more?: Content[] } = {},
) {
	const first = await startRegistry(options.from);
	const second = await startRegistry(options.to);
	const client = testClient();
	const from = { registry: first.host, repository: "acme/shop" };
	const to = { registry: second.host, repository: "prod/shop" };
	await push(client, from, content, "1");
	for (const each of options.more ?? []) await push(client, from, each);
	const source = registrySource(client, { ...from, tag: "1" });
	const session = createCopySession({ client });
	first.requests.length = 0;
	return {
		first,
		second,
		client,
		from,
		to,
		source,
		session,
		async copy(how: Partial<CopyOptions> & { to?: typeof to } = {}) {
			const { to: other, ...rest } = how;
			return copyContents(source, await source.resolve(), other ?? to, { session, ...rest });
		},
		async [Symbol.asyncDispose]() {
			await client.close();
			await first.close();
			await second.close();
		},
	};
}

/** Everything in it is named by sha512. */
function sha512Index(): Content {
	const by512 = (mediaType: string, bytes: Buffer) => ({
		mediaType,
		digest: digestOf(bytes, "sha512"),
		size: bytes.length,
	});
	const [config, small] = [Buffer.from('{"os":"linux"}'), Buffer.from("small")];
	const layers = [by512(LAYER, BIG), by512(LAYER, small)];
	const child = manifestOf(OCI_MANIFEST, { config: by512(CONFIG, config), layers }).body;
	const root = manifestOf(OCI_INDEX, { manifests: [by512(OCI_MANIFEST, child)] }).body;
	return {
		root: by512(OCI_INDEX, root),
		blobs: new Map([config, BIG, small].map((bytes) => [digestOf(bytes, "sha512"), bytes])),
		manifests: [
			{ descriptor: by512(OCI_MANIFEST, child), body: child },
			{ descriptor: by512(OCI_INDEX, root), body: root },
		],
	};
}

type Registries = Awaited<ReturnType<typeof between>>;

/** Everything below a root is at the destination, byte for byte. */
async function expectCopied(
	{ client, to }: Pick<Registries, "client" | "to">,
	content: Content,
): Promise<void> {
	for (const { descriptor, body } of content.manifests) {
		expect((await client.getManifest({ ...to, digest: descriptor.digest })).body).toEqual(body);
	}
	for (const [digest, bytes] of content.blobs)
		expect(await client.hasBlob(to, digest, bytes.length)).toBe(true);
}

const methods = (requests: { method: string; path: string }[]) =>
	requests.map(
		({ method, path }) =>
			`${method} ${path.replace(/^\/v2\/[a-z/]+?\/(?=manifests|blobs|referrers|tags)/, "").replace(/\?.*/, "")}`,
	);

const bytesOf = (content: Content) =>
	[...content.blobs.values()].reduce((sum, each) => sum + each.length, 0) +
	content.manifests.reduce((sum, each) => sum + each.body.length, 0);

describe("between two registries", () => {
	test("an image: blobs, then the manifest by digest, never a tag", async () => {
		const content = image(["a", BIG]);
		await using s = await between(content);
		const result = await s.copy();
		await expectCopied(s, content);
		expect(result).toEqual({
			bytes: { moved: bytesOf(content), mounted: 0, present: 0 },
			changed: true,
			referrers: [],
			leftOut: [],
		});
		expect(await s.client.listTags(s.to)).toEqual([]);
		expect(methods(s.second.requests).filter((each) => each.startsWith("PUT manifests"))).toEqual([
			`PUT manifests/${content.root.digest}`,
		]);
	});

	test("a request for each small blob, and three for a large one", async () => {
		await using s = await between(image(["a", BIG]));
		await s.copy();
		expect(
			methods(s.second.requests)
				.map((each) => each.replace(/sha256:.*|uploads\/.*/, ""))
				.sort(),
		).toEqual([
			"HEAD blobs/",
			"HEAD manifests/",
			...["POST blobs/", "POST blobs/", "POST blobs/"],
			...["PUT blobs/", "PUT manifests/"],
		]);
	});

	test("an index: children before it, shared blobs once", async () => {
		const content = index([image(["a", BIG]), image(["b", BIG])]);
		await using s = await between(content);
		await s.copy();
		const order = methods(s.second.requests).filter((each) => each.startsWith("PUT manifests"));
		expect(order.at(-1)).toBe(`PUT manifests/${content.root.digest}`);
		expect(order).toHaveLength(3);
		expect(s.first.requests.filter(({ path }) => path.endsWith(digestOf(BIG)))).toHaveLength(1);
		await expectCopied(s, content);
	});

	test("an index in an index, and an image that stands in both", async () => {
		const shared = image(["shared"]);
		const content = index([index([shared, image(["b"])]), shared]);
		await using s = await between(content);
		await s.copy();
		const order = methods(s.second.requests).filter((each) => each.startsWith("PUT manifests"));
		expect(order).toHaveLength(4);
		expect(order.at(-1)).toBe(`PUT manifests/${content.root.digest}`);
		await expectCopied(s, content);
	});

	test("Docker's types are kept", async () => {
		const config = Buffer.from("{}");
		const child = manifestOf(DOCKER_MANIFEST, {
			config: descriptor("application/vnd.docker.container.image.v1+json", config),
			layers: [],
		});
		const list = manifestOf(DOCKER_LIST, { manifests: [child.descriptor] });
		const content: Content = {
			root: list.descriptor,
			blobs: new Map([[digestOf(config), config]]),
			manifests: [child, list],
		};
		await using s = await between(content);
		await s.copy();
		expect(await s.client.headManifest({ ...s.to, digest: list.descriptor.digest })).toMatchObject({
			mediaType: DOCKER_LIST,
		});
		expect(await s.client.headManifest({ ...s.to, digest: child.descriptor.digest })).toMatchObject({
			mediaType: DOCKER_MANIFEST,
		});
	});

	test("a build cache: an index that lists blobs", async () => {
		const layer = Buffer.from("cached");
		const cache = manifestOf(OCI_INDEX, { manifests: [descriptor(LAYER, layer)] });
		const content: Content = {
			root: cache.descriptor,
			blobs: new Map([[digestOf(layer), layer]]),
			manifests: [cache],
		};
		await using s = await between(content, { from: { sparse: true }, to: { sparse: true } });
		await s.copy();
		await expectCopied(s, content);
	});

	test("sha512 throughout: layers, large and small, a child, its index", async () => {
		const content = sha512Index();
		await using s = await between(content);
		// A tag is put without an algorithm, so the registry names it by sha256: the digest is what counts here.
		const named = registrySource(s.client, { ...s.from, digest: content.root.digest });
		const result = await copyContents(named, await named.resolve(), s.to, { session: s.session });
		expect(result.bytes).toEqual({ moved: bytesOf(content), mounted: 0, present: 0 });
		await expectCopied(s, content);
		// Within the registry it is mounted, and again it is found.
		const to = { ...s.to, repository: "prod/other" };
		const source = registrySource(s.client, { ...s.to, digest: content.root.digest });
		const { bytes } = await copyContents(source, content.root, to, { session: s.session });
		expect(bytes.mounted).toBe([...content.blobs.values()].reduce((sum, { length }) => sum + length, 0));
		await expectCopied({ client: s.client, to }, content);
		const again = await copyContents(source, content.root, to, {
			session: createCopySession({ client: s.client }),
		});
		expect(again).toMatchObject({ changed: false, bytes: { moved: 0, mounted: 0 } });
	});

	test("a sha512 blob with a wrong byte is not completed", async () => {
		const content = sha512Index();
		await using s = await between(content);
		const large = new RegExp(digestOf(BIG, "sha512"));
		s.first.inject({ method: "GET", path: large, action: { kind: "wrong-bytes" } });
		expect(await failureOf(s.copy())).toMatchObject({ code: "digest-mismatch" });
		expect(s.second.stored("prod/shop").manifests).toEqual([]);
		expect(await s.client.hasBlob(s.to, digestOf(BIG, "sha512"))).toBe(false);
	});

	describe("an index that lacks a child at its source", () => {
		const gone = image(["gone"]);
		const nested = index([image(["c"]), gone]);
		const whole = index([image(["a"]), nested]);
		const content = {
			...whole,
			manifests: whole.manifests.filter(({ body }) => body !== gone.manifests[0]?.body),
			blobs: new Map([...whole.blobs].filter(([digest]) => digest !== digestOf("gone"))),
		};
		const missing = [{ digest: gone.root.digest, reason: "child-missing" }];

		test("goes on as it is, and the child is named", async () => {
			await using s = await between(content, { from: { sparse: true }, to: { sparse: true } });
			const result = await s.copy({ referrers: true });
			expect(result.leftOut).toEqual(missing);
			expect(result.bytes.moved).toBe(bytesOf(content));
			for (const { descriptor: each } of content.manifests)
				expect((await s.client.headManifest({ ...s.to, digest: each.digest }))?.digest).toBe(each.digest);
			expect(await s.client.headManifest({ ...s.to, digest: gone.root.digest })).toBeUndefined();
		});

		test("is whole where the destination has the child from before", async () => {
			await using s = await between(content, { from: { sparse: true } });
			await push(s.client, s.to, gone);
			expect((await s.copy()).leftOut).toEqual(missing);
			expect((await s.client.headManifest({ ...s.to, digest: content.root.digest }))?.digest).toBe(
				content.root.digest,
			);
		});

		test("is refused where the destination takes no gaps, and both are named", async () => {
			await using s = await between(content, { from: { sparse: true } });
			const error = await failureOf(s.copy());
			expect(error).toMatchObject({ code: "sparse-index", fault: "request" });
			expect(error.message).toContain(`lists ${gone.root.digest}, which does not exist there`);
			expect(error.message).toContain(`${s.to.registry}/${s.to.repository} takes no index with gaps`);
			expect(await s.client.headManifest({ ...s.to, digest: content.root.digest })).toBeUndefined();
		});

		test("from a layout, with what refers to it", async () => {
			const signed = referrer(content.root, "signature");
			const folder = await writeLayout([content, signed], [named(content.root, "1"), signed.root]);
			await using registry = await startRegistry({ sparse: true });
			await using client = testClient();
			const to = { registry: registry.host, repository: "prod/shop" };
			const source = openSource(client, parseSource(`oci-layout:${folder}`), "/");
			const session = createCopySession({ client });
			const result = await copyContents(source, await source.resolve(), to, { session, referrers: true });
			expect(result.leftOut).toEqual(missing);
			expect(await client.referrers(to, content.root.digest)).toHaveLength(1);
		});

		test.each([
			{ status: 403, body: "", code: "registry-denied" },
			{ status: 404, body: "<Code>NoSuchKey</Code>", code: "not-found" },
		])("that can't be read is another matter, and so is a storage's $status", async ({ code, ...answer }) => {
			await using s = await between(whole);
			const path = new RegExp(`manifests/${gone.root.digest}`);
			s.first.inject({ method: "GET", path, action: { kind: "status", ...answer } });
			expect(await failureOf(s.copy())).toMatchObject({ code });
			expect(s.second.requests.map(({ method }) => method)).toEqual(["HEAD"]);
		});
	});

	test("manifests that would fill the memory are not read", async () => {
		const huge = (at: number) => ({
			mediaType: OCI_MANIFEST,
			digest: digestOf(String(at)),
			size: 4 * 1024 * 1024,
		});
		const manifest = manifestOf(OCI_INDEX, { manifests: Array.from({ length: 32 }, (_, at) => huge(at)) });
		const content: Content = { root: manifest.descriptor, blobs: new Map(), manifests: [manifest] };
		await using s = await between(content, { from: { sparse: true } });
		const error = await failureOf(s.copy());
		expect(error).toMatchObject({ code: "manifest-too-large" });
		expect(error.message).toContain("have more than 134217728 bytes together");
		expect(s.first.requests.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
	});

	test("what the session has completed is not read again", async () => {
		const content = index([image(["a"]), image(["b"])]);
		await using s = await between(content);
		await s.copy();
		const [before, there] = [s.first.requests.length, s.second.requests.length];
		expect(before).toBeGreaterThan(0);
		await s.copy();
		expect([s.first.requests.length, s.second.requests.length]).toEqual([before, there]);
	});

	test("an empty layer", async () => {
		const content = image([""]);
		await using s = await between(content);
		await s.copy();
		await expectCopied(s, content);
	});

	test("layers that may not be distributed are left out and named", async () => {
		const foreign = {
			mediaType: "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
			digest: digestOf("secret"),
			size: 6,
			urls: ["http://127.0.0.1:1/"],
		};
		const config = Buffer.from("{}");
		const made = manifestOf(OCI_MANIFEST, { config: descriptor("a/b", config), layers: [foreign] });
		const content: Content = {
			root: made.descriptor,
			blobs: new Map([[digestOf(config), config]]),
			manifests: [made],
		};
		await using s = await between(content, { from: { sparse: true }, to: { sparse: true } });
		const result = await s.copy();
		expect(result.leftOut).toEqual([{ digest: foreign.digest, reason: "non-distributable" }]);
		expect(s.first.requests.filter(({ path }) => path.includes(foreign.digest))).toEqual([]);
	});

	test("again: everything is looked at, nothing is moved", async () => {
		const content = index([image(["a"]), image(["b"])]);
		await using s = await between(content);
		await s.copy();
		s.second.requests.length = 0;
		const session = createCopySession({ client: s.client });
		const result = await s.copy({ session });
		expect(result).toMatchObject({
			bytes: { moved: 0, mounted: 0, present: bytesOf(content) },
			changed: false,
		});
		expect(new Set(s.second.requests.map(({ method }) => method))).toEqual(new Set(["HEAD"]));
	});

	test("what the caller knows to be complete is not looked at", async () => {
		await using s = await between(index([image(["a"])]));
		expect(await s.copy({ complete: true })).toMatchObject({
			bytes: { moved: 0, mounted: 0, present: 0 },
			changed: false,
		});
		expect(s.second.requests).toEqual([]);
	});

	test("a manifest that stands there without its blobs is filled in", async () => {
		const content = image(["a", "b"]);
		await using s = await between(content, { to: { sparse: true } });
		const [manifest] = content.manifests;
		await s.client.putManifest(
			{ ...s.to, digest: content.root.digest },
			manifest?.body ?? Buffer.alloc(0),
			OCI_MANIFEST,
		);
		expect(await s.copy()).toMatchObject({ changed: true });
		await expectCopied(s, content);
	});

	test("a registry that lies about a blob is healed", async () => {
		const content = index([image([BIG, "b"])]);
		await using s = await between(content);
		s.second.inject({
			method: "HEAD",
			path: new RegExp(`blobs/${digestOf(BIG)}`),
			action: { kind: "status", status: 200, body: BIG.toString() },
		});
		await s.copy();
		const puts = s.second.requests.filter(
			({ method, path }) => method === "PUT" && path.includes("manifests"),
		);
		expect(puts.map(({ status }) => status)).toEqual([404, 201, 201]);
		s.second.heal();
		await expectCopied(s, content);
	});

	test("a child that a clean-up has taken meanwhile is put again", async () => {
		const child = image(["a"]);
		const content = index([child]);
		await using s = await between(content);
		s.second.inject({
			method: "PUT",
			path: new RegExp(`manifests/${content.root.digest}`),
			nth: 1,
			action: { kind: "status", status: 404, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' },
		});
		await s.copy();
		const puts = s.second.requests.filter(
			({ method, path }) => method === "PUT" && path.includes("manifests"),
		);
		expect(puts.map(({ path, status }) => [path.split("/").at(-1), status])).toEqual([
			[child.root.digest, 201],
			[content.root.digest, 404],
			[child.root.digest, 201],
			[content.root.digest, 201],
		]);
		await expectCopied(s, content);
	});

	test("a download that breaks in the middle is taken up again", async () => {
		const content = image([BIG]);
		await using s = await between(content);
		s.first.inject({
			method: "GET",
			path: new RegExp(`blobs/${digestOf(BIG)}`),
			nth: 1,
			action: { kind: "reset", afterBytes: 100_000 },
		});
		const result = await s.copy();
		expect(result.bytes.moved).toBe(bytesOf(content));
		await expectCopied(s, content);
	});

	test("content that is exchanged on its way is never completed", async () => {
		const content = image([BIG]);
		await using s = await between(content);
		s.first.inject({
			method: "GET",
			path: new RegExp(`blobs/${digestOf(BIG)}`),
			action: { kind: "wrong-bytes" },
		});
		expect(await failureOf(s.copy())).toMatchObject({ code: "digest-mismatch", fault: "outside" });
		expect(await s.client.hasBlob(s.to, digestOf(BIG))).toBe(false);
		expect(await s.client.headManifest({ ...s.to, digest: content.root.digest })).toBeUndefined();
	});

	test("the first failure stops the rest, and nothing runs on", async () => {
		const content = image(Array.from({ length: 20 }, (_, at) => `layer ${at}`));
		await using s = await between(content);
		s.second.inject({ method: "POST", nth: 3, times: 100, action: { kind: "status", status: 403 } });
		expect(await failureOf(s.copy())).toMatchObject({ code: "registry-denied" });
		// What was under way when the others were stopped may still arrive.
		await new Promise((resolve) => setTimeout(resolve, 100));
		const count = s.second.requests.length;
		expect(s.second.requests.filter(({ method }) => method === "POST").length).toBeLessThan(12);
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(s.second.requests).toHaveLength(count);
		s.second.heal();
		expect(await s.copy()).toMatchObject({ changed: true });
		await expectCopied(s, content);
	});

	test("the caller's signal ends it", async () => {
		await using s = await between(image([BIG]), {
			to: { faults: [{ method: "PUT", action: { kind: "hang" } }] },
		});
		const stop = new AbortController();
		const copying = s.copy({ signal: stop.signal });
		setTimeout(() => stop.abort(new Error("SIGTERM")), 200);
		expect((await failureOf(copying)).message).toBe("SIGTERM");
	});

	test("no more blobs at once than the limit", async () => {
		const content = image(Array.from({ length: 12 }, (_, at) => `layer ${at}`));
		await using s = await between(content, {
			to: { faults: [{ method: "PUT", path: /uploads/, action: { kind: "delay", ms: 30 } }] },
		});
		let open = 0;
		let most = 0;
		const watched: ImageSource = {
			...s.source,
			async blob(digest, size, signal) {
				open += 1;
				most = Math.max(most, open);
				const stream = await s.source.blob(digest, size, signal);
				stream.once("close", () => {
					open -= 1;
				});
				return stream;
			},
		};
		const session = createCopySession({ client: s.client, limit: 2 });
		await copyContents(watched, await s.source.resolve(), s.to, { session });
		expect(most).toBe(2);
	});

	test("small blobs do not wait for large ones", async () => {
		await using s = await between(image([BIG, "small"]));
		// The first of the large ones waits until all small ones are there.
		let arrived = () => {};
		const small = new Promise<void>((resolve) => {
			arrived = resolve;
		});
		const watched: ImageSource = {
			...s.source,
			async blob(digest, size = 0, options) {
				if (size === BIG.length) await small;
				else if (digest === digestOf("small")) arrived();
				return s.source.blob(digest, size, options);
			},
		};
		const session = createCopySession({ client: s.client, limit: 2 });
		for (const _ of [1, 2]) void session.limitFor(BIG.length)(() => small);
		await copyContents(watched, await s.source.resolve(), s.to, { session });
		await expectCopied(s, image([BIG, "small"]));
	});

	test("a source that nests without end", async () => {
		let content: Content = image(["a"]);
		for (let depth = 0; depth < 10; depth += 1) content = index([content]);
		await using s = await between(content);
		expect(await failureOf(s.copy())).toMatchObject({ code: "invalid-manifest" });
		// Only a look at the root, which does not wait for the source.
		expect(s.second.requests.map(({ method }) => method)).toEqual(["HEAD"]);
	});

	test("a source whose blob is missing", async () => {
		const content = image(["a", "gone"]);
		await using s = await between(content);
		s.first.inject({
			method: "GET",
			path: new RegExp(digestOf("gone")),
			action: { kind: "status", status: 404 },
		});
		const error = await failureOf(s.copy());
		expect(error).toMatchObject({ code: "not-found", fault: "request" });
		expect(error.message).toContain(digestOf("gone"));
	});
});

describe("a destination that does not say 404 for what is absent", () => {
	test("403 for manifests: they are put", async () => {
		const content = index([image(["a"])]);
		await using s = await between(content);
		s.second.inject({ method: "HEAD", path: /manifests/, action: { kind: "status", status: 403 } });
		await s.copy();
		await expectCopied(s, content);
	});

	test.for([403, 500])("%i for blobs: they are sent, and it is asked for no more", async (status) => {
		const content = image([BIG, `${BIG}2`]);
		await using s = await between(content);
		s.second.inject({ method: "HEAD", path: /blobs/, action: { kind: "status", status } });
		await s.copy({ session: createCopySession({ client: s.client, limit: 1 }) });
		const looks = s.second.requests.filter(({ method, path }) => method === "HEAD" && path.includes("blobs"));
		expect(new Set(looks.map(({ path }) => path)).size).toBe(1);
		s.second.heal();
		await expectCopied(s, content);
	});

	test("503 is no answer", async () => {
		await using s = await between(image([BIG]));
		s.second.inject({ method: "HEAD", path: /blobs/, action: { kind: "status", status: 503 } });
		expect(await failureOf(s.copy())).toMatchObject({ code: "registry-failed", status: 503 });
	});
});

describe("within one registry", () => {
	test("blobs are mounted by one request each", async () => {
		const content = image(["a", "b"]);
		await using s = await between(content);
		const to = { ...s.from, repository: "prod/shop" };
		const result = await s.copy({ to });
		expect(result.bytes).toMatchObject({
			moved: content.root.size,
			mounted: bytesOf(content) - content.root.size,
		});
		const onBlobs = s.first.requests.filter(({ path }) => path.includes("/blobs/"));
		expect(onBlobs.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
		await expectCopied({ client: s.client, to }, content);
	});

	test("again: what is there is called present, not mounted", async () => {
		const content = image(["a", "b"]);
		await using s = await between(content);
		const to = { ...s.from, repository: "prod/shop" };
		await s.copy({ to });
		const result = await s.copy({ to, session: createCopySession({ client: s.client }) });
		expect(result).toMatchObject({
			changed: false,
			bytes: { moved: 0, mounted: 0, present: bytesOf(content) },
		});
	});

	test.each([202, 400, 401, 403])("where a mount is answered %i, blobs are moved", async (status) => {
		const content = image(["a", "b"]);
		await using s = await between(content);
		if (status === 202)
			s.first.inject({
				method: "POST",
				path: /mount=/,
				action: { kind: "status", status, headers: { location: "/v2/prod/shop/blobs/uploads/lost" } },
			});
		else s.first.inject({ method: "POST", path: /mount=/, action: { kind: "status", status } });
		const to = { ...s.from, repository: "prod/shop" };
		const result = await s.copy({ to });
		expect(result.bytes).toMatchObject({ moved: bytesOf(content), mounted: 0 });
		await expectCopied({ client: s.client, to }, content);
	});

	describe("what a missing blob costs where mounting is refused", () => {
		const large = [1, 2, 3, 4, 5].map((at) => Buffer.alloc(200_000, at));
		const content = image(["small", ...large]);
		const refusal = (status: number, code = "UNAUTHORIZED") => ({
			method: "POST",
			path: /mount=/,
			action: { kind: "status" as const, status, body: JSON.stringify({ errors: [{ code }] }) },
		});

		test.each([
			[401, 1],
			[400, 4],
			[403, 16],
		])(
			"%i: it is asked for once, with %i blobs at once; then three requests, or one",
			async (status, limit) => {
				await using s = await between(content);
				s.first.inject(refusal(status));
				const to = { ...s.from, repository: "prod/shop" };
				await s.copy({ to, session: createCopySession({ client: s.client, limit }) });
				const at = s.first.requests.filter(({ path }) => path.startsWith("/v2/prod/shop/blobs/"));
				expect(at.filter(({ path }) => path.includes("mount="))).toHaveLength(1);
				// The config and the small layer in one request each, five layers in three, and the mount.
				expect(at).toHaveLength(2 + 5 * 3 + 1);
				await expectCopied({ client: s.client, to }, content);
			},
		);

		test("three for a large one that is the first", async () => {
			const config = Buffer.from(JSON.stringify({ os: "linux", padding: "x".repeat(100_000) }));
			const manifest = manifestOf(OCI_MANIFEST, { config: descriptor(CONFIG, config), layers: [] });
			const blobs = new Map([[digestOf(config), config]]);
			await using s = await between({ root: manifest.descriptor, blobs, manifests: [manifest] });
			s.first.inject(refusal(401));
			await s.copy({ to: { ...s.from, repository: "prod/shop" } });
			const at = s.first.requests.filter(({ path }) => path.startsWith("/v2/prod/shop/blobs/"));
			expect(at.map(({ method }) => method)).toEqual(["POST", "POST", "PUT"]);
		});

		test("what is wrong with one blob does not keep others from being mounted", async () => {
			await using s = await between(content);
			s.first.inject({ ...refusal(404, "BLOB_UNKNOWN"), nth: 1 });
			const { bytes } = await s.copy({ to: { ...s.from, repository: "prod/shop" } });
			expect(bytes.mounted).toBeGreaterThan(5 * 200_000 - 1);
		});

		test("between two other repositories it is tried", async () => {
			await using s = await between(content);
			s.first.inject({ ...refusal(401), path: /prod\/shop.*mount=/ });
			await s.copy({ to: { ...s.from, repository: "prod/shop" } });
			const { bytes } = await s.copy({ to: { ...s.from, repository: "prod/other" } });
			expect(bytes).toMatchObject({
				moved: content.root.size,
				mounted: bytesOf(content) - content.root.size,
			});
		});
	});

	test("into the same repository there is nothing to move", async () => {
		const content = image(["a"]);
		await using s = await between(content);
		expect(await s.copy({ to: s.from })).toMatchObject({ changed: false, bytes: { moved: 0, mounted: 0 } });
	});
});

test("a blob that was moved once to a registry is mounted for the next repository", async () => {
	const content = image([BIG]);
	await using s = await between(content);
	const other = { ...s.to, repository: "prod/other" };
	const results = await Promise.all([s.copy(), s.copy({ to: other })]);
	const moved = results.map(({ bytes }) => bytes.moved).sort((a, b) => a - b);
	expect(moved[0]).toBe(content.root.size);
	expect(s.first.requests.filter(({ path }) => path.endsWith(digestOf(BIG)))).toHaveLength(1);
	await expectCopied(s, content);
	await expectCopied({ client: s.client, to: other }, content);
});

test("a blob that two images of one repository share is looked at once", async () => {
	const [one, two] = [image(["shared", "a"]), image(["shared", "b"])];
	await using s = await between(one, { more: [two] });
	await s.copy();
	s.second.requests.length = 0;
	const source = registrySource(s.client, { ...s.from, digest: two.root.digest });
	await copyContents(source, two.root, s.to, { session: s.session });
	expect(s.second.requests.filter(({ path }) => path.includes(digestOf("shared").slice(7)))).toEqual([]);
	expect(s.second.requests.filter(({ path }) => path.includes(digestOf("b").slice(7)))).not.toEqual([]);
});

describe("referrers", () => {
	const child = image(["a"]);
	const root = index([child, image(["b"])]);
	const ofRoot = referrer(root.root, "signature of the root", { a: "1" });
	const ofChild = referrer(child.root, "attestation of a child");
	const ofReferrer = referrer(ofRoot.root, "signature of the signature");
	const all = [ofRoot, ofChild, ofReferrer];

	test.each([true, false])(
		"of the root, its children and themselves; API at the destination: %s",
		async (api) => {
			await using s = await between(root, { more: all, to: { referrers: api } });
			const result = await s.copy({ referrers: true });
			expect(result.referrers.map(({ digest, attached }) => [digest, attached]).sort()).toEqual(
				all.map((each) => [each.root.digest, true]).sort(),
			);
			for (const each of all) await expectCopied(s, each);
			const listed = await s.client.referrers(s.to, root.root.digest);
			expect(listed).toEqual([
				expect.objectContaining({
					digest: ofRoot.root.digest,
					artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json",
					annotations: { a: "1" },
				}),
			]);
			const tags = await s.client.listTags(s.to);
			const subjects = [root.root.digest, child.root.digest, ofRoot.root.digest];
			expect(tags.sort()).toEqual(api ? [] : subjects.map((digest) => digest.replace(":", "-")).sort());
		},
	);

	test("from a source without the API", async () => {
		await using s = await between(root, { from: { referrers: false } });
		await push(s.client, s.from, ofRoot);
		await s.client.addToReferrersTag(s.from, root.root.digest, [ofRoot.root]);
		const result = await s.copy({ referrers: true });
		expect(result.referrers).toMatchObject([{ digest: ofRoot.root.digest, attached: true }]);
	});

	test.each([true, false])("again: nothing is put; API at the destination: %s", async (api) => {
		await using s = await between(root, { more: all, to: { referrers: api } });
		await s.copy({ referrers: true });
		for (const complete of [true, false]) {
			s.second.requests.length = 0;
			const again = await s.copy({
				referrers: true,
				complete,
				session: createCopySession({ client: s.client }),
			});
			expect(again.changed).toBe(false);
			expect(again.referrers.filter(({ attached }) => attached)).toEqual([]);
			expect(again.referrers).toHaveLength(3);
			expect(s.second.requests.filter(({ method }) => method !== "GET" && method !== "HEAD")).toEqual([]);
		}
	});

	test.each([true, false])(
		"one that came late follows, though the image is complete; API: %s",
		async (api) => {
			await using s = await between(root, { to: { referrers: api } });
			await s.copy({ referrers: true });
			await push(s.client, s.from, ofChild);
			const late = await s.copy({ referrers: true, complete: true });
			expect(late).toMatchObject({
				changed: true,
				referrers: [{ digest: ofChild.root.digest, attached: true }],
			});
			expect((await s.client.referrers(s.to, child.root.digest)).map(({ digest }) => digest)).toEqual([
				ofChild.root.digest,
			]);
		},
	);

	test("one that was put but not listed is listed", async () => {
		await using s = await between(root, { more: [ofRoot], to: { referrers: false } });
		await s.copy();
		await push(s.client, s.to, ofRoot);
		expect(await s.client.referrers(s.to, root.root.digest)).toEqual([]);
		await s.copy({ referrers: true });
		expect(await s.client.referrers(s.to, root.root.digest)).toHaveLength(1);
	});

	describe("at a destination that answers OCI-Subject", () => {
		const LIST = /referrers/;
		const empty = JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] });
		const headers = { "content-type": OCI_INDEX };
		const lists = (s: Registries) => s.second.requests.filter(({ path }) => LIST.test(path)).length;

		test("are listed again, once for each subject", async () => {
			const second = referrer(root.root, "another");
			await using s = await between(root, { more: [ofRoot, second] });
			await s.copy({ referrers: true });
			// Before and after, and for the two referrers and the children there is nothing to list.
			expect(lists(s)).toBe(2);
		});

		test("and whose list is behind are waited for", async () => {
			await using s = await between(root, { more: [ofRoot] });
			for (const nth of [2, 3]) {
				const action = { kind: "status", status: 200, headers, body: empty } as const;
				s.second.inject({ method: "GET", path: LIST, nth, action });
			}
			const { referrers } = await s.copy({ referrers: true });
			expect(referrers).toMatchObject([{ digest: ofRoot.root.digest, attached: true }]);
			expect(s.client.sleeps).toEqual([1000, 2000]);
			expect(lists(s)).toBe(4);
		});

		test("and never lists them: an error that names them", async () => {
			await using s = await between(root, { more: [ofRoot] });
			s.second.inject({
				method: "GET",
				path: LIST,
				action: { kind: "status", status: 200, headers, body: empty },
			});
			const error = await failureOf(s.copy({ referrers: true }));
			expect(error).toMatchObject({ code: "referrer-unlisted", fault: "outside" });
			expect(error.message).toContain(ofRoot.root.digest);
			expect(lists(s)).toBe(6);
		});

		test("and has no list: they stand under the fallback tag", async () => {
			await using s = await between(root, { more: [ofRoot] });
			s.second.inject({ method: "GET", path: LIST, action: { kind: "status", status: 404 } });
			await s.copy({ referrers: true });
			const tag = root.root.digest.replace(":", "-");
			const { body } = await s.client.getManifest({ ...s.to, tag });
			expect(JSON.parse(body.toString()).manifests).toMatchObject([{ digest: ofRoot.root.digest }]);
		});
	});

	test("two copies at once do not lose each other's entries in a fallback tag", async () => {
		const second = referrer(root.root, "another");
		await using s = await between(root, { more: [ofRoot, second], to: { referrers: false } });
		await s.copy();
		const only = (kept: Content): ImageSource => ({
			...s.source,
			referrers: async (digest) => (digest === root.root.digest ? [kept.root] : []),
		});
		const options = { session: s.session, referrers: true, complete: true };
		const resolved = await s.source.resolve();
		await Promise.all([ofRoot, second].map((kept) => copyContents(only(kept), resolved, s.to, options)));
		expect(await s.client.referrers(s.to, root.root.digest)).toHaveLength(2);
	});

	test("a list that names what is gone, or another's, harms nothing", async () => {
		const other = referrer(child.root, "of the child, listed at the root");
		await using s = await between(root, { more: [other] });
		const gone = referrer(root.root, "gone");
		const lying: ImageSource = {
			...s.source,
			referrers: async (digest) => (digest === root.root.digest ? [gone.root, other.root, root.root] : []),
		};
		const result = await copyContents(lying, await s.source.resolve(), s.to, {
			session: s.session,
			referrers: true,
		});
		expect(result.leftOut).toEqual([
			{ digest: gone.root.digest, reason: "referrer-missing" },
			{ digest: other.root.digest, reason: "referrer-of-another" },
			{ digest: root.root.digest, reason: "referrer-of-another" },
		]);
		expect(result.referrers).toEqual([]);
	});

	test("referrers of referrers without end", async () => {
		const chain: Content[] = [];
		let subject = root.root;
		for (let depth = 0; depth < 10; depth += 1) {
			const next = referrer(subject, `depth ${depth}`);
			chain.push(next);
			subject = next.root;
		}
		await using s = await between(root, { more: chain });
		expect(await failureOf(s.copy({ referrers: true }))).toMatchObject({ code: "referrers-too-deep" });
	});

	test("are left alone when not asked for", async () => {
		await using s = await between(root, { more: all });
		expect((await s.copy()).referrers).toEqual([]);
		expect(s.first.requests.filter(({ path }) => path.includes("referrers"))).toEqual([]);
	});
});

test("from a layout, with what refers to it", async () => {
	const content = index([image(["a", BIG])]);
	const signed = referrer(content.root, "signature");
	const folder = await writeLayout([content, signed], [named(content.root, "1"), signed.root]);
	await using registry = await startRegistry();
	await using client = testClient();
	const to = { registry: registry.host, repository: "prod/shop" };
	const source = openSource(client, parseSource(`oci-layout:${folder}`), "/");
	const session = createCopySession({ client });
	const result = await copyContents(source, await source.resolve(), to, { session, referrers: true });
	expect(result.bytes.moved).toBe(bytesOf(content) + bytesOf(signed));
	await expectCopied({ client, to }, content);
	expect(await client.referrers(to, content.root.digest)).toHaveLength(1);
});

describe("cosign's tags in a layout", () => {
	const content = image(["a"]);
	const tag = (suffix: string) => `${content.root.digest.replace(":", "-")}.${suffix}`;
	const [signed, attested, another] = ["signed", "attested", "another's"].map((text) => image([text])) as [
		Content,
		Content,
		Content,
	];
	const kind = ({ root }: Content, value: string) => ({
		...root,
		annotations: { kind: `dev.cosignproject.cosign/${value}` },
	});

	test.each([
		[
			"as skopeo and oras name them",
			[named(content.root, "1"), named(signed.root, tag("sig")), named(attested.root, tag("att"))],
		],
		[
			"by whole names",
			[
				named(content.root, "h.io/a:1"),
				named(signed.root, `h.io/a:${tag("sig")}`),
				named(attested.root, `h.io/a:${tag("att")}`),
			],
		],
		["as cosign saves them", [kind(content, "image"), kind(signed, "sigs"), kind(attested, "atts")]],
	])("come along, %s", async (_, entries) => {
		const other = named(another.root, `${another.root.digest.replace(":", "-")}.sig`);
		const folder = await writeLayout([content, signed, attested, another], [...entries, other]);
		await using registry = await startRegistry();
		await using client = testClient();
		const to = { registry: registry.host, repository: "prod/shop" };
		const source = openSource(client, parseSource(`oci-layout:${folder}`), "/");
		const root = await source.resolve();
		expect(root.digest).toBe(content.root.digest);
		const session = createCopySession({ client });
		const result = await copyContents(source, root, to, { session, referrers: true });
		expect(result.referrers.map(({ digest }) => digest)).toEqual([signed.root.digest, attested.root.digest]);
		expect((await client.listTags(to)).sort()).toEqual([tag("att"), tag("sig")]);
		expect((await client.headManifest({ ...to, tag: tag("sig") }))?.digest).toBe(signed.root.digest);
		expect((await client.headManifest({ ...to, tag: tag("att") }))?.digest).toBe(attested.root.digest);
	});

	test("are nobody's where cosign's layout holds two images", async () => {
		const entries = [kind(content, "image"), kind(another, "image"), kind(signed, "sigs")];
		const folder = await writeLayout([content, another, signed], entries);
		await using client = testClient();
		const source = openSource(client, parseSource(`oci-layout:${folder}@${content.root.digest}`), "/");
		expect(await source.tagged(tag("sig"))).toBeUndefined();
	});

	test("that mean two different things are an error", async () => {
		const name = (host: string, { root }: Content) => named(root, `${host}/a:${tag("sig")}`);
		const entries = [named(content.root, "1"), name("h.io", signed), name("i.io", attested)];
		const folder = await writeLayout([content, signed, attested], entries);
		await using client = testClient();
		const source = openSource(client, parseSource(`oci-layout:${folder}`), "/");
		expect(await failureOf(source.tagged(tag("sig")))).toMatchObject({ code: "ambiguous-layout" });
	});
});

test("a source that does not exist is a wrong request", async () => {
	await using registry = await startRegistry();
	await using client = testClient();
	const source = openSource(client, parseSource(`${registry.host}/acme/none:1`), "/");
	const error = await failureOf(source.resolve());
	expect(error).toMatchObject({ code: "not-found", fault: "request" });
	expect(error.message).toContain(`${registry.host}/acme/none:1`);
});
