import { expect, it } from "vitest";
import { withRelease } from "../../scripts/release/changelog.ts";

const ENTRY = { version: "1.1.0", date: "2026-02-01", notes: "## Features\n\n- two\n" };

it("puts a release below what is unreleased, with the words that were written by hand", () => {
	const before =
		"# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand.\n\n## [1.0.0] - 2026-01-01\n\n### Features\n\n- one\n";
	const after = withRelease(before, ENTRY) ?? "";
	expect(after).toBe(
		"# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-02-01\n\n### Added\n\n- By hand.\n\n### Features\n\n- two\n\n## [1.0.0] - 2026-01-01\n\n### Features\n\n- one\n",
	);
	expect(withRelease(after, ENTRY)).toBeUndefined();
});

it("begins with the first release, and refuses a file that is no changelog", () => {
	expect(withRelease("# Changelog\n\n## [Unreleased]\n", ENTRY)).toBe(
		"# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-02-01\n\n### Features\n\n- two\n",
	);
	expect(() => withRelease("# Words\n", ENTRY)).toThrow(/no line '## \[Unreleased\]'/);
});
