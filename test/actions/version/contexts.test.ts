import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { versionResultSchema } from "#src/actions/version/result.js";
import { refHash } from "#src/versions/branch-name.js";
import { MANIFEST, makeWorkspace, short, type Workspace } from "../../versions/workspace.ts";

/** A repository released as 1.3.0, then a fix and a feature on the branch that is checked out. */
function released(): Workspace {
	const work = makeWorkspace();
	work.git("tag", "v1.3.0");
	work.push();
	return work;
}

function two(work: Workspace): string {
	work.commit("fix: one", { "a.txt": "2" });
	const newest = work.commit("feat: two", { "a.txt": "3" });
	work.push();
	return newest;
}

function pullRequest(
	work: Workspace,
	number: number,
	head: { ref: string; sha: string },
	base: string,
	fork = false,
) {
	return {
		number,
		pull_request: {
			number,
			head: { ref: head.ref, sha: head.sha, repo: { full_name: fork ? "someone/shop" : "acme/shop" } },
			base: { ref: base, sha: work.git("rev-parse", base), repo: { full_name: "acme/shop" } },
		},
		repository: { default_branch: "main", full_name: "acme/shop" },
	};
}

describe("version, by context", () => {
	it("main: a prerelease of the next release, and the moving tag of its branch", async () => {
		await using work = released();
		const newest = two(work);
		const run = await work.version();
		expect(run.code, run.stdout).toBe(0);
		expect(run.outputs).toMatchObject({
			version: `1.4.0-0.main.2+main.g${short(newest)}`,
			"docker-tag": `1.4.0-0.main.2_main.g${short(newest)}`,
			tags: `ghcr.io/acme/shop:1.4.0-0.main.2_main.g${short(newest)}\nghcr.io/acme/shop:main`,
			release: "false",
			changed: "true",
			bump: "minor",
			"previous-version": "1.3.0",
			"git-tag": "",
			"npm-version": `1.4.0-0.main.2.g${short(newest)}`,
			"npm-dist-tag": "main",
			major: "1",
			minor: "4",
			patch: "0",
			prerelease: "0.main.2",
			metadata: `main.g${short(newest)}`,
		});
		expect(run.outputs.labels).toContain("org.opencontainers.image.created=2026-01-01T00:03:00.000Z");
		expect(run.outputs.labels).toContain(`org.opencontainers.image.revision=${newest}`);
		expect(run.outputs.labels).toContain("org.opencontainers.image.source=https://github.example/acme/shop");
		expect(run.outputs.annotations).toContain(
			"manifest:org.opencontainers.image.version=1.4.0-0.main.2+main",
		);
		expect(JSON.parse(run.outputs.versions ?? "")).toEqual({ shop: run.outputs.version });
		expect(versionResultSchema.parse(run.result).context).toBe("main");
		expect(run.summary).toContain("<details>");
		expect(run.summary).toContain("since v1");
	});

	it("main, an old commit: no moving tag", async () => {
		await using work = released();
		const old = work.commit("fix: one", { "a.txt": "2" });
		two(work);
		work.git("checkout", "--quiet", "--detach", old);
		const run = await work.version({}, { environment: { GITHUB_SHA: old, GITHUB_REF: "refs/heads/main" } });
		expect(run.outputs.tags).toBe(`ghcr.io/acme/shop:1.3.1-0.main.1_main.g${short(old)}`);
		expect(run.result.problems).toContainEqual(
			expect.objectContaining({ code: "not-the-tip", severity: "notice" }),
		);
	});

	it("main called otherwise keeps its name, and one that looks like a version moves no tag", async () => {
		await using work = makeWorkspace({ "a.txt": "1", "sluice.yaml": 'version: {main: ["master", "v2"]}\n' });
		work.git("checkout", "--quiet", "-b", "master");
		work.push();
		expect((await work.version()).outputs).toMatchObject({
			version: `0.1.0-0.main.1+master.g${short(work.head())}`,
			"npm-dist-tag": "master",
			tags: expect.stringMatching(/\n[^\n]*:master$/),
		});
		work.git("checkout", "--quiet", "-b", "v2");
		work.push();
		const run = await work.version();
		expect(run.outputs.tags).not.toContain("\n");
		expect(run.outputs["npm-dist-tag"]).toBe("main");
		expect(run.result.problems).toContainEqual(expect.objectContaining({ code: "no-moving-tag" }));
	});

	it("release: true promises the number and keeps the image's tag unique", async () => {
		await using work = released();
		const newest = two(work);
		const run = await work.version({ release: "true" });
		expect(run.outputs).toMatchObject({
			version: "1.4.0",
			release: "true",
			"git-tag": "",
			"npm-version": "1.4.0",
			"npm-dist-tag": "latest",
			"docker-tag": `1.4.0-0.main.2_main.g${short(newest)}`,
			slug: `1-4-0-0-main-2-main-g${short(newest)}`,
		});
		expect(run.outputs.tags).toContain(`:1.4.0-0.main.2_main.g${short(newest)}`);
		expect(work.originTags()).not.toHaveProperty("v1.4.0");
	});

	it("unchanged: the last release, and nothing to push", async () => {
		await using work = released();
		work.commit("docs: only", { "README.md": "x", "docs/a.md": "y" });
		work.push();
		const run = await work.version();
		expect(run.outputs).toMatchObject({
			version: "1.3.0",
			changed: "false",
			release: "true",
			tags: "",
			"docker-tag": "1.3.0",
			"git-tag": "",
			bump: "none",
			"npm-dist-tag": "latest",
		});
		expect(run.result.problems).toContainEqual(expect.objectContaining({ code: "image-reused" }));
		const promised = await work.version({ release: "true" });
		expect(promised.outputs).toMatchObject({ version: "1.3.0", changed: "false" });
	});

	it("a release branch: builds before and after the first candidate, and the candidates", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "release/1.4");
		const first = two(work);
		const label = `release-1-4.${refHash("release/1.4")}`;
		const before = await work.version();
		expect(before.outputs).toMatchObject({
			version: `1.4.0-0.rc.2+${label}.g${short(first)}`,
			"npm-dist-tag": "rc-1.4",
			tags: `ghcr.io/acme/shop:1.4.0-0.rc.2_${label}.g${short(first)}`,
		});
		const candidate = await work.version({ publish: "true" });
		expect(candidate.outputs).toMatchObject({
			version: "1.4.0-rc.1",
			"git-tag": "v1.4.0-rc.1",
			release: "false",
			"npm-dist-tag": "next",
		});
		expect(work.originTags()["v1.4.0-rc.1"]).toBe(first);
		// The same commit again is the same candidate, published or not.
		for (const inputs of [{ publish: "true" }, {}]) {
			const again = await work.version(inputs);
			expect(again.code, again.stdout).toBe(0);
			expect(again.outputs).toMatchObject({ version: "1.4.0-rc.1", "git-tag": "v1.4.0-rc.1" });
		}
		work.commit("docs: nothing", { "README.md": "x" });
		work.push();
		expect((await work.version()).outputs).toMatchObject({
			version: "1.4.0-rc.1",
			tags: "",
			changed: "false",
		});
		const next = work.commit("fix: three", { "a.txt": "4" });
		work.push();
		expect((await work.version()).outputs.version).toBe(`1.4.0-rc.1.1+${label}.g${short(next)}`);
		expect((await work.version({ release: "true" })).outputs).toMatchObject({
			version: "1.4.0",
			"docker-tag": `1.4.0-rc.1.1_${label}.g${short(next)}`,
		});
		expect((await work.version({ publish: "true" })).outputs.version).toBe("1.4.0-rc.2");
		const release = await work.version({ publish: "true", release: "true" });
		expect(release.outputs).toMatchObject({ version: "1.4.0", "git-tag": "v1.4.0", release: "true" });
		expect(work.originTags()["v1.4.0"]).toBe(next);
	});

	it("a release branch: the patch is one above the line's highest, and a line below a release is refused", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "other");
		work.commit("fix: elsewhere", { "a.txt": "9" });
		work.git("tag", "v1.4.6");
		work.push();
		work.git("checkout", "--quiet", "-b", "release/1.4.x", "main");
		two(work);
		expect((await work.version()).outputs.version).toMatch(/^1\.4\.7-0\.rc\.2\+/);
		work.git("checkout", "--quiet", "-b", "release/1.2", "main");
		two(work);
		const below = await work.version();
		expect(below.code).toBe(1);
		expect(below.stdout).toContain("contains the release 1.3.0");
	});

	it("a hotfix: the next patch, whatever the commits say, and a feature is an error", async () => {
		await using work = released();
		const old = work.head();
		two(work);
		await work.version({ publish: "true" });
		work.git("checkout", "--quiet", "-b", "hotfix/x", old);
		const fix = work.commit("fix: quick", { "a.txt": "h" });
		work.push();
		const label = `hotfix-x.${refHash("hotfix/x")}`;
		const run = await work.version();
		expect(run.outputs).toMatchObject({
			version: `1.3.1-0.hotfix.1+${label}.g${short(fix)}`,
			"npm-dist-tag": "hotfix",
		});
		expect((await work.version({ publish: "true" })).stdout).toContain("release: true");
		expect((await work.version({ release: "true" })).outputs).toMatchObject({
			version: "1.3.1",
			"npm-dist-tag": "release-1.3",
			"docker-tag": `1.3.1-0.hotfix.1_${label}.g${short(fix)}`,
		});
		work.commit("feat: too much", { "a.txt": "i" });
		work.push();
		const refused = await work.version({ publish: "true", release: "true" });
		expect(refused.code).toBe(1);
		expect(refused.result.problems).toContainEqual(
			expect.objectContaining({ code: "feature-in-hotfix", severity: "error" }),
		);
		expect(refused.result).toMatchObject({ published: [], unpublished: [] });
		// Nobody may use the number that was refused, by no name; nor where it was only to be promised.
		const promised = await work.version({ release: "true" });
		expect(promised.code).toBe(1);
		for (const { outputs } of [refused, promised]) {
			expect(outputs).toMatchObject({
				version: `1.3.1-0.hotfix.2+${label}.g${short(work.head())}`,
				release: "false",
				"git-tag": "",
				tags: `ghcr.io/acme/shop:1.3.1-0.hotfix.2_${label}.g${short(work.head())}`,
				"npm-dist-tag": "hotfix",
			});
		}
		expect(work.originTags()).not.toHaveProperty("v1.3.1");
		work.git("reset", "--quiet", "--hard", fix);
		work.git("push", "--quiet", "--force", "origin", "HEAD");
		const made = await work.version({ publish: "true", release: "true" });
		expect(made.outputs).toMatchObject({ version: "1.3.1", "git-tag": "v1.3.1" });
	});

	it("a feature branch: a label for each name, and a moving tag of its own", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "feature-login-7");
		const newest = two(work);
		expect((await work.version()).outputs).toMatchObject({
			version: `1.4.0-0.dev.2+feature-login-7.g${short(newest)}`,
			tags: `ghcr.io/acme/shop:1.4.0-0.dev.2_feature-login-7.g${short(newest)}\nghcr.io/acme/shop:br-feature-login-7`,
			"npm-dist-tag": "br-feature-login-7",
		});
		const metadata = await work.version({ "feature-format": "metadata-only" });
		expect(metadata.outputs).toMatchObject({
			version: `1.3.0+feature-login-7.2.g${short(newest)}`,
			"npm-version": "",
			"npm-dist-tag": "",
		});
		expect(metadata.result.problems).toContainEqual(expect.objectContaining({ code: "metadata-only" }));
		work.git("checkout", "--quiet", "-b", "feature/$(id)`;|");
		work.push();
		const hostile = await work.version();
		expect(hostile.code, hostile.stdout).toBe(0);
		expect(hostile.outputs.version).toMatch(/^1\.4\.0-0\.dev\.2\+feature-id\.h[0-9a-f]{10}\.g[0-9a-f]{12}$/);
		const published = await work.version({ publish: "true" });
		expect(published.code).toBe(1);
		expect(published.stdout).toContain("makes no tags in the context feature");
	});

	it("a pull request: named by its head; the merge only where the base has moved", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "feature-login-7");
		const head = two(work);
		const payload = pullRequest(work, 123, { ref: "feature-login-7", sha: head }, "main");
		const merge = () => {
			work.git("checkout", "--quiet", "--detach", "main");
			work.git("merge", "--quiet", "--no-ff", "-m", `Merge ${head} into main`, "feature-login-7");
			work.git(
				"push",
				"--quiet",
				"--force",
				"origin",
				"HEAD:refs/pull/123/merge",
				`${head}:refs/pull/123/head`,
			);
			return work.head();
		};
		const call = () => ({
			event: "pull_request",
			payload,
			environment: { GITHUB_SHA: work.head(), GITHUB_REF: "refs/pull/123/merge" },
		});
		merge();
		const run = await work.version({}, call());
		expect(run.result.context).toBe("pull-request");
		expect(run.outputs).toMatchObject({
			version: `1.4.0-0.dev.pr.123.2+feature-login-7.g${short(head)}`,
			tags: `ghcr.io/acme/shop:1.4.0-0.dev.pr.123.2_feature-login-7.g${short(head)}\nghcr.io/acme/shop:pr-123`,
			"npm-dist-tag": "pr-123",
		});
		// The head itself, checked out, is the same content and has the same version.
		work.git("checkout", "--quiet", "--detach", head);
		const ofHead = await work.version(
			{},
			{ ...call(), environment: { GITHUB_SHA: run.result.commit, GITHUB_REF: "refs/pull/123/merge" } },
		);
		expect(ofHead.outputs.version).toBe(run.outputs.version);
		// The base moves: other contents, another name.
		work.git("checkout", "--quiet", "main");
		work.commit("fix: meanwhile", { "b.txt": "1" });
		const merged = merge();
		const moved = await work.version({}, call());
		expect(moved.outputs.version).toBe(
			`1.4.0-0.dev.pr.123.3+feature-login-7.g${short(head)}.m${short(merged)}`,
		);
		expect(moved.outputs.slug).toBe(`1-4-0-0-dev-pr-123-3-feature-login-7-m${short(merged)}`);
		// A fork gets no moving tag.
		const fork = await work.version(
			{},
			{ ...call(), payload: pullRequest(work, 123, { ref: "feature-login-7", sha: head }, "main", true) },
		);
		expect(fork.outputs.tags).not.toContain("pr-123\n");
		expect(fork.outputs.tags?.split("\n")).toHaveLength(1);
		const published = await work.version({ publish: "true" }, call());
		expect(published.code).toBe(1);
	});

	it("a pull request into a release branch gets the core of that branch", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "release/2.0");
		work.push();
		work.git("checkout", "--quiet", "-b", "topic");
		const head = two(work);
		const run = await work.version(
			{},
			{
				event: "pull_request",
				payload: pullRequest(work, 5, { ref: "topic", sha: head }, "release/2.0"),
				environment: { GITHUB_SHA: `${"0".repeat(39)}1`, GITHUB_REF: "refs/pull/5/merge" },
			},
		);
		expect(run.outputs.version).toBe(`2.0.0-0.dev.pr.5.2+topic.g${short(head)}`);
	});

	it("pull_request_target is a push of the base, and never publishes", async () => {
		await using work = released();
		const newest = two(work);
		const payload = pullRequest(work, 7, { ref: "x", sha: "1".repeat(40) }, "main", true);
		const run = await work.version({}, { event: "pull_request_target", payload });
		expect(run.outputs).toMatchObject({ version: `1.4.0-0.main.2+main.g${short(newest)}` });
		expect(run.outputs.tags?.split("\n")).toHaveLength(1);
		expect((await work.version({ publish: "true" }, { event: "pull_request_target", payload })).code).toBe(1);
		work.git("checkout", "--quiet", "--detach", "HEAD~1");
		const other = await work.version(
			{},
			{
				event: "pull_request_target",
				payload,
				environment: { GITHUB_SHA: newest, GITHUB_REF: "refs/heads/main" },
			},
		);
		expect(other.result.context).toBe("detached");
	});

	it("a merge queue", async () => {
		await using work = released();
		const base = work.head();
		const newest = two(work);
		const headRef = `refs/heads/gh-readonly-queue/main/pr-123-${base}`;
		const payload = {
			merge_group: { base_ref: "refs/heads/main", base_sha: base, head_ref: headRef, head_sha: newest },
		};
		const run = await work.version(
			{},
			{ event: "merge_group", payload, environment: { GITHUB_REF: headRef } },
		);
		expect(run.result.context).toBe("merge-queue");
		expect(run.outputs).toMatchObject({
			version: `1.4.0-0.dev.mq.123.2+main.g${short(newest)}`,
			tags: `ghcr.io/acme/shop:1.4.0-0.dev.mq.123.2_main.g${short(newest)}`,
			"npm-dist-tag": "mq-123",
		});
	});

	it("a pushed tag says the version, with a warning where the history would say another", async () => {
		await using work = released();
		const newest = two(work);
		work.git("tag", "v1.4.0");
		work.push();
		const call = (tag: string) => ({ environment: { GITHUB_REF: `refs/tags/${tag}` } });
		const run = await work.version({}, call("v1.4.0"));
		expect(run.result.context).toBe("tag");
		expect(run.outputs).toMatchObject({
			version: "1.4.0",
			"git-tag": "v1.4.0",
			tags: "ghcr.io/acme/shop:1.4.0",
			"previous-version": "1.3.0",
			release: "true",
		});
		expect(run.result.problems).toEqual([]);
		work.git("tag", "-d", "v1.4.0");
		work.git("push", "--quiet", "origin", ":refs/tags/v1.4.0");
		work.git("tag", "v2.0.0");
		work.git("tag", "nightly");
		work.push();
		const odd = await work.version({}, call("v2.0.0"));
		expect(odd.outputs.version).toBe("2.0.0");
		expect(odd.result.problems).toContainEqual(
			expect.objectContaining({ code: "tag-not-by-history", message: expect.stringContaining("1.4.0") }),
		);
		const none = await work.version({}, call("nightly"));
		expect(none.result.context).toBe("detached");
		expect(none.result.problems).toContainEqual(expect.objectContaining({ code: "tag-of-no-service" }));
		expect(newest).toBe(work.head());
	});

	it("detached, on another event or another commit", async () => {
		await using work = released();
		const newest = two(work);
		const version = `1.4.0-0.dev.2+detached.g${short(newest)}`;
		expect((await work.version({}, { event: "issue_comment" })).outputs).toMatchObject({
			version,
			"npm-dist-tag": "detached",
		});
		const other = await work.version({}, { environment: { GITHUB_SHA: work.git("rev-parse", "HEAD~1") } });
		expect(other.outputs.version).toBe(version);
		expect(other.result.problems).toContainEqual(expect.objectContaining({ code: "not-the-events-commit" }));
	});

	it("a shallow clone: deepened as far as needed, an error where that can't be, enough where HEAD carries the tag", async () => {
		await using work = makeWorkspace();
		for (let index = 0; index < 5; index++) work.commit(`feat: ${index}`, { "a.txt": `old ${index}` });
		work.git("tag", "v1.3.0");
		const newest = two(work);
		const clone = `${work.directory}/../shallow-${short(newest)}`;
		const git = (...args: string[]) =>
			execFileSync("git", args, { cwd: clone, encoding: "utf8", stdio: "pipe" }).trim();
		try {
			work.git("clone", "--quiet", "--depth=1", "--no-tags", `file://${work.origin}`, clone);
			const call = { directory: clone, environment: { GITHUB_SHA: newest, GITHUB_REF: "refs/heads/main" } };
			git("remote", "set-url", "origin", "file:///nowhere");
			const refused = await work.version({}, call);
			expect(refused.code).toBe(1);
			expect(refused.stdout).toContain("fetch-depth: 0");
			git("remote", "set-url", "origin", `file://${work.origin}`);
			const deepened = await work.version({}, call);
			expect(deepened.code, deepened.stdout).toBe(0);
			expect(deepened.outputs.version).toBe(`1.4.0-0.main.2+main.g${short(newest)}`);
			// The two commits and the release: no more was fetched, and the clone ends where it did.
			const fetched = () =>
				git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype)").match(/^commit$/gm)?.length;
			expect(fetched()).toBe(3);
			expect(git("rev-list", "--count", "HEAD")).toBe("1");
			work.git("tag", "v1.4.0");
			work.push();
			git("fetch", "--quiet", "--depth=1", "origin", newest);
			const tagged = await work.version({}, call);
			expect(tagged.code, tagged.stdout).toBe(0);
			expect(tagged.outputs.version).toBe("1.4.0");
			expect(fetched()).toBe(3);
		} finally {
			execFileSync("rm", ["-rf", clone]);
		}
	});
});

describe("version, of several services", () => {
	it("on the release branch of one service versions the others as on any branch", async () => {
		await using work = makeWorkspace({
			"a/sluice.service.yaml": MANIFEST("a"),
			"b/sluice.service.yaml": MANIFEST("b"),
		});
		work.git("tag", "a/v1.3.0");
		work.git("tag", "b/v2.0.0");
		work.git("checkout", "--quiet", "-b", "release/a/1.4");
		const newest = work.commit("fix: both", { "a/x": "1", "b/x": "1" });
		work.push();
		const label = `release-a-1-4.${refHash("release/a/1.4")}`;
		expect(JSON.parse((await work.version()).outputs.versions ?? "")).toEqual({
			a: `1.4.0-0.rc.1+${label}.g${short(newest)}`,
			b: `2.0.1-0.dev.1+${label}.g${short(newest)}`,
		});
		const run = await work.version({ publish: "true" });
		expect(run.result.published.map((each: { ref: string }) => each.ref)).toEqual([
			"refs/tags/a/v1.4.0-rc.1",
		]);
	});

	it("on a pushed tag holds that tag's service only", async () => {
		await using work = makeWorkspace({
			"a/sluice.service.yaml": MANIFEST("a"),
			"b/sluice.service.yaml": MANIFEST("b"),
		});
		work.git("tag", "a/v0.1.0");
		work.push();
		const run = await work.version({}, { environment: { GITHUB_REF: "refs/tags/a/v0.1.0" } });
		expect(run.outputs).toMatchObject({ version: "0.1.0", versions: '{"a":"0.1.0"}', "git-tag": "a/v0.1.0" });
	});
});
