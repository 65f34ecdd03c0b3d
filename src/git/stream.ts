import { spawn } from "node:child_process";
import { UserError } from "../runner/errors.js";
import { GitError, gitEnvironment, notStarted, SAFE_CONFIG } from "./process.js";
import { endWith, killGroup, refuseStopped, stoppedError } from "./stop.js";

/** How a streamed git is run. */
export interface GitStreamOptions {
	directory: string;
	environment: Readonly<Record<string, string | undefined>>;
	/** Aborted when nobody wants the answer any more: then git is ended, and what was asked fails. */
	signal?: AbortSignal | undefined;
	/** What git reads. */
	input?: string | undefined;
	/** Milliseconds without any output until git is stopped; default five minutes. */
	idle?: number | undefined;
}

/**
 * Runs git and hands over what it writes, chunk by chunk. `take` returns false when it has seen enough: git is
 * then killed and its end is no error. What `take` throws ends git too and is thrown on.
 */
export async function streamGit(
	args: readonly string[],
	options: GitStreamOptions,
	take: (chunk: Buffer) => boolean,
): Promise<void> {
	refuseStopped(options.signal, args[0]);
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const child = spawn("git", [...SAFE_CONFIG, ...args], {
		cwd: options.directory,
		// Many small writes cost both sides more than a block that comes a little later.
		env: { ...gitEnvironment(options.environment), GIT_FLUSH: "0" },
		stdio: ["pipe", "pipe", "pipe"],
		// A group of its own: where objects are missing, git starts others to fetch them.
		detached: true,
	});
	endWith(options.signal, child);
	const idle = options.idle ?? 300_000;
	let stderr = "";
	let enough = false;
	let failure: unknown;
	const stop = (error?: unknown) => {
		enough = true;
		failure ??= error;
		killGroup(child);
	};
	const silent = () =>
		stop(
			new UserError(
				"git-timeout",
				`git ${args[0] ?? ""} wrote nothing for ${Math.round(idle / 1000)} seconds`,
				{ fault: "outside", hint: "Check the disk and the repository (git fsck), and run the step again." },
			),
		);
	let timer = setTimeout(silent, idle);
	child.stdout.on("data", (chunk: Buffer) => {
		if (enough) return;
		clearTimeout(timer);
		timer = setTimeout(silent, idle);
		try {
			if (!take(chunk)) stop();
		} catch (error) {
			stop(error);
		}
	});
	child.stderr.on("data", (chunk: Buffer) => {
		if (stderr.length < 64 * 1024) stderr += chunk.toString("utf8");
	});
	child.on("error", (cause) => {
		clearTimeout(timer);
		reject(notStarted(cause));
	});
	child.on("close", (code, signal) => {
		clearTimeout(timer);
		if (failure !== undefined) reject(failure);
		else if (!enough && code !== 0 && options.signal?.aborted === true)
			reject(stoppedError(options.signal, args[0]));
		else if (enough || code === 0) resolve();
		else reject(new GitError(args, code ?? 128, signal, stderr.trim()));
	});
	child.stdin.on("error", () => undefined);
	child.stdin.end(options.input ?? "");
	return promise;
}
