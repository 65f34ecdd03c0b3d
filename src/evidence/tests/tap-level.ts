import type { TestCollector } from "./report.js";
import type { TapDiagnostic } from "./tap-diagnostic.js";
import type { TestPoint } from "./tap-line.js";

/** The test points of one indentation of TAP: their plan, their numbers, and what failed among them. Pure. */

export type Failing = { status: "failed" | "error"; test: Parameters<TestCollector["add"]>[1] };

/** Test points of one indentation, up to the point that ends them. */
export interface Level {
	/** `outer > inner`, as far as it is known before its point. */
	name: string;
	plan: number | undefined;
	planSkips: string | undefined;
	count: number;
	/** The next number when all before were there; `ahead` has those that came too early. */
	next: number;
	ahead: Set<number>;
	complaint: string | undefined;
	/** Held until it is known whether a TODO excuses them; at most NOTABLE_LIMIT. */
	failing: Failing[];
	failed: number;
	/** The last point, of which a diagnostic may still come. */
	pending: Pending | undefined;
	/** What `# Subtest: name` said since the last point. */
	announced: string | undefined;
}

export interface Pending {
	point: TestPoint;
	/** The subtests that it ends. */
	inner: Level | undefined;
	diagnostic: TapDiagnostic | undefined;
	comments: string;
}

/** How many test points may come out of their order at once. */
const AHEAD_LIMIT = 100_000;

export function levelNamed(name: string): Level {
	return {
		name,
		plan: undefined,
		planSkips: undefined,
		count: 0,
		next: 1,
		ahead: new Set(),
		complaint: undefined,
		failing: [],
		failed: 0,
		pending: undefined,
		announced: undefined,
	};
}

/** Counts a point: numbers may come in any order, but each once. */
export function countPoint(level: Level, number: number | undefined): void {
	const id = number ?? level.next;
	level.count++;
	if (id === level.next) {
		level.next++;
		while (level.ahead.delete(level.next)) level.next++;
	} else if (id < level.next || level.ahead.has(id) || level.ahead.size >= AHEAD_LIMIT) {
		level.complaint ??= `The number of test ${id} is there twice or out of place`;
	} else level.ahead.add(id);
}

/** What is wrong with a level's plan and numbers. */
export function complaintOf(level: Level): string | undefined {
	if (level.plan === undefined) {
		return level.count === 0
			? "There is no plan and no test: the report is empty, or was cut off"
			: `There is no plan after ${level.count} tests: the run did not end, or the report was cut off`;
	}
	if (level.plan !== level.count) return `The plan says ${level.plan} tests, and ${level.count} ran`;
	if (level.ahead.size > 0) return `Test ${level.next} is missing`;
	return level.complaint;
}
