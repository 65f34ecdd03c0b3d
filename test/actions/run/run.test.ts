import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runResultSchema } from "#src/actions/run/result.js";
import { evidenceSchema } from "#src/evidence/evidence.js";
import { makeRepository } from "../../git/repository.ts";
import { act, evidence, shop, writesReport } from "./shop.ts";

const yaml = (level: string, run: string, more = "") =>
	`test:\n  ${level}:\n    run: |\n      ${run.replaceAll("\n", "\n      ")}\n${more === "" ? "" : `    ${more}\n`}`;
const results = "results: reports/*.xml";
const passes = `<testcase classname="c" name="a"/>`;
const fails = `<testcase classname="c" name="b"><failure type="E" message="expected 1 to be 2"/></testcase>`;
const outage = `<testcase classname="c" name="o"><failure message="getaddrinfo ENOTFOUND api.stripe.com"/></testcase>`;

describe("a level that passes", () => {
	it("leaves evidence, outputs, a summary and a result", async () => {
		await using repository = shop(
			yaml(
				"unit",
				`${writesReport(`${passes}<testcase name="s"><skipped/></testcase>`)}\nmkdir -p coverage; printf 'SF:src/a.js\\nDA:1,2\\nDA:2,0\\nBRF:0\\nend_of_record\\n' > coverage/lcov.info\necho "::error::not an annotation"`,
				`${results}\n    coverage: coverage/lcov.info`,
			),
		);
		const head = repository.git("rev-parse", "HEAD");
		const run = await act(repository, { endpoint: "unit", version: "1.2.3" });
		expect(run.stdout).not.toMatch(/^\s*::error/m);
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({
			outcome: "passed",
			"evidence-file": "sluice-evidence/cart.unit.test.a2.json",
			digest: "",
		});
		const written = evidence(repository, run);
		expect(evidenceSchema.parse(written)).toEqual({
			schema: "evidence.v1",
			service: "cart",
			level: "unit",
			leg: "test",
			legs: 1,
			legParts: { total: 1, matrix: null, shard: null, name: null },
			repository: "acme/shop",
			commit: head,
			run: "77",
			attempt: 2,
			job: "test",
			version: "1.2.3",
			outcome: "passed",
			reason: "1 test passed",
			exitCode: 0,
			digest: null,
			declares: { results: true, coverage: true },
			tests: { total: 2, passed: 1, failed: 0, errors: 0, skipped: 1, flaky: 0 },
			notable: [{ name: "s", status: "skipped" }],
			notableLeft: 0,
			coverage: {
				files: [
					{
						path: "services/cart/src/a.js",
						lines: [
							[1, 2],
							[2, 0],
						],
						branches: [],
						functions: null,
					},
				],
				unmatched: [],
			},
			output: null,
		});
		expect(runResultSchema.parse(run.result)).toMatchObject({
			outcome: "passed",
			steps: [{ name: "unit", tries: 1, coverage: { lines: { covered: 1, total: 2 } } }],
		});
		expect(run.summary).toContain("### cart: unit passed: 1 test passed");
		expect(run.summary).toContain("50.00 %");
		// Nothing of it is seen by git, and no draft is left.
		expect(repository.git("status", "--porcelain")).toBe("");
		expect(readdirSync(join(repository.directory, "sluice-evidence")).sort()).toEqual([
			".gitignore",
			"cart.unit.test.a2.json",
		]);
	});

	it("gets the variables of its service, those of the manifest and those that are given, and no inputs", async () => {
		await using repository = shop(
			yaml("unit", "env | sort > env.txt; pwd > pwd.txt", `env: {A: manifest, B: manifest}`),
		);
		const run = await act(
			repository,
			{
				endpoint: "unit",
				version: "1.2.3-0.main.4+main.gabc",
				env: "B=given\nCART_URL=http://x:1/?a=b",
				shard: "2/3",
			},
			{ ACTIONS_RUNTIME_TOKEN: "secret", SLUICE_IMAGE: "of another run", HOST_VARIABLE: "kept" },
		);
		expect(run.code).toBe(0);
		const folder = join(repository.directory, "services/cart");
		const env = new Map(
			readFileSync(join(folder, "env.txt"), "utf8")
				.split("\n")
				.map((each) => [each.split("=")[0], each.slice(each.indexOf("=") + 1)]),
		);
		expect(Object.fromEntries(env)).toMatchObject({
			A: "manifest",
			B: "given",
			CART_URL: "http://x:1/?a=b",
			HOST_VARIABLE: "kept",
			SLUICE_SERVICE: "cart",
			SLUICE_COMMIT: repository.git("rev-parse", "HEAD"),
			SLUICE_VERSION: "1.2.3-0.main.4+main.gabc",
			SLUICE_IMAGE: "ghcr.io/acme/cart:1.2.3-0.main.4_main.gabc",
			SLUICE_SHARD: "2/3",
		});
		expect([...env.keys()].filter((each) => /^INPUT_|RUNTIME_TOKEN/.test(each ?? ""))).toEqual([]);
		expect(readFileSync(join(folder, "pwd.txt"), "utf8").trim()).toMatch(/\/services\/cart$/);
		expect(evidence(repository, run)).toMatchObject({
			leg: "test-s2of3",
			tests: null,
			declares: { results: false },
		});
	});
});

describe("a level that does not", () => {
	it("failing tests are told with their messages, escaped", async () => {
		const evil = `<testcase classname="c" name="@team &lt;img> | x"><failure message="first &lt;b> line&#10;second"/></testcase>`;
		await using repository = shop(yaml("unit", writesReport(passes + fails + evil, "exit 1"), results));
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.outputs.outcome).toBe("failed");
		expect(evidence(repository, run)).toMatchObject({
			outcome: "failed",
			reason: "2 tests failed",
			exitCode: 1,
			tests: { failed: 2 },
		});
		expect(run.stdout).toContain("::error title=test-failed::unit: c > b: expected 1 to be 2");
		expect(run.summary).toContain("expected 1 to be 2");
		expect(run.summary).not.toContain("<img>");
		expect(run.summary).not.toContain("@team");
	});

	const cases: [string, string, string, string][] = [
		[
			"a red command with green reports",
			writesReport(passes, "exit 3"),
			results,
			"no test failed, but the command ended with 3",
		],
		[
			"no report",
			"true",
			results,
			"the command ended with 0, and it left no report of results at reports/*.xml",
		],
		[
			"no coverage",
			writesReport(passes),
			`${results}\n    coverage: [c/*.info]`,
			"no test failed, but the command ended with 0, and it left no report of coverage at c/*.info",
		],
		["a report without tests", writesReport(""), results, "no test ran"],
		[
			"nothing but skipped tests",
			writesReport(`<testcase name="s"><skipped/></testcase>`),
			results,
			"all tests were skipped",
		],
		["a red command without reports", "exit 9", "env: {A: b}", "the command ended with 9"],
		["the time limit", "sleep 60", "timeout: 1s", "the command took longer than 1 seconds and was ended"],
		["a signal", "kill -KILL $$", "env: {A: b}", "the command was ended by SIGKILL"],
		["failing tests although the command is green", writesReport(fails), results, "1 test failed"],
	];
	it.each(cases)("%s", async (_, command, more, reason) => {
		await using repository = shop(yaml("unit", command, more));
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.outputs.outcome).toBe("failed");
		expect(evidence(repository, run)).toMatchObject({ outcome: "failed", reason });
		expect(run.stdout).toContain(reason);
	});

	it("a truncated report names file, line and column, and the evidence is red", async () => {
		await using repository = shop(
			yaml("unit", `mkdir -p reports; printf '<testsuite>\\n<testcase name="a">' > reports/r.xml`, results),
		);
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(
			"::error title=report-truncated,file=services/cart/reports/r.xml,line=2,col=20::",
		);
		expect(evidence(repository, run)).toMatchObject({ outcome: "failed", tests: null });
	});

	it("a report that was there before is none", async () => {
		await using repository = shop(yaml("unit", "true", results));
		repository.write({ "services/cart/reports/old.xml": `<testsuite><testcase name="a"/></testsuite>` });
		utimesSync(join(repository.directory, "services/cart/reports/old.xml"), 1_700_000_000, 1_700_000_000);
		const run = await act(repository, { endpoint: "unit" });
		expect(evidence(repository, run).reason).toContain(
			"services/cart/reports/old.xml: older than the command's start",
		);
		expect(run.code).toBe(1);
	});

	it("a report that git tracks is refused", async () => {
		await using repository = shop(yaml("unit", `touch tracked.xml; echo`, "results: tracked.xml"), {
			"services/cart/tracked.xml": `<testsuite><testcase name="a"/></testsuite>`,
		});
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("report-tracked");
	});

	it("in its last lines: what it printed is kept only where there is no report", async () => {
		await using repository = shop(yaml("unit", "echo the last words; exit 1"));
		expect(evidence(repository, await act(repository, { endpoint: "unit" })).output).toBe("the last words\n");
	});
});

describe("the outside world", () => {
	it("excuses an integration level whose every failure is its own, and the step fails all the same", async () => {
		await using repository = shop(yaml("integration", writesReport(passes + outage, "exit 1"), results));
		const run = await act(repository, { endpoint: "integration" });
		expect(run.outputs.outcome).toBe("infrastructure");
		expect(run.code).toBe(1);
		expect(evidence(repository, run)).toMatchObject({ outcome: "infrastructure", tests: { failed: 1 } });
	});

	it.each([
		["a unit level", "unit", outage],
		["where one failure is the product's", "integration", outage + fails],
		["a host of our own", "integration", outage.replace("api.stripe.com", "cart.shop.svc")],
	])("not %s", async (_, level, cases) => {
		await using repository = shop(yaml(level, writesReport(cases, "exit 1"), results));
		expect((await act(repository, { endpoint: level })).outputs.outcome).toBe("failed");
	});

	it("by the last lines of output, only where no results are declared", async () => {
		const line = "echo 'curl: (6) Could not resolve host: api.stripe.com' >&2; exit 6";
		await using without = shop(yaml("smoke", line));
		expect((await act(without, { endpoint: "smoke" })).outputs.outcome).toBe("infrastructure");
		await using declared = shop(yaml("smoke", line, results));
		expect((await act(declared, { endpoint: "smoke" })).outputs.outcome).toBe("failed");
	});
});

describe("quarantine", () => {
	const settings = (until: string) => ({
		"sluice.yaml": `gate: {quarantine: [{test: "c > b", owner: team, until: ${until}, reason: clock}]}\n`,
	});

	it("passes the step where every failure is under it; the evidence still counts the failure", async () => {
		await using repository = shop(
			yaml("unit", writesReport(passes + fails, "exit 1"), results),
			settings("2999-01-01"),
		);
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(0);
		expect(evidence(repository, run)).toMatchObject({
			outcome: "passed",
			reason: "1 test failed and is quarantined",
			exitCode: 1,
			tests: { failed: 1, passed: 1 },
			notable: [{ name: "c > b", class: "c", status: "failed" }],
		});
		expect(run.stdout).toContain("::warning title=test-quarantined::");
	});

	it("not where another test fails too, nor after its day, which is a warning", async () => {
		await using other = shop(
			yaml("unit", writesReport(fails + fails.replace(`"b"`, `"z"`), "exit 1"), results),
			settings("2999-01-01"),
		);
		expect((await act(other, { endpoint: "unit" })).code).toBe(1);
		await using expired = shop(yaml("unit", writesReport(fails, "exit 1"), results), settings("2026-01-01"));
		const run = await act(expired, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.result.problems).toContainEqual(
			expect.objectContaining({ code: "quarantine-expired", severity: "warning" }),
		);
		expect(run.result.problems).toContainEqual(
			expect.objectContaining({ code: "test-failed", severity: "error" }),
		);
	});
});

describe("retries", () => {
	it("run the whole command again; a test that then passes is flaky", async () => {
		await using repository = shop(
			yaml(
				"unit",
				`if [ -e tried ]; then ${writesReport(`${passes}<testcase classname="c" name="b"/>`)}; else touch tried; ${writesReport(passes + fails, "exit 1")}; fi`,
				`${results}\n    retries: 2`,
			),
		);
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(0);
		expect(run.result.steps).toMatchObject([{ tries: 2, flaky: [{ name: "c > b" }] }]);
		expect(evidence(repository, run)).toMatchObject({
			outcome: "passed",
			tests: { total: 2, passed: 2, failed: 0, flaky: 1 },
			notable: [{ name: "c > b", status: "flaky", message: "expected 1 to be 2" }],
		});
		expect(run.summary).toContain("ran 2 times");
	});

	it("are no way to skip what failed", async () => {
		await using repository = shop(
			yaml(
				"unit",
				`if [ -e tried ]; then ${writesReport(`${passes}<testcase classname="c" name="b"><skipped/></testcase>`)}; else touch tried; ${writesReport(passes + fails, "exit 1")}; fi`,
				results,
			),
		);
		const run = await act(repository, { endpoint: "unit", retries: "1" });
		expect(run.code).toBe(1);
		expect(run.result.reason).toBe("c > b failed, and the command that ran again skipped it");
	});

	it("end with the number that is given; the last report counts", async () => {
		await using repository = shop(
			yaml("unit", `echo x >> count; ${writesReport(fails, "exit 1")}`, `${results}\n    retries: 5`),
		);
		const run = await act(repository, { endpoint: "unit", retries: "1" });
		expect(readFileSync(join(repository.directory, "services/cart/count"), "utf8")).toBe("x\nx\n");
		expect(evidence(repository, run).tests).toMatchObject({ total: 1, failed: 1, flaky: 0 });
	});

	it("a report of the try before is stale", async () => {
		await using repository = shop(
			yaml(
				"unit",
				`if [ -e tried ]; then true; else touch tried; ${writesReport(fails, "sleep 0.1; exit 1")}; fi`,
				results,
			),
		);
		const run = await act(repository, { endpoint: "unit", retries: "1" });
		expect(run.outputs.outcome).toBe("failed");
		expect(run.result.reason).toContain("older than the command's start");
	});
});

describe("endpoint test", () => {
	it("runs every level but e2e in order, all of them, and fails with the worst", async () => {
		await using repository = shop(
			`test:\n  unit: "echo unit >> ../../order; exit 1"\n  e2e: "echo e2e >> ../../order"\n  integration: "echo integration >> ../../order"\n`,
		);
		const run = await act(repository, { endpoint: "test" });
		expect(run.code).toBe(1);
		expect(readFileSync(join(repository.directory, "order"), "utf8")).toBe("unit\nintegration\n");
		expect(run.outputs["evidence-file"]).toBe(
			"sluice-evidence/cart.unit.test.a2.json\nsluice-evidence/cart.integration.test.a2.json",
		);
		expect([evidence(repository, run, 0).outcome, evidence(repository, run, 1).outcome]).toEqual([
			"failed",
			"passed",
		]);
		expect(run.result.reason).toBe("unit: the command ended with 1");
	});
});

describe("evidence", () => {
	it("a second run of one key in a job is an error before anything runs, unless it has a leg", async () => {
		await using repository = shop(yaml("unit", "echo x >> count"));
		expect((await act(repository, { endpoint: "unit" })).code).toBe(0);
		const again = await act(repository, { endpoint: "unit" });
		expect(again.code).toBe(1);
		expect(again.stdout).toContain("has run in this job already");
		expect(readFileSync(join(repository.directory, "services/cart/count"), "utf8")).toBe("x\n");
		const named = await act(repository, { endpoint: "unit", leg: "second" });
		expect(named.outputs["evidence-file"]).toBe("sluice-evidence/cart.unit.test-second.a2.json");
	});

	it("of another run is a leftover and is replaced", async () => {
		await using repository = shop(yaml("unit", "true"));
		await act(repository, { endpoint: "unit" });
		const run = await act(repository, { endpoint: "unit" }, { GITHUB_RUN_ID: "78" });
		expect(run.code).toBe(0);
		expect(evidence(repository, run).run).toBe("78");
	});

	it("is not written through a link", async () => {
		await using repository = shop(yaml("unit", "true"));
		mkdirSync(join(repository.directory, "elsewhere"));
		symlinkSync(join(repository.directory, "elsewhere"), join(repository.directory, "sluice-evidence"));
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("sluice-evidence is a link");
		expect(readdirSync(join(repository.directory, "elsewhere"))).toEqual([]);
	});

	it("lies in the working directory, and the output says where in the workspace", async () => {
		await using repository = makeRepository({
			"apps/web/sluice.service.yaml": "name: web\ntest: 'true'\n",
		});
		const run = await act(repository, { service: "", endpoint: "unit", "working-directory": "apps/web" });
		expect(run.code).toBe(0);
		expect(run.outputs["evidence-file"]).toBe("apps/web/sluice-evidence/web.unit.test.a2.json");
		expect(existsSync(join(repository.directory, run.outputs["evidence-file"] ?? ""))).toBe(true);
	});

	it("with a leg of its own in a matrix does not claim to know how many there are", async () => {
		await using repository = shop(yaml("unit", "true"));
		const call = { endpoint: "unit", leg: "second", matrix: `{"os":"a"}` };
		const many = await act(repository, { ...call, "job-total": "2" });
		expect(evidence(repository, many)).toMatchObject({ legs: null });
		const one = await act(repository, { ...call, matrix: "null", "job-total": "1" });
		expect(evidence(repository, one)).toMatchObject({ legs: 1 });
	});

	it("of a matrix is named by its values", async () => {
		await using repository = shop(yaml("unit", "true"));
		const run = await act(repository, {
			endpoint: "unit",
			matrix: `{"os":"ubuntu 24","node":24}`,
			"job-total": "4",
		});
		expect(evidence(repository, run)).toMatchObject({
			legs: 4,
			legParts: {
				total: 4,
				matrix: [
					["node", "24"],
					["os", "ubuntu 24"],
				],
				shard: null,
				name: null,
			},
			leg: expect.stringMatching(/^test-24-ubuntu-24-[0-9a-f]{10}$/),
		});
	});
});

describe("wrong requests", () => {
	it("a file where the folder of evidence should be is named", async () => {
		await using repository = shop(yaml("unit", "true"));
		repository.write({ "sluice-evidence": "x" });
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("sluice-evidence is a file");
		expect(run.stdout).not.toContain("A defect of Sluice");
	});

	it("a repository without a manifest is told what to write", async () => {
		await using repository = makeRepository({ "README.md": "" });
		const run = await act(repository, { service: "", endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("The repository has no manifest");
		for (const line of [
			"name: shop",
			"build: make image",
			"test:",
			"  unit: {run: make test, results: reports/*.xml",
		])
			expect(run.stdout).toContain(line);
	});

	const cases: [string, Record<string, string>, string][] = [
		["no endpoint", { endpoint: "" }, "Input 'endpoint' is required"],
		["an unknown service", { service: "crat", endpoint: "unit" }, "Did you mean 'cart'?"],
		["an unknown level", { endpoint: "unitt" }, "Did you mean 'unit'?"],
		["an undeclared build", { endpoint: "build" }, "declares no build"],
		["an undeclared deploy", { endpoint: "deploy" }, "declares no command for deploy"],
		["a built-in promotion", { endpoint: "promote" }, "use the action promote"],
		["a time limit in words", { endpoint: "unit", timeout: "soon" }, "90s, 10m, 1h"],
		[
			"a variable of the suite",
			{ endpoint: "unit", env: "SLUICE_VERSION=1" },
			"names that begin with SLUICE_ are set by run",
		],
		["a line without =", { endpoint: "unit", env: "A" }, "NAME=value"],
		["a version that is none", { endpoint: "unit", version: "v1.2" }, "no semantic version"],
		["a shard beyond its number", { endpoint: "unit", shard: "4/3" }, "from 1: 2/3"],
		["a leg with a slash", { endpoint: "unit", leg: "a/b" }, "letters, digits, - and _"],
		["a matrix that is none", { endpoint: "unit", matrix: "[1]" }, "but no object"],
	];
	it.each(cases)("%s", async (_, inputs, text) => {
		await using repository = shop(yaml("unit", "touch ran"));
		const run = await act(repository, inputs);
		expect(run.code).toBe(1);
		expect(run.stdout.replaceAll("%0A", "\n")).toContain(text);
		expect(existsSync(join(repository.directory, "services/cart/ran"))).toBe(false);
	});

	it("a broken manifest stops before anything runs", async () => {
		await using repository = shop(`${yaml("unit", "touch ran")}unknown: 1\n`);
		const run = await act(repository, { endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("services/cart/sluice.service.yaml");
		expect(existsSync(join(repository.directory, "services/cart/ran"))).toBe(false);
	});

	it("a repository without a commit", async () => {
		await using repository = makeRepository();
		writeFileSync(join(repository.directory, "sluice.service.yaml"), "name: a\ntest: 'true'\n");
		const run = await act(repository, { service: "", endpoint: "unit" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("no commit yet");
	});
});

describe("other endpoints", () => {
	it("deploy runs its command and leaves no evidence", async () => {
		await using repository = shop(`deploy: 'echo "$SLUICE_IMAGE" > deployed'\ntest: 'true'\n`);
		const run = await act(repository, { endpoint: "deploy", version: "2.0.0" });
		expect(run.code).toBe(0);
		expect(run.outputs).toMatchObject({ outcome: "passed", "evidence-file": "" });
		expect(readFileSync(join(repository.directory, "services/cart/deployed"), "utf8")).toBe(
			"ghcr.io/acme/cart:2.0.0\n",
		);
	});

	it("deploy to a target is refused", async () => {
		await using repository = shop(`deploy: {target: kubernetes}\ntest: 'true'\n`);
		expect((await act(repository, { endpoint: "deploy", version: "2.0.0" })).code).toBe(1);
	});

	it("promote by a command of its own that fails", async () => {
		await using repository = shop(`promote: exit 4\ntest: 'true'\n`);
		const run = await act(repository, { endpoint: "promote", version: "2.0.0" });
		expect(run.code).toBe(1);
		expect(run.result.reason).toBe("the command ended with 4");
	});
});
