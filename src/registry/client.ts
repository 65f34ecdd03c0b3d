import type { Readable } from "node:stream";
import type { Log } from "../runner/log.js";
import { createAuthorizer } from "./auth.js";
import { type DownloadOptions, getBlob } from "./blob-download.js";
import { type UploadOptions, uploadBlob } from "./blob-upload.js";
import * as blobs from "./blobs.js";
import { createConnection } from "./connection.js";
import type { InsecureRegistries } from "./endpoint.js";
import { ANONYMOUS, type Keychain } from "./keychain.js";
import type { Descriptor, Manifest } from "./manifest.js";
import * as manifests from "./manifests.js";
import type { RegistryReference, Repository } from "./name.js";
import { createSleep } from "./patience.js";
import * as referrers from "./referrers.js";
import { createSecrets } from "./secrets.js";
import * as tags from "./tags.js";
import { createTransport, type Timeouts, type WaitedFor } from "./transport.js";
import { cancelUpload, startUpload, type UploadSession } from "./uploads.js";

/**
 * The verbs of the OCI distribution API (distribution-spec 1.1), for every registry of a run. One client is one
 * run: its tokens, connections, limits and counters are shared by all that use it. Every verb throws
 * RegistryError; the files of the verbs say which codes.
 */
export interface RegistryClient {
	/** What a name points at; undefined when the registry does not have it (404). */
	headManifest(ref: RegistryReference): Promise<manifests.ManifestHead | undefined>;
	/** A manifest, its digest verified, at most 4 MiB. */
	getManifest(ref: RegistryReference): Promise<Manifest>;
	/** Puts by tag, or by digest when there is no tag. With both, the digest is verified before. */
	putManifest(
		ref: RegistryReference,
		body: Buffer,
		mediaType: string,
		options?: manifests.PutOptions,
	): Promise<manifests.PutManifest>;
	/** Whether a repository has a blob (of that size). */
	hasBlob(from: Repository, digest: string, size?: number): Promise<boolean>;
	/** A blob; the stream breaks unless digest and size are right. It must be read or destroyed. */
	getBlob(from: Repository, digest: string, size?: number, options?: DownloadOptions): Promise<Readable>;
	/** Takes a blob from another repository of the same registry; not tried where that was refused before. */
	mountBlob(to: Repository, digest: string, fromRepository: string): Promise<blobs.Mounted>;
	/** Uploads a blob; `open` gives its bytes anew for each attempt. */
	uploadBlob(
		to: Repository,
		blob: blobs.BlobName,
		open: () => Promise<Readable>,
		options?: UploadOptions,
	): Promise<void>;
	/** Opens an upload: the cheapest proof that one may write to a repository. */
	startUpload(to: Repository): Promise<UploadSession>;
	/** Gives up an upload that nothing was sent to. */
	cancelUpload(to: Repository, session: UploadSession): Promise<void>;
	/** All tags; none where the repository does not exist. */
	listTags(repository: Repository): Promise<string[]>;
	/** All tags where one page holds them; undefined where there are more, or they cannot be listed. */
	fewTags(repository: Repository): Promise<ReadonlySet<string> | undefined>;
	/** Deletes the reference's tag, never its manifest. */
	deleteTag(ref: RegistryReference): Promise<tags.TagDeletion>;
	/** What refers to a manifest, from the API or the fallback tag. */
	referrers(repository: Repository, digest: string): Promise<Descriptor[]>;
	/** Lists referrers under the fallback tag, for registries that do it not by themselves. */
	addToReferrersTag(repository: Repository, subject: string, added: readonly Descriptor[]): Promise<void>;
	/** Waits until the API lists these, as the registry has said (OCI-Subject). False where it has no API. */
	confirmReferrers(repository: Repository, subject: string, digests: readonly string[]): Promise<boolean>;
	/**
	 * HTTP requests so far on behalf of a registry, or of one of its repositories, or of all: every attempt,
	 * redirect and token request counts.
	 */
	requests(of?: { registry: string; repository?: string | undefined }): number;
	/** The host that has kept requests waiting for the longest time. Undefined while none waits. */
	waitingFor(): WaitedFor | undefined;
	/** Closes all connections. */
	close(): Promise<void>;
}

export interface RegistryClientOptions {
	/** Default: anonymous. */
	credentials?: Keychain | undefined;
	/** Registries besides loopback that are spoken to over http: `host[:port]`. */
	insecureRegistries?: InsecureRegistries | undefined;
	/** Hides a secret in all that is printed. Called for every token and password before it is used. */
	mask(secret: string): void;
	/** Where proxies are named (HTTPS_PROXY and the like); default: there are none. */
	environment?: Readonly<Record<string, string | undefined>> | undefined;
	/** Gets the warnings that registries send. */
	log: Pick<Log, "warning">;
	/** Requests at once per host; default 16. */
	concurrency?: number | undefined;
	timeouts?: Partial<Timeouts> | undefined;
	/** Cancels the run: waits become short, those for an answer too. Requests that are answered go on. */
	signal?: AbortSignal | undefined;
	/** The clock and its like, for tests. */
	sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
	now?: (() => number) | undefined;
	random?: (() => number) | undefined;
}

const CONCURRENCY = 16;
/** Committing a large blob to object storage takes registries minutes. */
const TIMEOUTS: Timeouts = { connect: 30_000, headers: 300_000, body: 60_000, answer: 180_000 };

/** A client for one run. */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
	const insecure = options.insecureRegistries ?? [];
	const secrets = createSecrets(options.mask);
	const now = options.now ?? Date.now;
	const random = options.random ?? Math.random;
	const sleep = options.sleep ?? createSleep(options.signal);
	const timeouts = { ...TIMEOUTS, ...options.timeouts };
	const concurrency = options.concurrency ?? CONCURRENCY;
	const { environment } = options;
	const transport = createTransport({
		concurrency,
		timeouts,
		environment,
		cancelled: options.signal,
		sleep,
		now,
		random,
	});
	const keychain = options.credentials ?? ANONYMOUS;
	const authorizer = createAuthorizer({ transport, keychain, insecure, secrets, sleep, now, random });
	const c = createConnection({ authorizer, insecure, secrets, log: options.log, sleep, now, random });
	return {
		headManifest: (ref) => manifests.headManifest(c, ref),
		getManifest: (ref) => manifests.getManifest(c, ref),
		putManifest: (ref, body, mediaType, how) => manifests.putManifest(c, ref, body, mediaType, how),
		hasBlob: (from, digest, size) => blobs.hasBlob(c, from, digest, size),
		getBlob: (from, digest, size, how) => getBlob(c, from, digest, size, how),
		mountBlob: (to, digest, fromRepository) => blobs.mountBlob(c, to, digest, fromRepository),
		uploadBlob: (to, blob, open, how) => uploadBlob(c, to, blob, open, how),
		startUpload: (to) => startUpload(c, to),
		cancelUpload: (to, session) => cancelUpload(c, to, session),
		listTags: (repository) => tags.listTags(c, repository),
		fewTags: (repository) => tags.fewTags(c, repository),
		deleteTag: (ref) => tags.deleteTag(c, ref),
		referrers: (repository, digest) => referrers.listReferrers(c, repository, digest),
		addToReferrersTag: (repository, subject, added) =>
			referrers.addToReferrersTag(c, repository, subject, added),
		confirmReferrers: (repository, subject, digests) =>
			referrers.confirmReferrers(c, repository, subject, digests),
		requests(of) {
			let sum = 0;
			for (const [name, count] of transport.counts()) {
				if (of === undefined || matches(name, of)) sum += count;
			}
			return sum;
		},
		waitingFor: () => transport.waitingFor(),
		close: () => transport.close(),
	};
}

function matches(
	name: string,
	{ registry, repository }: { registry: string; repository?: string | undefined },
): boolean {
	return repository === undefined ? name.startsWith(`${registry}/`) : name === `${registry}/${repository}`;
}
