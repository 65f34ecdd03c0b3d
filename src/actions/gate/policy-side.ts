import { posix } from "node:path";
import { MANIFEST } from "../../catalog/discover.js";
import { loadCatalogue } from "../../catalog/load.js";
import type { Catalogue } from "../../catalog/service.js";
import { DEFAULT_CONFIG_FILE } from "../../catalog/settings-file.js";
import type { FileTree } from "../../git/tree.js";
import { type Problem, problem } from "../../runner/problem.js";
import { excludedBy } from "./added.js";
import { inputBefore } from "./gate-call.js";
import type { GateInputs } from "./inputs.js";
import { findMoves, type Move } from "./moved-services.js";
import { type Place, refuseErrors } from "./place.js";
import { hasPolicy, makePolicy, type Policy } from "./policy.js";
import { findPolicyBase, type PolicyBase } from "./policy-base.js";
import type { GatePorts } from "./ports.js";
import { type Reason, reason } from "./reason.js";
import { readWorkflow } from "./running-workflow.js";
import type { WorkflowFile } from "./workflow-file.js";

/** The policy that holds, with the base's side of it. */
export interface PolicySide {
	policy: Policy;
	base: Catalogue | undefined;
	/** The base's commit and files, where its policy holds too. */
	commit: string | undefined;
	tree: FileTree | undefined;
	/** The base's workflow file, where its policy holds too. */
	workflow: WorkflowFile | undefined;
	/** The catalogue of an older commit, with the settings' file that the base reads. */
	catalogueOf(commit: string): Promise<Catalogue>;
	reasons: Reason[];
	problems: Problem[];
}

export async function findPolicy(inputs: GateInputs, ports: GatePorts, place: Place): Promise<PolicySide> {
	const { git } = ports;
	const before = (commit: string) => sideBefore(inputs, ports, commit);
	const catalogueOf = async (commit: string) =>
		loadCatalogue(git.tree(commit), {
			configFile: (await before(commit)).configFile,
			repositoryName: place.repository,
		});
	const found: PolicyBase =
		inputs.policyFrom === "head" || !place.checkedOut
			? { kind: "none" }
			: await findPolicyBase(
					{
						event: ports.event,
						head: place.own.commit,
						comparison: place.ofEvent,
						catalogue: place.catalogue,
					},
					{
						tip: (branch) => tipOf(ports, branch),
						parents: (commit) => git.parents(commit),
						mergeBase: (a, b) => git.mergeBase(a, b),
						catalogueOf,
					},
				);
	if (found.kind !== "commit") {
		const policy = makePolicy({ head: place.catalogue, base: undefined, files: place.files, moves: [] });
		const reasons = found.kind === "unknown" ? [unknownBase(found.why)] : [];
		const none = { base: undefined, commit: undefined, tree: undefined, workflow: undefined };
		return { policy, ...none, catalogueOf, reasons, problems: [] };
	}
	const { commit } = found;
	const side = await before(commit);
	const base = await catalogueOf(commit);
	refuseErrors(base, commit);
	const reasons: Reason[] = [];
	const problems: Problem[] = [];
	if (side.configFile !== inputs.configFile) problems.push(otherSettings(inputs.configFile, side.configFile));
	if (side.directory !== undefined)
		reasons.push(otherFolder(inputs, `the base's gate in '${side.directory}'`));
	else if (!hasPolicy(base) && (await hasPolicyOutside(ports, commit)))
		reasons.push(otherFolder(inputs, "the base has its policy outside of it"));
	return {
		policy: makePolicy({
			head: place.catalogue,
			base,
			files: place.files,
			moves: await movesSince(ports, place, base, commit),
		}),
		base,
		commit,
		tree: git.tree(commit),
		workflow: side.workflow,
		catalogueOf,
		reasons,
		problems,
	};
}

async function movesSince(
	{ git }: GatePorts,
	place: Place,
	base: Catalogue,
	commit: string,
): Promise<readonly Move[]> {
	if (!base.declared) return [];
	const head = place.workingTree ? "working-tree" : place.own.commit;
	const changed = await git.changedFiles(commit, head);
	if (changed.every(({ status }) => status === "added")) return [];
	const before = git.tree(commit);
	return findMoves(
		{
			before: base.services,
			now: place.catalogue.declared ? place.catalogue.services : [],
			filesBefore: await before.list(),
			filesNow: place.files,
			changed,
			excluded: excludedBy([base.settings.gate ?? {}]),
		},
		{ before, now: place.tree },
	);
}

interface SideBefore {
	workflow: WorkflowFile;
	/** The settings' file that a commit's own workflow names. */
	configFile: string;
	/** The folder that its gate works in, where that is another than the one of this run. */
	directory: string | undefined;
}

/** How a commit's own workflow calls the gate; where that can't be told, its settings are what is there. */
async function sideBefore(inputs: GateInputs, ports: GatePorts, commit: string): Promise<SideBefore> {
	const { git, event } = ports;
	const workflow = await readWorkflow(inputs, ports, git.rootTree(commit));
	const config = inputBefore(workflow, event.job, "config-file", DEFAULT_CONFIG_FILE);
	const same = (a: string, b: string) => posix.normalize(a) === posix.normalize(b);
	const [named] = config.kind === "known" ? config.values : [];
	let { configFile } = inputs;
	if (config.kind === "known") {
		if (named !== undefined && !config.values.some((each) => same(each, configFile))) configFile = named;
	} else {
		const there = await git.tree(commit).list();
		const has = (path: string) => there.some((each) => same(each, path));
		if (!has(configFile) && has(DEFAULT_CONFIG_FILE)) configFile = DEFAULT_CONFIG_FILE;
	}
	const folder = inputBefore(workflow, event.job, "working-directory", ".");
	const isOther =
		folder.kind === "known" &&
		!folder.values.some((each) => same(`${each}/.`, `${inputs.workingDirectory}/.`));
	return { workflow, configFile, directory: isOther ? folder.values[0] : undefined };
}

function otherSettings(now: string, before: string): Problem {
	return problem(
		"warning",
		"config-file-changed",
		`This change reads its settings from ${now}; those of the base, which hold too, are in ${before}`,
		{ hint: "Use 'policy-from: head' for a change that moves the settings on purpose." },
	);
}

/** A folder without policy in a repository that has some is no first adoption. */
async function hasPolicyOutside({ git }: GatePorts, commit: string): Promise<boolean> {
	const prefix = await git.prefix();
	if (prefix === "") return false;
	const outside = (await git.rootTree(commit).list()).filter((path) => !path.startsWith(prefix));
	return outside.some((path) => path === DEFAULT_CONFIG_FILE || posix.basename(path) === MANIFEST);
}

function otherFolder(inputs: GateInputs, before: string): Reason {
	return reason(
		"missing",
		"working-directory-changed",
		`The gate works in '${inputs.workingDirectory}', and ${before}`,
		"Use 'policy-from: head' for the change that moves the gate on purpose.",
	);
}

function unknownBase(why: string): Reason {
	return reason(
		"missing",
		"base-unknown",
		`The base, whose policy holds too, is not known: ${why}`,
		"Check out with fetch-depth: 0, or let the token read the repository.",
	);
}

/** The tip of a branch of origin, as the checkout has it; fetched where it has none. */
async function tipOf({ git }: GatePorts, branch: string): Promise<string | undefined> {
	const ref = `refs/remotes/origin/${branch}`;
	const known = await git.commit(ref);
	if (known !== undefined) return known;
	const depth = (await git.isShallow()) ? { depth: 1 } : {};
	await git.fetch([`+refs/heads/${branch}:${ref}`], depth).catch(() => undefined);
	return git.commit(ref);
}
