import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { act, evidence, shop } from "./shop.ts";

/** A Node program that writes an OCI layout of so many images, each with another manifest. */
const packer = (images: number, damage = "") => `
const { createHash } = require("node:crypto");
const { mkdirSync, writeFileSync } = require("node:fs");
const folder = process.env.SLUICE_IMAGE_LAYOUT;
mkdirSync(folder + "/blobs/sha256", { recursive: true });
const blob = (data) => {
	const hex = createHash("sha256").update(data).digest("hex");
	writeFileSync(folder + "/blobs/sha256/" + hex, data);
	return { digest: "sha256:" + hex, size: data.length };
};
const manifests = [];
for (let index = 0; index < ${images}; index++) {
	const config = { mediaType: "application/vnd.oci.image.config.v1+json", ...blob("{}") };
	const manifest = JSON.stringify({ schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json", config, layers: [], annotations: { n: String(index) } });
	manifests.push({ mediaType: "application/vnd.oci.image.manifest.v1+json", ...blob(manifest) });
}
writeFileSync(folder + "/oci-layout", JSON.stringify({ imageLayoutVersion: "1.0.0" }));
writeFileSync(folder + "/index.json", JSON.stringify({ schemaVersion: 2, manifests }));
${damage}
console.log(manifests[0]?.digest);
`;
const build = (command: string, image = "ghcr.io/acme/cart") =>
	`build: {run: '${command}'}\ntest: 'true'\nx-image: ${image}\n`;
const packs = (images: number, damage?: string) =>
	shop(build("node pack.cjs > digest.txt"), { "services/cart/pack.cjs": packer(images, damage) });

describe("a build that leaves an OCI layout", () => {
	it("gives the digest of its image", async () => {
		await using repository = packs(1);
		const run = await act(repository, { endpoint: "build", version: "1.0.0" });
		expect(run.stdout).not.toContain("::error");
		expect(run.code).toBe(0);
		const digest = readFileSync(join(repository.directory, "services/cart/digest.txt"), "utf8").trim();
		expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
		expect(run.outputs).toMatchObject({
			outcome: "passed",
			digest,
			"evidence-file": "sluice-evidence/cart.build.test.a2.json",
		});
		expect(run.result).toMatchObject({
			digest,
			layout: "sluice-image/cart",
			// The number is promised, not taken: the image's tag stays unique until it is published.
			image: expect.stringMatching(/^ghcr\.io\/acme\/cart:0\.1\.0-0\.dev\.1_detached\.g[0-9a-f]{12}$/),
		});
		expect(evidence(repository, run)).toMatchObject({
			level: "build",
			digest,
			outcome: "passed",
			version: "1.0.0",
		});
		expect(existsSync(join(repository.directory, "sluice-image/cart/index.json"))).toBe(true);
	});

	it("has the release's number as its tag where the commit carries the release", async () => {
		await using repository = packs(1);
		repository.git("tag", "cart/v1.0.0");
		const run = await act(repository, { endpoint: "build", version: "1.0.0" });
		expect(run.result).toMatchObject({ version: "1.0.0", image: "ghcr.io/acme/cart:1.0.0" });
	});

	it("never that of an earlier build", async () => {
		await using repository = packs(1);
		await act(repository, { endpoint: "build", version: "1.0.0" });
		repository.commit("feat: builds nothing", {
			"services/cart/pack.cjs": "",
			"services/cart/sluice.service.yaml": "name: cart\nbuild: 'true'\ntest: 'true'\n",
		});
		const run = await act(repository, { endpoint: "build", version: "1.0.1" });
		expect(run.code).toBe(1);
		expect(run.outputs.digest).toBe("");
		expect(run.result.reason).toBe("the build left no image: SLUICE_IMAGE_LAYOUT holds none");
	});

	it("of several images is an error", async () => {
		await using repository = packs(2);
		const run = await act(repository, { endpoint: "build", version: "1.0.0" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("ambiguous-layout");
		expect(evidence(repository, run)).toMatchObject({ outcome: "failed", digest: null });
	});

	it("whose manifest is not what its digest says is an error", async () => {
		await using repository = packs(
			1,
			`writeFileSync(folder + "/blobs/sha256/" + manifests[0].digest.slice(7), "x".repeat(manifests[0].size));`,
		);
		const run = await act(repository, { endpoint: "build", version: "1.0.0" });
		expect(run.code).toBe(1);
		expect(run.outputs).toMatchObject({ outcome: "failed", digest: "" });
	});

	it("and then fails has built nothing", async () => {
		await using repository = shop(build("node pack.cjs; exit 2"), { "services/cart/pack.cjs": packer(1) });
		const run = await act(repository, { endpoint: "build", version: "1.0.0" });
		expect(run.code).toBe(1);
		expect(run.outputs.digest).toBe("");
		expect(evidence(repository, run)).toMatchObject({ outcome: "failed", digest: null, exitCode: 2 });
	});
});

describe("a build that pushes", () => {
	const body = JSON.stringify({
		schemaVersion: 2,
		mediaType: "application/vnd.oci.image.manifest.v1+json",
		layers: [],
	});
	const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
	const registry = async (tag: string) => {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(`${request.method} ${request.url}`);
			if (request.url !== `/v2/acme/cart/manifests/${tag}`) return void response.writeHead(404).end();
			response.writeHead(200, {
				"content-type": "application/vnd.oci.image.manifest.v1+json",
				"content-length": Buffer.byteLength(body),
				"docker-content-digest": digest,
			});
			response.end(request.method === "HEAD" ? undefined : body);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		return {
			asked,
			host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
			[Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
		};
	};

	it("gives the digest that the registry has", async () => {
		await using server = await registry("1.0.0_b.1");
		await using repository = shop("", {
			"services/cart/sluice.service.yaml": `name: cart\nimage: "${server.host}/acme/cart"\nbuild: 'true'\ntest: 'true'\n`,
		});
		const run = await act(
			repository,
			{ endpoint: "build", version: "1.0.0+b.1" },
			{ DOCKER_CONFIG: repository.directory },
		);
		expect(run.outputs).toMatchObject({ outcome: "passed", digest });
		expect(run.result.layout).toBeNull();
		expect(server.asked).toEqual(["HEAD /v2/acme/cart/manifests/1.0.0_b.1"]);
	});

	it("and has not pushed is an error", async () => {
		await using server = await registry("other");
		await using repository = shop("", {
			"services/cart/sluice.service.yaml": `name: cart\nimage: "${server.host}/acme/cart"\nbuild: 'true'\ntest: 'true'\n`,
		});
		const run = await act(
			repository,
			{ endpoint: "build", version: "1.0.0" },
			{ DOCKER_CONFIG: repository.directory },
		);
		expect(run.code).toBe(1);
		expect(run.result.reason).toContain(`and ${server.host}/acme/cart:0.1.0-0.dev.1_detached.`);
	});
});
