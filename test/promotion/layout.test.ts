import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseJournal } from "#src/promotion/journal.js";
import type { RegistryClient } from "#src/registry/client.js";
import { digestOf } from "#src/registry/digest.js";
import { withLayouts } from "#src/registry/image-destination.js";
import { createLayoutDestination } from "#src/registry/layout-destination.js";
import { OCI_MANIFEST } from "#src/registry/media-types.js";
import { layoutRepository } from "#src/registry/name.js";
import { pushImage } from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { item, memoryJournal, type PromoteCall, promote, pushSigned, tagAt } from "./fixture.ts";

/** Promotions to OCI layouts: the rules are those of registries. */

let from: EmbeddedRegistry;
let to: EmbeddedRegistry;
let folder: string;
let cart: Awaited<ReturnType<typeof pushSigned>>;

beforeAll(async () => {
	from = await startRegistry();
	to = await startRegistry();
	cart = await pushSigned(from, "acme/cart", "1.0.0", "cart");
	await pushImage(from.url, "acme/cart", "0.9.0", "older");
	await pushImage(from.url, "acme/catalog", "2.0.0", "catalog");
});

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "sluice-layout-"));
	return () => rmSync(folder, { recursive: true, force: true });
});

afterAll(async () => {
	await from.close();
	await to.close();
});

const line = (text: string, moveTags: string[] = []) => item(text.replace("FROM", from.host), { moveTags });
const run = (
	items: ReturnType<typeof item>[],
	call: PromoteCall & { during?: PromoteCall["between"] } = {},
) =>
	promote(items, {
		...call,
		between: (client) => {
			const routed = withLayouts(client, createLayoutDestination({ folder, verify: call.heal }));
			return { ...routed, ...call.during?.(routed as RegistryClient) };
		},
	});
const entries = () =>
	(
		JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8")) as {
			manifests: { digest: string; annotations?: Record<string, string> }[];
		}
	).manifests;
const names = () =>
	Object.fromEntries(
		entries().map(({ digest, annotations }) => [annotations?.["org.opencontainers.image.ref.name"], digest]),
	);

describe("a promotion to an OCI layout", () => {
	it("is planned without a trace, promoted, and unchanged", async () => {
		const items = [line("FROM/acme/cart:1.0.0 => oci-layout:out:1.0.0,latest")];
		const planned = await run(items, { dryRun: true });
		expect(planned.outcome).toEqual({ kind: "planned" });
		expect(planned.log.join("\n")).toContain(
			`→ oci-layout:out@${cart.image.digest}: 1.0.0 (new), latest (new)`,
		);
		expect(planned.images[0]?.tags.map(({ mayStay }) => mayStay)).toEqual([false, false]);
		expect(existsSync(join(folder, "out"))).toBe(false);
		const journalPort = memoryJournal();
		const { outcome, images, requests } = await run(items, { planDigest: planned.planDigest, journalPort });
		expect(outcome).toEqual({ kind: "promoted" });
		expect(images[0]?.referrers.map(({ digest }) => digest)).toEqual([cart.signature.digest]);
		expect(requests.destination).toBe(0);
		expect(journalPort).toMatchObject({ writes: 1, text: undefined });
		expect(names()).toMatchObject({ "1.0.0": cart.image.digest, latest: cart.image.digest });
		expect((await run(items)).outcome).toEqual({ kind: "unchanged" });
		expect((await run(items, { dryRun: true, heal: true })).outcome).toEqual({ kind: "unchanged" });
		writeFileSync(join(folder, "out/blobs", cart.image.digest.replace(":", "/")), "{}");
		expect((await run(items, { dryRun: true })).outcome).toEqual({ kind: "planned" });
		expect((await run(items)).outcome).toEqual({ kind: "promoted" });
		expect((await run(items, { heal: true })).outcome).toEqual({ kind: "unchanged" });
	});

	it("and from it: a late tag of cosign's is planned and brought", async () => {
		const image = await pushImage(from.url, "acme/carried", "1.0.0", "carried");
		const inwards = [line("FROM/acme/carried:1.0.0 => oci-layout:out:1.0.0")];
		const outwards = [item(`oci-layout:${folder}/out:1.0.0 => ${to.host}/carried:1.0.0`)];
		await run(inwards);
		expect((await run(outwards)).outcome).toEqual({ kind: "promoted" });
		expect((await run(outwards, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
		const tag = `${image.digest.replace(":", "-")}.sig`;
		const late = await pushImage(from.url, "acme/carried", tag, "of cosign");
		expect((await run(inwards)).outcome).toEqual({ kind: "promoted" });
		const planned = await run(outwards, { dryRun: true });
		expect(planned.outcome).toEqual({ kind: "planned" });
		expect(planned.images[0]?.referrers).toEqual([{ digest: late.digest, artifactType: undefined }]);
		expect((await run(outwards)).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "carried", tag)).toBe(late.digest);
		expect((await run(outwards, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
	});

	it("refuses a tag that may not move, and puts back one that may", async () => {
		await run([line("FROM/acme/cart:0.9.0 => oci-layout:out:latest")]);
		const before = entries();
		const refused = await run([line("FROM/acme/cart:1.0.0 => oci-layout:out:latest")]);
		expect(refused.outcome).toEqual({ kind: "refused", cause: "refused" });
		expect(refused.problems[0]?.message).toContain("oci-layout:out:latest exists with another digest");

		const journalPort = memoryJournal();
		let written = "";
		const failed = await run(
			[
				line("FROM/acme/cart:1.0.0 => oci-layout:out:1.0.0,latest", ["latest"]),
				line(`FROM/acme/catalog:2.0.0 => ${to.host}/prod/catalog:2.0.0`),
			],
			{
				referrers: false,
				journalPort,
				during: (client) => ({
					putManifest: async (ref, body, type) => {
						if (ref.tag !== "2.0.0") return client.putManifest(ref, body, type);
						// Until the others stand.
						while (names()["1.0.0"] === undefined) await new Promise(setImmediate);
						written = journalPort.text ?? "";
						throw new Error("broken");
					},
				}),
			},
		);
		expect(failed.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(failed.rolledBack.map(({ tag }) => tag).sort()).toEqual(["1.0.0", "latest"]);
		expect(failed.residue).toEqual([]);
		expect(entries()).toEqual(before);
		expect(parseJournal(written, "the journal").images.map(({ destination }) => destination)).toEqual([
			"oci-layout:out",
			`${to.host}/prod/catalog`,
		]);
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBeUndefined();
	});

	it("stops for a name that somebody else gives in between", async () => {
		const raced = await run([line("FROM/acme/cart:1.0.0 => oci-layout:out:1.0.0,latest")], {
			concurrency: 1,
			referrers: false,
			during: (client) => ({
				putManifest: async (ref, body, type) => {
					const answer = await client.putManifest(ref, body, type);
					if (ref.tag !== "1.0.0") return answer;
					const theirs = entries().map((entry) => ({
						...entry,
						digest: "sha256:".padEnd(71, "0"),
					}));
					writeFileSync(
						join(folder, "out/index.json"),
						JSON.stringify({ schemaVersion: 2, manifests: theirs }),
					);
					return answer;
				},
			}),
		});
		expect(raced.outcome.kind).not.toBe("promoted");
		expect(raced.problems[0]).toMatchObject({ code: "tag-moved" });
		expect(names()["1.0.0"]).toBe("sha256:".padEnd(71, "0"));
	});

	it("refuses to promote a layout to where it is, and one name for two digests", async () => {
		await run([line("FROM/acme/cart:1.0.0 => oci-layout:out:1.0.0")]);
		const source = { kind: "layout" as const, path: join(folder, "out"), tag: "1.0.0" };
		const same = await run([{ ...item(`oci-layout:x => oci-layout:${join(folder, "out")}/:1.0.0`), source }]);
		expect(same.problems.map(({ code }) => code)).toEqual(["same-place"]);
		const twice = await run([
			line("FROM/acme/cart:1.0.0 => oci-layout:out:2"),
			line("FROM/acme/cart:0.9.0 => oci-layout:./out/:2"),
		]);
		expect(twice.problems.map(({ code }) => code)).toEqual(["tag-twice"]);
	});

	it("refuses a folder with other files before anything is written", async () => {
		writeFileSync(join(folder, "notes.txt"), "mine");
		const { outcome, problems } = await run([
			line("FROM/acme/catalog:2.0.0 => oci-layout:out:2.0.0"),
			line("FROM/acme/cart:1.0.0 => oci-layout:.:1.0.0"),
		]);
		expect(outcome).toEqual({ kind: "refused", cause: "request" });
		expect(problems[0]).toMatchObject({ code: "not-a-layout" });
		expect(problems[0]?.message).toContain("The destination can't be used");
		expect(existsSync(join(folder, "out"))).toBe(false);
	});
});

describe("an image whose digest is sha512", () => {
	/** A layout as tools write it, all by sha512. */
	async function layout512(): Promise<string> {
		const layouts = createLayoutDestination({ folder });
		const at = layoutRepository("source");
		const [config, layer] = [Buffer.from("{}"), Buffer.from(`a layer of ${folder}`)];
		const named = (bytes: Buffer) => ({
			mediaType: "application/octet-stream",
			digest: digestOf(bytes, "sha512"),
			size: bytes.length,
		});
		for (const bytes of [config, layer])
			await layouts.uploadBlob(at, named(bytes), async () => Readable.from([bytes]));
		const value = {
			schemaVersion: 2,
			mediaType: OCI_MANIFEST,
			config: named(config),
			layers: [named(layer)],
		};
		const body = Buffer.from(JSON.stringify(value));
		const digest = digestOf(body, "sha512");
		await layouts.putManifest({ ...at, tag: "1.0.0", digest }, body, OCI_MANIFEST);
		return digest;
	}
	const items = (destination: string) => [
		{
			...item(`oci-layout:x => ${destination}`),
			source: { kind: "layout" as const, path: join(folder, "source"), tag: "1.0.0" },
		},
	];

	it("is tagged by it where the registry takes a tag beside a digest", async () => {
		const digest = await layout512();
		to.requests.length = 0;
		expect((await run(items(`${to.host}/beside:1.0.0`))).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "beside", "1.0.0")).toBe(digest);
		expect(to.requests.filter(({ path }) => path.includes("?tag=1.0.0"))).toHaveLength(1);
		expect(to.requests.filter(({ method, path }) => method === "PUT" && /manifests\/1/.test(path))).toEqual(
			[],
		);
		expect((await run(items(`${to.host}/beside:1.0.0`))).outcome).toEqual({ kind: "unchanged" });
	});

	it("is tagged by the same bytes where the registry knows only sha256, and is unchanged then", async () => {
		const digest = await layout512();
		await using plain = await startRegistry();
		// What does not know the parameter leaves it out.
		plain.inject({ method: "PUT", path: /\?tag=/, action: { kind: "answer", headers: { "oci-tag": null } } });
		const { outcome, problems } = await run(items(`${plain.host}/plain:1.0.0`));
		expect(problems).toEqual([]);
		expect(outcome).toEqual({ kind: "promoted" });
		expect(
			plain.requests.filter(({ path }) => path.endsWith(`/1.0.0?digest=${digest.replace(":", "%3A")}`)),
		).toHaveLength(1);
		expect(await tagAt(plain, "plain", "1.0.0")).toMatch(/^sha256:/);
		expect(await tagAt(plain, "plain", digest)).toBe(digest);
		expect((await run(items(`${plain.host}/plain:1.0.0`))).outcome).toEqual({ kind: "unchanged" });
	});
});
