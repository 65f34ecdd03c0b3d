import { digestOf } from "../registry/digest.js";
import type { Descriptor } from "../registry/manifest.js";
import { formatReference, isLayout, layoutRepository, type Repository } from "../registry/name.js";
import type { Fault } from "../runner/errors.js";
import type { FoundEvidence } from "./evidence.js";
import { mayMove } from "./move-tags.js";
import { isSameRepository, type PromotionItem, tagAddress } from "./request.js";

/** The plan of a promotion: from what was found, what is to be done, or why it may not be done. Pure. */

/** An image whose source and destination have been looked at. */
export interface ResolvedImage {
	item: PromotionItem;
	/** As people write it. */
	source: string;
	root: Descriptor;
	/** What each destination tag points at now; undefined: there is no such tag. */
	tags: readonly { tag: string; before: string | undefined }[];
}

export interface PlannedTag {
	tag: string;
	before: string | undefined;
	after: string;
	/** A roll-back may not be able to remove it: it is new, and many registries delete no tags. */
	mayStay: boolean;
}

export interface PlannedImage {
	service: string | undefined;
	source: string;
	destination: Repository;
	root: Descriptor;
	/** Without those that another image of the set with the same digest has already. */
	tags: readonly PlannedTag[];
	/** Every tag that was asked for points at it already. */
	standing: boolean;
	/** What was required and found. */
	evidence: readonly FoundEvidence[];
}

/** Why the set may not be promoted. */
export interface Refusal {
	code: string;
	message: string;
	hint: string;
	fault: Fault;
}

export interface Plan {
	/** In the order of the request. */
	images: readonly PlannedImage[];
	/** Of each destination tag with its digest before and after, and of nothing else. */
	digest: string;
	refusals: readonly Refusal[];
}

/** Makes the plan of a set. */
export function planOf(resolved: readonly ResolvedImage[]): Plan {
	const refusals = [...resolved.flatMap(ownRefusals), ...digestRefusals(resolved)];
	const taken = new Map<string, string>();
	const images = resolved.map(({ item, source, root, tags }): PlannedImage => {
		const own: PlannedTag[] = [];
		for (const { tag, before } of tags) {
			const address = tagAddress(item.destination, tag);
			const other = taken.get(address);
			if (other === undefined) {
				taken.set(address, root.digest);
				own.push({
					tag,
					before,
					after: root.digest,
					mayStay: before === undefined && !isLayout(item.destination),
				});
			} else if (other !== root.digest) {
				refusals.push({
					code: "tag-twice",
					message: `${address} would get two digests: ${other} and ${root.digest} (from ${source})`,
					hint: "Give one of the two another tag or another destination.",
					fault: "request",
				});
			}
		}
		const standing = tags.every(({ before }) => before === root.digest);
		return {
			service: item.service,
			source,
			destination: item.destination,
			root,
			tags: own,
			standing,
			evidence: [],
		};
	});
	return { images, digest: planDigest(images), refusals };
}

/** Whether every tag of the plan points where it should. */
export function allStand(plan: Plan): boolean {
	return plan.images.every(({ tags }) => tags.every(({ before, after }) => before === after));
}

/** The digest that names a plan: of its tags before and after, in an order that does not depend on the request's. */
export function planDigest(images: readonly Pick<PlannedImage, "destination" | "tags">[]): string {
	const lines = images.flatMap(({ destination, tags }) =>
		tags.map(({ tag, before, after }) =>
			JSON.stringify([tagAddress(destination, tag), before ?? null, after]),
		),
	);
	return digestOf(lines.sort(byCodeUnits).join("\n"));
}

/**
 * The digests of a set: by service, or by destination repository without its host; where one such repository gets
 * several digests, by repository and tag.
 */
export function digestsOf(images: readonly PlannedImage[]): Map<string, string> {
	const groups = Map.groupBy(images, (image) => image.service ?? image.destination.repository);
	const digests = new Map<string, string>();
	for (const [key, group] of groups) {
		const [first] = group;
		if (first === undefined) continue;
		if (group.every(({ root }) => root.digest === first.root.digest)) digests.set(key, first.root.digest);
		else
			for (const { root, tags } of group)
				for (const { tag } of tags) digests.set(`${key}:${tag}`, root.digest);
	}
	return digests;
}

function ownRefusals({ item, source, root, tags }: ResolvedImage): Refusal[] {
	const refusals: Refusal[] = [];
	const { destination } = item;
	if (item.expected !== undefined && item.expected !== root.digest) {
		refusals.push({
			code: "built-digest-differs",
			message: `${source} is ${root.digest}, but what was built and tested is ${item.expected}`,
			hint: "Promote the image of the same run: download its artifacts again, or build again.",
			fault: "refused",
		});
	}
	if (
		isSamePlace(
			item,
			tags.map(({ tag }) => tag),
		)
	) {
		refusals.push({
			code: "same-place",
			message: `${source} would be promoted to where it is`,
			hint: "Name another registry, repository or tag as the destination.",
			fault: "request",
		});
	}
	for (const { tag, before } of tags) {
		if (before === undefined || before === root.digest || mayMove(tag, item.moveTags)) continue;
		refusals.push({
			code: "tag-exists",
			message: `${tagAddress(destination, tag)} exists with another digest: it is ${before}, and ${source} is ${root.digest}`,
			hint: `Choose a new tag. If this one is meant to move, name it in 'move-tags'.`,
			fault: "refused",
		});
	}
	return refusals;
}

/** Every destination tag is the very name that the source is read from. */
function isSamePlace({ source, destination }: PromotionItem, tags: readonly string[]): boolean {
	if (source.digest !== undefined) return false;
	const place = source.kind === "layout" ? layoutRepository(source.path) : source;
	return isSameRepository(place, destination) && tags.every((tag) => tag === source.tag);
}

/** `digests` carries no hosts, so hosts that meet in one name must have one digest. */
function digestRefusals(resolved: readonly ResolvedImage[]): Refusal[] {
	const groups = Map.groupBy(resolved, ({ item }) => item.service ?? item.destination.repository);
	return [...groups].flatMap(([key, group]): Refusal[] => {
		const hosts = new Set(group.map(({ item }) => item.destination.registry));
		const digests = new Set(group.map(({ root }) => root.digest));
		if (hosts.size < 2 || digests.size < 2) return [];
		const places = group.map(({ item, root }) => `${formatReference(item.destination)} (${root.digest})`);
		return [
			{
				code: "digests-differ",
				message: `${key} would get different digests in different registries: ${places.join(", ")}`,
				hint: "Promote them in two steps: the output 'digests' has one digest for a name.",
				fault: "request",
			},
		];
	});
}

function byCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
