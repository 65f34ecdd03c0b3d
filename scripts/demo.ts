import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startRegistry } from "../test/embedded-registry/server.ts";
import type { ActionRun } from "../test/runner/spawn.ts";
import { checkStopped } from "./demo/breakages.ts";
import { readRegistry, showRegistries } from "./demo/registries.ts";
import { type Breakage, makeShop, mergeFeature } from "./demo/shop.ts";
import { makeSteps, type Steps } from "./demo/steps.ts";

/**
 * `npm run demo`: one commit of the example shop is planned, versioned, built, tested, gated, tested end to end,
 * and its images get the signed verdict and are promoted by digest, by the bundles of dist/. Needs Node, git and
 * nothing else.
 * `--break WHAT` makes one thing fail; it then succeeds only if the right action stopped it for the right reason.
 */

const BREAKAGES: readonly Breakage[] = ["unit", "coverage", "integration-outage", "registry"];

const root = resolve(fileURLToPath(import.meta.url), "../..");
process.chdir(root);
const breakage = readArguments(process.argv.slice(2));

// Interrupted, it ends the action that runs, and then leaves nothing behind.
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

await using staging = await startRegistry();
await using production = await startRegistry();
const folder = mkdtempSync(join(tmpdir(), "sluice-demo-"));
try {
	const shop = makeShop(
		"examples/shop",
		folder,
		{ staging: staging.host, production: production.host },
		breakage,
	);
	const steps = makeSteps(shop, join(root, "demo-output"), folder, stop.signal);
	if (breakage !== undefined) console.log(`This run breaks: ${breakage}`);
	if (!shop.python) {
		console.log(
			"NO PYTHON 3.9 OR LATER ON THIS MACHINE: the service payments and its tests are left out, and a stub stands in for it.",
		);
	}

	// In a workflow the job's own identity signs; here is none, so a key does, and staging and production trust it.
	const keys = generateKeyPairSync("ed25519");
	const signing = { "signing-key": String(keys.privateKey.export({ type: "pkcs8", format: "pem" })) };
	const trust = JSON.stringify({ key: String(keys.publicKey.export({ type: "spki", format: "pem" })) });

	steps.section("A feature branch: its name is in the version, as build metadata");
	await steps.run("version", "version of the feature branch", {}, { ref: "refs/heads/feature/shelves" });

	steps.section("main: what the change affects, and the versions that it will have");
	mergeFeature(shop);
	const plan = await steps.run("plan", "plan", {});
	for (const service of plan.result?.services ?? [])
		steps.say(`${service.service}: ${service.because.join(" → ")}`);
	const version = await steps.run("version", "version", {
		services: plan.outputs.services ?? "",
		release: "true",
	});
	const versions = JSON.parse(version.outputs.versions || "{}") as Record<string, string>;
	for (const [service, each] of Object.entries(versions)) steps.say(`${service} ${each}`);

	steps.section("Build and test, each service by its own commands");
	const built = await build(steps, JSON.parse(version.outputs["changed-services"] || "[]"), versions);
	const outage = { SHOP_EXCHANGE_RATE_HOST: "rates.example.com" };
	const tested = await test(
		steps,
		"test",
		plan.outputs.matrix ?? "",
		versions,
		breakage === "integration-outage" ? outage : {},
	);

	steps.section("The gate: may the end-to-end tests run?");
	const needs: Record<string, unknown> = {
		plan: { result: "success", outputs: {} },
		build: { result: built, outputs: {} },
		test: { result: tested, outputs: {} },
	};
	const inputs = { services: plan.outputs.services ?? "" };
	const gate = await steps.run("gate", "gate", { ...inputs, needs: JSON.stringify(needs) });
	for (const reason of gate.result?.reasons ?? [])
		steps.say(`${reason.message}${reason.fix ? ` (${reason.fix})` : ""}`);
	if (gate.outputs.open !== "true") {
		await stopped("gate", gate.outputs.reason ?? "no reason was given", gate);
	} else {
		const e2e = await test(steps, "e2e", plan.outputs["e2e-matrix"] ?? "", versions, {});
		Object.assign(needs, { gate: { result: "success", outputs: {} }, e2e: { result: e2e, outputs: {} } });
		steps.section("Staging asks for the signed verdict: there is none yet, and the last gate writes it");
		await refusedWithoutVerdict("promote before the verdict");
		const last = await steps.run("gate", "last gate", {
			...inputs,
			needs: JSON.stringify(needs),
			require: "e2e",
			attest: "built",
			...signing,
		});
		for (const { image, digest, attestation } of last.result?.attestations ?? [])
			steps.say(`${image} ${digest.slice(0, 19)}: attested by ${String(attestation).slice(0, 19)}`);
		if (last.outputs.open !== "true")
			await stopped("gate", last.outputs.reason ?? "no reason was given", last);
		else await deliver(steps);
	}
	steps.section("What is where");
	console.log(await showRegistries({ staging: staging.url, production: production.url }));
	console.log(`\nThe summaries of the jobs are in ${join("demo-output", "")}`);

	async function deliver(demo: Steps): Promise<void> {
		demo.section("Publish the versions, and promote the tested digests");
		const changed = version.outputs["changed-services"] ?? "[]";
		const published = await demo.run("version", "publish", {
			services: changed,
			release: "true",
			publish: "true",
		});
		if (breakage === "registry") {
			// The second tag that is set fails, and goes on failing: what was set before must be taken back.
			staging.inject({
				method: "PUT",
				path: /\/manifests\/(?!sha256)/,
				nth: 2,
				times: 1000,
				action: { kind: "status", status: 500 },
			});
		}
		const first = await demo.run("promote", "promote to staging", {
			services: changed,
			versions: published.outputs.versions ?? "",
			to: "staging",
			trust,
			...signing,
		});
		if (first.code !== 0)
			return stopped("promote", first.result?.problems?.[0]?.message ?? "no reason was given", first);
		tellEvidence(first);
		const dispatch = { event: "workflow_dispatch", payload: { repository: { default_branch: "main" } } };
		const byHand = {
			services: changed,
			versions: published.outputs.versions ?? "",
			from: "staging",
			to: "production",
			trust,
			...signing,
		};
		const dry = await demo.run(
			"promote",
			"promote to production, dry run",
			{ ...byHand, "dry-run": "true" },
			dispatch,
		);
		const apply = { ...byHand, "plan-digest": dry.outputs["plan-digest"] ?? "" };
		const second = await demo.run("promote", "promote to production", apply, dispatch);
		tellEvidence(second);
		const again = await demo.run("promote", "the same once more", byHand, dispatch);
		for (const run of [published, dry, second, again]) {
			if (run.code !== 0) throw new Error(`a step failed:\n${run.stdout}`);
		}
		if (again.outputs.outcome !== "unchanged")
			throw new Error(`a promotion that was done is ${again.outputs.outcome}`);
		if (breakage !== undefined) throw new Error(`--break ${breakage} stopped nothing`);
	}

	/** What was required of each image and found, and the record that was signed. */
	function tellEvidence(run: ActionRun): void {
		const records = run.result?.records ?? [];
		for (const { service, evidence } of run.result?.images ?? []) {
			const found = evidence.map(({ requirement }: { requirement: string }) => requirement).join(" and ");
			steps.say(`${service} carried ${found || "nothing"}`);
		}
		steps.say(`${records.length} records signed`);
	}

	/** Promotes what was built although no gate has signed that it may: the environment must refuse it. */
	async function refusedWithoutVerdict(title: string): Promise<void> {
		const run = await steps.run("promote", title, {
			services: version.outputs["changed-services"] ?? "[]",
			versions: version.outputs.versions ?? "",
			to: "staging",
			trust,
			...signing,
		});
		const codes: string[] = (run.result?.problems ?? []).map(({ code }: { code: string }) => code);
		if (run.outputs.outcome !== "refused" || !codes.includes("evidence-missing"))
			throw new Error(`a promotion without a verdict was not refused for it:\n${run.stdout}`);
	}

	/** Says what stopped the change; without a breakage nothing may. */
	async function stopped(action: string, reason: string, run: ActionRun): Promise<void> {
		console.log(`\nstopped by ${action}: ${reason}`);
		if (breakage === undefined)
			throw new Error(`nothing was broken, and ${action} stopped the change:\n${run.stdout}`);
		// Who promotes by hand all the same is refused: a gate that is held or closed signs nothing.
		if (action === "gate") await refusedWithoutVerdict("promote all the same");
		const wrong = checkStopped(breakage, {
			action,
			run,
			staging: await readRegistry(staging.url),
			production: await readRegistry(production.url),
			tags: shop.repository
				.git("ls-remote", "--tags", "--refs", "origin")
				.split("\n")
				.map((line) => line.split("\t")[1] ?? ""),
		});
		if (wrong.length > 0)
			throw new Error(`it was not stopped as it should be:\n${wrong.map((each) => `- ${each}`).join("\n")}`);
		console.log(
			"Nothing was left half done: no image tag was moved, and every tag of git stands for a whole version.",
		);
	}
} catch (thrown) {
	console.error(`\nThe demo failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
	process.exitCode = stop.signal.aborted ? 130 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** The result of a job whose legs are these services. */
async function build(
	steps: Steps,
	services: readonly string[],
	versions: Record<string, string>,
): Promise<string> {
	let result = "success";
	for (const service of services) {
		const run = await steps.run(
			"run",
			`build ${service}`,
			{
				service,
				endpoint: "build",
				version: versions[service] ?? "",
				matrix: JSON.stringify({ service }),
				"job-total": String(services.length),
			},
			{ job: "build" },
		);
		if (run.code !== 0) result = "failure";
	}
	return result;
}

async function test(
	steps: Steps,
	job: string,
	matrix: string,
	versions: Record<string, string>,
	environment: Record<string, string>,
): Promise<string> {
	const legs = (JSON.parse(matrix || '{"include":[]}') as { include: { service: string; level: string }[] })
		.include;
	let result = "success";
	for (const leg of legs) {
		const run = await steps.run(
			"run",
			`${leg.level} tests of ${leg.service}`,
			{
				service: leg.service,
				endpoint: leg.level,
				version: versions[leg.service] ?? "",
				matrix: JSON.stringify(leg),
				"job-total": String(legs.length),
			},
			{ job, environment: leg.level === "integration" ? environment : {} },
		);
		if (run.code !== 0) result = "failure";
	}
	return result;
}

function readArguments(args: readonly string[]): Breakage | undefined {
	if (args.length === 0) return undefined;
	const found =
		args[0] === "--break" && args.length === 2 ? BREAKAGES.find((each) => each === args[1]) : undefined;
	if (found !== undefined) return found;
	console.error(`Usage: npm run demo [-- --break ${BREAKAGES.join("|")}]`);
	process.exit(2);
}
