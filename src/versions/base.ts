import { type Problem, problem } from "../runner/problem.js";
import type { ServiceTags, VersionTag } from "./tag.js";

/** What a service's versions are counted from. */
export interface ServiceBase {
	/** The highest release that HEAD carries. */
	carried: VersionTag | undefined;
	/** The highest release that is reachable, HEAD's own first. */
	base: VersionTag | undefined;
	/** The highest reachable release below `carried`; undefined where nothing is carried. */
	previous: VersionTag | undefined;
	/** A reachable release above the carried one: something is odd. */
	above: VersionTag | undefined;
}

/** The base by the rules, for `head` and those tagged commits that it is known to reach. */
export function selectBase(tags: ServiceTags, head: string, reached: ReadonlySet<string>): ServiceBase {
	const carried = tags.releases.find((each) => each.commit === head);
	const reachable = tags.releases.filter((each) => each.commit === head || reached.has(each.commit));
	const [highest] = reachable;
	if (carried === undefined) return { carried, base: highest, previous: undefined, above: undefined };
	return {
		carried,
		base: carried,
		previous: reachable.slice(reachable.indexOf(carried)).find((each) => each.commit !== head),
		above: highest === carried ? undefined : highest,
	};
}

/** The warning for a service without a base that has releases elsewhere: nobody is to start anew unawares. */
export function neverReleased(service: string, { releases }: ServiceTags, head: string): Problem[] {
	const [highest] = releases;
	if (highest === undefined) return [];
	return [
		problem(
			"warning",
			"releases-not-contained",
			`${service} has releases (${highest.tag} on ${highest.commit.slice(0, 12)}), and ${head.slice(0, 12)} contains none of them, so it is versioned as if it was never released`,
			{ hint: "Merge the released commit, or see whether the history was rewritten after the release." },
		),
	];
}
