import { afterAll, describe, expect, it } from "vitest";
import type { GateResult } from "#src/actions/gate/result.js";
import type { Evidence, FileCoverage } from "#src/evidence/evidence.js";
import { covered, linesOf, makeEvidence } from "./evidence.ts";
import { codesOf, type Files, makeHistory, type Pull, problemsOf } from "./history.ts";

/** The gate's rules, one test for each: bars, added lines, the ratchet and what they are compared with. */

const CART = "services/cart/sluice.service.yaml";
const FRAUD = "services/fraud/sluice.service.yaml";
const APP = "services/cart/src/app.js";
const history = makeHistory();
afterAll(() => history[Symbol.asyncDispose]());

const cart = (thresholds: string) => ({
	[CART]: `name: cart\ntest:\n  unit: {run: x, coverage: c.info}\n  thresholds: {${thresholds}}\n`,
});
const unit = (commit: string, files: readonly FileCoverage[], own: Partial<Evidence> = {}) =>
	makeEvidence({
		commit,
		tests: null,
		declares: { results: false, coverage: true },
		coverage: { files: [...files], unmatched: [] },
		...own,
	});
const bar = (result: GateResult, name: string) =>
	result.services.flatMap(({ thresholds }) => thresholds).find((each) => each.bar === name);

const first = history.commit(undefined, { ...cart("lines: 50"), [APP]: linesOf(20) });
/** Twenty lines more. */
const more = { [APP]: linesOf(40) };

describe("bars", () => {
	it.each<[string, string, string, string, boolean]>([
		["a manifest's own", "lines: 80", "", "", false],
		["a manifest's own, which it reaches", "lines: 75", "", "", true],
		["the settings', where the manifest has none", "branches: 0", "lines: 80", "", false],
		["a manifest's own instead of the settings'", "lines: 70", "lines: 80", "", true],
		["the input's, where it is stricter", "lines: 70", "", "lines: 80", false],
		["the manifest's, where the input is laxer", "lines: 80", "", "lines: 10", false],
	])("hold for a service: %s", async (_, manifest, settings, input, open) => {
		const head = history.commit(first, {
			...cart(manifest),
			...(settings === "" ? {} : { "sluice.yaml": `gate: {thresholds: {${settings}}}\n` }),
		});
		const app = { ...covered(APP, 15, 20), branches: [[1, "a", true] as [number, string, boolean]] };
		const inputs = { services: "cart", thresholds: input };
		const result = await history.gate({ head, evidence: [unit(head, [app])], inputs });
		expect(codesOf(result)).toEqual(open ? [] : ["coverage-lines"]);
	});

	it("for all services together are judged where all are due, and otherwise only reported", async () => {
		const head = history.commit(first, {
			...cart("lines: 0"),
			[FRAUD]: "name: fraud\ntest: x\n",
			"sluice.yaml": "gate: {total: {lines: 90}}\n",
		});
		const fraud = unit(head, [], {
			service: "fraud",
			leg: "f",
			job: "f",
			declares: { results: false, coverage: false },
			coverage: null,
		});
		const evidence = [unit(head, [covered(APP, 15, 20)]), fraud];
		const all = await history.gate({ head, evidence, inputs: { services: "cart,fraud" } });
		expect(codesOf(all)).toEqual(["coverage-lines"]);
		const some = await history.gate({ head, evidence, inputs: { services: "cart" } });
		expect(some).toMatchObject({
			verdict: "open",
			total: [{ bar: "lines", covered: 15, total: 20, met: null }],
		});
		expect(problemsOf(some)).toContain("total-not-judged");
	});

	it("that can't be measured close: branches that no report has, and added lines of totals alone", async () => {
		const pull = history.pull(history.commit(first, cart("branches: 1, patch: 1")), more);
		const numbers = {
			path: APP,
			lines: [],
			branches: null,
			functions: null,
			totals: { lines: { covered: 40, total: 40 } },
		};
		const result = await history.gatePull(pull, { evidence: [unit(pull.head, [numbers])] });
		expect(codesOf(result)).toEqual(["bar-unmeasurable", "bar-unmeasurable"]);
		expect(result.reasons[1]?.message).toContain("only totals");
	});

	it("compare integers: what is below a bar is shown so", async () => {
		const head = history.commit(first, cart("lines: 80"));
		const file = covered(APP, 19_999, 25_000);
		const result = await history.gate({ head, evidence: [unit(head, [file])], inputs: { services: "cart" } });
		expect(result.reason).toContain("79.99 %");
	});

	it("count only files of the repository; others are listed with the rate of those that are", async () => {
		const evidence = [
			unit(first, [covered(APP, 20, 20)], {
				coverage: { files: [covered(APP, 20, 20)], unmatched: ["gen/a.js", "/opt/b.js", "c.js"] },
			}),
		];
		const result = await history.gate({ head: first, evidence, inputs: { services: "cart" } });
		expect(result.verdict).toBe("open");
		expect(result.problems).toMatchObject([
			{ code: "coverage-unmatched", message: expect.stringMatching(/1 of 4 files .*25\.00 %.*gen\/a\.js/) },
		]);
	});

	it("close where a report names a line past the end of its file", async () => {
		const head = history.commit(undefined, {
			"a.js": "1\n2\n",
			"sluice.service.yaml": "name: a\ntest: {unit: x}\n",
		});
		const files = { "a.js": "1\n2\n", "out/lcov.info": "SF:a.js\nDA:9,1\nend_of_record\n" };
		const result = await history.gate({ head, files, inputs: { coverage: "out/*.info", services: "a" } });
		expect(codesOf(result)).toContain("report-of-another-commit");
	});
});

describe("coverage of evidence is held to the repository", () => {
	const text = linesOf(3);
	const head = history.commit(undefined, {
		"a.js": text,
		"b.php": text,
		"sluice.service.yaml": "name: a\ntest:\n  unit: {run: x, coverage: c.info}\n  thresholds: {lines: 99}\n",
	});
	const gate = (...files: FileCoverage[]) =>
		history.gate({
			head,
			files: { "a.js": text, "b.php": text },
			evidence: [unit(head, files, { service: "a" })],
			inputs: { services: "a" },
		});
	const at = (line: number, own: Partial<FileCoverage> = {}) => ({
		...covered("a.js", 3, 3),
		lines: [[line, 1] as [number, number]],
		...own,
	});

	it.each(["gone.js", "../../etc/passwd", "/etc/passwd", "./a.js", "__proto__"])(
		"%s is no file of it and counts nothing",
		async (path) => {
			const result = await gate(covered("a.js", 1, 3), covered(path, 899, 899));
			expect(codesOf(result)).toEqual(["coverage-lines"]);
			expect(bar(result, "lines")).toMatchObject({ covered: 1, total: 3 });
			expect(problemsOf(result)).toContain("coverage-unmatched");
			const alone = await gate(covered(path, 899, 899));
			expect(alone.reasons[0]?.message).toContain(
				"no file of the coverage reports is a file of the repository",
			);
		},
	);

	it.each<[string, FileCoverage]>([
		["a line", at(900)],
		["the line after the last one", at(4)],
		["a branch", at(1, { branches: [[4, "a", true]] })],
		["a function", at(1, { functions: [[4, "f", true]] })],
		["a second line after the last one of PHP", { ...covered("b.php", 5, 5) }],
	])("%s past the end of its file closes, and is left out", async (_, file) => {
		const result = await gate(file);
		expect(result.reasons[0]).toMatchObject({
			code: "report-of-another-commit",
			service: "a",
			level: "unit",
		});
		expect(result.reasons[0]?.message).toMatch(/names line \d+ of (a\.js|b\.php), which has 3/);
		expect(codesOf(result)).not.toContain("coverage-missing");
		expect(bar(result, "lines")).toMatchObject({ met: false, covered: null });
	});

	it("what fits counts, and so does the line after the last one of PHP", async () => {
		const result = await gate(covered("a.js", 3, 3), covered("b.php", 4, 4));
		expect(codesOf(result)).toEqual([]);
		expect(bar(result, "lines")).toMatchObject({ covered: 7, total: 7 });
	});
});

describe("added lines", () => {
	const base = history.commit(first, {
		...cart("patch: 90"),
		[FRAUD]: "name: fraud\ntest: x\n",
		"lib/x.js": linesOf(20),
		"sluice.yaml": "gate: {thresholds: {patch: 80}}\n",
	});
	const gate = (files: Files, reported: readonly FileCoverage[], inputs: Record<string, string> = {}) => {
		const pull = history.pull(base, files);
		return history.gatePull(pull, {
			evidence: [unit(pull.head, reported)],
			inputs: { services: "cart", ...inputs },
		});
	};

	it("are a service's own, and those that a report instruments", async () => {
		const result = await gate({ ...more, "services/fraud/a.js": linesOf(50) }, [covered(APP, 38, 40)]);
		expect(bar(result, "patch")).toMatchObject({ covered: 18, total: 20, met: true });
		expect(result.verdict).toBe("open");
		expect(codesOf(await gate(more, [covered(APP, 37, 40)]))).toEqual(["coverage-patch"]);
	});

	it("of a file that no report knows count where the reports hold its language, tests apart", async () => {
		const known = [covered(APP, 20, 20)];
		const text = `a();\n\n${linesOf(6)}`;
		const result = await gate({ "services/cart/src/new.tsx": text }, known);
		expect(bar(result, "patch")).toMatchObject({ covered: 0, total: 7, met: false });
		for (const path of ["src/new.py", "test/new.js", "src/new.test.js"])
			expect((await gate({ [`services/cart/${path}`]: text }, known)).verdict, path).toBe("open");
	});

	it("are not judged below the floor, and the verdict says so", async () => {
		const result = await gate({ [APP]: linesOf(24) }, [covered(APP, 20, 24)]);
		expect(bar(result, "patch")).toMatchObject({ met: null, note: "4 added lines count, fewer than 5" });
		expect(result.verdict).toBe("open");
	});

	it("of files that no service owns are judged together by the settings' bar", async () => {
		const lib = { "lib/x.js": linesOf(40) };
		const app = covered(APP, 20, 20);
		expect((await gate(lib, [app, covered("lib/x.js", 36, 40)])).unowned).toMatchObject([
			{ bar: "patch", covered: 16, total: 20, met: true },
		]);
		expect(codesOf(await gate(lib, [app, covered("lib/x.js", 35, 40)]))).toEqual(["coverage-patch"]);
		const few = await gate({ "lib/x.js": linesOf(23) }, [app, covered("lib/x.js", 20, 23)]);
		expect(few.verdict).toBe("open");
		expect(problemsOf(few)).toContain("patch-not-judged");
	});

	it("of such files are judged on main since the oldest release of what is due, and close where that is unknown", async () => {
		const released = history.commit(base, {});
		const middle = history.commit(released, { "lib/x.js": linesOf(30) });
		const head = history.commit(middle, { "lib/x.js": linesOf(40) });
		const evidence = [unit(head, [covered(APP, 20, 20), covered("lib/x.js", 20, 40)])];
		const at = (tags: Record<string, string | undefined> | undefined) =>
			history.gate({
				head,
				evidence,
				inputs: { services: "cart,fraud", require: "" },
				ports: {
					lastReleases: async () =>
						new Map(
							Object.entries(tags ?? {}).map(([name, commit]) => [
								name,
								commit === undefined ? undefined : { tag: name, commit },
							]),
						),
				},
			});
		const since = await at({ cart: middle, fraud: released });
		expect(since.unowned).toMatchObject([{ covered: 0, total: 20, met: false }]);
		expect((await at({ cart: middle, fraud: undefined })).unowned).toMatchObject([{ total: 10 }]);
		expect((await at({ cart: undefined, fraud: undefined })).unowned).toEqual([]);
		expect((await at({})).reasons).toContainEqual(
			expect.objectContaining({
				code: "bar-unmeasurable",
				message: expect.stringContaining("files of no service"),
			}),
		);
	});
});

describe("a ratchet", () => {
	const base = history.commit(first, cart("ratchet: true"));
	const earlier = (commit: string, hit: number, own: Partial<Evidence> = {}) =>
		unit(commit, [covered(APP, hit, 20)], { run: "50", ...own });
	const pulled = history.pull(base, { "services/cart/b.txt": "1\n" });
	const gate = (pull: Pull, hit: number, old: readonly Evidence[], inputs: Record<string, string> = {}) =>
		history.gatePull(pull, {
			evidence: [unit(pull.head, [covered(APP, hit, 20)]), ...old],
			inputs: { services: "cart", ...inputs },
		});

	it.each<[string, number, readonly Evidence[], string[]]>([
		["as much as the base", 15, [earlier(base, 15)], []],
		["less than the base", 14, [earlier(base, 15)], ["coverage-ratchet"]],
		["the newest ancestor's, where the base has none", 15, [earlier(first, 16)], ["coverage-ratchet"]],
		[
			"the newest ancestor's, and no older one's",
			15,
			[earlier(first, 10), earlier(base, 16)],
			["coverage-ratchet"],
		],
		["no evidence at all", 20, [], ["base-evidence-missing"]],
		["evidence of a commit that is no ancestor", 20, [earlier(pulled.branch, 1)], ["base-evidence-missing"]],
		["base evidence with a leg missing", 20, [earlier(base, 1, { legs: 2 })], ["base-evidence-missing"]],
		["base evidence without coverage", 20, [earlier(base, 1, { coverage: null })], ["base-evidence-missing"]],
		[
			"base evidence that contradicts itself",
			20,
			[earlier(base, 1), earlier(base, 2)],
			["base-evidence-missing"],
		],
	])("with %s", async (_, hit, old, expected) => {
		expect(codesOf(await gate(pulled, hit, old))).toEqual(expected);
	});

	it("allows the drop that it names, also by the input, and the stricter holds", async () => {
		const drop = { thresholds: "ratchet: 5" };
		const free = history.pull(first, { "services/cart/b.txt": "2\n" });
		expect(codesOf(await gate(free, 14, [earlier(first, 15)], drop))).toEqual([]);
		expect(codesOf(await gate(free, 13, [earlier(first, 15)], drop))).toEqual(["coverage-ratchet"]);
		expect(codesOf(await gate(pulled, 14, [earlier(base, 15)], drop))).toEqual(["coverage-ratchet"]);
		const loosened = history.pull(base, cart("ratchet: 50"));
		expect(codesOf(await gate(loosened, 14, [earlier(base, 15)]))).toEqual(["coverage-ratchet"]);
		const removed = history.pull(base, cart("lines: 1"));
		expect(codesOf(await gate(removed, 14, [earlier(base, 15)]))).toEqual(["coverage-ratchet"]);
	});

	it("needs no base evidence where this change introduces it, or the service", async () => {
		const introduced = history.pull(first, cart("ratchet: true"));
		const result = await gate(introduced, 10, []);
		expect(codesOf(result)).toEqual([]);
		expect(bar(result, "ratchet")).toMatchObject({ met: null, note: "this change introduces the ratchet" });
		const bare = history.commit(undefined, {
			[FRAUD]: "name: fraud\ntest: {unit: x, thresholds: {ratchet: true}}\n",
			"sluice.yaml": "gate: {thresholds: {ratchet: true}}\n",
		});
		const service = history.pull(bare, { ...cart("lines: 1"), [APP]: linesOf(20) });
		expect(bar(await gate(service, 20, []), "ratchet")).toMatchObject({
			note: "this change introduces the service",
		});
	});

	it("reads the globs of 'base-evidence', and says where nothing asks for them", async () => {
		const files = { "before/a.json": JSON.stringify(earlier(base, 15)) };
		const inputs = { services: "cart", "base-evidence": "before/**" };
		const evidence = [unit(pulled.head, [covered(APP, 15, 20)])];
		expect((await history.gatePull(pulled, { evidence, files, inputs })).verdict).toBe("open");
		const unused = await history.gate({
			head: first,
			evidence: [unit(first, [covered(APP, 15, 20)])],
			files,
			inputs,
		});
		expect(problemsOf(unused)).toContain("base-evidence-unused");
	});

	it("holds on main too, to the last release or the commit before", async () => {
		const head = history.commit(base, { "services/cart/c.txt": "1\n" });
		const given = (hit: number, old: readonly Evidence[]) =>
			history.gate({
				head,
				evidence: [unit(head, [covered(APP, hit, 20)]), ...old],
				inputs: { services: "cart" },
			});
		expect(codesOf(await given(14, [earlier(base, 15)]))).toEqual(["coverage-ratchet"]);
		expect(codesOf(await given(15, [earlier(base, 15)]))).toEqual([]);
		expect(codesOf(await given(15, []))).toEqual(["base-evidence-missing"]);
	});
});

describe("the base", () => {
	const base = history.commit(first, cart("patch: 90"));
	const half = (commit: string) => unit(commit, [covered(APP, 30, 40)]);
	const patch = async (given: Parameters<typeof history.gate>[0]) =>
		bar(
			await history.gate({ ...given, evidence: [half(given.head)], inputs: { services: "cart" } }),
			"patch",
		);

	it("is the merge commit's first parent, also where the event's is stale, and the head's merge base", async () => {
		const pull = history.pull(base, more);
		const stale = await history.gatePull(
			{ ...pull, base: first },
			{ evidence: [half(pull.head)], inputs: { services: "cart" } },
		);
		expect(stale.base).toBe(base);
		history.git("update-ref", "refs/remotes/origin/main", history.commit(base, { "x.txt": "1\n" }));
		const head = await history.gatePull(
			{ ...pull, head: pull.branch },
			{ evidence: [half(pull.branch)], inputs: { services: "cart" } },
		);
		expect(head.base).toBe(base);
		const branch = await history.gate({
			head: pull.branch,
			evidence: [],
			inputs: { services: "[]" },
			environment: { GITHUB_REF: "refs/heads/topic" },
		});
		expect(branch.base).toBe(base);
		history.git("update-ref", "-d", "refs/remotes/origin/main");
	});

	it("is on main each service's last release, none for one that was never released, and none for a schedule", async () => {
		const head = history.commit(base, more);
		expect(await patch({ head })).toMatchObject({ met: null, note: "it was never released" });
		expect(await patch({ head, event: "schedule" })).toMatchObject({ met: null });
		history.git("tag", "cart/v1.0.0", base);
		expect(await patch({ head })).toMatchObject({ covered: 10, total: 20, met: false });
		history.git("tag", "--delete", "cart/v1.0.0");
	});
});
