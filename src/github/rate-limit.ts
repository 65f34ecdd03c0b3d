/** GitHub's rate limits, primary and secondary, as an answer tells them. Source: GitHub, "Rate limits for the REST API". Pure. */

/** The parts of an answer that tell of a limit. */
export interface LimitReply {
	status: number;
	header(name: string): string | undefined;
	text: string;
}

/** What is waited where a secondary limit names no time, in milliseconds: "at least one minute". */
export const UNNAMED_WAIT = 60_000;

/** Both kinds answer with 403 or 429; only a header or the message tells them from a missing permission. */
export function isRateLimit(reply: LimitReply): boolean {
	if (reply.status === 429) return true;
	if (reply.status !== 403) return false;
	return (
		reply.header("retry-after") !== undefined ||
		reply.header("x-ratelimit-remaining") === "0" ||
		/rate limit/i.test(reply.text.slice(0, 4096))
	);
}

/** `retry-after` in seconds, else the reset of a limit that is used up, else a minute. In milliseconds. */
export function rateLimitWait(reply: LimitReply, now: number): number {
	const after = Number(reply.header("retry-after"));
	if (reply.header("retry-after") !== undefined && Number.isFinite(after) && after >= 0) return after * 1000;
	const reset = Number(reply.header("x-ratelimit-reset"));
	// A second more: the reset is told in whole seconds.
	if (reply.header("x-ratelimit-remaining") === "0" && Number.isFinite(reset))
		return Math.max(1000, reset * 1000 - now + 1000);
	return UNNAMED_WAIT;
}
