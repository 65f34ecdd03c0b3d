import { describe, expect, it } from "vitest";
import { type JobResult, judgeNeeds } from "#src/actions/gate/needs.js";
import type { OtherSteps } from "#src/actions/gate/run-jobs.js";
import { parseWorkflow, runsAfterFailure, type WorkflowFile } from "#src/actions/gate/workflow-file.js";

function workflow(jobs: Record<string, object>): WorkflowFile {
	return parseWorkflow("ci.yml", JSON.stringify({ on: "push", jobs }));
}

function judge(
	jobs: Record<string, object>,
	needs: Record<string, JobResult>,
	more: { base?: WorkflowFile; explained?: string[]; gateNeeds?: string[]; otherSteps?: OtherSteps } = {},
) {
	const names = more.gateNeeds ?? Object.keys(needs);
	const { jobs: judged } = judgeNeeds({
		needs: new Map(Object.entries(needs)),
		job: "gate",
		actionRepository: undefined,
		workflow: workflow({ ...jobs, gate: { needs: names, if: "always()" } }),
		baseWorkflow: more.base,
		allowedSkips: [],
		allowedFailures: [],
		evidenceOf: (job) => ({
			present: more.explained?.includes(job) === true,
			explained: more.explained?.includes(job) === true,
			otherSteps: more.otherSteps ?? { kind: "none" },
		}),
	});
	return Object.fromEntries(judged.map(({ job, verdict }) => [job, verdict]));
}

describe("a skipped job", () => {
	const IF = { if: "vars.on" };

	it("is innocent by its own condition, and so are those behind it", () => {
		const jobs = { a: IF, b: { needs: ["a"] }, c: { needs: ["b"] } };
		expect(judge(jobs, { a: "skipped", b: "skipped", c: "skipped" })).toEqual({
			a: "good",
			b: "good",
			c: "good",
		});
	});

	it("is not innocent where the base would have run it behind a skipped need, and this change alters its 'if'", () => {
		const of = (condition?: string) => ({
			a: IF,
			b: { needs: "a", ...(condition === undefined ? {} : { if: condition }) },
		});
		const needs = { a: "skipped", b: "skipped" } as const;
		const judged = (before: string | undefined, now: string) =>
			judge(of(now), needs, { base: workflow({ ...of(before), gate: { needs: ["a", "b"] } }) });
		expect(judged("!cancelled()", "false")).toEqual({ a: "good", b: "closed" });
		expect(judged("always()", "always() && vars.off")).toEqual({ a: "good", b: "closed" });
		// What GitHub skips behind the need in the base as well.
		for (const before of [undefined, "vars.other"])
			expect(judged(before, "false")).toEqual({ a: "good", b: "good" });
		expect(judged("always() && vars.x", "always() && vars.x")).toEqual({ a: "good", b: "good" });
	});

	it("is not innocent behind a failed or cancelled ancestor, also one behind an always()", () => {
		for (const result of ["failure", "cancelled"] as const) {
			const jobs = { a: {}, b: { needs: "a", if: "always()" }, c: { needs: "b", ...IF } };
			expect(judge(jobs, { a: result, b: "success", c: "skipped" })).toMatchObject({ c: "closed" });
		}
	});

	it("closes without a condition and without a skipped need", () => {
		expect(judge({ a: {}, b: { needs: "a" } }, { a: "success", b: "skipped" })).toMatchObject({
			b: "closed",
		});
	});

	it("has an ancestor outside of needs that only a job without a condition vouches for", () => {
		const jobs = { a: {}, b: { needs: "a" }, c: { needs: "a", ...IF } };
		expect(judge(jobs, { b: "success", c: "skipped" })).toMatchObject({ c: "good" });
		const conditional = { ...jobs, b: { needs: "a", if: "always()" } };
		expect(judge(conditional, { b: "success", c: "skipped" })).toMatchObject({ c: "closed" });
		expect(judge(jobs, { c: "skipped" })).toMatchObject({ c: "closed" });
	});

	it("is proved by no file whose gate needs other jobs", () => {
		expect(judge({ a: IF, b: {} }, { a: "skipped" }, { gateNeeds: ["a", "b"] })).toEqual({ a: "closed" });
	});

	it("must be proved by the base's file too", () => {
		const gate = { needs: ["a"], if: "always()" };
		const base = (a: object) => ({ base: workflow({ a, gate }) });
		expect(judge({ a: IF }, { a: "skipped" }, base(IF))).toEqual({ a: "good" });
		expect(judge({ a: IF }, { a: "skipped" }, base({}))).toEqual({ a: "closed" });
		expect(judge({ a: IF }, { a: "skipped" }, base({ if: "vars.off" }))).toEqual({ a: "closed" });
		expect(judge({ a: IF }, { a: "skipped" }, { base: workflow({ a: IF }) })).toEqual({ a: "closed" });
		const unreadable: WorkflowFile = { kind: "unreadable", file: "ci.yml", why: "gone" };
		expect(judge({ a: IF }, { a: "skipped" }, { base: unreadable })).toEqual({ a: "closed" });
	});

	it("is not innocent by a need that the base's file does not have", () => {
		const gate = { needs: ["a", "b", "docs"], if: "always()" };
		const docs = { if: "false" };
		const needs = { a: "success", b: "skipped", docs: "skipped" } as const;
		const before = { a: {}, b: { needs: "a", ...IF }, docs };
		const base = workflow({ ...before, gate });
		expect(judge(before, needs, { base })).toMatchObject({ b: "good" });
		const direct = { ...before, b: { needs: ["a", "docs"], ...IF } };
		expect(judge(direct, needs, { base })).toMatchObject({ b: "closed" });
		const behind = { ...before, a: { needs: "docs", if: "always()" } };
		expect(judge(behind, needs, { base })).toMatchObject({ b: "closed" });
	});

	it("is not innocent behind a job that continues on error", () => {
		const a = { "continue-on-error": true };
		const needs = { a: "success", b: "skipped" } as const;
		expect(judge({ a, b: { needs: "a", ...IF } }, needs)).toMatchObject({ b: "closed" });
		const outside = { a, m: { needs: "a" }, b: { needs: "a", ...IF } };
		expect(judge(outside, { m: "success", b: "skipped" })).toMatchObject({ b: "closed" });
	});

	it("is held behind a job that failed only through the outside world", () => {
		const jobs = { a: {}, b: { needs: "a" }, c: {} };
		const needs = { a: "failure", b: "skipped" } as const;
		expect(judge(jobs, needs, { explained: ["a"] })).toEqual({ a: "held", b: "held" });
		const two = { a: {}, c: {}, b: { needs: ["a", "c"] } };
		expect(judge(two, { a: "failure", c: "failure", b: "skipped" }, { explained: ["a"] })).toEqual({
			a: "held",
			c: "closed",
			b: "closed",
		});
	});

	it("is closed behind an outage that another failed step stands beside", () => {
		const jobs = { a: {}, b: { needs: "a" } };
		const needs = { a: "failure", b: "skipped" } as const;
		const otherSteps = { kind: "failed", names: ["Lint"] } as const;
		expect(judge(jobs, needs, { explained: ["a"], otherSteps })).toEqual({ a: "closed", b: "closed" });
	});

	it("ends with an answer in a graph that turns back, and in a deep one", () => {
		expect(judge({ a: { needs: "b" }, b: { needs: "a" } }, { a: "skipped", b: "skipped" })).toMatchObject({
			a: "closed",
		});
		const jobs: Record<string, object> = { j0: IF };
		const needs: Record<string, JobResult> = { j0: "skipped" };
		for (let i = 1; i < 60; i++) {
			jobs[`j${i}`] = { needs: Array.from({ length: i }, (_, each) => `j${each}`) };
			needs[`j${i}`] = "skipped";
		}
		expect(Object.values(judge(jobs, needs)).every((verdict) => verdict === "good")).toBe(true);
	});
});

describe("a job that continues on error", () => {
	it.each([true, `\${{ matrix.experimental }}`])("proves nothing by its success (%s)", (value) => {
		const jobs = { a: { "continue-on-error": value } };
		expect(judge(jobs, { a: "success" })).toEqual({ a: "closed" });
		expect(judge(jobs, { a: "success" }, { explained: ["a"] })).toEqual({ a: "good" });
	});

	it("is one like all others when it is false", () => {
		expect(judge({ a: { "continue-on-error": false } }, { a: "success" })).toEqual({ a: "good" });
	});
});

describe("a workflow file", () => {
	it.each([
		["no YAML", "jobs: ["],
		["no jobs", "on: push"],
		["a job that is text", "jobs: {a: b}"],
		["a need that is no name", "jobs: {a: {needs: [{x: 1}]}}"],
		["a condition that is no text", "jobs: {a: {if: [x]}}"],
		["a key twice", "jobs: {a: {if: x, if: y}}"],
		[
			"aliases that multiply",
			`a: &a [x, x]\nb: &b [${"*a, ".repeat(60)}*a]\nc: [${"*b, ".repeat(60)}*b]\njobs: {}`,
		],
		["depth", `jobs: ${"[".repeat(20_000)}`],
	])("with %s is unreadable", (_, text) => {
		expect(parseWorkflow("ci.yml", text).kind).toBe("unreadable");
	});

	it("keeps names that objects have of their own", () => {
		const file = parseWorkflow("ci.yml", "jobs: {__proto__: {if: x}, constructor: {needs: __proto__}}");
		expect(file.kind === "read" && [...file.jobs.keys()]).toEqual(["__proto__", "constructor"]);
	});

	it.each([
		[`\${{ !cancelled() }}`, true],
		["always()", true],
		[`\${{ always() && github.ref == 'x' }}`, true],
		["cancelled()", false],
		["success()", false],
		[`\${{ github.event_name == 'push' }}`, false],
		[undefined, false],
	])("with if: %s runs after a failure: %s", (condition, expected) => {
		expect(runsAfterFailure(condition)).toBe(expected);
	});
});
