import { describe, expect, it } from "vitest";
import { refHash } from "#src/versions/branch-name.js";
import { makeRepository, type TestRepository } from "../git/repository.ts";
import { mergeGroup, pullRequest, versionsAt } from "./at-head.ts";
import { MANIFEST, short } from "./workspace.ts";

/** One service released as 1.3.0, and a fix since; HEAD is on `branch`. */
function fixed(branch = "main", files: Record<string, string> = {}) {
	const repository = makeRepository({ "a.txt": "1", ...files });
	repository.git("tag", "v1.3.0");
	if (branch !== "main") repository.git("checkout", "--quiet", "-b", branch);
	repository.commit("fix: one", { "a.txt": "2" });
	return repository;
}

const at = (repository: TestRepository, ref = "HEAD") => repository.git("rev-parse", ref);

/** Two services, a at 1.3.0 and b at 2.0.0. */
function two(branch: string) {
	const repository = makeRepository({
		"a/sluice.service.yaml": MANIFEST("a"),
		"b/sluice.service.yaml": MANIFEST("b"),
	});
	repository.git("tag", "a/v1.3.0");
	repository.git("tag", "b/v2.0.0");
	repository.git("checkout", "--quiet", "-b", branch);
	return repository;
}

describe("the event", () => {
	it.each([
		["push", "main"],
		["schedule", "main"],
		["workflow_dispatch", "main"],
		["repository_dispatch", "main"],
		["release", "main"],
		["workflow_run", "detached"],
		["issue_comment", "detached"],
		["deployment", "detached"],
		["check_suite", "detached"],
		["workflow_call", "detached"],
		["delete", "detached"],
		["constructor", "detached"],
	])("%s on main's commit is %s", async (on, context) => {
		await using repository = fixed();
		const result = await versionsAt(repository, { on });
		expect(result.context).toBe(context);
		expect(result.one.version).toBe(
			context === "main"
				? `1.3.1-0.main.1+main.g${short(at(repository))}`
				: `1.3.1-0.dev.1+detached.g${short(at(repository))}`,
		);
		expect(result.one.npmDistTag).toBe(context);
	});

	it("names nothing where another commit than its own is checked out", async () => {
		await using repository = fixed();
		const head = at(repository);
		const sha = at(repository, "HEAD~1");
		const base = { ref: "main", sha };
		const questions = [
			...["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"].map((on) => ({
				on,
				sha,
			})),
			{ on: "push", sha: "f".repeat(40) },
			{ on: "push", ref: "refs/tags/v1.3.0", sha },
			{ on: "pull_request", payload: pullRequest(1, { ref: "x", sha }, base), sha },
			{ on: "pull_request_target", payload: pullRequest(1, { ref: "x", sha: head }, base), sha },
			{ ...mergeGroup(1, base, sha), sha },
		];
		for (const question of questions) {
			const result = await versionsAt(repository, question);
			expect(result.context, question.on).toBe("detached");
			expect(result.ref).toBeNull();
			expect(result.one.version).toBe(`1.3.1-0.dev.1+detached.g${short(head)}`);
			expect(result.codes).toContain("not-the-events-commit");
		}
	});

	it("of no kind is a terminal's: its branch, or detached", async () => {
		await using repository = fixed("feature-x");
		expect((await versionsAt(repository, { on: null })).one.version).toMatch(
			/^1\.3\.1-0\.dev\.1\+feature-x\.g/,
		);
		repository.git("checkout", "--quiet", "--detach");
		expect((await versionsAt(repository, { on: null })).one.version).toMatch(
			/^1\.3\.1-0\.dev\.1\+detached\.g/,
		);
	});
});

describe("the dist-tag of each context", () => {
	it.each([
		["main", "main"],
		["master", "master"],
		["release/1.4", "rc-1.4"],
		["release/next", "rc-1.3"],
		["hotfix/x", "hotfix"],
		["feature-login-7", "br-feature-login-7"],
		["feature/login", `br-feature-login.${refHash("feature/login")}`],
	])("branch %s: %s", async (branch, distTag) => {
		await using repository = fixed(branch);
		expect((await versionsAt(repository)).one.npmDistTag).toBe(distTag);
	});

	it("a candidate: next, and releases: latest for the highest of all, else their line's", async () => {
		await using repository = fixed();
		repository.git("tag", "v1.4.0-rc.1");
		repository.git("checkout", "--quiet", "-b", "release/1.4");
		expect((await versionsAt(repository)).one).toMatchObject({
			version: "1.4.0-rc.1",
			npmVersion: "1.4.0-rc.1",
			npmDistTag: "next",
		});
		repository.git("tag", "v1.4.0");
		expect((await versionsAt(repository)).one).toMatchObject({ version: "1.4.0", npmDistTag: "latest" });
		repository.git("checkout", "--quiet", "-b", "hotfix/x", "v1.3.0");
		expect((await versionsAt(repository)).one).toMatchObject({
			version: "1.3.0",
			npmDistTag: "release-1.3",
		});
	});
});

describe("main", () => {
	it.each(["latest", "br-x", "v2", "1.x"])("called %s gives no moving tag, with a notice", async (name) => {
		await using repository = fixed(name, { "sluice.yaml": `version: {main: ["${name}"]}\n` });
		const result = await versionsAt(repository);
		expect(result.one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
		expect(result.one.npmDistTag).toBe("main");
		expect(result.problems).toContainEqual(
			expect.objectContaining({ code: "no-moving-tag", severity: "notice" }),
		);
	});
});

describe("a release branch", () => {
	it("that names no line takes the core from the commits", async () => {
		await using repository = fixed("release/next");
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.3\.1-0\.rc\.1\+/);
		repository.commit("feat: two", { "a.txt": "3" });
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-0\.rc\.2\+/);
	});

	it.each(["1.4", "v1.4", "1.4.x", "1.4.0"])("called release/%s sets 1.4", async (name) => {
		await using repository = fixed(`release/${name}`);
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-0\.rc\.1\+/);
	});

	it("of one service among several leaves the others to the rules of any branch", async () => {
		await using repository = two("release/a/1.4");
		const head = repository.commit("feat: both", { "a/x": "1", "b/x": "1" });
		const label = `release-a-1-4.${refHash("release/a/1.4")}`;
		expect((await versionsAt(repository)).versions).toEqual({
			a: `1.4.0-0.rc.1+${label}.g${short(head)}`,
			b: `2.1.0-0.dev.1+${label}.g${short(head)}`,
		});
	});

	it("for all of several is an error for a service whose release is above its line", async () => {
		await using repository = two("release/1.4");
		repository.commit("fix: a", { "a/x": "1" });
		await expect(versionsAt(repository)).rejects.toMatchObject({
			code: "line-below-release",
			message: expect.stringContaining("2.0.0"),
		});
		expect((await versionsAt(repository, { services: ["a"] })).versions).toEqual({
			a: expect.stringMatching(/^1\.4\.0-0\.rc\.1\+/),
		});
	});

	it("on a commit whose release lies above its line gives that release, for the commit carries it", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v2.0.0");
		repository.git("checkout", "--quiet", "-b", "release/1.4");
		expect((await versionsAt(repository)).one.version).toBe("2.0.0");
	});

	it("counts from the highest candidate that it reaches, of its own core only", async () => {
		await using repository = fixed("release/1.4");
		repository.git("tag", "v1.4.0-rc.1");
		repository.git("tag", "v1.5.0-rc.7");
		repository.commit("fix: two", { "a.txt": "3" });
		repository.git("tag", "v1.4.0-rc.2");
		repository.commit("fix: three", { "a.txt": "4" });
		repository.commit("docs: four", { "README.md": "4" });
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-rc\.2\.1\+/);
	});

	it("is the newest of two candidates on one commit", async () => {
		await using repository = fixed("release/1.4");
		for (const number of [9, 10]) repository.git("tag", `v1.4.0-rc.${number}`);
		expect((await versionsAt(repository)).one).toMatchObject({
			version: "1.4.0-rc.10",
			gitTag: "v1.4.0-rc.10",
			slug: "1-4-0-rc-10",
		});
	});

	it("is no candidate to another branch on the same commit", async () => {
		await using repository = fixed();
		repository.git("tag", "v1.4.0-rc.1");
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
	});

	it("is its candidate where nothing counted since it", async () => {
		await using repository = fixed("release/1.4");
		repository.git("tag", "v1.4.0-rc.1");
		repository.commit("docs: two", { "README.md": "3" });
		expect((await versionsAt(repository)).one).toMatchObject({
			version: "1.4.0-rc.1",
			changed: false,
			gitTag: null,
			tags: [],
		});
	});
});

describe("a hotfix branch", () => {
	it("of an unreleased service gives its first version", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "hotfix/x");
		expect((await versionsAt(repository)).one.version).toMatch(/^0\.1\.0-0\.hotfix\.1\+/);
	});

	it("of an unreleased service holds no number that leaves its first line, and says so", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "hotfix/x");
		repository.commit("fix: x\n\nRelease-As: 0.1.4", { "a.txt": "2" });
		expect((await versionsAt(repository)).one.version).toMatch(/^0\.1\.4-0\.hotfix\.2\+/);
		repository.commit("fix: x\n\nRelease-As: 2.0.0", { "a.txt": "3" });
		const result = await versionsAt(repository, { bump: "minor" });
		expect(result.one.version).toMatch(/^0\.1\.0-0\.hotfix\.3\+/);
		expect(result.codes).toEqual(["release-as-no-effect"]);
	});

	it.each(["feat: x", "fix!: x", "x\n\nBREAKING CHANGE: y"])("holds no %j", async (message) => {
		await using repository = fixed("hotfix/x");
		repository.commit(message, { "a.txt": "3" });
		const result = await versionsAt(repository);
		expect(result.one.version).toMatch(/^1\.3\.1-0\.hotfix\.2\+/);
		expect(result.problems).toContainEqual(
			expect.objectContaining({ code: "feature-in-hotfix", severity: "error" }),
		);
	});

	it("may hold a feature that is taken back", async () => {
		await using repository = fixed("hotfix/x");
		const feature = repository.commit("feat: x", { "a.txt": "3" });
		repository.commit(`Revert "feat: x"\n\nThis reverts commit ${feature}.`, { "a.txt": "2" });
		expect((await versionsAt(repository)).codes).toEqual([]);
	});
});

describe("a pull request", () => {
	/** HEAD is the head of pull request 5 into `into`, from a branch with one more commit. */
	function opened(into: string, message = "fix: two") {
		const repository = fixed(into);
		const base = { ref: into, sha: at(repository) };
		repository.git("checkout", "--quiet", "-b", "topic");
		const sha = repository.commit(message, { "a.txt": "3" });
		const payload = pullRequest(5, { ref: "topic", sha }, base);
		return { repository, base, sha, call: { on: "pull_request", ref: "refs/pull/5/merge", payload } };
	}

	it.each([
		["main", "1.3.1"],
		["release/2.0", "2.0.0"],
		["release/next", "1.3.1"],
		["hotfix/x", "1.3.1"],
		["other", "1.3.1"],
	])("into %s has the core %s of that branch", async (into, core) => {
		const { repository, sha, call } = opened(into);
		await using _ = repository;
		const { one } = await versionsAt(repository, call);
		expect(one.version).toBe(`${core}-0.dev.pr.5.2+topic.g${short(sha)}`);
		expect(one.npmDistTag).toBe("pr-5");
	});

	it("names its merge where the base moved in what is not ignored, and by it alone in the slug", async () => {
		const { repository, base, sha, call } = opened("main");
		await using _ = repository;
		const merge = (file: string) => {
			repository.git("checkout", "--quiet", "main");
			repository.commit("fix: meanwhile", { [file]: "1" });
			repository.git("checkout", "--quiet", "--detach");
			repository.git("merge", "--quiet", "--no-ff", "-m", `Merge ${sha}`, sha);
			return short(at(repository));
		};
		const ignored = merge("README.md");
		const same = (await versionsAt(repository, call)).one;
		expect(same.version).toBe(`1.3.1-0.dev.pr.5.2+topic.g${short(sha)}`);
		expect(same.slug).toBe(`1-3-1-0-dev-pr-5-2-topic-g${short(sha)}`);
		const merged = merge("b.txt");
		expect((await versionsAt(repository, call)).one).toMatchObject({
			version: `1.3.1-0.dev.pr.5.3+topic.g${short(sha)}.m${merged}`,
			dockerTag: `1.3.1-0.dev.pr.5.3_topic.g${short(sha)}.m${merged}`,
			npmVersion: `1.3.1-0.dev.pr.5.3.g${short(sha)}.m${merged}`,
			slug: `1-3-1-0-dev-pr-5-3-topic-m${merged}`,
		});
		expect(new Set([ignored, merged, short(base.sha)]).size).toBe(3);
	});

	it("into a hotfix branch with a feature stays a patch; that it can't be merged so is a warning here", async () => {
		const { repository, call } = opened("hotfix/x", "feat: two");
		await using _ = repository;
		const result = await versionsAt(repository, call);
		expect(result.one.version).toMatch(/^1\.3\.1-0\.dev\.pr\.5\.2\+/);
		expect(result.one.afterMerge).toBeNull();
		expect(result.problems).toEqual([
			expect.objectContaining({ code: "feature-in-hotfix", severity: "warning" }),
		]);
	});

	it("into the release branch of one service gives the others what any branch gives", async () => {
		await using repository = two("release/a/2.0");
		const base = { ref: "release/a/2.0", sha: at(repository) };
		repository.git("checkout", "--quiet", "-b", "topic");
		const sha = repository.commit("fix: both", { "a/x": "1", "b/x": "1" });
		const payload = pullRequest(5, { ref: "topic", sha }, base);
		expect((await versionsAt(repository, { on: "pull_request", payload })).versions).toEqual({
			a: `2.0.0-0.dev.pr.5.1+topic.g${short(sha)}`,
			b: `2.0.1-0.dev.pr.5.1+topic.g${short(sha)}`,
		});
	});

	it("from a fork's main is a pull request like any other", async () => {
		const { repository, sha, base } = opened("main");
		await using _ = repository;
		const payload = pullRequest(5, { ref: "main", sha, fork: true }, base);
		const { one } = await versionsAt(repository, { on: "pull_request", payload });
		expect(one.version).toBe(`1.3.1-0.dev.pr.5.2+main.g${short(sha)}`);
		expect(one.tags).toEqual([]);
	});

	it("as a target, with its base checked out, is a push there; with anything else, detached", async () => {
		const { repository, base, call } = opened("main");
		await using _ = repository;
		const target = { ...call, on: "pull_request_target", ref: "refs/heads/main", sha: base.sha };
		expect((await versionsAt(repository, target)).context).toBe("detached");
		repository.git("checkout", "--quiet", "main");
		const result = await versionsAt(repository, target);
		expect(result.one.version).toBe(`1.3.1-0.main.1+main.g${short(base.sha)}`);
		await expect(versionsAt(repository, { ...target, publish: true })).rejects.toThrow();
	});
});

describe("a merge queue", () => {
	it.each([
		["main", "1.3.1", "main"],
		["release/2.0", "2.0.0", `release-2-0.${refHash("release/2.0")}`],
		["hotfix/a-b", "1.3.1", `hotfix-a-b.${refHash("hotfix/a-b")}`],
		["team/x/next", "1.3.1", `team-x-next.${refHash("team/x/next")}`],
		["pr-7-x/pr-9", "1.3.1", `pr-7-x-pr-9.${refHash("pr-7-x/pr-9")}`],
	])("of %s has its core and its name", async (into, core, label) => {
		await using repository = fixed(into);
		const base = { ref: into, sha: at(repository, "HEAD~1") };
		const result = await versionsAt(repository, mergeGroup(123, base, at(repository)));
		expect(result.context).toBe("merge-queue");
		expect(result.one).toMatchObject({
			version: `${core}-0.dev.mq.123.1+${label}.g${short(at(repository))}`,
			npmDistTag: "mq-123",
			gitTag: null,
		});
	});

	it("whose branch has no number is detached, for that reason", async () => {
		await using repository = fixed();
		const { payload, ...queue } = mergeGroup(1, { ref: "main", sha: at(repository) }, at(repository));
		const nameless = { ...payload.merge_group, head_ref: "refs/heads/gh-readonly-queue/main/batch-1" };
		for (const [given, reason] of [
			[
				{ merge_group: nameless },
				"no pull request in the group's branch refs/heads/gh-readonly-queue/main/batch-1",
			],
			[{}, "no group"],
		] as const) {
			const result = await versionsAt(repository, { ...queue, payload: given });
			expect(result.context).toBe("detached");
			expect(result.problems).toEqual([
				expect.objectContaining({ code: "event-incomplete", message: expect.stringContaining(reason) }),
			]);
		}
		const pull = await versionsAt(repository, { on: "pull_request", ref: "refs/pull/5/merge", payload: {} });
		expect(pull.codes).toEqual(["event-incomplete"]);
	});
});

describe("a pushed tag", () => {
	it.each(["push", "workflow_dispatch", "schedule", "release"])(
		"by %s gives the version of its service, and no other",
		async (on) => {
			await using repository = two("main2");
			const result = await versionsAt(repository, { on, ref: "refs/tags/b/v2.0.0" });
			expect(result.context).toBe("tag");
			expect(result.versions).toEqual({ b: "2.0.0" });
			expect(result.one.gitTag).toBe("b/v2.0.0");
		},
	);

	it("warns where another service is asked for, which has no version then", async () => {
		await using repository = two("main2");
		const result = await versionsAt(repository, { ref: "refs/tags/b/v2.0.0", services: ["a"] });
		expect(result.services).toEqual([]);
		expect(result.codes).toEqual(["tag-of-another-service"]);
	});

	it("of two on one commit is the one that was pushed", async () => {
		await using repository = fixed();
		repository.git("tag", "v1.3.1");
		repository.git("tag", "v1.4.0");
		const result = await versionsAt(repository, { ref: "refs/tags/v1.3.1" });
		expect(result.one).toMatchObject({ version: "1.3.1", gitTag: "v1.3.1" });
	});

	it.each(["nightly", "v1", "c/v1.0.0", "a/v01.0.0", "a/v1.3.0+x"])(
		"called %s is no service's: detached, with a warning",
		async (tag) => {
			await using repository = two("main2");
			repository.git("tag", "--force", tag);
			const result = await versionsAt(repository, { ref: `refs/tags/${tag}` });
			expect(result.context).toBe("detached");
			expect(result.problems).toContainEqual(
				expect.objectContaining({ code: "tag-of-no-service", severity: "warning" }),
			);
		},
	);
});

describe("the form of tags", () => {
	it("names the service, also of one in `.`, where there are others", async () => {
		await using repository = makeRepository({
			"sluice.service.yaml": MANIFEST("root"),
			"b/sluice.service.yaml": MANIFEST("b"),
		});
		repository.git("tag", "root/v1.0.0");
		repository.git("tag", "v9.0.0");
		expect((await versionsAt(repository)).versions).toMatchObject({ root: "1.0.0" });
	});

	it("that was another is refused, with the setting in the file that was given", async () => {
		await using repository = makeRepository({ "a/sluice.service.yaml": MANIFEST("a"), "ci/other.yaml": "" });
		repository.git("tag", "v1.4.0");
		await expect(versionsAt(repository, { configFile: "ci/other.yaml" })).rejects.toMatchObject({
			code: "tag-form-changed",
			hint: expect.stringContaining('ci/other.yaml: version: {tag: "v{version}"}'),
		});
		repository.commit("Say it", { "ci/other.yaml": 'version: {tag: "v{version}"}\n' });
		expect((await versionsAt(repository, { configFile: "ci/other.yaml" })).one.version).toBe("1.4.0");
		repository.commit("Say it wrong", { "ci/other.yaml": 'version: {tag: "a..{version}"}\n' });
		await expect(versionsAt(repository, { configFile: "ci/other.yaml" })).rejects.toMatchObject({
			code: "tag-form",
			place: { file: "ci/other.yaml" },
		});
	});
});

describe("metadata-only", () => {
	it("gives feature branches and pull requests the last release, or 0.0.0; the others keep their form", async () => {
		await using repository = fixed();
		const featureFormat = "metadata-only" as const;
		expect((await versionsAt(repository, { featureFormat })).one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
		const sha = at(repository);
		const payload = pullRequest(5, { ref: "topic", sha }, { ref: "main", sha });
		expect((await versionsAt(repository, { featureFormat, on: "pull_request", payload })).one).toMatchObject({
			version: `1.3.0+topic.1.g${short(sha)}`,
			dockerTag: `1.3.0_topic.1.g${short(sha)}`,
			npmVersion: null,
			npmDistTag: null,
		});
		const queue = mergeGroup(5, { ref: "main", sha }, sha);
		expect((await versionsAt(repository, { featureFormat, ...queue })).one.version).toMatch(
			/^1\.3\.1-0\.dev\.mq\.5\.1\+/,
		);
		repository.git("tag", "--delete", "v1.3.0");
		repository.git("checkout", "--quiet", "-b", "topic");
		const result = await versionsAt(repository, { featureFormat });
		expect(result.one.version).toBe(`0.0.0+topic.2.g${short(sha)}`);
		expect(result.problems).toContainEqual(
			expect.objectContaining({ code: "metadata-only", severity: "warning" }),
		);
	});
});
