import { describe, expect, it } from "vitest";
import { TestCollector } from "#src/evidence/tests/report.js";
import { readTrx } from "#src/evidence/tests/trx.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	await readTrx(typeof source === "string" ? bytes(source) : source, "r.trx", collector);
	return collector.report();
}

const space = `xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"`;
const run = (results: string, rest = "", asked: string[] = []) =>
	read(`<TestRun ${space}><Results>${results}</Results>${rest}</TestRun>`, asked);
const result = (name: string, outcome: string, inside = "", id = name) =>
	`<UnitTestResult testId="${id}" testName="${name}" outcome="${outcome}">${inside}</UnitTestResult>`;
const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

describe("reports of tools", () => {
	it("jest-trx-results-processor: a result without an outcome is a file that could not be loaded", async () => {
		// jest prints: 5 failed, 1 skipped, 1 todo, 3 passed and a suite that could not run, which is two results here.
		const { counts, notable } = await read(fixture("jest-trx/results.trx"));
		expect(counts).toEqual({ total: 12, passed: 3, failed: 6, errors: 1, skipped: 2, flaky: 0 });
		expect(notable[0]).toMatchObject({ name: "cart > cart / fails & <b>", class: "cart", status: "failed" });
		expect(notable.find((each) => each.status === "error")?.class).toBe("No suite");
	});

	it("mocha-trx-reporter", async () => {
		// mocha prints: 4 passing, 2 pending, 3 failing; the reporter writes no hook, and the two tests behind one.
		const { counts } = await read(fixture("mocha-trx/results.trx"));
		expect(counts).toEqual({ ...zero, total: 9, passed: 4, failed: 3, skipped: 2 });
	});

	it("dotnet test with xUnit.net's adapter: what the run says of failed tests is no error of its own", async () => {
		// Its Counters: total 7, passed 3, failed 3, notExecuted 0, although a test was skipped.
		const { counts, notable } = await read(
			fixture("third-party/liquid-test-reports/xUnit-net9.0-sample.trx"),
		);
		expect(counts).toEqual({ ...zero, total: 7, passed: 3, failed: 3, skipped: 1 });
		expect(notable.at(-2)).toMatchObject({
			name: "SampleProject.xUnit.TestServiceTests > TestTheory(expected: False)",
			message: "Assert.Equal() Failure: Values differ\r\nExpected: False\r\nActual:   True",
		});
		expect(notable.at(-1)).toMatchObject({ status: "skipped", message: "Skipped" });
	});
});

describe("outcomes", () => {
	it.each([
		["Passed", "passed"],
		["Completed", "passed"],
		["Warning", "passed"],
		["Failed", "failed"],
		["NotExecuted", "skipped"],
		["Inconclusive", "skipped"],
		["Pending", "skipped"],
		["Error", "errors"],
		["Timeout", "errors"],
		["Aborted", "errors"],
		["NotRunnable", "errors"],
		["Disconnected", "errors"],
		["PassedButRunAborted", "errors"],
		["InProgress", "errors"],
		["Exploded", "errors"],
	])("%s is %s", async (outcome, kind) => {
		expect((await run(result("t", outcome))).counts).toEqual({ ...zero, total: 1, [kind]: 1 });
	});

	it("without an outcome it is an error", async () => {
		expect((await run(`<UnitTestResult testName="t"/>`)).counts).toEqual({ ...zero, total: 1, errors: 1 });
	});

	it("Counters that count no test that was not executed lie", async () => {
		const { counts } = await run(
			result("a", "Passed") + result("b", "NotExecuted"),
			`<ResultSummary outcome="Completed"><Counters total="2" executed="1" passed="1" notExecuted="0"/></ResultSummary>`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, skipped: 1 });
	});

	it("Counters count where there is no result", async () => {
		const { counts } = await run(
			"",
			`<ResultSummary outcome="Failed"><Counters total="804" executed="803" passed="800" failed="1" error="1" timeout="1" notExecuted="0"/></ResultSummary>`,
		);
		expect(counts).toEqual({ ...zero, total: 804, passed: 800, failed: 1, errors: 2, skipped: 1 });
	});
});

describe("results inside of results", () => {
	const rows = (...outcomes: string[]) =>
		`<InnerResults>${outcomes.map((each, index) => result(`row ${index}`, each)).join("")}</InnerResults>`;

	it("data rows count, and not their test too", async () => {
		const { counts } = await run(result("t", "Failed", rows("Passed", "Failed", "NotExecuted")));
		expect(counts).toEqual({ ...zero, total: 3, passed: 1, failed: 1, skipped: 1 });
	});

	it("a test that fails while its rows pass counts as itself", async () => {
		const { counts } = await run(result("t", "Failed", rows("Passed", "Passed")));
		expect(counts).toEqual({ ...zero, total: 3, passed: 2, failed: 1 });
	});

	it("ordered tests, and a failure two levels down", async () => {
		const { counts } = await run(
			`<TestResultAggregation testName="o" outcome="Failed"><InnerResults>${result("t", "Failed", rows("Failed"))}${result("u", "Passed")}</InnerResults></TestResultAggregation>`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
	});
});

describe("names", () => {
	const define = (id: string, name: string) =>
		`<TestDefinitions><UnitTest name="x" id="${id}"><TestMethod className="${name}" name="x"/></UnitTest></TestDefinitions>`;

	it("the class stands in the definition, behind the results or before them", async () => {
		const failed = result("Adds", "Failed", "", "1");
		const class_ = "Shop.Price, Shop, Version=1.0.0.0";
		const wanted = [{ name: "Shop.Price > Adds", class: "Shop.Price", status: "failed" }];
		expect((await run(failed, define("1", class_))).notable).toEqual(wanted);
		const before = await read(`<TestRun>${define("1", class_)}<Results>${failed}</Results></TestRun>`);
		expect(before.notable).toEqual(wanted);
	});

	it("a full name is divided", async () => {
		const { notable } = await run(result("Shop.Price.Adds(x: &quot;a.b&quot;)", "Failed"));
		expect(notable[0]).toMatchObject({ name: 'Shop.Price > Adds(x: "a.b")', class: "Shop.Price" });
	});

	it("a test that is asked for is found though it passed", async () => {
		const results =
			result("Adds", "Passed", "", "1") + result("Shop.Cart.Adds", "Passed") + result("B", "Passed");
		const report = await run(results, define("1", "Shop.Price"), [
			"Shop.Price > Adds",
			"Shop.Cart > Adds",
			"B",
		]);
		expect(report.counts).toEqual({ ...zero, total: 3, passed: 3 });
		expect([...report.statuses.keys()].sort()).toEqual(["B", "Shop.Cart > Adds", "Shop.Price > Adds"]);
	});

	it("the message is ErrorInfo's, no output", async () => {
		const { notable } = await run(
			result(
				"t",
				"Failed",
				`<Output><StdOut>noise</StdOut><TextMessages><Message>noise</Message></TextMessages><ErrorInfo><Message>Expected 4</Message><StackTrace>at</StackTrace></ErrorInfo></Output>`,
			),
		);
		expect(notable[0]?.message).toBe("Expected 4");
	});

	it("lists 1,000 tests of a kind and counts all", async () => {
		const { counts, notable } = await run(
			Array.from({ length: 1500 }, (_, index) => result(`T.t${index}`, "Failed")).join(""),
		);
		expect(counts).toEqual({ ...zero, total: 1500, failed: 1500 });
		expect(notable).toHaveLength(1000);
	});
});

describe("the run", () => {
	const summary = (outcome: string, infos = "") =>
		`<ResultSummary outcome="${outcome}"><Counters total="1" passed="1"/><RunInfos>${infos}</RunInfos></ResultSummary>`;
	const info = (outcome: string, text: string) =>
		`<RunInfo computerName="c" outcome="${outcome}" timestamp="t"><Text>${text}</Text></RunInfo>`;

	it("a crash while all tests passed is an error", async () => {
		const { counts, notable } = await run(
			result("t", "Passed"),
			summary("Failed", info("Error", "The active test run was aborted. Reason: Test host process crashed")),
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(notable[0]).toEqual({
			name: "(test run)",
			status: "error",
			message: "The active test run was aborted. Reason: Test host process crashed",
		});
	});

	it("an exit code of Microsoft.Testing.Platform that only says that tests failed is an error where none did", async () => {
		const text =
			"Exit code indicates failure: '2'. Please refer to https://aka.ms/testingplatform/exitcodes for more information.";
		const seven = text.replace("'2'", "'7'");
		const counts = async (outcome: string, said: string) =>
			(await run(result("t", outcome), summary("Failed", info("Error", said)))).counts;
		expect(await counts("Failed", text)).toEqual({ ...zero, total: 1, failed: 1 });
		expect(await counts("Failed", seven)).toEqual({ ...zero, total: 2, failed: 1, errors: 1 });
		expect(await counts("Passed", text)).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	});

	it("a crash beside a test that failed is one more error, xUnit's echo of that test is none", async () => {
		const { counts } = await run(
			result("t", "Failed"),
			summary(
				"Failed",
				info("Error", "[xUnit.net 00:00:00.50]     Shop.t [FAIL]") + info("Error", "crashed"),
			),
		);
		expect(counts).toEqual({ ...zero, total: 2, failed: 1, errors: 1 });
	});

	it("a warning is none", async () => {
		const { counts } = await run(result("t", "Passed"), summary("Completed", info("Warning", "slow")));
		expect(counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it.each(["Failed", "Error", "Aborted", "Timeout", "InProgress"])(
		"%s without a reason while all tests passed is an error",
		async (outcome) => {
			const { counts } = await run(result("t", "Passed"), summary(outcome));
			expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		},
	);

	it("stands before the results too", async () => {
		const { counts } = await read(
			`<TestRun>${summary("Failed")}<Results>${result("t", "Failed")}</Results></TestRun>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, failed: 1 });
	});
});

it("another root and a cut file are refused", async () => {
	expect(await userError(read("<test-run/>"))).toMatchObject({ code: "report-format" });
	expect(await userError(read("<TestRun><Results>"))).toMatchObject({ code: "report-truncated" });
});

describe("what no tool writes", () => {
	it("a result by an unknown name counts, and a message of an unknown outcome is an error", async () => {
		const unknown = await read(
			'<TestRun><Results><Other testName="a" outcome="Failed"/></Results></TestRun>',
		);
		expect(unknown.counts).toEqual({ ...zero, total: 1, failed: 1 });
		const { counts } = await run(
			result("t", "Passed"),
			'<ResultSummary outcome="Completed"><RunInfos><RunInfo outcome="Fatal"><Text>no host</Text></RunInfo></RunInfos></ResultSummary>',
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	});

	it("counters that add up to more than their total are refused where they alone count", async () => {
		const counters = '<Counters total="5" passed="9"/>';
		const error = await userError(read(`<TestRun><ResultSummary>${counters}</ResultSummary></TestRun>`));
		expect(error.message).toBe("r.trx: its counters say 5 tests, and 9 that ran");
		const listed = `<Results>${result("t", "Passed")}</Results><ResultSummary>${counters}</ResultSummary>`;
		expect((await read(`<TestRun>${listed}</TestRun>`)).counts.total).toBe(1);
	});
});
