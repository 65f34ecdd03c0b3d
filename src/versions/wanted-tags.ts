import type { VersionContext } from "./context.js";
import { stageOf } from "./stage.js";
import { highestOfLines, LINES } from "./starts.js";
import type { ServiceTags, VersionTag } from "./tag.js";
import type { TaggedSearch } from "./tag-search.js";

/** What a walk over the history is to find out about tags. */
export interface WantedTags {
	/** Services that HEAD does not release. */
	due: ReadonlySet<string>;
	searches: TaggedSearch[];
	/** The release candidates that matter on a release branch, by service, reached or not. */
	candidates: Map<string, ServiceTags["candidates"]>;
	/** Commits to start at besides HEAD, so that tags of other lines are met early. */
	starts: ReadonlySet<string>;
}

/** What is to be found out about the tags of some services. `ruledOut`: commits that HEAD is known not to reach. */
export function wantedTags(known: {
	tags: ReadonlyMap<string, ServiceTags>;
	head: string;
	context: VersionContext;
	shallow: boolean;
	ruledOut: ReadonlySet<string>;
}): WantedTags {
	const { tags, head, context, shallow, ruledOut } = known;
	const due = new Set<string>();
	const searches: TaggedSearch[] = [];
	const candidates = new Map<string, ServiceTags["candidates"]>();
	const starts = new Set<string>();
	for (const [service, own] of tags) {
		const carried = own.releases.findIndex((each) => each.commit === head);
		// A shallow clone whose HEAD carries the tag needs nothing more.
		if (carried >= 0 && shallow) continue;
		const search = (name: string, list: readonly VersionTag[], from: (commits: string[]) => number) => {
			const commits = distinct(list).filter((commit) => commit !== head && !ruledOut.has(commit));
			if (commits.length > 0) searches.push({ name, commits, from: from(commits) });
		};
		const above = new Set(distinct(own.releases.slice(0, Math.max(0, carried))));
		search(service, own.releases, (commits) =>
			above.size === 0 ? 0 : commits.filter((commit) => above.has(commit)).length,
		);
		for (const commit of highestOfLines(own.releases)) if (commit !== head) starts.add(commit);
		if (carried >= 0 || context.kind === "tag") continue;
		due.add(service);
		const { stage } = stageOf(context, service);
		if (stage.kind !== "release") continue;
		const { line } = stage.role;
		const mine = own.candidates.filter(
			({ core }) => line === undefined || (core.major === line.major && core.minor === line.minor),
		);
		candidates.set(service, mine);
		search(`${service} candidates`, mine, (commits) => commits.length);
		for (const each of mine.slice(0, LINES)) starts.add(each.commit);
	}
	return { due, searches, candidates, starts };
}

/** The searches without some of their commits. */
export function without(searches: readonly TaggedSearch[], commits: ReadonlySet<string>): TaggedSearch[] {
	return searches.flatMap((search) => {
		const left = search.commits.filter((commit) => !commits.has(commit));
		if (left.length === 0) return [];
		const isCandidates = search.from >= search.commits.length;
		const from = isCandidates
			? left.length
			: search.commits.slice(0, search.from).filter((commit) => !commits.has(commit)).length;
		return [{ ...search, commits: left, from }];
	});
}

function distinct(tags: readonly VersionTag[]): string[] {
	return [...new Set(tags.map(({ commit }) => commit))];
}
