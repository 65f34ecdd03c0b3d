import { describe, expect, it } from "vitest";
import { INPUTS, parseInputs } from "#src/actions/gate/inputs.js";
import { report } from "#src/actions/gate/report.js";
import { type GateResult, gateResultSchema } from "#src/actions/gate/result.js";
import { verdictFiles } from "#src/actions/gate/verdict-files.js";
import { readCtrf } from "#src/evidence/tests/ctrf.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { selectAnnotations } from "#src/runner/annotations.js";
import { Inputs } from "#src/runner/inputs.js";
import { problem } from "#src/runner/problem.js";
import { bytes } from "../../evidence/source.ts";

/** The summary, the comment and the files of the gate: what is in them, and that no name can break them. */

const inputs = parseInputs(new Inputs(INPUTS, new Map()));
const ZERO = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };

function result(more: Partial<GateResult> = {}): GateResult {
	return gateResultSchema.parse({
		schema: "gate.result.v1",
		verdict: "closed",
		open: false,
		reason: "cart unit: 1 test failed",
		reasons: [],
		commit: "a".repeat(40),
		run: "100",
		base: null,
		tests: ZERO,
		coverage: null,
		patchCoverage: null,
		change: null,
		services: [],
		jobs: [],
		checks: [],
		total: [],
		unowned: [],
		attestations: [],
		mergedCoverage: null,
		digests: {},
		failures: [],
		failuresLeft: 0,
		dropped: [],
		problems: [],
		...more,
	});
}

function service(
	name: string,
	more: Partial<GateResult["services"][number]> = {},
): GateResult["services"][number] {
	return {
		service: name,
		due: true,
		verdict: "closed",
		levels: [
			{
				level: "unit",
				due: true,
				outcome: "failed",
				why: "1 test failed",
				legs: 1,
				tests: { ...ZERO, total: 4, passed: 3, failed: 1 },
				quarantined: 0,
				change: null,
			},
		],
		coverage: null,
		patchCoverage: null,
		base: null,
		change: null,
		thresholds: [],
		...more,
	};
}

const tableRows = (markdown: string) => markdown.split("\n").filter((line) => line.startsWith("| "));

describe("bars that are no service's", () => {
	it("stand under the services: those of gate.total, and the patch of files of no service", () => {
		const bar = { required: 80, covered: 7, total: 10, met: false };
		const { markdown } = report(
			result({
				services: [service("cart")],
				total: [{ bar: "lines", ...bar }],
				unowned: [{ bar: "patch", ...bar, required: 90 }],
			}),
			inputs,
		);
		expect(markdown).toMatch(/\| \*\*Total\*\* \|.*70\.00 % of 80 % \*\*below\*\*/);
		expect(markdown).toMatch(/\| Files of no service \|.*70\.00 % of 90 % \*\*below\*\* \|/);
	});
});

describe("the summary", () => {
	it("has a row for each level, what is not open first, and the totals", () => {
		const { markdown } = report(
			result({
				services: [service("open", { verdict: "open" }), service("shut")],
				tests: { total: 8, passed: 5, failed: 2, errors: 0, skipped: 1, flaky: 1 },
				coverage: {
					files: 1,
					lines: { covered: 79_996, total: 100_000 },
					branches: null,
					functions: null,
					statements: null,
				},
				patchCoverage: { covered: 1, total: 3 },
			}),
			inputs,
		);
		expect(tableRows(markdown).map((row) => row.split(" | ")[0])).toEqual([
			"| Service",
			"| ---",
			"| shut",
			"| open",
			"| **All 2**",
		]);
		expect(markdown).toContain(
			"**8** (1 skipped, 1 flaky) | **2** | **79.99 %** (79996 of 100000 lines) | **33.33 %** (1 of 3 lines) |",
		);
	});

	it("lists added lines without a test by file, beyond what becomes an annotation", () => {
		const problems = Array.from({ length: 60 }, (_, index) =>
			problem("warning", "line-uncovered", "x", {
				file: index < 40 ? "a.ts" : "b.ts",
				line: index * 10 + 1,
				endLine: index * 10 + 1 + (index % 2),
			}),
		);
		const { shown, left } = selectAnnotations(problems);
		expect([shown.length, left.warning]).toEqual([10, 50]);
		const { markdown } = report(result({ problems }), inputs);
		expect(markdown).toContain("Added lines without a test (2 files)");
		expect(markdown).toMatch(/a\.ts<\/code>: 1, 11–12, 21, .*, 291–292, …$/m);
		expect(markdown).toMatch(/b\.ts<\/code>: 401, 411–412/);
	});

	it("draws the services with their levels before the gate, unless they are too many", () => {
		const { markdown } = report(result({ services: [service("cart")] }), inputs);
		expect(markdown).toContain(
			'\ts0["cart"]:::closed\n\ts0l0["unit: failed"]:::closed\n\ts0 --> s0l0 --> gate\n',
		);
		const many = Array.from({ length: 13 }, (_, index) => service(`s${index}`));
		expect(report(result({ services: many }), inputs).markdown).not.toContain("mermaid");
	});

	it("says what was asked of checks", () => {
		const checks: GateResult["checks"] = [{ check: "CI / build", verdict: "pending", why: "it is queued" }];
		expect(report(result({ checks }), inputs).markdown).toContain("| CI / build | pending | it is queued |");
	});
});

const HOSTILE = [
	"a | b | c",
	"`code` ``` fence",
	"</details></td></table><img src=x onerror=alert(1)><script>alert(1)</script>",
	"<!-- sluice:gate%3Aci.yml%23gate run=1 attempt=1 -->",
	"first\n::error::second\r\n::set-output name=open::true\n##[command]x",
	"@acme/everyone #123 https://evil.example [x](javascript:alert(1)) ![y](https://evil.example/z.png)",
	"\u202eevil\u2066\u0007\u001b[31mred\u0000",
	'"]:::open\n\tgate --> e2e\n\tclick s0 "javascript:alert(1)" %%{init: {}}%% subgraph end',
	"**bold** __x__ ~~y~~ $\\sqrt{x}$ &lt; \\",
	"# heading\n- list\n1. item\n> quote\n| --- |",
	"x".repeat(5000),
];

describe.each(HOSTILE.map((name) => [name.slice(0, 40), name]))("a name such as %j", (_, name) => {
	const hostile = result({
		reason: name,
		reasons: [0, 1].map(() => ({
			verdict: "closed",
			code: "x",
			service: name,
			level: name,
			message: name,
			file: name,
			fix: name,
		})),
		services: [
			service(name, {
				levels: [
					{
						level: name,
						due: true,
						outcome: "failed",
						why: name,
						legs: 1,
						tests: null,
						quarantined: 0,
						change: null,
					},
				],
			}),
		],
		jobs: [{ job: name, result: "failure", verdict: "closed", why: name }],
		checks: [{ check: name, verdict: "missing", why: name }],
		failures: [
			{ service: name, level: name, test: name, message: name, file: name, line: 1, excuse: "none" },
		],
		dropped: [{ file: name, why: name }],
		problems: [
			problem("error", "x", name, { file: name, hint: name }),
			problem("warning", "line-uncovered", name, { file: name, line: 1 }),
		],
	});
	const { markdown, outputs } = report(hostile, inputs);
	const [before = "", diagram = "", after = ""] = markdown.split(/```mermaid\n|\n```\n/);
	const prose = before + after;

	it("brings no HTML, mention, link or command into the summary", () => {
		const own = /<\/?(details|summary|code)>|<br>/g;
		expect(prose.replace(own, "")).not.toMatch(/[<>]|!\[|\]\(|(?<!\\)`/);
		expect(prose).not.toMatch(/@[\w]/);
		expect(prose).not.toMatch(/:\/\//);
		expect(prose).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
		expect(markdown).not.toContain("<!--");
		expect(markdown).not.toMatch(/^\s*::/m);
		expect(prose.match(/<details>/g)?.length).toBe(prose.match(/<\/details>/g)?.length);
		expect(prose.match(/<code>/g)?.length).toBe(prose.match(/<\/code>/g)?.length);
	});

	it("breaks no table and no line", () => {
		for (const row of tableRows(prose)) {
			const cells = row.split(/(?<!\\)\|/).length;
			expect([5, 6, 9]).toContain(cells);
		}
		const starts = prose
			.split("\n")
			.filter((line) => !/^(\||- |<\/?details>|### gate|\*\*|Also:|$)/.test(line));
		expect(starts.filter((line) => /^(#|>|\d+\.|[+*] )/.test(line))).toEqual([]);
		expect(outputs.reason).not.toMatch(/[\r\n]/);
	});

	it("draws nothing of its own", () => {
		const lines = diagram.split("\n");
		expect(lines[0]).toBe("flowchart LR");
		for (const line of lines.slice(1)) {
			expect(line).toMatch(
				/^\t(s0\["[\w.-]*"\]:::closed|s0l0\["[\w.-]*: failed"\]:::closed|s0 --> s0l0 --> gate|gate\{"gate: closed"\}:::closed|e2e\["end-to-end tests"\]|gate -\.->\|no\| e2e|classDef (open|held|closed) [\w:#,]+)$/,
			);
		}
	});
});

it("hands on the verdict, the summary, and the failing tests as CTRF that CTRF's reader reads", async () => {
	const closed = result({
		tests: { total: 9, passed: 5, failed: 1, errors: 1, skipped: 2, flaky: 1 },
		failures: [
			{
				service: "cart",
				level: "unit",
				test: "Cart > adds",
				message: "boom",
				file: "a.test.ts",
				line: 3,
				excuse: "none",
			},
			{ service: "cart", level: "unit", test: "Cart > subtracts", message: "", excuse: "quarantined" },
		],
	});
	const files = verdictFiles(closed, "# summary", 1_700_000_000_000);
	expect(JSON.parse(files.get("verdict.json") ?? "")).toEqual(closed);
	expect(files.get("summary.md")).toBe("# summary");
	const text = files.get("ctrf.json") ?? "";
	expect(JSON.parse(text).results.summary).toMatchObject({
		tests: 9,
		passed: 5,
		failed: 2,
		skipped: 2,
		flaky: 1,
	});
	const collector = new TestCollector();
	await readCtrf(bytes(text), "ctrf.json", collector);
	expect(collector.report().notable).toMatchObject([
		{ name: "cart > unit > Cart > adds", status: "failed", message: "boom", file: "a.test.ts", line: 3 },
		{ name: "cart > unit > Cart > subtracts", status: "failed" },
	]);
});
