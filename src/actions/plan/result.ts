import { z } from "zod";
import { CHANGE_CLASSES } from "../../graph/closure.js";
import { problemSchema } from "../../runner/problem-schema.js";

const release = z.object({ tag: z.string(), commit: z.string() });
const entry = z.object({ service: z.string(), path: z.string(), level: z.string() });

export const planResultSchema = z.object({
	schema: z.literal("plan.result.v1"),
	/** The commit that everything was compared with; null where each service has its own, or there is none. */
	base: z.string().nullable(),
	/** The commit that was looked at. */
	head: z.string(),
	/** True where changes that are not committed count too. */
	workingTree: z.boolean(),
	/** `unresolved`: the base could not be found, so everything counts as changed. */
	comparison: z.enum(["commit", "release", "everything", "unresolved"]),
	/** What the comparison is with, in words. */
	comparedWith: z.string(),
	baseResolved: z.boolean(),
	/** How many services the repository has. */
	total: z.int().min(0),
	/** The services that are due, by name. */
	services: z.array(
		z.object({
			service: z.string(),
			/** Repository path of the folder. */
			path: z.string(),
			/** `none`: not changed itself, only affected. A changed API description counts as a breaking one. */
			change: z.enum(CHANGE_CLASSES),
			/** Steps from the nearest changed service. */
			distance: z.int().min(0),
			/** The file or the reason, then the way from the changed service to this one. */
			because: z.array(z.string()),
			/** Its last release, where it was compared with that. */
			base: release.nullable(),
		}),
	),
	/** Services of which only ignored files changed: not due. */
	ignored: z.array(z.string()),
	/** Changed files of no service. */
	unowned: z.array(z.string()),
	/** What an end-to-end run must start. */
	real: z.array(z.string()),
	doubles: z.array(
		z.object({ service: z.string(), consumer: z.string(), via: z.string(), double: z.string() }),
	),
	/** The matrix, in parts of at most 256 entries. */
	shards: z.array(z.object({ include: z.array(entry) })),
	/** What runs behind the gate. */
	e2e: z.array(entry),
	/** The edges between the services that are due. */
	edges: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), via: z.string() })),
	problems: z.array(problemSchema),
});

export type PlanResult = z.infer<typeof planResultSchema>;
