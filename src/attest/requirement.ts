import { UserError } from "../runner/errors.js";
import { didYouMean, quote } from "../runner/inputs.js";

/** What must be attached to an image before it is promoted (`require`). Pure. */
export type Requirement =
	| { kind: "gate" | "signature" | "attestation" }
	| { kind: "record"; environment: string };

const KINDS = ["gate", "signature", "attestation"] as const;

/**
 * Reads `gate`, `signature`, `attestation` and `record:<environment>`, each once.
 * @throws UserError `invalid-require`
 */
export function parseRequirements(
	words: readonly string[],
	place: { input?: string; file?: string },
): Requirement[] {
	return [...new Set(words.map((word) => word.trim()))].map((word) => {
		const kind = KINDS.find((each) => each === word);
		if (kind !== undefined) return { kind };
		const environment = /^record:\s*(\S.*)$/.exec(word)?.[1];
		if (environment !== undefined) return { kind: "record", environment };
		throw new UserError("invalid-require", `What is required has ${quote(word)}, which is no evidence`, {
			...place,
			hint: `Write gate, signature, attestation or record:ENVIRONMENT.${didYouMean(word, KINDS)}`,
		});
	});
}

/** As it is written. */
export function formatRequirement(requirement: Requirement): string {
	return requirement.kind === "record" ? `record:${requirement.environment}` : requirement.kind;
}
