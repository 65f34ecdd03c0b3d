import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeRepository } from "../git/repository.ts";
import { versionsAt } from "./at-head.ts";
import { MANIFEST, short } from "./workspace.ts";

/** One service, released as 1.3.0. */
function released(tag = "v1.3.0") {
	const repository = makeRepository({ "a.txt": "1" });
	repository.git("tag", tag);
	return repository;
}

/** Services of a repository, all released as 1.0.0. */
function services(files: Record<string, string>, names: readonly string[]) {
	const repository = makeRepository(files);
	for (const name of names) repository.git("tag", `${name}/v1.0.0`);
	return repository;
}

describe("the base", () => {
	it("is the higher of two release tags on one commit, here and behind", async () => {
		await using repository = released("v1.9.0");
		repository.git("tag", "v1.10.0");
		repository.git("tag", "v1.10.0-rc.1");
		expect((await versionsAt(repository)).one).toMatchObject({ version: "1.10.0", gitTag: "v1.10.0" });
		repository.commit("fix: x", { "a.txt": "2" });
		expect((await versionsAt(repository)).one).toMatchObject({
			version: expect.stringMatching(/^1\.10\.1-0\.main\.1\+/),
			base: { tag: "v1.10.0" },
		});
	});

	it("is no tag that is newer than the history", async () => {
		await using repository = released();
		const old = repository.commit("fix: x", { "a.txt": "2" });
		repository.commit("feat: y", { "a.txt": "3" });
		repository.git("tag", "v1.4.0");
		repository.git("reset", "--quiet", "--hard", old);
		expect((await versionsAt(repository)).one).toMatchObject({
			version: `1.3.1-0.main.1+main.g${short(old)}`,
			base: { tag: "v1.3.0" },
		});
	});

	it("is missing: the first version is `initial`, whatever the commits say, unless it is forced", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.commit("feat!: x\n\nBREAKING CHANGE: all", { "a.txt": "2" });
		expect((await versionsAt(repository)).one.version).toMatch(/^0\.1\.0-0\.main\.2\+/);
		repository.commit("fix: y\n\nRelease-As: 2.0.0", { "a.txt": "3" });
		expect((await versionsAt(repository)).one.version).toMatch(/^2\.0\.0-0\.main\.3\+/);
	});

	it("is missing: a release branch that names a line gives the first version", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "release/2.3");
		expect((await versionsAt(repository)).one.version).toMatch(/^2\.3\.0-0\.rc\.1\+/);
	});

	it("is missing, and nothing counted: changed, with the height 0", async () => {
		await using repository = makeRepository({ "README.md": "1" });
		expect((await versionsAt(repository)).one).toMatchObject({
			version: expect.stringMatching(/^0\.1\.0-0\.main\.0\+/),
			changed: true,
			height: 0,
		});
	});

	it("is missing: `bump` has no effect", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		expect((await versionsAt(repository, { bump: "major" })).one.version).toMatch(/^0\.1\.0-/);
	});

	it("is asked of the remote by a terminal that has no tag of a service, else not", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const origin = mkdtempSync(join(tmpdir(), "sluice-origin-"));
		try {
			execFileSync("git", ["init", "--quiet", "--bare", origin]);
			repository.git("remote", "add", "origin", origin);
			repository.git("tag", "v1.3.0");
			repository.git("tag", "v1.2.0");
			repository.git("push", "--quiet", "--tags", "origin");
			repository.git("tag", "--delete", "v1.3.0");
			expect((await versionsAt(repository, { on: null })).one.version).toBe("1.2.0");
			repository.git("tag", "--delete", "v1.2.0");
			expect((await versionsAt(repository, { on: null })).one.version).toBe("1.3.0");
		} finally {
			rmSync(origin, { recursive: true });
		}
	});
});

describe("what counts", () => {
	it("a service's folder less the folders of services nested in it, but for their manifests", async () => {
		await using repository = services(
			{
				"svc/sluice.service.yaml": MANIFEST("outer"),
				"svc/inner/sluice.service.yaml": MANIFEST("inner"),
			},
			["outer", "inner"],
		);
		repository.commit("fix: in", { "svc/inner/main.js": "1" });
		expect((await versionsAt(repository)).heights).toEqual({ outer: 0, inner: 1 });
		repository.commit("fix: manifest", { "svc/inner/sluice.service.yaml": MANIFEST("inner", "# x\n") });
		expect((await versionsAt(repository)).heights).toEqual({ outer: 1, inner: 2 });
		repository.commit("fix: out", { "svc/main.js": "1" });
		expect((await versionsAt(repository)).heights).toEqual({ outer: 2, inner: 2 });
	});

	it("`builds-from`, transitively, with what is an input there", async () => {
		await using repository = services(
			{
				"app/sluice.service.yaml": MANIFEST("app", "builds-from: [mid]\n"),
				"mid/sluice.service.yaml": MANIFEST("mid", "builds-from: [base]\n"),
				"base/sluice.service.yaml": MANIFEST("base", "inputs: [/proto/]\n"),
				"proto/x.proto": "1",
			},
			["app", "mid", "base"],
		);
		repository.commit("feat: p", { "proto/x.proto": "2" });
		expect((await versionsAt(repository)).heights).toEqual({ app: 1, mid: 1, base: 1 });
	});

	it("the manifest, though a pattern of `ignore` names it", async () => {
		await using repository = services(
			{ "a/sluice.service.yaml": MANIFEST("a", 'ignore: ["*.yaml", "*.js"]\n') },
			["a"],
		);
		repository.commit("fix: ignored", { "a/x.js": "1", "a/x.yaml": "1" });
		expect((await versionsAt(repository)).one).toMatchObject({ version: "1.0.0", changed: false });
		repository.commit("fix: x", { "a/sluice.service.yaml": MANIFEST("a", 'ignore: ["*.yaml"]\n') });
		// Today's `ignore` decides for the commit before, too.
		expect((await versionsAt(repository)).one).toMatchObject({ height: 2, changed: true });
	});

	it("what today's manifest says, for the whole range, and where it lies today", async () => {
		await using repository = services({ "old/sluice.service.yaml": MANIFEST("a"), "old/x": "1" }, ["a"]);
		repository.commit("feat: at the old place", { "old/x": "2" });
		repository.commit("fix: proto before it was an input", { "proto/x": "1" });
		repository.git("mv", "old", "new");
		repository.commit("refactor: move", {
			"new/sluice.service.yaml": MANIFEST("a", "inputs: [/proto/x]\n"),
		});
		const { one } = await versionsAt(repository);
		expect(one.version).toMatch(/^1\.0\.1-0\.main\.2\+/);
		expect(one.commits.map((each) => each.header)).toEqual([
			"refactor: move",
			"fix: proto before it was an input",
		]);
	});

	it("no file under `ignore`, which holds in the service's own folder only", async () => {
		await using repository = services(
			{
				"a/sluice.service.yaml": MANIFEST("a", 'builds-from: [b]\nignore: ["*.txt"]\n'),
				"b/sluice.service.yaml": MANIFEST("b"),
			},
			["a", "b"],
		);
		repository.commit("docs: b", { "b/README.md": "1", "b/docs/x": "1" });
		repository.commit("fix: a", { "a/x.txt": "1" });
		expect((await versionsAt(repository)).heights).toEqual({ a: 0, b: 0 });
		// b's folder knows no rule for .txt, and a's own rules have no README.md.
		repository.commit("fix: b", { "b/x.txt": "1" });
		repository.commit("fix: a", { "a/README.md": "1" });
		expect((await versionsAt(repository)).heights).toEqual({ a: 2, b: 1 });
	});

	it("a path that `inputs` names, though the pattern of a folder ignores it", async () => {
		await using repository = services(
			{
				"a/sluice.service.yaml": MANIFEST("a", "inputs: [/a/docs/api.json, /b/README.md]\n"),
				"b/sluice.service.yaml": MANIFEST("b"),
			},
			["a", "b"],
		);
		repository.commit("docs: api", { "a/docs/api.json": "1" });
		repository.commit("docs: b", { "b/README.md": "1" });
		expect((await versionsAt(repository)).heights).toEqual({ a: 2, b: 0 });
	});
});

it("warns where releases stand elsewhere and this commit contains none of them", async () => {
	await using repository = makeRepository({ "a.txt": "1" });
	repository.git("checkout", "--quiet", "-b", "other");
	repository.commit("feat: other", { "b.txt": "1" });
	repository.git("tag", "v9.0.0");
	repository.git("checkout", "--quiet", "main");
	const { one, problems } = await versionsAt(repository);
	expect(one.version).toMatch(/^0\.1\.0-0\.main\.1\+/);
	expect(problems).toEqual([
		expect.objectContaining({ code: "releases-not-contained", message: expect.stringContaining("v9.0.0") }),
	]);
});

describe("unchanged", () => {
	it("keeps the release, with a notice and nothing to push", async () => {
		await using repository = services({ "a/sluice.service.yaml": MANIFEST("a") }, ["a"]);
		repository.commit("feat: elsewhere", { "tools/x": "1" });
		const result = await versionsAt(repository);
		expect(result.one).toMatchObject({
			version: "1.0.0",
			changed: false,
			bump: "none",
			gitTag: null,
			tags: [],
			dockerTag: "1.0.0",
		});
		expect(result.problems).toEqual([expect.objectContaining({ code: "image-reused", severity: "notice" })]);
	});

	it("is no service that changed there and back: the commits count", async () => {
		await using repository = released();
		repository.commit("fix: there", { "a.txt": "2" });
		repository.commit("fix: back", { "a.txt": "1" });
		expect((await versionsAt(repository)).one).toMatchObject({ changed: true, height: 2 });
	});

	it("is a service of which a merge kept one side, in ignored files only", async () => {
		await using repository = released();
		repository.git("checkout", "--quiet", "-b", "side");
		repository.commit("docs: side", { "README.md": "side" });
		repository.git("checkout", "--quiet", "main");
		repository.commit("docs: main", { "README.md": "main" });
		repository.git("merge", "--quiet", "--strategy=ours", "-m", "Merge side", "side");
		expect((await versionsAt(repository)).one).toMatchObject({ version: "1.3.0", changed: false });
	});
});

describe("the bump", () => {
	it.each([
		["feat: x\n\nBREAKING CHANGE: all", "0.4.0"],
		["feat: x", "0.4.0"],
		["fix: x", "0.3.1"],
	])("in 0.y.z: %j gives %s", async (message, core) => {
		await using repository = released("v0.3.0");
		repository.commit(message, { "a.txt": "2" });
		expect((await versionsAt(repository)).one.version.split("-")[0]).toBe(core);
	});

	it("is the highest over the counted commits only", async () => {
		await using repository = released();
		repository.commit("feat!: only words", { "README.md": "x" });
		repository.commit("feat: first", { "a.txt": "2" });
		repository.commit("fix: then", { "a.txt": "3" });
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-0\.main\.2\+/);
	});

	it("does not fall by the revert of a commit before the range, named by its hash", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const old = repository.commit("feat: x", { "b.txt": "2" });
		repository.git("tag", "v1.0.0");
		repository.commit("feat: x", { "a.txt": "2" });
		repository.commit(`Revert "feat: x"\n\nThis reverts commit ${old}.`, { "b.txt": undefined });
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.1\.0-/);
	});

	it.each([7, 12])(
		"does not fall by the revert of an older feature of the same title, by %i digits",
		async (digits) => {
			await using repository = makeRepository({ "a.txt": "1" });
			const old = repository.commit("feat: x", { "b.txt": "1" });
			repository.git("tag", "v1.3.0");
			repository.commit("feat: x", { "a.txt": "2" });
			repository.commit(`Revert "feat: x"\n\nThis reverts commit ${old.slice(0, digits)}.`, {
				"b.txt": undefined,
			});
			expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-/);
		},
	);

	it("falls by a revert with a short hash", async () => {
		await using repository = released();
		const feature = repository.commit("feat: x", { "a.txt": "2" });
		repository.commit(`Take it back\n\nThis reverts commit ${feature.slice(0, 8)}.`, { "a.txt": "1" });
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.3\.1-0\.main\.2\+/);
	});

	it("falls by a revert's title: (#123) is left out, and of several the newest not yet reverted", async () => {
		await using repository = released();
		const [first, second] = ["2", "3"].map((text) => repository.commit("feat: x (#7)", { "a.txt": text }));
		const one = repository.commit('Revert "feat: x" (#8)', { "a.txt": "2" });
		const rules = async () =>
			Object.fromEntries((await versionsAt(repository)).one.commits.map((each) => [each.commit, each.rule]));
		expect(await rules()).toMatchObject({
			[first ?? ""]: "feat",
			[second ?? ""]: `reverted by ${short(one)}`,
		});
		const two = repository.commit('Revert "feat: x (#7)"', { "a.txt": "1" });
		expect(await rules()).toMatchObject({
			[first ?? ""]: `reverted by ${short(two)}`,
			[second ?? ""]: `reverted by ${short(one)}`,
		});
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.3\.1-0\.main\.4\+/);
	});

	it("stays where a revert changes nothing of the service", async () => {
		await using repository = services(
			{ "a/sluice.service.yaml": MANIFEST("a"), "b/sluice.service.yaml": MANIFEST("b") },
			["a", "b"],
		);
		const both = repository.commit("feat: both", { "a/x": "1", "b/x": "1" });
		repository.commit(`Revert a part\n\nThis reverts commit ${both}.`, { "a/x": undefined });
		expect((await versionsAt(repository)).versions).toMatchObject({
			a: expect.stringMatching(/^1\.0\.1-0\.main\.2\+/),
			b: expect.stringMatching(/^1\.1\.0-0\.main\.1\+/),
		});
	});

	it("is forced by the newest Release-As of the range, in any case", async () => {
		await using repository = released();
		repository.commit("fix: x\n\nrelease-as: 4.0.0", { "a.txt": "2" });
		repository.commit("fix: y\n\nRELEASE-AS: 3.0.0", { "a.txt": "3" });
		expect((await versionsAt(repository)).one.version).toMatch(/^3\.0\.0-0\.main\.2\+/);
	});

	it("is forced by a Release-As among ignored files in a repository of one service, else warned of", async () => {
		await using one = released();
		one.commit("docs: x\n\nRelease-As: 3.0.0", { "README.md": "2" });
		expect((await versionsAt(one)).one).toMatchObject({
			version: expect.stringMatching(/^3\.0\.0-0\.main\.0\+/),
			changed: true,
		});
		await using several = services(
			{ "a/sluice.service.yaml": MANIFEST("a"), "b/sluice.service.yaml": MANIFEST("b") },
			["a", "b"],
		);
		several.commit("docs: x\n\nRelease-As: 3.0.0", { "a/README.md": "2" });
		const result = await versionsAt(several);
		expect(result.versions).toEqual({ a: "1.0.0", b: "1.0.0" });
		expect(result.problems).toContainEqual(
			expect.objectContaining({ code: "release-as-without-service", severity: "warning" }),
		);
	});

	it("is forced for the services only that a Release-As changes", async () => {
		await using repository = services(
			{ "a/sluice.service.yaml": MANIFEST("a"), "b/sluice.service.yaml": MANIFEST("b") },
			["a", "b"],
		);
		repository.commit("fix: x\n\nRelease-As: 3.0.0", { "a/x": "2" });
		repository.commit("fix: y", { "b/x": "2" });
		expect((await versionsAt(repository)).versions).toMatchObject({
			a: expect.stringMatching(/^3\.0\.0-/),
			b: expect.stringMatching(/^1\.0\.1-/),
		});
	});

	it("by the input never falls, and has no effect on a commit that carries the tag", async () => {
		await using repository = released();
		expect((await versionsAt(repository, { bump: "major" })).one.version).toBe("1.3.0");
		repository.commit("feat: x", { "a.txt": "2" });
		expect((await versionsAt(repository, { bump: "patch" })).one.version).toMatch(/^1\.4\.0-/);
		expect((await versionsAt(repository, { bump: "major" })).one.version).toMatch(/^2\.0\.0-/);
	});

	it("by Release-As does not leave the line of a release or hotfix branch", async () => {
		await using repository = released();
		repository.commit("fix: x\n\nRelease-As: 2.0.0", { "a.txt": "2" });
		for (const [branch, core] of [
			["release/1.3", "1.3.1-0.rc.1"],
			["hotfix/x", "1.3.1-0.hotfix.1"],
		] as const) {
			repository.git("checkout", "--quiet", "-b", branch);
			const result = await versionsAt(repository);
			expect(result.one.version.split("+")[0]).toBe(core);
			expect(result.codes).toContain("release-as-no-effect");
		}
	});
});

describe("the content's name", () => {
	it("is the first commit of the first-parent line where none touches the service", async () => {
		await using repository = makeRepository({ "README.md": "1" });
		const first = repository.git("rev-parse", "HEAD");
		repository.commit("docs: x", { "README.md": "2" });
		expect((await versionsAt(repository)).one.content).toBe(first);
	});

	it("stays through commits that leave the service alone, with the whole version", async () => {
		await using repository = released();
		repository.commit("fix: x", { "a.txt": "2" });
		const before = (await versionsAt(repository)).one;
		repository.commit("docs: y", { "README.md": "1" });
		const after = (await versionsAt(repository)).one;
		expect([after.version, after.dockerTag, after.slug, after.npmVersion]).toEqual([
			before.version,
			before.dockerTag,
			before.slug,
			before.npmVersion,
		]);
	});

	it("has twelve digits in every clone", async () => {
		await using repository = released();
		repository.commit("fix: x", { "a.txt": "2" });
		repository.git("config", "core.abbrev", "4");
		expect((await versionsAt(repository)).one.version).toMatch(/\.g[0-9a-f]{12}$/);
	});
});

describe("messages that nobody should write", () => {
	/** Commits `files` under a message of any bytes. */
	function commitBytes(repository: ReturnType<typeof released>, message: Buffer, text: string) {
		repository.write({ "a.txt": text });
		repository.git("add", "--all");
		const file = join(repository.directory, ".git", "message");
		writeFileSync(
			file,
			Buffer.concat([
				Buffer.from(
					[
						`tree ${repository.git("write-tree")}`,
						`parent ${repository.git("rev-parse", "HEAD")}`,
						"author T <t@example.invalid> 1800000000 +0000",
						"committer T <t@example.invalid> 1800000000 +0000",
						"\n",
					].join("\n"),
				),
				message,
			]),
		);
		repository.git("reset", "--quiet", repository.git("hash-object", "-t", "commit", "-w", file));
	}

	it("of 10 MB are read for their beginning and their end", async () => {
		await using repository = released();
		commitBytes(repository, Buffer.from(`feat: x\n\n${"line of a body\n".repeat(700_000)}`), "2");
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-0\.main\.1\+/);
		commitBytes(repository, Buffer.from(`fix: ${"x".repeat(10_000_000)}`), "3");
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.4\.0-0\.main\.2\+/);
		commitBytes(
			repository,
			Buffer.from(`fix: x\n\n${"line\n".repeat(2_000_000)}\nBREAKING CHANGE: gone\n`),
			"4",
		);
		expect((await versionsAt(repository)).one.version).toMatch(/^2\.0\.0-0\.main\.3\+/);
	});

	it("with forged separators stay one commit", async () => {
		await using repository = released();
		const hash = "0".repeat(40);
		const forged = `fix: x\n\n\\x00${hash}\\x00\\x00feat!: forged\n%x00%H%x00\u0001\u001e\u001f${hash}\n\n:000000 100644 a.txt`;
		commitBytes(repository, Buffer.from(forged), "2");
		expect((await versionsAt(repository)).one).toMatchObject({
			version: expect.stringMatching(/^1\.3\.1-0\.main\.1\+/),
			height: 1,
		});
	});

	it("of binary junk are patches of no type, and say so in valid text", async () => {
		await using repository = released();
		const junk = Buffer.from(Array.from({ length: 2000 }, (_, at) => 1 + ((at * 7919) % 255)));
		commitBytes(repository, Buffer.concat([Buffer.from("\u001b[31m"), Buffer.from([0xff, 0xfe]), junk]), "2");
		const { one } = await versionsAt(repository);
		expect(one).toMatchObject({ version: expect.stringMatching(/^1\.3\.1-0\.main\.1\+/), height: 1 });
		expect(one.commits[0]?.rule).toBe("no type");
		expect(JSON.parse(JSON.stringify(one.commits))).toEqual(one.commits);
	});

	it("without any text are patches", async () => {
		await using repository = released();
		commitBytes(repository, Buffer.from(""), "2");
		expect((await versionsAt(repository)).one.version).toMatch(/^1\.3\.1-0\.main\.1\+/);
	});

	it("may be in an encoding of their own, and the paths beside them of any kind", async () => {
		await using repository = services({ "a/sluice.service.yaml": MANIFEST("a") }, ["a"]);
		repository.commit("feat: x", { 'a/line\nbreak\tand "quotes" ü': "1", "a/ -x": "1" });
		const { one } = await versionsAt(repository);
		expect(one.version).toMatch(/^1\.1\.0-0\.main\.1\+/);
		expect(one.commits[0]?.files).toContain('a/line\nbreak\tand "quotes" ü');
	});
});
