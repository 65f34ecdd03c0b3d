import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withCalled } from "#src/actions/gate/called-workflows.js";
import { judgeNeeds } from "#src/actions/gate/needs.js";
import { parseWorkflow, type WorkflowFile } from "#src/actions/gate/workflow-file.js";

/** Jobs that continue on error inside of called workflows, whose success proves nothing either. */

const SOFT = { "continue-on-error": true };
const GATE = { needs: ["tests"], if: "always()" };
const call = (name: string) => ({ uses: `./.github/workflows/${name}.yml` });
type Jobs = Record<string, object>;

interface Given {
	/** By name: the called workflows. */
	files?: Record<string, Jobs | string>;
	/** Jobs whose evidence is there. */
	evidence?: readonly string[];
	allowed?: readonly string[];
	job?: string;
	actionRepository?: string;
}

async function judge(jobs: Jobs, given: Given = {}) {
	const reads: string[] = [];
	const read = async (file: string): Promise<WorkflowFile> => {
		reads.push(file);
		const found = given.files?.[file.replace(/^\.github\/workflows\/|\.yml$/g, "")];
		if (found === undefined) return { kind: "unreadable", file, why: "it is not in HEAD" };
		return parseWorkflow(file, typeof found === "string" ? found : JSON.stringify({ jobs: found }));
	};
	const root = parseWorkflow(".github/workflows/ci.yml", JSON.stringify({ jobs }));
	const judged = judgeNeeds({
		needs: new Map([["tests", "success"]]),
		job: given.job ?? "gate",
		actionRepository: given.actionRepository,
		workflow: await withCalled(root, read),
		baseWorkflow: undefined,
		allowedSkips: [],
		allowedFailures: given.allowed ?? [],
		evidenceOf: (job) => ({
			present: given.evidence?.includes(job) === true,
			explained: false,
			otherSteps: { kind: "none" },
		}),
	});
	const told = judged.problems.map(({ code, message }) => `${code}: ${message}`).join("\n");
	return { verdict: judged.jobs[0]?.verdict, why: judged.jobs[0]?.why, told, reads };
}

describe("a job that calls a workflow", () => {
	it.each<[string, Jobs, Given, "good" | "closed"]>([
		["has no job that continues", { tests: call("a") }, { files: { a: { unit: {} } } }, "good"],
		["has one, without evidence", { tests: call("a") }, { files: { a: { unit: SOFT } } }, "closed"],
		[
			"by the other spelling",
			{ tests: { uses: "$/.github/workflows/a.yml" } },
			{ files: { a: { unit: SOFT } } },
			"closed",
		],
		[
			"has one two calls below",
			{ tests: call("a") },
			{ files: { a: { unit: {}, more: call("b") }, b: { deep: SOFT } } },
			"closed",
		],
		[
			"has one, with its own evidence",
			{ tests: call("a") },
			{ files: { a: { unit: SOFT } }, evidence: ["unit"] },
			"good",
		],
		[
			"has two, with evidence of one",
			{ tests: call("a") },
			{ files: { a: { unit: SOFT, it: SOFT } }, evidence: ["unit", "tests"] },
			"closed",
		],
		[
			"has one whose evidence may be another's of this id",
			{ tests: call("a"), other: call("b") },
			{ files: { a: { unit: SOFT }, b: { unit: {} } }, evidence: ["unit"] },
			"closed",
		],
		[
			"has one and is called twice",
			{ tests: call("a"), again: call("a") },
			{ files: { a: { unit: SOFT } }, evidence: ["unit"] },
			"closed",
		],
		[
			"has one whose failure is allowed",
			{ tests: call("a") },
			{ files: { a: { unit: SOFT } }, allowed: ["tests"] },
			"good",
		],
	])("%s", async (_, jobs, given, verdict) => {
		const judged = await judge({ ...jobs, gate: GATE }, given);
		expect(judged.verdict).toBe(verdict);
		expect(judged.told).not.toContain("continue-on-error-unknown");
		if (verdict === "closed") expect(judged.why).toContain("calls jobs that continue on error (");
	});

	it.each<[string, Jobs, Given, string]>([
		[
			"of another repository",
			{ tests: { uses: "acme/ci/.github/workflows/a.yml@v1" } },
			{},
			"'acme/ci/.github/workflows/a.yml@v1' is no file of this commit",
		],
		["that is not there", { tests: call("a") }, {}, "a.yml' can't be read: it is not in HEAD"],
		[
			"that is no workflow",
			{ tests: call("a") },
			{ files: { a: "jobs: [" } },
			"can't be read: it is no valid YAML",
		],
		[
			"that calls itself",
			{ tests: call("a") },
			{ files: { a: { unit: {}, more: call("a") } } },
			"calls itself",
		],
		[
			"that calls another repository's",
			{ tests: call("a") },
			{ files: { a: { more: { uses: "acme/ci/.github/workflows/b.yml@v1" } } } },
			"'acme/ci/.github/workflows/b.yml@v1' is no file",
		],
		[
			"too deep",
			{ tests: call("0") },
			{
				files: Object.fromEntries(
					Array.from({ length: 12 }, (_, at) => [at, { [`job${at}`]: call(String(at + 1)) }]),
				),
			},
			"is called too deep",
		],
	])("%s is good, and the verdict says what is not known", async (_, jobs, given, why) => {
		const judged = await judge({ ...jobs, gate: GATE }, given);
		expect(judged.verdict).toBe("good");
		expect(judged.told).toContain("continue-on-error-unknown: Whether tests succeeded or continued on error");
		expect(judged.told).toContain(why);
		expect(judged.reads.length).toBeLessThan(12);
	});

	it("is read once, however often it is called", async () => {
		const many = (name: string) =>
			Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${name}${at}`, call(name)]));
		const files = { a: many("b"), b: many("c"), c: many("d"), d: many("e"), e: many("f"), f: { last: SOFT } };
		const judged = await judge({ tests: call("a"), gate: GATE }, { files });
		expect(judged.verdict).toBe("closed");
		expect(judged.reads).toHaveLength(6);
	});
});

describe("the gate of a called workflow", () => {
	const caller = { verify: call("a"), tests: {} };
	it.each<[string, Jobs, "good" | "closed"]>([
		["continues on error", { tests: SOFT, gate: GATE }, "closed"],
		["calls one that does", { tests: call("b"), gate: GATE }, "closed"],
		["does not", { tests: {}, gate: GATE }, "good"],
	])("sees that a job beside it %s", async (_, a, verdict) => {
		const judged = await judge(caller, { files: { a, b: { unit: SOFT } } });
		expect(judged.verdict).toBe(verdict);
		expect(judged.told).toBe("");
	});

	it.each<[string, Jobs, string | undefined]>([
		["another repository's", { tests: { uses: "acme/ci/.github/workflows/a.yml@v1" } }, undefined],
		["one that is not found", { tests: {}, gate: { needs: ["tests", "lint"] }, lint: {} }, undefined],
		["one without its job", { tests: {}, gate: GATE }, "other"],
	])("says where its workflow is %s", async (_, jobs, job = "gate") => {
		const judged = await judge(jobs, { job });
		expect(judged.verdict).toBe("good");
		expect(judged.told).toContain(`ci.yml has no job '${job}' that needs exactly the jobs in 'needs'`);
	});
});

describe("a gate inside of a workflow of the suite's own repository", () => {
	const caller = { verify: { uses: "Sluice/sluice/.github/workflows/verify.yml@v1" } };

	it("knows that none of its jobs continues on error", async () => {
		const of = (actionRepository: string) => judge(caller, { actionRepository });
		expect((await of("sluice/sluice")).told).toBe("");
		for (const other of ["sluice/slu", "elsewhere/sluice", ""])
			expect((await of(other)).told).toContain("continue-on-error-unknown");
	});

	it.each(readdirSync(".github/workflows"))("which holds of %s", (name) => {
		const parsed = parseWorkflow(name, readFileSync(join(".github/workflows", name), "utf8"));
		if (parsed.kind !== "read") throw new Error(parsed.why);
		expect([...parsed.jobs].filter(([, { continuing }]) => continuing.length > 0)).toEqual([]);
	});
});
