import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * GitHub's REST API for the checks and comments of one repository, `acme/shop`, in GitHub's shapes: pages by the
 * Link header, ETags, permissions, and answers that can be scripted.
 */
export interface GitHubApiServer extends AsyncDisposable {
	url: string;
	/** The variables that a runner gives for it. */
	environment: Record<string, string>;
	/** `GET /commits/abc/check-runs?page=2`, with the status it got, in their order. */
	calls: string[];
	requests: { call: string; authorization: string | undefined }[];
	checkRuns: CheckRun[];
	statuses: { id: number; sha: string; context: string; state: string; creator?: string }[];
	/** Of how many suites, the newest, a commit's check runs are told: GitHub's 1,000. */
	suiteLimit: number;
	workflowRuns: { suite: number; name: string; path: string; event: string }[];
	comments: { id: number; user: string; body: string }[];
	created: Record<string, unknown>[];
	/** `checks=read`, ...: what the token may not do. */
	denied: Set<string>;
	/** Whose token it is. */
	viewer: string;
	/** Answers that the next calls whose text holds `call` get instead of the true ones. */
	faults: { call: string; answer: ApiFault; times?: number }[];
	/** Called before each call is answered. */
	before: ((call: string) => void) | undefined;
}

export interface CheckRun {
	id: number;
	sha: string;
	name: string;
	suite: number;
	status?: string;
	conclusion?: string | null;
	/** RFC 3339. */
	started?: string;
	completed?: string;
	app?: string;
	run?: number;
	externalId?: string;
	/** Another repository's, for an answer that lies. */
	repository?: string;
}

export type ApiFault =
	| { status: number; headers?: Record<string, string>; body?: string }
	/** `cut`: the connection ends in the middle; `half`: half the JSON with a length that fits. */
	| { broken: "cut" | "half" };

interface Reply {
	status: number;
	headers?: Record<string, string>;
	json: unknown;
}

const ROOT = "/api/v3/repos/acme/shop";

export async function startGitHubApi(): Promise<GitHubApiServer> {
	const server = createServer((message, response) => {
		handle(message, response).catch((error: unknown) => response.destroy(error as Error));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const state: GitHubApiServer = {
		url,
		environment: {
			GITHUB_REPOSITORY: "acme/shop",
			GITHUB_SERVER_URL: url,
			GITHUB_API_URL: `${url}/api/v3`,
			GITHUB_GRAPHQL_URL: `${url}/api/graphql`,
		},
		calls: [],
		requests: [],
		checkRuns: [],
		statuses: [],
		suiteLimit: 1000,
		workflowRuns: [],
		comments: [],
		created: [],
		denied: new Set(),
		viewer: "github-actions[bot]",
		faults: [],
		before: undefined,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};

	const page = (
		address: URL,
		list: readonly unknown[],
		wrap: (items: readonly unknown[]) => unknown,
	): Reply => {
		const size = Math.min(100, Number(address.searchParams.get("per_page") ?? 30));
		const number = Number(address.searchParams.get("page") ?? 1);
		const headers: Record<string, string> = {};
		if (number * size < list.length) {
			const next = new URL(address);
			next.searchParams.set("page", String(number + 1));
			headers.link = `<${url}${address.pathname}?page=1>; rel="first", <${next.href}>; rel="next", <${next.href}>; rel="last"`;
		}
		return { status: 200, headers, json: wrap(list.slice((number - 1) * size, number * size)) };
	};
	const runJson = (run: CheckRun) => ({
		id: run.id,
		name: run.name,
		url: `${url}/api/v3/repos/${run.repository ?? "acme/shop"}/check-runs/${run.id}`,
		head_sha: run.sha,
		status: run.status ?? "completed",
		conclusion: run.conclusion === undefined ? "success" : run.conclusion,
		started_at: run.started ?? null,
		completed_at: run.completed ?? null,
		details_url: `${url}/acme/shop/actions/runs/${run.run ?? run.suite}/job/${run.id}`,
		external_id: run.externalId ?? "",
		app: { id: 15368, slug: run.app ?? "github-actions" },
		check_suite: { id: run.suite },
	});
	/** GitHub tells of the newest suites alone. */
	const ofCommit = (sha: string): CheckRun[] => {
		const found = state.checkRuns.filter((run) => run.sha === sha).toSorted((a, b) => b.id - a.id);
		const suites = [...new Set(found.map(({ suite }) => suite))].toSorted((a, b) => b - a);
		const newest = new Set(suites.slice(0, state.suiteLimit));
		return found.filter(({ suite }) => newest.has(suite));
	};
	const suitesOf = (sha: string): number[] => [
		...new Set(state.checkRuns.filter((run) => run.sha === sha).map(({ suite }) => suite)),
	];
	const latest = (runs: readonly CheckRun[], filter: string | null): CheckRun[] => {
		if (filter === "all") return [...runs];
		const seen = new Set<string>();
		return runs.filter(({ suite, name }) => seen.size < seen.add(`${suite} ${name}`).size);
	};
	const denied = (permission: string): Reply | undefined =>
		state.denied.has(permission)
			? {
					status: 403,
					headers: { "x-accepted-github-permissions": permission },
					json: { message: "Resource not accessible by integration", status: "403" },
				}
			: undefined;
	const answer = (method: string, address: URL, body: string): Reply => {
		const { pathname, searchParams } = address;
		if (method === "POST" && pathname === "/api/graphql")
			return { status: 200, json: { data: { viewer: { login: state.viewer } } } };
		if (!pathname.startsWith(`${ROOT}/`))
			return { status: 404, json: { message: "Not Found", status: "404" } };
		const path = pathname.slice(ROOT.length);
		const [, sha = "", kind] = /^\/commits\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
		const suite = /^\/check-suites\/(\d+)\/check-runs$/.exec(path)?.[1];
		const filter = searchParams.get("filter");
		const runsPage = (runs: readonly CheckRun[]) =>
			denied("checks=read") ??
			page(address, latest(runs, filter), (items) => ({
				total_count: latest(runs, filter).length,
				check_runs: items.map((each) => runJson(each as CheckRun)),
			}));
		const named = searchParams.get("check_name");
		if (kind === "check-runs")
			return runsPage(ofCommit(sha).filter(({ name }) => named === null || name === named));
		if (suite !== undefined)
			return runsPage(
				state.checkRuns.filter((run) => run.suite === Number(suite)).toSorted((a, b) => b.id - a.id),
			);
		if (kind === "check-suites") {
			const suites = suitesOf(sha);
			return (
				denied("checks=read") ??
				page(address, suites, (items) => ({
					total_count: suites.length,
					check_suites: items.map((id) => ({ id })),
				}))
			);
		}
		if (kind === "statuses") {
			const found = state.statuses.filter((each) => each.sha === sha).toSorted((a, b) => b.id - a.id);
			return (
				denied("statuses=read") ??
				page(address, found, (items) =>
					(items as typeof found).map(({ id, context, state: value, creator }) => ({
						id,
						url: `${url}/api/v3/repos/acme/shop/statuses/${sha}`,
						context,
						state: value,
						creator: creator === undefined ? null : { login: creator },
					})),
				)
			);
		}
		if (path === "/actions/runs") {
			return (
				denied("actions=read") ??
				page(address, state.workflowRuns, (items) => ({
					total_count: state.workflowRuns.length,
					workflow_runs: (items as typeof state.workflowRuns).map((each) => ({
						id: each.suite,
						check_suite_id: each.suite,
						name: each.name,
						path: each.path,
						event: each.event,
					})),
				}))
			);
		}
		if (method === "POST" && path === "/check-runs") {
			const refusal = denied("checks=write");
			if (refusal !== undefined) return refusal;
			const made = JSON.parse(body) as Record<string, string>;
			state.created.push(made);
			const { name = "", head_sha = "", external_id = "", conclusion = "" } = made;
			const id = 9000 + state.created.length;
			state.checkRuns.push({ id, sha: head_sha, name, suite: 1, conclusion, externalId: external_id });
			return { status: 201, json: { id } };
		}
		const ended = /^\/check-runs\/(\d+)$/.exec(path)?.[1];
		if (method === "PATCH" && ended !== undefined) {
			const known = state.checkRuns.find(({ id }) => String(id) === ended);
			const refusal = denied("checks=write");
			if (refusal !== undefined || known === undefined)
				return refusal ?? { status: 404, json: { message: "Not Found", status: "404" } };
			const { external_id, conclusion = null } = JSON.parse(body) as Record<string, string>;
			Object.assign(known, { externalId: external_id, conclusion });
			return { status: 200, json: { id: known.id } };
		}
		const issue = /^\/issues\/(\d+)\/comments$/.exec(path)?.[1];
		const commentId = /^\/issues\/comments\/(\d+)$/.exec(path)?.[1];
		const commentJson = ({ id, user, body: text }: (typeof state.comments)[number]) => ({
			id,
			body: text,
			user: { login: user },
		});
		if (issue !== undefined && method === "GET")
			return page(address, state.comments, (items) => (items as typeof state.comments).map(commentJson));
		if (issue !== undefined || commentId !== undefined) {
			const refusal = denied("issues=write; pull_requests=write");
			if (refusal !== undefined) return refusal;
			const { body: text } = JSON.parse(body) as { body: string };
			if (text.length > 65_536)
				return {
					status: 422,
					json: { message: "Validation Failed: body is too long (maximum is 65536 characters)" },
				};
			const found = state.comments.find(({ id }) => String(id) === commentId);
			if (found !== undefined) found.body = text;
			else state.comments.push({ id: state.comments.length + 1, user: state.viewer, body: text });
			return { status: 201, json: { id: 1 } };
		}
		return { status: 404, json: { message: "Not Found", status: "404" } };
	};

	const handle = async (message: IncomingMessage, response: ServerResponse) => {
		const address = new URL(message.url ?? "/", url);
		const chunks: Buffer[] = [];
		for await (const chunk of message) chunks.push(chunk as Buffer);
		const method = message.method ?? "GET";
		const call = `${method} ${address.pathname.replace(ROOT, "")}${address.search}`;
		state.requests.push({ call, authorization: message.headers.authorization });
		state.before?.(call);
		const fault = state.faults.find((each) => call.includes(each.call));
		if (fault !== undefined) {
			fault.times = (fault.times ?? 1) - 1;
			if (fault.times <= 0) state.faults.splice(state.faults.indexOf(fault), 1);
		}
		const reply = answer(method, address, Buffer.concat(chunks).toString("utf8"));
		const text = JSON.stringify(reply.json);
		if (fault !== undefined && "broken" in fault.answer) {
			const half = text.slice(0, Math.floor(text.length / 2));
			state.calls.push(`${call} ${fault.answer.broken}`);
			if (fault.answer.broken === "half") return void response.writeHead(200).end(half);
			response.writeHead(200, { "content-length": String(text.length) });
			response.write(half, () => response.destroy());
			return;
		}
		if (fault !== undefined && "status" in fault.answer) {
			state.calls.push(`${call} ${fault.answer.status}`);
			return void response.writeHead(fault.answer.status, fault.answer.headers).end(fault.answer.body ?? "");
		}
		if (message.headers.authorization !== "Bearer test-token") {
			state.calls.push(`${call} 401`);
			return void response.writeHead(401).end('{"message":"Bad credentials"}');
		}
		const etag = `W/"${createHash("sha256").update(text).digest("hex")}"`;
		const same = method === "GET" && reply.status === 200 && message.headers["if-none-match"] === etag;
		state.calls.push(`${call} ${same ? 304 : reply.status}`);
		const headers = { "content-type": "application/json", etag, ...reply.headers };
		if (same) response.writeHead(304, headers).end();
		else response.writeHead(reply.status, headers).end(text);
	};
	return state;
}
