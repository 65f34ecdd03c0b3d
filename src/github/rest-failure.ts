import { cutText } from "../runner/cut-text.js";
import type { GitHubApi } from "./server.js";

/** What goes wrong with GitHub's REST API, told apart by what helps. Pure. */

/**
 * - `forbidden`: this token may not (401, 403);
 * - `missing`: there is no such thing, or this token may not see it (404, 410);
 * - `refused`: the server will say no again;
 * - `limited`: the rate of requests is limited for longer than there is time;
 * - `passing`: the server or the way to it is broken or busy, and the next time may be better.
 */
export type RestFailureKind = "forbidden" | "missing" | "refused" | "limited" | "passing";

/** Why GitHub's REST API gave no answer that can be used. The message never holds the token. */
export class RestFailure extends Error {
	override readonly name = "RestFailure";
	readonly kind: RestFailureKind;
	readonly status: number | undefined;
	/** `checks=read`: the permission that the server asks for. */
	readonly permission: string | undefined;

	constructor(
		kind: RestFailureKind,
		message: string,
		details: { status?: number; permission?: string | undefined; cause?: unknown } = {},
	) {
		super(message, details.cause === undefined ? undefined : { cause: details.cause });
		this.kind = kind;
		this.status = details.status;
		this.permission = details.permission;
	}
}

/** One answer as it came. */
export interface Reply {
	status: number;
	header(name: string): string | undefined;
	text: string;
	bytes: number;
}

/** What a status that is no success means; a rate limit is known before. */
export function failureOf(reply: Reply, api: GitHubApi): RestFailure | undefined {
	const { status } = reply;
	if ((status >= 200 && status < 300) || status === 304) return undefined;
	const permission = reply.header("x-accepted-github-permissions")?.slice(0, 200);
	const failed = (kind: RestFailureKind, words: string) =>
		new RestFailure(kind, masked(api, `${hostOf(api)} ${words}${messageOf(reply.text)}`), {
			status,
			permission,
		});
	if (status === 401) return failed("forbidden", "does not accept the token (401)");
	if (status === 403) return failed("forbidden", "forbids it (403)");
	if (status === 404 || status === 410)
		return failed("missing", `shows no such thing to this token (${status})`);
	if (status >= 300 && status < 400) return redirected(api, `(${status})`);
	return failed(status >= 500 ? "passing" : "refused", `answers with status ${status}`);
}

/** A redirect that would carry the token elsewhere. */
export function redirected(api: GitHubApi, words: string): RestFailure {
	return new RestFailure("refused", `${hostOf(api)} answers with a redirect ${words}, which is not followed`);
}

/** @param wait in milliseconds */
export function rateLimited(api: GitHubApi, wait: number, status: number): RestFailure {
	const seconds = Math.ceil(wait / 1000);
	return new RestFailure(
		"limited",
		`${hostOf(api)} limits the rate of requests for ${seconds} ${seconds === 1 ? "second" : "seconds"} more`,
		{ status },
	);
}

/** A message without the token. */
export function masked(api: GitHubApi, text: string): string {
	return text.replaceAll(api.token, "***");
}

export function hostOf(api: GitHubApi): string {
	return new URL(api.url).host;
}

/** GitHub's `{"message": ...}`, in one line. */
function messageOf(text: string): string {
	try {
		const parsed: unknown = JSON.parse(text);
		const message =
			typeof parsed === "object" && parsed !== null && "message" in parsed ? parsed.message : undefined;
		return typeof message === "string" ? `: ${cutText(message.replace(/\s+/g, " "), 300)}` : "";
	} catch {
		return "";
	}
}
