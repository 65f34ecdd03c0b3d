import type { RequiredEvidence } from "../../promotion/evidence.js";
import { failureOf } from "../../promotion/failure.js";
import { type Journal, parseJournal } from "../../promotion/journal.js";
import { type Promotion, promoteSet } from "../../promotion/promotion.js";
import { UserError } from "../../runner/errors.js";
import { imageSet } from "./image-set.js";
import type { PromoteInputs } from "./inputs.js";
import type { MadeSet } from "./made-set.js";
import type { PromotePorts } from "./ports.js";
import { recordPromotion } from "./record.js";
import { requiredEvidence } from "./required-evidence.js";
import type { PromoteResult } from "./result.js";
import { serviceSet } from "./service-set.js";
import { resultOf } from "./told.js";

/** Makes the set and promotes it. What the user can mend is an outcome (refused), not a thrown error. */
export async function run(inputs: PromoteInputs, ports: PromotePorts): Promise<PromoteResult> {
	try {
		const ended = await promotion(inputs, ports);
		const { to } = inputs.set;
		const recorded =
			to === undefined || inputs.dryRun
				? { records: [], problems: [] }
				: await recordPromotion(ended, to, ports.record);
		const { source } = ended.requests;
		// Records are read and attached at destinations, after the promotion has counted.
		const requests = { source, destination: ports.promotion.client.requests() - source };
		return resultOf({ ...ended, requests }, inputs.dryRun, recorded);
	} finally {
		await ports.promotion.client.close();
	}
}

async function promotion(inputs: PromoteInputs, ports: PromotePorts): Promise<Promotion> {
	let ready: Ready;
	try {
		ready = await prepared(inputs, ports);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return refusedBy(thrown, ports);
	}
	const { items, evidence, compatibility, journal } = ready;
	const { referrers, heal, onFailure, planDigest, dryRun, concurrency, platforms } = inputs;
	const options = {
		insecureRegistries: inputs.insecureRegistries,
		referrers,
		heal,
		onFailure,
		planDigest,
		journal,
		dryRun,
		concurrency,
		platforms,
		evidence,
		compatibility,
	};
	return promoteSet(items, options, ports.promotion);
}

/** What a promotion needs besides its inputs. */
interface Ready extends Pick<MadeSet, "items" | "compatibility"> {
	evidence: RequiredEvidence | undefined;
	journal: Journal | undefined;
}

async function prepared(inputs: PromoteInputs, ports: PromotePorts): Promise<Ready> {
	const made =
		inputs.set.kind === "images"
			? await imageSet(inputs, inputs.set, ports)
			: await serviceSet(inputs, inputs.set, ports);
	const evidence = await requiredEvidence(inputs, made, ports);
	const journal =
		inputs.journal === undefined
			? undefined
			: parseJournal(await ports.readJournal(inputs.journal), inputs.journal);
	return { items: made.items, compatibility: made.compatibility, evidence, journal };
}

/** A promotion that ended before it looked at any image. */
function refusedBy(error: UserError, ports: PromotePorts): Promotion {
	const failure = failureOf(error, ports.promotion.signal);
	return {
		outcome: { kind: "refused", cause: failure.cause },
		planDigest: undefined,
		images: [],
		bytes: { moved: 0, mounted: 0, present: 0 },
		requests: { source: 0, destination: 0 },
		rolledBack: [],
		residue: [],
		problems: [failure.problem],
	};
}
