import type { Catalogue, Service } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { type HistoryCommit, readHistory } from "../git/history.js";
import { GitError } from "../git/process.js";
import { reachable } from "../git/reachability.js";
import { recordedParents } from "../git/recorded-parents.js";
import { type RepositoryState, repositoryState } from "../git/state.js";
import { UserError } from "../runner/errors.js";
import { type ServiceBase, selectBase } from "./base.js";
import { compareCores } from "./bump.js";
import type { ChangedServices } from "./commit-changes.js";
import { parseCommitMessage } from "./commit-message.js";
import type { VersionContext } from "./context.js";
import { Deepening } from "./deepen.js";
import { inputPaths } from "./input-paths.js";
import type { ServiceTags, VersionTag } from "./tag.js";
import { HistoryWalk } from "./walk.js";
import { wantedTags, without } from "./wanted-tags.js";

/** How the history of some services is read. */
export interface WalksRequest {
	git: Git;
	state: RepositoryState;
	catalogue: Catalogue;
	head: string;
	context: VersionContext;
	tags: ReadonlyMap<string, ServiceTags>;
	changed: ChangedServices;
}

/** What was read. */
export interface Walks {
	walk: HistoryWalk;
	/** The walk that holds the whole history of a service without a release. */
	unreleased(service: string): HistoryWalk;
	bases: ReadonlyMap<string, ServiceBase>;
	reached: ReadonlySet<string>;
	candidates: ReadonlyMap<string, ServiceTags["candidates"]>;
	/** Commits that git was asked for: whether HEAD reaches them. */
	asked: ReadonlyMap<string, boolean>;
	lineHead: string;
	shallow: boolean;
	prefix: string;
}

/** Commits after which the services without a release get a walk of their own beside the first. */
const LARGE = 1_500;

/**
 * Reads the history, and more of it from the remote where a shallow clone does not hold what is needed: within
 * `keepingShallow`.
 */
export async function readWalks(request: WalksRequest): Promise<Walks> {
	const { git, head } = request;
	let { state } = request;
	const deepening = new Deepening(git, head, { files: false });
	for (;;) {
		const read = await readOnce({ ...request, state }, deepening.ruledOut);
		const [first] = read.lacking.keys();
		if (first === undefined) return read;
		const lacking = [...read.lacking];
		const everything = lacking.some(([name]) => request.tags.get(name)?.releases.length === 0);
		const wanted = lacking.flatMap(([name, hidden]) => {
			const isOut = ({ commit }: VersionTag) => !read.walk.reaches(commit) && !deepening.ruledOut.has(commit);
			return hidden ?? request.tags.get(name)?.releases.find(isOut) ?? [];
		});
		if (!(await deepening.next(wanted, everything))) throw tooShallow(first, request.tags.get(first));
		state = await repositoryState(git);
	}
}

/** The refusal of a guess. */
export function tooShallow(service: string, tags: ServiceTags | undefined): UserError {
	const lacks =
		tags?.releases.length === 0
			? `does not hold all history, which counts for ${service} as long as it has no release`
			: `does not reach the last release of ${service}`;
	return new UserError("shallow-clone", `The clone is shallow and ${lacks}, so its version can't be known`, {
		hint: "Give actions/checkout 'fetch-depth: 0' (with 'filter: blob:none' it stays small), or run git fetch --unshallow.",
	});
}

/**
 * The walks over what the clone holds, and the services for which that is not enough, each with the highest tag that
 * what is missing may lead to.
 */
async function readOnce(
	request: WalksRequest,
	ruledOut: ReadonlySet<string>,
): Promise<Walks & { lacking: ReadonlyMap<string, VersionTag | undefined> }> {
	const { git, state, catalogue, head, context, tags, changed } = request;
	const shallow = state.boundary.size > 0;
	const { due, candidates, starts, ...wanted } = wantedTags({ tags, head, context, shallow, ruledOut });
	let { searches } = wanted;
	const begins = [...starts];
	const [here, lineHead] = await Promise.all([git.objects.info(begins), lineHeadOf(git, context, head)]);
	const absent = new Set(begins.filter((_, index) => here[index]?.type !== "commit"));
	const present = begins.filter((commit) => !absent.has(commit));
	// A whole clone holds everything that HEAD reaches.
	if (!shallow && absent.size > 0) searches = without(searches, absent);

	const unreleased = () => {
		const searched = new Set(searches.map(({ name }) => name));
		return catalogue.services.filter(({ name }) => due.has(name) && !searched.has(name));
	};
	// A shallow clone is read to its end, which hides some of what counts for a service without a release.
	const paths = () => (shallow ? undefined : inputPaths(catalogue.services, unreleased(), state.prefix));
	const build = (from: readonly string[], sure: boolean, whole: boolean) =>
		new HistoryWalk({
			head,
			searches,
			starts: from,
			unreleased: unreleased().length > 0,
			whole: whole || paths() === undefined,
			lineHead,
			named: due,
			changed,
			boundary: state.boundary,
			sure,
			beside: () => own !== undefined,
		});
	let own: Promise<HistoryWalk> | undefined;
	/** The services whose paths it is told. */
	let covered: readonly Service[] = [];
	const unwanted = new AbortController();
	const ownWalk = () => {
		if (own === undefined) covered = unreleased();
		own ??= limitedWalk(request, paths() ?? [], unwanted.signal);
		// Its failure is told where it is waited for.
		own.catch(() => undefined);
		return own;
	};
	const read = async (from: readonly string[], sure: boolean, whole = false) => {
		let count = 0;
		const visit = (commit: HistoryCommit) => {
			const goesOn = walk.visit(commit);
			if (goesOn && ++count === LARGE && unreleased().length > 0 && paths() !== undefined) ownWalk();
			return goesOn;
		};
		const reading = readHistory(git, head, visit, { starts: from, prefix: state.prefix });
		// Made while git begins: it has written nothing before this is left.
		const walk = build(from, sure, whole);
		await reading;
		return walk;
	};

	// Whoever has many tags has a long history: then it need not be tried first.
	const many = searches.reduce((sum, { commits }) => sum + commits.length, 0) >= LARGE;
	if (many && unreleased().length > 0 && paths() !== undefined) ownWalk();
	let walk = await read(present, false).catch((error: unknown) => {
		if (!shallow || !(error instanceof GitError)) throw error;
		// Other lines that an earlier `keepingShallow` left behind have no end that git knows; HEAD's is whole.
		return read([], false);
	});
	const reached = new Set<string>();
	const asked = new Map<string, boolean>();
	const open = walk.undecided();
	if (open.length > 0 && !shallow) {
		const tagged = searches.filter(({ name }) => open.includes(name)).flatMap(({ commits }) => commits);
		const reverted = await revertedBefore(git, walk);
		const found = await reachable(git, [...tagged, ...reverted], head);
		searches = without(searches, new Set(tagged.filter((commit) => !found.has(commit))));
		for (const commit of tagged) if (found.has(commit)) reached.add(commit);
		for (const commit of reverted) asked.set(commit, found.has(commit));
		const known = searches.every(({ name, commits }) => walk.found(name) === commits[0]);
		if (!known || (unreleased().length > 0 && !walk.complete && own === undefined)) {
			walk = await read([], true);
		}
	}
	for (const { commits } of searches)
		for (const commit of commits) if (walk.reaches(commit)) reached.add(commit);
	const bases = new Map([...tags].map(([name, each]) => [name, selectBase(each, head, reached)]));
	const lacking = shallow
		? lackingServices({ due, walk, bases, open, tags, candidates, ruledOut, head })
		: new Map<string, VersionTag | undefined>();
	for (const [service, list] of candidates) {
		candidates.set(
			service,
			list.filter(({ commit }) => commit === head || reached.has(commit)),
		);
	}
	let separate =
		lacking.size === 0 && !walk.complete && unreleased().length > 0 && paths() !== undefined
			? await ownWalk()
			: undefined;
	unwanted.abort();
	const isCovered = unreleased().every((service) => covered.includes(service));
	if (separate !== undefined && (!isCovered || separate.dependsOnAncestry())) {
		// The commits of some paths do not hang together, and it may have turned out that more paths count.
		walk = await read([], true, true);
		separate = undefined;
	}
	return {
		walk,
		unreleased: () => separate ?? walk,
		bases,
		reached,
		candidates,
		asked,
		lineHead,
		shallow,
		prefix: state.prefix,
		lacking,
	};
}

/**
 * The services for which a shallow clone is not enough, each with the highest tag that what is missing may lead to.
 * `open`: searches that the walk left undecided.
 */
function lackingServices(known: {
	due: ReadonlySet<string>;
	walk: HistoryWalk;
	bases: ReadonlyMap<string, ServiceBase>;
	open: readonly string[];
	tags: ReadonlyMap<string, ServiceTags>;
	candidates: ReadonlyMap<string, ServiceTags["candidates"]>;
	ruledOut: ReadonlySet<string>;
	head: string;
}): Map<string, VersionTag | undefined> {
	const { due, walk, bases, open, tags, candidates, ruledOut, head } = known;
	const lacking = new Map<string, VersionTag | undefined>();
	for (const service of due) {
		const base = bases.get(service)?.base;
		const isOpen = open.includes(service) || open.includes(`${service} candidates`);
		// What a base reaches may lead to higher tags yet.
		const above = [...(tags.get(service)?.releases ?? []), ...(candidates.get(service) ?? [])];
		const hidden = above.find(
			({ core, commit }) =>
				(base === undefined || compareCores(core, base.core) > 0) &&
				!ruledOut.has(commit) &&
				walk.mayReach(commit),
		);
		const isCut = walk.isCut(base?.commit === head ? undefined : base?.commit);
		if (hidden !== undefined || isOpen || isCut || walk.content(service) === undefined)
			lacking.set(service, hidden);
	}
	return lacking;
}

/** Commits that messages name as reverted and the walk has not met: asked for along with the tags. */
async function revertedBefore(git: Git, walk: HistoryWalk): Promise<string[]> {
	const names = new Set<string>();
	for (const { message } of walk.range(undefined))
		if (/this reverts commit/i.test(message))
			for (const name of parseCommitMessage(message).reverts) names.add(name);
	const objects = await git.objects.info([...names]);
	return objects.flatMap((object) =>
		object?.type === "commit" && walk.commit(object.hash) === undefined ? [object.hash] : [],
	);
}

/** All commits that touch some paths, for services without a release. */
async function limitedWalk(
	request: WalksRequest,
	paths: readonly string[],
	signal: AbortSignal,
): Promise<HistoryWalk> {
	const { git, head, changed, state } = request;
	const walk = new HistoryWalk({
		head,
		searches: [],
		starts: [],
		unreleased: true,
		whole: true,
		lineHead: head,
		named: [],
		changed,
		boundary: state.boundary,
		limited: true,
	});
	await readHistory(git, head, walk.visit, { paths, prefix: state.prefix, signal });
	return walk;
}

/**
 * Of a pull request's merge commit the head that it merges; else HEAD. As the commit itself records it: in a
 * shallow clone git's own `HEAD^2` says that there is none.
 */
async function lineHeadOf(git: Git, context: VersionContext, head: string): Promise<string> {
	if (context.kind !== "pull-request" || context.head === head) return head;
	const [parents] = await recordedParents(git.objects, [head]);
	return parents?.[1] ?? head;
}
