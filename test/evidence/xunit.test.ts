import { describe, expect, it } from "vitest";
import { TestCollector } from "#src/evidence/tests/report.js";
import { readXunit } from "#src/evidence/tests/xunit.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>) {
	const collector = new TestCollector();
	await readXunit(typeof source === "string" ? bytes(source) : source, "r.xml", collector);
	return collector.report();
}

const assembly = (body: string, attributes = "") =>
	read(`<assemblies><assembly name="Shop.dll" ${attributes}>${body}</assembly></assemblies>`);
const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

it("mocha-xunit-reporter writes version 2", async () => {
	// mocha prints: 4 passing, 2 pending, 3 failing; the reporter leaves the pending ones out.
	const { counts, notable } = await read(fixture("mocha-xunit/reporter.xml"));
	expect(counts).toEqual({ ...zero, total: 7, passed: 4, failed: 3 });
	expect(notable[0]).toMatchObject({ type: "AssertionError", message: "4 == 5" });
});

describe("what xUnit.net's tools wrote (files of others)", () => {
	it("xunit.console 2", async () => {
		const { counts, notable } = await read(fixture("third-party/xunit-plugin/xunit-simple.xml"));
		expect(counts).toEqual({ ...zero, total: 3, passed: 1, failed: 1, skipped: 1 });
		expect(notable).toEqual([
			{
				name: "MyProject.Tests.SampleFact > FailedTest",
				class: "MyProject.Tests.SampleFact",
				status: "failed",
				type: "Xunit.Sdk.TrueException",
				message: "Assert.True() Failure",
			},
			{
				name: "MyProject.Tests.SampleFact > SkippedTest",
				class: "MyProject.Tests.SampleFact",
				status: "skipped",
				message: "On Purpose",
			},
		]);
	});

	it("XunitXml.TestLogger: version 2 without types of failures", async () => {
		const { counts, notable } = await read(fixture("third-party/xunit.testlogger/test-results.xml"));
		expect(counts).toEqual({ ...zero, total: 4, passed: 2, failed: 2 });
		expect(notable[0]).toMatchObject({ message: "Assert.False() Failure\nExpected: False\nActual:   True" });
	});

	it("xUnit.net 1: one assembly with classes", async () => {
		const { counts, notable } = await read(fixture("third-party/pickles/results-example-xunit.xml"));
		expect(counts).toEqual({ ...zero, total: 4, passed: 3, failed: 1 });
		expect(notable).toEqual([
			{
				name: "Pickles.TestHarness.xUnit.AdditionFeature > FailToAddTwoNumbers",
				class: "Pickles.TestHarness.xUnit.AdditionFeature",
				status: "failed",
				type: "System.InvalidOperationException",
				message: "System.InvalidOperationException : This is a fake failure message",
			},
		]);
	});
});

describe("tests", () => {
	it.each([
		["Pass", "passed"],
		["Fail", "failed"],
		["Skip", "skipped"],
		["NotRun", "skipped"],
		["Exploded", "errors"],
	])("%s is %s", async (result, kind) => {
		const { counts } = await assembly(`<collection><test name="t" result="${result}"/></collection>`);
		expect(counts).toEqual({ ...zero, total: 1, [kind]: 1 });
	});

	it("names, messages, reasons and places (version 3)", async () => {
		const { notable } = await assembly(
			`<collection><test name="Shop.Price.Adds(x: 1.5)" type="Shop.Price" method="Adds" result="Fail" source-file="test/Price.cs" source-line="7"><failure exception-type="Xunit.EqualException"><message><![CDATA[Expected 4]]></message><stack-trace>at</stack-trace></failure><output>noise</output></test><test name="custom name" type="Shop.Price" method="B" result="Skip"><reason><![CDATA[later]]></reason></test></collection>`,
		);
		expect(notable).toEqual([
			{
				name: "Shop.Price > Adds(x: 1.5)",
				class: "Shop.Price",
				status: "failed",
				type: "Xunit.EqualException",
				message: "Expected 4",
				file: "test/Price.cs",
				line: 7,
			},
			{ name: "Shop.Price > custom name", class: "Shop.Price", status: "skipped", message: "later" },
		]);
	});

	it("version 1: one assembly, tests in classes, the reason in a message", async () => {
		const { counts, notable } = await read(
			`<assembly name="a.dll" total="2"><class name="A"><test name="A.b" type="A" method="b" result="Pass"/><test name="A.c" type="A" method="c" result="Skip"><reason><message>later</message></reason></test></class></assembly>`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, skipped: 1 });
		expect(notable[0]?.message).toBe("later");
	});
});

describe("assemblies", () => {
	it("errors outside of tests count, though the numbers of failed tests know nothing of them", async () => {
		const { counts, notable } = await assembly(
			`<errors><error type="assembly-cleanup" name="Shop.dll"><failure exception-type="System.Exception"><message>still open</message></failure></error><error type="fatal"/></errors><collection><test name="t" result="Pass"/></collection>`,
			`total="1" passed="1" failed="0" errors="2"`,
		);
		expect(counts).toEqual({ ...zero, total: 3, passed: 1, errors: 2 });
		expect(notable).toEqual([
			{
				name: "assembly-cleanup: Shop.dll",
				class: "Shop.dll",
				status: "error",
				type: "System.Exception",
				message: "still open",
			},
			{ name: "fatal", class: "Shop.dll", status: "error" },
		]);
	});

	it("errors that are counted and not listed are one error", async () => {
		const { counts } = await assembly(
			`<collection><test name="t" result="Pass"/></collection>`,
			`errors="3"`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	});

	it("numbers count where there is no test", async () => {
		const { counts } = await assembly("<errors/>", `total="5" passed="2" failed="1" skipped="1" not-run="1"`);
		expect(counts).toEqual({ ...zero, total: 5, passed: 2, failed: 1, skipped: 2 });
	});

	it("a test outside of an assembly counts, and one that passed and tells of a failure has failed", async () => {
		const stray = await read(
			'<assemblies><collection><test name="t" result="Fail"/></collection></assemblies>',
		);
		expect(stray.counts).toEqual({ ...zero, total: 1, failed: 1 });
		const { counts } = await assembly(
			'<collection><test name="t" result="Pass"><failure exception-type="E"><message>no</message></failure></test></collection>',
		);
		expect(counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("several assemblies add up", async () => {
		const { counts } = await read(
			`<assemblies><assembly><collection><test name="a" result="Pass"/></collection></assembly><assembly total="1" failed="1"/></assemblies>`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
	});
});

it("another root and a cut file are refused", async () => {
	expect(await userError(read("<test-run/>"))).toMatchObject({ code: "report-format" });
	expect(await userError(read("<assemblies><assembly>"))).toMatchObject({ code: "report-truncated" });
});
