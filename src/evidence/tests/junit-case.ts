import type { XmlElement } from "../xml.js";
import type { TestCollector, TestStatus } from "./report.js";
import { type Told, told } from "./told.js";

/** One `<testcase>` of JUnit XML: what its attributes and children say together, in every dialect. Pure. */

export interface JunitCase {
	kind: "case";
	name: string;
	className: string | undefined;
	file: string | undefined;
	line: number | undefined;
	failure: Told | undefined;
	error: Told | undefined;
	/** A failed try of a test that passed in the end, or once more failed. */
	rerun: Told | undefined;
	skipped: Told | undefined;
	status: string | undefined;
	/** Its failure fails nothing. */
	excused: boolean;
	/** It says an error that is none, and that its suite counts. */
	tolerated: boolean;
	/** Seconds, as written. */
	time: string | undefined;
}

/** Words in `status` and `result` of a case that say what no child element says. */
const FAILED_WORDS = new Set([
	...["failed", "failure", "fail", "error", "errored", "broken"],
	...["timeout", "timedout", "timed-out", "crashed", "aborted"],
]);
const SKIPPED_WORDS = new Set(["disabled", "notrun", "ignored", "skipped", "suppressed", "pending"]);

/** Children that tell of a try that was not the last one (Surefire, Failsafe, nextest, pytest). */
const RERUNS = new Set(["flakyFailure", "flakyError", "rerunFailure", "rerunError", "rerun"]);

/** Catch2 2 and 3 write a test that may fail as skipped, beside its failures. */
const CATCH2_MAY_FAIL = "TEST_CASE tagged with !mayfail";

/** PHPUnit writes a test without an assertion as an error, and its run passes. */
const PHPUNIT_RISKY = /^PHPUnit\\Framework\\Risky/;

/** CTest leaves out on purpose what says so; it leaves out what it can't start as well, and then its run fails. */
const CTEST_ON_PURPOSE = /^(SKIP_|Disabled)/i;

const SAYS_NOTHING: Told = { type: undefined, message: undefined };

/** `before` is the class of the case before, which costs less to compare than to read again. */
export function caseStart(element: XmlElement, before: string | undefined): JunitCase {
	const status = element.attribute("status")?.trim().toLowerCase();
	const result = element.attribute("result")?.trim().toLowerCase();
	const line = element.attribute("line");
	const className =
		before !== undefined && element.is("classname", before)
			? before
			: (element.attribute("classname") ?? element.attribute("class"));
	return {
		kind: "case",
		name: element.attribute("name") ?? "",
		className: className === "" ? undefined : className,
		file: element.attribute("file"),
		line: line === undefined ? undefined : lineNumber(line),
		failure: says(FAILED_WORDS, status, result) ? SAYS_NOTHING : undefined,
		error: undefined,
		rerun: undefined,
		skipped: says(SKIPPED_WORDS, status, result) ? SAYS_NOTHING : undefined,
		status,
		excused: false,
		tolerated: false,
		time: element.attribute("time"),
	};
}

function says(words: ReadonlySet<string>, status: string | undefined, result: string | undefined): boolean {
	return (status !== undefined && words.has(status)) || (result !== undefined && words.has(result));
}

function lineNumber(text: string): number | undefined {
	const line = Number(text);
	return Number.isSafeInteger(line) && line > 0 ? line : undefined;
}

/** What an element says of a failure. Its text is the message where the attribute says nothing: see `wantsText`. */
export function toldBy(element: XmlElement): Told {
	return { type: element.attribute("type"), message: element.attribute("message") };
}

/** gotestsum writes the message `Failed` everywhere; others write the text alone. */
export function wantsText(failure: Told): boolean {
	return failure.message === undefined || failure.message === "" || failure.message === "Failed";
}

/** A child of the case. True where it says how the case ended, and so its text may be its message. */
export function childOfCase(test: JunitCase, name: string, said: Told): boolean {
	if (name === "failure") {
		if (test.failure?.message === undefined) test.failure = said;
	} else if (name === "error") {
		if (said.type !== undefined && PHPUNIT_RISKY.test(said.type)) test.tolerated = true;
		else test.error ??= said;
	} else if (name === "skipped" || name === "ignored") {
		if (test.skipped?.message === undefined) test.skipped = said;
		// Node's runner runs a test that is marked as to be done, and its failure fails nothing.
		if (said.type === "todo" || said.message === CATCH2_MAY_FAIL) test.excused = true;
		const { message } = said;
		if (isOfCtest(test) && message !== undefined && message !== "" && !CTEST_ON_PURPOSE.test(message))
			test.error ??= said;
	} else if (RERUNS.has(name)) test.rerun ??= said;
	else return false;
	return true;
}

function isOfCtest(test: JunitCase): boolean {
	return test.status === "notrun" && test.name === test.className;
}

export function isFailing(test: JunitCase): boolean {
	return test.failure !== undefined || test.error !== undefined;
}

export function statusOf(test: JunitCase): TestStatus {
	if (test.excused) return "skipped";
	if (test.failure !== undefined) return "failed";
	if (test.error !== undefined) return "error";
	if (test.skipped !== undefined) return "skipped";
	return test.rerun === undefined ? "passed" : "flaky";
}

export function addCase(test: JunitCase, collector: TestCollector): void {
	const status = statusOf(test);
	if (status === "passed" && collector.asked.size === 0) {
		collector.addPassed();
		return;
	}
	// The type of a skip (`pytest.skip`) says no more than its status.
	const failure =
		status === "skipped"
			? { type: undefined, message: test.skipped?.message }
			: (test.failure ?? test.error ?? test.rerun);
	const ending = test.name === "" ? "(no name)" : test.name;
	collector.add(status, {
		name:
			test.className === undefined
				? ending
				: test.name === ""
					? test.className
					: `${test.className} > ${test.name}`,
		...(test.className === undefined ? {} : { class: test.className }),
		...told(failure),
		...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
		...(test.line === undefined ? {} : { line: test.line }),
	});
}

export function sameTest(a: JunitCase, b: JunitCase): boolean {
	return a.name === b.name && a.className === b.className && a.file === b.file;
}

/** No child says anything: passed, or a try that pytest-rerunfailures leaves empty. */
export function isBare(test: JunitCase): boolean {
	return !isFailing(test) && test.skipped === undefined;
}
