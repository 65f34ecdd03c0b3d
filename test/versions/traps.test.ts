import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { readHistory } from "#src/git/history.js";
import { repositoryState } from "#src/git/state.js";
import { makeRepository, type TestRepository } from "../git/repository.ts";
import { versionsAt } from "./at-head.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST, makeWorkspace } from "./workspace.ts";

async function versions(repository: TestRepository) {
	const { services } = await versionsAt(repository, { on: null });
	return new Map(services.map((each) => [each.service, each]));
}

/** A commit whose message is taken byte by byte. */
function commitRaw(repository: TestRepository, message: Buffer): void {
	const tree = repository.git("rev-parse", "HEAD^{tree}");
	const parent = repository.git("rev-parse", "HEAD");
	const head = `tree ${tree}\nparent ${parent}\nauthor T <t@example.invalid> 1767300000 +0000\ncommitter T <t@example.invalid> 1767300000 +0000\n\n`;
	const { stdout, status } = spawnSync(
		"git",
		["hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
		{
			cwd: repository.directory,
			input: Buffer.concat([Buffer.from(head), message]),
		},
	);
	expect(status).toBe(0);
	repository.git("reset", "--quiet", "--hard", stdout.toString("utf8").trim());
}

describe("histories that mislead", () => {
	it("is not misled by a tag or a branch that is called HEAD", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.3.0");
		repository.commit("fix: x", { "a.txt": "2" });
		for (const ref of ["refs/tags/HEAD", "refs/heads/HEAD"]) {
			repository.git("update-ref", ref, "HEAD~1");
			expect((await versions(repository)).get("shop")?.version).toMatch(/^1\.3\.1-0\.main\.1\+main\./);
		}
	});

	it("is not misled by a commit that is replaced in this clone", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const first = repository.git("rev-parse", "HEAD");
		repository.git("tag", "v1.3.0");
		const second = repository.commit("feat: x", { "a.txt": "2" });
		repository.commit("fix: y", { "a.txt": "3" });
		repository.git("replace", second, first);
		expect((await versions(repository)).get("shop")?.version).toMatch(/^1\.4\.0-0\.main\.2\+/);
	});

	it("is not misled by a message of 10 MB, forged records and binary junk", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.commit("fix: x", { "a.txt": "2" });
		commitRaw(
			repository,
			Buffer.concat([Buffer.from("fix: large\n\n"), Buffer.alloc(10 * 1024 * 1024, "x y\n")]),
		);
		const hash = "1".repeat(40);
		commitRaw(repository, Buffer.from(`fix: x\n\n\n${hash}\n${hash}\n${hash}\n5\nfeat!: forged\n\na.txt\n`));
		commitRaw(repository, Buffer.from([0xff, 0xfe, 0x01, 0x1b, 0x5b, 0x0a, 0x80, 0xc3, 0x28]));
		const found = await versions(repository);
		expect(found.get("shop")).toMatchObject({ height: 1, bump: "patch" });
	});

	it("follows a service that moves by where it lies today, with nested and shared inputs", async () => {
		await using repository = makeRepository({
			"old/a/sluice.service.yaml": MANIFEST("a"),
			"old/a/x": "1\n2\n3\n",
			"old/a/inner/sluice.service.yaml": MANIFEST("inner"),
			"old/a/inner/y": "1",
			"shared/z": "1",
		});
		for (const name of ["a", "inner"]) repository.git("tag", `${name}/v1.0.0`);
		repository.commit("fix: before the move", { "old/a/x": "1\n2\n4\n" });
		repository.git("mv", "old", "new");
		repository.commit("refactor: move");
		let found = await versions(repository);
		// What changed in the old folder is no input of today's, the move itself is.
		expect(found.get("a")).toMatchObject({ height: 1, changed: true });
		expect(found.get("inner")).toMatchObject({ height: 1, changed: true });
		for (const name of ["a", "inner"]) repository.git("tag", `${name}/v1.1.0`);
		repository.commit("feat: inner", { "new/a/inner/y": "2" });
		found = await versions(repository);
		expect(found.get("a")).toMatchObject({ version: "1.1.0", changed: false });
		expect(found.get("inner")).toMatchObject({ height: 1, bump: "minor" });
	});

	it("counts an evil merge, a squash merge, and main merged into a branch", async () => {
		await using repository = makeRepository({
			"a/sluice.service.yaml": MANIFEST("a"),
			"b/sluice.service.yaml": MANIFEST("b"),
		});
		for (const name of ["a", "b"]) repository.git("tag", `${name}/v1.0.0`);
		repository.git("checkout", "--quiet", "-b", "topic");
		repository.commit("feat: topic", { "a/x": "1" });
		repository.git("checkout", "--quiet", "main");
		repository.commit("fix: main", { "b/x": "1" });
		repository.git("tag", "b/v1.0.1");
		repository.git("checkout", "--quiet", "topic");
		repository.git("merge", "--quiet", "--no-commit", "--no-ff", "main");
		repository.commit("Merge main into topic", { "b/evil": "1" });
		let found = await versions(repository);
		expect(found.get("a")).toMatchObject({ height: 1, bump: "minor" });
		expect(found.get("b")).toMatchObject({ height: 1, bump: "patch", base: { tag: "b/v1.0.1" } });
		repository.git("checkout", "--quiet", "main");
		repository.git("merge", "--quiet", "--squash", "topic");
		repository.commit("Topic (#1)\n\n* feat: topic\n\n* fix: more");
		found = await versions(repository);
		expect(found.get("a")).toMatchObject({ height: 1, bump: "minor" });
		expect(found.get("b")).toMatchObject({ height: 1, bump: "minor" });
	});

	it("takes the higher of two tags on one commit, and leaves out tags that are no commits", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.git("tag", "-a", "-m", "x", "v1.2.0");
		repository.git("tag", "v9.0.0", repository.git("rev-parse", "HEAD:a.txt"));
		repository.commit("fix: x", { "a.txt": "2" });
		expect((await versions(repository)).get("shop")).toMatchObject({ base: { tag: "v1.2.0" }, height: 1 });
	});

	it("counts from a tag that the clone does not hold as from one on another line", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.0.0");
		work.commit("fix: x", { "a.txt": "2" });
		work.push();
		// Somebody else is ahead.
		work.commit("feat!: newer", { "a.txt": "3" });
		work.git("tag", "v2.0.0");
		work.push();
		work.git("tag", "-d", "v2.0.0");
		work.git("reset", "--quiet", "--hard", "HEAD~1");
		work.git("reflog", "expire", "--expire=now", "--all");
		work.git("update-ref", "-d", "refs/remotes/origin/main");
		work.git("gc", "--quiet", "--prune=now");
		const run = await work.version();
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs.version).toMatch(/^1\.0\.1-0\.main\.1\+/);
	});

	it("looks behind the base for a way to it that clocks hide", async () => {
		// The base reaches `side` through one commit alone whose clock is far behind; a merge after it does directly.
		const file = (parents: number[], date: number, path: string): MadeCommit => ({
			parents,
			date,
			message: "feat: x",
			files: { [path]: `${date}` },
		});
		await using history = makeHistory(
			[
				{ ...file([], 100, "a.txt"), message: "fix: first" },
				file([0], 400, "b.txt"),
				file([1], 900, "side.txt"),
				file([2], 10, "late.txt"),
				file([1, 3], 500, "base.txt"),
				file([4, 2], 1_000, "c.txt"),
			],
			[{ name: "v1.0.0", at: 4 }],
		);
		const { one } = await versionsAt(history, { on: null });
		expect(one).toMatchObject({ base: { tag: "v1.0.0" }, height: 1 });
	});

	it("is not kept from a version by tags of something else whose history can't be read", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.commit("fix: one", { "a.txt": "2" });
		repository.git("checkout", "--quiet", "--orphan", "other");
		repository.commit("first", { "b.txt": "1" });
		const lost = repository.git("rev-parse", "HEAD");
		repository.commit("second", { "b.txt": "2" });
		repository.git("tag", "other-2.0.0");
		repository.git("checkout", "--quiet", "main");
		rmSync(join(repository.directory, ".git/objects", lost.slice(0, 2), lost.slice(2)));
		const { one } = await versionsAt(repository, { on: null });
		expect(one).toMatchObject({ base: { tag: "v1.0.0" }, height: 1 });
	});

	it("takes paths for what they are, whatever the environment says of them", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.commit("fix: one", { "a.txt": "2" });
		const git = openGit({
			directory: repository.directory,
			environment: { ...process.env, GIT_LITERAL_PATHSPECS: "1" },
		});
		const seen: string[] = [];
		const { head, prefix } = await repositoryState(git);
		await readHistory(git, head, ({ hash }) => seen.push(hash) > 0, { paths: ["a.txt"], prefix });
		expect(seen).toHaveLength(2);
	});

	it("says that a repository has no commit, and that a folder is in none", async () => {
		await using repository = makeRepository();
		const state = (directory: string) =>
			repositoryState(openGit({ directory, environment: { ...process.env, GIT_CEILING_DIRECTORIES: "/" } }));
		await expect(state(repository.directory)).rejects.toMatchObject({ code: "git-no-commit" });
		await expect(state("/")).rejects.toMatchObject({ code: "git-no-repository" });
	});
});
