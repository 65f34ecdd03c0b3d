import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MANIFEST, makeWorkspace, type Workspace } from "../../versions/workspace.ts";

const FLOATING = { publish: "true", floating: "git" };

/** Released as 1.3.0, with a feature on top. */
function released(): Workspace {
	const work = makeWorkspace();
	work.git("tag", "v1.3.0");
	work.commit("feat: two", { "a.txt": "2" });
	work.push();
	return work;
}

describe("floating git tags", () => {
	it("come with the release, and are off unless asked for", async () => {
		await using work = released();
		const plain = await work.version({ publish: "true", "dry-run": "true" });
		expect(plain.result.unpublished).toEqual(["v1.4.0"]);
		const dry = await work.version({ ...FLOATING, "dry-run": "true" });
		expect(dry.result.unpublished).toEqual(["v1.4.0", "v1", "v1.4"]);
		expect(work.originTags()).not.toHaveProperty("v1");

		const first = work.head();
		const run = await work.version(FLOATING);
		expect(run.code, run.stdout).toBe(0);
		expect(work.originTags()).toMatchObject({ "v1.4.0": first, v1: first, "v1.4": first });
		expect((await work.version(FLOATING)).result.published).toEqual([]);

		const second = work.commit("fix: three", { "a.txt": "3" });
		work.push();
		const next = await work.version(FLOATING);
		expect(next.result.published).toEqual([
			{ ref: "refs/tags/v1.4.1", before: null, after: second },
			{ ref: "refs/tags/v1", before: first, after: second },
			{ ref: "refs/tags/v1.4", before: first, after: second },
		]);
		expect(next.summary).toContain("Moved to");
		// They are no versions, and nobody is told that something is wrong with them.
		expect(next.result.problems).toEqual([]);
		expect((await work.version()).result.problems.map((each: { code: string }) => each.code)).not.toContain(
			"tag-not-a-version",
		);
		expect(work.git("rev-parse", "v1")).toBe(second);
	});

	it("stay where a higher release is: a patch of an older line, and a re-run of an old commit", async () => {
		await using work = released();
		const old = work.git("rev-parse", "v1.3.0");
		const newest = work.head();
		await work.version(FLOATING);
		work.git("checkout", "--quiet", "-b", "hotfix/x", old);
		const fix = work.commit("fix: quick", { "a.txt": "h" });
		work.push();
		const run = await work.version({ ...FLOATING, release: "true" });
		expect(run.code, run.stdout).toBe(0);
		expect(work.originTags()).toMatchObject({ "v1.3.1": fix, "v1.3": fix, v1: newest, "v1.4": newest });
		work.git("checkout", "--quiet", "--detach", old);
		const again = await work.version(FLOATING, {
			environment: { GITHUB_SHA: old, GITHUB_REF: "refs/heads/main" },
		});
		expect(again.code, again.stdout).toBe(0);
		expect(again.result.published).toEqual([]);
	});

	it("follow the form of the tags, service by service; an annotated one is replaced", async () => {
		await using work = makeWorkspace({
			"a/sluice.service.yaml": MANIFEST("a"),
			"b/sluice.service.yaml": MANIFEST("b"),
			"b/x": "1",
		});
		const first = work.head();
		work.git("tag", "a/v1.0.0");
		work.git("tag", "b/v0.3.0");
		work.git("tag", "-a", "-m", "the line", "b/v0.3");
		const object = work.git("rev-parse", "b/v0.3");
		const second = work.commit("fix: b", { "b/x": "2" });
		work.push();
		const run = await work.version(FLOATING);
		expect(run.code, run.stdout).toBe(0);
		// No tag of MAJOR 0; and a is unchanged.
		expect(run.result.published).toEqual([
			{ ref: "refs/tags/b/v0.3.1", before: null, after: second },
			{ ref: "refs/tags/b/v0.3", before: object, after: second },
		]);
		expect(work.originTags()["a/v1.0.0"]).toBe(first);
	});

	it("move by compare-and-swap, in one with the release's tag: a race is computed anew", async () => {
		await using work = released();
		const old = work.git("rev-parse", "v1.3.0");
		const newest = work.head();
		// Another writer moves v1 in the middle of the push.
		writeFileSync(
			`${work.origin}/hooks/pre-receive`,
			`#!/bin/sh\n[ -e raced ] && exit 0\ntouch raced\nenv -u GIT_QUARANTINE_PATH git update-ref refs/tags/v1 ${old}\n`,
			{ mode: 0o755 },
		);
		const run = await work.version(FLOATING);
		expect(run.code, run.stdout).toBe(0);
		expect(run.stdout).toContain("Tag v1 was on no commit when the versions were computed");
		expect(run.result.published).toContainEqual({ ref: "refs/tags/v1", before: old, after: newest });
		expect(work.originTags()).toMatchObject({ v1: newest, "v1.4": newest, "v1.4.0": newest });
	});

	it("a release that can't have its floating tag is not made either", async () => {
		await using work = released();
		writeFileSync(`${work.origin}/hooks/update`, '#!/bin/sh\n[ "$1" != refs/tags/v1 ]\n', { mode: 0o755 });
		const run = await work.version(FLOATING);
		expect(run.code).toBe(1);
		expect(Object.keys(work.originTags())).toEqual(["v1.3.0"]);
	});

	it("are for releases, not for candidates", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "release/1.4");
		work.push();
		const run = await work.version(FLOATING);
		expect(run.outputs.version).toBe("1.4.0-rc.1");
		expect(Object.keys(work.originTags())).toEqual(["v1.3.0", "v1.4.0-rc.1"]);
	});
});

describe("candidates and what they are built on", () => {
	it("an older commit gets no newer candidate, a branch that began again does", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "release/1.4");
		const old = work.head();
		work.commit("fix: three", { "a.txt": "3" });
		work.push();
		expect((await work.version({ publish: "true" })).outputs.version).toBe("1.4.0-rc.1");
		work.git("checkout", "--quiet", "--detach", old);
		const late = await work.version(
			{ publish: "true" },
			{ environment: { GITHUB_SHA: old, GITHUB_REF: "refs/heads/release/1.4" } },
		);
		expect(late.code).toBe(1);
		expect(late.stdout).toContain("the newest release of its line is v1.4.0-rc.1");
		work.git("checkout", "--quiet", "release/1.4");
		work.git("reset", "--quiet", "--hard", old);
		work.commit("fix: otherwise", { "a.txt": "4" });
		work.git("push", "--quiet", "--force", "origin", "HEAD");
		expect((await work.version({ publish: "true" })).outputs.version).toBe("1.4.0-rc.2");
	});
});

describe("what merging a pull request releases", () => {
	const SERVICES = {
		"checkout/sluice.service.yaml": MANIFEST("checkout"),
		"payments/sluice.service.yaml": MANIFEST("payments"),
		"stock/sluice.service.yaml": MANIFEST("stock"),
	};
	const pull = (work: Workspace, base = "main") => ({
		event: "pull_request",
		payload: {
			number: 7,
			pull_request: {
				number: 7,
				head: { ref: "topic", sha: work.git("rev-parse", "topic"), repo: { full_name: "acme/shop" } },
				base: { ref: base, sha: work.git("rev-parse", base), repo: { full_name: "acme/shop" } },
			},
		},
		environment: { GITHUB_SHA: work.head(), GITHUB_REF: "refs/pull/7/merge" },
	});
	const merge = (work: Workspace, base = "main") => {
		work.git("checkout", "--quiet", "--detach", base);
		work.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic");
	};

	it("is what publish on main then makes", async () => {
		await using work = makeWorkspace(SERVICES);
		work.git("tag", "checkout/v1.4.0");
		work.git("tag", "payments/v2.0.0");
		work.push();
		work.git("checkout", "--quiet", "-b", "topic");
		work.commit("feat: cards", { "checkout/x": "1" });
		work.commit("fix: cents", { "payments/x": "1" });
		merge(work);
		const run = await work.version({}, pull(work));
		expect(run.code, run.stdout).toBe(0);
		const line =
			"Merging this releases checkout 1.5.0 (minor), payments 2.0.1 (patch), stock 0.1.0 (first release)";
		expect(run.stdout).toContain(line);
		expect(run.summary).toContain("Merging this releases checkout 1.5.0");
		const told = run.result.services.map(
			(each: { afterMerge: { version: string } }) => each.afterMerge.version,
		);
		const merged = work.head();
		work.git("checkout", "--quiet", "main");
		work.git("reset", "--quiet", "--hard", merged);
		work.push();
		const made = await work.version({ publish: "true" });
		expect(made.result.services.map((each: { version: string }) => each.version)).toEqual(told);
		expect(made.result.services[0].afterMerge).toBeNull();
	});

	it("is a candidate on a release branch, and nothing on another branch or without a change", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "release/1.4");
		work.push();
		await work.version({ publish: "true" });
		work.git("checkout", "--quiet", "-b", "topic");
		work.commit("fix: three", { "a.txt": "3" });
		merge(work, "release/1.4");
		const run = await work.version({}, pull(work, "release/1.4"));
		expect(run.result.services[0].afterMerge).toEqual({
			version: "1.4.0-rc.2",
			bump: "minor",
			gitTag: "v1.4.0-rc.2",
		});
		work.git("branch", "other", "main");
		expect((await work.version({}, pull(work, "other"))).result.services[0].afterMerge).toBeNull();
	});

	it("is refused where main has gone on without the pull request", async () => {
		await using work = released();
		work.git("checkout", "--quiet", "-b", "topic");
		work.commit("feat: mine", { "b.txt": "3" });
		merge(work);
		const call = pull(work);
		const merged = work.head();
		work.git("checkout", "--quiet", "main");
		work.commit("fix: meanwhile", { "a.txt": "9" });
		work.push();
		await work.version({ publish: "true" });
		work.git("checkout", "--quiet", "--detach", merged);
		const run = await work.version({}, call);
		expect(run.code, run.stdout).toBe(0);
		expect(run.result.services[0].afterMerge).toBeNull();
		expect(run.result.problems).toContainEqual(
			expect.objectContaining({ code: "version-taken", severity: "warning" }),
		);
		expect(run.stdout).toContain("Merged as it is, this can't be released");
	});
});

describe("release notes", () => {
	it("come from the trace, the same for a run that is repeated", async () => {
		await using work = makeWorkspace();
		work.git("tag", "v1.3.0");
		work.commit("feat(cart)!: prices in cents", { "a.txt": "2" });
		const evil = work.commit("feat: <img src=x> @everyone [x](javascript:alert) `", { "a.txt": "3" });
		work.commit("fix: three", { "a.txt": "4" });
		const taken = work.commit("feat: taken back", { "a.txt": "5" });
		work.commit(`Revert it\n\nThis reverts commit ${taken}.`, { "a.txt": "4" });
		work.commit("docs: nothing", { "README.md": "x" });
		work.push();
		const publish = async () => {
			const run = await work.version({ publish: "true" }, { temporary: `${work.directory}/.git` });
			expect(run.code, run.stdout).toBe(0);
			return readFileSync(run.outputs["notes-file"] ?? "", "utf8");
		};
		const notes = await publish();
		expect(await publish()).toBe(notes);
		expect(notes).toMatch(/^## Breaking changes\n\n- \*\*cart:\*\* prices in cents \(\[[0-9a-f]{12}\]/);
		expect(notes).toContain("## Features\n\n- &lt;img");
		expect(notes).toContain(`https://github.example/acme/shop/commit/${evil}`);
		expect(notes).toContain("## Fixes\n\n- three");
		expect(notes).not.toMatch(/taken back|nothing|<img|@everyone|[^\\]\]\(javascript/);
	});
});
