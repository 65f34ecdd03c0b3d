import { type Problem, problem } from "../runner/problem.js";
import { type Ancestry, newestOf } from "./ancestry.js";
import { type Core, compareCores, parseCore } from "./bump.js";
import type { WalkedCommit } from "./commit-changes.js";
import { type CommitMessage, higher, type Level } from "./commit-message.js";

/** A commit of a service's range, for the result. */
export interface RangeCommit {
	commit: string;
	header: string;
	bump: Level | "none";
	/** Whether it counts for the height. */
	counted: boolean;
	/** Why. */
	rule: string;
	/** The first files by which it touches the service. */
	files: string[];
}

/** What the commits since a base say about one service. */
export interface Analysis {
	/** The number of counted commits. */
	height: number;
	/** The highest level of the counted commits; undefined where none counted. */
	level: Level | undefined;
	/** The newest `Release-As` and its commit; of parallel ones the highest. */
	releaseAs: { core: Core; commit: string } | undefined;
	/** Counted commits above a patch that nothing takes back. */
	features: readonly RangeCommit[];
	/** Newest first: what counted, what was ignored, what forced. */
	commits: readonly RangeCommit[];
	problems: readonly Problem[];
}

/** What a range is read with. */
export interface Reading {
	message: (commit: WalkedCommit) => CommitMessage;
	/** Commits that are taken back, and by which. */
	reverted: ReadonlyMap<string, string>;
	/** Whether the repository has no other service. */
	only: boolean;
	/** The services to which a merge brings changes of its other parents. */
	brings: (merge: WalkedCommit) => ReadonlySet<string>;
	/** Only asked for where it decides something. */
	ancestry: () => Ancestry;
}

/** Reads a range (newest first) for one service. */
export function analyse(
	service: string,
	range: readonly WalkedCommit[],
	{ message, reverted, only, brings, ancestry }: Reading,
): Analysis {
	const commits: RangeCommit[] = [];
	const problems: Problem[] = [];
	let level: Level | undefined;
	const asked: { core: Core; commit: string }[] = [];
	for (const commit of range) {
		const counted = commit.counted.has(service);
		const ignored = commit.ignored.has(service);
		const said = message(commit);
		const by = reverted.get(commit.hash);
		const files = commit.files.filter((each) => each.service === service).map(({ path }) => path);
		if (said.releaseAs !== undefined && by === undefined) {
			const core = parseCore(said.releaseAs);
			const brought = commit.parents.length > 1 ? brings(commit) : undefined;
			if (core === undefined) problems.push(notACore(said.releaseAs, commit.hash));
			else if (counted || only || brought?.has(service)) asked.push({ core, commit: commit.hash });
			else if (commit.counted.size + (brought?.size ?? 0) === 0)
				problems.push(forNobody(said.releaseAs, commit.hash));
		}
		if (counted) {
			const bump = by === undefined ? said.level : "patch";
			level = level === undefined ? bump : higher(level, bump);
			const rule = by === undefined ? said.rule : `reverted by ${by.slice(0, 12)}`;
			commits.push({ commit: commit.hash, header: said.header, bump, counted, rule, files });
		} else if (ignored) {
			commits.push({
				commit: commit.hash,
				header: said.header,
				bump: "none",
				counted,
				rule: "only ignored files",
				files,
			});
		}
	}
	const features = commits.filter((each) => each.bump === "minor" || each.bump === "major");
	return {
		height: commits.filter((each) => each.counted).length,
		level,
		releaseAs: newestAsked(asked, ancestry),
		features,
		commits,
		problems,
	};
}

/** By ancestry, since clocks differ. Of parallel ones the highest, so that no merge lowers what was announced. */
function newestAsked(
	asked: readonly { core: Core; commit: string }[],
	ancestry: () => Ancestry,
): Analysis["releaseAs"] {
	if (asked.length < 2) return asked[0];
	return newestOf(asked, ancestry()).reduce((a, b) => (compareCores(a.core, b.core) >= 0 ? a : b));
}

function notACore(value: string, commit: string): Problem {
	return problem(
		"warning",
		"release-as-invalid",
		`Release-As: ${JSON.stringify(value.slice(0, 100))} in ${commit.slice(0, 12)} is no version and is not used`,
		{ hint: "Write it as X.Y.Z, without a prefix and without a prerelease." },
	);
}

function forNobody(value: string, commit: string): Problem {
	return problem(
		"warning",
		"release-as-without-service",
		`Release-As: ${value} in ${commit.slice(0, 12)} is not used: the commit changes no service's inputs, and there are several services`,
		{ hint: "Put the footer in a commit that changes the service it is meant for." },
	);
}
