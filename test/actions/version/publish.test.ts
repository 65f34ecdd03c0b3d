import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { spawnAction } from "../../runner/spawn.ts";
import { versionsAt } from "../../versions/at-head.ts";
import { MANIFEST, makeWorkspace, short } from "../../versions/workspace.ts";

const SERVICES = {
	"a/sluice.service.yaml": MANIFEST("a"),
	"a/x": "1",
	"b/sluice.service.yaml": MANIFEST("b"),
	"b/x": "1",
};

describe("version with publish", () => {
	it("makes the tags of all services at once, and nothing the second time", async () => {
		await using work = makeWorkspace(SERVICES);
		const run = await work.version({ publish: "true" });
		expect(run.code, run.stdout).toBe(0);
		expect(work.originTags()).toEqual({ "a/v0.1.0": work.head(), "b/v0.1.0": work.head() });
		expect(run.result.published).toEqual([
			{ ref: "refs/tags/a/v0.1.0", before: null, after: work.head() },
			{ ref: "refs/tags/b/v0.1.0", before: null, after: work.head() },
		]);
		expect(run.outputs).toMatchObject({
			versions: '{"a":"0.1.0","b":"0.1.0"}',
			version: "",
			tags: "",
			changed: "true",
		});
		const again = await work.version({ publish: "true" });
		expect(again.code).toBe(0);
		expect(again.result.published).toEqual([]);
		expect(again.outputs.versions).toBe(run.outputs.versions);
		expect(work.git("tag")).toBe("a/v0.1.0\nb/v0.1.0");
	});

	it("makes the tags of the named services only, those of a plan, or none", async () => {
		await using work = makeWorkspace(SERVICES);
		expect((await work.version({ publish: "true", services: "[]" })).result.services).toEqual([]);
		expect(work.originTags()).toEqual({});
		writeFileSync(
			join(work.directory, "plan.json"),
			JSON.stringify({ schema: "plan.result.v1", services: [{ service: "b", more: 1 }] }),
		);
		const outside = await work.version({ "plan-file": "plan.json", services: "a" });
		expect(outside.stdout).toContain("names 'a', which the plan of 'plan-file' does not have");
		expect((await work.version({ publish: "true", "plan-file": "plan.json" })).code).toBe(0);
		expect(Object.keys(work.originTags())).toEqual(["b/v0.1.0"]);
		await work.version({ publish: "true", services: "a" });
		expect(Object.keys(work.originTags())).toEqual(["a/v0.1.0", "b/v0.1.0"]);
		writeFileSync(join(work.directory, "plan.json"), '{"schema":"gate.result.v1"}');
		expect((await work.version({ "plan-file": "plan.json" })).stdout).toContain("no result of plan");
		expect((await work.version({ "plan-file": "none.json" })).stdout).toContain("can't be read");
	});

	it("leaves out what the plan holds without a manifest, and says so", async () => {
		await using work = makeWorkspace(SERVICES);
		const plan = { schema: "plan.result.v1", services: [{ service: "a" }, { service: "gone" }] };
		writeFileSync(join(work.directory, "plan.json"), JSON.stringify(plan));
		const run = await work.version({ "plan-file": "plan.json" });
		expect(run.code).toBe(0);
		expect(run.outputs.versions).toMatch(/^\{"a":"[^"]+"\}$/);
		expect(run.result.problems).toContainEqual(
			expect.objectContaining({ code: "planned-without-manifest", severity: "warning" }),
		);
		expect((await work.version({ "plan-file": "plan.json", services: "gone" })).stdout).toContain(
			"There is no service 'gone'",
		);
	});

	it("with dry-run says what it would make, and makes nothing", async () => {
		await using work = makeWorkspace();
		const run = await work.version({ publish: "true", "dry-run": "true" });
		expect(run.outputs).toMatchObject({ version: "0.1.0", "git-tag": "v0.1.0" });
		expect(run.result).toMatchObject({ published: [], dryRun: true, unpublished: ["v0.1.0"] });
		expect(run.stdout).toContain("would publish v0.1.0");
		expect(work.originTags()).toEqual({});
	});

	it("refuses a number that another commit has, and names both", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.0.0");
		const mine = work.commit("feat: mine", { "a.txt": "2" });
		work.push();
		work.git("checkout", "--quiet", "-b", "other", "v1.0.0");
		const other = work.commit("feat: other", { "a.txt": "3" });
		work.git("tag", "v1.1.0");
		work.push();
		work.git("checkout", "--quiet", "main");
		const run = await work.version({ publish: "true" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain(short(mine));
		expect(run.stdout).toContain(short(other));
		expect(run.stdout).toContain("the number is taken");
		const promise = await work.version({ release: "true" });
		expect(promise.code).toBe(0);
		expect(promise.result.problems).toContainEqual(
			expect.objectContaining({ code: "version-taken", severity: "warning" }),
		);
		expect(work.originTags()).toEqual({ "v1.0.0": work.git("rev-parse", "v1.0.0"), "v1.1.0": other });
	});

	it("refuses a commit that does not contain the newest release of its line", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.0.0");
		work.git("checkout", "--quiet", "-b", "other");
		work.commit("fix: other", { "a.txt": "3" });
		work.git("tag", "v1.0.7");
		work.push();
		work.git("checkout", "--quiet", "main");
		work.commit("fix: mine", { "a.txt": "2" });
		work.push();
		const run = await work.version({ publish: "true" });
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("the newest release of its line is v1.0.7");
	});

	it("refuses a release below a newer commit's, so that releases never go down along the branch", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.3.0");
		const feature = work.commit("feat: x", { "b.txt": "1" });
		work.commit(`Revert "feat: x"\n\nThis reverts commit ${feature}.`, { "b.txt": undefined });
		work.push();
		expect((await work.version({ publish: "true" })).outputs.version).toBe("1.3.1");
		const newest = work.head();
		work.git("checkout", "--quiet", "--detach", feature);
		const late = await work.version(
			{ publish: "true" },
			{ environment: { GITHUB_SHA: feature, GITHUB_REF: "refs/heads/main" } },
		);
		expect(late.code).toBe(1);
		expect(late.stdout).toContain(`main has v1.3.1 on ${newest.slice(0, 12)}, which is newer`);
		expect(Object.keys(work.originTags())).toEqual(["v1.3.0", "v1.3.1"]);
	});

	it("publishes only what stands on the branch's first-parent line at the remote", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.0.0");
		work.push();
		work.git("checkout", "--quiet", "-b", "topic");
		const side = work.commit("fix: side", { "b.txt": "1" });
		work.git("checkout", "--quiet", "main");
		const first = work.commit("fix: main", { "a.txt": "2" });
		work.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic");
		work.push();
		const at = (commit: string) => {
			work.git("checkout", "--quiet", "--detach", commit);
			return work.version(
				{ publish: "true" },
				{ environment: { GITHUB_SHA: commit, GITHUB_REF: "refs/heads/main" } },
			);
		};
		const merged = await at(side);
		expect(merged.code).toBe(1);
		expect(merged.stdout).toContain("not on the first-parent line of main");
		const older = await at(first);
		expect(older.code, older.stdout).toBe(0);
		expect(work.originTags()["v1.0.1"]).toBe(first);
		work.git("checkout", "--quiet", "main");
		work.commit("fix: not pushed", { "a.txt": "3" });
		const ahead = await work.version({ publish: "true" });
		expect(ahead.code).toBe(1);
		expect(ahead.stdout).toContain("Push the commit to the branch first");
	});

	it("publishes from no branch that the remote lacks, and no hotfix before it is pushed", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.0.0");
		work.push();
		const publish = () => versionsAt(work, { publish: true, release: true });
		for (const branch of ["release/1.1", "hotfix/x"]) {
			work.git("checkout", "--quiet", "-b", branch, "v1.0.0");
			work.commit("fix: x", { "a.txt": branch });
			await expect(publish()).rejects.toMatchObject({
				code: "publish-off-branch",
				message: `There is no branch ${branch} at origin, so nothing is published from it`,
			});
		}
		const pushed = work.git("rev-parse", "HEAD~");
		work.git("push", "--quiet", "origin", `${pushed}:refs/heads/hotfix/x`);
		await expect(publish()).rejects.toMatchObject({
			code: "publish-off-branch",
			message: `${short(work.head())} is not on the first-parent line of hotfix/x at origin (${short(pushed)})`,
		});
		work.push();
		expect((await publish()).toPublish).toEqual([{ service: "shop", tag: "v1.0.1" }]);
	});

	it("moves floating tags from a released commit only on its branch, not on the push of a tag", async () => {
		await using work = makeWorkspace();
		const before = work.head();
		const head = work.commit("feat: x", { "a.txt": "2" });
		work.git("tag", "v1.0.0");
		work.git("push", "--quiet", "origin", "v1.0.0");
		const moved = async (ref?: string) => {
			const { toPublish, toMove } = await versionsAt(work, {
				publish: true,
				floating: true,
				...(ref === undefined ? {} : { ref }),
			});
			return [...toPublish, ...toMove].map(({ tag }) => tag);
		};
		await expect(moved()).rejects.toMatchObject({
			code: "publish-off-branch",
			message: `${short(head)} is not on the first-parent line of main at origin (${short(before)})`,
		});
		// Where nothing is made or moved, nothing is refused.
		expect((await versionsAt(work, { publish: true })).toPublish).toEqual([]);
		expect(await moved("refs/tags/v1.0.0")).toEqual([]);
		work.push();
		expect(await moved()).toEqual(["v1", "v1.0"]);
		expect(await moved("refs/tags/v1.0.0")).toEqual([]);
		// Without publish, too.
		const run = await work.version({ floating: "git" });
		expect(run.code, run.stdout).toBe(0);
		expect(run.result).toMatchObject({ published: [], unpublished: [] });
		expect(work.originTags()).toEqual({ "v1.0.0": head });
	});

	it("counts the remote's tags alone: a local one decides no number", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v5.0.0");
		work.commit("fix: x", { "a.txt": "2" });
		work.git("push", "--quiet", "origin", "HEAD");
		expect((await work.version()).outputs.version).toMatch(/^0\.1\.0-/);
		work.git("remote", "set-url", "origin", join(work.directory, "gone"));
		const offline = await work.version();
		expect(offline.outputs.version).toMatch(/^5\.0\.1-/);
		expect(offline.result.problems).toContainEqual(
			expect.objectContaining({ code: "remote-unreachable", severity: "warning" }),
		);
		expect((await work.version({ release: "true" })).code).toBe(1);
	});

	it("gives the clone its tags too, but for those that stand elsewhere there or can't be", async () => {
		await using work = makeWorkspace(SERVICES);
		const first = work.head();
		work.commit("fix: both", { "a/x": "2", "b/x": "2" });
		work.push();
		work.git("tag", "a/v0.1.0", first);
		work.git("tag", "b/v0.1/x", first);
		const run = await work.version({ publish: "true", floating: "git" });
		expect(run.code, run.stdout).toBe(0);
		expect(Object.keys(work.originTags())).toEqual(["a/v0.1", "a/v0.1.0", "b/v0.1", "b/v0.1.0"]);
		const local = work.git("for-each-ref", "--format=%(refname:strip=2) %(objectname)", "refs/tags");
		expect(local.split("\n")).toEqual([
			`a/v0.1 ${work.head()}`,
			`a/v0.1.0 ${first}`,
			`b/v0.1.0 ${work.head()}`,
			`b/v0.1/x ${first}`,
		]);
	});

	it("runs no hook and no program of the repository's own configuration", async () => {
		await using work = makeWorkspace();
		writeFileSync(
			join(work.directory, ".git/hooks/pre-push"),
			`#!/bin/sh\ntouch ${work.directory}/hooked\nexit 1\n`,
			{ mode: 0o755 },
		);
		work.git("config", "core.fsmonitor", `touch ${work.directory}/hooked`);
		const run = await work.version({ publish: "true" });
		expect(run.code, run.stdout).toBe(0);
		expect(existsSync(join(work.directory, "hooked"))).toBe(false);
	});

	it("refuses on events that are no push, and says what is wrong with an input", async () => {
		await using work = makeWorkspace();
		expect((await work.version({ publish: "true" }, { event: "repository_dispatch" })).stdout).toContain(
			"makes no tags on the event repository_dispatch",
		);
		for (const event of ["schedule", "workflow_dispatch"]) {
			const run = await work.version({ publish: "true" }, { event });
			expect(run.code, run.stdout).toBe(0);
		}
		expect((await work.version({ floating: "docker" })).stdout).toContain("Allowed: none, git");
		expect((await work.version({ bump: "huge" })).stdout).toContain("Allowed: patch, minor, major");
		expect((await work.version({ images: "UPPER/x:1" })).code).toBe(1);
		expect((await work.version({ images: "one.example/x\ntwo.example/y" })).outputs.tags).toBe(
			"one.example/x:0.1.0\ntwo.example/y:0.1.0",
		);
		expect((await work.version({ services: "nobody" })).stdout).toContain("There is no service 'nobody'");
	});

	it("says that there is no commit, and what is wrong with the files", async () => {
		await using work = makeWorkspace({ "a/sluice.service.yaml": "name: a\ntest: x\nimages: y\n" });
		const run = await work.version();
		expect(run.code).toBe(1);
		expect(run.stdout).toContain("a/sluice.service.yaml");
		work.git("checkout", "--quiet", "--orphan", "empty");
		const empty = await spawnAction("version", {
			directory: work.directory,
			event: "push",
			inputs: { "config-file": "sluice.yaml" },
		});
		expect(empty.code).toBe(1);
		expect(empty.stdout).toContain("The repository has no commit yet");
	});
});
