import type { Catalogue } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { GitError } from "../git/process.js";
import type { Problem } from "../runner/problem.js";
import { basesOf, readReleaseTags } from "./release-tags.js";

/** How many commits are fetched, step by step, until every service's release is in reach; then all of them. */
const STEPS: readonly { depth?: number; unshallow?: boolean }[] = [
	{ depth: 50 },
	{ depth: 500 },
	{ unshallow: true },
];

export interface LastReleases {
	/**
	 * By service: its highest release that `head` contains, undefined for one that was never released. A service
	 * is missing where that can't be told: its tags are out of reach of this clone, or the remote does not answer.
	 */
	releases: ReadonlyMap<string, { tag: string; commit: string } | undefined>;
	problems: readonly Problem[];
}

/** The last release of every service, for "what changed since": fetches history where a shallow clone lacks it. */
export async function lastReleases(request: {
	git: Git;
	catalogue: Catalogue;
	head: string;
	actions: boolean;
}): Promise<LastReleases> {
	const { git, catalogue, head, actions } = request;
	const tags = await readReleaseTags(git, catalogue, { actions, releasing: false });
	let { bases, reached } = await basesOf(git, tags.services, head);
	// Where a higher release is not met, it may lie beyond what a shallow clone holds: then the base is not known.
	const isOutOfReach = (name: string) => {
		const highest = tags.services.get(name)?.releases[0];
		const isKnown = bases.get(name)?.carried !== undefined;
		return !isKnown && highest !== undefined && !reached.has(highest.commit);
	};
	const outOfReach = () => [...tags.services.keys()].filter(isOutOfReach);
	for (const step of STEPS) {
		if (outOfReach().length === 0 || !(await git.isShallow()) || !(await deepen(git, head, step))) break;
		({ bases, reached } = await basesOf(git, tags.services, head));
	}
	const silent = tags.remote?.reachable === false && (await git.remote()) !== undefined;
	const hidden = (await git.isShallow()) ? new Set(outOfReach()) : new Set<string>();
	const releases: [string, { tag: string; commit: string } | undefined][] = [];
	for (const [name, { base }] of bases) {
		if (hidden.has(name)) continue;
		if (base !== undefined) releases.push([name, { tag: base.tag, commit: base.commit }]);
		else if (!silent) releases.push([name, undefined]);
	}
	return { releases: new Map(releases), problems: tags.problems };
}

async function deepen(
	git: Git,
	head: string,
	step: { depth?: number; unshallow?: boolean },
): Promise<boolean> {
	try {
		await git.fetch([head], step);
		return true;
	} catch (thrown) {
		// Told by what stays out of reach.
		if (thrown instanceof GitError) return false;
		throw thrown;
	}
}
