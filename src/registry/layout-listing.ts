import { UserError } from "../runner/errors.js";
import type { LayoutStore } from "./layout-store.js";
import {
	type Descriptor,
	detectMediaType,
	parseDescriptor,
	parseManifest,
	referrerDescriptor,
} from "./manifest.js";
import { isIndexType, isManifestType } from "./media-types.js";

/** What refers to a manifest of a layout that is written to, by what the manifests themselves say. */

/** What a manifest says of others, by its digest. It is read once in a run, since a digest's content is one. */
export type ReferrerFacts = Map<string, ManifestFacts>;

interface ManifestFacts {
	subject: string | undefined;
	/** As what it is listed among the referrers of its subject. */
	listed: Descriptor;
	children: readonly Descriptor[];
}

const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;

/** The referrers of a manifest among those that index.json lists, or that indexes there list. */
export async function layoutReferrers(
	store: LayoutStore,
	facts: ReferrerFacts,
	subject: string,
): Promise<Descriptor[]> {
	const found = new Map<string, Descriptor>();
	const seen = new Set<string>();
	let level = (await store.entries()).map((entry) => parseDescriptor(entry, `An entry of ${store.path}`));
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > MAX_DEPTH) throw tooLarge(store, `nests indexes more than ${MAX_DEPTH} deep`);
		const next: Descriptor[] = [];
		for (const { digest, mediaType } of level) {
			if (seen.has(digest) || !isManifestType(mediaType)) continue;
			seen.add(digest);
			if (seen.size > MAX_MANIFESTS) throw tooLarge(store, `lists more than ${MAX_MANIFESTS} manifests`);
			const known = facts.get(digest) ?? (await readFacts(store, digest));
			// What is missing is brought when it is needed.
			if (known === undefined) continue;
			facts.set(digest, known);
			if (known.subject === subject) found.set(digest, known.listed);
			next.push(...known.children);
		}
		level = next;
	}
	return [...found.values()];
}

async function readFacts(store: LayoutStore, digest: string): Promise<ManifestFacts | undefined> {
	const body = await store.readBlob(digest);
	if (body === undefined) return undefined;
	const what = `The manifest ${digest} of ${store.path}`;
	const mediaType = detectMediaType(body, what);
	const parsed = parseManifest(body, mediaType, what);
	return {
		subject: parsed.subject?.digest,
		listed: referrerDescriptor({ digest, mediaType, size: body.length, body }, parsed),
		children: parsed.kind === "index" && isIndexType(mediaType) ? parsed.manifests : [],
	};
}

function tooLarge(store: LayoutStore, reason: string): UserError {
	return new UserError("broken-layout", `The OCI layout ${store.path} is broken: index.json ${reason}.`, {
		hint: "Write the layout anew, or name another folder.",
		file: store.path,
	});
}
