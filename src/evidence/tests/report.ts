import type { Problem } from "../../runner/problem.js";
import type { NotableTest, TestCounts } from "../evidence.js";

/** What a test report says, in the same form for every format. Pure. */

/** How many tests of each kind are listed (evidence.v1). */
export const NOTABLE_LIMIT = 1000;

/** The most of a failure's message that is kept, in characters. */
export const MESSAGE_LIMIT = 4096;

export type TestStatus = "passed" | NotableTest["status"];

export interface TestReport {
	counts: TestCounts;
	/** Failed and erroneous ones first, then flaky, then skipped; at most NOTABLE_LIMIT. */
	notable: NotableTest[];
	/** How many notable tests are not listed. */
	notableLeft: number;
	/** How many of those failed. */
	failedLeft: number;
	/** The worst status of each test that was asked about. */
	statuses: ReadonlyMap<string, TestStatus>;
	problems: Problem[];
}

/** From good to bad. */
const ORDER: readonly TestStatus[] = ["passed", "flaky", "skipped", "failed", "error"];

/** Gathers tests one by one, holding no more than the notable ones. */
export class TestCollector {
	readonly counts: TestCounts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
	readonly problems: Problem[] = [];
	readonly #failing: NotableTest[] = [];
	readonly #flaky: NotableTest[] = [];
	readonly #skipped: NotableTest[] = [];
	readonly #asked: ReadonlySet<string>;
	readonly #statuses = new Map<string, TestStatus>();

	/** `asked` holds names (`class > name`) whose status is wanted, however good it is. */
	constructor(asked: ReadonlySet<string> = new Set()) {
		this.#asked = asked;
	}

	/** Counts one test. */
	add(status: TestStatus, test: Omit<NotableTest, "status">): void {
		this.counts.total++;
		if (status === "failed") this.counts.failed++;
		else if (status === "error") this.counts.errors++;
		else if (status === "skipped") this.counts.skipped++;
		else this.counts.passed++;
		if (status === "flaky") this.counts.flaky++;
		if (this.#asked.size > 0 && this.#asked.has(test.name)) {
			const before = this.#statuses.get(test.name);
			if (before === undefined || ORDER.indexOf(status) > ORDER.indexOf(before))
				this.#statuses.set(test.name, status);
		}
		if (status === "passed") return;
		const list = status === "flaky" ? this.#flaky : status === "skipped" ? this.#skipped : this.#failing;
		if (list.length < NOTABLE_LIMIT) list.push({ ...test, status });
	}

	/** Counts tests of which only the numbers are known. */
	addCounts(counts: Omit<TestCounts, "total">): void {
		this.counts.passed += counts.passed;
		this.counts.failed += counts.failed;
		this.counts.errors += counts.errors;
		this.counts.skipped += counts.skipped;
		this.counts.flaky += counts.flaky;
		this.counts.total += counts.passed + counts.failed + counts.errors + counts.skipped;
	}

	/** Everything so far. */
	report(): TestReport {
		const all = [...this.#failing, ...this.#flaky, ...this.#skipped];
		const notable = all.slice(0, NOTABLE_LIMIT);
		const { failed, errors, flaky, skipped } = this.counts;
		const failing = notable.filter((each) => each.status === "failed" || each.status === "error").length;
		return {
			counts: { ...this.counts },
			notable,
			notableLeft: failed + errors + flaky + skipped - notable.length,
			failedLeft: failed + errors - failing,
			statuses: this.#statuses,
			problems: this.problems,
		};
	}
}
