import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Blobs } from "./blobs.ts";
import { RegistryError } from "./errors.ts";
import { algorithmOf, hasherOf, requireDigest } from "./grammar.ts";
import type { RegistryRequest, Reply } from "./reply.ts";
import type { Repositories } from "./repositories.ts";

/** An upload that was begun and neither finished nor cancelled. */
interface Session {
	id: string;
	name: string;
	file: string;
	/** Bytes received. */
	size: number;
	/** Settles with the last request: requests of one upload run one after the other. */
	last: Promise<unknown>;
}

export interface UploadOptions {
	/** A mount without `from` takes the blob from any repository that the caller may read; else it is 202. */
	anonymousMount: boolean;
}

/** Blob uploads: in one request, as POST and PUT, or in chunks; and mounts. */
export class Uploads {
	readonly #folder: string;
	readonly #repositories: Repositories;
	readonly #blobs: Blobs;
	readonly #options: UploadOptions;
	readonly #sessions = new Map<string, Session>();

	constructor(folder: string, repositories: Repositories, blobs: Blobs, options: UploadOptions) {
		this.#folder = folder;
		this.#repositories = repositories;
		this.#blobs = blobs;
		this.#options = options;
	}

	/** POST: a mount (`mount`, `from`), the whole blob (`digest`), or the begin of an upload. */
	async begin(request: RegistryRequest): Promise<Reply> {
		const { name, query } = request;
		const mount = query.get("mount");
		if (mount !== null) {
			const digest = requireDigest(mount);
			const sources = this.#mountSources(digest, query.get("from"), request);
			if (sources.some((source) => this.#blobs.mount(digest, source, name))) return created(name, digest);
		}
		const digest = query.get("digest");
		if (digest !== null) requireDigest(digest);
		const session = await this.#open(name);
		if (digest === null) return accepted(session, 202);
		try {
			return await this.#finish(session, request);
		} finally {
			// There is no second request to such an upload, whatever became of it.
			await this.#drop(session);
		}
	}

	/** GET: how much has arrived. */
	status(request: RegistryRequest): Promise<Reply> {
		return this.#inTurn(request, async (session) => accepted(session, 204));
	}

	/** PATCH: the next chunk, or a stream when it says no Content-Range. */
	append(request: RegistryRequest): Promise<Reply> {
		return this.#inTurn(request, async (session) => {
			await this.#receive(session, request);
			return accepted(session, 202);
		});
	}

	/** PUT: the rest, if there is any, and the digest. */
	finish(request: RegistryRequest): Promise<Reply> {
		return this.#inTurn(request, (session) => this.#finish(session, request));
	}

	/** DELETE: the upload is forgotten. */
	cancel(request: RegistryRequest): Promise<Reply> {
		return this.#inTurn(request, async (session) => {
			await this.#drop(session);
			return { status: 204 };
		});
	}

	#mountSources(digest: string, from: string | null, { name, mayPull }: RegistryRequest): string[] {
		if (from !== null) return mayPull(from) ? [from] : [];
		if (!this.#options.anonymousMount) return [];
		return this.#repositories.holdersOf(digest).filter((each) => each === name || mayPull(each));
	}

	async #open(name: string): Promise<Session> {
		const id = randomUUID();
		const session: Session = { id, name, file: join(this.#folder, id), size: 0, last: Promise.resolve() };
		await mkdir(this.#folder, { recursive: true });
		await writeFile(session.file, "");
		this.#sessions.set(id, session);
		return session;
	}

	/**
	 * A client whose connection broke comes back before its first request is known to have ended:
	 * the second one waits for it, and then sees what really arrived.
	 */
	#inTurn(request: RegistryRequest, work: (session: Session) => Promise<Reply>): Promise<Reply> {
		const turn = this.#require(request).last.then(() => work(this.#require(request)));
		this.#require(request).last = turn.catch(() => undefined);
		return turn;
	}

	#require({ name, reference }: RegistryRequest): Session {
		const session = this.#sessions.get(reference);
		if (session?.name === name) return session;
		throw new RegistryError(404, "BLOB_UPLOAD_UNKNOWN", `${name} has no upload ${JSON.stringify(reference)}`);
	}

	/** Appends the body. What came before a connection broke is kept, as real registries do. */
	async #receive(session: Session, { headers, body }: RegistryRequest): Promise<void> {
		const begin = session.size;
		const expected = readChunk(headers["content-range"], session);
		const file = await open(session.file, "a");
		try {
			for await (const chunk of body) {
				await file.writeFile(chunk);
				session.size += chunk.length;
			}
		} finally {
			await file.close();
		}
		if (expected !== undefined && session.size - begin !== expected) {
			const received = session.size - begin;
			await truncate(session.file, begin);
			session.size = begin;
			throw new RegistryError(400, "SIZE_INVALID", `the chunk has ${received} bytes instead of ${expected}`);
		}
	}

	async #finish(session: Session, request: RegistryRequest): Promise<Reply> {
		const digest = requireDigest(request.query.get("digest"));
		await this.#receive(session, request);
		const hash = hasherOf(digest);
		await pipeline(createReadStream(session.file), hash);
		const actual = `${algorithmOf(digest)}:${hash.digest("hex")}`;
		if (actual !== digest) {
			await this.#drop(session);
			throw new RegistryError(400, "DIGEST_INVALID", `the content is ${actual}, not ${digest}`);
		}
		await this.#blobs.take(session.file, session.name, digest);
		this.#sessions.delete(session.id);
		return created(session.name, digest);
	}

	async #drop(session: Session): Promise<void> {
		this.#sessions.delete(session.id);
		await rm(session.file, { force: true });
	}
}

/** The length that Content-Range (`start-end`) promises, after a check that it begins where the upload ends. */
function readChunk(header: string | undefined, session: Session): number | undefined {
	if (header === undefined) return undefined;
	const match = /^(\d+)-(\d+)$/.exec(header.trim());
	if (!match) {
		throw new RegistryError(400, "BLOB_UPLOAD_INVALID", `not a Content-Range: ${JSON.stringify(header)}`);
	}
	const [start, end] = [Number(match[1]), Number(match[2])];
	if (start !== session.size || end < start) {
		throw new RegistryError(
			416,
			"BLOB_UPLOAD_INVALID",
			`the next byte is ${session.size}, not ${header}`,
			progress(session),
		);
	}
	return end - start + 1;
}

function progress(session: Session): Record<string, string> {
	return {
		location: `/v2/${session.name}/blobs/uploads/${session.id}`,
		// The header cannot say "nothing yet"; registries answer 0-0.
		range: `0-${Math.max(0, session.size - 1)}`,
		"docker-upload-uuid": session.id,
	};
}

function accepted(session: Session, status: 202 | 204): Reply {
	return { status, headers: progress(session) };
}

function created(name: string, digest: string): Reply {
	const headers = { location: `/v2/${name}/blobs/${digest}`, "docker-content-digest": digest };
	return { status: 201, headers };
}
