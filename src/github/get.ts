import { Agent, request } from "undici";
import { errorMessage } from "../runner/errors.js";
import type { Get } from "./jobs.js";

const ANSWER_LIMIT = 16 * 1024 * 1024;
/** A broken server is asked once more, after this many milliseconds. */
const PAUSE = 1000;

/**
 * GETs below the repository of the run, by the runner's variables; undefined where they or the token are missing.
 * The token goes to the server itself and to its `api.` host alone, redirects are not followed, and no message
 * holds the token.
 */
export function repositoryGet(known: {
	environment: Readonly<Record<string, string | undefined>>;
	token: string | undefined;
	sleep(milliseconds: number): Promise<void>;
}): Get | undefined {
	const { environment, token, sleep } = known;
	const server = URL.parse(environment.GITHUB_SERVER_URL ?? "");
	const api = URL.parse(environment.GITHUB_API_URL ?? "");
	const repository = environment.GITHUB_REPOSITORY ?? "";
	if (token === undefined || server === null || api === null || !/^[\w.-]+\/[\w.-]+$/.test(repository))
		return undefined;
	const sameServer = api.host === server.host || api.host === `api.${server.host}`;
	const safe = api.protocol === "https:" || (api.protocol === "http:" && server.protocol === "http:");
	if (!sameServer || !safe) return undefined;
	const root = `${api.origin}${api.pathname.replace(/\/+$/, "")}/repos/${repository}`;
	return async (path) => {
		const first = await ask(`${root}${path}`, token);
		if (!("status" in first) || (first.status < 500 && first.status !== 429)) return jsonOf(api.host, first);
		await sleep(PAUSE);
		return jsonOf(api.host, await ask(`${root}${path}`, token));
	};
}

type Reply = { status: number; text: string } | { broken: string };

async function ask(url: string, token: string): Promise<Reply> {
	const agent = new Agent({
		allowH2: false,
		connect: { timeout: 10_000 },
		headersTimeout: 30_000,
		bodyTimeout: 30_000,
	});
	try {
		const answer = await request(url, {
			dispatcher: agent,
			headers: {
				authorization: `Bearer ${token}`,
				accept: "application/vnd.github+json",
				"x-github-api-version": "2022-11-28",
				"user-agent": "sluice",
			},
		});
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of answer.body as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > ANSWER_LIMIT) return { broken: "its answer is larger than 16 MiB" };
			chunks.push(chunk);
		}
		return { status: answer.statusCode, text: Buffer.concat(chunks).toString("utf8") };
	} catch (cause) {
		return { broken: errorMessage(cause).replaceAll(token, "***") };
	} finally {
		await agent.destroy();
	}
}

function jsonOf(host: string, reply: Reply): unknown {
	if ("broken" in reply) throw new Error(`${host} gives no whole answer: ${reply.broken}`);
	const { status, text } = reply;
	if (status === 403 || status === 404)
		throw new Error(`${host} answers with ${status}: the token needs 'actions: read'`);
	if (status !== 200) throw new Error(`${host} answers with ${status}`);
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${host} gives half an answer, or none that is JSON`);
	}
}
