import { isAbsent } from "../registry/absent.js";
import type { RegistryClient } from "../registry/client.js";
import { collectContents, collectDigests } from "../registry/contents.js";
import { cosignTags, loses } from "../registry/cosign-tags.js";
import { createLimit } from "../registry/limit.js";
import { type Descriptor, type Manifest, parseManifest } from "../registry/manifest.js";
import type { Repository } from "../registry/name.js";
import type { ImageSource } from "../registry/source.js";
import { allOrFirstError } from "../registry/together.js";

/** What a dry run looks at beyond the tags. */
export interface SurveyOptions {
	referrers: boolean;
	/** The copy will take the image for complete, and look for less. */
	complete: boolean;
	/** Look for manifests and blobs that are missing though the tags stand. */
	contents: boolean;
	signal: AbortSignal;
}

export interface Survey {
	/** Something would have to be filled in or attached. */
	missing: boolean;
	referrers: { digest: string; artifactType: string | undefined }[];
}

/** As many looks at once; the client has a limit per host as well. */
const AT_ONCE = 8;
/** As deep as contents are copied: a signature of an attestation of an image. */
const DEPTH = 8;

/** What the destination lacks of an image. Nothing is written. */
export async function surveyImage(
	source: ImageSource,
	root: Descriptor,
	destination: Repository,
	client: RegistryClient,
	options: SurveyOptions,
): Promise<Survey> {
	const survey: Survey = { missing: false, referrers: [] };
	if (options.contents)
		survey.missing = await lacksContents(source, root, destination, client, options.signal);
	if (!options.referrers) return survey;
	const seen = new Set<string>();
	const note = ({ digest, artifactType }: Pick<Descriptor, "digest" | "artifactType">): boolean => {
		if (seen.has(digest)) return false;
		seen.add(digest);
		survey.referrers.push({ digest, artifactType });
		return true;
	};
	const lacks = (referrer: Descriptor) =>
		options.contents && lacksContents(source, referrer, destination, client, options.signal);
	const byTag = cosignSurvey(source, destination, client);
	let level = await collectDigests(source, root);
	for (let depth = 0; level.length > 0 && depth < DEPTH; depth++) {
		const next: string[] = [];
		await allOrFirstError(level, options.signal, async (subject) => {
			const listed = await source.referrers(subject);
			for (const { head, isThere } of await byTag(subject)) {
				if (!isThere || (await lacks(head))) survey.missing = true;
				if (note(head) && !options.complete) next.push(head.digest);
			}
			if (listed.length === 0) return;
			const there = new Set((await client.referrers(destination, subject)).map(({ digest }) => digest));
			for (const each of listed) {
				const isThere = there.has(each.digest);
				if (!isThere || options.contents) {
					// What a copy leaves out is nothing that is missing.
					if (!(await refersTo(source, each.digest, subject))) continue;
					if (!isThere || (await lacks(each))) survey.missing = true;
				}
				if (note(each)) next.push(each.digest);
			}
		});
		level = next;
	}
	return survey;
}

/** Asks for what cosign has attached by tags, and whether the destination has it; without what a copy leaves out. */
function cosignSurvey(source: ImageSource, destination: Repository, client: RegistryClient) {
	const { repository } = source;
	let tags: ReturnType<RegistryClient["fewTags"]> | undefined;
	return async (subject: string): Promise<{ head: Descriptor; isThere: boolean }[]> => {
		if (repository !== undefined) tags ??= client.fewTags(repository);
		const known = await tags;
		const found: { head: Descriptor; isThere: boolean }[] = [];
		for (const tag of cosignTags(subject)) {
			if (known?.has(tag) === false) continue;
			const head = await source.tagged(tag);
			if (head === undefined) continue;
			const standing = await client.headManifest({ ...destination, tag });
			const isThere = standing?.digest === head.digest;
			if (standing !== undefined && !isThere) {
				const held = await client.getManifest({ ...destination, digest: standing.digest });
				if (loses(held, await source.manifest(head.digest))) continue;
			}
			found.push({ head, isThere });
		}
		return found;
	};
}

/** Whether a listed referrer exists and refers to that subject: a list may name what is gone, or another's. */
async function refersTo(source: ImageSource, digest: string, subject: string): Promise<boolean> {
	let manifest: Manifest;
	try {
		manifest = await source.manifest(digest);
	} catch (error) {
		if (isAbsent(error)) return false;
		throw error;
	}
	const what = `The manifest ${digest} of ${source.describe()}`;
	return parseManifest(manifest.body, manifest.mediaType, what).subject?.digest === subject;
}

async function lacksContents(
	source: ImageSource,
	root: Descriptor,
	destination: Repository,
	client: RegistryClient,
	signal: AbortSignal,
): Promise<boolean> {
	const limit = createLimit(AT_ONCE);
	const nodes = (await collectContents(source, root)).groups.flat();
	let missing = false;
	const looks = nodes.flatMap(({ manifest, blobs }) => [
		async () => (await client.headManifest({ ...destination, digest: manifest.digest })) !== undefined,
		...blobs.map(
			({ digest, size }) =>
				() =>
					client.hasBlob(destination, digest, size),
		),
	]);
	await allOrFirstError(looks, signal, (look) =>
		limit(async () => {
			signal.throwIfAborted();
			if (!(await look())) missing = true;
		}),
	);
	return missing;
}
