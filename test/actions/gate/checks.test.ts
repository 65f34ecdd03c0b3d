import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { judgeChecks, parseCheckLines } from "#src/actions/gate/check-lines.js";
import { awaitChecks, checkedCommits, ownChecks } from "#src/actions/gate/checks.js";
import { parseWorkflow } from "#src/actions/gate/workflow-file.js";
import { parseEvent } from "#src/context/event.js";
import { type CommitCheck, commitChecks, suiteWorkflows } from "#src/github/checks.js";
import { GitHubRest } from "#src/github/rest.js";
import { gitHubApi } from "#src/github/server.js";
import { type CheckRun, type GitHubApiServer, startGitHubApi } from "../../github/api.ts";

/** The input `checks` against a server that speaks GitHub's API, with a clock that only sleeping moves. */

const SHA = "a".repeat(40);
const HEAD = "b".repeat(40);
const START = 1_700_000_000_000;

let server: GitHubApiServer;
beforeEach(async () => {
	server = await startGitHubApi();
});
afterEach(async () => {
	await server[Symbol.asyncDispose]();
});

interface Asked {
	wait?: number;
	commits?: string[];
	/** What happens on the server after so many seconds. */
	later?: Record<number, () => void>;
	event?: Record<string, string>;
	workflow?: string;
}

async function ask(lines: string | string[], asked: Asked = {}) {
	const api = gitHubApi({ environment: server.environment, token: "test-token", origin: undefined });
	if ("why" in api) throw new Error(api.why);
	let now = START;
	const clock = {
		now: () => now,
		sleep: async (milliseconds: number) => {
			const before = now;
			now += milliseconds;
			for (const [second, act] of Object.entries(asked.later ?? {})) {
				const at = START + Number(second) * 1000;
				if (before < at && at <= now) act();
			}
		},
	};
	const rest = new GitHubRest(api, clock, START + ((asked.wait ?? 0) + 60) * 1000);
	const event = parseEvent({ GITHUB_RUN_ID: "100", GITHUB_JOB: "gate", ...asked.event }, undefined);
	const told: string[] = [];
	try {
		const judged = await awaitChecks(
			{
				lines: parseCheckLines([lines].flat()),
				commits: asked.commits ?? [SHA],
				waitTimeout: asked.wait ?? 0,
				isOwn: ownChecks(event, parseWorkflow("ci.yml", asked.workflow ?? "jobs: {gate: {}}")),
			},
			{
				...clock,
				checks: (commit) => commitChecks(rest, commit),
				workflows: (commit) => suiteWorkflows(rest, commit),
				tell: (message) => void told.push(message),
			},
		);
		return {
			...judged,
			seconds: (now - START) / 1000,
			told,
			text: judged.reasons.map(({ message }) => message).join("\n"),
		};
	} finally {
		await rest[Symbol.asyncDispose]();
	}
}

const run = (name: string, more: Partial<CheckRun> = {}): CheckRun => ({
	id: 1,
	sha: SHA,
	name,
	suite: 1,
	...more,
});

describe("a check", () => {
	it("is good when it succeeded, as check run and as status, by name, app and workflow", async () => {
		server.checkRuns = [
			run("build"),
			run("scan", { id: 2, suite: 2, app: "sonar-cloud" }),
			run("lint: js", { id: 3 }),
		];
		server.statuses = [
			{ id: 1, sha: SHA, context: "ci/circle: unit", state: "success", creator: "circleci[bot]" },
		];
		server.workflowRuns = [{ suite: 1, name: "CI", path: ".github/workflows/ci.yml", event: "push" }];
		const lines = [
			"build",
			"sonar-cloud: scan",
			"github-actions: build",
			"CI / build",
			"github-actions: CI / build",
			"lint: js",
			"ci/circle: unit",
			"circleci: ci/circle: unit",
		];
		const { checks, reasons, seconds } = await ask(lines);
		expect(reasons).toEqual([]);
		expect(checks.map(({ check }) => check)).toEqual(lines);
		expect(seconds).toBe(0);
	});

	it.each<[string, Partial<CheckRun>, string, string]>([
		["failed", { conclusion: "failure" }, "check-failed", "Check 'build' did not succeed: ended as failure"],
		["cancelled", { conclusion: "cancelled" }, "check-failed", "ended as cancelled"],
		["timed out", { conclusion: "timed_out" }, "check-failed", "ended as timed out"],
		["asks for action", { conclusion: "action_required" }, "check-failed", "ended as action required"],
		["stale", { conclusion: "stale" }, "check-failed", "ended as stale"],
		["startup failure", { conclusion: "startup_failure" }, "check-failed", "ended as startup failure"],
		[
			"neutral",
			{ conclusion: "neutral" },
			"check-failed",
			"ended as neutral: GitHub takes that for passed, and it is no success",
		],
		["skipped", { conclusion: "skipped" }, "check-failed", "ended as skipped: GitHub takes that for passed"],
		["of a conclusion that nobody knows", { conclusion: "splendid" }, "check-failed", "ended as splendid"],
		["without a conclusion", { conclusion: null }, "check-failed", "ended as none"],
		[
			"running",
			{ status: "in_progress", conclusion: null },
			"check-pending",
			"has not succeeded: it is in progress",
		],
		["queued", { status: "queued", conclusion: null }, "check-pending", "it is queued"],
		["waiting for approval", { status: "waiting", conclusion: null }, "check-pending", "it is waiting"],
		[
			"of another name",
			{ name: "buidl" },
			"check-missing",
			"no check run and no status has that name. Did you mean 'buidl'?",
		],
	])("closes when it %s", async (_, more, code, message) => {
		server.checkRuns = [run("build", more)];
		const { reasons } = await ask("build");
		expect(reasons).toMatchObject([{ code, verdict: "closed" }]);
		expect(reasons[0]?.message).toContain(message);
		expect(reasons[0]?.fix).not.toBe("");
	});

	it.each([
		["success", []],
		["pending", ["check-pending"]],
		["failure", ["check-failed"]],
		["error", ["check-failed"]],
	])("of a status is %s by its newest", async (state, codes) => {
		server.statuses = [
			{ id: 1, sha: SHA, context: "ci", state: state === "success" ? "failure" : "success" },
			{ id: 2, sha: SHA, context: "ci", state },
		];
		expect((await ask("ci")).reasons.map(({ code }) => code)).toEqual(codes);
	});

	it("that is not registered is no success, and of another app neither", async () => {
		expect((await ask("build")).text).toContain("no check run and no status is registered for this commit");
		server.checkRuns = [run("build")];
		expect((await ask("jenkins: build")).text).toContain(
			"no check of that name is app jenkins's; there is one of github-actions",
		);
	});

	it("and a status of one name must both succeed", async () => {
		server.checkRuns = [run("ci")];
		server.statuses = [{ id: 9, sha: SHA, context: "ci", state: "failure" }];
		expect((await ask("ci")).text).toContain("Check 'ci' did not succeed");
	});

	it("of two jobs of one name in a run is bad where either is, and a later attempt is no such job", async () => {
		const at = (second: number) => `2026-11-27T10:00:${second}Z`;
		const failed = run("build", { id: 1, conclusion: "failure", started: at(10), completed: at(30) });
		server.checkRuns = [failed, run("build", { id: 2, started: at(11), completed: at(20) })];
		expect((await ask("build")).reasons.map(({ code }) => code)).toEqual(["check-failed"]);
		server.checkRuns = [failed, run("build", { id: 2, started: at(30), completed: at(40) })];
		expect((await ask("build")).reasons).toEqual([]);
		// An app may well begin anew before it ends what went before, and so may another run of the workflow.
		for (const more of [{ app: "buildkite" }, { suite: 2 }]) {
			server.checkRuns = [
				{ ...failed, ...more, suite: 1 },
				run("build", { id: 2, ...more, started: at(11), completed: at(20) }),
			];
			server.workflowRuns = [1, 2].map((suite) => ({ suite, name: "CI", path: "ci.yml", event: "push" }));
			expect((await ask("build")).reasons).toEqual([]);
		}
	});

	it("counts by its latest attempt, also one that has only begun", async () => {
		server.checkRuns = [run("build", { conclusion: "failure" }), run("build", { id: 2 })];
		expect((await ask("build")).reasons).toEqual([]);
		server.checkRuns.push(run("build", { id: 3, status: "queued", conclusion: null }));
		expect((await ask("build")).text).toContain("it is queued");
	});

	it("of two workflows must succeed in both; a later run of one workflow replaces the earlier", async () => {
		server.checkRuns = [run("build", { conclusion: "failure" }), run("build", { id: 2, suite: 2 })];
		const flow = (suite: number, path: string) => ({ suite, name: "CI", path, event: "push" });
		server.workflowRuns = [flow(1, "a.yml"), flow(2, "b.yml")];
		expect((await ask("build")).text).toContain("did not succeed");
		server.workflowRuns = [flow(1, "a.yml"), flow(2, "a.yml")];
		expect((await ask("build")).reasons).toEqual([]);
		// Without `actions: read` nobody knows, so the failure counts.
		server.denied.add("actions=read");
		expect((await ask("build")).text).toContain("did not succeed");
	});

	it("is looked for at the head of a pull request and at its merge commit", async () => {
		server.checkRuns = [run("build", { sha: HEAD }), run("merge only", { id: 2 })];
		const commits = [HEAD, SHA];
		expect((await ask(["build", "merge only"], { commits })).reasons).toEqual([]);
		server.checkRuns.push(run("build", { id: 3, conclusion: "failure" }));
		expect((await ask("build", { commits })).text).toContain("did not succeed");
		const event = parseEvent(
			{ GITHUB_EVENT_NAME: "pull_request", GITHUB_SHA: SHA },
			{ pull_request: { number: 1, head: { ref: "x", sha: HEAD }, base: { ref: "main", sha: SHA } } },
		);
		expect(checkedCommits(SHA, event)).toEqual([HEAD, SHA]);
		expect(checkedCommits(HEAD, event)).toEqual([HEAD]);
	});
});

const ENDED = { status: "completed", conclusion: "failure", externalId: "sluice-gate:100:1:gate" };

describe("the gate's own check run", () => {
	const own = { run: 100, status: "in_progress", conclusion: null };
	it.each<[string, Partial<CheckRun>, Asked]>([
		["by its job", { name: "gate" }, {}],
		["by its job's name", { name: "The gate" }, { workflow: "jobs: {gate: {name: The gate}}" }],
		[
			"by a name with an expression",
			{ name: "Gate of x" },
			{ workflow: `jobs: {gate: {name: "Gate of \${{ inputs.x }}"}}` },
		],
		[
			"by a name with two",
			{ name: "Gate of x? (y)" },
			{ workflow: `jobs: {gate: {name: "Gate of \${{ inputs.x }}? (\${{ inputs.y }})"}}` },
		],
		["as a leg of a matrix", { name: "gate (cart, 24)" }, {}],
		["inside a called workflow", { name: "verify / gate" }, {}],
	])("is never waited for, %s", async (_, more, asked) => {
		server.checkRuns = [run("", { ...own, ...more })];
		const { reasons, seconds } = await ask(more.name ?? "", { ...asked, wait: 600 });
		expect(reasons).toMatchObject([
			{ code: "check-own", verdict: "closed", fix: "Remove the line from 'checks'." },
		]);
		expect(seconds).toBe(0);
	});

	it("is one of this run alone, and the neutral one of an earlier attempt is nobody's", async () => {
		server.checkRuns = [run("gate", { run: 99, suite: 2 }), run("gate", { ...own, id: 2 })];
		expect((await ask("gate")).reasons).toEqual([]);
		const neutral = { id: 3, run: 98, conclusion: "neutral", externalId: "sluice-gate:98:1:gate" };
		server.checkRuns = [run("gate: held"), run("gate: held", neutral)];
		expect((await ask("gate: held")).reasons).toEqual([]);
	});

	it.each<[string, Partial<CheckRun>, string?]>([
		["whose name only begins alike", { name: "Gate of e2e" }, `Gate of \${{ inputs.x }} here`],
		[
			"whose name only begins and ends alike",
			{ name: "Gate a here" },
			`Gate \${{ inputs.x }} of \${{ inputs.y }} here`,
		],
		["whose name takes a mark for any other", { name: "Gate! a" }, `Gate? \${{ inputs.x }}`],
		["where the gate's name can become any", { name: "e2e" }, ` \${{ inputs.x }}\${{ inputs.y }} `],
		["that another job of the file has", { name: "Gate of lint" }, `Gate of \${{ inputs.x }}`],
		["of an app that names the run", { name: "gate", app: "acme-checks" }],
		["of an app that takes the gate's id", { app: "acme-checks", name: "gate: held", ...ENDED }],
		["of a job that takes the gate's id under another name", { name: "e2e", ...ENDED }],
	])("is none %s", async (_, more, named = "gate") => {
		const workflow = `jobs: {gate: {name: ${JSON.stringify(named)}}, lint: {name: Gate of lint}}`;
		server.checkRuns = [run(more.name ?? ""), run("", { id: 2, suite: 2, ...own, ...more })];
		const { reasons } = await ask(more.name ?? "", { workflow });
		const code = more.conclusion === undefined ? "check-pending" : "check-failed";
		expect(reasons).toMatchObject([{ code, verdict: "closed" }]);
	});

	it("is none that has ended, unless a running one has taken its place", async () => {
		const failed = { run: 100, conclusion: "failure" };
		const workflow = `jobs: {gate: {name: "Gate \${{ inputs.x }}"}}`;
		server.checkRuns = [run("Gate keeper", failed), run("Gate keeper", { id: 2, suite: 2, run: 101 })];
		expect((await ask("Gate keeper", { workflow })).text).toContain("ended as failure");
		server.checkRuns = [run("gate", failed), run("gate", { ...own, id: 2 })];
		expect((await ask("gate")).reasons).toMatchObject([{ code: "check-own" }]);
	});
});

describe("waiting", () => {
	const open = { status: "in_progress", conclusion: null };
	it("ends as soon as all have ended, and asks little", async () => {
		server.checkRuns = [run("build", open)];
		const { reasons, seconds, told } = await ask("build", {
			wait: 600,
			later: { 60: () => (server.checkRuns = [run("build")]) },
		});
		expect(reasons).toEqual([]);
		expect(seconds).toBeGreaterThanOrEqual(60);
		expect(seconds).toBeLessThan(90);
		expect(told[0]).toBe("Waiting for check 'build', 600 s at most");
		expect(server.calls.filter((call) => !call.endsWith(" 304")).length).toBeLessThan(6);
	});

	it("also for what is not registered yet, but not for what has failed", async () => {
		const later = { 20: () => (server.checkRuns = [run("build")]) };
		expect((await ask("build", { wait: 60, later })).reasons).toEqual([]);
		server.checkRuns = [run("build", open), run("lint", { id: 2, conclusion: "failure" })];
		const { seconds, reasons } = await ask(["build", "lint"], { wait: 600 });
		expect(seconds).toBe(0);
		expect(reasons.map(({ code }) => code)).toEqual(["check-pending", "check-failed"]);
	});

	it("ends with its time, over everything", async () => {
		server.checkRuns = [run("build", open)];
		const { seconds, text } = await ask("build", { wait: 100 });
		expect(seconds).toBe(100);
		expect(text).toBe("Check 'build' has not succeeded after 100 seconds: it is in progress");
	});

	it("gets over an outage that ends in time, and tells of one that does not", async () => {
		server.checkRuns = [run("build")];
		server.faults = [{ call: "check-suites", answer: { status: 503 }, times: 8 }];
		expect((await ask("build", { wait: 300 })).reasons).toEqual([]);
		server.faults = [{ call: "check-suites", answer: { status: 503 }, times: 1000 }];
		const { reasons, seconds } = await ask("build", { wait: 60 });
		expect(reasons).toMatchObject([{ code: "checks-unreadable", verdict: "closed" }]);
		expect(seconds).toBeLessThanOrEqual(120);
	});

	it.each<[string, number, RegExp]>([
		["no permission", 403, /is not known: .*forbids it \(403\): Resource not accessible/],
		["no repository", 404, /is not known: .*shows no such thing/],
	])("is no use with %s, and what to grant is said", async (_, status, message) => {
		server.faults = [
			{
				call: "check-runs",
				answer: {
					status,
					headers: { "x-accepted-github-permissions": "checks=read" },
					body: '{"message":"Resource not accessible by integration"}',
				},
			},
		];
		const { reasons, seconds } = await ask("build", { wait: 600 });
		expect(reasons[0]?.message).toMatch(message);
		expect(reasons[0]?.fix).toContain("The server asks for checks=read.");
		expect(seconds).toBe(0);
	});
});

it("judges nothing but what is asked for", () => {
	const check: CommitCheck = {
		kind: "check run",
		id: 1,
		commit: SHA,
		app: "x",
		name: "other",
		state: "failure",
		ended: true,
		started: undefined,
		completed: undefined,
		suite: 1,
		actionsRun: undefined,
		externalId: undefined,
	};
	const judged = judgeChecks({
		lines: parseCheckLines(["a"]),
		found: [check, { ...check, name: "a", state: "success" }],
		workflows: undefined,
		isOwn: () => false,
	});
	expect(judged).toEqual({
		checks: [{ check: "a", verdict: "succeeded", why: "it succeeded" }],
		pending: false,
	});
});
