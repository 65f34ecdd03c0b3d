import type { Catalogue } from "../../catalog/service.js";
import type { Comparison } from "../../context/base.js";
import type { CoveredFile } from "../../evidence/covered-file.js";
import { CoverageUnion, mergeCoverage } from "../../evidence/merge.js";
import { ownHosts } from "../../evidence/own-hosts.js";
import type { AddedLines } from "../../git/diff.js";
import type { FileTree } from "../../git/tree.js";
import type { JobsAnswer } from "../../github/jobs.js";
import { type Problem, problem } from "../../runner/problem.js";
import { coverageOfAdded } from "./added.js";
import { withoutStaleAttempts } from "./attempts.js";
import type { PatchFigures } from "./bars.js";
import { baseFigures } from "./base-evidence.js";
import { type Base, type Bases, baseOf, findBases, outOfReachProblem } from "./bases.js";
import { skippedBehindGate } from "./behind.js";
import type { DueService } from "./due.js";
import { makeExcuses } from "./excuses.js";
import { holdToFiles } from "./hold-to-files.js";
import type { JudgeQuestion } from "./judge.js";
import { allLegsThere, missingLegs, tellsItsLegs } from "./legs.js";
import type { Dropped, EvidenceFile, Leg, Own, Selection } from "./match.js";
import { type JobEvidence, judgeNeeds, type NeedsQuestion } from "./needs.js";
import { findNewHosts } from "./new-hosts.js";
import { judgeLeg, type LegOutcome } from "./outcome.js";
import type { Policy } from "./policy.js";
import type { GatePorts } from "./ports.js";
import { folderOwners } from "./report-lines.js";
import { otherFailedSteps } from "./run-jobs.js";
import type { Bars } from "./thresholds.js";

/** What each piece of evidence, each job and each added line says, before all is judged together. */

export interface WeighQuestion extends Omit<NeedsQuestion, "needs" | "evidenceOf"> {
	policy: Policy;
	due: readonly DueService[];
	/** Evidence of `run` that may count. */
	selection: Selection;
	/** Evidence from reports that were given directly. */
	reports: readonly Leg[];
	directCoverage: ReadonlyMap<string, readonly CoveredFile[]>;
	/** What the globs of `base-evidence` found. */
	baseEvidence: readonly EvidenceFile[];
	/** Which service of the policy had a file in the base, where the base's policy holds too. */
	ownerBefore(path: string): string | undefined;
	needs: NeedsQuestion["needs"] | undefined;
	thresholds: Bars;
	/** The head's, then the base's. */
	catalogues: readonly Catalogue[];
	settingsFile: string;
	comparison: Comparison;
	/** The commit whose policy holds too; undefined where the head's holds alone. */
	policyBase: string | undefined;
	workingTree: boolean;
	own: Own;
	/** The commit before the head's, where there is one. */
	before: string | undefined;
	head: string;
	files: readonly string[];
	tree: FileTree;
	ports: Pick<
		GatePorts,
		"git" | "linesWith" | "lastReleases" | "newestAncestor" | "today" | "jobs" | "reports"
	> & {
		catalogueOf(commit: string): Promise<Catalogue>;
	};
}

export interface Weighed {
	question: Omit<JudgeQuestion, "reasons" | "onInfrastructure" | "settingsFile" | "unmatched" | "dropped">;
	problems: Problem[];
	dropped: Dropped[];
}

export async function weigh(question: WeighQuestion): Promise<Weighed> {
	const { policy, due, ports } = question;
	const bases = await findBases(question);
	const problems: Problem[] = bases.outOfReach.length === 0 ? [] : [outOfReachProblem(bases.outOfReach)];
	const added = rememberAdded(question);
	const outcomes = await judgeLegs(question, bases, added, problems);
	const outcomeOf = (leg: Leg) => {
		const outcome = outcomes.get(leg);
		if (outcome === undefined) throw new Error(`no outcome of ${leg.file}`);
		return outcome;
	};
	const judgedJobs = await weighJobs(question, outcomeOf);
	problems.push(...judgedJobs.problems);
	const held = await holdToFiles(judgedJobs.legs, question.files, ports.reports);
	const all = [
		...held.legs.map((leg, index) => ({ leg, outcome: outcomeOf(judgedJobs.legs[index] ?? leg) })),
		...question.reports.map((leg) => ({ leg, outcome: outcomeOf(leg) })),
	];
	const coverageOf = coverages(
		all.map(({ leg }) => leg),
		question.directCoverage,
	);
	const patches = await weighAdded(question, bases, added, coverageOf);
	if (question.workingTree && (await ports.git.isDirty()))
		problems.push(problem("notice", "working-tree", "Lines that are not committed count as changed"));
	const patchBar = Math.max(policy.defaults.patch ?? -1, question.thresholds.patch ?? -1);
	return {
		question: {
			policy,
			due,
			legs: all,
			coverage: coverageOf,
			direct: new Set(
				[...question.directCoverage].filter(([, files]) => files.length > 0).map(([service]) => service),
			),
			...patches,
			unownedBars: patchBar < 0 ? {} : { patch: patchBar },
			head: question.own.commit,
			baseFigures: await baseFigures({
				head: question.own.commit,
				services: due,
				files: question.baseEvidence,
				repository: question.own.repository,
				baseOf: (service) => baseOf(bases, service),
				before: question.before,
				byInput: typeof question.thresholds.ratchet === "number",
				ports,
			}),
			jobs: judgedJobs.jobs,
			skippedBehindGate: skippedBehindGate(question.needs, question.job, question.workflow),
			legReasons: [...missingLegs({ legs: judgedJobs.legs, needs: judgedJobs.needs }), ...held.reasons],
		},
		problems,
		dropped: judgedJobs.dropped,
	};
}

/** Which evidence of earlier attempts counts, and what the jobs of `needs` say. */
async function weighJobs(question: WeighQuestion, outcomeOf: (leg: Leg) => LegOutcome) {
	const { selection, own, workflow } = question;
	// `needs` tells of the gate's own run, and of no other.
	const isOwn = own.run !== undefined && selection.run === own.run;
	const needs = isOwn ? question.needs : undefined;
	const ofOwnRun = isOwn ? selection.legs : [];
	const explained = (job: string) => isExplained(ofOwnRun, job, outcomeOf);
	const failed = [...(question.needs ?? [])].some(([job, result]) => result === "failure" && explained(job));
	const asked = selection.run !== undefined && (failed || selection.legs.some(({ older }) => older));
	const answer = asked ? await question.ports.jobs(selection.run ?? "", selection.attempt) : undefined;
	const { legs, dropped } = withoutStaleAttempts({
		legs: selection.legs,
		needs,
		workflow,
		jobs: answer,
		explained,
	});
	/** How many legs a job has is known from its evidence alone where its success proves nothing. */
	const present = (job: string) => isOwn && tellsItsLegs(legs.filter(({ evidence }) => evidence.job === job));
	const evidenceOf = (job: string): JobEvidence => ({
		present: present(job),
		explained: explained(job),
		otherSteps:
			answer?.kind === "known"
				? otherFailedSteps(job, answer.jobs, workflow)
				: { kind: "unknown", why: whyUnknown(answer) },
	});
	const judged = judgeNeeds({ ...question, needs: question.needs ?? new Map(), evidenceOf });
	return { legs, dropped, needs, ...judged };
}

function whyUnknown(answer: JobsAnswer | undefined): string {
	return answer?.kind === "unknown" ? answer.why : "GitHub was not asked";
}

/** Coverage of the lines that the change adds: of each service that is due, and of what no service owns. */
async function weighAdded(
	question: WeighQuestion,
	bases: Bases,
	added: (base: string) => Promise<AddedLines>,
	coverageOf: ReadonlyMap<string, readonly CoveredFile[]>,
): Promise<{ patches: Map<string, PatchFigures>; unowned: PatchFigures }> {
	const { policy } = question;
	const owner = folderOwners(policy.services);
	const figuresOf = (base: Base, owns: (path: string) => boolean, coverage: readonly CoveredFile[]) =>
		coverageOfAdded(
			{ base, owns, coverage, sides: policy.sides, floor: policy.patchFloor },
			{ addedLines: added, tree: question.tree },
		);
	const patches = new Map<string, PatchFigures>();
	for (const service of question.due) {
		const coverage = coverageOf.get(service.name) ?? [];
		const known = new Set(coverage.map(({ path }) => path));
		const owns =
			service.path === undefined
				? (path: string) => known.has(path)
				: (path: string) => owner(path) === service.name || question.ownerBefore(path) === service.name;
		patches.set(service.name, await figuresOf(baseOf(bases, service.name), owns, coverage));
	}
	const isUnowned = (path: string) => owner(path) === undefined;
	const unowned: PatchFigures = question.files.some(isUnowned)
		? await figuresOf(bases.common, isUnowned, mergeCoverage(coverageOf.values()))
		: { kind: "none", why: "every file belongs to a service" };
	return { patches, unowned };
}

/** Many services share a base: each difference is asked for once. */
function rememberAdded({ ports, head, workingTree }: WeighQuestion): (base: string) => Promise<AddedLines> {
	const known = new Map<string, Promise<AddedLines>>();
	return (base) => {
		const added = known.get(base) ?? ports.git.addedLines(base, workingTree ? "working-tree" : head);
		known.set(base, added);
		return added;
	};
}

async function judgeLegs(
	question: WeighQuestion,
	bases: Bases,
	added: (base: string) => Promise<AddedLines>,
	problems: Problem[],
): Promise<ReadonlyMap<Leg, LegOutcome>> {
	const { policy, due } = question;
	const legs = [...question.selection.legs, ...question.reports];
	const ours = new Set(question.catalogues.flatMap((catalogue) => [...ownHosts(catalogue)]));
	const brought = await findNewHosts(question, legs, ours, bases, added);
	const none: ReadonlySet<string> = new Set();
	const made = makeExcuses({
		sides: policy.sides,
		ours,
		today: question.ports.today,
		settingsFile: question.settingsFile,
		newHosts: (service) => brought.get(service) ?? none,
	});
	problems.push(...made.problems);
	const levels = new Map(
		due.map((service) => [service.name, new Map(service.levels.map((each) => [each.level, each]))]),
	);
	return new Map(
		legs.map((leg) => [
			leg,
			judgeLeg({
				evidence: leg.evidence,
				results: levels.get(leg.evidence.service)?.get(leg.evidence.level)?.results === true,
				excuses: made.excuses,
				caps: policy.infrastructure,
			}),
		]),
	);
}

/**
 * A job's failure is explained where the evidence of all its legs is there and all that failed is the outside
 * world's. A leg that failed ran again in this attempt, so only green legs of an earlier one count.
 */
function isExplained(legs: readonly Leg[], job: string, outcomeOf: (leg: Leg) => LegOutcome): boolean {
	const own = legs.filter(({ evidence }) => evidence.job === job);
	if (!allLegsThere(own)) return false;
	const outages = own.filter((leg) => !leg.older && outcomeOf(leg).outcome === "infrastructure");
	return (
		outages.length > 0 && own.every((leg) => outages.includes(leg) || outcomeOf(leg).outcome === "passed")
	);
}

/** Each service's coverage, united one piece of evidence after the other, so that no more than the union is held. */
function coverages(
	legs: readonly Leg[],
	direct: ReadonlyMap<string, readonly CoveredFile[]>,
): ReadonlyMap<string, readonly CoveredFile[]> {
	const unions = new Map<string, CoverageUnion>();
	const add = (service: string, files: readonly CoveredFile[]) => {
		const union = unions.get(service) ?? new CoverageUnion();
		unions.set(service, union);
		union.add(files);
	};
	const services = Map.groupBy(legs, ({ evidence }) => evidence.service);
	const merged = new Map<string, readonly CoveredFile[]>();
	for (const service of new Set([...services.keys(), ...direct.keys()])) {
		for (const { evidence } of services.get(service) ?? [])
			if (evidence.coverage !== null) add(service, evidence.coverage.files);
		add(service, direct.get(service) ?? []);
		merged.set(service, unions.get(service)?.files() ?? []);
		unions.delete(service);
	}
	return merged;
}
