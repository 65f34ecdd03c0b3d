import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { mergeGroup, pullRequest, versionsAt } from "../../versions/at-head.ts";
import { MANIFEST, makeWorkspace, type Workspace } from "../../versions/workspace.ts";

/** One service released as 1.3.0 at origin, and a fix since on `branch`, pushed. */
function fixed(branch = "main"): Workspace {
	const work = makeWorkspace({ "a.txt": "1", "sluice.service.yaml": MANIFEST("shop") });
	work.git("tag", "v1.3.0");
	work.push();
	if (branch !== "main") work.git("checkout", "--quiet", "-b", branch);
	work.commit("fix: one", { "a.txt": "2" });
	work.push();
	return work;
}

/** Makes what `publish` would make, at origin, without the action around it. */
async function publishAt(work: Workspace, release = false) {
	const result = await versionsAt(work, { publish: true, release });
	for (const { tag } of result.toPublish) work.git("push", "--quiet", "origin", `HEAD:refs/tags/${tag}`);
	return result.toPublish.map(({ tag }) => tag);
}

/** The tags of the only image, without its name. */
const tagsOf = (result: { one: { tags: readonly string[] } }) =>
	result.one.tags.map((each) => each.split(":").at(-1));

describe("the remote's tags", () => {
	it("count alone, though the clone has others, older or none", async () => {
		await using work = fixed();
		work.git("tag", "v2.0.0", "HEAD~1");
		work.git("tag", "--force", "v1.3.0", "HEAD");
		expect((await versionsAt(work)).one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
		work.git("tag", "--delete", "v1.3.0", "v2.0.0");
		expect((await versionsAt(work)).one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
	});

	it("that can't be read are an error to whom releases, also by a promise", async () => {
		await using work = fixed();
		work.git("remote", "set-url", "origin", `${work.origin}-gone`);
		for (const asked of [{ release: true }, { publish: true }])
			await expect(versionsAt(work, asked)).rejects.toMatchObject({ code: "remote-unreachable" });
	});
});

describe("moving tags", () => {
	it.each([
		["main", "main"],
		["feature-login-7", "br-feature-login-7"],
	])("of %s stand at the tip of the branch at the remote only", async (branch, tag) => {
		await using work = fixed(branch);
		expect(tagsOf(await versionsAt(work))[1]).toBe(tag);
		work.commit("docs: newer", { "README.md": "1" });
		work.push();
		work.git("reset", "--quiet", "--hard", "HEAD~1");
		const old = await versionsAt(work);
		expect(old.one.tags).toHaveLength(1);
		expect(old.problems).toContainEqual(expect.objectContaining({ code: "not-the-tip", severity: "notice" }));
		work.git("remote", "remove", "origin");
		expect((await versionsAt(work)).one.tags).toHaveLength(1);
	});

	it.each(["release/1.4", "hotfix/x"])("of %s there are none", async (branch) => {
		await using work = fixed(branch);
		expect((await versionsAt(work)).one.tags).toHaveLength(1);
	});

	it("of a pull request stand at its head or merge ref only, and a fork has none", async () => {
		await using work = fixed();
		const base = { ref: "main", sha: work.head() };
		work.git("checkout", "--quiet", "-b", "topic");
		const sha = work.commit("fix: two", { "a.txt": "3" });
		const call = (fork = false) => ({
			on: "pull_request",
			ref: "refs/pull/5/merge",
			payload: pullRequest(5, { ref: "topic", sha, fork }, base),
		});
		work.git("push", "--quiet", "origin", "HEAD:refs/pull/5/head", "HEAD:refs/heads/pull/5/merge");
		expect(tagsOf(await versionsAt(work, call()))[1]).toBe("pr-5");
		expect((await versionsAt(work, call(true))).one.tags).toHaveLength(1);
		work.commit("docs: newer", { "README.md": "1" });
		work.git("push", "--quiet", "origin", "HEAD:refs/pull/5/head");
		work.git("reset", "--quiet", "--hard", sha);
		const old = await versionsAt(work, call());
		expect(old.one.tags).toHaveLength(1);
		expect(old.codes).toContain("not-the-tip");
	});

	it("of a queue, a tag, a target and a detached HEAD there are none", async () => {
		await using work = fixed();
		const base = { ref: "main", sha: work.git("rev-parse", "HEAD~1") };
		const target = pullRequest(5, { ref: "topic", sha: "f".repeat(40) }, base);
		for (const question of [
			mergeGroup(7, base, work.head()),
			{ on: "pull_request_target", payload: target },
			{ on: "workflow_run" },
		])
			expect((await versionsAt(work, question)).one.tags, question.on).toHaveLength(1);
	});
});

describe("publishing", () => {
	it.each(["push", "schedule", "workflow_dispatch"])("happens on %s", async (on) => {
		await using work = fixed();
		expect((await versionsAt(work, { on, publish: true })).toPublish).toEqual([
			{ service: "shop", tag: "v1.3.1" },
		]);
	});

	it.each(["repository_dispatch", "release", "workflow_run", "pull_request_target"])(
		"never happens on %s",
		async (on) => {
			await using work = fixed();
			const payload = pullRequest(5, { ref: "x", sha: work.head() }, { ref: "main", sha: work.head() });
			await expect(versionsAt(work, { on, payload, publish: true })).rejects.toMatchObject({
				code: "publish-not-here",
			});
		},
	);

	it("never happens in a queue, on a pull request, on another branch, nor on a tag", async () => {
		await using work = fixed("topic");
		const base = { ref: "main", sha: work.git("rev-parse", "HEAD~1") };
		const head = { ref: "main", sha: work.head() };
		for (const question of [
			mergeGroup(7, base, work.head()),
			{ on: "pull_request", payload: pullRequest(5, head, base) },
			{ on: "pull_request", payload: pullRequest(5, { ...head, fork: true }, base) },
			{},
		]) {
			for (const release of [true, false])
				await expect(versionsAt(work, { ...question, publish: true, release })).rejects.toMatchObject({
					code: "publish-not-here",
				});
		}
		work.git("push", "--quiet", "origin", "HEAD:refs/tags/v5.0.0");
		const onTag = await versionsAt(work, { ref: "refs/tags/v5.0.0", publish: true });
		expect(onTag.toPublish).toEqual([]);
	});

	it("of a service without a change keeps its release", async () => {
		await using work = fixed();
		await publishAt(work);
		work.commit("docs: x", { "README.md": "1" });
		work.push();
		const result = await versionsAt(work, { publish: true, release: true });
		expect(result.one).toMatchObject({ version: "1.3.1", changed: false });
		expect(result.toPublish).toEqual([]);
	});
});

describe("candidates", () => {
	it("begin at 1, and go on above those that can't be reached any more", async () => {
		await using work = fixed("release/1.4");
		const start = work.head();
		expect(await publishAt(work)).toEqual(["v1.4.0-rc.1"]);
		work.commit("fix: given up", { "a.txt": "3" });
		work.git("push", "--quiet", "origin", "HEAD:refs/tags/v1.4.0-rc.8", "HEAD:refs/tags/v1.5.0-rc.20");
		work.git("reset", "--quiet", "--hard", start);
		work.commit("fix: instead", { "a.txt": "4" });
		work.push();
		// Builds count from the candidate that they contain.
		expect((await versionsAt(work)).one.version).toMatch(/^1\.4\.0-rc\.1\.1\+/);
		expect(await publishAt(work)).toEqual(["v1.4.0-rc.9"]);
		expect((await versionsAt(work)).one).toMatchObject({ version: "1.4.0-rc.9", gitTag: "v1.4.0-rc.9" });
		expect(await publishAt(work)).toEqual([]);
	});

	it("become the release by release: true, and the line's next patch begins anew", async () => {
		await using work = fixed("release/1.4");
		await publishAt(work);
		const promised = (await versionsAt(work, { release: true })).one;
		expect(promised).toMatchObject({ version: "1.4.0", release: true, gitTag: null, npmDistTag: "latest" });
		expect(promised.dockerTag).toMatch(/^1\.4\.0-rc\.1\.0_release-1-4\.h[0-9a-f]{10}\.g[0-9a-f]{12}$/);
		expect(await publishAt(work, true)).toEqual(["v1.4.0"]);
		expect((await versionsAt(work)).one).toMatchObject({ version: "1.4.0", gitTag: "v1.4.0" });
		work.commit("fix: two", { "a.txt": "3" });
		work.push();
		expect((await versionsAt(work)).one.version).toMatch(/^1\.4\.1-0\.rc\.1\+/);
		expect(await publishAt(work)).toEqual(["v1.4.1-rc.1"]);
	});
});

describe("the summary and the outputs", () => {
	it("hold a branch name full of shell and Markdown, and the commits' titles, without harm", async () => {
		// A part of it looks like a variable of a shell.
		const branch = `x/$(touch$${"{IFS}"}pwned)\`id\`|<img/src=x>&amp;__b__@acme](http/evil.example)"';#ü\u202e`;
		await using work = fixed(branch);
		work.commit("feat: <script>alert(1)</script> | [x](http://evil.example) `tick` ::error::x\u001b[31m", {
			"a.txt": "4",
		});
		work.push();
		const run = await work.version();
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs.version).toMatch(/^1\.4\.0-0\.dev\.2\+x-[A-Za-z0-9-]+\.h[0-9a-f]{10}\.g[0-9a-f]{12}$/);
		for (const name of ["docker-tag", "npm-version", "npm-dist-tag", "slug", "prerelease", "metadata"])
			expect(run.outputs[name], name).toMatch(/^[0-9A-Za-z._+-]*$/);
		expect(run.outputs.tags).toMatch(/^[a-z./]+:[\w.-]{1,128}\n[a-z./]+:br-[\w.-]{1,125}$/);
		expect(run.summary).not.toMatch(/<img|<script|\]\(http/);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
		expect(run.summary).not.toMatch(/\u001b|\u202e/);
		expect(run.stdout).not.toMatch(/^::error::x/m);
		expect(work.git("status", "--porcelain")).toBe("");
	});

	it("tell of a refused hotfix, which is not published, and the command line exits by 2", async () => {
		await using work = fixed("hotfix/x");
		work.commit("feat: x", { "a.txt": "3" });
		work.push();
		const run = await work.version({ publish: "true", release: "true" });
		expect(run.code).not.toBe(0);
		// The refused number is nobody's.
		expect(run.outputs.version).toMatch(/^1\.3\.1-0\.hotfix\.2\+/);
		expect(run.summary).toContain("a hotfix is a patch of 1.3.0");
		expect(run.summary).toContain("2 commits since");
		expect(run.summary).toContain("1 problem<");
		expect(work.originTags()).not.toHaveProperty("v1.3.1");
		const cli = () =>
			execFileSync(
				process.execPath,
				["build/cli/main.js", "version", "--working-directory", work.directory],
				{
					stdio: "pipe",
				},
			);
		expect(cli).toThrow(
			expect.objectContaining({
				status: 2,
				stdout: expect.toSatisfy((each: Buffer) => each.includes("1.3.1-0.hotfix.2")),
			}),
		);
	});

	it("are made of a commit that git itself names alike in every clone", async () => {
		await using work = fixed();
		const clone = `${work.directory}-clone`;
		try {
			execFileSync("git", ["clone", "--quiet", work.origin, clone]);
			const there = { ...work, directory: clone };
			expect(await openGit({ directory: clone, environment: process.env }).head()).toBe(work.head());
			expect((await versionsAt(there)).one).toEqual((await versionsAt(work)).one);
		} finally {
			execFileSync("rm", ["-rf", clone]);
		}
	});
});
