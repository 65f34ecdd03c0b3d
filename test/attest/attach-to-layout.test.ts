import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdir, open, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { attachToLayout } from "#src/attest/attach-to-layout.js";
import { requiredEvidence } from "#src/attest/required-evidence.js";
import { signStatement } from "#src/attest/sign.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { statementOf } from "#src/attest/statement.js";
import { TEST_RESULT, testResultOf } from "#src/attest/test-result.js";
import { parseTrust } from "#src/attest/trust.js";
import { openVerifier } from "#src/attest/verify.js";
import { readBlob } from "#src/registry/blobs.js";
import { openLayout } from "#src/registry/layout.js";
import { parseSource } from "#src/registry/name.js";
import {
	failureOf,
	image,
	index,
	LAYER,
	named,
	referrer,
	temporaryFolder,
	writeLayout,
} from "../registry/images.ts";

/** Real layouts on disk; what was attached is found and verified by what a promotion uses. */

const pem = (key: { export(options: object): string | Buffer }, type: "pkcs8" | "spki") =>
	String(key.export({ type, format: "pem" }));
const own = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");
const NOTHING = { fulcio: undefined, rekor: undefined, timestamp: undefined };
const signal = new AbortController().signal;

const cart = image(["cart"]);
const multi = index([image(["amd64"]), image(["arm64"])]);

const reference = (path: string) => {
	const source = parseSource(`oci-layout:${path}`);
	if (source.kind !== "layout") throw new Error("no layout");
	return source;
};

async function bundleOf(digest: string, { key = own, commit = "c".repeat(40) } = {}): Promise<Buffer> {
	const levels = [{ level: "cart:unit", quarantined: false }];
	const verdict = { commit, repository: undefined, ref: undefined, url: undefined, levels };
	const statement = statementOf({ name: "cart", digest }, TEST_RESULT, testResultOf(verdict));
	const signing = {
		key: parseSigningKey(pem(key.privateKey, "pkcs8")),
		instance: NOTHING,
		identityToken: undefined,
	};
	return signStatement(statement, signing);
}

async function attach(path: string, bytes: Buffer, folder = "/"): Promise<string> {
	return attachToLayout(reference(path), folder, { bytes, predicateType: TEST_RESULT }, new Date(0), signal);
}

const entriesOf = (folder: string) =>
	(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { manifests: { digest: string }[] })
		.manifests;

/** Whether a promotion from this layout finds the gate's verdict; it reads the layout as a whole. */
async function answer(path: string) {
	const source = openLayout(reference(path), "/");
	const { digest } = await source.resolve();
	const verifier = await openVerifier(
		parseTrust(JSON.stringify({ key: pem(own.publicKey, "spki") })),
		async () => "",
	);
	const question = { digest, requirements: [{ kind: "gate" as const }], levels: ["cart:unit"] };
	return (await requiredEvidence(source, question, verifier, signal))[0];
}

/** What a job that judges gets of a layout: index.json and oci-layout. */
async function withoutBlobs(folder: string): Promise<string> {
	await rename(join(folder, "blobs"), join(await temporaryFolder(), "blobs"));
	return folder;
}

describe("a signed verdict in a layout", () => {
	it.each([
		["an image with a name", cart, [named(cart.root, "1.2.3")]],
		["an image without a name", cart, [cart.root]],
		["an index of platforms", multi, [named(multi.root, "1.2.3")]],
	])("is found by a promotion: %s", async (_name, content, entries) => {
		const folder = await writeLayout([content], entries);
		expect(await answer(folder)).toMatchObject({ kind: "missing" });
		const attestation = await attach(folder, await bundleOf(content.root.digest));
		expect(await answer(folder)).toMatchObject({ kind: "found", bundle: attestation });
		expect(entriesOf(folder).map(({ digest }) => digest)).toEqual([content.root.digest, attestation]);
		const [listed] = await openLayout(reference(folder), "/").referrers(content.root.digest);
		expect(listed).toMatchObject({ artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json" });
	});

	it.each([
		["an image", cart],
		["an index of platforms", multi],
	])("needs no blob of it, and what was written is laid over the whole: %s", async (_name, content) => {
		const whole = await writeLayout([content], [content.root]);
		const judged = await withoutBlobs(await writeLayout([content], [content.root]));
		await attach(judged, await bundleOf(content.root.digest));
		// A second run over the same, without the blobs still.
		const attestation = await attach(judged, await bundleOf(content.root.digest));
		cpSync(judged, whole, { recursive: true });
		expect(await answer(whole)).toMatchObject({ kind: "found", bundle: attestation });
		const source = openLayout(reference(whole), "/");
		for (const [digest, bytes] of content.blobs)
			expect(await readBlob(await source.blob(digest, bytes.length), 1000, "It")).toEqual(bytes);
	});

	it("is there once, however often it is written; another commit's and a stranger's stay", async () => {
		const folder = await writeLayout([cart], [cart.root]);
		const { digest } = cart.root;
		await attach(folder, await bundleOf(digest));
		const again = await attach(folder, await bundleOf(digest));
		expect(entriesOf(folder)).toHaveLength(2);
		const other = await attach(folder, await bundleOf(digest, { commit: "d".repeat(40) }));
		const strange = await attach(folder, await bundleOf(digest, { key: stranger }));
		const last = await attach(folder, await bundleOf(digest));
		expect(last).toBe(again);
		const all = entriesOf(folder).map((entry) => entry.digest);
		expect(new Set(all)).toEqual(new Set([digest, other, strange, last]));
		expect(all).toHaveLength(4);
		expect(await answer(folder)).toMatchObject({ kind: "found" });
	});

	it("takes the place of one with the same words and a forged signature", async () => {
		const folder = await writeLayout([cart], [cart.root]);
		const forged = JSON.parse(String(await bundleOf(cart.root.digest)));
		forged.dsseEnvelope.signatures[0].sig = Buffer.alloc(64, 1).toString("base64");
		await attach(folder, Buffer.from(JSON.stringify(forged)));
		expect(await answer(folder)).toMatchObject({ kind: "missing" });
		await attach(folder, await bundleOf(cart.root.digest));
		expect(entriesOf(folder)).toHaveLength(2);
		expect(await answer(folder)).toMatchObject({ kind: "found" });
	});

	it("leaves what it does not know: other images, keys, referrers", async () => {
		const sbom = referrer(cart.root, "sbom");
		const folder = await writeLayout([cart, multi, sbom], [named(cart.root, "1"), multi.root, sbom.root]);
		const before = { ...JSON.parse(readFileSync(join(folder, "index.json"), "utf8")), "x-key": [1] };
		before.manifests[1]["x-entry"] = true;
		await writeFile(join(folder, "index.json"), JSON.stringify(before));
		const attestation = await attach(`${folder}:1`, await bundleOf(cart.root.digest));
		const after = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
		expect(after.manifests.slice(0, 3)).toEqual(before.manifests);
		expect(after.manifests[3].digest).toBe(attestation);
		expect(after["x-key"]).toEqual([1]);
		expect(readdirSync(folder).sort()).toEqual(["blobs", "index.json", "oci-layout"]);
	});

	it("leaves the layout as it was where a file can't be written", async () => {
		const folder = await writeLayout([cart], [cart.root]);
		const before = readFileSync(join(folder, "index.json"), "utf8");
		const bytes = await bundleOf(cart.root.digest);
		// A folder in the place of the bundle's blob: not even root writes a file over it.
		const probe = await writeLayout([cart], [cart.root]);
		await attach(probe, bytes);
		const added = readdirSync(join(probe, "blobs", "sha256")).filter(
			(name) => !existsSync(join(folder, "blobs", "sha256", name)),
		);
		for (const name of added) {
			for (const each of added) await rm(join(folder, "blobs", "sha256", each), { force: true });
			await mkdir(join(folder, "blobs", "sha256", name));
			const error = await failureOf(attach(folder, bytes));
			expect(error).toMatchObject({ code: "layout-unwritable", fault: "outside" });
			expect(readFileSync(join(folder, "index.json"), "utf8")).toBe(before);
			await rm(join(folder, "blobs", "sha256", name), { recursive: true });
		}
		expect(added).toHaveLength(3);
		await attach(folder, bytes);
		expect(await answer(folder)).toMatchObject({ kind: "found" });
		expect(readdirSync(folder, { recursive: true }).filter((name) => /draft/.test(String(name)))).toEqual([]);
	});
});

describe("a hostile layout is refused, and nothing is written outside of it", () => {
	const leadsOut = { mediaType: LAYER, digest: "sha256:../../../../etc/passwd", size: 1 };
	const rewrite = (value: unknown) => (folder: string) =>
		writeFile(join(folder, "index.json"), JSON.stringify(value));
	it.each<[string, (folder: string, outside: string) => Promise<void>, string]>([
		[
			"its folder is a link",
			async (folder, outside) => {
				await rename(folder, join(outside, "there"));
				await symlink(join(outside, "there"), folder);
			},
			"symbolic link",
		],
		[
			"blobs is a link",
			async (folder, outside) => {
				await rm(join(folder, "blobs"), { recursive: true });
				await mkdir(join(outside, "sha256"));
				await symlink(outside, join(folder, "blobs"));
			},
			"blobs is a symbolic link",
		],
		[
			"blobs/sha256 is a link",
			async (folder, outside) => {
				await rm(join(folder, "blobs", "sha256"), { recursive: true });
				await symlink(outside, join(folder, "blobs", "sha256"));
			},
			"sha256 is a symbolic link",
		],
		[
			"index.json is a link",
			async (folder, outside) => {
				await rename(join(folder, "index.json"), join(outside, "index.json"));
				await symlink(join(outside, "index.json"), join(folder, "index.json"));
			},
			"symbolic link",
		],
		[
			"index.json has a gigabyte",
			async (folder) => {
				const file = await open(join(folder, "index.json"), "r+");
				await file.truncate(1024 ** 3);
				await file.close();
			},
			"more than 4194304 bytes",
		],
		["a digest leads out", rewrite({ manifests: [leadsOut] }), "has no sha256 or sha512 digest"],
		["no list", rewrite({ manifests: {} }), "has no list manifests"],
		[
			"names that are no tags, of two images",
			rewrite({ manifests: [named(cart.root, "../../x"), named(multi.root, "-$(id)")] }),
			"can mean several images",
		],
		["it is empty", rewrite({ manifests: [] }), "the layout holds nothing"],
		["no oci-layout", (folder) => unlink(join(folder, "oci-layout")), "oci-layout does not exist"],
		[
			"a bundle's list of blobs is another file's",
			async (folder) => {
				const sbom = referrer(cart.root, "x");
				await rewrite({ manifests: [named(cart.root, "1"), sbom.root] })(folder);
				await writeFile(join(folder, "blobs", sbom.root.digest.replace(":", "/")), "{}");
			},
			"digest",
		],
	])("%s", async (_name, change, words) => {
		const folder = await writeLayout([cart], [named(cart.root, "1")]);
		const outside = await temporaryFolder();
		await change(folder, outside);
		const before = readdirSync(outside, { recursive: true });
		const error = await failureOf(
			attach(basename(folder), await bundleOf(cart.root.digest), dirname(folder)),
		);
		expect(error.message).toContain(words);
		expect(error.code).toMatch(
			/^(broken-layout|invalid-manifest|ambiguous-layout|not-found|digest-mismatch)$/,
		);
		expect(readdirSync(outside, { recursive: true })).toEqual(before);
	});

	it("a link on the way from the working directory", async () => {
		const folder = await writeLayout([cart], [cart.root]);
		const work = await temporaryFolder();
		await symlink(dirname(folder), join(work, "sluice-image"));
		const path = `sluice-image/${basename(folder)}`;
		const error = await failureOf(attach(path, await bundleOf(cart.root.digest), work));
		expect(error).toMatchObject({ code: "broken-layout" });
		expect(entriesOf(folder)).toHaveLength(1);
	});

	it("a blob that is a link is replaced, and where it leads stays", async () => {
		const folder = await writeLayout([cart], [cart.root]);
		const secret = join(await temporaryFolder(), "secret");
		await writeFile(secret, "secret");
		await chmod(secret, 0o600);
		const empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
		await symlink(secret, join(folder, "blobs", "sha256", empty));
		await attach(folder, await bundleOf(cart.root.digest));
		expect(readFileSync(secret, "utf8")).toBe("secret");
		expect(readFileSync(join(folder, "blobs", "sha256", empty), "utf8")).toBe("{}");
	});
});
