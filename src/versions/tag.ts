import semver from "semver";
import type { Catalogue } from "../catalog/service.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { type Core, compareCores, parseCore } from "./bump.js";

/** How the tags of a repository are written. */
export interface TagForm {
	/** `v{version}`, `{service}/v{version}`, or what the settings say. */
	text: string;
	/** Whether the settings say it. */
	explicit: boolean;
}

/** A version tag and the commit that it names in the end. */
export interface VersionTag {
	tag: string;
	/** Without build metadata, as the tag says it. */
	version: string;
	core: Core;
	commit: string;
}

/** The version tags of one service, each list from the highest to the lowest. */
export interface ServiceTags {
	/** Without a prerelease part. */
	releases: readonly VersionTag[];
	/** `X.Y.Z-rc.N`. */
	candidates: readonly (VersionTag & { number: number })[];
	/** Every version tag, those above and other prereleases. */
	all: readonly VersionTag[];
	/** Tags with the service's prefix that are no strict version, or have build metadata. `v1` is none of them beside `v1.4.0`. */
	invalid: readonly string[];
}

/**
 * The form of the settings, or `v{version}` where the one service is the repository, else `{service}/v{version}`.
 * A UserError for a form that could not tell the services' versions apart.
 */
export function tagForm(catalogue: Catalogue): TagForm {
	const written = catalogue.settings.version?.tag;
	if (written === undefined) {
		const [first, second] = catalogue.services;
		const whole = second === undefined && (first === undefined || first.path === ".");
		return { text: whole ? "v{version}" : "{service}/v{version}", explicit: false };
	}
	const wrong = (message: string) =>
		new UserError("tag-form", `version.tag is ${JSON.stringify(written)}: ${message}`, {
			file: catalogue.settingsFile,
			hint: 'Write tag: "{service}/v{version}", or tag: "v{version}" for a repository of one service.',
		});
	if (!written.endsWith("{version}") || written.indexOf("{version}") !== written.length - "{version}".length)
		throw wrong("it must end with {version}, once");
	if (catalogue.services.length > 1 && !written.includes("{service}"))
		throw wrong("in a repository of several services it must contain {service}");
	const rest = written.replaceAll("{service}", "s").replace("{version}", "1.0.0");
	if (!isRefName(rest)) throw wrong("git allows no such tag");
	const form = { text: written, explicit: true };
	const names = catalogue.services.map((service) => service.name);
	const shared = readsOthers(form, names);
	if (shared !== undefined)
		throw wrong(`a tag of ${shared[1]} could be a version of ${shared[0]}, whose name it begins with`);
	return form;
}

/** Two services of which the first reads tags of the second: what follows its prefix there begins with a digit. */
function readsOthers(form: TagForm, services: readonly string[]): [string, string] | undefined {
	const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
	for (const [prefix, other] of prefixes) {
		for (let length = 1; length < prefix.length; length++) {
			const service = prefixes.get(prefix.slice(0, length));
			if (service !== undefined && /\d/.test(prefix[length] ?? "")) return [service, other];
		}
	}
	return undefined;
}

/** The tag of a version of a service. */
export function tagName(form: TagForm, service: string, version: string): string {
	return form.text.replaceAll("{service}", service).replace("{version}", version);
}

/** The version tags of each of the services, from all tags of the repository (name to commit). */
export function parseTags(
	form: TagForm,
	services: readonly string[],
	tags: ReadonlyMap<string, string>,
): Map<string, ServiceTags> {
	const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
	// One look-up per prefix length instead of one test per service: there may be thousands of both.
	const lengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))];
	const found = new Map(
		services.map((service) => [
			service,
			{ all: [] as VersionTag[], invalid: [] as { tag: string; text: string }[] },
		]),
	);
	for (const [tag, commit] of tags) {
		for (const length of lengths) {
			const service = prefixes.get(tag.slice(0, length));
			const into = service === undefined ? undefined : found.get(service);
			if (into === undefined) continue;
			const version = strictVersion(tag.slice(length));
			if (version !== undefined) into.all.push({ tag, version: version.version, core: version.core, commit });
			else into.invalid.push({ tag, text: tag.slice(length) });
		}
	}
	return new Map([...found].map(([service, each]) => [service, sorted(each.all, each.invalid)]));
}

function sorted(tags: readonly VersionTag[], invalid: readonly { tag: string; text: string }[]): ServiceTags {
	// A tag that follows a line (`1`, `1.4`) moves: it is no version, and nothing is wrong with it.
	const lines = new Set(
		invalid.length === 0 ? [] : tags.flatMap(({ core }) => [`${core.major}`, `${core.major}.${core.minor}`]),
	);
	// There may be thousands, nearly all of them without a prerelease part: numbers compare fast.
	const releases = tags.filter(isRelease).sort((a, b) => compareCores(b.core, a.core));
	const all =
		releases.length === tags.length
			? releases
			: [...tags].sort((a, b) => compareCores(b.core, a.core) || semver.rcompare(a.version, b.version));
	return {
		all,
		releases,
		candidates: (all === releases ? [] : all).flatMap((each) => {
			const number = /^[^-]*-rc\.(0|[1-9]\d{0,14})$/.exec(each.version)?.[1];
			return number === undefined ? [] : [{ ...each, number: Number(number) }];
		}),
		invalid: invalid
			.filter(({ text }) => !lines.has(text))
			.map(({ tag }) => tag)
			.sort(),
	};
}

function isRelease(tag: VersionTag): boolean {
	return !tag.version.includes("-");
}

/** A strict semantic version without build metadata. */
function strictVersion(text: string): { version: string; core: Core } | undefined {
	const release = parseCore(text);
	if (release !== undefined) return { version: text, core: release };
	const parsed = semver.parse(text);
	if (parsed === null || parsed.version !== text) return undefined;
	const core = parseCore(`${parsed.major}.${parsed.minor}.${parsed.patch}`);
	return core === undefined ? undefined : { version: text, core };
}

/** What is told of tags that look like the service's and are no versions. */
export function invalidTagProblems(service: string, tags: ServiceTags): Problem[] {
	if (tags.invalid.length === 0) return [];
	const shown = tags.invalid.slice(0, 10).join(", ");
	const more = tags.invalid.length > 10 ? ` and ${tags.invalid.length - 10} more` : "";
	return [
		problem(
			"notice",
			"tag-not-a-version",
			`Tags of ${service} that are no strict semantic versions are ignored: ${shown}${more}`,
		),
	];
}

/**
 * Refuses to start again at the first version where the repository has release tags of the other form only. A
 * form that the settings name is what the user wants.
 */
export function refuseOtherForm(
	form: TagForm,
	catalogue: Catalogue,
	tags: ReadonlyMap<string, string>,
): void {
	if (form.explicit) return;
	const names = catalogue.services.map((service) => service.name);
	const releasesOf = (text: string) =>
		[...parseTags({ text, explicit: false }, names, tags)].flatMap(([service, each]) =>
			each.releases.slice(0, 1).map((release) => ({ service, ...release })),
		);
	if (has(form, names, tags)) return;
	const other = form.text === "v{version}" ? "{service}/v{version}" : "v{version}";
	const [highest] = releasesOf(other).sort((a, b) => semver.rcompare(a.version, b.version));
	if (highest === undefined) return;
	const commands = names
		.slice(0, 20)
		.map((name) => `git tag ${tagName(form, name, highest.version)} ${highest.tag}`)
		.join("; ");
	throw new UserError(
		"tag-form-changed",
		`The release tags of this repository are written ${other} (${highest.tag}), and none is written ${form.text}`,
		{
			hint:
				names.length > 1
					? `Carry the number over: ${commands}; then git push origin --tags. Or set version.tag in ${catalogue.settingsFile} to start anew.`
					: `Keep them by adding to ${catalogue.settingsFile}: version: {tag: "${other}"}.`,
		},
	);
}

/** Whether any of the tags is a release of a service in this form. */
function has(form: TagForm, services: readonly string[], tags: ReadonlyMap<string, string>): boolean {
	const prefixes = new Set(services.map((service) => tagName(form, service, "")));
	for (const tag of tags.keys()) {
		const version = /[^a-z/-]?\d+\.\d+\.\d+$/.exec(tag);
		for (let at = version?.index ?? tag.length; at < tag.length; at++)
			if (prefixes.has(tag.slice(0, at)) && parseCore(tag.slice(at)) !== undefined) return true;
	}
	return false;
}

/** The rules of git-check-ref-format that a form can break. */
function isRefName(name: string): boolean {
	return (
		// biome-ignore lint/suspicious/noControlCharactersInRegex: git forbids control characters
		!/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|\/$|^\/|\.$/.test(name) &&
		!name.startsWith("-")
	);
}
