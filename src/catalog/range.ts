import semver from "semver";

/**
 * A range as node-semver reads it. A bare MAJOR is the seal (`2` is `^2`); below 1.0 the MINOR is (`0.3` is
 * `~0.3`). Undefined where it is none.
 */
export function rangeOf(written: string): string | undefined {
	const text = written.trim();
	if (text === "" || text.length > 256) return undefined;
	if (/^\d+$/.test(text)) return semver.validRange(`^${text}`) === null ? undefined : `^${text}`;
	if (/^0\.\d+$/.test(text)) return semver.validRange(`~${text}`) === null ? undefined : `~${text}`;
	return semver.validRange(text) === null ? undefined : text;
}
