import { cutText } from "../runner/cut-text.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import type { CoverageReport, RawFile } from "./coverage/report.js";
import type { CoveredFile } from "./covered-file.js";
import { isTestFormat, type ReportFormat, recogniseBytes } from "./formats.js";
import { CoverageUnion } from "./merge.js";
import { refuseOtherCommit } from "./other-commit.js";
import type { RepositoryPaths } from "./paths.js";
import { COVERAGE_READERS, TEST_READERS } from "./readers.js";
import { TestCollector, type TestReport } from "./tests/report.js";
import { peek } from "./text.js";

/** Finding and reading the reports of one service. Effects come through the port. */

export interface ReportFile {
	/** Repository path. */
	path: string;
	/** Milliseconds since 1970, by the file system's own clock. */
	modified: number;
}

export interface ReportFiles {
	/** Regular files below a folder of the repository that one of the globs matches, sorted; links are not followed. */
	find(folder: string, globs: readonly string[]): Promise<readonly ReportFile[]>;
	/** The bytes of a file, from disk, as a stream. */
	open(path: string): AsyncIterable<Uint8Array>;
	/** How many lines a file of the repository has, or undefined where it can't be read. */
	lineCount(path: string): Promise<number | undefined>;
}

export interface ReportRequest {
	/** Repository path of the service's folder. */
	service: string;
	/** Globs relative to it. */
	results: readonly string[];
	coverage: readonly string[];
	/** Files last written before it are left out as stale. Undefined takes all. */
	since?: number | undefined;
	/** Whether git tracks a file: a report of a commit says nothing of this run. */
	tracked: ReadonlySet<string>;
	repository: RepositoryPaths;
	/** The absolute path of the repository. */
	root: string;
	/** Tests whose status is wanted, however good it is. */
	asked?: ReadonlySet<string> | undefined;
}

export interface Reports {
	/** Null where no results are asked for. */
	tests: TestReport | null;
	coverage: { files: CoveredFile[]; unmatched: string[] } | null;
	/** Files that were read. */
	read: string[];
	/** Files that match and are older than `since`. */
	stale: string[];
	/** What is asked for and has no file, with the globs. */
	missing: { kind: "results" | "coverage"; globs: readonly string[] }[];
	problems: Problem[];
}

/** Lists of foreign paths end here: a report of installed packages names tens of thousands. */
const UNMATCHED_LIMIT = 1000;

/**
 * Reads everything that the globs match. A report that is malformed, cut off, of another kind than it is
 * declared as, tracked by git, or of another commit is a UserError that says where.
 */
export async function readReports(files: ReportFiles, request: ReportRequest): Promise<Reports> {
	const reports: Reports = { tests: null, coverage: null, read: [], stale: [], missing: [], problems: [] };
	const find = async (kind: "results" | "coverage", globs: readonly string[]) => {
		const found = await files.find(request.service, globs);
		const fresh = found.filter((each) => request.since === undefined || each.modified >= request.since);
		reports.stale.push(...found.filter((each) => !fresh.includes(each)).map((each) => each.path));
		if (fresh.length === 0) reports.missing.push({ kind, globs });
		for (const { path } of fresh) refuseTracked(path, request.tracked);
		reports.read.push(...fresh.map((each) => each.path));
		return fresh.map((each) => each.path);
	};

	if (request.results.length > 0) {
		const collector = new TestCollector(request.asked);
		for (const path of await find("results", request.results)) {
			const { format, source } = await open(files, path);
			const reader = isTestFormat(format) ? TEST_READERS[format] : undefined;
			if (reader === undefined) throw otherKind(path, "results", `a coverage report (${format})`);
			await reader(source, path, collector);
		}
		const tests = collector.report();
		for (const test of tests.notable) {
			if (test.file === undefined) continue;
			const answer = request.repository.resolve(test.file, {
				service: request.service,
				sources: [],
				root: request.root,
			});
			if (answer.kind === "file") test.file = answer.path;
			else delete test.file;
			if (answer.kind !== "file") delete test.line;
		}
		reports.problems.push(...tests.problems);
		reports.tests = tests;
	}
	if (request.coverage.length > 0) {
		const union = new CoverageUnion();
		let reported = false;
		const unmatched = new Set<string>();
		for (const path of await find("coverage", request.coverage)) {
			const report = await readCoverage(files, path);
			reports.problems.push(...report.problems);
			const matched = matchFiles(report, path, request);
			for (const each of matched.unmatched) unmatched.add(each);
			await refuseOtherCommit(files, matched.files, path, report.format);
			for (const [own, raw] of matched.files) union.take(own, raw, report, path);
			reported = true;
		}
		if (reported) {
			if (unmatched.size > UNMATCHED_LIMIT) {
				reports.problems.push(
					problem(
						"notice",
						"coverage-unmatched",
						`${unmatched.size} paths in reports are no files of the repository`,
						{
							hint: `The first ${UNMATCHED_LIMIT} are listed.`,
						},
					),
				);
			}
			reports.coverage = {
				files: union.files(),
				unmatched: [...unmatched].sort().slice(0, UNMATCHED_LIMIT),
			};
		}
	}
	return reports;
}

async function open(
	files: ReportFiles,
	path: string,
): Promise<{ format: ReportFormat; source: AsyncIterable<Uint8Array> }> {
	const { head, all } = await peek(files.open(path));
	return { format: recogniseBytes(head, path), source: all };
}

async function readCoverage(files: ReportFiles, path: string): Promise<CoverageReport> {
	const { format, source } = await open(files, path);
	const reader = isTestFormat(format) ? undefined : COVERAGE_READERS[format];
	if (reader === undefined) throw otherKind(path, "coverage", `a test report (${format})`);
	return reader(source, path);
}

function refuseTracked(path: string, tracked: ReadonlySet<string>): void {
	if (!tracked.has(path)) return;
	throw new UserError("report-tracked", `${path} is a report that git tracks, so it may be of another run`, {
		file: path,
		hint: `Remove it from the repository (git rm --cached) and add it to .gitignore.`,
	});
}

function otherKind(path: string, declared: string, is: string): UserError {
	return new UserError("report-kind", `${path} is declared under '${declared}' and is ${is}`, {
		file: path,
		hint: "Correct 'results' and 'coverage' of the level, or narrow their globs.",
	});
}

function matchFiles(
	report: CoverageReport,
	file: string,
	request: ReportRequest,
): { files: [path: string, raw: RawFile][]; unmatched: string[] } {
	const matched: [string, RawFile][] = [];
	const unmatched: string[] = [];
	for (const raw of report.files) {
		const answer = request.repository.resolve(raw.path, {
			service: request.service,
			sources: report.sources,
			root: request.root,
			module: raw.module,
		});
		if (answer.kind === "ambiguous") {
			const { candidates } = answer;
			const shown = candidates.slice(0, 5).join(", ") + (candidates.length > 5 ? ", …" : "");
			throw new UserError(
				"coverage-path-ambiguous",
				`${file} names '${cutText(raw.path, 300)}', which may be any of ${candidates.length} files: ${shown}`,
				{ file, hint: "Let the tool write paths relative to the service or to the repository." },
			);
		}
		if (answer.kind === "none") unmatched.push(cutText(raw.path, 500));
		else matched.push([answer.path, raw]);
	}
	return { files: matched, unmatched };
}
