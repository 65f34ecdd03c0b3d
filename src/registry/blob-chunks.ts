import type { Readable } from "node:stream";
import { discard, type HttpResponse } from "./answer.js";
import type { BlobName } from "./blobs.js";
import type { Connection } from "./connection.js";
import type { Repository } from "./name.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter, isPassing } from "./retry.js";
import { finalFailure, isSilence } from "./unreachable.js";
import { LEAST_CHUNK } from "./upload-traits.js";
import { checkStored, laterSession, receivedOf, type UploadSession, uploadStatus } from "./uploads.js";

/**
 * Uploads in chunks (distribution-spec, "Pushing a blob in chunks"): for registries, or proxies before them, that
 * refuse a large body. One chunk is in memory; one that breaks is gone on with where the registry says that it
 * stopped.
 */

/**
 * Sends a blob in chunks through an open upload, and completes it. The upload has the first `from` bytes; `open` gives
 * those after them.
 * @throws RegistryError, `chunk-lost` where the registry did not keep what it took; what the opened stream threw
 */
export async function sendChunks(
	c: Connection,
	to: Repository,
	session: UploadSession,
	blob: BlobName,
	open: () => Promise<Readable>,
	from: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	const upload = new ChunkedUpload(c, to, session, from, signal);
	if (from === blob.size) return upload.complete(blob);
	const pieces = (await open()) as Readable & AsyncIterable<Buffer>;
	const held = new Held();
	try {
		for await (const piece of pieces) {
			held.add(piece);
			// Never a chunk of what is left over: only the last may be below the registry's least.
			while (held.size >= upload.chunkSize) held.drop(await upload.send(held.take(upload.chunkSize)));
		}
	} finally {
		pieces.destroy();
	}
	while (held.size > 0) held.drop(await upload.send(held.take(upload.chunkSize)));
	await upload.complete(blob);
}

/** Bytes that the registry does not have yet. Copies: what a socket has lent is used again once it was sent. */
class Held {
	#pieces: Buffer[] = [];
	#joined = false;
	size = 0;

	add(piece: Buffer): void {
		this.#pieces.push(piece);
		this.#joined = false;
		this.size += piece.length;
	}

	/** At most so many bytes from the front, which stay held. */
	take(most: number): Buffer {
		if (!this.#joined) this.#pieces = [Buffer.concat(this.#pieces)];
		this.#joined = true;
		return this.#pieces[0]?.subarray(0, most) ?? Buffer.alloc(0);
	}

	drop(bytes: number): void {
		const rest = this.take(this.size).subarray(bytes);
		// A short rest must not keep all that it was cut from.
		this.#pieces = [rest.length < bytes ? Buffer.from(rest) : rest];
		this.size = rest.length;
	}
}

class ChunkedUpload {
	readonly #c: Connection;
	readonly #to: Repository;
	readonly #signal: AbortSignal | undefined;
	#session: UploadSession;
	#sent: number;
	/** Of the chunk that is next. */
	#attempts = 1;

	constructor(
		c: Connection,
		to: Repository,
		session: UploadSession,
		from: number,
		signal: AbortSignal | undefined,
	) {
		this.#c = c;
		this.#to = to;
		this.#session = session;
		this.#sent = from;
		this.#signal = signal;
	}

	/** Bytes of the next chunk. */
	get chunkSize(): number {
		const { chunkSize } = this.#c.uploadTraits(this.#to.registry);
		return Math.max(this.#session.leastChunk ?? 0, chunkSize, 1);
	}

	/** One chunk. Returns how many of its bytes the registry has now: fewer than all after a failure. */
	async send(chunk: Buffer): Promise<number> {
		const start = this.#sent;
		try {
			await this.#patch(chunk);
			this.#attempts = 1;
		} catch (error) {
			if (!(error instanceof RegistryError)) throw error;
			if (error.status === 413 && this.#shrink(chunk.length)) return 0;
			const { status, retryAfter, passing } = error;
			if (!passing && status !== 416 && !isPassing(status ?? 0)) throw error;
			const silent = isSilence(error);
			const { now, random } = this.#c;
			const delay = delayAfter({
				attempts: this.#attempts,
				status,
				retryAfter,
				silent,
				now: now(),
				random: random(),
			});
			// To begin anew would cost the same time limits again.
			if (delay === undefined) throw silent ? finalFailure(error) : error;
			this.#attempts += 1;
			await this.#c.sleep(delay, this.#signal);
			this.#signal?.throwIfAborted();
			const end = start + chunk.length;
			await this.#look(start, end, error);
			// It is all there; only the answer was lost.
			if (this.#sent === end) this.#attempts = 1;
		}
		return this.#sent - start;
	}

	async complete(blob: BlobName): Promise<void> {
		const url = new URL(this.#session.url);
		url.searchParams.set("digest", blob.digest);
		const response = await this.#c.call({
			repository: this.#to,
			method: "PUT",
			path: url,
			headers: { "content-type": "application/octet-stream" },
			body: Buffer.alloc(0),
			actions: ["pull", "push"],
			accept: [200, 201, 204],
			doing: `complete the blob ${blob.digest}`,
			puttingAway: blob.size,
			retry: false,
			signal: this.#signal,
		});
		await discard(response);
		checkStored(response, this.#to, blob);
	}

	async #patch(chunk: Buffer): Promise<void> {
		const end = this.#sent + chunk.length;
		const response = await this.#c.call({
			repository: this.#to,
			method: "PATCH",
			path: this.#session.url,
			headers: { "content-type": "application/octet-stream", "content-range": `${this.#sent}-${end - 1}` },
			body: chunk,
			actions: ["pull", "push"],
			// 201 is what ECR says (aws/containers-roadmap#2831).
			accept: [200, 201, 202, 204],
			doing: "upload a chunk",
			retry: false,
			signal: this.#signal,
		});
		await discard(response);
		this.#keep(response, end);
	}

	/** A registry that says that it has less than it took would complete something else, or nothing. */
	#keep(response: HttpResponse, end: number): void {
		const received = receivedOf(response);
		if (received !== undefined && received !== end) {
			throw new RegistryError(
				"chunk-lost",
				`${this.#to.registry}/${this.#to.repository}: the registry took a chunk up to byte ${end}, but says that it has ${received} bytes.`,
				{},
				{ hint: "This registry does not keep chunks. Look at what stands before it." },
			);
		}
		this.#session = laterSession(response, this.#session, this.#c.insecure);
		this.#sent = end;
	}

	/** After a failure: how much of the chunk has arrived. */
	async #look(start: number, end: number, failure: RegistryError): Promise<void> {
		const kept = await uploadStatus(this.#c, this.#to, this.#session, !isSilence(failure));
		if (kept === "silent") throw finalFailure(failure);
		if (kept === undefined) return;
		if (kept.received < start || kept.received > end) throw failure;
		this.#session = kept.session;
		this.#sent = kept.received;
	}

	/** Whether a smaller chunk can be tried. */
	#shrink(tried: number): boolean {
		const traits = this.#c.uploadTraits(this.#to.registry);
		const least = Math.max(this.#session.leastChunk ?? 0, LEAST_CHUNK);
		if (tried <= least) return false;
		traits.chunkSize = Math.min(traits.chunkSize, Math.max(least, Math.floor(tried / 4)));
		return true;
	}
}
