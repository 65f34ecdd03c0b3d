import { describe, expect, it } from "vitest";
import { patchCoverage, unreportedFiles } from "#src/evidence/patch.js";
import { held } from "./held.ts";

const coverage = held([
	{
		path: "src/a.js",
		lines: [
			[1, 1],
			[2, 0],
			[3, 5],
			[9, 0],
		],
		branches: null,
		functions: null,
	},
]);
const request = (added: Record<string, number[]>, texts: Record<string, string> = {}) => ({
	added: new Map(Object.entries(added)),
	coverage,
	texts: new Map(Object.entries(texts)),
});

describe("lines that a change adds", () => {
	it("count where a report instruments them", () => {
		expect(patchCoverage(request({ "src/a.js": [1, 2, 3, 4, 5] }))).toMatchObject({
			covered: 2,
			total: 3,
			files: [{ path: "src/a.js", reported: true, covered: 2, total: 3, uncovered: [2] }],
		});
	});

	it("of a file that no report knows count where they are not blank", () => {
		const result = patchCoverage(
			request({ "src/new.ts": [1, 2, 3, 4] }, { "src/new.ts": "one\n\n \t\nfour\n" }),
		);
		expect(result).toMatchObject({
			covered: 0,
			total: 2,
			files: [{ path: "src/new.ts", reported: false, uncovered: [1, 4] }],
		});
	});

	it("count all where the text of such a file is not known", () => {
		expect(patchCoverage(request({ "src/new.ts": [1, 2] })).total).toBe(2);
	});

	it("only of languages that the reports hold, and of no test", () => {
		const added = {
			"README.md": [1],
			"main.go": [1],
			Makefile: [1],
			"src/x.tsx": [1],
			"src/x.cjs": [1],
			"src/x.test.ts": [1],
			"test/y.js": [1],
			"src/__tests__/z.js": [1],
			".eslintrc.js": [1],
		};
		expect(unreportedFiles(request(added))).toEqual(["src/x.tsx", "src/x.cjs", ".eslintrc.js"]);
		expect(unreportedFiles({ ...request(added), exclude: ["**/x.*"] })).toEqual([
			"test/y.js",
			"src/__tests__/z.js",
			".eslintrc.js",
		]);
	});

	it("a report's own file counts although it is excluded", () => {
		expect(patchCoverage({ ...request({ "src/a.js": [1] }), exclude: ["**"] }).total).toBe(1);
	});

	it("are not judged below the floor", () => {
		const at = (lines: number[], floor?: number) =>
			patchCoverage({ ...request({ "src/a.js": lines }), ...(floor === undefined ? {} : { floor }) });
		expect(at([1, 2, 3, 9])).toMatchObject({ total: 4, judged: false, floor: 5 });
		expect(at([1, 2, 3, 9], 4).judged).toBe(true);
		expect(at([4], 0)).toMatchObject({ total: 0, judged: false });
	});
});
