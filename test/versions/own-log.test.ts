import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { versionsAt } from "./at-head.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST } from "./workspace.ts";

/** Commits until which the history is short, and a service without a release is read along with the others. */
const SHORT = 100;
/** Commits after which such a service has a log of its own. */
const LONG = 2_600;

const FIRST: MadeCommit = {
	parents: [],
	message: "feat: first",
	date: 0,
	files: Object.fromEntries(["a", "b", "u"].map((name) => [`${name}/sluice.service.yaml`, MANIFEST(name)])),
};

/** `begin`, then many commits of b alone, and one of a and u. There are tags of a and b at its end, none of u. */
function then(begin: readonly MadeCommit[], length: number): MadeCommit[] {
	const made = [...begin];
	for (let at = 0; at < length; at++) {
		const files = { "b/f": `${at}` };
		made.push({ parents: [made.length - 1], message: "fix: b", date: 10_000 + at * 60, files });
	}
	const files = { "a/z": "1", "u/z": "1" };
	made.push({ parents: [made.length - 1], message: "fix: z", date: 10_000 + length * 60, files });
	return made;
}

async function versionOfU(begin: readonly MadeCommit[], length: number) {
	const made = then(begin, length);
	const tags = ["a", "b"].map((name) => ({ name: `${name}/v1.0.0`, at: made.length - 2 }));
	await using history = makeHistory(made, tags);
	const { services } = await versionsAt(history, { on: null });
	const found = services.find(({ service }) => service === "u");
	if (found === undefined) throw new Error("u is missing");
	return { ...found, core: found.version.split("-")[0] };
}

/** Where merges and reverts lie: the same answers however long the history is after them. */
const cases: readonly { name: string; begin: readonly MadeCommit[]; core: string }[] = [
	{
		name: "a merge's Release-As is for what it brings, not for what its line had",
		begin: [
			FIRST,
			{ parents: [0], message: "feat: only b", date: 50, files: { "b/s": "1" } },
			{ parents: [0], message: "fix: u on main", date: 100, files: { "u/m": "1" } },
			{ parents: [2, 1], message: "Merge side\n\nRelease-As: 7.0.0", date: 200, files: { "b/s": "1" } },
		],
		core: "0.1.0",
	},
	{
		name: "a merge's Release-As is for what it brings",
		begin: [
			FIRST,
			{ parents: [0], message: "feat: u", date: 50, files: { "u/s": "1" } },
			{ parents: [0], message: "fix: b on main", date: 100, files: { "b/m": "1" } },
			{ parents: [2, 1], message: "Merge side\n\nRelease-As: 7.0.0", date: 200, files: { "u/s": "1" } },
		],
		core: "7.0.0",
	},
	...[5, 200].map((date) => ({
		name: `of parallel Release-As the highest counts, whatever the clocks say (${date})`,
		begin: [
			FIRST,
			{ parents: [0], message: "fix: m\n\nRelease-As: 2.0.0", date: 100, files: { "u/m": "1" } },
			{ parents: [0], message: "fix: s\n\nRelease-As: 1.5.0", date, files: { "u/s": "1" } },
			{ parents: [1, 2], message: "Merge side", date: 300, files: { "u/s": "1" } },
		],
		core: "2.0.0",
	})),
];

describe("a service without a release", () => {
	for (const { name, begin, core } of cases) {
		it(`${name}, in a short and in a long history`, async () => {
			const short = await versionOfU(begin, SHORT);
			const long = await versionOfU(begin, LONG);
			expect([short.core, long.core]).toEqual([core, core]);
			expect(long.height).toBe(short.height);
		});
	}

	it("loses the Release-As of a branch whose merge is reverted, in a short and in a long history", async () => {
		const merged: MadeCommit[] = [
			FIRST,
			{ parents: [0], message: "fix: m", date: 50, files: { "u/m": "1" } },
			{ parents: [0], message: "feat: s\n\nRelease-As: 5.0.0", date: 60, files: { "u/s": "1" } },
			{ parents: [2], message: "fix: only b", date: 70, files: { "b/o": "1" } },
			{ parents: [1, 3], message: "Merge side", date: 100, files: { "u/s": "1", "b/o": "1" } },
		];
		await using first = makeHistory(merged);
		const message = `Revert "Merge side"\n\nThis reverts commit ${first.hashes[4]}, reversing\nchanges made to ${first.hashes[1]}.`;
		const files = { "u/s": undefined, "b/o": undefined };
		const begin = [...merged, { parents: [4], message, date: 200, files }];
		const short = await versionOfU(begin, SHORT);
		const long = await versionOfU(begin, LONG);
		expect([short.core, long.core]).toEqual(["0.1.0", "0.1.0"]);
		expect(long.commits.map(({ rule }) => rule)).toEqual(short.commits.map(({ rule }) => rule));
	});

	it("has all history fetched, also where a clone is not shallow enough to end before its log begins", async () => {
		const made = then([FIRST, { parents: [0], message: "fix: u", date: 50, files: { "u/m": "1" } }], LONG);
		const tags = ["a", "b"].map((name) => ({ name: `${name}/v1.0.0`, at: made.length - 2 }));
		await using origin = makeHistory(made, tags);
		execFileSync("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin.directory });
		const directory = mkdtempSync(join(tmpdir(), "sluice-shallow-"));
		try {
			const from = ["--depth=1800", "--branch=main", `file://${origin.directory}`];
			execFileSync("git", ["clone", "--quiet", ...from, directory]);
			const { heights, versions } = await versionsAt({ directory });
			expect(versions).toMatchObject({ b: "1.0.0", u: expect.stringMatching(/^0\.1\.0-/) });
			expect(heights).toMatchObject({ a: 1, u: 3 });
			// Without its remote there is nothing to fetch, and the words say what is missing.
			execFileSync("git", ["config", "remote.origin.url", `${origin.directory}/none`], { cwd: directory });
			await expect(versionsAt({ directory })).rejects.toThrow(
				"does not hold all history, which counts for u as long as it has no release",
			);
		} finally {
			rmSync(directory, { recursive: true });
		}
	});
});

describe("an octopus merge", () => {
	it("brings nothing to a service where it equals its first parent, whatever another parent lacks", async () => {
		await using history = makeHistory(
			[
				FIRST,
				{ parents: [0], message: "chore: nothing", date: 10, files: {} },
				{ parents: [0], message: "fix: b", date: 20, files: { "b/x": "1" } },
				{ parents: [2], message: "fix: a", date: 30, files: { "a/x": "1" } },
				{ parents: [2, 3, 1], message: "Merge\n\nRelease-As: 3.0.0", date: 40, files: { "a/x": "1" } },
			],
			["a", "b", "u"].map((name) => ({ name: `${name}/v1.0.0`, at: 0 })),
		);
		const { versions } = await versionsAt(history, { on: null });
		expect(versions.a).toMatch(/^3\.0\.0-/);
		expect(versions.b).toMatch(/^1\.0\.1-/);
		expect(versions.u).toBe("1.0.0");
	});
});
