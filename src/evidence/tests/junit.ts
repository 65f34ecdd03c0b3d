import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readXml } from "../xml.js";
import {
	addCase,
	caseStart,
	childOfCase,
	isBare,
	type JunitCase,
	sameTest,
	toldBy,
	wantsText,
} from "./junit-case.js";
import { GoTries } from "./junit-go-tries.js";
import {
	addNumbers,
	type JunitSuite,
	nameOf,
	suiteStart,
	takeBackIfRepeated,
	takeInCase,
	takeInPlainCase,
	takeInSuite,
} from "./junit-suite.js";
import type { TestCollector } from "./report.js";
import { type Told, told } from "./told.js";

/**
 * JUnit XML in its dialects (Surefire, pytest, Node's test runner, vitest, jest, gotestsum, ...). There is no
 * standard; https://github.com/testmoapp/junitxml lists what is common. Cases are counted, and the numbers of
 * a suite only where it lists no case: they count reruns, nested suites and crashes differently in each tool.
 */

type Frame =
	| JunitCase
	| JunitSuite
	/** A failure, an error, a skip: `said` is completed by its text. `suite` is set where it stands in no case. */
	| { kind: "said"; said: Told; suite: JunitSuite | undefined; error: boolean }
	| { kind: "other" };

const NOTHING: Frame = { kind: "other" };

/** Reads one report into the collector. A file that is no JUnit XML or is cut off is a UserError with its place. */
export async function readJunit(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames: Frame[] = [];
	let differs = false;
	let lacks = false;
	let repeats = false;

	/** The innermost suite or case: an element that is not known hides nothing that is inside of it. */
	const enclosing = (): JunitCase | JunitSuite | undefined => {
		for (let index = frames.length - 1; index >= 0; index--) {
			const frame = frames[index];
			if (frame?.kind === "suite" || frame?.kind === "case") return frame;
		}
		return undefined;
	};

	/** The suite that something belongs to, be it inside of a case. */
	const suiteAround = (): JunitSuite | undefined => {
		const top = frames.at(-1);
		return top?.kind === "suite" ? top : frames.findLast((frame) => frame.kind === "suite");
	};

	const settle = (suite: JunitSuite) => {
		const { pending } = suite;
		suite.pending = undefined;
		if (pending !== undefined) addCase(pending, collector);
		if (suite.go?.end() === true) suite.reruns = true;
		suite.go = undefined;
	};

	const endCase = (test: JunitCase, suite: JunitSuite) => {
		takeInCase(suite, test);
		if (suite.go !== undefined) {
			suite.go.add(test);
			return;
		}
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

	const warn = (code: string, message: string, hint: string) =>
		collector.problems.push(problem("warning", code, message, { file, hint }));

	const endSuite = (suite: JunitSuite) => {
		settle(suite);
		const said = suite.failures + suite.errors;
		if (suite.counted === 0) addNumbers(suite, collector);
		else if (suite.errors > 0 && suite.failing === 0 && !suite.reruns) {
			// gotestsum counts a package that does not build among the errors, and lists it as no case.
			const message = "The suite says that there was an error and lists none";
			collector.add("error", { name: nameOf(suite), message });
			suite.failing++;
			suite.counted++;
		} else if (Math.max(suite.failures, suite.errors) > suite.failing && !suite.reruns && !differs) {
			differs = true;
			warn(
				"report-counts-differ",
				`${file}: suite '${suite.name.slice(0, 200)}' says ${said} failures and lists ${suite.failing}`,
				"The cases are what counts. A case that is missing shows only in the command's exit code.",
			);
		} else if (suite.tests > 2 * suite.counted && !suite.reruns && !lacks) {
			// Some tools count what they do not list (mocha's pending tests, Catch2's assertions), but not most of it.
			lacks = true;
			collector.problems.push(
				problem(
					"notice",
					"report-tests-missing",
					`${file}: suite '${suite.name.slice(0, 200)}' says ${suite.tests} tests and lists ${suite.counted}`,
					{
						file,
						hint: "The cases are what counts. Where many are missing, the report was cut or filtered.",
					},
				),
			);
		}
		const other = takeBackIfRepeated(suite, file, collector);
		if (other !== undefined && !repeats) {
			repeats = true;
			warn(
				"report-repeats",
				`${file}: suite '${suite.name.slice(0, 200)}' stands in ${other} too`,
				"It is counted once. Name either the reports of the classes or the aggregate of them.",
			);
		}
		const parent = suiteAround();
		if (parent !== undefined) takeInSuite(parent, suite);
	};

	await readXml(source, file, {
		open: (element) => {
			const parent = frames.at(-1);
			const { name } = element;
			if (name === "testcase" && parent?.kind === "suite" && takeInPlainCase(parent, element, collector)) {
				frames.push(NOTHING);
				return undefined;
			}
			const inside = enclosing();
			if (parent === undefined && name !== "testsuite" && name !== "testsuites")
				throw noJunit(file, name, element);
			const suite = name === "testcase" ? (inside?.kind === "suite" ? inside : suiteAround()) : undefined;
			if (name === "testsuite" || name === "testsuites") frames.push(suiteStart(element, collector, file));
			else if (suite !== undefined) {
				const test = caseStart(element, suite.className);
				// As written: what holds a reference (&amp;) reads otherwise than it is written.
				if (suite.className !== test.className)
					suite.className = test.className?.includes("&") ? undefined : test.className;
				frames.push(test);
			} else {
				if (name === "property" && inside?.kind === "suite" && element.attribute("name") === "go.version")
					inside.go ??= new GoTries(collector);
				const said = toldBy(element);
				const fails = name === "failure" || name === "error";
				// An element that is not known hides no failure.
				const inSuite = inside?.kind === "suite" && fails;
				const test = parent?.kind === "case" ? parent : fails && inside?.kind === "case" ? inside : undefined;
				if ((test !== undefined && childOfCase(test, name, said)) || inSuite) {
					const suite = inSuite ? inside : undefined;
					frames.push({ kind: "said", said, suite, error: name === "error" });
					return wantsText(said);
				}
				frames.push(NOTHING);
			}
			return undefined;
		},
		close: (_, text) => {
			const frame = frames.pop();
			if (frame?.kind === "said") {
				if (text !== undefined && text.trim() !== "") frame.said.message = text;
				if (frame.suite === undefined) return;
				frame.suite.counted++;
				frame.suite.failing++;
				collector.add(frame.error ? "error" : "failed", {
					name: nameOf(frame.suite),
					...told(frame.said),
				});
				return;
			}
			if (frame?.kind === "case") {
				const suite = suiteAround();
				if (suite !== undefined) endCase(frame, suite);
			} else if (frame?.kind === "suite") endSuite(frame);
		},
	});
}

function noJunit(file: string, root: string, place: { line: number; column: number }): UserError {
	const { line, column } = place;
	return new UserError("report-format", `${file} is no JUnit XML: its root element is <${root}>`, {
		file,
		line,
		column,
		...(root === "failsafe-summary"
			? {
					hint: "It is Failsafe's summary, which lists no test. Name the TEST-*.xml files beside it instead.",
				}
			: {}),
	});
}
