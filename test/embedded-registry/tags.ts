import { RegistryError } from "./errors.ts";
import { pageOf } from "./paging.ts";
import type { RegistryRequest, Reply } from "./reply.ts";
import type { Repositories } from "./repositories.ts";

/** GET tags/list, with `n` and `last`. A repository that nobody pushed to is 404 NAME_UNKNOWN. */
export function listTags(
	repositories: Repositories,
	{ name, query }: RegistryRequest,
	pageSize: number | undefined,
): Reply {
	const repository = repositories.find(name);
	if (!repository) throw new RegistryError(404, "NAME_UNKNOWN", `there is no repository ${name}`);
	const path = `/v2/${name}/tags/list`;
	const { entries, headers } = pageOf([...repository.tags.keys()], (tag) => tag, query, path, pageSize);
	return {
		status: 200,
		headers: { "content-type": "application/json", ...headers },
		body: Buffer.from(JSON.stringify({ name, tags: entries })),
	};
}
