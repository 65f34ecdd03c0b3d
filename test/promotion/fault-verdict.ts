import { existsSync, readFileSync } from "node:fs";
import type { Promotion } from "#src/promotion/promotion.js";
import type { EmbeddedRegistry } from "../embedded-registry/server.ts";
import type { FaultSet } from "./fault-set.ts";

/** What a promotion told, held against what the registry shows. Every sentence is a fault of ours. */

/** By address, `registry/repository:tag`. */
export type Tags = Map<string, string | undefined>;

/** The tags of the set as they are, in the repositories below `prefix`. */
export function tagsAt({ images }: FaultSet, to: EmbeddedRegistry, prefix: string): Tags {
	return new Map(
		images.flatMap(({ name, tags }) => {
			const stored = to.stored(`${prefix}/${name}`).tags;
			return tags.map((tag) => [`${to.host}/${prefix}/${name}:${tag}`, stored[tag]] as const);
		}),
	);
}

/** What is not as it must be after a promotion. */
export function unfinished({ images }: FaultSet, to: EmbeddedRegistry, prefix: string): string[] {
	return images.flatMap(({ name, tags, content, signature }) => {
		const { manifests, tags: stored } = to.stored(`${prefix}/${name}`);
		// The registry takes a manifest only with all that it names.
		const missing = [content, signature]
			.flatMap((each) => each.manifests)
			.filter(({ descriptor }) => !manifests.includes(descriptor.digest));
		return [
			...missing.map(({ descriptor }) => `${name} lacks ${descriptor.digest} at the end`),
			...tags.flatMap((tag) =>
				stored[tag] === content.root.digest ? [] : [`${name}:${tag} is ${stored[tag]} at the end`],
			),
		];
	});
}

/** The outcome against what the registry shows now. */
export function lies({ images }: FaultSet, told: Promotion, before: Tags, now: Tags): string[] {
	const residue = new Map(
		told.residue.map((each) => [
			`${each.destination.registry}/${each.destination.repository}:${each.tag}`,
			each.now,
		]),
	);
	const wantedAt = (address: string): string | undefined =>
		images.find(({ name }) => address.includes(`/${name}:`))?.content.root.digest;
	const { kind } = told.outcome;
	const wrong: string[] = [];
	for (const [address, digest] of now) {
		if (kind === "promoted") {
			if (digest !== wantedAt(address)) wrong.push(`promoted, and ${address} is ${digest}`);
			continue;
		}
		const left = residue.get(address);
		if (left === undefined && digest !== before.get(address))
			wrong.push(`${address} is not as before, and not told`);
		if (left?.known === true && digest !== left.digest)
			wrong.push(`${address} is told to be ${left.digest}, and is ${digest}`);
	}
	if (kind === "unchanged" || kind === "planned") wrong.push(`outcome ${kind}`);
	if (kind === "residue" && residue.size === 0) wrong.push("residue without a tag");
	if (kind !== "residue" && residue.size > 0) wrong.push("tags left behind without the outcome residue");
	if (kind === "refused" && told.rolledBack.length > 0) wrong.push("refused, and something was rolled back");
	if (kind !== "promoted" && told.problems.length === 0) wrong.push("no reason");
	return wrong;
}

/** Tags that were moved and that the journal does not name, with what they were before. */
export function forgotten(before: Tags, now: Tags, file: string): string[] {
	const moved = [...now].filter(([address, digest]) => digest !== before.get(address));
	if (moved.length === 0) return [];
	if (!existsSync(file)) return ["tags were moved, and there is no journal"];
	const journal = JSON.parse(readFileSync(file, "utf8")) as {
		images: { destination: string; tags: { tag: string; before: string | null }[] }[];
	};
	const named = new Map<string, string | null>(
		journal.images.flatMap(({ destination, tags }) =>
			tags.map(({ tag, before: was }) => [`${destination}:${tag}`, was] as const),
		),
	);
	return moved.flatMap(([address]) =>
		named.get(address) === (before.get(address) ?? null) ? [] : [`the journal does not name ${address}`],
	);
}
