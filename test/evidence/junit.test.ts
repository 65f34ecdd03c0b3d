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

describe("reports of more tools", () => {
	/** Total, passed, failed, errors, skipped, flaky: as the tool printed them or as counted in the file. */
	it.each<[string, number[]]>([
		// Surefire prints, for both classes: Tests run: 12, Failures: 2, Errors: 2, Skipped: 2, Flakes: 2.
		["surefire/junit5-TEST-shop.PriceTest.xml", [11, 6, 2, 1, 2, 2]],
		["surefire/junit5-TEST-shop.SetUpTest.xml", [1, 0, 0, 1, 0, 0]],
		// Surefire prints, for both classes: Tests run: 7, Failures: 1, Errors: 2, Skipped: 1, Flakes: 2.
		["surefire/junit4-TEST-shop.StockTest.xml", [6, 3, 1, 1, 1, 2]],
		["surefire/junit4-TEST-shop.ClosedTest.xml", [1, 0, 0, 1, 0, 0]],
		// Failsafe's own summary: completed 3, failures 1, flakes 1.
		["failsafe/TEST-shop.OrderIT.xml", [3, 2, 1, 0, 0, 1]],
		// pytest prints: 5 failed, 7 passed, 1 skipped, 1 xfailed, 1 xpassed, 4 errors, 3 rerun; the test that passed
		// and whose tear-down failed is both there and one case here.
		["pytest-junit/xunit1.xml", [18, 7, 5, 4, 2, 1]],
		// pytest prints: 1 error.
		["pytest-junit/xunit2.xml", [1, 0, 0, 1, 0, 0]],
		// jest prints: 5 failed, 1 skipped, 1 todo, 3 passed; jest-junit writes the todo as if it had passed.
		["jest-junit/junit.xml", [10, 4, 5, 0, 1, 0]],
		// And the file that can't be loaded twice, once as an error and once as a failure.
		["jest-junit/errors.xml", [12, 4, 6, 1, 1, 0]],
		// vitest prints: 2 failed, 4 passed, 3 skipped, 1 todo, 2 failed suites, 1 unhandled error.
		["vitest-junit/junit.xml", [13, 4, 4, 1, 4, 0]],
		// mocha prints: 4 passing, 2 pending, 3 failing (two of them hooks).
		["mocha-junit/junit.xml", [7, 4, 3, 0, 0, 0]],
		["mocha-junit/nested.xml", [9, 4, 3, 0, 2, 0]],
		["mocha-xunit/xunit.xml", [9, 4, 3, 0, 2, 0]],
		// node prints: pass 4, fail 4, cancelled 3, skipped 1, todo 1; a parent that failed has no case.
		["node-junit/junit.xml", [12, 4, 6, 0, 2, 0]],
		// gotestsum prints: 7 tests, 1 skipped, 5 failures, 1 error; two packages fail as TestMain.
		["gotestsum/junit.xml", [9, 3, 5, 0, 1, 0]],
		// PHPUnit prints: Tests: 12, Errors: 2, Failures: 2, Warnings: 1, Skipped: 2, Incomplete: 1, Risky: 1.
		["phpunit-junit/junit.xml", [12, 5, 2, 2, 3, 0]],
		// GoogleTest prints: 10 tests ran, 5 passed, 2 skipped, 3 failed; 1 disabled.
		["gtest/gtest.xml", [11, 5, 3, 0, 3, 0]],
		["gtest/filtered.xml", [2, 2, 0, 0, 0, 0]],
		// Catch2 prints: 6 test cases, 1 passed, 3 failed, 2 failed as expected; two sections are two cases here.
		["catch2/junit.xml", [7, 2, 2, 1, 2, 0]],
		// CTest prints: 7 of 9 failed (2 of them Not Run), 1 skipped; 1 disabled.
		["ctest/ctest.xml", [10, 1, 5, 2, 2, 0]],
		// nextest prints: 5 tests run: 3 passed (1 flaky), 2 failed, 1 skipped; it writes no case of the skipped one.
		["nextest/junit.xml", [5, 3, 2, 0, 0, 1]],
		["ant/TEST-shop.CartTest.xml", [4, 1, 1, 1, 1, 0]],
		["ant/TEST-shop.OtherTest.xml", [2, 2, 0, 0, 0, 0]],
		["ant/TESTS-TestSuites.xml", [6, 3, 1, 1, 1, 0]],
	])("%s", async (path, [total, passed, failed, errors, skipped, flaky]) => {
		const report = await read(fixture(path));
		expect(report.counts).toEqual({ total, passed, failed, errors, skipped, flaky });
		expect(report.problems).toEqual([]);
	});

	it("Surefire: output that looks like a case is output, and each kind of try is told apart", async () => {
		const { notable } = await read(fixture("surefire/junit5-TEST-shop.PriceTest.xml"));
		const of = (name: string) => notable.find((each) => each.name.endsWith(`> ${name}`));
		expect(of("printed")).toBeUndefined();
		expect(of("flakyFailure")).toMatchObject({
			status: "flaky",
			type: "org.opentest4j.AssertionFailedError",
		});
		expect(of("flakyError")).toMatchObject({ status: "flaky", message: "try 1" });
		expect(of("fails")).toMatchObject({ status: "failed" });
		expect(of("throwsAlways")?.status).toBe("error");
		expect(of("assumed")?.status).toBe("skipped");
	});

	it("Surefire: a class whose set-up fails is named by its class", async () => {
		const { notable } = await read(fixture("surefire/junit5-TEST-shop.SetUpTest.xml"));
		expect(notable).toMatchObject([
			{ name: "shop.SetUpTest", status: "error", message: "connection refused" },
		]);
	});

	it("Failsafe's summary is refused with advice", async () => {
		const error = await userError(read(fixture("failsafe/failsafe-summary.xml")));
		expect(error).toMatchObject({ code: "report-format" });
		expect(error.hint).toContain("TEST-*.xml");
	});

	it("pytest: a call and a tear-down that both fail are a failure and an error", async () => {
		const { notable } = await read(fixture("pytest-junit/xunit1.xml"));
		const both = notable.filter((each) => each.name === "tests.test_cart > test_both");
		expect(both.map((each) => each.status)).toEqual(["failed", "error"]);
		expect(notable.find((each) => each.name.endsWith("test_never"))?.status).toBe("failed");
		expect(notable.find((each) => each.status === "flaky")?.name).toBe("tests.test_cart > test_second_try");
	});

	it("gotestsum: a package that does not build is named, and messages are the output", async () => {
		const { notable } = await read(fixture("gotestsum/junit.xml"));
		expect(notable[0]).toMatchObject({
			name: "example.com/shop/broken > TestMain",
			message: "FAIL\texample.com/shop/broken [build failed]",
		});
		expect(notable[1]?.message).toContain("2 + 2 is not 5 & < 6");
	});

	it("gotestsum --rerun-fails: a test that passed in a rerun is flaky", async () => {
		// gotestsum prints: 2 runs, 3 tests, 1 failure, and exits with 0.
		const { counts, notable, problems } = await read(fixture("gotestsum/rerun.xml"));
		expect(counts).toEqual({ ...zero, total: 2, passed: 2, flaky: 1 });
		expect(notable).toMatchObject([
			{
				name: "example.com/shop/flaky > TestSecondTry",
				status: "flaky",
				message: expect.stringContaining("first try"),
			},
		]);
		expect(problems).toEqual([]);
	});

	const goSuite = (...cases: string[]) =>
		`<testsuites><testsuite name="p"><properties><property name="go.version" value="go1.26"/></properties>${cases
			.map((each) =>
				each.startsWith("!")
					? `<testcase classname="p" name="${each.slice(1)}"><failure/></testcase>`
					: `<testcase classname="p" name="${each}"/>`,
			)
			.join("")}</testsuite></testsuites>`;
	it.each<[string, string[], Partial<typeof zero>]>([
		[
			"a test that failed in each rerun is one failure",
			["!A", "!A", "B"],
			{ total: 2, passed: 1, failed: 1 },
		],
		["go test -count=2 repeats all tests", ["!A", "B", "A", "B"], { total: 4, passed: 3, failed: 1 }],
		["go test -count=2, failed twice", ["!A", "!A", "B", "B"], { total: 4, passed: 2, failed: 2 }],
		["one test that failed and passed may be either", ["!A", "A"], { total: 2, passed: 1, failed: 1 }],
		[
			"a failure that was not repeated is one",
			["!A", "!B", "C", "B"],
			{ total: 3, passed: 2, failed: 1, flaky: 1 },
		],
	])("gotestsum: %s", async (_, cases, expected) => {
		expect((await read(goSuite(...cases))).counts).toEqual({ ...zero, ...expected });
	});

	it("gotestsum: after a panic nothing is a rerun", async () => {
		const text = goSuite("!A", "!B", "C", "A").replace(
			"<failure/>",
			"<failure>panic: index out of range</failure>",
		);
		expect((await read(text)).counts).toEqual({ ...zero, total: 4, passed: 2, failed: 2 });
		expect((await read(goSuite("!A", "!B", "C", "A"))).counts.flaky).toBe(1);
	});

	it("CTest: what could not start is an error, what was left out on purpose is skipped", async () => {
		const { notable } = await read(fixture("ctest/ctest.xml"));
		const said = notable.map(({ status, class: name, message }) => [status, name, message]);
		expect(said).toContainEqual(["error", "missing", "Unable to find executable"]);
		expect(said).toContainEqual(["error", "needs-fixture", "Fixture dependency failed"]);
		expect(said).toContainEqual(["skipped", "skipped", "SKIP_RETURN_CODE=77"]);
		expect(said).toContainEqual(["skipped", "disabled", undefined]);
	});

	it("Catch2: a test that may fail is skipped", async () => {
		const { notable } = await read(fixture("catch2/junit.xml"));
		const skipped = notable.filter((each) => each.status === "skipped").map((each) => each.name);
		expect(skipped).toEqual(["catch.global > may fail", "catch.global > should fail"]);
		expect(notable.find((each) => each.name.endsWith("> throws"))?.message).toContain("no stock");
	});

	it("PHPUnit: a risky test passed, as its run did", async () => {
		const { notable } = await read(fixture("phpunit-junit/junit.xml"));
		expect(notable.map((each) => each.name)).not.toContain("CartTest > testRisky");
		expect(notable.find((each) => each.name === "CartTest > testFails")).toMatchObject({
			type: "PHPUnit\\Framework\\ExpectationFailedException",
			message: expect.stringContaining("sum & <b>"),
			line: 5,
		});
	});

	it("PHPUnit: a suite whose only error is a risky test passed", async () => {
		const report = await read(
			`<testsuite errors="1"><testcase name="t"><error type="PHPUnit\\Framework\\RiskyTestError">no assertion</error></testcase></testsuite>`,
		);
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
		expect(report.problems).toEqual([]);
	});

	it("GoogleTest: control characters in a message are let through", async () => {
		const { notable } = await read(fixture("gtest/gtest.xml"));
		expect(notable.find((each) => each.name === "Cart > FailsTwice")?.message).toContain("sum & <b>");
		expect(notable.find((each) => each.name === "Cart > DISABLED_Later")?.status).toBe("skipped");
	});

	it("mocha: a failure without an attribute has its text as message", async () => {
		const { notable } = await read(fixture("mocha-xunit/xunit.xml"));
		expect(notable[0]?.message).toMatch(/^4 == 5/);
	});
});

describe("a suite that stands in two files", () => {
	const both = async (...files: [string, string | AsyncIterable<Uint8Array>][]) => {
		const collector = new TestCollector();
		for (const [name, source] of files)
			await readJunit(typeof source === "string" ? bytes(source) : source, name, collector);
		return collector.report();
	};
	const ant = (name: string): [string, AsyncIterable<Uint8Array>] => [name, fixture(`ant/${name}`)];

	it("Ant's aggregate beside the files that it was made of counts once, in any order", async () => {
		const names = ["TEST-shop.CartTest.xml", "TEST-shop.OtherTest.xml", "TESTS-TestSuites.xml"];
		for (const order of [names, [...names].reverse()]) {
			const report = await both(...order.map(ant));
			expect(report.counts).toEqual({ total: 6, passed: 3, failed: 1, errors: 1, skipped: 1, flaky: 0 });
			expect(report.notable).toHaveLength(3);
			expect(report.problems[0]).toMatchObject({ code: "report-repeats", severity: "warning" });
		}
	});

	const suite = (time: string, body = "<failure/>", stamp = "") =>
		`<testsuite name="s"${stamp}><testcase name="a" time="${time}"/><testcase name="b">${body}</testcase></testsuite>`;

	it("another time, another result or another start is another run", async () => {
		for (const other of [suite("2"), suite("1", ""), suite("1", "<failure/>", ' timestamp="t"')])
			expect((await both(["a.xml", suite("1")], ["b.xml", other])).counts.total).toBe(4);
		expect((await both(["a.xml", suite("1")], ["b.xml", suite("1")])).counts.total).toBe(2);
	});

	it("without any time two runs can look the same, and both count", async () => {
		expect((await both(["a.xml", suite("0")], ["b.xml", suite("0")])).counts).toEqual({
			...zero,
			total: 4,
			passed: 2,
			failed: 2,
		});
	});

	it("the same cases in other writing are the same suite", async () => {
		const written = (each: string) => `<testsuite name="s" timestamp="t">${each}</testsuite>`;
		const forms = [
			`<testcase name="a &gt; &quot;b&quot; €" time="1"/>`,
			`<testcase name='a &gt; "b" &#8364;' time='1'></testcase>`,
			`<testcase time="1" name="a > &#34;b&#34; €"><system-out>x</system-out></testcase>`,
			`<testcase name="a &gt; &quot;b&quot; €" time="1" status="run"/>`,
		];
		const files = forms.map((form, index): [string, string] => [`${index}.xml`, written(form)]);
		expect((await both(...files)).counts).toEqual({ ...zero, total: 1, passed: 1 });
		const other = written(`<testcase name="a &gt; &quot;c&quot; €" time="1"/>`);
		expect((await both(["a.xml", written(forms[0] ?? "")], ["b.xml", other])).counts.total).toBe(2);
	});

	it("failing tests whose names are the same by one of the two sums are different ones", async () => {
		const written = (name: string) =>
			`<testsuite name="s" timestamp="t"><testcase name="${name}" time="1"><failure/></testcase></testsuite>`;
		const report = await both(["a.xml", written("test 1dif4n9")], ["b.xml", written("test 1xgswbs")]);
		expect(report.counts).toEqual({ ...zero, total: 2, failed: 2 });
		const passed = (name: string) => written(name).replace("<failure/></testcase>", "</testcase>");
		const plain = (name: string) => written(name).replace("><failure/></testcase>", "/>");
		for (const form of [passed, plain]) {
			const other = await both(["a.xml", form("test 1dif4n9")], ["b.xml", form("test 1xgswbs")]);
			expect(other.counts.total).toBe(2);
		}
	});

	it("twice in one file is twice", async () => {
		const text = `<testsuites>${suite("1")}${suite("1")}</testsuites>`;
		expect((await both(["a.xml", text])).counts.total).toBe(4);
	});

	it("suites in suites are taken back as one", async () => {
		const nested = (name: string) =>
			`<testsuites><testsuite name="${name}">${suite("1")}</testsuite></testsuites>`;
		const report = await both(["a.xml", suite("1")], ["b.xml", nested("outer")], ["c.xml", nested("outer")]);
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
	});
});

describe("cases are counted, not attributes", () => {
	it("a suite that says errors and lists no failure has an error", async () => {
		const report = await read(
			`<testsuites errors="1"><testsuite><testcase name="a"/></testsuite></testsuites>`,
		);
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	});

	it("a failed and an erroneous message of one case: the failure counts", async () => {
		const report = await read(
			`<testsuite><testcase name="t"><error message="e"/><failure>only  text</failure></testcase></testsuite>`,
		);
		expect(report.notable).toEqual([{ name: "t", status: "failed", message: "only  text" }]);
	});

	it("a class that is written like another one reads is another class", async () => {
		const { notable } = await read(
			`<testsuite><testcase classname="&amp;amp;" name="a"><failure/></testcase><testcase classname="&amp;" name="b"><failure/></testcase><testcase classname="&amp;" name="c"><failure/></testcase></testsuite>`,
		);
		expect(notable.map((each) => each.class)).toEqual(["&amp;", "&", "&"]);
	});

	it("<rerun> is a try", async () => {
		const { counts } = await read(
			`<testsuite><testcase name="t"><rerun message="m"/></testcase></testsuite>`,
		);
		expect(counts).toEqual({ ...zero, total: 1, passed: 1, flaky: 1 });
	});

	it("times with a comma, and control characters as references and as they are", async () => {
		const { counts, notable } = await read(
			`<testsuite><testcase name="t" time="1,234.5"><failure message="a&#x1b;[31m\u0001b"/></testcase></testsuite>`,
		);
		expect(counts.failed).toBe(1);
		expect(notable[0]?.message).toContain("[31m");
	});

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

	it("cuts a name at 4 KiB, and holds no more of the report than that", async () => {
		const report = await read(
			`<testsuite><testcase name="${"n".repeat(10_000)}"><failure/></testcase></testsuite>`,
		);
		expect(report.notable[0]?.name).toHaveLength(4096);
		expect(report.counts.failed).toBe(1);
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

describe("cases that fail in unusual words", () => {
	it.each([
		["an element that is not known", '<testcase name="a"><x><failure message="m"/></x></testcase>', "failed"],
		["the status timeout", '<testcase name="a" status="timeout"/>', "failed"],
		["the status crashed", '<testcase name="a" status="crashed"/>', "failed"],
		["the result aborted", '<testcase name="a" result="aborted"/>', "failed"],
		["an error below an unknown element", '<testcase name="a"><x><y><error/></y></x></testcase>', "errors"],
	])("fail by %s", async (_, test, count) => {
		const { counts } = await read(`<testsuite name="s">${test}<testcase name="b"/></testsuite>`);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, [count]: 1 });
	});
});

describe("what stands where no tool puts it", () => {
	it("a case in a case counts as one, with its own result", async () => {
		const { counts, notable } = await read(
			'<testsuite name="s"><testcase name="outer"><testcase name="inner"><failure message="no"/></testcase></testcase><testcase name="last"/></testsuite>',
		);
		expect(counts).toMatchObject({ total: 3, passed: 2, failed: 1 });
		expect(notable.map((each) => each.name)).toEqual(["inner"]);
	});

	it("a suite in a case counts with its cases and numbers", async () => {
		const { counts } = await read(
			'<testsuite name="s"><testcase name="outer"><testsuite name="inner"><testcase name="a"><error/></testcase></testsuite><testsuite tests="2" failures="1"/></testcase></testsuite>',
		);
		expect(counts).toMatchObject({ total: 4, passed: 2, failed: 1, errors: 1 });
	});

	it("a failure in an unknown element of a suite is the suite's", async () => {
		const { counts, notable } = await read(
			'<testsuite name="s"><testcase name="a"/><hooks><hook><error message="no database"/></hook></hooks></testsuite>',
		);
		expect(counts).toMatchObject({ total: 2, passed: 1, errors: 1 });
		expect(notable).toMatchObject([{ name: "s", message: "no database" }]);
	});
});

describe("a suite that says more tests than it lists", () => {
	const suite = (tests: number, cases: number) =>
		`<testsuites><testsuite name="s" tests="${tests}">${'<testcase name="a"/>'.repeat(cases)}</testsuite></testsuites>`;

	it("is told where most are missing", async () => {
		const { counts, problems } = await read(suite(100, 1));
		expect(counts.total).toBe(1);
		expect(problems).toMatchObject([
			{
				severity: "notice",
				code: "report-tests-missing",
				message: "r.xml: suite 's' says 100 tests and lists 1",
			},
		]);
	});

	it.each([
		[2, 1],
		[5, 3],
		[1, 2],
	])("is not told for %i and %i: tools count what they do not list", async (tests, cases) => {
		expect((await read(suite(tests, cases))).problems).toEqual([]);
	});
});

it("a status with blanks around it is that status", async () => {
	const { counts } = await read('<testsuite><testcase name="a" status=" FAILED "/></testsuite>');
	expect(counts).toMatchObject({ total: 1, failed: 1 });
});

it("gotestsum's tries are those of one class: a test of that name elsewhere is another one", async () => {
	const go = '<properties><property name="go.version" value="go1.26"/></properties>';
	const { counts } = await read(
		`<testsuite name="s">${go}<testcase name="T" classname="p"><failure/></testcase><testcase name="T" classname="q"/><testcase name="U" classname="p"/></testsuite>`,
	);
	expect(counts).toMatchObject({ total: 3, passed: 2, failed: 1, flaky: 0 });
});
