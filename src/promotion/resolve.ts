import { createLimit } from "../registry/limit.js";
import { checkMediaType } from "../registry/manifest.js";
import { formatSource, isTag } from "../registry/name.js";
import type { ImageSource } from "../registry/source.js";
import { UserError } from "../runner/errors.js";
import { onSide } from "./failure.js";
import type { ResolvedImage } from "./plan.js";
import type { PromotionPorts } from "./ports.js";
import type { PromotionItem } from "./request.js";

/** An image of the set with the source that its contents come from. */
export interface OpenedImage extends ResolvedImage {
	opened: ImageSource;
}

/**
 * Resolves every source to a digest and looks at every destination tag. Nothing is written. All failures are
 * returned, not only the first, in the order of the request and each text once.
 */
export async function resolveImages(
	items: readonly PromotionItem[],
	concurrency: number,
	ports: Pick<PromotionPorts, "client" | "open" | "signal">,
): Promise<{ images: OpenedImage[]; failures: unknown[] }> {
	const limit = createLimit(concurrency);
	const settled = await Promise.allSettled(items.map((item) => limit(() => resolveImage(item, ports))));
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
	{ client, open, signal }: Pick<PromotionPorts, "client" | "open" | "signal">,
): Promise<OpenedImage> {
	signal.throwIfAborted();
	const opened = open(item.source);
	let root: ResolvedImage["root"];
	let names: readonly string[];
	try {
		root = await opened.resolve();
		checkMediaType(root.mediaType, opened.describe());
		names = item.tags.length > 0 ? item.tags : [await ownTag(item, opened)];
	} catch (thrown) {
		throw onSide(thrown, "source");
	}
	signal.throwIfAborted();
	try {
		const tags = await Promise.all(
			names.map(async (tag) => ({
				tag,
				before: (await client.headManifest({ ...item.destination, tag }))?.digest,
			})),
		);
		return { item, source: opened.describe(), root, tags, opened };
	} catch (thrown) {
		throw onSide(thrown, "destination");
	}
}

async function ownTag(item: PromotionItem, opened: ImageSource): Promise<string> {
	const tag = await opened.tag();
	if (tag !== undefined && isTag(tag)) return tag;
	throw new UserError("tag-missing", `There is no tag for ${formatSource(item.source)} at its destination`, {
		input: "images",
		hint: "Its source has only a digest: write a tag behind the destination, or give the input 'tags'.",
	});
}
