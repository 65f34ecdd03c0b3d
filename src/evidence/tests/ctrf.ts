import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readJson } from "../json.js";
import { type Event, isEvent, noCount, noTest, ownCount, ownText, ownValue } from "./event-lines.js";
import { MESSAGE_LIMIT, type TestCollector, type TestStatus } from "./report.js";
import { placed } from "./tap-diagnostic.js";

/**
 * CTRF (https://ctrf.io/docs/specification). The tests are counted, and the summary only where there are none.
 * A status that CTRF does not know, and `other` without a word that says why, are errors.
 */

const STATUSES = ["passed", "failed", "skipped", "pending", "other"] as const;

/** What tools call tests that did not run, where their status becomes `other`. */
const SKIPPED_WORDS = new Set([
	"todo",
	"pending",
	"skipped",
	"disabled",
	"ignored",
	"focused",
	"notrun",
	"not_run",
]);

/** Reads one report into the collector. A file without results of CTRF is a UserError. */
export async function readCtrf(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	let summary: Event | undefined;
	let marked = false;
	let tests = 0;
	const listed = new Map<string, number>();

	await readJson(source, file, {
		pick: (path) => {
			const [top, key, index] = path;
			if (path.length === 1) return top === "reportFormat" || (top === "results" ? false : "skip");
			if (path.length === 2) return key === "summary" || (key === "tests" || key === "tool" ? false : "skip");
			if (path.length === 3 && key === "tests" && typeof index !== "number")
				throw noTest(file, "results.tests");
			if (path.length === 3)
				return key === "tests" ? typeof index === "number" : key === "tool" && index === "name";
			return false;
		},
		take: (path, value) => {
			const [top, key] = path;
			if (top === "reportFormat") marked ||= value === "CTRF";
			else if (key === "tool") marked = true;
			else if (key === "summary") summary = isEvent(value) ? value : summary;
			else if (isEvent(value)) {
				tests++;
				const status = ownText(value, "status") ?? "";
				if (listed.size < 100 || listed.has(status)) listed.set(status, (listed.get(status) ?? 0) + 1);
				addTest(value, status, collector);
			} else throw noTest(file, "results.tests");
		},
	});

	if (!marked || (summary === undefined && tests === 0)) {
		throw new UserError("report-format", `${file} is no CTRF report: it has no 'results' of a 'tool'`, {
			file,
			hint: "CTRF has results.tool, results.summary and results.tests.",
		});
	}
	if (summary === undefined) return;
	const numbers = summary;
	const said = (key: string) => {
		const value = ownCount(numbers, key);
		if (value === undefined) throw noCount(file, `results.summary.${key}`);
		return value;
	};
	if (tests === 0) addSummary(said, collector);
	else compare(said, tests, listed, file, collector);
}

function addTest(test: Event, status: string, collector: TestCollector): void {
	const ended = statusOf(test, status);
	const suite = suiteOf(test);
	const name = ownText(test, "name") ?? "";
	const first = ended === "flaky" ? firstFailedTry(test) : undefined;
	const message = ownText(test, "message") ?? ownText(test, "trace") ?? (first && ownText(first, "message"));
	const type = ended === "error" && status !== "" ? status : undefined;
	const line = ownValue(test, "line");
	collector.add(ended, {
		// Some reporters write the whole path as the name, or as the suite too.
		name:
			suite === "" || name === suite || name.startsWith(`${suite} > `)
				? name || "(no name)"
				: `${suite} > ${name}`,
		...(suite === "" ? {} : { class: suite }),
		...(type === undefined ? {} : { type: type.slice(0, 300) }),
		...(message === undefined || message === "" ? {} : { message: message.slice(0, MESSAGE_LIMIT) }),
		...placed(ownText(test, "filePath") ?? "", typeof line === "number" ? `${line}` : undefined),
	});
}

function statusOf(test: Event, status: string): TestStatus {
	if (status === "passed") {
		const tries = Number(ownValue(test, "retries")) > 0 || firstFailedTry(test) !== undefined;
		const retried = tries && ownValue(test, "flaky") !== false;
		return ownValue(test, "flaky") === true || retried ? "flaky" : "passed";
	}
	if (status === "failed") return "failed";
	if (status === "skipped" || status === "pending") return "skipped";
	const word = ownText(test, "rawStatus")?.toLowerCase() ?? "";
	return status === "other" && SKIPPED_WORDS.has(word) ? "skipped" : "error";
}

/** A text, or since version 0.0.1 of the schema a list of the suites' names. */
function suiteOf(test: Event): string {
	const suite = ownValue(test, "suite");
	if (typeof suite === "string") return suite;
	return Array.isArray(suite) ? suite.filter((each) => typeof each === "string").join(" > ") : "";
}

function firstFailedTry(test: Event): Event | undefined {
	const tries = ownValue(test, "retryAttempts");
	if (!Array.isArray(tries)) return undefined;
	return tries.find((each): each is Event => isEvent(each) && ownText(each, "status") === "failed");
}

function addSummary(said: (key: string) => number, collector: TestCollector): void {
	const [passed, failed, skipped, pending, other] = STATUSES.map(said);
	const flaky = Math.min(said("flaky"), passed ?? 0);
	const one = (status: "failed" | "error", times: number) => {
		const named = Math.min(times, 100);
		for (let index = 0; index < named; index++)
			collector.add(status, { name: "CTRF", message: "The summary says so, and the report lists no test" });
		return times - named;
	};
	collector.addCounts({
		failed: one("failed", failed ?? 0),
		errors: one("error", other ?? 0),
		passed: passed ?? 0,
		skipped: (skipped ?? 0) + (pending ?? 0),
		flaky,
	});
}

function compare(
	said: (key: string) => number,
	tests: number,
	listed: ReadonlyMap<string, number>,
	file: string,
	collector: TestCollector,
): void {
	const differs = [
		{ what: "tests", said: said("tests"), has: tests },
		...STATUSES.map((status) => ({
			what: status,
			said: said(status),
			has: listed.get(status) ?? 0,
		})),
	].filter((each) => each.said !== each.has);
	if (differs.length === 0) return;
	collector.problems.push(
		problem(
			"warning",
			"report-counts-differ",
			`${file}: the summary says ${differs.map((each) => `${each.said} ${each.what}`).join(", ")}, and the tests are ${differs.map(({ what, has }) => `${has} ${what}`).join(", ")}`,
			{
				file,
				hint: "The tests are what counts. One that is missing shows only in the command's exit code.",
			},
		),
	);
}
