import { cutText } from "../../runner/cut-text.js";
import type { Problem } from "../../runner/problem.js";
import type { NotableTest, TestCounts } from "../evidence.js";

/** What a test report says, in the same form for every format. Pure. */

/** How many tests of each kind are listed (evidence.v1). */
export const NOTABLE_LIMIT = 1000;

/** The most of a failure's message that is kept, in characters. */
export const MESSAGE_LIMIT = 4096;

/** The most of any other text of a test that is kept, in characters. */
const TEXT_LIMIT = 4096;

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

/** Whether a test of this status lets its run fail. */
export function isFailure(status: TestStatus): boolean {
	return status === "failed" || status === "error";
}

/** A point that a collector can be taken back to. */
export interface CollectorMark {
	counts: TestCounts;
	failing: number;
	flaky: number;
	skipped: number;
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
	readonly #statuses = new Map<string, TestStatus>();

	/** Suites by what is in them, and the report that each came from: an aggregate repeats the suites of other files. */
	readonly suites: Map<string, string>;

	/** What was counted and then taken back, since another report holds it too. */
	readonly repeated: TestCounts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

	/** `asked` holds names (`class > name`) whose status is wanted, however good it is. */
	readonly asked: ReadonlySet<string>;

	/** Collectors that share `suites` count a suite once among them. */
	constructor(asked: ReadonlySet<string> = new Set(), suites: Map<string, string> = new Map()) {
		this.asked = asked;
		this.suites = suites;
	}

	/** Counts one test. */
	add(status: TestStatus, test: Omit<NotableTest, "status">): void {
		this.counts.total++;
		if (status === "failed") this.counts.failed++;
		else if (status === "error") this.counts.errors++;
		else if (status === "skipped") this.counts.skipped++;
		else this.counts.passed++;
		if (status === "flaky") this.counts.flaky++;
		if (this.asked.size > 0 && this.asked.has(test.name)) {
			const before = this.#statuses.get(test.name);
			if (before === undefined || ORDER.indexOf(status) > ORDER.indexOf(before))
				this.#statuses.set(test.name, status);
		}
		if (status === "passed") return;
		const list = status === "flaky" ? this.#flaky : status === "skipped" ? this.#skipped : this.#failing;
		if (list.length < NOTABLE_LIMIT) list.push(detached({ ...test, status }));
	}

	/** Counts a test that passed and whose name nobody asks for. */
	addPassed(): void {
		this.counts.total++;
		this.counts.passed++;
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

	/** Where the collector stands now, for rewind. */
	mark(): CollectorMark {
		return {
			counts: { ...this.counts },
			failing: this.#failing.length,
			flaky: this.#flaky.length,
			skipped: this.#skipped.length,
		};
	}

	/** Forgets the tests that were added since the mark. The statuses stay: what is repeated says the same again. */
	rewind(mark: CollectorMark): void {
		for (const key of Object.keys(mark.counts) as (keyof TestCounts)[])
			this.repeated[key] += this.counts[key] - mark.counts[key];
		Object.assign(this.counts, mark.counts);
		this.#failing.length = mark.failing;
		this.#flaky.length = mark.flaky;
		this.#skipped.length = mark.skipped;
	}

	/** Everything so far. */
	report(): TestReport {
		const all = [...this.#failing, ...this.#flaky, ...this.#skipped];
		const notable = all.slice(0, NOTABLE_LIMIT);
		const { failed, errors, flaky, skipped } = this.counts;
		const failing = notable.filter((each) => isFailure(each.status)).length;
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

/**
 * The same test with texts of its own: a piece of a string keeps the whole of it in memory, and here that is a
 * piece of the report. Readers cut messages, and reports may hold half a character: it would be no text in JSON.
 */
function detached(test: NotableTest): NotableTest {
	const texts = Object.entries(test).map(([key, value]) => [
		key,
		typeof value === "string"
			? Buffer.from(cutText(value, TEXT_LIMIT).toWellFormed(), "utf16le").toString("utf16le")
			: value,
	]);
	return Object.fromEntries(texts) as NotableTest;
}
