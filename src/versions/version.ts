import { z } from "zod";
import type { problemSchema } from "../runner/problem-schema.js";

/** The results of the version rules: the one source of their types and of the version action's schema. */

const level = z.enum(["none", "patch", "minor", "major"]);

export const serviceVersionSchema = z.strictObject({
	service: z.string(),
	/** Repository path of the folder. */
	path: z.string(),
	version: z.string(),
	/** True for a release, also for a promised one. */
	release: z.boolean(),
	/** Whether an input differs from the last release, or something forces a new version. */
	changed: z.boolean(),
	/** What the version raises in the last release; of a first version what its commits ask for. */
	bump: level,
	previousVersion: z.string().nullable(),
	/** The tag that carries the version, or that publishing makes; null where there is none. */
	gitTag: z.string().nullable(),
	/** One, bare and immutable. */
	dockerTag: z.string(),
	/** References to push; empty where the image of an earlier commit is to be reused. */
	tags: z.array(z.string()),
	/** Lines for the image's configuration and its manifest. */
	labels: z.array(z.string()),
	annotations: z.array(z.string()),
	npmVersion: z.string().nullable(),
	npmDistTag: z.string().nullable(),
	slug: z.string(),
	base: z.strictObject({ tag: z.string(), commit: z.string() }).nullable(),
	/** The number of counted commits since the base; null where HEAD carries the release. */
	height: z.int().nonnegative().nullable(),
	/** The commit that names the contents; null for a release. */
	content: z.string().nullable(),
	/**
	 * On a pull request: the version that its base branch gets by `publish` when this is merged as it is. Null
	 * elsewhere, where nothing would be released, and where it would be refused (then a problem says so).
	 */
	afterMerge: z.strictObject({ version: z.string(), bump: level, gitTag: z.string() }).nullable(),
	commits: z.array(
		z.strictObject({
			commit: z.string(),
			header: z.string(),
			bump: level,
			counted: z.boolean(),
			rule: z.string(),
			/** The first files by which the commit touches the service, three at most. */
			files: z.array(z.string()),
		}),
	),
	/** The reasons, in order, one sentence each. */
	because: z.array(z.string()),
});

/** The version of one service in every form, with its reasons. */
export type ServiceVersion = z.infer<typeof serviceVersionSchema>;

export const versionContextSchema = z.enum([
	"main",
	"release",
	"hotfix",
	"feature",
	"pull-request",
	"merge-queue",
	"tag",
	"detached",
]);

/** What the rules give for one commit. */
export interface VersionsResult {
	context: z.infer<typeof versionContextSchema>;
	/** The full name of the branch or tag; null where none is known. */
	ref: string | null;
	/** HEAD. */
	commit: string;
	/** Sorted by name. */
	services: ServiceVersion[];
	/** The tags that publishing is to make on `commit`: empty unless it was asked for. */
	toPublish: { service: string; tag: string }[];
	/** The floating tags that are to move to `commit` with them, and where they are now. */
	toMove: { service: string; tag: string; before: string | null }[];
	problems: z.infer<typeof problemSchema>[];
}
