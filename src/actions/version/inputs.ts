import { parseRepository } from "../../registry/name.js";
import { COMMON_INPUTS, COMMON_OUTPUTS } from "../../runner/action.js";
import type { InputSpec, Inputs, OutputSpec } from "../../runner/inputs.js";
import type { Level } from "../../versions/commit-message.js";
import type { FeatureFormat } from "../../versions/outcome.js";

/** The inputs and outputs of `version` (CONTRACT). */

export const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS,
	{
		name: "services",
		description:
			"Names of services: one per line, with commas, or a JSON array. [] means none. Default: all.",
	},
	{
		name: "plan-file",
		description: "The result file of `plan`: its services are versioned, or those of `services` among them.",
	},
	{
		name: "bump",
		description:
			"The least that is raised: patch, minor or major. It makes a new version of a service without a change only if the service is named in `services` or is the only one.",
	},
	{
		name: "release",
		description:
			"Promises the release's number to builds that bake it in; the image's tag stays unique until `publish`. With `publish` on a release or hotfix branch: makes the release.",
		default: "false",
	},
	{
		name: "publish",
		description:
			"Creates the git tags of these services at origin, all or none; on GitHub through its API. On push, schedule and workflow_dispatch of main, release and hotfix branches.",
		default: "false",
	},
	{
		name: "feature-format",
		description:
			"Versions of feature branches and pull requests: prerelease-and-metadata, or metadata-only (which ranges take for the last release).",
		default: "prerelease-and-metadata",
	},
	{
		name: "floating",
		description:
			"With `publish`: git moves the git tags of the release's MAJOR and MAJOR.MINOR (v1, v1.4) to it, where it is the highest of them. In the same update as the release's own tag. Default: none.",
		default: "none",
	},
	{
		name: "images",
		description: "Names of images, without a tag, to make references of. Default: the service's own image.",
	},
	{ name: "dry-run", description: "Computes and checks everything, and creates no tag.", default: "false" },
	{
		name: "token",
		description: "Reads the remote's tags, and with `publish` creates tags (contents: write).",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
		expression: "${{ github.token }}",
		secret: true,
	},
];

const ONE = "Empty for several services.";

export const OUTPUTS: readonly OutputSpec[] = [
	{ name: "version", description: `The semantic version. ${ONE}` },
	{ name: "release", description: `true for a release, also for a promised one. ${ONE}` },
	{ name: "changed", description: "true when any of the services has a new version since its last release." },
	{ name: "bump", description: `What the version raises: none, patch, minor or major. ${ONE}` },
	{ name: "previous-version", description: `The last release before this version. ${ONE}` },
	{ name: "git-tag", description: `The git tag that carries the version; empty where there is none. ${ONE}` },
	{ name: "docker-tag", description: `The image's tag: one, bare and immutable. ${ONE}` },
	{
		name: "tags",
		description: `References to push, one per line, for docker/build-push-action; empty where the released image is used again. ${ONE}`,
	},
	{ name: "labels", description: `org.opencontainers.image labels, one per line. ${ONE}` },
	{ name: "annotations", description: `The same as annotations of the manifest. ${ONE}` },
	{ name: "npm-version", description: `The version for npm, unique without build metadata. ${ONE}` },
	{ name: "npm-dist-tag", description: `The dist-tag for npm publish --tag. ${ONE}` },
	{ name: "slug", description: `The version for Kubernetes labels and DNS, at most 63 characters. ${ONE}` },
	{ name: "major", description: `MAJOR. ${ONE}` },
	{ name: "minor", description: `MINOR. ${ONE}` },
	{ name: "patch", description: `PATCH. ${ONE}` },
	{ name: "prerelease", description: `The prerelease part without its dash. ${ONE}` },
	{ name: "metadata", description: `The build metadata without its plus sign. ${ONE}` },
	{ name: "versions", description: "JSON: service to version." },
	{
		name: "changed-services",
		description:
			"Those of the services that have a new version, and so an image to build: a JSON array of names.",
	},
	{
		name: "notes-file",
		description:
			"With `publish`: the path of release notes in Markdown, made of the commits that led to the versions.",
	},
	...COMMON_OUTPUTS,
];

export interface VersionInputs {
	configFile: string;
	/** Undefined where they were not given; an empty list means none. */
	services: readonly string[] | undefined;
	planFile: string | undefined;
	bump: Level | undefined;
	release: boolean;
	publish: boolean;
	/** Whether floating git tags come along. */
	floating: boolean;
	featureFormat: FeatureFormat;
	/** Undefined: each service's own image. */
	images: readonly string[] | undefined;
	dryRun: boolean;
	token: string | undefined;
}

export function parseInputs(inputs: Inputs): VersionInputs {
	const images = inputs.given("images") ? inputs.list("images", { commas: true }) : undefined;
	for (const image of images ?? []) parseRepository(image, "images");
	return {
		configFile: inputs.required("config-file"),
		services: inputs.given("services") ? [...new Set(inputs.list("services", { commas: true }))] : undefined,
		planFile: inputs.text("plan-file"),
		bump: inputs.choice("bump", ["patch", "minor", "major"]),
		release: inputs.boolean("release"),
		publish: inputs.boolean("publish"),
		floating: inputs.choice("floating", ["none", "git"]) === "git",
		featureFormat:
			inputs.choice("feature-format", ["prerelease-and-metadata", "metadata-only"]) ??
			"prerelease-and-metadata",
		images,
		dryRun: inputs.boolean("dry-run"),
		token: inputs.text("token"),
	};
}
