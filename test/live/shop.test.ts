import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRegistry } from "../../scripts/demo/registries.ts";
import { mergeFeature } from "../../scripts/demo/shop.ts";
import type { ActResult } from "../workflows/act-log.ts";
import { makeHostedShop, makeSuite, type Suite, trustOf } from "./shop-repository.ts";
import { actionStep, builtDigests, legs, outputsOf, resultsOf } from "./shop-runs.ts";

/** The three ways of use, by the bundles of dist/: actions by reference, reusable workflows, and by hand. */

const TIMEOUT = 300_000;

let suite: Suite;
beforeAll(async () => {
	suite = await makeSuite();
});
afterAll(() => suite?.[Symbol.asyncDispose]());

const all = (names: readonly string[], result: ActResult) =>
	Object.fromEntries(names.map((name) => [name, result]));
const commitOf = (version: string | undefined) => /\+.*\bg([0-9a-f]{12})$/.exec(version ?? "")?.[1];

test(
	"by reference: a pull request is green",
	async () => {
		await using hosted = await makeHostedShop(suite);
		const { shop, services } = hosted;
		const run = await hosted.run("ci.yml", "pull_request", { payload: hosted.openPullRequest() });
		expect(run.code, run.output).toBe(0);
		expect(resultsOf(run)).toEqual(
			all(["plan", ...legs("test", services), "gate", "e2e checkout e2e", "verdict"], "success"),
		);
		const plan = outputsOf(run, "plan", "plan");
		expect(JSON.parse(plan.services ?? "")).toEqual(services);
		expect(plan["base-resolved"]).toBe("true");
		// The branch's commit names the build, not GitHub's merge commit, which is gone after the next push.
		const versions = JSON.parse(outputsOf(run, "plan", "version").versions ?? "");
		expect(versions.checkout).toMatch(/^1\.1\.0-.*\bpr\.7\b.*\+feature-shelves\b/);
		expect(commitOf(versions.checkout)).toBe(
			shop.repository.git("rev-parse", "feature/shelves").slice(0, 12),
		);
		// What the base side has already is no added line.
		expect(outputsOf(run, "gate", "gate")).toMatchObject({
			verdict: "open",
			failed: "0",
			"patch-coverage": "100.00",
		});
		const tests = (job: string) => Number(outputsOf(run, job, "gate").tests);
		expect(tests("gate")).toBeGreaterThan(60);
		expect(tests("verdict")).toBe(tests("gate") + 4);
	},
	TIMEOUT,
);

test(
	"by reference: a push to main is green",
	async () => {
		await using hosted = await makeHostedShop(suite);
		const { shop, services } = hosted;
		mergeFeature(shop);
		const run = await hosted.run("ci.yml", "push");
		expect(run.code, run.output).toBe(0);
		expect(resultsOf(run)).toEqual(
			all(["plan", ...legs("test", services), "gate", "e2e checkout e2e", "verdict"], "success"),
		);
		const versions = JSON.parse(outputsOf(run, "plan", "version").versions ?? "");
		expect(versions.catalog).toBe(`1.1.0-0.main.1+main.g${shop.commit.slice(0, 12)}`);
		expect(outputsOf(run, "verdict", "gate")).toMatchObject({ verdict: "open", open: "true" });
		// The commands got the versions that the job `plan` made.
		const unit = actionStep(run, "test", "run", { service: "catalog", level: "unit" });
		expect(unit.annotations).toEqual([]);
		expect(unit.summary).toContain(`version <code>${versions.catalog}</code>`);
	},
	TIMEOUT,
);

test(
	"by reference: a broken unit test closes the gate, and no end-to-end test starts",
	async () => {
		await using hosted = await makeHostedShop(suite, "unit");
		mergeFeature(hosted.shop);
		const run = await hosted.run("ci.yml", "push");
		expect(run.code, run.output).toBe(1);
		expect(resultsOf(run)).toEqual({
			...all(["plan", ...legs("test", hosted.services)], "success"),
			"test checkout unit": "failure",
			gate: "failure",
			"e2e checkout e2e": "skipped",
			verdict: "failure",
		});
		for (const job of ["gate", "verdict"]) {
			const gate = actionStep(run, job, "gate");
			expect(gate.result).toBe("failure");
			expect(Object.fromEntries(gate.outputs)).toMatchObject({
				verdict: "closed",
				open: "false",
				failed: "2",
			});
			expect(gate.outputs.get("reason")).toMatch(
				/^checkout unit\b.*: 2 tests failed\b.*ten pieces have the bulk discount/,
			);
			expect(gate.annotations.map(({ message }) => message).join("\n")).toContain(
				"ten pieces have the bulk discount",
			);
			expect(gate.summary).toMatch(/^### gate: closed ❌$/m);
		}
	},
	TIMEOUT,
);

test(
	"by reference: an outage of the world outside holds, and blocks nobody",
	async () => {
		await using hosted = await makeHostedShop(suite);
		mergeFeature(hosted.shop);
		hosted.tellJobTotal("ci.yml", legs("test", hosted.services).length);
		const env = { SHOP_EXCHANGE_RATE_HOST: "rates.example.com" };
		const run = await hosted.run("ci.yml", "push", { env });
		expect(resultsOf(run), run.output).toEqual({
			...all(["plan", ...legs("test", hosted.services)], "success"),
			"test checkout integration": "failure",
			gate: "success",
			"e2e checkout e2e": "skipped",
			verdict: "success",
		});
		for (const job of ["gate", "verdict"]) {
			const outputs = outputsOf(run, job, "gate");
			expect(outputs).toMatchObject({ verdict: "held", open: "false" });
			expect(outputs.reason).toMatch(/^checkout integration\b/);
		}
	},
	TIMEOUT,
);

test(
	"reusable: a pull request is built, tested and tested end to end as it was built",
	async () => {
		await using hosted = await makeHostedShop(suite);
		const { services } = hosted;
		const run = await hosted.run("pull-request.yml", "pull_request", { payload: hosted.openPullRequest() });
		expect(run.code, run.output).toBe(0);
		expect(resultsOf(run)).toEqual(
			all(
				[
					"verify",
					"plan",
					...legs("build", services),
					...legs("test", services),
					"gate",
					"e2e checkout e2e",
					"verdict",
				],
				"success",
			),
		);
		const built = builtDigests(run, services);
		const e2e = actionStep(run, "e2e", "run").log;
		for (const [service, digest] of Object.entries(built)) {
			expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
			expect(e2e).toContain(`${service} runs from its image ${digest}\n`);
		}
		const verdict = outputsOf(run, "verdict", "gate");
		expect(verdict).toMatchObject({ verdict: "open" });
		expect(JSON.parse(verdict.digests ?? "")).toEqual(built);
		// Nothing leaves a pull request.
		expect(await readRegistry(hosted.staging.url)).toEqual(new Map());
	},
	TIMEOUT,
);

test(
	"reusable: a push is attested and delivered to staging; by hand: promoted to production, once",
	async () => {
		await using hosted = await makeHostedShop(suite);
		const { shop, services, staging, production } = hosted;
		const { git } = shop.repository;
		mergeFeature(shop);
		hosted.signByKey("deliver.yml");
		const run = await hosted.run("deliver.yml", "push");
		expect(run.code, run.output).toBe(0);
		expect(resultsOf(run)).toEqual(
			all(
				[
					"deliver",
					"verify",
					"plan",
					...legs("build", services),
					...legs("test", services),
					"gate",
					"e2e checkout e2e",
					"verdict",
					"attest",
					"publish",
					"promote",
				],
				"success",
			),
		);
		const tags = git("ls-remote", "--tags", "--refs", "origin", "*/v1.1.0").split("\n").sort();
		expect(tags).toEqual(services.map((service) => `${shop.commit}\trefs/tags/${service}/v1.1.0`));
		const built = builtDigests(run, services);
		const promoted = outputsOf(run, "promote", "promote");
		expect(promoted.outcome).toBe("promoted");
		expect(JSON.parse(promoted.digests ?? "")).toEqual(built);
		// The images went from the build to the promotion; the gate that signs saw their index.json alone.
		const attest = actionStep(run, "attest", "gate");
		for (const service of services)
			expect(attest.summary).toContain(`oci-layout&#58;sluice-image/${service}<`);
		const promotion = actionStep(run, "promote", "promote");
		expect(promotion.summary).toContain(`Evidence (${services.length})`);
		expect(promotion.summary).toContain(`Promotion records (${services.length})`);
		const delivered = new Map(
			services.map((service) => [`shop/${service}`, [{ tag: "1.1.0", digest: built[service] }]]),
		);
		expect(await readRegistry(staging.url)).toEqual(delivered);
		expect(await readRegistry(production.url)).toEqual(new Map());

		const inputs = {
			services: services.join(", "),
			versions: services.map((service) => `${service}=1.1.0`).join(", "),
			from: "staging",
			to: "production",
		};
		// Signed by another than who is trusted: the plan is refused, and nobody is asked to approve it.
		hosted.signByKey("promote.yml", trustOf(generateKeyPairSync("ed25519").publicKey));
		const refused = await hosted.run("promote.yml", "workflow_dispatch", { inputs });
		expect(resultsOf(refused)).toEqual({ promote: "failure", plan: "failure", apply: "skipped" });
		const why = actionStep(refused, "plan", "promote");
		expect(why.summary).toContain("### promote: refused");
		for (const what of ["gate", "record:staging"])
			expect(why.summary).toContain(`lacks the required evidence '${what}'`);
		expect(await readRegistry(production.url)).toEqual(new Map());

		hosted.signByKey("promote.yml");
		const byHand = await hosted.run("promote.yml", "workflow_dispatch", { inputs });
		expect(byHand.code, byHand.output).toBe(0);
		expect(resultsOf(byHand)).toEqual(all(["promote", "plan", "apply"], "success"));
		const plan = outputsOf(byHand, "plan", "promote");
		expect(plan).toMatchObject({ outcome: "planned", bytes: "0" });
		expect(plan["plan-digest"]).toMatch(/^sha256:/);
		const apply = outputsOf(byHand, "apply", "promote");
		expect(apply).toMatchObject({ outcome: "promoted", "plan-digest": plan["plan-digest"] });
		expect(JSON.parse(apply.digests ?? "")).toEqual(built);
		expect(await readRegistry(production.url)).toEqual(delivered);
		for (const job of ["plan", "apply"])
			expect(actionStep(byHand, job, "promote").summary).toContain(`Evidence (${services.length * 2})`);
		expect(actionStep(byHand, "apply", "promote").summary).toContain(
			`Promotion records (${services.length})`,
		);

		// The environments are those of main, whatever the branch says from which it is dispatched.
		git("switch", "--quiet", "--create", "feature/elsewhere");
		shop.repository.commit("feat: move production", { "sluice.yaml": 'services: ["services/*"]\n' });
		git("push", "--quiet", "origin", "feature/elsewhere");
		production.requests.length = 0;
		const again = await hosted.run("promote.yml", "workflow_dispatch", { inputs });
		expect(again.code, again.output).toBe(0);
		expect(outputsOf(again, "plan", "promote").outcome).toBe("unchanged");
		expect(outputsOf(again, "apply", "promote").outcome).toBe("unchanged");
		// Only looked at: its tags, and whether it has its records.
		const writes = production.requests.filter(({ method }) => method !== "HEAD" && method !== "GET");
		expect(writes).toEqual([]);
		expect(production.requests.length).toBeGreaterThan(0);
		expect(await readRegistry(production.url)).toEqual(delivered);
	},
	TIMEOUT * 2,
);
