import { z } from "zod";
import { isDigest } from "../registry/digest.js";
import { formatReference, isTag, parseDestination } from "../registry/name.js";
import { UserError } from "../runner/errors.js";
import { type Plan, planDigest } from "./plan.js";
import { tagAddress } from "./request.js";

/**
 * The journal of a promotion: every tag that it is about to set, with its digest before and after. It is written
 * before the first tag is set and removed when all tags stand, so that a process that is killed leaves word of
 * what it may have moved. Pure.
 */

/** In the working directory. */
export const JOURNAL_FILE = "sluice-promotion.journal.json";

/** The largest journal that is read, in bytes. */
export const JOURNAL_LIMIT = 16 * 1024 * 1024;

const digest = z.string().refine(isDigest, "is no digest");

export const journalSchema = z.strictObject({
	schema: z.literal("promotion-journal.v1"),
	planDigest: digest,
	images: z.array(
		z.strictObject({
			source: z.string(),
			destination: z.string().describe("registry/repository, or oci-layout:PATH"),
			digest,
			tags: z.array(
				z.strictObject({
					tag: z.string().refine(isTag, "is no tag"),
					before: digest.nullable().describe("null where the tag did not exist."),
					after: digest,
				}),
			),
		}),
	),
});

export type Journal = z.infer<typeof journalSchema>;

/** The journal of a plan. */
export function journalOf(plan: Plan): Journal {
	return {
		schema: "promotion-journal.v1",
		planDigest: plan.digest,
		images: plan.images
			.filter(({ tags }) => tags.length > 0)
			.map(({ source, destination, root, tags }) => ({
				source,
				destination: formatReference(destination),
				digest: root.digest,
				tags: tags.map(({ tag, before, after }) => ({ tag, before: before ?? null, after })),
			})),
	};
}

/** The file's text. */
export function journalText(journal: Journal): string {
	return `${JSON.stringify(journal, null, "\t")}\n`;
}

/**
 * A journal from its file. Its plan digest must be that of its own tags.
 * @throws UserError `invalid-journal`
 */
export function parseJournal(text: string, file: string): Journal {
	const wrong = (reason: string, cause?: unknown) =>
		new UserError("invalid-journal", `${file} is no journal of a promotion: ${reason}`, {
			file,
			cause,
			hint: `Give the file ${JOURNAL_FILE} that the promotion left, as it was.`,
		});
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw wrong("it is not JSON", cause);
	}
	const parsed = journalSchema.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw wrong(`${issue?.path.join(".") ?? ""} ${issue?.message ?? "it is of another form"}`.trim());
	}
	const images = parsed.data.images.map(({ destination, tags }) => ({
		destination: parseDestination(destination),
		tags: tags.map(({ tag, before, after }) => ({
			tag,
			before: before ?? undefined,
			after,
			mayStay: before === null,
		})),
	}));
	if (planDigest(images) !== parsed.data.planDigest) throw wrong("its plan digest is not that of its tags");
	return parsed.data;
}

/** The tags of a journal by address. */
function tagsOf(journal: Journal): Map<string, { before: string | null; after: string }> {
	return new Map(
		journal.images.flatMap(({ destination, tags }) =>
			tags.map(({ tag, before, after }) => [
				tagAddress(parseDestination(destination), tag),
				{ before, after },
			]),
		),
	);
}

/** Whether a journal is of the same tags and digests as a plan, and each tag is as before or as after in it. */
export function continues(journal: Journal, plan: Plan): boolean {
	const known = tagsOf(journal);
	const tags = plan.images.flatMap(({ destination, tags }) =>
		tags.map((tag) => ({ ...tag, address: tagAddress(destination, tag.tag) })),
	);
	return (
		tags.length === known.size &&
		tags.every(({ address, before, after }) => {
			const entry = known.get(address);
			return entry?.after === after && ((before ?? null) === entry.before || before === after);
		})
	);
}

/** Whether everything that a journal is about stands by this plan, so that the journal has done its duty. */
export function isSettledBy(journal: Journal, plan: Plan): boolean {
	const standing = new Set(
		plan.images.flatMap(({ destination, tags }) =>
			tags
				.filter(({ before, after }) => before === after)
				.map(({ tag, after }) => `${tagAddress(destination, tag)} ${after}`),
		),
	);
	return [...tagsOf(journal)].every(([address, { after }]) => standing.has(`${address} ${after}`));
}

/** Whether a plan sets every tag that a journal is about, so that it may take the journal's place. */
export function isReplacedBy(journal: Journal, plan: Plan): boolean {
	const own = new Set(
		plan.images.flatMap(({ destination, tags }) => tags.map(({ tag }) => tagAddress(destination, tag))),
	);
	return [...tagsOf(journal).keys()].every((address) => own.has(address));
}

/**
 * Why a plan is not the one that was approved; undefined where it may be applied. `approved` is the digest of the
 * only plan that may be applied.
 */
export function otherPlan(plan: Plan, approved: string, journal: Journal | undefined): string | undefined {
	if (plan.digest === approved) return undefined;
	if (plan.images.every(({ tags }) => tags.every(({ before, after }) => before === after))) return undefined;
	if (journal === undefined)
		return `The plan is another one now: its digest is ${plan.digest}, and ${approved} was approved`;
	if (journal.planDigest !== approved)
		return `The journal is of the plan ${journal.planDigest}, and ${approved} was approved`;
	if (continues(journal, plan)) return undefined;
	return `The tags are neither as before nor as after in the journal of the plan ${approved}`;
}
