import type { Readable } from "node:stream";
import { discard, type HttpResponse } from "./answer.js";
import { sendChunks } from "./blob-chunks.js";
import { type BlobName, type BlobOptions, hasBlob } from "./blobs.js";
import type { Connection } from "./connection.js";
import type { Repository } from "./name.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter, isPassing } from "./retry.js";
import { isSilence } from "./unreachable.js";
import { isSmall, type UploadTraits } from "./upload-traits.js";
import {
	cancelUpload,
	checkStored,
	startUpload,
	type UploadSession,
	uploadOf,
	uploadStatus,
} from "./uploads.js";
import { verifyBytes } from "./verifying.js";

export interface UploadOptions extends BlobOptions {
	/** An upload that a mount has opened: it is used for the first attempt. */
	session?: UploadSession | undefined;
	/** Gives the blob's bytes from the middle. Without it a broken upload begins anew. */
	resume?: ((from: number) => Promise<Readable>) | undefined;
	/** Never POST with the whole blob: this registry has denied what it had acknowledged. */
	plain?: boolean | undefined;
}

/** Below this much less is lost by sending it again than by asking how much has arrived, in bytes. */
const WORTH_RESUMING = 1024 * 1024;
/** Answers to a whole blob that ask for smaller pieces, or for PATCH. */
const REFUSED_WHOLE: ReadonlySet<number> = new Set([405, 411, 413, 501]);

/**
 * Uploads a blob: a small one in one request where the registry takes that; else in one piece; in chunks where the
 * registry refuses that. `open` is called for each attempt and must give the blob's bytes from the start,
 * verified. An attempt that breaks goes on where the registry says that it stopped, if `resume` is given, else it
 * begins anew, because what a registry kept of an upload is not known.
 * @throws RegistryError; what the opened stream threw
 */
export async function uploadBlob(
	c: Connection,
	to: Repository,
	blob: BlobName,
	open: () => Promise<Readable>,
	options: UploadOptions = {},
): Promise<void> {
	const traits = c.uploadTraits(to.registry);
	let { session } = options;
	if (session === undefined && options.plain !== true && traits.onePost && isSmall(blob.size)) {
		const answer = await postWhole(c, to, blob, open, options.signal);
		if (answer === "done") return;
		traits.onePost = false;
		session = answer;
	}
	let resumable = options.resume !== undefined && blob.size >= WORTH_RESUMING;
	let from = 0;
	/** What broke the blob's own bytes: it says nothing about this registry. */
	let broken: unknown;
	const watched = (bytes: () => Promise<Readable>) => async () => {
		try {
			const stream = await bytes();
			return stream.once("error", (error) => {
				broken = error;
			});
		} catch (error) {
			broken = error;
			throw error;
		}
	};
	for (let attempts = 1; ; attempts += 1) {
		const current: UploadSession = session ?? (await startUpload(c, to));
		session = undefined;
		try {
			const bytes = from > 0 && options.resume !== undefined ? options.resume.bind(undefined, from) : open;
			const send = traits.chunks === "needed" && blob.size > 0 ? sendChunks : putWhole;
			await send(c, to, current, blob, watched(bytes), from, options.signal);
			return;
		} catch (error) {
			const resumed = from > 0;
			from = 0;
			const ofSource = error === broken;
			const passing =
				error instanceof RegistryError && (error.passing || (!ofSource && isPassing(error.status ?? 0)));
			const silent = !ofSource && isSilence(error);
			if ((resumable || silent) && passing && traits.chunks !== "needed" && !options.signal?.aborted) {
				const kept = await uploadStatus(c, to, current, !silent);
				// It takes everything and answers nothing: each further question would cost minutes.
				if (kept === "silent") throw error;
				// It may have put the blob away meanwhile.
				if (silent && options.plain !== true && (await isStored(c, to, blob))) return;
				if (resumable && kept !== undefined && kept.received > 0 && kept.received <= blob.size) {
					session = kept.session;
					from = kept.received;
				}
			}
			if (session === undefined && !silent)
				await cancelUpload(c, to, current, options.signal?.aborted === true);
			if (!(error instanceof RegistryError)) throw error;
			if (ofSource && !passing) throw error;
			// What the registry says that it kept may not be what it has: once more, from the start.
			if (resumed && !passing) resumable = false;
			else if (!ofSource && !silent && wantsChunks(error, traits, attempts, blob.size)) {
				traits.chunks = "needed";
				continue;
			} else if (error.code === "chunk-lost") {
				traits.chunks = "never";
				continue;
			} else if (!mayStartAnew(error)) throw error;
			const { status, retryAfter } = error;
			const delay = delayAfter({ attempts, status, retryAfter, silent, now: c.now(), random: c.random() });
			if (delay === undefined) throw error;
			await c.sleep(delay, options.signal);
			options.signal?.throwIfAborted();
		}
	}
}

/** Whether the registry has a blob; no error, since it is a question on the way to one. */
async function isStored(c: Connection, to: Repository, blob: BlobName): Promise<boolean> {
	try {
		return await hasBlob(c, to, blob.digest, blob.size);
	} catch (error) {
		if (error instanceof RegistryError) return false;
		throw error;
	}
}

/** The whole blob by POST: the registry has taken it, or has opened an upload instead, or has refused. */
async function postWhole(
	c: Connection,
	to: Repository,
	blob: BlobName,
	open: () => Promise<Readable>,
	signal: AbortSignal | undefined,
): Promise<"done" | UploadSession | undefined> {
	const chunks: Buffer[] = [];
	for await (const chunk of (await open()) as AsyncIterable<Buffer>) chunks.push(chunk);
	let response: HttpResponse;
	try {
		response = await c.call({
			repository: to,
			method: "POST",
			path: "blobs/uploads/",
			query: { digest: blob.digest },
			headers: { "content-type": "application/octet-stream" },
			body: Buffer.concat(chunks),
			actions: ["pull", "push"],
			accept: [200, 201, 202, 204],
			doing: `upload the blob ${blob.digest}`,
			signal,
		});
	} catch (error) {
		// What is wrong in other ways shows itself in the ordinary way, and is told by that.
		const { status = 0 } = error instanceof RegistryError ? error : {};
		const refused = status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
		if (refused || status === 501) return undefined;
		throw error;
	}
	await discard(response);
	if (response.status === 202) return uploadOf(response, c.insecure);
	checkStored(response, to, blob);
	return "done";
}

/** The blob, or its rest, by PUT. */
async function putWhole(
	c: Connection,
	to: Repository,
	session: UploadSession,
	blob: BlobName,
	open: () => Promise<Readable>,
	from: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	const url = new URL(session.url);
	url.searchParams.set("digest", blob.digest);
	if (blob.size === 0) verifyBytes(Buffer.alloc(0), blob.digest, "An empty blob");
	const rest = blob.size - from;
	const range: Record<string, string> =
		from > 0 && rest > 0 ? { "content-range": `${from}-${blob.size - 1}` } : {};
	const response = await c.call({
		repository: to,
		method: "PUT",
		path: url,
		headers: { "content-type": "application/octet-stream", ...range },
		body: rest === 0 ? Buffer.alloc(0) : { size: rest, open },
		actions: ["pull", "push"],
		accept: [200, 201, 204],
		doing: `upload the blob ${blob.digest}`,
		puttingAway: blob.size,
		retry: false,
		signal,
	});
	await discard(response);
	checkStored(response, to, blob);
}

/**
 * A whole blob was refused, or its connection broke a second time: a proxy that refuses large bodies may close
 * the connection before its answer is read.
 */
function wantsChunks(error: RegistryError, traits: UploadTraits, attempts: number, size: number): boolean {
	if (traits.chunks !== "possible" || size === 0) return false;
	if (error.status !== undefined) return REFUSED_WHOLE.has(error.status);
	return error.passing && attempts === 2 && size > traits.chunkSize;
}

/** 404 and 416: the registry has lost the upload or counts its bytes in another way. */
function mayStartAnew(error: RegistryError): boolean {
	return error.passing || error.status === 404 || error.status === 416 || isPassing(error.status ?? 0);
}
