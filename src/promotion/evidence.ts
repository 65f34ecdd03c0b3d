import type { EvidenceAnswer } from "../attest/required-evidence.js";
import { requiredEvidence } from "../attest/required-evidence.js";
import { formatRequirement, type Requirement } from "../attest/requirement.js";
import type { BundleVerifier } from "../attest/verify.js";
import type { RegistryClient } from "../registry/client.js";
import { createLimit } from "../registry/limit.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import type { Refusal } from "./plan.js";
import type { PromotionItem } from "./request.js";
import type { OpenedImage } from "./resolve.js";

/** The evidence that images must carry before they are promoted. */

export interface RequiredEvidence {
	requirements: readonly Requirement[];
	verifier: BundleVerifier;
	/** What a gate's verdict on this image must cover, `service:level`; undefined: nothing here says so. */
	levels(item: PromotionItem): readonly string[] | undefined;
}

/** Evidence that was found and counts. */
export interface FoundEvidence {
	/** As it is written: `gate`, `record:staging`. */
	requirement: string;
	/** The digest of the bundle. */
	attestation: string;
	signer: string;
}

export interface CheckedEvidence {
	/** By image, in their order. */
	found: readonly (readonly FoundEvidence[])[];
	refusals: readonly Refusal[];
	problems: readonly Problem[];
}

interface EvidencePorts {
	client: RegistryClient;
	/** Images at once. */
	concurrency: number;
	signal: AbortSignal;
}

/** Looks at the digest of each source. Everything that is missing is told, of each image. */
export async function checkEvidence(
	images: readonly OpenedImage[],
	required: RequiredEvidence,
	{ client, concurrency, signal }: EvidencePorts,
): Promise<CheckedEvidence> {
	const limit = createLimit(concurrency);
	const { requirements, verifier, levels } = required;
	const answers = await Promise.all(
		images.map(({ item, root, opened }) =>
			limit(() =>
				requiredEvidence(
					opened,
					{ digest: root.digest, requirements, levels: levels(item) ?? [] },
					verifier,
					signal,
				),
			),
		),
	);
	signal.throwIfAborted();
	const refusals = await Promise.all(
		images.map(async (image, index) => {
			const own: Refusal[] = [];
			for (const answer of answers[index] ?? []) {
				const older = answer.kind === "missing" ? await olderTag(image, answer.requirement, client) : "";
				own.push(...refusalsOf(image, answer, older));
			}
			return own;
		}),
	);
	return {
		found: answers.map((each) => each.flatMap(foundEvidence)),
		refusals: refusals.flat(),
		problems: images.flatMap((image, index) =>
			levels(image.item) === undefined
				? (answers[index] ?? []).flatMap((each) => uncovered(image, each))
				: [],
		),
	};
}

/** A verdict that counts, and that was held against no manifest: it may say less than the service tests. */
function uncovered({ source }: OpenedImage, answer: EvidenceAnswer): Problem[] {
	if (answer.kind !== "found" || answer.requirement.kind !== "gate") return [];
	const covers = answer.covers.slice(0, TOLD).join(", ") || "nothing";
	const more = answer.covers.length > TOLD ? ` and ${answer.covers.length - TOLD} more` : "";
	return [
		problem(
			"warning",
			"gate-levels-unknown",
			`Which levels the gate's verdict on ${source} must cover is not known: no manifest here declares this image. It covers ${covers}${more}`,
			{
				hint: "Check out the repository with its manifests, or promote it by 'services': then every level is asked for.",
			},
		),
	];
}

/** Levels that are told of one verdict. */
const TOLD = 10;

function foundEvidence(answer: EvidenceAnswer): FoundEvidence[] {
	if (answer.kind !== "found") return [];
	const { requirement, bundle, signer } = answer;
	return [{ requirement: formatRequirement(requirement), attestation: bundle, signer }];
}

/** The tags under which cosign 1 and 2 kept signatures and attestations. Source: cosign, `specs/SIGNATURE_SPEC.md`. */
const OLDER = { signature: "sig", attestation: "att" } as const;

/** Says so where there is a signature of the older form, which is not read; it only explains. */
async function olderTag(
	{ opened, root }: OpenedImage,
	{ kind }: Requirement,
	client: RegistryClient,
): Promise<string> {
	const { repository } = opened;
	if (repository === undefined || (kind !== "signature" && kind !== "attestation")) return "";
	const tag = `${root.digest.replace(":", "-")}.${OLDER[kind]}`;
	try {
		const head = await client.headManifest({ ...repository, tag });
		return head === undefined ? "" : `; the tag ${tag} holds one in cosign's older form, which is not read`;
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return "";
	}
}

function refusalsOf({ source, root }: OpenedImage, answer: EvidenceAnswer, older: string): Refusal[] {
	const name = formatRequirement(answer.requirement);
	const image = `${source} (${root.digest})`;
	if (answer.kind === "missing") {
		return [
			{
				code: "evidence-missing",
				message: `${image} lacks the required evidence '${name}': ${answer.why}${older}`,
				hint: answer.untrusted
					? `${ADD_SIGNER} ${HINTS[answer.requirement.kind]}`
					: HINTS[answer.requirement.kind],
				fault: "refused",
			},
		];
	}
	if (answer.kind === "unknown") {
		const { error } = answer;
		return [
			{
				code: "evidence-unreadable",
				message: `Whether ${image} has the required evidence '${name}' can't be told: ${error.message.replace(/\.$/, "")}`,
				hint: error.hint ?? "Run it again.",
				fault: error.fault === "request" ? "outside" : error.fault,
			},
		];
	}
	return [];
}

/** Reusable workflows have a default of their own, which names runs of the default branch alone. */
const ADD_SIGNER =
	"If who signed it is trusted, add an entry with its repository, workflow and ref to 'trust' (an input of the workflows deliver and promote too, where it replaces the default). Otherwise:";

const HINTS: Record<Requirement["kind"], string> = {
	gate: "Let the last gate attest this digest (input 'attest'), and name who signs it in 'trust'.",
	signature:
		"Sign it with cosign (--new-bundle-format, so that the signature refers to the image), and name who signs it in 'trust'.",
	attestation:
		"Attest its build (actions/attest-build-provenance with push-to-registry: true), and name who signs it in 'trust'.",
	record: "Promote it to that environment first, with something to sign the record with.",
};
