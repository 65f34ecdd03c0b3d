import { describe, expect, it } from "vitest";
import { readDartJson } from "#src/evidence/tests/dart-json.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>) {
	const collector = new TestCollector();
	await readDartJson(
		typeof source === "string" ? bytes(source, source.length > 1e6 ? 65_536 : 7) : source,
		"dart.json",
		collector,
	);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

function lines(...events: object[]): string {
	return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

const suite = { type: "suite", suite: { id: 0, platform: "vm", path: "test/price_test.dart" } };
const start = (id: number, name = `t${id}`, more: object = {}) => ({
	type: "testStart",
	test: { id, name, suiteID: 0, groupIDs: [], line: 3, column: 1, url: "file:///srv/a%20b.dart", ...more },
});
const done = (testID: number, result = "success", more: object = {}) => ({
	type: "testDone",
	testID,
	result,
	hidden: false,
	skipped: false,
	...more,
});
const fails = (testID: number, isFailure = true) => ({
	type: "error",
	testID,
	error: "Expected: 4\n  Actual: 5",
	stackTrace: "test/price_test.dart 3:5  main",
	isFailure,
});
const end = (success: boolean | null) => ({ type: "done", success });

it("a whole run by the protocol's documentation (written by hand)", async () => {
	const report = await read(fixture("dart/by-hand.json"));
	expect(report.counts).toEqual({ ...zero, total: 5, passed: 1, failed: 1, errors: 2, skipped: 1 });
	expect(report.notable[0]).toEqual({
		name: "test/price_test.dart > total is wrong on purpose",
		class: "test/price_test.dart",
		status: "failed",
		message: "Expected: <4>\n  Actual: <5>\n",
		file: "/srv/orders/test/price_test.dart",
		line: 8,
	});
	expect(report.notable.filter((each) => each.status === "error").map((each) => each.name)).toEqual([
		"test/price_test.dart > total throws",
		"test/broken_test.dart > loading test/broken_test.dart",
	]);
});

describe("tests", () => {
	it("hidden ones count only if they fail", async () => {
		const hidden = { hidden: true };
		const good = await read(lines(suite, start(1), done(1, "success", hidden), start(2), done(2), end(true)));
		expect(good.counts).toEqual({ ...zero, total: 1, passed: 1 });
		const bad = await read(lines(suite, start(1, "loading"), done(1, "error", hidden), end(false)));
		expect(bad.counts).toEqual({ ...zero, total: 1, errors: 1 });
	});

	it("failures, errors, skipped ones, and results that are not known", async () => {
		const report = await read(
			lines(
				suite,
				...[1, 2, 3, 4].map((id) => start(id)),
				fails(1),
				done(1, "failure"),
				done(2, "error"),
				done(3, "success", { skipped: true }),
				done(4, "unheard of"),
				end(false),
			),
		);
		expect(report.counts).toEqual({ ...zero, total: 4, failed: 1, errors: 2, skipped: 1 });
		expect(report.notable[0]).toEqual({
			name: "test/price_test.dart > t1",
			class: "test/price_test.dart",
			status: "failed",
			message: "Expected: 4\n  Actual: 5",
			file: "/srv/a b.dart",
			line: 3,
		});
	});

	it("a test that fails after it is done has failed, hidden or not, and however late", async () => {
		const late = await read(
			lines(suite, start(1), done(1, "success", { hidden: true }), fails(1), end(false)),
		);
		expect(late.counts).toEqual({ ...zero, total: 1, failed: 1 });
		const many = Array.from({ length: 20_002 }, (_, id) => [start(id), done(id)]).flat();
		const soon = await read(lines(suite, ...many, fails(20_000), fails(11_000), end(false)));
		expect(soon.counts).toEqual({ ...zero, total: 20_002, passed: 20_000, failed: 2 });
		const later = await read(lines(suite, ...many, fails(0, false), end(false)));
		expect(later.counts).toEqual({ ...zero, total: 20_003, passed: 20_002, errors: 1 });
	});

	it("an error that is followed by success stands", async () => {
		const report = await read(lines(suite, start(1), fails(1), done(1), end(false)));
		expect(report.counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("the place is where the test file calls, not a function that it shares", async () => {
		const more = { url: "package:shared/a.dart", root_url: "file:///srv/b.dart", root_line: 9 };
		const report = await read(lines(suite, start(1, "a", more), done(1, "error"), end(false)));
		expect(report.notable[0]).toMatchObject({ file: "/srv/b.dart", line: 9 });
		const other = await read(
			lines(suite, start(1, "a", { url: "package:shared/a.dart" }), done(1, "error"), end(false)),
		);
		expect(other.notable[0]?.file).toBe("test/price_test.dart");
		expect(other.notable[0]?.line).toBeUndefined();
	});
});

describe("runs", () => {
	const good = [suite, start(1), done(1)];

	it.each([
		["no success without a failed test", [...good, end(false)]],
		["given up", [...good, end(null)]],
		["no end", good],
	])("%s is an error", async (_what, events) => {
		expect((await read(lines(...events))).counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	});

	it("a test that did not end is an error", async () => {
		expect((await read(lines(...good, start(2), end(false)))).counts).toEqual({
			...zero,
			total: 2,
			passed: 1,
			errors: 1,
		});
	});

	it("lines of Flutter's tools between the events are passed over", async () => {
		const text = `Running build hooks...\n${lines(...good)}\n[{"event":"test.startedProcess"}]\n${lines(end(true))}`;
		expect((await read(text)).counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("cut off anywhere is refused or an error", async () => {
		const whole = lines(...good, end(true));
		for (let length = 1; length < whole.length - 1; length++) {
			const counts = await read(whole.slice(0, length)).then(
				(report) => report.counts,
				() => undefined,
			);
			if (counts !== undefined) expect(counts.errors, `${length}`).toBeGreaterThan(0);
		}
	});

	it("other JSON lines are refused", async () => {
		expect((await userError(read('{"Action":"run"}\n'))).code).toBe("report-format");
	});
});

describe("several runs in one file", () => {
	const begin = { type: "start", protocolVersion: "0.1.1" };

	it("a failure of the first is not hidden by the second, which numbers its tests alike", async () => {
		const { counts, notable } = await read(
			lines(begin, suite, start(1), fails(1), done(1, "failure"), end(false)) +
				lines(begin, suite, start(1, "other"), done(1), end(true)),
		);
		expect(counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
		expect(notable[0]?.name).toBe("test/price_test.dart > t1");
	});

	it("a first one that is no success, or has no end, is an error", async () => {
		const first = (...events: object[]) => lines(begin, suite, start(1), done(1), ...events);
		const second = lines(begin, suite, start(1), done(1), end(true));
		expect((await read(first(end(false)) + second)).counts).toMatchObject({ passed: 2, errors: 1 });
		expect((await read(first() + second)).counts).toMatchObject({ passed: 2, errors: 1 });
		expect((await read(first(end(true)) + second)).counts).toMatchObject({ passed: 2, errors: 0 });
	});

	it("without a begin of its own: neither its end nor a test of the same number hides what was before", async () => {
		const report = await read(lines(suite, start(1), done(1), end(false), start(1), done(1), end(true)));
		expect(report.counts).toMatchObject({ passed: 2, errors: 1 });
		const again = await read(lines(suite, start(1), start(1), done(1), end(true)));
		expect(again.counts).toMatchObject({ passed: 1, errors: 1 });
	});
});

describe("what dart test wrote (files of others)", () => {
	it("a skipped test of protocol 0.1.0 says so in its metadata only", async () => {
		const report = await read(fixture("third-party/dart-junitreport/example.json"));
		expect(report.counts).toEqual({ ...zero, total: 8, passed: 3, failed: 3, errors: 1, skipped: 1 });
		expect(report.notable.at(-1)).toMatchObject({
			name: "tool\\example-tests\\allresults_test.dart > skipped top level test",
			status: "skipped",
			message: "reason for skipping",
		});
	});

	it("protocol 0.1.1 says it again at the end", async () => {
		const report = await read(fixture("third-party/dart-junitreport/example.jsonl"));
		expect(report.counts).toEqual({ ...zero, total: 9, passed: 4, failed: 3, errors: 1, skipped: 1 });
		const states = report.notable.map(({ name, status }) => `${status} ${name.split(" > ")[1]}`);
		expect(states).toEqual([
			"failed failing test",
			"failed failing test with reason",
			"error error in test",
			"failed error test and failure",
			"skipped skipped top level test",
		]);
	});

	it("what the end says of skipping stands over the metadata", async () => {
		const metadata = { skip: true, skipReason: "later" };
		const report = await read(lines(suite, start(1, "a", { metadata }), done(1), end(true)));
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
	});
});
