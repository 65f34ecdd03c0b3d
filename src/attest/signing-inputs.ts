import type { EventContext } from "../context/event.js";
import type { InputSpec, Inputs } from "../runner/inputs.js";
import { type SigstoreInstance, sigstoreInstance } from "./instance.js";
import type { Signing } from "./sign.js";
import { parseSigningKey, type SigningKey } from "./signing-key.js";

/** The inputs of actions that sign. Pure. */

export const SIGNING_INPUTS: readonly InputSpec[] = [
	{
		name: "signing-key",
		description:
			"The private key that signs, in PEM: ECDSA on P-256 or Ed25519, not encrypted. Default: keyless, by the job's OIDC token (`id-token: write`).",
		secret: true,
	},
	{
		name: "sigstore",
		description:
			"The instance of keyless signatures: public, github, or lines of fulcio, rekor and timestamp with their addresses. Default: public for a public repository, else github. With `signing-key` nothing is asked unless it is given.",
	},
];

/** Who the OIDC token is shown to: Fulcio takes no other. */
export const SIGSTORE_AUDIENCE = "sigstore";

export interface SigningInputs {
	key: SigningKey | undefined;
	/** As it was given; checked. */
	sigstore: string | undefined;
}

/** @throws UserError `invalid-signing-key`, `invalid-sigstore` */
export function parseSigningInputs(inputs: Inputs): SigningInputs {
	const pem = inputs.text("signing-key");
	const sigstore = inputs.text("sigstore");
	if (sigstore !== undefined) sigstoreInstance(sigstore, { server: undefined, isPublic: undefined });
	return { key: pem === undefined ? undefined : parseSigningKey(pem), sigstore };
}

const NOTHING: SigstoreInstance = { fulcio: undefined, rekor: undefined, timestamp: undefined };

/** How this run signs. @throws UserError `invalid-sigstore` */
export function signingOf(
	{ key, sigstore }: SigningInputs,
	event: Pick<EventContext, "serverUrl" | "isPublic">,
	identityToken: Signing["identityToken"],
): Signing {
	const place = { server: event.serverUrl, isPublic: event.isPublic };
	const instance = key !== undefined && sigstore === undefined ? NOTHING : sigstoreInstance(sigstore, place);
	return { key, instance, identityToken };
}
