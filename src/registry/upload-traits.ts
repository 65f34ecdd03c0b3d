import { isEcrPublic, parseEcrHost } from "./auth/ecr-host.js";

/**
 * What is known of how a registry takes blobs: by its name, and by what it has answered in this run. Nothing is
 * asked for its own sake; a wrong guess costs one request, once.
 */
export interface UploadTraits {
	/** POST with `?digest=` and the whole blob. False where it was answered 202 (an upload was opened instead) or refused. */
	onePost: boolean;
	/**
	 * `never` where a second chunk is lost or refused (ECR, Google); `needed` where whole blobs are refused;
	 * `possible` where nothing is known.
	 */
	chunks: "never" | "possible" | "needed";
	/** Bytes of a chunk, at most; it shrinks where a chunk is too large for the registry or what stands before it. */
	chunkSize: number;
}

/** Blobs up to this size are sent without a look, and in one request if possible; they are in memory. Bytes. */
const SMALL_BLOB = 64 * 1024;

/** Whether to look for a blob costs about as much as to send it. */
export function isSmall(size: number): boolean {
	return size > 0 && size <= SMALL_BLOB;
}

/** A few of these are in memory at once. */
const CHUNK_SIZE = 8 * 1024 * 1024;
/** No registry or proxy has a smaller limit. */
export const LEAST_CHUNK = 64 * 1024;

/** Registries that take no chunks: AWS ECR keeps a stale Range after the first, Google's refuse them. */
function isChunkless(registry: string): boolean {
	if (parseEcrHost(registry) !== undefined || isEcrPublic(registry)) return true;
	return /(?:-docker\.pkg\.dev|(?:^|\.)gcr\.io)(?::443)?$/.test(registry);
}

/** What is known of a registry before its first answer. */
export function initialTraits(registry: string): UploadTraits {
	return { onePost: true, chunks: isChunkless(registry) ? "never" : "possible", chunkSize: CHUNK_SIZE };
}
