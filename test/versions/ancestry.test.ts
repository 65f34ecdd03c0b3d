import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { type HistoryCommit, readHistory } from "#src/git/history.js";
import { ancestryByOrder, ancestryOf, newestOf } from "#src/versions/ancestry.js";
import { versionsAt } from "./at-head.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST } from "./workspace.ts";

const SERVICES = {
	"a/sluice.service.yaml": MANIFEST("a"),
	"b/sluice.service.yaml": MANIFEST("b"),
};

/** A commit that changes service a. */
function change(parents: readonly number[], date: number, message: string, path = "a/x"): MadeCommit {
	return { parents, date, message, files: { [path]: `${date} ${message}` } };
}

/** The core of a's version; `more` follows a first commit that is a's release 1.0.0, and b's. */
async function coreOf(more: readonly MadeCommit[]): Promise<string | undefined> {
	const first = { parents: [], date: 1_000, message: "feat: first", files: SERVICES };
	await using history = makeHistory(
		[first, ...more],
		["a", "b"].map((name) => ({ name: `${name}/v1.0.0`, at: 0 })),
	);
	return (await versionsAt(history, { on: null })).versions.a?.split("-")[0];
}

/** Places of commits by their hashes in `made`: the hash of a made commit is known only when it is made. */
async function hashOf(made: readonly MadeCommit[], place: number): Promise<string> {
	const first = { parents: [], date: 1_000, message: "feat: first", files: SERVICES };
	await using history = makeHistory([first, ...made]);
	return history.hashes[place] ?? "";
}

describe("ancestry, where clocks lie", () => {
	it("takes back what a revert on a side branch reverts, whose clock is behind its target", async () => {
		// The merge reaches the feature directly too, so that the log tells it before the revert.
		const feature = [change([0], 2_000, "feat: x", "a/f")];
		const hash = await hashOf(feature, 1);
		const after = [
			change([1], 500, `Revert "feat: x"\n\nThis reverts commit ${hash}.`, "a/f"),
			change([1], 2_100, "fix: y", "a/y"),
			{ parents: [3, 2], date: 2_200, message: "Merge", files: {} },
		];
		expect(await coreOf([...feature, ...after])).toBe("1.0.1");
		const lost = after.map((each, at) => (at === 0 ? { ...each, message: 'Revert "feat: x"' } : each));
		expect(await coreOf([...feature, ...lost])).toBe("1.0.1");
	});

	it("takes nothing back that is parallel to the revert: a merge of both keeps it", async () => {
		const feature = [change([0], 2_000, "feat: x", "a/f")];
		const hash = await hashOf(feature, 1);
		const parallel = [
			change([0], 2_500, `Revert "feat: x"\n\nThis reverts commit ${hash}.`, "a/y"),
			{ parents: [1, 2], date: 2_600, message: "Merge", files: {} },
		];
		expect(await coreOf([...feature, ...parallel])).toBe("1.1.0");
	});

	it.each<[string, readonly MadeCommit[], string]>([
		[
			"the descendant's, however old its clock says it is",
			[
				change([0], 2_000, "fix: x\n\nRelease-As: 3.0.0"),
				change([1], 500, "fix: y\n\nRelease-As: 2.0.0", "a/y"),
				change([1], 2_100, "fix: z", "a/z"),
				{ parents: [3, 2], date: 2_200, message: "Merge", files: {} },
			],
			"2.0.0",
		],
		[
			"the highest of parallel ones, whichever is merged last",
			[
				change([0], 2_000, "fix: x\n\nRelease-As: 3.0.0"),
				change([0], 2_500, "fix: y\n\nRelease-As: 2.0.0", "a/y"),
				{ parents: [1, 2], date: 2_600, message: "Merge", files: {} },
			],
			"3.0.0",
		],
		[
			"one after the merge of two",
			[
				change([0], 2_000, "fix: x\n\nRelease-As: 3.0.0"),
				change([0], 2_500, "fix: y\n\nRelease-As: 2.0.0", "a/y"),
				{ parents: [1, 2], date: 2_600, message: "Merge", files: {} },
				change([3], 400, "fix: z\n\nRelease-As: 1.5.0", "a/z"),
			],
			"1.5.0",
		],
	])("of several Release-As follows %s", async (_, commits, core) => {
		expect(await coreOf(commits)).toBe(core);
	});

	it.each<[string, readonly MadeCommit[], string | undefined]>([
		[
			"for the services to which it brings changes",
			[
				change([0], 2_000, "fix: side"),
				change([0], 2_100, "fix: main", "b/x"),
				{
					parents: [2, 1],
					date: 2_200,
					message: "Merge\n\nRelease-As: 2.0.0",
					files: { "a/x": "2000 fix: side" },
				},
			],
			"2.0.0",
		],
		[
			"where it equals the merged side",
			[
				change([0], 2_000, "fix: side"),
				{ parents: [0, 1], date: 2_200, message: "Merge\n\nRelease-As: 2.0.0", files: {} },
			].map((each, at) => (at === 0 ? each : { ...each, files: { "a/x": "2000 fix: side" } })),
			"2.0.0",
		],
		[
			"and not for those to which it brings nothing",
			[
				change([0], 2_000, "fix: main"),
				change([0], 2_100, "fix: side", "b/x"),
				{
					parents: [1, 2],
					date: 2_200,
					message: "Merge\n\nRelease-As: 2.0.0",
					files: { "b/x": "2100 fix: side" },
				},
			],
			"1.0.1",
		],
	])("Release-As of a merge counts %s", async (_, commits, core) => {
		expect(await coreOf(commits)).toBe(core);
	});

	it("a history that is told by paths holds the merges that bring changes, with their words", async () => {
		await using history = makeHistory([
			{ parents: [], date: 0, message: "feat: first", files: SERVICES },
			change([0], 10, "fix: side"),
			{ parents: [0, 1], date: 20, message: "Merge\n\nRelease-As: 4.0.0", files: { "a/x": "10 fix: side" } },
			change([2], 30, "fix: b", "b/x"),
			{ parents: [3, 1], date: 40, message: "Merge what is there", files: {} },
		]);
		const git = openGit({ directory: history.directory, environment: process.env });
		const told: [string | undefined, readonly (readonly string[])[]][] = [];
		const take = ({ message, differences }: HistoryCommit) =>
			told.push([message.split("\n")[0], differences]) > 0;
		await readHistory(git, "HEAD", take, { paths: ["a"] });
		expect(told).toEqual([
			["Merge", [["a/x"]]],
			["fix: side", [["a/x"]]],
			["feat: first", [["a/sluice.service.yaml"]]],
		]);
	});

	it("answers as a search without any order does, on graphs of any shape", () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { maxLength: 25 }), (shape) => {
				const commits = shape.map((backs, at) => ({
					hash: `c${at}`,
					parents: [...new Set(backs.map((back) => at - 1 - back).filter((place) => place >= 0))].map(
						(place) => `c${place}`,
					),
				}));
				const reached = new Map<string, Set<string>>();
				for (const { hash, parents } of commits)
					reached.set(hash, new Set(parents.flatMap((parent) => [parent, ...(reached.get(parent) ?? [])])));
				const ancestry = ancestryOf(commits.toReversed());
				for (const { hash } of commits) {
					const above = reached.get(hash) ?? new Set();
					for (const other of commits) {
						expect(ancestry.isAncestor(other.hash, hash)).toBe(above.has(other.hash));
						if (above.has(other.hash)) expect(ancestry.compare(other.hash, hash)).toBeLessThan(0);
					}
				}
			}),
		);
	});

	it("follows a log's order where the commits between are not known", () => {
		const ancestry = ancestryByOrder(["new", "middle", "old"].map((hash) => ({ hash, parents: [] })));
		expect(ancestry.isAncestor("old", "new")).toBe(true);
		expect(ancestry.isAncestor("new", "old")).toBe(false);
		expect(ancestry.isAncestor("none", "new")).toBe(false);
		expect(newestOf([{ commit: "old" }, { commit: "middle" }], ancestry)).toEqual([{ commit: "middle" }]);
	});
});
