import { createLimit } from "../registry/limit.js";
import type { Repository } from "../registry/name.js";
import { errorMessage } from "../runner/errors.js";
import { tagAddress } from "./request.js";
import { lookAt, lookPast, type TagPorts, type TagWrite } from "./set-tags.js";

/** A tag that was put back. */
export interface RolledBack {
	destination: Repository;
	tag: string;
}

/** A tag that is not as before, through us. */
export interface Residue extends RolledBack {
	before: string | undefined;
	/** Where it points now; undefined: nowhere. */
	now: { known: true; digest: string | undefined } | { known: false };
	why: string;
}

/** A tag that we set and that no longer holds what we wrote, though we have not put it back. */
export interface TakenOver {
	address: string;
	/** It shows what it was before: somebody has put it back, or its registry answers late for long. */
	isAsBefore: boolean;
}

export interface Undone {
	/** At least one tag was set by us, for however short a time. */
	set: boolean;
	rolledBack: RolledBack[];
	residue: Residue[];
	/** Tags that we set and somebody else changed since: they are theirs now. */
	others: TakenOver[];
	/** Addresses of tags that are as before, though what was sent to set them was never answered: it may come yet. */
	unanswered: string[];
}

type Fate =
	| { kind: "never-set"; isAnswered: boolean }
	| { kind: "others"; isAsBefore: boolean }
	| { kind: "restored" }
	| { kind: "left"; now: Residue["now"]; why: string };

/**
 * Puts back the tags that still hold what we wrote, or with `leave` only says which they are. A new tag is deleted
 * by its name, never by digest, which would take other tags along. It never throws: what can't be put back is
 * residue.
 */
export async function rollBack(
	writes: readonly TagWrite[],
	how: "roll-back" | "leave",
	ports: TagPorts,
): Promise<Undone> {
	const undone: Undone = { set: false, rolledBack: [], residue: [], others: [], unanswered: [] };
	const limit = createLimit(ports.concurrency);
	const touched = writes.filter(({ state }) => state !== "none");
	const fates = await Promise.all(touched.map((write) => limit(() => undo(write, how, ports))));
	for (const [index, write] of touched.entries()) {
		const { destination, tag } = write;
		const fate = fates[index] ?? { kind: "never-set", isAnswered: true };
		const address = tagAddress(destination, tag.tag);
		if (fate.kind === "never-set") {
			if (!fate.isAnswered) undone.unanswered.push(address);
			continue;
		}
		undone.set = true;
		const place = { destination, tag: tag.tag };
		if (fate.kind === "restored") {
			undone.rolledBack.push(place);
			ports.log(`rolled back ${address}: ${tag.before ?? "deleted again"}`);
		} else if (fate.kind === "others") undone.others.push({ address, isAsBefore: fate.isAsBefore });
		else {
			undone.residue.push({ ...place, before: tag.before, now: fate.now, why: fate.why });
			ports.log(`left behind ${address}: ${fate.why}`);
		}
	}
	return undone;
}

async function undo(write: TagWrite, how: "roll-back" | "leave", ports: TagPorts): Promise<Fate> {
	const { tag } = write;
	let now: string | undefined;
	try {
		now = await (write.state === "set" ? lookPast(tag.before, write, ports) : lookAt(write, ports.client));
	} catch (failure) {
		return { kind: "left", now: { known: false }, why: unseen(failure) };
	}
	if (now === tag.before && write.state !== "set")
		return { kind: "never-set", isAnswered: write.state === "denied" };
	if (now !== tag.after) return { kind: "others", isAsBefore: now === tag.before };
	const left = (why: string, digest: string | undefined = now): Fate => ({
		kind: "left",
		now: { known: true, digest },
		why,
	});
	if (how === "leave") return left("on-failure is leave");
	let why: string | undefined;
	try {
		why = await restore(write, ports);
	} catch (failure) {
		why = withoutStop(failure);
	}
	try {
		const after = await (why === undefined ? lookPast(tag.after, write, ports) : lookAt(write, ports.client));
		if (after === tag.before) return { kind: "restored" };
		if (after !== tag.after) return { kind: "others", isAsBefore: false };
		return left(why ?? "the registry keeps it", after);
	} catch (failure) {
		return { kind: "left", now: { known: false }, why: unseen(failure) };
	}
}

/** A failure's message, for the middle of a sentence. */
function withoutStop(failure: unknown): string {
	return errorMessage(failure).replace(/\.$/, "");
}

function unseen(failure: unknown): string {
	return `it can't be looked at: ${withoutStop(failure)}`;
}

/** Returns why it could not be done, where the registry says so without an error. */
async function restore(write: TagWrite, { client }: TagPorts): Promise<string | undefined> {
	const { destination, tag, old } = write;
	const ref = { ...destination, tag: tag.tag };
	if (tag.before === undefined) {
		const deletion = await client.deleteTag(ref);
		return deletion === "unsupported" ? "it is new, and the registry deletes no tags" : undefined;
	}
	if (old === undefined) return "what it held before was not fetched";
	await client.putManifest({ ...ref, digest: old.digest }, old.body, old.mediaType, {
		beforeRetry: async () => {
			const now = await lookAt(write, client);
			if (now !== tag.before && now !== tag.after) throw new Error("somebody else has changed it");
		},
	});
	return undefined;
}
