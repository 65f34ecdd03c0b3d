import { describe, expect, it } from "vitest";
import { readNunit3 } from "#src/evidence/tests/nunit3.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>) {
	const collector = new TestCollector();
	await readNunit3(typeof source === "string" ? bytes(source) : source, "r.xml", collector);
	return collector.report();
}

const run = (body: string, attributes = "") => read(`<test-run ${attributes}>${body}</test-run>`);
const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

it("pytest-nunit: a failure without text stands in tests that passed, and suites passed that did not", async () => {
	// grep: 16 test-case elements, result="Passed" 7, "Failed" 8, "Skipped" 1; the root and its suites say Passed.
	const { counts, notable } = await read(fixture("pytest-nunit/nunit3.xml"));
	expect(counts).toEqual({ ...zero, total: 16, passed: 7, failed: 8, skipped: 1 });
	expect(notable.at(-1)).toMatchObject({ status: "skipped", message: "Skipped: later" });
});

describe("what NUnit's tools wrote (files of others)", () => {
	it("nunit3-console: a failure stands in its test, its assertions and each suite around it", async () => {
		const { counts, notable } = await read(fixture("third-party/nunit-plugin/NUnit-issue56241-failure.xml"));
		expect(counts).toEqual({ ...zero, total: 1, failed: 1 });
		expect(notable).toEqual([
			{
				name: "UnitTestProject1.UnitTest1 > TestMethod1",
				class: "UnitTestProject1.UnitTest1",
				status: "failed",
				message: "Example Warning Messages",
			},
		]);
	});

	it("nunit3-console: a test with a warning passed, although the run counts none", async () => {
		const { counts, problems } = await read(fixture("third-party/nunit-plugin/NUnit-issue56241-warning.xml"));
		expect(counts).toEqual({ ...zero, total: 1, passed: 1 });
		expect(problems).toEqual([]);
	});

	it("NunitXml.TestLogger names classes without their namespace", async () => {
		const { counts, notable } = await read(fixture("third-party/nunit-plugin/NUnit-issue110.xml"));
		expect(counts).toEqual({ ...zero, total: 23, passed: 21, failed: 1, skipped: 1 });
		expect(notable.map(({ name, status }) => [name, status])).toEqual([
			["Money.MoneyTest > FailedTest", "failed"],
			["Money.MoneyTest > IgnoredTest", "skipped"],
		]);
	});
});

describe("results", () => {
	it.each([
		['result="Passed"', "passed"],
		['result="Warning"', "passed"],
		['result="Failed"', "failed"],
		['result="Failed" label="Error"', "errors"],
		['result="Failed" label="Invalid"', "errors"],
		['result="Failed" label="Cancelled"', "errors"],
		['result="Failed" site="Parent"', "failed"],
		['result="Skipped" label="Ignored"', "skipped"],
		['result="Skipped" label="Explicit"', "skipped"],
		['result="Inconclusive"', "skipped"],
		['result="Exploded"', "errors"],
		["", "errors"],
	])("%s is %s", async (attributes, kind) => {
		const { counts } = await run(`<test-suite><test-case name="t" ${attributes}/></test-suite>`);
		expect(counts).toEqual({ ...zero, total: 1, [kind]: 1 });
	});

	it("names and messages", async () => {
		const { notable } = await run(
			`<test-suite><test-case name="Adds(1.5)" fullname="Shop.Price.Adds(1.5)" classname="Shop.Price" result="Failed"><failure><message><![CDATA[  Expected: 1 ]]></message><stack-trace>at x</stack-trace></failure><output>noise</output></test-case><test-case name="B" fullname="Shop.Price.B" result="Skipped"><reason><message>later</message></reason></test-case></test-suite>`,
		);
		expect(notable).toEqual([
			{ name: "Shop.Price > Adds(1.5)", class: "Shop.Price", status: "failed", message: "Expected: 1" },
			{ name: "Shop.Price > B", class: "Shop.Price", status: "skipped", message: "later" },
		]);
	});
});

describe("suites and the run", () => {
	it("testcasecount counts what a filter left out, and counts nothing here", async () => {
		const { counts } = await run(
			`<test-suite testcasecount="25" result="Passed"><test-case name="a" result="Passed"/></test-suite>`,
			`testcasecount="25" total="18" passed="18" result="Passed"`,
		);
		expect(counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("a set-up that fails without a case is one error, however deep", async () => {
		const { counts, notable } = await run(
			`<test-suite result="Failed" site="Child" fullname="a.dll"><test-suite result="Failed" site="SetUp" fullname="Shop.Price"><failure><message>no database</message></failure></test-suite></test-suite>`,
			`result="Failed"`,
		);
		expect(counts).toEqual({ ...zero, total: 1, errors: 1 });
		expect(notable[0]).toMatchObject({ name: "Shop.Price", message: "no database" });
	});

	it("an assembly that can't be loaded is an error", async () => {
		const { notable } = await run(
			`<test-suite type="Assembly" fullname="b.dll" runstate="NotRunnable" result="Failed" label="Invalid"><reason><message>not found</message></reason></test-suite>`,
		);
		expect(notable).toMatchObject([{ name: "b.dll", status: "error", message: "not found" }]);
	});

	it("a tear-down is an error beside tests that failed; a set-up and a child are not", async () => {
		const suite = (site: string) =>
			`<test-suite fullname="F" result="Failed" site="${site}"><failure><message>m</message></failure><test-case name="a" result="Failed"/></test-suite>`;
		expect((await run(suite("TearDown"))).counts).toEqual({ ...zero, total: 2, failed: 1, errors: 1 });
		expect((await run(suite("SetUp"))).counts).toEqual({ ...zero, total: 1, failed: 1 });
		expect((await run(suite("Child"))).counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it.each(["Failed", "Error", "Cancelled", "Invalid"])(
		"a suite that ended as %s with no test failed is an error",
		async (result) => {
			const { counts } = await run(
				`<test-suite result="${result}"><test-case name="a" result="Passed"/></test-suite>`,
			);
			expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		},
	);

	it("a run that failed while all tests passed is an error", async () => {
		const { counts, notable } = await run(
			`<test-suite result="Passed"><test-case name="a" result="Passed"/></test-suite>`,
			`result="Failed"`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(notable[0]?.name).toBe("(test run)");
	});

	it("numbers count where there is no case", async () => {
		const { counts } = await run(
			"",
			`result="Failed" total="7" passed="2" warnings="1" failed="1" inconclusive="1" skipped="2"`,
		);
		expect(counts).toEqual({ ...zero, total: 7, passed: 3, failed: 1, skipped: 3 });
	});
});

it("another root and a cut file are refused", async () => {
	expect(await userError(read("<test-results/>"))).toMatchObject({ code: "report-format" });
	expect(await userError(read("<test-run><test-suite>"))).toMatchObject({ code: "report-truncated" });
});
