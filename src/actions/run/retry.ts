import type { NotableTest } from "../../evidence/evidence.js";
import { NOTABLE_LIMIT, type TestReport } from "../../evidence/tests/report.js";
import { type Problem, problem } from "../../runner/problem.js";

/** What a command that was run again says of the tests that failed before. The last run decides. Pure. */

export interface Retried {
	tests: TestReport;
	/** Tests that failed before and were skipped at last: a retry is no way to leave them out. */
	skipped: string[];
	problems: Problem[];
}

/** Marks what failed in an earlier run and passed in the last one as flaky. */
export function withFlaky(last: TestReport, before: ReadonlyMap<string, NotableTest>): Retried {
	const flaky: NotableTest[] = [];
	const skipped: string[] = [];
	const gone: string[] = [];
	for (const [name, test] of before) {
		const status = last.statuses.get(name);
		if (status === "passed") flaky.push({ ...test, status: "flaky" });
		else if (status === "skipped") skipped.push(name);
		else if (status === undefined) gone.push(name);
	}
	const failing = last.notable.filter((each) => each.status === "failed" || each.status === "error");
	const rest = last.notable.filter((each) => each.status !== "failed" && each.status !== "error");
	const notable = [...failing, ...flaky, ...rest].slice(0, NOTABLE_LIMIT);
	const listed = last.notable.length + flaky.length;
	return {
		tests: {
			...last,
			counts: { ...last.counts, flaky: last.counts.flaky + flaky.length },
			notable,
			notableLeft: last.notableLeft + listed - notable.length,
		},
		skipped,
		problems: gone.slice(0, 20).map((name) =>
			problem(
				"warning",
				"test-not-repeated",
				`'${name.slice(0, 300)}' failed and is not among the tests of the last run`,
				{
					hint: "The last run decides. Check that a retry runs all tests.",
				},
			),
		),
	};
}
