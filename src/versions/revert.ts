import { type CommitMessage, comparableTitle } from "./commit-message.js";
import type { WalkedCommit } from "./walk.js";

/**
 * Which commits of a range are taken back by others, for one service: hash to the hash of the reverting commit.
 * `range` is newest first. Only reverts that count for the service take anything back. `outside` tells commits
 * that are known to lie before the range: a revert of one of them takes nothing out, whatever its title.
 */
export function revertedCommits(
	range: readonly WalkedCommit[],
	message: (commit: WalkedCommit) => CommitMessage,
	counts: (commit: WalkedCommit) => boolean,
	outside: (hash: string) => boolean,
): ReadonlyMap<string, string> {
	const reverted = new Map<string, string>();
	const reverts = range.filter((commit) => {
		const said = message(commit);
		return counts(commit) && (said.reverts.length > 0 || said.revertsTitle !== undefined);
	});
	if (reverts.length === 0) return reverted;

	const index = new Map(range.map((commit) => [commit.hash, commit]));
	const order = new Map(range.map((commit, at) => [commit.hash, at]));
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

	for (const revert of reverts.reverse()) {
		const said = message(revert);
		const at = order.get(revert.hash) ?? 0;
		const older = (commit: WalkedCommit) => (order.get(commit.hash) ?? 0) > at;
		const targets: WalkedCommit[] = [];
		let lost = said.reverts.length === 0;
		for (const hash of said.reverts) {
			const target =
				index.get(hash) ?? (hash.length < 40 ? range.find((each) => each.hash.startsWith(hash)) : undefined);
			if (target !== undefined && older(target)) targets.push(target);
			else if (!outside(hash)) lost = true;
		}
		if (targets.length === 0 && lost && said.revertsTitle !== undefined) {
			const title = comparableTitle(said.revertsTitle);
			const target = range.find(
				(each) => older(each) && !reverted.has(each.hash) && comparableTitle(message(each).header) === title,
			);
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
