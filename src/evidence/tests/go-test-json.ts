import { UserError } from "../../runner/errors.js";
import { type Event, ownText, readEvents } from "./event-lines.js";
import { GoPackageRun, type GoResult } from "./go-package.js";
import { OutputTail } from "./output-tail.js";
import type { TestCollector } from "./report.js";
import { placed } from "./tap-diagnostic.js";

/**
 * `go test -json` (https://pkg.go.dev/cmd/test2json#hdr-Output_Format) and gotestsum's `--jsonfile`. As in
 * gotestsum, a test with subtests counts like each of them. A test that began and did not end failed, and a
 * package that failed without a failed test (build, TestMain, a crash) is an error.
 */

interface Failure {
	result: GoResult;
	pkg: string;
	times: number;
	/** Passed when it was run again. */
	passedLater: boolean;
}

interface Packages {
	current: GoPackageRun;
	/** What is said after the run has ended: of a run of its own, if one follows. */
	next: GoPackageRun | undefined;
	/** Results of a run that may be a retry of failed tests, undefined where it is none. */
	again: GoResult[] | undefined;
}

/** Failures that can turn out to be flaky, tests that run at once, and the results of one retry that are held. */
const HELD_LIMIT = 100_000;
const RUNNING_LIMIT = 500_000;
const BUILDS_LIMIT = 1000;

/** What only a run has: Go before 1.20 writes no `start`, and for a package that does not build nothing but its end. */
const BEGINS = new Set(["start", "run", "pass", "fail", "skip", "bench"]);

/** How a package that could not be run is told outside of the events. */
const FAILED_AS_TEXT = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;

/** Reads one report into the collector. A line that is no JSON though it begins so is a UserError. */
export async function readGoTestJson(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const reader = new GoTestReader(file, collector);
	await readEvents(source, file, {
		event: (event, line) => reader.event(event, line),
		other: (text) => reader.other(text),
	});
	reader.end();
}

class GoTestReader {
	readonly #file: string;
	readonly #collector: TestCollector;
	readonly #packages = new Map<string, Packages>();
	readonly #failures = new Map<string, Failure>();
	/** What compilers said, by the package that they could not build. */
	readonly #builds = new Map<string, OutputTail>();
	readonly #failedBuilds = new Set<string>();
	/** Lines that are no events: what older versions of Go say of a build. */
	readonly #text = new OutputTail();
	/** Packages that failed by such lines. */
	readonly #failedAsText = new Set<string>();
	#running = 0;
	#events = 0;

	constructor(file: string, collector: TestCollector) {
		this.#file = file;
		this.#collector = collector;
	}

	other(text: string): void {
		this.#text.add(`${text}\n`);
		const failed = FAILED_AS_TEXT.exec(text)?.[1];
		if (failed !== undefined && this.#failedAsText.size < BUILDS_LIMIT) this.#failedAsText.add(failed);
	}

	event(event: Event, line: number): void {
		const action = ownText(event, "Action");
		if (action === undefined) return;
		this.#events++;
		if (action === "build-output" || action === "build-fail") {
			this.#build(action, event);
			return;
		}
		const name = ownText(event, "Package") ?? "";
		const test = ownText(event, "Test");
		const entry = this.#package(name, action, event);
		if (entry === undefined) return;
		const { current } = entry;
		const before = current.running;
		if (action === "output") current.output(test, ownText(event, "Output") ?? "");
		else if (action === "run" && test !== undefined) this.#result(entry, current.run(test));
		else if (action === "pass" || action === "fail" || action === "skip" || action === "bench") {
			if (test === undefined) this.#endPackage(entry, action, ownText(event, "FailedBuild"));
			else {
				const status = action === "fail" ? "failed" : action === "skip" ? "skipped" : "passed";
				this.#result(entry, current.end(test, status));
			}
		}
		this.#running += current.running - before;
		if (this.#running > RUNNING_LIMIT) {
			throw new UserError("report-limit", `${this.#file} has more than ${RUNNING_LIMIT} tests at once`, {
				file: this.#file,
				line,
				hint: "The report is damaged, or its tests never end.",
			});
		}
	}

	end(): void {
		if (this.#events === 0) {
			throw new UserError("report-format", `${this.#file} has no event of go test -json`, {
				file: this.#file,
				hint: "Write it with: go test -json ./... > FILE",
			});
		}
		for (const [name, entry] of this.#packages) {
			if (entry.current.ended) continue;
			for (const result of entry.current.endAll(false)) this.#result(entry, result);
			this.#decideRetry(entry);
			this.#packageError(name, "did not end: the run was stopped, or the report was cut off", entry.current);
		}
		for (const name of this.#failedAsText) {
			if (this.#packages.has(name)) continue;
			this.#collector.add("error", { name, type: "build", ...said(this.#text.text()) });
		}
		for (const build of this.#failedBuilds) {
			this.#collector.add("error", { name: build, type: "build", ...said(this.#builds.get(build)?.text()) });
		}
		for (const failure of this.#failures.values()) this.#addFailure(failure);
	}

	#build(action: string, event: Event): void {
		const path = ownText(event, "ImportPath") ?? "";
		if (action === "build-fail") {
			if (this.#failedBuilds.size < BUILDS_LIMIT) this.#failedBuilds.add(path);
			else this.#collector.add("error", { name: path, type: "build" });
			return;
		}
		let tail = this.#builds.get(path);
		if (tail === undefined) {
			if (this.#builds.size >= BUILDS_LIMIT) return;
			tail = new OutputTail();
			this.#builds.set(path, tail);
		}
		tail.add(ownText(event, "Output") ?? "");
	}

	/**
	 * The run of a package that an event belongs to. After a run has ended, output alone begins no other one: a
	 * process that it left behind may still write.
	 */
	#package(name: string, action: string, event: Event): Packages | undefined {
		const known = this.#packages.get(name);
		if (known === undefined) {
			const entry = { current: new GoPackageRun(name), next: undefined, again: undefined };
			this.#packages.set(name, entry);
			return entry;
		}
		if (!known.current.ended) return known;
		if (!BEGINS.has(action)) {
			known.next ??= new GoPackageRun(name);
			if (action === "output") known.next.output(undefined, ownText(event, "Output") ?? "");
			return undefined;
		}
		known.current = known.next ?? new GoPackageRun(name);
		known.next = undefined;
		known.again = [];
		return known;
	}

	/**
	 * gotestsum --rerun-fails runs a package once more with nothing but failed tests. A run that has any other
	 * test is a run of its own (-race, other tags), whose results stand beside the first ones.
	 */
	#result(entry: Packages, result: GoResult | undefined): void {
		if (result === undefined) return;
		const { again } = entry;
		if (again !== undefined) {
			again.push(result);
			const root = result.test.split("/", 1)[0] ?? "";
			if (this.#failures.has(keyOf(entry.current.name, root)) && again.length < HELD_LIMIT) return;
			entry.again = undefined;
			for (const each of again) this.#count(entry.current.name, each);
			return;
		}
		this.#count(entry.current.name, result);
	}

	#decideRetry(entry: Packages): void {
		const { again, current } = entry;
		entry.again = undefined;
		const failed = new Set<string>();
		for (const result of again ?? []) if (result.status === "failed") failed.add(result.test);
		for (const result of again ?? []) {
			const failure = this.#failures.get(keyOf(current.name, result.test));
			// A sibling that passed is counted already.
			if (failure === undefined) {
				if (result.status === "failed") this.#count(current.name, result);
			} else if (result.status === "failed") failure.passedLater = false;
			else if (result.status === "passed" && !failed.has(result.test)) failure.passedLater = true;
		}
	}

	#count(pkg: string, result: GoResult): void {
		if (result.status !== "failed") {
			const { name, class: className } = named(pkg, result.test);
			this.#collector.add(result.status, {
				name,
				...className,
				...(result.status === "skipped" ? said(result.message) : {}),
			});
			return;
		}
		const key = keyOf(pkg, result.test);
		const known = this.#failures.get(key);
		if (known !== undefined) known.times++;
		else if (this.#failures.size < HELD_LIMIT)
			this.#failures.set(key, { result, pkg, times: 1, passedLater: false });
		else this.#addFailure({ result, pkg, times: 1, passedLater: false });
	}

	#addFailure({ result, pkg, times, passedLater }: Failure): void {
		const { name, class: className } = named(pkg, result.test);
		// A test that failed several times in one run (-count) is not excused by a retry.
		const status = passedLater && times === 1 ? "flaky" : "failed";
		for (let index = 0; index < times; index++)
			this.#collector.add(status, {
				name,
				...className,
				...said(result.message),
				...place(pkg, result.message),
			});
	}

	#endPackage(entry: Packages, action: string, failedBuild: string | undefined): void {
		const { current } = entry;
		for (const result of current.endAll(action !== "fail")) this.#result(entry, result);
		this.#decideRetry(entry);
		if (failedBuild !== undefined) this.#failedBuilds.delete(failedBuild);
		if (action !== "fail" || current.failed > 0) return;
		if (failedBuild !== undefined) {
			const text = this.#builds.get(failedBuild)?.text();
			this.#collector.add("error", {
				name: current.name,
				type: "build",
				...said(text ?? current.text()),
			});
			return;
		}
		this.#packageError(current.name, "failed without a failed test", current);
	}

	#packageError(name: string, what: string, run: GoPackageRun): void {
		const own = run.text();
		const text = own.includes("[build failed]") || own.includes("[setup failed]") ? this.#text.text() : "";
		this.#collector.add("error", {
			name: name === "" ? "(package)" : name,
			...said(`The package ${what}\n${[own, text].filter((each) => each !== "").join("\n")}`.trim()),
		});
	}
}

function keyOf(pkg: string, test: string): string {
	return `${pkg}\0${test}`;
}

function named(pkg: string, test: string): { name: string; class: { class?: string } } {
	return pkg === "" ? { name: test, class: {} } : { name: `${pkg} > ${test}`, class: { class: pkg } };
}

function said(message: string | undefined): { message?: string } {
	return message === undefined || message === "" ? {} : { message };
}

/** `    price_test.go:11: got 5`: Go names only the file, which lies in the package's folder. */
function place(pkg: string, message: string): { file?: string; line?: number } {
	const match = /^\s*([\w.-]{1,255}\.go):(\d+): /m.exec(message);
	if (match !== null) return placed(pkg === "" ? (match[1] ?? "") : `${pkg}/${match[1]}`, match[2]);
	const trace = /^\t(\S{1,4096}_test\.go):(\d+)/m.exec(message);
	return trace === null ? {} : placed(trace[1] ?? "", trace[2]);
}
