import type { CopyResult } from "../registry/copy.js";
import { formatReference, type Repository } from "../registry/name.js";
import { allOrFirstError } from "../registry/together.js";
import { type Fault, UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { applyPlan } from "./apply.js";
import { checkEvidence } from "./evidence.js";
import { failureOf } from "./failure.js";
import {
	earlierProblems,
	journalProblems,
	leftOutProblems,
	otherAtWorkProblems,
	reducedProblems,
	residueProblems,
	takenOverProblems,
	unansweredProblems,
} from "./findings.js";
import { isSettledBy, JOURNAL_FILE, type Journal, journalOf, otherPlan, parseJournal } from "./journal.js";
import { failedOutcome, type Outcome } from "./outcome.js";
import { allStand, type Plan, type PlannedImage, planOf } from "./plan.js";
import type { PromotionPorts } from "./ports.js";
import type { PromotionItem, PromotionOptions } from "./request.js";
import { type OpenedImage, resolveImages } from "./resolve.js";
import type { Residue, RolledBack } from "./roll-back.js";
import { surveyImage } from "./survey.js";

/** What became of one image. */
export interface PromotedImage extends PlannedImage {
	status: "planned" | "promoted" | "unchanged" | "failed";
	referrers: readonly { digest: string; artifactType: string | undefined }[];
}

/** How a promotion ended, with everything that is to be told of it. */
export interface Promotion {
	outcome: Outcome;
	/** Undefined where no plan could be made. */
	planDigest: string | undefined;
	images: readonly PromotedImage[];
	bytes: { moved: number; mounted: number; present: number };
	requests: { source: number; destination: number };
	rolledBack: readonly RolledBack[];
	residue: readonly Residue[];
	problems: readonly Problem[];
}

/**
 * Promotes a set: the whole of it or nothing. Failures are outcomes, with their cause; only a defect before the
 * first write is thrown.
 */
export async function promoteSet(
	items: readonly PromotionItem[],
	options: PromotionOptions,
	ports: PromotionPorts,
): Promise<Promotion> {
	const end = (promotion: Partial<Promotion> & Pick<Promotion, "outcome">): Promotion => ({
		planDigest: undefined,
		images: [],
		bytes: { moved: 0, mounted: 0, present: 0 },
		rolledBack: [],
		residue: [],
		...promotion,
		problems: [...(promotion.problems ?? []), ...warnings],
		requests: requestsOf(items, ports),
	});
	/** Told however it ends. */
	const warnings: Problem[] = [];
	let plan: Plan | undefined;
	const refuse = (causes: readonly { cause: Fault; problem: Problem }[]): Promotion =>
		end({
			outcome: { kind: "refused", cause: causes[0]?.cause ?? "outside" },
			planDigest: plan?.digest,
			images:
				plan?.images.map((image) => ({ ...image, referrers: [], status: statusOf(image, "failed") })) ?? [],
			problems: causes.map((each) => each.problem),
		});
	try {
		const { images, failures } = await resolveImages(items, options, ports);
		const defect = failures.find((failure) => !(failure instanceof UserError));
		if (defect !== undefined) throw defect;
		if (failures.length > 0) return refuse(failures.map((failure) => failureOf(failure, ports.signal)));
		plan = planOf(images, options.insecureRegistries);
		warnings.push(...reducedProblems(images));
		const refusals = [...plan.refusals];
		const other =
			options.planDigest === undefined ? undefined : otherPlan(plan, options.planDigest, options.journal);
		if (other !== undefined) {
			refusals.push({
				code: "other-plan",
				message: other,
				hint: "Look at the new plan (dry-run: true), and approve it.",
				fault: "refused",
			});
		}
		if (options.evidence !== undefined) {
			const { concurrency } = options;
			const { client, signal } = ports;
			const checked = await checkEvidence(images, options.evidence, { client, concurrency, signal });
			refusals.push(...checked.refusals);
			warnings.push(...checked.problems);
			const { found } = checked;
			plan = {
				...plan,
				images: plan.images.map((image, index) => ({ ...image, evidence: found[index] ?? [] })),
			};
		}
		const compatible = await options.compatibility?.();
		refusals.push(...(compatible?.refusals ?? []));
		warnings.push(...(compatible?.problems ?? []));
		if (refusals.length > 0) {
			return refuse(
				refusals.map(({ code, message, hint, fault }) => ({
					cause: fault,
					problem: problem("error", code, message, { hint }),
				})),
			);
		}
		for (const line of planLines(plan)) ports.log.info(line);
		if (options.dryRun) return end(await rehearse(plan, images, options, ports));
		return end(await carryOut(plan, images, options, ports));
	} catch (thrown) {
		if (!(thrown instanceof UserError) && !ports.signal.aborted) throw thrown;
		return refuse([failureOf(thrown, ports.signal)]);
	}
}

async function rehearse(
	plan: Plan,
	images: readonly OpenedImage[],
	options: PromotionOptions,
	{ client, signal }: PromotionPorts,
): Promise<Pick<Promotion, "outcome" | "planDigest" | "images">> {
	const told: PromotedImage[] = plan.images.map((image) => ({
		...image,
		referrers: [],
		status: "unchanged",
	}));
	await allOrFirstError([...told.entries()], signal, async ([index, image]) => {
		const opened = images[index]?.opened;
		if (opened === undefined) throw new Error(`image ${index} of the plan has no source`);
		const contents = image.standing && options.heal;
		const { referrers } = options;
		const survey = await surveyImage(opened, image.root, image.destination, client, {
			referrers,
			complete: image.standing && !options.heal,
			contents,
			signal,
		});
		const status = image.standing && !survey.missing ? "unchanged" : "planned";
		told[index] = { ...image, referrers: survey.referrers, status };
	});
	const unchanged = told.every(({ status }) => status === "unchanged");
	return { outcome: { kind: unchanged ? "unchanged" : "planned" }, planDigest: plan.digest, images: told };
}

async function carryOut(
	plan: Plan,
	images: readonly OpenedImage[],
	options: PromotionOptions,
	ports: PromotionPorts,
): Promise<Omit<Promotion, "requests">> {
	const resumed = options.planDigest !== plan.digest && options.planDigest !== undefined && !allStand(plan);
	const journal = resumed && options.journal !== undefined ? options.journal : journalOf(plan);
	const applied = await applyPlan(
		plan,
		images,
		options,
		{ journal, isOwn: journal !== options.journal },
		ports,
	);
	const { failure, undone } = applied;
	const changed = plan.images.some((image, index) => didChange(image, applied.copies[index]));
	const outcome: Outcome =
		failure === undefined
			? { kind: changed ? "promoted" : "unchanged" }
			: failedOutcome(failure.cause, { set: undone.set, residue: undone.residue.length > 0 });
	if (failure === undefined && allStand(plan)) await dropSettledJournal(plan, ports);
	return {
		outcome,
		planDigest: journal.planDigest,
		images: plan.images.map((image, index) => ({
			...image,
			referrers: distinctReferrers(applied.copies[index]),
			// What is attached to an image whose tags stand is not taken back.
			status:
				(failure === undefined || image.standing) && didChange(image, applied.copies[index])
					? "promoted"
					: statusOf(image, failure === undefined ? "promoted" : "failed"),
		})),
		bytes: sumBytes(applied.copies),
		rolledBack: undone.rolledBack,
		residue: undone.residue,
		problems: [
			...(failure === undefined
				? []
				: [failure.problem, ...otherAtWorkProblems(failure.problem, undone.rolledBack)]),
			...residueProblems(undone.residue),
			...takenOverProblems(undone.others),
			...unansweredProblems(undone.unanswered),
			...earlierProblems(applied.earlier),
			...applied.copies.flatMap((copy, index) => leftOutProblems(plan.images[index]?.source ?? "", copy)),
			...journalProblems(applied.journalLeft),
		],
	};
}

/** A journal that was left here and whose tags all stand now has done its duty. */
async function dropSettledJournal(plan: Plan, { journal, log }: PromotionPorts): Promise<void> {
	let text: string | undefined;
	let left: Journal;
	try {
		text = await journal.read();
		if (text === undefined) return;
		left = parseJournal(text, JOURNAL_FILE);
	} catch {
		return;
	}
	if (!isSettledBy(left, plan)) return;
	await journal.remove(text).then(
		() => log.info(`${JOURNAL_FILE} removed: all its tags stand`),
		() => undefined,
	);
}

function statusOf(image: PlannedImage, otherwise: PromotedImage["status"]): PromotedImage["status"] {
	return image.standing ? "unchanged" : otherwise;
}

function didChange(image: PlannedImage, copy: CopyResult | undefined): boolean {
	return copy?.changed === true || image.tags.some(({ before, after }) => before !== after);
}

function planLines(plan: Plan): string[] {
	return plan.images.map(({ source, destination, root, tags }) => {
		const told = tags.map(({ tag, before, after }) =>
			before === after ? `${tag} (stands)` : `${tag} (${before === undefined ? "new" : `from ${before}`})`,
		);
		return `plan: ${source} → ${formatReference(destination)}@${root.digest}: ${told.join(", ") || "no further tag"}`;
	});
}

function distinctReferrers(copy: CopyResult | undefined): PromotedImage["referrers"] {
	const found = new Map((copy?.referrers ?? []).map((each) => [each.digest, each.artifactType]));
	return [...found].map(([digest, artifactType]) => ({ digest, artifactType }));
}

function sumBytes(copies: readonly (CopyResult | undefined)[]): Promotion["bytes"] {
	const sum = { moved: 0, mounted: 0, present: 0 };
	for (const copy of copies) {
		sum.moved += copy?.bytes.moved ?? 0;
		sum.mounted += copy?.bytes.mounted ?? 0;
		sum.present += copy?.bytes.present ?? 0;
	}
	return sum;
}

/** Each repository counts for one side, all but those that are only read from for the destination's. */
function requestsOf(items: readonly PromotionItem[], { client }: PromotionPorts): Promotion["requests"] {
	const destinations = repositories(items.map(({ destination }) => destination));
	const sources = repositories(items.flatMap(({ source }) => (source.kind === "registry" ? [source] : [])));
	let source = 0;
	for (const [name, repository] of sources)
		if (!destinations.has(name)) source += client.requests(repository);
	return { source, destination: client.requests() - source };
}

function repositories(all: readonly Repository[]): Map<string, Repository> {
	return new Map(
		all.map(({ registry, repository }) => [`${registry}/${repository}`, { registry, repository }] as const),
	);
}
