import { createReadStream } from "node:fs";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

/** Bytes `start` to `start + length - 1` of a file. */
export interface FileSlice {
	file: string;
	start: number;
	length: number;
}

/** What an endpoint answers. Content-Length comes from the body; HEAD leaves the body out. */
export interface Reply {
	status: number;
	headers?: Readonly<Record<string, string>>;
	body?: Uint8Array | FileSlice;
}

/** What an endpoint is asked. */
export interface RegistryRequest {
	/** The repository, by the grammar; "" where a route has none. */
	name: string;
	/** The last part of the path: tag, digest or upload id; "" where a route has none. */
	reference: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: AsyncIterable<Uint8Array>;
	/** Whether the caller may read another repository (blob mounts). */
	mayPull(name: string): boolean;
}

/** Changes the bytes of a body on their way out. */
export type BodyChange = (body: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export function bodyLength(reply: Reply): number {
	return reply.body?.length ?? 0;
}

/**
 * Writes a reply. The body passes through `change`, after Content-Length was settled.
 * Throws when the connection ends first.
 */
export async function send(
	response: ServerResponse,
	method: string,
	reply: Reply,
	change: BodyChange = (body) => body,
): Promise<void> {
	response.statusCode = reply.status;
	for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
	// A 204 has no Content-Length (RFC 9110, 8.6).
	if (reply.status !== 204) response.setHeader("content-length", bodyLength(reply));
	if (method === "HEAD" || bodyLength(reply) === 0) {
		response.end();
		return;
	}
	await pipeline(change(bytesOf(reply)), response);
}

async function* bytesOf(reply: Reply): AsyncGenerator<Uint8Array> {
	const { body } = reply;
	if (body instanceof Uint8Array) yield body;
	else if (body) {
		const { file, start, length } = body;
		yield* createReadStream(file, { start, end: start + length - 1 });
	}
}
