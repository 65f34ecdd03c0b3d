import { expect, it } from "vitest";
import { cutText } from "#src/runner/cut-text.js";

it.each([
	["abc", 3, "abc"],
	["abcd", 3, "abc"],
	["ab\u{1f600}", 3, "ab"],
	["ab\u{1f600}", 4, "ab\u{1f600}"],
	["ab\u{1f600}c", 4, "ab\u{1f600}"],
	["\u{1f600}", 1, ""],
	["abc", 0, ""],
])("%j cut to %i units is %j, and no half of a character", (text, limit, expected) => {
	expect(cutText(text, limit)).toBe(expected);
	expect(cutText(text, limit).isWellFormed()).toBe(true);
});
