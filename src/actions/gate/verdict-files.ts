import type { GateResult } from "./result.js";

/** The verdict as files that other tools read. Pure. */

/** Where they are written; not hidden, so that it can be uploaded. */
export const VERDICT_FOLDER = "sluice-gate";

/**
 * By name: the whole result, the summary, and the failing tests as CTRF.
 * @param time milliseconds since 1970
 */
export function verdictFiles(
	result: GateResult,
	markdown: string,
	time: number,
): ReadonlyMap<string, string> {
	return new Map([
		["verdict.json", `${JSON.stringify(result, null, "\t")}\n`],
		["summary.md", markdown],
		["ctrf.json", `${JSON.stringify(ctrf(result, time), null, "\t")}\n`],
	]);
}

/**
 * CTRF (https://ctrf.io/docs/specification): the counts of all tests in the summary, and of the tests those that
 * failed: evidence does not name the others.
 */
function ctrf(result: GateResult, time: number): unknown {
	const { tests, failures, failuresLeft } = result;
	return {
		reportFormat: "CTRF",
		specVersion: "0.0.0",
		generatedBy: "sluice gate",
		results: {
			tool: { name: "sluice gate" },
			summary: {
				tests: tests.total,
				passed: tests.passed,
				failed: tests.failed + tests.errors,
				pending: 0,
				skipped: tests.skipped,
				other: 0,
				flaky: tests.flaky,
				start: time,
				stop: time,
			},
			tests: failures.map((each) => ({
				name: each.test,
				status: "failed",
				duration: 0,
				suite: [each.service, each.level],
				message: each.message,
				...(each.file === undefined ? {} : { filePath: each.file }),
				...(each.line === undefined ? {} : { line: each.line }),
				...(each.excuse === "none" ? {} : { tags: [each.excuse] }),
			})),
			extra: {
				verdict: result.verdict,
				reason: result.reason,
				commit: result.commit,
				notListed: failuresLeft,
			},
		},
	};
}
