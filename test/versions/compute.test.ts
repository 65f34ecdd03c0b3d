import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { versionOf } from "#src/versions/compute.js";
import { makeRepository, type TestRepository } from "../git/repository.ts";
import { type Question, versionsAt } from "./at-head.ts";
import { MANIFEST, short } from "./workspace.ts";

/** The versions as a terminal sees them. */
const versions = (repository: TestRepository, more: Question = {}) =>
	versionsAt(repository, { on: null, ...more });

/** The version of the only service. */
async function one(repository: TestRepository, more: Question = {}) {
	const { one: first, problems } = await versions(repository, more);
	return { ...first, problems };
}

const MONOREPO = {
	"services/a/sluice.service.yaml": MANIFEST("a"),
	"services/a/main.js": "1",
	"services/b/sluice.service.yaml": MANIFEST("b", "builds-from: [lib]\ninputs: [/proto/x.proto]\n"),
	"services/b/main.js": "1",
	"lib/sluice.service.yaml": MANIFEST("lib"),
	"lib/lib.js": "1",
	"proto/x.proto": "1",
};

describe("computeVersions", () => {
	it("gives an unreleased service its first version, with the number of its commits", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.commit("feat!: breaking", { "a.txt": "2" });
		expect(await one(repository)).toMatchObject({
			version: `0.1.0-0.main.2+main.g${short(repository.git("rev-parse", "HEAD"))}`,
			changed: true,
			base: null,
			previousVersion: null,
		});
		await using other = makeRepository({ "a.txt": "1", "sluice.yaml": "version: {initial: 1.0.0}\n" });
		expect((await one(other)).version).toMatch(/^1\.0\.0-0\.main\.1\+/);
	});

	it.each([
		["fix: x", "1.3.1"],
		["anything", "1.3.1"],
		["feat: x", "1.4.0"],
		["feat!: x", "2.0.0"],
	])("raises by %s to %s", async (message, core) => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.3.0");
		repository.commit(message, { "a.txt": "2" });
		expect((await one(repository)).version.split("-")[0]).toBe(core);
	});

	it("in 0.y.z raises minor by a breaking change, and 1.0.0 only by the input", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v0.3.0");
		repository.commit("feat!: x", { "a.txt": "2" });
		expect(await one(repository)).toMatchObject({
			version: expect.stringMatching(/^0\.4\.0-/),
			bump: "minor",
		});
		expect((await one(repository, { bump: "major" })).version).toMatch(/^1\.0\.0-/);
		expect((await one(repository, { bump: "patch" })).version).toMatch(/^0\.4\.0-/);
	});

	it("counts a path for every service that it is an input of", async () => {
		await using repository = makeRepository(MONOREPO);
		for (const name of ["a", "b", "lib"]) repository.git("tag", "-a", "-m", name, `${name}/v1.0.0`);
		const inLib = repository.commit("feat: lib", { "lib/lib.js": "2" });
		repository.commit("fix: a", { "services/a/main.js": "2" });
		repository.commit("docs: b", { "services/b/README.md": "2" });
		const proto = repository.commit("fix: proto", { "proto/x.proto": "2" });
		repository.commit("chore: nobody's", { "tools/x": "1" });
		const result = await versions(repository);
		expect(versionOf(result, "a")?.version).toMatch(/^1\.0\.1-0\.main\.1\+/);
		expect(versionOf(result, "b")?.version).toBe(`1.1.0-0.main.2+main.g${short(proto)}`);
		expect(versionOf(result, "lib")?.version).toBe(`1.1.0-0.main.1+main.g${short(inLib)}`);
		expect(versionOf(result, "b")?.commits).toContainEqual(
			expect.objectContaining({ header: "docs: b", counted: false, bump: "none" }),
		);
		expect((await versions(repository, { services: ["a"] })).services.map((each) => each.service)).toEqual([
			"a",
		]);
		await expect(versions(repository, { services: ["c"] })).rejects.toThrow(/no service 'c'/);
	});

	it("works in a folder of the repository, where nothing outside counts", async () => {
		await using repository = makeRepository({ "part/a.txt": "1", "other/b.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.commit("feat: outside", { "other/b.txt": "2" });
		const part = { ...repository, directory: `${repository.directory}/part` };
		expect(await one(part)).toMatchObject({ version: "1.0.0", changed: false });
		repository.commit("fix: inside", { "part/a.txt": "2" });
		expect((await one(part)).version).toMatch(/^1\.0\.1-0\.main\.1\+/);
	});

	it("counts what a merge brings, not the merge, however old the branch is", async () => {
		await using repository = makeRepository({ "a.txt": "1", "b.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "old");
		repository.commit("feat: old", { "b.txt": "2" });
		repository.git("checkout", "--quiet", "main");
		repository.commit("fix: x", { "a.txt": "2" });
		repository.git("tag", "v1.0.0");
		repository.commit("fix: y", { "a.txt": "3" });
		repository.git("merge", "--quiet", "--no-ff", "-m", "Merge old", "old");
		const merge = repository.git("rev-parse", "HEAD");
		// The merge brings a change to the first-parent line, so it names the contents.
		expect((await one(repository)).version).toBe(`1.1.0-0.main.2+main.g${short(merge)}`);
	});

	it("counts a conflict that a merge resolved by hand, and a merge that dropped one side", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "side");
		repository.commit("fix: side", { "a.txt": "side" });
		repository.git("checkout", "--quiet", "main");
		repository.commit("fix: main", { "a.txt": "main" });
		repository.git("tag", "v1.0.0");
		expect(() => repository.git("merge", "--quiet", "side")).toThrow();
		repository.commit("Merge side", { "a.txt": "both" });
		expect((await one(repository)).version).toMatch(/^1\.0\.1-0\.main\.2\+/);

		// `ours` from the other side: nothing of the service counts, but the contents are not the base's.
		await using kept = makeRepository({ "a.txt": "1" });
		const start = kept.git("rev-parse", "HEAD");
		kept.commit("fix: released", { "a.txt": "2" });
		kept.git("tag", "v1.0.0");
		kept.git("checkout", "--quiet", "-b", "other", start);
		kept.git("merge", "--quiet", "--strategy=ours", "-m", "Keep the old", "main");
		const result = await one(kept);
		expect(result).toMatchObject({ changed: true, height: 1, bump: "patch" });
		expect(result.version).toMatch(/^1\.0\.1-0\.dev\.1\+other\./);
	});

	it("names equal contents by one commit, also through a merge that equals one of its parents", async () => {
		await using repository = makeRepository(MONOREPO);
		for (const name of ["a", "b", "lib"]) repository.git("tag", `${name}/v1.0.0`);
		repository.git("checkout", "--quiet", "-b", "topic");
		repository.commit("fix: a", { "services/a/main.js": "2" });
		repository.git("checkout", "--quiet", "main");
		repository.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic");
		const merge = repository.git("rev-parse", "HEAD");
		const before = versionOf(await versions(repository), "a");
		expect(before?.content).toBe(merge);
		repository.commit("fix: b", { "services/b/main.js": "2" });
		expect(versionOf(await versions(repository), "a")?.version).toBe(before?.version);
	});

	it("does not name contents by a merge that kept its first parent's", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.git("checkout", "--quiet", "-b", "topic");
		repository.commit("fix: dropped", { "a.txt": "2" });
		repository.git("checkout", "--quiet", "main");
		const mine = repository.commit("fix: kept", { "b.txt": "2" });
		repository.git("merge", "--quiet", "--strategy=ours", "-m", "Merge topic, not its contents", "topic");
		expect(await one(repository)).toMatchObject({ height: 2, content: mine });
	});

	it("counts a change of an octopus merge only where it differs from every parent", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		for (const name of ["one", "two"]) {
			repository.git("checkout", "--quiet", "-b", name, "v1.0.0");
			repository.commit(`fix: ${name}`, { [name]: "1", "docs/x": name });
		}
		repository.git("checkout", "--quiet", "main");
		repository.commit("fix: main", { main: "1" });
		repository.write({ one: "1", two: "1", "docs/x": "one" });
		repository.git("add", "--all");
		const tree = repository.git("write-tree");
		const octopus = repository.git(
			"commit-tree",
			tree,
			"-p",
			"main",
			"-p",
			"one",
			"-p",
			"two",
			"-m",
			"feat: octopus",
		);
		repository.git("reset", "--quiet", "--hard", octopus);
		expect(await one(repository)).toMatchObject({ version: expect.stringMatching(/^1\.0\.1-0\.main\.3\+/) });
	});

	it("is not misled by clocks that ran wrong", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const make = (seconds: number, file: string, ...parents: string[]) => {
			repository.write({ [file]: String(seconds) });
			repository.git("add", "--all");
			const tree = repository.git("write-tree");
			const lines = [`tree ${tree}`, ...parents.map((each) => `parent ${each}`)];
			for (const who of ["author", "committer"]) lines.push(`${who} T <t@example.invalid> ${seconds} +0000`);
			const text = join(repository.directory, ".git", "commit-text");
			writeFileSync(text, `${lines.join("\n")}\n\nfix: ${file}\n`);
			return repository.git("hash-object", "-t", "commit", "-w", text);
		};
		const root = make(50, "p");
		const early = make(100_000, "early", root);
		const other = make(450, "q", root);
		const side = make(400, "m", early);
		const base = make(500, "base", side, other);
		repository.git("tag", "v1.0.0", base);
		const head = make(200_000, "head", base, early);
		repository.git("reset", "--quiet", "--hard", head);
		expect((await one(repository)).commits.map((each) => each.commit)).not.toContain(early);
	});

	it("takes a reverted commit's effect out, and a reverted revert's back in", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		const feature = repository.commit("feat: x", { "a.txt": "2" });
		const revert = repository.commit(`Revert "feat: x"\n\nThis reverts commit ${feature}.`, { "a.txt": "1" });
		expect(await one(repository)).toMatchObject({
			version: expect.stringMatching(/^1\.0\.1-0\.main\.2\+/),
			commits: expect.arrayContaining([
				expect.objectContaining({ commit: feature, bump: "patch", rule: `reverted by ${short(revert)}` }),
			]),
		});
		repository.commit(`Revert "Revert "feat: x""\n\nThis reverts commit ${revert}.`, { "a.txt": "2" });
		expect((await one(repository)).version).toMatch(/^1\.1\.0-/);
		// By the title where the hash was lost.
		repository.commit(`Revert "feat: x" (#9)\n\nThis reverts commit ${"0".repeat(39)}1.`, { "a.txt": "1" });
		expect((await one(repository)).version).toMatch(/^1\.0\.1-/);
	});

	it("leaves a feature in when an older one of that name is reverted", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const old = repository.commit("feat: x", { "b.txt": "2" });
		repository.git("tag", "v1.0.0");
		repository.commit("feat: x", { "a.txt": "2" });
		repository.commit(`Revert "feat: x"\n\nThis reverts commit ${old}.`, { "b.txt": undefined });
		expect((await one(repository)).version).toMatch(/^1\.1\.0-/);
	});

	it("takes out all that a reverted merge brought", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.git("checkout", "--quiet", "-b", "topic");
		repository.commit("feat!: one", { "b.txt": "1" });
		repository.git("checkout", "--quiet", "main");
		repository.commit("fix: y", { "a.txt": "2" });
		repository.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic");
		const merge = repository.git("rev-parse", "HEAD");
		expect((await one(repository)).version).toMatch(/^2\.0\.0-/);
		repository.commit(
			`Revert "Merge topic"\n\nThis reverts commit ${merge}, reversing\nchanges made to 123.`,
			{ "b.txt": undefined },
		);
		expect((await one(repository)).version).toMatch(/^1\.0\.1-/);
	});

	it("is forced by Release-As, which cannot lower", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.3.0");
		repository.commit("chore: jump\n\nRelease-As: 3.0.0");
		expect(await one(repository)).toMatchObject({
			version: expect.stringMatching(/^3\.0\.0-0\.main\.0\+/),
			changed: true,
			height: 0,
		});
		repository.commit("feat: x\n\nRelease-As: 1.3.5", { "a.txt": "2" });
		const lowered = await one(repository);
		expect(lowered.version).toMatch(/^1\.4\.0-/);
		expect(lowered.problems).toContainEqual(expect.objectContaining({ code: "release-as-no-effect" }));
		repository.commit("fix: y\n\nRelease-As: v2", { "a.txt": "3" });
		expect((await one(repository)).problems).toContainEqual(
			expect.objectContaining({ code: "release-as-invalid" }),
		);
		await using several = makeRepository(MONOREPO);
		for (const name of ["a", "b", "lib"]) several.git("tag", `${name}/v1.0.0`);
		several.commit("chore: for whom?\n\nRelease-As: 3.0.0");
		const result = await versions(several);
		expect(result.services.every((each) => !each.changed)).toBe(true);
		expect(result.problems.filter((each) => each.code === "release-as-without-service")).toHaveLength(1);
	});

	it("is forced by bump only where something counted, or the service is named or the only one", async () => {
		await using repository = makeRepository(MONOREPO);
		for (const name of ["a", "b", "lib"]) repository.git("tag", `${name}/v1.0.0`);
		repository.commit("chore: nobody's", { "tools/x": "1" });
		expect((await versions(repository, { bump: "minor" })).versions).toEqual({
			a: "1.0.0",
			b: "1.0.0",
			lib: "1.0.0",
		});
		const forced = expect.stringMatching(/^1\.1\.0-0\.main\.0\+/);
		expect((await versions(repository, { bump: "minor", services: ["a"] })).versions).toEqual({ a: forced });
		// As where a plan names it: no person did.
		const planned = await versions(repository, { bump: "minor", services: ["a"], named: false });
		expect(planned.versions).toEqual({ a: "1.0.0" });
		const all = await versions(repository, { bump: "minor", named: true });
		expect(all.versions).toEqual({ a: forced, b: forced, lib: forced });
		// Nobody named b, but it has a change of its own, which alone would make it 1.0.1.
		repository.commit("fix: b", { "services/b/main.js": "2" });
		expect((await versions(repository, { bump: "minor" })).versions).toEqual({
			a: "1.0.0",
			b: expect.stringMatching(/^1\.1\.0-0\.main\.1\+/),
			lib: "1.0.0",
		});
		await using single = makeRepository({ "a.txt": "1" });
		single.git("tag", "v1.0.0");
		expect((await one(single, { bump: "minor" })).version).toBe("1.0.0");
		single.commit("docs: x", { "README.md": "1" });
		expect((await one(single, { bump: "minor" })).version).toMatch(/^1\.1\.0-0\.main\.0\+/);
	});

	it("is not forced by a bump that would leave the line of its branch, which is said", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.2.0");
		for (const branch of ["release/1.2", "hotfix/x"]) {
			repository.git("checkout", "--quiet", "-b", branch);
			const minor = await one(repository, { bump: "minor" });
			expect(minor.version).toBe("1.2.0");
			expect((await one(repository, { bump: "patch" })).version).toBe("1.2.0");
			repository.commit("docs: x", { "README.md": branch });
			const still = await one(repository, { bump: "minor" });
			expect(still.version).toBe("1.2.0");
			expect(still.problems).toContainEqual(expect.objectContaining({ code: "bump-leaves-line" }));
			expect((await one(repository, { bump: "patch" })).version).toMatch(/^1\.2\.1-0\.(rc|hotfix)\.0\+/);
			repository.git("checkout", "--quiet", "main");
		}
	});

	it("takes the highest reachable release by semver, not the nearest, and no invalid tag", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.10.0");
		repository.commit("fix: x", { "a.txt": "2" });
		repository.git("tag", "v1.9.9");
		repository.git("tag", "v99");
		repository.git("tag", "v3.0.0-rc.1");
		repository.git("tag", "v4.0.0+build");
		repository.commit("fix: y", { "a.txt": "3" });
		repository.git("checkout", "--quiet", "-b", "away");
		repository.commit("fix: z", { "a.txt": "4" });
		repository.git("tag", "v5.0.0");
		repository.git("checkout", "--quiet", "main");
		const result = await one(repository);
		expect(result.version).toMatch(/^1\.10\.1-0\.main\.2\+/);
		expect(result.base?.tag).toBe("v1.10.0");
		expect(result.problems).toContainEqual(
			expect.objectContaining({
				code: "tag-not-a-version",
				message: expect.stringContaining("v4.0.0+build, v99"),
			}),
		);
		repository.git("checkout", "--quiet", "v1.9.9");
		const carried = await one(repository);
		expect(carried).toMatchObject({ version: "1.9.9", gitTag: "v1.9.9" });
		expect(carried.problems).toContainEqual(expect.objectContaining({ code: "higher-release-reachable" }));
	});

	it("finds the base and the release before among many tags that other lines have", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.commit("fix: x", { "a.txt": "2" });
		repository.git("tag", "v1.0.1");
		repository.git("checkout", "--quiet", "-b", "next");
		for (let minor = 0; minor < 25; minor++) {
			repository.commit("feat: y", { "a.txt": `${minor}` });
			repository.git("tag", `v2.${minor}.0`);
		}
		repository.git("checkout", "--quiet", "main");
		expect(await one(repository)).toMatchObject({
			version: "1.0.1",
			previousVersion: "1.0.0",
			gitTag: "v1.0.1",
		});
		repository.commit("fix: z", { "a.txt": "z" });
		expect(await one(repository)).toMatchObject({
			version: expect.stringMatching(/^1\.0\.2-0\.main\.1\+/),
			npmDistTag: "main",
		});
		// A terminal promises by what it knows, without a remote; it publishes nothing.
		expect((await one(repository, { release: true })).version).toBe("1.0.2");
		await expect(one(repository, { publish: true })).rejects.toMatchObject({ code: "remote-unreachable" });
	});

	it("says that a repository without commits has none", async () => {
		await using repository = makeRepository();
		const git = openGit({ directory: repository.directory, environment: process.env });
		await expect(git.head()).rejects.toMatchObject({ code: "git-no-commit" });
	});

	it("counts as git does, on histories of any shape", { timeout: 120_000 }, async () => {
		const step = fc.record({
			branch: fc.nat(2),
			merge: fc.option(fc.nat(2), { nil: undefined }),
			file: fc.constantFrom("a.txt", "b.txt", "README.md"),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), fc.nat(13), async (steps, at) => {
				await using repository = makeRepository({ "a.txt": "0" });
				for (const name of ["b0", "b1", "b2"]) repository.git("branch", name);
				for (const [index, each] of steps.entries()) {
					repository.git("checkout", "--quiet", `b${each.branch}`);
					if (each.merge !== undefined && each.merge !== each.branch)
						repository.git(
							"merge",
							"--quiet",
							"--no-ff",
							"-X",
							"ours",
							"-m",
							`merge ${index}`,
							`b${each.merge}`,
						);
					else repository.commit(`feat: ${index}`, { [each.file]: `${index}` });
					if (index === at) repository.git("tag", "v1.0.0");
				}
				repository.git("checkout", "--quiet", "b0");
				const tagged = repository.git("tag", "--merged", "HEAD", "--list", "v1.0.0") !== "";
				const range = tagged ? "v1.0.0..HEAD" : "HEAD";
				const hashes = repository
					.git("log", "-c", "--no-renames", "--name-only", "--format=>%H", range)
					.split("\n");
				let current = "";
				const expected = new Set<string>();
				for (const line of hashes) {
					if (line.startsWith(">")) current = line;
					else if (line !== "" && line !== "README.md") expected.add(current);
				}
				const result = await one(repository);
				if (repository.git("tag", "--points-at", "HEAD") !== "") return;
				const counted = result.commits.filter(
					(each) => each.counted && !each.rule.startsWith("a merge that kept"),
				);
				expect(new Set(counted.map((each) => `>${each.commit}`))).toEqual(expected);
			}),
			{ numRuns: 25 },
		);
	});
});
