import { afterAll, describe, expect, it } from "vitest";
import type { Evidence } from "#src/evidence/evidence.js";
import { covered, linesOf, makeEvidence } from "./evidence.ts";
import { codesOf, type Files, makeHistory, problemsOf } from "./history.ts";

/** A pull request that would choose its own judge: other settings, another folder, another gate, another name. */

const CI = ".github/workflows/ci.yml";
const CART = "services/cart/sluice.service.yaml";
const SETTINGS = "gate: {thresholds: {lines: 90}}\n";
const manifest = (name: string, test = "{unit: {run: x, coverage: c.info}, it: y}") =>
	`name: ${name}\ntest: ${test}\n`;
const workflow = (inputs: Record<string, string>, needs = ["unit", "lint"], more: object = {}) =>
	JSON.stringify({
		on: "pull_request",
		jobs: {
			unit: {},
			lint: {},
			gate: {
				needs,
				if: "always()",
				steps: [{ uses: "acme/sluice/actions/gate@v1", with: { needs: "x", ...inputs } }],
				...more,
			},
		},
	});
const RUN = { GITHUB_WORKFLOW_REF: `acme/shop/${CI}@refs/pull/7/merge` };
const CODE = { "services/cart/a.js": linesOf(20), "services/cart/b.js": linesOf(20, "other") };
const GONE = { [CART]: undefined, "services/cart/a.js": undefined, "services/cart/b.js": undefined };
const fixturesGone = {
	"services/cart/fixtures/1.json": undefined,
	"services/cart/samples/2.js": undefined,
	"services/cart/3.js": undefined,
};

const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());

const leg = (commit: string, level: string, own: Partial<Evidence> = {}) =>
	makeEvidence({
		commit,
		level,
		job: level,
		declares: { results: false, coverage: own.coverage != null },
		tests: null,
		...own,
	});
const both = (commit: string, service = "cart", path = "services/cart/a.js", hit = 5) => [
	leg(commit, "unit", { service, coverage: { files: [covered(path, hit, 20)], unmatched: [] } }),
	leg(commit, "it", { service }),
];
const base = (own: Files = {}) =>
	history.commit(undefined, { [CART]: manifest("cart"), "sluice.yaml": SETTINGS, ...CODE, ...own });

describe("a pull request can't lower its own bar", () => {
	it.each([
		["its own file", {}, "ci/new.yaml", "ci/new.yaml", "sluice.yaml"],
		["an old file of another kind", { [CI]: workflow({}) }, "ci/old.yaml", "ci/old.yaml", "sluice.yaml"],
		[
			"the default in place of the one that the base names",
			{ [CI]: workflow({ "config-file": "./ci/strict.yaml" }), "sluice.yaml": "gate: {}\n" },
			"sluice.yaml",
			"sluice.yaml",
			"./ci/strict.yaml",
		],
	])("by reading its settings from %s", async (_, own, file, named, before) => {
		const old = { "ci/old.yaml": "gate: {}\n", "ci/strict.yaml": SETTINGS };
		const pull = history.pull(base({ ...old, ...own }), {
			"ci/new.yaml": "gate: {}\n",
			[CI]: workflow({ "config-file": file }),
		});
		const result = await history.gatePull(pull, {
			evidence: both(pull.head),
			inputs: { "config-file": named },
			environment: RUN,
		});
		expect(codesOf(result)).toContain("coverage-lines");
		const told = result.problems.find(({ code }) => code === "config-file-changed");
		expect(told?.message).toContain(`in ${before}`);
	});

	it("and reads the settings that the base names too, where that is another file than the default", async () => {
		const own = { [CI]: workflow({ "config-file": "ci/mild.yaml" }), "ci/mild.yaml": "gate: {}\n" };
		const pull = history.pull(base(own), { "services/cart/c.js": "1\n" });
		const given = { inputs: { "config-file": "ci/mild.yaml" }, environment: RUN };
		const result = await history.gatePull(pull, { evidence: both(pull.head), ...given });
		expect(codesOf(result)).toEqual([]);
		expect(problemsOf(result)).not.toContain("config-file-changed");
	});

	it.each([
		["where the base's workflow tells it", { [CI]: workflow({}) }],
		["where only the base's policy elsewhere does", {}],
	])("by working in another folder, %s", async (_, own) => {
		const pull = history.pull(base(own), { "sub/sluice.service.yaml": "name: sub\ntest: x\n" });
		const given = { evidence: [leg(pull.head, "unit", { service: "sub" })], folder: "sub", environment: RUN };
		expect(codesOf(await history.gatePull(pull, given))).toEqual(["working-directory-changed"]);
		const head = await history.gatePull(pull, { ...given, inputs: { "policy-from": "head" } });
		expect(head.verdict).toBe("open");
	});

	it("by working in a folder without files, which is no missing checkout", async () => {
		const pull = history.pull(base({ [CI]: workflow({}) }), { "services/cart/c.js": "1\n" });
		const result = await history.gatePull(pull, {
			folder: "made",
			environment: RUN,
			inputs: { needs: '{"test":{"result":"success"}}' },
		});
		expect(codesOf(result)).toEqual(["working-directory-changed"]);
	});

	it("by a service that is moved and renamed at once, nor by a decoy of its name", async () => {
		const moved: Files = {
			[CART]: undefined,
			"services/cart/a.js": undefined,
			"services/cart/b.js": undefined,
			"services/basket/sluice.service.yaml": manifest("basket", "{unit: {run: x, coverage: c.info}}"),
			"services/basket/a.js": CODE["services/cart/a.js"],
			"services/basket/b.js": CODE["services/cart/b.js"],
		};
		const strict = { [CART]: manifest("cart", "{unit: x, it: y, thresholds: {lines: 95}}") };
		for (const decoy of [{}, { "services/new/sluice.service.yaml": manifest("cart", "x") }]) {
			const pull = history.pull(base(strict), { ...moved, ...decoy });
			const evidence = both(pull.head, "basket", "services/basket/a.js", 18).slice(0, 1);
			const result = await history.gatePull(pull, { evidence, inputs: { services: "basket" } });
			expect(result.reasons.map(({ code, level }) => `${code} ${level ?? ""}`.trim())).toEqual([
				"evidence-missing it",
				"coverage-lines",
			]);
			expect(problemsOf(result)).toContain("service-moved");
		}
	});

	it("by a manifest of its own for new code inside of a service's folder", async () => {
		const strict = { [CART]: manifest("cart", "{unit: x, thresholds: {lines: 0, patch: 90}}") };
		const pull = history.pull(base(strict), {
			"services/cart/sub/sluice.service.yaml": manifest("sub", "{unit: {run: x, coverage: c.info}}"),
			"services/cart/sub/a.js": linesOf(20),
		});
		const gate = (hit: number) =>
			history.gatePull(pull, {
				evidence: both(pull.head, "sub", "services/cart/sub/a.js", hit).slice(0, 1),
				inputs: { services: "sub" },
			});
		expect(codesOf(await gate(17))).toEqual(["coverage-lines", "coverage-patch"]);
		expect(codesOf(await gate(20))).toEqual([]);
	});

	it("by moving everything to where no service is", async () => {
		const moved = { "lib/a.js": CODE["services/cart/a.js"], "lib/b.js": CODE["services/cart/b.js"] };
		const gone = { [CART]: undefined, "services/cart/a.js": undefined, "services/cart/b.js": undefined };
		const pull = history.pull(base(), { ...gone, ...moved });
		const result = await history.gatePull(pull);
		expect(result.reasons.map(({ service, level }) => `${service} ${level}`)).toEqual([
			"cart unit",
			"cart it",
		]);
		for (const target of ["b".repeat(40), "../elsewhere"]) {
			const behind = history.pull(base(), { ...gone, "services/cart": { target } });
			expect(codesOf(await history.gatePull(behind)), target).toEqual([
				"evidence-missing",
				"evidence-missing",
			]);
		}
		const deleted = history.pull(base(), gone);
		expect(await history.gatePull(deleted)).toMatchObject({ verdict: "open", reason: "No service is due" });
	});

	it.each<[string, Files, Files, string[]]>([
		[
			"deletes the fixtures that were most of its files",
			{
				"services/cart/fixtures/1.json": "1\n",
				"services/cart/samples/2.js": "2\n",
				"services/cart/3.js": "3\n",
			},
			{ ...GONE, ...fixturesGone, "services/basket/a.js": CODE["services/cart/a.js"] },
			["evidence-missing it", "coverage-lines"],
		],
		[
			"leaves behind the fixtures that were most of its files",
			{ "services/cart/data/1.json": linesOf(90), "services/cart/test/2.js": linesOf(90, "test") },
			{ ...GONE, "services/basket/a.js": CODE["services/cart/a.js"] },
			["evidence-missing it", "evidence-missing unit", "evidence-missing it", "coverage-lines"],
		],
		[
			"joins all of its code into one file",
			{},
			{ ...GONE, "services/basket/a.js": Object.values(CODE).join("x();\n") + linesOf(30, "own") },
			["evidence-missing it", "coverage-lines"],
		],
		[
			"leaves stubs where its code was",
			{},
			{
				[CART]: undefined,
				"services/cart/a.js": "stub();\n",
				"services/cart/b.js": "stub();\n",
				"services/basket/a.js": Object.values(CODE).join(""),
			},
			["evidence-missing it", "evidence-missing unit", "evidence-missing it", "coverage-lines"],
		],
	])("by a service under a new name that %s", async (_, before, after, expected) => {
		const strict = { [CART]: manifest("cart", "{unit: x, it: y, thresholds: {lines: 95}}") };
		const basket = manifest("basket", "{unit: {run: x, coverage: c.info}}");
		const pull = history.pull(base({ ...strict, ...before }), {
			...after,
			"services/basket/sluice.service.yaml": basket,
		});
		const evidence = both(pull.head, "basket", "services/basket/a.js", 18).slice(0, 1);
		const result = await history.gatePull(pull, { evidence });
		const told = result.reasons.map(({ code, level }) => `${code} ${level ?? ""}`.trim());
		expect(told).toEqual(expected);
	});

	it("by three services that share its code", async () => {
		const names = ["x", "y", "z"];
		const all = Object.values(CODE).join("").split("\n");
		const third = (index: number) => all.filter((_, at) => at % 3 === index).join("\n");
		const files = names.flatMap((name, index) => [
			[`services/${name}/sluice.service.yaml`, manifest(name, "{smoke: x}")],
			[`services/${name}/a.js`, third(index)],
		]);
		const result = await history.gatePull(history.pull(base(), { ...GONE, ...Object.fromEntries(files) }));
		const due = result.services.map(({ service, levels }) => [
			service,
			...levels.map(({ level }) => level).sort(),
		]);
		expect(due).toEqual(names.map((name) => [name, "it", "smoke", "unit"]));
	});

	it.each<[string, Files]>([
		["a small file of the same words", { "services/basket/tiny.js": "line(1);\nother(2);\n" }],
		["no more than its settings", { "services/basket/package.json": '{"name":"cart"}\n' }],
		["a third of the lines of each file", { "services/basket/c.js": linesOf(6) + linesOf(6, "other") }],
	])("and takes no heir for one: a service that goes and leaves %s", async (_, after) => {
		const own = { "services/cart/package.json": '{"name":"cart"}\n', "services/cart/tiny.js": "line(1);\n" };
		const gone = { ...GONE, "services/cart/package.json": undefined, "services/cart/tiny.js": undefined };
		const pull = history.pull(base(own), {
			...gone,
			...after,
			"services/basket/sluice.service.yaml": manifest("basket", "{unit: x}"),
		});
		const evidence = [leg(pull.head, "unit", { service: "basket" })];
		const result = await history.gatePull(pull, { evidence, inputs: { thresholds: "" } });
		expect(problemsOf(result)).not.toContain("service-moved");
		expect(result.services.map(({ service }) => service)).toEqual(["basket"]);
	});

	it.each([
		["a job that it no longer needs", workflow({}, ["unit"]), "it no longer needs lint"],
		[
			"other inputs of the gate",
			workflow({ "policy-from": "head", "allowed-failures": "lint" }),
			"the gate gets other inputs (allowed-failures, policy-from)",
		],
		["a gate that is gone", workflow({}, ["unit", "lint"], { steps: [] }), "a step of the gate is gone"],
		[
			"a gate that continues on error",
			workflow({}, ["unit", "lint"], { "continue-on-error": true }),
			"it continues on error",
		],
	])("without a word: %s is named", async (_, text, named) => {
		const pull = history.pull(base({ [CI]: workflow({}) }), { [CI]: text });
		const result = await history.gatePull(pull, { evidence: both(pull.head, "cart"), environment: RUN });
		expect(result.problems.find(({ code }) => code === "gate-changed")?.message).toContain(named);
	});

	it("by an array of services that is blank: only [] says that nothing is due", async () => {
		const pull = history.pull(base(), { "services/cart/c.js": "1\n" });
		for (const services of ["\n", "  \n# none\n", " "]) {
			const result = await history.gatePull(pull, { inputs: { services } });
			expect(codesOf(result)).toEqual(["evidence-missing", "evidence-missing"]);
		}
		expect(await history.gatePull(pull, { inputs: { services: " [] \n" } })).toMatchObject({
			verdict: "open",
		});
	});
});

it("reads the workflow at the repository's root, whatever folder the gate works in", async () => {
	const text = JSON.stringify({
		on: "push",
		jobs: { unit: { "continue-on-error": true }, gate: { needs: "unit", if: "always()" } },
	});
	const head = history.commit(undefined, { [CI]: text, "sub/sluice.service.yaml": "name: sub\ntest: x\n" });
	const result = await history.gate({
		head,
		folder: "sub",
		evidence: [leg(head, "unit", { service: "sub", job: "other" })],
		inputs: { needs: '{"unit":{"result":"success"}}' },
		environment: { GITHUB_WORKFLOW_REF: `acme/shop/${CI}@refs/heads/main` },
	});
	expect(codesOf(result)).toEqual(["job-success"]);
});
