import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pushImage } from "../../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../../embedded-registry/server.ts";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { tagAt } from "../../promotion/fixture.ts";
import { type ActionRun, spawnAction } from "../../runner/spawn.ts";

/** Promotions by service whose versions use each other, over a real history of tags. */

let from: EmbeddedRegistry;
let to: EmbeddedRegistry;
let shop: TestRepository;

const cart = (range: string) =>
	`name: cart\nimage: FROM/acme/cart\ntest: {unit: {run: "true"}}\nuses:\n  - {api: catalog-api, version: "${range}"}\n`;
const catalog = (version: string) =>
	`name: catalog\nimage: FROM/acme/catalog\ntest: {unit: {run: "true"}}\nprovides:\n  - {api: catalog-api, version: ${version}}\n`;

/** Both manifests at a commit, and its tags `service/vVERSION`, with an image of each in `from`. */
async function release(cartRange: string, catalogApi: string, tags: Record<string, string>): Promise<void> {
	shop.commit("feat: next", {
		"cart/sluice.service.yaml": cart(cartRange).replace("FROM", from.host),
		"catalog/sluice.service.yaml": catalog(catalogApi).replace("FROM", from.host),
	});
	for (const [service, version] of Object.entries(tags)) {
		shop.git("tag", `${service}/v${version}`);
		await pushImage(from.url, `staging/${service}`, version, `${service} ${version}`);
	}
}

beforeEach(async () => {
	from = await startRegistry();
	to = await startRegistry();
	shop = makeRepository({
		"sluice.yaml": `environments:\n  - {name: staging, registry: "${from.host}/staging"}\n  - {name: production, registry: "${to.host}/production"}\n`,
	});
	await release("^1.0.0", "1.0.0", { cart: "1.0.0", catalog: "1.0.0" });
	await release("^2.0.0", "2.0.0", { cart: "2.0.0", catalog: "2.0.0" });
});

afterEach(async () => {
	await from.close();
	await to.close();
	await shop[Symbol.asyncDispose]();
});

const promote = (versions: string, more: Record<string, string> = {}): Promise<ActionRun> =>
	spawnAction("promote", {
		directory: shop.directory,
		environment: { HOME: shop.directory },
		inputs: {
			services: versions
				.split(",")
				.map((each) => each.split("=")[0])
				.join(","),
			versions,
			from: "staging",
			to: "production",
			...more,
		},
	});

/** What is said of `uses`. */
const said = (run: ActionRun) =>
	run.result.problems.filter((each: { code: string }) => each.code.startsWith("uses-"));

/** The repositories whose tags were listed at the destination. */
const lists = () => to.requests.flatMap(({ path }) => /^\/v2\/(.*)\/tags\/list/.exec(path)?.[1] ?? []).sort();

describe("uses, before the plan stands", () => {
	it("holds the set against itself and against what is there, and refuses what breaks", async () => {
		expect((await promote("cart=1.0.0,catalog=1.0.0")).outputs.outcome).toBe("promoted");
		to.requests.length = 0;
		const alone = await promote("catalog=2.0.0");
		expect(alone.code).toBe(1);
		expect(alone.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(alone.result.problems.map((each: { code: string }) => each.code)).toEqual(["uses-broken"]);
		expect(alone.stdout).toContain(
			"cart 1.0.0 (there) uses api catalog-api ^1.0.0, but catalog 2.0.0 provides 2.0.0 (environment production)",
		);
		expect(to.requests.filter(({ method }) => method !== "GET" && method !== "HEAD")).toEqual([]);
		expect(await tagAt(to, "production/catalog", "2.0.0")).toBeUndefined();

		const together = await promote("cart=2.0.0,catalog=2.0.0");
		expect(together.outputs.outcome).toBe("promoted");
		expect(said(together)).toEqual([]);
	});

	it("warns of what it can't know, and goes on", async () => {
		const alone = await promote("cart=1.0.0");
		expect(alone.outputs.outcome).toBe("promoted");
		expect(said(alone)).toMatchObject([
			{
				severity: "warning",
				code: "uses-unknown",
				message: expect.stringContaining("catalog, which provides it"),
			},
		]);
		await pushImage(to.url, "production/catalog", "9.0.0", "from elsewhere");
		const unknown = await promote("cart=2.0.0");
		expect(unknown.outputs.outcome).toBe("promoted");
		expect(said(unknown)).toMatchObject([
			{ code: "uses-unknown", message: expect.stringContaining("catalog 9.0.0 (there)") },
		]);
	});

	it("warns of a service that is there under no release tag", async () => {
		await pushImage(to.url, "production/cart", "latest", "of any version");
		const run = await promote("catalog=2.0.0");
		expect(run.outputs.outcome).toBe("promoted");
		expect(said(run)).toMatchObject([
			{
				severity: "warning",
				code: "uses-unknown",
				message: expect.stringContaining("What cart of an unknown"),
			},
		]);
	});

	it("looks at what a version uses, whatever the manifest of today says", async () => {
		expect((await promote("catalog=1.0.0")).outputs.outcome).toBe("promoted");
		shop.commit("feat: alone", {
			"cart/sluice.service.yaml": cart("^2.0.0")
				.replace("FROM", from.host)
				.replace(/uses:.*/s, ""),
		});
		const run = await promote("cart=2.0.0");
		expect(run.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(said(run)).toMatchObject([
			{ code: "uses-broken", message: expect.stringContaining("catalog 1.0.0 (there) provides 1.0.0") },
		]);
	});

	it("asks a user whose manifest has dropped the use since: what runs there still uses it", async () => {
		expect((await promote("cart=1.0.0,catalog=1.0.0")).outputs.outcome).toBe("promoted");
		shop.commit("feat: alone", {
			"cart/sluice.service.yaml": cart("^1.0.0")
				.replace("FROM", from.host)
				.replace(/uses:.*/s, ""),
		});
		to.requests.length = 0;
		const broken = await promote("catalog=2.0.0");
		expect(broken.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(said(broken)).toMatchObject([
			{
				code: "uses-broken",
				message: expect.stringContaining("cart 1.0.0 (there) uses api catalog-api ^1.0.0"),
			},
		]);
		expect(lists()).toEqual(["production/cart", "production/catalog"]);
		expect(broken.result.requests.destination).toBe(to.requests.length);

		// What is provided stays as it is: nobody there can be broken by it.
		await pushImage(from.url, "staging/catalog", "1.0.1", "catalog 1.0.1");
		shop.git("tag", "catalog/v1.0.1", "catalog/v1.0.0");
		from.requests.length = 0;
		to.requests.length = 0;
		const same = await promote("catalog=1.0.1");
		expect(same.outputs.outcome).toBe("promoted");
		expect(lists()).toEqual(["production/catalog"]);
		expect(same.outputs.requests).toBe(String(from.requests.length + to.requests.length));
	});

	it("asks what a provider provides there, though no manifest of today does", async () => {
		expect((await promote("catalog=1.0.0")).outputs.outcome).toBe("promoted");
		shop.commit("feat: another API", {
			"cart/sluice.service.yaml": cart("^1.0.0")
				.replace("FROM", from.host)
				.replace("catalog-api", "goods-api"),
			// Its manifest of then lies elsewhere.
			"catalog/sluice.service.yaml": undefined,
			"goods/sluice.service.yaml": catalog("1.0.0")
				.replace("FROM", from.host)
				.replace("catalog-api", "goods-api"),
		});
		const run = await promote("cart=2.0.0");
		expect(run.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(said(run)).toMatchObject([
			{ code: "uses-broken", message: expect.stringContaining("catalog 1.0.0 (there) provides 1.0.0") },
		]);
	});

	it("takes an API where a version still provides it, though the manifests of today have handed it over", async () => {
		const goods = 'name: goods\nimage: FROM/acme/goods\ntest: {unit: {run: "true"}}\n'.replace(
			"FROM",
			from.host,
		);
		shop.commit("feat: goods", { "goods/sluice.service.yaml": goods });
		shop.git("tag", "goods/v1.0.0");
		await pushImage(from.url, "staging/goods", "1.0.0", "goods 1.0.0");
		shop.commit("feat: hand over", {
			"cart/sluice.service.yaml": cart("^1.0.0").replace("FROM", from.host),
			"catalog/sluice.service.yaml": catalog("1.0.0")
				.replace("FROM", from.host)
				.replace(/provides:.*/s, ""),
			"goods/sluice.service.yaml": `${goods}provides:\n  - {api: catalog-api, version: 1.0.0}\n`,
		});
		const set = await promote("catalog=1.0.0,goods=1.0.0");
		expect(set.outputs.outcome).toBe("promoted");
		const alone = await promote("cart=1.0.0");
		expect(alone.outputs.outcome).toBe("promoted");
		expect([...said(set), ...said(alone)]).toEqual([]);
	});

	it("refuses to drop an API that is used there, though no manifest of today names it", async () => {
		expect((await promote("cart=1.0.0,catalog=1.0.0")).outputs.outcome).toBe("promoted");
		shop.commit("feat: nothing of each other", {
			"cart/sluice.service.yaml": cart("^1.0.0")
				.replace("FROM", from.host)
				.replace(/uses:.*/s, ""),
			"catalog/sluice.service.yaml": catalog("1.0.0")
				.replace("FROM", from.host)
				.replace(/provides:.*/s, ""),
		});
		shop.git("tag", "catalog/v3.0.0");
		await pushImage(from.url, "staging/catalog", "3.0.0", "catalog 3.0.0");
		const dropped = await promote("catalog=3.0.0");
		expect(dropped.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(said(dropped)).toMatchObject([
			{ code: "uses-broken", message: expect.stringContaining("catalog 3.0.0 does not provide it") },
		]);
	});

	it("warns of a service whose tags one may not list, and says so of a registry that fails", async () => {
		const LIST = { method: "GET", path: "/v2/production/cart/tags/list" };
		to.inject({ ...LIST, action: { kind: "status", status: 403 } });
		const denied = await promote("catalog=1.0.0");
		expect(denied.outputs.outcome).toBe("promoted");
		expect(said(denied)).toMatchObject([
			{ severity: "warning", code: "uses-unknown", message: expect.stringContaining("denies access") },
		]);
		to.heal();
		to.inject({ ...LIST, action: { kind: "status", status: 400 } });
		const failed = await promote("catalog=2.0.0");
		expect(failed.result).toMatchObject({ outcome: "refused", cause: "outside" });
		expect(await tagAt(to, "production/catalog", "2.0.0")).toBeUndefined();
	});
});
