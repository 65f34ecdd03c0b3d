import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	blobOf,
	descriptorOf,
	imageOf,
	manifestOf,
	postBlob,
	pushImage,
	putManifest,
	refusalOf,
} from "./content.ts";
import { type EmbeddedRegistry, startRegistry } from "./server.ts";

const INDEX = "application/vnd.oci.image.index.v1+json";

let registry: EmbeddedRegistry;
let v2: string;
beforeAll(async () => {
	registry = await startRegistry();
	v2 = `${registry.url}/v2`;
});
afterAll(() => registry.close());

/** The absolute URL of an answer's Location. */
function locationOf(answer: Response): string {
	return new URL(answer.headers.get("location") ?? "nowhere", answer.url).href;
}

async function beginUpload(name: string): Promise<string> {
	const answer = await fetch(`${v2}/${name}/blobs/uploads/`, { method: "POST" });
	expect(answer.status).toBe(202);
	return locationOf(answer);
}

function sendChunk(url: string, body: string, range?: string, method = "PATCH"): Promise<Response> {
	return fetch(url, { method, body, headers: range === undefined ? {} : { "content-range": range } });
}

describe("pull and push", () => {
	it("gives back an image as it was pushed, by tag and by digest", async () => {
		const image = await pushImage(registry.url, "round/trip", "1.0", "round trip");
		for (const reference of ["1.0", image.digest]) {
			const answer = await fetch(`${v2}/round/trip/manifests/${reference}`);
			expect(answer.status).toBe(200);
			expect(answer.headers.get("docker-content-digest")).toBe(image.digest);
			expect(answer.headers.get("content-type")).toBe(image.mediaType);
			expect(Buffer.from(await answer.arrayBuffer())).toEqual(image.bytes);
		}
		const layer = blobOf("layer round trip");
		const answer = await fetch(`${v2}/round/trip/blobs/${layer.digest}`);
		expect(await answer.text()).toBe("layer round trip");
	});

	it("answers HEAD with the headers of GET and no body", async () => {
		const image = await pushImage(registry.url, "head", "1", "head");
		for (const path of ["manifests/1", `blobs/${blobOf("layer head").digest}`, "tags/list"]) {
			const [head, get] = await Promise.all([
				fetch(`${v2}/head/${path}`, { method: "HEAD" }),
				fetch(`${v2}/head/${path}`),
			]);
			expect(head.headers.get("content-length")).toBe(String((await get.arrayBuffer()).byteLength));
			expect(await head.text()).toBe("");
		}
		expect(image.bytes.length).toBeGreaterThan(0);
		const missing = await fetch(`${v2}/head/manifests/none`, { method: "HEAD" });
		expect([missing.status, await missing.text()]).toEqual([404, ""]);
	});

	it("takes a blob in one POST, as POST and PUT, and as a stream, and refuses wrong content", async () => {
		for (const algorithm of ["sha256", "sha512"]) {
			const blob = blobOf(`content ${algorithm}`, algorithm);
			expect((await postBlob(registry.url, "ways", blob)).status).toBe(201);

			const begun = await beginUpload("ways");
			expect((await sendChunk(begun, "stream")).status).toBe(202);
			const { digest } = blobOf("stream and end", algorithm);
			const ended = await sendChunk(`${begun}?digest=${digest}`, " and end", undefined, "PUT");
			expect(ended.status).toBe(201);
			expect(await (await fetch(locationOf(ended))).text()).toBe("stream and end");

			const other = { ...blob, bytes: Buffer.from("something else") };
			expect(await refusalOf(postBlob(registry.url, "wrong", other))).toBe("400 DIGEST_INVALID");
			const missing = fetch(`${v2}/wrong/blobs/${blob.digest}`);
			expect(await refusalOf(missing)).toBe("404 BLOB_UNKNOWN");
		}
	});

	it("refuses a chunk that does not begin where the last one ended, and goes on after it", async () => {
		const url = await beginUpload("chunks");
		const first = await sendChunk(url, "01234", "0-4");
		expect([first.status, first.headers.get("range")]).toEqual([202, "0-4"]);

		for (const range of ["0-4", "6-8", "4-5", "9-5"]) {
			const wrong = await sendChunk(url, "xxxxx".slice(0, 3), range);
			expect([range, wrong.status, wrong.headers.get("range")]).toEqual([range, 416, "0-4"]);
			expect(new URL(locationOf(wrong)).href).toBe(url);
		}
		expect(await refusalOf(sendChunk(url, "abc", "5-9"))).toBe("400 SIZE_INVALID");
		expect(await refusalOf(sendChunk(url, "abc", "bytes 5-7/8"))).toBe("400 BLOB_UPLOAD_INVALID");
		const status = await fetch(url);
		expect([status.status, status.headers.get("range")]).toEqual([204, "0-4"]);

		const { digest } = blobOf("0123456789");
		const wrongEnd = await sendChunk(`${url}?digest=${digest}`, "56789", "6-10", "PUT");
		expect(wrongEnd.status).toBe(416);
		expect(await refusalOf(fetch(url, { method: "PUT" }))).toBe("400 DIGEST_INVALID");
		const ended = await sendChunk(`${url}?digest=${digest}`, "56789", "5-9", "PUT");
		expect(ended.status).toBe(201);
		expect(await (await fetch(locationOf(ended))).text()).toBe("0123456789");
		expect(await refusalOf(fetch(url))).toBe("404 BLOB_UPLOAD_UNKNOWN");
	});

	it("forgets a cancelled upload, and knows an upload only in its own repository", async () => {
		const url = await beginUpload("cancel");
		const elsewhere = url.replace("/cancel/", "/other/");
		expect(await refusalOf(fetch(elsewhere))).toBe("404 BLOB_UPLOAD_UNKNOWN");
		expect((await fetch(url, { method: "DELETE" })).status).toBe(204);
		expect(await refusalOf(sendChunk(url, "late"))).toBe("404 BLOB_UPLOAD_UNKNOWN");
	});

	it("runs the requests of one upload one after the other", async () => {
		const url = await beginUpload("turns");
		const answers = await Promise.all([sendChunk(url, "0123", "0-3"), sendChunk(url, "0123", "0-3")]);
		expect(answers.map((each) => each.status).sort()).toEqual([202, 416]);
	});

	it("mounts a blob that the other repository has, and begins an upload otherwise", async () => {
		const blob = blobOf("to be mounted");
		await postBlob(registry.url, "mount/source", blob);
		const mount = (query: string) =>
			fetch(`${v2}/mount/target/blobs/uploads/?mount=${query}`, { method: "POST" });

		const missing = await mount(`${blob.digest}&from=mount/empty`);
		expect([missing.status, missing.headers.has("docker-upload-uuid")]).toEqual([202, true]);
		const begun = await sendChunk(
			`${locationOf(missing)}?digest=${blobOf("x").digest}`,
			"x",
			undefined,
			"PUT",
		);
		expect(begun.status).toBe(201);
		expect((await fetch(`${v2}/mount/target/blobs/${blob.digest}`)).status).toBe(404);

		const mounted = await mount(`${blob.digest}&from=mount/source`);
		expect(mounted.status).toBe(201);
		expect(await (await fetch(locationOf(mounted))).text()).toBe("to be mounted");
		expect((await mount(blobOf("nowhere").digest)).status).toBe(202);
		expect((await mount(blob.digest)).status).toBe(201);
		await using strict = await startRegistry({ anonymousMount: false });
		await postBlob(strict.url, "a", blob);
		const anonymous = await fetch(`${strict.url}/v2/b/blobs/uploads/?mount=${blob.digest}`, {
			method: "POST",
		});
		expect(anonymous.status).toBe(202);
	});

	it.each([
		["bytes=2-5", 206, "2345", "bytes 2-5/10"],
		["bytes=7-", 206, "789", "bytes 7-9/10"],
		["bytes=-3", 206, "789", "bytes 7-9/10"],
		["bytes=8-99", 206, "89", "bytes 8-9/10"],
		["bytes=-99", 206, "0123456789", "bytes 0-9/10"],
		["bytes=0-1,4-5", 200, "0123456789", null],
		["lines=1-2", 200, "0123456789", null],
	])("answers the range %s with %i", async (range, status, text, contentRange) => {
		const blob = blobOf("0123456789");
		await postBlob(registry.url, "range", blob);
		const answer = await fetch(`${v2}/range/blobs/${blob.digest}`, { headers: { range } });
		expect([answer.status, await answer.text()]).toEqual([status, text]);
		expect(answer.headers.get("content-range")).toBe(contentRange);
	});

	it.each(["bytes=10-", "bytes=5-2", "bytes=-0"])("refuses the range %s", async (range) => {
		const blob = blobOf("0123456789");
		await postBlob(registry.url, "range", blob);
		const answer = await fetch(`${v2}/range/blobs/${blob.digest}`, { headers: { range } });
		expect([answer.status, answer.headers.get("content-range")]).toEqual([416, "bytes */10"]);
	});
});

describe("manifests", () => {
	const [config, layer] = [blobOf("{}"), blobOf("a layer")];

	it("are refused while a blob or a child is missing, unless sparse ones are allowed", async () => {
		const image = imageOf(config, [layer]);
		const index = manifestOf({ mediaType: INDEX, ...{ manifests: [descriptorOf(image, image.mediaType)] } });
		const put = (name: string, what = image) => putManifest(registry.url, name, "1", what);
		await postBlob(registry.url, "sparse", config);
		expect(await refusalOf(put("sparse"))).toBe("404 MANIFEST_BLOB_UNKNOWN");
		expect(await refusalOf(put("sparse", index))).toBe("404 MANIFEST_BLOB_UNKNOWN");
		expect((await fetch(`${v2}/sparse/manifests/1`)).status).toBe(404);
		await postBlob(registry.url, "sparse", layer);
		expect((await put("sparse")).status).toBe(201);
		expect((await put("sparse", index)).status).toBe(201);

		await using loose = await startRegistry({ sparse: true });
		expect((await putManifest(loose.url, "a", "1", image)).status).toBe(201);
	});

	it("need no layer that may not be distributed", async () => {
		await postBlob(registry.url, "foreign", config);
		const mediaType = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip";
		const foreign = imageOf(config, [], { layers: [descriptorOf(layer, mediaType)] });
		expect((await putManifest(registry.url, "foreign", "1", foreign)).status).toBe(201);
	});

	const image = imageOf(config, [layer]);
	it.each([
		["not JSON", { ...blobOf("{"), mediaType: image.mediaType }, "400 MANIFEST_INVALID"],
		["a list", { ...blobOf("[]"), mediaType: image.mediaType }, "400 MANIFEST_INVALID"],
		["no UTF-8", { ...blobOf(Buffer.from([0x22, 0xff, 0x22])), mediaType: INDEX }, "400 MANIFEST_INVALID"],
		["another type than it says", { ...image, mediaType: INDEX }, "400 MANIFEST_INVALID"],
		["an unknown type", manifestOf({ mediaType: "text/plain" }), "400 MANIFEST_INVALID"],
		["no config", manifestOf({ mediaType: image.mediaType }), "400 MANIFEST_INVALID"],
		[
			"an untrue size",
			imageOf(config, [], { layers: [{ ...descriptorOf(layer), size: 1 }] }),
			"400 MANIFEST_INVALID",
		],
		[
			"a digest of another algorithm",
			imageOf(config, [], { layers: [{ ...descriptorOf(layer), digest: "md5:00" }] }),
			"400 MANIFEST_INVALID",
		],
		[
			"too many bytes",
			{ ...blobOf(Buffer.alloc(8 * 1024 * 1024 + 1)), mediaType: INDEX },
			"413 MANIFEST_INVALID",
		],
	])("with %s are refused", async (_, manifest, refusal) => {
		await postBlob(registry.url, "invalid", config);
		await postBlob(registry.url, "invalid", layer);
		expect(await refusalOf(putManifest(registry.url, "invalid", "1", manifest))).toBe(refusal);
		expect((await fetch(`${v2}/invalid/manifests/1`)).status).toBe(404);
	});

	it("must have the digest that they are pushed by, and may be tagged in the same request", async () => {
		await postBlob(registry.url, "by-digest", config);
		await postBlob(registry.url, "by-digest", layer);
		const wrong = putManifest(registry.url, "by-digest", layer.digest, image);
		expect(await refusalOf(wrong)).toBe("400 DIGEST_INVALID");
		const right = await putManifest(registry.url, "by-digest", `${image.digest}?tag=a&tag=b`, image);
		expect([right.status, right.headers.get("oci-tag")]).toEqual([201, "a, b"]);
		expect((await fetch(`${v2}/by-digest/manifests/b`)).status).toBe(200);
	});

	it("keep an immutable tag where it is", async () => {
		await using immutable = await startRegistry({ immutableTags: true });
		const first = await pushImage(immutable.url, "a", "1", "first");
		const second = await pushImage(immutable.url, "a", "2", "second");
		expect(await refusalOf(putManifest(immutable.url, "a", "1", second))).toBe("400 TAG_INVALID");
		expect((await putManifest(immutable.url, "a", "1", first)).status).toBe(201);
		const now = await fetch(`${immutable.url}/v2/a/manifests/1`, { method: "HEAD" });
		expect(now.headers.get("docker-content-digest")).toBe(first.digest);
	});
});

describe("discovery", () => {
	it("lists tags in pages", async () => {
		await using paged = await startRegistry({ pageSize: 3 });
		const image = await pushImage(paged.url, "tags", "b", "tags");
		for (const tag of ["C", "a", "1.0", "d"]) await putManifest(paged.url, "tags", tag, image);
		const list = async (query: string) => {
			const answer = await fetch(`${paged.url}/v2/tags/tags/list${query}`);
			return [((await answer.json()) as { tags: string[] }).tags.join(" "), answer.headers.get("link")];
		};
		expect(await list("?n=2")).toEqual(["1.0 a", '</v2/tags/tags/list?n=2&last=a>; rel="next"']);
		expect(await list("?n=2&last=a")).toEqual(["b C", '</v2/tags/tags/list?n=2&last=C>; rel="next"']);
		expect(await list("?n=2&last=C")).toEqual(["d", null]);
		expect(await list("?last=aa")).toEqual(["b C d", null]);
		expect(await list("")).toEqual(["1.0 a b", '</v2/tags/tags/list?n=3&last=b>; rel="next"']);
		expect(await list("?n=0")).toEqual(["", null]);
		expect(await refusalOf(fetch(`${paged.url}/v2/tags/tags/list?n=x`))).toBe("400 UNSUPPORTED");
		expect(await refusalOf(fetch(`${paged.url}/v2/nobody/tags/list`))).toBe("404 NAME_UNKNOWN");
	});

	it("lists referrers, filtered by artifact type and in pages", async () => {
		await using paged = await startRegistry({ pageSize: 2 });
		const subject = await pushImage(paged.url, "refs", "1", "subject");
		const config = blobOf('{"of":"subject"}');
		const pushed = [];
		for (const [n, artifactType] of [
			"application/a",
			"application/b",
			"application/a",
			undefined,
		].entries()) {
			const referrer = imageOf(config, [], {
				subject: descriptorOf(subject, subject.mediaType),
				annotations: { n: String(n) },
				artifactType,
			});
			const answer = await putManifest(paged.url, "refs", referrer.digest, referrer);
			expect([answer.status, answer.headers.get("oci-subject")]).toEqual([201, subject.digest]);
			pushed.push(referrer.digest);
		}
		type Page = {
			mediaType: string;
			manifests: { digest: string; artifactType: string; annotations: object }[];
		};
		const found: Page["manifests"] = [];
		let next: string | undefined = `/v2/refs/referrers/${subject.digest}`;
		let pages = 0;
		for (; next !== undefined; pages++) {
			const answer: Response = await fetch(new URL(next, paged.url));
			expect(answer.headers.get("content-type")).toBe(INDEX);
			expect(answer.headers.has("oci-filters-applied")).toBe(false);
			found.push(...((await answer.json()) as Page).manifests);
			next = /<(.+)>/.exec(answer.headers.get("link") ?? "")?.[1];
		}
		expect(pages).toBe(2);
		expect(found.map((each) => each.digest).sort()).toEqual(pushed.sort());
		expect(found.map((each) => each.artifactType).sort()).toEqual([
			"application/a",
			"application/a",
			"application/b",
			"application/vnd.oci.image.config.v1+json",
		]);
		expect(found[0]?.annotations).toHaveProperty("n");

		const url = `${paged.url}/v2/refs/referrers/${subject.digest}?artifactType=application%2Fb`;
		const filtered = await fetch(url);
		expect(filtered.headers.get("oci-filters-applied")).toBe("artifactType");
		expect(((await filtered.json()) as Page).manifests).toHaveLength(1);
		const none = await fetch(`${paged.url}/v2/nobody/referrers/${subject.digest}`);
		expect([none.status, ((await none.json()) as Page).manifests]).toEqual([200, []]);
	});

	it("has no referrers API when told so", async () => {
		await using plain = await startRegistry({ referrers: false });
		const subject = await pushImage(plain.url, "a", "1", "subject");
		const referrer = imageOf(blobOf('{"of":"subject"}'), [], { subject: descriptorOf(subject) });
		const answer = await putManifest(plain.url, "a", "2", referrer);
		expect([answer.status, answer.headers.has("oci-subject")]).toEqual([201, false]);
		const list = fetch(`${plain.url}/v2/a/referrers/${subject.digest}`);
		expect(await refusalOf(list)).toBe("404 UNSUPPORTED");
	});
});

describe("deletion", () => {
	const remove = (path: string) => fetch(`${v2}/${path}`, { method: "DELETE" });

	it("removes a tag alone, and a manifest with its tags", async () => {
		const image = await pushImage(registry.url, "gone", "1", "gone");
		await putManifest(registry.url, "gone", "2", image);
		expect((await remove("gone/manifests/1")).status).toBe(202);
		expect(await refusalOf(fetch(`${v2}/gone/manifests/1`))).toBe("404 MANIFEST_UNKNOWN");
		expect((await fetch(`${v2}/gone/manifests/2`)).status).toBe(200);
		expect((await remove(`gone/manifests/${image.digest}`)).status).toBe(202);
		expect((await fetch(`${v2}/gone/manifests/2`)).status).toBe(404);
		expect(await refusalOf(remove("gone/manifests/2"))).toBe("404 MANIFEST_UNKNOWN");
		const tags = await fetch(`${v2}/gone/tags/list`);
		expect(await tags.json()).toEqual({ name: "gone", tags: [] });
	});

	it("keeps a blob's file as long as a repository has it, and nothing after close", async () => {
		const data = await mkdtemp(join(tmpdir(), "embedded-registry-test-"));
		const disk = await startRegistry({ data });
		const files = async () => {
			const all = await readdir(data, { recursive: true, withFileTypes: true });
			return all.filter((each) => each.isFile()).length;
		};
		const blob = blobOf("shared");
		for (const name of ["a", "b"]) await postBlob(disk.url, name, blob);
		await postBlob(disk.url, "a", { ...blob, bytes: Buffer.from("wrong") });
		expect(await files()).toBe(1);
		await fetch(`${disk.url}/v2/a/blobs/${blob.digest}`, { method: "DELETE" });
		expect((await fetch(`${disk.url}/v2/a/blobs/${blob.digest}`)).status).toBe(404);
		expect((await fetch(`${disk.url}/v2/b/blobs/${blob.digest}`)).status).toBe(200);
		await fetch(`${disk.url}/v2/b/blobs/${blob.digest}`, { method: "DELETE" });
		expect(await files()).toBe(0);
		await disk.close();
		await disk.close();
		expect(await readdir(data)).toEqual([]);
		await rm(data, { recursive: true });
	});

	it("is 405 for tags when told so", async () => {
		await using fixed = await startRegistry({ deleteTags: false });
		const image = await pushImage(fixed.url, "a", "1", "fixed");
		const url = `${fixed.url}/v2/a/manifests`;
		expect(await refusalOf(fetch(`${url}/1`, { method: "DELETE" }))).toBe("405 UNSUPPORTED");
		expect((await fetch(`${url}/${image.digest}`, { method: "DELETE" })).status).toBe(202);
	});
});

describe("the grammar", () => {
	it.each([
		["GET", "Upper/tags/list", "400 NAME_INVALID"],
		["GET", "a//b/tags/list", "400 NAME_INVALID"],
		["GET", "a/-b/tags/list", "400 NAME_INVALID"],
		["GET", `${"a".repeat(256)}/tags/list`, "400 NAME_INVALID"],
		["GET", "a%2Fb/tags/list", "400 NAME_INVALID"],
		["GET", "a/manifests/.tag", "400 TAG_INVALID"],
		["GET", `a/manifests/${"t".repeat(129)}`, "400 TAG_INVALID"],
		["GET", "a/manifests/sha256:short", "400 DIGEST_INVALID"],
		["GET", "a/manifests/%zz", "400 UNSUPPORTED"],
		["GET", "a/blobs/md5:0123", "400 DIGEST_INVALID"],
		["POST", "a/blobs/uploads/?digest=sha256:short", "400 DIGEST_INVALID"],
		["POST", "a/blobs/uploads/?mount=sha256:short&from=b", "400 DIGEST_INVALID"],
		["GET", "a/unknown", "404 UNSUPPORTED"],
		["POST", "a/tags/list", "405 UNSUPPORTED"],
	])("answers %s %s with %s", async (method, path, refusal) => {
		expect(await refusalOf(fetch(`${v2}/${path}`, { method }))).toBe(refusal);
	});

	it("allows what the specification allows, and encoded references", async () => {
		const name = "a_b/c__d/e.f/g--h/blobs/uploads";
		const image = await pushImage(registry.url, name, `_${"T".repeat(127)}`, "grammar");
		const encoded = encodeURIComponent(image.digest);
		expect((await fetch(`${v2}/${name}/manifests/${encoded}`)).status).toBe(200);
	});
});
