import { loadCatalogue } from "../../catalog/load.js";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue } from "../../catalog/service.js";
import { type Comparison, resolveBase } from "../../context/base.js";
import { type Due, dueServices } from "../../graph/due.js";
import { smallestSet } from "../../graph/subset.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean } from "../../runner/inputs.js";
import { type Problem, problem, problemsAsError } from "../../runner/problem.js";
import { branchRole } from "../../versions/line.js";
import type { PlanInputs } from "./inputs.js";
import { endToEndEntries, MATRIX_LIMIT, matrixEntries, shardsOf } from "./matrix.js";
import type { PlanPorts } from "./ports.js";
import type { PlanResult } from "./result.js";

/** Which services a change affects, and what must run. */
export async function run(inputs: PlanInputs, ports: PlanPorts): Promise<PlanResult> {
	const { git, event } = ports;
	const head = await findHead(inputs, ports);
	// A runner's working tree holds what earlier steps made; a person's is what the question is about.
	const workingTree = inputs.head === undefined && event.event === undefined;
	const tree = workingTree ? git.workingTree() : git.tree(head);
	const repository = await repositoryName(event, git);
	const options = { configFile: inputs.configFile, repositoryName: repository };
	const catalogue = await loadCatalogue(tree, options);
	refuseErrors(catalogue);
	const comparison = await resolveBase(
		{
			event,
			head,
			base: inputs.base,
			compare: inputs.compare,
			isReleasing: (branch) => isReleasing(branch, catalogue),
		},
		git,
	);
	const due = await dueServices(
		{
			catalogue,
			files: await tree.list(),
			head,
			workingTree,
			comparison,
			depth: inputs.depth,
			configFile: inputs.configFile,
			repositoryName: repository,
		},
		ports,
	);
	return makeResult(inputs, { catalogue, comparison, due, head, workingTree });
}

async function findHead(inputs: PlanInputs, { git }: PlanPorts): Promise<string> {
	// First, since it tells a folder without a repository or without commits from an unknown revision.
	const checkedOut = await git.head();
	if (inputs.head === undefined) return checkedOut;
	const head = await git.commit(inputs.head);
	if (head !== undefined) return head;
	throw new UserError("head-unknown", `There is no revision ${JSON.stringify(inputs.head)} here`, {
		input: "head",
		hint: "Name a branch, a tag or a commit that the checkout holds (fetch-depth: 0 holds all).",
	});
}

/** Errors in the files stop everything: a plan from half of the manifests would leave services out. */
function refuseErrors(catalogue: Catalogue): void {
	const error = problemsAsError(catalogue.problems);
	if (error !== undefined) throw error;
}

function isReleasing(branch: string, catalogue: Catalogue): boolean {
	const names = catalogue.services.map(({ name }) => name);
	const { kind } = branchRole(branch, catalogue.settings, names);
	return kind === "main" || kind === "release";
}

interface Facts {
	catalogue: Catalogue;
	comparison: Comparison;
	due: Due;
	head: string;
	workingTree: boolean;
}

function makeResult(inputs: PlanInputs, facts: Facts): PlanResult {
	const { catalogue, comparison, due } = facts;
	const problems: Problem[] = [...catalogue.problems, ...due.problems];
	const chosen = chooseServices(inputs.services, catalogue, due);
	const names = new Set(chosen.map(({ service }) => service));
	const planned = catalogue.services.filter(({ name }) => names.has(name));
	const entries = matrixEntries(planned);
	if (entries.length > MATRIX_LIMIT) {
		problems.push(
			problem(
				"warning",
				"matrix-too-large",
				`${entries.length} entries are more than the ${MATRIX_LIMIT} that one matrix may have, so 'matrix' is empty`,
				{
					hint: "Call a reusable workflow in a matrix over fromJSON(needs.<job>.outputs.shards), and fan out over one shard in it.",
				},
			),
		);
	} else if (entries.length === 0 && chosen.length > 0) {
		problems.push(
			problem(
				"notice",
				"matrix-empty",
				"No service that is due declares a level before the gate, so 'matrix' has no entry",
				{
					hint: "GitHub refuses a job with an empty matrix: give it an `if` that looks at 'matrix'.",
				},
			),
		);
	}
	const required = chosen.filter(({ atRisk, declared }) => atRisk && declared);
	const subset = smallestSet(due.graph, new Set(required.map(({ service }) => service)));
	return {
		schema: "plan.result.v1",
		base: comparison.kind === "commit" ? comparison.base : null,
		head: facts.head,
		workingTree: facts.workingTree,
		comparison: comparison.kind,
		comparedWith: comparison.reason,
		baseResolved: due.baseResolved,
		total: catalogue.services.length,
		services: chosen.map(({ service, path, change, distance, because, release }) => ({
			service,
			path,
			change,
			distance,
			because: [...because],
			base: release === undefined ? null : { tag: release.tag, commit: release.commit },
		})),
		ignored: [...due.ignored],
		unowned: [...due.unowned],
		real: [...subset.real],
		doubles: [...subset.doubles],
		shards: shardsOf(entries),
		e2e: endToEndEntries(planned),
		edges: due.graph.edges
			.filter(({ from, to }) => names.has(from) && names.has(to))
			.map(({ from, to, kind, via }) => ({ from, to, kind, via })),
		problems,
	};
}

function chooseServices(
	only: readonly string[] | undefined,
	catalogue: Catalogue,
	due: Due,
): Due["services"] {
	if (only === undefined) return due.services;
	const known = new Set([
		...catalogue.services.map(({ name }) => name),
		...due.services.map(({ service }) => service),
	]);
	for (const name of only) {
		if (known.has(name)) continue;
		throw new UserError("service-unknown", `There is no service ${JSON.stringify(name)}`, {
			input: "services",
			hint: `Services: ${[...known].slice(0, 20).join(", ")}.${didYouMean(name, known)}`,
		});
	}
	const names = new Set(only);
	return due.services.filter(({ service }) => names.has(service));
}
