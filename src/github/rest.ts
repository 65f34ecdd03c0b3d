import { Agent, type Dispatcher, request } from "undici";
import { errorMessage } from "../runner/errors.js";
import { isRateLimit, rateLimitWait } from "./rate-limit.js";
import type { GitHubApi } from "./server.js";

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

export interface RestOptions {
	sleep(milliseconds: number): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	signal?: AbortSignal | undefined;
	/** In milliseconds; default 10 s for a connection, 30 s for an answer to start and between its pieces. */
	timeouts?: { connect: number; answer: number };
}

/** One answer: parsed JSON, and the address of the next page where there is one. */
export interface RestAnswer {
	status: number;
	json: unknown;
	next: string | undefined;
}

const VERSION = "2022-11-28";
const ANSWER_LIMIT = 32 * 1024 * 1024;
const REDIRECTS = 3;
/** How often a request is sent at most; between two a second, then two, four, eight. */
const ATTEMPTS = 5;
/** The most pages of one list, of up to a hundred items: beyond it something is wrong. */
export const PAGE_LIMIT = 100;

interface Reply {
	status: number;
	header(name: string): string | undefined;
	text: string;
}

/**
 * GitHub's REST API for one repository. Reads are repeated while a rate limit or a broken server stands in the way,
 * until `deadline`; pages follow the Link header; what was read before is asked for with its ETag, and an answer of
 * 304 costs nothing of the rate limit. A redirect to another host is refused, so that the token goes nowhere else.
 * Source: GitHub, "Best practices for using the REST API", "Rate limits", "Using pagination".
 */
export class GitHubRest implements AsyncDisposable {
	readonly api: GitHubApi;
	/** Milliseconds since 1970: nothing is repeated or waited for beyond it. */
	deadline: number;
	readonly #options: RestOptions;
	readonly #agent: Agent;
	readonly #known = new Map<string, { etag: string; answer: RestAnswer }>();

	constructor(api: GitHubApi, options: RestOptions, deadline: number) {
		this.api = api;
		this.deadline = deadline;
		this.#options = options;
		const { connect, answer } = options.timeouts ?? { connect: 10_000, answer: 30_000 };
		this.#agent = new Agent({
			allowH2: false,
			connect: { timeout: connect },
			headersTimeout: answer,
			bodyTimeout: answer,
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#agent.destroy();
	}

	/** The address of a path below the repository: `/commits/abc/check-runs?per_page=100`. */
	address(path: string): string {
		const { url, owner, name } = this.api;
		return `${url}/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${path}`;
	}

	/** @throws RestFailure */
	async get(address: string): Promise<RestAnswer> {
		const known = this.#known.get(address);
		const headers: Record<string, string> = known === undefined ? {} : { "if-none-match": known.etag };
		const { reply, json } = await this.#patiently(() => this.#follow(address, headers));
		if (reply.status === 304 && known !== undefined) return known.answer;
		const answer: RestAnswer = { status: reply.status, json, next: this.#next(reply.header("link")) };
		const etag = reply.header("etag");
		if (etag !== undefined) this.#known.set(address, { etag, answer });
		return answer;
	}

	/**
	 * All pages of a list.
	 * @param items takes the items of one page's JSON; undefined where it has another form
	 * @throws RestFailure
	 */
	async pages<T>(address: string, items: (json: unknown) => readonly T[] | undefined): Promise<T[]> {
		const all: T[] = [];
		let next: string | undefined = address;
		for (let page = 1; next !== undefined; page++) {
			if (page > PAGE_LIMIT)
				throw new RestFailure("refused", `${this.#host} gives more than ${PAGE_LIMIT} pages of one list`);
			const answer: RestAnswer = await this.get(next);
			const found = items(answer.json);
			if (found === undefined)
				throw new RestFailure("passing", `${this.#host} answers in a form that is not known`);
			for (const item of found) all.push(item);
			next = answer.next;
		}
		return all;
	}

	/**
	 * A request that changes something: sent once, and again only where a rate limit shows that nothing was done.
	 * @throws RestFailure
	 */
	async send(method: "POST" | "PATCH", address: string, body: unknown): Promise<RestAnswer> {
		const text = JSON.stringify(body);
		const { reply, json } = await this.#patiently(() => this.#once(method, address, {}, text), false);
		return { status: reply.status, json, next: undefined };
	}

	get #host(): string {
		return new URL(this.api.url).host;
	}

	async #patiently(call: () => Promise<Reply>, repeat = true): Promise<{ reply: Reply; json: unknown }> {
		const { now, sleep } = this.#options;
		for (let attempt = 1; ; attempt++) {
			let failure: RestFailure;
			let limited = false;
			let wait = 1000 * 2 ** (attempt - 1);
			try {
				const reply = await call();
				if (isRateLimit(reply)) {
					limited = true;
					wait = rateLimitWait(reply, now());
					failure = this.#limited(wait, reply.status);
				} else {
					const found = this.#failure(reply);
					if (found === undefined)
						return { reply, json: reply.status === 304 ? undefined : this.#parse(reply) };
					failure = found;
					if (!repeat) throw failure;
				}
			} catch (thrown) {
				if (!(thrown instanceof RestFailure) || thrown.kind !== "passing" || !repeat) throw thrown;
				failure = thrown;
			}
			const again = limited || failure.kind === "passing";
			if (!again || attempt === ATTEMPTS || now() + wait > this.deadline) throw failure;
			await sleep(wait);
		}
	}

	async #follow(start: string, headers: Record<string, string>): Promise<Reply> {
		let address = start;
		for (let redirects = 0; ; redirects++) {
			const reply = await this.#once("GET", address, headers);
			const target = /^30[1278]$/.test(String(reply.status)) ? reply.header("location") : undefined;
			if (target === undefined) return reply;
			const url = URL.parse(target, address);
			if (url === null || url.origin !== new URL(this.api.url).origin)
				throw this.#redirected("to another host");
			if (redirects === REDIRECTS) throw this.#redirected("again and again");
			address = url.href;
		}
	}

	async #once(
		method: Dispatcher.HttpMethod,
		address: string,
		headers: Record<string, string>,
		body?: string,
	): Promise<Reply> {
		const { signal } = this.#options;
		const left = Math.max(1000, Math.ceil(this.deadline - this.#options.now()));
		const late = AbortSignal.timeout(Math.min(left, 2 ** 31 - 1));
		try {
			const answer = await request(address, {
				dispatcher: this.#agent,
				method,
				headers: {
					authorization: `Bearer ${this.api.token}`,
					accept: "application/vnd.github+json",
					"x-github-api-version": VERSION,
					"user-agent": "sluice",
					...(body === undefined ? {} : { "content-type": "application/json" }),
					...headers,
				},
				body: body ?? null,
				signal: signal === undefined ? late : AbortSignal.any([signal, late]),
			});
			const chunks: Buffer[] = [];
			let size = 0;
			for await (const chunk of answer.body as AsyncIterable<Buffer>) {
				size += chunk.length;
				if (size > ANSWER_LIMIT)
					throw new RestFailure("refused", `${this.#host} answers with more than 32 MiB`);
				chunks.push(chunk);
			}
			return {
				status: answer.statusCode,
				header: (name) => [answer.headers[name]].flat()[0],
				text: Buffer.concat(chunks).toString("utf8"),
			};
		} catch (cause) {
			if (cause instanceof RestFailure || signal?.aborted === true) throw cause;
			const code = (cause as { code?: unknown } | undefined)?.code;
			const words = late.aborted ? "the time is over" : typeof code === "string" ? code : errorMessage(cause);
			throw new RestFailure("passing", this.#masked(`${this.#host} gives no whole answer (${words})`), {
				cause,
			});
		}
	}

	/** What a status that is no success means; a rate limit is known before. */
	#failure(reply: Reply): RestFailure | undefined {
		const { status } = reply;
		if ((status >= 200 && status < 300) || status === 304) return undefined;
		const permission = reply.header("x-accepted-github-permissions")?.slice(0, 200);
		const failed = (kind: RestFailureKind, words: string) =>
			new RestFailure(kind, this.#masked(`${this.#host} ${words}${messageOf(reply.text)}`), {
				status,
				permission,
			});
		if (status === 401) return failed("forbidden", "does not accept the token (401)");
		if (status === 403) return failed("forbidden", "forbids it (403)");
		if (status === 404 || status === 410)
			return failed("missing", `shows no such thing to this token (${status})`);
		if (status >= 300 && status < 400) return this.#redirected(`(${status})`);
		return failed(status >= 500 ? "passing" : "refused", `answers with status ${status}`);
	}

	#redirected(words: string): RestFailure {
		return new RestFailure(
			"refused",
			`${this.#host} answers with a redirect ${words}, which is not followed`,
		);
	}

	#limited(wait: number, status: number): RestFailure {
		const seconds = Math.ceil(wait / 1000);
		return new RestFailure(
			"limited",
			`${this.#host} limits the rate of requests for ${seconds} ${seconds === 1 ? "second" : "seconds"} more`,
			{ status },
		);
	}

	#parse(reply: Reply): unknown {
		try {
			return JSON.parse(reply.text);
		} catch (cause) {
			throw new RestFailure("passing", `${this.#host} gives half an answer, or none that is JSON`, { cause });
		}
	}

	/** `<https://...&page=2>; rel="next"`, of this API alone. */
	#next(link: string | undefined): string | undefined {
		if (link === undefined) return undefined;
		for (const [, address = "", parameters = ""] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
			if (!/;\s*rel\s*=\s*"?[^";,]*\bnext\b/i.test(parameters)) continue;
			const url = URL.parse(address);
			if (url?.origin !== new URL(this.api.url).origin)
				throw new RestFailure("refused", `${this.#host} names another host for the next page`);
			return url.href;
		}
		return undefined;
	}

	#masked(text: string): string {
		return text.replaceAll(this.api.token, "***");
	}
}

/** GitHub's `{"message": ...}`, in one line. */
function messageOf(text: string): string {
	try {
		const parsed: unknown = JSON.parse(text);
		const message =
			typeof parsed === "object" && parsed !== null && "message" in parsed ? parsed.message : undefined;
		return typeof message === "string" ? `: ${message.replace(/\s+/g, " ").slice(0, 300)}` : "";
	} catch {
		return "";
	}
}
