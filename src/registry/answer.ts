import type { Dispatcher } from "undici";
import { brokenAnswer, SLOW_ANSWER } from "./unreachable.js";

/** What a registry answered, and its body: read whole, or thrown away. */

export interface HttpResponse {
	status: number;
	/** The first value of a header. */
	header(name: string): string | undefined;
	/** All values of a header. */
	headers(name: string): string[];
	/** Must be read to the end or given to `discard`. */
	body: Dispatcher.ResponseData["body"];
	/** Where the answer came from. */
	url: URL;
	/** Milliseconds that its body may take where that is read into memory, or thrown away. */
	patience: number;
}

/** An answer of undici, whose body may take `patience` milliseconds where it is read whole. */
export function responseOf(answer: Dispatcher.ResponseData, url: URL, patience: number): HttpResponse {
	// Without a listener a connection that breaks while nobody reads would end the process.
	answer.body.on("error", () => undefined);
	const headers = (name: string): string[] => {
		const value = answer.headers[name];
		return value === undefined ? [] : Array.isArray(value) ? value : [value];
	};
	const { statusCode: status, body } = answer;
	return { status, header: (name) => headers(name)[0], headers, body, url, patience };
}

/** What to say of an answer that was compressed on the way, behind its name: digest and size cannot be right then. */
export function encodingOf(response: HttpResponse): string {
	const encoding = response.header("content-encoding")?.trim().toLowerCase() ?? "";
	if (encoding === "" || encoding === "identity") return "";
	return ` (it came with Content-Encoding: ${encoding.replace(/[^a-z0-9, -]/g, "?").slice(0, 40)})`;
}

/** Throws an answer's body away so that its connection is free again. */
export async function discard(response: HttpResponse): Promise<void> {
	const stop = stopSlow(response);
	try {
		await response.body.dump({ limit: 64 * 1024 });
	} catch {
		// The connection broke; nothing of the answer is wanted.
	} finally {
		stop();
	}
}

/**
 * An answer's whole body, if it has at most `limit` bytes; otherwise undefined, and the connection is closed.
 * @throws RegistryError `registry-unreachable` when the connection breaks
 */
export async function readBody(response: HttpResponse, limit: number): Promise<Buffer | undefined> {
	if (Number(response.header("content-length") ?? 0) > limit) {
		response.body.destroy();
		return undefined;
	}
	const chunks: Buffer[] = [];
	let size = 0;
	const stop = stopSlow(response);
	try {
		for await (const chunk of response.body as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > limit) return undefined;
			chunks.push(chunk);
		}
	} catch (error) {
		throw brokenAnswer(response.url, error);
	} finally {
		stop();
	}
	return Buffer.concat(chunks);
}

/** Breaks an answer's connection when it takes too long. Returns what takes the limit away. */
function stopSlow({ body, patience }: HttpResponse): () => void {
	const slow = () => body.destroy(Object.assign(new Error("slow answer"), { code: SLOW_ANSWER }));
	const timer = setTimeout(slow, patience);
	return () => clearTimeout(timer);
}
