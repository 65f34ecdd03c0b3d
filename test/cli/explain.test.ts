import { describe, expect, it } from "vitest";
import { explainCommand } from "#src/cli/explain.js";
import { explain } from "#src/cli/explanation.js";
import { plainText } from "#src/cli/plain.js";
import { UserError } from "#src/runner/errors.js";

const GATE = {
	schema: "gate.result.v1",
	verdict: "closed",
	reason: "cart unit: 2 tests failed",
	reasons: [
		{
			verdict: "closed",
			code: "tests-failed",
			service: "cart",
			level: "unit",
			message: "cart unit: 2 tests failed",
			fix: "Mend the failing tests.",
		},
		{
			verdict: "closed",
			code: "coverage-patch",
			service: "cart",
			message: "too few",
			fix: "Test 9 more of the added lines.",
			file: "cart/sluice.service.yaml",
		},
	],
	failures: [
		{ service: "cart", level: "integration", test: "other", message: "x", excuse: "none" },
		{
			service: "cart",
			level: "unit",
			test: "Cart > adds",
			message: "expected 1\nto be 2",
			file: "cart.test.ts",
			line: 4,
			excuse: "none",
		},
		{ service: "cart", level: "unit", test: "Cart > flakes", message: "", excuse: "quarantined" },
	],
	problems: [
		{ severity: "warning", code: "line-uncovered", message: "m", file: "cart.ts", line: 3, endLine: 7 },
		{ severity: "warning", code: "line-uncovered", message: "m", file: "cart.ts", line: 12 },
	],
	later: "fields are added within v1",
};

const text = (json: unknown): string => {
	const explanation = explain("r.json", json);
	const told = { schema: "explanation.v1", file: "r.json", explanation, problems: [] };
	return plainText(explainCommand.report(told, { file: "r.json" }).markdown);
};

describe("a gate", () => {
	it("that is closed: the first reason, what shows it, the fix, and how much more there is", () => {
		expect(text(GATE)).toBe(
			[
				"gate: closed",
				"cart unit: 2 tests failed",
				"- Cart > adds (cart.test.ts:4): expected 1",
				"Fix: Mend the failing tests.",
				"1 more reason after that.\n",
			].join("\n\n"),
		);
	});

	it("below a bar for added lines: where they are", () => {
		const explained = explain("r.json", { ...GATE, reasons: GATE.reasons.slice(1) });
		expect(explained).toMatchObject({
			details: ["cart.ts:3-7", "cart.ts:12"],
			place: "cart/sluice.service.yaml",
			more: 0,
		});
	});

	it("that is held or open", () => {
		const held = {
			...GATE,
			verdict: "held",
			reasons: [
				{
					...GATE.reasons[0],
					code: "infrastructure",
					verdict: "held",
					message: "an outage",
					fix: "Run it again.",
				},
			],
		};
		expect(text({ ...held, failures: [{ ...GATE.failures[1], excuse: "outside" }] })).toContain(
			"- Cart > adds",
		);
		expect(text({ ...GATE, verdict: "open", reason: "All is there", reasons: [] })).toBe(
			"gate: open\n\nNothing stands in the way.\n\n- All is there\n",
		);
	});
});

const error = {
	severity: "error",
	code: "x",
	message: "it broke",
	hint: "Mend it.",
	file: "a.yaml",
	line: 2,
	column: 5,
};

it.each<[string, object, string[]]>([
	[
		"run, failed",
		{
			schema: "run.result.v1",
			outcome: "failed",
			reason: "unit failed",
			service: "cart",
			steps: [
				{
					name: "unit",
					outcome: "failed",
					reason: "1 test failed",
					failing: [{ name: "adds", message: "no", file: "a.ts", line: 9 }],
				},
			],
			problems: [],
		},
		[
			"run: failed",
			"unit: 1 test failed",
			"At a.ts:9",
			"- adds (a.ts:9): no",
			"Fix: Mend it, and try: sluice run --service cart --endpoint unit",
		],
	],
	[
		"run, an outage",
		{
			schema: "run.result.v1",
			outcome: "infrastructure",
			reason: "r",
			service: "cart",
			steps: [{ name: "it", outcome: "infrastructure", reason: "no network", failing: [] }],
			problems: [],
		},
		["Nothing in the change is at fault"],
	],
	[
		"run, passed",
		{
			schema: "run.result.v1",
			outcome: "passed",
			reason: "3 tests ran",
			service: "cart",
			steps: [],
			problems: [],
		},
		["run: passed", "Nothing stands in the way", "3 tests ran"],
	],
	[
		"promote",
		{
			schema: "promote.result.v1",
			outcome: "residue",
			residue: [{ destination: "r.example/a", tag: "1" }],
			problems: [error],
		},
		["promote: residue", "it broke", "- r.example/a:1 was not put back", "Fix: Mend it."],
	],
	[
		"plan",
		{ schema: "plan.result.v1", problems: [{ ...error, severity: "warning" }] },
		["plan: planned", "it broke", "At a.yaml:2:5", "Fix: Mend it."],
	],
	[
		"version",
		{ schema: "version.result.v1", problems: [] },
		["version: computed", "Nothing stands in the way"],
	],
	[
		"an error",
		{ schema: "error.v1", problems: [error, error] },
		["nothing was done", "it broke", "1 more reason after that"],
	],
])("explains %s", (_, json, expected) => {
	for (const part of expected) expect(text(json)).toContain(part);
});

it.each<[string, unknown, string]>([
	["no object", [], "it has no 'schema'"],
	["another schema", { schema: "package.json" }, 'its schema is "package.json"'],
	["half a gate", { schema: "gate.result.v1" }, "is no whole gate.result.v1: verdict"],
])("refuses %s", (_, json, message) => {
	expect(() => explain("r.json", json)).toThrow(UserError);
	expect(() => explain("r.json", json)).toThrow(message);
});

it("shows foreign text inertly", () => {
	const nasty = "\u001b[2J</details>@all\n::error::x";
	const shown = text({ ...GATE, reasons: [{ ...GATE.reasons[0], message: nasty, fix: nasty }] });
	expect(shown).not.toMatch(/[^\P{Cc}\n]|^::/mu);
});
