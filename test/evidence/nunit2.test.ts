import { describe, expect, it } from "vitest";
import { readNunit2 } from "#src/evidence/tests/nunit2.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	await readNunit2(typeof source === "string" ? bytes(source) : source, "r.xml", collector);
	return collector.report();
}

const run = (body: string, attributes = "") =>
	read(`<test-results name="a.dll" ${attributes}>${body}</test-results>`);
const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

describe("reports of tools", () => {
	it("NUnit 2.6.4 on Mono", async () => {
		// nunit-console prints: tests run 11, errors 1, failures 4, inconclusive 1, not run 4 (invalid 1, ignored 3),
		// and the tear-down that failed; its exit code is 6, so the invalid one is a failure.
		const { counts, notable } = await read(fixture("nunit2/TestResult.xml"));
		expect(counts).toEqual({ total: 16, passed: 5, failed: 4, errors: 3, skipped: 4, flaky: 0 });
		const errors = notable.filter((each) => each.status === "error");
		expect(errors.map((each) => each.name)).toEqual([
			"Shop.PriceTest > NotRunnable",
			"Shop.PriceTest > Throws",
			"TearDownTest",
		]);
		expect(notable[0]).toEqual({
			name: "Shop.PriceTest > Fails",
			class: "Shop.PriceTest",
			status: "failed",
			message: 'sum & "total" < 5\n  Expected: 5\n  But was:  4',
		});
		expect(notable.filter((each) => each.status === "skipped")[0]).toMatchObject({
			name: "Shop.IgnoredTest > One",
			message: "whole fixture",
		});
	});

	it("jest-nunit-reporter writes a todo as a failure, and its root counts fewer failures than it lists", async () => {
		// grep -c 'result="Failure"' of test-case elements: 7; the root says 5.
		const { counts } = await read(fixture("jest-nunit/nunit.xml"));
		expect(counts).toEqual({ ...zero, total: 10, passed: 3, failed: 7 });
	});
});

describe("results", () => {
	it.each([
		["Success", "passed"],
		["Failure", "failed"],
		["Error", "errors"],
		["Cancelled", "errors"],
		["NotRunnable", "errors"],
		["Ignored", "skipped"],
		["Skipped", "skipped"],
		["Inconclusive", "skipped"],
		["Exploded", "errors"],
	])("%s is %s", async (result, kind) => {
		const { counts } = await run(
			`<test-suite><results><test-case name="t" result="${result}"/></results></test-suite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, [kind]: 1 });
	});

	it("before 2.5: executed and success", async () => {
		const { counts } = await run(
			`<test-suite success="False"><results><test-case name="a" executed="True" success="True"/><test-case name="b" executed="True" success="False"/><test-case name="c" executed="False"/></results></test-suite>`,
		);
		expect(counts).toEqual({ ...zero, total: 3, passed: 1, failed: 1, skipped: 1 });
	});

	it("arguments with dots and brackets stay with the method", async () => {
		const { statuses } = await read(
			`<test-results><test-suite><results><test-case name="A.B.C(&quot;x.y(1)&quot;)" result="Success"/></results></test-suite></test-results>`,
			['A.B > C("x.y(1)")'],
		);
		expect([...statuses.values()]).toEqual(["passed"]);
	});
});

describe("suites", () => {
	it("one that failed without a case that failed is one error, however deep", async () => {
		const { counts, notable } = await run(
			`<test-suite name="n" result="Failure"><results><test-suite name="F" result="Error"><failure><message>SetUp : no database</message></failure><results/></test-suite></results></test-suite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, errors: 1 });
		expect(notable).toEqual([{ name: "F", class: "F", status: "error", message: "SetUp : no database" }]);
	});

	it("one whose cases failed adds nothing", async () => {
		const { counts } = await run(
			`<test-suite result="Failure"><failure><message>child</message></failure><results><test-case name="a" result="Failure"/></results></test-suite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, failed: 1 });
	});
});

describe("numbers", () => {
	it("count where there is no case: total leaves out what did not run", async () => {
		const { counts } = await run(
			"",
			`total="11" errors="1" failures="4" not-run="4" inconclusive="1" ignored="3" skipped="0" invalid="1"`,
		);
		expect(counts).toEqual({ ...zero, total: 15, passed: 5, failed: 4, errors: 2, skipped: 4 });
	});

	it("do not count beside a case", async () => {
		const text = `<test-suite><results><test-case name="a" result="Success"/></results></test-suite>`;
		expect((await run(text, `total="9" failures="3"`)).counts).toEqual({ ...zero, total: 1, passed: 1 });
	});
});

it("another root and a cut file are refused", async () => {
	expect(await userError(read("<test-run/>"))).toMatchObject({ code: "report-format" });
	expect(await userError(read("<test-results><test-suite>"))).toMatchObject({ code: "report-truncated" });
});
