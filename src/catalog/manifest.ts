import { z } from "zod";

/**
 * `sluice.service.yaml` as people write it. The one source of the types and of
 * `schema/sluice.service.v1.json`. Unknown keys are errors, keys that begin with `x-` are free.
 */

/** What a service may be called; it stands in tags, paths and Kubernetes names. */
export const SERVICE_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;

const name = z
	.string()
	.regex(SERVICE_NAME, "use lower-case letters, digits, '.', '_' and '-', at most 63 characters");
const path = z.string().min(1);
const duration = z
	.union([z.int().positive(), z.string().regex(/^\d+(s|m|h)$/, "write seconds as a number, or 90s, 10m, 1h")])
	.describe("Seconds as a number, or text such as 90s, 10m, 1h.");
const version = z
	.string()
	.regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "write a full version such as 2.3.0")
	.describe("A strict semantic version.");
const range = z.string().min(1).describe("A semver range, such as ^1.2; a bare 2 means ^2.");
const percent = z.number().min(0).max(100);

const command = {
	run: z.string().min(1).describe("The command, for bash -eo pipefail -c, in the service's folder."),
	shell: z
		.string()
		.min(1)
		.optional()
		.describe("Another shell, such as `sh -e -c`; the command is its last argument."),
	timeout: duration.optional(),
	env: z.record(z.string(), z.string()).optional(),
	retries: z.int().min(0).max(10).optional(),
};

export const endpointSchema = z.union([z.string().min(1), z.strictObject(command)]);

export const levelSchema = z.union([
	z.string().min(1),
	z.strictObject({
		...command,
		results: z
			.union([path, z.array(path)])
			.optional()
			.describe("Globs of test reports, relative to the service."),
		coverage: z
			.union([path, z.array(path)])
			.optional()
			.describe("Globs of coverage reports, relative to the service."),
	}),
]);

export const thresholdsSchema = z.strictObject({
	lines: percent.optional(),
	branches: percent.optional(),
	functions: percent.optional(),
	patch: percent.optional().describe("Of the lines that the change adds."),
	file: percent.optional().describe("Of each file."),
	ratchet: z
		.union([z.boolean(), percent])
		.optional()
		.describe("Not below the base; a number allows that drop."),
});

const apiOrTopic = { api: z.string().min(1).optional(), topic: z.string().min(1).optional() };

export const manifestSchema = z.strictObject({
	name,
	owner: z.string().min(1).optional(),
	image: z.string().min(1).optional().describe("The image's repository, without a tag."),
	inputs: z
		.array(path)
		.optional()
		.describe("Besides the folder itself; a leading / is the repository's root."),
	"builds-from": z.array(name).optional().describe("Services whose inputs are inputs of this one too."),
	ignore: z.array(z.string()).optional().describe("gitignore patterns; changes there make no new version."),
	build: endpointSchema.optional(),
	test: z.union([
		z.string().min(1),
		z.object({ thresholds: thresholdsSchema.optional() }).catchall(levelSchema),
	]),
	deploy: z.union([z.string().min(1), z.looseObject({})]).optional(),
	promote: z
		.union([
			endpointSchema,
			z.strictObject({ tags: z.array(z.string()).optional(), "move-tags": z.array(z.string()).optional() }),
		])
		.optional(),
	start: z
		.strictObject({
			...command,
			port: z.int().min(1).max(65535).optional(),
			ready: z.string().min(1).optional().describe("The path that answers 200 when the service is ready."),
		})
		.optional(),
	provides: z.array(z.strictObject({ ...apiOrTopic, version, spec: path.optional() })).optional(),
	uses: z
		.array(
			z.strictObject({
				...apiOrTopic,
				version: range,
				env: z.string().min(1).optional(),
				double: path.optional(),
				optional: z.boolean().optional(),
			}),
		)
		.optional(),
	data: z
		.array(
			z.strictObject({
				db: z.string().min(1),
				schema: z.string().min(1),
				engine: z.string().min(1).optional(),
				access: z.enum(["owner", "read", "write"]),
				migrate: z.string().min(1).optional(),
				migrations: z
					.array(path)
					.optional()
					.describe(
						"Paths whose change makes every user of this schema due; default: migrations/ of the owner.",
					),
			}),
		)
		.optional(),
	config: path.optional(),
});

/** A manifest as written. */
export type Manifest = z.infer<typeof manifestSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;
