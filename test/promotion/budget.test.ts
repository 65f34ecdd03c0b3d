import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pushImage } from "../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { item, promote, pushSigned } from "./fixture.ts";

/** What it costs to promote again what stands there already: each request, on both sides. */

let from: EmbeddedRegistry;
let to: EmbeddedRegistry;

beforeAll(async () => {
	from = await startRegistry();
	to = await startRegistry();
	const unsigned = await pushImage(from.url, "acme/unsigned", "1.0.0", "unsigned");
	const { image } = await pushSigned(from, "acme/signed", "1.0.0", "signed");
	for (const [name, { digest }] of Object.entries({ unsigned, signed: image })) {
		const { outcome } = await promote([item(lineOf(name))]);
		if (outcome.kind !== "promoted") throw new Error(`${digest} was not promoted`);
	}
});

afterAll(async () => {
	await from.close();
	await to.close();
});

beforeEach(() => {
	from.requests.length = 0;
	to.requests.length = 0;
});

const lineOf = (name: string) => `${from.host}/acme/${name}:1.0.0 => ${to.host}/prod/${name}:1.0.0`;

const seenBy = ({ requests }: EmbeddedRegistry) =>
	requests.map(({ method, path }) => `${method} ${path.replace(/sha256:\w+|\?.*/g, "")}`).sort();

describe("an unchanged image", () => {
	it.each(["unsigned", "signed"])("costs two requests without referrers: %s", async (name) => {
		const { outcome, requests } = await promote([item(lineOf(name))], { referrers: false });
		expect(outcome).toEqual({ kind: "unchanged" });
		expect(seenBy(from)).toEqual([`HEAD /v2/acme/${name}/manifests/1.0.0`]);
		expect(seenBy(to)).toEqual([`HEAD /v2/prod/${name}/manifests/1.0.0`]);
		expect(requests).toEqual({ source: 1, destination: 1 });
	});

	it("costs one listing more on each side with referrers, and what refers to it is asked for too", async () => {
		const { outcome, requests } = await promote([item(lineOf("signed"))]);
		expect(outcome).toEqual({ kind: "unchanged" });
		const ofSignature = ["GET /v2/acme/signed/referrers/", "GET /v2/acme/signed/tags/list"];
		expect(seenBy(from)).toEqual([
			"GET /v2/acme/signed/referrers/",
			...ofSignature,
			"HEAD /v2/acme/signed/manifests/1.0.0",
		]);
		expect(seenBy(to)).toEqual(["GET /v2/prod/signed/referrers/", "HEAD /v2/prod/signed/manifests/1.0.0"]);
		expect(requests).toEqual({ source: 4, destination: 2 });
	});

	it("costs two listings where nothing refers to it, and none at the destination", async () => {
		const { outcome } = await promote([item(lineOf("unsigned"))]);
		expect(outcome).toEqual({ kind: "unchanged" });
		expect(seenBy(from)).toEqual([
			"GET /v2/acme/unsigned/referrers/",
			"GET /v2/acme/unsigned/tags/list",
			"HEAD /v2/acme/unsigned/manifests/1.0.0",
		]);
		expect(seenBy(to)).toEqual(["HEAD /v2/prod/unsigned/manifests/1.0.0"]);
	});

	it("of a set costs as much as alone, and a repository's tags are listed once", async () => {
		const other = lineOf("unsigned").replace("/prod/", "/other/");
		const set = () => promote([lineOf("signed"), lineOf("unsigned"), other].map((line) => item(line)));
		await set();
		from.requests.length = 0;
		to.requests.length = 0;
		const { outcome, requests } = await set();
		expect(outcome).toEqual({ kind: "unchanged" });
		expect(seenBy(from).filter((line) => line === "GET /v2/acme/unsigned/tags/list")).toHaveLength(1);
		expect(requests).toEqual({ source: 4 + 3 + 2, destination: 2 + 1 + 1 });
	});
});
