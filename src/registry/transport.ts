import type { Readable } from "node:stream";
import { request } from "undici";
import { UserError } from "../runner/errors.js";
import { discard, type HttpResponse, responseOf } from "./answer.js";
import { createDispatcher } from "./dispatcher.js";
import { type Call, createLastCall } from "./last-call.js";
import { type AdaptiveLimit, createAdaptiveLimit } from "./limit.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter, isBusy, isPassing } from "./retry.js";
import { finalFailure, givenUp, isSilence, unreachable } from "./unreachable.js";

/** A body that can be opened once per attempt. `size` in bytes is sent as Content-Length. */
export interface StreamBody {
	size: number;
	open(): Promise<Readable>;
}

export interface HttpRequest {
	method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
	url: URL;
	headers?: Readonly<Record<string, string>>;
	body?: Buffer | StreamBody | undefined;
	/** Under which name the request is counted. */
	countAs: string;
	/** Bytes that the other side has to put away before it can answer: the more, the longer it may take. */
	puttingAway?: number | undefined;
	/** Default true. False where the caller must start anew further up, as with an upload session. */
	retry?: boolean | undefined;
	/** Before each further attempt, after the wait: what it throws ends the request. */
	beforeRetry?: (() => Promise<void>) | undefined;
	signal?: AbortSignal | undefined;
}

/** In milliseconds. */
export interface Timeouts {
	connect: number;
	/** Until an answer starts, counted from the last byte that was sent; longer where much has to be put away. */
	headers: number;
	/** Between two pieces of an answer. */
	body: number;
	/** For the whole of an answer that is read into memory, or thrown away: pieces alone could come for ever. */
	answer: number;
}

export interface TransportOptions {
	/** Requests at once per host, at most, and as many streamed uploads: fewer while a host says that it is busy. */
	concurrency: number;
	timeouts: Timeouts;
	/** Where proxies are named; default: there are none. */
	environment?: Readonly<Record<string, string | undefined>> | undefined;
	/** Cancels the run: from then on a request that gets no answer is soon given up. */
	cancelled?: AbortSignal | undefined;
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	now(): number;
	random(): number;
}

/** A host that owes an answer. */
export interface WaitedFor {
	host: string;
	/** Since it answered anything, or was first asked. */
	milliseconds: number;
}

/** Sends single HTTP requests: bounded retries, time limits, a limit per host, counters. Follows no redirects. */
export interface Transport {
	/**
	 * The answer of whatever status; passing failures come back when the attempts are used up.
	 * @throws RegistryError `registry-unreachable`; what the body's own stream threw
	 */
	send(request: HttpRequest): Promise<HttpResponse>;
	/** Requests so far, attempts included, by the name under which they are counted. */
	counts(): ReadonlyMap<string, number>;
	/** The host that has kept requests waiting for the longest time. Undefined while none waits. */
	waitingFor(): WaitedFor | undefined;
	close(): Promise<void>;
}

/** Digests and ranges are of the bytes as they are, so nobody on the way shall compress them. */
const ALWAYS = { "user-agent": "sluice", "accept-encoding": "identity" };
/** How long an idle connection is kept, in milliseconds; a server that says less is believed. */
const KEEP_ALIVE = 30_000;
/** Bytes that a registry puts away within a millisecond, at least: it reads, hashes and copies what it has got. */
const LEAST_SPEED = 10_000;

interface Host {
	/** Of requests that need nothing else to be answered. */
	limit: AdaptiveLimit;
	/**
	 * Of requests whose body is a stream, which may itself have to ask the same host for more. Were they counted
	 * with the others, an upload could wait for a download that waits for the upload's place, for ever.
	 */
	streams: AdaptiveLimit;
	/** A busy host gets no request before this. Milliseconds since 1970. */
	notBefore: number;
	/** Requests without a final answer. */
	open: number;
	/** When it last answered, or was first asked of those. Milliseconds since 1970. */
	since: number;
}

export function createTransport(options: TransportOptions): Transport {
	const { connect, headers, body, answer: patience } = options.timeouts;
	// HTTP/1.1: registries end HTTP/2 connections under load in ways that no request survives (GOAWAY).
	const agent = createDispatcher(
		{
			allowH2: false,
			pipelining: 1,
			connect: { timeout: connect },
			headersTimeout: headers,
			bodyTimeout: body,
			keepAliveTimeout: KEEP_ALIVE,
		},
		options.environment,
	);
	const lastCall = createLastCall(options.cancelled);
	const hosts = new Map<string, Host>();
	const counts = new Map<string, number>();

	function hostOf(url: URL): Host {
		const host = hosts.get(url.host) ?? {
			limit: createAdaptiveLimit(options.concurrency),
			streams: createAdaptiveLimit(options.concurrency),
			notBefore: 0,
			open: 0,
			since: 0,
		};
		hosts.set(url.host, host);
		return host;
	}

	async function attempt(message: HttpRequest, host: Host): Promise<HttpResponse> {
		// Opened before a place at the host is taken: opening may itself need a place at the same host.
		const opened = await openBody(message.body);
		let call: Call | undefined;
		try {
			return await limitFor(message, host).run(async () => {
				const wait = host.notBefore - options.now();
				if (wait > 0) await options.sleep(wait, message.signal);
				message.signal?.throwIfAborted();
				call = lastCall(message.signal);
				counts.set(message.countAs, (counts.get(message.countAs) ?? 0) + 1);
				const answer = await request(message.url, {
					dispatcher: agent,
					method: message.method,
					headers: { ...ALWAYS, ...message.headers, ...opened.headers },
					body: opened.content,
					signal: call.signal ?? null,
					headersTimeout: headers + Math.ceil((message.puttingAway ?? 0) / LEAST_SPEED),
					// Otherwise undici closes the connection after each HEAD, and half of our requests are HEADs. An answer
					// that wrongly has a body breaks its connection, no more.
					reset: false,
				});
				answer.body.once("close", call.end);
				host.since = options.now();
				return responseOf(answer, message.url, patience);
			});
		} catch (error) {
			opened.close();
			call?.end();
			if (message.signal?.aborted === true) throw error;
			if (call?.isOver() === true) throw givenUp(message, error);
			throw opened.failure() ?? unreachable(message, error);
		}
	}

	async function sendTo(host: Host, message: HttpRequest): Promise<HttpResponse> {
		for (let attempts = 1; ; attempts += 1) {
			let failure: { status?: number; retryAfter?: string | undefined; silent?: boolean };
			let outcome: { response: HttpResponse } | { error: RegistryError };
			try {
				const response = await attempt(message, host);
				if (isBusy(response.status)) limitFor(message, host).busy();
				else limitFor(message, host).answered();
				if (!isPassing(response.status)) return response;
				failure = { status: response.status, retryAfter: response.header("retry-after") };
				outcome = { response };
			} catch (error) {
				if (!(error instanceof RegistryError) || !error.passing || message.retry === false) throw error;
				failure = { silent: isSilence(error) };
				outcome = { error };
			}
			const { now, random } = options;
			const delay = delayAfter({ attempts, ...failure, now: now(), random: random() });
			if (failure.status !== undefined && isBusy(failure.status)) {
				host.notBefore = Math.max(host.notBefore, now() + (delay ?? 0));
			}
			if (delay === undefined || message.retry === false) {
				if ("response" in outcome) return outcome.response;
				throw finalFailure(outcome.error);
			}
			if ("response" in outcome) await discard(outcome.response);
			await options.sleep(delay, message.signal);
			await message.beforeRetry?.();
		}
	}

	return {
		async send(message) {
			const host = hostOf(message.url);
			if (host.open === 0) host.since = options.now();
			host.open += 1;
			try {
				return await sendTo(host, message);
			} finally {
				host.open -= 1;
			}
		},
		counts: () => counts,
		waitingFor() {
			const now = options.now();
			return [...hosts]
				.filter(([, { open }]) => open > 0)
				.map(([host, { since }]) => ({ host, milliseconds: now - since }))
				.reduce<WaitedFor | undefined>(
					(longest, each) =>
						longest !== undefined && longest.milliseconds >= each.milliseconds ? longest : each,
					undefined,
				);
		},
		close: () => agent.destroy(),
	};
}

function limitFor({ body }: HttpRequest, { limit, streams }: Host): AdaptiveLimit {
	return body === undefined || Buffer.isBuffer(body) ? limit : streams;
}

interface OpenedBody {
	content: Buffer | Readable | null;
	headers: Record<string, string>;
	close(): void;
	/** What broke the body's own stream, if anything: not the destination's fault. */
	failure(): unknown;
}

async function openBody(body: HttpRequest["body"]): Promise<OpenedBody> {
	if (body === undefined)
		return { content: null, headers: {}, close: () => undefined, failure: () => undefined };
	if (Buffer.isBuffer(body)) {
		const headers = { "content-length": String(body.length) };
		return { content: body, headers, close: () => undefined, failure: () => undefined };
	}
	const stream = await body.open();
	let failure: unknown;
	stream.on("error", (error) => {
		if (error instanceof UserError) failure = error;
	});
	return {
		content: stream,
		headers: { "content-length": String(body.size) },
		close: () => stream.destroy(),
		failure: () => failure,
	};
}
