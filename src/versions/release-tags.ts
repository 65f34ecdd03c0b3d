import type { Catalogue } from "../catalog/service.js";
import type { Git } from "../git/git.js";
import { type BrokenTag, type LocalTags, localTags } from "../git/local-tags.js";
import { reachable } from "../git/reachability.js";
import { NO_ORIGIN, type RemoteRefs, remoteRefs } from "../git/remote-tags.js";
import type { RepositoryState } from "../git/state.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { type ServiceBase, selectBase } from "./base.js";
import { parseTags, type ServiceTags, type TagForm, tagForm } from "./tag.js";

/** The version tags of the services, from the one place that counts. */
export interface ReleaseTags {
	form: TagForm;
	/** All tags of the repository: name to commit. */
	tags: ReadonlyMap<string, string>;
	services: ReadonlyMap<string, ServiceTags>;
	/** Undefined where the remote was not asked. */
	remote: RemoteRefs | undefined;
	problems: readonly Problem[];
}

/** Tags that are being read already, while other things are. */
export interface BegunTags {
	/** Those of the remote, with the other names that it was asked for. */
	remote: { refs: Promise<RemoteRefs>; others: readonly string[] } | undefined;
	local: Promise<LocalTags> | undefined;
}

/** Begins to read the tags that are needed in any case: the remote's in a workflow, else the clone's. */
export function beginTags(
	git: Git,
	known: { state: RepositoryState; actions: boolean; others: readonly string[] },
): BegunTags {
	const { state, actions, others } = known;
	const local = actions ? undefined : localTags(git, state);
	const refs = actions && state.origin !== undefined ? remoteRefs(git, others) : undefined;
	// A failure is told where the answer is waited for, if it still matters then.
	for (const each of [local, refs]) each?.catch(() => undefined);
	return { local, remote: refs === undefined ? undefined : { refs, others } };
}

/**
 * Reads the tags. In a workflow the remote's alone count, since old, deleted or missing local tags must not decide
 * a number; one that can't be asked is a warning, and an error where something is to be released. In a terminal
 * the local tags count, and the remote is asked where a service has none.
 */
export async function readReleaseTags(
	git: Git,
	catalogue: Catalogue,
	options: {
		state: RepositoryState;
		actions: boolean;
		releasing: boolean;
		/** Other names to ask the remote for. */
		others?: readonly string[] | undefined;
		begun?: BegunTags | undefined;
	},
): Promise<ReleaseTags> {
	const { state, begun, others = [] } = options;
	const ask = async (): Promise<RemoteRefs> => {
		if (state.origin === undefined) return { reachable: false, reason: NO_ORIGIN };
		const asked = begun?.remote;
		return asked !== undefined && others.every((name) => asked.others.includes(name))
			? asked.refs
			: remoteRefs(git, others);
	};
	const form = tagForm(catalogue);
	const names = catalogue.services.map((service) => service.name);
	if (!options.actions) {
		const { tags: local, broken } = await (begun?.local ?? localTags(git, state));
		const problems = brokenTagProblems(broken);
		const parsed = parseTags(form, names, local);
		const silent = [...parsed.values()].some((each) => each.all.length === 0);
		if (!silent && !options.releasing)
			return { form, tags: local, services: parsed, remote: undefined, problems };
		const remote = await ask();
		if (!remote.reachable) {
			if (options.releasing) throw unreachable(remote.reason);
			const asked = state.origin !== undefined;
			if (asked) problems.push(warning(remote.reason));
			return { form, tags: local, services: parsed, remote, problems };
		}
		// What is to be released is decided by what the remote has.
		const tags = options.releasing ? remote.tags : new Map([...remote.tags, ...local]);
		const services = parseTags(form, names, tags);
		return { form, tags, services, remote, problems: options.releasing ? [] : problems };
	}
	const remote = await ask();
	if (remote.reachable)
		return { form, tags: remote.tags, services: parseTags(form, names, remote.tags), remote, problems: [] };
	if (options.releasing) throw unreachable(remote.reason);
	const { tags: local, broken } = await localTags(git, state);
	return {
		form,
		tags: local,
		services: parseTags(form, names, local),
		remote,
		problems: [...brokenTagProblems(broken), warning(remote.reason)],
	};
}

/** How many of the highest releases of each service are asked for at first. */
const FIRST_ASKED = 4;

/**
 * The bases of services, and those version tags' commits that `head` reaches. Asked from the highest release down
 * until each service has its base, since a repository may have thousands of tags: what is lower is not in
 * `reached`.
 */
export async function basesOf(
	git: Git,
	services: ReadonlyMap<string, ServiceTags>,
	head: string,
): Promise<{ bases: ReadonlyMap<string, ServiceBase>; reached: ReadonlySet<string> }> {
	const reached = new Set<string>();
	const ask = async (commits: readonly string[]) => {
		for (const commit of await reachable(git, commits, head)) reached.add(commit);
	};
	let open = [...services.values()].filter((tags) => tags.releases.length > 0);
	for (let from = 0, to = FIRST_ASKED; open.length > 0; from = to, to *= 4) {
		await ask(open.flatMap((tags) => tags.releases.slice(from, to).map((tag) => tag.commit)));
		open = open.filter((tags) => {
			const { carried, base, previous } = selectBase(tags, head, reached);
			return tags.releases.length > to && (carried === undefined ? base : previous) === undefined;
		});
	}
	const bases = new Map([...services].map(([name, tags]) => [name, selectBase(tags, head, reached)]));
	return { bases, reached };
}

function unreachable(reason: string): UserError {
	return new UserError("remote-unreachable", `The tags of origin can't be read: ${reason}`, {
		fault: "outside",
		hint: "A release is only made or promised when the remote's tags are known. Check the network and the token.",
	});
}

function warning(reason: string): Problem {
	return problem(
		"warning",
		"remote-unreachable",
		`The tags of origin can't be read, so the clone's count: ${reason}`,
		{
			hint: "Local tags can be old or missing. Fetch them (fetch-tags: true), or let the step reach the remote.",
		},
	);
}

/** Broken tags that are told one by one. */
const TOLD = 10;

const DEFECTS: Readonly<Record<BrokenTag["kind"], string>> = {
	empty: "its file is empty",
	garbage: "its file holds no name of an object",
	dangling: "it refers to a reference that is not there",
	missing: "the object that it names is not there",
};

function brokenTagProblems(broken: readonly BrokenTag[]): Problem[] {
	const problems = broken.slice(0, TOLD).map(({ tag, file, kind }) =>
		problem("warning", "tag-broken", `The clone's tag ${tag} is ignored: ${DEFECTS[kind]}`, {
			file,
			hint:
				file === undefined
					? "Delete the tag, or fetch it again from where it is whole (git fetch --force origin tag NAME)."
					: "Delete the file, and fetch the tag again if origin has it (git fetch --tags), or make it anew.",
		}),
	);
	const left = broken.length - problems.length;
	if (left > 0) problems.push(problem("warning", "tag-broken", `${left} more broken tags are ignored`));
	return problems;
}
