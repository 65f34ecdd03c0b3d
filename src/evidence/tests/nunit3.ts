import { readXml, type XmlElement } from "../xml.js";
import { dotnetName } from "./dotnet-name.js";
import { addInnerCounts, countStatus, Frames, type SuiteCounts } from "./frames.js";
import type { TestCollector, TestStatus } from "./report.js";
import { counts, tellUnlisted, told } from "./told.js";
import { otherRoot } from "./xml-root.js";

/**
 * NUnit 3's `test-run` (https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html).
 * Cases are counted by their `result`: `testcasecount` counts what a filter left out too, and other writers put an
 * empty `<failure>` into tests that passed.
 */

interface Case {
	kind: "case";
	status: TestStatus;
	name: string;
	class: string | undefined;
	failure: string | undefined;
	reason: string | undefined;
}

interface Suite extends SuiteCounts {
	kind: "suite";
	name: string;
	failed: boolean;
	/** Where it failed: SetUp, TearDown, Parent, Child or Test. */
	site: string | undefined;
	failure: string | undefined;
	reason: string | undefined;
}

type Frame = Case | Suite | { kind: "failure" } | { kind: "reason" } | { kind: "other" };

const NUMBERS = ["passed", "warnings", "failed", "skipped", "inconclusive"];

/** Reads one report into the collector. */
export async function readNunit3(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames = new Frames<Frame>();
	let said: ((name: string) => number) | undefined;

	const endSuite = (suite: Suite) => {
		// A tear-down is a failure of its own, whatever failed before it. A set-up fails the tests that it is for.
		if (suite.failed && (suite.failing === 0 || suite.site === "TearDown")) {
			suite.failing++;
			const name = suite.name === "" ? "(test run)" : suite.name;
			collector.add("error", {
				name,
				...(suite.name === "" ? {} : { class: name }),
				...told({
					type: undefined,
					message: present(suite.failure, suite.reason) ?? "It failed, and no test of it did",
				}),
			});
		}
		const parent = frames.nearest("suite");
		if (parent !== undefined) addInnerCounts(parent, suite);
		else if (said !== undefined && suite.cases === 0 && suite.failing === 0) {
			collector.addCounts({
				passed: said("passed") + said("warnings"),
				failed: said("failed"),
				errors: 0,
				skipped: said("skipped") + said("inconclusive"),
				flaky: 0,
			});
		} else if (said !== undefined)
			tellUnlisted(collector, file, { said: said("failed"), listed: suite.failing });
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			const parent = frames.inner;
			if (parent === undefined) {
				if (name !== "test-run") throw otherRoot(file, "NUnit 3", element);
				said = counts(element, NUMBERS, file);
				const run = suiteStart(element);
				// With numbers and no case, the numbers say what failed.
				frames.open({ ...run, name: "", failed: run.failed && said("failed") === 0 });
				return undefined;
			}
			if (name === "test-suite") frames.open(suiteStart(element));
			else if (name === "test-case") frames.open(caseStart(element));
			else if (name === "failure" || name === "reason") frames.open({ kind: name });
			else {
				frames.open({ kind: "other" });
				return name === "message" && (parent.kind === "failure" || parent.kind === "reason");
			}
			return undefined;
		},
		close: (name, text) => {
			const frame = frames.close();
			if (frame?.kind === "suite") endSuite(frame);
			else if (frame?.kind === "case") {
				const { status, failure, reason } = frame;
				countStatus(frames.nearest("suite"), status);
				collector.add(status, {
					...dotnetName(frame.name, frame.class),
					...told({ type: undefined, message: present(failure, reason) }),
				});
			} else if (name === "message" && text !== undefined) {
				const owner = frames.nearest("case", "suite");
				const within = frames.inner?.kind;
				if (owner !== undefined && (within === "failure" || within === "reason")) owner[within] ??= text;
			}
		},
	});
}

function suiteStart(element: XmlElement): Suite {
	return {
		kind: "suite",
		name: element.attribute("fullname") ?? element.attribute("name") ?? "",
		failed: /^(failed|error|invalid|cancelled)$/i.test(element.attribute("result") ?? ""),
		site: element.attribute("site"),
		cases: 0,
		failing: 0,
		failure: undefined,
		reason: undefined,
	};
}

function caseStart(element: XmlElement): Case {
	const type = element.attribute("classname");
	const full = element.attribute("fullname") ?? "";
	const name = element.attribute("name") ?? "";
	return {
		kind: "case",
		status: statusOf(element),
		name: type !== undefined && type !== "" && name !== "" ? name : full === "" ? name : full,
		class: classOf(type, full, name),
		failure: undefined,
		reason: undefined,
	};
}

/** NunitXml.TestLogger has names of classes without their namespace, which would give two classes one name. */
function classOf(type: string | undefined, full: string, name: string): string | undefined {
	if (type === undefined || type === "" || !full.endsWith(`.${name}`)) return type;
	const whole = full.slice(0, -name.length - 1);
	return whole.endsWith(`.${type}`) ? whole : type;
}

function statusOf(element: XmlElement): TestStatus {
	switch (element.attribute("result")?.toLowerCase()) {
		case "passed":
		case "warning":
			return "passed";
		case "failed":
			return /^(error|invalid|cancelled)$/i.test(element.attribute("label") ?? "") ? "error" : "failed";
		case "skipped":
		case "inconclusive":
			return "skipped";
		default:
			return "error";
	}
}

function present(...texts: (string | undefined)[]): string | undefined {
	return texts.find((each) => each !== undefined && each.trim() !== "");
}
