import { describe, expect, it } from "vitest";
import { parseEvent } from "#src/context/event.js";
import { readEvent } from "#src/context/read.js";

const SHA = "1".repeat(40);
const repository = { default_branch: "main" };

describe("the event", () => {
	it("is empty in a terminal", () => {
		expect(parseEvent({}, undefined)).toMatchObject({
			event: undefined,
			branch: undefined,
			run: undefined,
			attempt: 1,
		});
	});

	it("gives a push its branch and what the branch was before", () => {
		const environment = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/feature/x", GITHUB_SHA: SHA };
		expect(parseEvent(environment, { before: "2".repeat(40), repository })).toMatchObject({
			branch: "feature/x",
			before: "2".repeat(40),
			defaultBranch: "main",
		});
		expect(parseEvent(environment, { before: "0".repeat(40) }).before).toBeUndefined();
	});

	it("gives a tag push its tag and no branch", () => {
		expect(parseEvent({ GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/tags/cart/v1.0.0" }, {})).toMatchObject({
			tag: "cart/v1.0.0",
			branch: undefined,
		});
	});

	it("gives no branch to an event whose names lie about the commit", () => {
		expect(
			parseEvent({ GITHUB_EVENT_NAME: "workflow_run", GITHUB_REF: "refs/heads/main" }, {}).branch,
		).toBeUndefined();
	});

	const pull = (head: unknown) => ({
		pull_request: {
			number: 7,
			head,
			base: { ref: "main", sha: "b".repeat(40), repo: { full_name: "acme/shop" } },
		},
	});
	it("tells a pull request from a fork's", () => {
		const environment = {
			GITHUB_EVENT_NAME: "pull_request",
			GITHUB_REF: "refs/pull/7/merge",
			GITHUB_SHA: SHA,
		};
		const own = parseEvent(
			environment,
			pull({ ref: "x", sha: "c".repeat(40), repo: { full_name: "acme/shop" } }),
		);
		expect(own.pullRequest).toMatchObject({ number: 7, headRef: "x", fork: false, mergeSha: SHA });
		expect(own.branch).toBeUndefined();
		const fork = parseEvent(
			environment,
			pull({ ref: "x", sha: "c".repeat(40), repo: { full_name: "eve/shop" } }),
		);
		expect(fork.pullRequest?.fork).toBe(true);
		expect(
			parseEvent(environment, pull({ ref: "x", sha: "c".repeat(40), repo: null })).pullRequest?.fork,
		).toBe(true);
	});

	it("reads a merge group, its base branch with slashes too", () => {
		const group = parseEvent(
			{ GITHUB_EVENT_NAME: "merge_group" },
			{
				merge_group: {
					base_ref: "refs/heads/release/1.4",
					base_sha: "b".repeat(40),
					head_ref: `refs/heads/gh-readonly-queue/release/1.4/pr-123-${"b".repeat(40)}`,
					head_sha: SHA,
				},
			},
		).mergeGroup;
		expect(group).toMatchObject({ baseRef: "release/1.4", number: 123 });
	});

	it.each([0, -1, 1.5, 1e21])("takes no number that versions can't hold: %d", (number) => {
		const sha = "c".repeat(40);
		const side = { ref: "x", sha, repo: null };
		const pull = { pull_request: { number, head: side, base: side } };
		expect(parseEvent({ GITHUB_EVENT_NAME: "pull_request" }, pull).pullRequest).toBeUndefined();
		const head_ref = `refs/heads/gh-readonly-queue/main/pr-${BigInt(Math.trunc(number))}-${sha}`;
		const group = { merge_group: { base_ref: "refs/heads/main", base_sha: sha, head_ref, head_sha: sha } };
		const { mergeGroup } = parseEvent({ GITHUB_EVENT_NAME: "merge_group" }, group);
		expect(mergeGroup?.number).toBe(number === 1.5 ? 1 : undefined);
	});

	it("takes the workflow's file only where it is of this repository", () => {
		const file = (ref: string) =>
			parseEvent({ GITHUB_WORKFLOW_REF: ref, GITHUB_REPOSITORY: "acme/shop" }, {}).workflowFile;
		expect(file("acme/shop/.github/workflows/ci.yml@refs/heads/main")).toBe(".github/workflows/ci.yml");
		expect(file("acme/other/.github/workflows/ci.yml@refs/heads/main")).toBeUndefined();
	});

	it.each([
		null,
		[],
		"text",
		{ pull_request: "x" },
		{ pull_request: { number: "7" } },
		{ __proto__: { pull_request: {} } },
	])("survives a payload of another shape: %j", (payload) => {
		expect(parseEvent({ GITHUB_EVENT_NAME: "pull_request", GITHUB_RUN_ATTEMPT: "x" }, payload)).toMatchObject(
			{
				pullRequest: undefined,
				attempt: 1,
			},
		);
	});

	it("says which file is not the payload it should be", async () => {
		await expect(readEvent({ GITHUB_EVENT_PATH: "/nowhere.json" })).rejects.toMatchObject({
			code: "event-unreadable",
			place: { file: "/nowhere.json" },
		});
	});
});
