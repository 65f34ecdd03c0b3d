import { afterAll, describe, expect, it } from "vitest";
import type { GateResult } from "#src/actions/gate/result.js";
import type { Evidence } from "#src/evidence/evidence.js";
import { covered, linesOf, makeEvidence, redEvidence } from "./evidence.ts";
import { codesOf, makeHistory, type Pull, problemsOf } from "./history.ts";

/** The gate's rules, one test for each: what is due, and whose policy says so. */

const CART = "services/cart/sluice.service.yaml";
const FRAUD = "services/fraud/sluice.service.yaml";
const APP = "services/cart/src/app.js";
const REPORTED = `name: cart
test:
  unit: {run: npm test, results: r.xml, coverage: c.info}
  e2e: npm run e2e
  thresholds: {lines: 80, patch: 90}
`;
const PLAIN = { [CART]: "name: cart\ntest: {unit: x, it: y, e2e: z}\n", [FRAUD]: "name: fraud\ntest: x\n" };

const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());

/** Evidence of a level without reports. */
const exit = (commit: string, service: string, level: string, own: Partial<Evidence> = {}) =>
	makeEvidence({
		commit,
		service,
		level,
		job: `${service}-${level}`,
		leg: `${service}-${level}`,
		declares: { results: false, coverage: false },
		tests: null,
		...own,
	});
const all = (commit: string) => [
	exit(commit, "cart", "unit"),
	exit(commit, "cart", "it"),
	exit(commit, "fraud", "unit"),
];
/** `service level` of each reason. */
const missing = ({ reasons }: GateResult) =>
	reasons.map(({ service, level }) => `${service ?? ""} ${level ?? ""}`.trim()).sort();

const plain = history.commit(undefined, { ...PLAIN, [APP]: linesOf(20) });
const reported = history.commit(undefined, { [CART]: REPORTED, [APP]: linesOf(20) });

describe("what is due", () => {
	it.each<[string, Record<string, string>, string[]]>([
		[
			"the services that are given, with what their manifests declare",
			{ services: "cart" },
			["cart it", "cart unit"],
		],
		["nothing for an empty array", { services: "[]" }, []],
		[
			"a service that only 'require' names",
			{ services: "[]", require: "cart:unit" },
			["cart it", "cart unit"],
		],
		[
			"e2e only where it is required",
			{ services: "cart", require: "e2e" },
			["cart e2e", "cart it", "cart unit"],
		],
		[
			"a level that is required, of the services that declare it and of no other",
			{ services: "cart,fraud", require: "it" },
			["cart it", "cart unit", "fraud unit"],
		],
		["coverage where it is required", { services: "fraud", require: "coverage" }, ["fraud", "fraud unit"]],
	])("is %s", async (_, inputs, expected) => {
		const result = await history.gate({ head: plain, inputs });
		expect(missing(result)).toEqual(expected);
		expect(result.verdict).toBe(expected.length === 0 ? "open" : "closed");
	});

	it.each([
		["a level that no manifest declares", { require: "itt" }, "level-unknown", "Did you mean 'it'?"],
		["a service's level that it does not declare", { require: "fraud:it" }, "level-unknown", "unit"],
		["a service that there is not", { services: "crt" }, "service-unknown", "Did you mean 'cart'?"],
	])("is a wrong request for %s", async (_, inputs, code, hint) => {
		await expect(
			history.gate({ head: plain, inputs: inputs as unknown as Record<string, string> }),
		).rejects.toMatchObject({
			code,
			hint: expect.stringContaining(hint),
		});
	});

	it("is any level that is asked for where there is no manifest", async () => {
		const head = history.commit(undefined, { "a.js": "1\n" });
		expect(missing(await history.gate({ head, inputs: { require: "smoke\nx:load" } }))).toEqual([
			"shop smoke",
			"x load",
		]);
	});

	it("is everything of a service that is due when all of it is there: open, and it says that there is no report", async () => {
		const result = await history.gate({ head: plain, evidence: all(plain) });
		expect(result).toMatchObject({ verdict: "open", open: true });
		expect(result.services[0]?.levels[0]?.why).toContain("there is no report");
	});

	it("is more than was green where red evidence came that was not due", async () => {
		const red = exit(plain, "cart", "load", { outcome: "failed", exitCode: 1 });
		expect(codesOf(await history.gate({ head: plain, evidence: [red], inputs: { services: "[]" } }))).toEqual(
			["tests-failed"],
		);
	});

	it("is a wrong request where there is nothing to judge at all, and 'needs' alone is a fair one", async () => {
		const head = history.commit(undefined, { "a.js": "2\n" });
		await expect(history.gate({ head })).rejects.toMatchObject({ code: "nothing-to-judge" });
		const needs = await history.gate({ head, inputs: { needs: '{"a":{"result":"success"}}' } });
		expect(needs).toMatchObject({ verdict: "open", reason: expect.stringContaining("no report was read") });
	});

	it("is told of where 'needs' is empty beside evidence", async () => {
		const result = await history.gate({ head: plain, evidence: all(plain), inputs: { needs: "{}" } });
		expect(result.verdict).toBe("open");
		expect(problemsOf(result)).toContain("needs-empty");
	});

	it("is on main what changed since each service's last release, and one that was never released", async () => {
		const main = history.commit(undefined, PLAIN);
		history.git("tag", "cart/v1.0.0", main);
		const next = history.commit(main, { "services/cart/a.js": "1\n" });
		const result = await history.gate({ head: next });
		expect(missing(result)).toEqual(["cart it", "cart unit", "fraud unit"]);
		history.git("tag", "fraud/v1.0.0", next);
		expect(missing(await history.gate({ head: history.commit(next, {}) }))).toEqual(["cart it", "cart unit"]);
		history.git("tag", "--delete", "cart/v1.0.0", "fraud/v1.0.0");
	});
});

describe("reports that are named by lines", () => {
	const JUNIT = '<testsuite><testcase name="a"/></testsuite>';

	it("belong to the service in whose folder they lie", async () => {
		const files = { "services/cart/out/a.xml": JUNIT, "services/fraud/out/a.xml": JUNIT };
		const result = await history.gate({
			head: plain,
			files,
			inputs: { results: "unit=services/*/out/*.xml" },
		});
		expect(missing(result)).toEqual(["cart it"]);
	});

	it("are refused outside of every service, with the longer form, and one service in '.' owns everything", async () => {
		const files = { "out/a.xml": JUNIT };
		const inputs = { results: "unit=out/*.xml" };
		await expect(history.gate({ head: plain, files, inputs })).rejects.toMatchObject({
			code: "report-unowned",
			hint: expect.stringContaining("SERVICE:unit=out/*.xml"),
		});
		const longer = { results: "fraud:unit=out/*.xml", services: "fraud" };
		expect((await history.gate({ head: plain, files, inputs: longer })).verdict).toBe("open");
		for (const wrong of [{ results: "frad:unit=out/*.xml" }, { coverage: "frad=out/*.xml" }]) {
			await expect(history.gate({ head: plain, files, inputs: wrong })).rejects.toMatchObject({
				code: "service-unknown",
				hint: expect.stringContaining("Did you mean 'fraud'?"),
			});
		}
		const whole = history.commit(undefined, { "sluice.service.yaml": "name: shop\ntest: x\n" });
		expect((await history.gate({ head: whole, files, inputs })).verdict).toBe("open");
	});
});

describe("a pull request", () => {
	const green = (commit: string, hit = 40, total = 40) =>
		makeEvidence({ commit, coverage: { files: [covered(APP, hit, total)], unmatched: [] } });
	const more = { [APP]: linesOf(40) };
	const attack = (pull: Pull, evidence: readonly Evidence[], inputs: Record<string, string> = {}) =>
		history.gatePull(pull, { evidence, inputs: { services: "cart", ...inputs } });

	it.each<[string, Record<string, string | undefined>, string[]]>([
		[
			"lower its bars",
			{ [CART]: REPORTED.replace("lines: 80, patch: 90", "lines: 0, patch: 0") },
			["coverage-lines", "coverage-patch"],
		],
		[
			"drop its bars",
			{ [CART]: REPORTED.replace(/ {2}thresholds.*\n/, "") },
			["coverage-lines", "coverage-patch"],
		],
		[
			"raise the floor",
			{ "sluice.yaml": "gate: {patch-floor: 1000}\n" },
			["coverage-lines", "coverage-patch"],
		],
		["hide its lines", { ".gitattributes": "*.js binary\n" }, ["coverage-lines", "coverage-patch"]],
	])("can't %s", async (_, files, expected) => {
		const pull = history.pull(reported, { ...more, ...files });
		expect(codesOf(await attack(pull, [green(pull.head, 22)]))).toEqual(expected);
		const free = await attack(pull, [green(pull.head, 40)]);
		expect(free.verdict).toBe("open");
	});

	it("can't exclude the files that it adds, nor ignore its folder", async () => {
		const pull = history.pull(reported, {
			...more,
			"services/cart/src/new.js": linesOf(30),
			"sluice.yaml": "gate: {exclude: ['**']}\n",
			[CART]: `${REPORTED}ignore: ['**']\n`,
		});
		expect(codesOf(await attack(pull, [green(pull.head)]))).toEqual(["coverage-patch"]);
		expect((await attack(pull, [green(pull.head)], { "policy-from": "head" })).verdict).toBe("open");
		// What is due is computed with both sides' lists too.
		const computed = await history.gatePull(pull, { evidence: [] });
		expect(missing(computed)).toContain("cart unit");
	});

	it("can't do without a report that either side declares, by another name or none", async () => {
		const pull = history.pull(reported, {
			...more,
			[CART]: REPORTED.replace("results: r.xml, coverage: c.info", "retries: 1"),
		});
		const bare = exit(pull.head, "cart", "unit");
		expect(codesOf(await attack(pull, [bare]))).toEqual(
			expect.arrayContaining(["report-missing", "coverage-missing"]),
		);
		const renamed = history.pull(reported, { ...more, [CART]: REPORTED.replace("r.xml", "other.xml") });
		const result = await attack(renamed, [green(renamed.head)]);
		expect(problemsOf(result)).toContain("level-changed");
	});

	it("can't remove a level or a manifest while files remain; a folder that is gone is not due", async () => {
		const level = history.pull(plain, { [CART]: "name: cart\ntest: {unit: x}\n" });
		const without = await attack(level, [exit(level.head, "cart", "unit")]);
		expect(missing(without)).toEqual(["cart it"]);
		expect(problemsOf(without)).toContain("level-removed");
		const manifest = history.pull(plain, { [CART]: undefined });
		const deleted = await history.gatePull(manifest, { inputs: { services: "[]" } });
		expect(missing(deleted)).toEqual(["cart it", "cart unit"]);
		expect(problemsOf(deleted)).toContain("manifest-deleted");
		const folder = history.pull(plain, { "services/cart": undefined });
		expect((await history.gatePull(folder, { inputs: { services: "[]" } })).verdict).toBe("open");
		const own = await attack(level, [exit(level.head, "cart", "unit")], { "policy-from": "head" });
		expect(own.verdict).toBe("open");
	});

	it("is told of a level whose command changes", async () => {
		const pull = history.pull(plain, { [FRAUD]: "name: fraud\ntest: 'true'\n" });
		const result = await history.gatePull(pull, {
			evidence: [exit(pull.head, "fraud", "unit")],
			inputs: { services: "fraud" },
		});
		expect(result.problems).toMatchObject([{ code: "level-changed", file: FRAUD }]);
		expect(result.verdict).toBe("open");
	});

	it("can't quarantine its own failure, nor call it the outside world's, nor lift a cap", async () => {
		const settings = (gate: string) => ({ "sluice.yaml": `gate: {${gate}}\n` });
		const entry = "{test: 'Cart > *', owner: me, until: 2999-01-01}";
		const failing = (commit: string, message: string) => [
			exit(commit, "cart", "unit"),
			redEvidence({ commit, level: "it", outcome: "infrastructure" }, { message }),
		];
		const quarantine = history.pull(plain, settings(`quarantine: [${entry}]`));
		expect(codesOf(await attack(quarantine, failing(quarantine.head, "expected 1")))).toEqual([
			"tests-failed",
		]);
		const pattern = history.pull(plain, settings("infrastructure: {patterns: ['expected*']}"));
		expect(codesOf(await attack(pattern, failing(pattern.head, "expected 1")))).toEqual(["tests-failed"]);
		const strict = history.commit(plain, settings("infrastructure: {action: close, max-count: 0}"));
		const lifted = history.pull(strict, settings("infrastructure: {action: hold, max-count: 99}"));
		const outage = failing(lifted.head, "getaddrinfo ENOTFOUND api.stripe.com");
		expect((await attack(lifted, outage)).verdict).toBe("closed");
		expect((await attack(lifted, outage, { "policy-from": "head" })).verdict).toBe("held");
		// Both sides have it: then it counts.
		const both = history.commit(plain, settings(`quarantine: [${entry}]`));
		const known = history.pull(both, { "services/cart/x.js": "1\n" });
		const red = redEvidence(
			{ commit: known.head, level: "it", outcome: "passed" },
			{ message: "expected 1" },
		);
		const open = await attack(known, [exit(known.head, "cart", "unit"), red]);
		expect(open.verdict).toBe("open");
		expect(open.services[0]?.levels.find(({ level }) => level === "it")).toMatchObject({ quarantined: 1 });
	});

	it("of a repository without policy is judged by its own, which is said", async () => {
		const bare = history.commit(undefined, { [APP]: linesOf(20) });
		const pull = history.pull(bare, { [CART]: REPORTED, ...more });
		const result = await attack(pull, [green(pull.head)]);
		expect(problemsOf(result)).toContain("first-adoption");
		expect(result.verdict).toBe("open");
		expect((await attack(pull, [green(pull.head, 20)])).verdict).toBe("closed");
	});
});

describe("whose policy holds", () => {
	const less = { [CART]: "name: cart\ntest: {unit: x}\n" };

	it("in a merge group: base and head, and nobody's where the base is out of reach", async () => {
		const head = history.commit(plain, less);
		const group = (base_sha: string) => ({
			event: "merge_group",
			payload: {
				merge_group: {
					base_ref: "refs/heads/main",
					base_sha,
					head_ref: "refs/heads/gh-readonly-queue/main/pr-1-x",
					head_sha: head,
				},
			},
			head,
			evidence: [exit(head, "cart", "unit")],
			inputs: { services: "cart" },
		});
		expect(missing(await history.gate(group(plain)))).toEqual(["cart it"]);
		expect(codesOf(await history.gate(group("e".repeat(40))))).toContain("base-unknown");
	});

	it("on main the head's alone; on another branch the default branch's too, pushed or dispatched", async () => {
		const head = history.commit(plain, { ...less, "sluice.yaml": "version: {main: [main, topic]}\n" });
		history.git("update-ref", "refs/remotes/origin/main", plain);
		const given = { head, evidence: [exit(head, "cart", "unit")], inputs: { services: "cart" } };
		expect((await history.gate(given)).verdict).toBe("open");
		for (const event of ["push", "workflow_dispatch"]) {
			const topic = { ...given, event, environment: { GITHUB_REF: "refs/heads/topic" } };
			expect(missing(await history.gate(topic)), event).toEqual(["cart it"]);
		}
		history.git("update-ref", "-d", "refs/remotes/origin/main");
	});

	it("is of an event of main the head's alone only where main holds the commit that is checked out", async () => {
		const topic = history.commit(plain, less);
		const later = history.commit(topic, { "services/cart/a.js": "1\n" });
		const given = { head: topic, evidence: [exit(topic, "cart", "unit")], inputs: { services: "cart" } };
		const events = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];
		history.git("update-ref", "refs/remotes/origin/main", plain);
		for (const event of events) {
			const result = await history.gate({ ...given, event, environment: { GITHUB_SHA: plain } });
			expect(missing(result), event).toEqual(["cart it"]);
		}
		// Main has gone on, and an older commit of it is tested.
		history.git("update-ref", "refs/remotes/origin/main", later);
		const older = await history.gate({ ...given, event: events[2], environment: { GITHUB_SHA: later } });
		expect(older.verdict).toBe("open");
		history.git("update-ref", "-d", "refs/remotes/origin/main");
	});

	it("is nobody's to choose by the input 'base'", async () => {
		const pull = history.pull(plain, less);
		const evidence = [exit(pull.head, "cart", "unit")];
		const result = await history.gatePull(pull, { evidence, inputs: { services: "cart", base: pull.head } });
		expect(missing(result)).toEqual(["cart it"]);
	});
});
