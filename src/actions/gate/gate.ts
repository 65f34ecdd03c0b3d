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
import { otherRun, selectEvidence } from "./match.js";
import { findPlace, type Place } from "./place.js";
import { ownersBefore, type Policy } from "./policy.js";
import { findPolicy } from "./policy-side.js";
import type { GatePorts } from "./ports.js";
import { verdictOf } from "./reason.js";
import { report } from "./report.js";
import { readReportLines } from "./report-evidence.js";
import { folderOwners, type ReportLine, refuseUnknownServices } from "./report-lines.js";
import { requiredChecks } from "./required-checks.js";
import type { GateResult } from "./result.js";
import { gateCondition, runningWorkflow } from "./running-workflow.js";
import { tellGitHub } from "./tell.js";
import { verdictFiles } from "./verdict-files.js";
import { weigh } from "./weigh.js";

/** May the end-to-end tests run? */
export async function run(inputs: GateInputs, ports: GatePorts): Promise<GateResult> {
	const place = await findPlace(inputs, ports);
	const policySide = await findPolicy(inputs, ports, place);
	const { policy } = policySide;
	const problems: Problem[] = [...place.catalogue.problems, ...policy.problems, ...policySide.problems];
	const reasons = [...policySide.reasons];

	const services = await affectedServices(inputs, ports, place, problems);
	const due = whatIsDue({
		policy,
		services,
		require: inputs.require,
		reports: inputs.reports,
		thresholds: inputs.thresholds,
	});
	const { own } = place;
	const evidence = await findEvidence(inputs.evidence, "evidence", ports);
	const selection = selectEvidence(evidence, own);
	const folders = new Map(policy.services.map(({ name, path }) => [name, path]));
	if (policy.declared)
		refuseUnknownServices(
			inputs.reports,
			policy.services.map(({ name }) => name),
		);
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
	reasons.push(...selection.reasons, ...reports.reasons);
	problems.push(...reports.problems, ...otherRun(selection, own.run));

	const workflow = await runningWorkflow(inputs, ports, place);
	const baseWorkflow = policySide.workflow;
	problems.push(
		...gateCondition(workflow, ports.event.job),
		...gateChanges(workflow, baseWorkflow, ports.event.job),
	);
	if (inputs.needs?.size === 0)
		problems.push(problem("notice", "needs-empty", "'needs' holds no job, so that only evidence is judged"));

	const baseEvidence =
		inputs.baseEvidence.length > 0
			? await findEvidence(inputs.baseEvidence, "base-evidence", ports)
			: evidence;
	const asksForBase =
		due.some(({ bars }) => typeof bars.ratchet === "number") ||
		baseEvidence.some((each) => each.kind === "read" && each.evidence.commit !== own.commit);
	const checks = await requiredChecks(inputs, ports, own.commit, workflow, verdictOf(reasons) === "closed");
	reasons.push(...checks.reasons);
	problems.push(...checks.problems);

	const weighed = await weigh({
		policy,
		due,
		selection,
		baseEvidence,
		reports: reports.legs,
		directCoverage: reports.coverage,
		ownerBefore: ownersBefore(policy, policySide.base, new Set(await policySide.tree?.list())),
		needs: inputs.needs,
		job: ports.event.job,
		workflow,
		baseWorkflow,
		allowedSkips: inputs.allowedSkips,
		allowedFailures: inputs.allowedFailures,
		thresholds: inputs.thresholds,
		catalogues: [place.catalogue, ...(policySide.base === undefined ? [] : [policySide.base])],
		settingsFile: inputs.configFile,
		comparison: place.comparison,
		policyBase: policySide.commit,
		workingTree: place.workingTree,
		own,
		before: asksForBase ? await commitBefore(ports, place) : undefined,
		head: own.commit,
		files: place.files,
		tree: place.tree,
		ports: {
			...ports,
			catalogueOf: policySide.catalogueOf,
		},
	});
	// Where what is due was computed, that has told of a base which can't be found.
	const baseTold = problems.some(({ code }) => code === "base-unresolved");
	problems.push(...weighed.problems.filter(({ code }) => !baseTold || code !== "base-unresolved"));
	const bases = knownBases(weighed.question.baseFigures);
	if (inputs.baseEvidence.length > 0 && bases.size === 0) problems.push(unusedBase());
	// What the change is compared with counts, as the base's.
	const dropped = [...selection.dropped, ...weighed.dropped].filter(
		({ of }) => of === undefined || of.commit === own.commit || !bases.has(of.commit),
	);
	const { merged, ...judged } = judge({
		...weighed.question,
		reasons,
		dropped,
		unmatched: reports.unmatched,
		onInfrastructure:
			inputs.onInfrastructure === "close" || policy.infrastructure.action === "close" ? "close" : "hold",
		settingsFile: inputs.configFile,
	});
	const written = merged.length === 0 ? undefined : await ports.writeCoverage(merged);
	if (written !== undefined && written.left.length > 0) problems.push(leftOutProblem(written.left));
	const verdict = { ...judged, commit: own.commit };
	const { services: declared } = place.catalogue;
	const attested = await attestVerdict(verdict, inputs.attest, declared, ports.event, ports.attest);
	const result: GateResult = {
		schema: "gate.result.v1",
		...judged,
		attestations: attested.attestations,
		checks: checks.checks,
		mergedCoverage: written?.folder ?? null,
		commit: own.commit,
		run: own.run ?? null,
		base: place.comparison.kind === "commit" ? place.comparison.base : null,
		dropped: dropped.map(({ file, why }) => ({ file, why })),
		problems: [...attested.problems, ...problems, ...judged.problems],
	};
	const { markdown } = report(result, inputs);
	const { comment } = inputs;
	const told = await tellGitHub({ result, markdown, comment, event: ports.event, teller: ports.gitHub });
	const whole = { ...result, problems: [...result.problems, ...told] };
	await ports.writeVerdict(verdictFiles(whole, report(whole, inputs).markdown, ports.now()));
	return whole;
}

/** The branch before the push, else the commit's first parent. */
async function commitBefore({ git, event }: GatePorts, place: Place): Promise<string | undefined> {
	if (place.files.length === 0) return undefined;
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
