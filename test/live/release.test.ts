import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GitHubServer, startGitHub } from "../github/server.ts";
import { type ActRun, PROJECT, runAct } from "../workflows/act.ts";
import { jobOf, stepOf } from "../workflows/act-log.ts";
import { commitFolder, makeLocalRepositories, renderWorkflows } from "../workflows/repositories.ts";

/** release.yml by act, over a bare repository behind the scripted GitHub server. */

const NAME = "sluice-actions/sluice";
const TOKEN = "release-token";
const WORKFLOW = ".github/workflows/release.yml";

/** npm installs nothing here: the sources that dist/ is made of are one file. */
const PACKAGE = {
	name: "sluice",
	version: "0.0.0",
	scripts: { "build:dist": "node -e \"require('fs').copyFileSync('source.txt', 'dist/built.txt')\"" },
};

let folder = "";
let work = "";
let bare = "";
let server: GitHubServer;
let localRepositories: Record<string, string> = {};

const git = (...args: string[]) =>
	execFileSync(
		"git",
		["-C", work, "-c", "user.name=Test", "-c", "user.email=test@example.invalid", ...args],
		{
			encoding: "utf8",
		},
	).trim();
const refs = () =>
	new Map(
		execFileSync("git", ["-C", bare, "for-each-ref", "--format=%(refname) %(objectname)"], {
			encoding: "utf8",
		})
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => line.split(" ") as [string, string]),
	);
const show = (object: string) => execFileSync("git", ["-C", bare, "show", object], { encoding: "utf8" });

/** Takes what the server committed to main. */
function pull(): void {
	git("fetch", "--quiet", bare, "main");
	git("reset", "--quiet", "--hard", "FETCH_HEAD");
}

async function commit(message: string, files: Record<string, string>): Promise<string> {
	pull();
	for (const [name, text] of Object.entries(files)) await writeFile(join(work, name), text);
	git("add", "--all", "--force");
	git("commit", "--quiet", "--no-gpg-sign", "--message", message);
	git("push", "--quiet", bare, "HEAD:main");
	return git("rev-parse", "HEAD");
}

function release(): Promise<ActRun> {
	return runAct({
		repository: work,
		name: NAME,
		workflow: WORKFLOW,
		event: "workflow_dispatch",
		localRepositories,
		checkouts: { [NAME]: server.origin },
		secrets: { GITHUB_TOKEN: TOKEN },
		env: server.environment,
	});
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "sluice-release-"));
	work = join(folder, "work");
	bare = join(folder, "sluice.git");
	const suite = join(folder, "suite");
	const coordinates = { owner: "sluice-actions", name: "sluice", tag: "v0.1.0" };
	for (const path of ["actions/version/action.yml", "dist/version"])
		await cp(join(PROJECT, path), join(suite, path), { recursive: true });
	await commitFolder(suite, "suite", "v0.1.0");
	await mkdir(work);
	for (const path of [
		WORKFLOW,
		"scripts/release.ts",
		"scripts/release",
		"sluice.yaml",
		"sluice.service.yaml",
	])
		await cp(join(PROJECT, path), join(work, path), { recursive: true });
	await renderWorkflows(work, coordinates);
	await mkdir(join(work, "dist", "version"), { recursive: true });
	await writeFile(join(work, "dist/version/index.js"), "// bundled\n");
	await writeFile(join(work, "dist/built.txt"), "one");
	await writeFile(join(work, "source.txt"), "one");
	await writeFile(join(work, "package.json"), JSON.stringify(PACKAGE));
	const { scripts: _, ...locked } = PACKAGE;
	const lock = { ...locked, lockfileVersion: 3, requires: true, packages: { "": locked } };
	await writeFile(join(work, "package-lock.json"), JSON.stringify(lock));
	const changelog = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Written by hand.\n";
	await writeFile(join(work, "CHANGELOG.md"), changelog);
	await commitFolder(work, "feat: begin");
	execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", bare]);
	git("push", "--quiet", bare, "HEAD:main");
	server = await startGitHub({ bare, name: NAME, token: TOKEN });
	localRepositories = {
		...(await makeLocalRepositories(join(folder, "stand-ins"), [PROJECT])),
		"sluice-actions/sluice@v0.1.0": suite,
	};
});

afterAll(async () => {
	await server?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true });
});

it("makes the tag, then its release, then the changelog; and nothing of it twice", {
	timeout: 180_000,
}, async () => {
	const first = git("rev-parse", "HEAD");
	const run = await release();
	expect(run.code, run.output).toBe(0);
	expect(refs().get("refs/tags/v0.1.0")).toBe(first);
	// A tag of MAJOR 0 would move over breaking changes.
	expect(refs().get("refs/tags/v0.1")).toBe(first);
	expect(refs().has("refs/tags/v0")).toBe(false);
	const api = server.calls.filter((call) => !call.startsWith("git "));
	expect(api).toEqual(["repository", "updateRefs", "release", "releases", "contents", "change"]);
	expect(server.releases.get("v0.1.0")).toMatchObject({ prerelease: false, make_latest: "legacy" });
	expect(String(server.releases.get("v0.1.0")?.body)).toMatch(/^## Features\n\n- begin \(\[/);
	const changelog = show("main:CHANGELOG.md");
	expect(changelog).toMatch(
		/## \[Unreleased\]\n\n## \[0\.1\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Written by hand\.\n\n### Features\n\n- begin/,
	);
	expect(run.output).not.toContain(TOKEN);

	// The same commit again: what is there stays.
	const again = await release();
	expect(again.code, again.output).toBe(0);
	expect(stepOf(jobOf(again.jobs, "release"), "The release of the tag, and the changelog").log).toContain(
		"The release of v0.1.0 is there already",
	);
	expect(show("main:CHANGELOG.md")).toBe(changelog);

	// The changelog's own commit is no release.
	pull();
	const nothing = await release();
	expect(nothing.code, nothing.output).toBe(0);
	expect(server.releases.size).toBe(1);

	// Release-As leaves 0, and v1 begins to move.
	const one = await commit("feat!: settle\n\nRelease-As: 1.0.0", {
		"source.txt": "1",
		"dist/built.txt": "1",
	});
	expect((await release()).code).toBe(0);
	const two = await commit("fix: what was wrong", { "source.txt": "2", "dist/built.txt": "2" });
	expect(refs().get("refs/tags/v1")).toBe(one);
	expect((await release()).code).toBe(0);
	expect(refs().get("refs/tags/v1.0.1")).toBe(two);
	expect(refs().get("refs/tags/v1")).toBe(two);
	expect(refs().get("refs/tags/v1.0.0")).toBe(one);
});

it("makes nothing where dist/ is not what the sources give", { timeout: 120_000 }, async () => {
	await commit("feat: more", { "source.txt": "3" });
	const tags = refs();
	const run = await release();
	expect(run.code).toBe(1);
	expect(jobOf(run.jobs, "dist").result).toBe("failure");
	expect(refs()).toEqual(tags);
});
