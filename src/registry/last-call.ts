/**
 * How long a request may still take once the run is cancelled, in milliseconds. GitHub kills a job after ten seconds:
 * by then a request that hangs, the look at what became of it, and the roll-back must have ended.
 */
const LAST_CALL = 2000;

/** The time of one request. */
export interface Call {
	/** Aborts the request, for its own reason or because its time is over. */
	signal: AbortSignal | undefined;
	/** Whether the run was cancelled and the request has taken too long since. */
	isOver(): boolean;
	/** The request is done. */
	end(): void;
}

/**
 * Ends requests that get no answer after the run was cancelled; until then they have the time limits of the client.
 * `cancelled` is the run's signal, `own` of a call the request's.
 */
export function createLastCall(cancelled: AbortSignal | undefined): (own: AbortSignal | undefined) => Call {
	if (cancelled === undefined) return (own) => ({ signal: own, isOver: () => false, end: () => undefined });
	const timers = new Map<AbortController, NodeJS.Timeout | undefined>();
	const hurry = (call: AbortController) =>
		void timers.set(
			call,
			setTimeout(() => call.abort(), LAST_CALL),
		);
	cancelled.addEventListener(
		"abort",
		() => {
			for (const call of [...timers.keys()]) hurry(call);
		},
		{ once: true },
	);
	return (own) => {
		const call = new AbortController();
		if (cancelled.aborted) hurry(call);
		else timers.set(call, undefined);
		return {
			signal: own === undefined ? call.signal : AbortSignal.any([own, call.signal]),
			isOver: () => call.signal.aborted,
			end: () => {
				clearTimeout(timers.get(call));
				timers.delete(call);
			},
		};
	};
}
