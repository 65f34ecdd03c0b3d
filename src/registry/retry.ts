/** When a request is tried again, and how long one waits before. All times in milliseconds. */

/** Answers that the same request may not get a second time. 500 is what overloaded storage answers in practice. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
/** "Not now": worth more patience than a failure. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

const ATTEMPTS = 4;
const BUSY_ATTEMPTS = 8;
/** Each of these has cost a whole time limit, which is minutes long. */
const SILENT_ATTEMPTS = 2;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** A registry that asks for more than this is asked again after this; attempts stay bounded. */
const LONGEST_RETRY_AFTER = 60_000;
/** By this part of a demanded wait, at most, it is longer. */
const LATER = 0.1;

/** Whether an answer is a passing failure. */
export function isPassing(status: number): boolean {
	return PASSING.has(status);
}

/** Whether an answer asks every request to that host to wait. */
export function isBusy(status: number): boolean {
	return BUSY.has(status);
}

export interface Failure {
	/** The attempts so far, 1 after the first. */
	attempts: number;
	/** The answer's status; undefined where the connection broke. */
	status?: number | undefined;
	/** Nothing, or no more, came within the time limit. */
	silent?: boolean | undefined;
	/** The answer's header Retry-After. */
	retryAfter?: string | undefined;
	/** Now, in milliseconds since 1970. */
	now: number;
	/** From 0 to below 1: spreads the attempts of requests that failed together. */
	random: number;
}

/** How long to wait before the next attempt; undefined when it is time to give up. */
export function delayAfter(failure: Failure): number | undefined {
	const busy = failure.status !== undefined && isBusy(failure.status);
	const most = busy ? BUSY_ATTEMPTS : failure.silent === true ? SILENT_ATTEMPTS : ATTEMPTS;
	if (failure.attempts >= most) return undefined;
	const demanded = parseRetryAfter(failure.retryAfter, failure.now);
	// None at all, or a date that is over, would use up the attempts within a moment.
	if (demanded !== undefined && demanded > 0) {
		// Never before the time that was named, and not all at that time.
		return Math.round(Math.min(demanded, LONGEST_RETRY_AFTER) * (1 + LATER * failure.random));
	}
	const delay = Math.min(FIRST_DELAY * 2 ** (failure.attempts - 1), LONGEST_DELAY);
	return Math.round(delay * (0.8 + 0.4 * failure.random));
}

/** Retry-After, in seconds or as a date (RFC 9110, section 10.2.3), as milliseconds from now. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
	const text = header?.trim() ?? "";
	if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000;
	if (!/[A-Za-z]/.test(text)) return undefined;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
