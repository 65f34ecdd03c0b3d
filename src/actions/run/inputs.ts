import semver from "semver";
import { COMMON_INPUTS, COMMON_OUTPUTS } from "../../runner/action.js";
import { UserError } from "../../runner/errors.js";
import { type InputSpec, type Inputs, type OutputSpec, quote } from "../../runner/inputs.js";

/** The inputs of `run`: text in, a typed and validated object out. Pure. */

export const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS,
	{
		name: "service",
		description: "The service's name. May be left out where the repository has one service.",
	},
	{
		name: "endpoint",
		description:
			"build, test, deploy, promote, or one level of tests. `test` runs every declared level but e2e, in the manifest's order.",
	},
	{
		name: "env",
		description: "Variables for the command, one NAME=value per line, such as the addresses of what it uses.",
	},
	{
		name: "timeout",
		description: "The command's time limit: seconds, or 90s, 10m, 1h. Default: the manifest's.",
	},
	{
		name: "retries",
		description:
			"How often a failed command is run again as a whole. Tests that then pass are flaky. Default: the manifest's.",
	},
	{ name: "version", description: "The version that the command gets. Default: by the version rules." },
	{
		name: "shard",
		description:
			"Which part of the tests this is, as 2/3. The command gets it as SLUICE_SHARD; the evidence names it.",
	},
	{ name: "leg", description: "Tells two runs of one level in one job apart: letters, digits, - and _." },
	{
		name: "matrix",
		description: "The job's matrix values, as JSON.",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
		expression: "${{ toJSON(matrix) }}",
	},
	{
		name: "job-total",
		description: "How many jobs the matrix makes.",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
		expression: "${{ strategy.job-total }}",
	},
];

export const OUTPUTS: readonly OutputSpec[] = [
	...COMMON_OUTPUTS,
	{ name: "outcome", description: "passed, failed or infrastructure." },
	{
		name: "evidence-file",
		description:
			"The evidence that was written, one path per line, relative to the workspace; to be uploaded.",
	},
	{ name: "digest", description: "The image's digest, of a build." },
];

export interface RunInputs {
	workingDirectory: string;
	configFile: string;
	service: string | undefined;
	endpoint: string;
	env: ReadonlyMap<string, string>;
	/** Seconds. */
	timeout: number | undefined;
	retries: number | undefined;
	/** A strict semantic version. */
	version: string | undefined;
	shard: { index: number; count: number } | undefined;
	leg: string | undefined;
	matrix: Readonly<Record<string, unknown>> | undefined;
	jobTotal: number | undefined;
}

export function parseInputs(inputs: Inputs): RunInputs {
	return {
		workingDirectory: inputs.text("working-directory") ?? ".",
		configFile: inputs.text("config-file") ?? "sluice.yaml",
		service: inputs.text("service")?.trim(),
		endpoint: inputs.required("endpoint").trim(),
		env: parseEnv(inputs.list("env")),
		timeout: parseDuration(inputs.text("timeout")),
		retries: parseRetries(inputs),
		version: parseVersion(inputs.text("version")),
		shard: parseShard(inputs.text("shard")),
		leg: parseLeg(inputs.text("leg")),
		matrix: parseMatrix(inputs.json("matrix")),
		jobTotal: inputs.integer("job-total", 1),
	};
}

function parseEnv(lines: readonly string[]): Map<string, string> {
	const env = new Map<string, string>();
	for (const line of lines) {
		const equals = line.indexOf("=");
		const name = equals < 0 ? line : line.slice(0, equals).trimEnd();
		if (equals < 0 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
			throw new UserError("env-malformed", `Input 'env' has a line without NAME=value: ${quote(name)}`, {
				input: "env",
				hint: "Write one NAME=value per line; a name has letters, digits and _.",
			});
		}
		if (name.startsWith("SLUICE_")) {
			throw new UserError(
				"env-reserved",
				`Input 'env' sets ${name}, and names that begin with SLUICE_ are set by run`,
				{
					input: "env",
					hint: "Choose another name. The version has an input of its own.",
				},
			);
		}
		if (env.has(name)) {
			throw new UserError("env-twice", `Input 'env' sets ${name} twice`, {
				input: "env",
				hint: "Keep one line.",
			});
		}
		env.set(name, line.slice(equals + 1).trimStart());
	}
	return env;
}

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** setTimeout's limit is 2^31 milliseconds, and a job ends after six hours (35 days on one's own machine). */
const LONGEST = 24 * 3600 * 24;

function parseDuration(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const match = /^(\d{1,9})(s|m|h)?$/.exec(text.trim());
	const unit = match?.[2] as keyof typeof SECONDS | undefined;
	const seconds = Number(match?.[1] ?? 0) * SECONDS[unit ?? "s"];
	if (seconds > 0 && seconds <= LONGEST) return seconds;
	throw new UserError("timeout-malformed", `Input 'timeout' is ${quote(text)}`, {
		input: "timeout",
		hint: "Write seconds as a number, or 90s, 10m, 1h; at most 24 days.",
	});
}

function parseRetries(inputs: Inputs): number | undefined {
	const retries = inputs.integer("retries");
	if (retries === undefined || retries <= 10) return retries;
	throw new UserError("retries-too-many", `Input 'retries' is ${retries}`, {
		input: "retries",
		hint: "At most 10: a command that needs more is broken.",
	});
}

function parseVersion(text: string | undefined): string | undefined {
	const version = text?.trim();
	if (version === undefined) return undefined;
	// semver drops the build metadata of what it returns, so the text itself is kept.
	if (semver.valid(version) !== null && /^\d/.test(version)) return version;
	throw new UserError(
		"version-malformed",
		`Input 'version' is ${quote(version)}, which is no semantic version`,
		{
			input: "version",
			hint: "Write it as 1.4.0, without a v: the output 'version' of the action version.",
		},
	);
}

function parseShard(text: string | undefined): RunInputs["shard"] {
	if (text === undefined) return undefined;
	const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim());
	const index = Number(match?.[1] ?? 0);
	const count = Number(match?.[2] ?? 0);
	if (index >= 1 && index <= count) return { index, count };
	throw new UserError("shard-malformed", `Input 'shard' is ${quote(text)}`, {
		input: "shard",
		hint: "Write which part of how many, from 1: 2/3.",
	});
}

function parseLeg(text: string | undefined): string | undefined {
	const leg = text?.trim();
	if (leg === undefined || /^[A-Za-z0-9_-]{1,40}$/.test(leg)) return leg;
	throw new UserError("leg-malformed", `Input 'leg' is ${quote(leg)}`, {
		input: "leg",
		hint: "Use letters, digits, - and _, at most 40: it stands in a file's name.",
	});
}

/** Null and an empty object are a job without a matrix. */
function parseMatrix(value: unknown): RunInputs["matrix"] {
	if (value === undefined || value === null) return undefined;
	if (typeof value === "object" && !Array.isArray(value))
		return Object.keys(value).length === 0 ? undefined : (value as Record<string, unknown>);
	throw new UserError("matrix-malformed", "Input 'matrix' is JSON, but no object", {
		input: "matrix",
		hint: "Leave it out: its default is the job's own matrix.",
	});
}
