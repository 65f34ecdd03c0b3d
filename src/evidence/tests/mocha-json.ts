import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readJson } from "../json.js";
import {
	type Event,
	isEvent,
	noCount,
	noTest,
	ownCount,
	ownObject,
	ownText,
	ownValue,
} from "./event-lines.js";
import { MESSAGE_LIMIT, type TestCollector } from "./report.js";

/**
 * mocha's `json` reporter. Its lists `passes`, `failures` and `pending` are counted: `tests` leaves hooks out
 * that failed, and `stats.failures` counts them. A test that passed and then called `done` again stands in two.
 */

const LISTS = new Set(["passes", "failures", "pending"]);
const HOOK = /^"(?:before|after)(?: all| each)" hook\b/;

/** Reads one report into the collector. A file without mocha's numbers is a UserError. */
export async function readMochaJson(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	let stats: Event | undefined;
	const listed = { passes: 0, failures: 0, pending: 0 };
	/** Failed ones, as far as they may stand in `passes` too. */
	const failed = new Set<string>();
	let twice = 0;

	await readJson(source, file, {
		pick: (path) => {
			const [list, index] = path;
			if (path.length === 0) return false;
			if (typeof index === "string" && typeof list === "string" && LISTS.has(list)) throw noTest(file, list);
			if (list === "stats" || typeof index === "number") return path.length === (list === "stats" ? 1 : 2);
			return typeof list === "string" && LISTS.has(list) ? false : "skip";
		},
		take: ([list], value) => {
			if (!isEvent(value)) throw list === "stats" ? noCount(file, "stats") : noTest(file, `${list}`);
			if (list === "stats") stats = value;
			else if (list === "failures") {
				listed.failures++;
				failed.add(identity(value));
				addFailure(value, collector);
			} else if (list === "pending") {
				listed.pending++;
				collector.add("skipped", named(value));
			} else if (list === "passes") {
				listed.passes++;
				if (failed.delete(identity(value))) twice++;
				else collector.add(Number(ownValue(value, "currentRetry")) > 0 ? "flaky" : "passed", named(value));
			}
		},
	});

	if (stats === undefined) {
		throw new UserError("report-format", `${file} is no report of mocha: it has no 'stats'`, {
			file,
			hint: "Write it with: mocha --reporter json",
		});
	}
	const numbers = stats;
	const count = (key: string) => {
		const value = ownCount(numbers, key);
		if (value === undefined) throw noCount(file, `stats.${key}`);
		return value;
	};
	const said = { passes: count("passes"), failures: count("failures"), pending: count("pending") };
	if (listed.passes + listed.failures + listed.pending === 0) {
		addNumbers(said, collector);
		return;
	}
	const differs = (["passes", "failures", "pending"] as const).filter((key) => said[key] !== listed[key]);
	// Before a test is called done twice it has passed; versions differ in whether both are counted.
	if (differs.length === 0 || (twice > 0 && said.failures === listed.failures)) return;
	collector.problems.push(
		problem(
			"warning",
			"report-counts-differ",
			`${file}: mocha's numbers say ${differs.map((key) => `${said[key]} ${key}`).join(", ")}, and its lists have ${differs.map((key) => listed[key]).join(", ")}`,
			{ file, hint: "The lists are what counts. Was the report changed or merged after the run?" },
		),
	);
}

function addFailure(test: Event, collector: TestCollector): void {
	const error = ownObject(test, "err");
	const message = (error && (ownText(error, "message") ?? ownText(error, "stack"))) ?? "";
	const type = error && (ownText(error, "name") ?? ownText(error, "code"));
	collector.add(HOOK.test(ownText(test, "title") ?? "") ? "error" : "failed", {
		...named(test),
		...(type === undefined ? {} : { type: type.slice(0, 300) }),
		...(message === "" ? {} : { message: message.slice(0, MESSAGE_LIMIT) }),
	});
}

/** `fullTitle` is the titles of the suites and the test, with a space between. */
function named(test: Event): { name: string; class?: string; file?: string } {
	const title = ownText(test, "title") ?? "";
	const full = ownText(test, "fullTitle") ?? title;
	const suite = title !== "" && full.endsWith(` ${title}`) ? full.slice(0, -title.length - 1) : "";
	const file = ownText(test, "file");
	return {
		name: suite === "" ? full || "(no name)" : `${suite} > ${title}`,
		...(suite === "" ? {} : { class: suite }),
		...(file === undefined || file === "" ? {} : { file }),
	};
}

/** The same object of mocha's, in two of its lists. */
function identity(test: Event): string {
	return JSON.stringify(["file", "fullTitle", "duration", "currentRetry"].map((key) => ownValue(test, key)));
}

function addNumbers(
	said: { passes: number; failures: number; pending: number },
	collector: TestCollector,
): void {
	const named = Math.min(said.failures, 100);
	for (let index = 0; index < named; index++)
		collector.add("failed", { name: "mocha", message: "The report says that a test failed and lists none" });
	collector.addCounts({
		passed: said.passes,
		failed: said.failures - named,
		errors: 0,
		skipped: said.pending,
		flaky: 0,
	});
}
