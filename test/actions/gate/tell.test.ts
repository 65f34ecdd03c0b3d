import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GateResult } from "#src/actions/gate/result.js";
import { tellGitHub } from "#src/actions/gate/tell.js";
import { parseEvent } from "#src/context/event.js";
import { writeCheckRun } from "#src/github/check-run.js";
import { writeComment } from "#src/github/comments.js";
import { GitHubRest } from "#src/github/rest.js";
import { gitHubApi } from "#src/github/server.js";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { type GitHubApiServer, startGitHubApi } from "../../github/api.ts";
import { type ActionRun, spawnAction } from "../../runner/spawn.ts";
import { makeEvidence, redEvidence, writeEvidence } from "./evidence.ts";

/** What the gate tells GitHub: a comment that is updated, and a neutral check run for `held`. */

let server: GitHubApiServer;
beforeEach(async () => {
	server = await startGitHubApi();
});
afterEach(async () => {
	await server[Symbol.asyncDispose]();
});

describe("the comment", () => {
	const write = async (body: string, more: { run?: string; attempt?: number; key?: string } = {}) => {
		const api = gitHubApi({ environment: server.environment, token: "test-token", origin: undefined });
		if ("why" in api) throw new Error(api.why);
		const clock = { now: () => 0, sleep: async () => undefined };
		await using rest = new GitHubRest(api, clock, 60_000);
		return await writeComment(rest, {
			number: 7,
			key: "gate:ci.yml#gate",
			run: "100",
			attempt: 1,
			body,
			...more,
		});
	};

	it("is made once, then updated, and left alone where nothing changed", async () => {
		expect(await write("first")).toBe("created");
		expect(await write("second", { run: "101" })).toBe("updated");
		expect(await write("second", { run: "101" })).toBe("unchanged");
		expect(server.comments).toHaveLength(1);
		expect(server.comments[0]?.body).toBe("<!-- sluice:gate%3Aci.yml%23gate run=101 attempt=1 -->\nsecond");
	});

	it("is found behind pages of others, and of another gate there is another", async () => {
		server.comments = Array.from({ length: 150 }, (_, index) => ({
			id: index + 1,
			user: "somebody",
			body: "hello",
		}));
		await write("first");
		await write("second", { run: "101" });
		await write("else", { key: "gate:ci.yml#e2e-gate--->" });
		expect(server.comments.slice(150).map(({ body }) => body.split("\n")[1])).toEqual(["second", "else"]);
		expect(server.comments[151]?.body.match(/-->/g)).toHaveLength(1);
	});

	it("of a long name is not another's whose name begins alike", async () => {
		const long = (end: string) => `gate:.github/workflows/${"x".repeat(200)}.yml#${end}`;
		for (const end of ["gate", "last", "gate", "\ud800"]) await write(end, { key: long(end) });
		expect(server.comments.map(({ body }) => body.split("\n")[1])).toEqual(["gate", "last", "\ud800"]);
		expect(new Set(server.comments.map(({ body }) => body.split("\n")[0]?.length))).toEqual(new Set([184]));
	});

	it("of somebody else is never touched, whatever it begins with", async () => {
		const forged = "<!-- sluice:gate%3Aci.yml%23gate run=1 attempt=1 -->\nforged";
		server.comments = [{ id: 1, user: "mallory", body: forged }];
		expect(await write("true words")).toBe("created");
		expect(server.comments[0]?.body).toBe(forged);
		server.viewer = "my-app[bot]";
		expect(await write("an app's words")).toBe("created");
		expect(server.comments).toHaveLength(3);
	});

	it("of a later run or attempt stands", async () => {
		await write("late", { run: "1000", attempt: 2 });
		expect(await write("early", { run: "999" })).toBe("newer");
		expect(await write("earlier attempt", { run: "1000", attempt: 1 })).toBe("newer");
		expect(server.comments[0]?.body).toContain("late");
	});
});

describe("the gate", () => {
	const open: TestRepository[] = [];
	afterEach(async () => {
		for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
	});

	/** `needs` alone, or with an outage in the evidence of an integration level. */
	const gate = (
		inputs: Record<string, string>,
		more: { outage?: boolean; event?: string; fork?: boolean } = {},
	) => {
		const repository = makeRepository({ ".gitignore": "sluice-evidence/\n", "a.txt": "a" });
		open.push(repository);
		const head = repository.git("rev-parse", "HEAD");
		if (more.outage === true) {
			const message = "Error: connect ETIMEDOUT registry.npmjs.org:443";
			writeEvidence(
				repository,
				redEvidence({ commit: head, level: "integration", service: "shop" }, { message }),
			);
		} else writeEvidence(repository, makeEvidence({ commit: head, service: "shop" }));
		return spawnAction("gate", {
			directory: repository.directory,
			inputs: { token: "test-token", "policy-from": "head", base: "HEAD", ...inputs },
			event: more.event ?? "pull_request",
			payload: {
				repository: { default_branch: "main" },
				pull_request: {
					number: 7,
					head: {
						ref: "topic",
						sha: head,
						repo: { full_name: more.fork === true ? "fork/shop" : "acme/shop" },
					},
					base: { ref: "main", sha: head, repo: { full_name: "acme/shop" } },
				},
			},
			environment: {
				...server.environment,
				GITHUB_SHA: head,
				GITHUB_REF: "refs/pull/7/merge",
				GITHUB_RUN_ID: "100",
				GITHUB_JOB: "gate",
			},
		}).then((run): ActionRun & { head: string } => ({ ...run, head }));
	};
	const codes = (run: ActionRun) => run.result.problems.map(({ code }: { code: string }) => code);

	it("comments, and asks for checks, in one run", async () => {
		const run = await gate({ comment: "true", checks: "build" });
		expect(run.result.reasons).toMatchObject([{ code: "check-missing" }]);
		expect(run.code).toBe(1);
		expect(run.outputs.open).toBe("false");
		expect(server.comments[0]?.body).toContain("### gate: closed");
		expect(server.comments[0]?.body).toContain("no check run and no status is registered");
		expect(`${run.stdout}${run.summary}`.replace("::add-mask::test-token", "")).not.toContain("test-token");
	});

	it("makes a neutral check run where it is held", async () => {
		const run = await gate({}, { outage: true });
		expect(run.outputs.verdict, run.stdout).toBe("held");
		expect(run.code).toBe(0);
		expect(server.created).toMatchObject([
			{
				name: "gate: held",
				head_sha: run.head,
				status: "completed",
				conclusion: "neutral",
				external_id: "sluice-gate:100:1:#gate",
			},
		]);
	});

	it("never cuts a character of the check run's title in two", async () => {
		const titles: string[] = [];
		for (const blanks of [0, 1]) {
			await tellGitHub({
				result: {
					verdict: "held",
					reason: " ".repeat(blanks) + "\u{1f600}".repeat(200),
					commit: "a",
					run: "1",
				} as GateResult,
				markdown: "### gate",
				comment: false,
				event: parseEvent({ GITHUB_EVENT_NAME: "push" }, {}),
				teller: {
					writeComment: async () => undefined,
					writeCheckRun: async ({ title }) => titles.push(title),
				},
			});
		}
		expect(titles.map((title) => title.length).sort()).toEqual([249, 250]);
		for (const title of titles) expect(title.isWellFormed()).toBe(true);
	});

	it("ends that check run on the same commit, and makes none of another verdict", async () => {
		const sha = "a".repeat(40);
		const told = async (
			verdict: "open" | "held" | "closed",
			more: { run?: string; job?: string; file?: string } = {},
		) => {
			const run = more.run ?? "100";
			const api = gitHubApi({ environment: server.environment, token: "test-token", origin: undefined });
			if ("why" in api) throw new Error(api.why);
			await using rest = new GitHubRest(api, { now: () => 0, sleep: async () => undefined }, 60_000);
			return await tellGitHub({
				result: { verdict, reason: "why", commit: sha, run } as GateResult,
				markdown: "### gate",
				comment: false,
				event: {
					...parseEvent({ GITHUB_EVENT_NAME: "push", GITHUB_JOB: more.job ?? "gate" }, {}),
					...(more.file === undefined ? {} : { workflowFile: more.file }),
				},
				teller: {
					writeComment: async () => undefined,
					writeCheckRun: (each, absent) => writeCheckRun(rest, each, absent),
				},
			});
		};
		const runs = () => server.checkRuns.map(({ name, conclusion }) => `${name} ${conclusion}`);
		await told("open");
		await told("closed");
		expect(runs()).toEqual([]);
		await told("held");
		await told("held", { run: "101" });
		expect(runs()).toEqual(["gate: held neutral"]);
		// Another leg of the job, or another call of its workflow, says nothing of what is held.
		for (const verdict of ["open", "closed"] as const) {
			await told(verdict, { run: "101" });
			expect(runs()).toEqual(["gate: held neutral"]);
		}
		await told("open", { run: "99" });
		expect(runs()).toEqual(["gate: held neutral"]);
		await told("open", { run: "102", job: "e2e-gate" });
		expect(runs()).toEqual(["gate: held neutral"]);
		await told("closed", { run: "102" });
		expect(runs()).toEqual(["gate: held failure"]);
		await told("open", { run: "103" });
		expect(runs()).toEqual(["gate: held success"]);
		// Of a workflow whose long name begins alike there is another.
		for (const end of ["a", "b", "a"])
			await told("held", { run: "104", file: `${"x".repeat(200)}${end}.yml` });
		expect(runs()).toEqual(["gate: held success", "gate: held neutral", "gate: held neutral"]);
		// A check run of that name that somebody else made is left alone.
		server.checkRuns = [{ id: 1, sha, name: "gate: held", suite: 1, externalId: "else" }];
		await told("open", { run: "104" });
		expect(server.checkRuns[0]?.externalId).toBe("else");
		server.denied = new Set(["checks=read"]);
		expect(await told("open")).toEqual([]);
		expect(await told("held")).toEqual([]);
	});

	it("stands by its verdict where the token only reads", async () => {
		server.denied = new Set(["checks=write", "issues=write; pull_requests=write"]);
		const run = await gate({ comment: "true" }, { outage: true, fork: true });
		expect(run.outputs.verdict).toBe("held");
		expect(run.code).toBe(0);
		expect(codes(run)).toContain("comment-not-written");
		expect(codes(run)).not.toContain("check-run-not-made");
		expect(run.stdout).toContain("The token of a pull request from a fork only reads");
	});

	it("is closed by an API that forbids, and says what to grant; elsewhere than in a pull request it does not comment", async () => {
		server.denied = new Set(["checks=read"]);
		const run = await gate({ comment: "true", checks: "build", "wait-timeout": "600" }, { event: "push" });
		expect(run.result.reasons).toMatchObject([{ code: "checks-unreadable" }]);
		expect(run.result.reasons[0].fix).toContain("The server asks for checks=read.");
		expect(run.code).toBe(1);
		expect(server.comments).toEqual([]);
		expect(codes(run)).toContain("comment-not-written");
	});

	it("refuses `checks` without a token, and notes a wait for nothing", async () => {
		expect((await gate({ checks: "build", token: "" })).stdout).toContain(
			"Input 'checks' is given, and no token is given",
		);
		const idle = await gate({ "wait-timeout": "5" });
		expect(idle.outputs.open, idle.stdout).toBe("true");
		expect(codes(idle)).toContain("wait-without-checks");
	});
});
