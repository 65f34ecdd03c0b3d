import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runJobs } from "#src/github/jobs.js";
import { GitHubRest } from "#src/github/rest.js";
import { gitHubApi } from "#src/github/server.js";

/** The list of an attempt's jobs, asked of a server that is scripted to speak GitHub's shapes. */

const TOKEN = "ghs_secret";
const JOBS = "/api/v3/repos/acme/shop/actions/runs/100/attempts/2/jobs?per_page=100";
let root = "";
const START = "2026-11-27T10:00:00Z";
type Answer = (response: ServerResponse) => void;
const json =
	(value: unknown, status = 200, next?: string): Answer =>
	(response) => {
		const link = next === undefined ? {} : { link: `<${root}${next}>; rel="next"` };
		response.writeHead(status, { "content-type": "application/json", ...link }).end(JSON.stringify(value));
	};

let asked: string[] = [];
let script: Record<string, Answer[]> = {};
const server = createServer((request, response) => {
	const url = request.url ?? "";
	asked.push(url);
	if (request.headers.authorization !== `Bearer ${TOKEN}`)
		return void json({ message: "Bad credentials" }, 401)(response);
	const answers =
		script[url.split("?")[0]?.replace("/api/v3/repos/acme/shop/actions/runs/100/attempts/2", "") ?? ""];
	const answer = answers === undefined || answers.length > 1 ? answers?.shift() : answers[0];
	(answer ?? json({ message: "Not Found" }, 404))(response);
});
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const about = json({ run_started_at: START });
const job = (name: string, own: object = {}) => ({
	name,
	conclusion: "success",
	run_attempt: 2,
	started_at: "2026-11-27T10:01:00Z",
	steps: [{ name: "Set up job", conclusion: "success" }],
	...own,
});

function ask(answers: Record<string, Answer[]>, environment: Record<string, string> = {}) {
	asked = [];
	script = answers;
	const api = gitHubApi({
		environment: {
			GITHUB_SERVER_URL: root,
			GITHUB_API_URL: `${root}/api/v3`,
			GITHUB_REPOSITORY: "acme/shop",
			...environment,
		},
		token: TOKEN,
		origin: undefined,
	});
	if ("why" in api) return undefined;
	// A clock that stands still, so that all attempts are made at once.
	const rest = new GitHubRest(api, { sleep: async () => undefined, now: () => 0 }, 60_000);
	return runJobs(rest, "100", 2);
}

describe("the jobs of an attempt", () => {
	it("are those of all pages", async () => {
		const page = (from: number, count: number, next?: string) =>
			json(
				{
					total_count: 150,
					jobs: Array.from({ length: count }, (_, index) => job(`test (${from + index})`)),
				},
				200,
				next,
			);
		const answer = await ask({ "": [about], "/jobs": [page(0, 100, `${JOBS}&page=2`), page(100, 50)] });
		expect(answer).toMatchObject({ kind: "known" });
		expect(answer?.kind === "known" && answer.jobs.map(({ name }) => name)).toHaveLength(150);
		expect(asked.slice(1)).toEqual([JOBS, `${JOBS}&page=2`]);
	});

	it("tell what an earlier attempt left by its time or its attempt; without a time it ran", async () => {
		const jobs = [
			job("ran"),
			job("copied", { started_at: "2026-11-27T09:00:00Z" }),
			job("kept", { run_attempt: 1 }),
			job("unknown", { started_at: null, conclusion: null, steps: null }),
		];
		const answer = await ask({ "": [about], "/jobs": [json({ total_count: 4, jobs })] });
		expect(answer?.kind === "known" && answer.jobs.map(({ name, ran }) => `${name} ${ran}`)).toEqual([
			"ran true",
			"copied false",
			"kept false",
			"unknown true",
		]);
	});

	const half: Answer = (response) => {
		response.writeHead(200, { "content-length": "1000" });
		response.write('{"total_count":', () => response.destroy());
	};
	it.each<[string, Record<string, Answer[]>, string]>([
		[
			"the permission is missing (403)",
			{ "": [json({ message: "Resource not accessible by integration" }, 403)] },
			"forbids it (403): Resource not accessible by integration: the token needs 'actions: read'",
		],
		[
			"it may not be seen (404)",
			{},
			"shows no such thing to this token (404): Not Found: the token needs 'actions: read'",
		],
		["there are too many requests (429)", { "": [json({}, 429)] }, "limits the rate of requests"],
		["the server is broken (500)", { "": [json({}, 500)] }, "answers with status 500"],
		["half an answer comes", { "": [about], "/jobs": [half] }, "gives no whole answer"],
		[
			"no JSON comes",
			{ "": [about], "/jobs": [(response) => response.end("<html>")] },
			"gives half an answer, or none that is JSON",
		],
		[
			"the list ends early",
			{
				"": [about],
				"/jobs": [json({ total_count: 2, jobs: [job("a")] }, 200, JOBS), json({ total_count: 2, jobs: [] })],
			},
			"ends before its count",
		],
		[
			"a page repeats what another had",
			{
				"": [about],
				"/jobs": [1, 2].map((page) =>
					json({ total_count: 2, jobs: [job("a", { id: 7 })] }, 200, page === 1 ? JOBS : undefined),
				),
			},
			"ends before its count",
		],
		[
			"the list has another form",
			{ "": [about], "/jobs": [json({ total_count: 1, jobs: [{}] })] },
			"a form that is not known",
		],
		[
			"it redirects",
			{ "": [(response) => response.writeHead(302, { location: "http://evil.example/" }).end()] },
			"answers with a redirect to another host, which is not followed",
		],
		["the attempt has no start", { "": [json({})] }, "when the attempt started"],
	])("are not known where %s, and that is said without the token", async (_, answers, why) => {
		const answer = await ask(answers);
		expect(answer).toEqual({ kind: "unknown", why: expect.stringContaining(why) });
		expect(JSON.stringify(answer)).not.toContain(TOKEN);
	});

	it("are asked for once more after a server's error", async () => {
		const answer = await ask({
			"": [json({}, 502), about],
			"/jobs": [json({ total_count: 1, jobs: [job("a")] })],
		});
		expect(answer).toMatchObject({ kind: "known", jobs: [{ name: "a" }] });
	});

	it.each([
		["another host", { GITHUB_API_URL: "https://evil.example/api/v3" }],
		["no repository", { GITHUB_REPOSITORY: "acme" }],
		[
			"http where the server has https",
			{ GITHUB_SERVER_URL: "https://ghe.example", GITHUB_API_URL: "http://ghe.example/api/v3" },
		],
	])("are not asked for at %s", async (_, environment) => {
		expect(await ask({}, environment as unknown as Record<string, string>)).toBeUndefined();
	});
});
