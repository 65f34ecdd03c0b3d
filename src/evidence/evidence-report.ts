import { z } from "zod";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { problemSchema } from "../runner/problem-schema.js";
import type { CoverageReport, RawFile } from "./coverage/report.js";
import type { CoveredFile } from "./covered-file.js";
import { ratioSchema, type TestCounts, testCountsSchema } from "./evidence.js";
import { type CoverageFigures, figures } from "./figures.js";
import {
	COVERAGE_FORMATS,
	isTestFormat,
	type ReportFormat,
	recogniseBytes,
	TEST_FORMATS,
} from "./formats.js";
import { CoverageUnion, mergeCounts } from "./merge.js";
import { refuseOtherCommit } from "./other-commit.js";
import type { PathAnswer } from "./paths.js";
import { COVERAGE_READERS, TEST_READERS } from "./readers.js";
import { TestCollector } from "./tests/report.js";
import { peek } from "./text.js";

/** What reports say by themselves, without a service, a level or a verdict (`sluice evidence`). */

const coverageSchema = z.strictObject({
	files: z.int().min(0),
	lines: ratioSchema.nullable(),
	branches: ratioSchema.nullable(),
	functions: ratioSchema.nullable(),
	statements: ratioSchema.nullable(),
});

export const evidenceReportSchema = z.strictObject({
	schema: z.literal("evidence-report.v1"),
	files: z.array(
		z.strictObject({
			file: z.string().describe("As it was given."),
			format: z.enum([...TEST_FORMATS, ...COVERAGE_FORMATS]).nullable(),
			tests: testCountsSchema.nullable(),
			coverage: coverageSchema.nullable(),
			problems: z.array(problemSchema).describe("One of severity error: the file is refused."),
		}),
	),
	merged: z
		.strictObject({ tests: testCountsSchema.nullable(), coverage: coverageSchema.nullable() })
		.describe("The union: the files are shards of one run."),
});

export type EvidenceReport = z.infer<typeof evidenceReportSchema>;
export type FileReport = EvidenceReport["files"][number];
export type ReportedCoverage = z.infer<typeof coverageSchema>;

/** What reading needs of the outside. */
export interface ReportSource {
	/** The bytes of a report. */
	open(file: string): AsyncIterable<Uint8Array>;
	/**
	 * How a report's paths become files of the repository; undefined where they stay as they are written, since
	 * there is no repository or the report is not of its working tree.
	 */
	resolver(
		file: string,
	): Promise<((path: string, report: CoverageReport, module: string) => PathAnswer) | undefined>;
	lineCount(path: string): Promise<number | undefined>;
}

export interface ReadEvidence {
	report: EvidenceReport;
	/** The merged coverage, under repository paths where they are known, sorted: which takes a while for many files. */
	coverage(): CoveredFile[];
	/** Paths of it that lead out of the repository, or of wherever the report is: not for handing on. */
	outside: ReadonlySet<string>;
	/** How many files of coverage are files of the repository; null where no paths were resolved. */
	matched: { covered: number; total: number } | null;
}

/** Reads each file; one that is refused does not keep the others from being read. */
export async function readEvidence(files: readonly string[], source: ReportSource): Promise<ReadEvidence> {
	const reports: FileReport[] = [];
	const union = new CoverageUnion();
	const counts: TestCounts[] = [];
	const suites = new Map<string, string>();
	const matched = { covered: 0, total: 0 };
	const outside = new Set<string>();
	let covered = false;
	/** Of the one report of coverage, while there is no other. */
	let alone: ReportedCoverage | null = null;
	let resolved = false;
	for (const file of files) {
		const report: FileReport = { file, format: null, tests: null, coverage: null, problems: [] };
		reports.push(report);
		try {
			const { format, all } = await recogniseSource(source.open(file), file);
			report.format = format;
			if (isTestFormat(format)) {
				const tests = await readTests(format, all, file, suites);
				report.problems.push(...tests.problems);
				// What a report says is all that is in it; the union has a suite that stands in two reports once.
				report.tests = mergeCounts([tests.counts, tests.repeated]);
				counts.push(tests.counts);
				continue;
			}
			const read = await readCoverage(format, all, file, source);
			report.problems.push(...read.problems);
			const own = reportedFigures(figures(read.union.all));
			const { size } = read.union;
			union.absorb(read.union, file);
			report.coverage = own;
			if (read.matched !== null) {
				resolved = true;
				matched.covered += read.matched;
				matched.total += size;
			}
			for (const path of read.outside) outside.add(path);
			alone = covered ? null : own;
			covered = true;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			// A report that is refused repeats nothing.
			for (const [suite, from] of suites) if (from === file) suites.delete(suite);
			const { input: _, ...place } = thrown.place;
			report.problems.push(
				problem("error", thrown.code, thrown.message, { ...place, file, hint: thrown.hint }),
			);
		}
	}
	return {
		report: {
			schema: "evidence-report.v1",
			files: reports,
			merged: {
				tests: counts.length === 0 ? null : mergeCounts(counts),
				coverage: alone ?? (covered ? reportedFigures(figures(union.all)) : null),
			},
		},
		coverage: () => union.files(),
		outside,
		matched: resolved ? matched : null,
	};
}

async function recogniseSource(
	bytes: AsyncIterable<Uint8Array>,
	file: string,
): Promise<{ format: ReportFormat; all: AsyncIterable<Uint8Array> }> {
	const { head, all, close } = await peek(bytes);
	try {
		return { format: recogniseBytes(head, file), all };
	} catch (thrown) {
		await close();
		throw thrown;
	}
}

/** Whether a file was refused. */
export function isRefused({ problems }: FileReport): boolean {
	return problems.some(({ severity }) => severity === "error");
}

async function readTests(
	format: ReportFormat,
	bytes: AsyncIterable<Uint8Array>,
	file: string,
	suites: Map<string, string>,
): Promise<Pick<TestCollector, "counts" | "repeated" | "problems">> {
	const reader = isTestFormat(format) ? TEST_READERS[format] : undefined;
	if (reader === undefined) throw notYet(format, file);
	const collector = new TestCollector(undefined, suites);
	await reader(bytes, file, collector);
	return collector;
}

async function readCoverage(
	format: ReportFormat,
	bytes: AsyncIterable<Uint8Array>,
	file: string,
	source: ReportSource,
): Promise<{ union: CoverageUnion; outside: string[]; matched: number | null; problems: Problem[] }> {
	const reader = isTestFormat(format) ? undefined : COVERAGE_READERS[format];
	if (reader === undefined) throw notYet(format, file);
	// Git answers while the report is read. Where it can't, that is told below, or never for a report that is refused.
	const resolving = source.resolver(file);
	resolving.catch(() => undefined);
	const report = await reader(bytes, file);
	const resolve = await resolving;
	const own: [path: string, raw: RawFile][] = [];
	const foreign: [path: string, raw: RawFile][] = [];
	for (const raw of report.files) {
		const answer = resolve?.(raw.path, report, raw.module) ?? { kind: "none" as const };
		if (answer.kind === "ambiguous") {
			const { candidates } = answer;
			throw new UserError(
				"coverage-path-ambiguous",
				`${file} names '${raw.path.slice(0, 300)}', which may be any of ${candidates.length} files: ${candidates.slice(0, 5).join(", ")}${candidates.length > 5 ? ", …" : ""}`,
				{ file, hint: "Let the tool write paths relative to the service or to the repository." },
			);
		}
		if (answer.kind === "file") own.push([answer.path, raw]);
		else foreign.push([pathAsWritten(raw.path, raw.module), raw]);
	}
	const problems = [...report.problems];
	if (resolve !== undefined) {
		await refuseOtherCommit(source, own, file, report.format);
		if (foreign.length > 0) problems.push(unmatchedProblem(file, own.length, foreign));
	}
	// Two written paths may be one file.
	const union = new CoverageUnion();
	for (const [path, raw] of own) union.take(path, raw, report, file);
	const matched = union.size;
	for (const [path, raw] of foreign) union.take(path, raw, report, file);
	const outside = foreign.map(([path]) => path).filter((path) => leadsOut(path, resolve !== undefined));
	return { union, outside, matched: resolve === undefined ? null : matched, problems };
}

/** Whether a path leaves the folder that it is relative to. An absolute one does where there is a repository. */
function leadsOut(path: string, inRepository: boolean): boolean {
	if (/^([/\\]|[A-Za-z]:)/.test(path)) return inRepository;
	if (!path.includes("..")) return false;
	let depth = 0;
	for (const segment of path.split("/")) {
		if (segment === "..") depth--;
		else if (segment !== "" && segment !== ".") depth++;
		if (depth < 0) return true;
	}
	return false;
}

/** With `/` on every machine; files of two modules keep two names. */
function pathAsWritten(path: string, module: string): string {
	const slashed = path.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
	return module === "" ? slashed : `${module}/${slashed}`;
}

function unmatchedProblem(
	file: string,
	own: number,
	foreign: readonly (readonly [path: string, raw: RawFile])[],
): Problem {
	const named = foreign.slice(0, 3).map(([path]) => JSON.stringify(path.slice(0, 200)));
	const more = foreign.length > named.length ? ` and ${foreign.length - named.length} more` : "";
	return problem(
		"notice",
		"coverage-unmatched",
		`${foreign.length} of ${own + foreign.length} files in ${file} are no files of the repository: ${named.join(", ")}${more}`,
		{ file, hint: "They count here under the paths that the report gives; the gate leaves them out." },
	);
}

/** Lines are null where a report tells only of something else. */
function reportedFigures({
	files,
	lines,
	branches,
	functions,
	statements,
}: CoverageFigures): ReportedCoverage {
	const others = [branches, functions, statements];
	const silent = lines.total === 0 && others.some((each) => each !== null && each.total > 0);
	return { files, lines: silent ? null : lines, branches, functions, statements };
}

function notYet(format: ReportFormat, file: string): UserError {
	return new UserError("report-format", `${file} is a report that Sluice does not read yet (${format})`, {
		file,
	});
}
