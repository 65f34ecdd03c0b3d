import { errorMessage, UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import type { EventContext } from "./event.js";

/**
 * What a change is compared with (gate.md, "Base"): read from the event and the history, fetched where a shallow
 * checkout does not hold it, and never guessed. Pure but for its port.
 */

/** The questions to git; `Git` of src/git is one. */
export interface BaseGit {
	commit(revision: string): Promise<string | undefined>;
	parents(commit: string): Promise<readonly string[]>;
	mergeBase(a: string, b: string): Promise<string | undefined>;
	isShallow(): Promise<boolean>;
	fetch(
		refspecs: readonly string[],
		options?: { depth?: number | undefined; unshallow?: boolean | undefined },
	): Promise<void>;
}

export interface BaseRequest {
	event: EventContext;
	/** The full hash of the commit that is looked at. */
	head: string;
	/** The input `base`: a revision. */
	base: string | undefined;
	/** The input `compare`, for main and release branches. */
	compare: "release" | "before";
	/** Whether a branch is main or a release branch, by the settings. */
	isReleasing(branch: string): boolean;
}

export type Comparison =
	/** With one commit. */
	| { kind: "commit"; base: string; reason: string }
	/** Each service with its own last release. */
	| { kind: "release"; reason: string }
	/** With nothing: everything counts as changed. */
	| { kind: "everything"; reason: string }
	/** The base can't be found: everything counts as changed, and that is said loudly. */
	| { kind: "unresolved"; reason: string; problem: Problem };

/** How many commits are fetched, step by step, until the histories meet; then all of them. */
const DEPTHS: readonly number[] = [50, 500];
/** Their payloads name the base: one that does not can't be read. */
const EVENTS_WITH_BASE: ReadonlySet<string> = new Set(["pull_request", "pull_request_target", "merge_group"]);
const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** What `head` is compared with. */
export async function resolveBase(request: BaseRequest, git: BaseGit): Promise<Comparison> {
	return new Resolver(request, git).resolve();
}

class Resolver {
	readonly #request: BaseRequest;
	readonly #git: BaseGit;
	/** What the last fetch that failed said. */
	#failure: string | undefined;

	constructor(request: BaseRequest, git: BaseGit) {
		this.#request = request;
		this.#git = git;
	}

	async resolve(): Promise<Comparison> {
		const { event, head, base } = this.#request;
		if (base !== undefined) return this.#explicit(base);
		if (event.event === undefined) return this.#terminal();
		if (event.pullRequest !== undefined) return this.#pullRequest(event.pullRequest);
		if (event.mergeGroup !== undefined)
			return this.#exactly(event.mergeGroup.baseSha, "the base of the merge group");
		if (EVENTS_WITH_BASE.has(event.event))
			return this.#unresolved(
				`The payload of the ${event.event} event names no base`,
				"Give the input 'base'.",
			);
		if (event.event === "push" && event.branch !== undefined) {
			if (event.sha === undefined || event.sha === head) return this.#push(event.branch);
			return { kind: "everything", reason: "the commit that is checked out is not that of the push" };
		}
		return { kind: "everything", reason: `${event.event} compares with nothing` };
	}

	async #pullRequest(pull: NonNullable<EventContext["pullRequest"]>): Promise<Comparison> {
		const { event, head } = this.#request;
		if (event.event === "pull_request_target" && event.sha === head && head !== pull.headSha)
			return this.#push(pull.baseRef);
		if (head !== pull.headSha) {
			const [first, second] = await this.#parents(head);
			const isMerge = second !== undefined && (second === pull.headSha || head === pull.mergeSha);
			if (first !== undefined && isMerge)
				return this.#exactly(first, "the base side of the pull request's merge commit");
		}
		const compared = await this.#mergeBaseWith(pull.baseRef);
		// A pull request that was merged already: its own commits are no difference any more.
		if (compared.kind === "commit" && compared.base === head)
			return { kind: "everything", reason: `${pull.baseRef} holds the commit already` };
		return compared;
	}

	async #push(branch: string): Promise<Comparison> {
		const { event, compare, isReleasing } = this.#request;
		const isDefault = branch === event.defaultBranch;
		if (!isDefault && !isReleasing(branch)) return this.#mergeBaseWith(event.defaultBranch);
		if (compare === "release") return { kind: "release", reason: "each service's last release" };
		if (event.before !== undefined) return this.#exactly(event.before, "the branch before the push");
		if (isDefault) return { kind: "everything", reason: "the first push of the default branch" };
		return this.#mergeBaseWith(event.defaultBranch);
	}

	async #terminal(): Promise<Comparison> {
		const names = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
		for (const name of names) {
			const ref = name.startsWith("origin/") ? `refs/remotes/${name}` : `refs/heads/${name}`;
			const tip = await this.#git.commit(ref);
			if (tip === undefined) continue;
			const base = await this.#git.mergeBase(this.#request.head, tip);
			if (base !== undefined) return { kind: "commit", base, reason: `the merge base with ${name}` };
		}
		return this.#unresolved("No default branch is known here", "Name one with --base.");
	}

	async #explicit(revision: string): Promise<Comparison> {
		const { event, head } = this.#request;
		if (/^0+$/.test(revision)) return { kind: "everything", reason: "there was no commit before" };
		const local =
			(await this.#git.commit(revision)) ?? (await this.#git.commit(`refs/remotes/origin/${revision}`));
		if (local === undefined && event.event === undefined) {
			throw new UserError("base-unknown", `There is no revision ${JSON.stringify(revision)} here`, {
				input: "base",
				hint: "Name a branch, a tag or a commit, and fetch it first.",
			});
		}
		const commit = local ?? (await this.#fetched(revision));
		if (commit === undefined)
			return this.#unresolved(
				`The base ${JSON.stringify(revision)} is not to be found`,
				"Check the input 'base'.",
			);
		const base = await this.#git.mergeBase(head, commit);
		if (base !== undefined) return { kind: "commit", base, reason: "the input 'base'" };
		// Named, and without a history that meets the head's: then the trees are what is compared.
		return { kind: "commit", base: commit, reason: "the input 'base'" };
	}

	/** That very commit, fetched where it is not here. */
	async #exactly(revision: string, reason: string): Promise<Comparison> {
		const base = (await this.#git.commit(revision)) ?? (await this.#fetched(revision));
		if (base !== undefined) return { kind: "commit", base, reason };
		return this.#unresolved(`${revision.slice(0, 12)}, ${reason}, can't be fetched`, undefined);
	}

	async #mergeBaseWith(branch: string | undefined): Promise<Comparison> {
		if (branch === undefined)
			return this.#unresolved("The event names no default branch", "Give the input 'base'.");
		const { head } = this.#request;
		const ref = `refs/remotes/origin/${branch}`;
		const refspec = `+refs/heads/${branch}:${ref}`;
		const reason = `the merge base with ${branch}`;
		let tip = await this.#git.commit(ref);
		if (tip === undefined) {
			await this.#fetch([refspec], (await this.#git.isShallow()) ? { depth: 1 } : {});
			tip = await this.#git.commit(ref);
		}
		if (tip === undefined) return this.#unresolved(`The branch ${branch} can't be fetched`, undefined);
		for (const options of [undefined, ...DEPTHS.map((depth) => ({ depth })), { unshallow: true }]) {
			if (options !== undefined) {
				if (!(await this.#git.isShallow())) break;
				if (!(await this.#fetch([head, refspec], options))) break;
			}
			const base = await this.#git.mergeBase(head, tip);
			if (base !== undefined) return { kind: "commit", base, reason };
		}
		return this.#unresolved(`The commit and ${branch} have no common history here`, undefined);
	}

	/** The parents, also where a shallow checkout hides them. */
	async #parents(commit: string): Promise<readonly string[]> {
		const parents = await this.#git.parents(commit);
		if (parents.length > 1 || !(await this.#git.isShallow())) return parents;
		await this.#fetch([commit], { depth: 2 });
		return this.#git.parents(commit);
	}

	async #fetched(revision: string): Promise<string | undefined> {
		const depth = (await this.#git.isShallow()) ? { depth: 1 } : {};
		if (HASH.test(revision)) {
			await this.#fetch([revision], depth);
			return this.#git.commit(revision);
		}
		if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(revision)) return undefined;
		const branch = revision.replace(/^origin\//, "").replace(/^refs\/heads\//, "");
		await this.#fetch([`+refs/heads/${branch}:refs/remotes/origin/${branch}`], depth);
		return this.#git.commit(`refs/remotes/origin/${branch}`);
	}

	async #fetch(
		refspecs: readonly string[],
		options: { depth?: number; unshallow?: boolean },
	): Promise<boolean> {
		try {
			await this.#git.fetch(refspecs, options);
			return true;
		} catch (thrown) {
			this.#failure = errorMessage(thrown).split("\n").slice(0, 3).join(" ");
			return false;
		}
	}

	#unresolved(reason: string, hint: string | undefined): Comparison {
		const failure = this.#failure === undefined ? "" : ` (${this.#failure})`;
		return {
			kind: "unresolved",
			reason,
			problem: problem(
				"warning",
				"base-unresolved",
				`${reason}${failure}, so every service is taken as changed`,
				{
					hint:
						hint ??
						"Check out with fetch-depth: 0, or give the input 'token' the right to read the repository.",
				},
			),
		};
	}
}
