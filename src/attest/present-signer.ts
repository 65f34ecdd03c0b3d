import { createPublicKey, type KeyObject } from "node:crypto";
import { UserError } from "../runner/errors.js";
import { PUBLIC_GOOD } from "./instance.js";
import type { Signing } from "./sign.js";
import type { TrustedWorkflow } from "./trust.js";

/** Who signs in this run, so that what was signed before can be told from what somebody else has signed. */
export type PresentSigner =
	| { kind: "key"; key: KeyObject }
	/** As `trust` would name it; `isPublic`: with certificates of the public instance. */
	| { kind: "workflow"; workflow: TrustedWorkflow; isPublic: boolean };

/**
 * `server` is that of GitHub, `https://github.com`. Without a key the run's OIDC token is asked for.
 * @throws UserError `no-signer`, `identity-token-failed`
 */
export async function presentSigner(
	{ key, instance, identityToken }: Signing,
	server: string,
): Promise<PresentSigner> {
	if (key !== undefined) return { kind: "key", key: createPublicKey(key.publicKey) };
	if (identityToken === undefined) throw new UserError("no-signer", "There is no identity to sign with");
	return {
		kind: "workflow",
		workflow: workflowOf(await identityToken(), server),
		isPublic: instance.fulcio === PUBLIC_GOOD.fulcio,
	};
}

/**
 * What Fulcio puts into a certificate for a token of GitHub. The token is not verified: it is our own.
 * Source: GitHub, "OpenID Connect reference"; Fulcio, `docs/oid-info.md`.
 */
function workflowOf(token: string, server: string): TrustedWorkflow {
	let claims: Partial<Record<"iss" | "repository" | "ref" | "job_workflow_ref", unknown>>;
	try {
		claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) ?? {};
	} catch {
		// The parser's own message may quote the token.
		throw unknown("its claims are not JSON");
	}
	const text = (name: keyof typeof claims): string => {
		const value = claims[name];
		if (typeof value === "string" && value !== "") return value;
		throw unknown(`it has no ${name}`);
	};
	return {
		kind: "workflow",
		issuer: text("iss"),
		repository: `${server}/${text("repository")}`,
		workflow: `${server}/${text("job_workflow_ref").replace(/@.*$/s, "")}`,
		ref: text("ref"),
		trustedRoot: undefined,
	};
}

function unknown(why: string): UserError {
	return new UserError("identity-token-failed", `The runner's OIDC token can't be read: ${why}`, {
		fault: "outside",
		hint: "Give 'signing-key' where the runner's identity is not one of GitHub.",
	});
}
