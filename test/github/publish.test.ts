import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ActionRun } from "../runner/spawn.ts";
import { makeWorkspace, short, type Workspace } from "../versions/workspace.ts";
import { type GitHubServer, startGitHub } from "./server.ts";

interface Hosted extends Workspace {
	server: GitHubServer;
	publish(inputs?: Record<string, string>): Promise<ActionRun>;
	/** Makes a reference at the remote behind the action's back. */
	setTag(tag: string, commit: string): void;
}

/** A workspace released as 1.3.0 with a feature on top, whose origin is a GitHub server. */
async function hosted(options: { knows?: boolean; files?: Record<string, string> } = {}): Promise<Hosted> {
	const work = makeWorkspace(options.files);
	work.git("tag", "v1.3.0");
	work.commit("feat: two", { "a.txt": "2" });
	work.push();
	const server = await startGitHub({ bare: work.origin, name: "acme/shop", ...options });
	work.git("remote", "set-url", "origin", server.origin);
	return {
		...work,
		server,
		publish: (inputs = {}) =>
			work.version({ publish: "true", token: "test-token", ...inputs }, { environment: server.environment }),
		setTag: (tag, commit) =>
			void execFileSync("git", ["-C", work.origin, "update-ref", `refs/tags/${tag}`, commit]),
		[Symbol.asyncDispose]: async () => {
			await server[Symbol.asyncDispose]();
			await work[Symbol.asyncDispose]();
		},
	};
}

const api = (calls: readonly string[]) => calls.filter((call) => !call.startsWith("git "));

describe("publishing through GitHub's API", () => {
	it("makes the tags by updateRefs, and nothing the second time", async () => {
		await using work = await hosted();
		const run = await work.publish();
		expect(run.code, run.stdout).toBe(0);
		expect(work.originTags()["v1.4.0"]).toBe(work.head());
		expect(api(work.server.calls)).toEqual(["repository", "updateRefs"]);
		expect(work.server.calls).not.toContain("git git-receive-pack");
		expect(run.result.published).toEqual([{ ref: "refs/tags/v1.4.0", before: null, after: work.head() }]);
		const again = await work.publish();
		expect(again.code, again.stdout).toBe(0);
		expect(again.result.published).toEqual([]);
		expect(again.outputs.version).toBe("1.4.0");
		expect(api(work.server.calls)).toHaveLength(2);
	});

	it("pushes by git where there is no token, another origin, or a server that does not know updateRefs", async () => {
		for (const [options, inputs, calls] of [
			[{}, { token: "" }, []],
			[{ knows: false }, {}, ["repository", "updateRefs"]],
		] as const) {
			await using work = await hosted(options);
			const run = await work.publish(inputs);
			expect(run.code, run.stdout).toBe(0);
			expect(api(work.server.calls)).toEqual(calls);
			expect(work.server.calls).toContain("git git-receive-pack");
			expect(work.originTags()["v1.4.0"]).toBe(work.head());
		}
		await using work = await hosted();
		const elsewhere = await work.version(
			{ publish: "true", token: "test-token" },
			{ environment: { ...work.server.environment, GITHUB_REPOSITORY: "acme/other" } },
		);
		expect(elsewhere.code, elsewhere.stdout).toBe(0);
		expect(api(work.server.calls)).toEqual([]);
		await using offline = await hosted();
		const noApi = await offline.version(
			{ publish: "true", token: "test-token" },
			{ environment: { ...offline.server.environment, GITHUB_GRAPHQL_URL: `${offline.server.url}/none` } },
		);
		expect(noApi.code, noApi.stdout).toBe(0);
		expect(noApi.stdout).toContain("The tags are pushed by git instead");
		expect(offline.originTags()["v1.4.0"]).toBe(offline.head());
	});

	it("computes a race anew: the other writer's release is the base then", async () => {
		await using work = await hosted();
		const feature = work.head();
		const fix = work.commit("fix: three", { "a.txt": "3" });
		work.git("push", "--quiet", work.origin, "HEAD:main");
		work.server.race = { call: "updateRefs", run: () => work.setTag("v1.4.0", feature) };
		const run = await work.publish();
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs.version).toBe("1.4.1");
		expect(work.originTags()).toMatchObject({ "v1.4.0": feature, "v1.4.1": fix });
		expect(run.stdout).toContain("The versions are computed again");
	});

	it("refuses a race where `release` fixed the number, and names both commits", async () => {
		await using work = await hosted();
		const feature = work.head();
		const fix = work.commit("fix: three", { "a.txt": "3" });
		work.git("push", "--quiet", work.origin, "HEAD:main");
		work.server.race = { call: "updateRefs", run: () => work.setTag("v1.4.0", feature) };
		const run = await work.publish({ release: "true" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(short(feature));
		expect(run.stdout).toContain(short(fix));
		expect(work.originTags()).not.toHaveProperty("v1.4.1");
	});

	it("gives up after three races, and says what stands where", async () => {
		await using work = await hosted();
		const commits = [work.head()];
		for (const text of ["3", "4", "5"]) commits.push(work.commit(`fix: ${text}`, { "a.txt": text }));
		work.git("push", "--quiet", work.origin, "HEAD:main");
		const race = (index: number) => ({
			call: "updateRefs",
			run: () => {
				work.setTag(`v1.4.${index}`, commits[index] ?? "");
				work.server.race = race(index + 1);
			},
		});
		work.server.race = race(0);
		const run = await work.publish();
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(`Tag v1.4.2 already stands on ${short(commits[2] ?? "")}`);
		expect(run.stdout).toContain(short(work.head()));
		expect(work.originTags()).not.toHaveProperty("v1.4.3");
	});

	it("moves floating tags in the same update, with the value that they had", async () => {
		await using work = await hosted();
		const old = work.git("rev-parse", "v1.3.0");
		work.setTag("v1", old);
		const run = await work.publish({ floating: "git" });
		expect(run.code, run.stdout).toBe(0);
		expect(run.result.published).toEqual([
			{ ref: "refs/tags/v1.4.0", before: null, after: work.head() },
			{ ref: "refs/tags/v1", before: old, after: work.head() },
			{ ref: "refs/tags/v1.4", before: null, after: work.head() },
		]);
		expect(api(work.server.calls)).toEqual(["repository", "updateRefs"]);
		expect(work.originTags()).toMatchObject({ v1: work.head(), "v1.4": work.head() });
	});

	it("takes the same tag on the same commit, made by another, for success", async () => {
		await using work = await hosted();
		work.server.race = { call: "updateRefs", run: () => work.setTag("v1.4.0", work.head()) };
		const run = await work.publish();
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs.version).toBe("1.4.0");
	});

	it("decides by the references after an answer that got lost, came half, or was an error", async () => {
		for (const answer of [
			{ half: true },
			{ status: 502, body: "<html>", done: true },
			{ status: 502, body: "<html>" },
			{ status: 200, body: '{"errors":[{"message":"Something went wrong while executing your query."}]}' },
			{ status: 200, body: "no JSON" },
		] as const) {
			await using work = await hosted();
			work.server.faults.push({ call: "updateRefs", answer });
			const run = await work.publish();
			expect(run.code, run.stdout).toBe(0);
			expect(work.originTags()["v1.4.0"]).toBe(work.head());
			expect(run.result.published).toHaveLength(1);
			const done = "half" in answer || ("done" in answer && answer.done);
			expect(work.server.calls.filter((call) => call === "updateRefs")).toHaveLength(done ? 1 : 2);
		}
	});

	it("gives up on a server that goes on failing, with nothing made", async () => {
		await using work = await hosted();
		for (let times = 0; times < 3; times++)
			work.server.faults.push({
				call: "updateRefs",
				answer: { status: 500, body: '{"message":"test-token is down"}' },
			});
		const run = await work.publish();
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("answers with status 500: *** is down");
		expect(run.stdout.replace("::add-mask::test-token", "")).not.toContain("test-token");
		expect(work.originTags()).not.toHaveProperty("v1.4.0");
	});

	it("waits for a rate limit as long as the server says, and gives up on a long one", async () => {
		for (const status of [403, 429]) {
			await using work = await hosted();
			const answer = { status, headers: { "retry-after": "1" }, body: '{"message":"secondary rate limit"}' };
			work.server.faults.push({ call: "updateRefs", answer }, { call: "repository", answer });
			const run = await work.publish();
			expect(run.code, run.stdout).toBe(0);
			expect(api(work.server.calls)).toEqual(["repository", "repository", "updateRefs", "updateRefs"]);
		}
		await using work = await hosted();
		work.server.faults.push({
			call: "updateRefs",
			answer: { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" } },
		});
		const run = await work.publish();
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("limits the rate of requests");
	});

	it("says what is missing: a valid token, a permission, a rule", async () => {
		for (const [answer, words] of [
			[{ status: 401, body: '{"message":"Bad credentials"}' }, /does not accept the token: Bad credentials/],
			[
				{ status: 403, headers: { "x-accepted-github-permissions": "contents=write" }, body: "{}" },
				/permissions: contents: write.*asks for contents=write/s,
			],
			[
				{
					status: 200,
					body: '{"errors":[{"type":"FORBIDDEN","message":"Resource not accessible by integration"}]}',
				},
				/Resource not accessible by integration[\s\S]*contents: write/,
			],
			[
				{ status: 200, body: '{"errors":[{"message":"Repository rule violations found"}]}' },
				/rules must let this token/,
			],
			[
				{ status: 302, headers: { location: "http://evil.example/" } },
				/redirect \(302\), which is not followed/,
			],
		] as const) {
			await using work = await hosted();
			work.server.faults.push({ call: "updateRefs", answer });
			const run = await work.publish();
			expect(run.code).toBe(1);
			expect(run.stdout).toMatch(words);
			expect(work.originTags()).not.toHaveProperty("v1.4.0");
			expect(api(work.server.calls)).toEqual(["repository", "updateRefs"]);
		}
	});
});

describe("publishing by git with a racing second writer", () => {
	it("over http: between the reading of the tags and the push, and within the push", async () => {
		for (const call of ["git git-receive-pack"]) {
			for (const nth of [1, 2]) {
				await using work = await hosted();
				const feature = work.head();
				const fix = work.commit("fix: three", { "a.txt": "3" });
				work.git("push", "--quiet", work.origin, "HEAD:main");
				// The first call of this name advertises the references, the second writes them.
				const race = () => work.setTag("v1.4.0", feature);
				work.server.race = {
					call,
					run: nth === 1 ? race : () => (work.server.race = { call, run: race }),
				};
				const run = await work.publish({ token: "" });
				expect(run.code, run.stdout).toBe(0);
				expect(run.outputs.version).toBe("1.4.1");
				expect(work.originTags()).toMatchObject({ "v1.4.0": feature, "v1.4.1": fix });
			}
		}
	});

	it("over file: in the middle of the push", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.3.0");
		const feature = work.commit("feat: two", { "a.txt": "2" });
		const fix = work.commit("fix: three", { "a.txt": "3" });
		work.push();
		work.git("remote", "set-url", "origin", `file://${work.origin}`);
		const hook = `#!/bin/sh
[ -e raced ] && exit 0
touch raced
env -u GIT_QUARANTINE_PATH git update-ref refs/tags/v1.4.0 ${feature}
`;
		writeFileSync(`${work.origin}/hooks/pre-receive`, hook, { mode: 0o755 });
		const run = await work.version({ publish: "true" });
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs.version).toBe("1.4.1");
		expect(work.originTags()).toMatchObject({ "v1.4.0": feature, "v1.4.1": fix });
		expect(run.result.published).toEqual([{ ref: "refs/tags/v1.4.1", before: null, after: fix }]);
	});
});
