import { readXml, type XmlElement } from "../xml.js";
import { dotnetName } from "./dotnet-name.js";
import { countStatus, Frames, type SuiteCounts } from "./frames.js";
import type { TestCollector, TestStatus } from "./report.js";
import { counts, type Told, tellUnlisted, told } from "./told.js";
import { otherRoot } from "./xml-root.js";

/**
 * xUnit.net's XML, versions 1 to 3 (https://xunit.net/docs/format-xml-v2, https://xunit.net/docs/format-xml-v3):
 * `assemblies` or one `assembly` with `test` elements. The `errors` of an assembly are failures outside of tests
 * (set-up, clean-up, discovery, a crash), and its numbers of failed tests know nothing of them.
 */

interface Case {
	kind: "case";
	status: TestStatus;
	name: string;
	type: string | undefined;
	file: string | undefined;
	line: number | undefined;
	failure: Told | undefined;
	reason: string | undefined;
}

interface Assembly extends SuiteCounts {
	kind: "assembly";
	name: string;
	said: (name: string) => number;
	errors: number;
}

interface ErrorFrame {
	kind: "error";
	what: string;
	failure: Told | undefined;
}

type Frame = Case | Assembly | ErrorFrame | { kind: "failure" } | { kind: "other" };

const NUMBERS = ["passed", "failed", "skipped", "not-run", "errors"];

/** Reads one report into the collector. */
export async function readXunit(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames = new Frames<Frame>();

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			const parent = frames.inner;
			if (parent === undefined && name !== "assemblies" && name !== "assembly")
				throw otherRoot(file, "xUnit.net", element);
			if (name === "assembly") {
				const path = element.attribute("name") ?? "";
				const said = counts(element, NUMBERS, file);
				frames.open({
					kind: "assembly",
					name: path === "" ? "(assembly)" : path,
					said,
					cases: 0,
					failing: 0,
					errors: 0,
				});
			} else if (name === "test") frames.open(caseStart(element));
			else if (name === "error") {
				const what = [element.attribute("type"), element.attribute("name")];
				frames.open({
					kind: "error",
					what: what.filter((each) => each !== undefined && each !== "").join(": "),
					failure: undefined,
				});
			} else if (name === "failure") {
				const held = frames.nearest("case", "error");
				const failure = { type: element.attribute("exception-type"), message: undefined };
				if (held !== undefined) held.failure ??= failure;
				frames.open({ kind: "failure" });
			} else {
				frames.open({ kind: "other" });
				return (
					(name === "message" && (parent?.kind === "failure" || parent?.kind === "other")) ||
					(name === "reason" && parent?.kind === "case")
				);
			}
			return undefined;
		},
		close: (name, text) => {
			const frame = frames.close();
			const within = frames.nearest("assembly");
			if (frame?.kind === "case") {
				// No runner writes a failure into a test that passed: something has changed the result.
				if (frame.failure !== undefined && frame.status === "passed") frame.status = "failed";
				countStatus(within, frame.status);
				addCase(frame, collector);
			} else if (frame?.kind === "error") {
				if (within !== undefined) within.errors++;
				const path = within?.name ?? "(assembly)";
				const named = frame.what === "" ? path : frame.what;
				collector.add("error", { name: named, class: path, ...told(frame.failure) });
			} else if (frame?.kind === "assembly") endAssembly(frame, file, collector);
			else if (text !== undefined && text.trim() !== "") {
				const held = frames.nearest("case", "error");
				if (held?.kind === "case" && (name === "reason" || frames.inner?.kind === "other"))
					held.reason ??= text;
				else if (held?.failure !== undefined) held.failure.message ??= text;
			}
		},
	});
}

function caseStart(element: XmlElement): Case {
	const type = element.attribute("type");
	const line = Number(element.attribute("source-line"));
	const name = element.attribute("name") ?? "";
	return {
		kind: "case",
		status: statusOf(element.attribute("result")),
		name: name === "" ? (element.attribute("method") ?? "") : name,
		type: type === "" ? undefined : type,
		file: element.attribute("source-file"),
		line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
		failure: undefined,
		reason: undefined,
	};
}

function statusOf(result: string | undefined): TestStatus {
	switch (result?.toLowerCase()) {
		case "pass":
			return "passed";
		case "fail":
			return "failed";
		case "skip":
		case "notrun":
			return "skipped";
		default:
			return "error";
	}
}

function addCase(test: Case, collector: TestCollector): void {
	const { failure, reason } = test;
	collector.add(test.status, {
		...dotnetName(test.name, test.type),
		...told({ type: failure?.type, message: failure?.message ?? reason }),
		...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
		...(test.line === undefined ? {} : { line: test.line }),
	});
}

/** What an assembly says and does not list: all of it where it lists no test, else errors only. */
function endAssembly(assembly: Assembly, file: string, collector: TestCollector): void {
	const { name, said, cases, failing, errors } = assembly;
	if (cases > 0) tellUnlisted(collector, file, { said: said("failed"), listed: failing + errors });
	else {
		collector.addCounts({
			passed: said("passed"),
			failed: said("failed"),
			errors: 0,
			skipped: said("skipped") + said("not-run"),
			flaky: 0,
		});
	}
	if (errors === 0 && said("errors") > 0) {
		const message = `The assembly says that it had ${said("errors")} errors and lists none`;
		collector.add("error", { name, class: name, message });
	}
}
