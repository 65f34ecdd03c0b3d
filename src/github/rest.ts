import { Agent, type Dispatcher, request } from "undici";
import { errorMessage } from "../runner/errors.js";
import { isRateLimit, rateLimitWait } from "./rate-limit.js";
import {
	failureOf,
	hostOf,
	masked,
	type Reply,
	RestFailure,
	rateLimited,
	redirected,
} from "./rest-failure.js";
import type { GitHubApi } from "./server.js";

export interface RestOptions {
	sleep(milliseconds: number): Promise<void>;
	/** Milliseconds since 1970. */
	now(): number;
	signal?: AbortSignal | undefined;
	/** In milliseconds; default 10 s for a connection, 30 s for an answer to start and between its pieces. */
	timeouts?: { connect: number; answer: number };
	/** In bytes of JSON; see LIMITS. */
	limits?: Partial<RestLimits>;
}

export interface RestLimits {
	/** One answer. */
	answer: number;
	/** All pages of one list, or of lists that are read with one budget. */
	list: number;
	/** All answers that are kept for their ETags, the oldest of which go first. */
	kept: number;
}

/** One answer: parsed JSON, and the address of the next page where there is one. */
export interface RestAnswer {
	status: number;
	json: unknown;
	next: string | undefined;
	/** How large its JSON was. */
	bytes: number;
}

/** What the pages of some lists may still have, in bytes. */
export interface Budget {
	left: number;
}

const VERSION = "2022-11-28";
const MIB = 1024 * 1024;
/** A page of a hundred check runs has 0.3 MiB, and 13 MiB with the longest outputs. Parsed, JSON takes a few times as much. */
const LIMITS: RestLimits = { answer: 32 * MIB, list: 128 * MIB, kept: 16 * MIB };
const REDIRECTS = 3;
/** How often a request is sent at most; between two a second, then two, four, eight. */
const ATTEMPTS = 5;
/** The most pages of one list, of up to a hundred items: beyond it something is wrong. */
export const PAGE_LIMIT = 100;

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
	readonly #limits: RestLimits;
	/** The oldest first. */
	readonly #known = new Map<string, { etag: string; answer: RestAnswer }>();
	#kept = 0;

	constructor(api: GitHubApi, options: RestOptions, deadline: number) {
		this.api = api;
		this.deadline = deadline;
		this.#options = options;
		this.#limits = { ...LIMITS, ...options.limits };
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
		const answer: RestAnswer = {
			status: reply.status,
			json,
			next: this.#next(reply.header("link")),
			bytes: reply.bytes,
		};
		this.#keep(address, reply.header("etag"), answer);
		return answer;
	}

	#keep(address: string, etag: string | undefined, answer: RestAnswer): void {
		const forget = (each: string) => {
			this.#kept -= this.#known.get(each)?.answer.bytes ?? 0;
			this.#known.delete(each);
		};
		forget(address);
		if (etag === undefined || answer.bytes > this.#limits.kept) return;
		this.#known.set(address, { etag, answer });
		this.#kept += answer.bytes;
		for (const oldest of this.#known.keys()) {
			if (this.#kept <= this.#limits.kept) break;
			forget(oldest);
		}
	}

	/** For lists that are held together. */
	budget(): Budget {
		return { left: this.#limits.list };
	}

	/**
	 * All pages of a list.
	 * @param items takes the items of one page's JSON; undefined where it has another form
	 * @throws RestFailure also where they are more than the budget allows
	 */
	async pages<T>(
		address: string,
		items: (json: unknown) => readonly T[] | undefined,
		budget = this.budget(),
	): Promise<T[]> {
		const all: T[] = [];
		let next: string | undefined = address;
		for (let page = 1; next !== undefined; page++) {
			if (page > PAGE_LIMIT)
				throw new RestFailure(
					"refused",
					`${hostOf(this.api)} gives more than ${PAGE_LIMIT} pages of one list`,
				);
			const answer: RestAnswer = await this.get(next);
			budget.left -= answer.bytes;
			if (budget.left < 0)
				throw new RestFailure("refused", `${hostOf(this.api)} gives more of one list than is read at once`);
			const found = items(answer.json);
			if (found === undefined)
				throw new RestFailure("passing", `${hostOf(this.api)} answers in a form that is not known`);
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
		return { status: reply.status, json, next: undefined, bytes: reply.bytes };
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
					failure = rateLimited(this.api, wait, reply.status);
				} else {
					const found = failureOf(reply, this.api);
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
				throw redirected(this.api, "to another host");
			if (redirects === REDIRECTS) throw redirected(this.api, "again and again");
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
				if (size > this.#limits.answer)
					throw new RestFailure(
						"refused",
						`${hostOf(this.api)} answers with more than ${this.#limits.answer / MIB} MiB`,
					);
				chunks.push(chunk);
			}
			return {
				status: answer.statusCode,
				header: (name) => [answer.headers[name]].flat()[0],
				text: Buffer.concat(chunks).toString("utf8"),
				bytes: size,
			};
		} catch (cause) {
			if (cause instanceof RestFailure || signal?.aborted === true) throw cause;
			const code = (cause as { code?: unknown } | undefined)?.code;
			const words = late.aborted ? "the time is over" : typeof code === "string" ? code : errorMessage(cause);
			throw new RestFailure(
				"passing",
				masked(this.api, `${hostOf(this.api)} gives no whole answer (${words})`),
				{
					cause,
				},
			);
		}
	}

	#parse(reply: Reply): unknown {
		try {
			return JSON.parse(reply.text);
		} catch (cause) {
			throw new RestFailure("passing", `${hostOf(this.api)} gives half an answer, or none that is JSON`, {
				cause,
			});
		}
	}

	/** `<https://...&page=2>; rel="next"`, of this API alone. */
	#next(link: string | undefined): string | undefined {
		if (link === undefined) return undefined;
		for (const [, address = "", parameters = ""] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
			if (!/;\s*rel\s*=\s*"?[^";,]*\bnext\b/i.test(parameters)) continue;
			const url = URL.parse(address);
			if (url?.origin !== new URL(this.api.url).origin)
				throw new RestFailure("refused", `${hostOf(this.api)} names another host for the next page`);
			return url.href;
		}
		return undefined;
	}
}
