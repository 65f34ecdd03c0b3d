import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparableTitle, parseCommitMessage, parseHeader } from "#src/versions/commit-message.js";

describe("parseCommitMessage", () => {
	it.each([
		["feat: x", "minor"],
		["FEAT: x", "minor"],
		["feat:x", "minor"],
		["feat (api) : x", "minor"],
		["feat(foo(bar)): x", "minor"],
		["fix: x", "patch"],
		["no type at all", "patch"],
		["", "patch"],
		["feat!: x", "major"],
		["fix(api)!: x", "major"],
		["fix!(api): x", "major"],
		["fix : x", "patch"],
		["docs: say hello!: world", "patch"],
		["chore: handle defeat: case", "patch"],
		["fix: a\n\nBREAKING CHANGE: gone", "major"],
		["fix: a\n\nBREAKING-CHANGE: gone", "major"],
		["fix: a\n\nBREAKING CHANGES: gone", "major"],
		["fix: a\n\nBREAKING CHANGE #12", "major"],
		["fix: a\n\n* BREAKING CHANGE: gone", "major"],
		["fix: a\n\n    BREAKING CHANGE: gone", "major"],
		["BREAKING CHANGE: gone", "major"],
		["fix: a\n\nBREAKING CHANGES gone", "patch"],
		["fix: a\n\nbreaking change: gone", "patch"],
		["fix: a\n\n     BREAKING CHANGE: five blanks", "patch"],
		["fix: a\n\nno BREAKING CHANGE: here", "patch"],
		["A squash (#1)\n\n* feat: b\n* fix: c", "minor"],
		["A squash (#1)\n\n- feat!: b", "major"],
		["A squash (#1)\n\nfeat: b", "minor"],
		["A title\n\n    feat: quoted code", "patch"],
		["Squashed commit of the following:\n\ncommit abc\n\n    feat: b", "minor"],
		["fixup! feat: x", "patch"],
		["squash! feat: x\n\nfeat: y", "patch"],
		["amend! feat!: x", "patch"],
		["fixup! feat: x\n\nBREAKING CHANGE: y", "major"],
		["fix: a\r\n\r\nBREAKING CHANGE: crlf", "major"],
		["fix: MIN(COALESCE(\n\nfoo(bar\nMIN(COALESCE(", "patch"],
	])("reads %j as %s", (message, level) => {
		expect(parseCommitMessage(message).level).toBe(level);
	});

	it("reads Release-As in any case, the last one, but not in the title", () => {
		expect(parseCommitMessage("fix: a\n\nrelease-as: 2.0.0\nRELEASE-AS:3.0.0").releaseAs).toBe("3.0.0");
		expect(parseCommitMessage("Release-As: 2.0.0").releaseAs).toBeUndefined();
		expect(parseCommitMessage("fix: a\n\nSee Release-As: 2.0.0").releaseAs).toBeUndefined();
	});

	it("finds what a revert names", () => {
		const revert = parseCommitMessage(
			'Revert "feat: x (#12)" (#13)\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
		);
		expect(revert.revertsTitle).toBe("feat: x");
		expect(revert.reverts).toEqual(["0123456789abcdef0123456789abcdef01234567"]);
		expect(revert.level).toBe("patch");
		expect(parseCommitMessage('Revert "Revert "feat: x""').revertsTitle).toBe('Revert "feat: x"');
		expect(parseCommitMessage('Reapply "feat: x"').revertsTitle).toBe('Revert "feat: x"');
		expect(comparableTitle("feat: x (#12)")).toBe("feat: x");
	});

	it("never throws and is never slow", { timeout: 20_000 }, () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 300 }), (message) => {
				expect(["patch", "minor", "major"]).toContain(parseCommitMessage(message).level);
			}),
		);
		const before = performance.now();
		for (const hostile of [
			`a${" ".repeat(200_000)}`,
			`${"(".repeat(200_000)}`,
			`a(${"(".repeat(200_000)}`,
			"a\n".repeat(200_000),
		])
			parseCommitMessage(hostile);
		expect(performance.now() - before).toBeLessThan(5000);
	});

	it("takes any type and says whether it breaks", () => {
		expect(parseHeader("Custom-Type(a b) ! : text")).toEqual({ type: "custom-type", breaking: true });
		expect(parseHeader("feat(open: x")).toBeUndefined();
		expect(parseHeader("two words: x")).toBeUndefined();
	});
});
