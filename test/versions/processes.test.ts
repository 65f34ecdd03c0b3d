import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { ActionCall } from "../runner/spawn.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST, makeWorkspace, type Workspace } from "./workspace.ts";

/** The git commands that are started by what is run with this PATH; what a git starts itself is left out. */
async function counted(work: (path: string) => Promise<void>): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), "sluice-count-"));
	try {
		const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
		const log = join(folder, "log");
		writeFileSync(log, "");
		const script = `#!/bin/sh\n[ -n "$COUNTED" ] || echo "$@" >> '${log}'\nCOUNTED=1 exec '${real}' "$@"\n`;
		writeFileSync(join(folder, "git"), script, { mode: 0o755 });
		await work(`${folder}${delimiter}${process.env.PATH ?? ""}`);
		return readFileSync(log, "utf8")
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => line.replaceAll(/-c \S+ /g, "").split(" ")[0] ?? "")
			.sort();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Those of the version action, and the versions. */
async function processes(
	work: Workspace,
	inputs: Record<string, string> = {},
	call: Partial<ActionCall> = {},
): Promise<{ commands: string[]; versions: Record<string, string> }> {
	let versions: Record<string, string> = {};
	const commands = await counted(async (path) => {
		const run = await work.version(inputs, { ...call, environment: { PATH: path, ...call.environment } });
		expect(run.code, run.stdout).toBe(0);
		versions = JSON.parse(run.outputs.versions ?? "{}");
	});
	return { commands, versions };
}

const CLI = resolve(process.env.SLUICE_ENTRIES === "dist" ? "dist/cli/index.js" : "build/cli/main.js");

/** Those of `sluice version`, as a person runs it, and what it says. */
async function terminal(
	directory: string,
): Promise<{ commands: string[]; services: { service: string; version: string; bump: string }[] }> {
	const home = mkdtempSync(join(tmpdir(), "sluice-home-"));
	let services: { service: string; version: string; bump: string }[] = [];
	try {
		const commands = await counted(async (path) => {
			const { stdout } = await promisify(execFile)(process.execPath, [CLI, "version", "--json"], {
				cwd: directory,
				env: { PATH: path, HOME: home },
			});
			services = JSON.parse(stdout).services;
		});
		return { commands, services };
	} finally {
		rmSync(home, { recursive: true });
	}
}

const THREE = ["cat-file", "log", "ls-remote"];

function services(count: number): Record<string, string> {
	const files: Record<string, string> = {};
	for (let index = 0; index < count; index++) {
		files[`s${index}/sluice.service.yaml`] = MANIFEST(`s${index}`);
		files[`s${index}/a.txt`] = "1";
	}
	return files;
}

function release(work: Workspace, count: number): void {
	for (let index = 0; index < count; index++) work.git("tag", "-a", "-m", "x", `s${index}/v1.0.0`);
	work.push();
}

describe("the number of git processes", () => {
	it("is three for one service, tagged or not", async () => {
		await using work = makeWorkspace();
		expect((await processes(work)).commands).toEqual(THREE);
		work.git("tag", "v1.0.0");
		work.push();
		expect((await processes(work)).commands).toEqual(THREE);
		work.commit("fix: x", { "a.txt": "2" });
		work.push();
		const { commands, versions } = await processes(work);
		expect(commands).toEqual(THREE);
		expect(versions.shop).toMatch(/^1\.0\.1-0\.main\.1\+/);
	});

	it("is three for fifty services, one of them unreleased, and for one", async () => {
		await using work = makeWorkspace(services(50));
		release(work, 49);
		work.commit("feat: x", { "s3/a.txt": "2", "s49/a.txt": "2" });
		work.push();
		const { commands, versions } = await processes(work);
		expect(commands).toEqual(THREE);
		expect(versions.s3).toMatch(/^1\.1\.0-0\.main\.1\+/);
		expect(versions.s4).toBe("1.0.0");
		expect(versions.s49).toMatch(/^0\.1\.0-0\.main\.2\+/);
		expect((await processes(work, { services: "s3" })).commands).toEqual(THREE);
	});

	it("is three where the highest tags lie on another line, and where they are not in the clone", async () => {
		await using work = makeWorkspace(services(2));
		release(work, 2);
		work.git("checkout", "--quiet", "-b", "next");
		for (let minor = 0; minor < 3; minor++) {
			work.commit("feat!: x", { "s0/a.txt": `next ${minor}` });
			work.git("tag", `s0/v2.${minor}.0`);
		}
		work.push();
		work.git("checkout", "--quiet", "main");
		work.commit("fix: x", { "s0/a.txt": "2" });
		work.push();
		const first = await processes(work);
		expect(first.commands).toEqual(THREE);
		expect(first.versions.s0).toMatch(/^1\.0\.1-0\.main\.1\+/);
		const clone = mkdtempSync(join(tmpdir(), "sluice-clone-"));
		try {
			work.git("clone", "--quiet", "--single-branch", "--no-tags", `file://${work.origin}`, clone);
			const second = await processes(work, {}, { directory: clone });
			expect(second.commands).toEqual(THREE);
			expect(second.versions).toEqual(first.versions);
		} finally {
			rmSync(clone, { recursive: true });
		}
	});

	it("is three with merges, also where contents must be compared", async () => {
		await using work = makeWorkspace(services(3));
		work.git("checkout", "--quiet", "-b", "side");
		work.commit("feat: side", { "s1/a.txt": "side" });
		work.git("checkout", "--quiet", "main");
		work.commit("fix: main", { "s0/a.txt": "2" });
		release(work, 3);
		work.git("merge", "--quiet", "-s", "ours", "-m", "Merge side", "side");
		work.push();
		const { commands, versions } = await processes(work);
		expect(commands).toEqual(THREE);
		expect(versions.s0).toBe("1.0.0");
		expect(versions.s1).toMatch(/^1\.1\.0-0\.main\.1\+/);
	});

	it("is three on a pull request, its own references included", async () => {
		await using work = makeWorkspace(services(2));
		release(work, 2);
		work.git("checkout", "--quiet", "-b", "topic");
		const head = work.commit("feat: x", { "s0/a.txt": "2" });
		work.push();
		work.git("checkout", "--quiet", "main");
		const base = work.commit("fix: y", { "s1/a.txt": "2" });
		work.push();
		work.git("merge", "--quiet", "--no-ff", "-m", "Merge", "topic");
		const merge = work.head();
		work.git("push", "--quiet", "origin", `${merge}:refs/pull/7/merge`, `${head}:refs/pull/7/head`);
		const repo = { full_name: "acme/shop" };
		const { commands, versions } = await processes(
			work,
			{},
			{
				event: "pull_request",
				payload: {
					number: 7,
					pull_request: {
						number: 7,
						head: { ref: "topic", sha: head, repo },
						base: { ref: "main", sha: base, repo },
					},
					repository: { default_branch: "main", full_name: "acme/shop" },
				},
				environment: { GITHUB_SHA: merge, GITHUB_REF: "refs/pull/7/merge" },
			},
		);
		expect(commands).toEqual(THREE);
		expect(versions.s0).toMatch(/^1\.1\.0-0\.dev\.pr\.7\.1\+topic\./);
	});

	it("is one more for reverts of what was released before, however many services have them", async () => {
		const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
		const manifests = names.map((name) => [`${name}/sluice.service.yaml`, MANIFEST(name)]);
		const step = (place: number, message: string, files: MadeCommit["files"]): MadeCommit => ({
			parents: place === 0 ? [] : [place - 1],
			message,
			date: place * 60,
			files,
		});
		const before = [step(0, "feat: first", Object.fromEntries(manifests))];
		for (const name of names) before.push(step(before.length, `feat: ${name}`, { [`${name}/a.txt`]: "new" }));
		// So many that the walk ends before it meets what is reverted.
		for (let at = 0; at < 150; at++) before.push(step(before.length, "fix: x", { other: `${at}` }));
		const tags = names.map((name) => ({ name: `${name}/v1.0.0`, at: before.length - 1 }));
		await using first = makeHistory(before, tags);
		const all = [...before];
		for (const [index, name] of names.entries()) {
			all.push(step(all.length, `feat: ${name}`, { [`${name}/b.txt`]: "new" }));
			const message = `Revert "feat: ${name}"\n\nThis reverts commit ${first.hashes[index + 1]}.`;
			all.push(step(all.length, message, { [`${name}/a.txt`]: undefined }));
		}
		await using history = makeHistory(all, tags);
		const { commands, services } = await terminal(history.directory);
		expect(commands).toEqual(["cat-file", "log", "rev-list"]);
		// The title is that of a commit of the range, which the hash says is not meant.
		expect(services.map(({ bump }) => bump)).toEqual(names.map(() => "minor"));
	});

	it("is one more where a highest tag's line parted long ago, with reverts or an unreleased service", async () => {
		const names = ["s0", "s1", "s2"];
		const made: MadeCommit[] = [];
		const step = (message: string, files: MadeCommit["files"], parent = made.length - 1): number =>
			made.push({ parents: parent < 0 ? [] : [parent], message, date: made.length * 60, files }) - 1;
		step(
			"feat: first",
			Object.fromEntries(names.map((name) => [`${name}/sluice.service.yaml`, MANIFEST(name)])),
		);
		const reverted = step("feat: s1", { "s1/a.txt": "new" });
		const other = step("feat!: next", { "s0/a.txt": "next" });
		step("fix: x", { other: "0" }, reverted);
		// The line of the highest tag is not met again before git is asked.
		for (let at = 1; at < 2_600; at++)
			step("fix: x", { other: `${at}`, ...(at % 100 === 0 && { "s2/x": `${at}` }) });
		const tags = names.map((name) => ({ name: `${name}/v1.0.0`, at: made.length - 1 }));
		tags.push({ name: "s0/v2.0.0", at: other });
		await using first = makeHistory(made, tags);
		const message = `Revert "feat: s1"\n\nThis reverts commit ${first.hashes[reverted]}.`;
		step(message, { "s1/a.txt": undefined });
		step("feat: s0", { "s0/a.txt": "main" });
		for (const [unreleased, expected] of [
			[false, ["cat-file", "log", "rev-list"]],
			[true, ["cat-file", "log", "log"]],
		] as const) {
			await using history = makeHistory(
				made,
				tags.filter(({ name }) => !(unreleased && name.startsWith("s2/"))),
			);
			const { commands, services } = await terminal(history.directory);
			expect(services.map(({ bump }) => bump).slice(0, 2)).toEqual(["minor", "patch"]);
			expect(services[0]?.version).toMatch(/^1\.1\.0-/);
			if (unreleased) expect(services[2]?.version).toMatch(/^0\.1\.0-0\.main\.26\+/);
			expect(commands).toEqual(expected);
		}
	});

	it("does not grow with the release candidates that are published", async () => {
		await using work = makeWorkspace(services(20));
		release(work, 20);
		work.git("checkout", "--quiet", "-b", "release/1.1");
		const all = (text: string) =>
			Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`s${index}/a.txt`, text]));
		for (const [number, text] of ["2", "3"].entries()) {
			work.commit(`fix: ${text}`, all(text));
			work.push();
			const { commands, versions } = await processes(work, { publish: "true" });
			expect(versions.s19).toBe(`1.1.0-rc.${number + 1}`);
			// The candidates that are there already cost one question, and the push another look.
			const asked = number === 0 ? [] : ["rev-list"];
			expect(commands).toEqual([...THREE, "ls-remote", "push", "remote", ...asked, "update-ref"].sort());
		}
		expect(Object.keys(work.originTags())).toHaveLength(60);
		expect(work.git("tag").split("\n")).toHaveLength(60);
	});

	it("is two in a terminal whose clone has the tags, and three where the remote is asked", async () => {
		await using work = makeWorkspace();
		expect((await terminal(work.directory)).commands).toEqual(THREE);
		work.git("tag", "-a", "-m", "x", "v1.0.0");
		const { commands, services } = await terminal(work.directory);
		expect(commands).toEqual(["cat-file", "log"]);
		expect(services).toHaveLength(1);
	});
});
