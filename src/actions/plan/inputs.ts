import { COMMON_INPUTS, COMMON_OUTPUTS } from "../../runner/action.js";
import type { InputSpec, Inputs, OutputSpec } from "../../runner/inputs.js";

/** The inputs and outputs of `plan` (CONTRACT). */

export const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS,
	{
		name: "base",
		description:
			"The revision to compare with. Default: from the event; in a terminal the merge base with the default branch.",
	},
	{
		name: "head",
		description:
			"The revision to look at. Default: the commit that is checked out; in a terminal the working tree.",
	},
	{
		name: "compare",
		description:
			"What a push to main or a release branch is compared with: each service's last release (release), or the branch before the push (before).",
		default: "release",
	},
	{
		name: "depth",
		description:
			"How far a change reaches: to those that use what changed (direct), or also to those that use these, and so on (all).",
		default: "direct",
	},
	{ name: "services", description: "Only these services, by name. Default: all." },
	{
		name: "token",
		description: "Fetches the base where the checkout does not hold it.",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
		expression: "${{ github.token }}",
		secret: true,
	},
];

export const OUTPUTS: readonly OutputSpec[] = [
	{ name: "services", description: "The services that are due: a JSON array of names." },
	{
		name: "matrix",
		description:
			'{"include": [{"service", "path", "level"}]}: an entry for each due service and declared level except e2e. Empty above 256 entries: see shards.',
	},
	{ name: "has-services", description: "true when any service is due, else false." },
	{ name: "count", description: "How many services are due." },
	{
		name: "shards",
		description:
			"The matrix in parts of at most 256 entries, GitHub's limit for one matrix: a JSON array of matrices.",
	},
	{
		name: "e2e-matrix",
		description: "The same as matrix for the end-to-end level, whose job runs behind the gate.",
	},
	{ name: "real", description: "The services that an end-to-end run must start: a JSON array of names." },
	{
		name: "doubles",
		description:
			"What stands in for the other services that they use: a JSON array of {service, consumer, via, double}.",
	},
	{
		name: "base-resolved",
		description: "false when the base could not be found, so that every service is due; else true.",
	},
	...COMMON_OUTPUTS,
];

export interface PlanInputs {
	configFile: string;
	base: string | undefined;
	head: string | undefined;
	compare: "release" | "before";
	depth: "direct" | "all";
	/** Undefined where it was not given; an empty list means no service. */
	services: readonly string[] | undefined;
	token: string | undefined;
}

export function parseInputs(inputs: Inputs): PlanInputs {
	return {
		configFile: inputs.required("config-file"),
		base: inputs.text("base")?.trim() || undefined,
		head: inputs.text("head")?.trim() || undefined,
		compare: inputs.choice("compare", ["release", "before"]) ?? "release",
		depth: inputs.choice("depth", ["direct", "all"]) ?? "direct",
		services: inputs.given("services") ? inputs.list("services", { commas: true }) : undefined,
		token: inputs.text("token"),
	};
}
