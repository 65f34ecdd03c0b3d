import { z } from "zod";
import { problemSchema } from "../../runner/problem-schema.js";

/** What `sluice registry doctor` found. Pure. */

const answerSchema = z
	.enum(["yes", "no", "unknown"])
	.describe("unknown: nothing could be seen, and `detail` says what would show it.");

export type Answer = z.infer<typeof answerSchema>;

export const diagnosisSchema = z.strictObject({
	schema: z.literal("registry-doctor.v1"),
	registry: z.string().describe("host[:port]."),
	repository: z.string(),
	address: z.string().describe("Where its API was asked."),
	authentication: z.strictObject({
		scheme: z.enum(["none", "basic", "bearer", "unknown"]),
		tokenService: z.string().nullable(),
		credentials: z.string().nullable().describe("Where they were found; null: asked anonymously."),
	}),
	permissions: z.array(
		z.strictObject({
			permission: z.enum(["pull", "push", "delete"]),
			answer: answerSchema,
			detail: z.string(),
		}),
	),
	capabilities: z.array(
		z.strictObject({
			capability: z.enum([
				"referrers",
				"mount",
				"chunked-upload",
				"single-request-upload",
				"cancel-upload",
				"tag-deletion",
				"immutable-tags",
				"sha512-blobs",
				"sha512-manifests",
			]),
			answer: answerSchema,
			detail: z.string(),
		}),
	),
	left: z.array(z.string()).describe("What the probes wrote and could not take back."),
	requests: z.array(
		z.strictObject({
			method: z.string(),
			url: z.string().describe("Without its query's values."),
			status: z.int().nullable().describe("null: no answer."),
			milliseconds: z.int(),
		}),
	),
	problems: z.array(problemSchema),
});

export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type Capability = Diagnosis["capabilities"][number]["capability"];
export type Permission = Diagnosis["permissions"][number]["permission"];
export type SeenRequest = Diagnosis["requests"][number];
/** An answer and how it was seen. */
export interface Finding {
	answer: Answer;
	detail: string;
}
