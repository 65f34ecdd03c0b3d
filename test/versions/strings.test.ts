import fc from "fast-check";
import semver from "semver";
import { describe, expect, it } from "vitest";
import { branchLabel } from "#src/versions/branch-name.js";
import { prerelease, type Stage } from "#src/versions/stage.js";
import {
	type Build,
	buildStrings,
	movingName,
	namesMovingTag,
	releaseDistTag,
	releaseStrings,
} from "#src/versions/strings.js";

const DOCKER = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const SLUG = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const sha = fc.stringMatching(/^[0-9a-f]{40}$/);
const part = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999_999_999_999_999 }));
const core = fc.tuple(part, part, part).map((each) => each.join("."));
const branch = fc.oneof(
	fc.stringMatching(/^[a-z0-9/_.#-]{1,40}$/),
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
	fc.constantFrom(
		"007",
		"-",
		"x",
		"///",
		"feature/login",
		"feature#login",
		"feature-login",
		"Feature-Login",
		"a".repeat(250),
	),
);
const stageKind = fc.constantFrom("main", "hotfix", "feature", "pull-request", "merge-queue");

function stage(kind: string, name: string): Stage {
	if (kind === "pull-request" || kind === "merge-queue") return { kind, branch: name, number: 123 };
	return { kind: kind as "main" | "hotfix" | "feature", branch: name };
}

function build(
	kind: string,
	name: string,
	number: string,
	height: number,
	content: string,
	merge?: string,
): Build {
	return {
		precedence: `${number}-${prerelease(stage(kind, name), height, undefined)}`,
		branch: name,
		height: undefined,
		content,
		merge,
	};
}

describe("buildStrings", () => {
	const content = "1a2b3c4d5e6f00000000";

	it("gives the strings of the contract", () => {
		expect(buildStrings(build("main", "main", "1.4.0", 5, content))).toEqual({
			version: "1.4.0-0.main.5+main.g1a2b3c4d5e6f",
			dockerTag: "1.4.0-0.main.5_main.g1a2b3c4d5e6f",
			npmVersion: "1.4.0-0.main.5.g1a2b3c4d5e6f",
			slug: "1-4-0-0-main-5-main-g1a2b3c4d5e6f",
		});
		expect(
			buildStrings(build("pull-request", "feature-login-7", "1.4.0", 5, content, "9".repeat(40))),
		).toEqual({
			version: "1.4.0-0.dev.pr.123.5+feature-login-7.g1a2b3c4d5e6f.m999999999999",
			dockerTag: "1.4.0-0.dev.pr.123.5_feature-login-7.g1a2b3c4d5e6f.m999999999999",
			npmVersion: "1.4.0-0.dev.pr.123.5.g1a2b3c4d5e6f.m999999999999",
			slug: "1-4-0-0-dev-pr-123-5-feature-login-7-m999999999999",
		});
		const metadata = { precedence: "1.3.0", branch: "feature-login-7", height: 5, content, merge: undefined };
		expect(buildStrings(metadata)).toMatchObject({
			version: "1.3.0+feature-login-7.5.g1a2b3c4d5e6f",
			dockerTag: "1.3.0_feature-login-7.5.g1a2b3c4d5e6f",
			npmVersion: null,
		});
		const detached = {
			precedence: "1.4.0-0.dev.5",
			branch: undefined,
			height: undefined,
			content,
			merge: undefined,
		};
		expect(buildStrings(detached).version).toBe("1.4.0-0.dev.5+detached.g1a2b3c4d5e6f");
	});

	it("is valid in every grammar, for any branch", () => {
		fc.assert(
			fc.property(
				stageKind,
				branch,
				core,
				fc.nat(100_000),
				sha,
				fc.option(sha, { nil: undefined }),
				(kind, name, number, height, commit, merge) => {
					const made = buildStrings(build(kind, name, number, height, commit, merge));
					expect(semver.valid(made.version)).not.toBeNull();
					expect(semver.parse(made.version)?.raw).toBe(made.version);
					expect(made.version.length).toBeLessThanOrEqual(256);
					expect(made.dockerTag).toMatch(DOCKER);
					expect(made.slug).toMatch(SLUG);
					expect(semver.valid(made.npmVersion)).toBe(made.npmVersion);
					for (const each of [made.version, made.dockerTag]) {
						expect(each).toContain(`g${commit.slice(0, 12)}`);
						expect(each).toContain(number);
					}
				},
			),
		);
	});

	it("never satisfies a range that takes releases", () => {
		fc.assert(
			fc.property(
				stageKind,
				branch,
				fc.tuple(part, part, part),
				fc.nat(1000),
				sha,
				(kind, name, [major, minor, patch], height, commit) => {
					const number = `${major}.${minor}.${patch}`;
					const { version } = buildStrings(build(kind, name, number, height, commit));
					const below = `${major}.${minor}.0`;
					const ranges = [
						`^${below}`,
						`~${below}`,
						`${major}.x`,
						`${major}.${minor}.x`,
						"*",
						`>=${below}`,
						`^${number}`,
						`${below} - ${major}.${minor + 1}.0`,
						`>=${number}-alpha`,
					];
					for (const range of ranges) expect(semver.satisfies(version, range), range).toBe(false);
				},
			),
		);
	});

	it("keeps the order of the stages", () => {
		fc.assert(
			fc.property(
				branch,
				branch,
				core,
				fc.nat(10_000),
				fc.nat(10_000),
				sha,
				(one, two, number, a, b, commit) => {
					const of = (kind: string, height: number, name: string) =>
						buildStrings(build(kind, name, number, height, commit)).version;
					const release = (height: number, candidate?: { number: number; height: number }) =>
						`${number}-${prerelease({ kind: "release", branch: one, role: { branch: one, kind: "release", line: undefined, only: undefined } }, height, candidate)}`;
					const ascending = [
						of("hotfix", a, one),
						of("main", b, two),
						release(a),
						`${number}-alpha`,
						`${number}-rc.1`,
						release(0, { number: 1, height: b + 1 }),
						`${number}-rc.2`,
						number,
					];
					for (const kind of ["feature", "pull-request", "merge-queue"])
						expect(semver.lt(of(kind, b, two), ascending[0] ?? "")).toBe(true);
					for (let at = 1; at < ascending.length; at++)
						expect(
							semver.lt(ascending[at - 1] ?? "", ascending[at] ?? ""),
							`${ascending[at - 1]} < ${ascending[at]}`,
						).toBe(true);
				},
			),
		);
	});

	it("never gives two branches one docker tag or slug", () => {
		const similar = fc
			.array(fc.constantFrom("a", "-", "/", "#", "A", ".", "_"), { minLength: 1, maxLength: 6 })
			.map((each) => each.join(""));
		fc.assert(
			fc.property(
				fc.oneof(branch, similar),
				fc.oneof(branch, similar),
				fc.nat(100),
				sha,
				(one, two, height, commit) => {
					fc.pre(one !== two);
					const [a, b] = [one, two].map((name) =>
						buildStrings(build("feature", name, "1.4.0", height, commit)),
					);
					expect(a?.dockerTag).not.toBe(b?.dockerTag);
					expect(a?.slug).not.toBe(b?.slug);
					expect(movingName("br-", one, 128)).not.toBe(movingName("br-", two, 128));
				},
			),
			{ numRuns: 500 },
		);
	});

	it("is not fooled by a branch that is called like another one's hash", () => {
		const real = branchLabel("feature/login");
		const forged = `${real.name}-${real.hash}`;
		const of = (name: string) => buildStrings(build("feature", name, "1.4.0", 1, content));
		expect(of(forged).slug).not.toBe(of("feature/login").slug);
		expect(of(forged).dockerTag).not.toBe(of("feature/login").dockerTag);
	});

	it("cuts only the end of the branch, just enough", () => {
		const long = "b".repeat(250);
		const made = buildStrings(build("feature", long, "1.4.0", 5, content));
		expect(made.dockerTag).toHaveLength(128);
		expect(made.version).toHaveLength(256);
		expect(made.slug).toHaveLength(63);
		expect(made.dockerTag).toMatch(/^1\.4\.0-0\.dev\.5_b+\.h[0-9a-f]{10}\.g1a2b3c4d5e6f$/);
	});
});

describe("branchLabel", () => {
	it.each([
		["feature-login-7", "feature-login-7", false],
		["feature/login", "feature-login", true],
		["feature#a", "feature-a", true],
		["-a-", "a", true],
		["///", "x", true],
		["ümlaut", "mlaut", true],
	])("makes %s to %s", (name, label, lost) => {
		expect(branchLabel(name).name).toBe(label);
		expect(branchLabel(name).hash !== undefined).toBe(lost);
	});

	it("counts upper case as a loss only where case is folded", () => {
		expect(branchLabel("Feature").hash).toBeUndefined();
		expect(branchLabel("Feature", { fold: true })).toMatchObject({
			name: "feature",
			hash: expect.stringMatching(/^h[0-9a-f]{10}$/),
		});
	});

	it("hashes the whole ref", () => {
		// printf refs/heads/feature/login | sha256sum
		expect(branchLabel("feature/login").hash).toBe("h3de6205b6f");
	});
});

describe("names that move", () => {
	it("gives the dist-tags of releases", () => {
		expect(releaseDistTag("1.4.0", ["1.3.0", "1.4.0"])).toBe("latest");
		expect(releaseDistTag("1.3.1", ["1.3.0", "1.4.0"])).toBe("release-1.3");
		expect(releaseDistTag("1.10.0", ["1.9.0"])).toBe("latest");
		expect(releaseDistTag("1.4.0-rc.1", ["1.3.0"])).toBe("next");
	});

	it.each([
		["main", true],
		["trunk", true],
		["latest", false],
		["br-x", false],
		["1.4", false],
		["v2", false],
		["x", false],
		["vnext", true],
		["xmas", true],
		["vx", false],
		["V1a", false],
		["X", false],
		["=1", false],
		[">1", false],
		["<1", false],
		["~1", false],
		["^1", false],
		["||", false],
		["+1", false],
		["*", false],
		[" 1", false],
	])("says of a main branch %s: %s", (name, allowed) => expect(namesMovingTag(name)).toBe(allowed));

	it("gives no moving tag a name that passes for a range, however that begins", () => {
		const name = fc.string({
			unit: fc.constantFrom(..."ab1.x*v^~<>=|- +!@/#XV"),
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(name, (branch) => {
				const free = !branch.startsWith("br-") && !/^v?\d/i.test(branch);
				expect(namesMovingTag(branch)).toBe(free && semver.validRange(branch) === null);
			}),
			{ numRuns: 2000 },
		);
	});

	it("makes slugs of releases", () => {
		expect(releaseStrings("1.4.0")).toEqual({
			version: "1.4.0",
			dockerTag: "1.4.0",
			npmVersion: "1.4.0",
			slug: "1-4-0",
		});
		expect(releaseStrings("1.4.0-rc.2").slug).toBe("1-4-0-rc-2");
		expect(releaseStrings(`1.4.0-${"A".repeat(200)}-`).slug).toMatch(SLUG);
		expect(releaseStrings(`1.4.0-${"A".repeat(200)}-`).dockerTag).toMatch(DOCKER);
	});
});
