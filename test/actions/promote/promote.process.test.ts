import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pushImage } from "../../embedded-registry/content.ts";
import type { FaultAction } from "../../embedded-registry/faults.ts";
import { type EmbeddedRegistry, startRegistry } from "../../embedded-registry/server.ts";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { tagAt, writesTo } from "../../promotion/fixture.ts";
import { type ActionRun, actionEntry, spawnAction } from "../../runner/spawn.ts";
import { writeLayout } from "./layout.ts";

let from: EmbeddedRegistry;
let to: EmbeddedRegistry;
let folder: string;

beforeEach(async () => {
	from = await startRegistry();
	to = await startRegistry();
	folder = mkdtempSync(join(tmpdir(), "sluice-promote-"));
});

afterEach(async () => {
	await from.close();
	await to.close();
	rmSync(folder, { recursive: true, force: true });
});

const promote = (inputs: Record<string, string>, directory = folder): Promise<ActionRun> =>
	spawnAction("promote", { inputs, directory, environment: { HOME: directory } });

describe("promote by images, outside of git and without a manifest", () => {
	it("promotes, shows it, and does nothing the second time", async () => {
		const image = await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const old = await pushImage(to.url, "cart", "latest", "old");
		const inputs = {
			images: `${from.host}/acme/cart:1.0.0 => ${to.host}/cart`,
			tags: "1.0.0, latest",
			"move-tags": "latest",
		};
		const dry = await promote({ ...inputs, "dry-run": "true" });
		expect(dry.outputs).toMatchObject({ outcome: "planned", bytes: "0" });
		expect(await tagAt(to, "cart", "latest")).toBe(old.digest);

		const run = await promote({ ...inputs, "plan-digest": dry.outputs["plan-digest"] ?? "" });
		expect(run.stdout).toContain("promote promoted: 1 image, 2 tags set");
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({
			outcome: "promoted",
			digests: JSON.stringify({ cart: image.digest }),
			"plan-digest": dry.outputs["plan-digest"],
		});
		expect(run.summary).toMatch(/^### promote: promoted/);
		expect(run.result).toMatchObject({ schema: "promote.result.v1", cause: null, residue: [] });
		expect(await tagAt(to, "cart", "latest")).toBe(image.digest);
		expect(existsSync(join(folder, "sluice-promotion.journal.json"))).toBe(false);

		to.requests.length = 0;
		const again = await promote(inputs);
		expect(again.outputs.outcome).toBe("unchanged");
		expect(again.code).toBe(0);
		expect(writesTo(to)).toEqual([]);
	});

	it("reads an OCI layout, its only name being the tag", async () => {
		const image = writeLayout(join(folder, "image"), "layout", "2.0.0");
		const run = await promote({ images: `oci-layout:image => ${to.host}/cart` });
		expect(run.outputs.outcome).toBe("promoted");
		expect(await tagAt(to, "cart", "2.0.0")).toBe(image.digest);
	});

	it("takes the environment from the settings, there too", async () => {
		writeFileSync(
			join(folder, "sluice.yaml"),
			`environments:\n  - {name: prod, registry: "${to.host}/eu"}\n`,
		);
		const image = await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const run = await promote({ images: `${from.host}/acme/cart:1.0.0`, to: "prod" });
		expect(run.outputs.outcome).toBe("promoted");
		expect(await tagAt(to, "eu/cart", "1.0.0")).toBe(image.digest);
		const unknown = await promote({ images: `${from.host}/acme/cart:1.0.0`, to: "prd" });
		expect(unknown.code).toBe(1);
		expect(unknown.result).toMatchObject({ outcome: "refused", cause: "request" });
		expect(unknown.stdout).toContain("Did you mean 'prod'?");
	});

	it("needs no default branch where no environment is named, and holds the checkout's to the destinations", async () => {
		await using shop = makeRepository({
			"sluice.yaml": `environments:\n  - {name: prod, registry: "${to.host}/eu", require: [gate]}\n`,
		});
		shop.git("checkout", "--quiet", "--detach");
		shop.git("branch", "--quiet", "-D", "main");
		await pushImage(from.url, "acme/cart", "1", "cart");
		const go = (inputs: Record<string, string>) =>
			spawnAction("promote", {
				inputs,
				directory: shop.directory,
				event: "push",
				payload: { repository: { default_branch: "main" } },
				environment: {
					HOME: shop.directory,
					GITHUB_REF: "refs/tags/v1",
					GITHUB_SHA: shop.git("rev-parse", "HEAD"),
				},
			});
		const images = `${from.host}/acme/cart:1 => ${to.host}/lab/cart:1`;
		const run = await go({ images });
		expect(run.outputs.outcome).toBe("promoted");
		expect(run.stdout).toContain("those of the checkout are held against the destinations");
		const inside = await go({ images: images.replace("/lab/", "/eu/") });
		expect(inside.result.problems).toMatchObject([{ code: "environment-bypassed" }]);
		const named = await go({ images: images.replace(/ =>.*/, ""), to: "prod" });
		expect(named.result.problems).toMatchObject([{ code: "default-branch-unknown" }]);
	});

	it("refuses a destination outside of the environment, before a record can say that it went there", async () => {
		writeFileSync(
			join(folder, "sluice.yaml"),
			`environments:\n  - {name: staging, registry: "${from.host}/eu"}\n`,
		);
		await pushImage(from.url, "acme/cart", "1", "cart");
		const images = `${from.host}/acme/cart:1 => ${to.host}/lab/cart:1`;
		const run = await promote({ images, to: "staging" });
		expect(run.result).toMatchObject({ cause: "request", problems: [{ code: "destination-outside" }] });
		expect(run.result.problems[0]?.message).toContain(
			`${to.host}/lab/cart is not in the environment "staging", whose registry is ${from.host}/eu`,
		);
		expect(writesTo(to)).toEqual([]);
	});

	it("refuses a destination in an environment that requires evidence, which it does not ask for", async () => {
		const environment = `{name: prod, registry: "${to.host}/live", require: [gate]}`;
		writeFileSync(join(folder, "sluice.yaml"), `environments:\n  - ${environment}\n`);
		await pushImage(from.url, "acme/cart", "1", "cart");
		const run = await promote({ images: `${from.host}/acme/cart:1 => ${to.host}/live/cart:2` });
		expect(run.result).toMatchObject({ cause: "request", problems: [{ code: "environment-bypassed" }] });
		expect(writesTo(to)).toEqual([]);
	});

	it.each([
		[
			"a missing source",
			"HOST/acme/nothing:1 => DEST/x:1",
			"not-found",
			"request",
			"The source can't be used",
		],
		[
			"an unreachable source",
			"127.0.0.1:1/a:1 => DEST/x:1",
			"registry-unreachable",
			"outside",
			"The source can't be used",
		],
		[
			"an unreachable destination",
			"HOST/acme/cart:1 => 127.0.0.1:1/x:1",
			"registry-unreachable",
			"outside",
			"The destination can't be used",
		],
		[
			"a tag with another digest",
			"HOST/acme/cart:1 => DEST/taken:1",
			"tag-exists",
			"rule",
			"exists with another digest",
		],
	])("refuses %s before anything is written", { timeout: 120_000 }, async (_, line, code, cause, text) => {
		await pushImage(from.url, "acme/cart", "1", "cart");
		await pushImage(to.url, "taken", "1", "taken");
		to.requests.length = 0;
		const run = await promote({ images: line.replace("HOST", from.host).replace("DEST", to.host) });
		expect(run.code).toBe(1);
		expect(run.outputs).toMatchObject({ outcome: "refused", digests: "{}" });
		expect(run.result.problems[0]).toMatchObject({ code });
		expect(run.result.cause).toBe(cause);
		expect(run.stdout).toContain(text);
		expect(writesTo(to)).toEqual([]);
	});

	it("asks for a gate's verdict there, too", async () => {
		await pushImage(from.url, "acme/cart", "1", "cart");
		const { publicKey } = generateKeyPairSync("ed25519");
		const run = await promote({
			images: `${from.host}/acme/cart:1 => ${to.host}/cart:1`,
			require: "gate",
			trust: JSON.stringify({ key: publicKey.export({ type: "spki", format: "pem" }) }),
		});
		expect(run.result).toMatchObject({
			outcome: "refused",
			cause: "rule",
			problems: [{ code: "evidence-missing" }],
		});
	});

	it("refuses an unparsable name with the input and the fix", async () => {
		const run = await promote({ images: "ghcr.io/Acme//x:1 => b/c:1" });
		expect(run.code).toBe(1);
		expect(run.stdout).toMatch(/::error.*cannot be read/);
	});
});

describe("credentials", () => {
	const LOGIN = (host: string, password: string) =>
		`- {registry: "${host}", username: u, password: ${password}}`;

	it("go to the side that asks for them, and wrong ones name that side", async () => {
		await using locked = await startRegistry({
			auth: { kind: "basic", username: "u", password: "hunter2-secret" },
		});
		const image = await pushImage(from.url, "acme/cart", "1", "cart");
		const images = `${from.host}/acme/cart:1 => ${locked.host}/cart:1`;

		const without = await promote({ images });
		expect(without.result.problems[0]).toMatchObject({ code: "registry-unauthorized" });
		expect(without.stdout).toContain(`The destination can't be used: ${locked.host}`);

		const wrong = await promote({ images, "registry-auth": LOGIN(locked.host, "wrong-secret") });
		expect(wrong.code).toBe(1);
		expect(wrong.outputs.outcome).toBe("refused");
		expect(wrong.result.cause).toBe("outside");
		expect(wrong.stdout).toContain("The destination can't be used");
		expect(wrong.stdout.replace(/::add-mask::.*/g, "")).not.toContain("wrong-secret");
		expect(JSON.stringify(wrong.result)).not.toContain("wrong-secret");

		const right = await promote({ images, "registry-auth": LOGIN(locked.host, "hunter2-secret") });
		expect(right.outputs.outcome).toBe("promoted");
		expect(right.outputs.digests).toBe(JSON.stringify({ cart: image.digest }));
		expect(from.requests.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
	});
});

describe("promote by services", () => {
	let repository: TestRepository;
	let head: string;

	beforeEach(() => {
		repository = makeRepository();
		head = repository.commit("feat: first", {
			"cart/sluice.service.yaml": `name: cart\nimage: ${from.host}/acme/shop/cart\ntest: make\npromote: {tags: ["{version}", "{sha}", latest], move-tags: [latest]}\n`,
			"catalog/sluice.service.yaml": `name: catalog\nimage: ${from.host}/acme/shop/catalog\ntest: make\n`,
			"own/sluice.service.yaml": `name: own\nimage: ${from.host}/acme/own\ntest: make\npromote: ./x.sh\n`,
			"sluice.yaml": `environments:\n  - {name: staging, registry: "${from.host}/staging"}\n  - {name: production, registry: "${to.host}"}\n  - {name: locked, registry: "${to.host}/locked", require: [gate]}\n  - {name: twin, registry: "${from.host}/staging/"}\n`,
			".gitignore": "sluice-*\n!sluice.yaml\n!sluice.service.yaml\n",
		});
	});

	afterEach(async () => {
		await repository[Symbol.asyncDispose]();
	});

	const evidence = (service: string, digest: string | null, more: object = {}) => {
		const value = {
			...{
				schema: "evidence.v1",
				service,
				level: "build",
				leg: "main",
				legs: 1,
				commit: head,
				run: "1",
				attempt: 1,
			},
			...{ job: "build", outcome: "passed", reason: "built", exitCode: 0, version: null, digest },
			...{ declares: { results: false, coverage: false }, tests: null, notable: [], notableLeft: 0 },
			...{ coverage: null, output: null },
			...more,
		};
		repository.write({
			[`sluice-evidence/${service}.build.main.a${value.attempt}.json`]: JSON.stringify(value),
		});
	};

	it("promotes what the build left, from its layout or by its digest", async () => {
		const cart = writeLayout(join(repository.directory, "sluice-image", "cart"), "cart");
		const catalog = await pushImage(from.url, "acme/shop/catalog", "whatever", "catalog");
		evidence("cart", cart.digest);
		evidence("catalog", catalog.digest);
		const run = await promote(
			{
				services: '["cart","catalog"]',
				to: "production",
				versions: '{"cart":"1.2.3","catalog":"2.0.0-0.main.1+main.gabc","own":"1.0.0"}',
			},
			repository.directory,
		);
		expect(run.stdout).toContain("promote promoted");
		expect(JSON.parse(run.outputs.digests ?? "")).toEqual({ cart: cart.digest, catalog: catalog.digest });
		expect(await tagAt(to, "shop/cart", "1.2.3")).toBe(cart.digest);
		expect(await tagAt(to, "shop/cart", head)).toBe(cart.digest);
		expect(await tagAt(to, "shop/cart", "latest")).toBe(cart.digest);
		expect(await tagAt(to, "shop/catalog", "2.0.0-0.main.1_main.gabc")).toBe(catalog.digest);
	});

	it("has this commit's versions where none are given, and without evidence its image under that tag", async () => {
		repository.git("tag", "catalog/v1.0.0");
		const catalog = await pushImage(from.url, "acme/shop/catalog", "1.0.0", "catalog");
		const run = await promote({ services: "catalog", to: "production" }, repository.directory);
		expect(run.outputs.outcome).toBe("promoted");
		expect(await tagAt(to, "shop/catalog", "1.0.0")).toBe(catalog.digest);
	});

	it("comes from an environment under the version, with the version's own commit", async () => {
		const cart = await pushImage(from.url, "staging/shop/cart", "1.0.0", "cart");
		repository.git("tag", "cart/v1.0.0");
		const later = repository.commit("feat: second", { "cart/x": "1" });
		const inputs = { services: "cart", versions: "cart=1.0.0", from: "staging", to: "production" };
		const run = await promote(inputs, repository.directory);
		expect(run.outputs.outcome).toBe("promoted");
		expect(await tagAt(to, "shop/cart", head)).toBe(cart.digest);
		expect(await tagAt(to, "shop/cart", later)).toBeUndefined();
	});

	it("gets other tags where it is, if they are asked for", async () => {
		const cart = await pushImage(from.url, "staging/shop/cart", "1.0.0", "cart");
		const inputs = { services: "cart", versions: "cart=1.0.0", from: "staging", to: "twin", tags: "live" };
		expect((await promote(inputs, repository.directory)).outputs.outcome).toBe("promoted");
		expect(await tagAt(from, "staging/shop/cart", "live")).toBe(cart.digest);
	});

	it("is found in an environment under the tag that the manifest makes of the version", async () => {
		const manifest = "catalog/sluice.service.yaml";
		const text = `name: catalog\nimage: ${from.host}/acme/shop/catalog\ntest: make\n`;
		repository.commit("chore: tags", { [manifest]: `${text}promote: {tags: ["v{version}"]}\n` });
		repository.git("tag", "catalog/v1.0.0");
		const image = await pushImage(from.url, "acme/shop/catalog", "1.0.0", "catalog");
		const set = { services: "catalog", versions: "catalog=1.0.0" };
		evidence("catalog", image.digest, { commit: repository.git("rev-parse", "HEAD") });
		expect((await promote({ ...set, to: "staging" }, repository.directory)).outputs.outcome).toBe("promoted");
		expect(await tagAt(from, "staging/shop/catalog", "v1.0.0")).toBe(image.digest);
		const on = await promote({ ...set, from: "staging", to: "production" }, repository.directory);
		expect(on.outputs.outcome).toBe("promoted");
		expect(await tagAt(to, "shop/catalog", "v1.0.0")).toBe(image.digest);
	});

	it("refuses a layout that is not what was built", async () => {
		const other = writeLayout(join(repository.directory, "sluice-image", "cart"), "another build");
		evidence("cart", `sha256:${"a".repeat(64)}`);
		const run = await promote(
			{ services: "cart", to: "production", versions: "cart=1.2.3" },
			repository.directory,
		);
		expect(run.result).toMatchObject({
			outcome: "refused",
			cause: "rule",
			problems: [{ code: "built-digest-differs" }],
		});
		expect(run.stdout).toContain(other.digest);
		expect(writesTo(to)).toEqual([]);
	});

	it.each([
		[
			"an environment that requires evidence",
			{ services: "cart", to: "locked", versions: "cart=1.2.3" },
			"trust-missing",
			"request",
		],
		[
			"an environment that is where they are, by another name",
			{ services: "cart", from: "staging", to: "twin", versions: "cart=1.2.3" },
			"from-is-to",
			"request",
		],
		["an unknown service", { services: "crat", to: "production" }, "unknown-service", "request"],
		["an unknown environment", { services: "cart", to: "produktion" }, "unknown-environment", "request"],
		[
			"a service with a command of its own",
			{ services: "own", to: "production" },
			"promote-is-command",
			"request",
		],
		[
			"a version of no service",
			{ services: "cart", to: "production", versions: "crat=1.0.0" },
			"invalid-versions",
			"request",
		],
		[
			"a service without a version",
			{ services: "cart", to: "production", versions: "catalog=1.0.0" },
			"version-missing",
			"request",
		],
		[
			"images, too, into an environment that requires evidence",
			{ images: "a.io/b:1", to: "locked" },
			"trust-missing",
			"request",
		],
	])("refuses %s", async (_, inputs, code, cause) => {
		const run = await promote(inputs as unknown as Record<string, string>, repository.directory);
		expect(run.code).toBe(1);
		expect(run.result).toMatchObject({ outcome: "refused", cause, problems: [{ code }] });
		expect(to.requests).toEqual([]);
	});

	it("refuses evidence of another commit, and a failed build", async () => {
		evidence("cart", `sha256:${"a".repeat(64)}`, { commit: "f".repeat(40) });
		const inputs = { services: "cart", to: "production", versions: "cart=1.2.3" };
		expect((await promote(inputs, repository.directory)).result.problems[0]).toMatchObject({
			code: "build-of-another-commit",
		});
		evidence("cart", null, { outcome: "failed" });
		expect((await promote(inputs, repository.directory)).result.problems[0]).toMatchObject({
			code: "build-not-passed",
		});
		repository.write({ "sluice-evidence/cart.build.main.a1.json": "{" });
		expect((await promote(inputs, repository.directory)).result.problems[0]).toMatchObject({
			code: "evidence-invalid",
		});
	});
});

describe("a process that is stopped while it sets tags", () => {
	async function stopped(
		signal: NodeJS.Signals,
		slow: string,
		action: FaultAction = { kind: "delay", ms: 1500 },
	): Promise<{ code: number | null; stdout: string }> {
		const image = `${from.host}/acme/cart:1.0.0 => ${to.host}/cart`;
		// One tag is slow: the process is stopped while it waits for it, with those before it set already.
		to.inject({ method: "PUT", path: new RegExp(`manifests/${slow}$`), action });
		const child = spawn(process.execPath, [actionEntry("promote")], {
			cwd: folder,
			env: {
				PATH: process.env.PATH,
				HOME: folder,
				GITHUB_WORKSPACE: folder,
				RUNNER_TEMP: folder,
				INPUT_IMAGES: image,
				INPUT_TAGS: "latest,1.0.0,zz",
				"INPUT_MOVE-TAGS": "latest",
				INPUT_CONCURRENCY: "1",
			},
		});
		let stdout = "";
		child.stdout.on("data", (chunk: Buffer) => {
			stdout += chunk.toString("utf8");
		});
		const closed = new Promise<number | null>((done) => child.on("close", done));
		const deadline = Date.now() + 20_000;
		while (!to.requests.some(({ method, path }) => method === "PUT" && path.endsWith(`/${slow}`))) {
			if (Date.now() > deadline) throw new Error(`no tag was set: ${stdout}`);
			await wait(20);
		}
		child.kill(signal);
		return { code: await closed, stdout };
	}

	it("by SIGTERM puts them back and says so", async () => {
		await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const old = await pushImage(to.url, "cart", "latest", "old");
		const { code, stdout } = await stopped("SIGTERM", "1.0.0");
		expect(stdout).toContain("promote rolled-back");
		expect(stdout).toContain("The promotion was stopped by SIGTERM");
		expect(code).toBe(1);
		expect(await tagAt(to, "cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "cart", "1.0.0")).toBeUndefined();
		expect(await tagAt(to, "cart", "zz")).toBeUndefined();
	});

	it("by SIGINT with the last tag on its way finishes: all tags stand", async () => {
		const image = await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const { code, stdout } = await stopped("SIGINT", "zz");
		expect(stdout).toContain("promote promoted");
		expect(code).toBe(0);
		for (const tag of ["latest", "1.0.0", "zz"]) expect(await tagAt(to, "cart", tag)).toBe(image.digest);
	});

	it("by SIGINT does not wait for a registry that hangs", async () => {
		await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const old = await pushImage(to.url, "cart", "latest", "old");
		const { code, stdout } = await stopped("SIGINT", "1.0.0", { kind: "hang" });
		expect(stdout).toContain("promote rolled-back: 1 tag put back");
		expect(stdout).toContain("gave no answer, and the run was cancelled meanwhile");
		expect(code).toBe(1);
		expect(await tagAt(to, "cart", "latest")).toBe(old.digest);
		expect(await tagAt(to, "cart", "1.0.0")).toBeUndefined();
	});

	it("by SIGKILL leaves a journal from which the same command converges", async () => {
		const image = await pushImage(from.url, "acme/cart", "1.0.0", "cart");
		const old = await pushImage(to.url, "cart", "latest", "old");
		await stopped("SIGKILL", "zz");
		const journal = join(folder, "sluice-promotion.journal.json");
		expect(JSON.parse(readFileSync(journal, "utf8"))).toMatchObject({
			schema: "promotion-journal.v1",
			images: [
				{
					tags: [
						{ tag: "latest", before: old.digest },
						{ tag: "1.0.0", before: null },
						{ tag: "zz", before: null },
					],
				},
			],
		});
		to.heal();
		const run = await promote({
			images: `${from.host}/acme/cart:1.0.0 => ${to.host}/cart`,
			tags: "latest,1.0.0,zz",
			"move-tags": "latest",
		});
		expect(["promoted", "unchanged"]).toContain(run.outputs.outcome);
		for (const tag of ["latest", "1.0.0", "zz"]) expect(await tagAt(to, "cart", tag)).toBe(image.digest);
		expect(existsSync(journal)).toBe(false);
	});
});
