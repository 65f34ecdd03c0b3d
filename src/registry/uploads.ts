import { discard, type HttpResponse } from "./answer.js";
import type { BlobName } from "./blobs.js";
import type { Connection } from "./connection.js";
import { parseDigest } from "./digest.js";
import type { InsecureRegistries } from "./endpoint.js";
import type { Repository } from "./name.js";
import { locationOf } from "./redirect.js";
import { RegistryError } from "./registry-error.js";
import { isSilence } from "./unreachable.js";

/** A chunk is in memory, so a registry that asks for larger ones does not get them. Bytes. */
const MOST_CHUNK = 64 * 1024 * 1024;
/** For giving up what is not wanted any more, in milliseconds. */
const LAST_PATIENCE = 1000;

/** An upload that a registry has opened. */
export interface UploadSession {
	url: URL;
	/** The least size of a chunk that is not the last, in bytes (`OCI-Chunk-Min-Length`). */
	leastChunk?: number | undefined;
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
	return sessionOf(response, c.insecure);
}

/**
 * How much of an upload the registry has; undefined where it does not say, `silent` where it does not answer within
 * the time limit. Never an error: it is a question. `retry` as in a call.
 */
export async function uploadStatus(
	c: Connection,
	to: Repository,
	session: UploadSession,
	retry = true,
): Promise<{ session: UploadSession; received: number } | "silent" | undefined> {
	try {
		const response = await c.call({
			repository: to,
			method: "GET",
			path: session.url,
			actions: ["pull", "push"],
			accept: [200, 202, 204],
			doing: "ask for the state of an upload",
			retry,
		});
		await discard(response);
		const received = receivedOf(response);
		if (received === undefined) return undefined;
		return { session: laterSession(response, session, c.insecure), received };
	} catch (error) {
		if (error instanceof RegistryError) return isSilence(error) ? "silent" : undefined;
		throw error;
	}
}

/**
 * Gives an upload up. Registries that cannot do it drop it by themselves later, so failures are no matter, and where
 * `hurry` is set nobody waits longer than a second for it: a busy host may ask for a minute.
 */
export async function cancelUpload(
	c: Connection,
	to: Repository,
	session: UploadSession,
	hurry = false,
): Promise<void> {
	const signal = hurry ? AbortSignal.timeout(LAST_PATIENCE) : undefined;
	try {
		const response = await c.call({
			repository: to,
			method: "DELETE",
			path: session.url,
			actions: ["pull", "push"],
			accept: [200, 202, 204, 404],
			doing: "cancel an upload",
			retry: false,
			signal,
		});
		await discard(response);
	} catch (error) {
		if (!(error instanceof RegistryError) && signal?.aborted !== true) throw error;
	}
}

/** The digest that a registry states once a blob is complete must be the blob's. @throws RegistryError `digest-mismatch` */
export function checkStored(response: HttpResponse, to: Repository, blob: BlobName): void {
	const stored = response.header("docker-content-digest");
	if (stored === undefined || stored === blob.digest) return;
	if (parseDigest(stored)?.algorithm !== parseDigest(blob.digest)?.algorithm) return;
	const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
	throw new RegistryError(
		"digest-mismatch",
		message,
		{},
		{ hint: "Look at what stands before the registry." },
	);
}

/**
 * The upload that an answer has opened beside what it was asked for; undefined where it names none, so that one has
 * to be opened.
 */
export function uploadOf(response: HttpResponse, insecure: InsecureRegistries): UploadSession | undefined {
	return response.header("location") === undefined ? undefined : sessionOf(response, insecure);
}

function sessionOf(response: HttpResponse, insecure: InsecureRegistries): UploadSession {
	const least = Number(response.header("oci-chunk-min-length") ?? 0);
	return {
		url: locationOf(response, insecure),
		leastChunk: Number.isSafeInteger(least) && least > 0 ? Math.min(least, MOST_CHUNK) : undefined,
	};
}

/** The upload after a chunk: its address may be another. */
export function laterSession(
	response: HttpResponse,
	before: UploadSession,
	insecure: InsecureRegistries,
): UploadSession {
	if (response.header("location") === undefined) return before;
	return { url: locationOf(response, insecure), leastChunk: before.leastChunk };
}

/** The bytes of an upload that the registry has. `0-0` is what registries say for none. */
export function receivedOf(response: HttpResponse): number | undefined {
	const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(response.header("range")?.trim() ?? "")?.[1];
	if (end === undefined) return undefined;
	return end === "0" ? 0 : Number(end) + 1;
}
