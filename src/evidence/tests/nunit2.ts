import { readXml, type XmlElement } from "../xml.js";
import { dotnetName } from "./dotnet-name.js";
import { addInnerCounts, countStatus, Frames, type SuiteCounts } from "./frames.js";
import type { TestCollector, TestStatus } from "./report.js";
import { counts, tellUnlisted, told } from "./told.js";
import { otherRoot } from "./xml-root.js";

/**
 * NUnit 2's `test-results` (https://docs.nunit.org/2.6.4/files/Results.xsd), also written by karma, jest and mono
 * tools. Cases are counted. The attributes of the root count what ran (`total`) apart from what did not (`not-run`).
 */

interface Case {
	kind: "case";
	name: string;
	status: TestStatus;
	message: string | undefined;
}

interface Suite extends SuiteCounts {
	kind: "suite";
	name: string;
	/** It says of itself that it failed. */
	failed: boolean;
	message: string | undefined;
}

type Frame = Case | Suite | { kind: "told" } | { kind: "other" };

const NUMBERS = ["total", "errors", "failures", "not-run", "inconclusive", "invalid"];

/** Reads one report into the collector. */
export async function readNunit2(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames = new Frames<Frame>();
	let said: ((name: string) => number) | undefined;

	const endSuite = (suite: Suite) => {
		// A tear-down that fails marks its suite and nothing else: not even the root's numbers tell of it.
		if (suite.failed && suite.failing === 0) {
			suite.failing++;
			collector.add("error", {
				name: suite.name === "" ? "(suite)" : suite.name,
				...(suite.name === "" ? {} : { class: suite.name }),
				...told({
					type: undefined,
					message: suite.message ?? "The suite failed, and no test of it did: its set-up or tear-down failed",
				}),
			});
		}
		const parent = frames.nearest("suite");
		if (parent !== undefined) addInnerCounts(parent, suite);
		else if (said !== undefined) endRun(said, suite, file, collector);
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			const parent = frames.inner;
			if (parent === undefined) {
				if (name !== "test-results") throw otherRoot(file, "NUnit 2", element);
				said = counts(element, NUMBERS, file);
				frames.open({ kind: "suite", name: "", failed: false, cases: 0, failing: 0, message: undefined });
				return undefined;
			}
			if (name === "test-suite") frames.open(suiteStart(element));
			else if (name === "test-case") {
				frames.open({
					kind: "case",
					name: element.attribute("name") ?? "",
					status: statusOf(element),
					message: undefined,
				});
			} else if (name === "failure" || name === "reason") frames.open({ kind: "told" });
			else {
				frames.open({ kind: "other" });
				return name === "message" && parent.kind === "told";
			}
			return undefined;
		},
		close: (name, text) => {
			const frame = frames.close();
			if (frame?.kind === "suite") endSuite(frame);
			else if (frame?.kind === "case") {
				countStatus(frames.nearest("suite"), frame.status);
				collector.add(frame.status, {
					...dotnetName(frame.name),
					...told({ type: undefined, message: frame.message }),
				});
			} else if (name === "message" && text !== undefined) {
				const owner = frames.nearest("case", "suite");
				if (owner !== undefined) owner.message ??= text;
			}
		},
	});
}

function suiteStart(element: XmlElement): Suite {
	const result = element.attribute("result")?.toLowerCase();
	return {
		kind: "suite",
		name: element.attribute("name") ?? "",
		failed:
			result === undefined
				? element.attribute("success")?.toLowerCase() === "false" && !isSkipped(element)
				: /^(failure|failed|error|notrunnable|cancelled)$/.test(result),
		cases: 0,
		failing: 0,
		message: undefined,
	};
}

/** Versions before 2.5 write no `result`, but whether a test was executed and succeeded. */
function statusOf(element: XmlElement): TestStatus {
	switch (element.attribute("result")?.toLowerCase()) {
		case "success":
		case "passed":
			return "passed";
		case "failure":
		case "failed":
			return "failed";
		case "ignored":
		case "skipped":
		case "inconclusive":
			return "skipped";
		case undefined:
			if (isSkipped(element)) return "skipped";
			return element.attribute("success")?.toLowerCase() === "true" ? "passed" : "failed";
		// Error, Cancelled, NotRunnable (NUnit's exit code counts it among the failures), and what nobody knows.
		default:
			return "error";
	}
}

function isSkipped(element: XmlElement): boolean {
	return element.attribute("executed")?.toLowerCase() === "false";
}

/** A run that lists no case is counted by its numbers. */
function endRun(said: (name: string) => number, run: Suite, file: string, collector: TestCollector): void {
	if (run.cases > 0 || run.failing > 0) {
		tellUnlisted(collector, file, { said: said("errors") + said("failures"), listed: run.failing });
		return;
	}
	const failed = said("failures");
	const errors = said("errors") + said("invalid");
	const notRun = said("not-run");
	const inconclusive = said("inconclusive");
	// `not-run` holds the invalid ones, which are errors here.
	const skipped = inconclusive + Math.max(0, notRun - said("invalid"));
	const passed = Math.max(0, said("total") - failed - said("errors") - inconclusive);
	collector.addCounts({ passed, failed, errors, skipped, flaky: 0 });
}
