import { Readable } from "node:stream";
import { readBlob } from "./blobs.js";
import type { CopySession } from "./copy-session.js";
import type { Descriptor } from "./manifest.js";
import { isLayout, type Repository } from "./name.js";
import { RegistryError } from "./registry-error.js";
import type { ImageSource } from "./source.js";
import { isSmall } from "./upload-traits.js";
import type { UploadSession } from "./uploads.js";
import { DigestProgress } from "./verifying.js";

/** What it took to have a blob at the destination. */
export type BlobOutcome = "moved" | "mounted" | "present";

export interface BlobCopyOptions {
	/**
	 * The blob is probably there: look before mounting. Otherwise a mount, where it can be tried, comes first:
	 * it is one request, and answers the same where the blob was there already.
	 */
	lookFirst: boolean;
	/** The registry has denied having it, whatever it said before: upload it. */
	force?: boolean;
	signal?: AbortSignal | undefined;
}

/** Brings one blob to a repository, in the cheapest way that there is. */
export async function copyBlob(
	session: CopySession,
	source: ImageSource,
	blob: Descriptor,
	to: Repository,
	options: BlobCopyOptions,
): Promise<BlobOutcome> {
	const { client } = session;
	const { digest, size } = blob;
	const { signal } = options;
	// A look at a disk costs nothing.
	const lookFirst = options.lookFirst || isLayout(to);
	const { progress } = session;
	let counted = 0;
	progress.add(size);
	// What waits for another blob's turn takes no place of those at work.
	const result = await session.withBlob(to, digest, (holders) =>
		session.limitFor(size)(async () => {
			signal?.throwIfAborted();
			if (options.force === true) holders.clear();
			if (holders.has(to.repository)) return "present";
			const outcome = await bring(holders);
			holders.add(to.repository);
			return outcome;
		}),
	);
	progress.done(size - counted);
	return result;

	async function bring(holders: ReadonlySet<string>): Promise<BlobOutcome> {
		let upload: UploadSession | undefined;
		let refused = false;
		if (options.force !== true) {
			if (lookFirst && (await isThere())) return "present";
			const from = holderOf(holders);
			if (from !== undefined) {
				const mount = await client.mountBlob(to, digest, from);
				if (mount.mounted) return "mounted";
				upload = mount.session;
				refused = mount.asked && upload === undefined;
			}
			// A look after a refusal would be the fourth request; the next blobs are looked for and not mounted.
			if (!lookFirst && !refused && !isSmall(size) && (await isThere())) {
				if (upload !== undefined) await client.cancelUpload(to, upload);
				return "present";
			}
		}
		upload ??= session.spareUploads.take(to);
		const how = { session: upload, signal, plain: options.force };
		if (isSmall(size)) {
			// Read while the upload is opened.
			const bytes = readSmall();
			bytes.catch(() => undefined);
			await client.uploadBlob(to, { digest, size }, async () => Readable.from([await bytes]), how);
		} else {
			const hashed = new DigestProgress();
			const resume = (from: number) => {
				count(from - counted);
				return source.blob(digest, size, { signal, from, progress: hashed, count });
			};
			// Asked for while the upload is opened.
			let early: Promise<Readable> | undefined = resume(0);
			early.catch(() => undefined);
			const open = () => {
				const stream = early ?? resume(0);
				early = undefined;
				return stream;
			};
			try {
				await client.uploadBlob(to, { digest, size }, open, { ...how, resume });
			} finally {
				// No upload was opened.
				await early?.then(
					(stream) => stream.destroy(),
					() => undefined,
				);
			}
		}
		return "moved";
	}

	/**
	 * OpenShift's registry has been seen to answer 500 for a blob that is absent, and 403 is the answer to who may
	 * write and not read. An upload then says what is true.
	 */
	async function isThere(): Promise<boolean> {
		const place = `${to.registry}/${to.repository}`;
		if (session.blind.has(place)) return false;
		try {
			return await client.hasBlob(to, digest, size);
		} catch (error) {
			if (!(error instanceof RegistryError) || (error.status !== 500 && error.status !== 403)) throw error;
			session.blind.add(place);
			return false;
		}
	}

	function count(bytes: number): void {
		counted += bytes;
		progress.moved(bytes);
	}

	async function readSmall(): Promise<Buffer> {
		const stream = await source.blob(digest, size, { signal });
		return readBlob(stream, size, `The blob ${digest} of ${source.describe()}`);
	}

	/** Another repository of the destination's registry that has the blob. */
	function holderOf(holders: ReadonlySet<string>): string | undefined {
		const origin = source.repository;
		if (origin?.registry === to.registry)
			return origin.repository === to.repository ? undefined : origin.repository;
		return [...holders][0];
	}
}
