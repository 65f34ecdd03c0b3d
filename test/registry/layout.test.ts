import { mkdir, rename, symlink, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlob } from "#src/registry/blobs.js";
import { digestOf } from "#src/registry/digest.js";
import { openLayout } from "#src/registry/layout.js";
import { OCI_INDEX, OCI_MANIFEST } from "#src/registry/media-types.js";
import { parseSource } from "#src/registry/name.js";
import { failureOf, image, index, named, referrer, temporaryFolder, writeLayout } from "./images.ts";

/** The source as its name is written, relative to the layout's parent folder. */
function open(folder: string, suffix = "") {
	const source = parseSource(`oci-layout:${folder}${suffix}`);
	if (source.kind !== "layout") throw new Error("not a layout");
	return openLayout(source, "/");
}

const one = image(["a"]);
const two = image(["b"]);
const multi = index([image(["c"]), image(["d"])]);

describe("what a name means", () => {
	test("the only manifest, its only name", async () => {
		const source = open(await writeLayout([one], [named(one.root, "1.2.3")]));
		expect(await source.resolve()).toMatchObject(one.root);
		expect(await source.tag()).toBe("1.2.3");
		expect(source.repository).toBeUndefined();
	});

	test("a whole image name counts by its tag", async () => {
		const source = open(await writeLayout([one], [named(one.root, "ghcr.io:443/acme/shop:2.0")]));
		expect(await source.tag()).toBe("2.0");
	});

	test("the only named one, beside manifests without a name", async () => {
		const source = open(await writeLayout([one, two], [two.root, named(one.root, "1")]));
		expect((await source.resolve()).digest).toBe(one.root.digest);
	});

	test("two names of one manifest are no default tag", async () => {
		const source = open(await writeLayout([one], [named(one.root, "1"), named(one.root, "latest")]));
		expect((await source.resolve()).digest).toBe(one.root.digest);
		expect(await source.tag()).toBeUndefined();
	});

	test("by tag and by digest, also inside an index", async () => {
		const folder = await writeLayout(
			[one, two, multi],
			[named(one.root, "1"), named(two.root, "2"), multi.root],
		);
		expect((await open(folder, ":2").resolve()).digest).toBe(two.root.digest);
		expect(await open(folder, ":2").tag()).toBe("2");
		const child = multi.manifests[0]?.descriptor.digest ?? "";
		expect((await open(folder, `@${child}`).resolve()).digest).toBe(child);
		expect(await failureOf(open(folder).resolve())).toMatchObject({ code: "ambiguous-layout" });
		const missing = await failureOf(open(folder, ":3").resolve());
		expect(missing).toMatchObject({ code: "not-found", fault: "request" });
		expect(missing.message).toContain("1, 2, sha256:");
		expect(await failureOf(open(folder, `@${digestOf("x")}`).resolve())).toMatchObject({ code: "not-found" });
		expect((await open(folder, `:1@${one.root.digest}`).resolve()).digest).toBe(one.root.digest);
		expect(await failureOf(open(folder, `:1@${two.root.digest}`).resolve())).toMatchObject({
			code: "digest-mismatch",
		});
	});

	test("one name for two manifests is ambiguous", async () => {
		const folder = await writeLayout([one, two], [named(one.root, "1"), named(two.root, "1")]);
		expect(await failureOf(open(folder, ":1").resolve())).toMatchObject({ code: "ambiguous-layout" });
	});
});

test("manifests, blobs and referrers", async () => {
	const signed = referrer(one.root, "signature", { key: "value" });
	const source = open(
		await writeLayout([one, signed, multi], [named(one.root, "1"), signed.root, multi.root]),
	);
	expect(await source.manifest(one.root.digest)).toMatchObject({
		mediaType: OCI_MANIFEST,
		size: one.root.size,
	});
	expect(await source.manifest(multi.root.digest)).toMatchObject({ mediaType: OCI_INDEX });
	for (const [digest, bytes] of one.blobs) {
		expect(await readBlob(await source.blob(digest, bytes.length), 1000, "It")).toEqual(bytes);
	}
	const found = await source.referrers(one.root.digest);
	expect(found.map(({ digest }) => digest)).toEqual([signed.root.digest]);
	expect(found[0]?.artifactType).toContain("sigstore");
	expect(await source.referrers(multi.root.digest)).toEqual([]);
});

describe("a broken layout names the file", () => {
	async function broken(change: (folder: string) => Promise<void>): Promise<Error & Record<string, unknown>> {
		const folder = await writeLayout([one], [named(one.root, "1")]);
		await change(folder);
		const source = open(folder);
		return failureOf(
			(async () => {
				const { digest } = await source.resolve();
				await source.manifest(digest);
				for (const [blob, bytes] of one.blobs)
					await readBlob(await source.blob(blob, bytes.length), 1000, "It");
			})(),
		);
	}
	const manifest = join("blobs", one.root.digest.replace(":", "/"));
	const layer = join("blobs", digestOf("a").replace(":", "/"));

	test.each<[string, (folder: string) => Promise<void>, string, string]>([
		[
			"no oci-layout",
			(folder) => unlink(join(folder, "oci-layout")),
			"broken-layout",
			"oci-layout does not exist",
		],
		[
			"another version",
			(folder) => writeFile(join(folder, "oci-layout"), "{}"),
			"broken-layout",
			"imageLayoutVersion 1.0.0",
		],
		[
			"no index.json",
			(folder) => unlink(join(folder, "index.json")),
			"broken-layout",
			"index.json does not exist",
		],
		[
			"a cut index.json",
			(folder) => writeFile(join(folder, "index.json"), '{"manif'),
			"invalid-manifest",
			"index.json is not JSON",
		],
		[
			"an escape in a digest",
			(folder) =>
				writeFile(
					join(folder, "index.json"),
					JSON.stringify({
						manifests: [{ mediaType: OCI_MANIFEST, digest: "sha256:../../../etc/passwd", size: 1 }],
					}),
				),
			"invalid-manifest",
			"has no sha256 or sha512 digest",
		],
		[
			"a missing manifest",
			(folder) => unlink(join(folder, manifest)),
			"broken-layout",
			one.root.digest.slice(7),
		],
		["a missing blob", (folder) => unlink(join(folder, layer)), "broken-layout", `${layer} does not exist`],
		[
			"a wrong manifest",
			(folder) => writeFile(join(folder, manifest), "{}"),
			"digest-mismatch",
			one.root.digest,
		],
		["a wrong blob", (folder) => writeFile(join(folder, layer), "b"), "digest-mismatch", digestOf("a")],
		["a short blob", (folder) => writeFile(join(folder, layer), ""), "size-mismatch", digestOf("a")],
		[
			"a blob that is a folder",
			async (folder) => {
				await unlink(join(folder, layer));
				await mkdir(join(folder, layer));
			},
			"broken-layout",
			"is not a file",
		],
		[
			"a blob that is a link",
			async (folder) => {
				const outside = join(await temporaryFolder(), "secret");
				await writeFile(outside, "a");
				await unlink(join(folder, layer));
				await symlink(outside, join(folder, layer));
			},
			"broken-layout",
			"symbolic link",
		],
		[
			"a folder that is a link",
			async (folder) => {
				const outside = await temporaryFolder();
				await rename(join(folder, "blobs"), join(outside, "blobs"));
				await symlink(join(outside, "blobs"), join(folder, "blobs"));
			},
			"broken-layout",
			"symbolic link",
		],
	])("%s", async (_name, change, code, words) => {
		const error = await broken(change);
		expect(error).toMatchObject({ code, fault: expect.stringMatching(/request|outside/) });
		expect(error.message).toContain(words);
	});
});

test("a layout that is not there is not called broken", async () => {
	const folder = join(await temporaryFolder(), "nothing");
	expect(await failureOf(open(folder).resolve())).toMatchObject({
		message: `The OCI layout ${folder} does not exist.`,
		place: { file: folder },
	});
});

test("a layout behind a link of its user's is read", async () => {
	const folder = await writeLayout([one], [one.root]);
	const link = join(await temporaryFolder(), "link");
	await symlink(folder, link);
	expect((await open(link).resolve()).digest).toBe(one.root.digest);
});
