import { describe, expect, it } from "vitest";
import { readGoTestJson } from "#src/evidence/tests/go-test-json.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { bytes, fixture, userError } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	await readGoTestJson(typeof source === "string" ? bytes(source) : source, "r.ndjson", collector);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

/** Events of the package `p`, written `run T`, `fail T`, `output T text`, `start`, `pass`. */
function events(...short: string[]): string {
	return short
		.map((each) => {
			const [Action, Test, ...output] = each.split(" ");
			return JSON.stringify({
				Action,
				Package: "p",
				...(Test === undefined || Test === "" ? {} : { Test }),
				...(output.length === 0 ? {} : { Output: `${output.join(" ")}\n` }),
			});
		})
		.map((line) => `${line}\n`)
		.join("");
}

describe("reports of go test and gotestsum", () => {
	it("passing, failing, skipped, panicking, leaving and non-building packages, subtests, examples, fuzz tests", async () => {
		// gotestsum says of the same file: 19 tests, 2 skipped, 11 failures (4 of them packages without a test).
		const report = await read(fixture("go-test/all.ndjson"), ["example.com/shop/cart > TestFine"]);
		expect(report.counts).toEqual({ ...zero, total: 19 + 4, passed: 10, failed: 7, errors: 4, skipped: 2 });
		expect(report.statuses.get("example.com/shop/cart > TestFine")).toBe("passed");
		const failing = new Map(report.notable.map((each) => [each.name.replace("example.com/shop/", ""), each]));
		expect([...failing].filter(([, each]) => each.status === "error").map(([name]) => name)).toEqual([
			"broken",
			"uses",
			"none",
			"setup",
		]);
		expect(failing.get("broken")).toMatchObject({
			type: "build",
			message: expect.stringContaining("broken_test.go:5:34: undefined: notDefined"),
		});
		expect(failing.get("uses")?.message).toContain("none/none.go:3:31: cannot use");
		expect(failing.get("setup")?.message).toBe("The package failed without a failed test\nno database");
		expect(failing.get("cart > TestAdd/two")).toEqual({
			name: "example.com/shop/cart > TestAdd/two",
			class: "example.com/shop/cart",
			status: "failed",
			message: "    cart_test.go:9: got 3, want 2",
			file: "example.com/shop/cart/cart_test.go",
			line: 9,
		});
		expect(failing.get("cart > TestAlone")?.message).toContain("wrong\n        in two lines");
		expect(failing.get("crash > TestPanics")).toMatchObject({
			message: expect.stringMatching(/^panic: assignment to entry in nil map/),
			file: "/srv/orders/go/crash/crash_test.go",
			line: 10,
		});
		expect(failing.get("gone > TestLeaves")).toMatchObject({
			status: "failed",
			message: "The test began and did not end",
		});
		expect(failing.get("examples > Example_wrong")?.message).toBe("got:\nhello\nwant:\nbye");
	});

	it("cached results: 6 tests", async () => {
		expect((await read(fixture("go-test/cached.ndjson"))).counts).toEqual({ ...zero, total: 6, passed: 6 });
	});

	it("-count=2: each run counts: 26 tests, 4 skipped, 6 failures", async () => {
		expect((await read(fixture("go-test/count-2.ndjson"))).counts).toEqual({
			...zero,
			total: 26,
			passed: 16,
			failed: 6,
			skipped: 4,
		});
	});

	it("a test that hangs until the time is up: 2 tests, and the one that ran has failed", async () => {
		const report = await read(fixture("go-test/timeout.ndjson"));
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
		expect(report.notable[0]).toMatchObject({
			name: "example.com/shop/slow > TestHangs",
			message: expect.stringMatching(/^panic: test timed out after 1s/),
		});
	});

	it("gotestsum --rerun-fails: a test that passes when it is run again is flaky", async () => {
		// gotestsum says: 2 runs, 3 tests, 1 failure: the second run of the same test counts once more there.
		const report = await read(fixture("go-test/reruns.ndjson"));
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 2, flaky: 1 });
		expect(report.notable[0]).toMatchObject({
			status: "flaky",
			message: "    flaky_test.go:11: first try",
		});
	});

	it("benchmarks have no end of their own", async () => {
		expect((await read(fixture("go-test/bench.ndjson"))).counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("text of compilers between the events (before Go 1.24)", async () => {
		const report = await read(fixture("go-test/old-build.ndjson"));
		expect(report.counts).toEqual({ ...zero, total: 7, passed: 6, errors: 1 });
		expect(report.notable[0]).toMatchObject({
			name: "example.com/shop/broken",
			message: expect.stringContaining("undefined: notDefined"),
		});
	});
});

describe("what did not end", () => {
	it("a test without end failed, also if its package says that it passed (os.Exit(0))", async () => {
		expect((await read(events("start", "run T", "pass"))).counts).toEqual({ ...zero, total: 1, failed: 1 });
		expect((await read(events("start", "run T", "fail"))).counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("a subtest whose last event was lost passed with its root", async () => {
		expect((await read(events("run T", "run T/a", "pass T", "pass"))).counts).toEqual({
			...zero,
			total: 2,
			passed: 2,
		});
		expect((await read(events("run T", "run T/a", "pass T", "fail"))).counts).toMatchObject({ failed: 1 });
	});

	it("a package without end is an error, whatever its tests say", async () => {
		const report = await read(events("start", "run T", "pass T", "run U", "output U half"));
		expect(report.counts).toEqual({ ...zero, total: 3, passed: 1, failed: 1, errors: 1 });
		expect(report.notable.map((each) => each.message)).toContain("half");
	});

	it("a benchmark that was measured passed, also if another failed", async () => {
		expect(
			(await read(events("run BenchmarkA", "output BenchmarkA 1 5 ns/op", "fail BenchmarkB", "fail"))).counts,
		).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
		expect((await read(events("run BenchmarkA", "bench BenchmarkA", "pass"))).counts).toMatchObject({
			passed: 1,
		});
	});

	it("cut off within a line: refused with its place; between lines: an error", async () => {
		const whole = events("start", "run T", "pass T", "pass");
		const error = await userError(read(whole.slice(0, -9)));
		expect(error).toMatchObject({ code: "report-truncated", place: { line: 4 } });
		for (let length = 1; length < whole.trimEnd().length; length++) {
			const counts = await read(whole.slice(0, length)).then(
				(report) => report.counts,
				() => undefined,
			);
			if (counts !== undefined) expect(counts.failed + counts.errors, `${length}`).toBeGreaterThan(0);
		}
	});
});

describe("packages and builds", () => {
	it("a package that failed with all tests good is an error, one that has a failed test is not one more", async () => {
		const report = await read(events("run T", "pass T", "output  coverage too low", "fail"));
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(report.notable[0]?.message).toBe("The package failed without a failed test\ncoverage too low");
		expect((await read(events("run T", "fail T", "fail"))).counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("a package without tests is none", async () => {
		expect((await read(events("start", "output  ?   p [no test files]", "skip"))).counts).toEqual(zero);
	});

	it("a build that failed and that no package names is an error too", async () => {
		const report = await read(
			`{"ImportPath":"q","Action":"build-output","Output":"q.go:1: no\\n"}\n{"ImportPath":"q","Action":"build-fail"}\n${events("start", "pass")}`,
		);
		expect(report.notable).toEqual([{ name: "q", type: "build", message: "q.go:1: no", status: "error" }]);
	});

	it("test2json without a package", async () => {
		expect(
			(await read('{"Action":"run","Test":"T"}\n{"Action":"fail","Test":"T"}\n{"Action":"fail"}\n')).notable,
		).toEqual([{ name: "T", status: "failed" }]);
	});
});

describe("a package that is run again", () => {
	const first = events("start", "run T", "fail T", "run U", "pass U", "fail");

	it("with nothing but failed tests is a retry: the last one decides", async () => {
		expect((await read(first + events("start", "run T", "pass T", "pass"))).counts).toEqual({
			...zero,
			total: 2,
			passed: 2,
			flaky: 1,
		});
		expect((await read(first + events("start", "run T", "fail T", "fail"))).counts).toEqual({
			...zero,
			total: 2,
			passed: 1,
			failed: 1,
		});
		const twice = events("start", "run T", "fail T", "fail") + events("start", "run T", "pass T", "pass");
		expect((await read(first + twice)).counts).toMatchObject({ total: 2, flaky: 1 });
	});

	it("with other tests is another run (-race), which excuses no failure", async () => {
		const other = events("start", "run T", "pass T", "run U", "pass U", "pass");
		expect((await read(first + other)).counts).toEqual({ ...zero, total: 4, passed: 3, failed: 1 });
	});

	it("a retry that skips the test, or does not end it, excuses nothing", async () => {
		expect((await read(first + events("start", "run T", "skip T", "pass"))).counts).toMatchObject({
			failed: 1,
		});
		expect((await read(first + events("start", "run T"))).counts).toMatchObject({ failed: 1, errors: 1 });
	});

	it("a retry of a root with its subtests counts those that passed before only once", async () => {
		const nested = events("run T", "run T/a", "fail T/a", "run T/b", "pass T/b", "fail T", "fail");
		const again = events("start", "run T", "run T/a", "pass T/a", "run T/b", "pass T/b", "pass T", "pass");
		expect((await read(nested + again)).counts).toEqual({ ...zero, total: 3, passed: 3, flaky: 2 });
	});

	it("a test that failed in one of two runs of -count is not excused by the other", async () => {
		expect((await read(events("run T", "fail T", "run T", "pass T", "fail"))).counts).toEqual({
			...zero,
			total: 2,
			passed: 1,
			failed: 1,
		});
	});
});

describe("output", () => {
	it("the last 4096 characters stay, or from a panic on the first", async () => {
		const lines = Array.from({ length: 2000 }, (_, at) => `output T line ${at}`);
		const report = await read(events("run T", ...lines, "fail T", "fail"));
		const message = report.notable[0]?.message ?? "";
		expect(message.length).toBeLessThanOrEqual(4096);
		expect(message.length).toBeGreaterThan(3900);
		expect(message.endsWith("line 1999")).toBe(true);
		const panicked = await read(events("run T", "output T panic: no", ...lines, "fail T", "fail"));
		expect(panicked.notable[0]?.message).toMatch(/^panic: no\nline 0\n/);
		expect(panicked.notable[0]?.message?.length).toBeLessThanOrEqual(4096);
	});

	it("what a test prints is never an event", async () => {
		const printed = `output T ${JSON.stringify({ Action: "fail", Package: "p", Test: "T" })}`;
		expect((await read(events("run T", printed, "pass T", "pass"))).counts).toEqual({
			...zero,
			total: 1,
			passed: 1,
		});
	});
});

describe("other files", () => {
	it("without an event are refused", async () => {
		expect((await userError(read('{"level":"info"}\n'))).code).toBe("report-format");
		expect((await userError(read("PASS\nok p 0.1s\n"))).code).toBe("report-format");
	});

	it("a line that begins like an event and is none is refused with its place", async () => {
		const error = await userError(read(`${events("start")}go: downloading x\n{"Action": nope}\n`));
		expect(error).toMatchObject({ code: "report-malformed", place: { line: 3, column: 13 } });
	});

	it("UTF-16 with a byte order mark, as PowerShell writes it, and CRLF", async () => {
		const text = events("run Té", "pass Té", "pass").replaceAll("\n", "\r\n");
		expect((await read(bytes(Buffer.from(`\ufeff${text}`, "utf16le")))).counts).toMatchObject({ passed: 1 });
	});

	it("keys such as __proto__ are nothing special", async () => {
		const report = await read(
			'{"Action":"run","Package":"__proto__","Test":"constructor"}\n{"__proto__":{"Action":"pass"},"Package":"__proto__","Test":"constructor"}\n{"Action":"fail","Package":"__proto__","Test":"constructor"}\n{"Action":"fail","Package":"__proto__"}\n',
		);
		expect(report.notable.map((each) => each.name)).toEqual(["__proto__ > constructor"]);
		expect(report.counts.total).toBe(1);
	});
});

describe("what comes after a package's end without `start`", () => {
	it.each([
		["its own failure", ["run T", "pass T", "pass", "fail"], { passed: 1, errors: 1 }],
		["a failure with output", ["pass", "output  FAIL\tp [build failed]", "fail"], { errors: 1 }],
		["a failed test", ["run T", "pass T", "pass", "fail U", "fail"], { passed: 1, failed: 1 }],
		["a failed test and no end", ["pass", "fail U"], { failed: 1, errors: 1 }],
		["a passing one", ["run T", "pass T", "pass", "pass"], { passed: 1 }],
		["a skip", ["skip", "skip"], {}],
		["output alone", ["run T", "pass T", "pass", "output  late"], { passed: 1 }],
	])("%s", async (_, all, expected) => {
		const { counts } = await read(events(...all));
		const { total: __, ...each } = { ...zero, ...expected };
		expect(counts).toMatchObject(each);
	});

	it("keeps what was said before the failure", async () => {
		const { notable } = await read(events("pass", "output  panic: no database", "fail"));
		expect(notable[0]?.message).toBe("The package failed without a failed test\npanic: no database");
	});
});

it("a package that could not be run and is told as text alone is an error", async () => {
	const text = "# p/q\nq.go:3:1: syntax error\nFAIL\tp/q [build failed]\n";
	const report = await read(events("run T", "pass T", "pass") + text);
	expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
	expect(report.notable[0]).toMatchObject({ name: "p/q", type: "build", message: text.trim() });
	expect(
		(await read(`FAIL\tp [setup failed]\n${events("output  FAIL\tp [setup failed]", "fail")}`)).counts.errors,
	).toBe(1);
});
