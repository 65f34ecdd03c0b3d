import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROMOTION_RECORD, promotionRecordSchema } from "#src/attest/promotion-record.js";
import { RUN, type SigstoreServer, startSigstore } from "../../attest/sigstore.ts";
import { type Manifest, pushImage } from "../../embedded-registry/content.ts";
import { type EmbeddedRegistry, startRegistry } from "../../embedded-registry/server.ts";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { referrersAt, tagAt, writesTo } from "../../promotion/fixture.ts";
import { type ActionRun, spawnAction } from "../../runner/spawn.ts";
import { makeEvidence, redEvidence, writeEvidence } from "../gate/evidence.ts";
import { writeLayout } from "./layout.ts";

/** The way of a tested digest: the gate attests it, staging asks for that, production asks for staging's record. */

let sigstore: SigstoreServer;
let built: EmbeddedRegistry;
let staging: EmbeddedRegistry;
let production: EmbeddedRegistry;
let repository: TestRepository;
let head: string;
let image: Manifest;

const TRUST =
	"repository: acme/shop\nworkflow: .github/workflows/deliver.yml\nref: refs/heads/main\ntrusted-root: root.json";

beforeAll(async () => {
	[sigstore, built, staging, production] = await Promise.all([
		startSigstore(),
		startRegistry(),
		startRegistry(),
		startRegistry(),
	]);
	image = await pushImage(built.url, "acme/shop/cart", "built", "cart");
	repository = makeRepository({
		".gitignore": "sluice-*/\nroot.json\n",
		"cart/sluice.service.yaml": `name: cart\nimage: ${built.host}/acme/shop/cart\ntest: {unit: make unit, e2e: make e2e}\n`,
		"sluice.yaml": `environments:
  - {name: staging, registry: "${staging.host}", require: [gate]}
  - {name: production, registry: "${production.host}", require: ["record:staging", gate]}
`,
	});
	head = repository.git("rev-parse", "HEAD");
	writeFileSync(join(repository.directory, "root.json"), sigstore.trustedRoot());
});

afterAll(async () => {
	await repository[Symbol.asyncDispose]();
	for (const each of [built, staging, production]) await each.close();
	await sigstore[Symbol.asyncDispose]();
});

function act(
	action: string,
	inputs: Record<string, string>,
	environment: Record<string, string> = {},
): Promise<ActionRun> {
	return spawnAction(action, {
		directory: repository.directory,
		inputs,
		event: "push",
		payload: { repository: { default_branch: "main", private: false } },
		environment: {
			HOME: repository.directory,
			GITHUB_SERVER_URL: "https://github.com",
			GITHUB_REPOSITORY: "acme/shop",
			GITHUB_SHA: head,
			GITHUB_REF: "refs/heads/main",
			GITHUB_RUN_ID: "100",
			GITHUB_RUN_ATTEMPT: "1",
			GITHUB_JOB: "gate",
			...environment,
		},
	});
}

const keyless = () => ({ sigstore: sigstore.instance });
const gate = (attest: string, more: Record<string, string> = {}, environment = sigstore.environment) =>
	act("gate", { services: '["cart"]', require: "e2e", attest, ...keyless(), ...more }, environment);
const promote = (from: string | undefined, to: string, more: Record<string, string> = {}) =>
	act(
		"promote",
		{
			...(from === undefined
				? { images: `${built.host}/acme/shop/cart:built`, tags: "1.0.0" }
				: { services: "cart", versions: "cart=1.0.0", from }),
			to,
			trust: TRUST,
			...keyless(),
			...more,
		},
		sigstore.environment,
	);

const level = (name: string) => makeEvidence({ commit: head, level: name, leg: `${name}-1`, job: name });
const attached = () => referrersAt(built, "acme/shop/cart", image.digest);

describe("the gate", { timeout: 120_000 }, () => {
	const own = () => `${built.host}/acme/shop/cart@${image.digest}`;

	it("writes nothing while it is closed, and says so", async () => {
		writeEvidence(
			repository,
			level("unit"),
			redEvidence({ commit: head, level: "e2e", leg: "e2e-1" }, { message: "no" }),
		);
		const run = await gate(own());
		expect(run.outputs.verdict).toBe("closed");
		expect(run.result.attestations).toEqual([]);
		expect(run.result.problems).toContainEqual({
			severity: "notice",
			code: "not-attested",
			message: "No image gets an attestation: the gate is closed",
		});
		expect(await attached()).toEqual([]);
		expect(sigstore.requests).toEqual([]);
	});

	it("fails loudly where an open verdict can't be signed or attached", async () => {
		writeEvidence(repository, level("unit"), level("e2e"));
		const unsigned = await gate(own(), { "fail-when-closed": "false" }, {});
		expect(unsigned.code).toBe(1);
		expect(unsigned.outputs.verdict).toBe("open");
		expect(unsigned.result.problems[0]).toMatchObject({ severity: "error", code: "no-signer" });
		expect(unsigned.result.problems[0].hint).toContain("id-token: write");
		expect(unsigned.stdout).toContain("(1 of 1 images not attested)");
		expect(unsigned.summary).toContain("**not attested**");
	});

	it("speaks http to a registry only where that is named", async () => {
		const plain = await pushImage(built.url, "acme/shop/plain", "1", "plain");
		// The name is nobody's: a proxy leads it to the registry.
		const proxy = createServer((request, response) => {
			const { pathname, search } = new URL(request.url ?? "");
			const { method, headers } = request;
			const to = {
				host: "127.0.0.1",
				port: new URL(built.url).port,
				path: pathname + search,
				method,
				headers,
			};
			const onward = forward(to, (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			});
			request.pipe(onward);
		}).listen(0, "127.0.0.1");
		await once(proxy, "listening");
		const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
		const { privateKey } = generateKeyPairSync("ed25519");
		const given = {
			services: '["cart"]',
			require: "e2e",
			attest: `registry.example:5000/acme/shop/plain@${plain.digest}`,
			"signing-key": String(privateKey.export({ type: "pkcs8", format: "pem" })),
		};
		const environment = { HTTP_PROXY: address, HTTPS_PROXY: address };
		try {
			writeEvidence(repository, level("unit"), level("e2e"));
			const named = await act(
				"gate",
				{ ...given, "insecure-registries": "registry.example:5000" },
				environment,
			);
			expect(named.code, named.stdout).toBe(0);
			expect(await referrersAt(built, "acme/shop/plain", plain.digest)).toHaveLength(1);
			const other = await act(
				"gate",
				{ ...given, "insecure-registries": "registry.example:5001" },
				environment,
			);
			expect(other.code).toBe(1);
			expect(other.result.attestations).toMatchObject([{ attestation: null }]);
		} finally {
			proxy.closeAllConnections();
			proxy.close();
		}
	});
});

describe("a tested digest", { timeout: 180_000 }, () => {
	it("goes on with its verdict, and with the record of each environment", async () => {
		const before = await promote(undefined, "staging");
		expect(before.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(before.result.problems[0]).toMatchObject({ code: "evidence-missing" });
		expect(before.stdout).toContain("lacks the required evidence 'gate'");

		const run = await gate(`${built.host}/acme/shop/cart@${image.digest}`);
		expect(run.stdout).toContain("gate open");
		expect(run.code).toBe(0);
		expect(run.result.attestations).toEqual([
			{
				image: `${built.host}/acme/shop/cart`,
				digest: image.digest,
				attestation: expect.stringMatching(/^sha256:/),
			},
		]);
		expect(await attached()).toEqual([run.result.attestations[0].attestation]);
		expect((run.stdout + run.stderr).replace(/::add-mask::.*/g, "")).not.toMatch(/eyJ|request-token/);

		for (const each of [built, staging, production]) each.requests.length = 0;
		const first = await promote(undefined, "staging");
		expect(first.stdout).toContain("promote promoted");
		expect(first.code).toBe(0);
		expect(first.result.images[0].evidence).toMatchObject([{ requirement: "gate" }]);
		expect(first.result.records).toMatchObject([
			{ environment: "staging", destination: `${staging.host}/shop/cart`, digest: image.digest },
		]);
		expect(first.summary).toContain("Promotion records (1)");
		expect(first.result.requests).toEqual({
			source: built.requests.length,
			destination: staging.requests.length,
		});

		staging.requests.length = 0;
		const again = await promote(undefined, "staging");
		expect(again.outputs.outcome).toBe("unchanged");
		expect(again.result.records).toEqual([]);
		expect(writesTo(staging)).toEqual([]);

		const last = await promote("staging", "production");
		expect(last.stdout).toContain("promote promoted");
		expect(last.result.images[0].evidence.map((each: { requirement: string }) => each.requirement)).toEqual([
			"record:staging",
			"gate",
		]);
		expect(await tagAt(production, "shop/cart", "1.0.0")).toBe(image.digest);
		const record = await recordOf(production, last.result.records[0].attestation);
		expect(promotionRecordSchema.parse(record)).toMatchObject({
			environment: "production",
			service: "cart",
			destination: `${production.host}/shop/cart`,
			tags: [{ tag: "1.0.0", before: null }],
			planDigest: last.outputs["plan-digest"],
			url: "https://github.com/acme/shop/actions/runs/100/attempts/1",
		});
	});

	it("carries its verdict in the layout that the build left, however often it is signed", async () => {
		const layout = join(repository.directory, "sluice-image", "cart");
		const left = writeLayout(layout, "layout", "1.1.0");
		const build = { commit: head, level: "build", leg: "build-1", job: "build", digest: left.digest };
		writeEvidence(repository, level("unit"), level("e2e"), makeEvidence(build));
		const call = { services: "cart", versions: "cart=1.1.0", to: "staging", trust: TRUST, ...keyless() };
		const before = await act("promote", call, sigstore.environment);
		expect(before.result).toMatchObject({ outcome: "refused", problems: [{ code: "evidence-missing" }] });

		for (let run = 0; run < 2; run++) {
			const { code, result } = await gate("built");
			expect(code).toBe(0);
			const { manifests } = JSON.parse(readFileSync(join(layout, "index.json"), "utf8"));
			expect(manifests.map(({ digest }: { digest: string }) => digest)).toEqual([
				left.digest,
				result.attestations[0].attestation,
			]);
		}
		const after = await act("promote", call, sigstore.environment);
		expect(after.result).toMatchObject({ outcome: "promoted", cause: null });
		expect(after.result.images[0].evidence).toMatchObject([{ requirement: "gate" }]);
		expect(await tagAt(staging, "shop/cart", "1.1.0")).toBe(left.digest);
		rmSync(join(repository.directory, "sluice-image"), { recursive: true });
		rmSync(join(repository.directory, "sluice-evidence"), { recursive: true });
		writeEvidence(repository, level("unit"), level("e2e"));
	});

	it("stays where another branch has taken the requirement out, or signs as another workflow", async () => {
		repository.git("switch", "--quiet", "--create", "topic");
		repository.commit("chore: no rules", {
			"sluice.yaml": `environments:\n  - {name: production, registry: "${production.host}"}\n`,
		});
		repository.git("remote", "add", "origin", repository.directory);
		const bare = await pushImage(built.url, "acme/shop/cart", "bare", "bare");
		const call = {
			images: `${built.host}/acme/shop/cart:bare`,
			tags: "9.9.9",
			to: "production",
			trust: TRUST,
		};
		const topic = repository.git("rev-parse", "HEAD");
		const run = await act("promote", call, { GITHUB_REF: "refs/heads/topic", GITHUB_SHA: topic });
		expect(run.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(run.result.problems.map((each: { message: string }) => /'(\S+)'/.exec(each.message)?.[1])).toEqual(
			["record:staging", "gate"],
		);
		expect(await tagAt(production, "shop/cart", "9.9.9")).toBeUndefined();

		repository.git("switch", "--quiet", "main");

		sigstore.claims = { ...RUN, workflow: "acme/shop/.github/workflows/evil.yml@refs/heads/main" };
		const forged = await gate(`${built.host}/acme/shop/cart@${bare.digest}`);
		expect(forged.code).toBe(0);
		sigstore.claims = { ...RUN };
		const refused = await act("promote", { ...call, to: "staging" });
		expect(refused.result.problems[0].message).toMatch(/signed by .*evil\.yml/);
	});

	it("is promoted by a key as well; a record that can't be attached is told loudly, and comes with the next run", async () => {
		const { privateKey, publicKey } = generateKeyPairSync("ed25519");
		const key = String(privateKey.export({ type: "pkcs8", format: "pem" }));
		writeFileSync(
			join(repository.directory, "root.json"),
			String(publicKey.export({ type: "spki", format: "pem" })),
		);
		const other = await pushImage(built.url, "acme/shop/cart", "key", "key");
		const signing = { "signing-key": key, sigstore: "" };
		const attested = await gate(`${built.host}/acme/shop/cart@${other.digest}`, signing, {});
		expect(attested.code).toBe(0);
		const call = {
			images: `${built.host}/acme/shop/cart:key`,
			tags: "2.0.0",
			to: "staging",
			trust: "key: root.json",
		};
		sigstore.broken.set("/api/v1/log/entries", 403);
		const run = await act("promote", { ...call, ...keyless() }, sigstore.environment);
		sigstore.broken.clear();
		// The table of ends: promoted is 0.
		expect(run.code).toBe(0);
		expect(run.outputs.outcome).toBe("promoted");
		expect(run.result.problems).toMatchObject([{ severity: "warning", code: "record-failed" }]);
		expect(run.result.records).toMatchObject([{ digest: other.digest, attestation: null }]);
		expect(run.stdout).toContain("1 of 1 records NOT attached");
		expect(run.stdout).toMatch(/^::warning.*the record of the promotion could not be attached/m);
		expect(run.summary).toContain("**The record of this promotion is missing on 1 image.**");
		expect(run.result.images[0].evidence).toMatchObject([{ signer: "root.json" }]);
		const unsigned = await act("promote", call);
		expect(unsigned.result.problems).toMatchObject([{ severity: "notice", code: "not-recorded" }]);
		const again = await act("promote", { ...call, ...signing });
		expect(again.outputs.outcome).toBe("unchanged");
		expect(again.result.records).toMatchObject([{ digest: other.digest, attestation: expect.any(String) }]);

		// An image that is named by itself is of the service whose manifest declares it.
		const manifest = readFileSync(join(repository.directory, "cart/sluice.service.yaml"), "utf8");
		repository.write({
			"cart/sluice.service.yaml": manifest.replace("{unit:", "{contract: make contract, unit:"),
		});
		const short = await act("promote", { ...call, tags: "3.0.0" });
		repository.write({ "cart/sluice.service.yaml": manifest });
		expect(short.result).toMatchObject({ outcome: "refused", cause: "rule" });
		expect(short.result.problems[0].message).toContain("it does not cover cart:contract");
		expect((run.stdout + again.stdout).replace(/::add-mask::.*/g, "")).not.toContain("PRIVATE KEY");
	});
});

/** The predicate of an attached bundle. */
async function recordOf(registry: EmbeddedRegistry, digest: string): Promise<unknown> {
	const get = async (path: string) => (await fetch(`${registry.url}/v2/shop/cart/${path}`)).json();
	const { layers, annotations } = (await get(`manifests/${digest}`)) as {
		layers: { digest: string }[];
		annotations: Record<string, string>;
	};
	expect(annotations["dev.sigstore.bundle.predicateType"]).toBe(PROMOTION_RECORD);
	const { dsseEnvelope } = (await get(`blobs/${layers[0]?.digest}`)) as { dsseEnvelope: { payload: string } };
	return JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8")).predicate;
}
