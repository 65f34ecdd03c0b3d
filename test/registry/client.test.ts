import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBlob } from "#src/registry/blobs.js";
import { digestOf } from "#src/registry/digest.js";
import { OCI_INDEX, OCI_MANIFEST } from "#src/registry/media-types.js";
import { startRegistry } from "../embedded-registry/server.ts";
import { failureOf, image, index, keychain, manifestOf, push, referrer, testClient } from "./images.ts";
import { json, startServer } from "./scripted-server.ts";

const read = (stream: Readable) => readBlob(stream, 1 << 24, "It");
const opens = (bytes: Buffer) => async () => Readable.from([bytes]);

async function withRegistry(options: Parameters<typeof startRegistry>[0] = {}) {
	const registry = await startRegistry(options);
	const client = testClient();
	return {
		registry,
		client,
		to: { registry: registry.host, repository: "acme/shop" },
		async [Symbol.asyncDispose]() {
			await client.close();
			await registry.close();
		},
	};
}

describe("manifests", () => {
	test("by tag and by digest", async () => {
		await using s = await withRegistry();
		const content = index([image(["a"]), image(["b"])]);
		await push(s.client, s.to, content, "1.0");
		const { digest, mediaType, size } = content.root;
		expect(await s.client.headManifest({ ...s.to, tag: "1.0" })).toEqual({ digest, mediaType, size });
		const manifest = await s.client.getManifest({ ...s.to, tag: "1.0" });
		expect(manifest).toMatchObject({ digest, mediaType, size });
		expect(await s.client.getManifest({ ...s.to, digest })).toEqual(manifest);
		expect(await s.client.headManifest({ ...s.to, tag: "none" })).toBeUndefined();
		expect(await failureOf(s.client.getManifest({ ...s.to, tag: "none" }))).toMatchObject({
			code: "not-found",
			fault: "request",
		});
	});

	test("sha512", async () => {
		await using s = await withRegistry();
		const content = image(["a"]);
		await push(s.client, s.to, content);
		const body = content.manifests[0]?.body ?? Buffer.alloc(0);
		const digest = digestOf(body, "sha512");
		await s.client.putManifest({ ...s.to, digest }, body, OCI_MANIFEST);
		expect(await s.client.getManifest({ ...s.to, digest })).toMatchObject({ digest, body });
	});

	test("neither tag nor digest is a wrong request", async () => {
		await using s = await withRegistry();
		const error = await failureOf(s.client.headManifest(s.to));
		expect(error).toMatchObject({ code: "invalid-image-name" });
		expect(s.registry.requests).toHaveLength(0);
	});

	async function withAnswer(body: string | Buffer, headers: Record<string, string>, status = 200) {
		const server = await startServer(({ method }, response) => {
			response.writeHead(status, headers);
			response.end(method === "HEAD" ? undefined : body);
		});
		const client = testClient();
		return {
			client,
			server,
			ref: { registry: server.host, repository: "a", tag: "1" },
			async [Symbol.asyncDispose]() {
				await client.close();
				await server[Symbol.asyncDispose]();
			},
		};
	}

	const good = JSON.stringify({
		schemaVersion: 2,
		config: { mediaType: "a/b", digest: digestOf("{}"), size: 2 },
		layers: [],
	});

	test("HEAD without a digest falls back to GET", async () => {
		await using s = await withAnswer(good, { "content-type": OCI_MANIFEST });
		expect(await s.client.headManifest(s.ref)).toEqual({
			digest: digestOf(good),
			mediaType: OCI_MANIFEST,
			size: good.length,
		});
		expect(s.server.requests.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
	});

	test("HEAD by sha512 that is answered with the sha256 falls back to GET, which is verified", async () => {
		const headers = { "content-type": OCI_MANIFEST, "content-length": String(good.length) };
		await using s = await withAnswer(good, { ...headers, "docker-content-digest": digestOf(good) });
		const ref = { ...s.ref, digest: digestOf(good, "sha512") };
		expect(await s.client.headManifest(ref)).toMatchObject({ digest: ref.digest, size: good.length });
		const other = { ...s.ref, digest: digestOf("other", "sha512") };
		expect(await failureOf(s.client.headManifest(other))).toMatchObject({ code: "digest-mismatch" });
		expect(s.server.requests.map(({ method }) => method)).toEqual(["HEAD", "GET", "HEAD", "GET"]);
	});

	test("HEAD that says yes without a digest where GET says no means no", async () => {
		await using server = await startServer(({ method }, response) => {
			response.writeHead(method === "HEAD" ? 200 : 404).end();
		});
		await using client = testClient();
		expect(await client.headManifest({ registry: server.host, repository: "a", tag: "1" })).toBeUndefined();
	});

	test("a proxy that loses the type: the document says it", async () => {
		await using s = await withAnswer(good, { "content-type": "application/octet-stream" });
		expect(await s.client.getManifest(s.ref)).toMatchObject({ mediaType: OCI_MANIFEST });
		expect(await s.client.headManifest(s.ref)).toMatchObject({ mediaType: OCI_MANIFEST });
	});

	const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
	test.each<[string, string, Record<string, string>, string]>([
		[
			"another digest than stated",
			good,
			{ "content-type": OCI_MANIFEST, "docker-content-digest": digestOf("x") },
			"digest-mismatch",
		],
		["schema 1 by type", "{}", { "content-type": SCHEMA1 }, "unsupported-manifest"],
		[
			"schema 1 by content",
			'{"schemaVersion":1}',
			{ "content-type": "application/json" },
			"unsupported-manifest",
		],
		["a web page", "<html>", { "content-type": "text/html" }, "unsupported-manifest"],
		[
			"an index that is also an image",
			`{"schemaVersion":2,"manifests":[],"layers":[]}`,
			{ "content-type": OCI_INDEX },
			"invalid-manifest",
		],
		[
			"another type than it says",
			`{"mediaType":"${OCI_INDEX}","manifests":[]}`,
			{ "content-type": OCI_MANIFEST },
			"invalid-manifest",
		],
		["no JSON", "{", { "content-type": OCI_MANIFEST }, "invalid-manifest"],
		[
			"a bad digest inside",
			good.replace("sha256:", "sha256:../"),
			{ "content-type": OCI_MANIFEST },
			"invalid-manifest",
		],
		[
			"more than 4 MiB",
			" ".repeat(4 * 1024 * 1024 + 1),
			{ "content-type": OCI_MANIFEST },
			"manifest-too-large",
		],
	])("%s is refused", async (_name, body, headers, code) => {
		await using s = await withAnswer(body, headers);
		expect(await failureOf(s.client.getManifest(s.ref))).toMatchObject({ code });
	});

	test("a warning of the registry is shown once", async () => {
		await using s = await withAnswer(good, {
			"content-type": OCI_MANIFEST,
			warning: '299 - "old \\"version\\""',
		});
		await s.client.getManifest(s.ref);
		await s.client.getManifest(s.ref);
		expect(s.client.warnings).toEqual([`${s.ref.registry} warns: old "version"`]);
	});

	test("a tag that may not move", async () => {
		await using s = await withRegistry({ immutableTags: true });
		const [first, second] = [image(["a"]), image(["b"])];
		await push(s.client, s.to, first, "1");
		await push(s.client, s.to, second);
		const body = second.manifests[0]?.body ?? Buffer.alloc(0);
		const error = await failureOf(s.client.putManifest({ ...s.to, tag: "1" }, body, OCI_MANIFEST));
		expect(error).toMatchObject({ code: "tag-immutable", status: 400 });
	});
});

describe("blobs", () => {
	const bytes = Buffer.from("0123456789".repeat(50_000));
	const blob = { digest: digestOf(bytes), size: bytes.length };

	test("upload, look, read, mount", async () => {
		await using s = await withRegistry();
		await s.client.uploadBlob(s.to, blob, opens(bytes));
		expect(s.registry.requests.map(({ method }) => method)).toEqual(["POST", "PUT"]);
		expect(await s.client.hasBlob(s.to, blob.digest)).toBe(true);
		expect(await s.client.hasBlob(s.to, blob.digest, 5)).toBe(false);
		expect(await s.client.hasBlob(s.to, digestOf("none"))).toBe(false);
		expect(await read(await s.client.getBlob(s.to, blob.digest, blob.size))).toEqual(bytes);
		const other = { ...s.to, repository: "acme/other" };
		expect(await s.client.mountBlob(other, blob.digest, "acme/shop")).toEqual({ mounted: true });
		expect(await s.client.hasBlob(other, blob.digest)).toBe(true);
		expect(s.client.requests({ ...other })).toBe(2);
		expect(s.client.requests({ registry: s.registry.host })).toBe(s.registry.requests.length);
	});

	test("of no bytes", async () => {
		await using s = await withRegistry();
		const empty = Buffer.alloc(0);
		await s.client.uploadBlob(s.to, { digest: digestOf(empty), size: 0 }, opens(empty));
		expect(await read(await s.client.getBlob(s.to, digestOf(empty), 0))).toEqual(empty);
	});

	test("a mount that misses leaves an upload that is used", async () => {
		await using s = await withRegistry();
		const mount = await s.client.mountBlob(s.to, blob.digest, "acme/none");
		expect(mount).toMatchObject({ mounted: false, session: { url: expect.any(URL) } });
		const session = mount.mounted ? undefined : mount.session;
		await s.client.uploadBlob(s.to, blob, opens(bytes), { session });
		expect(s.registry.requests.map(({ method }) => method)).toEqual(["POST", "PUT"]);
	});

	test("202 that names no upload, to a mount or a whole blob: one is opened by a plain POST", async () => {
		const kinds: string[] = [];
		await using server = await startServer(({ method, path }, response) => {
			const [, kind = "plain"] = /[?&](mount|digest)=/.exec(path) ?? [];
			kinds.push(`${method} ${kind}`);
			const location = { location: "/v2/a/blobs/uploads/1" };
			if (method === "POST") response.writeHead(202, kind === "plain" ? location : {}).end();
			else response.writeHead(201).end();
		});
		await using client = testClient();
		const to = { registry: server.host, repository: "a" };
		const mount = await client.mountBlob(to, blob.digest, "b");
		expect(mount).toMatchObject({ mounted: false, session: undefined });
		const small = Buffer.from("{}");
		await client.uploadBlob(to, { digest: digestOf(small), size: 2 }, opens(small));
		expect(kinds).toEqual(["POST mount", "POST digest", "POST plain", "PUT digest"]);
	});

	test.each([400, 401, 403, 404, 405])(
		"a mount answered %i is a miss, and not tried again",
		async (status) => {
			await using s = await withRegistry();
			s.registry.inject({ method: "POST", path: /mount=/, action: { kind: "status", status } });
			for (const asked of [true, false]) {
				const mount = await s.client.mountBlob(s.to, blob.digest, "acme/none");
				expect(mount).toEqual({ mounted: false, asked, session: undefined });
			}
			expect(s.registry.requests).toHaveLength(1);
		},
	);

	test("Location: absolute, its query kept, on another host, which gets no credentials", async () => {
		await using storage = await startServer((_request, response) => {
			response.writeHead(201);
			response.end();
		});
		await using server = await startServer(({ headers }, response) => {
			if (headers.authorization === undefined) {
				json(response, 401, {}, { "www-authenticate": 'Basic realm="x"' });
				return;
			}
			response.writeHead(202, { location: `${storage.url}/put?state=a%2Bb&x=1` });
			response.end();
		});
		await using client = testClient({ credentials: keychain(server.host, "u", "p") });
		await client.uploadBlob({ registry: server.host, repository: "a" }, blob, opens(bytes));
		const [put] = storage.requests;
		expect(put?.headers.authorization).toBeUndefined();
		expect(put?.body.length).toBe(bytes.length);
		const query = new URL(put?.path ?? "", storage.url).searchParams;
		expect(Object.fromEntries(query)).toEqual({ state: "a+b", x: "1", digest: blob.digest });
	});

	test("a redirect to another host is followed without credentials", async () => {
		await using storage = await startServer((_request, response) => {
			response.writeHead(200, { "content-length": bytes.length });
			response.end(bytes);
		});
		await using server = await startServer(({ headers }, response) => {
			if (headers.authorization === undefined) {
				json(response, 401, {}, { "www-authenticate": 'Basic realm="x"' });
				return;
			}
			response.writeHead(307, { location: `${storage.url}/blob?X-Amz-Signature=abc` });
			response.end();
		});
		await using client = testClient({ credentials: keychain(server.host, "u", "p") });
		const from = { registry: server.host, repository: "a" };
		expect(await read(await client.getBlob(from, blob.digest, blob.size))).toEqual(bytes);
		expect(storage.requests).toHaveLength(1);
		expect(storage.requests[0]?.headers.authorization).toBeUndefined();
		expect(storage.requests[0]?.path).toBe("/blob?X-Amz-Signature=abc");
		expect(server.requests.at(-1)?.headers.authorization).toBeDefined();
		// To look is enough: an address signed for GET would refuse HEAD.
		expect(await client.hasBlob(from, blob.digest, blob.size)).toBe(true);
		expect(storage.requests).toHaveLength(1);
	});

	test("a redirect that comes back brings no credentials home either", async () => {
		await using other = await startServer((_request, response) => {
			response.writeHead(307, { location: `http://${server.host}/end` });
			response.end();
		});
		await using server = await startServer(({ path, headers }, response) => {
			if (path === "/end") response.writeHead(200).end(bytes);
			else if (headers.authorization === undefined)
				json(response, 401, {}, { "www-authenticate": 'Basic realm="x"' });
			else response.writeHead(307, { location: `${other.url}/hop` }).end();
		});
		await using client = testClient({ credentials: keychain(server.host, "u", "p") });
		await read(await client.getBlob({ registry: server.host, repository: "a" }, blob.digest));
		expect(server.requests.at(-1)).toMatchObject({ path: "/end" });
		expect(server.requests.at(-1)?.headers.authorization).toBeUndefined();
	});

	test("what is compressed on the way all the same is named, and not asked for again", async () => {
		await using server = await startServer((_request, response) => {
			response.writeHead(200, { "content-encoding": "gzip", "content-type": OCI_MANIFEST });
			response.end(gzipSync(bytes));
		});
		await using client = testClient();
		const from = { registry: server.host, repository: "a" };
		const failure = await failureOf(client.getBlob(from, blob.digest, blob.size).then(read));
		expect(failure).toMatchObject({ code: "size-mismatch" });
		expect(failure.message).toContain("(it came with Content-Encoding: gzip)");
		const manifest = await failureOf(client.getManifest({ ...from, digest: blob.digest }));
		expect(manifest).toMatchObject({ code: "digest-mismatch" });
		expect(manifest.message).toContain("(it came with Content-Encoding: gzip)");
		expect(server.requests.map(({ headers }) => headers["accept-encoding"])).toEqual([
			"identity",
			"identity",
		]);
	});

	test("a storage that says so of bytes that it has not changed is believed by the digest", async () => {
		await using server = await startServer((_request, response) => {
			response.writeHead(200, { "content-encoding": "gzip" });
			response.end(bytes);
		});
		await using client = testClient();
		const stream = await client.getBlob({ registry: server.host, repository: "a" }, blob.digest, blob.size);
		expect(await read(stream)).toEqual(bytes);
	});

	test("redirects end", async () => {
		await using server = await startServer((_request, response, count) => {
			response.writeHead(302, { location: `/again/${count}` });
			response.end();
		});
		await using client = testClient();
		const error = await failureOf(client.getBlob({ registry: server.host, repository: "a" }, blob.digest));
		expect(error.code).toBe("too-many-redirects");
		expect(server.requests).toHaveLength(6);
	});

	test("a redirect out of the rules is refused, and its secrets are not shown", async () => {
		await using server = await startServer((_request, response) => {
			response.writeHead(302, { location: "http://storage.example/x?sig=s3cret" });
			response.end();
		});
		await using client = testClient();
		const error = await failureOf(client.getBlob({ registry: server.host, repository: "a" }, blob.digest));
		expect(error.code).toBe("unsafe-redirect");
		expect(error.message).not.toContain("s3cret");
	});
});

describe("faults", () => {
	const bytes = Buffer.from("0123456789".repeat(200_000));
	const blob = { digest: digestOf(bytes), size: bytes.length };
	const BLOB = /\/blobs\/sha256/;

	test("wrong bytes never reach the end", async () => {
		await using s = await withRegistry();
		await s.client.uploadBlob(s.to, blob, opens(bytes));
		s.registry.inject({ method: "GET", path: BLOB, action: { kind: "wrong-bytes" } });
		const error = await failureOf(s.client.getBlob(s.to, blob.digest, blob.size).then(read));
		expect(error).toMatchObject({ code: "digest-mismatch" });
	});

	test("a short body that agrees with its length is noticed", async () => {
		await using s = await withRegistry();
		await s.client.uploadBlob(s.to, blob, opens(bytes));
		s.registry.inject({ method: "GET", path: BLOB, action: { kind: "short-body", bytes: 1000 } });
		const error = await failureOf(s.client.getBlob(s.to, blob.digest, blob.size).then(read));
		expect(error).toMatchObject({ code: "size-mismatch" });
		// As often as a connection that breaks, it is asked for the rest, and gets another 1000 bytes.
		expect(error.message).toContain("has 4000");
	});

	test("a connection that breaks in mid-download", async () => {
		await using s = await withRegistry();
		await s.client.uploadBlob(s.to, blob, opens(bytes));
		s.registry.inject({ method: "GET", path: BLOB, action: { kind: "reset", afterBytes: 100_000 } });
		const error = await failureOf(s.client.getBlob(s.to, blob.digest, blob.size).then(read));
		expect(error).toMatchObject({ code: "registry-unreachable", passing: true, fault: "outside" });
	});

	test("a manifest whose connection breaks is read again", async () => {
		await using s = await withRegistry();
		const content = image(["a"], { annotations: { filler: "x".repeat(100_000) } });
		await push(s.client, s.to, content, "1");
		s.registry.inject({
			method: "GET",
			path: /manifests/,
			nth: 1,
			action: { kind: "reset", afterBytes: 50_000 },
		});
		expect(await s.client.getManifest({ ...s.to, tag: "1" })).toMatchObject({ digest: content.root.digest });
	});

	test.each([
		["reset in mid-upload", { kind: "reset", afterBytes: 300_000 }],
		["lost answer", { kind: "lost-answer" }],
		["503", { kind: "status", status: 503 }],
		["lost session", { kind: "status", status: 404, body: '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}' }],
	] as const)("an upload after a %s starts anew with all bytes", async (_name, action) => {
		await using s = await withRegistry();
		s.registry.inject({ method: "PUT", nth: 1, action });
		let opened = 0;
		await s.client.uploadBlob(s.to, blob, async () => {
			opened += 1;
			return Readable.from([bytes.subarray(0, 1_000_000), bytes.subarray(1_000_000)]);
		});
		expect(opened).toBe(2);
		expect(s.registry.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
		expect(await read(await s.client.getBlob(s.to, blob.digest, blob.size))).toEqual(bytes);
	});

	test("uploads do not try for ever", async () => {
		await using s = await withRegistry();
		s.registry.inject({ method: "PUT", action: { kind: "reset", afterBytes: 10 } });
		const error = await failureOf(s.client.uploadBlob(s.to, blob, opens(bytes)));
		expect(error).toMatchObject({ code: "registry-unreachable" });
		expect(s.registry.requests.filter(({ method }) => method === "PUT")).toHaveLength(4);
	});

	test("the source's failure is not blamed on the destination, and not retried", async () => {
		await using s = await withRegistry();
		await s.client.uploadBlob(s.to, blob, opens(bytes));
		s.registry.inject({ method: "GET", path: BLOB, action: { kind: "wrong-bytes" } });
		const answer = await fetch(`${s.registry.url}/v2/acme/shop/blobs/${blob.digest}`);
		const wrong = digestOf(Buffer.from(await answer.arrayBuffer()));
		expect(wrong).not.toBe(blob.digest);
		const other = { ...s.to, repository: "acme/other" };
		const open = () => s.client.getBlob(s.to, blob.digest, blob.size);
		expect(await failureOf(s.client.uploadBlob(other, blob, open))).toMatchObject({
			code: "digest-mismatch",
		});
		expect(await s.client.hasBlob(other, blob.digest)).toBe(false);
		expect(await s.client.hasBlob(other, wrong)).toBe(false);
		const puts = s.registry.requests.filter(
			({ method, path }) => method === "PUT" && path.includes("/other/"),
		);
		expect(puts).toHaveLength(1);
	});

	test("a blob that the source does not have is asked for once, and one upload is opened", async () => {
		await using s = await withRegistry();
		const open = () => s.client.getBlob(s.to, blob.digest, blob.size);
		const error = await failureOf(s.client.uploadBlob(s.to, blob, open, { plain: true }));
		expect(error).toMatchObject({ code: "not-found" });
		expect(s.registry.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
		expect(s.client.sleeps).toEqual([]);
	});

	test("a source that breaks again and again does not bring the destination into chunks", async () => {
		await using s = await withRegistry();
		await using destination = await startRegistry();
		const large = Buffer.alloc(9_000_000, 7);
		const name = { digest: digestOf(large), size: large.length };
		await s.client.uploadBlob(s.to, name, opens(large));
		for (let nth = 1; nth <= 8; nth += 1)
			s.registry.inject({ method: "GET", nth, action: { kind: "reset", afterBytes: 1000 } });
		const to = { ...s.to, registry: destination.host };
		const open = () => s.client.getBlob(s.to, name.digest, name.size);
		await s.client.uploadBlob(to, name, open);
		expect(destination.requests.map(({ method }) => method)).not.toContain("PATCH");
		expect(await s.client.hasBlob(to, name.digest, name.size)).toBe(true);
	});

	test("within one registry that takes one request at a time, a broken download goes on during the upload", async () => {
		await using s = await withRegistry();
		const large = Buffer.alloc(3_000_000, 7);
		const name = { digest: digestOf(large), size: large.length };
		await s.client.uploadBlob(s.to, name, opens(large));
		await using client = testClient({ concurrency: 1 });
		s.registry.inject({ method: "GET", nth: 1, action: { kind: "reset", afterBytes: 1_000_000 } });
		const other = { ...s.to, repository: "acme/other" };
		await client.uploadBlob(other, name, () => client.getBlob(s.to, name.digest, name.size));
		expect(await client.hasBlob(other, name.digest, name.size)).toBe(true);
	});

	test("what is wrong with the keychain is not told where nobody asked for credentials", async () => {
		await using server = await startServer((_request, response) => response.writeHead(404).end());
		const credentials = {
			find: async () => {
				throw new Error("the keychain is broken");
			},
		};
		await using client = testClient({ credentials });
		const error = await failureOf(client.getManifest({ registry: server.host, repository: "a", tag: "1" }));
		expect(error).toMatchObject({ code: "not-found" });
	});

	test("401 in the middle of an upload: the token is renewed and the bytes are sent again", async () => {
		await using registry = await startRegistry({ auth: { kind: "token", username: "u", password: "pw" } });
		await using client = testClient({ credentials: keychain(registry.host, "u", "pw") });
		const to = { registry: registry.host, repository: "a/b" };
		const challenge = `Bearer realm="${registry.url}/token",service="embedded-registry",scope="repository:a/b:pull,push",error="invalid_token"`;
		const action = { kind: "status", status: 401, headers: { "www-authenticate": challenge } } as const;
		registry.inject({ method: "PUT", nth: 1, action });
		await client.uploadBlob(to, blob, opens(bytes));
		expect(registry.requests.filter(({ path }) => path.startsWith("/token"))).toHaveLength(2);
		expect(registry.requests.filter(({ method }) => method === "PUT").map(({ status }) => status)).toEqual([
			401, 201,
		]);
		expect(await client.hasBlob(to, blob.digest, blob.size)).toBe(true);
	});

	test("429: Retry-After in seconds and as a date, then other requests to that host wait too", async () => {
		await using s = await withRegistry();
		const content = image(["a"]);
		await push(s.client, s.to, content, "1");
		const date = "Thu, 01 Jan 2026 00:00:27 GMT";
		const busy = (nth: number, retryAfter: string) =>
			s.registry.inject({
				method: "GET",
				nth,
				action: { kind: "status", status: 429, headers: { "retry-after": retryAfter } },
			});
		busy(1, "7");
		busy(2, date);
		await using client = testClient({ random: () => 0 });
		await client.getManifest({ ...s.to, tag: "1" });
		expect(client.sleeps).toEqual([7000, 20_000]);
	});

	test("a busy host is left alone by all requests", async () => {
		await using s = await withRegistry();
		await push(s.client, s.to, image(["a"]), "1");
		const headers = { "retry-after": "9" };
		s.registry.inject({ method: "GET", nth: 1, action: { kind: "status", status: 429, headers } });
		const waits: number[] = [];
		let now = 0;
		await using patient = testClient({
			now: () => now,
			random: () => 0,
			sleep: async (milliseconds) => {
				waits.push(milliseconds);
				// The second request starts while the first one waits.
				if (waits.length === 1) await patient.headManifest({ ...s.to, tag: "1" });
				now += milliseconds;
			},
		});
		await patient.headManifest({ ...s.to, tag: "1" });
		await patient.getManifest({ ...s.to, tag: "1" });
		expect(waits).toEqual([9000, 9000]);
	});

	test("429 without end", async () => {
		await using s = await withRegistry();
		s.registry.inject({
			action: {
				kind: "status",
				status: 429,
				body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}',
			},
		});
		const error = await failureOf(s.client.getManifest({ ...s.to, tag: "1" }));
		expect(error).toMatchObject({ code: "rate-limited", status: 429 });
		expect(error.message).toContain("slow down");
		expect(s.registry.requests).toHaveLength(8);
		expect(s.client.sleeps.slice(0, 3)).toEqual([500, 1000, 2000]);
	});

	test("a port where nothing listens", async () => {
		const registry = await startRegistry();
		await registry.close();
		await using client = testClient();
		const error = await failureOf(
			client.headManifest({ registry: registry.host, repository: "a", tag: "1" }),
		);
		expect(error).toMatchObject({ code: "registry-unreachable", fault: "outside" });
		expect(error.message).toContain(`${registry.host} cannot be reached: nothing listens there`);
		expect(client.sleeps).toEqual([500, 1000, 2000]);
	});

	test("requests that waited for one that found nobody fail together, not one after the other", async () => {
		const registry = await startRegistry();
		await registry.close();
		await using client = testClient();
		const ref = { registry: registry.host, repository: "a", tag: "1" };
		await Promise.allSettled([1, 2, 3].map(() => client.headManifest(ref)));
		expect(client.sleeps.slice(3)).toEqual([500, 500, 1000, 1000, 2000, 2000]);
	});

	test("a host that nobody knows is not tried again", async () => {
		await using client = testClient();
		// Longer than any label may be: no name service needs to be reached to know that.
		const registry = `${"a".repeat(64)}.invalid`;
		const error = await failureOf(client.headManifest({ registry, repository: "a", tag: "1" }));
		expect(error).toMatchObject({ code: "registry-unreachable" });
		expect(error.message).toContain("the host name is unknown");
		expect(client.sleeps).toEqual([]);
	});

	test("a registry that never answers", async () => {
		await using registry = await startRegistry({ faults: [{ action: { kind: "hang" } }] });
		await using client = testClient({ timeouts: { connect: 1000, headers: 300, body: 300 } });
		const error = await failureOf(
			client.headManifest({ registry: registry.host, repository: "a", tag: "1" }),
		);
		expect(error).toMatchObject({ code: "registry-unreachable" });
		expect(error.message).toContain("no answer within the time limit");
	});

	test("an abort ends a transfer at once", async () => {
		await using s = await withRegistry({ faults: [{ method: "PUT", action: { kind: "hang" } }] });
		const stop = new AbortController();
		const upload = s.client.uploadBlob(s.to, blob, opens(bytes), { signal: stop.signal });
		setTimeout(() => stop.abort(new Error("SIGINT")), 200);
		expect((await failureOf(upload)).message).toBe("SIGINT");
	});

	test("no more requests at once than allowed", async () => {
		let running = 0;
		let most = 0;
		await using server = await startServer((_request, response) => {
			running += 1;
			most = Math.max(most, running);
			setTimeout(() => {
				running -= 1;
				response.writeHead(404).end();
			}, 20);
		});
		await using client = testClient({ concurrency: 3 });
		const ref = { registry: server.host, repository: "a", tag: "1" };
		await Promise.all(Array.from({ length: 12 }, () => client.headManifest(ref)));
		expect(most).toBe(3);
	});
});

describe("tags", () => {
	test("are listed over pages", async () => {
		await using s = await withRegistry({ pageSize: 2 });
		const content = image(["a"]);
		await push(s.client, s.to, content, "1");
		const body = content.manifests[0]?.body ?? Buffer.alloc(0);
		for (const tag of ["2", "3", "4", "5"]) await s.client.putManifest({ ...s.to, tag }, body, OCI_MANIFEST);
		expect(await s.client.listTags(s.to)).toEqual(["1", "2", "3", "4", "5"]);
		expect(await s.client.listTags({ ...s.to, repository: "none" })).toEqual([]);
	});

	test.each([
		["has an empty page in it", [["1"], [], ["2"]], ["1", "2"]],
		["ends with an empty page that names itself", [["1"], ["2"], []], ["1", "2"]],
	])("a list that %s is read", async (_, pages, tags) => {
		await using server = await startServer(({ path }, response) => {
			const at = Number(/at=(\d)/.exec(path)?.[1] ?? 0);
			const next = Math.min(at + 1, pages.length - 1);
			const link =
				pages.at(-1)?.length === 0 || next > at ? { link: `</v2/a/tags/list?at=${next}>; rel="next"` } : {};
			json(response, 200, { tags: pages[at] }, link);
		});
		await using client = testClient();
		expect(await client.listTags({ registry: server.host, repository: "a" })).toEqual(tags);
		expect(server.requests).toHaveLength(pages.length);
	});

	test("a list of a full page may be cut, and is not taken for all", async () => {
		let count = 999;
		await using server = await startServer((_request, response) => {
			json(response, 200, { tags: Array.from({ length: count }, (_, at) => `t${at}`) });
		});
		await using client = testClient();
		const at = { registry: server.host, repository: "a" };
		expect((await client.fewTags(at))?.size).toBe(999);
		count = 1000;
		expect(await client.fewTags(at)).toBeUndefined();
	});

	test("are deleted without their manifest", async () => {
		await using s = await withRegistry();
		const content = image(["a"]);
		await push(s.client, s.to, content, "1");
		expect(await s.client.deleteTag({ ...s.to, tag: "1" })).toBe("deleted");
		expect(await s.client.deleteTag({ ...s.to, tag: "1" })).toBe("absent");
		expect(await s.client.headManifest({ ...s.to, digest: content.root.digest })).toBeDefined();
		expect(
			s.registry.requests.filter(({ method, path }) => method === "DELETE" && path.includes("sha256")),
		).toEqual([]);
	});

	test("a registry that deletes none", async () => {
		await using s = await withRegistry({ deleteTags: false });
		await push(s.client, s.to, image(["a"]), "1");
		expect(await s.client.deleteTag({ ...s.to, tag: "1" })).toBe("unsupported");
	});

	test("the right to push is proved without leaving anything", async () => {
		await using s = await withRegistry();
		await s.client.cancelUpload(s.to, await s.client.startUpload(s.to));
		expect(s.registry.requests.map(({ method, status }) => [method, status])).toEqual([
			["POST", 202],
			["DELETE", 204],
		]);
	});
});

describe("a registry that answers 403 for what is absent", () => {
	const there = image(["a"]);
	const unknown = JSON.stringify({
		errors: [{ code: "NAME_UNKNOWN", message: "repository name not known" }],
	});
	const denied = { status: 403, code: "registry-denied" };

	/** Every tag is denied. `list` is how the list of tags is answered. */
	async function denying(list: { status: number; body?: string; link?: string }) {
		const s = await withRegistry();
		await push(s.client, s.to, there, "1");
		s.registry.inject({ method: "HEAD", path: /manifests/, action: { kind: "status", status: 403 } });
		s.registry.inject({ method: "GET", path: /manifests/, action: { kind: "status", status: 403 } });
		const headers = list.link === undefined ? undefined : { link: list.link };
		if (list.body !== undefined || list.status !== 200) {
			const { status, body = "" } = list;
			const action = { kind: "status", status, body, ...(headers === undefined ? {} : { headers }) } as const;
			s.registry.inject({ method: "GET", path: /tags/, action });
		}
		return s;
	}

	test("has no tag that its list does not hold", async () => {
		await using s = await denying({ status: 200 });
		expect(await s.client.headManifest({ ...s.to, tag: "2" })).toBeUndefined();
		expect(await s.client.headManifest({ ...s.to, repository: "none", tag: "1" })).toBeUndefined();
		// Without the API: the fallback tag.
		s.registry.inject({ method: "GET", path: /referrers/, action: { kind: "status", status: 404 } });
		expect(await s.client.referrers(s.to, there.root.digest)).toEqual([]);
	});

	test.each([
		["the list holds it", { status: 200 }],
		["the list is denied too", { status: 403 }],
		["the repository is not found, without a word", { status: 404 }],
		["the list is no list", { status: 200, body: "<p>sign in" }],
		[
			"the list can't be read to its end",
			{ status: 200, body: '{"tags":["2"]}', link: "<http://[>; rel=next" },
		],
	])("may have a tag where %s", async (_, list) => {
		await using s = await denying(list);
		const error = await failureOf(s.client.headManifest({ ...s.to, tag: "1" }));
		expect(error).toMatchObject(denied);
		expect(error.hint).toContain("Some registries also answer so for what does not exist.");
	});

	test("may have a digest, whatever its tags", async () => {
		await using s = await denying({ status: 404, body: unknown });
		expect(await s.client.headManifest({ ...s.to, tag: "1" })).toBeUndefined();
		const { digest } = there.root;
		for (const name of [{ digest }, { digest, tag: "2" }])
			expect(await failureOf(s.client.headManifest({ ...s.to, ...name }))).toMatchObject(denied);
	});
});

describe("a list is never cut without a word", () => {
	const entry = (at: number) => ({
		mediaType: OCI_MANIFEST,
		digest: `sha256:${String(at).padStart(64, "0")}`,
		size: 1,
	});
	const subject = entry(7).digest;

	/** A list of tags and one of referrers, of an entry a page; `link` is the header of a page. */
	async function paged(pages: number, link: (next: string, host: string) => string | undefined) {
		const server = await startServer(({ path, headers }, response) => {
			const url = new URL(path, "http://registry");
			const at = Number(url.searchParams.get("at") ?? 0);
			const next = at + 1 < pages ? link(`${url.pathname}?at=${at + 1}`, headers.host ?? "") : undefined;
			const more: Record<string, string> = next === undefined ? {} : { link: `<${next}>; rel="next"` };
			if (path.includes("/tags/")) json(response, 200, { tags: [`t${at}`] }, more);
			else json(response, 200, { schemaVersion: 2, manifests: [entry(at)] }, more);
		});
		const client = testClient();
		const at = { registry: server.host, repository: "a" };
		return {
			server,
			tags: () => client.listTags(at),
			few: () => client.fewTags(at),
			referrers: () => client.referrers(at, subject),
			async [Symbol.asyncDispose]() {
				await client.close();
				await server[Symbol.asyncDispose]();
			},
		};
	}

	test("of 150 pages", async () => {
		await using s = await paged(150, (next) => next);
		expect(await s.referrers()).toHaveLength(150);
		expect(await s.tags()).toHaveLength(150);
	});

	test.each([
		["its name inside", (host: string) => `http://registry.internal:${host.split(":")[1]}`],
		["another port", () => "http://127.0.0.1:1"],
		["https", (host: string) => `https://${host}`],
		["a user name", (host: string) => `http://user:secret@${host}`],
	])("by a registry that names the next page with %s", async (_, origin) => {
		await using s = await paged(3, (next, host) => origin(host) + next);
		expect(await s.referrers()).toHaveLength(3);
		expect(await s.tags()).toEqual(["t0", "t1", "t2"]);
		expect(await s.few()).toBeUndefined();
		expect(s.server.requests).toHaveLength(7);
	});

	test.each([
		["an address that can't be read", "http://[", /next page cannot be read/],
		["another scheme", "file:///v2/a", /next page cannot be read/],
		["itself", "", /read already/],
	])("where the next page is %s", async (_, target, message) => {
		await using s = await paged(3, (next) => (target === "" ? next.replace(/at=\d/, "at=1") : target));
		for (const list of [s.tags, s.referrers]) {
			expect(await failureOf(list())).toMatchObject({
				code: "registry-failed",
				message: expect.stringMatching(message),
			});
		}
		expect(await s.few()).toBeUndefined();
	});

	test("that has no end", async () => {
		await using s = await paged(Number.POSITIVE_INFINITY, (next) => next);
		expect(await failureOf(s.referrers())).toMatchObject({ code: "registry-failed" });
		expect(s.server.requests).toHaveLength(1000);
	});

	test.each([404, 400, 200])("whose second page is answered %i", async (status) => {
		await using server = await startServer(({ path }, response) => {
			if (path.includes("more")) {
				response.writeHead(status, { "content-type": "text/html" });
				response.end("<p>not here</p>");
			} else if (path.includes("/tags/")) json(response, 200, { tags: ["1"] }, { link: "<?more>; rel=next" });
			else json(response, 200, { schemaVersion: 2, manifests: [entry(1)] }, { link: "<?more>; rel=next" });
		});
		await using client = testClient();
		const at = { registry: server.host, repository: "a" };
		expect((await failureOf(client.referrers(at, subject))).code).toMatch(/^(?:registry|not)-/);
		expect((await failureOf(client.listTags(at))).code).toMatch(/^(?:registry|not)-/);
	});

	test.each([5, 17])("of %i MiB in one page", async (size) => {
		const padding = "x".repeat(size * 1024 * 1024);
		await using server = await startServer(({ path }, response) => {
			if (path.includes("/referrers/"))
				json(response, 200, { schemaVersion: 2, manifests: [entry(1)], padding });
			else json(response, 404, {});
		});
		await using client = testClient();
		const listed = client.referrers({ registry: server.host, repository: "a" }, subject);
		if (size < 16) expect(await listed).toHaveLength(1);
		else expect(await failureOf(listed)).toMatchObject({ code: "too-many-referrers" });
	});

	test("of more than 10,000 referrers", async () => {
		const manifests = Array.from({ length: 10_001 }, (_, at) => entry(at));
		await using server = await startServer((_, response) =>
			json(response, 200, { schemaVersion: 2, manifests }),
		);
		await using client = testClient();
		const listed = client.referrers({ registry: server.host, repository: "a" }, subject);
		expect(await failureOf(listed)).toMatchObject({ code: "too-many-referrers" });
	});
});

describe("referrers", () => {
	test("by the API, over pages", async () => {
		await using s = await withRegistry({ pageSize: 1 });
		const subject = image(["a"]);
		await push(s.client, s.to, subject, "1");
		const signed = [referrer(subject.root, "one", { a: "1" }), referrer(subject.root, "two")];
		for (const each of signed) await push(s.client, s.to, each);
		const found = await s.client.referrers(s.to, subject.root.digest);
		expect(found.map(({ digest }) => digest).sort()).toEqual(signed.map(({ root }) => root.digest).sort());
		expect(found[0]?.artifactType).toBe("application/vnd.dev.sigstore.bundle.v0.3+json");
	});

	test("by the fallback tag, which keeps what stands there", async () => {
		await using s = await withRegistry({ referrers: false });
		const subject = image(["a"]);
		await push(s.client, s.to, subject, "1");
		const { digest } = subject.root;
		expect(await s.client.referrers(s.to, digest)).toEqual([]);
		const strange = { ...image(["x"]).root, unknown: "key" };
		const foreign = manifestOf(OCI_INDEX, { manifests: [strange] });
		const tag = digest.replace(":", "-");
		await push(s.client, s.to, image(["x"]));
		await s.client.putManifest({ ...s.to, tag }, foreign.body, OCI_INDEX);
		const added = { ...referrer(subject.root, "one").root, artifactType: "t/t", annotations: { a: "b" } };
		await push(s.client, s.to, referrer(subject.root, "one"));
		await s.client.addToReferrersTag(s.to, digest, [added]);
		await s.client.addToReferrersTag(s.to, digest, [added]);
		const stored = JSON.parse((await s.client.getManifest({ ...s.to, tag })).body.toString());
		expect(stored.manifests).toEqual([strange, added]);
		expect(await s.client.referrers(s.to, digest)).toHaveLength(2);
	});

	test("a fallback tag that is an image is left alone", async () => {
		await using s = await withRegistry({ referrers: false });
		const subject = image(["a"]);
		const tag = subject.root.digest.replace(":", "-");
		await push(s.client, s.to, image(["other"]), tag);
		const error = await failureOf(s.client.addToReferrersTag(s.to, subject.root.digest, [subject.root]));
		expect(error.code).toBe("referrers-tag-taken");
	});

	test("a registry that answers the fallback tag with the subject itself has none", async () => {
		await using s = await withRegistry({ referrers: false });
		const subject = index([image(["a"])]);
		await push(s.client, s.to, subject, subject.root.digest.replace(":", "-"));
		expect(await s.client.referrers(s.to, subject.root.digest)).toEqual([]);
	});
});

test("a registry with the API that does not answer OCI-Subject needs no fallback tag", async () => {
	await using s = await withRegistry();
	const subject = image(["a"]);
	const signed = referrer(subject.root, "one");
	await push(s.client, s.to, subject, "1");
	await push(s.client, s.to, signed);
	await s.client.addToReferrersTag(s.to, subject.root.digest, [signed.root]);
	expect(await s.client.listTags(s.to)).toEqual(["1"]);
});
