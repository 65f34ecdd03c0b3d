import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readXml, type XmlElement } from "../xml.js";
import { MESSAGE_LIMIT, type TestCollector, type TestStatus } from "./report.js";

/**
 * JUnit XML in its dialects (Surefire, pytest, Node's test runner, vitest, jest, gotestsum, ...). There is no
 * standard; https://github.com/testmoapp/junitxml lists what is common. Cases are counted, and the numbers of
 * a suite only where it lists no case: they count reruns, nested suites and crashes differently in each tool.
 */

interface Failure {
	type: string | undefined;
	message: string | undefined;
}

interface Case {
	kind: "case";
	name: string;
	className: string | undefined;
	file: string | undefined;
	line: number | undefined;
	failure: Failure | undefined;
	error: Failure | undefined;
	/** A failed try of a test that passed in the end, or once more failed. */
	rerun: Failure | undefined;
	skipped: boolean;
	todo: boolean;
	message: string | undefined;
}

interface Suite {
	kind: "suite";
	name: string;
	tests: number;
	failures: number;
	errors: number;
	skips: number;
	/** Cases, and suites that were counted by their numbers, anywhere inside. */
	counted: number;
	/** Cases inside with a failure or an error, whatever they count as. */
	failing: number;
	reruns: boolean;
	/** A case that may turn out to be a try of the next one (pytest). */
	pending: Case | undefined;
}

type Frame = Case | Suite | { kind: "other" };

/** Words in `status` and `result` of a case that say what no child element says. */
const FAILED_WORDS = new Set(["failed", "failure", "fail", "error", "errored", "broken"]);
const SKIPPED_WORDS = new Set(["disabled", "notrun", "ignored", "skipped", "suppressed", "pending"]);

/** Reads one report into the collector. A file that is no JUnit XML or is cut off is a UserError with its place. */
export async function readJunit(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames: Frame[] = [];
	let differs = false;

	const suiteStart = (element: XmlElement): Suite => ({
		kind: "suite",
		name: element.attribute("name") ?? "",
		tests: count(element, "tests"),
		failures: count(element, "failures"),
		errors: count(element, "errors"),
		skips: count(element, "skipped") + count(element, "disabled"),
		counted: 0,
		failing: 0,
		reruns: false,
		pending: undefined,
	});

	/** The innermost suite or case: an element that is not known hides nothing that is inside of it. */
	const enclosing = () => frames.findLast((frame) => frame.kind !== "other");

	const settle = (suite: Suite) => {
		const { pending } = suite;
		suite.pending = undefined;
		if (pending !== undefined) addCase(pending, collector);
	};

	const endCase = (test: Case, suite: Suite) => {
		suite.counted++;
		if (test.failure !== undefined || test.error !== undefined) suite.failing++;
		if (test.rerun !== undefined) suite.reruns = true;
		const before = suite.pending;
		// pytest-rerunfailures writes one empty case for each try that failed, and the last try as it ended.
		// Only a try leaves an empty case of the same name: names are unique in pytest.
		if (before !== undefined && sameTest(before, test) && isBare(before)) {
			suite.pending = undefined;
			suite.reruns = true;
			test.rerun ??= { type: undefined, message: undefined };
		} else settle(suite);
		if (suite.name === "pytest") suite.pending = test;
		else addCase(test, collector);
	};

	const endSuite = (suite: Suite) => {
		settle(suite);
		const said = suite.failures + suite.errors;
		if (suite.counted === 0) {
			const total = Math.max(suite.tests, said + suite.skips);
			if (total > 0) addSuiteNumbers(suite, total, collector);
			suite.counted = total;
			suite.failing = said;
		} else if (said > suite.failing && !suite.reruns && !differs) {
			differs = true;
			collector.problems.push(
				problem(
					"warning",
					"report-counts-differ",
					`${file}: suite '${suite.name.slice(0, 200)}' says ${said} failures and lists ${suite.failing}`,
					{
						file,
						hint: "The cases are what counts. A case that is missing shows only in the command's exit code.",
					},
				),
			);
		}
		const parent = enclosing();
		if (parent?.kind !== "suite") return;
		parent.counted += suite.counted;
		parent.failing += suite.failing;
		parent.reruns ||= suite.reruns;
	};

	await readXml(source, file, {
		open: (element) => {
			const parent = frames.at(-1);
			const { name } = element;
			if (parent === undefined && name !== "testsuite" && name !== "testsuites") {
				throw new UserError("report-format", `${file} is no JUnit XML: its root element is <${name}>`, {
					file,
					line: element.line,
					column: element.column,
				});
			}
			if ((name === "testsuite" || name === "testsuites") && enclosing()?.kind !== "case")
				frames.push(suiteStart(element));
			else if (name === "testcase" && enclosing()?.kind === "suite") frames.push(caseStart(element));
			else {
				if (parent?.kind === "case") childOfCase(parent, element);
				else if (parent?.kind === "suite" && (name === "failure" || name === "error")) {
					parent.counted++;
					parent.failing++;
					collector.add(name === "error" ? "error" : "failed", {
						name: parent.name === "" ? "(suite)" : parent.name,
						...told(failureOf(element)),
					});
				}
				frames.push({ kind: "other" });
			}
			return undefined;
		},
		close: () => {
			const frame = frames.pop();
			const parent = enclosing();
			if (frame?.kind === "case" && parent?.kind === "suite") endCase(frame, parent);
			else if (frame?.kind === "suite") endSuite(frame);
		},
	});
}

function caseStart(element: XmlElement): Case {
	const words = [element.attribute("status"), element.attribute("result")].map((each) => each?.toLowerCase());
	const line = Number(element.attribute("line"));
	const className = element.attribute("classname") ?? element.attribute("class");
	const failed = words.some((each) => each !== undefined && FAILED_WORDS.has(each));
	return {
		kind: "case",
		name: element.attribute("name") ?? "",
		className: className === "" ? undefined : className,
		file: element.attribute("file"),
		line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
		failure: failed ? { type: undefined, message: undefined } : undefined,
		error: undefined,
		rerun: undefined,
		skipped: words.some((each) => each !== undefined && SKIPPED_WORDS.has(each)),
		todo: false,
		message: undefined,
	};
}

function childOfCase(test: Case, element: XmlElement): void {
	const failure = failureOf(element);
	switch (element.name) {
		case "failure":
			if (test.failure?.message === undefined) test.failure = failure;
			break;
		case "error":
			test.error ??= failure;
			break;
		case "skipped":
		case "ignored":
			test.skipped = true;
			// Node's runner runs a test that is marked as to be done, and its failure fails nothing.
			if (failure.type === "todo") test.todo = true;
			test.message ??= failure.message;
			break;
		case "flakyFailure":
		case "flakyError":
		case "rerunFailure":
		case "rerunError":
			test.rerun ??= failure;
			break;
	}
}

function failureOf(element: XmlElement): Failure {
	return { type: element.attribute("type"), message: element.attribute("message") };
}

function statusOf(test: Case): TestStatus {
	if (test.todo) return "skipped";
	if (test.failure !== undefined) return "failed";
	if (test.error !== undefined) return "error";
	if (test.skipped) return "skipped";
	return test.rerun === undefined ? "passed" : "flaky";
}

function addCase(test: Case, collector: TestCollector): void {
	const status = statusOf(test);
	const failure =
		status === "skipped"
			? { type: undefined, message: test.message }
			: (test.failure ?? test.error ?? test.rerun);
	const name = test.className === undefined ? test.name : `${test.className} > ${test.name}`;
	collector.add(status, {
		name: name === "" ? "(no name)" : name,
		...(test.className === undefined ? {} : { class: test.className }),
		...told(failure),
		...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
		...(test.line === undefined ? {} : { line: test.line }),
	});
}

/** A suite that lists nothing: it could not be loaded, or its tool writes numbers only. */
function addSuiteNumbers(suite: Suite, total: number, collector: TestCollector): void {
	const name = suite.name === "" ? "(suite)" : suite.name;
	const one = (status: "failed" | "error", times: number) => {
		for (let index = 0; index < Math.min(times, 100); index++)
			collector.add(status, { name, message: "The suite says that it failed and lists no test" });
	};
	one("failed", suite.failures);
	one("error", suite.errors);
	const skipped = Math.min(suite.skips, total - suite.failures - suite.errors);
	collector.addCounts({
		passed: total - suite.failures - suite.errors - skipped,
		failed: suite.failures - Math.min(suite.failures, 100),
		errors: suite.errors - Math.min(suite.errors, 100),
		skipped,
		flaky: 0,
	});
}

function told(failure: Failure | undefined): { type?: string; message?: string } {
	return {
		...(failure?.type === undefined || failure.type === "" ? {} : { type: failure.type.slice(0, 300) }),
		...(failure?.message === undefined || failure.message === ""
			? {}
			: { message: failure.message.slice(0, MESSAGE_LIMIT) }),
	};
}

function sameTest(a: Case, b: Case): boolean {
	return a.name === b.name && a.className === b.className && a.file === b.file;
}

/** No child says anything: passed, or a try that pytest-rerunfailures leaves empty. */
function isBare(test: Case): boolean {
	return test.failure === undefined && test.error === undefined && !test.skipped;
}

/** Some tools write `1,234`; what is no number is none. */
function count(element: XmlElement, name: string): number {
	const value = Number(element.attribute(name)?.replaceAll(",", "").trim());
	return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
