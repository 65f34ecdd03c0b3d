import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commitChecks } from "#src/github/checks.js";
import { GitHubRest, type RestLimits } from "#src/github/rest.js";
import { RestFailure } from "#src/github/rest-failure.js";
import { type GitHubApi, gitHubApi } from "#src/github/server.js";
import { type ApiFault, type GitHubApiServer, startGitHubApi } from "./api.ts";

const SHA = "a".repeat(40);
const START = 1_700_000_000_000;

let server: GitHubApiServer;
beforeEach(async () => {
	server = await startGitHubApi();
});
afterEach(async () => {
	await server[Symbol.asyncDispose]();
});

/** A client whose time passes only while it sleeps. */
function client(seconds = 60, limits: Partial<RestLimits> = {}): { rest: GitHubRest; slept: number[] } {
	const api = gitHubApi({ environment: server.environment, token: "test-token", origin: undefined });
	if ("why" in api) throw new Error(api.why);
	const slept: number[] = [];
	let now = START;
	const options = {
		sleep: async (milliseconds: number) => {
			slept.push(milliseconds);
			now += milliseconds;
		},
		now: () => now,
		limits,
	};
	return { rest: new GitHubRest(api, options, START + seconds * 1000), slept };
}

const failureOf = async (work: Promise<unknown>): Promise<RestFailure> => {
	const thrown = await work.then(
		() => undefined,
		(error: unknown) => error,
	);
	if (thrown instanceof RestFailure) return thrown;
	throw new Error("it did not fail as expected", { cause: thrown });
};

const runs = (count: number, more: object = {}) =>
	Array.from({ length: count }, (_, index) => ({
		id: index + 1,
		sha: SHA,
		name: `job ${index}`,
		suite: 1,
		...more,
	}));

describe("reading", () => {
	it("takes all pages of check runs and statuses", async () => {
		server.checkRuns = runs(230);
		server.statuses = Array.from({ length: 120 }, (_, index) => ({
			id: index + 1,
			sha: SHA,
			context: `ci/${index}`,
			state: "success",
		}));
		const { rest } = client();
		const checks = await commitChecks(rest, SHA);
		expect(checks).toHaveLength(350);
		expect(server.calls.filter((call) => call.includes("check-runs"))).toHaveLength(3);
		await rest[Symbol.asyncDispose]();
	});

	it("goes through the suites where there are more than GitHub tells of", async () => {
		server.checkRuns = [1, 2, 3].map((id) => ({ id, sha: SHA, name: id === 1 ? "old" : "new", suite: id }));
		server.suiteLimit = 2;
		const { rest } = client();
		expect(await commitChecks(rest, SHA)).toHaveLength(2);
		// The count alone tells of more than a thousand.
		const body = '{"total_count":1001,"check_suites":[]}';
		server.faults = [{ call: "check-suites?per_page=1", answer: { status: 200, body } }];
		const checks = await commitChecks(rest, SHA);
		expect(checks).toHaveLength(3);
		expect(checks.some(({ name }) => name === "old")).toBe(true);
		// The first answer is that to the count, and then the list has fewer than it counts.
		server.faults = [{ call: "check-suites?per_page=1", answer: { status: 200, body }, times: 2 }];
		expect((await failureOf(commitChecks(rest, SHA))).message).toContain(
			"counts 1001 check suites and gives 0",
		);
		await rest[Symbol.asyncDispose]();
	});

	it("asks for what it knows by its ETag, and takes 304 for the same", async () => {
		server.checkRuns = runs(2);
		const { rest } = client();
		const first = await commitChecks(rest, SHA);
		server.calls.length = 0;
		expect(await commitChecks(rest, SHA)).toEqual(first);
		expect(server.calls.every((call) => call.endsWith(" 304"))).toBe(true);
		server.checkRuns = runs(3);
		expect(await commitChecks(rest, SHA)).toHaveLength(3);
		await rest[Symbol.asyncDispose]();
	});

	it("reads no more of all lists together than is held at once", async () => {
		server.checkRuns = runs(230);
		const size = async (limits: Partial<RestLimits>) => {
			const { rest } = client(60, limits);
			await using _ = rest;
			return await commitChecks(rest, SHA).then(
				(checks) => checks.length,
				(error: RestFailure) => `${error.kind}: ${error.message.replace(/^\S+/, "host")}`,
			);
		};
		const page = JSON.stringify(server.checkRuns.slice(0, 100)).length;
		expect(await size({ list: 100 * page })).toBe(230);
		expect(await size({ list: 2 * page })).toBe("refused: host gives more of one list than is read at once");
		// One suite after the other: each list is small. The count alone tells of more than a thousand.
		server.checkRuns = runs(230).map((run, index) => ({ ...run, suite: index % 5 }));
		const body = '{"total_count":1001,"check_suites":[]}';
		const bySuite = async (limits: Partial<RestLimits>) => {
			server.faults = [{ call: "check-suites?per_page=1", answer: { status: 200, body } }];
			return await size(limits);
		};
		expect(await bySuite({ list: 100 * page })).toBe(230);
		expect(await bySuite({ list: 2 * page })).toMatch(/^refused: .* gives more/);
		expect(await bySuite({ answer: page })).toMatch(/^refused: host answers with more than /);
	});

	it("keeps the newest answers for their ETags, and no more than its limit", async () => {
		server.checkRuns = runs(230);
		const { rest } = client(60, { kept: 70_000 });
		const first = await commitChecks(rest, SHA);
		const answers = async () => {
			server.calls.length = 0;
			expect(await commitChecks(rest, SHA)).toEqual(first);
			return server.calls.map((call) => call.slice(-3));
		};
		// The suites' count, three pages, the statuses: the large ones push each other out.
		const again = await answers();
		expect(again).toHaveLength(5);
		expect(again).toContain("200");
		const all = client(60);
		await commitChecks(all.rest, SHA);
		server.calls.length = 0;
		await commitChecks(all.rest, SHA);
		expect(server.calls.filter((call) => call.endsWith(" 304"))).toHaveLength(5);
		await rest[Symbol.asyncDispose]();
		await all.rest[Symbol.asyncDispose]();
	});

	it.each<[string, ApiFault, number[]]>([
		["a secondary limit by retry-after", { status: 403, headers: { "retry-after": "7" } }, [7000]],
		["429", { status: 429, headers: { "retry-after": "3" } }, [3000]],
		[
			"a primary limit by its reset",
			{
				status: 403,
				headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START / 1000 + 20) },
			},
			[21_000],
		],
		[
			"a limit that names no time",
			{ status: 403, body: '{"message":"You have exceeded a secondary rate limit"}' },
			[60_000],
		],
		["a server that is broken once", { status: 502, body: "<html>" }, [1000]],
		["a connection that ends early", { broken: "cut" }, [1000]],
		["half an answer", { broken: "half" }, [1000]],
	])("waits out %s", async (_, answer, expected) => {
		server.checkRuns = runs(1);
		server.faults = [{ call: "check-runs", answer }];
		const { rest, slept } = client();
		expect(await commitChecks(rest, SHA)).toHaveLength(1);
		expect(slept).toEqual(expected);
		await rest[Symbol.asyncDispose]();
	});

	it.each<[string, ApiFault, RestFailure["kind"], RegExp]>([
		[
			"401",
			{ status: 401, body: '{"message":"Bad credentials"}' },
			"forbidden",
			/does not accept the token \(401\): Bad credentials/,
		],
		[
			"403",
			{ status: 403, body: '{"message":"Resource not accessible by integration"}' },
			"forbidden",
			/forbids it \(403\): Resource not/,
		],
		[
			"404",
			{ status: 404, body: '{"message":"Not Found"}' },
			"missing",
			/shows no such thing to this token \(404\)/,
		],
		[
			"429 that is too long",
			{ status: 429, headers: { "retry-after": "3600" } },
			"limited",
			/limits the rate of requests for 3600 seconds more/,
		],
		["500 for ever", { status: 500, body: "" }, "passing", /answers with status 500/],
		[
			"422",
			{ status: 422, body: '{"message":"No commit found for SHA"}' },
			"refused",
			/status 422: No commit found/,
		],
		["half an answer for ever", { broken: "half" }, "passing", /gives half an answer/],
		["no JSON", { status: 200, body: "<html>sign in</html>" }, "passing", /none that is JSON/],
		[
			"JSON of another form",
			{ status: 200, body: '{"total_count":1}' },
			"passing",
			/a form that is not known/,
		],
		[
			"a redirect to another host",
			{ status: 302, headers: { location: "http://127.0.0.2:9/x" } },
			"refused",
			/a redirect to another host, which is not followed/,
		],
		["a redirect to nowhere", { status: 302 }, "refused", /redirect \(302\)/],
		[
			"a next page elsewhere",
			{
				status: 200,
				headers: { link: '<http://evil.example/x>; rel="next"' },
				body: '{"total_count":0,"check_runs":[]}',
			},
			"refused",
			/another host for the next page/,
		],
	])("fails with a reason on %s", async (_, answer, kind, message) => {
		server.faults = [{ call: "check-runs", answer, times: 100 }];
		const { rest } = client();
		const failure = await failureOf(commitChecks(rest, SHA));
		expect(failure.message).toMatch(message);
		expect(failure.kind).toBe(kind);
		await rest[Symbol.asyncDispose]();
	});

	it("never ends a list that has no end, and tells of one that is short", async () => {
		const again = {
			status: 200,
			headers: { link: `<${server.url}/api/v3/repos/acme/shop/commits/${SHA}/check-runs?again>; rel="next"` },
			body: '{"total_count":0,"check_runs":[]}',
		};
		server.faults = [{ call: "check-runs", answer: again, times: 1000 }];
		const { rest } = client();
		expect((await failureOf(commitChecks(rest, SHA))).message).toContain("more than 100 pages");
		server.faults = [
			{ call: "check-runs", answer: { status: 200, body: '{"total_count":2,"check_runs":[]}' }, times: 9 },
		];
		expect((await failureOf(commitChecks(rest, SHA))).message).toContain("counts 2 check runs and gives 0");
		await rest[Symbol.asyncDispose]();
	});

	it.each([
		["another repository", { repository: "evil/shop" }],
		["another commit", {}, "b".repeat(40)],
	])("does not take the checks of %s", async (_, more, sha = SHA) => {
		server.checkRuns = runs(1, more);
		const body = JSON.stringify({
			total_count: 1,
			check_runs: [
				{
					id: 1,
					name: "x",
					url: `${server.url}/api/v3/repos/${"repository" in more ? more.repository : "acme/shop"}/check-runs/1`,
					head_sha: sha,
					status: "completed",
					conclusion: "success",
				},
			],
		});
		server.faults = [{ call: "check-runs", answer: { status: 200, body } }];
		const { rest } = client();
		expect((await failureOf(commitChecks(rest, SHA))).message).toContain(
			"the checks of another commit or repository",
		);
		await rest[Symbol.asyncDispose]();
	});
});

describe("the token", () => {
	it("follows a redirect on its own host, and goes to no other", async () => {
		const seen: string[] = [];
		const other = createServer((message, response) => {
			seen.push(message.url ?? "");
			response.end("{}");
		});
		other.listen(0, "127.0.0.1");
		await once(other, "listening");
		const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/steal`;
		server.checkRuns = runs(1);
		const target = `/api/v3/repos/acme/shop/commits/${SHA}/check-runs?filter=all&per_page=100&moved`;
		server.faults = [{ call: "check-runs", answer: { status: 301, headers: { location: target } } }];
		const { rest } = client();
		expect(await commitChecks(rest, SHA)).toHaveLength(1);
		for (const status of [301, 302, 307, 308]) {
			server.faults = [{ call: "check-suites", answer: { status, headers: { location: elsewhere } } }];
			await failureOf(commitChecks(rest, SHA));
		}
		expect(seen).toEqual([]);
		expect(server.requests.every(({ authorization }) => authorization === "Bearer test-token")).toBe(true);
		other.closeAllConnections();
		other.close();
		await rest[Symbol.asyncDispose]();
	});

	it("is in no message, also where the server echoes it", async () => {
		server.faults = [
			{ call: "check-suites", answer: { status: 403, body: '{"message":"bad test-token here"}' } },
		];
		const { rest } = client();
		expect((await failureOf(commitChecks(rest, SHA))).message).toContain("bad *** here");
		await rest[Symbol.asyncDispose]();
	});

	const find = (
		environment: Record<string, string>,
		origin?: string,
		token: string | undefined = "t",
	): GitHubApi | string => {
		const found = gitHubApi({ environment, origin, token });
		return "why" in found ? found.why : found;
	};
	it.each<[string, Record<string, string>, string | undefined, string | RegExp]>([
		["github.com", { GITHUB_REPOSITORY: "a/b" }, undefined, "https://api.github.com"],
		[
			"Enterprise Server",
			{ GITHUB_REPOSITORY: "a/b", GITHUB_SERVER_URL: "https://ghe.example" },
			undefined,
			"https://ghe.example/api/v3",
		],
		[
			"Enterprise Cloud",
			{
				GITHUB_REPOSITORY: "a/b",
				GITHUB_SERVER_URL: "https://x.ghe.com",
				GITHUB_API_URL: "https://api.x.ghe.com/",
			},
			undefined,
			"https://api.x.ghe.com",
		],
		["a terminal", {}, "git@github.com:a/b.git", "https://api.github.com"],
		["another host in a terminal", {}, "git@gitlab.com:a/b.git", /none on GitHub/],
		[
			"an API elsewhere",
			{ GITHUB_REPOSITORY: "a/b", GITHUB_API_URL: "https://evil.example" },
			undefined,
			/no token is sent there/,
		],
		[
			"an API in the clear",
			{ GITHUB_REPOSITORY: "a/b", GITHUB_API_URL: "http://api.github.com" },
			undefined,
			/no token is sent there/,
		],
		["a strange name", { GITHUB_REPOSITORY: "a/b/c" }, undefined, /no owner\/name/],
	])("goes to the right API: %s", (_, environment, origin, expected) => {
		const found = find(environment, origin);
		if (typeof expected === "string")
			expect(found).toEqual({ url: expected, owner: "a", name: "b", token: "t" });
		else expect(found).toMatch(expected);
	});

	it("is needed", () => {
		expect(gitHubApi({ environment: {}, token: undefined, origin: undefined })).toEqual({
			why: "no token is given",
		});
	});
});
