import { describe, expect, it } from "vitest";
import { TestCollector, type TestReport } from "#src/evidence/tests/report.js";
import { readTap } from "#src/evidence/tests/tap.js";
import { bytes, fixture } from "./source.ts";

async function read(source: string | AsyncIterable<Uint8Array>, asked: string[] = []) {
	const collector = new TestCollector(new Set(asked));
	await readTap(typeof source === "string" ? bytes(source) : source, "r.tap", collector);
	return collector.report();
}

const zero = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

function names(report: TestReport, status: string): string[] {
	return report.notable.filter((each) => each.status === status).map((each) => each.name);
}

/** The message of the only error. */
function complaint(report: TestReport): string | undefined {
	const errors = report.notable.filter((each) => each.status === "error");
	expect(errors).toHaveLength(1);
	return errors[0]?.message;
}

describe("reports of real tools", () => {
	// node says: tests 14, suites 5, pass 7, fail 3, cancelled 1, skipped 2, todo 1. The suite whose hook
	// failed is an error of its own here, and the test that failed after its child passed an error, not a failure.
	for (const version of ["20", "24"]) {
		it(`Node ${version}: suites, a hook that fails, a todo, a parent that fails by itself, TAP that a test prints`, async () => {
			const report = await read(fixture(`tap/node-${version}.tap`));
			expect(report.counts).toEqual({ ...zero, total: 15, passed: 7, failed: 3, errors: 2, skipped: 3 });
			expect(names(report, "error")).toEqual(["with a hook", "parent"]);
			expect(names(report, "failed").slice(1)).toEqual([
				"with a hook > never runs",
				"total > is wrong on purpose",
			]);
			expect(names(report, "skipped")).toEqual([
				"total > needs a database",
				"total > comes later",
				"skipped with a reason",
			]);
			expect(report.notable.find((each) => each.name.endsWith("on purpose"))).toMatchObject({
				type: "testCodeFailure",
				message: "Expected values to be strictly equal:\n\n5 !== 4",
				file: "/srv/orders/js/node/price.test.mjs",
				line: 6,
			});
			expect(report.notable.find((each) => each.name === "with a hook")).toMatchObject({
				type: "hookFailed",
				message: "no server",
			});
		});

		it(`Node ${version}: a file of which only the hook says why`, async () => {
			const report = await read(fixture(`tap/node-${version}-hook.tap`));
			expect(report.counts).toEqual({ ...zero, total: 2, failed: 1, errors: 1 });
		});
	}

	it("node-tap: its own total of leaves, time directives, an empty subtest", async () => {
		// tap says: { total: 11, pass: 5, fail: 3, todo: 2, skip: 1 }
		const report = await read(fixture("tap/tap.tap"), ["tap/price.test.mjs > empty plan"]);
		expect(report.counts).toEqual({ ...zero, total: 11, passed: 5, failed: 3, skipped: 3 });
		expect(report.statuses.get("tap/price.test.mjs > empty plan")).toBe("passed");
		expect(report.notable.find((each) => each.name.endsWith("on purpose"))).toEqual({
			name: "tap/price.test.mjs > total > is wrong on purpose",
			status: "failed",
			message: "--- expected\n+++ actual\n@@ -1,1 +1,1 @@\n-4\n+5",
			file: "tap/price.test.mjs",
			line: 5,
		});
	});

	it("node-tap: one file without the runner, and a run that bails out", async () => {
		// The same less the file that throws: 10 leaves, 2 of them failed.
		expect((await read(fixture("tap/tap-one-file.tap"))).counts).toEqual({
			...zero,
			total: 10,
			passed: 5,
			failed: 2,
			skipped: 3,
		});
		const bailed = await read(fixture("tap/tap-bail.tap"));
		expect(bailed.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(complaint(bailed)).toBe("no database");
	});

	it("tape: tests 6, fail 2; it calls skipped ones and todos passed", async () => {
		const report = await read(fixture("tap/tape.tap"));
		expect(report.counts).toEqual({ ...zero, total: 6, passed: 2, failed: 2, skipped: 2 });
		expect(report.notable[0]).toMatchObject({
			message: "expected 4, got 5",
			file: "/srv/orders/js/tape/price.test.js",
			line: 5,
		});
	});

	it("bats: # skip in small letters, a hash in a name, messages in comments or YAML, `not ok # SKIP`", async () => {
		for (const file of ["tap/bats.tap", "tap/bats-13.tap"]) {
			const report = await read(fixture(file));
			expect(report.counts).toEqual({ ...zero, total: 4, passed: 1, failed: 1, skipped: 2 });
			expect(report.notable[0]).toMatchObject({
				name: "is wrong # on purpose",
				message: expect.stringContaining("got five"),
				file: "bats/price.bats",
				line: 2,
			});
			expect(report.notable[1]).toEqual({
				name: "needs a database",
				status: "skipped",
				message: "no database",
			});
		}
	});

	it("bats: a set-up of the file that fails leaves tests out", async () => {
		const report = await read(fixture("tap/bats-setup.tap"));
		expect(report.counts).toEqual({ ...zero, total: 2, failed: 1, errors: 1 });
		expect(complaint(report)).toBe("The plan says 2 tests, and 1 ran");
	});

	it("Perl: todo_skip, a todo that passes, subtests, a subtest that skips all, no description", async () => {
		// prove says: 11 tests, 2 failed (8 is the subtest, whose two tests count here), 3 skipped.
		const report = await read(fixture("tap/perl-price.tap"), ["with \\# a hash # inside", "test 11"]);
		expect(report.counts).toEqual({ ...zero, total: 12, passed: 4, failed: 2, skipped: 6 });
		expect(names(report, "failed")).toEqual(["is wrong on purpose", "with a discount > two"]);
		expect([...report.statuses.values()]).toEqual(["passed", "passed"]);
	});

	it("Perl: a test file that dies, one that skips itself, one that bails out", async () => {
		const died = await read(fixture("tap/perl-dies.tap"));
		expect(died.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(complaint(died)).toBe("The plan says 3 tests, and 1 ran");
		const skipped = await read(fixture("tap/perl-skips.tap"));
		expect(skipped.counts).toEqual({ ...zero, total: 1, skipped: 1 });
		expect(skipped.notable[0]?.message).toBe("not on this system");
		expect(complaint(await read(fixture("tap/perl-bails.tap")))).toBe("no database");
	});

	it("prove --verbose: what several files print into one stream is not taken for one good report", async () => {
		const report = await read(fixture("tap/prove-verbose.txt"));
		expect(report.counts.errors).toBeGreaterThan(0);
	});
});

describe("plans", () => {
	it.each([
		["fewer tests than planned", "1..3\nok 1\nok 2\n", "The plan says 3 tests, and 2 ran"],
		["more tests than planned", "1..1\nok 1\nok 2\n", "The plan says 1 tests, and 2 ran"],
		["a plan at the end that is not kept", "ok 1\n1..2\n", "The plan says 2 tests, and 1 ran"],
		[
			"no plan",
			"TAP version 13\nok 1\n",
			"There is no plan after 1 tests: the run did not end, or the report was cut off",
		],
		["nothing", "TAP version 14\n", "There is no plan and no test: the report is empty, or was cut off"],
		[
			"no TAP at all",
			"Segmentation fault\n",
			"There is no plan and no test: the report is empty, or was cut off",
		],
		["two plans", "1..2\nok 1\n1..2\nok 2\n", "There is more than one plan"],
		["a number twice", "1..3\nok 1\nok 2\nok 2\n", "The number of test 2 is there twice or out of place"],
		["a number past the plan", "1..2\nok 1\nok 3\n", "Test 2 is missing"],
		["a number below one", "1..1\nok 0\n", "The number of test 0 is there twice or out of place"],
	])("%s is an error", async (_what, text, message) => {
		const report = await read(text);
		expect(report.counts.errors).toBe(1);
		expect(complaint(report)).toBe(message);
	});

	it("numbers may be left out, or come in another order", async () => {
		expect((await read("1..2\nok\nok - b\n")).counts).toEqual({ ...zero, total: 2, passed: 2 });
		expect((await read("1..3\nok 3\nok 1\nok 2\n")).counts).toEqual({ ...zero, total: 3, passed: 3 });
	});

	it("1..0 is a run without tests, and says so if it skips all", async () => {
		expect((await read("TAP version 13\n1..0\n")).counts).toEqual(zero);
		expect((await read("1..0 # Skipped: no network\n")).notable).toEqual([
			{ name: "all tests", status: "skipped", message: "no network" },
		]);
		expect((await read("1..0 # SKIP\nok 1\n")).counts.errors).toBe(1);
	});

	it("several reports in one file are each held to their plan", async () => {
		const whole = "TAP version 13\n1..2\nok 1\nok 2\n";
		expect((await read(whole + whole)).counts).toEqual({ ...zero, total: 4, passed: 4 });
		expect((await read(`TAP version 13\n1..2\nok 1\n${whole}`)).counts).toEqual({
			...zero,
			total: 4,
			passed: 3,
			errors: 1,
		});
	});
});

describe("directives", () => {
	it.each(["# SKIP", "# skip", "#skip", "# Skipped: no network", "# skip no network"])(
		"%s is a skipped test, ok or not",
		async (directive) => {
			expect((await read(`1..2\nok 1 - a ${directive}\nnot ok 2 ${directive}\n`)).counts).toEqual({
				...zero,
				total: 2,
				skipped: 2,
			});
		},
	);

	it("a todo is skipped, whether it fails or passes", async () => {
		expect((await read("1..2\nnot ok 1 - a # TODO later\nok 2 - b # todo\n")).counts).toEqual({
			...zero,
			total: 2,
			skipped: 2,
		});
	});

	it.each(["is wrong \\# TODO", "is wrong#todo", "todo", "# skip-list is wrong", "# todos are wrong"])(
		"%s is only a name",
		async (name) => {
			expect((await read(`1..1\nnot ok 1 - ${name}\n`)).counts).toEqual({ ...zero, total: 1, failed: 1 });
		},
	);

	it("escapes are undone, and times cut off", async () => {
		const report = await read("1..1\nnot ok 1 - a \\# b \\\\ c # time=12.5ms\n");
		expect(report.notable[0]?.name).toBe("a # b \\ c");
	});
});

describe("Bail out!", () => {
	it("is one error, wherever it stands and however often, and takes the place of the plan's", async () => {
		const report = await read(
			"1..9\nok 1\n# Subtest: in\n    ok 1\n    Bail out! db is gone\nbail out! db is gone\n",
		);
		expect(report.counts).toEqual({ ...zero, total: 3, passed: 2, errors: 1 });
		expect(complaint(report)).toBe("db is gone");
	});

	it("blocks without a reason and when all passed", async () => {
		expect((await read("1..1\nok 1\nBail out!\n")).counts).toMatchObject({ errors: 1 });
	});

	it("is not what a test prints as a comment", async () => {
		expect((await read("1..1\n# Bail out! printed\nok 1\n")).counts).toEqual({
			...zero,
			total: 1,
			passed: 1,
		});
	});
});

describe("subtests", () => {
	it("count once: a parent only sums them up", async () => {
		const report = await read(
			"# Subtest: outer\n    ok 1 - a\n    not ok 2 - b\n    1..2\nnot ok 1 - outer\n# Subtest: fine\n    ok 1 - c\n    1..1\nok 2 - fine\n1..2\n",
		);
		expect(report.counts).toEqual({ ...zero, total: 3, passed: 2, failed: 1 });
		expect(names(report, "failed")).toEqual(["outer > b"]);
	});

	it("a parent that failed without a failed child is an error", async () => {
		const report = await read(
			"1..1\n# Subtest: outer\n    1..1\n    ok 1 - a\nnot ok 1 - outer\n  ---\n  message: teardown\n  ...\n",
		);
		expect(report.counts).toEqual({ ...zero, total: 2, passed: 1, errors: 1 });
		expect(report.notable[0]).toMatchObject({ name: "outer", message: "teardown" });
	});

	it("a parent that passed although a child failed hides nothing", async () => {
		expect((await read("1..1\n    1..1\n    not ok 1 - a\nok 1 - outer\n")).counts).toEqual({
			...zero,
			total: 1,
			failed: 1,
		});
	});

	it("a plan of a subtest that is not kept is an error, though the parent says ok", async () => {
		const report = await read("1..1\n    1..2\n    ok 1 - a\nok 1 - outer\n");
		expect(complaint(report)).toBe("The plan says 2 tests, and 1 ran");
		expect((await read("1..1\n    ok 1 - a\nok 1 - outer\n")).counts.errors).toBe(1);
	});

	it("a todo excuses what fails in it", async () => {
		expect(
			(await read("1..1\n# Subtest: x\n    not ok 1 - in\n    ok 2\n    1..2\nnot ok 1 - x # TODO later\n"))
				.counts,
		).toEqual({ ...zero, total: 2, passed: 1, skipped: 1 });
	});

	it("a subtest without its own result is an error", async () => {
		expect((await read("1..1\nok 1\n# Subtest: lost\n    ok 1 - a\n    1..1\n")).counts).toEqual({
			...zero,
			total: 3,
			passed: 2,
			errors: 1,
		});
	});

	it("announced inside (older Test::More), not announced, in braces, two levels at once", async () => {
		const inside = await read("    # Subtest: old\n    not ok 1 - a\n    1..1\nnot ok 1 - old\n1..1\n");
		expect(names(inside, "failed")).toEqual(["old > a"]);
		const braces = await read("1..2\nnot ok 1 - outer {\n    1..1\n    not ok 1 - a\n}\nok 2 - {\n");
		expect(braces.counts).toEqual({ ...zero, total: 2, passed: 1, failed: 1 });
		expect(names(braces, "failed")).toEqual(["outer > a"]);
		const yaml = await read(
			"1..1\nok 1 - outer\n  ---\n  duration_ms: 3\n  ...\n{\n    1..1\n    ok 1 - a\n}\n",
		);
		expect(yaml.counts).toEqual({ ...zero, total: 1, passed: 1 });
		const deep = await read(
			"        not ok 1 - a\n        1..1\n    not ok 1 - b\n    1..1\nnot ok 1 - c\n1..1\n",
		);
		expect(deep.counts).toEqual({ ...zero, total: 1, failed: 1 });
	});

	it("thousands of levels are no levels", async () => {
		const report = await read(`1..1\n${" ".repeat(40_000)}ok 1\nok 1\n`);
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
	});
});

describe("diagnostics", () => {
	it("TAP 14's message, file and line; quoted values", async () => {
		const report = await read(
			"TAP version 14\n1..1\nnot ok 1 - a\n  ---\n  message: 'it''s wrong'\n  severity: fail\n  at:\n    file: test/a.js\n    line: 12\n  ...\n",
		);
		expect(report.notable[0]).toEqual({
			name: "a",
			status: "failed",
			message: "it's wrong",
			file: "test/a.js",
			line: 12,
		});
	});

	it("what looks like TAP inside of a block is text", async () => {
		const report = await read(
			"1..1\nok 1 - a\n  ---\n  data: |\n    not ok 2 - b\n    Bail out! no\n    1..7\n  ...\n",
		);
		expect(report.counts).toEqual({ ...zero, total: 1, passed: 1 });
	});

	it("a block without end swallows no test", async () => {
		expect((await read("1..2\nnot ok 1\n  ---\n  message: a\nnot ok 2\n")).counts).toMatchObject({
			failed: 2,
		});
		expect((await read("1..1\nok 1\n  ---\n  message: a\n")).counts.errors).toBe(1);
	});

	it("a message is cut at 4096 characters, whatever its form", async () => {
		const long = "x".repeat(9000);
		const report = await read(
			`1..3\nnot ok 1\n  ---\n  message: ${long}\n  ...\nnot ok 2\n${`# ${long}\n`.repeat(3)}not ok 3\n  ---\n  a: |\n${`    ${long}\n`.repeat(9)}  ...\n`,
		);
		expect(report.notable.map((each) => each.message?.length)).toEqual([4096, 4096, 4096]);
	});

	it("`__proto__` is a key like others", async () => {
		const report = await read("1..1\nnot ok 1\n  ---\n  __proto__: 1\n  message: a\n  ...\n");
		expect(report.notable[0]?.message).toBe("a");
	});
});

describe("other lines", () => {
	it("are passed over, unless the report is strict", async () => {
		expect((await read("1..1\nhello\nok 1\n")).counts).toEqual({ ...zero, total: 1, passed: 1 });
		expect((await read("1..1\npragma +strict\nhello\nagain\nok 1\n")).counts).toMatchObject({ errors: 1 });
		expect((await read("1..1\npragma +strict\npragma -strict\nhello\nok 1\n")).counts.errors).toBe(0);
		expect((await read("1..1\npragma +bail\nok 1\n")).counts.errors).toBe(0);
	});

	it("CRLF, a byte order mark and UTF-16 are read", async () => {
		const text = "TAP version 13\r\n1..2\r\nok 1 - é\r\nnot ok 2 - b # TODO\r\n";
		const expected = { ...zero, total: 2, passed: 1, skipped: 1 };
		expect((await read(`\ufeff${text}`)).counts).toEqual(expected);
		expect((await read(bytes(Buffer.from(`\ufeff${text}`, "utf16le")))).counts).toEqual(expected);
	});
});

it("a report that is cut off anywhere is never good: a plan at the end is missing, one at the begin not kept", async () => {
	const first = "1..3\nok 1 - a\nok 2 - b\nok 3 - c\n";
	for (let length = 0; length < first.indexOf("ok 3") + 2; length++)
		expect((await read(first.slice(0, length))).counts.errors, `${length}`).toBeGreaterThan(0);
	const last = "ok 1 - a\n# Subtest: b\n    ok 1 - c\n    1..1\nok 2 - b\n1..2\n";
	for (let length = 0; length < last.length - 1; length++)
		expect((await read(last.slice(0, length))).counts.errors, `${length}`).toBeGreaterThan(0);
});

it("a hundred thousand subtests that failed, in bounded lists", async () => {
	async function* many(): AsyncGenerator<Uint8Array> {
		for (let at = 1; at <= 100_000; at++)
			yield Buffer.from(`# Subtest: s${at}\n    not ok 1 - a\n    1..1\nnot ok ${at} - s${at}\n`);
		yield Buffer.from("1..100000\n");
	}
	const report = await read(many());
	expect(report.counts).toEqual({ ...zero, total: 100_000, failed: 100_000 });
	expect(report.notable).toHaveLength(1000);
	expect(report.failedLeft).toBe(99_000);
});

describe("what may hide a failure", () => {
	it("a diagnostic block without an end, and failed tests of a subtest behind it", async () => {
		const text = (inner: string) =>
			`TAP version 14\nok 1 - a\n  ---\n  x: 1\n    ${inner} 1 - b\n    1..1\nok 2 - c\n1..2\n`;
		expect(complaint(await read(text("not ok")))).toBe(
			"A diagnostic block has no end and holds what may be failed tests",
		);
		expect((await read(text("ok"))).counts).toEqual({ ...zero, total: 2, passed: 2 });
	});

	it("a subtest that has a plan, no test and no result of its own", async () => {
		const report = await read("TAP version 14\n    1..3\n1..0\n");
		expect(complaint(report)).toBe(
			"The subtest ends without its own result: the report was cut off or is damaged",
		);
	});
});
