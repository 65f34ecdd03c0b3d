import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutProblems } from "./rules.ts";

/** Checks a source tree that is made of these files. */
function check(files: Record<string, string>): string[] {
	const folder = mkdtempSync(join(tmpdir(), "sluice-layout-"));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		return layoutProblems(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe("the rules of the layout", () => {
	it("hold in src/", () => {
		expect(layoutProblems("src")).toEqual([]);
	});

	it.each([
		[
			"an import upwards",
			{ "git/a.ts": `import { x } from "../catalog/x.js";` },
			"git/a.ts imports catalog/x.js: git may only import runner",
		],
		[
			"an action that imports another",
			{ "actions/gate/due.ts": `import { x } from "../plan/x.js";` },
			"actions do not import each other",
		],
		[
			"a shared module that imports an action",
			{ "graph/a.ts": `export { x } from "../actions/plan/x.js";` },
			"graph may only import",
		],
		[
			"a dynamic import upwards",
			{ "git/a.ts": `await import("../cli/main.js");` },
			"git may only import runner",
		],
		[
			"an effect in a decision",
			{ "graph/a.ts": `import { readFileSync } from "node:fs";` },
			"graph/a.ts is pure and imports node:fs",
		],
		[
			"a process in a decision",
			{ "actions/gate/judge.ts": `import { spawn } from "child_process";` },
			"is pure and imports child_process",
		],
		[
			"the toolkit outside the runner",
			{ "actions/gate/report.ts": `import * as core from "@actions/core";` },
			"is pure and imports @actions/core",
		],
		[
			"the environment in a decision",
			{ "versions/a.ts": `export const x = process.env.HOME;` },
			"versions/a.ts is pure and reads process",
		],
		[
			"the clock in a decision",
			{ "versions/a.ts": `export const x = Date.now();` },
			"versions/a.ts is pure and reads the clock",
		],
		[
			"a new Date in a decision",
			{ "versions/a.ts": `export const x = new Date();` },
			"versions/a.ts is pure and reads the clock",
		],
		[
			"chance in a decision",
			{ "versions/a.ts": `export const x = Math.random();` },
			"versions/a.ts is pure and reads chance",
		],
		["git outside src/git", { "commands/a.ts": `spawn("git", ["status"]);` }, "only src/git runs git"],
		["a grab-bag", { "runner/utils.ts": `` }, "name it after its one concept"],
		["a folder that the layout does not know", { "misc/a.ts": `` }, "src/misc is no folder of the layout"],
	])("catch %s", (_, files, expected) => {
		expect(check(files as Record<string, string>).join("\n")).toContain(expected);
	});

	it("let a comment or a string name what code must not use", () => {
		expect(
			check({
				"graph/a.ts": `// process.env and Date.now() are not read here\nexport const x = new Date(0);`,
			}),
		).toEqual([]);
	});
});
