import { describe, expect, it } from "vitest";
import { readCtrf } from "#src/evidence/tests/ctrf.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>) {
	const collector = new TestCollector();
	await readCtrf(typeof source === "string" ? bytes(source) : source, "ctrf.json", collector);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

function report(tests: object[] | undefined, summary?: object): string {
	return JSON.stringify({
		results: { tool: { name: "t" }, ...(summary && { summary }), ...(tests && { tests }) },
	});
}

describe("reports of real tools", () => {
	it("jest: 1 failed, 1 skipped, 1 todo (as `other`), 2 passed, one of them in its second try", async () => {
		const read1 = await read(fixture("ctrf/jest.json"));
		expect(read1.counts).toEqual({ ...zero, total: 5, passed: 2, failed: 1, skipped: 2, flaky: 1 });
		expect(read1.problems).toEqual([]);
		expect(read1.notable[0]).toMatchObject({
			name: "price.test.js > total > total is wrong on purpose",
			message: expect.stringContaining("Expected: 4\nReceived: 5"),
			file: "/srv/orders/js/jest/price.test.js",
		});
	});

	it("mocha: 5 passing, 2 pending, 5 failing, hooks among them", async () => {
		expect((await read(fixture("ctrf/mocha.json"))).counts).toEqual({
			...zero,
			total: 12,
			passed: 5,
			failed: 5,
			skipped: 2,
			flaky: 1,
		});
	});

	it("vitest: 1 failed, 2 passed, 1 skipped, 1 todo", async () => {
		const read1 = await read(fixture("ctrf/vitest.json"));
		expect(read1.counts).toEqual({ ...zero, total: 5, passed: 2, failed: 1, skipped: 2, flaky: 1 });
		expect(read1.notable[0]?.name).toBe("total > is wrong on purpose");
	});
});

it("has no half of a character, where a message is cut or the report has one", async () => {
	const test = (name: string, message: string) => ({ name, status: "failed", message });
	const tests = [0, 1].map((blanks) => test(`long ${blanks}`, "x".repeat(blanks) + "\u{1f600}".repeat(5000)));
	const { notable } = await read(report([...tests, test("half \ud83d", "half \ude00")]));
	for (const { name, message } of notable)
		expect([name, message?.isWellFormed()]).toEqual([name.toWellFormed(), true]);
	expect(notable.map(({ name }) => name)).toContain("half \ufffd");
});

describe("statuses", () => {
	it.each([
		[{ status: "passed" }, "passed"],
		[{ status: "passed", flaky: true }, "flaky"],
		[{ status: "passed", retries: 2 }, "flaky"],
		[{ status: "passed", retries: 2, flaky: false }, "passed"],
		[{ status: "failed", flaky: true, retries: 2 }, "failed"],
		[{ status: "skipped" }, "skipped"],
		[{ status: "pending" }, "skipped"],
		[{ status: "other", rawStatus: "todo" }, "skipped"],
		[{ status: "other" }, "errors"],
		[{ status: "other", rawStatus: "interrupted" }, "errors"],
		[{ status: "PASS" }, "errors"],
		[{}, "errors"],
	])("%j is %s", async (test, what) => {
		const { counts } = await read(report([{ name: "a", ...test }]));
		expect(counts).toEqual({
			...zero,
			total: 1,
			[what]: 1,
			...(what === "flaky" ? { passed: 1 } : {}),
		});
	});

	it("the message of a test that is flaky is that of its failed try", async () => {
		const { notable } = await read(
			report([
				{
					name: "a",
					status: "passed",
					flaky: true,
					suite: ["s", "t"],
					filePath: "a.js",
					line: 3,
					retryAttempts: [{ attempt: 1, status: "failed", message: "first" }],
				},
			]),
		);
		expect(notable).toEqual([
			{ name: "s > t > a", class: "s > t", status: "flaky", message: "first", file: "a.js", line: 3 },
		]);
	});
});

describe("the summary", () => {
	it.each([undefined, [{ name: "a", status: "passed" }]])(
		"with a number that is none is refused, since it may hide a failure (tests: %j)",
		async (tests) => {
			const error = await userError(read(report(tests, { tests: 1, passed: 1, failed: "1" })));
			expect([error.code, error.message]).toEqual([
				"report-malformed",
				"ctrf.json: results.summary.failed is no number of tests",
			]);
		},
	);

	const said = { tests: 3, passed: 1, failed: 1, skipped: 0, pending: 0, other: 1, flaky: 1 };

	it("that differs from the tests is told, and the tests count", async () => {
		const { counts, problems } = await read(report([{ name: "a", status: "passed" }], said));
		expect(counts).toEqual({ ...zero, total: 1, passed: 1 });
		expect(problems).toMatchObject([
			{
				code: "report-counts-differ",
				message:
					"ctrf.json: the summary says 3 tests, 1 failed, 1 other, and the tests are 1 tests, 0 failed, 0 other",
			},
		]);
	});

	it("counts alone where there are no tests", async () => {
		for (const tests of [undefined, []])
			expect((await read(report(tests, said))).counts).toEqual({
				total: 3,
				passed: 1,
				failed: 1,
				errors: 1,
				skipped: 0,
				flaky: 1,
			});
		expect((await read(report([], {}))).counts).toEqual(zero);
		for (const wrong of [{ passed: -1 }, { failed: 1e99 }, { other: "x" }])
			expect((await userError(read(report([], wrong)))).code).toBe("report-malformed");
	});

	it("may come after the tests", async () => {
		const text = `{"results":{"tests":[{"name":"a","status":"failed"}],"summary":{"tests":1,"failed":1},"tool":{"name":"t"}},"reportFormat":"CTRF"}`;
		expect((await read(text)).problems).toEqual([]);
	});
});

it("other JSON is refused, and so is a report that is cut off", async () => {
	expect((await userError(read("{}"))).code).toBe("report-format");
	expect((await userError(read('{"results":{"tests":[{"status":"passed"}]}}'))).code).toBe("report-format");
	expect((await userError(read('{"reportFormat":"CTRF"}'))).code).toBe("report-format");
	const text = report([{ name: "a", status: "passed", extra: { deep: [1] } }]);
	for (let length = 1; length < text.length; length++)
		expect((await userError(read(text.slice(0, length)))).code).toBe("report-truncated");
});

it.each(['{"0":{"name":"b","status":"failed"}}', '["b"]', '[{"name":"a","status":"passed"},null]'])(
	"tests that are %s are refused: a failure may be among them",
	async (tests) => {
		const text = `{"results":{"tool":{"name":"t"},"summary":{"tests":1,"passed":1},"tests":${tests}}}`;
		expect((await userError(read(text))).message).toBe("ctrf.json: results.tests is no list of tests");
	},
);

it("a test that passed after a failed try is flaky, with a number of tries or without", async () => {
	const test = { name: "a", status: "passed", retryAttempts: [{ status: "failed", message: "no" }] };
	expect((await read(report([test]))).counts).toMatchObject({ passed: 1, flaky: 1 });
	expect((await read(report([{ ...test, flaky: false }]))).counts).toMatchObject({ passed: 1, flaky: 0 });
});
