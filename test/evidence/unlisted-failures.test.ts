import { describe, expect, it } from "vitest";
import { readNunit2 } from "#src/evidence/tests/nunit2.js";
import { readNunit3 } from "#src/evidence/tests/nunit3.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { readTrx } from "#src/evidence/tests/trx.js";
import { readXunit } from "#src/evidence/tests/xunit.js";
import { bytes } from "./source.ts";

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
});
