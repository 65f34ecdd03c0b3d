import { z } from "zod";

/**
 * `evidence.v1`: what one leg of one test level of one service (or its build) left behind, written by `run`,
 * uploaded, and read by the gate. Readers ignore keys they do not know.
 */

/** One test that did not simply pass. Passed tests are only counted: their names would make gigabytes. */
export const notableTestSchema = z.object({
	/** `class > name`, or the bare name where there is no class. */
	name: z.string(),
	/** The class alone: what follows it and ` > ` in `name` is the bare name. */
	class: z.string().optional(),
	status: z.enum(["failed", "error", "skipped", "flaky"]),
	/** The failure's type and message, cut at 4 KiB; never the test's output. */
	type: z.string().optional(),
	message: z.string().optional(),
	file: z.string().optional(),
	line: z.int().positive().optional(),
});

export const testCountsSchema = z.object({
	/** total = passed + failed + errors + skipped; flaky ones are among the passed. */
	total: z.int().min(0),
	passed: z.int().min(0),
	failed: z.int().min(0),
	errors: z.int().min(0),
	skipped: z.int().min(0),
	flaky: z.int().min(0),
});

export const ratioSchema = z
	.object({ covered: z.int().min(0), total: z.int().min(0) })
	.refine(({ covered, total }) => covered <= total, "more is covered than there is");

/** What a report says of a file in numbers alone, where it gives no detail. */
export const fileTotalsSchema = z.object({
	lines: ratioSchema.optional(),
	branches: ratioSchema.optional(),
	functions: ratioSchema.optional(),
	statements: ratioSchema.optional(),
});

/** The state of a source file: lcov's VER, one of each kind (hashes of one length are), and by line a hash of 31 bits of lcov's checksum of the line. */
export const fileStateSchema = z.object({
	versions: z.array(z.string()).optional(),
	checksums: z.array(z.tuple([z.int().positive(), z.int().min(0)])).optional(),
});

/** Coverage of one file: hits by line, and branches, functions and statements where the format has them. */
export const fileCoverageSchema = z.object({
	/** Repository path. */
	path: z.string(),
	/** Pairs of line and hits, ascending by line. */
	lines: z.array(z.tuple([z.int().positive(), z.int().min(0)])),
	/**
	 * [line, key, covered]: a key is the format's name, a space, and what tells arms of one line apart in that
	 * format (keys without a format are of an unknown one); null where no format has branches.
	 */
	branches: z.array(z.tuple([z.int().positive(), z.string(), z.boolean()])).nullable(),
	/** [line, the format's name, a space and the function's name, covered]; null where no format has functions. */
	functions: z.array(z.tuple([z.int().min(0), z.string(), z.boolean()])).nullable(),
	/**
	 * [key, how many, covered]; absent or null where the format has no statements. A key is the format's name, a
	 * space, and what tells the statement apart in that format: statements of two formats are never added.
	 */
	statements: z
		.array(z.tuple([z.string(), z.int().min(0), z.boolean()]))
		.nullable()
		.optional(),
	/** Of reports that give numbers alone for this file; absent or null where none does. */
	totals: fileTotalsSchema.nullable().optional(),
	/**
	 * What a tool says of the state of the source that it counted in; absent or null where none does. Coverage of
	 * two states is never united.
	 */
	state: fileStateSchema.nullable().optional(),
});

/** What a leg is made of, so that one of several that is missing can be told. */
export const legPartsSchema = z.object({
	/** How many jobs the matrix makes; null where the runner does not say. */
	total: z.int().positive().nullable(),
	/** The values of the job's matrix, as dotted path and text, sorted; null for a job without one. */
	matrix: z.array(z.tuple([z.string(), z.string()])).nullable(),
	/** Which part of the level's tests this is. */
	shard: z.object({ index: z.int().positive(), count: z.int().positive() }).nullable(),
	/** What tells two runs of one level in one job apart. */
	name: z.string().nullable(),
});

export const evidenceSchema = z.object({
	schema: z.literal("evidence.v1"),
	service: z.string(),
	/** A test level, or `build`. */
	level: z.string(),
	leg: z.string(),
	/** How many legs this job's matrix has for this level, where the runner says so; else null. */
	legs: z.int().positive().nullable(),
	/** Absent in evidence of older versions, whose legs can only be counted. */
	legParts: legPartsSchema.optional(),
	/** GITHUB_REPOSITORY; absent or null where it is not known. */
	repository: z.string().nullable().optional(),
	commit: z.string(),
	/** GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB; null in a terminal. */
	run: z.string().nullable(),
	attempt: z.int().positive(),
	job: z.string().nullable(),
	outcome: z.enum(["passed", "failed", "infrastructure"]),
	/** Why, in one line. */
	reason: z.string(),
	exitCode: z.int().nullable(),
	/** The version that the command was given. */
	version: z.string().nullable(),
	/** sha256:... or sha512:..., of a build. */
	digest: z
		.string()
		.regex(/^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/)
		.nullable(),
	/** Whether the level declares results and coverage; without results the command's exit is the evidence. */
	declares: z.object({ results: z.boolean(), coverage: z.boolean() }),
	tests: testCountsSchema.nullable(),
	/** Failed, erroneous, flaky and skipped tests, failed ones first, at most 1,000. */
	notable: z.array(notableTestSchema),
	/** How many notable tests are not listed. */
	notableLeft: z.int().min(0),
	coverage: z
		.object({
			files: z.array(fileCoverageSchema),
			/** Paths in reports that are no file of the repository. */
			unmatched: z.array(z.string()),
		})
		.nullable(),
	/** The last lines of output, at most 4 KiB; only of a level that declares no results. */
	output: z.string().nullable(),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type LegParts = z.infer<typeof legPartsSchema>;
export type NotableTest = z.infer<typeof notableTestSchema>;
export type TestCounts = z.infer<typeof testCountsSchema>;
export type FileTotals = z.infer<typeof fileTotalsSchema>;
export type FileCoverage = z.infer<typeof fileCoverageSchema>;

/** Figures of coverage, as integers; null where the format does not say. */
export interface Ratio {
	covered: number;
	total: number;
}

/** The folder that the gate writes the merged coverage to; not hidden, so that it can be uploaded. */
export const COVERAGE_FOLDER = "sluice-coverage";

/** The folder that evidence is written to; never a dot folder, since upload-artifact leaves hidden files out. */
export const EVIDENCE_FOLDER = "sluice-evidence";

/** Where a build leaves an OCI layout, one folder per service: not hidden, so that it can be uploaded. */
export const IMAGE_FOLDER = "sluice-image";

/** `<service>.<level>.<leg>.a<attempt>.json` (CONTRACT). `leg` holds only letters, digits, `-` and `_`. */
export function evidenceFileName(evidence: Pick<Evidence, "service" | "level" | "leg" | "attempt">): string {
	return `${evidence.service}.${evidence.level}.${evidence.leg}.a${evidence.attempt}.json`;
}
