import { constants } from "node:os";
import { setImmediate, setTimeout } from "node:timers/promises";

/** The signals by which a person or a machine ends a command. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Milliseconds that work has to clear up after a signal, such as to cut a shallow clone off again where it was. */
const GRACE = 2_000;

/**
 * Does `work`, whose signal is aborted by SIGINT and SIGTERM. Work that answers the stop is waited for: it tells what
 * it did. All other work ends the process, as a signal without a handler does, and nothing is printed: its answer
 * would be a part or none. So does a second signal, and one while the result is written.
 */
export async function untilStopped<Result>(
	work: (stop: AbortSignal) => Promise<Result>,
	options: { answersStop: boolean },
): Promise<Result> {
	const stop = new AbortController();
	let isOver = false;
	for (const signal of SIGNALS) {
		process.once(signal, () => {
			if (isOver) endBy(signal);
			else stop.abort(signal);
		});
	}
	const done = work(stop.signal);
	const ended = done.then(
		() => undefined,
		() => undefined,
	);
	if (options.answersStop) await ended;
	else {
		const { promise, resolve } = Promise.withResolvers<void>();
		stop.signal.addEventListener("abort", () => resolve(setTimeout(GRACE)), { once: true });
		await Promise.race([ended, promise]);
		// A signal may have come while nothing could be told of it.
		await setImmediate();
		for (const signal of SIGNALS) if (stop.signal.reason === signal) endBy(signal);
	}
	isOver = true;
	return done;
}

/** Ends the process by a signal, so that a shell sees 128 and its number, and a shell's loop ends too. */
function endBy(signal: (typeof SIGNALS)[number]): never {
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
	process.exit(128 + constants.signals[signal]);
}
