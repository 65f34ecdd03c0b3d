import type { RegistryClient } from "../registry/client.js";
import { isDigestOf } from "../registry/digest.js";
import { createLimit } from "../registry/limit.js";
import type { Manifest } from "../registry/manifest.js";
import { isLayout, type Repository } from "../registry/name.js";
import { RegistryError } from "../registry/registry-error.js";
import { allOrFirstError } from "../registry/together.js";
import { UserError } from "../runner/errors.js";
import type { PlannedTag } from "./plan.js";
import { tagAddress } from "./request.js";

/** A tag that is to stand, with what is needed to set it and to put it back. */
export interface TagWrite {
	destination: Repository;
	tag: PlannedTag;
	/** Of the wanted digest. */
	manifest: Manifest;
	/** What the tag held before; undefined: there was no tag, or nothing is put back on a failure. */
	old: Manifest | undefined;
	/**
	 * `none`: we have sent nothing. `sent`: we have, and do not know what became of it. `denied`: the registry said
	 * no. `set`: it has pointed at our digest.
	 */
	state: "none" | "sent" | "denied" | "set";
}

export interface TagPorts {
	client: Pick<RegistryClient, "headManifest" | "putManifest" | "deleteTag">;
	concurrency: number;
	log: (message: string) => void;
	/** Waits so many milliseconds. */
	sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Before each further look at a tag that still shows what it was before it was written, in milliseconds. Registries
 * that answer from copies or caches are late; GitHub kills a cancelled job ten seconds after it has told it.
 */
const LATE_ANSWERS = [100, 300, 900] as const;

/**
 * What a tag points at; undefined: there is no such tag. A registry that names our bytes by another algorithm points
 * at ours.
 */
export async function lookAt(
	{ destination, tag, manifest, old }: TagWrite,
	client: TagPorts["client"],
): Promise<string | undefined> {
	const now = (await client.headManifest({ ...destination, tag: tag.tag }))?.digest;
	if (now === undefined || now === tag.after || now === tag.before) return now;
	if (isDigestOf(now, manifest.body)) return tag.after;
	return old !== undefined && isDigestOf(now, old.body) ? tag.before : now;
}

/** The same after the tag was written: while it shows `stale`, it is looked at again. */
export async function lookPast(
	stale: string | undefined,
	write: TagWrite,
	{ client, sleep }: TagPorts,
): Promise<string | undefined> {
	let now = await lookAt(write, client);
	for (const wait of LATE_ANSWERS) {
		if (now !== stale) break;
		await sleep(wait);
		now = await lookAt(write, client);
	}
	return now;
}

/**
 * Sets the tags, those that can surely be put back first, and looks at each before and after, and at all of them
 * at the end. The first failure stops the rest; nothing runs on when it is thrown. What was done stands in `state`.
 * @throws UserError `tag-moved`; RegistryError
 */
export async function setTags(
	writes: readonly TagWrite[],
	signal: AbortSignal,
	ports: TagPorts,
): Promise<void> {
	const limit = createLimit(ports.concurrency);
	const due = writes.filter(({ tag }) => tag.before !== tag.after);
	const waves = [due.filter(({ tag }) => !tag.mayStay), due.filter(({ tag }) => tag.mayStay)];
	for (const wave of waves) {
		await allOrFirstError(wave, signal, (write, stop) => limit(() => setTag(write, stop, ports)));
	}
	// From here on all tags are set: being told to stop now would undo what only has to be looked at.
	await allOrFirstError(writes, undefined, (write) =>
		limit(async () => {
			const { before, after } = write.tag;
			const now = before === after ? await lookAt(write, ports.client) : await lookPast(before, write, ports);
			if (now !== after) throw moved(write, now);
		}),
	);
}

async function setTag(write: TagWrite, stop: AbortSignal, ports: TagPorts): Promise<void> {
	const { client, log } = ports;
	const { destination, tag, manifest } = write;
	stop.throwIfAborted();
	const now = await lookAt(write, client);
	if (now === tag.after) return;
	if (now !== tag.before) throw moved(write, now);
	stop.throwIfAborted();
	write.state = "sent";
	try {
		const ref = { ...destination, tag: tag.tag, digest: manifest.digest };
		await client.putManifest(ref, manifest.body, manifest.mediaType, {
			beforeRetry: async () => {
				const meanwhile = await lookAt(write, client);
				if (meanwhile !== tag.before && meanwhile !== tag.after) throw moved(write, meanwhile);
			},
		});
		write.state = "set";
	} catch (failure) {
		// The answer may have been lost, not the request: what the tag says now is what counts.
		const isSet = (await lookAfterFailure(write, client)) === tag.after;
		if (isSet) write.state = "set";
		else if (isLayout(destination) || isAnswer(failure)) write.state = "denied";
		if (!isSet) throw failure;
	}
	const after = await lookPast(tag.before, write, ports);
	if (after !== tag.after) throw moved(write, after);
	log(`tag ${tagAddress(destination, tag.tag)}: ${tag.before ?? "new"} → ${tag.after}`);
}

/** Whether it was the registry itself that said no: a proxy that gave up waiting does not know. */
function isAnswer(failure: unknown): boolean {
	return failure instanceof RegistryError && failure.status !== undefined && !GATEWAY.has(failure.status);
}

/** 502 Bad Gateway, 504 Gateway Timeout. */
const GATEWAY: ReadonlySet<number> = new Set([502, 504]);

/** The failure that came first is the one to tell, so one of this look is not. */
async function lookAfterFailure(write: TagWrite, client: TagPorts["client"]): Promise<string | undefined> {
	try {
		return await lookAt(write, client);
	} catch {
		return undefined;
	}
}

function moved({ destination, tag }: TagWrite, now: string | undefined): UserError {
	const address = tagAddress(destination, tag.tag);
	const what = now === undefined ? "was deleted" : `now is ${now}`;
	return new UserError(
		"tag-moved",
		`Somebody else changed ${address} in the meantime: it ${what}, and was to become ${tag.after}`,
		{
			fault: "refused",
			hint: "Run one promotion at a time (GitHub's 'concurrency:' does that for workflows), and run this one again.",
		},
	);
}
