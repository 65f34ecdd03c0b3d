import { z } from "zod";
import { problemSchema } from "../../runner/problem-schema.js";
import { serviceVersionSchema, versionContextSchema } from "../../versions/version.js";

export const versionResultSchema = z.strictObject({
	schema: z.literal("version.result.v1"),
	context: versionContextSchema,
	/** The full name of the branch or tag; null where none is known. */
	ref: z.string().nullable(),
	/** The commit that is versioned: the one that is checked out. */
	commit: z.string(),
	services: z.array(serviceVersionSchema),
	/** The tags that this call made or moved at origin; `before` is null for a new one. Only floating tags move. */
	published: z.array(z.strictObject({ ref: z.string(), before: z.string().nullable(), after: z.string() })),
	/** True where nothing was to be made. */
	dryRun: z.boolean(),
	/** The path of the release notes; null without `publish`. */
	notesFile: z.string().nullable(),
	/** Tags that publishing would make or move; none where a problem refuses it. */
	unpublished: z.array(z.string()),
	problems: z.array(problemSchema),
});

export type VersionResult = z.infer<typeof versionResultSchema>;
