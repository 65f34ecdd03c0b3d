import { describe, expect, it } from "vitest";
import type { Catalogue, Service } from "#src/catalog/service.js";
import type { Settings } from "#src/catalog/settings.js";
import { UserError } from "#src/runner/errors.js";
import { branchRole, parseLine } from "#src/versions/line.js";
import { parseTags, refuseOtherForm, tagForm, tagName } from "#src/versions/tag.js";

function catalogue(services: Record<string, string>, settings: Settings = {}): Catalogue {
	const made = Object.entries(services).map(([name, path]) => ({ name, path }) as Service);
	return { services: made, settings, settingsFile: "sluice.yaml", declared: true, problems: [] };
}

const tags = (...names: string[]) => new Map(names.map((name) => [name, "c".repeat(40)]));

describe("tagForm", () => {
	it("follows the repository", () => {
		expect(tagForm(catalogue({ a: "." })).text).toBe("v{version}");
		expect(tagForm(catalogue({ a: "services/a" })).text).toBe("{service}/v{version}");
		expect(tagForm(catalogue({ a: ".", b: "b" })).text).toBe("{service}/v{version}");
		const form = tagForm(catalogue({ a: "." }, { version: { tag: "release-{version}" } }));
		expect(tagName(form, "a", "1.4.0")).toBe("release-1.4.0");
	});

	it.each(["v1", "{version}/x", "{version}-{version}", "a b{version}", "-{version}", "a..{version}"])(
		"refuses %s",
		(tag) => {
			expect(() => tagForm(catalogue({ a: "." }, { version: { tag } }))).toThrow(UserError);
		},
	);

	it.each([
		["{service}{version}", "api", "api2"],
		["{service}-{version}", "api", "api-1.0"],
	])("refuses %s where a tag of one service could be a version of another", (tag, one, two) => {
		const of = (...names: string[]) =>
			tagForm(catalogue(Object.fromEntries(names.map((name) => [name, name])), { version: { tag } }));
		expect(() => of(one, two)).toThrow(`a tag of ${two} could be a version of ${one}`);
		expect(of(one, "basket").text).toBe(tag);
	});

	it("refuses a form that gives several services one tag", () => {
		expect(() => tagForm(catalogue({ a: "a", b: "b" }, { version: { tag: "v{version}" } }))).toThrow(
			/\{service\}/,
		);
	});
});

describe("parseTags", () => {
	const form = { text: "{service}/v{version}", explicit: false };

	it("sorts by semver and keeps kinds apart", () => {
		const parsed = parseTags(
			form,
			["a", "ab"],
			tags(
				"a/v1.9.0",
				"a/v1.10.0",
				"a/v1.10.0-rc.1",
				"a/v1.10.0-rc.10",
				"a/v2.0.0-alpha",
				"ab/v3.0.0",
				"b/v9.0.0",
				"v8.0.0",
			),
		);
		const a = parsed.get("a");
		expect(a?.releases.map((each) => each.version)).toEqual(["1.10.0", "1.9.0"]);
		expect(a?.candidates.map((each) => each.number)).toEqual([10, 1]);
		expect(a?.all).toHaveLength(5);
		expect(parsed.get("ab")?.releases.map((each) => each.version)).toEqual(["3.0.0"]);
	});

	it.each([
		"1.4.",
		"01.4",
		"01.4.0",
		"1.4.0+build",
		"v1.4.0",
		" 1.4.0",
		"1.4.0-01",
		"99999999999999999999.0.0",
	])("does not take %j for a version", (version) => {
		const parsed = parseTags(form, ["a"], tags(`a/v${version}`)).get("a");
		expect(parsed?.all).toEqual([]);
		expect(parsed?.invalid).toEqual([`a/v${version}`]);
	});

	it("leaves tags alone that follow a line of releases, and lists those that follow none", () => {
		const all = tags("a/v1.4.0", "a/v0.3.0", "a/v1", "a/v1.4", "a/v0.3", "a/v2", "a/v1.5", "a/v01");
		const parsed = parseTags(form, ["a"], all).get("a");
		expect(parsed?.all.map((each) => each.version)).toEqual(["1.4.0", "0.3.0"]);
		expect(parsed?.invalid).toEqual(["a/v01", "a/v1.5", "a/v2"]);
	});

	it("keeps whoever changed the form from starting again", () => {
		const one = catalogue({ a: "services/a" });
		expect(() => refuseOtherForm(tagForm(one), one, tags("v1.4.0"))).toThrow(/v1\.4\.0/);
		expect(() => refuseOtherForm(tagForm(one), one, tags("v1.4.0", "a/v1.5.0"))).not.toThrow();
		expect(() => refuseOtherForm(tagForm(one), one, tags("v1", "v1.4"))).not.toThrow();
		const two = catalogue({ a: "a", b: "b" });
		try {
			refuseOtherForm(tagForm(two), two, tags("v1.4.0", "v1.3.0"));
			expect.unreachable();
		} catch (error) {
			expect((error as UserError).hint).toContain("git tag a/v1.4.0 v1.4.0; git tag b/v1.4.0 v1.4.0");
		}
		const whole = catalogue({ a: "." });
		expect(() => refuseOtherForm(tagForm(whole), whole, tags("a/v1.4.0"))).toThrow(/a\/v1\.4\.0/);
	});
});

describe("branchRole", () => {
	it.each([
		["main", "main", undefined],
		["master", "main", undefined],
		["release/1.4", "release", { major: 1, minor: 4 }],
		["release/v1.4", "release", { major: 1, minor: 4 }],
		["release/1.4.x", "release", { major: 1, minor: 4 }],
		["release/1.4.0", "release", { major: 1, minor: 4 }],
		["release/next", "release", undefined],
		["release/1", "release", undefined],
		["release/01.4", "release", undefined],
		["hotfix/x", "hotfix", undefined],
		["hotfix/x/y", "feature", undefined],
		["feature-login-7", "feature", undefined],
		["release", "feature", undefined],
	])("%s is %s", (branch, kind, line) => {
		expect(branchRole(branch, {}, ["a"])).toMatchObject({ kind, line, only: undefined });
	});

	it("knows the release branch of one service of several", () => {
		expect(branchRole("release/a/1.4", {}, ["a", "b"])).toMatchObject({
			kind: "release",
			line: { major: 1, minor: 4 },
			only: "a",
		});
		expect(branchRole("release/c/1.4", {}, ["a", "b"])).toMatchObject({ kind: "feature" });
		expect(branchRole("release/a/1.4", {}, ["a"])).toMatchObject({ kind: "feature" });
	});

	it("takes the patterns of the settings", () => {
		const settings = { version: { main: ["trunk"], release: ["rel-*"] } };
		expect(branchRole("trunk", settings, ["a"]).kind).toBe("main");
		expect(branchRole("main", settings, ["a"]).kind).toBe("feature");
		expect(branchRole("rel-1.4", settings, ["a"])).toMatchObject({
			kind: "release",
			line: { major: 1, minor: 4 },
		});
		expect(parseLine("1.4.y")).toBeUndefined();
	});
});
