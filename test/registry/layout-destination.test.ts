import { mkdir, readdir, readFile, stat, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type CopyOptions, type CopyResult, copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { cosignTags } from "#src/registry/cosign-tags.js";
import { type DigestAlgorithm, digestOf } from "#src/registry/digest.js";
import { withLayouts } from "#src/registry/image-destination.js";
import { createLayoutDestination } from "#src/registry/layout-destination.js";
import { LayoutStore } from "#src/registry/layout-store.js";
import { layoutRepository } from "#src/registry/name.js";
import { openSource, registrySource } from "#src/registry/source.js";
import type { FaultRule } from "../embedded-registry/faults.ts";
import { startRegistry } from "../embedded-registry/server.ts";
import {
	type Content,
	failureOf,
	image,
	index,
	push,
	referrer,
	temporaryFolder,
	testClient,
} from "./images.ts";

/** OCI layouts that are written to: what stands there afterwards, and what is refused. */

const BIG = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 31 + (at >> 8)) & 255));
const TO = layoutRepository("out/image");

/** A registry with content tagged `1`, and a folder in which `out/image` becomes a layout. */
async function stage(content: Content, more: readonly Content[] = []) {
	const source = await startRegistry();
	const folder = await temporaryFolder();
	const registries = testClient();
	const from = { registry: source.host, repository: "acme/shop" };
	await push(registries, from, content, "1");
	for (const each of more) await push(registries, from, each);
	source.requests.length = 0;
	const root = join(folder, "out/image");
	/** A destination of its own: what one run knows the next does not. */
	const run = (verify = false) => withLayouts(registries, createLayoutDestination({ folder, verify }));
	return {
		source,
		folder,
		from,
		root,
		run,
		async copy(how: Partial<CopyOptions> & { verify?: boolean } = {}): Promise<CopyResult> {
			const { verify, ...rest } = how;
			const client = run(verify);
			const opened = registrySource(client, { ...from, tag: "1" });
			const session = createCopySession({ client });
			const result = await copyContents(opened, await opened.resolve(), TO, { session, ...rest });
			const { digest } = content.root;
			const { body, mediaType } = await opened.manifest(digest);
			await client.putManifest({ ...TO, tag: "1", digest }, body, mediaType);
			return result;
		},
		blobReads: () => source.requests.filter(({ path }) => path.includes("/blobs/")).length,
		async [Symbol.asyncDispose]() {
			await registries.close();
			await source.close();
		},
	};
}

/** Every blob's file, verified by its name; drafts and locks are no part of a layout. */
async function blobsOf(root: string): Promise<Set<string>> {
	const found = new Set<string>();
	for (const name of await readdir(root)) expect(["blobs", "index.json", "oci-layout"]).toContain(name);
	for (const algorithm of await readdir(join(root, "blobs")).catch(() => [])) {
		for (const hex of await readdir(join(root, "blobs", algorithm))) {
			const bytes = await readFile(join(root, "blobs", algorithm, hex));
			expect(digestOf(bytes, algorithm as DigestAlgorithm)).toBe(`${algorithm}:${hex}`);
			found.add(`${algorithm}:${hex}`);
		}
	}
	return found;
}

interface Entry {
	digest: string;
	artifactType?: string;
	annotations?: Record<string, string>;
}

async function entriesOf(root: string): Promise<Entry[]> {
	return (JSON.parse(await readFile(join(root, "index.json"), "utf8")) as { manifests: Entry[] }).manifests;
}

const nameOf = ({ annotations }: Entry) => annotations?.["org.opencontainers.image.ref.name"];
const filesOf = (root: string) =>
	readdir(root, { recursive: true }).then((names) =>
		Promise.all(
			names.sort().map(async (name) => {
				const { ino, mtimeMs, size } = await stat(join(root, name));
				return `${name} ${ino} ${mtimeMs} ${size}`;
			}),
		),
	);

describe("an image as a layout", () => {
	const first = image([BIG, "a"]);
	const content = index([index([first]), image([BIG, "b"])]);
	const signed = referrer(content.root, "signature", { note: "of the index" });
	const bill = referrer(first.root, "bill of materials");
	const deeper = referrer(signed.root, "signature of the signature");
	const referrers = [signed, bill, deeper];

	test("is whole, with what refers to it, named last, and the same the second time", async () => {
		await using s = await stage(content, referrers);
		const result = await s.copy({ referrers: true });
		expect(result.changed).toBe(true);
		expect(result.referrers).toHaveLength(3);
		const blobs = await blobsOf(s.root);
		for (const each of [content, ...referrers]) {
			for (const { descriptor } of each.manifests) expect(blobs).toContain(descriptor.digest);
			for (const digest of each.blobs.keys()) expect(blobs).toContain(digest);
		}
		const entries = await entriesOf(s.root);
		expect(entries.filter((entry) => nameOf(entry) === "1").map(({ digest }) => digest)).toEqual([
			content.root.digest,
		]);
		// For oras, without a name; for regctl, in an index of that name.
		for (const { root } of referrers)
			expect(entries.filter(({ digest }) => digest === root.digest).map(nameOf)).toEqual([undefined]);
		const list = entries.find((entry) => nameOf(entry) === content.root.digest.replace(":", "-"));
		const listed = JSON.parse(
			await readFile(join(s.root, "blobs", list?.digest.replace(":", "/") ?? ""), "utf8"),
		) as { manifests: Entry[] };
		expect(listed.manifests).toMatchObject([
			{ digest: signed.root.digest, annotations: { note: "of the index" } },
		]);

		const before = await filesOf(s.root);
		s.source.requests.length = 0;
		const again = await s.copy({ referrers: true });
		expect(again).toMatchObject({ changed: false, bytes: { moved: 0, mounted: 0 } });
		expect(again.referrers.map(({ attached }) => attached)).toEqual([false, false, false]);
		expect(s.blobReads()).toBe(0);
		const same = (name: string) => !name.startsWith("index.json ");
		expect((await filesOf(s.root)).filter(same)).toEqual(before.filter(same));
		expect(await entriesOf(s.root)).toEqual(entries);
	});

	test("goes back to a registry with all of it, cosign's tags too", async () => {
		const cosigned = image(["cosign's"]);
		await using s = await stage(content, [...referrers, cosigned]);
		const [tag = ""] = cosignTags(content.root.digest);
		const put = cosigned.manifests[0];
		await s.run().putManifest({ ...s.from, tag }, put?.body ?? Buffer.alloc(0), cosigned.root.mediaType);
		await s.copy({ referrers: true });
		const client = s.run();
		const back = { registry: s.source.host, repository: "back" };
		const opened = openSource(client, { kind: "layout", path: "out/image" }, s.folder);
		expect(await opened.tag()).toBe("1");
		const session = createCopySession({ client });
		const result = await copyContents(opened, await opened.resolve(), back, { session, referrers: true });
		expect(result.referrers).toHaveLength(4);
		expect((await client.headManifest({ ...back, tag }))?.digest).toBe(cosigned.root.digest);
		for (const { root } of [content, first, signed])
			expect(await client.referrers(back, root.digest)).toEqual(await client.referrers(s.from, root.digest));
	});

	test("of sha512 digests", async () => {
		const layer = Buffer.from("a layer by its sha512");
		const config = Buffer.from("{}");
		const one = (bytes: Buffer) => ({
			mediaType: "application/octet-stream",
			digest: digestOf(bytes, "sha512"),
			size: bytes.length,
		});
		const value = { schemaVersion: 2, mediaType: content.manifests[0]?.descriptor.mediaType };
		const body = Buffer.from(JSON.stringify({ ...value, config: one(config), layers: [one(layer)] }));
		const digest = digestOf(body, "sha512");
		const folder = await temporaryFolder();
		const layouts = createLayoutDestination({ folder });
		for (const bytes of [config, layer])
			await layouts.uploadBlob(TO, one(bytes), async () => Readable.from([bytes]));
		await layouts.putManifest({ ...TO, tag: "512", digest }, body, value.mediaType ?? "");
		expect((await layouts.headManifest({ ...TO, tag: "512" }))?.digest).toBe(digest);
		expect([...(await blobsOf(join(folder, "out/image")))].map((each) => each.split(":")[0])).toEqual([
			"sha512",
			"sha512",
			"sha512",
		]);
	});

	test("takes what another layout of the run has, instead of fetching it again", async () => {
		await using s = await stage(content);
		const client = s.run();
		const session = createCopySession({ client });
		const opened = registrySource(client, { ...s.from, tag: "1" });
		const to = (path: string) => copyContents(opened, content.root, layoutRepository(path), { session });
		await to("one");
		const reads = s.blobReads();
		const { bytes } = await to("two");
		expect(bytes.mounted).toBeGreaterThan(BIG.length);
		expect(s.blobReads()).toBe(reads);
		await client.putManifest(
			{ ...layoutRepository("two"), tag: "1" },
			content.manifests.at(-1)?.body ?? Buffer.alloc(0),
			content.root.mediaType,
		);
		await blobsOf(join(s.folder, "two"));
	});
});

describe("what a layout has", () => {
	const content = image([BIG, "small"]);
	const digest = digestOf(BIG);

	test.each([
		{ name: "a blob of another size is fetched again", cut: true, verify: false, fetched: 1 },
		{ name: "one of the same size is not looked into", cut: false, verify: false, fetched: 0 },
		{ name: "one of the same size is mended when it is read", cut: false, verify: true, fetched: 1 },
	])("$name", async ({ cut, verify, fetched }) => {
		await using s = await stage(content);
		await s.copy();
		const file = join(s.root, "blobs", digest.replace(":", "/"));
		if (cut) await truncate(file, 1000);
		else await writeFile(file, Buffer.alloc(BIG.length));
		s.source.requests.length = 0;
		await s.copy({ verify });
		expect(s.blobReads()).toBe(fetched);
		if (fetched > 0) await blobsOf(s.root);
	});

	test("a name without its manifest names nothing, and is given again", async () => {
		await using s = await stage(content);
		await s.copy();
		await writeFile(join(s.root, "blobs", content.root.digest.replace(":", "/")), "{}");
		const ref = { ...TO, tag: "1" };
		expect(await s.run().headManifest(ref)).toBeUndefined();
		expect(await failureOf(s.run().getManifest(ref))).toMatchObject({ code: "not-found" });
		await s.copy();
		expect((await s.run().headManifest(ref))?.digest).toBe(content.root.digest);
	});
});

describe("a source that breaks", () => {
	const content = image([BIG, "small"]);
	const path = new RegExp(`blobs/${digestOf(BIG)}`);
	const broken: { name: string; action: FaultRule["action"]; code: string }[] = [
		{ name: "wrong bytes", action: { kind: "wrong-bytes" }, code: "digest-mismatch" },
		{ name: "a denial", action: { kind: "status", status: 403 }, code: "registry-denied" },
		{ name: "resets", action: { kind: "reset", afterBytes: 1000 }, code: "registry-unreachable" },
	];
	test.each(broken)("$name: nothing that is not verified lies there", async ({ action, code }) => {
		await using s = await stage(content);
		let isBroken = true;
		s.source.inject({ method: "GET", path, when: () => isBroken, action });
		expect(await failureOf(s.copy())).toMatchObject({ code });
		expect(await blobsOf(s.root)).not.toContain(digestOf(BIG));
		expect(await entriesOf(s.root)).toEqual([]);
		isBroken = false;
		await s.copy();
		expect(await blobsOf(s.root)).toContain(digestOf(BIG));
	});

	test("a signal stops it, and nothing is left lying", async () => {
		await using s = await stage(content);
		const stop = new AbortController();
		s.source.inject({ method: "GET", path, action: { kind: "stall", afterBytes: 1000 } });
		const copying = failureOf(s.copy({ signal: stop.signal }));
		while (!s.source.requests.some((each) => path.test(each.path))) await new Promise(setImmediate);
		stop.abort("SIGTERM");
		await copying;
		expect(await blobsOf(s.root)).not.toContain(digestOf(BIG));
	});
});

describe("names", () => {
	const [one, two] = [image(["one"]), image(["two"])];
	const bodyOf = ({ manifests }: Content) => manifests[0]?.body ?? Buffer.alloc(0);

	async function layout() {
		const folder = await temporaryFolder();
		const layouts = () => createLayoutDestination({ folder });
		const set = (name: string, content: Content, by = layouts()) =>
			by.putManifest({ ...TO, tag: name }, bodyOf(content), content.root.mediaType);
		const shown = async () =>
			(await entriesOf(join(folder, "out/image"))).map((entry) => [entry.digest, nameOf(entry)]);
		return { folder, root: join(folder, "out/image"), layouts, set, shown };
	}

	test("one that moves leaves its image listed; one that is put back leaves nothing", async () => {
		const s = await layout();
		await s.set("1", one);
		await s.set("latest", one);
		const run = s.layouts();
		await s.set("latest", two, run);
		expect(await s.shown()).toEqual([
			[one.root.digest, "1"],
			[two.root.digest, "latest"],
		]);
		await s.set("latest", one, run);
		expect(await s.shown()).toEqual([
			[one.root.digest, "1"],
			[one.root.digest, "latest"],
		]);
		await run.deleteTag({ ...TO, tag: "1" });
		await run.deleteTag({ ...TO, tag: "latest" });
		expect(await s.shown()).toEqual([[one.root.digest, undefined]]);
		await s.set("1", one);
		expect(await s.shown()).toEqual([[one.root.digest, "1"]]);
		expect(await run.deleteTag({ ...TO, tag: "latest" })).toBe("absent");
	});

	test("keys that we don't know stay as they are", async () => {
		const s = await layout();
		await s.set("1", one);
		const file = join(s.root, "index.json");
		const index = JSON.parse(await readFile(file, "utf8"));
		index.annotations = { whose: "theirs" };
		index.manifests[0].urls = ["https://shop.test/1"];
		await writeFile(file, JSON.stringify(index));
		await s.set("2", two);
		expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
			annotations: { whose: "theirs" },
			manifests: [{ urls: ["https://shop.test/1"] }, { digest: two.root.digest }],
		});
	});

	test("of several writers at once none is lost", async () => {
		const s = await layout();
		const writers = Array.from({ length: 4 }, () => s.layouts());
		await Promise.all(
			writers.flatMap((by, writer) =>
				Array.from({ length: 5 }, (_, at) => s.set(`${writer}.${at}`, at % 2 === 0 ? one : two, by)),
			),
		);
		expect((await s.shown()).map(([, name]) => name).sort()).toEqual(
			writers.flatMap((_, writer) => Array.from({ length: 5 }, (_, at) => `${writer}.${at}`)),
		);
		await blobsOf(s.root);
	});

	test("what another tool writes in between is seen, and kept", async () => {
		const s = await layout();
		await s.set("1", one);
		const file = join(s.root, "index.json");
		const store = new LayoutStore(TO.repository, s.folder);
		const theirs = { ...two.root, annotations: { "org.opencontainers.image.ref.name": "theirs" } };
		let asked = 0;
		await store.update(async (entries) => {
			asked += 1;
			if (asked === 1)
				await writeFile(file, JSON.stringify({ schemaVersion: 2, manifests: [...entries, theirs] }));
			return entries.map((entry) => ({ ...entry, annotations: { ...entry.annotations, mine: "yes" } }));
		});
		expect(asked).toBe(2);
		expect((await entriesOf(s.root)).map((entry) => [nameOf(entry), entry.annotations?.mine])).toEqual([
			["1", "yes"],
			["theirs", "yes"],
		]);
		const failure = failureOf(
			store.update(async (entries) => {
				asked += 1;
				await writeFile(file, JSON.stringify({ schemaVersion: 2, manifests: [], asked }));
				return entries;
			}),
		);
		expect(await failure).toMatchObject({ code: "layout-contended", fault: "outside" });
		expect(await readdir(s.root)).not.toContain(".index.json.lock");
	});

	test("the lock of a process that is gone is taken over", async () => {
		const s = await layout();
		await s.set("1", one);
		const { hostname } = await import("node:os");
		// No process has a number this high.
		await writeFile(join(s.root, ".index.json.lock"), `${2 ** 30} ${hostname()} x`);
		await s.set("2", two);
		expect((await s.shown()).map(([, name]) => name)).toEqual(["1", "2"]);
	});
});

test("what a run that was killed left is swept away, what is being written is not", async () => {
	await using s = await stage(image(["a"]));
	await s.copy();
	for (const name of [".old.draft", ".new.draft"]) await writeFile(join(s.root, name), "half a bl");
	const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000);
	await utimes(join(s.root, ".old.draft"), hours(2), hours(2));
	await s.run().startUpload(TO);
	const left = (await readdir(s.root)).filter((name) => name.endsWith(".draft"));
	expect(left).toEqual([".new.draft"]);
});

describe("a folder that is none of ours, or a trap", () => {
	const content = image([BIG]);
	const traps: {
		name: string;
		make(root: string, folder: string): Promise<unknown>;
		code: string;
		says: RegExp;
	}[] = [
		{
			name: "a folder with other files",
			make: async (root) => {
				await mkdir(root, { recursive: true });
				await writeFile(join(root, "notes.txt"), "mine");
			},
			code: "not-a-layout",
			says: /out\/image is not an OCI layout: it holds 1 other entry/,
		},
		{
			name: "a file",
			make: async (root) => {
				await mkdir(join(root, ".."), { recursive: true });
				await writeFile(root, "mine");
			},
			code: "broken-layout",
			says: /no folder/,
		},
		{
			name: "a link to a folder elsewhere",
			make: async (root, folder) => {
				await mkdir(join(root, ".."), { recursive: true });
				await mkdir(join(folder, "elsewhere"));
				await symlink(join(folder, "elsewhere"), root);
			},
			code: "broken-layout",
			says: /symbolic link/,
		},
		{
			name: "a link on the way",
			make: async (_, folder) => {
				await mkdir(join(folder, "elsewhere"));
				await symlink(join(folder, "elsewhere"), join(folder, "out"));
			},
			code: "broken-layout",
			says: /symbolic link/,
		},
		{
			name: "blobs behind a link",
			make: async (root, folder) => {
				await mkdir(root, { recursive: true });
				await mkdir(join(folder, "elsewhere/sha256"), { recursive: true });
				await writeFile(join(root, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
				await symlink(join(folder, "elsewhere"), join(root, "blobs"));
			},
			code: "broken-layout",
			says: /blobs is a symbolic link/,
		},
		{
			name: "a blob that is a link",
			make: async (root, folder) => {
				await mkdir(join(root, "blobs/sha256"), { recursive: true });
				await writeFile(join(root, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
				await writeFile(join(folder, "elsewhere"), BIG);
				await symlink(join(folder, "elsewhere"), join(root, "blobs", digestOf(BIG).replace(":", "/")));
			},
			code: "broken-layout",
			says: /symbolic link/,
		},
		{
			name: "another version",
			make: async (root) => {
				await mkdir(root, { recursive: true });
				await writeFile(join(root, "oci-layout"), '{"imageLayoutVersion":"2.0.0"}');
			},
			code: "broken-layout",
			says: /imageLayoutVersion 1\.0\.0/,
		},
		{
			name: "an index.json of 1 GB",
			make: async (root) => {
				await mkdir(root, { recursive: true });
				await writeFile(join(root, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
				await writeFile(join(root, "index.json"), "{}");
				await truncate(join(root, "index.json"), 2 ** 30);
			},
			code: "broken-layout",
			says: /index\.json has more than 4194304 bytes/,
		},
		{
			name: "a digest that leads out",
			make: async (root) => {
				await mkdir(root, { recursive: true });
				await writeFile(join(root, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
				const entry = { mediaType: "a/b", digest: "sha256:../../../elsewhere", size: 1 };
				await writeFile(join(root, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
			},
			code: "invalid-manifest",
			says: /has no sha256 or sha512 digest/,
		},
	];
	test.each(traps)("$name is refused, and nothing is written there", async ({ make, code, says }) => {
		await using s = await stage(content);
		await make(s.root, s.folder);
		const before = await filesOf(s.folder);
		const error = await failureOf(s.copy({ referrers: true }));
		expect(error).toMatchObject({ code });
		expect(error.message).toMatch(says);
		const after = await filesOf(s.folder);
		const elsewhere = (name: string) => name.startsWith("elsewhere");
		expect(after.filter(elsewhere)).toEqual(before.filter(elsewhere));
		expect(
			await failureOf(
				s
					.run()
					.startUpload(TO)
					.then(() => s.run().listTags(TO))
					.then(() => s.copy()),
			),
		).toBeInstanceOf(Error);
	});
});
