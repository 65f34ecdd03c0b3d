import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { journalText, parseJournal } from "#src/promotion/journal.js";
import { exitCodeOfOutcome } from "#src/promotion/outcome.js";
import type { PromotionItem } from "#src/promotion/request.js";
import { OCI_INDEX } from "#src/registry/media-types.js";
import { RegistryError } from "#src/registry/registry-error.js";
import { descriptorOf, manifestOf, pushImage, putManifest } from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import {
	isWhole,
	item,
	type MemoryJournal,
	memoryJournal,
	promote,
	pushSigned,
	referrersAt,
	sign,
	tagAt,
	writesTo,
} from "./fixture.ts";

const FORBIDDEN = { kind: "status", status: 403 } as const;

let from: EmbeddedRegistry;
let to: EmbeddedRegistry;

beforeEach(async () => {
	from = await startRegistry();
	to = await startRegistry();
});

afterEach(async () => {
	await from.close();
	await to.close();
});

/** Two signed images at the source, and an older one at the destination under `latest`. */
async function shop() {
	const cart = await pushSigned(from, "acme/cart", "1.0.0", "cart");
	const catalog = await pushSigned(from, "acme/catalog", "2.0.0", "catalog");
	const old = await pushImage(to.url, "prod/cart", "latest", "old cart");
	to.requests.length = 0;
	const items = [
		item(`${from.host}/acme/cart:1.0.0 => ${to.host}/prod/cart:1.0.0,latest`, { moveTags: ["latest"] }),
		item(`${from.host}/acme/catalog:2.0.0 => ${to.host}/prod/catalog:2.0.0`),
	];
	return { cart, catalog, old, items };
}

describe("a promotion", () => {
	it("brings contents and referrers, sets all tags last, and removes its journal", async () => {
		const { cart, catalog, old, items } = await shop();
		const journalPort = memoryJournal();
		const { outcome, images, bytes, requests, problems } = await promote(items, { journalPort });
		expect(outcome).toEqual({ kind: "promoted" });
		expect(problems).toEqual([]);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBe(cart.image.digest);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBe(catalog.image.digest);
		expect(await isWhole(to, "prod/cart", cart.image)).toBe(true);
		expect(await referrersAt(to, "prod/cart", cart.image.digest)).toEqual([cart.signature.digest]);
		expect(images[0]?.tags.map(({ tag, before, mayStay }) => [tag, before, mayStay])).toEqual([
			["1.0.0", undefined, true],
			["latest", old.digest, false],
		]);
		expect(images.map(({ status, referrers }) => [status, referrers.length])).toEqual([
			["promoted", 1],
			["promoted", 1],
		]);
		expect(bytes.moved).toBeGreaterThan(0);
		expect(requests.source).toBeGreaterThan(0);
		expect(journalPort).toMatchObject({ writes: 1, text: undefined });
		const puts = writesTo(to).filter((line) => line.startsWith("PUT"));
		const firstTag = puts.findIndex((line) => /manifests\/(1\.0\.0|latest|2\.0\.0)$/.test(line));
		expect(puts.slice(firstTag).every((line) => /manifests\/(1\.0\.0|latest|2\.0\.0)$/.test(line))).toBe(
			true,
		);
		expect(puts.slice(firstTag)).toHaveLength(3);
	});

	it("counts the requests that the registries saw", async () => {
		const { items } = await shop();
		from.requests.length = 0;
		const { requests } = await promote(items);
		expect(requests).toEqual({ source: from.requests.length, destination: to.requests.length });
	});

	it("sends the first blob by the upload that proved the right to write", async () => {
		const { image } = await pushSigned(from, "acme/cart", "1.0.0", "cart");
		await promote([item(`${from.host}/acme/cart:1.0.0 => ${to.host}/new/cart:1.0.0`)], { referrers: false });
		const uploads = to.requests.filter(({ path }) => path.includes("/blobs/uploads/"));
		expect(uploads[0]).toMatchObject({ method: "POST", status: 202 });
		expect(uploads.filter(({ method }) => method === "PUT")).toHaveLength(1);
		expect(uploads.filter(({ method }) => method === "DELETE")).toEqual([]);
		expect(await isWhole(to, "new/cart", image)).toBe(true);
	});

	it("gives that upload up where no blob needs it", async () => {
		await pushSigned(from, "acme/cart", "1.0.0", "cart");
		const line = (tag: string) => item(`${from.host}/acme/cart:1.0.0 => ${to.host}/new/cart:${tag}`);
		await promote([line("1")], { referrers: false });
		to.requests.length = 0;
		await promote([line("2")], { referrers: false });
		const uploads = to.requests.filter(({ path }) => path.includes("/blobs/uploads/"));
		expect(uploads.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
	});

	it("does nothing when it is run again, and says so", async () => {
		const { items } = await shop();
		await promote(items);
		to.requests.length = 0;
		const again = await promote(items);
		expect(again.outcome).toEqual({ kind: "unchanged" });
		expect(again.images.map(({ status }) => status)).toEqual(["unchanged", "unchanged"]);
		expect(again.bytes.moved).toBe(0);
		expect(writesTo(to)).toEqual([]);
		expect(to.requests.length).toBeGreaterThan(0);
	});

	it("brings a late signature along", async () => {
		const { cart, items } = await shop();
		await promote(items);
		const late = await sign(from, "acme/cart", cart.image, "late signature");
		expect((await promote(items, { dryRun: true })).outcome).toEqual({ kind: "planned" });
		expect((await promote(items, { referrers: false })).outcome).toEqual({ kind: "unchanged" });
		expect((await promote(items)).outcome).toEqual({ kind: "promoted" });
		expect(await referrersAt(to, "prod/cart", cart.image.digest)).toContain(late.digest);
	});

	it("of a list with referrers that are gone or another's is unchanged, also when only planned", async () => {
		await using old = await startRegistry({ referrers: false, sparse: true });
		const image = await pushImage(old.url, "acme/cart", "1.0.0", "cart");
		const other = await pushSigned(old, "acme/cart", "other", "other");
		const gone = "sha256:".padEnd(71, "0");
		const { signature } = other;
		const entries = [descriptorOf({ ...signature, digest: gone }, signature.mediaType)];
		const manifests = [...entries, descriptorOf(signature, signature.mediaType)];
		const index = { mediaType: "application/vnd.oci.image.index.v1+json", manifests };
		const list = manifestOf(index);
		const answer = await putManifest(old.url, "acme/cart", image.digest.replace(":", "-"), list);
		expect(answer.status).toBe(201);
		const items = [item(`${old.host}/acme/cart:1.0.0 => ${to.host}/prod/cart:1.0.0`)];
		const first = await promote(items);
		expect(first.problems.map(({ code }) => code).sort()).toEqual([
			"left-out-referrer-missing",
			"left-out-referrer-of-another",
		]);
		expect((await promote(items, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
		expect((await promote(items)).outcome).toEqual({ kind: "unchanged" });
	});

	it("of some platforms makes an index of its own, says so, and does nothing again", async () => {
		const children = await Promise.all(
			["amd64", "arm64"].map(async (architecture) => ({
				image: await pushImage(from.url, "acme/cart", architecture, architecture),
				platform: { os: "linux", architecture },
			})),
		);
		const index = manifestOf({
			mediaType: OCI_INDEX,
			manifests: children.map(({ image, platform }) => ({
				...descriptorOf(image, image.mediaType),
				platform,
			})),
		} as { mediaType: string });
		await putManifest(from.url, "acme/cart", "1.0.0", index);
		const items = [item(`${from.host}/acme/cart:1.0.0 => ${to.host}/prod/cart:1.0.0`)];
		const { outcome, problems } = await promote(items, { platforms: ["linux/arm64"] });
		expect(outcome.kind).toBe("promoted");
		const digest = await tagAt(to, "prod/cart", "1.0.0");
		expect(digest).not.toBe(index.digest);
		expect(problems).toMatchObject([
			{ code: "platforms-selected", message: expect.stringContaining(`(${index.digest}) only some`) },
		]);
		expect(problems[0]?.message).toContain(digest);
		expect(await tagAt(to, "prod/cart", children[1]?.image.digest ?? "")).toBe(children[1]?.image.digest);
		expect(await tagAt(to, "prod/cart", children[0]?.image.digest ?? "")).toBeUndefined();
		expect((await promote(items, { platforms: ["linux/arm64"] })).outcome.kind).toBe("unchanged");
		const refused = await promote(items, { platforms: ["linux/s390x"] });
		expect(refused.outcome).toEqual({ kind: "refused", cause: "refused" });
	});

	it("heals what is missing below a tag that stands, only when it is asked to", async () => {
		const { cart, items } = await shop();
		await promote(items);
		const layer = (JSON.parse(cart.image.bytes.toString()) as { layers: { digest: string }[] }).layers[0]
			?.digest;
		const gone = await fetch(`${to.url}/v2/prod/cart/blobs/${layer}`, { method: "DELETE" });
		expect(gone.status).toBe(202);
		expect((await promote(items)).outcome).toEqual({ kind: "unchanged" });
		expect(await isWhole(to, "prod/cart", cart.image)).toBe(false);
		expect((await promote(items, { heal: true, dryRun: true })).outcome).toEqual({ kind: "planned" });
		expect((await promote(items, { heal: true })).outcome).toEqual({ kind: "promoted" });
		expect(await isWhole(to, "prod/cart", cart.image)).toBe(true);
		to.requests.length = 0;
		expect((await promote(items, { heal: true })).outcome).toEqual({ kind: "unchanged" });
		expect(writesTo(to)).toEqual([]);
	});

	it("plans what it does: a signature's missing contents to heal, and a late tag of cosign's", async () => {
		const { cart, items } = await shop();
		await promote(items);
		const gone = await fetch(
			`${to.url}/v2/prod/cart/blobs/${
				(JSON.parse(cart.signature.bytes.toString()) as { layers: { digest: string }[] }).layers[0]?.digest
			}`,
			{ method: "DELETE" },
		);
		expect(gone.status).toBe(202);
		expect((await promote(items, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
		expect((await promote(items, { heal: true, dryRun: true })).outcome).toEqual({ kind: "planned" });
		expect((await promote(items, { heal: true })).outcome).toEqual({ kind: "promoted" });
		expect((await promote(items, { heal: true, dryRun: true })).outcome).toEqual({ kind: "unchanged" });

		const plain = await pushImage(from.url, "acme/plain", "1", "plain");
		const line = [item(`${from.host}/acme/plain:1 => ${to.host}/prod/plain:1`)];
		await promote(line);
		const tag = `${plain.digest.replace(":", "-")}.sig`;
		const late = await pushImage(from.url, "acme/plain", tag, "of cosign");
		const planned = await promote(line, { dryRun: true });
		expect(planned.outcome).toEqual({ kind: "planned" });
		expect(planned.images[0]?.referrers).toEqual([{ digest: late.digest, artifactType: undefined }]);
		expect((await promote(line)).outcome).toEqual({ kind: "promoted" });
		expect((await promote(line, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
		// One that holds something else is left alone, and so not planned.
		await pushImage(to.url, "prod/plain", tag, "somebody else's");
		expect((await promote(line, { dryRun: true })).outcome).toEqual({ kind: "unchanged" });
		expect((await promote(line)).outcome).toEqual({ kind: "unchanged" });
	});

	it("brings a late tag of cosign's also where the image has other referrers", async () => {
		const { cart, items } = await shop();
		await promote(items);
		const tag = `${cart.image.digest.replace(":", "-")}.sig`;
		const late = await pushImage(from.url, "acme/cart", tag, "of cosign");
		expect((await promote(items, { dryRun: true })).outcome).toEqual({ kind: "planned" });
		expect((await promote(items)).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "prod/cart", tag)).toBe(late.digest);
		expect((await promote(items)).outcome).toEqual({ kind: "unchanged" });
	});

	it("takes an immutable tag with the same digest for a success", async () => {
		const { cart } = await shop();
		await using immutable = await startRegistry({ immutableTags: true });
		const items = [item(`${from.host}/acme/cart:1.0.0 => ${immutable.host}/cart:1.0.0`)];
		expect((await promote(items)).outcome).toEqual({ kind: "promoted" });
		expect((await promote(items)).outcome).toEqual({ kind: "unchanged" });
		expect(await tagAt(immutable, "cart", "1.0.0")).toBe(cart.image.digest);
	});

	it("mounts within one registry", async () => {
		const { cart } = await shop();
		const { outcome, bytes } = await promote([
			item(`${from.host}/acme/cart:1.0.0 => ${from.host}/live/cart:1.0.0`),
		]);
		expect(outcome).toEqual({ kind: "promoted" });
		expect(bytes.mounted).toBeGreaterThan(0);
		expect(await tagAt(from, "live/cart", "1.0.0")).toBe(cart.image.digest);
	});
});

describe("a plan", () => {
	it("of a dry run writes nothing and is applied by its digest", async () => {
		const { cart, items } = await shop();
		const plan = await promote(items, { dryRun: true });
		expect(plan.outcome).toEqual({ kind: "planned" });
		expect(plan.images[0]?.referrers).toEqual([
			{ digest: cart.signature.digest, artifactType: "application/vnd.test.signature" },
		]);
		expect(writesTo(to)).toEqual([]);
		const planDigest = plan.planDigest ?? "";
		const applied = await promote([...items].reverse(), { planDigest });
		expect(applied).toMatchObject({ outcome: { kind: "promoted" }, planDigest });
		expect((await promote(items, { planDigest })).outcome).toEqual({ kind: "unchanged" });
	});

	it("that is another one now is refused", async () => {
		const { items } = await shop();
		const { planDigest } = await promote(items, { dryRun: true });
		const other = await pushImage(to.url, "prod/cart", "latest", "somebody else's");
		to.requests.length = 0;
		const applied = await promote(items, { planDigest });
		expect(applied.outcome).toEqual({ kind: "refused", cause: "refused" });
		expect(applied.problems.map(({ code }) => code)).toEqual(["other-plan"]);
		expect(writesTo(to)).toEqual([]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(other.digest);
	});

	it("that was cut off goes on with its journal", async () => {
		const { cart, catalog, items } = await shop();
		const { planDigest } = await promote(items, { dryRun: true });
		const journalPort = memoryJournal();
		// A process that is killed: it writes its journal and one tag, and nothing more.
		const killed = promote(items, {
			planDigest,
			journalPort: {
				...journalPort,
				write: async (text) => {
					journalPort.text = text;
				},
				remove: async () => undefined,
			},
			onFailure: "leave",
			concurrency: 1,
			between: (client) => {
				let puts = 0;
				return {
					putManifest: (ref, body, type) => {
						if (ref.tag !== undefined && ++puts === 2) throw new Error("killed");
						return client.putManifest(ref, body, type);
					},
				};
			},
		});
		expect((await killed).outcome.kind).toBe("residue");
		const text = journalPort.text ?? "";
		expect((await promote(items, { planDigest })).problems.map(({ code }) => code)).toEqual(["other-plan"]);
		const journal = parseJournal(text, "j");
		const resumed = await promote(items, { planDigest, journal, journalPort });
		expect(resumed).toMatchObject({ outcome: { kind: "promoted" }, planDigest });
		expect(journalPort.text).toBeUndefined();
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBe(catalog.image.digest);
	});

	it("with a tag that may not move is refused as a whole before anything is written", async () => {
		const { old, items } = await shop();
		const refused = await promote(items.map((each) => ({ ...each, moveTags: ["1.*"] })));
		expect(refused.outcome).toEqual({ kind: "refused", cause: "refused" });
		expect(refused.problems[0]).toMatchObject({ code: "tag-exists" });
		expect(writesTo(to)).toEqual([]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
	});

	it("tells every missing source, and writes nothing", async () => {
		const { items } = await shop();
		const missing = ["a", "b"].map((each) =>
			item(`${from.host}/acme/${each}:1 => ${to.host}/prod/${each}:1`),
		);
		const refused = await promote([...items, ...missing]);
		expect(refused.outcome).toEqual({ kind: "refused", cause: "request" });
		expect(
			refused.problems.map(({ code, message }) => [code, message.includes("The source can't be used")]),
		).toEqual([
			["not-found", true],
			["not-found", true],
		]);
		expect(writesTo(to)).toEqual([]);
	});

	it("has an exit code of the outside where the destination can't be reached", async () => {
		await shop();
		const { outcome, problems } = await promote([item(`${from.host}/acme/cart:1.0.0 => 127.0.0.1:1/cart:1`)]);
		expect(outcome).toEqual({ kind: "refused", cause: "outside" });
		expect(exitCodeOfOutcome(outcome)).toBe(3);
		expect(problems[0]?.message).toMatch(/The destination can't be used: 127\.0\.0\.1:1 cannot be reached/);
	});

	it("takes the source's tag where none is given, and asks for one where there is none", async () => {
		const { cart } = await shop();
		const { outcome } = await promote([item(`${from.host}/acme/cart:1.0.0 => ${to.host}/plain`)]);
		expect(outcome.kind).toBe("promoted");
		expect(await tagAt(to, "plain", "1.0.0")).toBe(cart.image.digest);
		const refused = await promote([item(`${from.host}/acme/cart@${cart.image.digest} => ${to.host}/plain`)]);
		expect(refused).toMatchObject({
			outcome: { kind: "refused", cause: "request" },
			problems: [{ code: "tag-missing" }],
		});
	});

	it("refuses a media type that it can't copy", async () => {
		await shop();
		const mediaType = "application/vnd.docker.distribution.manifest.v1+prettyjws";
		from.inject({
			path: "/v2/acme/cart/manifests/1.0.0",
			action: {
				kind: "status",
				status: 200,
				headers: {
					"content-type": mediaType,
					"docker-content-digest": `sha256:${"a".repeat(64)}`,
					"content-length": "2",
				},
				body: "{}",
			},
		});
		const refused = await promote([item(`${from.host}/acme/cart:1.0.0 => ${to.host}/x:1`)]);
		expect(refused).toMatchObject({
			outcome: { kind: "refused", cause: "request" },
			problems: [{ code: "unsupported-manifest" }],
		});
		expect(writesTo(to)).toEqual([]);
	});
});

describe("a race", () => {
	it("before a tag is set stops the set and leaves the other's tag alone", async () => {
		const { catalog, items } = await shop();
		let other = "";
		const raced = await promote(items, {
			journalPort: {
				...memoryJournal(),
				write: async () => {
					other = (await pushImage(to.url, "prod/cart", "latest", "somebody else's")).digest;
				},
			},
		});
		expect(raced.outcome).toMatchObject({ cause: "refused" });
		expect(raced.problems[0]).toMatchObject({ code: "tag-moved" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(other);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBeUndefined();
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBeUndefined();
		expect(raced.residue).toEqual([]);
		expect(catalog.image.digest).not.toBe(other);
	});

	it("just after a tag is set is noticed, and the tag is the other's", async () => {
		const { items, old } = await shop();
		const raced = await promote(items, {
			concurrency: 1,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					const answer = await client.putManifest(ref, body, type);
					if (ref.tag === "2.0.0") await pushImage(to.url, "prod/catalog", "2.0.0", "somebody else's");
					return answer;
				},
			}),
		});
		expect(raced.outcome).toEqual({ kind: "rolled-back", cause: "refused" });
		expect(raced.problems.map(({ code }) => code)).toEqual(["tag-moved", "other-at-work", "tag-taken-over"]);
		expect(raced.rolledBack.map(({ tag }) => tag).sort()).toEqual(["1.0.0", "latest"]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBeUndefined();
	});

	it("just after a tag is set keeps the other tags from being set", async () => {
		const { items } = await shop();
		const raced = await promote(items, {
			concurrency: 1,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					const answer = await client.putManifest(ref, body, type);
					if (ref.tag === "latest") await pushImage(to.url, "prod/cart", "latest", "somebody else's");
					return answer;
				},
			}),
		});
		expect(raced.outcome).toEqual({ kind: "rolled-back", cause: "refused" });
		expect(writesTo(to).filter((line) => /PUT .*manifests\/(1\.0\.0|2\.0\.0)$/.test(line))).toEqual([]);
	});

	it("that is lost in the moment between looking and setting is told by the one that puts tags back", async () => {
		const { catalog, old } = await shop();
		const rival = await pushSigned(from, "rival/cart", "1", "rival cart");
		const rivals = [
			item(`${from.host}/rival/cart:1 => ${to.host}/prod/cart:latest`, { moveTags: ["latest"] }),
			item(`${from.host}/acme/catalog:2.0.0 => ${to.host}/prod/catalog:2.0.0`),
		];
		const own = [
			item(`${from.host}/acme/cart:1.0.0 => ${to.host}/prod/cart:latest`, { moveTags: ["latest"] }),
			item(`${from.host}/rival/cart:1 => ${to.host}/prod/catalog:2.0.0`),
		];
		let first: Awaited<ReturnType<typeof promote>> | undefined;
		const second = await promote(own, {
			concurrency: 1,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					// The other one does all of its work while we are about to write.
					if (ref.tag === "latest" && first === undefined) first = await promote(rivals);
					return client.putManifest(ref, body, type);
				},
			}),
		});
		expect(first?.outcome).toEqual({ kind: "promoted" });
		expect(second.outcome).toEqual({ kind: "rolled-back", cause: "refused" });
		// What the other one had set is gone by our roll-back.
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBe(catalog.image.digest);
		expect(second.problems[1]).toMatchObject({
			...{ severity: "warning", code: "other-at-work" },
			message: expect.stringContaining(`${to.host}/prod/cart:latest`),
		});
		expect((await promote(rivals)).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(rival.image.digest);
	});

	it("while a busy registry makes us wait is noticed before the tag is sent again, in a roll-back too", async () => {
		const { items } = await shop();
		const busy = { kind: "status", status: 429, headers: { "retry-after": "50" } } as const;
		let other = "";
		const sleep = async () => {
			other = (await pushImage(to.url, "prod/cart", "latest", "somebody else's")).digest;
		};
		to.inject({ method: "PUT", path: /manifests\/latest$/, nth: 1, action: busy });
		const raced = await promote(items, { registry: { sleep } });
		expect(raced.problems[0]).toMatchObject({ code: "tag-moved" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(other);

		const old = await pushImage(to.url, "prod/cart", "latest", "old cart");
		to.inject({ method: "PUT", path: /manifests\/2\.0\.0$/, action: FORBIDDEN });
		to.inject({ method: "PUT", path: /manifests\/latest$/, nth: 2, action: busy });
		const back = await promote(items, { registry: { sleep }, concurrency: 1 });
		expect(back.problems.map(({ code }) => code)).toContain("tag-taken-over");
		expect(await tagAt(to, "prod/cart", "latest")).toBe(other);
		expect(other).not.toBe(old.digest);
	});

	it("that deletes a tag which stood is noticed at the end", async () => {
		const { cart, items } = await shop();
		await putManifest(to.url, "prod/catalog", "2.0.0", cart.image);
		const [first] = items;
		await promote([item(`${from.host}/acme/catalog:2.0.0 => ${to.host}/prod/catalog:stable`)]);
		const raced = await promote(
			[first as never, item(`${from.host}/acme/catalog:2.0.0 => ${to.host}/prod/catalog:stable`)],
			{
				journalPort: {
					...memoryJournal(),
					write: async () => {
						await fetch(`${to.url}/v2/prod/catalog/manifests/stable`, { method: "DELETE" });
					},
				},
			},
		);
		expect(raced.outcome).toEqual({ kind: "rolled-back", cause: "refused" });
		expect(raced.problems[0]?.message).toMatch(/prod\/catalog:stable in the meantime: it was deleted/);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBeUndefined();
	});

	it("to the very digest that was wanted is no conflict, and is not taken back", async () => {
		const { cart, catalog, items } = await shop();
		let failing = true;
		const raced = await promote(items, {
			concurrency: 1,
			journalPort: {
				...memoryJournal(),
				write: async () => void (await putManifest(to.url, "prod/cart", "1.0.0", cart.image)),
			},
			between: (client) => ({
				putManifest: (ref, body, type) => {
					if (ref.tag === "2.0.0" && failing) throw new Error("broken");
					return client.putManifest(ref, body, type);
				},
			}),
		});
		expect(raced.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBe(cart.image.digest);
		failing = false;
		expect((await promote(items)).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "prod/catalog", "2.0.0")).toBe(catalog.image.digest);
	});
});

describe("a registry that answers late", () => {
	/** Promotes a tag of which the looks after each write show what was there before, so many times. */
	async function late(looks: number, ...tags: string[]) {
		const cart = await pushImage(from.url, "acme/cart", "1", "cart");
		const old = await pushImage(to.url, "prod/cart", "latest", "old cart");
		const waits: number[] = [];
		let before: { digest: string; mediaType: string; size: number } | undefined;
		let left = 0;
		const line = `${from.host}/acme/cart:1 => ${to.host}/prod/cart:${["latest", ...tags].join()}`;
		const ended = await promote([item(line, { moveTags: ["latest"] })], {
			sleep: async (milliseconds) => void waits.push(milliseconds),
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					if (ref.tag === "latest") {
						before = await client.headManifest({ ...ref, digest: undefined });
						left = looks;
					}
					return client.putManifest(ref, body, type);
				},
				headManifest: async (ref) => {
					if (ref.tag !== "latest" || left === 0) return client.headManifest(ref);
					left -= 1;
					return before;
				},
			}),
		});
		return { ended, waits, cart, old };
	}

	it("is asked again, after waits that grow, before it is somebody else's change", async () => {
		const { ended, waits, cart } = await late(3);
		expect(ended.outcome).toEqual({ kind: "promoted" });
		expect(waits).toEqual([100, 300, 900]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.digest);
	});

	it("for long is no roll-back: nothing was put back, and that is told", async () => {
		const { ended } = await late(Number.POSITIVE_INFINITY);
		expect(ended.outcome).toEqual({ kind: "rolled-back", cause: "refused" });
		expect(ended.rolledBack).toEqual([]);
		expect(ended.problems).toMatchObject([
			{ code: "tag-moved" },
			{ code: "tag-taken-over", message: expect.stringContaining("or its registry answers late") },
		]);
	});

	it("is asked again when a tag was put back", async () => {
		to.inject({ method: "PUT", path: /manifests\/new$/, action: FORBIDDEN, times: Number.POSITIVE_INFINITY });
		const { ended, waits, old } = await late(1, "new");
		expect(ended.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(ended.rolledBack).toMatchObject([{ tag: "latest" }]);
		expect(waits).toEqual([100, 100]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
	});
});

describe("a failure while tags are set", () => {
	const failAt = (registry: EmbeddedRegistry, tag: string) =>
		registry.inject({
			method: "PUT",
			path: new RegExp(`manifests/${tag}$`),
			action: { kind: "status", status: 403 },
		});

	it("puts back what was moved and deletes what was new, by tag", async () => {
		const { cart, old, items } = await shop();
		await putManifest(to.url, "prod/cart", "keep", old);
		failAt(to, "2\\.0\\.0");
		to.requests.length = 0;
		const journalPort = memoryJournal();
		const failed = await promote(items, { journalPort });
		expect(failed.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(failed.residue).toEqual([]);
		expect(failed.images.map(({ status }) => status)).toEqual(["failed", "failed"]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBeUndefined();
		expect(await tagAt(to, "prod/cart", "keep")).toBe(old.digest);
		expect(await tagAt(to, "prod/cart", cart.image.digest)).toBe(cart.image.digest);
		// It would be taken for that of a promotion which was cut off.
		expect(journalPort).toMatchObject({ writes: 1, text: undefined });
		expect(writesTo(to).filter((line) => line.startsWith("DELETE") && line.includes("sha256"))).toEqual([]);
		to.heal();
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "promoted" });
		expect(journalPort.text).toBeUndefined();
	});

	it("does not take back a signature of an image whose tags stand, and says so", async () => {
		const { cart, items } = await shop();
		await promote(items.slice(0, 1));
		const late = await sign(from, "acme/cart", cart.image, "a late signature");
		failAt(to, "2\\.0\\.0");
		const failed = await promote(items);
		expect(failed.outcome).toEqual({ kind: "refused", cause: "outside" });
		expect(failed.images.map(({ status }) => status)).toEqual(["promoted", "failed"]);
		expect(await referrersAt(to, "prod/cart", cart.image.digest)).toContain(late.digest);
	});

	it("leaves a new tag as residue where the registry deletes none, and the plan had said so", async () => {
		await shop();
		await using keeping = await startRegistry({ deleteTags: false });
		const items = [
			item(`${from.host}/acme/cart:1.0.0 => ${keeping.host}/cart:1.0.0`),
			item(`${from.host}/acme/catalog:2.0.0 => ${keeping.host}/catalog:2.0.0`),
		];
		failAt(keeping, "2\\.0\\.0");
		const journalPort = memoryJournal();
		const failed = await promote(items, { journalPort, concurrency: 1 });
		expect(failed.outcome).toEqual({ kind: "residue", cause: "outside" });
		expect(failed.residue.map(({ tag, before, why }) => [tag, before, why])).toEqual([
			["1.0.0", undefined, "it is new, and the registry deletes no tags"],
		]);
		expect(failed.images[0]?.tags[0]?.mayStay).toBe(true);
		expect(parseJournal(journalPort.text ?? "", "j").images).toHaveLength(2);
		keeping.heal();
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "promoted" });
		expect(journalPort.text).toBeUndefined();
	});

	it("leaves everything with on-failure: leave, and names it", async () => {
		const { cart, items } = await shop();
		failAt(to, "2\\.0\\.0");
		const failed = await promote(items, { onFailure: "leave" });
		expect(failed.outcome).toEqual({ kind: "residue", cause: "outside" });
		expect(failed.residue.map(({ tag }) => tag).sort()).toEqual(["1.0.0", "latest"]);
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);
	});

	it("of the first tag is a refusal: nothing was set, and no journal stays", async () => {
		const { items } = await shop();
		failAt(to, "latest");
		const journalPort = memoryJournal();
		const failed = await promote(items, { journalPort });
		expect(failed.outcome).toEqual({ kind: "refused", cause: "outside" });
		expect(journalPort.writes).toBe(1);
		expect(journalPort.text).toBeUndefined();
	});

	it.each([
		["is gone", undefined],
		["has a proxy that gave up", 504],
	])("of a registry that %s tells that the tag may be set yet, and keeps the journal", async (_, status) => {
		const { cart, catalog, items } = await shop();
		const journalPort = memoryJournal();
		const failed = await promote(items, {
			journalPort,
			sleep: async () => undefined,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					if (ref.tag !== "2.0.0") return client.putManifest(ref, body, type);
					throw new RegistryError("registry-failed", "no answer", { status });
				},
			}),
		});
		expect(failed.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(failed.problems).toMatchObject([
			{ code: "registry-failed" },
			{ code: "tag-unanswered", message: expect.stringContaining("prod/catalog:2.0.0 is as before") },
		]);
		expect(parseJournal(journalPort.text ?? "", "j").images).toHaveLength(2);
		await putManifest(to.url, "prod/catalog", "2.0.0", catalog.image);
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);
		expect(journalPort.text).toBeUndefined();
	});

	it("is none where only the answer was lost", async () => {
		const { cart, items } = await shop();
		to.inject({ method: "PUT", path: /manifests\/latest$/, action: { kind: "lost-answer" } });
		expect((await promote(items)).outcome).toEqual({ kind: "promoted" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);
	});

	it("by a signal puts back what was set, and says what stopped it", async () => {
		const { old, items } = await shop();
		const stop = new AbortController();
		const stopped = await promote(items, {
			signal: stop.signal,
			concurrency: 1,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					const answer = await client.putManifest(ref, body, type);
					if (ref.tag === "1.0.0") stop.abort("SIGTERM");
					return answer;
				},
			}),
		});
		expect(stopped.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(stopped.problems[0]).toMatchObject({
			code: "cancelled",
			message: expect.stringContaining("SIGTERM"),
		});
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "prod/cart", "1.0.0")).toBeUndefined();
	});

	it("whose journal can't be written sets no tag", async () => {
		const { old, items } = await shop();
		const failed = await promote(items, {
			journalPort: { ...memoryJournal(), write: () => Promise.reject(new Error("read-only")) },
		});
		expect(failed.outcome).toEqual({ kind: "refused", cause: "outside" });
		expect(await tagAt(to, "prod/cart", "latest")).toBe(old.digest);
	});

	it("that takes the destination away is residue that is unknown", async () => {
		const { items } = await shop();
		const failed = await promote(items, {
			concurrency: 1,
			between: (client) => ({
				putManifest: async (ref, body, type) => {
					const answer = await client.putManifest(ref, body, type);
					if (ref.tag === "latest") to.inject({ action: { kind: "status", status: 500 } });
					return answer;
				},
			}),
		});
		expect(failed.outcome).toEqual({ kind: "residue", cause: "outside" });
		expect(failed.residue).toMatchObject([
			{ tag: "latest", now: { known: false }, why: expect.stringMatching(/^it can't be looked at: .*\)$/) },
		]);
	});
});

describe("a journal that was left here", () => {
	it("is removed when a run finds that all its tags stand, and no other", async () => {
		const { items } = await shop();
		const journalPort = memoryJournal();
		let kept = "";
		await promote(items, {
			journalPort: {
				...journalPort,
				write: async (text) => {
					kept = text;
				},
			},
		});
		journalPort.text = kept;
		expect((await promote(items.slice(0, 1), { journalPort })).outcome).toEqual({ kind: "unchanged" });
		expect(journalPort.text).toBe(kept);
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "unchanged" });
		expect(journalPort.text).toBeUndefined();
		expect(journalText(parseJournal(kept, "j"))).toBe(kept);
	});

	/** As a process leaves it that is killed when `latest` of cart has been set. */
	async function killed(items: PromotionItem[]): Promise<MemoryJournal> {
		const journalPort = memoryJournal();
		const { write, setAside, read } = journalPort;
		await promote(items, {
			concurrency: 1,
			onFailure: "leave",
			journalPort: { read, write, setAside, remove: async () => undefined },
			between: (client) => ({
				putManifest: (ref, body, type) => {
					if (ref.tag === "1.0.0" || ref.tag === "2.0.0") throw new Error("killed");
					return client.putManifest(ref, body, type);
				},
			}),
		});
		return journalPort;
	}

	it("outlives a run that fails, with what was before it, and that run says what was moved", async () => {
		const { cart, old, items } = await shop();
		const journalPort = await killed(items);
		const { text } = journalPort;
		const moved = { tag: "latest", before: old.digest, after: cart.image.digest };
		expect(parseJournal(text ?? "", "j").images[0]?.tags).toContainEqual(moved);
		const told = [
			{ severity: "warning", code: "moved-earlier", message: expect.stringContaining(old.digest) },
		];

		// No tag is set: not even the first one, or not even the contents.
		for (const path of [/manifests\/1\.0\.0$/, /blobs\/uploads/]) {
			to.inject({ method: path.source.includes("uploads") ? "POST" : "PUT", path, action: FORBIDDEN });
			const failed = await promote(items, { journalPort, concurrency: 1 });
			expect(failed.outcome).toEqual({ kind: "refused", cause: "outside" });
			expect(failed.problems.slice(1)).toMatchObject(told);
			expect(journalPort.text).toBe(text);
			to.heal();
		}
		// One is set, and put back.
		to.inject({ method: "PUT", path: /manifests\/2\.0\.0$/, action: FORBIDDEN });
		const failed = await promote(items, { journalPort, concurrency: 1 });
		expect(failed.outcome).toEqual({ kind: "rolled-back", cause: "outside" });
		expect(failed.problems.slice(1)).toMatchObject(told);
		expect(journalPort.text).toBe(text);
		to.heal();
		expect(await tagAt(to, "prod/cart", "latest")).toBe(cart.image.digest);

		const last = await promote(items, { journalPort });
		expect(last).toMatchObject({ outcome: { kind: "promoted" }, problems: [] });
		expect(journalPort).toMatchObject({ text: undefined, aside: new Map() });
	});

	it("is set aside by a promotion that gives a tag which it has moved another digest", async () => {
		const { items } = await shop();
		const journalPort = await killed(items);
		const { text } = journalPort;
		await pushImage(from.url, "acme/cart", "1.0.0", "cart anew");
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "promoted" });
		expect([...journalPort.aside.values()]).toEqual([text]);
	});

	it("is set aside by a promotion of other tags, and replaced by one of its own", async () => {
		const { items } = await shop();
		const journalPort = memoryJournal();
		let kept = "";
		const cutOff = async (text: string) => {
			kept = text;
			throw new Error("cut off");
		};
		await promote(items, { journalPort: { ...memoryJournal(), write: cutOff } });
		journalPort.text = kept;
		const other = await promote(items.slice(0, 1), { journalPort });
		expect(other.outcome).toEqual({ kind: "promoted" });
		expect([...journalPort.aside.values()]).toEqual([kept]);
		expect(other.log.join("\n")).toContain([...journalPort.aside.keys()][0]);
		journalPort.text = kept;
		expect((await promote(items, { journalPort })).outcome).toEqual({ kind: "promoted" });
		expect(journalPort.aside.size).toBe(1);
		expect(journalPort.text).toBeUndefined();
	});
});
