import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "#src/catalog/load.js";
import { parseEvent } from "#src/context/event.js";
import { commitTree } from "#src/git/commit-tree.js";
import { openGit } from "#src/git/git.js";
import { repositoryState } from "#src/git/state.js";
import { computeVersions } from "#src/versions/compute.js";
import { lastReleases } from "#src/versions/last-releases.js";
import { makeRepository } from "../git/repository.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST } from "./workspace.ts";

const FIRST: MadeCommit = {
	parents: [],
	message: "feat: first",
	date: 0,
	files: Object.fromEntries(["a", "b", "c"].map((name) => [`${name}/sluice.service.yaml`, MANIFEST(name)])),
};

/** A line of commits that change a, b and c in turn, from the second on. */
function line(length: number): MadeCommit[] {
	return [
		FIRST,
		...Array.from({ length: length - 1 }, (_, index): MadeCommit => {
			const service = ["a", "b", "c"][index % 3] ?? "a";
			return {
				parents: [index],
				message: "fix: x",
				date: (index + 1) * 60,
				files: { [`${service}/x`]: `${index}` },
			};
		}),
	];
}

function clone(origin: string, ...args: string[]): AsyncDisposable & { directory: string; count(): number } {
	const directory = mkdtempSync(join(tmpdir(), "sluice-shallow-"));
	execFileSync(
		"git",
		[
			"clone",
			"--quiet",
			"--branch=main",
			"--single-branch",
			"--no-tags",
			...args,
			`file://${origin}`,
			directory,
		],
		{ stdio: "pipe" },
	);
	return {
		directory,
		count: () =>
			Number(execFileSync("git", ["rev-list", "--count", "HEAD"], { cwd: directory, encoding: "utf8" })),
		[Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
	};
}

async function open(directory: string) {
	const git = openGit({ directory, environment: process.env });
	const state = await repositoryState(git);
	const tree = commitTree(git.objects, state.head, async () => state.prefix);
	const catalogue = await loadCatalogue(tree, { configFile: "sluice.yaml", repositoryName: "shop" });
	return { git, state, head: state.head, catalogue };
}

/** As a push to main has it. */
async function versions(directory: string) {
	const { git, state, head, catalogue } = await open(directory);
	const event = parseEvent(
		{ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main", GITHUB_SHA: head },
		undefined,
	);
	const { services } = await computeVersions({ git, state, catalogue, event, actions: true });
	return services;
}

describe("shallow and partial clones", () => {
	it("never take a revert's title for the commit that they lack", async () => {
		await using repository = makeRepository({ "a/sluice.service.yaml": MANIFEST("a") });
		const old = repository.commit("feat: x", { "a/b": "1" });
		repository.commit("fix: y", { "a/c": "1" });
		repository.git("tag", "a/v1.0.0");
		repository.commit("feat: x", { "a/d": "1" });
		repository.commit(`Revert "feat: x"\n\nThis reverts commit ${old}.`, { "a/b": undefined });
		await using whole = clone(repository.directory);
		expect((await versions(whole.directory))[0]?.version).toMatch(/^1\.1\.0-/);
		await using shallow = clone(repository.directory, "--depth=1");
		await expect(versions(shallow.directory)).rejects.toMatchObject({ code: "shallow-clone" });
	});

	it("fetches up to the oldest base, and counts right at the end of what it fetched", async () => {
		const commits = line(400);
		// Each base is changed by the very next commit of its service.
		const tags = [
			{ name: "a/v1.0.0", at: 390 },
			{ name: "b/v1.0.0", at: 300 },
			{ name: "c/v1.0.0", at: 380 },
		];
		await using origin = makeHistory(commits, tags);
		await using shallow = clone(origin.directory, "--depth=1");
		const found = await versions(shallow.directory);
		await using whole = clone(origin.directory);
		expect(found).toEqual(await versions(whole.directory));
		expect(found.map((each) => each.height)).toEqual([3, 33, 7]);
		expect(shallow.count()).toBeLessThan(300);
	});

	it("tells a highest tag on another line from one that is out of reach", async () => {
		const commits = line(100);
		commits.push({ parents: [60], message: "feat!: x", date: 7_000, files: { "a/x": "next" } });
		const other = commits.length - 1;
		commits.push({ parents: [99], message: "fix: x", date: 8_000, files: { "a/x": "main" } });
		const tags = ["a", "b", "c"].map((name) => ({ name: `${name}/v1.0.0`, at: 90 }));
		await using origin = makeHistory(commits, [...tags, { name: "a/v2.0.0", at: other }]);
		await using shallow = clone(origin.directory, "--depth=1");
		const found = await versions(shallow.directory);
		expect(found[0]?.base?.tag).toBe("a/v1.0.0");
		await using whole = clone(origin.directory);
		expect(found).toEqual(await versions(whole.directory));
	});

	it("reads all history only for what was never released", async () => {
		await using origin = makeHistory(line(200), [
			{ name: "a/v1.0.0", at: 190 },
			{ name: "b/v1.0.0", at: 190 },
		]);
		await using shallow = clone(origin.directory, "--depth=1");
		expect((await versions(shallow.directory))[2]?.height).toBe(67);
		expect(shallow.count()).toBe(200);
	});

	it("refuses a clone without trees, and says what to do", async () => {
		await using origin = makeHistory(line(20), [{ name: "a/v1.0.0", at: 10 }]);
		execFileSync("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin.directory });
		await using treeless = clone(origin.directory, "--filter=tree:0");
		await expect(versions(treeless.directory)).rejects.toMatchObject({
			code: "treeless-clone",
			hint: expect.stringContaining("blob:none"),
		});
		await using blobless = clone(origin.directory, "--filter=blob:none");
		expect(await versions(blobless.directory)).toHaveLength(3);
	});

	it("gives plan the last releases, by the same steps", async () => {
		await using origin = makeHistory(line(400), [
			{ name: "a/v1.0.0", at: 390 },
			{ name: "b/v1.0.0", at: 350 },
		]);
		await using shallow = clone(origin.directory, "--depth=1");
		const { git, head, catalogue } = await open(shallow.directory);
		const { releases } = await lastReleases({ git, catalogue, head, actions: true });
		expect([...releases]).toEqual([
			["a", { tag: "a/v1.0.0", commit: origin.hashes[390] }],
			["b", { tag: "b/v1.0.0", commit: origin.hashes[350] }],
			["c", undefined],
		]);
		expect(shallow.count()).toBeLessThan(200);
	});

	it("gives the versions of a whole clone, whatever the history and the depth", {
		timeout: 300_000,
	}, async () => {
		const node = fc.record({
			parents: fc.array(fc.nat(8), { minLength: 1, maxLength: 2 }),
			file: fc.constantFrom("a/x", "b/x", "c/x", "other"),
		});
		const tag = fc.record({ name: fc.constantFrom("a", "b", "c"), minor: fc.nat(3), back: fc.nat(25) });
		await fc.assert(
			fc.asyncProperty(
				fc.array(node, { minLength: 5, maxLength: 25 }),
				fc.array(tag, { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 1, max: 12 }),
				async (nodes, wanted, depth) => {
					const commits = line(10);
					for (const [index, { parents, file }] of nodes.entries()) {
						const last = commits.length - 1;
						commits.push({
							parents: [...new Set(parents.map((back) => Math.max(0, last - back)))],
							message: "fix: x",
							date: 10_000 + index * 60,
							files: { [file]: `new ${index}` },
						});
					}
					const tags = new Map(
						wanted.map(({ name, minor, back }) => {
							const tagged = { name: `${name}/v1.${minor}.0`, at: Math.max(0, commits.length - 1 - back) };
							return [tagged.name, tagged];
						}),
					);
					await using origin = makeHistory(commits, [...tags.values()]);
					await using shallow = clone(origin.directory, `--depth=${depth}`, "--no-checkout");
					// The whole history is origin itself, which has no working tree that matters.
					execFileSync("git", ["config", "remote.origin.url", "."], { cwd: origin.directory });
					const strip = (list: Awaited<ReturnType<typeof versions>>) =>
						// What was released before a carried tag is not looked for in a shallow clone.
						list.map((each) => ({
							...each,
							previousVersion: each.gitTag === null ? each.previousVersion : null,
						}));
					expect(strip(await versions(shallow.directory))).toEqual(strip(await versions(origin.directory)));
				},
			),
			{ numRuns: 25, verbose: 1 },
		);
	});
});
