import { randomBytes } from "node:crypto";
import { RegistryError } from "./errors.ts";
import type { Reply } from "./reply.ts";

export type Action = "pull" | "push" | "delete";
const ACTIONS: readonly Action[] = ["pull", "push", "delete"];

export interface BasicAuth {
	kind: "basic";
	username: string;
	password: string;
}

/** Bearer tokens from `/token`, scoped per repository and action. */
export interface TokenAuth {
	kind: "token";
	/** With both, `/token` checks basic credentials; without, everybody is anonymous. */
	username?: string;
	password?: string;
	/** What a user with these credentials is granted of what is asked. Default all. */
	actions?: readonly Action[];
	/** What anybody is granted. Default nothing when there is a user, all otherwise. */
	anonymous?: readonly Action[];
	/** Seconds until a token expires. Default 300. */
	expiresIn?: number;
}

export type AuthOptions = { kind: "none" } | BasicAuth | TokenAuth;

/** What the credentials of a request permit. */
export interface Grant {
	mayPull(name: string): boolean;
}

export interface Authenticator {
	/** The grant of a request that wants `action` in a repository (or neither, for `/v2/`), or 401. */
	authorize(authorization: string | undefined, name: string, action: Action | undefined): Grant;
	/** GET /token; undefined when there are no tokens. */
	token: ((authorization: string | undefined, query: URLSearchParams) => Reply) | undefined;
}

const EVERYTHING: Grant = { mayPull: () => true };
const BASIC_REALM = { "www-authenticate": 'Basic realm="embedded-registry"' };
const SERVICE = "embedded-registry";

export function authenticator(options: AuthOptions, url: () => string): Authenticator {
	if (options.kind === "token") return new Tokens(options, url);
	return {
		authorize(authorization) {
			if (options.kind === "basic" && !isUser(authorization, options)) throw unauthorized(BASIC_REALM);
			return EVERYTHING;
		},
		token: undefined,
	};
}

interface Token {
	/** Milliseconds since the epoch. */
	expires: number;
	/** Actions by the name of the repository. */
	scopes: Map<string, Set<Action>>;
}

class Tokens implements Authenticator {
	readonly #options: TokenAuth;
	readonly #url: () => string;
	readonly #lifetime: number;
	readonly #tokens = new Map<string, Token>();

	constructor(options: TokenAuth, url: () => string) {
		this.#options = options;
		this.#url = url;
		this.#lifetime = options.expiresIn ?? 300;
	}

	authorize(authorization: string | undefined, name: string, action: Action | undefined): Grant {
		if (authorization === undefined) throw this.#challenge(name, action);
		const text = /^bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
		const token = this.#tokens.get(text);
		if (!token || token.expires <= Date.now()) throw this.#challenge(name, action, "invalid_token");
		if (action !== undefined && !token.scopes.get(name)?.has(action)) {
			throw this.#challenge(name, action, "insufficient_scope");
		}
		return { mayPull: (other) => token.scopes.get(other)?.has("pull") ?? false };
	}

	token = (authorization: string | undefined, query: URLSearchParams): Reply => {
		const granted = this.#grantedTo(authorization);
		const now = Date.now();
		for (const [text, { expires }] of this.#tokens) if (expires <= now) this.#tokens.delete(text);
		const text = randomBytes(24).toString("base64url");
		const scopes = readScopes(query.getAll("scope"), granted);
		this.#tokens.set(text, { expires: now + this.#lifetime * 1000, scopes });
		const answer = {
			token: text,
			access_token: text,
			expires_in: Math.ceil(this.#lifetime),
			issued_at: new Date(now).toISOString(),
		};
		return {
			status: 200,
			headers: { "content-type": "application/json", "cache-control": "no-store" },
			body: Buffer.from(JSON.stringify(answer)),
		};
	};

	#grantedTo(authorization: string | undefined): readonly Action[] {
		const { username, password, actions = ACTIONS } = this.#options;
		const hasUser = username !== undefined && password !== undefined;
		const anonymous = this.#options.anonymous ?? (hasUser ? undefined : ACTIONS);
		// Wrong credentials are refused even where none would do.
		if (authorization !== undefined && hasUser) {
			if (isUser(authorization, { username, password })) return actions;
			throw unauthorized(BASIC_REALM);
		}
		if (anonymous === undefined) throw unauthorized(BASIC_REALM);
		return anonymous;
	}

	#challenge(name: string, action: Action | undefined, error?: string): RegistryError {
		const parts = [`realm="${this.#url()}/token"`, `service="${SERVICE}"`];
		if (action !== undefined) {
			parts.push(`scope="repository:${name}:${action === "push" ? "pull,push" : action}"`);
		}
		if (error !== undefined) parts.push(`error="${error}"`);
		return unauthorized({ "www-authenticate": `Bearer ${parts.join(",")}` });
	}
}

function unauthorized(headers: Record<string, string>): RegistryError {
	return new RegistryError(401, "UNAUTHORIZED", "authentication required", headers);
}

function isUser(authorization: string | undefined, user: { username: string; password: string }): boolean {
	const encoded = /^basic (\S+)$/i.exec(authorization ?? "")?.[1];
	return (
		encoded !== undefined &&
		Buffer.from(encoded, "base64").toString("utf8") === `${user.username}:${user.password}`
	);
}

/** `repository:name:pull,push`, each in a parameter of its own or apart by spaces; what is not granted is left out. */
function readScopes(parameters: readonly string[], granted: readonly Action[]): Map<string, Set<Action>> {
	const scopes = new Map<string, Set<Action>>();
	for (const scope of parameters.flatMap((each) => each.split(" "))) {
		const [, name, asked] = /^repository:([^:]+):(.+)$/.exec(scope) ?? [];
		if (name === undefined || asked === undefined) continue;
		const actions = scopes.get(name) ?? new Set();
		const wanted = asked.split(",");
		for (const action of granted) if (wanted.includes(action)) actions.add(action);
		scopes.set(name, actions);
	}
	return scopes;
}
