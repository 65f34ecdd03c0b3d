import fc from "fast-check";
import semver from "semver";
import { describe, expect, it } from "vitest";
import { versionsAt } from "./at-head.ts";
import { type MadeCommit, makeHistory } from "./history.ts";
import { MANIFEST } from "./workspace.ts";

const SERVICES = ["a", "b", "c"];
const FILES = ["a/x", "a/y", "a/README.md", "b/x", "b/sub/y", "c/x", "shared/z", "other"];

/** Paths that count: c has the shared folder as an input, and b is built from c. */
const counts: Record<string, (path: string) => boolean> = {
	a: (path) => path.startsWith("a/") && path !== "a/README.md",
	b: (path) => path.startsWith("b/") || counts.c?.(path) === true,
	c: (path) => path.startsWith("c/") || path.startsWith("shared/"),
};

const FIRST: MadeCommit = {
	parents: [],
	message: "feat: first",
	date: 0,
	files: {
		"a/sluice.service.yaml": MANIFEST("a"),
		"b/sluice.service.yaml": MANIFEST("b", "builds-from: [c]\n"),
		"c/sluice.service.yaml": MANIFEST("c", "inputs: [/shared]\n"),
		"shared/z": "0",
	},
};

/** A line long enough that a walk that ends too early, or never, shows. */
const LINE: readonly MadeCommit[] = [
	FIRST,
	...Array.from({ length: 150 }, (_, index): MadeCommit => {
		const path = FILES[index % FILES.length] ?? "other";
		return { parents: [index], message: "fix: x", date: index + 1, files: { [path]: `${index}` } };
	}),
];

const node = fc.record({
	/** How far back each parent lies. */
	parents: fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(60) }), {
		minLength: 1,
		maxLength: 3,
	}),
	files: fc.array(fc.tuple(fc.constantFrom(...FILES), fc.nat(3)), { maxLength: 2 }),
	/** Seconds after the one before; clocks run backwards too. */
	skew: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(60) },
		{ weight: 1, arbitrary: fc.integer({ min: -3_000, max: 3_000 }) },
	),
});

const tag = fc.record({
	service: fc.constantFrom(...SERVICES),
	version: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).map((parts) => parts.join(".")),
	at: fc.nat(1_000),
});

describe("the walk against an oracle that knows every tree", () => {
	it("finds the same bases and the same commits, whatever the shape, the tags and the clocks", {
		timeout: 300_000,
	}, async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(node, { minLength: 2, maxLength: 30 }),
				fc.array(tag, { maxLength: 12 }),
				async (nodes, wanted) => {
					const commits = [...LINE];
					let date = 200;
					for (const { parents, files, skew } of nodes) {
						const last = commits.length - 1;
						date += skew;
						commits.push({
							parents: [...new Set(parents.map((back) => Math.max(0, last - back)))],
							// Two commits that are alike in everything would be one.
							message: `fix: y ${commits.length}`,
							date: Math.max(0, date),
							files: Object.fromEntries(files.map(([path, text]) => [path, `new ${text}`])),
						});
					}
					const tags = new Map(
						wanted.map(({ service, version, at }) => {
							// Most of them near the end, on any line of it.
							const place = at % 5 === 0 ? at % commits.length : commits.length - 1 - (at % 35);
							return [
								`${service}/v${version}`,
								{ name: `${service}/v${version}`, service, version, at: place },
							];
						}),
					);
					await using history = makeHistory(commits, [...tags.values()]);
					const head = commits.length - 1;
					const reached = history.reach(head);
					const result = await versionsAt(history, { on: null });
					for (const name of SERVICES) {
						const own = [...tags.values()]
							.filter((each) => each.service === name && reached.has(each.at))
							.sort((a, b) => semver.rcompare(a.version, b.version));
						const carried = own.find((each) => each.at === head);
						const base = carried ?? own[0];
						const found = result.services.find((each) => each.service === name);
						expect(found?.base?.tag, name).toBe(base?.name);
						if (carried !== undefined) {
							const before = own.slice(own.indexOf(carried)).find((each) => each.at !== head);
							expect(found?.previousVersion, name).toBe(before?.version ?? null);
							continue;
						}
						const behind = base === undefined ? new Set<number>() : history.reach(base.at);
						const expected = [...reached].filter(
							(place) => !behind.has(place) && [...history.own(place)].some((path) => counts[name]?.(path)),
						);
						const counted = (found?.commits ?? []).filter(
							(each) => each.counted && !each.rule.startsWith("a merge that kept"),
						);
						expect(new Set(counted.map((each) => each.commit)), name).toEqual(
							new Set(expected.map((place) => history.hashes[place])),
						);
					}
				},
			),
			{ numRuns: Number(process.env.SLUICE_PROPERTY_RUNS ?? 120), verbose: 1 },
		);
	});
});
