import { UserError } from "../runner/errors.js";
import { discard, type HttpResponse } from "./answer.js";
import type { Connection } from "./connection.js";
import { isTag, type RegistryReference, type Repository } from "./name.js";
import { MAX_PAGE_BYTES, nextPage, PageTrail } from "./pages.js";
import { hasRegistryCode, RegistryError } from "./registry-error.js";

/** ECR takes no more in one page. */
const PAGE_SIZE = 1000;

type Page = { response: HttpResponse; body: Buffer | undefined };

/** What became of a tag that was to be deleted. */
export type TagDeletion = "deleted" | "absent" | "unsupported";

/** All tags of a repository; none where it does not exist. */
export async function listTags(c: Connection, repository: Repository): Promise<string[]> {
	return readTags(c, repository, [404]);
}

/**
 * Whether the list of tags proves that there is none of this name: it is whole and does not hold it, or the registry
 * says in its own words that it does not know the repository. False where the list cannot be had.
 */
export async function lacksTag(c: Connection, repository: Repository, tag: string): Promise<boolean> {
	try {
		return !(await readTags(c, repository, [])).includes(tag);
	} catch (error) {
		if (!(error instanceof RegistryError)) throw error;
		return error.status === 404 && hasRegistryCode(error, "NAME_UNKNOWN");
	}
}

/** `empty` are the statuses of a repository without tags. */
async function readTags(c: Connection, repository: Repository, empty: readonly number[]): Promise<string[]> {
	const tags = new Set<string>();
	const trail = new PageTrail();
	let page: string | URL | undefined = "tags/list";
	while (page !== undefined) {
		const isFirst: boolean = !(page instanceof URL);
		const { response, body }: Page = await c.read(
			{
				repository,
				method: "GET",
				path: page,
				query: isFirst ? { n: String(PAGE_SIZE) } : {},
				actions: ["pull"],
				// Once it has begun, a list that is not there any more is half a list.
				accept: isFirst ? [200, ...empty] : [200],
				doing: "list the tags",
			},
			MAX_PAGE_BYTES,
		);
		if (response.status !== 200) return [];
		const listed = parseTags(body, repository);
		for (const tag of listed) if (isTag(tag)) tags.add(tag);
		page = trail.next(response, listed.length);
	}
	return [...tags];
}

/** The tags of a repository that has at most one page of them; undefined where there are more, or they can't be listed. */
export async function fewTags(
	c: Connection,
	repository: Repository,
): Promise<ReadonlySet<string> | undefined> {
	try {
		const { response, body } = await c.read(
			{
				repository,
				method: "GET",
				path: "tags/list",
				query: { n: String(PAGE_SIZE) },
				actions: ["pull"],
				accept: [200],
				doing: "list the tags",
			},
			MAX_PAGE_BYTES,
		);
		if (nextPage(response) !== undefined) return undefined;
		const listed = parseTags(body, repository);
		// A full page may be all that a registry shows that names no next one.
		return listed.length < PAGE_SIZE ? new Set(listed.filter(isTag)) : undefined;
	} catch (error) {
		if (error instanceof RegistryError) return undefined;
		throw error;
	}
}

/**
 * Deletes a tag, and only the tag: never by digest, which would take other tags along. `unsupported` where the
 * registry deletes no tags.
 * @throws RegistryError `registry-denied` and the like
 */
export async function deleteTag(c: Connection, ref: RegistryReference): Promise<TagDeletion> {
	const { tag } = ref;
	if (tag === undefined)
		throw new UserError("invalid-image-name", "Only a tag can be deleted, and there is none.");
	try {
		const response = await c.call({
			repository: ref,
			method: "DELETE",
			path: `manifests/${tag}`,
			actions: ["delete"],
			accept: [200, 202, 204, 404],
			doing: `delete the tag ${tag}`,
		});
		await discard(response);
		return response.status === 404 ? "absent" : "deleted";
	} catch (error) {
		if (!(error instanceof RegistryError)) throw error;
		const unsupported = [400, 405, 501].includes(error.status ?? 0) || error.codes.includes("UNSUPPORTED");
		if (unsupported) return "unsupported";
		throw error;
	}
}

function parseTags(body: Buffer | undefined, repository: Repository): string[] {
	if (body === undefined) throw unreadable(repository, `has a page of more than ${MAX_PAGE_BYTES} bytes`);
	let value: unknown;
	try {
		value = JSON.parse(body.toString("utf8"));
	} catch (error) {
		throw unreadable(repository, "is not JSON", error);
	}
	const tags = (value as { tags?: unknown } | null)?.tags;
	// A repository whose last tag was deleted has null.
	if (tags === null || tags === undefined) return [];
	if (!Array.isArray(tags)) throw unreadable(repository, "is not a list");
	return tags.filter((tag) => typeof tag === "string");
}

function unreadable({ registry, repository }: Repository, reason: string, cause?: unknown): RegistryError {
	const hint = "Look into the registry's log.";
	return new RegistryError(
		"registry-failed",
		`The list of tags of ${registry}/${repository} ${reason}.`,
		{},
		{ hint, cause },
	);
}
