/**
 * An OCI registry (distribution-spec 1.1) for tests and demonstrations, on node:http alone. Blobs are
 * files in a temporary folder, metadata is in memory; both are gone when it closes.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Authenticator, type AuthOptions, authenticator } from "./auth.ts";
import { Blobs } from "./blobs.ts";
import { errorReply, RegistryError } from "./errors.ts";
import {
	type Fault,
	type FaultRule,
	Faults,
	resetAfter,
	resetsRequest,
	stallAfter,
	wrongBytes,
} from "./faults.ts";
import { Manifests } from "./manifests.ts";
import { listReferrers } from "./referrers.ts";
import { type BodyChange, bodyLength, type Reply, send } from "./reply.ts";
import { Repositories } from "./repositories.ts";
import { type RequestRecord, record } from "./request-log.ts";
import { type Routes, route } from "./router.ts";
import { listTags } from "./tags.ts";
import { Uploads } from "./uploads.ts";

export interface RegistryOptions {
	/** Default 0: a free one. */
	port?: number;
	/** The address to listen on. Default 127.0.0.1. */
	host?: string;
	/** An existing folder; the temporary one is made in it. Default: the system's. */
	data?: string;
	/** Default `{ kind: "none" }`. */
	auth?: AuthOptions;
	faults?: readonly FaultRule[];
	/** A tag that exists is not moved to another digest: 400 TAG_INVALID. Default false. */
	immutableTags?: boolean;
	/** False: the referrers API is 404, and there is no OCI-Subject. Default true. */
	referrers?: boolean;
	/** False: DELETE of a tag is 405. Default true. */
	deleteTags?: boolean;
	/** Manifests may name blobs and manifests that are not there. Default false. */
	sparse?: boolean;
	/** False: a mount without `from` is always 202. Default true: 201 when a readable repository has it. */
	anonymousMount?: boolean;
	/** The most tags or referrers in one answer. Default: no limit. */
	pageSize?: number;
	/** Larger request bodies for blobs are answered 413, in bytes. Default: no limit. */
	bodyLimit?: number;
}

export interface EmbeddedRegistry extends AsyncDisposable {
	/** `127.0.0.1:PORT`, as it stands in image names. */
	host: string;
	/** `http://127.0.0.1:PORT`. */
	url: string;
	/** The last 10,000 requests, in the order of their arrival. A test may empty it. */
	requests: RequestRecord[];
	/** Digests of the manifests of a repository, and what its tags point at. */
	stored(name: string): { manifests: string[]; tags: Record<string, string> };
	/** Adds a fault rule. */
	inject(rule: FaultRule): void;
	/** Removes all fault rules. */
	heal(): void;
	/** Settles when no request is being handled. */
	idle(): Promise<void>;
	/** Ends all connections and removes the content. */
	close(): Promise<void>;
}

/** Starts a registry; rejects with the system's error (EADDRINUSE, ...) when it cannot listen. */
export async function startRegistry(options: RegistryOptions = {}): Promise<EmbeddedRegistry> {
	const folder = await mkdtemp(join(options.data ?? tmpdir(), "embedded-registry-"));
	const handler = new Handler(folder, options);
	const server = createServer((request, response) => handler.accept(request, response));
	try {
		await listen(server, options.port ?? 0, options.host ?? "127.0.0.1");
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
	const host = hostOf(server.address() as AddressInfo);
	handler.url = `http://${host}`;

	let closing: Promise<void> | undefined;
	const shutDown = async (): Promise<void> => {
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeAllConnections();
		await Promise.all([closed, handler.end()]);
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	const close = (): Promise<void> => {
		closing ??= shutDown();
		return closing;
	};
	return {
		host,
		url: handler.url,
		requests: handler.requests,
		stored(name) {
			const repository = handler.repositories.find(name);
			return {
				manifests: [...(repository?.manifests.keys() ?? [])],
				tags: Object.fromEntries(repository?.tags ?? []),
			};
		},
		inject: (rule) => handler.faults.add(rule),
		heal: () => handler.faults.clear(),
		idle: () => handler.idle(),
		close,
		[Symbol.asyncDispose]: close,
	};
}

function listen(server: Server, port: number, host: string): Promise<void> {
	// A client's kept connection must not end just when a test uses it again.
	server.keepAliveTimeout = 60_000;
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
}

/** A host that a client can connect to, also when the server listens on all addresses. */
function hostOf({ address, port }: AddressInfo): string {
	if (address === "0.0.0.0" || address === "::") return `127.0.0.1:${port}`;
	return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** From a request to its answer: log, faults, credentials, route, endpoint. */
class Handler {
	url = "";
	readonly requests: RequestRecord[] = [];
	readonly faults = new Faults();
	readonly repositories = new Repositories();
	readonly #routes: Routes;
	readonly #auth: Authenticator;
	readonly #bodyLimit: number;
	readonly #running = new Set<Promise<void>>();
	readonly #ending = new AbortController();

	constructor(folder: string, options: RegistryOptions) {
		this.#routes = routesOf(folder, this.repositories, options);
		this.#bodyLimit = options.bodyLimit ?? Number.POSITIVE_INFINITY;
		this.#auth = authenticator(options.auth ?? { kind: "none" }, () => this.url);
		for (const rule of options.faults ?? []) this.faults.add(rule);
	}

	accept(request: IncomingMessage, response: ServerResponse): void {
		// What fails after this point is a connection that ended: there is nobody to tell.
		const running = this.#handle(request, response)
			.catch(() => void request.destroy())
			.finally(() => this.#running.delete(running));
		this.#running.add(running);
	}

	/** Connections must have been closed. */
	async end(): Promise<void> {
		this.#ending.abort();
		await this.idle();
	}

	async idle(): Promise<void> {
		await Promise.all(this.#running);
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = "GET", url: target = "/" } = request;
		const entry = record(this.requests, method, target, request.headers);
		const fault = this.faults.next(method, target);
		const reset = (): void => void request.socket.resetAndDestroy();

		if (fault.delay > 0) await sleep(fault.delay, undefined, { signal: this.#ending.signal });
		if (fault.action?.kind === "hang") return void request.resume();
		if (fault.action?.kind === "stop-reading") return;
		const handled = await this.#reply(request, method, target, fault, reset).catch(errorReply);
		const reply = changed(handled, fault);
		if (request.socket.destroyed || fault.action?.kind === "lost-answer") return reset();
		entry.status = reply.status;
		await send(response, method, shorten(reply, fault), changeOf(request, fault, reset));
	}

	async #reply(
		request: IncomingMessage,
		method: string,
		target: string,
		{ action: fault }: Fault,
		reset: () => void,
	): Promise<Reply> {
		if (fault?.kind === "status") {
			const { status, headers = {}, body = "" } = fault;
			return { status, headers, body: Buffer.from(body) };
		}
		const [path = "", ...search] = target.split("?");
		const query = new URLSearchParams(search.join("?"));
		const { headers } = request;
		if (path === "/token" && this.#auth.token) {
			if (method === "GET") return this.#auth.token(headers.authorization, query);
			throw new RegistryError(405, "UNSUPPORTED", "tokens are had by GET", { allow: "GET" });
		}
		const { endpoint, name, reference } = route(this.#routes, method, path);
		if (fault?.kind === "expired") this.#auth.authorize(undefined, name, endpoint.action);
		const { mayPull } = this.#auth.authorize(headers.authorization, name, endpoint.action);
		if (path.includes("/blobs/uploads/") && Number(headers["content-length"] ?? 0) > this.#bodyLimit) {
			// The client is still sending, and then reads the refusal.
			request.resume();
			throw new RegistryError(413, "SIZE_INVALID", `more than ${this.#bodyLimit} bytes in one request`);
		}
		const body =
			fault?.kind === "reset" && resetsRequest(method)
				? resetAfter(request.iterator({ destroyOnReturn: false }), fault.afterBytes ?? 0, reset)
				: request;
		return endpoint.handle({ name, reference, query, headers, body, mayPull });
	}
}

/** A good answer with another status and other headers. */
function changed(reply: Reply, { action }: Fault): Reply {
	if (action?.kind !== "answer" || reply.status >= 300) return reply;
	const headers = Object.entries({ ...reply.headers, ...action.headers }).flatMap(([name, value]) =>
		value === null ? [] : [[name, value] as const],
	);
	return { ...reply, status: action.status ?? reply.status, headers: Object.fromEntries(headers) };
}

function shorten(reply: Reply, { action }: Fault): Reply {
	if (action?.kind !== "short-body" || bodyLength(reply) <= action.bytes || !reply.body) return reply;
	const body =
		reply.body instanceof Uint8Array
			? reply.body.subarray(0, action.bytes)
			: { ...reply.body, length: action.bytes };
	return { ...reply, body };
}

function changeOf(
	{ method = "GET", socket }: IncomingMessage,
	{ action }: Fault,
	reset: () => void,
): BodyChange | undefined {
	if (action?.kind === "wrong-bytes") return wrongBytes;
	if (action?.kind === "stall") return (body) => stallAfter(body, action.afterBytes, once(socket, "close"));
	if (action?.kind !== "reset" || resetsRequest(method)) return undefined;
	return (body) => resetAfter(body, action.afterBytes ?? 0, reset);
}

function routesOf(folder: string, repositories: Repositories, options: RegistryOptions): Routes {
	const { referrers = true, deleteTags = true, immutableTags = false, sparse = false } = options;
	const { anonymousMount = true, pageSize } = options;
	const blobs = new Blobs(join(folder, "blobs"), repositories);
	const uploads = new Uploads(join(folder, "uploads"), repositories, blobs, { anonymousMount });
	const manifests = new Manifests(repositories, blobs, { immutableTags, deleteTags, referrers, sparse });
	const base: Reply = {
		status: 200,
		headers: { "content-type": "application/json", "docker-distribution-api-version": "registry/2.0" },
		body: Buffer.from("{}"),
	};
	return {
		base: { GET: { action: undefined, handle: () => base } },
		uploads: { POST: { action: "push", handle: (request) => uploads.begin(request) } },
		upload: {
			GET: { action: "push", handle: (request) => uploads.status(request) },
			PATCH: { action: "push", handle: (request) => uploads.append(request) },
			PUT: { action: "push", handle: (request) => uploads.finish(request) },
			DELETE: { action: "push", handle: (request) => uploads.cancel(request) },
		},
		blob: {
			GET: { action: "pull", handle: (request) => blobs.get(request) },
			DELETE: { action: "delete", handle: (request) => blobs.delete(request) },
		},
		manifest: {
			GET: { action: "pull", handle: (request) => manifests.get(request) },
			PUT: { action: "push", handle: (request) => manifests.put(request) },
			DELETE: { action: "delete", handle: (request) => manifests.delete(request) },
		},
		tags: { GET: { action: "pull", handle: (request) => listTags(repositories, request, pageSize) } },
		referrers: {
			GET: {
				action: "pull",
				handle: (request) => {
					if (!referrers) throw new RegistryError(404, "UNSUPPORTED", "no referrers API here");
					return listReferrers(repositories, request, pageSize);
				},
			},
		},
	};
}
