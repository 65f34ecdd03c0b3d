import semver from "semver";
import { sha256 } from "../runner/sha256.js";
import { type BranchLabel, branchLabel, refHash } from "./branch-name.js";

/** What an unreleased build's strings are made of. */
export interface Build {
	/** `1.4.0-0.dev.5`: everything that has an order. With `metadata-only` the last release, `1.3.0`. */
	precedence: string;
	/** The branch whose name stands in the metadata; undefined: detached. */
	branch: string | undefined;
	/** The height, where it stands in the metadata instead of in the precedence (`metadata-only`). */
	height: number | undefined;
	/** The commit that names the contents. */
	content: string;
	/** The merge commit, where its contents are not those of `content`. */
	merge: string | undefined;
}

/** A version in the forms that its readers take. */
export interface VersionStrings {
	version: string;
	/** At most 128 characters. */
	dockerTag: string;
	/** Null where npm has no form of it. */
	npmVersion: string | null;
	/** `[a-z0-9]([-a-z0-9]*[a-z0-9])?`, at most 63 characters; for labels and DNS. */
	slug: string;
}

/** node-semver refuses longer versions; the OCI distribution specification longer tags; RFC 1123 longer labels. */
export const LIMITS = { semver: 256, docker: 128, slug: 63, distTag: 214 } as const;

/** How many digits of a commit stand in a string: fixed, so that every clone gives the same one. */
const DIGITS = 12;
/** `.h` and ten digits. */
const HASH_LENGTH = 12;

/** The forms of an unreleased build. */
export function buildStrings(build: Build): VersionStrings {
	const height = build.height === undefined ? "" : `.${build.height}`;
	const content = `.g${build.content.slice(0, DIGITS)}`;
	const merge = build.merge === undefined ? "" : `.m${build.merge.slice(0, DIGITS)}`;
	const tail = `${height}${content}${merge}`;
	const dashed = (text: string) => text.replaceAll(".", "-");
	return {
		version: fitted(build.branch, LIMITS.semver, (label) => `${build.precedence}+${dotted(label)}${tail}`),
		dockerTag: fitted(build.branch, LIMITS.docker, (label) => `${build.precedence}_${dotted(label)}${tail}`),
		npmVersion: build.height === undefined ? `${build.precedence}${content}${merge}` : null,
		slug: fitted(
			build.branch,
			LIMITS.slug,
			(label) =>
				`${dashed(`${build.precedence}.${dotted(label)}${height}`)}${dashed(merge === "" ? content : merge)}`,
			true,
		),
	};
}

/** The forms of a version that a tag carries: a release, a candidate, or another prerelease. */
export function releaseStrings(version: string): VersionStrings {
	return { version, dockerTag: cut(version, LIMITS.docker), npmVersion: version, slug: releaseSlug(version) };
}

/** Whether a version is above every other one that is given: what `latest` may name. */
export function isHighest(version: string, others: readonly string[]): boolean {
	return others.every((other) => semver.gte(version, other));
}

/** The dist-tag of a release or a candidate. */
export function releaseDistTag(version: string, releases: readonly string[]): string {
	if (version.includes("-")) return "next";
	if (isHighest(version, releases)) return "latest";
	return `release-${semver.major(version)}.${semver.minor(version)}`;
}

/** A moving name made of a branch's: `br-feature-login-7`, or `main` without a prefix. */
export function movingName(prefix: string, branch: string, limit: number): string {
	return fitted(branch, limit, (label) => `${prefix}${dotted(label)}`);
}

/**
 * Whether a branch called so may give its bare name to a moving tag: not where it would pass for a version, for
 * `latest`, or for the tag of another branch.
 */
export function namesMovingTag(branch: string): boolean {
	return (
		branch !== "latest" &&
		!branch.startsWith("br-") &&
		!/^v?\d/i.test(branch) &&
		// What no range begins with need not be tried, for each service again.
		(!/^[\s~^<>=|*+xv]/i.test(branch) || semver.validRange(branch) === null)
	);
}

function dotted(label: BranchLabel): string {
	return label.hash === undefined ? label.name : `${label.name}.${label.hash}`;
}

/** The string with the whole label, or with the end of its name cut, just enough. */
function fitted(
	branch: string | undefined,
	limit: number,
	text: (label: BranchLabel) => string,
	fold = false,
): string {
	if (branch === undefined) return text({ name: "detached", hash: undefined });
	const whole = text(branchLabel(branch, { fold }));
	if (whole.length <= limit) return whole;
	const fixed = text({ name: "", hash: undefined }).length + HASH_LENGTH;
	if (fixed < limit) return text(branchLabel(branch, { fold, limit: limit - fixed }));
	// Beside a core this long there is no room for a name: the hashes of the branch and of the whole tell it apart.
	const hashed = text({ name: refHash(branch), hash: undefined });
	return hashed.length <= limit ? hashed : versionHash(hashed);
}

function releaseSlug(version: string): string {
	const plain = version.toLowerCase().replace(/[^a-z0-9-]/g, "-");
	const lost = plain.length > LIMITS.slug || plain.endsWith("-") || plain !== version.replaceAll(".", "-");
	return lost
		? `${plain.slice(0, LIMITS.slug - HASH_LENGTH).replace(/-+$/, "")}-${versionHash(version)}`
		: plain;
}

function cut(version: string, limit: number): string {
	if (version.length <= limit) return version;
	return `${version.slice(0, limit - HASH_LENGTH).replace(/[.-]+$/, "")}.${versionHash(version)}`;
}

function versionHash(version: string): string {
	return `h${sha256(version).slice(0, 10)}`;
}
