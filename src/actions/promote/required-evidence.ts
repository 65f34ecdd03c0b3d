import type { Catalogue } from "../../catalog/service.js";
import type { RequiredEvidence } from "../../promotion/evidence.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";
import { problemsAsError } from "../../runner/problem.js";
import { declaredLevels } from "./declared-levels.js";
import { requirementsOf } from "./environment.js";
import { checkRequired } from "./environment-places.js";
import { type PromoteInputs, platformsAndRequire, trustMissing } from "./inputs.js";
import type { MadeSet } from "./made-set.js";
import type { PromotePorts } from "./ports.js";

/** What is required of the sources; nothing is loaded where nothing is. */
export async function requiredEvidence(
	inputs: PromoteInputs,
	{ items, to, environments: declared }: MadeSet,
	ports: PromotePorts,
): Promise<RequiredEvidence | undefined> {
	const requirements = requirementsOf(inputs.require, to, inputs.configFile);
	checkRequired(items, {
		to,
		environments: declared,
		asked: requirements,
		insecure: inputs.insecureRegistries,
		file: inputs.configFile,
	});
	if (requirements.length === 0) return undefined;
	if (inputs.platforms.length > 0)
		throw platformsAndRequire(`the environment ${quote(to?.name ?? "")} requires evidence`);
	if (inputs.trust.length === 0)
		throw trustMissing(`The environment ${quote(to?.name ?? "")} requires evidence, and this is called`);
	const verifier = await ports.verifier(inputs.trust);
	if (!requirements.some(({ kind }) => kind === "gate"))
		return { requirements, verifier, levels: () => undefined };
	const catalogue = await manifests(ports);
	const environments = [...(catalogue?.settings.environments ?? []), ...(to === undefined ? [] : [to])];
	return {
		requirements,
		verifier,
		levels: (item) =>
			catalogue === undefined
				? undefined
				: declaredLevels(item, catalogue, environments, inputs.insecureRegistries),
	};
}

/** The manifests that say what a gate has to cover; undefined where there is no repository. Broken ones refuse. */
async function manifests(ports: PromotePorts): Promise<Catalogue | undefined> {
	let catalogue: Catalogue;
	try {
		catalogue = await ports.catalogue();
	} catch (thrown) {
		if (thrown instanceof UserError && NO_REPOSITORY.has(thrown.code)) return undefined;
		throw thrown;
	}
	const wrong = problemsAsError(catalogue.problems);
	if (wrong !== undefined) throw wrong;
	return catalogue;
}

/** Images are promoted by name where there is no checkout, or no git. */
const NO_REPOSITORY: ReadonlySet<string> = new Set(["git-no-repository", "git-missing"]);
