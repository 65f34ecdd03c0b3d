import type { ActionModule } from "../../runner/action.js";
import { INPUTS, OUTPUTS, type PromoteInputs, parseInputs } from "./inputs.js";
import { type PromotePorts, promotePorts } from "./ports.js";
import { run } from "./promote.js";
import { report } from "./report.js";
import type { PromoteResult } from "./result.js";

/** `promote`: the same digests, in the next registry. */
export const promoteAction: ActionModule<PromoteInputs, PromotePorts, PromoteResult> = {
	name: "promote",
	description: "The same digests, in the next registry: the whole set or nothing, tags last.",
	inputs: INPUTS,
	outputs: OUTPUTS,
	examples: [
		"sluice promote --images 'ghcr.io/acme/shop/cart:1.2.3 => registry.internal/shop/cart:1.2.3'",
		"sluice promote --services cart,catalog --versions cart=1.2.3,catalog=2.0.1 --from staging --to production --dry-run",
		"sluice promote --images 'oci-layout:image => localhost:5000/cart' --tags 1.2.3,latest --move-tags latest",
		"sluice promote --images 'ghcr.io/acme/shop/cart:1.2.3 => oci-layout:export/cart'",
	],
	parse: parseInputs,
	ports: promotePorts,
	run,
	answersStop: true,
	report,
};
