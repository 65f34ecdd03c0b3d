import type { ChildProcess } from "node:child_process";
import { UserError } from "../runner/errors.js";

/** Throws where the work that a git would be started for is no longer wanted. */
export function refuseStopped(signal: AbortSignal | undefined, command: string | undefined): void {
	if (signal?.aborted === true) throw stoppedError(signal, command);
}

/** What a git that was ended since nobody wants its answer any more is told as. */
export function stoppedError(signal: AbortSignal, command: string | undefined): UserError {
	const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
	return new UserError("git-stopped", `git ${command ?? ""} was stopped${by}`, { fault: "outside" });
}

/**
 * Ends a git, and what it started, when `signal` is aborted. It must lead a group of its own (`detached`): git's
 * transports are children that would keep its pipes open.
 */
export function endWith(signal: AbortSignal | undefined, child: ChildProcess): void {
	if (signal === undefined) return;
	let timer: NodeJS.Timeout | undefined;
	const end = () => {
		// Asked first: killed at once it would leave its lock files behind.
		signalGroup(child, "SIGTERM");
		timer = setTimeout(() => killGroup(child), PATIENCE);
	};
	signal.addEventListener("abort", end, { once: true });
	child.once("close", () => {
		clearTimeout(timer);
		signal.removeEventListener("abort", end);
	});
}

/** Milliseconds that git has to clear up when it is asked to end. */
const PATIENCE = 1_000;

/** Ends a process that leads a group, and all of the group. */
export function killGroup(child: ChildProcess): void {
	signalGroup(child, "SIGKILL");
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// It has ended by itself in the meantime.
	}
}
