import type { Level } from "./commit-message.js";

/** MAJOR.MINOR.PATCH. */
export interface Core {
	major: number;
	minor: number;
	patch: number;
}

const NUMBER = "(0|[1-9]\\d{0,14})";
const CORE = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);

/** `1.4.0`, strictly: no prefix, no leading zero, no prerelease. Undefined for anything else. */
export function parseCore(text: string): Core | undefined {
	const match = CORE.exec(text);
	if (match === null) return undefined;
	return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

export function coreText(core: Core): string {
	return `${core.major}.${core.minor}.${core.patch}`;
}

export function compareCores(a: Core, b: Core): number {
	return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/**
 * The next core after a release. In 0.y.z a breaking commit raises MINOR; only a `forced` major (the input `bump`)
 * leaves it.
 */
export function raise(base: Core, level: Level, forced = false): Core {
	if (level === "major" && (base.major > 0 || forced)) return { major: base.major + 1, minor: 0, patch: 0 };
	if (level !== "patch") return { major: base.major, minor: base.minor + 1, patch: 0 };
	return { major: base.major, minor: base.minor, patch: base.patch + 1 };
}

/** Which part of a release the next one raises. */
export function raised(base: Core, core: Core): Level | "none" {
	if (core.major !== base.major) return "major";
	if (core.minor !== base.minor) return "minor";
	return core.patch === base.patch ? "none" : "patch";
}
