import { describe, expect, it } from "vitest";
import { type Level, parseCommitMessage, parseHeader } from "#src/versions/commit-message.js";

/**
 * The sixteen rules of Conventional Commits 1.0.0 (https://www.conventionalcommits.org/en/v1.0.0/#specification),
 * in their order. Where the rules say MUST, a commit that keeps them is read so; one that does not is read as
 * leniently as it can be and never refused, since a commit that is lost loses a version.
 */

const level = (message: string): Level => parseCommitMessage(message).level;

describe("Conventional Commits 1.0.0", () => {
	it("1: a type, an optional scope, an optional mark and a colon come before the description", () => {
		expect(parseHeader("feat: add a basket")).toEqual({ type: "feat", breaking: false });
		expect(parseHeader("feat(basket): add a basket")).toEqual({ type: "feat", breaking: false });
		expect(parseHeader("feat(basket)!: add a basket")).toEqual({ type: "feat", breaking: true });
		expect(parseHeader("add a basket")).toBeUndefined();
		expect(parseHeader("feat add a basket")).toBeUndefined();
		expect(parseHeader(": add a basket")).toBeUndefined();
	});

	it("2: feat is a new feature", () => {
		expect(level("feat: add a basket")).toBe("minor");
		// No word that merely begins so.
		expect(level("feature: add a basket")).toBe("patch");
		expect(level("feats: add a basket")).toBe("patch");
	});

	it("3: fix is a patch", () => {
		expect(level("fix: empty the basket")).toBe("patch");
		expect(parseCommitMessage("fix: empty the basket").rule).toBe("fix");
	});

	it("4: a scope stands in parentheses after the type", () => {
		expect(parseHeader("fix(parser): x")?.type).toBe("fix");
		expect(parseHeader("fix(parser/arrays, strings): x")?.type).toBe("fix");
		expect(parseHeader("fix(parser: x")).toBeUndefined();
	});

	it("5: a description follows the colon, and there must be one", () => {
		expect(parseHeader("fix: array parsing issue when multiple spaces")?.type).toBe("fix");
		expect(parseHeader("fix:")).toBeUndefined();
		expect(parseHeader("fix:   ")).toBeUndefined();
		expect(level("fix:")).toBe("patch");
	});

	it("6 and 7: a body begins after a blank line, is free of form and may have many paragraphs", () => {
		expect(level("fix: x\n\nThe first paragraph,\nof two lines.\n\nThe second one.\n\n\nThe third.")).toBe(
			"patch",
		);
		// Free of form: a line of it that only speaks of types says nothing.
		expect(level("fix: x\n\nThis feat: no header, since the line does not begin with it.")).toBe("patch");
	});

	it("8: footers follow a blank line, as `token: value` or `token #value`", () => {
		const said = parseCommitMessage("fix: x\n\nbody\n\nReviewed-by: Z\nRefs #133\nRelease-As: 2.0.0");
		expect(said.level).toBe("patch");
		expect(said.releaseAs).toBe("2.0.0");
		expect(level("fix: x\n\nBREAKING CHANGE #133")).toBe("major");
	});

	it("9: a token has - for blanks, BREAKING CHANGE excepted", () => {
		expect(level("fix: x\n\nAcked-by: Z\nBREAKING CHANGE: gone")).toBe("major");
		expect(parseCommitMessage("fix: x\n\nRelease As: 2.0.0").releaseAs).toBeUndefined();
	});

	it("10: a footer's value may go on over lines, until the next footer", () => {
		expect(
			level("fix: x\n\nBREAKING CHANGE: the first line\n  and the second\n\nand a third\nRefs: #1"),
		).toBe("major");
		expect(
			parseCommitMessage("fix: x\n\nNote: the first line\n  the second\nRelease-As: 2.0.0").releaseAs,
		).toBe("2.0.0");
	});

	it("11 and 12: a breaking change is told by the header's mark or by a footer in capitals", () => {
		expect(level("chore!: drop Node 18")).toBe("major");
		expect(level("chore: x\n\nBREAKING CHANGE: environment variables now take precedence")).toBe("major");
		expect(level("chore: x\n\nBreaking Change: no capitals")).toBe("patch");
		// A colon or ` #` must follow.
		expect(level("chore: x\n\nBREAKING CHANGE without a colon")).toBe("patch");
	});

	it("13: with the mark the footer may be left out", () => {
		expect(level("feat(api)!: send an email")).toBe("major");
		expect(parseCommitMessage("feat(api)!: send an email").rule).toBe("feat!");
		expect(level("feat!: x\n\nBREAKING CHANGE: described here")).toBe("major");
	});

	it("14: types other than feat and fix may be used", () => {
		for (const type of [
			"docs",
			"build",
			"chore",
			"ci",
			"style",
			"refactor",
			"perf",
			"test",
			"revert",
			"my-own",
		]) {
			expect(parseHeader(`${type}: update`)).toEqual({ type, breaking: false });
			expect(level(`${type}: update`)).toBe("patch");
			expect(level(`${type}!: update`)).toBe("major");
		}
	});

	it("15: case makes no difference but for BREAKING CHANGE", () => {
		for (const feat of ["feat", "Feat", "FEAT", "fEaT"]) expect(level(`${feat}: x`)).toBe("minor");
		for (const key of ["release-as", "Release-As", "RELEASE-AS"])
			expect(parseCommitMessage(`fix: x\n\n${key}: 2.0.0`).releaseAs).toBe("2.0.0");
		expect(level("fix: x\n\nbreaking change: x")).toBe("patch");
	});

	it("16: BREAKING-CHANGE means BREAKING CHANGE as a footer's token", () => {
		expect(level("fix: x\n\nBREAKING-CHANGE: gone")).toBe("major");
		expect(level("fix: x\n\nBREAKING_CHANGE: no token")).toBe("patch");
	});
});
