import { requireDigest } from "./grammar.ts";
import { OCI_INDEX } from "./manifest-content.ts";
import { pageOf } from "./paging.ts";
import type { RegistryRequest, Reply } from "./reply.ts";
import type { Repositories } from "./repositories.ts";

/** GET referrers: an index of the manifests whose subject is the digest; none is an empty index. */
export function listReferrers(
	repositories: Repositories,
	{ name, reference, query }: RegistryRequest,
	pageSize: number | undefined,
): Reply {
	const digest = requireDigest(reference);
	const wanted = query.get("artifactType") || undefined;
	const all = [...(repositories.find(name)?.manifests.values() ?? [])].filter(
		(each) => each.subject === digest && (wanted === undefined || each.artifactType === wanted),
	);
	const path = `/v2/${name}/referrers/${digest}`;
	const { entries, headers } = pageOf(all, (each) => each.digest, query, path, pageSize);
	if (wanted !== undefined) headers["oci-filters-applied"] = "artifactType";
	const manifests = entries.map(({ mediaType, digest, bytes, artifactType, annotations }) => ({
		mediaType,
		digest,
		size: bytes.length,
		artifactType,
		annotations,
	}));
	return {
		status: 200,
		headers: { "content-type": OCI_INDEX, ...headers },
		body: Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })),
	};
}
