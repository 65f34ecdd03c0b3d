import { type CoverageReport, NameTables, type RawFile } from "./coverage/report.js";
import { CoveredFile } from "./covered-file.js";
import type { FileCoverage, FileTotals, TestCounts } from "./evidence.js";
import { addWritten } from "./written-coverage.js";

/**
 * The union of what shards and legs say. Order and grouping make no difference, and nothing that one shard
 * has covered is lost because another has not seen it. A part that is united twice changes nothing but hits,
 * which are added since they are counts of runs: the figures and what is covered stay the same. Pure.
 */

/** The union by file, line, arm, function and statement; hits are added. Sorted; the parts stay as they are. */
export function mergeCoverage(parts: Iterable<readonly CoveredFile[]>): CoveredFile[] {
	const union = new CoverageUnion();
	for (const files of parts) union.add(files);
	return union.files();
}

/** The union of parts that come one by one, so that no more than it is held. */
export class CoverageUnion {
	#files = new Map<string, CoveredFile>();
	#tables: NameTables | undefined;

	/** How many files there are. */
	get size(): number {
		return this.#files.size;
	}

	/**
	 * Takes a file of a report under its path in the repository. Its arrays become the union's where they can: the
	 * report, whose own path is `file`, is not to be used any more.
	 * @throws UserError `report-of-another-commit` where the file was counted in another state of the source
	 */
	take(path: string, raw: RawFile, report: CoverageReport, file?: string): void {
		const detail = {
			format: report.format,
			branches: report.hasBranches ? raw.branches : undefined,
			functions: report.hasFunctions ? raw.functions : undefined,
			statements: report.hasStatements ? raw.statements : undefined,
		};
		this.#tables ??= raw.tables;
		let held = this.#files.get(path);
		if (held === undefined && this.#tables === raw.tables) {
			held = new CoveredFile(path, this.#tables, raw.lines);
			held.state = raw.state;
			held.put(detail);
			this.#files.set(path, held);
		} else {
			held ??= this.#make(path);
			held.addState(raw.state, file);
			held.lines.addAll(raw.lines);
			held.addDetail(detail);
		}
		if (raw.totals !== undefined) held.addTotals(knownTotals(raw.totals));
	}

	/**
	 * Adds parts, which stay as they are.
	 * @throws UserError `report-of-another-commit` where a file was counted in another state of the source
	 */
	add(files: Iterable<CoveredFile>): void {
		for (const file of files) (this.#files.get(file.path) ?? this.#make(file.path)).add(file);
	}

	/**
	 * Adds all of another union, which is not to be used any more.
	 * @throws UserError `report-of-another-commit` as `add` does, before anything is added
	 */
	absorb(other: CoverageUnion, file?: string): void {
		for (const { path, state } of other.#files.values()) this.#files.get(path)?.refuseOtherState(state, file);
		if (this.#files.size > 0) {
			this.add(other.#files.values());
			return;
		}
		this.#files = other.#files;
		this.#tables = other.#tables;
	}

	/** Adds a file as evidence has it. */
	addWritten(written: FileCoverage): void {
		addWritten(this.#files.get(written.path) ?? this.#make(written.path), written);
	}

	/** The files so far, in no order. */
	get all(): Iterable<CoveredFile> {
		return this.#files.values();
	}

	/** The files so far, sorted by path. */
	files(): CoveredFile[] {
		return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	#make(path: string): CoveredFile {
		this.#tables ??= new NameTables();
		const made = new CoveredFile(path, this.#tables);
		this.#files.set(path, made);
		return made;
	}
}

function knownTotals(totals: NonNullable<RawFile["totals"]>): FileTotals {
	return Object.fromEntries(Object.entries(totals).filter(([, ratio]) => ratio !== undefined));
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
