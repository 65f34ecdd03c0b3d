import type { Log } from "../runner/log.js";
import { type HttpResponse, readBody } from "./answer.js";
import type { Authorizer } from "./auth.js";
import { type InsecureRegistries, registryUrl } from "./endpoint.js";
import type { Repository } from "./name.js";
import { type Patience, readAnew } from "./read-anew.js";
import type { FollowMode } from "./redirect.js";
import { refusedRequest } from "./registry-error.js";
import { type Action, repositoryScope } from "./scope.js";
import type { Secrets } from "./secrets.js";
import type { HttpRequest } from "./transport.js";
import { initialTraits, type UploadTraits } from "./upload-traits.js";

/** One call of the distribution API. */
export interface Call {
	repository: Repository;
	method: HttpRequest["method"];
	/** Below `/v2/<repository>/`, or a whole address that the registry gave. */
	path: string | URL;
	query?: Readonly<Record<string, string>>;
	headers?: Readonly<Record<string, string>>;
	body?: HttpRequest["body"];
	/** What the call does in the repository. */
	actions: readonly Action[];
	/** Scopes in other repositories. */
	otherScopes?: readonly string[];
	/** Statuses that are no failure. */
	accept: readonly number[];
	/** To follow "could not": `read the manifest 1.2.3`. */
	doing: string;
	puttingAway?: HttpRequest["puttingAway"];
	retry?: boolean | undefined;
	beforeRetry?: HttpRequest["beforeRetry"];
	follow?: FollowMode;
	signal?: AbortSignal | undefined;
}

/** Calls of the API with its refusals turned into errors. The verbs of the client stand on this. */
export interface Connection extends Patience {
	/**
	 * The answer, of one of the accepted statuses.
	 * @throws RegistryError for any other, and as `Transport.send`
	 */
	call(call: Call): Promise<HttpResponse>;
	/**
	 * The answer with its whole body, undefined if that has more than `limit` bytes. A connection that breaks
	 * in the middle of it is tried anew.
	 * @throws as `call`
	 */
	read(call: Call, limit: number): Promise<{ response: HttpResponse; body: Buffer | undefined }>;
	readonly insecure: InsecureRegistries;
	/** What this run knows of how a registry takes blobs; whoever learns something writes it down there. */
	uploadTraits(registry: string): UploadTraits;
	/** The same for mounting blobs of another repository of the registry. */
	mountTrait(to: Repository, fromRepository: string): MountTrait;
}

/** Whether blobs can be mounted from one repository to another. */
export interface MountTrait {
	/** Settles when the first answer is there, whatever it is. */
	first: Promise<void> | undefined;
	/** It was refused as such. */
	refused: boolean;
}

export interface ConnectionOptions extends Patience {
	authorizer: Authorizer;
	insecure: InsecureRegistries;
	secrets: Secrets;
	log: Pick<Log, "warning">;
}

const MAX_ERROR_BODY = 64 * 1024;
/** Distribution-spec, "Warnings": only code 299, a text in quotes. */
const WARNING = /^299 - "((?:[^"\\]|\\.)*)"/;
const MAX_WARNINGS = 50;

export function createConnection(options: ConnectionOptions): Connection {
	const { authorizer, insecure, secrets, log } = options;
	const warned = new Set<string>();
	const traits = new Map<string, UploadTraits>();
	const mounts = new Map<string, MountTrait>();

	function showWarnings(registry: string, response: HttpResponse): void {
		for (const header of response.headers("warning")) {
			const words = WARNING.exec(header)?.[1]
				?.replace(/\\(.)/g, "$1")
				.replace(/\p{C}+/gu, " ");
			if (words === undefined) continue;
			const text = secrets.scrub(`${registry} warns: ${words.slice(0, 300)}`);
			if (warned.has(text) || warned.size >= MAX_WARNINGS) continue;
			warned.add(text);
			log.warning(text);
		}
	}

	const connection: Connection = {
		insecure,
		uploadTraits(registry) {
			const known = traits.get(registry) ?? initialTraits(registry);
			traits.set(registry, known);
			return known;
		},
		mountTrait({ registry, repository }, fromRepository) {
			const key = `${registry}/${repository} ${fromRepository}`;
			const known = mounts.get(key) ?? { first: undefined, refused: false };
			mounts.set(key, known);
			return known;
		},
		sleep: options.sleep,
		now: options.now,
		random: options.random,
		read: (call, limit) => readAnew(() => connection.call(call), limit, options, call.signal),
		async call(call) {
			const { registry, repository } = call.repository;
			const url =
				call.path instanceof URL
					? call.path
					: pathUrl(registryUrl(registry, insecure), repository, call.path);
			for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
			const response = await authorizer.send({
				registry,
				scopes: [repositoryScope(repository, ...call.actions), ...(call.otherScopes ?? [])],
				method: call.method,
				url,
				headers: call.headers ?? {},
				body: call.body,
				countAs: `${registry}/${repository}`,
				puttingAway: call.puttingAway,
				retry: call.retry,
				beforeRetry: call.beforeRetry,
				follow: call.follow,
				signal: call.signal,
			});
			showWarnings(registry, response);
			if (call.accept.includes(response.status)) return response;
			const body = await readBody(response, MAX_ERROR_BODY);
			throw refusedRequest({
				registry,
				repository,
				doing: call.doing,
				reads: call.method === "GET" || call.method === "HEAD",
				status: response.status,
				body: secrets.scrub(body?.toString("utf8") ?? ""),
				retryAfter: response.header("retry-after"),
				credentials: authorizer.credentialsFrom(registry),
			});
		},
	};
	return connection;
}

function pathUrl(root: URL, repository: string, path: string): URL {
	return new URL(`${root.href}${repository}/${path}`);
}
