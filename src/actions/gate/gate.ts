import { loadCatalogue } from "../../catalog/load.js";
import type { Comparison } from "../../context/base.js";
import { FILE_LIMIT } from "../../evidence/found-files.js";
import { readGoModules } from "../../evidence/go-modules.js";
import { leftOutProblem } from "../../evidence/handing-on/expressible.js";
import { RepositoryPaths } from "../../evidence/paths.js";
import type { FileTree } from "../../git/tree.js";
import { dueServices } from "../../graph/due.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import { attestVerdict } from "./attest.js";
import { awaitChecks, checkedCommits, ownChecks } from "./checks.js";
import { whatIsDue } from "./due.js";
import { isEvidenceName, parseEvidence } from "./evidence-text.js";
import type { GateInputs } from "./inputs.js";
import { judge } from "./judge.js";
import { type EvidenceFile, selectEvidence } from "./match.js";
import { findPlace, type Place } from "./place.js";
import { plannedServices } from "./planned.js";
import { ownersBefore, type Policy } from "./policy.js";
import { findPolicy } from "./policy-side.js";
import type { GatePorts } from "./ports.js";
import { type Reason, verdictOf } from "./reason.js";
import { report } from "./report.js";
import { readReportLines } from "./report-evidence.js";
import { folderOwners, type ReportLine } from "./report-lines.js";
import type { GateResult } from "./result.js";
import { tellGitHub } from "./tell.js";
import { verdictFiles } from "./verdict-files.js";
import { weigh } from "./weigh.js";
import { parseWorkflow, runsAfterFailure, type WorkflowFile } from "./workflow-file.js";

/** May the end-to-end tests run? */
export async function run(inputs: GateInputs, ports: GatePorts): Promise<GateResult> {
	const place = await findPlace(inputs, ports);
	const policySide = await findPolicy(inputs, ports, place);
	const { policy } = policySide;
	const problems: Problem[] = [...place.catalogue.problems, ...policy.problems];
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
	const evidence = await readEvidence(inputs.evidence, "evidence", ports);
	const selection = selectEvidence(evidence, own);
	const folders = new Map(policy.services.map(({ name, path }) => [name, path]));
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
	problems.push(...reports.problems);

	const workflow = await readWorkflow(inputs, ports, place.tree);
	const baseWorkflow =
		policySide.tree === undefined ? undefined : await readWorkflow(inputs, ports, policySide.tree);
	problems.push(...gateCondition(workflow, ports.event.job));
	if (inputs.needs?.size === 0)
		problems.push(problem("notice", "needs-empty", "'needs' holds no job, so that only evidence is judged"));

	const ratchets = due.some(({ bars }) => typeof bars.ratchet === "number");
	if (!ratchets && inputs.baseEvidence.length > 0) problems.push(noRatchet());
	const baseEvidence =
		ratchets && inputs.baseEvidence.length > 0
			? await readEvidence(inputs.baseEvidence, "base-evidence", ports)
			: evidence;
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
		before: ratchets ? await commitBefore(ports, place) : undefined,
		head: own.commit,
		files: place.files,
		tree: place.tree,
		ports: {
			...ports,
			catalogueOf: (commit) =>
				loadCatalogue(ports.git.tree(commit), {
					configFile: inputs.configFile,
					repositoryName: place.repository,
				}),
		},
	});
	// Where what is due was computed, that has told of a base which can't be found.
	const baseTold = problems.some(({ code }) => code === "base-unresolved");
	problems.push(...weighed.problems.filter(({ code }) => !baseTold || code !== "base-unresolved"));
	const { merged, ...judged } = judge({
		...weighed.question,
		reasons,
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
		dropped: [...selection.dropped, ...weighed.dropped],
		problems: [...attested.problems, ...problems, ...judged.problems],
	};
	const { markdown } = report(result, inputs);
	const { comment } = inputs;
	const told = await tellGitHub({ result, markdown, comment, event: ports.event, teller: ports.gitHub });
	const whole = { ...result, problems: [...result.problems, ...told] };
	await ports.writeVerdict(verdictFiles(whole, report(whole, inputs).markdown, ports.now()));
	return whole;
}

/** `checks` of the input, waited for, and what to say where they are not asked for. */
async function requiredChecks(
	inputs: GateInputs,
	ports: GatePorts,
	commit: string,
	workflow: WorkflowFile,
	closed: boolean,
): Promise<{ checks: GateResult["checks"]; reasons: Reason[]; problems: Problem[] }> {
	const { checks: lines } = inputs;
	// A gate that is closed already is not worth the time.
	const waitTimeout = closed ? 0 : inputs.waitTimeout;
	if (lines.length === 0) {
		const problems =
			inputs.waitTimeout === 0
				? []
				: [
						problem(
							"notice",
							"wait-without-checks",
							"'wait-timeout' is given without 'checks': nothing waits",
						),
					];
		return { checks: [], reasons: [], problems };
	}
	if ("why" in ports.gitHub) {
		throw new UserError("checks-without-github", `Input 'checks' is given, and ${ports.gitHub.why}`, {
			input: "checks",
			hint: "Pass 'token', and run the gate for a repository on GitHub.",
		});
	}
	const commits = checkedCommits(commit, ports.event);
	const isOwn = ownChecks(ports.event, workflow);
	const judged = await awaitChecks({ lines, commits, waitTimeout, isOwn }, ports.gitHub);
	return { ...judged, problems: [] };
}

/** Whose evidence is due: as it is given, as the plan says, or computed as plan does; undefined: everybody's. */
async function affectedServices(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
	problems: Problem[],
): Promise<readonly string[] | undefined> {
	const given = await plannedServices(inputs, ports, place.own.commit);
	if (given !== undefined) {
		if (place.comparison.kind === "unresolved") problems.push(linesUnknown(place.comparison));
		return given;
	}
	if (!place.catalogue.declared) {
		if (place.comparison.kind === "unresolved") problems.push(place.comparison.problem);
		return undefined;
	}
	const due = await dueServices(
		{
			catalogue: place.catalogue,
			files: place.files,
			head: place.own.commit,
			workingTree: place.workingTree,
			comparison: place.comparison,
			depth: "direct",
			configFile: inputs.configFile,
			repositoryName: place.repository,
		},
		ports,
	);
	problems.push(...due.problems.filter(({ code }) => code !== "manifest-deleted"));
	return due.services.map(({ service }) => service);
}

/** What is due does not hang on the base where it is given; what the change adds does. */
function linesUnknown({ reason, problem: { code, hint } }: Comparison & { kind: "unresolved" }): Problem {
	return problem("warning", code, `${reason}, so the lines that this change adds are not known`, { hint });
}

async function readEvidence(
	globs: readonly string[],
	input: string,
	ports: GatePorts,
): Promise<EvidenceFile[]> {
	const paths = new Set<string>();
	for (const glob of globs) for (const path of await ports.find(glob, input)) paths.add(path);
	if (paths.size > FILE_LIMIT) {
		throw new UserError("glob-too-wide", `Input '${input}' finds more than ${FILE_LIMIT} files`, {
			input,
			hint: "Write narrower globs.",
		});
	}
	const files: EvidenceFile[] = [];
	for (const path of [...paths].sort()) {
		if (isEvidenceName(path)) files.push(await parseEvidence(path, await ports.open(path)));
		else files.push({ kind: "other", file: path, why: "its name does not end in .json" });
	}
	return files;
}

/** The branch before the push, else the commit's first parent. */
async function commitBefore({ git, event }: GatePorts, place: Place): Promise<string | undefined> {
	if (place.files.length === 0) return undefined;
	const pushed = event.before === undefined ? undefined : await git.commit(event.before);
	return pushed ?? (await git.parents(place.own.commit))[0];
}

function noRatchet(): Problem {
	return problem(
		"notice",
		"base-evidence-unused",
		"'base-evidence' is given, and no service that is due has a 'ratchet'",
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

async function readWorkflow(inputs: GateInputs, ports: GatePorts, tree: FileTree): Promise<WorkflowFile> {
	const file = inputs.workflow ?? ports.event.workflowFile;
	if (file === undefined)
		return { kind: "unreadable", file, why: "its name is not known (pass the input 'workflow')" };
	try {
		const text = (await tree.read([file])).get(file);
		return text === undefined
			? { kind: "unreadable", file, why: `it is not in ${tree.name}` }
			: parseWorkflow(file, text);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return { kind: "unreadable", file, why: thrown.message };
	}
}

/** Told, and no part of the verdict: a gate that is skipped can't tell it. */
function gateCondition(workflow: WorkflowFile, job: string | undefined): Problem[] {
	const own = workflow.kind === "read" && job !== undefined ? workflow.jobs.get(job) : undefined;
	if (own === undefined || own.needs.length === 0 || runsAfterFailure(own.condition)) return [];
	return [
		problem(
			"error",
			"gate-skippable",
			`Job '${job}' is skipped when a job before it fails, and GitHub takes a skipped required check for passed`,
			{ file: workflow.file, hint: `Give the job: if: \${{ !cancelled() }}` },
		),
	];
}
