import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeRepository } from "../git/repository.ts";
import { spawnAction } from "../runner/spawn.ts";

/** What is committed in dist/: that it is whole, that it starts, and that it names what it is made of. */

const actions = readdirSync("actions");
const bundles = [...actions, "cli"];

const scripts = (name: string) =>
	readdirSync(join("dist", name), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".js"))
		.map((file) => readFileSync(join("dist", name, file), "utf8"));

describe.each(bundles)("dist/%s", (name) => {
	it("has the licence of every package that it holds", () => {
		const packages = new Set<string>();
		for (const text of scripts(name)) {
			for (const [, found] of text.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g))
				if (found !== undefined) packages.add(found);
		}
		expect(packages.size).toBeGreaterThan(2);
		const licences = readFileSync(join("dist", name, "licenses.txt"), "utf8").split("\n");
		for (const each of packages) {
			expect(licences, each).toContain(each);
			// The name alone is no licence.
			const text = licences.slice(licences.indexOf(each) + 1, licences.indexOf(each) + 12).join("\n");
			expect(text, each).toMatch(/copyright|permission|licen[cs]e/i);
		}
	});

	it("holds nothing of the machine that made it, and nothing that fails at run time", () => {
		for (const text of scripts(name)) {
			expect(text).not.toContain(process.cwd());
			// sigstore's HTTP client asks for Kerberos inside a try, and does without.
			const rest = text.replaceAll('eval("require")("kerberos")', "");
			expect(rest).not.toMatch(/webpackMissingModule|eval\("require"\)/);
		}
	});
});

describe.each(actions)("actions/%s", (name) => {
	const definition = parse(readFileSync(`actions/${name}/action.yml`, "utf8"));

	it("runs on node24 from its bundle, and names nothing else", () => {
		expect(definition.runs).toEqual({ using: "node24", main: `../../dist/${name}/index.js` });
		expect(existsSync(join("actions", name, definition.runs.main))).toBe(true);
		expect(readdirSync(join("actions", name)).sort()).toEqual(["README.md", "action.yml"]);
	});

	it("starts from its bundle and says what is wrong with a folder that is no repository", async () => {
		const run = await spawnAction(name, {
			entry: join(process.cwd(), "dist", name, "index.js"),
			directory: "/",
			inputs: {},
		});
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("::error");
		expect(run.stdout).not.toContain("A defect of Sluice");
	});
});

it("the root action is the gate, with the same inputs and outputs", () => {
	const root = parse(readFileSync("action.yml", "utf8"));
	const gate = parse(readFileSync("actions/gate/action.yml", "utf8"));
	expect(root.runs.main).toBe("dist/gate/index.js");
	expect({ ...root, runs: undefined }).toEqual({ ...gate, runs: undefined });
});

it("the root action works in a repository without any manifest", async () => {
	await using repository = makeRepository({ "a.txt": "1\n" });
	const root = parse(readFileSync("action.yml", "utf8"));
	const needs = JSON.stringify({ test: { result: "success", outputs: null } });
	const run = await spawnAction("gate", {
		entry: join(process.cwd(), root.runs.main),
		directory: repository.directory,
		inputs: { needs },
	});
	expect(run.code).toBe(0);
	expect(run.outputs).toMatchObject({ open: "true", verdict: "open" });
	const red = await spawnAction("gate", {
		entry: join(process.cwd(), root.runs.main),
		directory: repository.directory,
		inputs: { needs: JSON.stringify({ test: { result: "failure", outputs: null } }) },
	});
	expect(red.code).toBe(1);
	expect(red.outputs).toMatchObject({ open: "false", verdict: "closed" });
});
