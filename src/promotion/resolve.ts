import { isDigestOf, parseDigest } from "../registry/digest.js";
import { createLimit } from "../registry/limit.js";
import { checkMediaType } from "../registry/manifest.js";
import { formatSource, isTag } from "../registry/name.js";
import { selectPlatforms } from "../registry/platforms.js";
import type { ImageSource } from "../registry/source.js";
import { UserError } from "../runner/errors.js";
import { onSide } from "./failure.js";
import type { ResolvedImage } from "./plan.js";
import type { PromotionPorts } from "./ports.js";
import type { PromotionItem, PromotionOptions } from "./request.js";

/** An image of the set with the source that its contents come from. */
export interface OpenedImage extends ResolvedImage {
	opened: ImageSource;
	/** The digest of the source itself, where only some of its platforms go on. */
	reducedFrom: string | undefined;
}

/**
 * Resolves every source to a digest and looks at every destination tag. Nothing is written. All failures are
 * returned, not only the first, in the order of the request and each text once.
 */
export async function resolveImages(
	items: readonly PromotionItem[],
	{ concurrency, platforms = [] }: Pick<PromotionOptions, "concurrency" | "platforms">,
	ports: Pick<PromotionPorts, "client" | "open" | "signal">,
): Promise<{ images: OpenedImage[]; failures: unknown[] }> {
	const limit = createLimit(concurrency);
	const settled = await Promise.allSettled(
		items.map((item) => limit(() => resolveImage(item, platforms, ports))),
	);
	ports.signal.throwIfAborted();
	const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
	const seen = new Set<string>();
	return {
		images: settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])),
		failures: failures.filter((failure) => {
			if (!(failure instanceof UserError)) return true;
			const isNew = !seen.has(failure.message);
			seen.add(failure.message);
			return isNew;
		}),
	};
}

async function resolveImage(
	item: PromotionItem,
	platforms: readonly string[],
	{ client, open, signal }: Pick<PromotionPorts, "client" | "open" | "signal">,
): Promise<OpenedImage> {
	signal.throwIfAborted();
	const whole = open(item.source);
	let opened = whole;
	let root: ResolvedImage["root"];
	let from: string;
	let names: readonly string[];
	try {
		root = await whole.resolve();
		from = root.digest;
		checkMediaType(root.mediaType, whole.describe());
		if (platforms.length > 0) ({ source: opened, root } = await selectPlatforms(whole, root, platforms));
		names = item.tags.length > 0 ? item.tags : [await ownTag(item, opened)];
	} catch (thrown) {
		throw onSide(thrown, "source");
	}
	signal.throwIfAborted();
	try {
		const tags = await Promise.all(
			names.map(async (tag) => {
				const before = (await client.headManifest({ ...item.destination, tag }))?.digest;
				return { tag, before: await asIn(opened, root.digest, before) };
			}),
		);
		const reducedFrom = from === root.digest ? undefined : from;
		// What was built is what the source had; what goes on is a part of it.
		const expected = item.expected === from ? root.digest : item.expected;
		return { item: { ...item, expected }, source: whole.describe(), root, tags, opened, reducedFrom };
	} catch (thrown) {
		throw onSide(thrown, "destination");
	}
}

/** The root's own digest where a registry names the same bytes by another algorithm. */
async function asIn(
	source: ImageSource,
	root: string,
	found: string | undefined,
): Promise<string | undefined> {
	if (found === undefined || parseDigest(found)?.algorithm === parseDigest(root)?.algorithm) return found;
	return isDigestOf(found, (await source.manifest(root)).body) ? root : found;
}

async function ownTag(item: PromotionItem, opened: ImageSource): Promise<string> {
	const tag = await opened.tag();
	if (tag !== undefined && isTag(tag)) return tag;
	throw new UserError("tag-missing", `There is no tag for ${formatSource(item.source)} at its destination`, {
		input: "images",
		hint: "Its source has only a digest: write a tag behind the destination, or give the input 'tags'.",
	});
}
