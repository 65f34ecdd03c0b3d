import type { Catalogue } from "../../catalog/service.js";
import type { CoveredFile } from "../../evidence/covered-file.js";
import type { Ratio } from "../../evidence/evidence.js";
import { figures } from "../../evidence/figures.js";
import { mergeCounts, mergeCoverage } from "../../evidence/merge.js";
import { UserError } from "../../runner/errors.js";
import type { Base } from "./bases.js";
import type { DueService } from "./due.js";
import { missingLegs } from "./legs.js";
import { type EvidenceFile, selectEvidence } from "./match.js";

/**
 * The base's figures, which a ratchet holds to and the summary compares with: from evidence, with all its legs, of the newest ancestor
 * that has some of the service. Pure but for its ports.
 */

export type BaseFigure =
	| {
			kind: "known";
			commit: string;
			/** Null where it tells of no coverage: only where no ratchet asks for it. */
			lines: Ratio | null;
			/** Of the levels whose evidence is whole. */
			levels: ReadonlyMap<string, { tests: number | null; lines: Ratio | null }>;
	  }
	/** This change introduces the ratchet or the service. */
	| { kind: "none"; why: string }
	| { kind: "missing"; why: string };

export interface BaseEvidenceQuestion {
	services: readonly DueService[];
	/** What the globs of `base-evidence` found. */
	files: readonly EvidenceFile[];
	/** The commit that is judged: without a ratchet its own evidence is no base. */
	head: string;
	repository: string | undefined;
	/** What a service is compared with. */
	baseOf(service: string): Base;
	/** The commit before the head's: where there is no base, the newest of its ancestors counts. */
	before: string | undefined;
	/** Whether the input asks for a ratchet: then no change introduces it. */
	byInput: boolean;
	ports: {
		newestAncestor(start: string, wanted: ReadonlySet<string>): Promise<string | undefined>;
		catalogueOf(commit: string): Promise<Catalogue>;
	};
}

type Read = Extract<EvidenceFile, { kind: "read" }>;

/** By service: what its ratchet holds to; of one without a ratchet only where there is evidence of other commits. */
export async function baseFigures(question: BaseEvidenceQuestion): Promise<ReadonlyMap<string, BaseFigure>> {
	const found = new Map<string, BaseFigure>();
	const readable = question.files.filter((each): each is Read => each.kind === "read");
	const byService = Map.groupBy(readable, ({ evidence }) => evidence.service);
	const catalogues = remembered(question.ports.catalogueOf);
	const newest = rememberedNewest(question);
	for (const service of question.services) {
		// A service that this change renames left its evidence under the old name.
		const files = [service.name, ...service.formerly].flatMap((name) => byService.get(name) ?? []);
		const others = files.filter(({ evidence }) => evidence.commit !== question.head);
		const isHeld = hasRatchet(service);
		if (!isHeld && others.length === 0) continue;
		const figure = await baseFigure(question, service, isHeld ? files : others, { catalogues, newest });
		if (isHeld || figure.kind === "known") found.set(service.name, figure);
	}
	return found;
}

interface Known {
	catalogues(commit: string): Promise<Catalogue | undefined>;
	newest(start: string, wanted: ReadonlySet<string>): Promise<string | undefined>;
}

function hasRatchet({ bars }: DueService): boolean {
	return typeof bars.ratchet === "number";
}

async function baseFigure(
	question: BaseEvidenceQuestion,
	service: DueService,
	all: readonly Read[],
	known: Known,
): Promise<BaseFigure> {
	const covering = all.filter(({ evidence }) => evidence.declares.coverage || evidence.coverage !== null);
	const files = covering.length > 0 || hasRatchet(service) ? covering : all;
	const base = question.baseOf(service.name);
	if (base.kind === "unknown") return { kind: "missing", why: base.why };
	const start = base.kind === "commit" ? base.commit : question.before;
	if (start === undefined) return { kind: "none", why: "there is no commit before this one" };
	const commit = await known.newest(start, new Set(files.map(({ evidence }) => evidence.commit)));
	if (commit === undefined) {
		const before = await known.catalogues(start);
		const introduced = before === undefined ? undefined : introducedSince(before, service, question.byInput);
		return introduced === undefined
			? { kind: "missing", why: `no evidence of ${start.slice(0, 12)} or a commit before it is here` }
			: { kind: "none", why: introduced };
	}
	const own = files.filter(({ evidence }) => evidence.commit === commit);
	const at = commit.slice(0, 12);
	const selection = selectEvidence(own, {
		commit,
		repository: question.repository,
		run: undefined,
		attempt: 1,
	});
	const [flaw] = [...selection.reasons, ...missingLegs({ legs: selection.legs, needs: undefined })];
	if (flaw !== undefined)
		return { kind: "missing", why: `the evidence of ${at} is not whole: ${flaw.message}` };
	const lost = lostLevel(await known.catalogues(commit), service, selection.legs);
	if (lost !== undefined) return { kind: "missing", why: `${at} has no evidence of level '${lost}'` };
	let lines: Ratio;
	try {
		({ lines } = figures(
			mergeCoverage(selection.legs.map(({ evidence }) => evidence.coverage?.files ?? [])),
		));
	} catch (thrown) {
		if (!(thrown instanceof UserError) || thrown.code !== "report-of-another-commit") throw thrown;
		return { kind: "missing", why: `the evidence of ${at} can't be united: ${thrown.message}` };
	}
	if (lines.total === 0 && hasRatchet(service))
		return { kind: "missing", why: `the evidence of ${at} tells of no coverage` };
	const levels = levelFigures(question, commit, all);
	return { kind: "known", commit, lines: lines.total === 0 ? null : lines, levels };
}

/** What is told of a level hangs on no other: one that is not whole is left out. */
function levelFigures(
	{ repository }: BaseEvidenceQuestion,
	commit: string,
	all: readonly Read[],
): Extract<BaseFigure, { kind: "known" }>["levels"] {
	const levels = new Map<string, { tests: number | null; lines: Ratio | null }>();
	const own = all.filter(({ evidence }) => evidence.commit === commit);
	const { legs, reasons } = selectEvidence(own, { commit, repository, run: undefined, attempt: 1 });
	const contradicted = new Set(reasons.map(({ level }) => level));
	for (const [level, found] of Map.groupBy(legs, ({ evidence }) => evidence.level)) {
		if (contradicted.has(level) || missingLegs({ legs: found, needs: undefined }).length > 0) continue;
		const counts = found.flatMap(({ evidence }) => evidence.tests ?? []);
		const files = found.flatMap(({ evidence }) =>
			evidence.coverage === null ? [] : [evidence.coverage.files],
		);
		levels.set(level, {
			tests: counts.length === 0 ? null : mergeCounts(counts).total,
			lines: files.length === 0 ? null : linesOf(files),
		});
	}
	return levels;
}

/** Null where reports of two states of a file can't be united. */
function linesOf(files: readonly (readonly CoveredFile[])[]): Ratio | null {
	try {
		return figures(mergeCoverage(files)).lines;
	} catch (thrown) {
		if (!(thrown instanceof UserError) || thrown.code !== "report-of-another-commit") throw thrown;
		return null;
	}
}

/** Why there is nothing to hold to; undefined where there should be. */
function introducedSince(before: Catalogue, service: DueService, byInput: boolean): string | undefined {
	const old = before.declared ? serviceIn(before, service) : undefined;
	if (before.declared && old === undefined) return "this change introduces the service";
	if (byInput) return undefined;
	const ratchet = old?.thresholds?.ratchet ?? before.settings.gate?.thresholds?.ratchet;
	return ratchet === undefined || ratchet === false ? "this change introduces the ratchet" : undefined;
}

function serviceIn(catalogue: Catalogue, { name, path, formerly }: DueService) {
	return (
		catalogue.services.find((each) => each.path === path) ??
		catalogue.services.find((each) => formerly.includes(each.name)) ??
		catalogue.services.find((each) => each.name === name)
	);
}

/** A level that declared coverage then, and of which nothing is here. */
function lostLevel(
	catalogue: Catalogue | undefined,
	service: DueService,
	legs: readonly { evidence: { level: string } }[],
): string | undefined {
	const there = new Set(legs.map(({ evidence }) => evidence.level));
	const old = catalogue?.declared === true ? serviceIn(catalogue, service) : undefined;
	return old?.levels.find(({ level, coverage }) => coverage.length > 0 && !there.has(level))?.level;
}

/** Undefined where the files of a commit can't be read: then nothing shows that a change introduces anything. */
function remembered(
	catalogueOf: (commit: string) => Promise<Catalogue>,
): (commit: string) => Promise<Catalogue | undefined> {
	const known = new Map<string, Promise<Catalogue | undefined>>();
	return (commit) => {
		const found = known.get(commit) ?? catalogueOf(commit).catch(() => undefined);
		known.set(commit, found);
		return found;
	};
}

function rememberedNewest({ ports }: BaseEvidenceQuestion): Known["newest"] {
	const known = new Map<string, Promise<string | undefined>>();
	return (start, wanted) => {
		if (wanted.size === 0) return Promise.resolve(undefined);
		const key = [start, ...[...wanted].sort()].join(" ");
		const found = known.get(key) ?? ports.newestAncestor(start, wanted);
		known.set(key, found);
		return found;
	};
}
