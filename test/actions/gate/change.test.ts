import { afterAll, describe, expect, it } from "vitest";
import { INPUTS, parseInputs } from "#src/actions/gate/inputs.js";
import { report } from "#src/actions/gate/report.js";
import type { GateResult } from "#src/actions/gate/result.js";
import type { Evidence, Ratio } from "#src/evidence/evidence.js";
import { pointsText } from "#src/evidence/figures.js";
import { Inputs } from "#src/runner/inputs.js";
import { covered, linesOf, makeEvidence } from "./evidence.ts";
import { codesOf, makeHistory, problemsOf } from "./history.ts";

/** What the tests and their coverage were in the base: told wherever evidence of the base is here. */

const CART = "services/cart/sluice.service.yaml";
const FRAUD = "services/fraud/sluice.service.yaml";
const APP = "services/cart/a.js";
const OTHER = "services/fraud/a.js";
const manifest = (name: string, more = "") =>
	`name: ${name}\ntest:\n  unit: {run: x, results: r.xml, coverage: c.info}\n${more}`;

const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());
const base = history.commit(undefined, {
	[CART]: manifest("cart", "  it: {run: y, results: r.xml, coverage: c.info}\n"),
	[FRAUD]: manifest("fraud"),
	[APP]: linesOf(40),
	[OTHER]: linesOf(10),
});
const pull = history.pull(base, { "services/cart/b.txt": "1\n", "services/fraud/b.txt": "1\n" });

const tests = (total: number) => ({ total, passed: total, failed: 0, errors: 0, skipped: 0, flaky: 0 });
const leg = (commit: string, level: string, count: number, hit: number, own: Partial<Evidence> = {}) =>
	makeEvidence({
		commit,
		level,
		leg: level,
		job: level,
		run: commit === base ? "50" : "100",
		tests: tests(count),
		coverage: {
			files: [covered(own.service === "fraud" ? OTHER : APP, hit, own.service === "fraud" ? 10 : 40)],
			unmatched: [],
		},
		...own,
	});
const fraud = (commit: string, count: number, hit: number) =>
	leg(commit, "unit", count, hit, { service: "fraud", leg: "f", job: "f" });
const now = (commit: string) => [leg(commit, "unit", 12, 30), leg(commit, "it", 5, 36), fraud(commit, 4, 7)];
const earlier = (commit: string) => [
	leg(commit, "unit", 9, 32),
	leg(commit, "it", 5, 34),
	fraud(commit, 4, 7),
];
const rowsOf = (result: GateResult) =>
	report(result, parseInputs(new Inputs(INPUTS, new Map())))
		.markdown.split("\n")
		.filter((line) => line.startsWith("| "))
		.map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

describe("the change against the base", () => {
	it("is told of each level, each service and the whole, with its sign", async () => {
		const result = await history.gatePull(pull, { evidence: [...now(pull.head), ...earlier(base)] });
		expect(result.verdict).toBe("open");
		const [head = [], , ...rows] = rowsOf(result);
		const column = head.indexOf("Against the base");
		expect(rows.map((row) => [row[0], row[1], row[column]])).toEqual([
			[
				"cart",
				"unit",
				"80.00 % → 75.00 % (−5.00)<br>9 → 12 tests (\\+3)<br>all levels: 85.00 % → 90.00 % (\\+5.00)<br>all levels: 14 → 17 tests (\\+3)",
			],
			["", "it", "85.00 % → 90.00 % (\\+5.00)<br>5 → 5 tests (±0)"],
			["fraud", "unit", "70.00 % → 70.00 % (±0.00)<br>4 → 4 tests (±0)"],
			["**All 2**", "", "82.00 % → 86.00 % (\\+4.00)<br>18 → 21 tests (\\+3)"],
		]);
		expect(result.services[0]).toMatchObject({
			base,
			change: { tests: { now: 17, before: 14 }, lines: { now: { covered: 36, total: 40 } } },
		});
		// What it is compared with does count, as the base's.
		expect(result.dropped).toEqual([]);
	});

	it("is no column where there is no evidence of a base, and its own commit's is none", async () => {
		const alone = await history.gatePull(pull, { evidence: now(pull.head) });
		expect(alone.change).toBeNull();
		expect(rowsOf(alone)[0]).not.toContain("Against the base");
		const branch = await history.gatePull(pull, { evidence: [...now(pull.head), ...earlier(pull.branch)] });
		expect(branch.change).toBeNull();
		expect(branch.dropped).toHaveLength(3);
	});

	it("is of the whole only where every service with coverage is known, and of a level only where it is whole", async () => {
		const [unit, it] = earlier(base);
		const part = [unit, it, fraud(base, 4, 7)].map((each, index) =>
			index === 2 ? { ...(each as Evidence), legs: 2 } : (each as Evidence),
		);
		const result = await history.gatePull(pull, { evidence: [...now(pull.head), ...part] });
		expect(result.services[1]).toMatchObject({ service: "fraud", base: null, change: null });
		expect(result.change).toEqual({ tests: { now: 17, before: 14 }, lines: null });
	});

	it("is read from the globs of 'base-evidence', and it is said where they give nothing", async () => {
		const [unit, it] = earlier(base);
		const files = { "before/a.json": JSON.stringify(unit), "before/b.json": JSON.stringify(it) };
		const given = { files, evidence: now(pull.head) };
		const result = await history.gatePull(pull, { ...given, inputs: { "base-evidence": "before/**" } });
		expect(result.services[0]?.levels[0]?.change?.tests).toEqual({ now: 12, before: 9 });
		const none = await history.gatePull(pull, { ...given, inputs: { "base-evidence": "none/**" } });
		expect(problemsOf(none)).toContain("base-evidence-unused");
	});

	it("and a ratchet find the evidence of a service that is renamed under its old name", async () => {
		const held = history.commit(undefined, {
			[CART]: manifest("cart", "  thresholds: {ratchet: true}\n"),
			[APP]: linesOf(40),
		});
		const renamed = history.pull(held, { [CART]: manifest("basket", "  thresholds: {ratchet: true}\n") });
		const gate = (hit: number) =>
			history.gatePull(renamed, {
				evidence: [
					leg(renamed.head, "unit", 3, hit, { service: "basket" }),
					leg(held, "unit", 3, 30, { run: "50" }),
				],
			});
		expect(codesOf(await gate(30))).toEqual([]);
		expect(codesOf(await gate(29))).toEqual(["coverage-ratchet"]);
	});
});

it.each<[Ratio, Ratio, string]>([
	[{ covered: 1, total: 2 }, { covered: 2, total: 4 }, "±0.00"],
	[{ covered: 938, total: 1000 }, { covered: 95, total: 100 }, "+1.20"],
	[{ covered: 1, total: 1 }, { covered: 0, total: 1 }, "−100.00"],
	[{ covered: 1, total: 1 }, { covered: 21, total: 22 }, "−4.55"],
	[{ covered: 99_991, total: 100_000 }, { covered: 99_995, total: 100_000 }, "+<0.01"],
	[{ covered: 2, total: 3 }, { covered: 66_661, total: 100_000 }, "−<0.01"],
	[{ covered: 0, total: 0 }, { covered: 1, total: 1 }, "-"],
])("from %j to %j is %s", (from, to, expected) => {
	expect(pointsText(from, to)).toBe(expected);
});
