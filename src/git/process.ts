import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { UserError } from "../runner/errors.js";
import { withoutCredentials } from "./redact.js";
import { endWith, killGroup, refuseStopped, stoppedError } from "./stop.js";
import { TRACE_FD, traceEnvironment } from "./trace.js";

/** How git is run: where, as whom, and how long it may take. */
export interface GitProcessOptions {
	directory: string;
	environment: Readonly<Record<string, string | undefined>>;
	/** Aborted when nobody wants the answer any more: then git is ended, and what was asked fails. */
	signal?: AbortSignal | undefined;
	/** Milliseconds; default ten minutes, so that a remote that says nothing does not hang a job for ever. */
	timeout?: number | undefined;
	input?: string | undefined;
	/** Exit codes besides 0 that are answers, not errors. */
	allowed?: readonly number[] | undefined;
	/** Names of settings (trace2's patterns) whose values git is to tell in `GitOutput.trace`. */
	traced?: string | undefined;
	/** What a failure is taken for. */
	failure?: "no-commit" | undefined;
	/** The most bytes of output that are kept; default 256 MiB. */
	limit?: number | undefined;
}

export interface GitOutput {
	code: number;
	stdout: Buffer;
	stderr: string;
	/** trace2's events, where they were asked for and came. */
	trace?: string | undefined;
}

/**
 * Settings that hold for every call: no hooks, no file-system monitor, no signature output between records,
 * no quoted paths. They keep a repository's own configuration from running programs or changing output.
 */
export const SAFE_CONFIG: readonly string[] = [
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.quotePath=false",
	"-c",
	"log.showSignature=false",
	"-c",
	"log.mailmap=false",
	"-c",
	"diff.external=",
	"-c",
	"color.ui=false",
];

/** Variables with which git would look elsewhere, run a program, or take words for something else than is meant. */
const DROPPED: ReadonlySet<string> = new Set([
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_EXTERNAL_DIFF",
	"GIT_DIFF_OPTS",
	"GIT_LITERAL_PATHSPECS",
	"GIT_GLOB_PATHSPECS",
	"GIT_NOGLOB_PATHSPECS",
	"GIT_ICASE_PATHSPECS",
]);

/** The environment of every call: never ask a person, always answer in English, take no optional locks. */
export function gitEnvironment(environment: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
	return {
		...Object.fromEntries(Object.entries(environment).filter(([name]) => !DROPPED.has(name))),
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		// A replaced commit would have another history here than everywhere else.
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_ASKPASS: "",
		SSH_ASKPASS: "",
		LC_ALL: "C",
		GIT_PAGER: "cat",
	};
}

/**
 * Runs git once with an argument array and returns what it wrote. An exit code that is not allowed is an
 * Error with git's own words; a git that cannot be started is a UserError.
 */
export async function runGit(args: readonly string[], options: GitProcessOptions): Promise<GitOutput> {
	refuseStopped(options.signal, args[0]);
	const { promise, resolve, reject } = Promise.withResolvers<GitOutput>();
	const child = spawn("git", [...SAFE_CONFIG, ...args], {
		cwd: options.directory,
		env: { ...gitEnvironment(options.environment), ...traceEnvironment(options.traced) },
		stdio: ["pipe", "pipe", "pipe", ...(options.traced === undefined ? [] : (["pipe"] as const))],
		// A group of its own: git's transports are children that would keep the pipes open after git is killed.
		detached: true,
	});
	endWith(options.signal, child);
	const limit = options.limit ?? 256 * 1024 * 1024;
	const milliseconds = options.timeout ?? 600_000;
	const stdout: Buffer[] = [];
	let bytes = 0;
	let trace = "";
	let stderr = "";
	let stopped: Error | undefined;
	const stop = (error: Error) => {
		stopped ??= error;
		killGroup(child);
	};
	const timer = setTimeout(() => {
		stop(
			new UserError(
				"git-timeout",
				`git ${args[0] ?? ""} took longer than ${Math.round(milliseconds / 1000)} seconds`,
				{
					fault: "outside",
					hint: "Check that the remote answers, and run the step again.",
				},
			),
		);
	}, milliseconds);
	const { stdin, stdout: out, stderr: err } = child;
	if (stdin === null || out === null || err === null) throw new Error("git was started without pipes");
	out.on("data", (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > limit) stop(new Error(`git ${args[0] ?? ""} wrote more than ${limit} bytes`));
		else stdout.push(chunk);
	});
	const tracing = child.stdio[TRACE_FD];
	if (tracing instanceof Readable) {
		tracing.on("error", () => undefined);
		tracing.on("data", (chunk: Buffer) => {
			if (trace.length < 1024 * 1024) trace += chunk.toString("utf8");
		});
	}
	err.on("data", (chunk: Buffer) => {
		if (stderr.length < 64 * 1024) stderr += chunk.toString("utf8");
	});
	child.on("error", (cause) => {
		clearTimeout(timer);
		reject(notStarted(cause));
	});
	child.on("close", (code, signal) => {
		clearTimeout(timer);
		if (stopped !== undefined) return reject(stopped);
		if (code !== 0 && options.signal?.aborted === true) return reject(stoppedError(options.signal, args[0]));
		const exit = code ?? 128;
		if (exit === 0 || options.allowed?.includes(exit) === true)
			return resolve({
				code: exit,
				stdout: Buffer.concat(stdout),
				stderr,
				trace: trace === "" ? undefined : trace,
			});
		reject(new GitError(args, exit, signal, stderr.trim()));
	});
	stdin.on("error", () => undefined);
	stdin.end(options.input ?? "");
	return promise;
}

/** git is not there, or not its working directory. */
export function notStarted(cause: Error): UserError {
	return new UserError("git-missing", `git could not be started: ${cause.message}`, {
		cause,
		hint: "Install git 2.38 or newer, and check that the working directory exists.",
	});
}

/** git ended with an exit code that the caller did not expect: a broken clone, a remote that does not answer. */
export class GitError extends UserError {
	readonly exitCode: number;
	/** What git said, without the credentials of any URL in it. */
	readonly stderr: string;

	constructor(args: readonly string[], exitCode: number, signal: NodeJS.Signals | null, stderr: string) {
		const words = withoutCredentials(stderr);
		super(
			"git-failed",
			`git ${args.slice(0, 3).join(" ")} ended with ${signal ?? exitCode}: ${words.slice(0, 2000)}`,
			{
				fault: "outside",
				hint: "Check that the clone is whole (git fsck) and that its remote answers.",
			},
		);
		this.exitCode = exitCode;
		this.stderr = words;
	}
}
