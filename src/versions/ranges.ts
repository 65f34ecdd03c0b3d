import { ownershipOf } from "../catalog/ownership.js";
import type { Catalogue } from "../catalog/service.js";
import { differingPaths } from "../git/commit-tree.js";
import type { Git } from "../git/git.js";
import { reachable } from "../git/reachability.js";
import type { RepositoryState } from "../git/state.js";
import { type Analysis, analyse } from "./analysis.js";
import { type Ancestry, ancestryByOrder, ancestryOf } from "./ancestry.js";
import type { ServiceBase } from "./base.js";
import type { WalkedCommit } from "./commit-changes.js";
import { type CommitMessage, parseCommitMessage } from "./commit-message.js";
import type { VersionContext } from "./context.js";
import { readWalks, tooShallow, type Walks } from "./read-walks.js";
import { revertedCommits } from "./revert.js";
import type { ServiceTags } from "./tag.js";
import type { HistoryWalk } from "./walk.js";

/** What the walk over the history answers. */
export interface Ranges {
	shallow: boolean;
	/** The committer's date of HEAD. */
	date: number;
	/** HEAD, where it is a merge commit that GitHub made of a pull request. */
	merge: string | undefined;
	bases: ReadonlyMap<string, ServiceBase>;
	/** Tagged commits that HEAD reaches, as far as they matter to a version. */
	reached: ReadonlySet<string>;
	/** What counted for a service since one of the boundaries of the walk. */
	since(service: string, boundary: string | undefined): Promise<Analysis>;
	/** The release candidates of a service that HEAD reaches, highest first. */
	candidates(service: string): ServiceTags["candidates"];
	/** The commit that names the contents of a service. */
	content(service: string): string;
	/** Whether the inputs of a pull request's merge are not those of its head. */
	movedBase(service: string): boolean;
}

/** What is said where nothing is asked: HEAD carries the version. */
export const NOTHING: Analysis = {
	height: 0,
	level: undefined,
	releaseAs: undefined,
	features: [],
	commits: [],
	problems: [],
};

/** Reads history once, in one walk for all services, and finds their bases in it. */
export async function readRanges(known: {
	git: Git;
	state: RepositoryState;
	catalogue: Catalogue;
	head: string;
	context: VersionContext;
	tags: ReadonlyMap<string, ServiceTags>;
}): Promise<Ranges> {
	const { git, catalogue, head } = known;
	const only = catalogue.services.length === 1;
	const ownership = ownershipOf(catalogue.services);
	const walks = await readWalks({ ...known, changed: ownership.touches });
	const { walk, shallow, lineHead, candidates } = walks;

	const messages = new Map<string, CommitMessage>();
	const message = (commit: WalkedCommit) => {
		let said = messages.get(commit.hash);
		if (said === undefined) {
			said = parseCommitMessage(commit.message);
			messages.set(commit.hash, said);
		}
		return said;
	};
	// Reverted commits that the walk has not met may lie before the range: then nothing is taken out.
	const before = new Map<string, boolean>();
	const absent = new Set<string>();
	const look = async (hashes: readonly string[]) => {
		const unknown = [...new Set(hashes)].filter(
			(hash) => walk.commit(hash) === undefined && !before.has(hash),
		);
		// Messages name commits by short hashes too; one that may be several objects names none.
		const full = new Map<string, string>();
		for (const [at, object] of (await git.objects.info(unknown)).entries()) {
			const written = unknown[at];
			if (written !== undefined && object !== undefined) full.set(written, object.hash);
		}
		for (const hash of unknown) if (!full.has(hash)) absent.add(hash);
		const met = (hash: string | undefined) =>
			hash !== undefined && (walk.reaches(hash) || walks.asked.get(hash) === true);
		const left = [...full.values()].filter((hash) => !met(hash) && !walks.asked.has(hash));
		const found = await reachable(git, left, head);
		for (const hash of unknown) before.set(hash, met(full.get(hash)) || found.has(full.get(hash) ?? ""));
	};
	// git is asked once for what all services' commits revert, whichever service comes first.
	let looked: Promise<void> | undefined;
	const lieBefore = async (hashes: readonly string[]) => {
		if (hashes.length === 0) return;
		looked ??= look(revertedSinceBases(walks, head, message));
		await looked;
		await look(hashes);
	};
	const differences = new Map<string, ReadonlySet<string>>();
	const differing = async (from: string, to: string) => {
		const key = `${from} ${to}`;
		let found = differences.get(key);
		if (found === undefined) {
			const paths = await differingPaths(git.objects, from, to, walks.prefix);
			found = new Set(
				paths.flatMap((path) =>
					ownership.touches(path).flatMap((each) => (each.ignored ? [] : [each.service])),
				),
			);
			differences.set(key, found);
		}
		return found;
	};
	// Services with one base share their range.
	const ancestries = new Map<string | undefined, Ancestry>();
	const ancestry = (from: HistoryWalk, boundary: string | undefined) => {
		let known = ancestries.get(boundary);
		if (known === undefined) {
			const range = from.range(boundary);
			known = from.connected ? ancestryOf(range) : ancestryByOrder(range);
			ancestries.set(boundary, known);
		}
		return known;
	};
	const moved =
		lineHead === head ? new Set<string>() : (walk.touchedFrom(head, 1) ?? (await differing(lineHead, head)));

	return {
		shallow,
		date: walk.commit(head)?.date ?? 0,
		merge: lineHead === head ? undefined : head,
		bases: walks.bases,
		reached: walks.reached,
		candidates: (service) => candidates.get(service) ?? [],
		movedBase: (service) => moved.has(service),
		content: (service) => {
			const commit = walk.content(service);
			if (commit !== undefined) return commit;
			if (shallow) throw tooShallow(service, known.tags.get(service));
			throw new Error(`the walk did not name the contents of ${service}`);
		},
		since: async (service, boundary) => {
			if (boundary === head) return NOTHING;
			const from = boundary === undefined ? walks.unreleased(service) : walk;
			if (from.isCut(boundary)) throw tooShallow(service, known.tags.get(service));
			const commits = from.touching(service, boundary);
			const counts = (commit: WalkedCommit) => commit.counted.has(service);
			const reverts = commits
				.filter(counts)
				.map(message)
				.filter((said) => said.reverts.length > 0 || said.revertsTitle !== undefined);
			await lieBefore(reverts.flatMap((said) => said.reverts));
			// A commit that this clone lacks may lie before the range: its title alone must not decide.
			const guesses = reverts.some(
				(said) => said.revertsTitle !== undefined && said.reverts.some((hash) => absent.has(hash)),
			);
			if (shallow && guesses) throw tooShallow(service, known.tags.get(service));
			const reverted =
				reverts.length === 0
					? new Map<string, string>()
					: revertedCommits(
							from.range(boundary),
							message,
							counts,
							(hash) => before.get(hash) === true || walk.reaches(hash),
							ancestry(from, boundary),
						);
			const brought = new Map<WalkedCommit, ReadonlySet<string>>();
			for (const merge of commits) {
				const [first, second] = merge.parents;
				if (first === undefined || second === undefined || message(merge).releaseAs === undefined) continue;
				brought.set(merge, from.touchedFrom(merge.hash, 0) ?? (await differing(first, merge.hash)));
			}
			const analysis = analyse(service, commits, {
				message,
				reverted,
				only,
				brings: (merge) => brought.get(merge) ?? merge.differs,
				ancestry: () => ancestry(from, boundary),
			});
			if (analysis.level !== undefined || boundary === undefined) return analysis;
			// Nothing counted, but a merge may have kept the other side's contents.
			const merge = commits.find((commit) => commit.parents.length > 1 && commit.differs.has(service));
			if (merge === undefined || !(await differing(boundary, head)).has(service)) return analysis;
			const kept = {
				commit: merge.hash,
				header: message(merge).header,
				bump: "patch" as const,
				counted: true,
				rule: "a merge that kept one side's contents",
				files: [],
			};
			return { ...analysis, height: 1, level: "patch", commits: [kept, ...analysis.commits] };
		},
	};
}

/** All hashes that commits name as reverted which count for some service since its base. */
function revertedSinceBases(
	walks: Walks,
	head: string,
	message: (commit: WalkedCommit) => CommitMessage,
): string[] {
	return [...walks.bases].flatMap(([service, { base }]) => {
		if (base?.commit === head) return [];
		const from = base === undefined ? walks.unreleased(service) : walks.walk;
		return from
			.touching(service, base?.commit)
			.flatMap((commit) => (commit.counted.has(service) ? message(commit).reverts : []));
	});
}
