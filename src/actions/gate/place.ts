import { loadCatalogue } from "../../catalog/load.js";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue } from "../../catalog/service.js";
import { type Comparison, resolveBase } from "../../context/base.js";
import { type FileTree, memoryTree } from "../../git/tree.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem, problemsAsError } from "../../runner/problem.js";
import type { GateInputs } from "./inputs.js";
import type { Own } from "./match.js";
import { releases } from "./policy-base.js";
import type { GatePorts } from "./ports.js";

/** Where the gate stands: the commit, its files, and what it is compared with. */
export interface Place {
	own: Own;
	/** A folder without files, such as one that a step has made, is a checkout like others. */
	checkedOut: boolean;
	tree: FileTree;
	files: readonly string[];
	/** Files that git tracks. */
	tracked: readonly string[];
	catalogue: Catalogue;
	repository: string | undefined;
	comparison: Comparison;
	/** What the event alone compares with, without the input `base`. */
	ofEvent: Comparison;
	/** In a terminal lines that are not committed count too. */
	workingTree: boolean;
}

export async function findPlace(inputs: GateInputs, ports: GatePorts): Promise<Place> {
	const { git, event } = ports;
	const workingTree = event.event === undefined;
	const commit = await checkedOut(ports);
	const own: Own = {
		commit: commit ?? event.sha ?? "",
		repository: event.repository,
		run: event.run,
		attempt: event.attempt,
	};
	if (commit === undefined) return withoutCheckout(inputs, ports, own);
	const tree = workingTree ? git.workingTree() : git.tree(commit);
	const repository = await repositoryName(event, git);
	const catalogue = await loadCatalogue(tree, { configFile: inputs.configFile, repositoryName: repository });
	refuseErrors(catalogue, undefined);
	const request = {
		event,
		head: commit,
		compare: "release" as const,
		isReleasing: (branch: string) => releases(branch, catalogue),
	};
	const comparison = await resolveBase({ ...request, base: inputs.base }, git);
	const ofEvent =
		inputs.base === undefined || workingTree
			? comparison
			: await resolveBase({ ...request, base: undefined }, git);
	return {
		own,
		checkedOut: true,
		tree,
		files: await tree.list(),
		tracked: await git.tree(commit).list(),
		catalogue,
		repository,
		comparison,
		ofEvent,
		workingTree,
	};
}

/** The commit that is checked out; undefined where nothing is, which is fair when the run names one. */
async function checkedOut({ git, event, traceOfCheckout }: GatePorts): Promise<string | undefined> {
	try {
		return await git.head();
	} catch (thrown) {
		if (!(thrown instanceof UserError) || thrown.code !== "git-no-repository" || event.sha === undefined)
			throw thrown;
		const trace = await traceOfCheckout();
		if (trace === undefined) return undefined;
		throw new UserError("checkout-unreadable", `${trace} is here, and git reads no repository`, {
			cause: thrown,
			hint: "Run actions/checkout with git 2.18 or newer in the job's image, and name its folder as 'working-directory' where it is another.",
		});
	}
}

async function withoutCheckout(inputs: GateInputs, { event }: GatePorts, own: Own): Promise<Place> {
	const tree = memoryTree({}, "no checkout");
	const catalogue = await loadCatalogue(tree, {
		configFile: "sluice.yaml",
		repositoryName: event.repository,
	});
	const comparison: Comparison = { kind: "everything", reason: "nothing is checked out" };
	if (inputs.base !== undefined) {
		throw new UserError("base-without-checkout", "Input 'base' is given, and nothing is checked out", {
			input: "base",
			hint: "Run actions/checkout before the gate, or remove 'base'.",
		});
	}
	return {
		own,
		checkedOut: false,
		tree,
		files: [],
		tracked: [],
		catalogue: { ...catalogue, problems: [...catalogue.problems, nothingCheckedOut()] },
		repository: event.repository,
		comparison,
		ofEvent: comparison,
		workingTree: false,
	};
}

/** A change of the workflow that drops the checkout must not lose the rules without a word. */
function nothingCheckedOut(): Problem {
	return problem(
		"notice",
		"nothing-checked-out",
		"Nothing is checked out, so that no manifest and no settings of the repository hold, nor those of the base",
		{ hint: "Run actions/checkout before the gate where the repository has any." },
	);
}

/** Errors in the files of a side stop the gate: what half of them ask for is not known. */
export function refuseErrors(catalogue: Catalogue, base: string | undefined): void {
	const error = problemsAsError(
		catalogue.problems.filter(({ code }) => base === undefined || code !== "config-file-missing"),
	);
	if (error === undefined) return;
	if (base === undefined) throw error;
	throw new UserError(
		"base-policy-invalid",
		`The policy of the base ${base.slice(0, 12)} can't be read: ${error.message}`,
		{
			file: error.place.file,
			line: error.place.line,
			cause: error,
			hint: "Mend the files of the base branch first, or use 'policy-from: head' for the change that mends them.",
		},
	);
}
