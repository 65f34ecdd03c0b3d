import semver from "semver";
import { UserError } from "../../runner/errors.js";
import { didYouMean, parseList, quote } from "../../runner/inputs.js";

/** The input `versions`: lines of `service=version`, or a JSON object. Pure. */

/** @throws UserError `invalid-versions` */
export function parseVersions(text: string | undefined): Map<string, string> | undefined {
	if (text === undefined) return undefined;
	const versions = new Map<string, string>();
	for (const [service, version] of text.trimStart().startsWith("{") ? fromObject(text) : fromLines(text)) {
		if (!isVersion(version)) {
			throw wrong(
				`${quote(version)} is no semantic version (of ${quote(service)})`,
				"Write it in full, such as 1.2.3.",
			);
		}
		const other = versions.get(service);
		if (other !== undefined && other !== version) {
			throw wrong(`${quote(service)} has two versions, ${other} and ${version}`, "Leave one of the two out.");
		}
		versions.set(service, version);
	}
	return versions;
}

/**
 * Refuses names that no service has, which would be a typing error that goes unnoticed. Versions of services that
 * are not in the set are fine: the output of `version` holds all.
 */
export function checkVersionNames(versions: ReadonlyMap<string, string>, services: readonly string[]): void {
	for (const service of versions.keys()) {
		if (services.includes(service)) continue;
		throw wrong(`there is no service ${quote(service)}`, `Mend the name.${didYouMean(service, services)}`);
	}
}

/** A service of the set is not among the versions: those that were given, or those of the commit. */
export function missingVersion(service: string): never {
	throw new UserError("version-missing", `There is no version for ${service}`, {
		input: "versions",
		hint: `Add a line ${service}=VERSION to 'versions', or leave 'versions' out for those of this commit.`,
	});
}

function fromLines(text: string): [string, string][] {
	return parseList("versions", text, { commas: true }).map((line) => {
		const [service = "", version, ...rest] = line.split("=").map((part) => part.trim());
		if (service === "" || version === undefined || rest.length > 0)
			throw wrong(`${quote(line)} can't be read`, "Write service=version, one per line.");
		return [service, version];
	});
}

function fromObject(text: string): [string, string][] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw wrong(
			`it is not JSON: ${(cause as Error).message}`,
			"Pass the output 'versions' of version as it is.",
		);
	}
	return Object.entries(value as object).map(([service, version]: [string, unknown]) => {
		if (typeof version === "string") return [service, version];
		throw wrong(`the version of ${quote(service)} is no text`, 'Write {"service": "1.2.3"}.');
	});
}

function isVersion(text: string): boolean {
	const parsed = semver.parse(text);
	if (parsed === null) return false;
	const build = parsed.build.length === 0 ? "" : `+${parsed.build.join(".")}`;
	return parsed.version + build === text;
}

function wrong(reason: string, hint: string): UserError {
	return new UserError("invalid-versions", `Input 'versions': ${reason}`, { input: "versions", hint });
}
