import { z } from "zod";
import { notableTestSchema, testCountsSchema } from "../../evidence/evidence.js";
import { problemSchema } from "../../runner/problem-schema.js";

/** `run.result.v1`. */

export const outcomeSchema = z.enum(["passed", "failed", "infrastructure"]);

const ratioSchema = z.object({ covered: z.int().min(0), total: z.int().min(0) });

/** One level of tests, or the build, or another command. */
export const stepResultSchema = z.object({
	/** A level's name, `build`, `deploy` or `promote`. */
	name: z.string(),
	outcome: outcomeSchema,
	/** Why, in one line. */
	reason: z.string(),
	exitCode: z.int().nullable(),
	/** How often the command was run. */
	tries: z.int().positive(),
	/** Milliseconds, of all tries. */
	duration: z.int().min(0),
	/** Relative to the working directory; null for deploy and promote, which leave none. */
	evidenceFile: z.string().nullable(),
	tests: testCountsSchema.nullable(),
	/** Failed and erroneous tests that nothing excuses, at most 1,000. */
	failing: z.array(notableTestSchema),
	quarantined: z.array(notableTestSchema),
	flaky: z.array(notableTestSchema),
	coverage: z
		.object({
			files: z.int().min(0),
			lines: ratioSchema,
			branches: ratioSchema.nullable(),
			functions: ratioSchema.nullable(),
			statements: ratioSchema.nullable(),
			/** Paths in reports that are no file of the repository. */
			unmatched: z.int().min(0),
		})
		.nullable(),
});

export const runResultSchema = z.object({
	schema: z.literal("run.result.v1"),
	service: z.string(),
	endpoint: z.string(),
	/** The worst of all steps. */
	outcome: outcomeSchema,
	reason: z.string(),
	commit: z.string(),
	version: z.string().nullable(),
	/** The image with its tag, as the command got it. */
	image: z.string().nullable(),
	/** sha256:..., of a build. */
	digest: z.string().nullable(),
	/** Where a build left an OCI layout, relative to the working directory. */
	layout: z.string().nullable(),
	steps: z.array(stepResultSchema),
	problems: z.array(problemSchema),
});

export type RunResult = z.infer<typeof runResultSchema>;
export type StepResult = z.infer<typeof stepResultSchema>;
