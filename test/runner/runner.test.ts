import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseOutputs, spawnAction } from "./spawn.ts";

/**
 * The seam to the runner, tested by spawning a small action that is built on it: what counts is what the
 * process writes into the runner's files and how it ends, not which function was called.
 */

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "sluice-runner-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes an action whose `run` has this body, and spawns it. */
async function act(
	body: string,
	inputs: Record<string, string> = {},
	environment: Record<string, string> = {},
) {
	const entry = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
	writeFileSync(
		entry,
		`import { runAction } from ${JSON.stringify(resolve("build/runner/entry.js"))};
import { COMMON_INPUTS } from ${JSON.stringify(resolve("build/runner/action.js"))};
import { UserError } from ${JSON.stringify(resolve("build/runner/errors.js"))};
const report = { headline: "done", markdown: "### done", outputs: {}, exitCode: 0 };
await runAction({
	name: "sample", description: "", outputs: [], examples: [],
	inputs: [...COMMON_INPUTS,
		{ name: "needed", description: "" }, { name: "names", description: "" }, { name: "flag", description: "", default: "false" },
		{ name: "mode", description: "" }, { name: "count", description: "" }, { name: "token", description: "", secret: true },
		{ name: "future", description: "", later: true }],
	parse: (inputs) => inputs,
	ports: (host) => host,
	run: async (inputs, host) => { const problems = []; ${body}; return { schema: "sample.result.v1", problems }; },
	report: () => report,
});
`,
	);
	return spawnAction("sample", { entry, directory: folder, inputs, environment });
}

describe("inputs", () => {
	it("names a missing input and the fix", async () => {
		const run = await act(`inputs.required("needed")`);
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(
			"::error::Input 'needed' is required and was not given%0AAdd 'needed:' under 'with:'",
		);
	});

	it("takes an empty string for not given", async () => {
		const run = await act(`report.headline = String(inputs.text("needed"))`, { needed: "" });
		expect(run.stdout).toContain("undefined");
		expect(run.code).toBe(0);
	});

	it("reads lists by line, by comma where names are plain, and as JSON", async () => {
		const read = async (value: string) =>
			(
				await act(`report.outputs.names = JSON.stringify(inputs.list("names", { commas: true }))`, {
					names: value,
				})
			).outputs.names;
		expect(await read("a\r\nb, c\n # a comment\n\n  d  ")).toBe('["a","b","c","d"]');
		expect(await read('["x, y", "z"]')).toBe('["x, y","z"]');
		const run = await act(`inputs.list("names")`, { names: "[1, 2]" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("Input 'names' begins like a JSON array");
	});

	it("reads YAML 1.2 booleans and refuses the others by name", async () => {
		expect(
			(await act(`report.outputs.flag = String(inputs.boolean("flag"))`, { flag: "TRUE" })).outputs.flag,
		).toBe("true");
		const run = await act(`inputs.boolean("flag")`, { flag: "yes" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(`Input 'flag' is "yes"`);
	});

	it("lists the allowed values of an enum", async () => {
		const run = await act(`inputs.choice("mode", ["hold", "close"])`, { mode: "open" });
		expect(run.stdout).toContain("Allowed: hold, close.");
		expect(run.code).toBe(1);
	});

	it("reads whole numbers only", async () => {
		for (const value of ["-1", "1.5", "0x10", "9007199254740993"]) {
			const run = await act(`inputs.integer("count")`, { count: value });
			expect(run.code, value).toBe(1);
		}
		expect((await act(`report.outputs.n = String(inputs.integer("count"))`, { count: "12" })).outputs.n).toBe(
			"12",
		);
	});

	it("refuses an input that waits for later rather than ignoring it", async () => {
		const run = await act("", { future: "x" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("Input 'future' is not supported yet");
	});

	it("keeps white space and marks that are data", async () => {
		expect(
			(
				await act(`report.outputs.text = JSON.stringify(inputs.text("needed"))`, {
					needed: "\ufeffdeadbeef ",
				})
			).outputs.text,
		).toBe(JSON.stringify("\ufeffdeadbeef "));
	});
});

describe("outputs", () => {
	it("writes each under a random delimiter that a value can't forge", async () => {
		const body = `report.outputs.value = "a\\nEOF\\nevil=1\\nghadelimiter_x\\nb"`;
		const first = await act(body);
		const second = await act(body);
		expect(first.outputs.value).toBe("a\nEOF\nevil=1\nghadelimiter_x\nb");
		expect(first.outputs.evil).toBeUndefined();
		const delimiter = (text: string) => /value<<(.+)/.exec(text)?.[1];
		expect(delimiter(first.rawOutputs)).toMatch(/^ghadelimiter_[0-9a-f-]{36}$/);
		expect(delimiter(first.rawOutputs)).not.toBe(delimiter(second.rawOutputs));
	});

	it("leaves the largest output empty above the limit, says so, and keeps the rest whole", async () => {
		const run = await act(`report.outputs.large = "x".repeat(50000); report.outputs.small = "kept"`);
		expect(run.outputs.large).toBe("");
		expect(run.outputs.small).toBe("kept");
		expect(run.result.problems).toMatchObject([{ code: "output-too-large", severity: "warning" }]);
		expect(run.stdout).toContain("Output 'large' has 50000 bytes");
		expect(run.code).toBe(0);
	});

	it("gives the whole result as a file", async () => {
		const run = await act(`problems.push({ severity: "notice", code: "seen", message: "m" })`);
		expect(run.result).toEqual({
			schema: "sample.result.v1",
			problems: [{ severity: "notice", code: "seen", message: "m" }],
		});
	});
});

describe("summary", () => {
	it("is written once, and not at all when it is switched off", async () => {
		expect((await act("")).summary).toBe("### done\n");
		expect((await act("", { summary: "false" })).summary).toBe("");
	});

	it("is cut below GitHub's limit at the end of a line", async () => {
		const run = await act(`report.markdown = ("| é | cell |\\n").repeat(100000)`);
		expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
		const lines = run.summary.trimEnd().split("\n");
		expect(lines.at(-1)).toBe("…cut here: the whole is in the result file.");
		expect(lines.slice(0, -2).every((line) => line === "| é | cell |")).toBe(true);
	});
});

describe("annotations", () => {
	it("stay within ten of a kind, one error kept for the failure, and count the rest", async () => {
		const run = await act(
			`for (let i = 0; i < 25; i++) { problems.push({ severity: "error", code: "e", message: "e" + i, file: "a.ts", line: 3 }); problems.push({ severity: "warning", code: "w", message: "w" + i }); }`,
		);
		expect(run.stdout.match(/^::error /gm)).toHaveLength(9);
		expect(run.stdout.match(/^::warning /gm)).toHaveLength(10);
		expect(run.stdout).toContain("::error title=e,file=a.ts,line=3::e0");
		expect(run.stdout).toContain("31 more problems");
	});

	it("escape what could end or forge a command", async () => {
		const run = await act(
			`problems.push({ severity: "error", code: "e", message: "a\\n::set-output name=x::y", file: "x,line=9::z" }); host.log.info("::add-mask::x\\n ::error::forged")`,
		);
		expect(run.stdout).toContain("a%0A::set-output name=x::y");
		expect(run.stdout).toContain("file=x%2Cline=9%3A%3Az");
		expect(run.stdout).not.toMatch(/^\s*::add-mask/m);
		expect(run.stdout).not.toMatch(/^\s*::error::forged/m);
	});
});

describe("masking and groups", () => {
	it("masks a secret input before anything else is printed", async () => {
		const run = await act(`host.log.info("hello")`, { token: "s3cret" });
		expect(run.stdout.indexOf("::add-mask::s3cret")).toBeGreaterThanOrEqual(0);
		expect(run.stdout.indexOf("::add-mask::s3cret")).toBeLessThan(run.stdout.indexOf("hello"));
	});

	it("closes a group when its work throws", async () => {
		const run = await act(`await host.log.group("work", async () => { throw new Error("inside") })`);
		expect(run.stdout).toMatch(/::group::work[\s\S]*::endgroup::/);
		expect(run.code).toBe(1);
	});
});

describe("whatever is thrown fails the step", () => {
	const cases: [string, string, string][] = [
		["a UserError", `throw new UserError("c", "It broke", { hint: "Mend it." })`, "It broke%0AMend it."],
		["an Error", `throw new Error("our defect")`, "A defect of Sluice: Error: our defect"],
		["a string", `throw "text"`, "A defect of Sluice: text"],
		["undefined", `throw undefined`, "A defect of Sluice: undefined"],
		["an object", `throw { a: 1 }`, `A defect of Sluice: {"a":1}`],
		[
			"a promise that nobody awaits",
			`Promise.reject(new Error("unheard")); await new Promise((r) => setTimeout(r, 200))`,
			"unheard",
		],
		[
			"a throw in a timer",
			`setTimeout(() => { throw new Error("late") }, 10); await new Promise((r) => setTimeout(r, 200))`,
			"late",
		],
	];
	it.each(cases)("%s", async (_, body, expected) => {
		const run = await act(body);
		expect(run.stdout).toContain(expected);
		expect(run.code).toBe(1);
	});

	it("says where, for a file", async () => {
		const run = await act(
			`throw new UserError("c", "Unknown key", { file: "sluice.yaml", line: 3, column: 5 })`,
		);
		expect(run.stdout).toContain(
			"::error title=c,file=sluice.yaml,line=3,col=5::sluice.yaml:3:5: Unknown key",
		);
		expect(run.code).toBe(1);
	});

	it("and the summary tells it", async () => {
		const run = await act(`throw new UserError("c", "It <b>broke</b>")`);
		expect(run.summary).toContain("### sample: failed");
		expect(run.summary).not.toContain("<b>");
	});
});

describe("the working directory", () => {
	it("must exist", async () => {
		const run = await act("", { "working-directory": "nowhere" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("There is no folder 'nowhere' in the workspace");
		const outside = await act("", { "working-directory": "../.." });
		expect(outside.code).toBe(1);
		expect(outside.stdout).toContain("The folder '../..' is outside of the workspace");
	});
});

it("reads outputs as the runner does", () => {
	expect(parseOutputs("a<<X\n1\n2\nX\nb<<Y\n\nY\n")).toEqual({ a: "1\n2", b: "" });
});

describe("before any effect", () => {
	it("a summary that is no boolean is refused", async () => {
		const run = await act(`host.log.info("an effect")`, { summary: "maybe" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("Input 'summary' is");
		expect(run.stdout).not.toContain("an effect");
		expect(run.rawOutputs).toBe("");
	});
});

describe("what the machine refuses", () => {
	it("is no defect of ours, and names the path", async () => {
		const run = await act(
			`throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/x/y" })`,
		);
		expect(run.stdout).toContain("::error::/x/y can't be used: permission is denied");
		expect(run.code).toBe(1);
	});
});

describe("several errors of one kind", () => {
	it("are all told, the first as the annotation", async () => {
		const run = await act(
			`const { problemsAsError } = await import(${JSON.stringify(resolve("build/runner/problem.js"))});
			throw problemsAsError([1, 2].map((line) => ({ severity: "error", code: "c", message: "wrong " + line, file: "a.yaml", line, hint: "Mend it." })));`,
		);
		expect(run.stdout).toContain(
			"::error title=c,file=a.yaml,line=1::a.yaml:1: wrong 1%0AMend it.%0Aa.yaml:2: wrong 2. Mend it.",
		);
	});
});
