import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as the server saw it. */
export interface SeenRequest {
	method: string;
	/** Path and query. */
	path: string;
	headers: IncomingMessage["headers"];
	body: string;
}

export interface ScriptedServer extends AsyncDisposable {
	/** `127.0.0.1:PORT`. */
	host: string;
	url: string;
	requests: SeenRequest[];
}

/** A handler that ends the response itself. `count` is the request's number, from 1. */
export type Script = (request: SeenRequest, response: ServerResponse, count: number) => void;

/** A real HTTP server that answers by a script, on a free port of 127.0.0.1. */
export async function startServer(script: Script): Promise<ScriptedServer> {
	const requests: SeenRequest[] = [];
	const server = createServer(async (incoming, response) => {
		const chunks: Buffer[] = [];
		try {
			for await (const chunk of incoming) chunks.push(chunk as Buffer);
		} catch {
			return;
		}
		const seen: SeenRequest = {
			method: incoming.method ?? "",
			path: incoming.url ?? "",
			headers: incoming.headers,
			body: Buffer.concat(chunks).toString("latin1"),
		};
		requests.push(seen);
		script(seen, response, requests.length);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		host,
		url: `http://${host}`,
		requests,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Sends a JSON answer. */
export function json(
	response: ServerResponse,
	status: number,
	value: unknown,
	headers: Record<string, string | string[]> = {},
): void {
	response.writeHead(status, { "content-type": "application/json", ...headers });
	response.end(JSON.stringify(value));
}
