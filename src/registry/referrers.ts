import type { HttpResponse } from "./answer.js";
import type { Connection } from "./connection.js";
import { digestOf } from "./digest.js";
import { type Descriptor, type Manifest, parseManifest } from "./manifest.js";
import { getManifest, headManifest, isDeniedAndAbsent, putManifest } from "./manifests.js";
import { OCI_INDEX } from "./media-types.js";
import type { Repository } from "./name.js";
import { MAX_PAGE_BYTES, PageTrail } from "./pages.js";
import { RegistryError } from "./registry-error.js";

/**
 * What refers to a manifest: signatures, attestations, bills of materials.
 * Source: distribution-spec 1.1, "Listing Referrers" and "Referrers Tag Schema".
 */

type Answer = { response: HttpResponse; body: Buffer | undefined };

const MAX_REFERRERS = 10_000;
/** Another writer may put the same tag between our reading and writing; more often than this is no accident. */
const TAG_ATTEMPTS = 4;

/** Milliseconds between looks at a list that is behind: registries with storage of their own write it later. */
const LOOKS = [1000, 2000, 4000, 8000];

/** The tag that stands for the API where a registry has none: `sha256-<hex>`. */
export function referrersTag(digest: string): string {
	return digest.replace(":", "-");
}

/** The referrers of a manifest. Without the API (404, 400, 405) those of the fallback tag. */
export async function listReferrers(
	c: Connection,
	repository: Repository,
	digest: string,
): Promise<Descriptor[]> {
	return (await listByApi(c, repository, digest)) ?? (await listFallback(c, repository, digest));
}

/**
 * Undefined where the registry has no such API: its first answer says so. What comes after that, or is too large,
 * is a failure: a part of a list would pass for the whole.
 */
async function listByApi(
	c: Connection,
	repository: Repository,
	digest: string,
): Promise<Descriptor[] | undefined> {
	const found = new Map<string, Descriptor>();
	const trail = new PageTrail();
	let page: string | URL | undefined = `referrers/${digest}`;
	while (page !== undefined) {
		const isFirst: boolean = !(page instanceof URL);
		const { response, body }: Answer = await c.read(
			{
				repository,
				method: "GET",
				path: page,
				headers: { accept: OCI_INDEX },
				actions: ["pull"],
				accept: isFirst ? [200, 400, 404, 405] : [200],
				// Another host's 404 does not say that the registry has no such list.
				follow: "own",
				doing: `list what refers to ${digest}`,
			},
			MAX_PAGE_BYTES,
		);
		if (response.status !== 200) return undefined;
		const listed = parsePage(body, response, repository, digest);
		if (listed === undefined && isFirst) return undefined;
		if (listed === undefined) throw noList(repository, digest);
		for (const descriptor of listed) found.set(descriptor.digest, descriptor);
		if (found.size > MAX_REFERRERS) throw tooMany(repository, digest, `more than ${MAX_REFERRERS} entries`);
		page = trail.next(response, listed.length);
	}
	return [...found.values()];
}

/**
 * Waits until the API lists what a registry has said that it lists (OCI-Subject), up to 15 seconds. False where it
 * has no such API after all.
 * @throws RegistryError `referrer-unlisted`
 */
export async function confirmReferrers(
	c: Connection,
	repository: Repository,
	subject: string,
	digests: readonly string[],
): Promise<boolean> {
	for (let looks = 0; ; looks += 1) {
		const listed = await listByApi(c, repository, subject);
		if (listed === undefined) return false;
		const there = new Set(listed.map(({ digest }) => digest));
		const missing = digests.filter((digest) => !there.has(digest));
		if (missing.length === 0) return true;
		const wait = LOOKS[looks];
		if (wait !== undefined) {
			await c.sleep(wait);
			continue;
		}
		const { registry, repository: name } = repository;
		const message = `${registry}/${name}: the registry has taken ${missing.join(", ")}, and does not list it among what refers to ${subject}.`;
		throw new RegistryError(
			"referrer-unlisted",
			message,
			{},
			{ hint: "Its list may be behind: run it again. Or promote without referrers." },
		);
	}
}

/**
 * Adds referrers to the fallback tag of a manifest, in a registry without the API. What stands there stays.
 * After writing, the tag is looked at, and it is done again if another writer was faster.
 * @throws RegistryError `referrers-tag-taken` where the tag is something else
 */
export async function addToReferrersTag(
	c: Connection,
	repository: Repository,
	subject: string,
	added: readonly Descriptor[],
): Promise<void> {
	const ref = { ...repository, tag: referrersTag(subject) };
	// Some registries have the API and do not say so when a manifest is put.
	const api = new Set((await listByApi(c, repository, subject))?.map(({ digest }) => digest));
	if (added.every(({ digest }) => api.has(digest))) return;
	for (let attempts = 0; attempts < TAG_ATTEMPTS; attempts += 1) {
		const current = await readFallback(c, repository, subject);
		const listed = current === undefined ? [] : rawEntries(current);
		const known = new Set(listed.map(digestOfEntry));
		const missing = added.filter(({ digest }) => !known.has(digest));
		if (missing.length === 0) return;
		const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...listed, ...missing] };
		const body = Buffer.from(JSON.stringify(index));
		await putManifest(c, ref, body, OCI_INDEX);
		const standing = await headManifest(c, ref);
		if (standing?.digest === digestOf(body)) return;
	}
	const message = `${repository.registry}/${repository.repository}: the tag ${ref.tag} is written by somebody else at the same time.`;
	throw new RegistryError(
		"referrers-tag-contended",
		message,
		{},
		{ hint: "Run one promotion at a time, and run this one again." },
	);
}

async function listFallback(c: Connection, repository: Repository, digest: string): Promise<Descriptor[]> {
	const index = await readFallback(c, repository, digest);
	if (index === undefined) return [];
	const parsed = parseManifest(
		index.body,
		index.mediaType,
		`${repository.registry}/${repository.repository}:${referrersTag(digest)}`,
	);
	return parsed.kind === "index" ? parsed.manifests : [];
}

async function readFallback(
	c: Connection,
	repository: Repository,
	digest: string,
): Promise<Manifest | undefined> {
	const tag = referrersTag(digest);
	let manifest: Manifest;
	try {
		manifest = await getManifest(c, { ...repository, tag });
	} catch (error) {
		if (error instanceof RegistryError && error.status === 404) return undefined;
		if (await isDeniedAndAbsent(c, { ...repository, tag }, error)) return undefined;
		throw error;
	}
	// Artifactory takes the tag for the digest itself and answers with the subject (oras-project/oras#2148).
	if (manifest.digest === digest) return undefined;
	if (manifest.mediaType === OCI_INDEX) return manifest;
	const message = `${repository.registry}/${repository.repository}: the tag ${tag} is not a list of referrers.`;
	throw new RegistryError(
		"referrers-tag-taken",
		message,
		{},
		{ hint: "Delete that tag: its name is reserved by the OCI specification." },
	);
}

/** Undefined for what is no such list: a registry may answer any address with a page of its own. */
function parsePage(
	body: Buffer | undefined,
	response: HttpResponse,
	repository: Repository,
	digest: string,
): Descriptor[] | undefined {
	const type = (response.header("content-type") ?? "").split(";")[0]?.trim();
	if (type !== OCI_INDEX && type !== "application/json") return undefined;
	if (body === undefined) throw tooMany(repository, digest, `more than ${MAX_PAGE_BYTES} bytes in one page`);
	const parsed = parseManifest(body, OCI_INDEX, `The list of referrers of ${response.url.host}`);
	return parsed.kind === "index" ? parsed.manifests : undefined;
}

/** The entries as they stand, with the keys that we don't know. */
function rawEntries(index: Manifest): unknown[] {
	const value = JSON.parse(index.body.toString("utf8")) as { manifests?: unknown };
	return Array.isArray(value.manifests) ? value.manifests : [];
}

function digestOfEntry(entry: unknown): unknown {
	return (entry as { digest?: unknown } | null)?.digest;
}

function tooMany({ registry, repository }: Repository, digest: string, size: string): RegistryError {
	const message = `${registry}/${repository}: the list of what refers to ${digest} has ${size}.`;
	return new RegistryError(
		"too-many-referrers",
		message,
		{},
		{ hint: "Remove old ones, or promote without referrers." },
	);
}

function noList({ registry, repository }: Repository, digest: string): RegistryError {
	const message = `${registry}/${repository}: a page of the list of what refers to ${digest} is no such list.`;
	const hint = "Look into the registry's log.";
	return new RegistryError("registry-failed", message, {}, { hint });
}
