import type { Readable } from "node:stream";
import { UserError } from "../runner/errors.js";
import { discard } from "./answer.js";
import type { Connection, MountTrait } from "./connection.js";
import type { Repository } from "./name.js";
import { isRedirect } from "./redirect.js";
import { hasRegistryCode, RegistryError } from "./registry-error.js";
import { repositoryScope } from "./scope.js";
import { type UploadSession, uploadOf } from "./uploads.js";

/**
 * The blob is there now, or it is not and the registry may have opened an upload for it instead. `asked` is false
 * where it was known to refuse, so that nothing was sent.
 */
export type Mounted =
	| { mounted: true }
	| { mounted: false; asked: boolean; session: UploadSession | undefined };

/** The parts of a descriptor that name a blob. `size` in bytes. */
export interface BlobName {
	digest: string;
	size: number;
}

export interface BlobOptions {
	signal?: AbortSignal | undefined;
}

/**
 * Whether a repository has a blob. A redirect to storage says yes: addresses that are signed for GET refuse HEAD.
 * One of another size counts as absent.
 */
export async function hasBlob(
	c: Connection,
	from: Repository,
	digest: string,
	size?: number,
): Promise<boolean> {
	const response = await c.call({
		repository: from,
		method: "HEAD",
		path: `blobs/${digest}`,
		actions: ["pull"],
		accept: [200, 301, 302, 303, 307, 308, 404],
		follow: "own",
		doing: `look for the blob ${digest}`,
	});
	await discard(response);
	if (isRedirect(response)) return true;
	const stated = response.header("content-length");
	return response.status === 200 && (size === undefined || stated === undefined || Number(stated) === size);
}

/** How the registry names a refusal that is about this blob, and not about mounting. */
const OF_THE_BLOB = ["BLOB_UNKNOWN", "DIGEST_INVALID", "SIZE_INVALID", "BLOB_UPLOAD_INVALID"];

/**
 * Asks a registry to take a blob from another of its repositories, without moving it. Whatever the registry
 * has against it (Harbor answers 401 for an unknown project, Docker Hub 400), an upload is the way then, and
 * between these two repositories it is not asked again. The first asks alone, so that it costs one request.
 */
export async function mountBlob(
	c: Connection,
	to: Repository,
	digest: string,
	fromRepository: string,
): Promise<Mounted> {
	const trait = c.mountTrait(to, fromRepository);
	if (trait.first !== undefined) await trait.first;
	if (trait.refused) return { mounted: false, asked: false, session: undefined };
	const asked = askToMount(c, trait, to, digest, fromRepository);
	trait.first ??= asked.then(
		() => undefined,
		() => undefined,
	);
	return asked;
}

async function askToMount(
	c: Connection,
	trait: MountTrait,
	to: Repository,
	digest: string,
	fromRepository: string,
): Promise<Mounted> {
	try {
		const response = await c.call({
			repository: to,
			method: "POST",
			path: "blobs/uploads/",
			query: { mount: digest, from: fromRepository },
			actions: ["pull", "push"],
			otherScopes: [repositoryScope(fromRepository, "pull")],
			accept: [201, 202],
			doing: `mount the blob ${digest} from ${fromRepository}`,
		});
		await discard(response);
		if (response.status === 201) return { mounted: true };
		return { mounted: false, asked: true, session: uploadOf(response, c.insecure) };
	} catch (error) {
		const { status } = error instanceof RegistryError ? error : { status: undefined };
		if (status === undefined || status < 400 || status >= 500 || status === 429) throw error;
		trait.refused ||= !hasRegistryCode(error, ...OF_THE_BLOB);
		return { mounted: false, asked: true, session: undefined };
	}
}

/**
 * The whole blob in memory, for small documents.
 * @throws UserError `blob-too-large` above `limit` bytes; and as `getBlob`
 */
export async function readBlob(stream: Readable, limit: number, what: string): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw new UserError("blob-too-large", `${what} has more than ${limit} bytes.`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
