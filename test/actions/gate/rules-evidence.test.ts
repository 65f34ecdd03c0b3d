import { afterAll, describe, expect, it } from "vitest";
import { withoutStaleAttempts } from "#src/actions/gate/attempts.js";
import { missingLegs } from "#src/actions/gate/legs.js";
import type { Leg } from "#src/actions/gate/match.js";
import { type JobResult, parseNeeds } from "#src/actions/gate/needs.js";
import type { GateResult } from "#src/actions/gate/result.js";
import { otherFailedSteps } from "#src/actions/gate/run-jobs.js";
import { parseWorkflow } from "#src/actions/gate/workflow-file.js";
import type { Evidence, LegParts } from "#src/evidence/evidence.js";
import type { RunJob } from "#src/github/jobs.js";
import { makeEvidence, redEvidence } from "./evidence.ts";
import { codesOf, makeHistory } from "./history.ts";

/** The gate's rules, one test for each: which evidence counts, its attempts and its legs. */

const CART = "services/cart/sluice.service.yaml";
const WORKFLOW = `on: push
jobs:
  unit: {runs-on: x, steps: [{uses: acme/sluice/actions/run@v1}, {run: make lint, name: Lint}]}
  it: {runs-on: x, name: "It \${{ matrix.service }}", steps: [{uses: acme/sluice/actions/run@v1, name: Tests}]}
  soft: {runs-on: x, steps: [{run: x, continue-on-error: true}]}
  gate: {needs: [unit, it], if: always(), runs-on: x, steps: []}
`;
const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());
const head = history.commit(undefined, {
	[CART]: "name: cart\ntest: {unit: x, it: y}\n",
	"ci.yml": WORKFLOW,
});

const exit = (level: string, own: Partial<Evidence> = {}) =>
	makeEvidence({
		commit: head,
		level,
		job: level,
		leg: level,
		declares: { results: false, coverage: false },
		tests: null,
		...own,
	});
const gate = (
	evidence: readonly Evidence[],
	inputs: Record<string, string> = {},
	environment: Record<string, string | undefined> = {},
	jobs?: RunJob[],
) =>
	history.gate({
		head,
		evidence,
		inputs: { workflow: "ci.yml", ...inputs },
		environment,
		...(jobs === undefined ? {} : { jobs: { kind: "known", jobs } }),
	});
const droppedBecause = (result: GateResult) => result.dropped.map(({ why }) => why).sort();

describe("evidence", () => {
	it.each<[string, Partial<Evidence>, string]>([
		["of another commit", { commit: "f".repeat(40) }, "it belongs to commit ffffffffffff"],
		["of another run", { run: "99" }, "it belongs to run 99, and run 100 counts"],
		["of a later run, which may be forged", { run: "101" }, "it belongs to run 101, and run 100 counts"],
		["of an attempt above the gate's own", { attempt: 2 }, "it belongs to attempt 2, and this is attempt 1"],
		[
			"of another repository that has the commit",
			{ repository: "evil/shop" },
			"it belongs to repository evil/shop",
		],
		["of no run", { run: null }, "it belongs to no run, and run 100 counts"],
	])("%s is dropped and named, and is no error: only what is left counts", async (_, own, why) => {
		const result = await gate([exit("unit"), exit("it", own)]);
		expect(droppedBecause(result)).toEqual([expect.stringContaining(why)]);
		expect(result.reasons).toMatchObject([{ code: "evidence-missing", level: "it" }]);
		// The reason itself says why what is there does not count.
		expect(result.reason).toMatch(/^There is no evidence of cart it that counts: of \S+, it belongs to/);
		expect((await gate([exit("unit"), exit("it"), exit("it", own)])).verdict).toBe("open");
	});

	it("counts from one run only: the highest that is there where the gate's own has none", async () => {
		const result = await gate([
			exit("unit", { run: "98" }),
			exit("it", { run: "98" }),
			exit("it", { run: "9" }),
		]);
		expect(result.verdict).toBe("open");
		expect(result.problems).toMatchObject([
			{
				code: "evidence-of-another-run",
				message: "Evidence of run 98 counts: there is none of run 100, which is the gate's own",
			},
		]);
		expect((await gate([exit("unit"), exit("it")])).problems).toEqual([]);
		const mixed = await gate([exit("unit", { run: "97" }), exit("it", { run: "98" })]);
		expect(mixed.reasons).toMatchObject([{ code: "evidence-missing", level: "unit" }]);
	});

	it("of another run is no explanation of a failure in this one, and no word of a job that continues on error", async () => {
		const outage = redEvidence(
			{ commit: head, level: "it", job: "it", leg: "it", run: "98" },
			{ message: "getaddrinfo ENOTFOUND api.stripe.com" },
		);
		const needs = '{"it":{"result":"failure"},"unit":{"result":"success"}}';
		const result = await gate([exit("unit", { run: "98" }), outage], { needs });
		expect(codesOf(result)).toEqual(["infrastructure", "job-failure"]);
		expect(result.verdict).toBe("closed");
	});

	it("that is there twice counts once; two files of one key that differ close, and both are named", async () => {
		const twice = await gate([exit("unit"), exit("it"), exit("it")]);
		expect(twice.verdict).toBe("open");
		expect(droppedBecause(twice)).toEqual([expect.stringContaining("it is the same as")]);
		const differs = await gate([exit("unit"), exit("it"), exit("it", { reason: "other" })]);
		expect(codesOf(differs)).toEqual(["evidence-contradicts"]);
		expect(differs.reasons[0]?.message).toMatch(/\/1\/.* and .*\/2\//);
	});

	it("of an unknown form, cut off, or no evidence at all closes and is named", async () => {
		const files = {
			"bad/cut.json": JSON.stringify(exit("it")).slice(0, -9),
			"bad/other.json": '{"schema":"evidence.v2"}',
			"bad/list.json": "[]",
		};
		const result = await history.gate({ head, files, inputs: { evidence: "bad/**", services: "[]" } });
		expect(result.reasons.map(({ code, file }) => `${code} ${file}`)).toEqual([
			"evidence-unreadable bad/cut.json",
			"evidence-unreadable bad/list.json",
			"evidence-unreadable bad/other.json",
		]);
		expect(result.reasons[1]?.message).toMatch(/^Evidence bad\/list\.json can't be read: /);
	});

	it("belongs in a terminal to HEAD, where uncommitted lines count and that is said", async () => {
		const local = { run: null, job: null, legs: null, repository: null };
		history.git("read-tree", head);
		history.git("checkout-index", "--all", "--force");
		const result = await history.gate({
			head,
			evidence: [exit("unit", local), exit("it", local)],
			files: { [CART]: "name: cart\ntest: {unit: x, it: y}\n# more\n" },
			event: "",
			inputs: { base: "HEAD" },
			environment: { GITHUB_RUN_ID: "", GITHUB_JOB: "", GITHUB_SHA: "", GITHUB_REF: "" },
		});
		expect(result.verdict).toBe("open");
		expect(result.problems.map(({ code }) => code)).toContain("working-tree");
	});

	it("of a level with results is missing without a report, and where no test ran", async () => {
		const declares = { results: true, coverage: false };
		for (const [tests, why] of [
			[null, "no report was found"],
			[{ total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 }, "no test ran"],
			[{ total: 2, passed: 0, failed: 0, errors: 0, skipped: 2, flaky: 0 }, "all tests were skipped"],
		] as const) {
			const result = await gate([exit("unit"), exit("it", { declares, tests })]);
			expect(result.reasons).toMatchObject([
				{ code: "report-missing", message: expect.stringContaining(why) },
			]);
		}
	});

	it("whose report was found and refused does not say that none was found", async () => {
		const reason = "the command ended with 0, and c.info names line 4 of a.js, which has 3";
		const failed = { outcome: "failed", exitCode: 0, tests: null, reason } as const;
		const declares = { results: true, coverage: true };
		const result = await gate([exit("unit"), exit("it", { ...failed, declares })]);
		const told = result.reasons.map(({ message }) => message).join("\n");
		expect(codesOf(result)).toEqual(["coverage-missing", "report-missing"]);
		expect(told).toContain(`no report of results counts (${reason})`);
		expect(told).toContain("no report of it counts");
		expect(told).not.toContain("was found");
	});

	it("that declares coverage and has none is missing, although no threshold asks for it", async () => {
		const result = await gate([exit("unit"), exit("it", { declares: { results: false, coverage: true } })]);
		expect(codesOf(result)).toEqual(["coverage-missing"]);
	});
});

describe("attempts", () => {
	const second = { GITHUB_RUN_ATTEMPT: "2" };
	const rerun = [exit("unit"), exit("it", { outcome: "failed", exitCode: 1 }), exit("it", { attempt: 2 })];
	const ran = (name: string, own: Partial<RunJob> = {}): RunJob => ({
		name,
		ran: true,
		conclusion: "success",
		steps: [],
		...own,
	});

	it("the newest of each key counts, and a green leg of an earlier one where its job succeeded in this run", async () => {
		const needs = '{"unit":{"result":"success"},"it":{"result":"success"}}';
		const result = await gate(rerun, { needs }, second);
		expect(result.verdict).toBe("open");
		expect(droppedBecause(result)).toEqual(["attempt 2 of the same leg is there"]);
	});

	it("nothing tells whether the job ran again: missing, and why it is not known is said", async () => {
		const result = await gate(rerun, {}, second);
		expect(result.reasons).toMatchObject([{ code: "evidence-missing", level: "unit" }]);
		expect(droppedBecause(result)).toContainEqual(expect.stringContaining("(no permission)"));
	});

	it("GitHub lists the jobs: what did not run again counts, what did is missing", async () => {
		const jobs = [ran("unit", { ran: false }), ran("It cart")];
		expect((await gate(rerun, {}, second, jobs)).verdict).toBe("open");
		const again = await gate(rerun, { needs: '{"unit":{"result":"success"}}' }, second, [
			ran("unit"),
			ran("It cart"),
		]);
		expect(again.reasons).toMatchObject([{ code: "evidence-missing", level: "unit" }]);
	});

	it("of another run than the gate's own are held to the newest that is there", async () => {
		const other = rerun.map((each) => ({ ...each, run: "98" }));
		const needs = '{"unit":{"result":"success"},"it":{"result":"success"}}';
		expect(codesOf(await gate(other, { needs }))).toEqual(["evidence-missing"]);
		expect((await gate(other, {}, {}, [ran("unit", { ran: false }), ran("It cart")])).verdict).toBe("open");
	});

	const stale = (
		own: Partial<Evidence>,
		results: Record<string, JobResult>,
		jobs?: RunJob[],
		explained = false,
	) =>
		withoutStaleAttempts({
			legs: [{ file: "a.json", evidence: { ...exit("unit", own), coverage: null }, older: true }],
			needs: parseNeeds(
				Object.fromEntries(Object.entries(results).map(([job, result]) => [job, { result }])),
			),
			workflow: parseWorkflow("ci.yml", WORKFLOW),
			jobs: jobs === undefined ? undefined : { kind: "known", jobs },
			explained: () => explained,
		}).legs.length === 0;
	const matrix = (service: string): Partial<Evidence> => ({
		job: "it",
		legParts: { total: 2, matrix: [["service", service]], shard: null, name: null },
	});

	it.each<[string, boolean, Parameters<typeof stale>]>([
		["its job failed", true, [{}, { unit: "failure" }]],
		["its job failed, which is explained", false, [{}, { unit: "failure" }, undefined, true]],
		["its job was cancelled", true, [{}, { unit: "cancelled" }]],
		["a step of its job continues on error", true, [{ job: "soft" }, { soft: "success" }]],
		["its job is not in the workflow file", true, [{ job: "x" }, { x: "success" }]],
		["it names no job", true, [{ job: null }, { unit: "success" }]],
		[
			"its leg did not run again, and its job failed",
			false,
			[matrix("a"), { it: "failure" }, [ran("It a", { ran: false }), ran("It b")]],
		],
		["its leg ran again", true, [matrix("b"), { it: "success" }, [ran("It a", { ran: false }), ran("It b")]]],
		[
			"a job of a name that may be its own ran again",
			true,
			[{ job: "it" }, { it: "success" }, [ran("It a", { ran: false }), ran("It b")]],
		],
		[
			"a called workflow's job did not run again",
			false,
			[{ job: "y" }, {}, [ran("verify / y (cart, unit)", { ran: false })]],
		],
		[
			"values in brackets tell its leg apart",
			false,
			[
				{
					job: "y",
					legParts: {
						total: 2,
						matrix: [
							["l", "unit"],
							["s", "cart"],
						],
						shard: null,
						name: null,
					},
				},
				{},
				[ran("y (cart, unit)", { ran: false }), ran("y (cart, it)")],
			],
		],
	])("evidence of an earlier one where %s: missing %s", (_, expected, question) => {
		expect(stale(...question)).toBe(expected);
	});

	it.each<[string, RunJob, object]>([
		[
			"unit",
			ran("unit", {
				conclusion: "failure",
				steps: [
					{ name: "Run acme/sluice/actions/run@v1", conclusion: "failure" },
					{ name: "Lint", conclusion: "skipped" },
				],
			}),
			{ kind: "none" },
		],
		[
			"unit",
			ran("unit", {
				conclusion: "failure",
				steps: [
					{ name: "Run acme/sluice/actions/run@v1", conclusion: "failure" },
					{ name: "Lint", conclusion: "failure" },
				],
			}),
			{ kind: "failed", names: ["Lint"] },
		],
		[
			"it",
			ran("It cart", { conclusion: "failure", steps: [{ name: "Tests", conclusion: "failure" }] }),
			{ kind: "none" },
		],
		[
			"unit",
			ran("unit", { conclusion: "timed_out" }),
			{ kind: "failed", names: ["the job itself (timed_out)"] },
		],
		["unit", ran("other", { conclusion: "failure" }), { kind: "unknown", why: expect.any(String) }],
		["unit", ran("unit", { conclusion: "failure" }), { kind: "unknown", why: expect.any(String) }],
	])("what else failed in %s is read from its steps", (job, each, expected) => {
		expect(otherFailedSteps(job, [each], parseWorkflow("ci.yml", WORKFLOW))).toEqual(expected);
	});
});

describe("legs", () => {
	/** `service level` and what the leg is made of. */
	const leg = (
		key: string,
		parts: Partial<LegParts> & { of?: Record<string, string> },
		own: Partial<Evidence> = {},
	): Leg => {
		const [service = "", level = ""] = key.split(" ");
		const { of, ...rest } = parts;
		const matrix = of === undefined ? null : (Object.entries(of).sort() as [string, string][]);
		const legParts = { total: 1, shard: null, name: null, matrix, ...rest };
		return {
			file: "f.json",
			older: false,
			evidence: {
				...makeEvidence({
					commit: head,
					service,
					level,
					job: "test",
					leg: JSON.stringify([key, legParts]),
					legs: legParts.total,
					legParts,
					...own,
				}),
				coverage: null,
			},
		};
	};
	const two = { total: 2 };
	const plan = (service: string, level: string, total = 2) =>
		leg(`${service} ${level}`, { total, of: { service, level, path: `services/${service}` } });

	it.each<[string, Leg[], string[]]>([
		[
			"all of a matrix that repeats a level",
			[leg("cart unit", { ...two, of: { node: "22" } }), leg("cart unit", { ...two, of: { node: "24" } })],
			[],
		],
		["one of them lost", [leg("cart unit", { ...two, of: { node: "22" } })], ["leg-missing"]],
		[
			"one hidden by another level of the same job",
			[leg("cart unit", { ...two, of: { node: "22" } }), leg("cart it", { ...two, of: { node: "24" } })],
			["leg-missing cart it", "leg-missing cart unit"],
		],
		[
			"two levels in each leg, one lost",
			[
				leg("cart unit", { ...two, of: { node: "22" } }),
				leg("cart it", { ...two, of: { node: "22" } }),
				leg("cart unit", { ...two, of: { node: "24" } }),
			],
			["leg-missing cart it"],
		],
		[
			"the matrix of plan: each leg is one service and level",
			[plan("cart", "unit"), plan("fraud", "it")],
			[],
		],
		["the matrix of plan, one lost", [plan("cart", "unit", 3), plan("fraud", "it", 3)], ["leg-missing"]],
		[
			"the matrix of plan and versions of node, one lost and its place taken by a forged one",
			[
				leg("cart unit", { total: 4, of: { level: "unit", node: "22" } }),
				leg("cart unit", { total: 4, of: { level: "unit", node: "24" } }),
				leg("cart it", { total: 4, of: { level: "it", node: "22" } }),
				leg("cart unit", { total: 4, of: { level: "it", node: "24" } }),
			],
			["leg-missing cart it", "leg-missing cart unit"],
		],
		[
			"services spread over the legs, and all levels in each",
			[
				leg("cart unit", { ...two, of: { s: "cart" } }),
				leg("cart it", { ...two, of: { s: "cart" } }),
				leg("fraud unit", { ...two, of: { s: "fraud" } }),
			],
			[],
		],
		["a job without a matrix that ran several levels", [leg("cart unit", {}), leg("cart it", {})], []],
		[
			"shards in the matrix",
			[
				leg("cart unit", { ...two, of: { shard: "1" }, shard: { index: 1, count: 2 } }),
				leg("cart unit", { ...two, of: { shard: "2" }, shard: { index: 2, count: 2 } }),
			],
			[],
		],
		[
			"shards in one job, one lost",
			[
				leg("cart unit", { shard: { index: 1, count: 3 } }),
				leg("cart unit", { shard: { index: 3, count: 3 } }),
			],
			["shard-missing cart unit"],
		],
		[
			"shards in each leg, one lost in one of them",
			[
				leg("cart unit", { ...two, of: { os: "a" }, shard: { index: 1, count: 2 } }),
				leg("cart unit", { ...two, of: { os: "a" }, shard: { index: 2, count: 2 } }),
				leg("cart unit", { ...two, of: { os: "b" }, shard: { index: 1, count: 2 } }),
			],
			["leg-missing cart unit"],
		],
		[
			"names of runs in each leg, one lost in one of them",
			[
				leg("cart unit", { ...two, of: { os: "a" }, name: "x" }),
				leg("cart unit", { ...two, of: { os: "a" }, name: "y" }),
				leg("cart unit", { ...two, of: { os: "b" }, name: "x" }),
			],
			["leg-missing cart unit"],
		],
		[
			"names that the matrix gives",
			[
				leg("cart unit", { ...two, of: { os: "a" }, name: "a" }),
				leg("cart unit", { ...two, of: { os: "b" }, name: "b" }),
			],
			[],
		],
		[
			"a workflow that is called twice, with a leg lost in the smaller one",
			[leg("a unit", { total: 1, of: { s: "a" } }), leg("b unit", { total: 2, of: { s: "b" } })],
			["leg-missing"],
		],
		["a number of legs that is not known", [leg("cart unit", { total: null })], ["legs-unknown"]],
	])("%s", (_, legs, expected) => {
		const found = missingLegs({ legs, needs: undefined }).map(({ code, service = "", level = "" }) =>
			`${code} ${service} ${level}`.trim(),
		);
		expect(found.sort()).toEqual(expected);
	});

	it("whose number is not known are judged by 'needs'", () => {
		const legs = [leg("cart unit", { total: null })];
		expect(missingLegs({ legs, needs: new Map([["test", "success"]]) })).toEqual([]);
	});

	it("of older evidence are counted", () => {
		const old = (name: string) => {
			const { evidence } = leg("cart unit", {});
			const { legParts: _, ...rest } = evidence;
			return { file: "f", older: false, evidence: { ...rest, leg: name, legs: 2 } };
		};
		expect(missingLegs({ legs: [old("a")], needs: undefined })).toHaveLength(1);
		expect(missingLegs({ legs: [old("a"), old("b")], needs: undefined })).toEqual([]);
	});

	it("that are missing close the gate although every level has evidence", async () => {
		const parts = (node: string): LegParts => ({
			total: 2,
			matrix: [["node", node]],
			shard: null,
			name: null,
		});
		const own = (node: string) => ({ job: "test", leg: `test-${node}`, legs: 2, legParts: parts(node) });
		const result = await gate([exit("unit", own("22")), exit("it", own("24"))]);
		expect(codesOf(result)).toEqual(["leg-missing", "leg-missing"]);
		expect(result.verdict).toBe("closed");
	});
});
