import { Agent, type Dispatcher, request } from "undici";
import { z } from "zod";
import { cutText } from "../runner/cut-text.js";
import { UserError } from "../runner/errors.js";
import { isRateLimit, rateLimitWait } from "./rate-limit.js";
import type { GitHubRepository } from "./server.js";

/** The answer to one GraphQL request, or why there is none. */
export type GraphqlAnswer = { data: unknown } | { failure: GraphqlFailure };

/**
 * - `unavailable`: nothing was done, and this API will not do it (no connection, or an unknown field);
 * - `refused`: the server will say no again (token, permission, rule);
 * - `passing`: it may have been done or not, and the next time may be better.
 */
export interface GraphqlFailure {
	kind: "unavailable" | "refused" | "passing";
	error: UserError;
}

export interface GraphqlOptions {
	sleep(milliseconds: number): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	signal?: AbortSignal | undefined;
	/** In milliseconds; default 10 s for a connection, 30 s for an answer to start and between its pieces. */
	timeouts?: { connect: number; answer: number };
}

const ATTEMPTS = 3;
/** The longest that a rate limit is waited for, in milliseconds: a job costs money while it waits. */
const LONGEST_WAIT = 60_000;
const ANSWER_LIMIT = 1024 * 1024;

const answerSchema = z.object({
	data: z.unknown().optional(),
	errors: z
		.array(
			z.object({
				message: z.string(),
				type: z.string().optional().nullable(),
				extensions: z.object({ code: z.string().optional() }).optional().nullable(),
			}),
		)
		.optional()
		.nullable(),
});

/**
 * Sends one GraphQL request. Where a rate limit stops it, it is sent again after the time that the server names, up
 * to a minute; all else is told and never repeated here, since a mutation may have been done. Redirects are not
 * followed: they would carry the token elsewhere. No message holds the token.
 */
export async function graphql(
	repository: GitHubRepository,
	query: string,
	variables: Readonly<Record<string, unknown>>,
	options: GraphqlOptions,
): Promise<GraphqlAnswer> {
	const { connect, answer } = options.timeouts ?? { connect: 10_000, answer: 30_000 };
	const agent = new Agent({
		allowH2: false,
		connect: { timeout: connect },
		headersTimeout: answer,
		bodyTimeout: answer,
	});
	try {
		for (let attempt = 1; ; attempt++) {
			const reply = await send(repository, JSON.stringify({ query, variables }), agent, options.signal);
			if ("failure" in reply) return reply;
			const result = judge(repository, reply, options.now());
			if (!("wait" in result)) return result;
			if (attempt === ATTEMPTS || result.wait > LONGEST_WAIT)
				return { failure: { kind: "refused", error: rateLimited(repository, result.wait) } };
			await options.sleep(result.wait);
		}
	} finally {
		await agent.destroy();
	}
}

interface Reply {
	status: number;
	header(name: string): string | undefined;
	text: string;
}

async function send(
	repository: GitHubRepository,
	body: string,
	dispatcher: Dispatcher,
	signal: AbortSignal | undefined,
): Promise<Reply | { failure: GraphqlFailure }> {
	let started = false;
	try {
		const answer = await request(repository.graphqlUrl, {
			dispatcher,
			method: "POST",
			headers: {
				authorization: `bearer ${repository.token}`,
				"content-type": "application/json",
				accept: "application/json",
				"user-agent": "sluice",
			},
			body,
			signal: signal ?? null,
		});
		started = true;
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of answer.body as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > ANSWER_LIMIT) throw new Error("the answer is larger than 1 MiB");
			chunks.push(chunk);
		}
		return {
			status: answer.statusCode,
			header: (name) => [answer.headers[name]].flat()[0],
			text: Buffer.concat(chunks).toString("utf8"),
		};
	} catch (cause) {
		if (signal?.aborted === true) throw cause;
		const code = codeOf(cause);
		const unsent = !started && NO_CONNECTION.test(code ?? "");
		const words = code ?? (cause instanceof Error ? cause.message : "the connection failed");
		return {
			failure: {
				kind: unsent ? "unavailable" : "passing",
				error: apiError(
					repository,
					`gives no whole answer (${words})`,
					"Check the network, and run the step again.",
				),
			},
		};
	}
}

/** Before any byte of the request left: names, connections and TLS that failed. */
const NO_CONNECTION =
	/^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

function codeOf(error: unknown): string | undefined {
	for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
		const first: unknown = each instanceof AggregateError ? each.errors[0] : each;
		const code = first instanceof Error ? (first as NodeJS.ErrnoException).code : undefined;
		if (typeof code === "string") return code;
	}
	return undefined;
}

function judge(repository: GitHubRepository, reply: Reply, now: number): GraphqlAnswer | { wait: number } {
	const { status, text } = reply;
	const failed = (kind: GraphqlFailure["kind"], words: string, hint: string): GraphqlAnswer => ({
		failure: { kind, error: apiError(repository, words, hint) },
	});
	const parsed = parse(text);
	const said = messageOf(text);
	if (status === 401)
		return failed("refused", `does not accept the token${said}`, "Pass a valid token as 'token'.");
	if (isRateLimit(reply)) return { wait: rateLimitWait(reply, now) };
	if (status === 403) return failed("refused", `forbids it${said}`, permissionHint(reply));
	if (status === 404) return failed("unavailable", "does not exist", "Check GITHUB_GRAPHQL_URL.");
	if (status >= 300 && status < 400)
		return failed(
			"refused",
			`answers with a redirect (${status}), which is not followed`,
			"Check GITHUB_GRAPHQL_URL.",
		);
	if (status !== 200 || parsed === undefined)
		return failed(
			status < 500 && status !== 200 ? "refused" : "passing",
			status === 200
				? "gave half an answer, or none that is GraphQL"
				: `answers with status ${status}${said}`,
			"Run the step again, and see https://www.githubstatus.com or your server's status.",
		);
	const [first] = parsed.errors ?? [];
	if (first === undefined) {
		return parsed.data === undefined || parsed.data === null
			? failed("passing", "answers without data", "Run the step again.")
			: { data: parsed.data };
	}
	if (first.type === "RATE_LIMITED") return { wait: rateLimitWait(reply, now) };
	const words = `says: ${cutText(first.message, 500)}`;
	if (first.extensions?.code === "undefinedField" || /doesn't exist on type 'Mutation'/.test(first.message))
		return failed("unavailable", words, "Update the server.");
	if (first.type === "FORBIDDEN" || /not accessible by|must have (push|write)/i.test(first.message))
		return failed("refused", words, permissionHint(reply));
	if (first.type === "NOT_FOUND")
		return failed(
			"refused",
			words,
			"The token must be one that reads and writes this repository (contents: write).",
		);
	if (/\brules?\b|protected|restricted/i.test(first.message))
		return failed("refused", words, "The repository's rules must let this token create these tags.");
	return failed("passing", words, "Run the step again.");
}

function parse(text: string): z.infer<typeof answerSchema> | undefined {
	try {
		return answerSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** GitHub's `{"message": ...}` of an answer that is no GraphQL. */
function messageOf(text: string): string {
	try {
		const found = z.object({ message: z.string() }).safeParse(JSON.parse(text)).data;
		return found === undefined ? "" : `: ${cutText(found.message, 500)}`;
	} catch {
		return "";
	}
}

function permissionHint(reply: Reply): string {
	const accepted = reply.header("x-accepted-github-permissions")?.slice(0, 200);
	const needed = accepted === undefined ? "" : ` The server asks for ${accepted}.`;
	return `The job needs 'permissions: contents: write', and the repository's rules must let it create these tags.${needed}`;
}

function rateLimited(repository: GitHubRepository, wait: number): UserError {
	const seconds = Math.ceil(wait / 1000);
	return apiError(
		repository,
		`limits the rate of requests, for ${seconds} seconds more`,
		"Run the step again later, or use a token with a limit of its own.",
	);
}

function apiError(repository: GitHubRepository, words: string, hint: string): UserError {
	const text = `${new URL(repository.graphqlUrl).host} ${words}`.replaceAll(repository.token, "***");
	return new UserError("publish-failed", `The tags were not made through GitHub's API: ${text}`, {
		fault: "outside",
		hint: hint.replaceAll(repository.token, "***"),
	});
}
