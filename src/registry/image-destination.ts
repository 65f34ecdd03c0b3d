import type { RegistryClient } from "./client.js";
import { isLayout, type Repository } from "./name.js";

/**
 * What an image is written to: the verbs of a registry's repository, which an OCI layout on disk answers too. Who
 * copies, tags, rolls back or attaches asks for these, and not for what stands behind them.
 */
export type ImageDestination = Omit<RegistryClient, "requests" | "waitingFor" | "close">;

/**
 * A client for registries and layouts: each name is answered by what it is of. Requests are those of registries,
 * since a layout costs none.
 */
export function withLayouts(client: RegistryClient, layouts: ImageDestination): RegistryClient {
	const of = (repository: Repository): ImageDestination => (isLayout(repository) ? layouts : client);
	return {
		headManifest: (ref) => of(ref).headManifest(ref),
		getManifest: (ref) => of(ref).getManifest(ref),
		putManifest: (ref, body, mediaType, how) => of(ref).putManifest(ref, body, mediaType, how),
		hasBlob: (from, digest, size) => of(from).hasBlob(from, digest, size),
		getBlob: (from, digest, size, how) => of(from).getBlob(from, digest, size, how),
		mountBlob: (to, digest, fromRepository) => of(to).mountBlob(to, digest, fromRepository),
		uploadBlob: (to, blob, open, how) => of(to).uploadBlob(to, blob, open, how),
		startUpload: (to) => of(to).startUpload(to),
		cancelUpload: (to, session) => of(to).cancelUpload(to, session),
		listTags: (repository) => of(repository).listTags(repository),
		fewTags: (repository) => of(repository).fewTags(repository),
		deleteTag: (ref) => of(ref).deleteTag(ref),
		referrers: (repository, digest) => of(repository).referrers(repository, digest),
		addToReferrersTag: (repository, subject, added) =>
			of(repository).addToReferrersTag(repository, subject, added),
		confirmReferrers: (repository, subject, digests) =>
			of(repository).confirmReferrers(repository, subject, digests),
		requests: (what) => client.requests(what),
		waitingFor: () => client.waitingFor(),
		close: () => client.close(),
	};
}
