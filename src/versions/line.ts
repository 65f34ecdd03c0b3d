import picomatch from "picomatch";
import { type Settings, VERSION_DEFAULTS } from "../catalog/settings.js";

/** A line of releases: all with one MAJOR.MINOR. */
export interface Line {
	major: number;
	minor: number;
}

/** What a branch is for, by the patterns of the settings. */
export interface BranchRole {
	branch: string;
	kind: "main" | "release" | "hotfix" | "feature";
	/** The line that a release branch names. */
	line: Line | undefined;
	/** The one service that a release branch is for; every other service is versioned as on a feature branch. */
	only: string | undefined;
}

/** The role of a branch. Where several patterns match: main before release before hotfix. */
export function branchRole(branch: string, settings: Settings, services: readonly string[]): BranchRole {
	const role = (kind: BranchRole["kind"], line?: Line, only?: string): BranchRole => ({
		branch,
		kind,
		line,
		only,
	});
	const patterns = {
		main: settings.version?.main ?? VERSION_DEFAULTS.main,
		release: settings.version?.release ?? VERSION_DEFAULTS.release,
		hotfix: settings.version?.hotfix ?? VERSION_DEFAULTS.hotfix,
	};
	const matching = (list: readonly string[]) =>
		list.find((each) => picomatch.isMatch(branch, each, { dot: true }));
	if (matching(patterns.main) !== undefined) return role("main");
	if (services.length > 1) {
		for (const pattern of patterns.release) {
			const [service, name, ...more] = after(branch, literal(pattern)).split("/");
			const line = more.length === 0 && name !== undefined ? parseLine(name) : undefined;
			if (line !== undefined && service !== undefined && services.includes(service))
				return role("release", line, service);
		}
	}
	const release = matching(patterns.release);
	if (release !== undefined) return role("release", parseLine(after(branch, literal(release))));
	return role(matching(patterns.hotfix) === undefined ? "feature" : "hotfix");
}

/** The role that a branch has for one service. */
export function roleFor(role: BranchRole, service: string): BranchRole {
	if (role.only === undefined || role.only === service) return role;
	return { branch: role.branch, kind: "feature", line: undefined, only: undefined };
}

const LINE = /^v?(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})(?:\.(?:x|0|[1-9]\d{0,14}))?$/;

/** `1.4`, `v1.4`, `1.4.x` and `1.4.0` name the line 1.4. */
export function parseLine(text: string): Line | undefined {
	const match = LINE.exec(text);
	return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/** The part of a pattern before its first wildcard. */
function literal(pattern: string): string {
	return /^[^*?[\]{}()!+@]*/.exec(pattern)?.[0] ?? "";
}

function after(text: string, prefix: string): string {
	return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}
