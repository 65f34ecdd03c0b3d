import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { UserError } from "../runner/errors.js";
import { LineCutter, Tail } from "./output.js";

/** Commands that people write, each in a process group of its own, of which nothing is left when it ends. */

export interface CommandRequest {
	/** The shell's argument array; the command is appended. */
	shell: readonly string[];
	command: string;
	/** Absolute path. */
	directory: string;
	/** The whole environment: nothing is added. */
	environment: Readonly<Record<string, string | undefined>>;
	/** Milliseconds until the group is ended. */
	timeout?: number | undefined;
	/** Ends the group when it is aborted. */
	signal?: AbortSignal | undefined;
	/** Gets every line of both outputs, without its end, as the command wrote it. */
	onLine(line: string): void;
	/** Milliseconds between the request to end (SIGTERM) and the end (SIGKILL); default GRACE. */
	grace?: number | undefined;
}

export interface CommandResult {
	/** Null where a signal ended the command. */
	exitCode: number | null;
	signal: NodeJS.Signals | null;
	/** Why the group was ended before the command was done. */
	stopped: "timeout" | "aborted" | undefined;
	/** Milliseconds. */
	duration: number;
	/** The last 4 KiB of output. */
	tail: string;
}

/** GitHub's runner gives a cancelled step 7.5 seconds after SIGINT and 2.5 more after SIGTERM. */
export const GRACE = 5_000;

/** So long the output of processes that outlive their command is still read. */
const DRAIN = 250;

/** How long a group may take to be gone after SIGKILL, and how often that is asked. */
const GONE = 2_000;
const POLL = 20;

/**
 * Runs a command to its end. Standard input is closed, so that nothing waits for a person. When the command
 * ends, whatever it left running in its group is ended too: a server in the background would hold the job.
 * A command that can't be started is a UserError; any exit is a result. (On Windows, which has no process
 * groups, only the shell itself is ended.)
 */
export async function runCommand(request: CommandRequest): Promise<CommandResult> {
	const [program, ...args] = request.shell;
	if (program === undefined) throw new Error("a shell needs a program");
	const started = performance.now();
	const duration = () => Math.round(performance.now() - started);
	if (request.signal?.aborted === true)
		return { exitCode: null, signal: null, stopped: "aborted", duration: 0, tail: "" };

	const child = start(request, program, args);
	const tail = new Tail();
	const closed: Promise<void>[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		const lines = new LineCutter(request.onLine);
		stream.on("data", (chunk: Buffer) => {
			tail.write(chunk);
			lines.write(chunk);
		});
		closed.push(
			new Promise((resolve) => {
				stream.on("close", () => {
					lines.end();
					resolve();
				});
			}),
		);
	}
	const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code, signal) => resolve({ code, signal }));
	});

	let stopped: CommandResult["stopped"];
	let killer: NodeJS.Timeout | undefined;
	const stop = (why: "timeout" | "aborted") => {
		if (stopped !== undefined) return;
		stopped = why;
		signalGroup(child.pid, "SIGTERM");
		killer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), request.grace ?? GRACE);
	};
	const timer =
		request.timeout === undefined ? undefined : setTimeout(() => stop("timeout"), request.timeout);
	const abort = () => stop("aborted");
	request.signal?.addEventListener("abort", abort, { once: true });
	try {
		const { code, signal } = await exited;
		const took = duration();
		const output = Promise.all(closed);
		await Promise.race([output, wait(DRAIN, undefined, { ref: false })]);
		await endGroup(child.pid, request.grace ?? GRACE);
		// A process that left the group can hold the pipes for ever; its output is not the command's.
		await Promise.race([output, wait(DRAIN)]);
		child.stdout.destroy();
		child.stderr.destroy();
		await output;
		return { exitCode: code, signal, stopped, duration: took, tail: tail.text() };
	} catch (cause) {
		throw notStarted(program, request.directory, cause);
	} finally {
		clearTimeout(timer);
		clearTimeout(killer);
		request.signal?.removeEventListener("abort", abort);
	}
}

/** Some reasons not to start are thrown, others are events: too large an environment, or a byte of zero in it. */
function start(request: CommandRequest, program: string, args: readonly string[]) {
	try {
		return spawn(program, [...args, request.command], {
			cwd: request.directory,
			env: { ...request.environment },
			stdio: ["ignore", "pipe", "pipe"],
			detached: process.platform !== "win32",
			windowsHide: true,
		});
	} catch (cause) {
		throw notStarted(program, request.directory, cause);
	}
}

/** Ends what is left of a group, kindly first, and waits until it is gone. */
async function endGroup(group: number | undefined, grace: number): Promise<void> {
	if (group === undefined || !signalGroup(group, "SIGTERM")) return;
	if (await isGone(group, grace)) return;
	signalGroup(group, "SIGKILL");
	// A dead process that nobody reaps still counts as one, so the wait has an end.
	await isGone(group, GONE);
}

async function isGone(group: number, milliseconds: number): Promise<boolean> {
	const end = performance.now() + milliseconds;
	while (groupExists(group)) {
		if (performance.now() >= end) return false;
		await wait(POLL);
	}
	return true;
}

function groupExists(group: number): boolean {
	return signalGroup(group, 0);
}

/** False where there is no such group, or none that can be reached. */
function signalGroup(group: number | undefined, signal: NodeJS.Signals | 0): boolean {
	if (group === undefined) return false;
	try {
		return process.kill(process.platform === "win32" ? group : -group, signal);
	} catch {
		return false;
	}
}

function notStarted(program: string, directory: string, cause: unknown): unknown {
	if (!(cause instanceof Error) || !("code" in cause)) return cause;
	const hint =
		cause.code === "ENOENT"
			? "Install it, or name another 'shell' in the manifest; the service's folder must exist too."
			: cause.code === "E2BIG"
				? "The environment or the command is larger than the system allows: pass large values as files."
				: cause.code === "ERR_INVALID_ARG_VALUE"
					? "A command and its variables can't hold a byte of zero: remove it."
					: "Check the endpoint's 'shell' in the manifest.";
	return new UserError(
		"command-not-started",
		`'${program}' could not be started in ${directory}: ${cause.message}`,
		{ cause, hint },
	);
}
