import { setTimeout as wait } from "node:timers/promises";

/** How long a wait may still be when the run is cancelled, in milliseconds: GitHub kills a job after ten seconds. */
const LAST_PATIENCE = 250;

/**
 * Waits between attempts. When the run is cancelled, a wait that is going on ends, and later ones are short:
 * what was set must be put back before the process is killed, also at a registry that asks for patience.
 */
export function createSleep(signal: AbortSignal | undefined): (milliseconds: number) => Promise<void> {
	const isCancelled = () => signal?.aborted === true;
	return async (milliseconds) => {
		if (isCancelled()) return wait(Math.min(milliseconds, LAST_PATIENCE));
		try {
			await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
		} catch (thrown) {
			// Not an error of the request: it is tried again, at once.
			if (!isCancelled()) throw thrown;
		}
	};
}
