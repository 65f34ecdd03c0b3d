import { z } from "zod";
import { problemSchema } from "../../runner/problem-schema.js";

/** The result of `promote`: the one source of its type and of `schema/promote.result.v1.json`. */

const digest = z.string().describe("sha256:...");
const destination = z.string().describe("registry/repository, or oci-layout:PATH");

export const promoteResultSchema = z.strictObject({
	schema: z.literal("promote.result.v1"),
	outcome: z.enum(["planned", "promoted", "unchanged", "refused", "rolled-back", "residue"]),
	cause: z
		.enum(["rule", "request", "outside"])
		.nullable()
		.describe(
			"Why it did not end well: a rule said no, the request is wrong, or a registry, the network or a signal. null where it did.",
		),
	dryRun: z.boolean(),
	planDigest: digest.nullable().describe("null where no plan could be made."),
	images: z.array(
		z.strictObject({
			service: z.string().nullable(),
			source: z.string(),
			destination,
			digest,
			mediaType: z.string(),
			status: z.enum(["planned", "promoted", "unchanged", "failed"]),
			tags: z.array(
				z.strictObject({
					tag: z.string(),
					before: digest.nullable().describe("null where the tag did not exist."),
					after: digest,
					mayStay: z.boolean().describe("A roll-back may not be able to remove it."),
				}),
			),
			referrers: z.array(z.strictObject({ digest, artifactType: z.string().nullable() })),
			evidence: z
				.array(
					z.strictObject({
						requirement: z.string().describe("As it is written in `require`."),
						attestation: digest.describe("The bundle that it was found in."),
						signer: z.string().describe("The workflow, the repository or the key that it is trusted by."),
					}),
				)
				.describe("What was required and found."),
		}),
	),
	digests: z
		.record(z.string(), digest)
		.describe("By service, or by destination repository without host; empty unless it ended well."),
	bytes: z.strictObject({ moved: z.int().min(0), mounted: z.int().min(0), present: z.int().min(0) }),
	requests: z.strictObject({ source: z.int().min(0), destination: z.int().min(0) }),
	rolledBack: z.array(z.strictObject({ destination, tag: z.string() })),
	residue: z.array(
		z.strictObject({
			destination,
			tag: z.string(),
			before: digest.nullable().describe("null where the tag did not exist."),
			now: z
				.string()
				.nullable()
				.describe("A digest; null where the tag does not exist; unknown where it could not be looked at."),
		}),
	),
	records: z
		.array(
			z.strictObject({
				environment: z.string(),
				destination,
				digest,
				attestation: digest.nullable().describe("The record; null where it could not be attached."),
			}),
		)
		.describe("The promotion records that were written; none where they are there already."),
	problems: z.array(problemSchema),
});

export type PromoteResult = z.infer<typeof promoteResultSchema>;
