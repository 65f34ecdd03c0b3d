import { discard, type HttpResponse } from "./answer.js";
import { type Challenge, challengedScopes, parseChallenges } from "./challenge.js";
import { basicToken, type Credentials, secretsOf } from "./credentials.js";
import { type InsecureRegistries, registryUrl } from "./endpoint.js";
import type { Keychain } from "./keychain.js";
import type { Patience } from "./read-anew.js";
import { type FollowMode, sendFollowing } from "./redirect.js";
import { joinScopes, scopesCover } from "./scope.js";
import type { Secrets } from "./secrets.js";
import { type BearerToken, fetchToken } from "./token.js";
import type { HttpRequest, Transport } from "./transport.js";

/** A request on behalf of a registry, with the scopes that it needs. */
export interface AuthorizedRequest extends HttpRequest {
	registry: string;
	scopes: readonly string[];
	follow?: FollowMode | undefined;
}

/**
 * Sends requests with the credentials that a registry asks for. Nothing is shown before it is asked for, and
 * only to the registry's own origin and its own token service (see token.ts). Tokens are shared by all requests
 * of the run whose scopes they cover; one that expires in mid-copy is renewed and the request sent again.
 */
export interface Authorizer {
	/** The answer of whatever status; 401 when the credentials, or their absence, do not suffice. */
	send(request: AuthorizedRequest): Promise<HttpResponse>;
	/**
	 * Where the credentials for a registry came from, for errors; undefined when none were found, or none were
	 * asked for. It looks for none itself: a keychain that fails would hide the error that is to be explained.
	 */
	credentialsFrom(registry: string): string | undefined;
}

export interface AuthorizerOptions extends Patience {
	transport: Transport;
	keychain: Keychain;
	insecure: InsecureRegistries;
	secrets: Secrets;
}

interface HeldToken {
	scopes: readonly string[];
	token: Promise<BearerToken>;
	/** Set when the token is there. Milliseconds since 1970. */
	expiresAt: number;
}

interface RegistryState {
	root: URL;
	/** The registry has answered at least once, so its challenge, if it has one, is known. */
	known: boolean;
	/** The first request goes alone: otherwise every one of many would be turned away once. */
	first: Promise<void> | undefined;
	challenge: Challenge | undefined;
	tokens: HeldToken[];
}

/** What was sent along, to know what must be renewed. */
interface Shown {
	header: string | undefined;
	token?: HeldToken;
}

const NOTHING: Shown = { header: undefined };

export function createAuthorizer(options: AuthorizerOptions): Authorizer {
	const { transport, keychain, insecure, secrets } = options;
	const states = new Map<string, RegistryState>();
	const origins = new Map<string, string>();

	function stateOf(registry: string): RegistryState {
		const root = registryUrl(registry, insecure);
		const fresh = { root, known: false, first: undefined, challenge: undefined, tokens: [] };
		const state = states.get(registry) ?? fresh;
		states.set(registry, state);
		return state;
	}

	async function credentialsOf(registry: string): Promise<Credentials | undefined> {
		const credentials = await keychain.find(registry);
		if (credentials !== undefined) {
			secrets.add(...secretsOf(credentials));
			origins.set(registry, credentials.from);
		}
		return credentials;
	}

	async function tokenFor(
		state: RegistryState,
		request: AuthorizedRequest,
		challenge: Challenge,
		scopes: readonly string[],
	) {
		const now = options.now();
		state.tokens = state.tokens.filter((held) => held.expiresAt > now);
		const usable = state.tokens.find((held) => scopesCover(held.scopes, scopes));
		if (usable !== undefined) return usable;
		const { registry, countAs } = request;
		const fetched = credentialsOf(registry).then((credentials) =>
			fetchToken({ registryUrl: state.root, registry, challenge, scopes, credentials, countAs }, options),
		);
		const held: HeldToken = { scopes, token: fetched, expiresAt: Number.POSITIVE_INFINITY };
		state.tokens.push(held);
		try {
			held.expiresAt = (await fetched).expiresAt;
		} catch (error) {
			drop(state, held);
			throw error;
		}
		return held;
	}

	/** What to show for a challenge; undefined when there is nothing to show. */
	async function answer(
		state: RegistryState,
		request: AuthorizedRequest,
		challenge: Challenge,
		scopes: readonly string[],
	): Promise<Shown | undefined> {
		const credentials = await credentialsOf(request.registry);
		if (credentials?.kind === "bearer") return { header: `Bearer ${credentials.token}` };
		if (challenge.scheme === "bearer") {
			const held = await tokenFor(state, request, challenge, scopes);
			return { header: `Bearer ${(await held.token).value}`, token: held };
		}
		if (credentials?.kind !== "password") return undefined;
		return { header: `Basic ${basicToken(credentials.username, credentials.password)}` };
	}

	async function send(state: RegistryState, request: AuthorizedRequest): Promise<HttpResponse> {
		const mode = request.follow ?? "all";
		const follow = (shown: Shown) => sendFollowing(transport, request, shown.header, insecure, mode);
		let shown: Shown = NOTHING;
		if (state.challenge !== undefined) {
			shown = (await answer(state, request, state.challenge, request.scopes)) ?? NOTHING;
		}
		let response = await follow(shown);
		// First with all that is needed, then, for services that look at one scope, with what is demanded alone.
		for (const choose of [joinScopes, demandedAlone]) {
			const challenge = challengeOf(response, state.root);
			if (challenge === undefined) return response;
			state.challenge = challenge;
			if (shown.token !== undefined) drop(state, shown.token);
			const scopes = choose(challengedScopes(challenge), request.scopes);
			if (scopes === undefined) return response;
			const next = await answer(state, request, challenge, scopes);
			if (next?.header === undefined || next.header === shown.header) return response;
			await discard(response);
			shown = next;
			response = await follow(shown);
		}
		return response;
	}

	async function inTurn(state: RegistryState, request: AuthorizedRequest): Promise<HttpResponse> {
		if (!state.known && state.first !== undefined) {
			await state.first;
			// If it has failed, all go at once: one after the other, each would have the patience of all before it.
			return send(state, request);
		}
		if (state.known) return send(state, request);
		let finished = () => {};
		state.first = new Promise((resolve) => {
			finished = resolve;
		});
		try {
			const response = await send(state, request);
			state.known = true;
			return response;
		} finally {
			state.first = undefined;
			finished();
		}
	}

	return {
		async send(request) {
			const state = stateOf(request.registry);
			if (request.url.origin === state.root.origin) return inTurn(state, request);
			// An upload's address on another host: it carries its own permission in its query.
			return sendFollowing(transport, request, undefined, insecure, request.follow ?? "all");
		},
		credentialsFrom: (registry) => origins.get(registry),
	};
}

function drop(state: RegistryState, token: HeldToken): void {
	state.tokens = state.tokens.filter((held) => held !== token);
}

/** Undefined when that is no other request than before. */
function demandedAlone(demanded: readonly string[], wanted: readonly string[]): string[] | undefined {
	const same = demanded.length === joinScopes(demanded, wanted).length;
	return demanded.length === 0 || same ? undefined : [...demanded];
}

/** The challenge of an answer that asks for (other) credentials. Only the registry's own origin may ask. */
function challengeOf(response: HttpResponse, root: URL): Challenge | undefined {
	if (response.url.origin !== root.origin) return undefined;
	if (response.status !== 401 && response.status !== 403) return undefined;
	const challenges = parseChallenges(response.headers("www-authenticate"));
	const challenge =
		challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm")) ??
		challenges.find(({ scheme }) => scheme === "basic");
	const wider = challenge?.parameters.get("error") === "insufficient_scope";
	return response.status === 401 || wider ? challenge : undefined;
}
