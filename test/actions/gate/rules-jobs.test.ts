import { afterAll, describe, expect, it } from "vitest";
import { gateAction } from "#src/actions/gate/action.js";
import { INPUTS, parseInputs } from "#src/actions/gate/inputs.js";
import type { GateResult } from "#src/actions/gate/result.js";
import type { Evidence } from "#src/evidence/evidence.js";
import type { RunJob } from "#src/github/jobs.js";
import { Inputs } from "#src/runner/inputs.js";
import { covered, linesOf, makeEvidence, redEvidence } from "./evidence.ts";
import { codesOf, makeHistory, problemsOf } from "./history.ts";

/** The gate's rules, one test for each: the jobs of `needs`, the outside world, the quarantine, and how it tells. */

const CI = ".github/workflows/ci.yml";
const WORKFLOW = `on: pull_request
jobs:
  plan: {runs-on: x, steps: []}
  test: {needs: plan, runs-on: x, steps: [{name: Tests, uses: acme/sluice/actions/run@v1}]}
  docs: {needs: plan, if: "needs.plan.outputs.docs", runs-on: x, steps: []}
  site: {needs: docs, runs-on: x, steps: []}
  soft: {runs-on: x, continue-on-error: "\${{ matrix.new }}", steps: []}
  steps: {runs-on: x, steps: [{name: Try, run: x, continue-on-error: true}]}
  gate: {needs: [plan, test, docs, site, soft, steps], if: "\${{ !cancelled() }}", runs-on: x, steps: []}
`;
const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());
const base = history.commit(undefined, { [CI]: WORKFLOW, "a.txt": "a" });
const pull = history.pull(base, { "a.txt": "b" });

const GOOD = {
	plan: "success",
	test: "success",
	docs: "success",
	site: "success",
	soft: "success",
	steps: "success",
};
const needsOf = (own: Record<string, string>) =>
	JSON.stringify(
		Object.fromEntries(Object.entries({ ...GOOD, ...own }).map(([job, result]) => [job, { result }])),
	);
const judge = (
	own: Record<string, string>,
	more: {
		inputs?: Record<string, string>;
		evidence?: readonly Evidence[];
		jobs?: RunJob[];
		of?: typeof pull;
		job?: string;
	} = {},
) =>
	history.gatePull(more.of ?? pull, {
		inputs: { needs: needsOf(own), "allowed-failures": "soft", ...more.inputs },
		evidence: more.evidence ?? [],
		environment: { GITHUB_WORKFLOW_REF: `acme/shop/${CI}@refs/pull/7/merge`, GITHUB_JOB: more.job ?? "gate" },
		...(more.jobs === undefined ? {} : { jobs: { kind: "known", jobs: more.jobs } }),
	});
const verdicts = (result: GateResult) =>
	Object.fromEntries(
		result.jobs.filter(({ verdict }) => verdict !== "good").map(({ job, verdict }) => [job, verdict]),
	);

describe("jobs of needs", () => {
	it.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
		["all good", {}, {}, {}],
		["a failure", { test: "failure" }, {}, { test: "closed" }],
		["a cancelled one", { test: "cancelled" }, {}, { test: "closed" }],
		["a failure that is allowed", { test: "failure" }, { "allowed-failures": "soft,test" }, {}],
		[
			"a cancelled one whose failure is allowed",
			{ test: "cancelled" },
			{ "allowed-failures": "soft,test" },
			{ test: "closed" },
		],
		["one that continues on error, without evidence", {}, { "allowed-failures": "" }, { soft: "closed" }],
		["a skip by a condition of its own, and what needs it", { docs: "skipped", site: "skipped" }, {}, {}],
		["a skip without a condition", { test: "skipped" }, {}, { test: "closed" }],
		["a skip that is allowed", { test: "skipped" }, { "allowed-skips": "test" }, {}],
		[
			"skips behind a failure",
			{ plan: "failure", test: "skipped", docs: "skipped", site: "skipped" },
			{},
			{ plan: "closed", test: "closed", docs: "closed", site: "closed" },
		],
		[
			"skips behind a failure that is allowed",
			{ plan: "failure", docs: "skipped" },
			{ "allowed-failures": "soft,plan" },
			{ docs: "closed" },
		],
	])("%s", async (_, own, inputs, expected) => {
		const result = await judge(own, { inputs });
		expect(verdicts(result)).toEqual(expected);
		expect(result.verdict).toBe(Object.keys(expected).length === 0 ? "open" : "closed");
	});

	it("that continue on error are judged by evidence of their own", async () => {
		const own = { commit: pull.head, job: "soft", leg: "soft", service: "shop" };
		const inputs = { "allowed-failures": "" };
		expect((await judge({}, { inputs, evidence: [makeEvidence(own)] })).verdict).toBe("open");
		expect(codesOf(await judge({}, { inputs, evidence: [redEvidence(own, { message: "x" })] }))).toEqual([
			"tests-failed",
		]);
		expect(verdicts(await judge({}, { inputs, evidence: [makeEvidence({ ...own, legs: null })] }))).toEqual({
			soft: "closed",
		});
	});

	it("with steps that continue on error, and names that are no jobs, are told of and change no verdict", async () => {
		const result = await judge({}, { inputs: { "allowed-skips": "dosc", "allowed-failures": "soft,tset" } });
		expect(result.verdict).toBe("open");
		expect(problemsOf(result)).toEqual([
			"allowed-skips-unknown",
			"allowed-failures-unknown",
			"continuing-steps",
		]);
		expect(result.problems[0]?.hint).toContain("'docs'");
	});

	it("are explained by the outside world where the evidence of all legs shows nothing else: held", async () => {
		const outage = redEvidence(
			{
				commit: pull.head,
				job: "test",
				leg: "test",
				service: "shop",
				level: "integration",
				outcome: "infrastructure",
			},
			{ message: "connect ETIMEDOUT api.stripe.com:443" },
		);
		const own = { test: "failure" };
		const unknown = await judge(own, { evidence: [outage] });
		expect(unknown.verdict).toBe("held");
		expect(unknown.jobs.find(({ job }) => job === "test")?.why).toContain("is unknown (no permission)");
		const step = (name: string) => ({ name, conclusion: "failure" });
		const listed = (...names: string[]): RunJob[] => [
			{ name: "test", ran: true, conclusion: "failure", steps: names.map(step) },
		];
		const alone = await judge(own, { evidence: [outage], jobs: listed("Tests") });
		expect(alone.jobs.find(({ job }) => job === "test")?.why).toContain("no other step of it failed");
		expect(alone.verdict).toBe("held");
		expect(verdicts(await judge(own, { evidence: [outage], jobs: listed("Tests", "Lint") }))).toEqual({
			test: "closed",
		});
		expect(verdicts(await judge(own, { evidence: [{ ...outage, legs: 2 }] }))).toEqual({ test: "closed" });
		expect(verdicts(await judge(own, { evidence: [{ ...outage, level: "unit" }] }))).toEqual({
			test: "closed",
		});
	});

	it.each<[string, string]>([
		["adds a condition", WORKFLOW.replace("test: {needs: plan,", "test: {needs: plan, if: 'false',")],
		["puts a skipped job before it", WORKFLOW.replace("test: {needs: plan,", "test: {needs: [plan, docs],")],
		["takes the file away", "jobs: ["],
	])("are not skipped innocently where a pull request %s", async (_, text) => {
		const of = history.pull(base, { [CI]: text });
		expect(
			verdicts(await judge({ docs: "skipped", site: "skipped", test: "skipped" }, { of })),
		).toHaveProperty("test", "closed");
	});

	it("prove nothing where the gate's job needs others: a called workflow names its skips itself", async () => {
		expect(verdicts(await judge({ docs: "skipped" }, { job: "other" }))).toEqual({ docs: "closed" });
		expect(
			(await judge({ docs: "skipped" }, { job: "other", inputs: { "allowed-skips": "docs" } })).verdict,
		).toBe("open");
	});

	it("prove nothing where a called workflow of the running commit has them continue on error", async () => {
		const text = WORKFLOW.replace(
			"plan: {runs-on: x, steps: []}",
			"plan: {uses: ./.github/workflows/plan.yml}",
		);
		const of = history.pull(base, {
			[CI]: text,
			".github/workflows/plan.yml": "jobs: {inner: {continue-on-error: true, runs-on: x, steps: []}}\n",
		});
		const result = await judge({}, { of });
		expect(verdicts(result)).toEqual({ plan: "closed" });
		expect(codesOf(result)).toEqual(["job-success"]);
		expect((await judge({ docs: "skipped" }, { of })).verdict).toBe("closed");
	});

	it("are told where no file shows whether they continue on error", async () => {
		expect(problemsOf(await judge({}, { job: "other" }))).toContain("continue-on-error-unknown");
		expect(problemsOf(await judge({}))).not.toContain("continue-on-error-unknown");
	});

	it("tell of a gate that a failure would skip, without changing the verdict", async () => {
		const of = history.pull(base, { [CI]: WORKFLOW.replace(/if: "\$\{\{ !cancelled\(\) \}\}", /, "") });
		const result = await judge({}, { of });
		expect(result.problems).toContainEqual(
			expect.objectContaining({ severity: "error", code: "gate-skippable" }),
		);
		expect(result.verdict).toBe("open");
	});
});

describe("the outside world", () => {
	const CART = "services/cart/sluice.service.yaml";
	const shop = (gate = "") =>
		history.commit(undefined, {
			[CART]: "name: cart\ntest: {unit: x, component: x, integration: {run: x, results: r.xml}, smoke: x}\n",
			"services/cart/a.js": 'fetch("https://api.stripe.com")\n',
			...(gate === "" ? {} : { "sluice.yaml": `gate: {${gate}}\n` }),
		});
	const plain = shop();
	const OUTAGE = "getaddrinfo ENOTFOUND api.stripe.com";
	const red =
		(level: string, failures: readonly string[], own: Partial<Evidence> = {}) =>
		(commit: string) =>
			redEvidence(
				{ commit, level, outcome: "infrastructure", ...own },
				...failures.map((message) => ({ message })),
			);
	const bare =
		(level: string, own: Partial<Evidence> = {}) =>
		(commit: string) =>
			makeEvidence({
				commit,
				level,
				declares: { results: false, coverage: false },
				tests: null,
				outcome: "infrastructure",
				exitCode: 1,
				output: OUTAGE,
				...own,
			});
	const gate = (head: string, evidence: (commit: string) => Evidence, inputs: Record<string, string> = {}) =>
		history.gate({ head, evidence: [evidence(head)], inputs: { services: "[]", ...inputs } });

	it.each<[string, (commit: string) => Evidence, string]>([
		["excuses integration", red("integration", [OUTAGE]), "held"],
		["excuses no unit test", red("unit", [OUTAGE]), "closed"],
		["excuses no component test", red("component", [OUTAGE]), "closed"],
		["is no excuse beside the change's own failure", red("integration", [OUTAGE, "expected 1"]), "closed"],
		["has no part in localhost", red("integration", ["connect ECONNREFUSED 127.0.0.1:5432"]), "closed"],
		["has no part in bare names", red("integration", ["getaddrinfo ENOTFOUND postgres"]), "closed"],
		["has no part in our services", red("integration", ["getaddrinfo ENOTFOUND cart"]), "closed"],
		[
			"is a missing container engine",
			red("integration", ["Could not find a valid Docker environment"]),
			"held",
		],
		[
			"is a registry's rate limit",
			red("integration", ["toomanyrequests: You have reached your pull rate limit"]),
			"held",
		],
		["is a full disk", red("integration", ["write ENOSPC: no space left on device"]), "held"],
		[
			"is read from the message, never from the output of a level with results",
			red("integration", ["expected 1"], { output: OUTAGE }),
			"closed",
		],
		["is read from the output of a level without results", bare("smoke"), "held"],
		[
			"is not read from output where results are declared",
			bare("integration", { declares: { results: true, coverage: false } }),
			"closed",
		],
		["is no excuse of an exit without words", bare("smoke", { output: "Error: x", exitCode: 137 }), "closed"],
	])("%s", async (_, evidence, verdict) => {
		expect((await gate(plain, evidence)).verdict).toBe(verdict);
	});

	it.each<[string, string, Record<string, string>, string]>([
		["the default holds", "", {}, "held"],
		["the input is stricter", "", { "on-infrastructure": "close" }, "closed"],
		["the policy is stricter", "infrastructure: {action: close}", { "on-infrastructure": "hold" }, "closed"],
		["as many as the cap", "infrastructure: {max-count: 2}", {}, "held"],
		["more than the cap", "infrastructure: {max-count: 1}", {}, "closed"],
		["as large a share as the cap", "infrastructure: {max-share: 0.4}", {}, "held"],
		["a larger share than the cap", "infrastructure: {max-share: 0.39}", {}, "closed"],
	])("by the settings: %s", async (_, settings, inputs, verdict) => {
		const head = settings === "" ? plain : shop(settings);
		const result = await gate(head, red("integration", [OUTAGE, OUTAGE]), inputs);
		expect(result).toMatchObject({ verdict, open: false });
	});

	it("has patterns of one's own, literals and globs, beside the built-in ones", async () => {
		const head = shop("infrastructure: {patterns: ['quota * exceeded']}");
		expect((await gate(head, red("integration", ["the quota of today exceeded"]))).verdict).toBe("held");
		expect((await gate(head, red("integration", ["the quotas exceeded"]))).verdict).toBe("closed");
		expect((await gate(head, red("integration", [OUTAGE]))).verdict).toBe("held");
	});

	it("does not have a host that this change brings in, and none where the base is not known", async () => {
		const message = "getaddrinfo ENOTFOUND api.stirpe.com";
		const typo = history.pull(plain, { "services/cart/a.js": 'fetch("https://api.stirpe.com")\n' });
		const evidence = [red("integration", [message])(typo.head)];
		expect((await history.gatePull(typo, { evidence, inputs: { services: "[]" } })).verdict).toBe("closed");
		const known = history.pull(plain, { "services/cart/b.js": "1\n" });
		const same = [red("integration", [message])(known.head)];
		expect((await history.gatePull(known, { evidence: same, inputs: { services: "[]" } })).verdict).toBe(
			"held",
		);
		const lost = await history.gate({
			head: typo.head,
			evidence,
			inputs: { services: "[]", base: "nowhere", "policy-from": "head" },
		});
		expect(lost.verdict).toBe("closed");
	});
});

describe("the quarantine", () => {
	const entry = (own: string) => `gate: {quarantine: [{${own}}]}\n`;
	const valid = "test: 'Cart > fails ?', owner: me, until: 2999-01-31";
	it.each<[string, string, string, string[]]>([
		["a pattern of the whole name", valid, "2027-01-31", []],
		["the bare name", "test: fails 1, owner: me, until: 2999-01-31", "2027-01-31", []],
		["its last day", "test: fails 1, owner: me, until: 2027-01-31", "2027-01-31", []],
		["the day after", "test: fails 1, owner: me, until: 2027-01-31", "2027-02-01", ["quarantine-expired"]],
		["no owner", "test: fails 1, until: 2999-01-31", "2027-01-31", ["quarantine-void"]],
		["no end", "test: fails 1, owner: me", "2027-01-31", ["quarantine-void"]],
		["another level", `${valid}, level: it`, "2027-01-31", ["other"]],
		["another service", `${valid}, service: fraud`, "2027-01-31", ["other"]],
		[
			"a regular expression, which is none",
			"test: 'Cart > fail.*', owner: me, until: 2999-01-31",
			"2027-01-31",
			["other"],
		],
	])("with %s", async (_, own, today, expected) => {
		const head = history.commit(undefined, {
			"services/cart/sluice.service.yaml": "name: cart\ntest: x\n",
			"sluice.yaml": entry(own),
		});
		const evidence = [redEvidence({ commit: head, outcome: "passed" }, { message: "x" })];
		const result = await history.gate({ head, evidence, inputs: { services: "cart" }, ports: { today } });
		expect(result.verdict).toBe(expected.length === 0 ? "open" : "closed");
		expect(result.services[0]?.levels[0]?.quarantined).toBe(expected.length === 0 ? 1 : 0);
		expect(result.tests.failed).toBe(1);
		const codes = problemsOf(result).filter((code) => code.startsWith("quarantine"));
		expect(codes).toEqual(expected.filter((code) => code !== "other"));
	});
});

describe("telling", () => {
	const inputsOf = (own: Record<string, string>) =>
		parseInputs(new Inputs(INPUTS, new Map(Object.entries(own))));

	it("has the reason to mend first first: missing, failed, below a bar, and then what only holds", async () => {
		const head = history.commit(undefined, {
			"a/sluice.service.yaml":
				"name: a\ntest: {unit: {run: x, coverage: c.info}, it: x, smoke: x, thresholds: {lines: 90}}\n",
			"a/a.js": linesOf(10),
		});
		const own = { commit: head, service: "a" };
		const evidence = [
			redEvidence(
				{ ...own, level: "smoke", leg: "s", outcome: "infrastructure" },
				{ message: "getaddrinfo ENOTFOUND api.stripe.com" },
			),
			redEvidence(
				{ ...own, coverage: { files: [covered("a/a.js", 5, 10)], unmatched: [] } },
				{ message: "expected" },
			),
		];
		const result = await history.gate({ head, evidence });
		expect(result.reasons.map(({ code }) => code)).toEqual([
			"evidence-missing",
			"tests-failed",
			"coverage-lines",
			"infrastructure",
		]);
		expect(result.reason).toBe(result.reasons[0]?.message);
		const soft = gateAction.report(result, inputsOf({ "fail-when-closed": "false" }));
		expect(soft).toMatchObject({ exitCode: 1, fails: false, outputs: { verdict: "closed", open: "false" } });
		expect(gateAction.report(result, inputsOf({})).fails).not.toBe(false);
	});

	it("exits with 0 in a terminal only where it is open, and a held gate fails no step", async () => {
		const result = await judge({}, {});
		expect(gateAction.report(result, inputsOf({}))).toMatchObject({ exitCode: 0 });
		const held = { ...result, verdict: "held" as const, open: false };
		expect(gateAction.report(held, inputsOf({}))).toMatchObject({ exitCode: 1, fails: false });
	});
});
