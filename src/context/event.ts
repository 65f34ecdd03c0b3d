/**
 * The event that started a run, from the runner's variables and the payload. Names come from here (branch,
 * pull request, queue); the commit that counts is always the one that is checked out. Pure.
 */

/** A pull request as the payload tells it. */
export interface PullRequest {
	number: number;
	headRef: string;
	headSha: string;
	baseRef: string;
	/** Can be stale: the base branch may have moved since. */
	baseSha: string;
	/** True where the head lives in another repository (or in one that is gone). */
	fork: boolean;
	/** GITHUB_SHA: of `pull_request` the merge commit. */
	mergeSha: string | undefined;
}

/** A group of a merge queue. */
export interface MergeGroup {
	baseRef: string;
	baseSha: string;
	headRef: string;
	headSha: string;
	/** From the queue's branch name; a group may hold several pull requests, this is the last one's. */
	number: number | undefined;
}

/** What is known of the run. Everything is undefined in a terminal. */
export interface EventContext {
	/** `push`, `pull_request`, `merge_group`, ...; undefined in a terminal. */
	event: string | undefined;
	/** `refs/heads/main`, `refs/tags/v1`, `refs/pull/1/merge`. */
	ref: string | undefined;
	sha: string | undefined;
	/** The branch of a push, dispatch or schedule. */
	branch: string | undefined;
	tag: string | undefined;
	pullRequest: PullRequest | undefined;
	mergeGroup: MergeGroup | undefined;
	/** The commit that the branch had before a push; undefined for a new branch. */
	before: string | undefined;
	defaultBranch: string | undefined;
	/** `owner/name`. */
	repository: string | undefined;
	/** Whether everybody may read the repository; undefined where the payload does not say it. */
	isPublic: boolean | undefined;
	serverUrl: string | undefined;
	/** GITHUB_RUN_ID. */
	run: string | undefined;
	/** GITHUB_RUN_ATTEMPT, from 1. */
	attempt: number;
	/** GITHUB_JOB: the key of the job. */
	job: string | undefined;
	/** Repository path of the caller's workflow file, from GITHUB_WORKFLOW_REF. */
	workflowFile: string | undefined;
	/** `owner/name` of the repository that the running action is of, where it is not the checked-out one. */
	actionRepository: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Events whose names (branch, tag) belong to the commit in GITHUB_SHA. */
const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);

const NO_COMMIT = /^0+$/;

/** The context from the runner's variables and the parsed payload. Unknown shapes leave fields undefined. */
export function parseEvent(environment: Environment, payload: unknown): EventContext {
	const given = (name: string) => {
		const value = environment[name];
		return value === undefined || value === "" ? undefined : value;
	};
	const event = given("GITHUB_EVENT_NAME");
	const ref = given("GITHUB_REF");
	const sha = given("GITHUB_SHA");
	const named = event !== undefined && BRANCH_EVENTS.has(event);
	const attempt = Number(given("GITHUB_RUN_ATTEMPT") ?? "1");
	const before = event === "push" ? text(payload, "before") : undefined;
	return {
		event,
		ref,
		sha,
		branch: named ? after(ref, "refs/heads/") : undefined,
		tag: named ? after(ref, "refs/tags/") : undefined,
		pullRequest:
			event === "pull_request" || event === "pull_request_target" ? pullRequest(payload, sha) : undefined,
		mergeGroup: event === "merge_group" ? mergeGroup(payload) : undefined,
		before: before === undefined || NO_COMMIT.test(before) ? undefined : before,
		defaultBranch: text(payload, "repository", "default_branch"),
		repository: given("GITHUB_REPOSITORY"),
		isPublic: isPublic(payload),
		serverUrl: given("GITHUB_SERVER_URL"),
		run: given("GITHUB_RUN_ID"),
		attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1,
		job: given("GITHUB_JOB"),
		workflowFile: workflowFile(given("GITHUB_WORKFLOW_REF"), given("GITHUB_REPOSITORY")),
		actionRepository: given("GITHUB_ACTION_REPOSITORY"),
	};
}

/** The page of a run's attempt; undefined in a terminal. */
export function runUrl({ serverUrl, repository, run, attempt }: EventContext): string | undefined {
	if (serverUrl === undefined || repository === undefined || run === undefined) return undefined;
	return `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}`;
}

/** Internal repositories are private ones in the payload. */
function isPublic(payload: unknown): boolean | undefined {
	const value = field(payload, "repository", "private");
	return typeof value === "boolean" ? !value : undefined;
}

function pullRequest(payload: unknown, sha: string | undefined): PullRequest | undefined {
	const number = field(payload, "pull_request", "number");
	const headRef = text(payload, "pull_request", "head", "ref");
	const headSha = text(payload, "pull_request", "head", "sha");
	const baseRef = text(payload, "pull_request", "base", "ref");
	const baseSha = text(payload, "pull_request", "base", "sha");
	if (!isNumber(number) || headRef === undefined || headSha === undefined) return undefined;
	if (baseRef === undefined || baseSha === undefined) return undefined;
	const head = text(payload, "pull_request", "head", "repo", "full_name");
	const base = text(payload, "pull_request", "base", "repo", "full_name");
	return {
		number,
		headRef,
		headSha,
		baseRef,
		baseSha,
		fork: head === undefined || head !== base,
		mergeSha: sha,
	};
}

function mergeGroup(payload: unknown): MergeGroup | undefined {
	const baseRef = text(payload, "merge_group", "base_ref");
	const baseSha = text(payload, "merge_group", "base_sha");
	const headRef = text(payload, "merge_group", "head_ref");
	const headSha = text(payload, "merge_group", "head_sha");
	if (baseRef === undefined || baseSha === undefined || headRef === undefined || headSha === undefined)
		return undefined;
	const number = Number(/\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(headRef)?.[1]);
	return {
		baseRef: after(baseRef, "refs/heads/") ?? baseRef,
		baseSha,
		headRef,
		headSha,
		number: isNumber(number) ? number : undefined,
	};
}

/** The number of a pull request: one that is written with its digits alone, since versions hold it. */
function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

/** `owner/name/.github/workflows/ci.yml@refs/heads/main` gives the path, where it is of this repository. */
function workflowFile(workflowRef: string | undefined, repository: string | undefined): string | undefined {
	if (workflowRef === undefined || repository === undefined) return undefined;
	const path = workflowRef.split("@")[0] ?? "";
	return after(path, `${repository}/`);
}

function after(value: string | undefined, prefix: string): string | undefined {
	return value?.startsWith(prefix) === true ? value.slice(prefix.length) : undefined;
}

function field(value: unknown, ...keys: readonly string[]): unknown {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
		current = (current as Record<string, unknown>)[key];
	}
	return current;
}

function text(value: unknown, ...keys: readonly string[]): string | undefined {
	const found = field(value, ...keys);
	return typeof found === "string" && found !== "" ? found : undefined;
}
