/** JSON over HTTP: a server from a table of routes. */
import { createServer } from "node:http";

const BODY_LIMIT_BYTES = 64 * 1024;

/** An answer that is not a success; its message goes to the client. */
export class HttpError extends Error {
	constructor(status, message, options) {
		super(message, options);
		this.name = "HttpError";
		this.status = status;
	}
}

/**
 * Makes a server that is not listening yet.
 *
 * `routes` has entries `[method, path, handler]`; a segment of the path in braces is a parameter. A handler gets
 * `{params, body}` and returns `{status, body}`. An HttpError is answered with its status, anything else with 500.
 */
export function jsonServer(routes, logError = console.error) {
	return createServer(async (request, response) => {
		let answer;
		try {
			const { handler, params } = findRoute(routes, request.method, pathOf(request.url));
			answer = await handler({ params, body: await readJson(request) });
		} catch (error) {
			if (!(error instanceof HttpError)) logError(error);
			const known = error instanceof HttpError ? error : new HttpError(500, "internal error");
			answer = { status: known.status, body: { error: known.message } };
		}
		if (answer.body === undefined) {
			response.writeHead(answer.status).end();
		} else {
			response.writeHead(answer.status, { "content-type": "application/json" });
			response.end(`${JSON.stringify(answer.body)}\n`);
		}
	});
}

/** Starts to listen and returns the server's address, such as `http://127.0.0.1:8081`. */
export async function listen(server, { host, port }) {
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
	return `http://${host}:${server.address().port}`;
}

/** Stops listening and drops idle connections, which clients keep open. */
export function close(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
	});
}

function pathOf(url) {
	const path = url.split("?", 1)[0];
	try {
		return path.split("/").map(decodeURIComponent);
	} catch (cause) {
		throw new HttpError(400, "the path is not valid percent-encoding", { cause });
	}
}

function findRoute(routes, method, segments) {
	let pathIsKnown = false;
	for (const [routeMethod, path, handler] of routes) {
		const params = match(path.split("/"), segments);
		if (params === undefined) continue;
		if (routeMethod === method) return { handler, params };
		pathIsKnown = true;
	}
	if (pathIsKnown) throw new HttpError(405, `${method} is not offered here`);
	throw new HttpError(404, "there is nothing here");
}

function match(pattern, segments) {
	if (pattern.length !== segments.length) return undefined;
	const params = {};
	for (const [index, part] of pattern.entries()) {
		if (part.startsWith("{")) params[part.slice(1, -1)] = segments[index];
		else if (part !== segments[index]) return undefined;
	}
	return params;
}

async function readJson(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		// What is too much is read and dropped: leaving the loop would cut the connection before the answer.
		if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
	}
	if (size > BODY_LIMIT_BYTES) throw new HttpError(413, `a body may have ${BODY_LIMIT_BYTES} bytes`);
	if (size === 0) return undefined;
	try {
		return JSON.parse(Buffer.concat(chunks).toString("utf8"));
	} catch (cause) {
		throw new HttpError(400, "the body is not valid JSON", { cause });
	}
}
