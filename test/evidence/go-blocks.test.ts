import fc from "fast-check";
import { expect, it } from "vitest";
import { GoBlocks } from "#src/evidence/coverage/go-blocks.js";
import { readGoCoverprofile } from "#src/evidence/coverage/go-coverprofile.js";
import { fileOf, linesOf } from "./coverage-tally.ts";
import { bytes } from "./source.ts";

const hits = fc.oneof(
	fc.nat(5),
	fc.constantFrom(2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER - 1),
);

it("holds what a map of blocks would", () => {
	const block = fc.tuple(fc.nat(3), fc.nat(2000), hits);
	fc.assert(
		fc.property(fc.array(block, { maxLength: 6000, size: "max" }), (all) => {
			const map = new Map<string, number>();
			const blocks = new GoBlocks();
			for (const [file, place, count] of all) {
				const key = `${file} ${place}`;
				map.set(key, Math.min(Number.MAX_SAFE_INTEGER, (map.get(key) ?? 0) + count));
				blocks.hit(blocks.find(file, place) ?? blocks.add(file, place, 1, place, place), count);
			}
			expect(blocks.count).toBe(map.size);
			const held = [...blocks.byFile(4)].flatMap((own, file) =>
				[...own].map((each) => [`${file} ${blocks.place(each)}`, blocks.hits(each)] as const),
			);
			expect(new Map(held)).toEqual(map);
		}),
		{ numRuns: 20 },
	);
});

it("keeps lines that are far from all others", async () => {
	const profile = "mode: count\na.go:3.1,4.9 1 2\na.go:900000.1,900001.9 1 5\na.go:4.1,4.9 1 7\n";
	const report = await readGoCoverprofile(bytes(profile), "cover.out");
	expect(linesOf(fileOf(report, "a.go"))).toEqual([
		[3, 2],
		[4, 7],
		[900_000, 5],
		[900_001, 5],
	]);
});
