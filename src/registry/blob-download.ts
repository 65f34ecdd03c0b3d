import { once } from "node:events";
import type { Readable, Transform } from "node:stream";
import { discard, encodingOf, type HttpResponse } from "./answer.js";
import type { Connection } from "./connection.js";
import type { Repository } from "./name.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter } from "./retry.js";
import { brokenAnswer } from "./unreachable.js";
import { type DigestProgress, verifyingStream } from "./verifying.js";

export interface DownloadOptions {
	signal?: AbortSignal | undefined;
	/** The first byte that is wanted. Default 0. All of the blob is verified nevertheless. */
	from?: number | undefined;
	/** What earlier streams of the same blob have hashed: from there it is read again. */
	progress?: DigestProgress | undefined;
	/** Gets the bytes that go through, chunk by chunk. */
	count?: ((bytes: number) => void) | undefined;
}

/** A break after this many bytes counts as the first again: a long download may meet many. */
const PROGRESS = 1024 * 1024;

/**
 * A blob as a stream that breaks unless digest and size are right (see `verifyingStream`). A connection that
 * breaks, or an answer that ends too early, is gone on with by Range where it stopped; when that fails too the
 * stream breaks with RegistryError `registry-unreachable`. It must be read or destroyed.
 */
export async function getBlob(
	c: Connection,
	from: Repository,
	digest: string,
	size?: number,
	options: DownloadOptions = {},
): Promise<Readable> {
	const { progress, signal, count, from: wanted = 0 } = options;
	const start = progress?.before(wanted) ?? 0;
	const download = new Download(c, from, digest, signal, start);
	const first = await download.request();
	const what = `The blob ${digest} of ${from.registry}/${from.repository}${encodingOf(first)}`;
	const verifier = verifyingStream(digest, size, what, { progress, start, from: wanted, count });
	// The owner of the stream sees the error; without this one an unread stream would end the process.
	verifier.on("error", () => undefined);
	void download.pump(first, verifier, size);
	return verifier;
}

class Download {
	readonly #c: Connection;
	readonly #from: Repository;
	readonly #digest: string;
	readonly #signal: AbortSignal | undefined;
	/** Bytes of the blob that were handed on, or that were not asked for. */
	#at: number;

	constructor(
		c: Connection,
		from: Repository,
		digest: string,
		signal: AbortSignal | undefined,
		start: number,
	) {
		this.#c = c;
		this.#from = from;
		this.#digest = digest;
		this.#signal = signal;
		this.#at = start;
	}

	/** An answer whose body begins at `#at`, or, without a Content-Range, at the start. */
	request(): Promise<HttpResponse> {
		const range = this.#at > 0 ? { range: `bytes=${this.#at}-` } : {};
		return this.#c.call({
			repository: this.#from,
			method: "GET",
			path: `blobs/${this.#digest}`,
			headers: range,
			actions: ["pull"],
			accept: this.#at > 0 ? [200, 206] : [200],
			doing: `read the blob ${this.#digest}`,
			signal: this.#signal,
		});
	}

	/** Moves answers into the verifier, until that is complete or broken. */
	async pump(first: HttpResponse, verifier: Transform, size: number | undefined): Promise<void> {
		let response = first;
		let attempts = 0;
		let last = this.#at;
		for (;;) {
			const failure = await this.#transfer(response, verifier);
			if (verifier.destroyed) return;
			// Without a size the end of an answer is the end of the blob; of a compressed one there is no rest to ask for.
			const isAll = size === undefined || this.#at >= size || encodingOf(response) !== "";
			if (failure === undefined && isAll) return void verifier.end();
			if (this.#at - last >= PROGRESS) attempts = 0;
			last = this.#at;
			attempts += 1;
			const delay = delayAfter({ attempts, now: this.#c.now(), random: this.#c.random() });
			// A short answer that stays short is what the verifier tells of.
			if (failure === undefined && delay === undefined) return void verifier.end();
			if (delay === undefined) return void verifier.destroy(failure);
			try {
				await this.#c.sleep(delay, this.#signal);
				this.#signal?.throwIfAborted();
				if (verifier.destroyed) return;
				response = await this.request();
			} catch (error) {
				// 416: there is no more, so the blob is shorter than it should be.
				if (error instanceof RegistryError && error.status === 416) verifier.end();
				else verifier.destroy(error as Error);
				return;
			}
		}
	}

	/** Returns what broke the connection; undefined when the answer has ended. */
	async #transfer(response: HttpResponse, verifier: Transform): Promise<Error | undefined> {
		const begin = beginOf(response);
		if (begin > this.#at) {
			await discard(response);
			return brokenAnswer(response.url, new Error("another range than asked for"));
		}
		let skip = this.#at - begin;
		const { body } = response;
		const give = (chunk: Buffer): void => {
			const skipped = Math.min(skip, chunk.length);
			skip -= skipped;
			this.#at += chunk.length - skipped;
			if (!verifier.write(skipped === 0 ? chunk : chunk.subarray(skipped))) body.pause();
		};
		const goOn = () => body.resume();
		const stop = () => body.destroy();
		body.on("data", give);
		verifier.on("drain", goOn);
		verifier.on("close", stop);
		try {
			if (verifier.destroyed) stop();
			if (!body.readableEnded && !body.destroyed)
				await Promise.race([once(body, "end"), once(body, "close")]);
			if (body.readableEnded) return undefined;
			if (body.errored !== null) return brokenAnswer(response.url, body.errored);
			return brokenAnswer(response.url, new Error("closed"));
		} catch (error) {
			return brokenAnswer(response.url, error);
		} finally {
			body.off("data", give);
			verifier.off("drain", goOn);
			verifier.off("close", stop);
		}
	}
}

/** Where the answer's body begins in the blob. */
function beginOf(response: HttpResponse): number {
	if (response.status !== 206) return 0;
	const begin = /^bytes (\d+)-/.exec(response.header("content-range") ?? "")?.[1];
	return begin === undefined ? Number.POSITIVE_INFINITY : Number(begin);
}
