import type { Challenge } from "./challenge.js";
import { basicToken, type Credentials } from "./credentials.js";
import { type InsecureRegistries, redactUrl, refusal } from "./endpoint.js";
import type { Keychain } from "./keychain.js";
import { parseRegistry } from "./name.js";
import { type Patience, readAnew } from "./read-anew.js";
import { RegistryError, refusedRequest } from "./registry-error.js";
import type { Secrets } from "./secrets.js";
import { isOwnTokenService } from "./token-service.js";
import type { HttpRequest, Transport } from "./transport.js";

/**
 * Bearer tokens from a registry's token service.
 * Source: distribution's "Token Authentication Specification" and "OAuth2 Token Authentication".
 */
export interface BearerToken {
	value: string;
	/** Milliseconds since 1970. */
	expiresAt: number;
}

export interface TokenRequest {
	/** The root of the API that sent the challenge. */
	registryUrl: URL;
	registry: string;
	challenge: Challenge;
	scopes: readonly string[];
	credentials: Credentials | undefined;
	countAs: string;
}

export interface TokenPorts extends Patience {
	transport: Transport;
	/** Says which hosts the user has named. */
	keychain: Keychain;
	insecure: InsecureRegistries;
	/** The token is hidden before anything else can see it. */
	secrets: Secrets;
}

/** More than any token service sends. */
const MAX_BODY = 64 * 1024;
/** What the specification says for an answer without `expires_in`. */
const DEFAULT_LIFETIME_SECONDS = 60;
/** A token is renewed before it ends, so that a request does not meet its end under way. */
const USED_LIFETIME = 0.9;
const CLIENT_ID = "sluice";

/**
 * Fetches a token. A realm that breaks the rules of endpoint.ts gets no request at all. Credentials are sent only to
 * a token service that is the registry's own (token-service.ts), or for whose host the user gives the same by name;
 * without any, each may be asked. Redirects are not followed.
 * @throws RegistryError `registry-unauthorized`, `unsafe-token-service`, `foreign-token-service`,
 *   `registry-unreachable` and the like
 */
export async function fetchToken(request: TokenRequest, ports: TokenPorts): Promise<BearerToken> {
	const { registry, scopes, credentials } = request;
	const realm = safeRealm(request, ports.insecure);
	if (credentials !== undefined && !isOwnTokenService(request.registryUrl, realm)) {
		await checkGivenFor(realm, registry, credentials, ports.keychain);
	}
	const sentAt = ports.now();
	const message = tokenMessage(realm, request);
	const { response, body } = await readAnew(() => ports.transport.send(message), MAX_BODY, ports);
	const text = body?.toString("utf8") ?? "";
	if (response.status !== 200) {
		throw refusedRequest({
			registry,
			repository: "",
			doing: `get a token for ${scopes.join(" and ") || "no scope"} from ${redactUrl(realm)}`,
			status: response.status,
			body: ports.secrets.scrub(text),
			retryAfter: response.header("retry-after"),
			credentials: credentials?.from,
		});
	}
	const answer = parseToken(text);
	if (answer === undefined) {
		const message = `${registry}: the token service ${redactUrl(realm)} gave an answer without a token.`;
		throw new RegistryError(
			"registry-failed",
			message,
			{},
			{ hint: "Run it again later, or look into its log." },
		);
	}
	ports.secrets.add(answer.token);
	return { value: answer.token, expiresAt: sentAt + answer.lifetime * 1000 * USED_LIFETIME };
}

function safeRealm({ registryUrl, registry, challenge }: TokenRequest, insecure: InsecureRegistries): URL {
	const text = challenge.parameters.get("realm") ?? "";
	const realm = URL.canParse(text) ? new URL(text) : undefined;
	const reason = realm === undefined ? "it cannot be read" : refusal(registryUrl, realm, insecure);
	if (realm !== undefined && reason === undefined) return realm;
	const where = realm === undefined ? "" : ` (${redactUrl(realm)})`;
	const message = `${registry} names a token service that must not get credentials: ${reason}${where}.`;
	throw new RegistryError(
		"unsafe-token-service",
		message,
		{},
		{
			hint: "Look into the registry's setting of its token service (realm): it has to be an https address.",
		},
	);
}

/**
 * What is given for the service's host must be the same secret. Another one may not stand in for it: with
 * credentials for ghcr.io a stranger's registry that names ghcr.io's token service would get a token of it.
 */
async function checkGivenFor(
	realm: URL,
	registry: string,
	credentials: Credentials,
	keychain: Keychain,
): Promise<void> {
	const host = parseRegistry(realm.host);
	// A helper that fails for a host that the registry chose must not hide what this is about.
	const given = host === undefined ? undefined : await keychain.find(host, "given").catch(() => undefined);
	if (given !== undefined && isSame(given, credentials)) return;
	throw new RegistryError(
		"foreign-token-service",
		`${registry} names a token service on a host that is not its own, ${realm.host}, so it does not get the credentials from ${credentials.from}.`,
		{},
		{
			hint: `If that service belongs to this registry, say so: give the same user name and password also for ${realm.host}, as an entry of its own in registry-auth. If not, the registry is set up wrongly, or not to be trusted.`,
		},
	);
}

function isSame(a: Credentials, b: Credentials): boolean {
	if (a.kind === "password") {
		return b.kind === "password" && a.username === b.username && a.password === b.password;
	}
	return b.kind === a.kind && a.token === b.token;
}

function tokenMessage(realm: URL, request: TokenRequest): HttpRequest {
	const { challenge, scopes, credentials, countAs } = request;
	const service = challenge.parameters.get("service");
	if (credentials?.kind === "identity") {
		const form = new URLSearchParams({ grant_type: "refresh_token", client_id: CLIENT_ID });
		if (service !== undefined) form.set("service", service);
		if (scopes.length > 0) form.set("scope", scopes.join(" "));
		form.set("refresh_token", credentials.token);
		const headers = { "content-type": "application/x-www-form-urlencoded" };
		return { method: "POST", url: realm, headers, body: Buffer.from(form.toString()), countAs };
	}
	const url = new URL(realm);
	if (service !== undefined) url.searchParams.set("service", service);
	for (const scope of scopes) url.searchParams.append("scope", scope);
	const headers: Record<string, string> = {};
	if (credentials?.kind === "password") {
		headers.authorization = `Basic ${basicToken(credentials.username, credentials.password)}`;
	}
	return { method: "GET", url, headers, countAs };
}

function parseToken(text: string): { token: string; lifetime: number } | undefined {
	let answer: unknown;
	try {
		answer = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof answer !== "object" || answer === null) return undefined;
	const fields = new Map<string, unknown>(Object.entries(answer));
	const token = [fields.get("token"), fields.get("access_token")].find(isHeaderText);
	if (token === undefined) return undefined;
	const stated = fields.get("expires_in");
	const lifetime = typeof stated === "number" && stated > 0 ? stated : DEFAULT_LIFETIME_SECONDS;
	return { token, lifetime };
}

function isHeaderText(value: unknown): value is string {
	return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}
