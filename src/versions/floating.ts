import { type Core, compareCores, parseCore } from "./bump.js";
import { type ServiceTags, type TagForm, tagName } from "./tag.js";

/** A tag that follows a line's releases, and the commit that it is on now. */
export interface FloatingTag {
	service: string;
	/** `v1`, `v1.4`, `checkout/v1.4`: the form of the release tags with a part of the number. */
	tag: string;
	/** Null where there is none of this name. */
	before: string | null;
}

/**
 * The floating tags that come to a release's commit: those of its MAJOR and its MAJOR.MINOR, each only where no
 * release of the service is higher there, reachable or not. There is no tag of MAJOR 0, where every minor version
 * may break.
 */
export function floatingTags(
	known: {
		form: TagForm;
		/** All tags of the repository: name to commit. */
		tags: ReadonlyMap<string, string>;
		services: ReadonlyMap<string, ServiceTags>;
	},
	release: { service: string; version: string; commit: string },
): FloatingTag[] {
	const core = parseCore(release.version);
	const own = known.services.get(release.service);
	if (core === undefined || own === undefined) return [];
	const isHighest = (line: (other: Core) => boolean) =>
		!own.releases.some((each) => line(each.core) && compareCores(each.core, core) > 0);
	const numbers = [
		...(core.major > 0 && isHighest((other) => other.major === core.major) ? [`${core.major}`] : []),
		...(isHighest((other) => other.major === core.major && other.minor === core.minor)
			? [`${core.major}.${core.minor}`]
			: []),
	];
	return numbers.flatMap((number) => {
		const tag = tagName(known.form, release.service, number);
		const before = known.tags.get(tag) ?? null;
		return before === release.commit ? [] : [{ service: release.service, tag, before }];
	});
}
