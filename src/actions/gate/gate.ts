import { readGoModules } from "../../evidence/go-modules.js";
import { leftOutProblem } from "../../evidence/handing-on/expressible.js";
import { RepositoryPaths } from "../../evidence/paths.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import { affectedServices } from "./affected.js";
import { attestVerdict } from "./attest.js";
import type { BaseFigure } from "./base-evidence.js";
import { whatIsDue } from "./due.js";
import { findEvidence } from "./find-evidence.js";
import { gateChanges } from "./gate-call.js";
import type { GateInputs } from "./inputs.js";
import { judge } from "./judge.js";
import { type Dropped, type EvidenceFile, otherRun, type Selection, selectEvidence } from "./match.js";
import { findPlace, type Place } from "./place.js";
import { ownersBefore, type Policy } from "./policy.js";
import { findPolicy, type PolicySide } from "./policy-side.js";
import type { GatePorts } from "./ports.js";
import { type Reason, verdictOf } from "./reason.js";
import { report } from "./report.js";
import { readReportLines } from "./report-evidence.js";
import { folderOwners, type ReportLine, refuseUnknownServices } from "./report-lines.js";
import { requiredChecks } from "./required-checks.js";
import type { GateResult } from "./result.js";
import { gateCondition, runningWorkflow } from "./running-workflow.js";
import { tellGitHub } from "./tell.js";
import { verdictFiles } from "./verdict-files.js";
import { type Weighed, type WeighQuestion, weigh } from "./weigh.js";
import type { WorkflowFile } from "./workflow-file.js";

/** May the end-to-end tests run? */
export async function run(inputs: GateInputs, ports: GatePorts): Promise<GateResult> {
	const place = await findPlace(inputs, ports);
	const policySide = await findPolicy(inputs, ports, place);
	const found: Findings = {
		reasons: [...policySide.reasons],
		problems: [...place.catalogue.problems, ...policySide.policy.problems, ...policySide.problems],
	};
	const asked = await whatIsAsked(inputs, ports, place, policySide, found);
	const workflow = await workflowOf(inputs, ports, place, policySide, found);
	const base = await evidenceOfBase(inputs, ports, place, asked);
	const closed = verdictOf(found.reasons) === "closed";
	const checks = await requiredChecks(inputs, ports, place.own.commit, workflow, closed);
	found.reasons.push(...checks.reasons);
	found.problems.push(...checks.problems);

	const weighed = await weigh(
		await weighQuestion({ inputs, ports, place, policySide, asked, workflow, base }),
	);
	const dropped = tellOfBases(inputs, place, asked, weighed, found);
	const { merged, ...judged } = judge({
		...weighed.question,
		reasons: found.reasons,
		dropped,
		unmatched: asked.reports.unmatched,
		onInfrastructure: onInfrastructure(inputs, policySide.policy),
		settingsFile: inputs.configFile,
	});

	const written = merged.length === 0 ? undefined : await ports.writeCoverage(merged);
	if (written !== undefined && written.left.length > 0) found.problems.push(leftOutProblem(written.left));
	const { commit } = place.own;
	const { services } = place.catalogue;
	const attested = await attestVerdict(
		{ ...judged, commit },
		inputs.attest,
		services,
		ports.event,
		ports.attest,
	);
	return await tell(inputs, ports, {
		schema: "gate.result.v1",
		...judged,
		attestations: attested.attestations,
		checks: checks.checks,
		mergedCoverage: written?.folder ?? null,
		commit,
		run: place.own.run ?? null,
		base: place.comparison.kind === "commit" ? place.comparison.base : null,
		dropped: dropped.map(({ file, why }) => ({ file, why })),
		problems: [...attested.problems, ...found.problems, ...judged.problems],
	});
}

/** What is found on the way to the verdict. */
interface Findings {
	reasons: Reason[];
	problems: Problem[];
}

/** What is due, and what came of it. */
interface Asked {
	due: WeighQuestion["due"];
	evidence: readonly EvidenceFile[];
	selection: Selection;
	reports: Awaited<ReturnType<typeof readReportLines>>;
}

async function whatIsAsked(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
	{ policy }: PolicySide,
	found: Findings,
): Promise<Asked> {
	const { own } = place;
	const services = await affectedServices(inputs, ports, place, found.problems);
	const due = whatIsDue({
		policy,
		services,
		require: inputs.require,
		reports: inputs.reports,
		thresholds: inputs.thresholds,
	});
	const evidence = await findEvidence(inputs.evidence, "evidence", ports);
	const selection = selectEvidence(evidence, own);
	const folders = new Map(policy.services.map(({ name, path }) => [name, path]));
	if (policy.declared) refuseUnknownServices(inputs.reports, [...folders.keys()]);
	const reports = await readReportLines(
		{
			lines: inputs.reports,
			own,
			owner: folderOwners(policy.services),
			folder: (service) => folders.get(service),
			repository: new RepositoryPaths(place.files, await readGoModules(place.tree)),
			tracked: new Set(place.tracked),
			root: ports.directory,
			linesAreDue: (line) => !policy.declared || isUndeclared(line, policy, services),
		},
		ports.reports,
	);
	refuseNothing(inputs, policy, selection.legs.length + selection.dropped.length + selection.reasons.length);
	found.reasons.push(...selection.reasons, ...reports.reasons);
	found.problems.push(...reports.problems, ...otherRun(selection, own.run));
	return { due, evidence, selection, reports };
}

/** The workflow that runs, and what is to be told of how it calls the gate. */
async function workflowOf(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
	policySide: PolicySide,
	{ problems }: Findings,
): Promise<WorkflowFile> {
	const { job } = ports.event;
	const workflow = await runningWorkflow(inputs, ports, place);
	problems.push(...gateCondition(workflow, job), ...gateChanges(workflow, policySide.workflow, job));
	if (inputs.needs?.size === 0)
		problems.push(problem("notice", "needs-empty", "'needs' holds no job, so that only evidence is judged"));
	return workflow;
}

/** Evidence of other commits, and the commit from which it is looked for where there is no base. */
interface BaseSide {
	evidence: readonly EvidenceFile[];
	before: string | undefined;
}

async function evidenceOfBase(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
	{ due, evidence: own }: Asked,
): Promise<BaseSide> {
	const evidence =
		inputs.baseEvidence.length > 0 ? await findEvidence(inputs.baseEvidence, "base-evidence", ports) : own;
	const isAskedFor =
		due.some(({ bars }) => typeof bars.ratchet === "number") ||
		evidence.some((each) => each.kind === "read" && each.evidence.commit !== place.own.commit);
	return { evidence, before: isAskedFor ? await commitBefore(ports, place) : undefined };
}

async function weighQuestion(given: {
	inputs: GateInputs;
	ports: GatePorts;
	place: Place;
	policySide: PolicySide;
	asked: Asked;
	workflow: WorkflowFile;
	base: BaseSide;
}): Promise<WeighQuestion> {
	const { inputs, ports, place, policySide, asked } = given;
	const filesBefore = new Set(await policySide.tree?.list());
	return {
		policy: policySide.policy,
		due: asked.due,
		selection: asked.selection,
		baseEvidence: given.base.evidence,
		reports: asked.reports.legs,
		directCoverage: asked.reports.coverage,
		ownerBefore: ownersBefore(policySide.policy, policySide.base, filesBefore),
		needs: inputs.needs,
		job: ports.event.job,
		actionRepository: ports.event.actionRepository,
		workflow: given.workflow,
		baseWorkflow: policySide.workflow,
		allowedSkips: inputs.allowedSkips,
		allowedFailures: inputs.allowedFailures,
		thresholds: inputs.thresholds,
		catalogues: [place.catalogue, ...(policySide.base === undefined ? [] : [policySide.base])],
		settingsFile: inputs.configFile,
		comparison: place.comparison,
		policyBase: policySide.commit,
		workingTree: place.workingTree,
		own: place.own,
		before: given.base.before,
		head: place.own.commit,
		files: place.files,
		tree: place.tree,
		ports: { ...ports, catalogueOf: policySide.catalogueOf },
	};
}

/** What is to be told of the bases; evidence that does not count, without what the change is compared with. */
function tellOfBases(
	inputs: GateInputs,
	{ own }: Place,
	{ selection }: Asked,
	weighed: Weighed,
	{ problems }: Findings,
): Dropped[] {
	// Where what is due was computed, that has told of a base which can't be found.
	const baseTold = problems.some(({ code }) => code === "base-unresolved");
	problems.push(...weighed.problems.filter(({ code }) => !baseTold || code !== "base-unresolved"));
	const bases = knownBases(weighed.question.baseFigures);
	if (inputs.baseEvidence.length > 0 && bases.size === 0) problems.push(unusedBase());
	return [...selection.dropped, ...weighed.dropped].filter(
		({ of }) => of === undefined || of.commit === own.commit || !bases.has(of.commit),
	);
}

function onInfrastructure(inputs: GateInputs, policy: Policy): "hold" | "close" {
	return inputs.onInfrastructure === "close" || policy.infrastructure.action === "close" ? "close" : "hold";
}

/** Tells GitHub, and writes the verdict's files; what can't be told is a problem of the result. */
async function tell(inputs: GateInputs, ports: GatePorts, result: GateResult): Promise<GateResult> {
	const { markdown } = report(result, inputs);
	const { comment } = inputs;
	const told = await tellGitHub({ result, markdown, comment, event: ports.event, teller: ports.gitHub });
	const whole = { ...result, problems: [...result.problems, ...told] };
	await ports.writeVerdict(verdictFiles(whole, report(whole, inputs).markdown, ports.now()));
	return whole;
}

/** The branch before the push, else the commit's first parent. */
async function commitBefore({ git, event }: GatePorts, place: Place): Promise<string | undefined> {
	if (!place.checkedOut) return undefined;
	const pushed = event.before === undefined ? undefined : await git.commit(event.before);
	return pushed ?? (await git.parents(place.own.commit))[0];
}

function knownBases(figures: ReadonlyMap<string, BaseFigure>): ReadonlySet<string> {
	return new Set([...figures.values()].flatMap((each) => (each.kind === "known" ? [each.commit] : [])));
}

function unusedBase(): Problem {
	return problem(
		"notice",
		"base-evidence-unused",
		"'base-evidence' is given, and there is no evidence in it of a base of what is due",
	);
}

/** A level that no manifest declares is due by the line alone, where anything is. */
function isUndeclared(line: ReportLine, policy: Policy, services: readonly string[] | undefined): boolean {
	if (line.kind !== "results" || services?.length === 0) return false;
	return policy.services.every(({ levels }) => !levels.has(line.level));
}

function refuseNothing(inputs: GateInputs, policy: Policy, evidence: number): void {
	const asked =
		(inputs.needs?.size ?? 0) +
		inputs.require.length +
		inputs.reports.length +
		inputs.checks.length +
		evidence;
	if (policy.declared || asked > 0) return;
	throw new UserError(
		"nothing-to-judge",
		"There is nothing to judge: no manifest, no 'needs', no 'require', no 'checks' and no evidence",
		{
			hint: `Pass needs: \${{ toJSON(needs) }}, or 'results' and 'coverage', or write a sluice.service.yaml.`,
		},
	);
}
