import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";

/**
 * The part of a GitHub server that publishing needs, over one bare repository: git over http by git's own
 * `http-backend`, GraphQL's `repository` and `updateRefs` (a real transaction of git, so that references move by
 * compare-and-swap), and by REST releases and the change of one file. Answers can be scripted.
 */
export interface GitHubServer extends AsyncDisposable {
	url: string;
	/** The variables that a runner gives for it. */
	environment: Record<string, string>;
	/** The URL of the repository. */
	origin: string;
	/** `git ...`, `repository`, `updateRefs`, `release`, `releases`, `contents`, `change`, in their order. */
	calls: string[];
	/** Releases by tag. */
	releases: Map<string, Record<string, unknown>>;
	/** Answers that the next calls of a kind get instead of the true ones. */
	faults: { call: string; answer: Fault }[];
	/** Called once before the next call of this kind is answered: another writer. */
	race: { call: string; run: () => void } | undefined;
}

/** `done`: whether the call takes effect all the same. `half`: only the first bytes of the true answer. */
export type Fault =
	| { status: number; headers?: Record<string, string>; body?: string; done?: boolean }
	| { half: true; done?: boolean };

interface Answer {
	status: number;
	headers?: Record<string, string>;
	body: string;
}

/** What GitHub says when a reference is not at its expected value: nothing that tells why. */
const GENERIC =
	'{"data":{"updateRefs":null},"errors":[{"type":"UNPROCESSABLE","path":["updateRefs"],"message":"Something went wrong while executing your query."}]}';

export async function startGitHub(options: {
	/** The folder of the bare repository. */
	bare: string;
	name: string;
	/** The token that is accepted; default `test-token`. */
	token?: string;
	/** Whether GraphQL knows `updateRefs`; default true. */
	knows?: boolean;
	/** A capability that git does not tell of, as an old server: protocol version 0 lists them one by one. */
	lacks?: string;
}): Promise<GitHubServer> {
	const { bare, name, token = "test-token", knows = true, lacks } = options;
	execFileSync("git", ["-C", bare, "config", "http.receivepack", "true"]);
	const releases = new Map<string, Record<string, unknown>>();
	const calls: string[] = [];
	const faults: GitHubServer["faults"] = [];

	const graphql = (body: string): { call: string; answer: () => Answer } => {
		const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
		if (!query.includes("updateRefs")) {
			const same = `${variables.owner}/${variables.name}` === name;
			const answer = same
				? '{"data":{"repository":{"id":"R_1"}}}'
				: '{"data":{"repository":null},"errors":[{"type":"NOT_FOUND","message":"Could not resolve to a Repository"}]}';
			return { call: "repository", answer: () => ({ status: 200, body: answer }) };
		}
		if (!knows) {
			const unknown = `{"errors":[{"extensions":{"code":"undefinedField"},"message":"Field 'updateRefs' doesn't exist on type 'Mutation'"}]}`;
			return { call: "updateRefs", answer: () => ({ status: 200, body: unknown }) };
		}
		return { call: "updateRefs", answer: () => ({ status: 200, body: updateRefs(variables) }) };
	};
	const updateRefs = (variables: Record<string, unknown>): string => {
		const updates = variables.refUpdates as {
			name: string;
			beforeOid: string;
			afterOid: string;
			force: boolean;
		}[];
		if (variables.repositoryId !== "R_1") return GENERIC;
		const lines = updates.map((each) => `update ${each.name} ${each.afterOid} ${each.beforeOid}\n`);
		try {
			execFileSync("git", ["-C", bare, "update-ref", "--stdin"], {
				input: lines.join(""),
				stdio: ["pipe", "pipe", "pipe"],
			});
			return '{"data":{"updateRefs":{"clientMutationId":null}}}';
		} catch {
			return GENERIC;
		}
	};
	const rest = (
		method: string,
		url: URL,
		body: string,
	): { call: string; answer: () => Answer } | undefined => {
		const path = url.pathname.startsWith(`/api/v3/repos/${name}/`)
			? url.pathname.slice(`/api/v3/repos/${name}`.length)
			: "";
		const json = (status: number, value: unknown): Answer => ({ status, body: JSON.stringify(value) });
		if (method === "GET" && path.startsWith("/releases/tags/")) {
			const found = releases.get(decodeURIComponent(path.slice("/releases/tags/".length)));
			const answer = found === undefined ? json(404, { message: "Not Found" }) : json(200, found);
			return { call: "release", answer: () => answer };
		}
		if (method === "POST" && path === "/releases") {
			const release = JSON.parse(body) as { tag_name: string };
			const make = () => {
				releases.set(release.tag_name, release);
				return json(201, release);
			};
			return { call: "releases", answer: make };
		}
		const file = /^\/contents\/([\w.-]+)$/.exec(path)?.[1];
		if (file === undefined) return undefined;
		if (method === "GET") {
			const sha = git("", "rev-parse", `${url.searchParams.get("ref")}:${file}`);
			const content = Buffer.from(git("", "cat-file", "blob", sha, "--raw")).toString("base64");
			return { call: "contents", answer: () => json(200, { sha, content }) };
		}
		const change = JSON.parse(body) as { message: string; content: string; sha: string; branch: string };
		return {
			call: "change",
			answer: () =>
				replaceFile(file, change) ? json(200, {}) : json(409, { message: `${file} does not match` }),
		};
	};
	const git = (input: string, ...args: string[]): string => {
		const raw = args.at(-1) === "--raw";
		const output = execFileSync("git", ["-C", bare, ...(raw ? args.slice(0, -1) : args)], {
			input,
			encoding: "utf8",
			env: {
				PATH: process.env.PATH,
				GIT_AUTHOR_NAME: "Server",
				GIT_AUTHOR_EMAIL: "server@example.invalid",
				GIT_COMMITTER_NAME: "Server",
				GIT_COMMITTER_EMAIL: "server@example.invalid",
			},
		});
		return raw ? output : output.trim();
	};
	/** A commit on a branch that replaces one file of the root, if it has the expected contents. */
	const replaceFile = (
		file: string,
		change: { message: string; content: string; sha: string; branch: string },
	): boolean => {
		const head = git("", "rev-parse", `refs/heads/${change.branch}`);
		if (git("", "rev-parse", `${head}:${file}`) !== change.sha) return false;
		const blob = git(Buffer.from(change.content, "base64").toString("utf8"), "hash-object", "-w", "--stdin");
		const entries = git("", "ls-tree", head).replace(change.sha, blob);
		const tree = git(`${entries}\n`, "mktree");
		const commit = git(change.message, "commit-tree", tree, "-p", head);
		git("", "update-ref", `refs/heads/${change.branch}`, commit, head);
		return true;
	};

	const handle = async (message: IncomingMessage, response: ServerResponse) => {
		const url = new URL(message.url ?? "/", "http://server");
		const chunks: Buffer[] = [];
		for await (const chunk of message) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		if (url.pathname.startsWith(`/${name}.git/`)) {
			const call = `git ${url.searchParams.get("service") ?? url.pathname.split("/").at(-1)}`;
			calls.push(call);
			runRace(call);
			return backend({ bare, url, name, lacks }, message, body, response);
		}
		const known =
			url.pathname === "/api/graphql"
				? graphql(body.toString("utf8"))
				: rest(message.method ?? "", url, body.toString("utf8"));
		if (known === undefined) return void response.writeHead(404).end('{"message":"Not Found"}');
		calls.push(known.call);
		if (
			!/^(bearer|token) /i.test(message.headers.authorization ?? "") ||
			!message.headers.authorization?.endsWith(` ${token}`)
		)
			return void response.writeHead(401).end('{"message":"Bad credentials"}');
		runRace(known.call);
		const index = faults.findIndex((each) => each.call === known.call);
		const fault = index < 0 ? undefined : faults.splice(index, 1)[0]?.answer;
		const answer = fault === undefined || fault.done === true || "half" in fault ? known.answer() : undefined;
		if (fault === undefined) {
			const { status, headers, body: text } = answer ?? { status: 500, headers: {}, body: "" };
			return void response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
		}
		if ("half" in fault) {
			const text = answer?.body ?? "";
			response.writeHead(200, { "content-type": "application/json", "content-length": String(text.length) });
			response.write(text.slice(0, text.length / 2), () => response.destroy());
			return;
		}
		response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
	};
	const runRace = (call: string) => {
		if (result.race?.call !== call) return;
		const { run } = result.race;
		result.race = undefined;
		run();
	};

	const server = createServer((message, response) => {
		handle(message, response).catch((error: unknown) => response.destroy(error as Error));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const result: GitHubServer = {
		url,
		origin: `${url}/${name}.git`,
		environment: {
			GITHUB_REPOSITORY: name,
			GITHUB_SERVER_URL: url,
			GITHUB_API_URL: `${url}/api/v3`,
			GITHUB_GRAPHQL_URL: `${url}/api/graphql`,
		},
		calls,
		releases,
		faults,
		race: undefined,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
	return result;
}

/** One request of git over http, by CGI (git-http-backend). */
async function backend(
	{ bare, url, name, lacks }: { bare: string; url: URL; name: string; lacks: string | undefined },
	message: IncomingMessage,
	body: Buffer,
	response: ServerResponse,
): Promise<void> {
	const child = spawn("git", ["http-backend"], {
		env: {
			PATH: process.env.PATH,
			GIT_PROJECT_ROOT: dirname(bare),
			GIT_HTTP_EXPORT_ALL: "1",
			PATH_INFO: `/${bare.slice(dirname(bare).length + 1)}${url.pathname.slice(`/${name}.git`.length)}`,
			QUERY_STRING: url.search.slice(1),
			REQUEST_METHOD: message.method,
			CONTENT_TYPE: message.headers["content-type"] ?? "",
			CONTENT_LENGTH: String(body.length),
			HTTP_CONTENT_ENCODING: message.headers["content-encoding"] ?? "",
			HTTP_GIT_PROTOCOL: lacks === undefined ? String(message.headers["git-protocol"] ?? "") : "",
			REMOTE_USER: "test",
			REMOTE_ADDR: "127.0.0.1",
		},
		stdio: ["pipe", "pipe", "inherit"],
	});
	child.stdin.on("error", () => undefined);
	child.stdin.end(body);
	const chunks: Buffer[] = [];
	child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
	await once(child, "close");
	let output = Buffer.concat(chunks);
	// Of the same length, since the length of a line stands before it.
	if (lacks !== undefined && message.method === "GET")
		output = Buffer.from(output.toString("latin1").replaceAll(lacks, "x".repeat(lacks.length)), "latin1");
	const end = output.indexOf("\r\n\r\n");
	let status = 200;
	for (const line of output.subarray(0, end).toString("latin1").split("\r\n")) {
		const [key = "", ...rest] = line.split(":");
		const value = rest.join(":").trim();
		if (key.toLowerCase() === "status") status = Number.parseInt(value, 10);
		else response.setHeader(key, value);
	}
	response.writeHead(status).end(output.subarray(end + 4));
}
