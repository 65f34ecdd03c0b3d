import { describe, expect, it } from "vitest";
import { readJunit } from "#src/evidence/tests/junit.js";
import { readNunit2 } from "#src/evidence/tests/nunit2.js";
import { readNunit3 } from "#src/evidence/tests/nunit3.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { readTrx } from "#src/evidence/tests/trx.js";
import { readXunit } from "#src/evidence/tests/xunit.js";
import { bytes, userError } from "./source.ts";

/** Reports whose numbers tell of failures that they do not list: the cases count, and the difference is told. */
describe("failures that a report says and does not list", () => {
	const trx = (failed: number) =>
		`<TestRun><Results><UnitTestResult testName="a" outcome="Passed"/></Results><ResultSummary outcome="Completed"><Counters total="2" passed="1" failed="${failed}"/></ResultSummary></TestRun>`;
	const nunit3 = (failed: number) =>
		`<test-run result="${failed > 0 ? "Failed" : "Passed"}" total="2" passed="1" failed="${failed}"><test-suite result="Passed"><test-case name="a" result="Passed"/></test-suite></test-run>`;
	const nunit2 = (failed: number) =>
		`<test-results total="2" errors="0" failures="${failed}"><test-suite name="s" result="Success"><results><test-case name="a" result="Success"/></results></test-suite></test-results>`;
	const xunit = (failed: number) =>
		`<assemblies><assembly name="s" passed="1" failed="${failed}"><collection><test name="a" result="Pass"/></collection></assembly></assemblies>`;

	it.each([
		["TRX", readTrx, trx],
		["NUnit 3", readNunit3, nunit3],
		["NUnit 2", readNunit2, nunit2],
		["xUnit.net", readXunit, xunit],
	] as const)("are told by %s", async (_, read, report) => {
		for (const failed of [0, 1]) {
			const collector = new TestCollector();
			await read(bytes(report(failed)), "report.xml", collector);
			const { counts, problems } = collector.report();
			expect(counts).toMatchObject({ total: 1, passed: 1 });
			expect(problems.map(({ code }) => code)).toEqual(failed === 0 ? [] : ["report-counts-differ"]);
		}
	});

	const junit = (failures: string) => `<testsuite name="s" tests="2" failures="${failures}"/>`;
	const numbersOnly = [
		[
			"TRX",
			readTrx,
			(failed: string) =>
				`<TestRun><ResultSummary><Counters total="2" failed="${failed}"/></ResultSummary></TestRun>`,
			"Counters",
			"failed",
		],
		[
			"NUnit 3",
			readNunit3,
			(failed: string) => `<test-run passed="1" failed="${failed}"/>`,
			"test-run",
			"failed",
		],
		[
			"NUnit 2",
			readNunit2,
			(failed: string) => `<test-results total="2" failures="${failed}"/>`,
			"test-results",
			"failures",
		],
		[
			"xUnit.net",
			readXunit,
			(failed: string) => `<assembly passed="1" failed="${failed}"/>`,
			"assembly",
			"failed",
		],
		["JUnit", readJunit, junit, "testsuite", "failures"],
	] as const;

	it.each(numbersOnly)(
		"by numbers that are none are refused by %s",
		async (_, read, report, element, name) => {
			for (const wrong of ["-1", "x", "1.5", "1e999"]) {
				const error = await userError(read(bytes(report(wrong)), "report.xml", new TestCollector()));
				expect([error.code, error.message, error.place.line]).toEqual([
					"report-malformed",
					`report.xml: <${element}> has ${name}="${wrong}", no number of tests`,
					1,
				]);
			}
			for (const good of ["1", "1.0", " 1 ", "0"]) {
				const collector = new TestCollector();
				await read(bytes(report(good)), "report.xml", collector);
				expect(collector.counts.failed).toBe(Number(good));
			}
		},
	);
});
