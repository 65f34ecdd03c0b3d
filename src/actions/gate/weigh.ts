import type { Catalogue } from "../../catalog/service.js";
import type { Comparison } from "../../context/base.js";
import type { CoveredFile } from "../../evidence/covered-file.js";
import { mergeCoverage } from "../../evidence/merge.js";
import { ownHosts } from "../../evidence/own-hosts.js";
import type { AddedLines } from "../../git/diff.js";
import type { FileTree } from "../../git/tree.js";
import { type Problem, problem } from "../../runner/problem.js";
import { coverageOfAdded } from "./added.js";
import type { PatchFigures } from "./bars.js";
import { type Base, type Bases, baseOf, findBases, outOfReachProblem } from "./bases.js";
import type { DueService } from "./due.js";
import { hostsOfFailures, makeExcuses } from "./excuses.js";
import type { JudgeQuestion } from "./judge.js";
import { allLegsThere, type Dropped, type Leg, missingLegs, withoutStaleAttempts } from "./match.js";
import { judgeNeeds, type NeedsQuestion } from "./needs.js";
import { judgeLeg, type LegOutcome } from "./outcome.js";
import type { Policy } from "./policy.js";
import type { GatePorts } from "./ports.js";
import { folderOwners } from "./report-lines.js";
import type { Bars } from "./thresholds.js";

/** What each piece of evidence, each job and each added line says, before all is judged together. */

export interface WeighQuestion extends Omit<NeedsQuestion, "needs" | "evidenceOf"> {
	policy: Policy;
	due: readonly DueService[];
	/** Evidence of `run`. */
	own: readonly Leg[];
	/** Evidence from reports that were given directly. */
	reports: readonly Leg[];
	directCoverage: ReadonlyMap<string, readonly CoveredFile[]>;
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
	head: string;
	tree: FileTree;
	ports: Pick<GatePorts, "git" | "linesWith" | "lastReleases" | "today">;
}

export interface Weighed {
	question: Omit<JudgeQuestion, "reasons" | "onInfrastructure" | "settingsFile" | "unmatched">;
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
	const explained = (job: string) => isExplained(question.own, job, outcomeOf);
	const { legs, dropped } = withoutStaleAttempts({
		legs: question.own,
		needs: question.needs,
		workflow: question.workflow,
		explained,
	});
	/** How many legs a job has is known from its evidence alone where its success proves nothing. */
	const present = (job: string) => {
		const own = legs.filter(({ evidence }) => evidence.job === job);
		return own.length > 0 && own.every(({ evidence }) => evidence.legs !== null);
	};
	const judgedNeeds = judgeNeeds({
		...question,
		needs: question.needs ?? new Map(),
		evidenceOf: (job) => ({ present: present(job), explained: explained(job) }),
	});
	problems.push(...judgedNeeds.problems);
	const all = [...legs, ...question.reports];
	const coverageOf = coverages(all, question.directCoverage);
	const owner = folderOwners(policy.services);
	const patches = new Map<string, PatchFigures>();
	const sides = policy.sides;
	const figuresOf = (base: Base, owns: (path: string) => boolean, coverage: readonly CoveredFile[]) =>
		coverageOfAdded(
			{ base, owns, coverage, sides, floor: policy.patchFloor },
			{ addedLines: added, tree: question.tree },
		);
	for (const service of due) {
		const coverage = coverageOf.get(service.name) ?? [];
		const known = new Set(coverage.map(({ path }) => path));
		const owns =
			service.path === undefined
				? (path: string) => known.has(path)
				: (path: string) => owner(path) === service.name || question.ownerBefore(path) === service.name;
		patches.set(service.name, await figuresOf(baseOf(bases, service.name), owns, coverage));
	}
	const unownedBase = bases.common;
	const unowned = await figuresOf(
		unownedBase,
		(path) => owner(path) === undefined,
		mergeCoverage(coverageOf.values()),
	);
	if (question.workingTree && (await ports.git.isDirty()))
		problems.push(problem("notice", "working-tree", "Lines that are not committed count as changed"));
	const patchBar = Math.max(policy.defaults.patch ?? -1, question.thresholds.patch ?? -1);
	return {
		question: {
			policy,
			due,
			legs: all.map((leg) => ({ leg, outcome: outcomeOf(leg) })),
			coverage: question.directCoverage,
			patches,
			unowned,
			unownedBars: patchBar < 0 ? {} : { patch: patchBar },
			jobs: judgedNeeds.jobs,
			legReasons: missingLegs(legs, question.needs),
		},
		problems,
		dropped,
	};
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
	const legs = [...question.own, ...question.reports];
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

/** The most hosts that are looked for; a failure about any beyond counts as the change's. */
const HOST_LIMIT = 200;

/** Hosts that occur in a line which the change adds and in no line of the base, by service: mistyped names. */
async function findNewHosts(
	question: WeighQuestion,
	legs: readonly Leg[],
	ours: ReadonlySet<string>,
	bases: Bases,
	added: (base: string) => Promise<AddedLines>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const hosts = hostsOfFailures(
		legs.map(({ evidence }) => evidence),
		ours,
	);
	const answers = new Map<string, Promise<boolean>>();
	const isNew = (host: string, base: Base): Promise<boolean> => {
		if (base.kind !== "commit") return Promise.resolve(false);
		const key = `${base.commit} ${host}`;
		const answer =
			answers.get(key) ?? (answers.size >= HOST_LIMIT ? Promise.resolve(true) : ask(host, base.commit));
		answers.set(key, answer);
		return answer;
	};
	const ask = async (host: string, base: string) => {
		const lines = await added(base);
		const now = await question.ports.linesWith(host, question.workingTree ? "working-tree" : question.head);
		if (!now.some(({ path, line }) => lines.get(path)?.includes(line) === true)) return false;
		return (await question.ports.linesWith(host, base)).length === 0;
	};
	const found = new Map<string, Set<string>>();
	for (const [service, named] of hosts) {
		for (const host of named) {
			if (!(await isNew(host, baseOf(bases, service)))) continue;
			const set = found.get(service) ?? new Set<string>();
			found.set(service, set.add(host));
		}
	}
	return found;
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

function coverages(
	legs: readonly Leg[],
	direct: ReadonlyMap<string, readonly CoveredFile[]>,
): ReadonlyMap<string, readonly CoveredFile[]> {
	const parts = new Map<string, (readonly CoveredFile[])[]>();
	const add = (service: string, files: readonly CoveredFile[]) => {
		const known = parts.get(service);
		if (known === undefined) parts.set(service, [files]);
		else known.push(files);
	};
	for (const { evidence } of legs)
		if (evidence.coverage !== null) add(evidence.service, evidence.coverage.files);
	for (const [service, files] of direct) add(service, files);
	return new Map([...parts].map(([service, files]) => [service, mergeCoverage(files)]));
}
