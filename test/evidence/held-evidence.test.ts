import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NameTables } from "#src/evidence/coverage/report.js";
import { CoveredFile } from "#src/evidence/covered-file.js";
import { evidenceSchema } from "#src/evidence/evidence.js";
import { figures } from "#src/evidence/figures.js";
import {
	evidenceText,
	type HeldEvidence,
	isSameEvidence,
	readHeldEvidence,
} from "#src/evidence/held-evidence.js";
import { shard } from "./arbitrary.ts";
import { held, written } from "./held.ts";
import { bytes } from "./source.ts";

const evidence = (coverage: HeldEvidence["coverage"]): HeldEvidence => ({
	schema: "evidence.v1",
	service: "cart",
	level: "unit",
	leg: "test-1",
	legs: 1,
	commit: "0".repeat(40),
	run: "100",
	attempt: 1,
	job: "test",
	outcome: "passed",
	reason: "",
	exitCode: 0,
	version: null,
	digest: null,
	declares: { results: true, coverage: coverage !== null },
	tests: { total: 1, passed: 1, failed: 0, errors: 0, skipped: 0, flaky: 0 },
	notable: [],
	notableLeft: 0,
	coverage,
	output: null,
});
const textOf = (value: HeldEvidence) => [...evidenceText(value)].join("");
const read = async (text: string, size = 100) => {
	const found = await readHeldEvidence(bytes(text, size), "e.json");
	if ("why" in found) throw new Error(found.why);
	return found.evidence;
};

describe("evidence, written and read back", () => {
	it("says the same, with the same figures, however it is cut into chunks", async () => {
		await fc.assert(
			fc.asyncProperty(shard, fc.integer({ min: 1, max: 200 }), async (files, size) => {
				const before = evidence({ files: held(files), unmatched: ["../x"] });
				const text = textOf(before);
				expect(evidenceSchema.safeParse(JSON.parse(text)).success).toBe(true);
				const after = await read(text, size);
				expect(textOf(after)).toBe(text);
				expect(isSameEvidence(before, after)).toBe(true);
				expect(figures(after.coverage?.files ?? [])).toEqual(figures(before.coverage?.files ?? []));
				expect({ ...after, coverage: null }).toEqual({ ...before, coverage: null });
			}),
		);
	});

	it("keeps apart what two formats say, and takes keys without a format as they are", async () => {
		const branches: [number, string, boolean][] = [
			[3, "0,0", true],
			[3, "f(a, b) x", false],
			[3, "istanbul if:3:2:5:3/0", true],
			[3, "lcov 0,0", true],
		];
		const [file] = held([{ path: "a", lines: [[3, 1]], branches, functions: null }]);
		expect(file?.details.map(({ format }) => format)).toEqual(["", "istanbul", "lcov"]);
		const back = await read(textOf(evidence({ files: file === undefined ? [] : [file], unmatched: [] })));
		expect(written(back.coverage?.files ?? [])[0]?.branches).toEqual(branches);
	});

	it("differs where coverage does", () => {
		const of = (hits: number) =>
			evidence({
				files: held([{ path: "a", lines: [[1, hits]], branches: null, functions: null }]),
				unmatched: [],
			});
		expect(isSameEvidence(of(1), of(1))).toBe(true);
		expect(isSameEvidence(of(1), of(2))).toBe(false);
		expect(isSameEvidence(of(1), evidence(null))).toBe(false);
		expect(isSameEvidence(evidence(null), of(1))).toBe(false);
	});

	it("takes a file that stands twice for one", async () => {
		const file = '{"path":"a","lines":[[1,2]],"branches":null,"functions":null}';
		const text = textOf(evidence({ files: [], unmatched: [] })).replace(
			'"files":[]',
			`"files":[${file},${file}]`,
		);
		expect(written((await read(text)).coverage?.files ?? [])).toEqual([
			{ path: "a", lines: [[1, 4]], branches: null, functions: null },
		]);
	});
});

describe("evidence is unreadable", () => {
	const text = textOf(
		evidence({
			files: held([{ path: "a", lines: [[1, 2]], branches: [[1, "~0", true]], functions: null }]),
			unmatched: [],
		}),
	);

	const withCoverage = (value: string) => text.replace(/"coverage":\{.*\}(?=\}\n$)/, `"coverage":${value}`);

	it.each([
		["cut off", text.slice(0, -3), "it is no whole JSON"],
		["empty", "", "it is no whole JSON"],
		["of another form", text.replace("evidence.v1", "evidence.v9"), 'its form is "evidence.v9"'],
		["a list", "[]", "it is no evidence"],
		["no object", "null", "it is no evidence"],
		["without a service", text.replace('"service"', '"servise"'), "service: "],
		["with a line 0", text.replace("[1,2]", "[0,2]"), "coverage.files.0.lines.0.0: "],
		["with negative hits", text.replace("[1,2]", "[1,-2]"), "coverage.files.0.lines.0.1: "],
		["with half a line", text.replace("[1,2]", "[1]"), "coverage.files.0.lines.0"],
		["with an arm that is none", text.replace('"~0",true', '"~0",1'), "coverage.files.0.branches.0.2: "],
		["with a file that is none", text.replace('{"path"', '{"pad"'), "coverage.files.0.path: "],
		["with paths that are none", text.replace('"unmatched":[]', '"unmatched":[1]'), "coverage.unmatched.0: "],
		[
			"with a state that is none",
			text.replace('"path":"a"', '"path":"a","state":5'),
			"coverage.files.0.state: ",
		],
		[
			"with more covered than there is",
			text.replace('"path":"a"', '"path":"a","totals":{"lines":{"covered":9,"total":2}}'),
			"coverage.files.0.totals.lines: more is covered than there is",
		],
		[
			"with two states of a file",
			withCoverage(
				`{"files":[${["1a", "1b"].map((version) => `{"path":"a","lines":[],"branches":null,"functions":null,"state":{"versions":["${version}"]}}`).join()}],"unmatched":[]}`,
			),
			'A report has "a" in another state than one before, version "1a" and version "1b"',
		],
		["with a number for coverage", withCoverage("5"), "coverage: is neither an object nor null"],
		["with a text for coverage", withCoverage('"null"'), "coverage: is neither an object nor null"],
		["with false for coverage", withCoverage("false"), "coverage: is neither an object nor null"],
		["with a list for coverage", withCoverage("[]"), "coverage: is a list"],
		["with coverage of nothing", withCoverage('{"unmatched":[]}'), "coverage.files: is missing"],
		["with coverage without paths", withCoverage('{"files":[]}'), "coverage.unmatched: "],
		["with a number of files", withCoverage('{"files":5,"unmatched":[]}'), "coverage.files: is no list"],
		["with files by name", withCoverage('{"files":{},"unmatched":[]}'), "coverage.files: is no list"],
		["with coverage twice", withCoverage('null,"coverage":null'), "coverage: stands twice"],
		["with files twice", withCoverage('{"files":[],"files":[],"unmatched":[]}'), "files: stands twice"],
		[
			"with paths twice",
			withCoverage('{"files":[],"unmatched":[],"unmatched":[]}'),
			"unmatched: stands twice",
		],
		[
			"with two outcomes",
			text.replace('"outcome":', '"outcome":"failed","outcome":'),
			"outcome: stands twice",
		],
		[
			"with two declarations of one kind",
			text.replace('"declares":{', '"declares":{"results":false,'),
			"declares: a key stands twice",
		],
		[
			"with a file that has two lists of lines",
			text.replace('"path":"a"', '"path":"a","li\\u006ees" :[]'),
			"coverage.files.0: a key stands twice",
		],
		[
			"with two totals in a file",
			text.replace('"path":"a"', '"path":"a","totals":{"lines":{"covered":1,"covered":2,"total":2}}'),
			"coverage.files.0: a key stands twice",
		],
		["without coverage", text.replace('"coverage":{', '"cover":{'), "coverage: is missing"],
	])("where it is %s", async (_, damaged, why) => {
		expect(damaged).not.toBe(text);
		const found = await readHeldEvidence(bytes(damaged, 50), "e.json");
		expect("why" in found ? found.why : "read").toContain(why);
	});
});

it("is not written where a reader could not hold a file of it", () => {
	const file = new CoveredFile("bundle.js", new NameTables());
	for (let line = 1; line <= 12_000_000; line++) file.lines.add(line, 0);
	expect(() => [...evidenceText(evidence({ files: [file], unmatched: [] }))]).toThrow(
		/coverage of bundle.js alone takes more than 64 MiB/,
	);
});
