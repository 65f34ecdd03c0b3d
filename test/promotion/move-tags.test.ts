import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPatterns, mayMove } from "#src/promotion/move-tags.js";

const VERSION_TAG = fc
	.tuple(
		fc.constantFrom("", "v"),
		fc.nat(99),
		fc.nat(99),
		fc.nat(99),
		fc.constantFrom("", "-rc.1", "-0.main.4"),
	)
	.map(([v, x, y, z, pre]) => `${v}${x}.${y}.${z}${pre}`);
const PART = fc.stringMatching(/^[A-Za-z0-9_-]{0,6}$/);
const PATTERN = fc.stringMatching(/^[A-Za-z0-9_*.-]{1,12}$/);
const TAG = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,11}$/);

describe("tags that may move", () => {
	it.each([
		["latest", ["latest"], true],
		["latest", [], false],
		["latest", ["Latest"], false],
		["1", ["1"], true],
		["1.2", ["1.*"], true],
		["1.", ["1.*"], true],
		["1.2.3", ["1.*"], false],
		["1.2.3", ["1.*.*"], false],
		["1.2.3", ["1.2.3"], true],
		["v1.2.3", ["*", "v*.*.*"], false],
		["1.2.3-rc.1", ["*.*.*.*", "1.2.3-*.*"], false],
		["1.2.3-rc.1", ["1.2.3-rc.1"], true],
		["1.2.3_build.5", ["*.*.*.*"], false],
		["1.2", ["*"], false],
		["main", ["*"], true],
		["br-x", ["br-*"], true],
		["br-", ["br-*"], true],
		["br-x.y", ["br-*"], false],
		["axbxc", ["a*b*c"], true],
		["abc", ["a*b*c"], true],
		["ab", ["a*ba*b", "ab*b"], false],
		["aab", ["*ab"], true],
		["a+b", ["a.b"], false],
	])("%s by %j: %s", (tag, patterns, expected) => {
		expect(mayMove(tag, patterns)).toBe(expected);
	});

	it("never let a version move by a star", () => {
		fc.assert(
			fc.property(VERSION_TAG, fc.array(PATTERN), (tag, patterns) => {
				expect(mayMove(tag, patterns)).toBe(patterns.includes(tag));
			}),
		);
	});

	it("agree with the obvious regular expression for every other tag", () => {
		fc.assert(
			fc.property(TAG, PATTERN, (tag, pattern) => {
				fc.pre(!/^v?\d+\.\d+\.\d+(?:[-_].*)?$/.test(tag));
				const expression = pattern
					.split("*")
					.map((piece) => piece.replaceAll(".", "\\."))
					.join("[^.]*");
				expect(mayMove(tag, [pattern])).toBe(new RegExp(`^${expression}$`).test(tag));
			}),
		);
	});

	it("let a star stand for any run without a dot, an empty one too", () => {
		fc.assert(
			fc.property(PART, PART, PART, (before, middle, after) => {
				expect(mayMove(`x${before}${middle}${after}`, [`x${before}*${after}`])).toBe(true);
				expect(mayMove(`x${before}.${middle}${after}`, [`x${before.replaceAll("*", "")}*${after}`])).toBe(
					false,
				);
			}),
		);
	});

	it("take no time for a pattern that is all stars", () => {
		expect(mayMove(`${"a".repeat(127)}b`, [`${"*a".repeat(120)}*c`])).toBe(false);
	});

	it("refuse what can't match a tag, naming where it stands", () => {
		expect(() => checkPatterns(["1.*", "lat?st"], { input: "move-tags" })).toThrow(
			/"lat\?st" is no pattern of tags/,
		);
		expect(() => checkPatterns(["latest", "1", "1.*", "*"], {})).not.toThrow();
	});
});
