import { z } from "zod";
import { UserError } from "../runner/errors.js";
import { type GraphqlFailure, type GraphqlOptions, graphql } from "./graphql.js";
import type { GitHubRepository } from "./server.js";

/** One reference to make (`before` null) or to move, by compare-and-swap. Hashes are whole. */
export interface RefUpdate {
	ref: string;
	before: string | null;
	after: string;
}

const REPOSITORY = "query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }";

/** docs.github.com/graphql/reference/git: "if one of them is rejected, no other ref will be modified". */
const UPDATE = `mutation($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
	updateRefs(input: {repositoryId: $repositoryId, refUpdates: $refUpdates}) { clientMutationId }
}`;

const repositorySchema = z.object({ repository: z.object({ id: z.string() }) });

/**
 * Updates references through `updateRefs`: all of them or none, each only where it is at its expected value.
 * Undefined is success. A stale value and a broken server look alike ("passing"): read the references, and decide
 * by them.
 */
export async function updateRefs(
	repository: GitHubRepository,
	updates: readonly RefUpdate[],
	options: GraphqlOptions,
): Promise<GraphqlFailure | undefined> {
	const { owner, name } = repository;
	const found = await graphql(repository, REPOSITORY, { owner, name }, options);
	if ("failure" in found) return found.failure;
	const known = repositorySchema.safeParse(found.data).data;
	if (known === undefined) return { kind: "refused", error: unseen(repository) };
	const refUpdates = updates.map(({ ref, before, after }) => ({
		name: ref,
		// Zeros: there must be no such reference.
		beforeOid: before ?? "0".repeat(after.length),
		afterOid: after,
		// A moving tag may also come from a commit of another line.
		force: before !== null,
	}));
	const done = await graphql(repository, UPDATE, { repositoryId: known.repository.id, refUpdates }, options);
	return "failure" in done ? done.failure : undefined;
}

function unseen({ owner, name }: GitHubRepository): UserError {
	return new UserError("publish-failed", `GitHub's API shows no repository ${owner}/${name} to this token`, {
		fault: "outside",
		hint: "The token must be one that reads and writes this repository (contents: write).",
	});
}
