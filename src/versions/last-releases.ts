import type { Catalogue } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { repositoryState } from "../git/state.js";
import type { Problem } from "../runner/problem.js";
import { Deepening } from "./deepen.js";
import { basesOf, readReleaseTags } from "./release-tags.js";

export interface LastReleases {
	/**
	 * By service: its highest release that `head` contains, undefined for one that was never released. A service
	 * is missing where that can't be told: its tags are out of reach of this clone, or the remote does not answer.
	 */
	releases: ReadonlyMap<string, { tag: string; commit: string } | undefined>;
	problems: readonly Problem[];
}

/**
 * The last release of every service, for "what changed since": fetches history where a shallow clone lacks it, with
 * its files, which are compared next.
 */
export async function lastReleases(request: {
	git: Git;
	catalogue: Catalogue;
	head: string;
	actions: boolean;
}): Promise<LastReleases> {
	const { git, catalogue, head, actions } = request;
	let state = await repositoryState(git);
	const tags = await readReleaseTags(git, catalogue, { state, actions, releasing: false });
	let { bases, reached } = await basesOf(git, tags.services, head);
	const deepening = new Deepening(git, head, { files: true });
	// Where a higher release is not met, it may lie beyond what a shallow clone holds: then the base is not known.
	const beyond = (name: string) => {
		if (bases.get(name)?.carried !== undefined) return undefined;
		const releases = tags.services.get(name)?.releases ?? [];
		const highest = releases.find(({ commit }) => !deepening.ruledOut.has(commit));
		return highest === undefined || reached.has(highest.commit) ? undefined : highest;
	};
	const outOfReach = () => [...tags.services.keys()].filter((name) => beyond(name) !== undefined);
	while (state.boundary.size > 0) {
		const wanted = outOfReach().flatMap((name) => beyond(name) ?? []);
		if (wanted.length === 0 || !(await deepening.next(wanted, false))) break;
		({ bases, reached } = await basesOf(git, tags.services, head));
		state = await repositoryState(git);
	}
	const silent = tags.remote?.reachable === false && state.origin !== undefined;
	const hidden = state.boundary.size > 0 ? new Set(outOfReach()) : new Set<string>();
	const releases: [string, { tag: string; commit: string } | undefined][] = [];
	for (const [name, { base }] of bases) {
		if (hidden.has(name)) continue;
		if (base !== undefined) releases.push([name, { tag: base.tag, commit: base.commit }]);
		else if (!silent) releases.push([name, undefined]);
	}
	return { releases: new Map(releases), problems: tags.problems };
}
