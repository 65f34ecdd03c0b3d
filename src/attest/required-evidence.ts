import { shortDigest } from "../registry/digest.js";
import type { ImageSource } from "../registry/source.js";
import { UserError } from "../runner/errors.js";
import { attachedBundles } from "./attached.js";
import { PROMOTION_RECORD, whyNotRecordOf } from "./promotion-record.js";
import type { Requirement } from "./requirement.js";
import { coveredLevels, TEST_RESULT, whyNotOpen } from "./test-result.js";
import type { BundleVerifier } from "./verify.js";

/** Whether what is required is attached to an image: missing is not passed, and an error is not absence. */

export type EvidenceAnswer = {
	requirement: Requirement;
} /** `covers`: the levels that a gate's verdict is about, `service:level`. */ & (
	| { kind: "found"; bundle: string; signer: string; covers: readonly string[] }
	/** `untrusted`: something of that kind may be there by a signer who does not count. */
	| { kind: "missing"; why: string; untrusted: boolean }
	| { kind: "unknown"; error: UserError }
);

export interface EvidenceQuestion {
	/** `sha256:...` */
	digest: string;
	requirements: readonly Requirement[];
	/** What a gate's verdict must cover, `service:level`. */
	levels: readonly string[];
}

const SIGNATURE = "https://sigstore.dev/cosign/sign/v1";
const PROVENANCE = ["https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v0.2"];
/** Reasons told of one requirement. */
const TOLD = 5;

/** Answers each requirement, in order. Failures of the registry are answers. */
export async function requiredEvidence(
	source: ImageSource,
	{ digest, requirements, levels }: EvidenceQuestion,
	verifier: BundleVerifier,
	signal: AbortSignal,
): Promise<EvidenceAnswer[]> {
	let attached: Awaited<ReturnType<typeof attachedBundles>>;
	try {
		attached = await attachedBundles(source, digest, signal);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return requirements.map((requirement) => ({ requirement, kind: "unknown", error }));
	}
	const looked = attached.map((each) =>
		each.kind === "bundle" ? { ...each, verified: verifier.verify(each.bytes, digest) } : each,
	);
	return requirements.map((requirement): EvidenceAnswer => {
		const reasons: string[] = [];
		let unread: UserError | undefined;
		let untrusted = false;
		for (const each of looked) {
			if (each.kind === "unread") {
				unread ??= each.error;
				continue;
			}
			if (each.kind === "broken") {
				reasons.push(`${shortDigest(each.digest)}: ${each.why}`);
				continue;
			}
			const { verified } = each;
			const { statement } = verified;
			// Of another kind; what can't be read at all may have been meant for this.
			if (statement !== undefined && !isOfKind(requirement, statement.predicateType)) continue;
			const why = verified.trusted ? whyNot(requirement, verified.statement.predicate, levels) : verified.why;
			if (verified.trusted && why === undefined) {
				const covers = requirement.kind === "gate" ? coveredLevels(verified.statement.predicate) : [];
				return { requirement, kind: "found", bundle: each.digest, signer: verified.signer, covers };
			}
			untrusted ||= !verified.trusted;
			reasons.push(`${shortDigest(each.digest)}: ${why}`);
		}
		if (unread !== undefined) return { requirement, kind: "unknown", error: unread };
		return { requirement, kind: "missing", why: missing(reasons), untrusted };
	});
}

function isOfKind({ kind }: Requirement, predicateType: string): boolean {
	if (kind === "gate") return predicateType === TEST_RESULT;
	if (kind === "record") return predicateType === PROMOTION_RECORD;
	if (kind === "signature") return predicateType === SIGNATURE;
	return PROVENANCE.includes(predicateType);
}

function whyNot(requirement: Requirement, predicate: unknown, levels: readonly string[]): string | undefined {
	if (requirement.kind === "gate") return whyNotOpen(predicate, levels);
	if (requirement.kind === "record") return whyNotRecordOf(predicate, requirement.environment);
	return undefined;
}

function missing(reasons: readonly string[]): string {
	if (reasons.length === 0) return "none is attached to it";
	const more = reasons.length > TOLD ? `; and ${reasons.length - TOLD} more` : "";
	return `none that counts is attached to it (${reasons.slice(0, TOLD).join("; ")}${more})`;
}
