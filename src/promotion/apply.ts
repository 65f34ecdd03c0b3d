import { type CopyResult, copyContents } from "../registry/copy.js";
import { createCopySession } from "../registry/copy-session.js";
import type { Manifest } from "../registry/manifest.js";
import { formatReference } from "../registry/name.js";
import { SpareUploads } from "../registry/spare-uploads.js";
import { allOrFirstError } from "../registry/together.js";
import { UserError } from "../runner/errors.js";
import { describeFailure } from "../runner/failure.js";
import { failureOf, onSide, type PromotionFailure } from "./failure.js";
import {
	asideName,
	continued,
	type EarlierMove,
	earlierMoves,
	isReplacedBy,
	JOURNAL_FILE,
	type Journal,
	journalText,
	parseJournal,
} from "./journal.js";
import type { Plan, PlannedImage } from "./plan.js";
import type { PromotionPorts } from "./ports.js";
import type { PromotionOptions } from "./request.js";
import type { OpenedImage } from "./resolve.js";
import { rollBack, type Undone } from "./roll-back.js";
import { setTags, type TagPorts, type TagWrite } from "./set-tags.js";

export interface Applied {
	/** By the plan's images; undefined where the contents were not completed. */
	copies: (CopyResult | undefined)[];
	failure: PromotionFailure | undefined;
	undone: Undone;
	/** After a failure: tags that stand because a promotion which was cut off has moved them. */
	earlier: readonly EarlierMove[];
	/** All tags stand, but the journal could not be removed. */
	journalLeft: unknown;
}

const NOTHING: Undone = { set: false, rolledBack: [], residue: [], others: [], unanswered: [] };
const DONE = { failure: undefined, undone: NOTHING, earlier: [], journalLeft: undefined };

/**
 * Carries a plan out: the contents of the whole set, then the journal, then all tags of all images. On a failure,
 * or when the process is told to stop, the tags that still hold what we wrote are put back.
 * `journal` is what is written; `isOwn` tells a fresh one from that of the promotion that is gone on with.
 */
export async function applyPlan(
	plan: Plan,
	images: readonly OpenedImage[],
	options: PromotionOptions,
	{ journal, isOwn }: { journal: Journal; isOwn: boolean },
	ports: PromotionPorts,
): Promise<Applied> {
	const { client, signal, log, sleep } = ports;
	const copies: (CopyResult | undefined)[] = plan.images.map(() => undefined);
	const { concurrency } = options;
	const tagPorts: TagPorts = { client, concurrency, log: (text) => log.info(text), sleep };
	const spareUploads = new SpareUploads();
	let writes: TagWrite[] = [];
	let earlier: EarlierMove[] | undefined;
	let written: string | undefined;
	let isSettled = false;
	try {
		const old = await prepare(plan, options, spareUploads, ports);
		await copyAll(plan, images, { ...options, spareUploads }, copies, ports);
		await giveUp(spareUploads, client);
		const due = plan.images.some(({ tags }) => tags.some(({ before, after }) => before !== after));
		if (!due) return { ...DONE, copies };
		writes = await tagWrites(plan, images, old);
		signal.throwIfAborted();
		earlier = await keepEarlier(plan, ports);
		const text = journalText(isOwn ? continued(journal, earlier) : journal);
		await ports.journal.write(text);
		written = text;
		await setTags(writes, signal, tagPorts);
		isSettled = true;
		await ports.journal.remove(text);
		return { ...DONE, copies };
	} catch (thrown) {
		if (isSettled) return { ...DONE, copies, journalLeft: thrown };
		const failure = failureOf(thrown, signal);
		const isOurs = !(thrown instanceof UserError) && !signal.aborted;
		log.warning(isOurs ? describeFailure(thrown).text : failure.problem.message);
		const undone = await rollBack(writes, options.onFailure, tagPorts);
		await giveUp(spareUploads, client);
		earlier ??= await movedEarlier(plan, ports);
		// A journal of tags that are all as before tells nothing, and would be taken for one that was cut off.
		const open = [undone.residue, undone.others, undone.unanswered, earlier];
		const isClean = open.every((each) => each.length === 0);
		if (written !== undefined && isOwn && isClean) await ports.journal.remove(written).catch(() => undefined);
		return { copies, failure, undone, earlier, journalLeft: undefined };
	}
}

/**
 * A journal that was left may be all that tells what its promotion has moved. Of the same tags, that goes on into
 * the next journal, and is returned; another one is not written over.
 */
async function keepEarlier(plan: Plan, { journal, log }: PromotionPorts): Promise<EarlierMove[]> {
	const text = await journal.read();
	if (text === undefined) return [];
	try {
		const left = parseJournal(text, JOURNAL_FILE);
		if (isReplacedBy(left, plan)) return earlierMoves(left, plan);
	} catch {
		// What can't be read is kept as well.
	}
	const name = asideName(text);
	await journal.setAside(name);
	log.warning(`${JOURNAL_FILE} was of another promotion, not all of whose tags stand: it is kept as ${name}`);
	return [];
}

/** The same of the journal that lies here, which stays; nothing where that can't be told. */
async function movedEarlier(plan: Plan, { journal }: PromotionPorts): Promise<EarlierMove[]> {
	try {
		const text = await journal.read();
		return text === undefined ? [] : earlierMoves(parseJournal(text, JOURNAL_FILE), plan);
	} catch {
		return [];
	}
}

/**
 * Proves that every destination that gets something may be written to, by an upload that its first blob will use,
 * and fetches what moving tags hold now: a roll-back puts these bytes back, so they must be had before.
 */
async function prepare(
	plan: Plan,
	options: PromotionOptions,
	spareUploads: SpareUploads,
	{ client, signal }: PromotionPorts,
): Promise<Map<string, Manifest>> {
	const old = new Map<string, Manifest>();
	const changing = plan.images.filter(({ tags }) => tags.some(({ before, after }) => before !== after));
	const repositories = new Map(
		changing.map(({ destination }) => [formatReference(destination), destination] as const),
	);
	const looks = [...repositories.values()].map(
		(destination) => async () => spareUploads.add(destination, await client.startUpload(destination)),
	);
	if (options.onFailure === "roll-back") {
		for (const { destination, tags } of changing) {
			for (const { before, after } of tags) {
				if (before === undefined || before === after) continue;
				const ref = { ...destination, digest: before };
				looks.push(async () => void old.set(formatReference(ref), await client.getManifest(ref)));
			}
		}
	}
	try {
		await allOrFirstError(looks, signal, async (look) => look());
	} catch (thrown) {
		throw onSide(thrown, "destination");
	}
	return old;
}

async function copyAll(
	plan: Plan,
	images: readonly OpenedImage[],
	options: PromotionOptions & { spareUploads: SpareUploads },
	copies: (CopyResult | undefined)[],
	{ client, signal, log, progress }: PromotionPorts,
): Promise<void> {
	const session = createCopySession({
		client,
		limit: options.concurrency,
		progress,
		spareUploads: options.spareUploads,
	});
	await allOrFirstError([...plan.images.entries()], signal, async ([index, image], stop) => {
		const opened = images[index]?.opened;
		if (opened === undefined) throw new Error(`image ${index} of the plan has no source`);
		const copy = await copyContents(opened, image.root, image.destination, {
			session,
			complete: image.standing && !options.heal,
			referrers: options.referrers,
			signal: stop,
		});
		copies[index] = copy;
		log.info(copyLine(image, copy));
	});
}

/** Uploads that no blob needed, or that a failure left. */
async function giveUp(spareUploads: SpareUploads, client: PromotionPorts["client"]): Promise<void> {
	await Promise.allSettled(spareUploads.takeAll().map(({ to, session }) => client.cancelUpload(to, session)));
}

function copyLine({ source, destination, root }: PlannedImage, { bytes, referrers }: CopyResult): string {
	const parts = [`${bytes.moved} bytes moved`, `${bytes.mounted} mounted`, `${bytes.present} present`];
	if (referrers.length > 0) parts.push(`${referrers.length} referrers`);
	return `${source} → ${formatReference(destination)}@${root.digest}: ${parts.join(", ")}`;
}

async function tagWrites(
	plan: Plan,
	images: readonly OpenedImage[],
	old: ReadonlyMap<string, Manifest>,
): Promise<TagWrite[]> {
	const writes: TagWrite[] = [];
	for (const [index, { destination, root, tags }] of plan.images.entries()) {
		if (tags.length === 0) continue;
		const manifest = await images[index]?.opened.manifest(root.digest);
		if (manifest === undefined)
			throw new UserError("not-found", `The manifest ${root.digest} is gone from its source`);
		for (const tag of tags) {
			const before =
				tag.before === undefined
					? undefined
					: old.get(formatReference({ ...destination, digest: tag.before }));
			writes.push({ destination, tag, manifest, old: before, state: "none" });
		}
	}
	return writes;
}
