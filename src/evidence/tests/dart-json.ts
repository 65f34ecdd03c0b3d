import { UserError } from "../../runner/errors.js";
import { type Event, ownObject, ownText, ownValue, readEvents } from "./event-lines.js";
import { isFailure, MESSAGE_LIMIT, type TestCollector } from "./report.js";
import { placed } from "./tap-diagnostic.js";

/**
 * `dart test --reporter json` and `flutter test --machine`, by the protocol that package:test documents
 * (doc/json_reporter.md). Hidden tests (loading, set-up and tear-down of all) count only if they fail. A test
 * may fail after it is done, and a run that is not done, or not with success, is an error.
 */

interface Test {
	name: string;
	suite: string;
	file: string;
	line: string | undefined;
	result: "running" | "passed" | "failed" | "error" | "skipped";
	hidden: boolean;
	/** Its metadata say that it is skipped: protocol 0.1.0 tells it nowhere else. */
	skip: boolean;
	message: string | undefined;
	/** Why it is skipped. */
	reason: string | undefined;
}

/** Tests that run at once, and those that are done and may still fail. */
const RUNNING_LIMIT = 500_000;
const DONE_LIMIT = 10_000;
const SUITES_LIMIT = 100_000;

/** Reads one report into the collector. A line that is no JSON though it begins so is a UserError. */
export async function readDartJson(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const reader = new DartReader(file, collector);
	await readEvents(source, file, { event: (event, line) => reader.event(event, line) });
	reader.end();
}

class DartReader {
	readonly #file: string;
	readonly #collector: TestCollector;
	readonly #suites = new Map<unknown, string>();
	readonly #running = new Map<unknown, Test>();
	/** The last ones that are done, and those before them: between DONE_LIMIT and twice as many are held. */
	#done = new Map<unknown, Test>();
	#older = new Map<unknown, Test>();
	#failing = 0;
	#events = 0;
	/** Whether the run was successful: undefined before it is done, null if it was given up. */
	#success: unknown;
	#isDone = false;

	constructor(file: string, collector: TestCollector) {
		this.#file = file;
		this.#collector = collector;
	}

	event(event: Event, line: number): void {
		const type = ownText(event, "type");
		if (type === undefined) return;
		this.#events++;
		if (type === "start") {
			// Another run in the same file, whose numbers begin anew.
			if (this.#events > 1) this.#endRun();
		} else if (type === "suite") {
			const suite = ownObject(event, "suite");
			if (suite !== undefined && this.#suites.size < SUITES_LIMIT)
				this.#suites.set(ownValue(suite, "id"), ownText(suite, "path") ?? "");
		} else if (type === "testStart") this.#start(ownObject(event, "test"), line);
		else if (type === "testDone") this.#end(event);
		else if (type === "error") this.#fail(event);
		else if (type === "done") {
			// Of several ends, one that is no success stands.
			if (!this.#isDone || this.#success === true) this.#success = ownValue(event, "success");
			this.#isDone = true;
		}
	}

	end(): void {
		if (this.#events === 0) {
			throw new UserError("report-format", `${this.#file} has no event of Dart's test runner`, {
				file: this.#file,
				hint: "Write it with: dart test --file-reporter json:FILE",
			});
		}
		this.#endRun();
	}

	#endRun(): void {
		for (const test of [...this.#older.values(), ...this.#done.values()]) this.#add(test);
		for (const test of this.#running.values()) this.#addUnended(test);
		if (!this.#isDone) this.#runError("The report has no end: the run was stopped, or it was cut off");
		else if (this.#success !== true && this.#failing === 0)
			this.#runError("The run says that it was no success, and no test failed");
		this.#suites.clear();
		this.#running.clear();
		this.#done = new Map();
		this.#older = new Map();
		this.#failing = 0;
		this.#success = undefined;
		this.#isDone = false;
	}

	#addUnended(test: Test): void {
		this.#add({ ...test, result: "error", message: test.message ?? "The test began and did not end" });
	}

	#start(test: Event | undefined, line: number): void {
		if (test === undefined) return;
		if (this.#running.size >= RUNNING_LIMIT) {
			throw new UserError("report-limit", `${this.#file} has more than ${RUNNING_LIMIT} tests at once`, {
				file: this.#file,
				line,
				hint: "The report is damaged, or its tests never end.",
			});
		}
		const suite = this.#suites.get(ownValue(test, "suiteID")) ?? "";
		// A test that a function of another file makes has the place of that call as its root.
		const root = ownText(test, "root_url") === undefined ? "" : "root_";
		const url = ownText(test, `${root}url`) ?? "";
		const at = ownValue(test, `${root}line`);
		const file = url.startsWith("file://") ? pathOf(url) : suite;
		const metadata = ownObject(test, "metadata");
		const id = ownValue(test, "id");
		const before = this.#running.get(id);
		if (before !== undefined) this.#addUnended(before);
		this.#running.set(id, {
			name: ownText(test, "name") ?? "",
			suite,
			file,
			line: typeof at === "number" && url.startsWith("file://") ? `${at}` : undefined,
			result: "running",
			hidden: false,
			skip: metadata !== undefined && ownValue(metadata, "skip") === true,
			message: undefined,
			reason: metadata === undefined ? undefined : ownText(metadata, "skipReason"),
		});
	}

	#end(event: Event): void {
		const id = ownValue(event, "testID");
		const test = this.#running.get(id) ?? unknownTest(id);
		this.#running.delete(id);
		const result = ownText(event, "result");
		test.hidden = ownValue(event, "hidden") === true;
		if (result === "success") {
			// An error that was told before stands.
			const skipped = ownValue(event, "skipped") ?? test.skip;
			if (test.result === "running") test.result = skipped === true ? "skipped" : "passed";
		} else test.result = result === "failure" ? "failed" : "error";
		this.#hold(id, test);
	}

	#hold(id: unknown, test: Test): void {
		const before = this.#done.get(id);
		if (before !== undefined) this.#add(before);
		this.#done.set(id, test);
		if (this.#done.size < DONE_LIMIT) return;
		for (const each of this.#older.values()) this.#add(each);
		this.#older = this.#done;
		this.#done = new Map();
	}

	#fail(event: Event): void {
		const id = ownValue(event, "testID");
		const message = (ownText(event, "error") ?? "").slice(0, MESSAGE_LIMIT);
		let test = this.#running.get(id) ?? this.#done.get(id) ?? this.#older.get(id);
		if (test === undefined) {
			// It was counted long ago, and failed after all.
			test = unknownTest(id);
			this.#hold(id, test);
		}
		test.message ??= message;
		test.hidden = false;
		if (test.result !== "error") test.result = ownValue(event, "isFailure") === true ? "failed" : "error";
	}

	#add({ name, suite, file, line, result, hidden, message: failure, reason }: Test): void {
		const status = result === "running" ? "error" : result;
		const message = failure ?? (status === "skipped" ? reason : undefined);
		if (status === "passed" && hidden) return;
		if (isFailure(status)) this.#failing++;
		const own = name === "" ? "(no name)" : name;
		this.#collector.add(status, {
			name: suite === "" ? own : `${suite} > ${own}`,
			...(suite === "" ? {} : { class: suite }),
			...(message === undefined || message === "" ? {} : { message }),
			...placed(file, line),
		});
	}

	#runError(message: string): void {
		this.#collector.add("error", { name: "dart test", message });
	}
}

function unknownTest(id: unknown): Test {
	return {
		name: `test ${typeof id === "number" || typeof id === "string" ? id : "without a number"}`,
		suite: "",
		file: "",
		line: undefined,
		result: "running",
		hidden: false,
		skip: false,
		message: undefined,
		reason: undefined,
	};
}

function pathOf(url: string): string {
	try {
		const path = decodeURIComponent(new URL(url).pathname);
		return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
	} catch {
		return "";
	}
}
