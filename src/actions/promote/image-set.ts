import { isLayout } from "../../registry/name.js";
import { environmentOf } from "./environment.js";
import { checkInside } from "./environment-places.js";
import { imageItems, needsCommit } from "./image-lines.js";
import type { PromoteInputs, PromotionSet } from "./inputs.js";
import type { MadeSet } from "./made-set.js";
import type { PromotePorts } from "./ports.js";

/** The set that the lines of `images` make, and the environment that holds for it. */
export async function imageSet(
	inputs: PromoteInputs,
	set: Extract<PromotionSet, { kind: "images" }>,
	ports: PromotePorts,
): Promise<MadeSet> {
	// Without `to` as well: a destination may lie in an environment all the same. No folder does.
	const isInRegistry = set.lines.some(
		({ destination }) => destination !== undefined && !isLayout(destination),
	);
	// Who names no environment needs no default branch: it may be out of reach of a job without credentials for git.
	const orHere = set.to === undefined;
	const settings = orHere && !isInRegistry ? {} : await ports.settings({ orHere });
	const to = set.to === undefined ? undefined : environmentOf(settings, set.to, "to", inputs.configFile);
	const sha = needsCommit(inputs.tags) ? await ports.head() : undefined;
	const items = imageItems(set.lines, { to, tags: inputs.tags, moveTags: inputs.moveTags ?? [], sha });
	checkInside(items, to, inputs.insecureRegistries);
	return { items, to, environments: settings.environments ?? [], compatibility: undefined };
}
