import type { TestCounts } from "../evidence.js";
import type { XmlElement } from "../xml.js";
import type { TestStatus } from "./report.js";
import { counts } from "./told.js";

/** The outcomes of TRX (Visual Studio's TestOutcome), of a test, of a run and in numbers. Pure. */

/** One result. Results may hold others: data rows, and the tests of an ordered test. */
export interface TrxResult {
	kind: "result";
	id: string;
	name: string;
	status: TestStatus;
	message: string | undefined;
	inner: number;
	innerFailing: number;
}

export function resultStart(element: XmlElement): TrxResult {
	return {
		kind: "result",
		id: element.attribute("testId") ?? "",
		name: element.attribute("testName") ?? "",
		status: statusOf(element.attribute("outcome")),
		message: undefined,
		inner: 0,
		innerFailing: 0,
	};
}

/**
 * A result without an outcome is an error: jest-trx-results-processor writes one for a file that could not be
 * loaded, and 0 in Microsoft's own enumeration is Error.
 */
function statusOf(outcome: string | undefined): TestStatus {
	switch (outcome?.toLowerCase()) {
		case "passed":
		case "completed":
		case "warning":
			return "passed";
		case "failed":
			return "failed";
		case "notexecuted":
		case "inconclusive":
		case "pending":
			return "skipped";
		// Error, Timeout, Aborted, NotRunnable, Disconnected, PassedButRunAborted, InProgress, and what nobody knows.
		default:
			return "error";
	}
}

/** Whether a run, or a message of a run, says that it went wrong: all that is not known to be good. */
export function isRunFailure(outcome: string | undefined): boolean {
	return !/^(|passed|completed|warning|notexecuted|inconclusive|pending)$/i.test(outcome?.trim() ?? "");
}

const PASSED = ["passed", "warning", "completed"];
const ERRORS = ["error", "timeout", "aborted", "notRunnable", "disconnected", "passedButRunAborted"];
const SKIPPED = ["notExecuted", "inconclusive", "pending"];

/** The numbers of a run, from its `Counters`. */
export function countersOf(element: XmlElement, file: string): TestCounts {
	const said = counts(element, ["total", "failed", ...PASSED, ...ERRORS, ...SKIPPED], file);
	const sum = (names: readonly string[]) => names.reduce((all, name) => all + said(name), 0);
	const passed = sum(PASSED);
	const failed = said("failed");
	const errors = sum(ERRORS);
	// vstest leaves notExecuted at 0, so the rest of the total was not executed.
	const rest = said("total") - passed - failed - errors;
	return { total: said("total"), passed, failed, errors, skipped: Math.max(rest, sum(SKIPPED)), flaky: 0 };
}
