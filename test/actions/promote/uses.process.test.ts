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
});
