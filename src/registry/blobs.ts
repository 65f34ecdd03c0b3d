import type { Readable } from "node:stream";
import { UserError } from "../runner/errors.js";
import type { Connection } from "./connection.js";
import { parseDigest, verifyBytes, verifyingStream } from "./digest.js";
import type { Repository } from "./name.js";
import { isRedirect, locationOf } from "./redirect.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter, isPassing } from "./retry.js";
import { repositoryScope } from "./scope.js";
import { brokenAnswer, discard, type HttpResponse } from "./transport.js";

/** An upload that a registry has opened. */
export interface UploadSession {
	url: URL;
}

/** The blob is there now, or it is not and the registry may have opened an upload for it instead. */
export type Mounted = { mounted: true } | { mounted: false; session: UploadSession | undefined };

/** The parts of a descriptor that name a blob. `size` in bytes. */
export interface BlobName {
	digest: string;
	size: number;
}

export interface BlobOptions {
	signal?: AbortSignal | undefined;
}

/**
 * Whether a repository has a blob. A redirect to storage says yes: addresses that are signed for GET refuse HEAD.
 * One of another size counts as absent.
 */
export async function hasBlob(
	c: Connection,
	from: Repository,
	digest: string,
	size?: number,
): Promise<boolean> {
	const response = await c.call({
		repository: from,
		method: "HEAD",
		path: `blobs/${digest}`,
		actions: ["pull"],
		accept: [200, 301, 302, 303, 307, 308, 404],
		follow: "own",
		doing: `look for the blob ${digest}`,
	});
	await discard(response);
	if (isRedirect(response)) return true;
	const stated = response.header("content-length");
	return response.status === 200 && (size === undefined || stated === undefined || Number(stated) === size);
}

/**
 * A blob as a stream that breaks unless digest and size are right (see `verifyingStream`), or when the
 * connection does (RegistryError `registry-unreachable`). It must be read or destroyed.
 */
export async function getBlob(
	c: Connection,
	from: Repository,
	digest: string,
	size?: number,
	options: BlobOptions = {},
): Promise<Readable> {
	const what = `The blob ${digest} of ${from.registry}/${from.repository}`;
	const response = await c.call({
		repository: from,
		method: "GET",
		path: `blobs/${digest}`,
		actions: ["pull"],
		accept: [200],
		doing: `read the blob ${digest}`,
		signal: options.signal,
	});
	const verifier = verifyingStream(digest, size, what);
	const { body } = response;
	body.on("error", (error) => verifier.destroy(brokenAnswer(response.url, error)));
	verifier.on("close", () => body.destroy());
	// The owner of the stream sees the error; without this one an unread stream would end the process.
	verifier.on("error", () => undefined);
	body.pipe(verifier);
	return verifier;
}

/**
 * Asks a registry to take a blob from another of its repositories, without moving it. Whatever the registry
 * has against it (Harbor answers 401 for an unknown project, Docker Hub 400), an upload is the way then.
 */
export async function mountBlob(
	c: Connection,
	to: Repository,
	digest: string,
	fromRepository: string,
): Promise<Mounted> {
	let response: HttpResponse;
	try {
		response = await c.call({
			repository: to,
			method: "POST",
			path: "blobs/uploads/",
			query: { mount: digest, from: fromRepository },
			actions: ["pull", "push"],
			otherScopes: [repositoryScope(fromRepository, "pull")],
			accept: [201, 202],
			doing: `mount the blob ${digest} from ${fromRepository}`,
		});
	} catch (error) {
		const { status } = error instanceof RegistryError ? error : { status: undefined };
		if (status !== undefined && status >= 400 && status < 500 && status !== 429) {
			return { mounted: false, session: undefined };
		}
		throw error;
	}
	await discard(response);
	if (response.status === 201) return { mounted: true };
	return { mounted: false, session: sessionOf(c, response) };
}

/** Opens an upload. Also the cheapest proof that one may write there. */
export async function startUpload(c: Connection, to: Repository): Promise<UploadSession> {
	const response = await c.call({
		repository: to,
		method: "POST",
		path: "blobs/uploads/",
		actions: ["pull", "push"],
		accept: [202],
		doing: "start an upload",
	});
	await discard(response);
	return sessionOf(c, response);
}

/** Gives an upload up. Registries that cannot do it drop it by themselves later, so failures are no matter. */
export async function cancelUpload(c: Connection, to: Repository, session: UploadSession): Promise<void> {
	try {
		const response = await c.call({
			repository: to,
			method: "DELETE",
			path: session.url,
			actions: ["pull", "push"],
			accept: [200, 202, 204, 404],
			doing: "cancel an upload",
			retry: false,
		});
		await discard(response);
	} catch (error) {
		if (!(error instanceof RegistryError)) throw error;
	}
}

/**
 * Uploads a blob in one piece (some registries take no chunks, others lose the second). `open` is called for
 * each attempt and must give the blob's bytes from the start, verified; a failed attempt starts a new upload,
 * because what a registry kept of the old one is not known. `session` is used for the first attempt.
 * @throws RegistryError; what the opened stream threw
 */
export async function uploadBlob(
	c: Connection,
	to: Repository,
	blob: BlobName,
	open: () => Promise<Readable>,
	options: BlobOptions & { session?: UploadSession | undefined } = {},
): Promise<void> {
	let { session } = options;
	for (let attempts = 1; ; attempts += 1) {
		const current = session ?? (await startUpload(c, to));
		session = undefined;
		try {
			await finishUpload(c, to, current, blob, open, options.signal);
			return;
		} catch (error) {
			await cancelUpload(c, to, current);
			if (!(error instanceof RegistryError) || !mayStartAnew(error)) throw error;
			const { status, retryAfter } = error;
			const delay = delayAfter({ attempts, status, retryAfter, now: c.now(), random: c.random() });
			if (delay === undefined) throw error;
			await c.sleep(delay);
			options.signal?.throwIfAborted();
		}
	}
}

async function finishUpload(
	c: Connection,
	to: Repository,
	session: UploadSession,
	blob: BlobName,
	open: () => Promise<Readable>,
	signal: AbortSignal | undefined,
): Promise<void> {
	const url = new URL(session.url);
	url.searchParams.set("digest", blob.digest);
	if (blob.size === 0) verifyBytes(Buffer.alloc(0), blob.digest, "An empty blob");
	const response = await c.call({
		repository: to,
		method: "PUT",
		path: url,
		headers: { "content-type": "application/octet-stream" },
		body: blob.size === 0 ? Buffer.alloc(0) : { size: blob.size, open },
		actions: ["pull", "push"],
		accept: [200, 201, 204],
		doing: `upload the blob ${blob.digest}`,
		retry: false,
		signal,
	});
	await discard(response);
	const stored = response.header("docker-content-digest");
	const comparable =
		stored !== undefined && parseDigest(stored)?.algorithm === parseDigest(blob.digest)?.algorithm;
	if (comparable && stored !== blob.digest) {
		const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
		throw new RegistryError(
			"digest-mismatch",
			message,
			{},
			{ hint: "Look at what stands before the registry." },
		);
	}
}

/** 404 and 416: the registry has lost the upload or counts its bytes in another way. */
function mayStartAnew(error: RegistryError): boolean {
	return error.passing || error.status === 404 || error.status === 416 || isPassing(error.status ?? 0);
}

function sessionOf(c: Connection, response: HttpResponse): UploadSession {
	return { url: locationOf(response, c.insecure) };
}

/**
 * The whole blob in memory, for small documents.
 * @throws UserError `blob-too-large` above `limit` bytes; and as `getBlob`
 */
export async function readBlob(stream: Readable, limit: number, what: string): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw new UserError("blob-too-large", `${what} has more than ${limit} bytes.`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
