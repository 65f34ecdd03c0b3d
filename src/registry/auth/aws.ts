import type { PassingCredentials } from "./ambient.js";

/** What GetAuthorizationToken answers, of both of AWS's registries. */
export interface AuthorizationData {
	/** base64 of `AWS:password`. */
	authorizationToken?: string | undefined;
	expiresAt?: Date | undefined;
}

/** Source: Amazon ECR API Reference, GetAuthorizationToken: "valid for 12 hours". */
const LIFETIME = 12 * 60 * 60 * 1000;

/** @throws Error when the answer holds no user and password */
export function ofAuthorization(data: AuthorizationData | undefined, from: string): PassingCredentials {
	const decoded = Buffer.from(data?.authorizationToken ?? "", "base64").toString("utf8");
	const colon = decoded.indexOf(":");
	if (colon <= 0) throw new Error("the answer holds no token");
	const expiresAt = data?.expiresAt?.getTime() ?? Date.now() + LIFETIME;
	return {
		kind: "password",
		username: decoded.slice(0, colon),
		password: decoded.slice(colon + 1),
		from,
		expiresAt,
	};
}

/** Whether AWS's own search (environment, files, web identity, container, instance) found nothing. */
export function noAwsCredentials(error: unknown): boolean {
	return error instanceof Error && error.name === "CredentialsProviderError";
}

/** Whether the identity lacks the permission. */
export function isDenied(error: unknown): boolean {
	return error instanceof Error && /^AccessDenied/.test(error.name);
}
