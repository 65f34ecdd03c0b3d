import type { Git } from "../git/git.js";
import { GitError } from "../git/process.js";
import { recordedParents } from "../git/recorded-parents.js";
import { repositoryState } from "../git/state.js";

/** A release that is out of reach of a shallow clone. */
export interface WantedTag {
	tag: string;
	commit: string;
}

/** How many tags are tried as the end of the history before it is deepened by numbers. */
const BY_TAGS = 2;

/** Commits that are added, step by step; at last all of them. */
const BY_NUMBERS = [100, 400, 1_600, 6_400, 25_600];

const WITHOUT_FILES = ["--filter=blob:none"];

/** What git would else write into the clone's configuration at the first fetch with a filter. */
const AS_PARTIAL = ["-c", "remote.origin.promisor=true", "-c", "remote.origin.partialclonefilter=blob:none"];

/**
 * Fetches more of a shallow clone's history, a step at a time and never more than a step needs: first up to a tag
 * (`--shallow-exclude`, and the tagged commit itself, whose tree the commits after it are compared with), then by
 * growing numbers of commits, and all of it only when those were not enough, or where all of it counts. The clone's
 * configuration stays as it is.
 */
export class Deepening {
	readonly #git: Git;
	readonly #head: string;
	readonly #filter: readonly string[];
	readonly #tried = new Set<string>();
	/** Tagged commits of which it is proved that HEAD does not reach them. */
	readonly ruledOut = new Set<string>();
	/** Those of which it is not proved yet, and which are fetched along. */
	readonly #beside: string[] = [];
	#byTags = 0;
	#byNumbers = 0;
	#whole = false;

	/**
	 * `files`: whether the contents of files come with the commits. Without them the clone must be cut off again where
	 * it was (`keepingShallow`), for nothing in it tells git to fetch them later.
	 */
	constructor(git: Git, head: string, options: { files: boolean }) {
		this.#git = git;
		this.#head = head;
		this.#filter = options.files ? [] : WITHOUT_FILES;
	}

	/** False where nothing more can be had. `everything`: some range has no end but the history's. */
	async next(wanted: readonly WantedTag[], everything: boolean): Promise<boolean> {
		if (this.#whole) return false;
		const tag = wanted.find(({ commit }) => !this.#tried.has(commit));
		if (!everything && tag !== undefined && this.#byTags < BY_TAGS) {
			this.#byTags++;
			this.#tried.add(tag.commit);
			if (await this.#fetch([`--shallow-exclude=refs/tags/${tag.tag}`])) {
				const parents = await this.#parentsOfEnd();
				if (!(await this.#fetch(["--deepen=1"]))) return false;
				if (!parents.flat().includes(tag.commit)) await this.#missed(tag.commit, parents);
				return true;
			}
			// A server that does not know the option; a broken one fails below as well.
			this.#byTags = BY_TAGS;
		}
		const number = everything ? undefined : BY_NUMBERS[this.#byNumbers++];
		this.#whole = number === undefined;
		const deepened = await this.#fetch(
			[number === undefined ? "--unshallow" : `--deepen=${number}`],
			[this.#head, ...this.#beside],
		);
		for (const commit of deepened ? this.#beside : []) await this.#compare(commit);
		return deepened;
	}

	/**
	 * The history now ends where what the tag reaches begins, and the tag is no parent of that end. So HEAD does not
	 * reach it, except through a merge at the end: git cuts off all parents of a commit when it cuts off one.
	 */
	async #missed(commit: string, parents: readonly (readonly string[])[]): Promise<void> {
		if (parents.every(({ length }) => length < 2)) this.ruledOut.add(commit);
		else if (await this.#fetch(["--depth=1"], [commit])) this.#beside.push(commit);
	}

	/** Whether the end of what HEAD reaches, and the commit does not, is in the clone: then HEAD never reaches it. */
	async #compare(commit: string): Promise<void> {
		if (this.ruledOut.has(commit) || (await this.#git.isAncestor(commit, this.#head))) return;
		const { stdout } = await this.#git.run(["rev-list", "--stdin", "--"], {
			input: `${this.#head}\n^${commit}\n`,
		});
		const { boundary } = await repositoryState(this.#git);
		const range = stdout.toString("utf8").trimEnd().split("\n");
		if (!range.some((each) => boundary.has(each))) this.ruledOut.add(commit);
	}

	async #parentsOfEnd(): Promise<(readonly string[])[]> {
		const { boundary } = await repositoryState(this.#git);
		const parents = await recordedParents(this.#git.objects, [...boundary]);
		return parents.map((each) => each ?? []);
	}

	async #fetch(how: readonly string[], commits: readonly string[] = [this.#head]): Promise<boolean> {
		try {
			await this.#git.run([
				...(this.#filter.length > 0 ? AS_PARTIAL : []),
				"fetch",
				"--quiet",
				"--no-tags",
				"--no-recurse-submodules",
				...this.#filter,
				...how,
				"origin",
				"--",
				...commits,
			]);
			return true;
		} catch (error) {
			// Told by what stays out of reach.
			if (error instanceof GitError) return false;
			throw error;
		}
	}
}
