import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileCoverage } from "#src/evidence/evidence.js";
import { figures as figuresOf, meets, percentText, ratioText } from "#src/evidence/figures.js";
import { held } from "./held.ts";

const figures = (files: readonly FileCoverage[]) => figuresOf(held(files));

describe("a bar is met in integers", () => {
	it.each([
		[4, 5, 80, true],
		[79_996, 100_000, 80, false],
		[79_996, 100_000, 79.996, true],
		[79_995, 100_000, 79.996, false],
		[1, 1000, 0.1, true],
		[1, 1001, 0.1, false],
		[0, 10, 0, true],
		[0, 10, 1e-7, false],
		[10, 10, 100, true],
		[Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 100, false],
		[0, 0, 100, true],
	])("%d of %d against %d", (covered, total, bar, expected) => {
		expect(meets({ covered, total }, bar)).toBe(expected);
	});

	it("and what is shown is never above what is: a shown bar is a met bar", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 1e6 }),
				fc.nat(1e6),
				fc.integer({ min: 0, max: 10_000 }),
				(total, part, hundredths) => {
					const ratio = { covered: part % (total + 1), total };
					const shown = Number(percentText(ratio).replace(".", ""));
					expect(shown >= hundredths).toBe(meets(ratio, hundredths / 100));
				},
			),
		);
	});
});

describe("a percentage is shown rounded down", () => {
	it.each([
		[79_996, 100_000, "79.99"],
		[99_999, 100_000, "99.99"],
		[1, 1, "100.00"],
		[1, 3, "33.33"],
		[0, 7, "0.00"],
		[0, 0, "-"],
	])("%d of %d", (covered, total, text) => {
		expect(percentText({ covered, total })).toBe(text);
	});

	it("with its numbers", () => {
		expect(ratioText({ covered: 2, total: 3 })).toBe("66.66 % (2 of 3)");
		expect(ratioText({ covered: 0, total: 0 })).toBe("nothing to cover");
	});
});

describe("figures", () => {
	it("are sums, and null where no file has any", () => {
		expect(
			figures([
				{
					path: "a",
					lines: [
						[1, 1],
						[2, 0],
					],
					branches: [
						[1, "0,0", true],
						[1, "0,1", false],
					],
					functions: null,
				},
				{ path: "b", lines: [[1, 9]], branches: null, functions: null },
			]),
		).toEqual({
			files: 2,
			lines: { covered: 2, total: 3 },
			branches: { covered: 1, total: 2 },
			functions: null,
			statements: null,
		});
		expect(figures([])).toEqual({
			files: 0,
			lines: { covered: 0, total: 0 },
			branches: null,
			functions: null,
			statements: null,
		});
	});

	it("arms of one line from two formats are not added", () => {
		const { branches } = figures([
			{
				path: "a",
				lines: [],
				branches: [
					[1, "0,0", true],
					[1, "0,1", false],
					[1, "~0", true],
					[1, "~1", true],
					[2, "~0", false],
					[2, "~0.0", false],
					[2, "~0.1", false],
				],
				functions: null,
			},
		]);
		expect(branches).toEqual({ covered: 2, total: 4 });
	});
});
