import { type Problem, problem } from "../runner/problem.js";
import type { ServiceBase } from "./base.js";
import { type Core, coreText, parseCore, raised } from "./bump.js";
import type { NamedTag } from "./context.js";
import { nextCore } from "./core.js";
import type { Ranges } from "./ranges.js";
import { parseTags, type ServiceTags, type TagForm } from "./tag.js";

/** The service and the version that a tag names. */
export function nameTag(form: TagForm, services: readonly string[], tag: string): NamedTag | undefined {
	for (const [service, found] of parseTags(form, services, new Map([[tag, ""]]))) {
		const [version] = found.all;
		if (version !== undefined) return { tag, service, version: version.version };
	}
	return undefined;
}

/** The base of a pushed tag's service: the tag itself, on HEAD, whatever else HEAD carries. */
export function taggedBase(named: NamedTag, base: ServiceBase, head: string): ServiceBase {
	const core = parseCore(named.version.split("-")[0] ?? "");
	if (core === undefined) throw new Error(`${named.version} has no core`);
	const carried = { tag: named.tag, version: named.version, core, commit: head };
	const previous = base.carried === undefined ? base.base : base.previous;
	return { carried, base: carried, previous, above: base.above };
}

/** A warning where the tag's service is none of those that are asked for: then there is no version at all. */
export function notAskedFor({ tag, service }: NamedTag): Problem {
	return problem(
		"warning",
		"tag-of-another-service",
		`Tag ${tag} is a version of ${service}, which is none of the services asked for: there is no version`,
		{
			hint: "On a service's version tag only that service has a version: name it in 'services', or leave them out.",
		},
	);
}

/** A warning where the history would give another number than the tag says. */
export async function tagWarning(
	named: NamedTag,
	history: Ranges,
	base: ServiceBase,
	tags: ServiceTags,
	initial: Core,
): Promise<Problem[]> {
	if (named.version.includes("-") || history.shallow) return [];
	const before = base.carried === undefined ? base.base : base.previous;
	const analysis = await history.since(named.service, before?.commit);
	const expected = nextCore({
		service: named.service,
		base: before,
		tags,
		analysis,
		role: undefined,
		bump: undefined,
		initial,
		own: false,
	});
	const given = parseCore(named.version);
	if (given === undefined || raised(expected.core, given) === "none") return [];
	const would = coreText(expected.core);
	return [
		problem(
			"warning",
			"tag-not-by-history",
			`Tag ${named.tag} says ${named.version}, the history would give ${would}`,
			{
				hint: "The tag holds. Let 'publish' make the tags, and the numbers follow the commits.",
			},
		),
	];
}
