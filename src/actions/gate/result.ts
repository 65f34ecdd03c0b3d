import { z } from "zod";
import { testCountsSchema } from "../../evidence/evidence.js";
import { problemSchema } from "../../runner/problem-schema.js";

/** The result of `gate`: the one source of its type and of `schema/gate.result.v1.json`. */

const verdict = z.enum(["open", "held", "closed"]);
const optional = z.string().optional();

const ratio = z.strictObject({ covered: z.int().min(0), total: z.int().min(0) });

const reason = z.strictObject({
	verdict: z.enum(["held", "closed"]).describe("What this reason alone would make of the gate."),
	code: z.string(),
	service: optional,
	level: optional,
	message: z.string(),
	file: optional,
	line: z.int().positive().optional(),
	fix: z.string().describe("The smallest step that mends it."),
});

const bar = z.strictObject({
	bar: z.enum(["lines", "branches", "functions", "patch", "file", "ratchet"]),
	required: z.number().describe("In percent; of a ratchet the least that the base allows."),
	covered: z.int().min(0).nullable(),
	total: z.int().min(0).nullable(),
	met: z.boolean().nullable().describe("null where the bar was not judged; `note` says why."),
	note: optional,
});

const coverage = z.strictObject({
	files: z.int().min(0),
	lines: ratio.nullable(),
	branches: ratio.nullable(),
	functions: ratio.nullable(),
	statements: ratio.nullable(),
});

const change = z
	.strictObject({
		tests: z.strictObject({ now: z.int().min(0), before: z.int().min(0) }).nullable(),
		lines: z.strictObject({ now: ratio, before: ratio }).nullable(),
	})
	.nullable()
	.describe("What is known of the base by its evidence; null where nothing is.");

const level = z.strictObject({
	level: z.string(),
	due: z.boolean(),
	outcome: z.enum(["passed", "failed", "infrastructure", "missing"]),
	why: z.string(),
	legs: z.int().min(0),
	tests: testCountsSchema.nullable(),
	quarantined: z.int().min(0),
	change,
});

const failure = z.strictObject({
	service: z.string(),
	level: z.string(),
	test: z.string(),
	message: z.string(),
	file: optional,
	line: z.int().positive().optional(),
	excuse: z.enum(["none", "quarantined", "outside"]),
});

export const gateResultSchema = z.strictObject({
	schema: z.literal("gate.result.v1"),
	verdict,
	open: z.boolean(),
	reason: z.string().describe("The first reason, in one line."),
	reasons: z.array(reason),
	commit: z.string(),
	run: z.string().nullable(),
	base: z.string().nullable().describe("The commit that policy and patch were compared with."),
	tests: testCountsSchema,
	coverage: coverage.nullable(),
	patchCoverage: ratio.nullable(),
	change,
	services: z.array(
		z.strictObject({
			service: z.string(),
			due: z.boolean(),
			verdict,
			levels: z.array(level),
			coverage: coverage.nullable(),
			patchCoverage: ratio.nullable(),
			base: z.string().nullable().describe("The commit whose evidence `change` compares with."),
			change,
			thresholds: z.array(bar),
		}),
	),
	total: z.array(bar).describe("`gate.total`, judged where all services are due, and else only reported."),
	unowned: z.array(bar).describe("The bar for added lines of files that no service owns."),
	jobs: z.array(
		z.strictObject({
			job: z.string(),
			result: z.enum(["success", "failure", "cancelled", "skipped"]),
			verdict: z.enum(["good", "held", "closed"]),
			why: z.string(),
		}),
	),
	checks: z
		.array(
			z.strictObject({
				check: z.string().describe("The line of the input `checks`."),
				verdict: z.enum(["succeeded", "failed", "pending", "missing", "own"]),
				why: z.string(),
			}),
		)
		.describe("Check runs and commit statuses that were asked for; empty where they could not be read."),
	mergedCoverage: z
		.string()
		.nullable()
		.describe("The folder with the merged lcov and Cobertura files, relative to the working directory."),
	digests: z.record(z.string(), z.string()).describe("By service: the image that its build left."),
	attestations: z
		.array(
			z.strictObject({
				image: z.string().describe("registry/repository, or oci-layout:PATH as it was named."),
				digest: z.string().describe("Empty where a layout could not be read."),
				attestation: z
					.string()
					.nullable()
					.describe("The digest of the bundle that was attached; null where that failed."),
			}),
		)
		.describe("The images of `attest`, where the gate is open."),
	failures: z.array(failure),
	failuresLeft: z.int().min(0).describe("How many failing tests are not listed."),
	dropped: z.array(z.strictObject({ file: z.string(), why: z.string() })),
	problems: z.array(problemSchema),
});

export type GateResult = z.infer<typeof gateResultSchema>;
