import { describe, expect, it } from "vitest";
import { judgeBars } from "#src/actions/gate/bars.js";
import { parseRequire, whatIsDue } from "#src/actions/gate/due.js";
import { selectEvidence } from "#src/actions/gate/match.js";
import type { Move } from "#src/actions/gate/moved-services.js";
import { judgeLeg } from "#src/actions/gate/outcome.js";
import { makePolicy } from "#src/actions/gate/policy.js";
import { parseCoverageLines, parseResultLines } from "#src/actions/gate/report-lines.js";
import { parseThresholds, stricterBars } from "#src/actions/gate/thresholds.js";
import { loadCatalogue } from "#src/catalog/load.js";
import { memoryTree } from "#src/git/tree.js";
import { held } from "../../evidence/held.ts";
import { covered, heldEvidence, makeEvidence, redEvidence } from "./evidence.ts";

const COMMIT = "a".repeat(40);

async function policyOf(
	head: Record<string, string>,
	base?: Record<string, string>,
	moves: readonly Move[] = [],
) {
	const load = (files: Record<string, string>) =>
		loadCatalogue(memoryTree(files), { configFile: "sluice.yaml", repositoryName: "acme/shop" });
	return makePolicy({
		head: await load(head),
		base: base === undefined ? undefined : await load(base),
		files: Object.keys(head),
		moves,
	});
}

const manifest = (name: string, test: string) => ({
	[`${name}/sluice.service.yaml`]: `name: ${name}\ntest: ${test}\n`,
});

describe("the policy of two sides", () => {
	it("has the stricter of each bar and each number", async () => {
		const settings = (gate: string) => ({ "sluice.yaml": `gate: ${gate}\n` });
		const policy = await policyOf(
			{
				...settings(
					"{thresholds: {lines: 60}, total: {lines: 50}, patch-floor: 9, infrastructure: {max-share: 0.9, max-count: 50}}",
				),
				...manifest("cart", "{unit: x, thresholds: {lines: 10, patch: 95}}"),
			},
			{
				...settings(
					"{thresholds: {lines: 70, file: 20}, total: {lines: 75}, infrastructure: {action: close, max-share: 0.5}}",
				),
				...manifest("cart", "{unit: {run: x, results: a.xml}, thresholds: {lines: 80, patch: 90}}"),
			},
		);
		expect(policy).toMatchObject({
			defaults: { lines: 70, file: 20 },
			total: { lines: 75 },
			patchFloor: 5,
			infrastructure: { action: "close", maxShare: 0.5, maxCount: 50 },
			services: [{ name: "cart", bars: { lines: 80, patch: 95, file: 20 } }],
		});
		expect(policy.services[0]?.levels.get("unit")).toMatchObject({ results: true });
		expect(policy.problems.map(({ code }) => code)).toEqual(["level-changed"]);
	});

	it("holds a service that moved to its old bars, and a new one to the base's defaults", async () => {
		const policy = await policyOf(
			{
				"b/sluice.service.yaml": "name: cart\ntest: {unit: x, thresholds: {lines: 1}}\n",
				...manifest("new", "{unit: x, thresholds: {lines: 1}}"),
			},
			{
				"sluice.yaml": "gate: {thresholds: {lines: 40}}\n",
				"a/sluice.service.yaml": "name: cart\ntest: {unit: x, it: y, thresholds: {lines: 80}}\n",
			},
		);
		expect(policy.services).toMatchObject([
			{ name: "cart", path: "b", bars: { lines: 80 } },
			{ name: "new", bars: { lines: 40 } },
		]);
		expect([...(policy.services[0]?.levels.keys() ?? [])]).toEqual(["unit", "it"]);
	});

	it("keeps a service whose manifest is gone while its files remain, and lets go of one that is gone", async () => {
		const base = { ...manifest("cart", "x"), ...manifest("fraud", "x"), ...manifest("shop", "x") };
		const policy = await policyOf({ "cart/a.js": "", ...manifest("shop", "x") }, base);
		expect(policy.services).toMatchObject([
			{ name: "cart", deleted: true },
			{ name: "shop", deleted: false },
		]);
		expect([...policy.gone]).toEqual(["fraud"]);
		const due = whatIsDue({ policy, services: ["fraud"], require: [], reports: [], thresholds: {} });
		expect(due.map(({ name }) => name)).toEqual(["cart"]);
	});

	it("lets nobody go whose name another folder takes", async () => {
		const base = { ...manifest("cart", "x"), ...manifest("pay", "x") };
		const policy = await policyOf({ "pay/sluice.service.yaml": "name: cart\ntest: x\n" }, base);
		expect([...policy.gone]).toEqual([]);
		const due = whatIsDue({ policy, services: ["cart"], require: [], reports: [], thresholds: {} });
		expect(due.map(({ name }) => name)).toEqual(["cart"]);
	});

	it("keeps a service of which some files remain, although most live on in another", async () => {
		const base = manifest("cart", "{unit: x, it: y, thresholds: {lines: 80}}");
		const head = { ...manifest("shop", "{unit: x}"), "cart/rest.js": "" };
		const policy = await policyOf(head, base, [{ from: "cart", to: "shop", example: "shop/a.js" }]);
		expect(policy.services).toMatchObject([
			{ name: "cart", deleted: true },
			{ name: "shop", bars: { lines: 80 }, formerly: ["cart"] },
		]);
		expect([...(policy.services[1]?.levels.keys() ?? [])]).toEqual(["unit", "it"]);
	});

	it("has the smaller drop of two ratchets", async () => {
		const ratchet = (value: string) => manifest("cart", `{unit: x, thresholds: {ratchet: ${value}}}`);
		const policy = await policyOf(ratchet("2"), ratchet("0.5"));
		expect(policy.services[0]?.bars).toEqual({ ratchet: 0.5 });
		expect((await policyOf(ratchet("false"), ratchet("true"))).services[0]?.bars).toEqual({ ratchet: 0 });
	});
});

describe("what is due", () => {
	const files = { ...manifest("cart", "{unit: x, e2e: y}"), ...manifest("fraud", "{unit: x, it: y}") };
	const due = async (services: string[] | undefined, ...require: string[]) =>
		whatIsDue({
			policy: await policyOf(files),
			services,
			require: parseRequire(require),
			reports: [],
			thresholds: {},
		}).map(
			({ name, levels, coverage }) =>
				`${name}:${levels.map(({ level }) => level).join("+")}${coverage ? "+coverage" : ""}`,
		);

	it.each([
		[undefined, [], ["cart:unit", "fraud:unit+it"]],
		[[], [], []],
		[["cart"], ["e2e"], ["cart:unit+e2e"]],
		[["cart"], ["fraud:it"], ["cart:unit", "fraud:unit+it"]],
		[["fraud"], ["e2e", "coverage"], ["fraud:unit+it+coverage"]],
	] as const)("for services %s and require %s", async (services, require, expected) => {
		expect(await due(services === undefined ? undefined : [...services], ...require)).toEqual(expected);
	});

	it("is refused for a level of another service", async () => {
		await expect(due(undefined, "cart:it")).rejects.toMatchObject({ code: "level-unknown" });
	});

	it("without manifests is whatever is asked for", async () => {
		const asked = whatIsDue({
			policy: await policyOf({ "a.js": "" }),
			services: undefined,
			require: parseRequire(["unit", "cart:smoke"]),
			reports: [...parseResultLines(["it=*.xml"]), ...parseCoverageLines(["x=lcov.info"])],
			thresholds: { lines: 80 },
		});
		expect(
			asked.map(({ name, levels, coverage }) => [name, levels.map(({ level }) => level), coverage]),
		).toEqual([
			["cart", ["smoke"], false],
			["shop", ["unit", "it"], false],
			["x", [], true],
		]);
	});
});

describe("evidence", () => {
	const own = { commit: COMMIT, repository: "acme/shop", run: "100", attempt: 1 };
	const read = (...all: ReturnType<typeof makeEvidence>[]) =>
		all.map((each, index) => ({
			kind: "read" as const,
			file: `${index}.json`,
			evidence: heldEvidence(each),
		}));

	it("of the highest run counts where the gate's own has none", () => {
		const runs = ["99", "7", "98"].map((run) => makeEvidence({ commit: COMMIT, run }));
		expect(selectEvidence(read(...runs), own).legs.map(({ file }) => file)).toEqual(["0.json"]);
		const terminal = { ...own, run: undefined };
		expect(
			selectEvidence(read(...runs, makeEvidence({ commit: COMMIT, run: null })), terminal).legs,
		).toMatchObject([{ file: "3.json" }]);
	});

	it("that is there twice is no contradiction", () => {
		const evidence = makeEvidence({ commit: COMMIT });
		expect(selectEvidence(read(evidence, evidence), own)).toMatchObject({
			reasons: [],
			dropped: [{ file: "1.json" }],
		});
	});

	it("of thousands of shards is matched quickly", () => {
		const many = Array.from({ length: 10_000 }, (_, index) =>
			makeEvidence({ commit: COMMIT, leg: `l${index}` }),
		);
		const started = performance.now();
		expect(selectEvidence(read(...many), own).legs).toHaveLength(10_000);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});

describe("one leg", () => {
	const judge = (
		evidence: ReturnType<typeof makeEvidence>,
		more: {
			outside?: boolean;
			quarantined?: string;
			maxCount?: number;
			maxShare?: number;
			results?: boolean;
		} = {},
	) =>
		judgeLeg({
			evidence: heldEvidence(evidence),
			results: more.results ?? false,
			caps: { maxShare: more.maxShare ?? 1, maxCount: more.maxCount },
			excuses: {
				quarantined: (test) => test.name === more.quarantined,
				outside: () => more.outside ?? false,
				outsideOutput: () => more.outside ?? false,
			},
		}).outcome;
	const own = { commit: COMMIT, level: "it" };
	const x = { message: "x" };
	const bare = { ...own, declares: { results: false, coverage: false }, tests: null };

	it.each([
		["green", makeEvidence(own), {}, "passed"],
		["green, and the command failed", makeEvidence({ ...own, exitCode: 1 }), {}, "failed"],
		[
			"called passed with a failing test",
			redEvidence({ ...own, outcome: "passed", exitCode: 0 }, x),
			{},
			"failed",
		],
		[
			"called infrastructure, and nothing of it",
			redEvidence({ ...own, outcome: "infrastructure" }, x),
			{},
			"failed",
		],
		["outage", redEvidence(own, x), { outside: true }, "infrastructure"],
		["outage in unit", redEvidence({ ...own, level: "unit" }, x), { outside: true }, "failed"],
		["outage in component", redEvidence({ ...own, level: "component" }, x), { outside: true }, "failed"],
		[
			"outage, and the command was killed",
			redEvidence({ ...own, exitCode: null }, x),
			{ outside: true },
			"failed",
		],
		["as many as may", redEvidence(own, x, x), { outside: true, maxCount: 2 }, "infrastructure"],
		["more than may", redEvidence(own, x, x), { outside: true, maxCount: 1 }, "failed"],
		["a share that may", redEvidence(own, x, x, x), { outside: true, maxShare: 0.5 }, "infrastructure"],
		["too large a share", redEvidence(own, x, x, x, x), { outside: true, maxShare: 0.5 }, "failed"],
		[
			"quarantined",
			redEvidence({ ...own, outcome: "passed" }, x),
			{ quarantined: "Cart > fails 1" },
			"passed",
		],
		[
			"quarantined, and run saw more",
			redEvidence({ ...own, reason: "c > b failed, and a retry skipped it" }, x),
			{ quarantined: "Cart > fails 1" },
			"failed",
		],
		["quarantined, and another", redEvidence(own, x, x), { quarantined: "Cart > fails 1" }, "failed"],
		[
			"failures beyond the list",
			{ ...redEvidence(own, x), tests: { total: 9, passed: 3, failed: 6, errors: 0, skipped: 0, flaky: 0 } },
			{ outside: true },
			"failed",
		],
		[
			"counts that do not add up",
			makeEvidence({ ...own, tests: { total: 9, passed: 3, failed: 0, errors: 0, skipped: 0, flaky: 0 } }),
			{},
			"failed",
		],
		["no report where one is declared", makeEvidence({ ...own, tests: null }), {}, "missing"],
		["no report where the policy wants one", makeEvidence(bare), { results: true }, "missing"],
		["no report is due", makeEvidence(bare), {}, "passed"],
		[
			"no report, and the command failed",
			makeEvidence({ ...bare, exitCode: 2, outcome: "failed" }),
			{},
			"failed",
		],
		[
			"no report, and the output tells of an outage",
			makeEvidence({ ...bare, exitCode: 2, outcome: "infrastructure", output: "no route" }),
			{ outside: true },
			"infrastructure",
		],
		[
			"no report, an outage in the output, and none may be",
			makeEvidence({ ...bare, exitCode: 2, outcome: "infrastructure", output: "no route" }),
			{ outside: true, maxCount: 0 },
			"failed",
		],
		[
			"a report is declared, and the output tells of an outage",
			makeEvidence({ ...own, tests: null, exitCode: 2, outcome: "infrastructure", output: "no route" }),
			{ outside: true },
			"missing",
		],
	])("%s", (_, evidence, more, expected) => {
		expect(judge(evidence, more)).toBe(expected);
	});
});

describe("bars", () => {
	const judge = (bars: object, coverage = [covered("a.js", 8, 10)]) =>
		judgeBars({
			service: "cart",
			name: "cart",
			bars,
			coverage: held(coverage),
			patch: { kind: "unknown", why: "no base" },
			file: undefined,
		});

	it("that can't be measured close", () => {
		for (const bars of [{ branches: 1 }, { functions: 0 }, { patch: 1 }])
			expect(judge(bars).reasons).toMatchObject([{ code: "bar-unmeasurable" }]);
		expect(judge({ lines: 0 }, []).reasons).toMatchObject([{ code: "bar-unmeasurable" }]);
	});

	it("say which path is no file of the repository, where reports have no other", () => {
		const { reasons } = judgeBars({
			service: "cart",
			name: "cart",
			bars: { lines: 1, file: 1 },
			coverage: [],
			unmatched: "src/price.js",
			patch: { kind: "none", why: "" },
			file: undefined,
		});
		expect(reasons).toHaveLength(2);
		for (const { message, fix } of reasons) {
			expect(message).toContain(
				'no file of the coverage reports is a file of the repository (they name "src/price.js")',
			);
			expect(fix).toContain("Check out the commit that was tested");
		}
	});

	it("of a ratchet are told as they are written: 5 less 3.2 is 1.8", () => {
		const { bars } = judgeBars({
			service: "cart",
			name: "cart",
			bars: { ratchet: 3.2 },
			coverage: held([covered("a.js", 8, 10)]),
			patch: { kind: "none", why: "" },
			base: { kind: "known", commit: COMMIT, lines: { covered: 1, total: 20 }, levels: new Map() },
			file: undefined,
		});
		expect(bars).toMatchObject([{ bar: "ratchet", required: 1.8, met: true }]);
	});

	it("for each file name the file", () => {
		const { reasons, bars } = judge({ file: 50 }, [covered("a.js", 8, 10), covered("b.js", 1, 10)]);
		expect(reasons).toMatchObject([
			{ code: "coverage-file", file: "b.js", fix: "Test 4 more of its lines." },
		]);
		expect(bars).toMatchObject([{ covered: 1, total: 10, met: false, note: "1 of 2 files" }]);
	});

	it("of the input are read by line", () => {
		expect(parseThresholds(["lines: 80", "patch: 92.5 %"])).toEqual({ lines: 80, patch: 92.5 });
		expect(stricterBars({ lines: 80 }, { lines: 70, patch: 1 })).toEqual({ lines: 80, patch: 1 });
		for (const line of ["lines 80", "lines: 101", "lines: -1", "lines: 1e1", "__proto__: 1", "lines: NaN"])
			expect(() => parseThresholds([line]), line).toThrow();
		expect(() => parseThresholds(["lines: 80", "lines: 70"])).toThrow();
	});
});

it("report lines are read, and refused with the right form", () => {
	expect(parseResultLines(["unit=a.xml", "cart:it=b=c/*.xml"])).toEqual([
		{ kind: "results", service: undefined, level: "unit", glob: "a.xml" },
		{ kind: "results", service: "cart", level: "it", glob: "b=c/*.xml" },
	]);
	for (const line of ["a.xml", "=a.xml", "unit=", "a:b:c=x", "Cart:unit=x"])
		expect(() => parseResultLines([line]), line).toThrow(/Input 'results'/);
	expect(() => parseCoverageLines(["cart="])).toThrow(/Input 'coverage'/);
});
