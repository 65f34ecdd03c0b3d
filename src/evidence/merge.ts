import { addHits } from "./coverage/report.js";
import type { FileCoverage, FileTotals, TestCounts } from "./evidence.js";
import { largerOfEach } from "./figures.js";

/**
 * The union of what shards and legs say. Order and grouping make no difference, and nothing that one shard
 * has covered is lost because another has not seen it. A part that is united twice changes nothing but hits,
 * which are added since they are counts of runs: the figures and what is covered stay the same. Pure.
 */

/** The union by file, line, arm, function and statement; hits are added. Sorted. */
export function mergeCoverage(parts: Iterable<readonly FileCoverage[]>): FileCoverage[] {
	const union = new CoverageUnion();
	for (const files of parts) union.add(files);
	return union.files();
}

/** The union of parts that come one by one, so that no more than it is held. */
export class CoverageUnion {
	readonly #merged = new Map<string, Held>();

	/** How many files there are. */
	get size(): number {
		return this.#merged.size;
	}

	add(files: readonly FileCoverage[]): void {
		for (const file of files) {
			let held = this.#merged.get(file.path);
			if (held === undefined) {
				held = { lines: new Map(), branches: null, functions: null, statements: null, totals: null };
				this.#merged.set(file.path, held);
			}
			for (const [line, hits] of file.lines) held.lines.set(line, addHits(held.lines.get(line) ?? 0, hits));
			held.branches = unite(held.branches, file.branches);
			held.functions = unite(held.functions, file.functions);
			held.statements = uniteStatements(held.statements, file.statements ?? null);
			held.totals = uniteTotals(held.totals, file.totals ?? null);
		}
	}

	/** The files so far, sorted by path. */
	files(): FileCoverage[] {
		return [...this.#merged]
			.map(([path, held]) => ({
				path,
				lines: [...held.lines].sort((a, b) => a[0] - b[0]),
				branches: marks(held.branches),
				functions: marks(held.functions),
				...(held.statements === null
					? {}
					: { statements: [...held.statements.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1)) }),
				...(held.totals === null ? {} : { totals: held.totals }),
			}))
			.sort((a, b) => (a.path < b.path ? -1 : 1));
	}
}

/** Line, name, and whether it was covered in any part. */
type Mark = [number, string, boolean];

interface Held {
	lines: Map<number, number>;
	branches: Map<string, Mark> | null;
	functions: Map<string, Mark> | null;
	statements: Map<string, Statement> | null;
	totals: FileTotals | null;
}

/** Key, how many, and whether they ran in any part. */
type Statement = [string, number, boolean];

function uniteStatements(
	held: Map<string, Statement> | null,
	more: readonly Statement[] | null,
): Map<string, Statement> | null {
	if (more === null) return held;
	const united = held ?? new Map<string, Statement>();
	for (const [key, count, covered] of more) {
		const known = united.get(key);
		united.set(key, [key, Math.max(count, known?.[1] ?? 0), covered || known?.[2] === true]);
	}
	return united;
}

const TOTALS = ["lines", "branches", "functions", "statements"] as const;

/**
 * Numbers of two parts may mean the same lines, so they are never added: the larger of each side is what at
 * least is covered, and at least there.
 */
function uniteTotals(held: FileTotals | null, more: FileTotals | null): FileTotals | null {
	if (more === null) return held;
	const united: FileTotals = { ...held };
	for (const key of TOTALS) {
		const ratio = more[key];
		if (ratio !== undefined) united[key] = largerOfEach(united[key], ratio);
	}
	return united;
}

function unite(held: Map<string, Mark> | null, more: readonly Mark[] | null): Map<string, Mark> | null {
	if (more === null) return held;
	const united = held ?? new Map<string, Mark>();
	for (const [line, name, covered] of more) {
		const key = `${line} ${name}`;
		united.set(key, [line, name, covered || united.get(key)?.[2] === true]);
	}
	return united;
}

function marks(held: Map<string, Mark> | null): Mark[] | null {
	if (held === null) return null;
	return [...held.values()].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
}

/** The sums: different shards and legs are different runs, and a failure in any of them fails. */
export function mergeCounts(parts: Iterable<TestCounts>): TestCounts {
	const sum: TestCounts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
	for (const part of parts) {
		sum.total += part.total;
		sum.passed += part.passed;
		sum.failed += part.failed;
		sum.errors += part.errors;
		sum.skipped += part.skipped;
		sum.flaky += part.flaky;
	}
	return sum;
}
