import { ownershipOf } from "../catalog/ownership.js";
import type { Catalogue } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { readHistory } from "../git/history.js";
import { reachable } from "../git/reachability.js";
import { UserError } from "../runner/errors.js";
import { type Analysis, analyse } from "./analysis.js";
import type { ServiceBase } from "./base.js";
import { type CommitMessage, parseCommitMessage } from "./commit-message.js";
import type { VersionContext } from "./context.js";
import { revertedCommits } from "./revert.js";
import { stageOf } from "./stage.js";
import type { ServiceTags } from "./tag.js";
import { type ChangedServices, HistoryWalk, type WalkedCommit } from "./walk.js";

/** What one walk over the history answers. */
export interface Ranges {
	shallow: boolean;
	/** The committer's date of HEAD. */
	date: number;
	/** HEAD, where it is a merge commit that GitHub made of a pull request. */
	merge: string | undefined;
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

/** Reads history once, in one walk for all services. */
export async function readRanges(known: {
	git: Git;
	catalogue: Catalogue;
	head: string;
	context: VersionContext;
	tags: ReadonlyMap<string, ServiceTags>;
	bases: ReadonlyMap<string, ServiceBase>;
	reached: ReadonlySet<string>;
}): Promise<Ranges> {
	const { git, catalogue, head, context, tags, bases, reached } = known;
	const only = catalogue.services.length === 1;
	const shallow = await git.isShallow();
	const ownership = ownershipOf(catalogue.services);
	const changed: ChangedServices = (path) => ownership.touches(path);

	const boundaries = new Set<string>();
	let everything = false;
	const bound = (commit: string | undefined) => {
		if (commit === undefined) everything = true;
		else boundaries.add(commit);
	};
	const due = new Set<string>();
	const candidates = new Map<string, ServiceTags["candidates"]>();
	for (const [service, base] of bases) {
		const own = tags.get(service);
		if (own === undefined) continue;
		if (base.carried !== undefined || context.kind === "tag") {
			if (context.kind === "tag" && !shallow)
				bound((base.carried === undefined ? base.base : base.previous)?.commit);
			continue;
		}
		const [highest] = own.releases;
		if (shallow && highest !== undefined && !reached.has(highest.commit)) throw tooShallow(service);
		due.add(service);
		bound(base.base?.commit);
		if (stageOf(context, service).stage.kind !== "release") continue;
		const reachableCandidates = own.candidates.filter((each) => reached.has(each.commit));
		candidates.set(service, reachableCandidates);
		for (const each of reachableCandidates) bound(each.commit);
	}

	let lineHead = head;
	if (context.kind === "pull-request" && context.head !== head)
		lineHead = (await git.parents(head))[1] ?? head;
	const walk = new HistoryWalk({ head, boundaries, everything, lineHead, named: due, changed });
	await readHistory(git, head, walk.visit);

	const messages = new Map<string, CommitMessage>();
	const message = (commit: WalkedCommit) => {
		let said = messages.get(commit.hash);
		if (said === undefined) {
			said = parseCommitMessage(commit.message);
			messages.set(commit.hash, said);
		}
		return said;
	};
	const ranges = new Map<string, readonly WalkedCommit[]>();
	const range = (boundary: string | undefined) => {
		const key = boundary ?? "";
		let found = ranges.get(key);
		if (found === undefined) {
			found = walk.range(boundary);
			ranges.set(key, found);
		}
		return found;
	};
	// Reverted commits that the walk has not met may lie before the range: then nothing is taken out.
	const unknown = [...boundaries, undefined]
		.filter((boundary) => boundary !== undefined || everything)
		.flatMap((boundary) => range(boundary).flatMap((commit) => message(commit).reverts))
		.filter((hash) => hash.length >= 40 && walk.commit(hash) === undefined);
	const before = await reachable(git, unknown, head);
	const differences = new Map<string, ReadonlySet<string>>();
	const differing = async (from: string, to: string) => {
		const key = `${from} ${to}`;
		let found = differences.get(key);
		if (found === undefined) {
			const files = await git.changedFiles(from, to);
			const paths = files.flatMap((file) => (file.from === undefined ? [file.path] : [file.path, file.from]));
			found = new Set(
				paths.flatMap((path) => changed(path).flatMap((each) => (each.ignored ? [] : [each.service]))),
			);
			differences.set(key, found);
		}
		return found;
	};
	const moved = lineHead === head ? new Set<string>() : await differing(lineHead, head);

	return {
		shallow,
		date: walk.commit(head)?.date ?? 0,
		merge: lineHead === head ? undefined : head,
		candidates: (service) => candidates.get(service) ?? [],
		movedBase: (service) => moved.has(service),
		content: (service) => {
			const commit = walk.content(service);
			if (shallow && walk.commit(commit)?.parents.length === 0) throw tooShallow(service);
			return commit;
		},
		since: async (service, boundary) => {
			const commits = range(boundary);
			if (shallow && commits.some((commit) => commit.parents.length === 0)) throw tooShallow(service);
			const reverted = revertedCommits(
				commits,
				message,
				(commit) => commit.counted.has(service),
				(hash) => before.has(hash) || walk.commit(hash) !== undefined,
			);
			const analysis = analyse(service, commits, message, reverted, only);
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

function tooShallow(service: string): UserError {
	return new UserError(
		"shallow-clone",
		`The clone is shallow and does not reach the last release of ${service}, so its version can't be known`,
		{
			hint: "Give actions/checkout 'fetch-depth: 0' (with 'filter: blob:none' it stays small), or run git fetch --unshallow.",
		},
	);
}
