import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { lastReleases } from "#src/versions/last-releases.js";
import { makeRepository } from "../git/repository.ts";
import { startGitHub } from "../github/server.ts";
import { openHead, pullRequest, versionsAt } from "./at-head.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST, short } from "./workspace.ts";

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

interface Clone extends AsyncDisposable {
	directory: string;
	/** The commits that HEAD reaches. */
	count(): number;
	/** The commits that were ever fetched. */
	fetched(): number;
	/** What must stay as it is: the configuration, and whether all is there that HEAD reaches. */
	state(): string;
}

/** A clone of a repository by its path or its URL. */
async function clone(origin: string, ...args: string[]): Promise<Clone> {
	const directory = mkdtempSync(join(tmpdir(), "sluice-shallow-"));
	// Not in one piece: the server may be in this process.
	await promisify(execFile)("git", [
		"clone",
		"--quiet",
		"--branch=main",
		"--single-branch",
		"--no-tags",
		...args,
		origin.includes("://") ? origin : `file://${origin}`,
		directory,
	]);
	const git = (...args: string[]) =>
		execFileSync("git", args, { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
	return {
		directory,
		count: () => Number(git("rev-list", "--count", "HEAD")),
		fetched: () =>
			git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype)")
				.split("\n")
				.filter((type) => type === "commit").length,
		state: () => {
			const objects = git("rev-list", "--objects", "--missing=print", "HEAD");
			return [readFileSync(join(directory, ".git/config"), "utf8"), objects].join("\n");
		},
		[Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
	};
}

/** As a push to main has it. */
async function versions(directory: string) {
	return (await versionsAt({ directory })).services;
}

/** A commit after ten on one line: its parents, so many places back from the newest, and the file that it changes. */
interface MadeNode {
	parents: readonly number[];
	file: string;
}

/** Holds the versions of a shallow clone to those of the whole history. */
async function sameAsWhole(
	nodes: readonly MadeNode[],
	wanted: readonly { name: string; minor: number; back: number }[],
	depth: number,
): Promise<void> {
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
	await using shallow = await clone(origin.directory, `--depth=${depth}`, "--no-checkout");
	// The whole history is origin itself, which has no working tree that matters.
	execFileSync("git", ["config", "remote.origin.url", "."], { cwd: origin.directory });
	const strip = (list: Awaited<ReturnType<typeof versions>>) =>
		// What was released before a carried tag is not looked for in a shallow clone.
		list.map((each) => ({
			...each,
			previousVersion: each.gitTag === null ? each.previousVersion : null,
		}));
	expect(strip(await versions(shallow.directory))).toEqual(strip(await versions(origin.directory)));
}

describe("shallow and partial clones", () => {
	it("fetch the manifests that they left out, and nothing for tags and reverted commits that they lack", async () => {
		const made = line(40);
		for (let at = 0; at < 5; at++)
			made.push({
				parents: [made.length - 1],
				message: `fix: undo\n\nThis reverts commit ${`${at}`.repeat(40)}.`,
				date: 10_000 + at * 60,
				files: { "a/x": `reverted ${at}` },
			});
		const tags = ["a", "b", "c"].flatMap((name, index) => [
			{ name: `${name}/v1.0.0`, at: 10 + index },
			{ name: `${name}/v1.1.0`, at: 30 + index },
		]);
		await using origin = makeHistory(made, tags);
		execFileSync("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin.directory });
		execFileSync("git", ["config", "uploadpack.allowAnySHA1InWant", "true"], { cwd: origin.directory });
		for (const args of [[], ["--depth=1"], ["--no-checkout"]]) {
			await using partial = await clone(origin.directory, "--filter=blob:none", ...args);
			const trace = join(partial.directory, ".git", "trace");
			const environment = { ...process.env, GIT_TRACE2_PERF: trace };
			const git = openGit({ directory: partial.directory, environment });
			const { heights } = await versionsAt(partial, { git });
			expect(heights).toEqual({ a: 8, b: 3, c: 3 });
			const fetches = readFileSync(trace, "utf8").match(/ fetch .*--stdin\b/g);
			expect(fetches === null, args.join(" ")).toBe(!args.includes("--no-checkout"));
		}
	});

	it("never take a revert's title for the commit that they lack", async () => {
		await using repository = makeRepository({ "a/sluice.service.yaml": MANIFEST("a") });
		const old = repository.commit("feat: x", { "a/b": "1" });
		repository.commit("fix: y", { "a/c": "1" });
		repository.git("tag", "a/v1.0.0");
		repository.commit("feat: x", { "a/d": "1" });
		repository.commit(`Revert "feat: x"\n\nThis reverts commit ${old}.`, { "a/b": undefined });
		await using whole = await clone(repository.directory);
		expect((await versions(whole.directory))[0]?.version).toMatch(/^1\.1\.0-/);
		await using shallow = await clone(repository.directory, "--depth=1");
		const before = shallow.state();
		await expect(versions(shallow.directory)).rejects.toMatchObject({ code: "shallow-clone" });
		// After a failure too.
		expect(shallow.fetched()).toBeGreaterThan(1);
		expect(shallow.state()).toBe(before);
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
		await using shallow = await clone(origin.directory, "--depth=1");
		const found = await versions(shallow.directory);
		await using whole = await clone(origin.directory);
		expect(found).toEqual(await versions(whole.directory));
		expect(found.map((each) => each.height)).toEqual([3, 33, 7]);
		expect(shallow.fetched()).toBeLessThan(300);
	});

	it.each<[string, { http: boolean; lacks?: string; steps: boolean }]>([
		["a folder", { http: false, steps: false }],
		["http", { http: true, steps: false }],
		["a server without --shallow-exclude", { http: true, lacks: "deepen-not", steps: true }],
	])("of %s are as they were afterwards, configuration and all", async (_, { http, lacks, steps }) => {
		await using origin = makeHistory(line(400), [
			{ name: "a/v1.0.0", at: 390 },
			{ name: "b/v1.0.0", at: 370 },
			{ name: "c/v1.0.0", at: 380 },
		]);
		execFileSync("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin.directory });
		const server = { bare: origin.directory, name: "acme/shop", ...(lacks === undefined ? {} : { lacks }) };
		await using hosted = http ? await startGitHub(server) : undefined;
		const url = hosted?.origin ?? `file://${origin.directory}`;
		await using shallow = await clone(url, "--depth=1");
		const before = shallow.state();
		const found = await versions(shallow.directory);
		expect(found.map((each) => each.height)).toEqual([3, 10, 7]);
		expect(shallow.state()).toBe(before);
		// A step fetches a hundred commits; a tag as the end no more than lie behind it.
		if (steps) expect(shallow.fetched()).toBeGreaterThan(100);
		else expect(shallow.fetched()).toBeLessThan(40);
		expect(await versions(shallow.directory)).toEqual(found);
		// And what a later fetch brings is whole.
		await promisify(execFile)("git", ["fetch", "--quiet", "--unshallow"], { cwd: shallow.directory });
		expect(shallow.count()).toBe(400);
		expect(shallow.state()).not.toContain("\n?");
	});

	it("name a pull request's contents by its head, however little of its merge they hold", async () => {
		const commits = line(20);
		commits.push({ parents: [15], message: "feat: topic", date: 5_000, files: { "a/topic": "1" } });
		const head = commits.length - 1;
		const files = { "a/topic": "1" };
		commits.push({ parents: [19, head], message: "Merge", date: 6_000, files });
		await using origin = makeHistory(
			commits,
			["a", "b", "c"].map((name) => ({ name: `${name}/v1.0.0`, at: 10 })),
		);
		const [base = "", topic = "", merge = ""] = [19, head, head + 1].map((at) => origin.hashes[at]);
		const payload = pullRequest(7, { ref: "topic", sha: topic }, { ref: "main", sha: base });
		const question = { on: "pull_request", ref: "refs/pull/7/merge", sha: merge, payload };
		await using whole = await clone(origin.directory);
		const { services } = await versionsAt(whole, question);
		expect(services[0]?.version).toMatch(
			new RegExp(`-0\\.dev\\.pr\\.7\\.4\\+topic\\.g${short(topic)}\\.m${short(merge)}$`),
		);
		for (const depth of [1, 2]) {
			await using shallow = await clone(origin.directory, `--depth=${depth}`);
			expect((await versionsAt(shallow, question)).services).toEqual(services);
		}
	});

	it("tells a highest tag on another line from one that is out of reach", async () => {
		const commits = line(100);
		commits.push({ parents: [60], message: "feat!: x", date: 7_000, files: { "a/x": "next" } });
		const other = commits.length - 1;
		commits.push({ parents: [99], message: "fix: x", date: 8_000, files: { "a/x": "main" } });
		const tags = ["a", "b", "c"].map((name) => ({ name: `${name}/v1.0.0`, at: 90 }));
		await using origin = makeHistory(commits, [...tags, { name: "a/v2.0.0", at: other }]);
		await using shallow = await clone(origin.directory, "--depth=1");
		const found = await versions(shallow.directory);
		expect(found[0]?.base?.tag).toBe("a/v1.0.0");
		await using whole = await clone(origin.directory);
		expect(found).toEqual(await versions(whole.directory));
	});

	it("looks below a base for higher tags, and beyond a merge that is cut off from one parent by another", async () => {
		const others = [1, 2].map((at) => ({ name: `${["b", "c"][at - 1]}/v1.0.0`, at: 12 }));
		const fix = (parents: number[], place: number, files: MadeCommit["files"]): MadeCommit => ({
			parents,
			message: "fix: x",
			date: place * 60,
			files,
		});
		const straight = line(14);
		const merged = line(10);
		// The highest tag is on the side that is merged, and its parent on both.
		merged.push(fix([9], 10, { "a/side": "1" }), fix([10], 11, { "a/side": "2" }));
		const side = { "a/side": "2" };
		merged.push(fix([9, 11], 12, side), fix([12], 13, { "b/x": "1" }));
		// By one way a commit is near, and by the other behind the clone's end, where the base reaches it.
		const twice = [...line(5), fix([4, 0], 5, { "b/x": "1" })];
		for (const [commits, tags, depth] of [
			[twice, ["a/v1.1.0", "b/v1.0.0", "c/v1.0.0"].map((name) => ({ name, at: 3 })), 3],
			[straight, [{ name: "a/v1.0.0", at: 12 }, { name: "a/v1.1.0", at: 2 }, ...others], 1],
			[merged, [{ name: "a/v1.0.0", at: 2 }, { name: "a/v1.1.0", at: 10 }, ...others], 1],
		] as const) {
			await using origin = makeHistory(commits, tags);
			await using whole = await clone(origin.directory);
			const expected = await versions(whole.directory);
			expect(expected[0]?.base?.tag).toBe("a/v1.1.0");
			await using shallow = await clone(origin.directory, `--depth=${depth}`);
			expect(await versions(shallow.directory)).toEqual(expected);
			// What the first left behind does no harm.
			expect(await versions(shallow.directory)).toEqual(expected);
			const { git, head, catalogue } = await openHead(shallow.directory);
			const { releases } = await lastReleases({ git, catalogue, head, actions: true });
			expect(releases.get("a")?.tag).toBe("a/v1.1.0");
		}
	});

	it("tells a tag on another line also where merges were cut off, without all the history", async () => {
		const commits = line(600);
		const add = (parents: number[], files: MadeCommit["files"]) =>
			commits.push({ parents, message: "fix: x", date: commits.length * 60, files }) - 1;
		const other = add([599], { "a/x": "other line" });
		const topic = add([599], { "a/topic": "1" });
		const merge = add([599, topic], { "a/topic": "1" });
		add([merge], { "b/x": "main" });
		const tags = ["a", "b", "c"].map((name) => ({ name: `${name}/v1.0.0`, at: 590 }));
		await using origin = makeHistory(commits, [...tags, { name: "a/v2.0.0", at: other }]);
		await using whole = await clone(origin.directory);
		const expected = await versions(whole.directory);
		expect(expected[0]?.base?.tag).toBe("a/v1.0.0");
		await using shallow = await clone(origin.directory, "--depth=1");
		const before = shallow.state();
		expect(await versions(shallow.directory)).toEqual(expected);
		expect(shallow.state()).toBe(before);
		expect(await versions(shallow.directory)).toEqual(expected);
		expect(shallow.fetched()).toBeLessThan(300);
		const { git, head, catalogue } = await openHead(shallow.directory);
		const { releases } = await lastReleases({ git, catalogue, head, actions: true });
		expect(releases.get("a")?.tag).toBe("a/v1.0.0");
		expect(shallow.count()).toBeLessThan(300);
	});

	it("reads all history only for what was never released", async () => {
		await using origin = makeHistory(line(200), [
			{ name: "a/v1.0.0", at: 190 },
			{ name: "b/v1.0.0", at: 190 },
		]);
		await using shallow = await clone(origin.directory, "--depth=1");
		const before = shallow.state();
		expect((await versions(shallow.directory))[2]?.height).toBe(67);
		expect(shallow.fetched()).toBe(200);
		expect(shallow.state()).toBe(before);
	});

	it("refuses a clone without trees, and says what to do", async () => {
		await using origin = makeHistory(line(20), [{ name: "a/v1.0.0", at: 10 }]);
		execFileSync("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin.directory });
		await using treeless = await clone(origin.directory, "--filter=tree:0");
		await expect(versions(treeless.directory)).rejects.toMatchObject({
			code: "treeless-clone",
			hint: expect.stringContaining("blob:none"),
		});
		await using blobless = await clone(origin.directory, "--filter=blob:none");
		expect(await versions(blobless.directory)).toHaveLength(3);
	});

	it("gives plan the last releases, by the same steps", async () => {
		await using origin = makeHistory(line(400), [
			{ name: "a/v1.0.0", at: 390 },
			{ name: "b/v1.0.0", at: 350 },
		]);
		await using shallow = await clone(origin.directory, "--depth=1");
		const configuration = () => readFileSync(join(shallow.directory, ".git/config"), "utf8");
		const before = configuration();
		const { git, head, catalogue } = await openHead(shallow.directory);
		const { releases } = await lastReleases({ git, catalogue, head, actions: true });
		expect([...releases]).toEqual([
			["a", { tag: "a/v1.0.0", commit: origin.hashes[390] }],
			["b", { tag: "b/v1.0.0", commit: origin.hashes[350] }],
			["c", undefined],
		]);
		expect(shallow.count()).toBeLessThan(200);
		// What is compared next is there.
		expect(configuration()).toBe(before);
		expect(shallow.state()).not.toContain("\n?");
	});

	it("counts no commit that the base reaches by a way behind the clone's end only", async () => {
		// Found by the property below: each commit's parents, so many places back, and whose file it changes.
		const text =
			"3 6 b, 2 7 -, 6 -, 4 a, 3 c, 1 2 b, 4 6 b, 8 3 a, 6 b, 1 -, 4 2 b, 7 -, 3 b, 6 1 c, 6 3 -, 1 3 -, 7 c, 5 6 b, 0 2 a, 5 c";
		const nodes = text.split(", ").map((each): MadeNode => {
			const [service, ...parents] = each.split(" ").reverse();
			return { parents: parents.reverse().map(Number), file: service === "-" ? "other" : `${service}/x` };
		});
		const tags: [string, number, number][] = [
			["c", 3, 25],
			["a", 3, 20],
			["c", 0, 1],
			["a", 2, 23],
			["a", 1, 22],
			["b", 2, 16],
		];
		await sameAsWhole(
			nodes,
			tags.map(([name, minor, back]) => ({ name, minor, back })),
			9,
		);
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
				sameAsWhole,
			),
			{ numRuns: Number(process.env.SLUICE_PROPERTY_RUNS ?? 25), verbose: 1 },
		);
	});
});
