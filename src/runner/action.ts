import type { InputSpec, Inputs, OutputSpec } from "./inputs.js";
import type { Log } from "./log.js";
import type { Problem } from "./problem.js";

/** What every result has: the name of its format and the findings. */
export interface BaseResult {
	schema: string;
	problems: Problem[];
}

/** What is told of a result, for a job's page and for a terminal. */
export interface Report {
	/** One line: the verdict and its reason. */
	headline: string;
	/** The job summary: the verdict first, one table, details folded. GitHub-flavoured Markdown. */
	markdown: string;
	/** Outputs by name; `result-file` is added by the runner. */
	outputs: Record<string, string>;
	/** The terminal's exit code: 0 yes, 1 no, 2 the request, 3 outside. */
	exitCode: 0 | 1 | 2 | 3;
	/** Whether the step fails; default: when exitCode is not 0. */
	fails?: boolean;
}

/** Where an action runs: a step of a workflow or a terminal. Read once; everything else gets it passed. */
export interface Host {
	/** True for a step of a workflow. */
	actions: boolean;
	/** The folder to work in: GITHUB_WORKSPACE or the current folder, and `working-directory` in it. */
	directory: string;
	/** A folder for temporary and result files. */
	temporary: string;
	/** The environment. Tokens and inputs are not read from it. */
	environment: Readonly<Record<string, string | undefined>>;
	log: Log;
	/** Aborted by SIGINT and SIGTERM. */
	signal: AbortSignal;
}

/** An action as the runner's entry and the terminal see it. */
export interface ActionModule<I, P, R extends BaseResult> {
	/** `plan`, `gate`, ... */
	name: string;
	/** One sentence, for action.yml and `--help`. */
	description: string;
	inputs: readonly InputSpec[];
	outputs: readonly OutputSpec[];
	/** Complete calls for `sluice <name> --help`. */
	examples: readonly string[];
	/** Text in, a typed and validated object out. Pure. */
	parse(inputs: Inputs): I;
	/** The effects that `run` needs, wired for this host. */
	ports(host: Host, inputs: I): P | Promise<P>;
	run(inputs: I, ports: P): Promise<R>;
	/**
	 * True where `run` itself ends soon after the host's signal was aborted, and its result tells what was done until
	 * then. Of the others nothing is told any more.
	 */
	answersStop?: boolean;
	/** Result in, text out. Pure. */
	report(result: R, inputs: I): Report;
	/** What the terminal prints as JSON, where that is not the result: an answer whose form has no place for more. */
	print?(result: R): unknown;
	/** True where the terminal prints JSON whether or not it is asked for. */
	jsonOnly?: boolean;
	/** The input that takes the terminal's arguments which are no flags; without it there are none. */
	operands?: string;
}

/** The inputs that every action has. */
export const COMMON_INPUTS: readonly InputSpec[] = [
	{
		name: "working-directory",
		description: "The folder of the repository to work in, relative to the workspace.",
		default: ".",
	},
	{
		name: "config-file",
		description: "The suite's settings, relative to the working directory. It may be absent.",
		default: "sluice.yaml",
	},
	{ name: "summary", description: "Whether to write a job summary.", default: "true" },
];

/** The output that every action has. */
export const COMMON_OUTPUTS: readonly OutputSpec[] = [
	{ name: "result-file", description: "The path of the whole result, as JSON." },
];
