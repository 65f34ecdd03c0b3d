import { describe, expect, it } from "vitest";
import { readMochaJson } from "#src/evidence/tests/mocha-json.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: unknown, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	const text = typeof source === "string" ? source : JSON.stringify(source);
	await readMochaJson(
		source instanceof Object && Symbol.asyncIterator in source
			? (source as AsyncIterable<Uint8Array>)
			: bytes(text),
		"mocha.json",
		collector,
	);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

function test(title: string, more: object = {}): object {
	return { title, fullTitle: `suite ${title}`, file: "a.js", duration: 1, currentRetry: 0, err: {}, ...more };
}

describe("reports of mocha", () => {
	it("failed hooks, tries, pending tests, a test that is done twice", async () => {
		// mocha says: 5 passing, 2 pending, 5 failing; the test that is done twice is among both.
		const report = await read(fixture("mocha/report.json"), ["late hooks > runs", "done twice"]);
		expect(report.counts).toEqual({ total: 11, passed: 4, failed: 3, errors: 2, skipped: 2, flaky: 1 });
		expect(report.problems).toEqual([]);
		expect(report.notable.filter((each) => each.status === "error").map((each) => each.name)).toEqual([
			'hooks > "before all" hook for "never runs"',
			'late hooks > "after all" hook for "runs"',
		]);
		expect(report.notable.find((each) => each.name === "total > is wrong on purpose")).toEqual({
			name: "total > is wrong on purpose",
			class: "total",
			status: "failed",
			type: "AssertionError",
			message: "Expected values to be strictly equal:\n\n5 !== 4\n",
			file: "/srv/orders/js/mocha/price.test.js",
		});
		expect(report.notable.find((each) => each.status === "flaky")?.name).toBe(
			"total > passes the second time",
		);
		expect(Object.fromEntries(report.statuses)).toEqual({
			"late hooks > runs": "passed",
			"done twice": "failed",
		});
	});

	it("--bail: 2 passing, 1 failing, and those are two tests", async () => {
		expect((await read(fixture("mocha/bail.json"))).counts).toEqual({
			...zero,
			total: 2,
			passed: 1,
			failed: 1,
		});
	});
});

describe("lists", () => {
	it("two tests of one name, of which one failed, are two", async () => {
		const report = await read({
			stats: { passes: 1, failures: 1, pending: 0 },
			failures: [test("a", { duration: 5, err: { message: "no" } })],
			passes: [test("a", { duration: 3 })],
		});
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
	});

	it("`tests` is not counted: hooks are missing there", async () => {
		const report = await read({
			stats: { passes: 1, failures: 0, pending: 0 },
			tests: [test("a"), test("b")],
			passes: [test("a")],
		});
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("numbers that differ are told, and the lists count", async () => {
		const report = await read({
			stats: { passes: 1, failures: 3, pending: 0 },
			passes: [test("a")],
			failures: [],
		});
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
		expect(report.problems).toMatchObject([
			{
				code: "report-counts-differ",
				message: "mocha.json: mocha's numbers say 3 failures, and its lists have 0",
			},
		]);
	});

	it("numbers only", async () => {
		expect((await read({ stats: { passes: 3, failures: 120, pending: 1 } })).counts).toEqual({
			...zero,
			total: 124,
			passed: 3,
			failed: 120,
			skipped: 1,
		});
		expect((await read({ stats: {} })).counts).toEqual(zero);
	});

	it.each([-1, "1", 1.5, {}])(
		"a number of failures that is %j is refused, since it may hide some",
		async (failures) => {
			const stats = { passes: 1, failures, pending: 0 };
			const error = await userError(read({ stats, passes: [{ title: "a" }] }));
			expect([error.code, error.message]).toEqual([
				"report-malformed",
				"mocha.json: stats.failures is no number of tests",
			]);
		},
	);

	it("an error without a message, a thrown text, a title that is not in the full title", async () => {
		const report = await read({
			stats: { passes: 0, failures: 2, pending: 0 },
			failures: [{ title: "a", fullTitle: "other" }, { err: "text" }],
		});
		expect(report.notable).toEqual([
			{ name: "other", status: "failed" },
			{ name: "(no name)", status: "failed" },
		]);
	});
});

it("other JSON is refused, and so is a report that is cut off", async () => {
	expect((await userError(read({ tests: [] }))).code).toBe("report-format");
	expect((await userError(read([]))).code).toBe("report-format");
	const text = JSON.stringify({ stats: { passes: 1 }, passes: [test("a")] });
	for (let length = 1; length < text.length; length++)
		expect((await userError(read(text.slice(0, length)))).code).toBe("report-truncated");
});

it.each([
	[{ failures: { 0: { title: "b" } } }, "failures is no list of tests"],
	[{ failures: ["b"] }, "failures is no list of tests"],
	[{ stats: [] }, "stats is no number of tests"],
])("%j is refused: a failure may be among them", async (more, message) => {
	const stats = { passes: 1, failures: 0, pending: 0 };
	const error = await userError(read({ stats, passes: [{ title: "a" }], ...more }));
	expect(error.message).toBe(`mocha.json: ${message}`);
});
