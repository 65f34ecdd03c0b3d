import { describe, expect, it } from "vitest";
import { planResultSchema } from "#src/actions/plan/result.js";
import { makeRepository } from "../../git/repository.ts";
import { type ActionCall, type ActionRun, spawnAction } from "../../runner/spawn.ts";
import { checkout, FILES, makeShop, pullRequest, push } from "./shop.ts";

const M = "sluice.service.yaml";

async function plan(call: ActionCall): Promise<ActionRun> {
	const run = await spawnAction("plan", call);
	if (run.result !== undefined) planResultSchema.parse(run.result);
	return run;
}

/** `checkout none 1` for each service. */
const told = (run: ActionRun) =>
	run.result.services.map(
		(each: { service: string; change: string; distance: number }) =>
			`${each.service} ${each.change} ${each.distance}`,
	);
const due = (run: ActionRun) => JSON.parse(run.outputs.services ?? "null");
const codes = (run: ActionRun) => run.result.problems.map((each: { code: string }) => each.code);

describe("plan of a pull request", () => {
	it("compares the merge commit with its first parent, and explains what is due", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "feature/x");
		origin.commit("feat: y", { "services/catalog/main.js": "2\n", "services/payments/README.md": "hi\n" });
		origin.git("checkout", "--quiet", "main");
		// What the base branch got since is no change of this pull request.
		origin.commit("feat: z", { "services/reports/main.js": "2\n" });
		const { call } = pullRequest(origin, "feature/x");
		await using clone = checkout(origin, "refs/pull/1/merge");
		const run = await plan({ ...call, directory: clone.directory });
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({
			services: '["catalog","checkout"]',
			"has-services": "true",
			count: "2",
			"base-resolved": "true",
			real: '["catalog","checkout"]',
		});
		expect(JSON.parse(run.outputs.matrix ?? "")).toEqual({
			include: [
				{ service: "catalog", path: "services/catalog", level: "unit" },
				{ service: "catalog", path: "services/catalog", level: "integration" },
				{ service: "checkout", path: "services/checkout", level: "unit" },
			],
		});
		expect(JSON.parse(run.outputs.shards ?? "")).toEqual([JSON.parse(run.outputs.matrix ?? "")]);
		expect(JSON.parse(run.outputs.doubles ?? "")).toEqual([
			{
				service: "payments",
				consumer: "checkout",
				via: "payments-api",
				double: "services/checkout/payments.yaml",
			},
		]);
		expect(run.result.services).toEqual([
			{
				service: "catalog",
				path: "services/catalog",
				change: "internal",
				distance: 0,
				because: ["services/catalog/main.js", "catalog"],
				base: null,
			},
			{
				service: "checkout",
				path: "services/checkout",
				change: "none",
				distance: 1,
				because: ["services/catalog/main.js", "catalog", "checkout"],
				base: null,
			},
		]);
		expect(run.result).toMatchObject({
			base: origin.git("rev-parse", "main"),
			ignored: ["payments"],
			total: 4,
		});
		expect(run.summary).toContain("2 of 4 services are due");
		expect(run.summary).toContain("```mermaid");
		expect(run.summary).toContain('|"catalog-api"|');
	});

	it("finds the first parent in a shallow checkout", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		const { call } = pullRequest(origin, "x");
		await using clone = checkout(origin, "refs/pull/1/merge", 1);
		const run = await plan({ ...call, directory: clone.directory });
		expect(run.outputs).toMatchObject({ services: '["checkout","payments"]', "base-resolved": "true" });
	});

	it("compares its head with the merge base, also in a shallow checkout", async () => {
		await using origin = makeShop();
		for (let index = 0; index < 60; index++)
			origin.commit(`fix: ${index}`, { "services/reports/main.js": `${index}\n` });
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		origin.commit("feat: y", { "services/payments/main.py": "3\n" });
		origin.git("checkout", "--quiet", "main");
		origin.commit("feat: z", { "services/reports/main.js": "changed on main\n" });
		const { call } = pullRequest(origin, "x");
		for (const depth of [undefined, 1]) {
			await using clone = checkout(origin, "refs/heads/x", depth);
			const run = await plan({ ...call, directory: clone.directory });
			expect(run.outputs).toMatchObject({ services: '["checkout","payments"]', "base-resolved": "true" });
			expect(run.result.base).toBe(origin.git("merge-base", "main", "x"));
		}
	});

	it("says loudly that the base can't be fetched, and plans everything", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		const { call } = pullRequest(origin, "x");
		await using clone = checkout(origin, "refs/pull/1/merge", 1);
		clone.git("remote", "set-url", "origin", "file:///nowhere/at-all");
		const run = await plan({ ...call, directory: clone.directory });
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "false" });
		expect(run.stdout).toMatch(/^::warning title=base-unresolved/m);
		expect(run.summary).toContain("The base could not be found");
	});

	it("says loudly that the event's payload names no base, and plans everything", async () => {
		await using origin = makeShop();
		for (const event of ["pull_request", "merge_group"]) {
			const run = await plan({ event, payload: {}, directory: origin.directory });
			expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "false" });
			expect(codes(run)).toContain("base-unresolved");
		}
	});

	it("reads both sides' manifests: a deleted one stays due while files of the folder remain", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("chore: no tests", {
			[`services/reports/${M}`]: undefined,
			"services/reports/main.js": "2\n",
		});
		const { call } = pullRequest(origin, "x");
		await using clone = checkout(origin, "refs/pull/1/merge");
		const run = await plan({ ...call, directory: clone.directory });
		expect(due(run)).toEqual(["reports"]);
		expect(run.result.services[0]).toMatchObject({ path: "services/reports" });
		expect(codes(run)).toContain("manifest-deleted");
		expect(JSON.parse(run.outputs.real ?? "")).toEqual([]);
	});

	it("and one whose folder is gone is not", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("chore: gone", { "services/reports": undefined });
		const { call } = pullRequest(origin, "x");
		await using clone = checkout(origin, "refs/pull/1/merge");
		expect(due(await plan({ ...call, directory: clone.directory }))).toEqual([]);
	});

	it("does not let the change loosen what unowned files do", async () => {
		await using origin = makeShop();
		origin.commit("chore: strict", { "sluice.yaml": "services: [services/*]\n" });
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("chore: loose", { "sluice.yaml": "services: [services/*]\nunowned: none\n" });
		const { call } = pullRequest(origin, "x");
		await using clone = checkout(origin, "refs/pull/1/merge");
		const run = await plan({ ...call, directory: clone.directory });
		expect(run.outputs.count).toBe("4");
		expect(run.result.unowned).toEqual(["sluice.yaml"]);
		expect(told(run)[0]).toBe("catalog internal 0");
	});

	it("takes a merge group's base", async () => {
		await using origin = makeShop();
		const base = origin.git("rev-parse", "HEAD");
		const head = origin.commit("feat: y", { "services/checkout/main.js": "2\n" });
		const merge_group = {
			base_ref: "refs/heads/main",
			base_sha: base,
			head_ref: `refs/heads/gh-readonly-queue/main/pr-1-${base}`,
			head_sha: head,
		};
		await using clone = checkout(origin, "refs/heads/main", 1);
		const run = await plan({
			directory: clone.directory,
			event: "merge_group",
			payload: { merge_group },
			environment: { GITHUB_SHA: head },
		});
		expect(told(run)).toEqual(["checkout internal 0"]);
		expect(run.result.base).toBe(base);
	});
});

describe("plan of a push", () => {
	it("to main compares each service with its own last release", async () => {
		await using origin = makeShop();
		const first = origin.git("rev-parse", "HEAD");
		for (const name of ["catalog", "checkout", "payments"]) origin.git("tag", `${name}/v1.0.0`);
		origin.git("tag", "catalog/v9.0.0-rc.1");
		origin.git("tag", "catalog/vnext");
		// Red, so never released: still due after the next push.
		origin.commit("feat: red", { "services/payments/main.py": "2\n" });
		const before = origin.commit("feat: y", { "services/checkout/main.js": "2\n" });
		origin.git("tag", "--annotate", "--message", "r", "checkout/v1.1.0");
		// A release that HEAD does not contain is none of its own.
		origin.git("checkout", "--quiet", "-b", "side", first);
		origin.commit("feat: side", { "services/payments/main.py": "3\n" });
		origin.git("tag", "payments/v5.0.0");
		origin.git("checkout", "--quiet", "main");
		const head = origin.commit("docs: z", { "services/catalog/README.md": "2\n" });
		await using clone = checkout(origin, "refs/heads/main");
		const run = await plan({ ...push("main", head, before), directory: clone.directory });
		expect(told(run)).toEqual(["checkout none 1", "payments internal 0", "reports internal 0"]);
		expect(run.result).toMatchObject({
			comparison: "release",
			base: null,
			baseResolved: true,
			ignored: ["catalog"],
		});
		expect(run.result.services[1]).toMatchObject({ base: { tag: "payments/v1.0.0", commit: first } });
		expect(run.result.services[2]).toMatchObject({ base: null, because: ["never released", "reports"] });
	});

	it("to main with compare: before takes the commit before, also in a shallow checkout", async () => {
		await using origin = makeShop();
		const before = origin.commit("feat: x", { "services/payments/main.py": "2\n" });
		origin.commit("feat: y", { "services/reports/main.js": "2\n" });
		const head = origin.commit("feat: z", { "services/reports/main.js": "3\n" });
		await using clone = checkout(origin, "refs/heads/main", 1);
		const run = await plan({
			...push("main", head, before),
			directory: clone.directory,
			inputs: { compare: "before" },
		});
		expect(told(run)).toEqual(["reports internal 0"]);
		expect(run.outputs["base-resolved"]).toBe("true");
		const first = await plan({
			...push("main", head),
			directory: clone.directory,
			inputs: { compare: "before" },
		});
		expect(first.outputs).toMatchObject({ count: "4", "base-resolved": "true" });
		const gone = await plan({
			...push("main", head, "a".repeat(40)),
			directory: clone.directory,
			inputs: { compare: "before" },
		});
		expect(gone.outputs).toMatchObject({ count: "4", "base-resolved": "false" });
	});

	it("to main finds the releases in a shallow checkout without tags", async () => {
		await using origin = makeShop();
		for (const name of ["catalog", "checkout", "payments"]) origin.git("tag", `${name}/v1.0.0`);
		for (let index = 0; index < 60; index++) origin.commit(`docs: ${index}`, { "docs/a.md": `${index}\n` });
		const head = origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		await using clone = checkout(origin, "refs/heads/main", 1);
		const run = await plan({ ...push("main", head), directory: clone.directory });
		expect(told(run)).toEqual(["checkout none 1", "payments internal 0", "reports internal 0"]);
		expect(run.outputs["base-resolved"]).toBe("true");
	});

	it("to main takes no lower release for the last one where a shallow checkout hides the higher", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "release/1.1");
		origin.commit("fix: backport", { "services/payments/backport.py": "1\n" });
		origin.git("tag", "payments/v1.1.1");
		origin.git("checkout", "--quiet", "main");
		origin.commit("feat: new", { "services/payments/new.py": "1\n" });
		origin.git("tag", "payments/v1.2.0");
		origin.commit("revert: new", { "services/payments/new.py": undefined });
		for (let index = 0; index < 60; index++) origin.commit(`docs: ${index}`, { "docs/a.md": `${index}\n` });
		// Now the contents are those of 1.1.1, and not those of the last release.
		origin.git("merge", "--quiet", "--no-ff", "--message", "merge", "release/1.1");
		const head = origin.git("rev-parse", "HEAD");
		await using clone = checkout(origin, "refs/heads/main", 3);
		const run = await plan({ ...push("main", head), directory: clone.directory });
		expect(told(run)).toContain("payments internal 0");
		expect(
			run.result.services.find((each: { service: string }) => each.service === "payments").base.tag,
		).toBe("payments/v1.2.0");
		expect(run.outputs["base-resolved"]).toBe("true");
	});

	it("to main is said to have no base where the remote does not answer", async () => {
		await using origin = makeShop();
		for (const name of ["catalog", "checkout", "payments", "reports"]) origin.git("tag", `${name}/v1.0.0`);
		const head = origin.git("rev-parse", "HEAD");
		await using clone = checkout(origin, "refs/heads/main", 1);
		expect(due(await plan({ ...push("main", head), directory: clone.directory }))).toEqual([]);
		await using other = checkout(origin, "refs/heads/main", 1);
		other.git("remote", "set-url", "origin", "file:///nowhere/at-all");
		const run = await plan({ ...push("main", head), directory: other.directory });
		expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "false" });
		expect(codes(run)).toContain("base-unresolved");
	});

	it("to another branch takes the merge base with the default branch", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		const head = origin.commit("feat: y", { "services/catalog/migrations/2.sql": "2\n" });
		origin.git("checkout", "--quiet", "main");
		origin.commit("feat: z", { "services/payments/main.py": "2\n" });
		for (const depth of [undefined, 1]) {
			await using clone = checkout(origin, "refs/heads/x", depth);
			const run = await plan({ ...push("x", head), directory: clone.directory });
			// The schema's other user is due, and so is the consumer of the API.
			expect(told(run)).toEqual(["catalog schema 0", "checkout none 1", "reports none 1"]);
		}
	});

	it("to a default branch of another name compares with releases", async () => {
		await using origin = makeShop();
		const head = origin.git("rev-parse", "HEAD");
		await using clone = checkout(origin, "refs/heads/main");
		const call = push("trunk", head);
		const run = await plan({
			...call,
			payload: { ...call.payload, repository: { default_branch: "trunk" } },
			directory: clone.directory,
		});
		expect(run.result.comparison).toBe("release");
	});

	it("takes pull_request_target with the base branch checked out for a push there", async () => {
		await using origin = makeShop();
		const sha = origin.git("rev-parse", "HEAD");
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		const { call, head } = pullRequest(origin, "x");
		const target = {
			...call,
			event: "pull_request_target",
			environment: { ...call.environment, GITHUB_SHA: sha, GITHUB_REF: "refs/heads/main" },
		};
		await using base = checkout(origin, "refs/heads/main");
		expect((await plan({ ...target, directory: base.directory })).result.comparison).toBe("release");
		for (const ref of ["refs/heads/x", "refs/pull/1/merge"]) {
			await using clone = checkout(origin, ref, 1);
			const run = await plan({ ...target, directory: clone.directory });
			expect(run.result).toMatchObject({ comparison: "commit", base: sha });
			expect(head).not.toBe(sha);
			expect(due(run)).toEqual(["checkout", "payments"]);
		}
	});

	it("takes a pull request that is merged already for a change of everything", async () => {
		await using origin = makeShop();
		origin.git("checkout", "--quiet", "-b", "x");
		origin.commit("feat: y", { "services/payments/main.py": "2\n" });
		const { call } = pullRequest(origin, "x");
		origin.git("merge", "--quiet", "--ff-only", "x");
		await using clone = checkout(origin, "refs/heads/main");
		const run = await plan({ ...call, directory: clone.directory });
		expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "true" });
	});

	it("takes a base by name or hash, also one that must be fetched", async () => {
		await using origin = makeShop();
		const base = origin.git("rev-parse", "HEAD");
		const head = origin.commit("feat: y", { "services/reports/main.js": "2\n" });
		origin.git("branch", "old", base);
		for (const given of [base, "old", "origin/old", "0".repeat(40)]) {
			await using clone = checkout(origin, "refs/heads/main", 1);
			const run = await plan({ ...push("main", head), directory: clone.directory, inputs: { base: given } });
			expect(run.outputs).toMatchObject({
				count: given.startsWith("000") ? "4" : "1",
				"base-resolved": "true",
			});
		}
	});

	it.each(["workflow_dispatch", "schedule"])("is no %s: everything is due then", async (event) => {
		await using origin = makeShop();
		const run = await plan({
			...push("main", origin.git("rev-parse", "HEAD")),
			event,
			directory: origin.directory,
		});
		expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "true" });
		expect(run.result.comparison).toBe("everything");
	});
});

describe("plan in other repositories", () => {
	it("takes a repository without manifests for one service", async () => {
		await using repository = makeRepository({ "main.c": "1\n" });
		const base = repository.git("rev-parse", "HEAD");
		const environment = { GITHUB_REPOSITORY: "Acme/Thing" };
		const call = { directory: repository.directory, event: "pull_request", environment, inputs: { base } };
		repository.commit("docs: x", { "README.md": "1\n", "docs/a.md": "1\n" });
		const docs = await plan(call);
		expect(docs.outputs).toMatchObject({
			services: "[]",
			"has-services": "false",
			count: "0",
			matrix: '{"include":[]}',
			shards: "[]",
		});
		expect(docs.summary).toContain("Only ignored files changed in: <code>thing</code>");
		repository.commit("feat: x", { "src/README.md": "1\n" });
		const run = await plan(call);
		expect(run.outputs).toMatchObject({ services: '["thing"]', "has-services": "true", real: '["thing"]' });
		expect(run.result.services[0]).toMatchObject({ path: ".", change: "internal" });
		expect(codes(run)).toEqual(["matrix-empty"]);
	});

	it("refuses a repository without commits, and a folder without a repository", async () => {
		await using repository = makeRepository();
		const run = await plan({ directory: repository.directory, event: "push" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("The repository has no commit yet");
		repository.git("rev-parse", "--git-dir");
		repository.write({ ".git": undefined });
		const none = await plan({
			directory: repository.directory,
			event: "push",
			environment: { GIT_CEILING_DIRECTORIES: repository.directory },
		});
		expect(none.code).toBe(1);
		expect(none.stdout).toContain("in no git repository");
	});

	it("works in a folder of a repository", async () => {
		await using repository = makeRepository(
			Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`shop/${path}`, text])),
		);
		const base = repository.git("rev-parse", "HEAD");
		repository.commit("feat: x", { "shop/services/payments/main.py": "2\n", "other/x": "1\n" });
		const run = await plan({
			directory: repository.directory,
			event: "push",
			inputs: { "working-directory": "shop", base },
		});
		expect(told(run)).toEqual(["checkout none 1", "payments internal 0"]);
		expect(run.result.unowned).toEqual([]);
	});

	it("stops at errors in the manifests, all of them told", async () => {
		await using repository = makeShop();
		repository.commit("feat: x", {
			[`services/catalog/${M}`]:
				"name: catalog\ntest: t\nprovides: [{api: catalog-api, version: 2.0.0}]\ndta: []",
			[`services/payments/${M}`]: "name: checkout\ntest: t",
		});
		const run = await plan({ directory: repository.directory, event: "push" });
		expect(run.code).toBe(1);
		expect(run.outputs.services).toBeUndefined();
		expect(run.stdout).toMatch(
			/^::error title=unknown-key,file=services\/catalog\/sluice.service.yaml,line=4,col=1::/m,
		);
		expect(run.stdout).toContain("Did you mean 'data'?");
		expect(run.stdout).toContain("Two services are called 'checkout'");
	});

	it("refuses a range that the repository's own provider breaks", async () => {
		await using repository = makeShop();
		repository.commit("feat!: x", {
			[`services/payments/${M}`]: "name: payments\ntest: t\nprovides: [{api: payments-api, version: 2.0.0}]",
		});
		const run = await plan({ directory: repository.directory, event: "push" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("checkout uses api 'payments-api' ^1, and payments provides 2.0.0");
	});

	it("looks only at the services that are asked for, and knows them", async () => {
		await using repository = makeShop();
		const call = { directory: repository.directory, event: "schedule" };
		expect(due(await plan({ ...call, inputs: { services: "reports, payments" } }))).toEqual([
			"payments",
			"reports",
		]);
		expect(due(await plan({ ...call, inputs: { services: "[]" } }))).toEqual([]);
		const run = await plan({ ...call, inputs: { services: "report" } });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("Did you mean 'reports'?");
	});

	it("goes further with depth all", async () => {
		await using repository = makeShop();
		const base = repository.git("rev-parse", "HEAD");
		repository.write({
			[`services/reports/${M}`]: "name: reports\ntest: t\nuses: [{api: checkout-api, version: 1}]",
		});
		repository.write({
			[`services/checkout/${M}`]: `${FILES[`services/checkout/${M}`]}provides: [{api: checkout-api, version: 1.0.0}]\n`,
		});
		const head = repository.commit("feat: uses", {});
		repository.commit("feat: x", { "services/catalog/openapi.yaml": "changed\n" });
		const call = { directory: repository.directory, event: "push" };
		expect(told(await plan({ ...call, inputs: { base: head } }))).toEqual([
			"catalog contract 0",
			"checkout none 1",
		]);
		expect(told(await plan({ ...call, inputs: { base: head, depth: "all" } }))).toEqual([
			"catalog contract 0",
			"checkout none 1",
			"reports none 2",
		]);
		expect(told(await plan({ ...call, inputs: { base, head } }))).toEqual([
			"checkout internal 0",
			"reports internal 0",
		]);
	});

	it("spreads a matrix over shards above GitHub's limit", async () => {
		const files = Object.fromEntries(
			Array.from({ length: 130 }, (_, index) => [
				`s/${index}/${M}`,
				`name: s${index}\ntest: {unit: t, integration: t}`,
			]),
		);
		await using repository = makeRepository(files);
		const run = await plan({ directory: repository.directory, event: "schedule" });
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({ matrix: "", count: "130" });
		expect(
			JSON.parse(run.outputs.shards ?? "").map(({ include }: { include: unknown[] }) => include.length),
		).toEqual([256, 4]);
		expect(codes(run)).toContain("matrix-too-large");
	});

	it("keeps hostile names of files and branches inert", async () => {
		await using repository = makeRepository({
			[`a/${M}`]: "name: a\ntest: t",
			"sluice.yaml": "unowned: warn",
		});
		const base = repository.git("rev-parse", "HEAD");
		// biome-ignore lint/suspicious/noTemplateCurlyInString: a shell must never see it
		repository.git("checkout", "--quiet", "-b", "$(touch${IFS}pwned);`id`");
		repository.commit("feat: x", { "a/<img src=x>|`*@you\n::error::boo": "1", "|x|\n::warning::boo": "1" });
		const run = await plan({ directory: repository.directory, event: "push", inputs: { base } });
		expect(run.outputs.services).toBe('["a"]');
		expect(run.stdout).not.toMatch(/^::(error|warning)::boo/m);
		expect(run.summary).not.toContain("<img");
		expect(run.summary.split("\n").filter((line) => line.startsWith("::"))).toEqual([]);
		for (const option of ["--output=/tmp/x", "-x"]) {
			const bad = await plan({ directory: repository.directory, event: "push", inputs: { base: option } });
			expect(bad.outputs["base-resolved"]).toBe("false");
		}
	});

	it("refuses inputs that it does not know the value of", async () => {
		await using repository = makeShop();
		const call = { directory: repository.directory, event: "push" };
		expect((await plan({ ...call, inputs: { depth: "deep" } })).stdout).toContain("Allowed: direct, all.");
		expect((await plan({ ...call, inputs: { head: "nowhere" } })).stdout).toContain("There is no revision");
		expect((await plan({ ...call, inputs: { "config-file": "ci.yaml" } })).stdout).toContain(
			"There is no 'ci.yaml'",
		);
	});
});

describe("plan in a terminal", () => {
	it("looks at the working tree, from the merge base with the default branch", async () => {
		await using repository = makeShop();
		const call = { directory: repository.directory, environment: { GITHUB_REPOSITORY: undefined } };
		expect(due(await plan(call))).toEqual([]);
		repository.git("checkout", "--quiet", "-b", "x");
		repository.commit("feat: x", { "services/payments/main.py": "2\n" });
		repository.write({ "services/reports/new.js": "1\n" });
		const run = await plan(call);
		expect(told(run)).toEqual(["checkout none 1", "payments internal 0", "reports internal 0"]);
		expect(run.result).toMatchObject({ workingTree: true, base: repository.git("rev-parse", "main") });
		const committed = await plan({ ...call, inputs: { head: "HEAD" } });
		expect(told(committed)).toEqual(["checkout none 1", "payments internal 0"]);
		const wrong = await plan({ ...call, inputs: { base: "nowhere" } });
		expect(wrong.code).toBe(1);
		expect(wrong.stdout).toContain('There is no revision "nowhere" here');
	});

	it("says that it knows no default branch", async () => {
		await using repository = makeShop();
		repository.git("branch", "--move", "main", "other");
		const run = await plan({ directory: repository.directory });
		expect(run.outputs).toMatchObject({ count: "4", "base-resolved": "false" });
		expect(run.stdout).toContain("Name one with --base.");
	});
});
