import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml, type ScalarRules } from "#src/catalog/yaml.js";

const RULES: ScalarRules = { numbers: new Set(["port"]), texts: new Set(["env"]) };
const read = (text: string) => readYaml(text, "f.yaml", RULES);
const codes = (text: string) =>
	read(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe("readYaml", () => {
	it("keeps numbers as they are written, but where numbers are meant", () => {
		expect(read("version: 1.10\nport: 8080\nrange: 2\nhex: 0x10\nkeys: {1: a}").value).toEqual({
			version: "1.10",
			port: 8080,
			range: "2",
			hex: "0x10",
			keys: { 1: "a" },
		});
	});

	it("takes all values of an environment as text, and leaves booleans elsewhere", () => {
		expect(read("env: {PORT: 8080, DEBUG: true, port: 1}\noptional: true\ntest: no").value).toEqual({
			env: { PORT: "8080", DEBUG: "true", port: "1" },
			optional: true,
			test: "no",
		});
	});

	it("leaves out keys that begin with x-, but not in an environment", () => {
		expect(read("x-a: &a {run: t}\nb: *a\nenv: {x-y: 1}").value).toEqual({
			b: { run: "t" },
			env: { "x-y": "1" },
		});
	});

	it.each([
		["a: 1\nb: 2\na: 3", "duplicate-key 3:1"],
		['1: a\n"1": b', "duplicate-key 2:1"],
		["a: {<<: {b: 1}}", "yaml-merge-key 1:5"],
		["a: 1\n---\nb: 2", "yaml-several-documents 2:1"],
		["a: [1", "yaml-invalid 1:6"],
		["a: *b", "yaml-invalid 1:4"],
		["a: !!binary aGk=", "yaml-tag 1:13"],
		["a: !!set {b: }", "yaml-tag 1:10"],
		["a: !mine b", "yaml-invalid 1:4"],
		["__proto__: {a: 1}", "yaml-key 1:1"],
		["? [a]\n: b", "yaml-key 1:3"],
		["", "yaml-empty 1:1"],
		["# only a comment", "yaml-empty 1:1"],
		["%YAML 1.1\n---\na: no", "yaml-version 1:1"],
	])("refuses %j", (text, expected) => {
		expect(codes(text)).toContain(expected);
		expect(read(text).value).toBeUndefined();
	});

	it("stops aliases that multiply, and aliases of themselves", () => {
		const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
		for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg"].map((each) => [...each]))
			bomb.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(",")}]`);
		expect(codes(bomb.join("\n")).join()).toMatch(/^yaml-too-large /);
		expect(codes("a: &a [*a]").join()).toMatch(/^yaml-too-large /);
	});

	it("stops deep nesting and stays quick with many keys", () => {
		expect(read("[".repeat(200_000)).value).toBeUndefined();
		expect(codes(`${"[".repeat(60)}${"]".repeat(60)}`).join()).toMatch(/^yaml-too-large /);
		const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: ${index}`).join("\n");
		const start = performance.now();
		expect(Object.keys(read(keys).value as object)).toHaveLength(40_000);
		expect(performance.now() - start).toBeLessThan(20_000);
	});

	it("knows the place of values, keys and of what is missing", () => {
		const yaml = read("a:\n  b: [1,\n    {c: 2}]\n");
		expect(yaml.place(["a", "b", 1, "c"])).toEqual({ file: "f.yaml", line: 3, column: 9 });
		expect(yaml.place(["a", "b"], "key")).toEqual({ file: "f.yaml", line: 2, column: 3 });
		expect(yaml.place(["a", "b", 1, "missing"])).toEqual({ file: "f.yaml", line: 3, column: 5 });
	});

	it("never throws, whatever the text", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"a: ",
				"- ",
				"&x ",
				"*x",
				"{",
				"}",
				"[",
				"]",
				"!t ",
				"\n",
				"  ",
				"|\n",
				"? ",
				"<<: ",
				"---\n",
				"%",
				'"',
				"'",
				"#",
				"\t",
			),
			fc.string({ maxLength: 4, unit: "binary" }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const { value, problems, place } = read(pieces.join(""));
				expect(problems.length > 0 ? value === undefined : true).toBe(true);
				for (const each of problems) expect(each.message).not.toContain("\n");
				place(["a", 0]);
			}),
			{ numRuns: 2000 },
		);
	});
});
