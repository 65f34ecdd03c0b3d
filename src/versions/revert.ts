import type { Ancestry } from "./ancestry.js";
import type { WalkedCommit } from "./commit-changes.js";
import { type CommitMessage, comparableTitle } from "./commit-message.js";

/**
 * Which commits of a range are taken back by others, for one service: hash to the hash of the reverting commit.
 * A revert takes back what it descends from, and nothing else: a parallel change is still there after a merge of
 * both. Only reverts that count for the service take anything back. `outside` tells commits that are known to lie
 * before the range: a revert of one of them takes nothing out, whatever its title.
 */
export function revertedCommits(
	range: readonly WalkedCommit[],
	message: (commit: WalkedCommit) => CommitMessage,
	counts: (commit: WalkedCommit) => boolean,
	outside: (hash: string) => boolean,
	ancestry: Ancestry,
): ReadonlyMap<string, string> {
	const reverted = new Map<string, string>();
	const reverts = range.filter((commit) => {
		const said = message(commit);
		return counts(commit) && (said.reverts.length > 0 || said.revertsTitle !== undefined);
	});
	if (reverts.length === 0) return reverted;

	const index = new Map(range.map((commit) => [commit.hash, commit]));
	/** What each revert took back, so that its own revert can put it back. */
	const taken = new Map<string, readonly string[]>();
	const take = (hash: string, by: string) => {
		if (reverted.has(hash)) return;
		reverted.set(hash, by);
		for (const each of taken.get(hash) ?? []) putBack(each);
	};
	const putBack = (hash: string) => {
		if (!reverted.delete(hash)) return;
		for (const each of taken.get(hash) ?? []) take(each, hash);
	};

	let titles: ReadonlyMap<string, WalkedCommit[]> | undefined;
	/** The commits of a title, newest first. */
	const titled = (title: string) => {
		titles ??= Map.groupBy(range, (commit) => comparableTitle(message(commit).header));
		const named = titles.get(comparableTitle(title)) ?? [];
		return named.sort((a, b) => ancestry.compare(b.hash, a.hash));
	};

	for (const revert of reverts.sort((a, b) => ancestry.compare(a.hash, b.hash))) {
		const said = message(revert);
		const older = (commit: WalkedCommit) => ancestry.isAncestor(commit.hash, revert.hash);
		const targets: WalkedCommit[] = [];
		let lost = said.reverts.length === 0;
		for (const hash of said.reverts) {
			const target =
				index.get(hash) ?? (hash.length < 40 ? range.find((each) => each.hash.startsWith(hash)) : undefined);
			if (target !== undefined && older(target)) targets.push(target);
			else if (target !== undefined || !outside(hash)) lost = true;
		}
		if (targets.length === 0 && lost && said.revertsTitle !== undefined) {
			const target = titled(said.revertsTitle).find((each) => !reverted.has(each.hash) && older(each));
			if (target !== undefined) targets.push(target);
		}
		const hashes = targets.flatMap((target) => [target.hash, ...brought(target, index)]);
		taken.set(revert.hash, hashes);
		for (const hash of hashes) take(hash, revert.hash);
	}
	return reverted;
}

/** What a merge brought: the commits of the range that its other parents reach and its first does not. */
function brought(merge: WalkedCommit, index: ReadonlyMap<string, WalkedCommit>): string[] {
	const [first, ...others] = merge.parents;
	if (first === undefined || others.length === 0) return [];
	const before = reach([first], index, new Set());
	return [...reach(others, index, before)];
}

function reach(
	from: readonly string[],
	index: ReadonlyMap<string, WalkedCommit>,
	stop: ReadonlySet<string>,
): Set<string> {
	const found = new Set<string>();
	const stack = [...from];
	for (let hash = stack.pop(); hash !== undefined; hash = stack.pop()) {
		const commit = index.get(hash);
		if (commit === undefined || found.has(hash) || stop.has(hash)) continue;
		found.add(hash);
		stack.push(...commit.parents);
	}
	return found;
}
