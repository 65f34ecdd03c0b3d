import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { UserError } from "../runner/errors.js";
import { parseRegistry } from "./name.js";

/** What one shows a registry. `from` says where it was found, for errors. */
export type Credentials =
	| { kind: "password"; username: string; password: string; from: string }
	/** An OAuth2 refresh token, exchanged at the registry's token service. */
	| { kind: "identity"; token: string; from: string }
	/** A bearer token that is sent as it is. */
	| { kind: "bearer"; token: string; from: string };

/** One entry of the input `registry-auth`. */
export interface RegistryLogin {
	/** `host[:port]`, as in names of images. */
	registry: string;
	username: string;
	password: string;
}

const INPUT = "registry-auth";
const KEYS = ["registry", "username", "password"] as const;
type Key = (typeof KEYS)[number];
const EXAMPLE =
	"Write a list, each entry with registry, username and password, such as `- registry: ghcr.io`.";
const MAX_ENTRIES = 200;

/**
 * The input `registry-auth`: YAML as docker/login-action takes it. All values are read as strings, so that
 * a password of digits stays what it is. No value ever stands in an error.
 * @throws UserError `invalid-registry-auth`, with line and column
 */
export function parseRegistryAuth(text: string): RegistryLogin[] {
	const lines = new LineCounter();
	const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
	const wrong = (message: string, offset: number | undefined) => {
		const place = offset === undefined ? undefined : lines.linePos(offset);
		return new UserError("invalid-registry-auth", `The input ${INPUT} ${message}.`, {
			hint: EXAMPLE,
			input: INPUT,
			line: place?.line,
			column: place?.col,
		});
	};
	const error = document.errors[0];
	// The parser's own message may quote what stands there, and that may be the password.
	if (error !== undefined) throw wrong(`is not valid YAML (${error.code})`, error.pos[0]);
	const root = document.contents;
	if (root === null) return [];
	if (isScalar(root) && root.value === "") return [];
	if (!isSeq(root)) throw wrong("is not a list", start(root));
	if (root.items.length > MAX_ENTRIES) throw wrong(`has more than ${MAX_ENTRIES} entries`, start(root));
	const logins = new Map<string, RegistryLogin>();
	for (const item of root.items) {
		const { login, at } = parseLogin(item, wrong);
		if (logins.has(login.registry)) throw wrong(`names ${login.registry} twice`, at);
		logins.set(login.registry, login);
	}
	return [...logins.values()];
}

type Wrong = (message: string, offset: number | undefined) => UserError;

function parseLogin(item: unknown, wrong: Wrong): { login: RegistryLogin; at: number | undefined } {
	const at = start(item);
	if (!isMap(item)) throw wrong("has an entry without keys", at);
	const values = new Map<Key, { text: string; at: number | undefined }>();
	for (const pair of item.items) {
		const key = isScalar(pair.key) ? String(pair.key.value) : "";
		const known = KEYS.find((each) => each === key);
		if (known === undefined) {
			const shown = JSON.stringify(key.length > 40 ? `${key.slice(0, 40)}…` : key);
			throw wrong(`has the unknown key ${shown} (known: ${KEYS.join(", ")})`, start(pair.key));
		}
		const value: unknown = pair.value;
		if (!isScalar(value)) throw wrong(`has a ${known} that is not a text`, start(value) ?? start(pair.key));
		values.set(known, { text: String(value.value ?? ""), at: start(value) });
	}
	const text = (key: Key): string => {
		const value = values.get(key);
		if (value === undefined) throw wrong(`has an entry without ${key}`, at);
		if (value.text === "") throw wrong(`has an empty ${key}`, value.at ?? at);
		return value.text;
	};
	const registry = parseRegistry(text("registry"));
	if (registry === undefined) {
		throw wrong(
			"has a registry that is not host or host:port (docker.io for Docker Hub)",
			values.get("registry")?.at,
		);
	}
	const username = text("username");
	if (username.includes(":")) throw wrong("has a username with a colon", values.get("username")?.at);
	return { login: { registry, username, password: text("password") }, at };
}

function start(node: unknown): number | undefined {
	return (node as Node | null | undefined)?.range?.[0];
}

/** `base64(user:password)`, as Basic authentication sends it and Docker's file stores it. */
export function basicToken(username: string, password: string): string {
	return Buffer.from(`${username}:${password}`, "utf8").toString("base64");
}

/** Every spelling of the credentials that must never be printed. */
export function secretsOf(credentials: Credentials): string[] {
	if (credentials.kind !== "password") return [credentials.token, base64(credentials.token)];
	const { username, password } = credentials;
	return [password, basicToken(username, password), base64(password), encodeURIComponent(password)];
}

function base64(text: string): string {
	return Buffer.from(text, "utf8").toString("base64");
}
