import { setTimeout as wait } from "node:timers/promises";
import type { Patience } from "./read-anew.js";

/** How long a wait may still be when the run is cancelled, in milliseconds: GitHub kills a job after ten seconds. */
const LAST_PATIENCE = 250;

/**
 * Waits between attempts. When the run is cancelled, a wait that is going on ends, and later ones are short:
 * what was set must be put back before the process is killed, also at a registry that asks for patience. A wait for
 * work that nobody wants any more ends with the reason of that work's own signal.
 */
export function createSleep(signal: AbortSignal | undefined): Patience["sleep"] {
	const isCancelled = () => signal?.aborted === true;
	return async (milliseconds, own) => {
		own?.throwIfAborted();
		if (isCancelled()) return wait(Math.min(milliseconds, LAST_PATIENCE));
		const signals = [signal, own].filter((each) => each !== undefined);
		try {
			await wait(milliseconds, undefined, { signal: AbortSignal.any(signals) });
		} catch (thrown) {
			own?.throwIfAborted();
			// Not an error of the request: it is tried again, at once.
			if (!isCancelled()) throw thrown;
		}
	};
}
