import { UserError } from "../runner/errors.js";
import { isGap } from "./absent.js";
import {
	type Descriptor,
	type ImageManifest,
	type IndexManifest,
	type Manifest,
	parseManifest,
} from "./manifest.js";
import { isIndexType, isManifestType, isNonDistributable } from "./media-types.js";
import type { ImageSource } from "./source.js";
import { allOrFirstError } from "./together.js";

/** A manifest with what it names. */
export interface ContentNode {
	manifest: Manifest;
	parsed: ImageManifest | IndexManifest;
	/** Digests of the manifests in an index. */
	children: string[];
	/** Config, layers, and blobs that stand in an index. */
	blobs: Descriptor[];
	/** Layers that are not copied: only their author may distribute them. */
	foreign: Descriptor[];
}

/** Everything that a root reaches. */
export interface Contents {
	root: ContentNode;
	/** Children before parents: no manifest of a group needs one of the same or of a later group. */
	groups: ContentNode[][];
	/** Manifests that indexes list and the source does not have: the index is sparse. */
	missing: Descriptor[];
}

/** Indexes in indexes; real ones have one level, build caches two. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 20_000;
/** Of all manifests together, in bytes: they are in memory until the last is put. Real ones have a few kB each. */
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * Reads all manifests that a root reaches, each once. Those below it may be missing (image-spec, `image-index.md`:
 * an index may list what is not there); what else is wrong with them is an error.
 * @throws UserError `invalid-manifest`, `manifest-too-large`, and what the source throws
 */
export async function collectContents(source: ImageSource, root: Descriptor): Promise<Contents> {
	const nodes = new Map<string, ContentNode>();
	const missing: Descriptor[] = [];
	const read = async (descriptor: Descriptor): Promise<void> => {
		const manifest = await orAbsent(source.manifest(descriptor.digest), descriptor !== root);
		if (manifest === undefined) {
			missing.push(descriptor);
			return;
		}
		const what = `The manifest ${descriptor.digest} of ${source.describe()}`;
		if (manifest.size !== descriptor.size) {
			throw invalid(`${what} has ${manifest.size} bytes, but what names it says ${descriptor.size}.`);
		}
		nodes.set(descriptor.digest, nodeOf(manifest, what));
	};
	await walk(source, root, read, (digest) => nodes.get(digest)?.parsed);
	const top = nodes.get(root.digest);
	if (top === undefined) throw invalid(`${source.describe()} has no manifest ${root.digest}.`);
	return { root: top, groups: inOrder(nodes), missing };
}

/** The digests of a root and of all manifests below it, there or not. Only indexes are read. */
export async function collectDigests(source: ImageSource, root: Descriptor): Promise<string[]> {
	const seen = new Map<string, ImageManifest | IndexManifest | undefined>();
	const read = async (descriptor: Descriptor): Promise<void> => {
		const { digest, mediaType } = descriptor;
		seen.set(digest, undefined);
		if (!isIndexType(mediaType)) return;
		const manifest = await orAbsent(source.manifest(digest), descriptor !== root);
		if (manifest === undefined) return;
		const what = `The manifest ${digest} of ${source.describe()}`;
		seen.set(digest, parseManifest(manifest.body, manifest.mediaType, what));
	};
	await walk(source, root, read, (digest) => seen.get(digest));
	return [...seen.keys()];
}

/** Level by level, every manifest once. */
async function walk(
	source: ImageSource,
	root: Descriptor,
	read: (descriptor: Descriptor) => Promise<void>,
	parsedOf: (digest: string) => ImageManifest | IndexManifest | undefined,
): Promise<void> {
	const seen = new Set([root.digest]);
	let level = [root];
	let bytes = root.size;
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > MAX_DEPTH) throw invalid(`${source.describe()} nests indexes more than ${MAX_DEPTH} deep.`);
		await allOrFirstError(level, undefined, read);
		const next: Descriptor[] = [];
		for (const { digest } of level) {
			const parsed = parsedOf(digest);
			if (parsed?.kind !== "index") continue;
			for (const child of parsed.manifests) {
				if (!isManifestType(child.mediaType) || seen.has(child.digest)) continue;
				seen.add(child.digest);
				next.push(child);
				bytes += child.size;
			}
		}
		if (seen.size > MAX_MANIFESTS)
			throw invalid(`${source.describe()} has more than ${MAX_MANIFESTS} manifests.`);
		if (bytes > MAX_BYTES) {
			throw new UserError(
				"manifest-too-large",
				`The manifests of ${source.describe()} have more than ${MAX_BYTES} bytes together.`,
				{ hint: "Split the index, or put large annotations into blobs." },
			);
		}
		level = next;
	}
}

/** Undefined for what may be absent and is. */
async function orAbsent(read: Promise<Manifest>, mayBeAbsent: boolean): Promise<Manifest | undefined> {
	try {
		return await read;
	} catch (error) {
		if (mayBeAbsent && isGap(error)) return undefined;
		throw error;
	}
}

function nodeOf(manifest: Manifest, what: string): ContentNode {
	const parsed = parseManifest(manifest.body, manifest.mediaType, what);
	if (parsed.kind === "index") {
		const isManifest = ({ mediaType }: Descriptor) => isManifestType(mediaType);
		const children = parsed.manifests.filter(isManifest).map(({ digest }) => digest);
		return {
			manifest,
			parsed,
			children,
			blobs: parsed.manifests.filter((each) => !isManifest(each)),
			foreign: [],
		};
	}
	const foreign = parsed.layers.filter(({ mediaType }) => isNonDistributable(mediaType));
	const layers = parsed.layers.filter(({ mediaType }) => !isNonDistributable(mediaType));
	return { manifest, parsed, children: [], blobs: [parsed.config, ...layers], foreign };
}

/** By height above the leaves. A digest cannot contain itself, so a cycle is a source that lies. */
function inOrder(nodes: ReadonlyMap<string, ContentNode>): ContentNode[][] {
	const heights = new Map<string, number>();
	const heightOf = (digest: string, depth: number): number => {
		const known = heights.get(digest);
		if (known !== undefined) return known;
		if (depth > nodes.size) throw invalid("An index contains itself.");
		const below = (nodes.get(digest)?.children ?? []).map((child) => heightOf(child, depth + 1));
		const height = below.reduce((highest, each) => Math.max(highest, each + 1), 0);
		heights.set(digest, height);
		return height;
	};
	const groups: ContentNode[][] = [];
	for (const [digest, node] of nodes) {
		const height = heightOf(digest, 0);
		while (groups.length <= height) groups.push([]);
		groups[height]?.push(node);
	}
	return groups;
}

function invalid(message: string): UserError {
	return new UserError("invalid-manifest", message, {
		hint: "The image is broken where it stands: build or push it anew.",
	});
}
