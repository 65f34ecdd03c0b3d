import { describe, expect, it } from "vitest";
import { readJunit } from "#src/evidence/tests/junit.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	await readJunit(typeof source === "string" ? bytes(source) : source, "r.xml", collector);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

describe("reports of real tools", () => {
	it("Node: nested suites, a todo that fails, a file that can't be loaded", async () => {
		// node says: tests 10, pass 4, fail 4, skipped 1, todo 1; its report has no case for the failing parent.
		const report = await read(fixture("node/junit.xml"));
		expect(report.counts).toEqual({ ...zero, total: 9, passed: 4, failed: 3, skipped: 2 });
		expect(report.notable.filter((each) => each.status === "failed").map((each) => each.name)).toEqual([
			"test > test/broken.test.js",
			"total.with a discount > is wrong on purpose",
			"test > fails to connect",
		]);
		expect(report.notable[1]).toMatchObject({
			class: "total.with a discount",
			type: "testCodeFailure",
			message: "Expected values to be strictly equal:\n\n5 !== 4",
			file: "/home/runner/work/sample/sample/test/price.test.js",
		});
	});

	it("pytest: errors of set-up and tear-down, expected failures, tries of a test that was run again", async () => {
		// pytest says: 3 failed, 4 passed, 1 skipped, 1 xfailed, 2 errors, 1 rerun.
		const report = await read(fixture("pytest/junit.xml"));
		expect(report.counts).toEqual({ total: 11, passed: 4, failed: 3, errors: 2, skipped: 2, flaky: 1 });
		expect(report.notable.find((each) => each.status === "flaky")?.name).toBe(
			"tests.test_price > test_second_try",
		);
	});

	it("vitest: 2 failed, 4 passed, 1 skipped, 1 todo", async () => {
		expect((await read(fixture("vitest/junit.xml"))).counts).toEqual({
			...zero,
			total: 8,
			passed: 4,
			failed: 2,
			skipped: 2,
		});
	});
});

describe("cases are counted, not attributes", () => {
	it("Surefire: a test that passed in its second try is one flaky test, whatever the suite counts", async () => {
		const report = await read(
			`<testsuite name="FlakyTest" tests="3" failures="2"><testcase classname="F" name="t"><flakyFailure type="T" message="first"><stackTrace/><system-out/></flakyFailure></testcase></testsuite>`,
		);
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1, flaky: 1 });
		expect(report.notable).toEqual([
			{ name: "F > t", class: "F", status: "flaky", type: "T", message: "first" },
		]);
		expect(report.problems).toEqual([]);
	});

	it("Surefire: one that failed in each try is one failed test", async () => {
		const { counts } = await read(
			`<testsuite tests="4" failures="4"><testcase name="t"><failure message="m"/><rerunFailure message="again"/><rerunFailure/></testcase></testsuite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("several failures of one case are one, and the first message counts", async () => {
		const report = await read(
			`<testsuites><testsuite><testcase name="t"><failure message="one"/><failure message="two"/></testcase></testsuite></testsuites>`,
		);
		expect(report.counts.failed).toBe(1);
		expect(report.notable[0]?.message).toBe("one");
	});

	it("failed and skipped at once is failed", async () => {
		expect(
			(await read(`<testsuite><testcase name="t"><skipped/><failure/></testcase></testsuite>`)).counts,
		).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("a failing test that Node was told is to be done is skipped", async () => {
		const text = `<testsuite><testcase name="t"><skipped type="todo"/><failure/></testcase></testsuite>`;
		expect((await read(text)).counts).toEqual({ ...zero, total: 1, skipped: 1 });
	});

	it.each(["disabled", "notrun", "IGNORED"])("status %s is skipped", async (word) => {
		expect((await read(`<testsuite><testcase name="t" status="${word}"/></testsuite>`)).counts.skipped).toBe(
			1,
		);
	});

	it("a status that says failed is believed without a child element", async () => {
		expect((await read(`<testsuite><testcase name="t" status="failed"/></testsuite>`)).counts.failed).toBe(1);
	});

	it("a root without <testsuites>, and suites in suites in suites", async () => {
		const { counts } = await read(
			`<testsuite tests="9"><testsuite tests="9"><testsuite><testcase name="a"/></testsuite><testcase name="b"/></testsuite><testcase name="c"/></testsuite>`,
		);
		expect(counts).toEqual({ ...zero, total: 3, passed: 3 });
	});

	it("output that looks like results is output", async () => {
		const { counts } = await read(
			`<testsuite><testcase name="a"><system-out><![CDATA[<testcase name="x"><failure/></testcase>]]></system-out></testcase><system-err>&lt;failure/></system-err><properties><property name="failure" value="1"/></properties></testsuite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("an element that is not known hides no case", async () => {
		const { counts } = await read(
			`<testsuites><group><testsuite name="s"><more><testcase name="a"><failure/></testcase></more></testsuite></group><testsuite name="t"><testcase name="b"/></testsuite></testsuites>`,
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
	});

	it("a suite that says more failures than it lists is a warning", async () => {
		const { counts, problems } = await read(
			`<testsuite name="s" failures="2"><testcase name="a"/></testsuite>`,
		);
		expect(counts.passed).toBe(1);
		expect(problems).toMatchObject([{ severity: "warning", code: "report-counts-differ" }]);
	});
});

describe("what has no case", () => {
	it("an error of a suite without cases is an error", async () => {
		const report = await read(
			`<testsuites><testsuite name="src/a.test.ts" tests="0" errors="1"/></testsuites>`,
		);
		expect(report.counts).toEqual({ ...zero, total: 1, errors: 1 });
		expect(report.notable[0]).toMatchObject({ name: "src/a.test.ts", status: "error" });
	});

	it("an error that stands in the suite itself is an error", async () => {
		const report = await read(
			`<testsuite name="s"><error type="Load" message="no such module"/><testcase name="a"/></testsuite>`,
		);
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(report.notable[0]).toMatchObject({ name: "s", type: "Load", message: "no such module" });
	});

	it("numbers count where no case is listed", async () => {
		expect(
			(await read(`<testsuites><testsuite name="s" tests="6" failures="1" skipped="2"/></testsuites>`))
				.counts,
		).toEqual({ ...zero, total: 6, passed: 3, failed: 1, skipped: 2 });
	});

	it("numbers of the root count only where nothing below counts", async () => {
		expect((await read(`<testsuites tests="1,234"><testsuite/></testsuites>`)).counts.total).toBe(1234);
		expect(
			(await read(`<testsuites tests="7"><testsuite tests="2"/><testsuite/></testsuites>`)).counts.total,
		).toBe(2);
	});

	it("a report that lists nothing has no test", async () => {
		expect((await read(`<testsuites/>`)).counts).toEqual(zero);
	});
});

describe("limits", () => {
	it("lists 1,000 notable tests, failed ones first, and counts all", async () => {
		const cases = Array.from(
			{ length: 1500 },
			(_, index) =>
				`<testcase name="s${index}"><skipped/></testcase><testcase name="f${index}"><failure/></testcase>`,
		).join("");
		const report = await read(`<testsuite>${cases}</testsuite>`);
		expect(report.counts).toEqual({ ...zero, total: 3000, failed: 1500, skipped: 1500 });
		expect(report.notable).toHaveLength(1000);
		expect(report.notable.every((each) => each.status === "failed")).toBe(true);
		expect(report).toMatchObject({ notableLeft: 2000, failedLeft: 500 });
	});

	it("cuts a message at 4 KiB", async () => {
		const report = await read(
			`<testsuite><testcase name="t"><failure message="${"x".repeat(10_000)}"/></testcase></testsuite>`,
		);
		expect(report.notable[0]?.message).toHaveLength(4096);
	});

	it("tells the worst status of tests that are asked for", async () => {
		const { statuses } = await read(
			`<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="b"/><testcase name="c"/></testsuite>`,
			["a", "b", "z"],
		);
		expect([...statuses]).toEqual([
			["a", "passed"],
			["b", "failed"],
		]);
	});
});

describe("damaged files", () => {
	it("cut off anywhere is an error with a place, never a smaller report", async () => {
		const whole = `<?xml version="1.0"?>\n<testsuites>\n<testsuite name="s">\n<testcase name="a"/>\n<testcase name="b"><failure message="m">text</failure></testcase>\n</testsuite>\n</testsuites>`;
		for (let length = 1; length < whole.length; length++) {
			const error = await userError(read(whole.slice(0, length)));
			expect(error.code).toMatch(/^report-(truncated|malformed)$/);
			expect(error.place.file).toBe("r.xml");
			expect(error.place.line).toBeGreaterThanOrEqual(1);
			expect(error.place.column).toBeGreaterThanOrEqual(1);
		}
		const error = await userError(read(whole.slice(0, whole.indexOf("</testsuite>"))));
		expect(error).toMatchObject({ code: "report-truncated", place: { line: 6 } });
	});

	it("another root element is named", async () => {
		expect(await userError(read(`<html/>`))).toMatchObject({
			code: "report-format",
			message: "r.xml is no JUnit XML: its root element is <html>",
		});
	});
});
