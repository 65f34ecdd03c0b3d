import { loadCatalogue } from "../../catalog/load.js";
import type { Catalogue } from "../../catalog/service.js";
import type { FileTree } from "../../git/tree.js";
import type { GateInputs } from "./inputs.js";
import { type Place, refuseErrors } from "./place.js";
import { makePolicy, type Policy } from "./policy.js";
import { findPolicyBase, type PolicyBase } from "./policy-base.js";
import type { GatePorts } from "./ports.js";
import { type Reason, reason } from "./reason.js";

/** The policy that holds, with the base's side of it. */
export interface PolicySide {
	policy: Policy;
	base: Catalogue | undefined;
	/** The base's commit and files, where its policy holds too. */
	commit: string | undefined;
	tree: FileTree | undefined;
	reasons: Reason[];
}

export async function findPolicy(inputs: GateInputs, ports: GatePorts, place: Place): Promise<PolicySide> {
	const { git } = ports;
	const catalogueOf = (commit: string) =>
		loadCatalogue(git.tree(commit), { configFile: inputs.configFile, repositoryName: place.repository });
	const found: PolicyBase =
		inputs.policyFrom === "head" || place.files.length === 0
			? { kind: "none" }
			: await findPolicyBase(
					{
						event: ports.event,
						head: place.own.commit,
						comparison: place.ofEvent,
						catalogue: place.catalogue,
					},
					{ tip: (branch) => tipOf(ports, branch), parents: (commit) => git.parents(commit), catalogueOf },
				);
	const base = found.kind === "commit" ? await catalogueOf(found.commit) : undefined;
	if (base !== undefined && found.kind === "commit") refuseErrors(base, found.commit);
	const policy = makePolicy({
		head: place.catalogue,
		base,
		files: place.files,
	});
	const reasons =
		found.kind === "unknown"
			? [
					reason(
						"missing",
						"base-unknown",
						`The base, whose policy holds too, is not known: ${found.why}`,
						"Check out with fetch-depth: 0, or let the token read the repository.",
					),
				]
			: [];
	const commit = found.kind === "commit" ? found.commit : undefined;
	return { policy, base, commit, tree: commit === undefined ? undefined : git.tree(commit), reasons };
}

/** The tip of a branch of origin. It is asked for, since the checkout's own may be old; then what is here counts. */
async function tipOf({ git }: GatePorts, branch: string): Promise<string | undefined> {
	const ref = `refs/remotes/origin/${branch}`;
	const known = await git.commit(ref);
	if (known !== undefined) return known;
	const depth = (await git.isShallow()) ? { depth: 1 } : {};
	await git.fetch([`+refs/heads/${branch}:${ref}`], depth).catch(() => undefined);
	return git.commit(ref);
}
