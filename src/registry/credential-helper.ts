import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { UserError } from "../runner/errors.js";
import type { Credentials } from "./credentials.js";
import { helperServer, parseHelperAnswer } from "./docker-config.js";

export interface HelperOptions {
	/** The environment of the helper, in whose PATH it is looked for. */
	env: Readonly<Record<string, string | undefined>>;
	/** Milliseconds; default 30 seconds. */
	timeout?: number;
}

const MAX_OUTPUT = 64 * 1024;
const TIMEOUT = 30_000;
/** What every helper prints when it has nothing (docker-credential-helpers, credentials/error.go). */
const NOTHING_FOUND = /credentials not found|credentials store is not initialized|no credentials server URL/i;

/**
 * Asks `docker-credential-<helper> get` for a registry's credentials; undefined when it has none.
 * @throws UserError `credential-helper-failed` when it is missing, fails, or takes too long: an error is not absence
 */
export async function askCredentialHelper(
	helper: string,
	registry: string,
	options: HelperOptions,
): Promise<Credentials | undefined> {
	const program = `docker-credential-${helper}`;
	const failed = (reason: string, cause?: unknown) =>
		new UserError(
			"credential-helper-failed",
			`The credential helper ${program} ${reason} (asked for ${registry}).`,
			{
				hint: "Repair it, or give the credentials in the input registry-auth, which is looked at first.",
				fault: "outside",
				cause,
			},
		);
	const timeout = options.timeout ?? TIMEOUT;
	const { exitCode, output } = await run(program, helperServer(registry), options.env, timeout, failed);
	if (exitCode !== 0) {
		if (NOTHING_FOUND.test(output)) return undefined;
		throw failed(`failed with exit code ${exitCode ?? "none (killed)"}`);
	}
	const credentials = parseHelperAnswer(output, helper);
	if (credentials === undefined) throw failed("gave an answer that is not its protocol's JSON");
	return credentials;
}

function run(
	program: string,
	input: string,
	env: HelperOptions["env"],
	timeout: number,
	failed: (reason: string, cause?: unknown) => UserError,
): Promise<{ exitCode: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const child = start(program, env, failed);
		const chunks: Buffer[] = [];
		let size = 0;
		const stop = (reason: string) => {
			kill(child.pid);
			child.stdout.destroy();
			reject(failed(reason));
		};
		const timer = setTimeout(() => stop(`did not answer within ${Math.round(timeout / 1000)} s`), timeout);
		child.once("error", (error: NodeJS.ErrnoException) => {
			clearTimeout(timer);
			reject(failed(error.code === "ENOENT" ? "is not on the PATH" : "could not be started", error));
		});
		child.stdout.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size > MAX_OUTPUT) stop("printed too much");
			else chunks.push(chunk);
		});
		// A helper that ends without reading its input is no failure by itself.
		child.stdin.on("error", () => undefined);
		child.stdin.end(`${input}\n`);
		child.once("close", (exitCode) => {
			clearTimeout(timer);
			resolve({ exitCode, output: Buffer.concat(chunks).toString("utf8") });
		});
	});
}

function start(
	program: string,
	env: HelperOptions["env"],
	failed: (reason: string, cause?: unknown) => UserError,
): ChildProcessByStdio<Writable, Readable, null> {
	try {
		// A group of its own: a helper that is a script may leave a child behind when it is killed.
		return spawn(program, ["get"], { env, shell: false, stdio: ["pipe", "pipe", "ignore"], detached: true });
	} catch (cause) {
		// A program that is missing is told by an event; one that this system can't run, by a throw.
		throw failed("could not be started", cause);
	}
}

function kill(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// It has ended by itself.
	}
}
