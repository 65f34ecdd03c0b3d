import { z } from "zod";
import { thresholdsSchema } from "./manifest.js";

/** `sluice.yaml` as people write it; the one source of the types and of `schema/sluice.v1.json`. */

const percent = z.number().min(0).max(100);
const patterns = z.array(z.string().min(1));

export const settingsSchema = z.strictObject({
	services: patterns
		.optional()
		.describe("Folders of services, with globs; default: every folder with a manifest."),
	version: z
		.strictObject({
			tag: z
				.string()
				.min(1)
				.optional()
				.describe("The form of a release tag: {service}/v{version} or v{version}."),
			main: patterns.optional(),
			release: patterns.optional(),
			hotfix: patterns.optional(),
			initial: z.string().min(1).optional(),
		})
		.optional(),
	gate: z
		.strictObject({
			thresholds: thresholdsSchema.optional(),
			total: z
				.strictObject({
					lines: percent.optional(),
					branches: percent.optional(),
					functions: percent.optional(),
				})
				.optional(),
			"patch-floor": z.int().min(0).optional(),
			exclude: patterns.optional(),
			infrastructure: z
				.strictObject({
					action: z.enum(["hold", "close"]).optional(),
					patterns: patterns.optional(),
					"max-share": z.number().min(0).max(1).optional(),
					"max-count": z.int().min(0).optional(),
				})
				.optional(),
			quarantine: z
				.array(
					z.strictObject({
						test: z.string().min(1),
						service: z.string().optional(),
						level: z.string().optional(),
						owner: z.string().optional(),
						until: z.string().optional(),
						reason: z.string().optional(),
					}),
				)
				.optional(),
		})
		.optional(),
	environments: z
		.array(
			z.strictObject({
				name: z.string().min(1),
				registry: z.string().min(1),
				require: z.array(z.string()).optional(),
			}),
		)
		.optional(),
	unowned: z.enum(["all", "none", "warn"]).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Environment = NonNullable<Settings["environments"]>[number];
export type GateSettings = NonNullable<Settings["gate"]>;

/** The defaults of CONTRACT for what `sluice.yaml` leaves out. */
export const VERSION_DEFAULTS = {
	main: ["main", "master"],
	release: ["release/*"],
	hotfix: ["hotfix/*"],
	initial: "0.1.0",
} as const;
