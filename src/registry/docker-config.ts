import { UserError } from "../runner/errors.js";
import type { Credentials } from "./credentials.js";
import { parseRegistry } from "./name.js";

/**
 * Docker's configuration file, the parts on credentials.
 * Source: github.com/docker/cli, `docker login` reference and cli/config.
 */
export interface DockerConfig {
	/** By registry, as in names of images. */
	auths: ReadonlyMap<string, Credentials>;
	/** The helper of one registry; empty: none, `auths` counts there. */
	credHelpers: ReadonlyMap<string, string>;
	/** The helper of all other registries. */
	credsStore: string | undefined;
}

export const NO_DOCKER_CONFIG: DockerConfig = {
	auths: new Map(),
	credHelpers: new Map(),
	credsStore: undefined,
};

/** The name under which Docker keeps the credentials of Docker Hub. */
const DOCKER_HUB_SERVER = "https://index.docker.io/v1/";
/** What a helper answers as user name when its secret is an identity token. */
const IDENTITY_USER = "<token>";

/**
 * Reads Docker's config.json. As with Docker, what is null or empty counts as not there. `file` names it in errors, which never quote its content.
 * @throws UserError `invalid-docker-config`
 */
export function parseDockerConfig(text: string, file: string): DockerConfig {
	const wrong = (message: string) =>
		new UserError("invalid-docker-config", `Docker's configuration file ${file} ${message}.`, {
			hint: "Repair it, or log in anew with `docker login`. Registries of the input registry-auth don't need it.",
			file,
		});
	let root: unknown;
	try {
		root = JSON.parse(text);
	} catch {
		// The parser's message quotes the file, so it is not even a cause.
		throw wrong("is not valid JSON");
	}
	if (!isRecord(root)) throw wrong("is not a JSON object");
	const auths = new Map<string, Credentials>();
	for (const [server, entry] of entries(root.auths, "auths", wrong)) {
		const registry = registryOf(server);
		const credentials = parseEntry(server, entry, file, wrong);
		// `ghcr.io` and `https://ghcr.io/v2/` are one registry: the first with content counts.
		if (registry !== undefined && credentials !== undefined && !auths.has(registry))
			auths.set(registry, credentials);
	}
	const credHelpers = new Map<string, string>();
	for (const [server, helper] of entries(root.credHelpers, "credHelpers", wrong)) {
		const registry = registryOf(server);
		if (registry !== undefined) credHelpers.set(registry, helperName(helper, "credHelpers", wrong));
	}
	const credsStore = helperName(root.credsStore, "credsStore", wrong) || undefined;
	return { auths, credHelpers, credsStore };
}

/** The name by which credential helpers know a registry. */
export function helperServer(registry: string): string {
	return registry === "docker.io" ? DOCKER_HUB_SERVER : registry;
}

/** What `docker-credential-<helper> get` printed, or undefined if that is no answer. */
export function parseHelperAnswer(output: string, helper: string): Credentials | undefined {
	let answer: unknown;
	try {
		answer = JSON.parse(output);
	} catch {
		return undefined;
	}
	if (!isRecord(answer)) return undefined;
	const { Username: username, Secret: secret } = answer;
	if (typeof username !== "string" || typeof secret !== "string" || secret === "") return undefined;
	const from = `docker-credential-${helper}`;
	if (username === IDENTITY_USER) return { kind: "identity", token: secret, from };
	return { kind: "password", username, password: secret, from };
}

/** Docker drops the scheme and all behind the host. */
function registryOf(server: string): string | undefined {
	return parseRegistry(server.replace(/^https?:\/\//, "").replace(/\/.*$/, ""));
}

type Wrong = (message: string) => UserError;

function parseEntry(server: string, entry: unknown, file: string, wrong: Wrong): Credentials | undefined {
	if (entry === null) return undefined;
	if (!isRecord(entry)) throw wrong(`has an entry of ${JSON.stringify(server)} that is not an object`);
	const text = (key: string): string | undefined => {
		const value = entry[key];
		if (value === undefined || value === null || value === "") return undefined;
		if (typeof value !== "string")
			throw wrong(`has a ${key} of ${JSON.stringify(server)} that is not a text`);
		return value;
	};
	const from = file;
	const identity = text("identitytoken");
	if (identity !== undefined) return { kind: "identity", token: identity, from };
	const bearer = text("registrytoken");
	if (bearer !== undefined) return { kind: "bearer", token: bearer, from };
	const auth = text("auth");
	if (auth !== undefined) {
		// Docker once padded with zero bytes.
		const decoded = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
		const colon = decoded.indexOf(":");
		if (colon <= 0)
			throw wrong(`has an auth of ${JSON.stringify(server)} that is not base64 of user:password`);
		return { kind: "password", username: decoded.slice(0, colon), password: decoded.slice(colon + 1), from };
	}
	const username = text("username");
	const password = text("password");
	if (username === undefined && password === undefined) return undefined;
	if (username === undefined || password === undefined) {
		throw wrong(
			`has a ${username === undefined ? "password" : "username"} of ${JSON.stringify(server)} alone`,
		);
	}
	return { kind: "password", username, password, from };
}

/** Empty where none is named. */
function helperName(value: unknown, key: string, wrong: Wrong): string {
	if (value === undefined || value === null || value === "") return "";
	if (typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return value;
	throw wrong(`has ${key} that name no helper (letters, digits, ., _ and -)`);
}

function entries(value: unknown, key: string, wrong: Wrong): [string, unknown][] {
	if (value === undefined || value === null) return [];
	if (!isRecord(value)) throw wrong(`has ${key} that are not an object`);
	return Object.entries(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
