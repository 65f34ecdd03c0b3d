import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { type ActionRun, spawnAction } from "../../runner/spawn.ts";
import { covered, linesOf, makeEvidence, redEvidence, writeEvidence } from "./evidence.ts";

/** The gate as GitHub's runner starts it: a process, a real repository with base and head, files of evidence. */

const MANIFEST = `name: cart
test:
  unit: {run: npm test, results: reports/unit/*.xml, coverage: coverage/lcov.info}
  integration: {run: npm run it, results: reports/it/*.xml}
  e2e: {run: npm run e2e, results: reports/e2e/*.xml}
  thresholds: {lines: 80, patch: 90}
`;
const APP = "services/cart/src/app.js";

interface Change {
	repository: TestRepository;
	base: string;
	/** The branch's own commit. */
	branch: string;
	/** The pull request's merge commit, which is checked out. */
	head: string;
}

const open: TestRepository[] = [];
afterEach(async () => {
	for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

function repositoryWith(files: Record<string, string>): TestRepository {
	const repository = makeRepository({ ".gitignore": "sluice-evidence/\nreports/\ncoverage/\n", ...files });
	open.push(repository);
	return repository;
}

/** A pull request as actions/checkout leaves it: the merge commit of main and the branch. */
function pullRequest(
	head: Record<string, string | undefined>,
	base: Record<string, string> = { "services/cart/sluice.service.yaml": MANIFEST, [APP]: linesOf(20) },
): Change {
	const repository = repositoryWith(base);
	const baseCommit = repository.git("rev-parse", "HEAD");
	repository.git("switch", "--quiet", "--create", "topic");
	const branch = repository.commit("feat: more", head);
	repository.git("switch", "--quiet", "--detach", baseCommit);
	repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "topic");
	return { repository, base: baseCommit, branch, head: repository.git("rev-parse", "HEAD") };
}

/** Twenty lines more, of which the last ones may be without a test. */
const MORE = { [APP]: linesOf(40) };

function greenUnit(commit: string, lines = 40) {
	return makeEvidence({ commit, coverage: { files: [covered(APP, lines, 40)], unmatched: [] } });
}

function greenIntegration(commit: string) {
	return makeEvidence({ commit, level: "integration", leg: "it-1", job: "it" });
}

function gate(
	{ repository, base, branch, head }: Change,
	inputs: Record<string, string> = {},
	environment: Record<string, string> = {},
): Promise<ActionRun> {
	return spawnAction("gate", {
		directory: repository.directory,
		inputs: { services: '["cart"]', ...inputs },
		event: "pull_request",
		payload: {
			repository: { default_branch: "main" },
			pull_request: {
				number: 7,
				head: { ref: "topic", sha: branch, repo: { full_name: "acme/shop" } },
				base: { ref: "main", sha: base, repo: { full_name: "acme/shop" } },
			},
		},
		environment: {
			GITHUB_REPOSITORY: "acme/shop",
			GITHUB_SHA: head,
			GITHUB_REF: "refs/pull/7/merge",
			GITHUB_RUN_ID: "100",
			GITHUB_RUN_ATTEMPT: "1",
			GITHUB_JOB: "gate",
			...environment,
		},
	});
}

function codes(run: ActionRun): string[] {
	if (run.result === undefined) throw new Error(`no result:\n${run.stdout}${run.stderr}`);
	return run.result.reasons.map((each: { code: string }) => each.code);
}

describe("a pull request with manifests", () => {
	it("is open when everything required is there and passed", async () => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, greenUnit(change.head), greenIntegration(change.head));
		const run = await gate(change);
		expect(run.stdout).not.toContain("::error");
		expect(run.result.reasons).toEqual([]);
		expect(run.outputs).toMatchObject({
			open: "true",
			verdict: "open",
			coverage: "100.00",
			"patch-coverage": "100.00",
			tests: "6",
			failed: "0",
			flaky: "0",
			"merged-coverage": "sluice-coverage",
		});
		const folder = join(change.repository.directory, "sluice-coverage");
		expect(readdirSync(folder).sort()).toEqual([".gitignore", "cobertura.xml", "lcov.info"]);
		expect(readFileSync(join(folder, "lcov.info"), "utf8")).toMatch(/^TN:\nSF:[^\n]+\n(FN|BR|DA)/);
		expect(readFileSync(join(folder, "cobertura.xml"), "utf8")).toContain('line-rate="1"');
		expect(run.result).toMatchObject({
			schema: "gate.result.v1",
			open: true,
			commit: change.head,
			base: change.base,
		});
		expect(run.summary).toContain("### gate: open");
		expect(run.code).toBe(0);
	});

	it("is closed by a level that nobody ran, and says which and where it is declared", async () => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, { ...greenUnit(change.head), legs: 1 });
		const run = await gate(change);
		expect(run.result.reasons).toMatchObject([
			{
				code: "evidence-missing",
				service: "cart",
				level: "integration",
				file: "services/cart/sluice.service.yaml",
				line: 4,
			},
		]);
		expect(run.outputs).toMatchObject({
			open: "false",
			verdict: "closed",
			reason: "There is no evidence of cart integration",
		});
		expect(run.code).toBe(1);
	});

	it("is closed by a failing test, which is named with its message and place", async () => {
		const change = pullRequest(MORE);
		const red = redEvidence(
			{ commit: change.head, coverage: { files: [covered(APP, 40, 40)], unmatched: [] } },
			{
				name: "Cart > adds",
				message: "expected 3 to be 4",
				file: "services/cart/test/add.test.js",
				line: 12,
			},
		);
		writeEvidence(change.repository, red, greenIntegration(change.head));
		const run = await gate(change);
		expect(run.outputs).toMatchObject({ verdict: "closed", failed: "1" });
		expect(run.stdout).toContain("::error title=test-failed,file=services/cart/test/add.test.js,line=12::");
		expect(run.summary).toContain("expected 3 to be 4");
		expect(codes(run)).toEqual(["tests-failed"]);
	});

	it("is closed below a bar, which 79.99 % is for 80", async () => {
		const change = pullRequest(MORE);
		// Numbers alone, of a file that the change leaves alone.
		const many = { covered: 19_959, total: 25_000 - 40 };
		const big = { ...covered("services/cart/sluice.service.yaml", 0, 0), totals: { lines: many } };
		const files = [covered(APP, 40, 40), big];
		writeEvidence(
			change.repository,
			makeEvidence({ commit: change.head, coverage: { files, unmatched: [] } }),
			greenIntegration(change.head),
		);
		const run = await gate(change);
		expect(codes(run)).toEqual(["coverage-lines"]);
		expect(run.outputs).toMatchObject({ verdict: "closed", coverage: "79.99" });
		expect(run.result.reasons[0].fix).toBe("Test 1 more of them.");
	});

	it("is closed by added lines without a test, which become annotations", async () => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, greenUnit(change.head, 36), greenIntegration(change.head));
		const run = await gate(change);
		expect(codes(run)).toEqual(["coverage-patch"]);
		expect(run.outputs).toMatchObject({ "patch-coverage": "80.00", coverage: "90.00" });
		expect(run.stdout).toContain(
			`::warning title=line-uncovered,file=${APP},line=37,endLine=40::Lines 37 to 40`,
		);
	});

	it("tells coverage of other files from no coverage", async () => {
		const change = pullRequest(MORE);
		const unit = makeEvidence({ commit: change.head, coverage: { files: [], unmatched: ["src/price.js"] } });
		writeEvidence(change.repository, unit, greenIntegration(change.head));
		const run = await gate(change);
		expect(run.result.reasons).toMatchObject([
			{ code: "coverage-missing", message: expect.stringContaining('they name "src/price.js"') },
		]);
	});

	it("does not judge fewer added lines than the floor, and says so", async () => {
		const change = pullRequest({ [APP]: linesOf(24) });
		const unit = makeEvidence({
			commit: change.head,
			coverage: { files: [covered(APP, 20, 24)], unmatched: [] },
		});
		writeEvidence(change.repository, unit, greenIntegration(change.head));
		const run = await gate(change);
		expect(run.outputs.verdict).toBe("open");
		expect(run.summary).toContain("4 added lines count, fewer than 5");
	});

	it("needs e2e only where it is required", async () => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, greenUnit(change.head), greenIntegration(change.head));
		const run = await gate(change, { require: "e2e" });
		expect(run.result.reasons).toMatchObject([{ code: "evidence-missing", level: "e2e" }]);
	});

	it("has nothing due for an empty array of services, and is open", async () => {
		const run = await gate(pullRequest(MORE), { services: "[]" });
		expect(run.outputs).toMatchObject({ verdict: "open", reason: "No service is due" });
	});

	it("computes what is due where nobody says it", async () => {
		const change = pullRequest(
			{ "services/cart/README.txt": "x" },
			{
				"services/cart/sluice.service.yaml": "name: cart\ntest: make test\n",
				"services/fraud/sluice.service.yaml": "name: fraud\ntest: make test\n",
			},
		);
		writeEvidence(
			change.repository,
			makeEvidence({ commit: change.head, declares: { results: false, coverage: false }, tests: null }),
		);
		const run = await gate(change, { services: "" });
		expect(run.result.services.map((each: { service: string }) => each.service)).toEqual(["cart"]);
		expect(run.outputs.verdict).toBe("open");
		expect(run.summary).toContain("there is no report");
	});

	it("closes on red evidence that was not even due", async () => {
		const change = pullRequest(MORE);
		writeEvidence(
			change.repository,
			redEvidence({ commit: change.head, level: "smoke", service: "other" }, { message: "x" }),
		);
		const run = await gate(change, { services: "[]" });
		expect(run.result.reasons).toMatchObject([{ code: "tests-failed", service: "other", level: "smoke" }]);
	});

	it("does not fail the step with fail-when-closed: false, and is as closed as before", async () => {
		const run = await gate(pullRequest(MORE), { "fail-when-closed": "false" });
		expect(run.code).toBe(0);
		expect(run.outputs.verdict).toBe("closed");
	});

	it("takes zero tests and only skipped tests for missing", async () => {
		for (const skipped of [0, 3]) {
			const change = pullRequest(MORE);
			const tests = { total: skipped, passed: 0, failed: 0, errors: 0, skipped, flaky: 0 };
			writeEvidence(change.repository, { ...greenUnit(change.head), tests }, greenIntegration(change.head));
			const run = await gate(change);
			expect(run.result.reasons).toMatchObject([{ code: "report-missing", level: "unit" }]);
		}
	});

	it("reads the plan's file, and refuses one of another commit", async () => {
		const change = pullRequest(MORE);
		const plan = (head: string) => ({
			schema: "plan.result.v1",
			head,
			services: [{ service: "cart" }],
			other: 1,
		});
		change.repository.write({ "plan.json": JSON.stringify(plan(change.head)) });
		const run = await gate(change, { services: "", "plan-file": "plan.json" });
		expect(codes(run)).toEqual(["evidence-missing", "evidence-missing"]);
		change.repository.write({ "plan.json": JSON.stringify(plan(change.base)) });
		const stale = await gate(change, { services: "", "plan-file": "plan.json" });
		expect(stale.stdout).toContain(`The plan in plan.json is of commit ${change.base.slice(0, 12)}`);
		expect(stale.code).toBe(1);
		const both = await gate(change, { services: "[]", "plan-file": "plan.json" });
		expect(both.code).toBe(1);
	});
});

describe("the outside world", () => {
	const OUTAGE = { type: "Error", message: "getaddrinfo ENOTFOUND api.stripe.com" };

	it("holds a level that only an outage failed: the step succeeds, and no end-to-end test starts", async () => {
		const change = pullRequest(MORE);
		const red = redEvidence({ commit: change.head, level: "integration", leg: "it-1", job: "it" }, OUTAGE);
		writeEvidence(change.repository, greenUnit(change.head), red);
		const run = await gate(change);
		expect(run.result.reasons).toMatchObject([{ code: "infrastructure", verdict: "held" }]);
		expect(run.outputs).toMatchObject({ open: "false", verdict: "held", failed: "1" });
		expect(run.code).toBe(0);
		expect((await gate(change, { "on-infrastructure": "close" })).outputs.verdict).toBe("closed");
	});

	it("excuses nothing in unit tests", async () => {
		const change = pullRequest(MORE);
		const red = redEvidence(
			{ commit: change.head, coverage: { files: [covered(APP, 40, 40)], unmatched: [] } },
			OUTAGE,
		);
		writeEvidence(change.repository, red, greenIntegration(change.head));
		const run = await gate(change);
		expect(run.outputs.verdict).toBe("closed");
		expect(run.code).toBe(1);
	});

	it("excuses no host that this change brings in", async () => {
		const change = pullRequest({ [APP]: `${linesOf(20)}fetch("https://api.stirpe.com");\n` });
		const red = redEvidence(
			{ commit: change.head, level: "integration", leg: "it-1", job: "it" },
			{ message: "getaddrinfo ENOTFOUND api.stirpe.com" },
		);
		writeEvidence(
			change.repository,
			makeEvidence({ commit: change.head, coverage: { files: [covered(APP, 21, 21)], unmatched: [] } }),
			red,
		);
		expect((await gate(change)).outputs.verdict).toBe("closed");
	});

	it("is no excuse among failures that are the change's own", async () => {
		const change = pullRequest(MORE);
		const red = redEvidence({ commit: change.head, level: "integration" }, OUTAGE, { message: "expected 1" });
		writeEvidence(change.repository, greenUnit(change.head), red);
		expect((await gate(change)).outputs.verdict).toBe("closed");
	});
});

describe("evidence that does not count", () => {
	it.each([
		["of another commit", { commit: "f".repeat(40) }, "it belongs to commit ffffffffffff"],
		["of another run", { run: "99" }, "it belongs to run 99, and run 100 counts"],
		["of a later attempt", { attempt: 2 }, "it belongs to attempt 2, and this is attempt 1"],
	])("%s is dropped, named, and missing", async (_, own, why) => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, greenUnit(change.head), {
			...greenIntegration(change.head),
			legs: 1,
			...own,
		});
		const run = await gate(change);
		expect(run.result.dropped).toMatchObject([{ why: expect.stringContaining(why) }]);
		expect(run.result.reasons).toMatchObject([{ code: "evidence-missing", level: "integration" }]);
		expect(run.summary).toContain("Evidence that does not count (1)");
	});

	it.each([
		["truncated", (text: string) => text.slice(0, -40), "it is no whole JSON"],
		[
			"of a later form",
			(text: string) => text.replace("evidence.v1", "evidence.v9"),
			'its form is "evidence.v9"',
		],
		["with a negative count", (text: string) => text.replace('"failed":0', '"failed":-1'), "tests.failed"],
	])("%s closes, and the file is named", async (_, damage, why) => {
		const change = pullRequest(MORE);
		writeEvidence(change.repository, greenUnit(change.head), greenIntegration(change.head));
		change.repository.write({
			"sluice-evidence/bad.json": damage(JSON.stringify(greenIntegration(change.head))),
		});
		const run = await gate(change);
		expect(run.result.reasons).toMatchObject([
			{
				code: "evidence-unreadable",
				file: "sluice-evidence/bad.json",
				message: expect.stringContaining(why),
			},
		]);
		expect(run.code).toBe(1);
	});

	it("that contradicts other evidence closes, and names both files", async () => {
		const change = pullRequest(MORE);
		const integration = greenIntegration(change.head);
		const tests = { total: 9, passed: 9, failed: 0, errors: 0, skipped: 0, flaky: 0 };
		writeEvidence(change.repository, greenUnit(change.head), integration, { ...integration, tests });
		const run = await gate(change);
		expect(codes(run)).toEqual(["evidence-contradicts"]);
		expect(run.result.reasons[0].message).toMatch(/artifact-1.* and .*artifact-2/);
	});

	it("lacks a leg of its matrix", async () => {
		const change = pullRequest(MORE);
		writeEvidence(
			change.repository,
			{ ...greenUnit(change.head), legs: 3 },
			{ ...greenIntegration(change.head), job: "test", legs: 3 },
		);
		const run = await gate(change);
		expect(run.result.reasons).toMatchObject([
			{ code: "leg-missing", message: "Job 'test' has 3 legs, and evidence of 2 is here" },
		]);
	});

	it("lies behind a link, or outside", async () => {
		const change = pullRequest(MORE);
		const outside = mkdtempSync(join(tmpdir(), "sluice-outside-"));
		try {
			writeFileSync(join(outside, "a.json"), JSON.stringify(greenUnit(change.head)));
			mkdirSync(join(change.repository.directory, "sluice-evidence"));
			symlinkSync(join(outside, "a.json"), join(change.repository.directory, "sluice-evidence/a.json"));
			symlinkSync(outside, join(change.repository.directory, "sluice-evidence/folder"));
			const run = await gate(change);
			expect(codes(run)).toEqual(["evidence-missing", "evidence-missing"]);
			expect(run.result.tests.total).toBe(0);
			const outward = await gate(change, { evidence: "../**" });
			expect(outward.stdout).toContain("leaves the working directory");
			expect(outward.code).toBe(1);
		} finally {
			rmSync(outside, { recursive: true });
		}
	});
});

describe("jobs of needs", () => {
	const WORKFLOW = `on: pull_request
jobs:
  plan: {runs-on: ubuntu-latest, steps: [{run: "true"}]}
  test: {needs: plan, runs-on: ubuntu-latest, steps: [{run: "true"}]}
  docs: {needs: plan, if: "needs.plan.outputs.docs == 'true'", runs-on: ubuntu-latest, steps: [{run: "true"}]}
  lint: {needs: plan, runs-on: ubuntu-latest, continue-on-error: true, steps: [{run: "true"}]}
  gate: {needs: [plan, test, docs, lint], if: "\${{ !cancelled() }}", runs-on: ubuntu-latest, steps: [{run: "true"}]}
`;
	const results = (own: Record<string, string> = {}) =>
		JSON.stringify(
			Object.fromEntries(
				Object.entries({ plan: "success", test: "success", docs: "success", lint: "success", ...own }).map(
					([job, result]) => [job, { result, outputs: {} }],
				),
			),
		);
	const FILE = ".github/workflows/ci.yml";
	const change = (head: Record<string, string | undefined> = { "a.txt": "b" }) =>
		pullRequest(head, { [FILE]: WORKFLOW, "a.txt": "a" });
	const call = (of: Change, needs: string, inputs: Record<string, string> = {}) =>
		gate(
			of,
			{ services: "", needs, "allowed-failures": "lint", ...inputs },
			{
				GITHUB_WORKFLOW_REF: `acme/shop/${FILE}@refs/pull/7/merge`,
			},
		);

	it("alone are a fair request", async () => {
		const run = await call(change(), results());
		expect(run.outputs).toMatchObject({ verdict: "open", reason: "All 4 jobs are good; no report was read" });
	});

	it("close when one failed and nothing explains it", async () => {
		const run = await call(change(), results({ test: "failure" }));
		expect(run.result.reasons).toMatchObject([{ code: "job-failure" }]);
		expect(run.code).toBe(1);
	});

	it("close when one was cancelled, also where its failure is allowed", async () => {
		const run = await call(change(), results({ lint: "cancelled" }));
		expect(codes(run)).toEqual(["job-cancelled"]);
	});

	it("close when one continues on error without evidence", async () => {
		const run = await call(change(), results(), { "allowed-failures": "" });
		expect(codes(run)).toEqual(["job-success"]);
	});

	it("take a conditional skip for innocent, and one behind a failure not", async () => {
		const of = change();
		expect((await call(of, results({ docs: "skipped" }))).outputs.verdict).toBe("open");
		const behind = await call(
			of,
			results({ plan: "failure", test: "skipped", docs: "skipped", lint: "skipped" }),
		);
		expect(codes(behind)).toEqual(["job-failure", "job-skipped", "job-skipped", "job-skipped"]);
		const unconditional = await call(of, results({ test: "skipped" }));
		expect(codes(unconditional)).toEqual(["job-skipped"]);
		expect((await call(of, results({ test: "skipped" }), { "allowed-skips": "test" })).outputs.verdict).toBe(
			"open",
		);
	});

	it("are not skipped by a condition that this change adds or alters", async () => {
		const added = change({
			[FILE]: WORKFLOW.replace("test: {needs: plan,", "test: {needs: plan, if: 'false',"),
		});
		expect(codes(await call(added, results({ test: "skipped" })))).toEqual(["job-skipped"]);
		const altered = change({ [FILE]: WORKFLOW.replace("needs.plan.outputs.docs == 'true'", "false") });
		const run = await call(altered, results({ docs: "skipped" }));
		expect(codes(run)).toEqual(["job-skipped"]);
		expect(run.outputs.reason).toContain("alters its 'if'");
	});

	it("prove nothing by a file that can't be read", async () => {
		const run = await call(change({ [FILE]: "jobs: [" }), results({ docs: "skipped" }));
		expect(codes(run)).toEqual(["job-skipped"]);
	});

	it("tell that the gate itself may be skipped, which does not change the verdict", async () => {
		const run = await call(
			change({ [FILE]: WORKFLOW.replace(/if: "\$\{\{ !cancelled\(\) \}\}", /, "") }),
			results(),
		);
		expect(run.result.problems).toMatchObject([{ severity: "error", code: "gate-skippable", file: FILE }]);
		expect(run.outputs.verdict).toBe("open");
		expect(run.code).toBe(0);
	});

	it("warn of names that are no jobs", async () => {
		const run = await call(change(), results(), { "allowed-skips": "dosc" });
		expect(run.result.problems).toMatchObject([
			{ code: "allowed-skips-unknown", hint: expect.stringContaining("'docs'") },
		]);
	});

	it("hold a failure that the evidence of all legs explains", async () => {
		const of = change();
		const outage = redEvidence(
			{ commit: of.head, service: "shop", level: "integration" },
			{ message: "connect ETIMEDOUT api.stripe.com:443" },
		);
		writeEvidence(of.repository, outage);
		expect((await call(of, results({ test: "failure" }))).outputs.verdict).toBe("held");
		writeEvidence(of.repository, { ...outage, legs: 2 });
		expect((await call(of, results({ test: "failure" }))).outputs.verdict).toBe("closed");
	});

	it("are refused in another form", async () => {
		for (const needs of ["[]", '{"a":{"result":"fine"}}', '{"__proto__":{}}', "{"]) {
			const run = await call(change(), needs);
			expect(run.stdout).toContain("'needs'");
			expect(run.code).toBe(1);
		}
	});
});

describe("a change can't loosen its own gate", () => {
	const attack = async (head: Record<string, string | undefined>, inputs: Record<string, string> = {}) => {
		const change = pullRequest({ ...MORE, ...head });
		writeEvidence(change.repository, greenUnit(change.head, 22), greenIntegration(change.head));
		return gate(change, inputs);
	};
	const manifest = "services/cart/sluice.service.yaml";

	it("by its thresholds", async () => {
		const head = { [manifest]: MANIFEST.replace("lines: 80, patch: 90", "lines: 1, patch: 1") };
		expect(codes(await attack(head))).toEqual(["coverage-lines", "coverage-patch"]);
		const own = await attack(head, { "policy-from": "head" });
		expect(own.outputs.verdict).toBe("open");
	});

	it("by choosing its base, by exclusions or by a higher floor", async () => {
		expect(
			codes(await attack({ [manifest]: MANIFEST.replace("lines: 80", "lines: 1") }, { base: "HEAD" })),
		).toEqual(["coverage-lines"]);
		const settings = "gate: {exclude: ['**'], patch-floor: 1000}\n";
		expect(codes(await attack({ "sluice.yaml": settings }))).toContain("coverage-patch");
		const unreported = pullRequest({
			...MORE,
			"services/cart/src/new.js": linesOf(30),
			"sluice.yaml": "gate: {exclude: ['**/new.js']}\n",
		});
		writeEvidence(unreported.repository, greenUnit(unreported.head), greenIntegration(unreported.head));
		expect(codes(await gate(unreported))).toEqual(["coverage-patch"]);
		expect((await gate(unreported, { "policy-from": "head" })).outputs.verdict).toBe("open");
	});

	it("by removing a level, or the manifest", async () => {
		const change = pullRequest({ ...MORE, [manifest]: MANIFEST.replace(/ {2}integration.*\n/, "") });
		writeEvidence(change.repository, greenUnit(change.head));
		const run = await gate(change);
		expect(codes(run)).toEqual(["evidence-missing"]);
		expect(run.result.problems).toMatchObject(
			[{ code: "level-removed" }, { code: "line-uncovered" }].slice(0, 1),
		);
		const deleted = await gate(pullRequest({ ...MORE, [manifest]: undefined }), { services: "[]" });
		expect(codes(deleted)).toContain("evidence-missing");
	});

	it("by a quarantine or a pattern of its own", async () => {
		const change = pullRequest({
			...MORE,
			"sluice.yaml":
				"gate: {infrastructure: {patterns: ['expected*']}, quarantine: [{test: 'Cart > *', owner: me, until: 2999-01-01}]}\n",
		});
		const red = redEvidence(
			{ commit: change.head, level: "integration", outcome: "passed" },
			{ message: "expected 1" },
		);
		writeEvidence(change.repository, greenUnit(change.head), red);
		expect(codes(await gate(change))).toEqual(["tests-failed"]);
		const own = await gate(change, { "policy-from": "head" });
		expect(own.outputs.verdict).toBe("open");
		expect(own.result.services[0].levels[1]).toMatchObject({ quarantined: 1 });
	});

	it("by hiding its lines from git", async () => {
		expect(codes(await attack({ ".gitattributes": "*.js binary\n" }))).toContain("coverage-patch");
	});

	it("by a manifest inside of the service's folder", async () => {
		const inner = { "services/cart/src/sluice.service.yaml": "name: inner\ntest: 'true'\n" };
		expect(codes(await attack(inner))).toContain("coverage-patch");
		const fresh = pullRequest({
			...MORE,
			"services/cart/new/sluice.service.yaml": "name: inner\ntest: 'true'\n",
			"services/cart/new/app.js": linesOf(30),
		});
		writeEvidence(fresh.repository, greenUnit(fresh.head), greenIntegration(fresh.head));
		expect((await gate(fresh)).outputs.verdict).toBe("open");
	});

	it("by a dispatch, which compares with nothing: added lines are judged by the default branch", async () => {
		const repository = repositoryWith({ [manifest]: MANIFEST, [APP]: linesOf(20) });
		const base = repository.git("rev-parse", "HEAD");
		repository.git("update-ref", "refs/remotes/origin/main", base);
		const head = repository.commit("feat: more", MORE);
		writeEvidence(repository, greenUnit(head, 32), greenIntegration(head));
		const dispatch = (branch: string) =>
			spawnAction("gate", {
				directory: repository.directory,
				event: "workflow_dispatch",
				payload: { repository: { default_branch: "main" } },
				environment: {
					GITHUB_REPOSITORY: "acme/shop",
					GITHUB_REF: `refs/heads/${branch}`,
					GITHUB_SHA: head,
					GITHUB_RUN_ID: "100",
				},
			});
		expect(codes(await dispatch("topic"))).toEqual(["coverage-patch"]);
		expect((await dispatch("main")).outputs.verdict).toBe("open");
	});

	it("and where there was no policy before, its own holds and that is said", async () => {
		const change = pullRequest({ [manifest]: MANIFEST, [APP]: linesOf(40) }, { "a.txt": "a" });
		writeEvidence(change.repository, greenUnit(change.head), greenIntegration(change.head));
		const run = await gate(change);
		expect(run.outputs.verdict).toBe("open");
		expect(run.result.problems).toMatchObject([{ code: "first-adoption" }]);
	});
});

describe("other events", () => {
	const manifest = "services/cart/sluice.service.yaml";
	const files = { [manifest]: "name: cart\ntest: {unit: make test, it: make it}\n" };
	const plain = (commit: string, level: string, own = {}) =>
		makeEvidence({
			commit,
			level,
			declares: { results: false, coverage: false },
			tests: null,
			...own,
		});
	const call = (
		repository: TestRepository,
		event: string | undefined,
		payload: object,
		environment: Record<string, string>,
		inputs: Record<string, string> = {},
	) =>
		spawnAction("gate", {
			directory: repository.directory,
			inputs,
			...(event === undefined ? {} : { event }),
			payload: { repository: { default_branch: "main" }, ...payload },
			environment: { GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "100", ...environment },
		});

	it("a merge group is held to the base's policy", async () => {
		const repository = repositoryWith(files);
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("feat: less", { [manifest]: "name: cart\ntest: make test\n" });
		writeEvidence(repository, plain(head, "unit"));
		const group = {
			base_ref: "refs/heads/main",
			base_sha: base,
			head_ref: "refs/heads/gh-readonly-queue/main/pr-1-x",
			head_sha: head,
		};
		const run = await call(repository, "merge_group", { merge_group: group }, { GITHUB_SHA: head });
		expect(run.result.reasons).toMatchObject([{ code: "evidence-missing", level: "it" }]);
		const unknown = { ...group, base_sha: "e".repeat(40) };
		const lost = await call(repository, "merge_group", { merge_group: unknown }, { GITHUB_SHA: head });
		expect(codes(lost)).toContain("base-unknown");
	});

	it("a push to main judges each service since its last release, one to a branch by the default branch too", async () => {
		const repository = repositoryWith({
			...files,
			"services/fraud/sluice.service.yaml": "name: fraud\ntest: make test\n",
		});
		repository.git("tag", "fraud/v1.0.0");
		repository.git("tag", "cart/v1.0.0");
		const main = repository.commit("feat: cart", { "services/cart/a.js": "1" });
		repository.commit("docs: nothing", {});
		const head = repository.git("rev-parse", "HEAD");
		writeEvidence(repository, plain(head, "unit"), plain(head, "it"));
		const pushed = await call(repository, "push", {}, { GITHUB_SHA: head, GITHUB_REF: "refs/heads/main" });
		expect(pushed.result).toMatchObject({ verdict: "open", services: [{ service: "cart" }] });

		const bare = mkdtempSync(join(tmpdir(), "sluice-origin-"));
		try {
			repository.git("init", "--quiet", "--bare", bare);
			repository.git("remote", "add", "origin", bare);
			repository.git("push", "--quiet", "origin", "main");
			repository.git("switch", "--quiet", "--create", "topic");
			const settings = "version: {main: [main, topic]}\n";
			const topic = repository.commit("feat: less", {
				[manifest]: "name: cart\ntest: make test\n",
				"sluice.yaml": settings,
			});
			writeEvidence(repository, plain(topic, "unit"), plain(topic, "it", { commit: main }));
			const run = await call(
				repository,
				"push",
				{},
				{ GITHUB_SHA: topic, GITHUB_REF: "refs/heads/topic" },
				{ services: "cart" },
			);
			expect(run.result.reasons).toMatchObject([{ code: "evidence-missing", level: "it" }]);
		} finally {
			rmSync(bare, { recursive: true });
		}
	});

	it("a re-run counts green legs of the earlier attempt where their job did not run again", async () => {
		const workflow =
			"on: push\njobs:\n  test: {runs-on: x, steps: []}\n  gate: {needs: test, if: always(), runs-on: x, steps: []}\n";
		const repository = repositoryWith({ ...files, "ci.yml": workflow });
		const head = repository.git("rev-parse", "HEAD");
		writeEvidence(
			repository,
			plain(head, "unit", { leg: "a", legs: 2 }),
			plain(head, "it", { leg: "b", legs: 2, outcome: "failed", exitCode: 1 }),
			plain(head, "it", { leg: "b", legs: 2, attempt: 2 }),
		);
		const at = {
			GITHUB_SHA: head,
			GITHUB_REF: "refs/heads/main",
			GITHUB_RUN_ATTEMPT: "2",
			GITHUB_JOB: "gate",
		};
		const inputs = { workflow: "ci.yml", needs: '{"test":{"result":"success"}}' };
		const run = await call(repository, "push", {}, at, inputs);
		expect(run.result).toMatchObject({
			verdict: "open",
			dropped: [{ why: "attempt 2 of the same leg is there" }],
		});
		const unknown = await call(repository, "push", {}, at);
		expect(unknown.result.reasons).toMatchObject([
			{ code: "evidence-missing", level: "unit" },
			{ code: "leg-missing" },
		]);
	});

	it("a terminal judges HEAD and what is not committed", async () => {
		const repository = repositoryWith({ ...files, "services/cart/a.js": "1\n" });
		const head = repository.git("rev-parse", "HEAD");
		repository.write({ "services/cart/a.js": "2\n" });
		writeEvidence(repository, plain(head, "unit", { run: null, job: null, legs: null }));
		const run = await call(repository, undefined, {}, { GITHUB_RUN_ID: "" }, { base: "HEAD" });
		expect(run.result.reasons).toMatchObject([{ code: "evidence-missing", level: "it" }]);
		expect(run.result.problems).toMatchObject([{ code: "working-tree" }]);
		// What is not committed yet can't loosen what HEAD declares.
		repository.write({ "services/cart/sluice.service.yaml": "name: cart\ntest: {unit: x}\n" });
		const loose = await call(repository, undefined, {}, { GITHUB_RUN_ID: "" }, { base: "HEAD" });
		expect(loose.result.reasons).toMatchObject([{ code: "evidence-missing", level: "it" }]);
	});
});

describe("a base that is not known", () => {
	const LCOV = `SF:${APP}\nDA:1,1\nDA:2,0\nend_of_record\n`;
	const INPUTS = { coverage: "lcov.info", thresholds: "patch: 99" };
	/** A clone without tags of a repository with a release, whose remote then is out of reach. */
	const clone = async (files: Record<string, string>, tag: string | undefined, ...options: string[]) => {
		const origin = repositoryWith({ ".gitignore": "lcov.info\n", [APP]: linesOf(1), ...files });
		if (tag !== undefined) origin.git("tag", tag);
		origin.commit("feat: more", { [APP]: linesOf(2) });
		const copy = makeRepository();
		open.push(copy);
		copy.git("clone", "--quiet", "--no-tags", ...options, `file://${origin.directory}`, "clone");
		const directory = join(copy.directory, "clone");
		writeFileSync(join(directory, "lcov.info"), LCOV);
		const git = (...args: string[]) => copy.git("-C", directory, ...args);
		return { directory, git, cut: () => git("remote", "set-url", "origin", "/nonexistent/origin") };
	};
	const push = (
		{ directory, git }: { directory: string; git: (...args: string[]) => string },
		inputs: Record<string, string>,
	) =>
		spawnAction("gate", {
			directory,
			inputs,
			event: "push",
			payload: { repository: { default_branch: "main" } },
			environment: {
				GITHUB_REPOSITORY: "acme/shop",
				GITHUB_REF: "refs/heads/main",
				GITHUB_SHA: git("rev-parse", "HEAD"),
				GITHUB_RUN_ID: "100",
			},
		});

	it.each([
		["whole", []],
		["shallow", ["--depth=1"]],
	])(
		"closes a bar for added lines, in a %s clone without tags whose remote is silent",
		async (_, options) => {
			const copy = await clone({}, "v0.1.0", ...options);
			copy.cut();
			const run = await push(copy, INPUTS);
			expect(run.result).toMatchObject({
				verdict: "closed",
				reasons: [
					{
						code: "bar-unmeasurable",
						message: expect.stringContaining("its last release can't be told from here"),
					},
				],
				problems: [{ severity: "warning", code: "base-unresolved" }],
			});
			// Without a bar for added lines nothing hangs on it, and it is said still.
			const free = await push(copy, { coverage: "lcov.info" });
			expect(free.result).toMatchObject({ verdict: "open", problems: [{ code: "base-unresolved" }] });
		},
	);

	it("is said once where manifests tell what is due", async () => {
		const manifest = "name: cart\ntest: {unit: make test, thresholds: {patch: 99}}\n";
		const copy = await clone({ "services/cart/sluice.service.yaml": manifest }, "cart/v0.1.0");
		copy.cut();
		for (const services of ["", "cart"]) {
			const run = await push(copy, { coverage: "cart=lcov.info", services });
			expect(codes(run)).toContain("bar-unmeasurable");
			expect(run.result.problems).toMatchObject([{ severity: "warning", code: "base-unresolved" }]);
		}
	});

	it("is the release of the remote where that answers, under any name, and none before the first", async () => {
		const coverages = ["lcov.info", "cart=lcov.info"];
		const barOf = (run: ActionRun) =>
			run.result.services.find((each: { coverage: unknown }) => each.coverage !== null).thresholds;
		const released = await clone({}, "v0.1.0");
		const never = await clone({}, undefined);
		for (const coverage of coverages) {
			const since = await push(released, { ...INPUTS, coverage });
			expect(barOf(since)).toMatchObject([{ bar: "patch", covered: 0, total: 1, met: null }]);
			const first = await push(never, { ...INPUTS, coverage });
			expect(barOf(first)).toMatchObject([{ total: null, met: null, note: "it was never released" }]);
			for (const run of [since, first]) expect(run.stdout).not.toContain("base-unresolved");
		}
	});

	it.each([
		["no manifest, and only 'needs'", false, { needs: '{"test":{"result":"success"}}' }],
		["no manifest, and coverage", false, { coverage: "lcov.info" }],
		["manifests", true, {}],
		["manifests, and the services given", true, { services: "cart" }],
	])("is said of an input 'base' that is nowhere: %s", async (_, declared, inputs) => {
		const manifest = "name: cart\ntest: {unit: make test}\n";
		const copy = await clone(declared ? { "services/cart/sluice.service.yaml": manifest } : {}, undefined);
		const run = await push(copy, { ...inputs, base: "nope" });
		const others = run.result.problems.filter(
			({ code }: { code: string }) => code !== "continue-on-error-unknown",
		);
		expect(others).toMatchObject([
			{
				severity: "warning",
				code: "base-unresolved",
				message: expect.stringContaining('The base "nope" is not to be found'),
				hint: "Check the input 'base'.",
			},
		]);
	});
});

describe("hostile names", () => {
	it("stay inert in the summary, the outputs and the log", async () => {
		const change = pullRequest(MORE);
		const name =
			"\u001b[2J\u202ex | y `z`\n::set-output name=open::true\n<img src=x onerror=alert(1)> @team #1 __proto__";
		const red = redEvidence(
			{ commit: change.head, level: "integration", leg: "__proto__", legs: 1, service: "__proto__" },
			{ name, message: "::error::forged\n</details><script>" },
		);
		writeEvidence(change.repository, greenUnit(change.head), greenIntegration(change.head), red);
		const run = await gate(change);
		expect(run.outputs).toMatchObject({ open: "false", verdict: "closed" });
		expect(run.summary).not.toMatch(/<img|<script|@team/);
		expect(run.stdout).not.toMatch(/^::(set-output|error::forged)/m);
		for (const hidden of ["\u001b", "\u202e"]) expect(run.stdout).not.toContain(hidden);
		expect(run.result.services.map((each: { service: string }) => each.service)).toEqual([
			"__proto__",
			"cart",
		]);
		for (const line of run.summary.split("\n").filter((each) => each.startsWith("| ")))
			expect(line.match(/(?<!\\)\|/g)?.length, line).toBe(8);
	});
});

describe("a repository without any manifest", () => {
	const LCOV = "SF:src/a.js\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n";
	const JUNIT = `<testsuite name="s" tests="2"><testcase classname="A" name="b"/><testcase classname="A" name="c"/></testsuite>`;
	const plain = (files: Record<string, string> = {}) => {
		const repository = repositoryWith({ "src/a.js": linesOf(3) });
		repository.write(files);
		return repository;
	};
	const call = (repository: TestRepository, inputs: Record<string, string>) =>
		spawnAction("gate", {
			directory: repository.directory,
			inputs,
			event: "push",
			payload: { repository: { default_branch: "main" } },
			environment: {
				GITHUB_REPOSITORY: "acme/shop",
				GITHUB_REF: "refs/heads/main",
				GITHUB_SHA: repository.git("rev-parse", "HEAD"),
				GITHUB_RUN_ID: "100",
			},
		});

	it.each([
		["failures", "report-counts-differ"],
		["errors", "tests-failed"],
	])("closes by a suite that says it has %s and lists none: %s", async (attribute, code) => {
		const repository = plain({
			"reports/a.xml": `<testsuite name="s" ${attribute}="1"><testcase name="a"/></testsuite>`,
		});
		const run = await call(repository, { results: "unit=reports/*.xml" });
		expect(codes(run)).toEqual([code]);
		expect(run.code).toBe(1);
	});

	it("has nothing to judge without a request", async () => {
		const run = await call(plain(), {});
		expect(run.stdout).toContain("There is nothing to judge");
		expect(run.code).toBe(1);
		expect(run.outputs.open).toBeUndefined();
	});

	it("is judged by reports, coverage and thresholds given as lines", async () => {
		const repository = plain({ "reports/a.xml": JUNIT, "coverage/lcov.info": LCOV });
		const inputs = { results: "unit=reports/*.xml", coverage: "coverage/lcov.info", thresholds: "lines: 66" };
		const run = await call(repository, inputs);
		expect(run.outputs).toMatchObject({ verdict: "open", coverage: "66.66", tests: "2" });
		const higher = await call(repository, { ...inputs, thresholds: "lines: 67" });
		expect(codes(higher)).toEqual(["coverage-lines"]);
	});

	it("closes on a line that finds nothing, and on a report that is cut off", async () => {
		const none = await call(plain(), { results: "unit=reports/*.xml" });
		expect(codes(none)).toContain("report-missing");
		const cut = await call(plain({ "reports/a.xml": JUNIT.slice(0, 60) }), { results: "unit=reports/*.xml" });
		expect(cut.outputs.verdict).toBe("closed");
		expect(cut.result.reasons[0]).toMatchObject({ file: "reports/a.xml" });
	});

	it("names a path of a coverage report of which no file is in the repository", async () => {
		const foreign = LCOV.replace("src/a.js", "src/price.js");
		const repository = plain({ "coverage/lcov.info": foreign });
		const run = await call(repository, { coverage: "coverage/lcov.info", thresholds: "lines: 1" });
		expect(run.result.reasons).toMatchObject([
			{
				code: "coverage-missing",
				message: expect.stringMatching(/no file of the coverage reports is a file .*"src\/price\.js"/),
				fix: expect.not.stringContaining("pass the input"),
			},
		]);
		const beside = plain({ "coverage/lcov.info": foreign + LCOV });
		const partly = await call(beside, { coverage: "coverage/lcov.info", thresholds: "lines: 1" });
		expect(partly.outputs).toMatchObject({ verdict: "open", coverage: "66.66" });
	});

	it("refuses a report that git tracks", async () => {
		const repository = repositoryWith({ "kept/a.xml": JUNIT });
		expect(codes(await call(repository, { results: "unit=kept/*.xml" }))).toContain("report-tracked");
	});

	it("closes when only evidence of another commit is there", async () => {
		const repository = plain();
		writeEvidence(repository, makeEvidence({ commit: "f".repeat(40) }));
		const run = await call(repository, {});
		expect(run.outputs).toMatchObject({
			verdict: "closed",
			reason: "No evidence counts, so that nothing was judged",
		});
	});

	it.each([".git/HEAD", "sluice.yaml", "services/cart/sluice.service.yaml"])(
		"is never open where git can't read what is checked out: %s",
		async (left) => {
			const folder = mkdtempSync(join(tmpdir(), "sluice-empty-"));
			try {
				mkdirSync(join(folder, left, ".."), { recursive: true });
				writeFileSync(join(folder, left), "name: cart\ntest: x\n");
				const run = await spawnAction("gate", {
					directory: folder,
					inputs: { needs: '{"test":{"result":"success"}}' },
					event: "push",
					environment: { GITHUB_SHA: "a".repeat(40), GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "100" },
				});
				expect(run.code).toBe(1);
				expect(run.stdout).toContain("is here, and git reads no repository");
				expect(run.outputs.open).not.toBe("true");
			} finally {
				rmSync(folder, { recursive: true });
			}
		},
	);

	it("works where nothing is checked out", async () => {
		const folder = mkdtempSync(join(tmpdir(), "sluice-empty-"));
		try {
			const run = await spawnAction("gate", {
				directory: folder,
				inputs: { needs: '{"test":{"result":"success"}}' },
				event: "push",
				environment: { GITHUB_SHA: "a".repeat(40), GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "100" },
			});
			expect(run.outputs.verdict).toBe("open");
			expect(run.stdout).toContain("Nothing is checked out, so that no manifest");
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe("requests that are refused", () => {
	it.each([
		["an unknown level", { require: "untis" }, "which no manifest declares"],
		["an unknown service", { services: "carts" }, "Did you mean 'cart'?"],
		["an unknown threshold", { thresholds: "line: 80" }, "Did you mean 'lines'?"],
		["a ratchet of another form", { thresholds: "ratchet: maybe" }, "has no ratchet in"],
		["checks without a token", { checks: "build" }, "'checks' is given, and no token is given"],
		["waiting too long", { "wait-timeout": "432001" }, "'wait-timeout' is 432001 seconds"],
		["an empty glob of reports", { results: "unit=./" }, "is no glob of reports"],
		["a glob of reports without end", { results: `unit=${"a*".repeat(40_000)}` }, "is no glob of reports"],
		["an empty glob of evidence", { evidence: "./" }, "Input 'evidence' has \"./\", which is no glob"],
		["a glob of evidence without end", { evidence: "a*".repeat(40_000) }, "which is no glob"],
		["an attestation of what has no digest", { attest: "ghcr.io/acme/cart:1" }, "of 'attest' has no digest"],
		["an attestation of what is no image", { attest: "ghcr.io/a@sha256:0" }, "sha256:0"],
		["a key that is none", { "signing-key": "x" }, "'signing-key' is no private key in PEM"],
	])("%s", async (_, inputs, text) => {
		const run = await gate(pullRequest(MORE), inputs as Record<string, string>);
		expect(run.stdout).toContain(text);
		expect(run.code).toBe(1);
	});
});
