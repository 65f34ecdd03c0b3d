/** JSON over HTTP, from the client's side. */
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 1024 * 1024;

/**
 * Sends a request and returns `{status, body}`, whatever the status is; `body` is undefined where there is none.
 *
 * Rejects with Node's own error where no answer comes, so that its message says what failed: a name that does not
 * resolve reads `getaddrinfo ENOTFOUND host`. (`fetch` would say "fetch failed".)
 */
export function callJson(method, url, body) {
	return new Promise((resolve, reject) => {
		const send = new URL(url).protocol === "https:" ? requestHttps : requestHttp;
		const text = body === undefined ? "" : JSON.stringify(body);
		const headers =
			text === "" ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
		const request = send(url, { method, headers }, (response) => {
			readAll(response)
				.then((answer) => resolve({ status: response.statusCode, body: parse(answer, url) }))
				.catch(reject);
		});
		request.setTimeout(TIMEOUT_MS, () => {
			request.destroy(new Error(`${new URL(url).host} did not answer within ${TIMEOUT_MS / 1000} s`));
		});
		request.once("error", reject);
		request.end(text);
	});
}

async function readAll(response) {
	const chunks = [];
	let size = 0;
	for await (const chunk of response) {
		size += chunk.length;
		if (size > ANSWER_LIMIT_BYTES) throw new Error(`the answer is longer than ${ANSWER_LIMIT_BYTES} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function parse(text, url) {
	if (text === "") return undefined;
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error(`${new URL(url).host} answered with something other than JSON`, { cause });
	}
}
