import { z } from "zod";

/** The predicate of a promotion record: that a digest was promoted to an environment. Pure. */

/** Versioned: another meaning gets another number. Described by `schema/promotion-record.v1.json`. */
export const PROMOTION_RECORD = "https://github.com/sluice-actions/sluice/promotion-record/v1";

export const promotionRecordSchema = z.strictObject({
	environment: z.string().min(1).describe("The environment that it was promoted to."),
	service: z.string().nullable(),
	source: z.string().describe("What it was promoted from, as it was named."),
	destination: z.string().describe("registry/repository"),
	tags: z
		.array(
			z.strictObject({
				tag: z.string(),
				before: z.string().nullable().describe("The digest that the tag had; null where it did not exist."),
			}),
		)
		.describe("The tags that point at the digest since."),
	planDigest: z.string(),
	promotedAt: z.iso.datetime(),
	url: z.string().nullable().describe("The page of the run."),
});

export type PromotionRecord = z.infer<typeof promotionRecordSchema>;

/** Readers ignore what they don't know (CONTRACT). */
const readSchema = z.object({ environment: z.string() });

/** Why a predicate is no record of a promotion to this environment; undefined: it is one. */
export function whyNotRecordOf(predicate: unknown, environment: string): string | undefined {
	const parsed = readSchema.safeParse(predicate);
	if (!parsed.success) return "its predicate is no promotion record";
	if (parsed.data.environment === environment) return undefined;
	return `it is a record of the environment ${JSON.stringify(parsed.data.environment.slice(0, 100))}`;
}
