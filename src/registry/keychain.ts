import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../runner/errors.js";
import type { Ambient, PassingCredentials } from "./auth/ambient.js";
import { askCredentialHelper } from "./credential-helper.js";
import { type Credentials, parseRegistryAuth, type RegistryLogin, secretsOf } from "./credentials.js";
import { type DockerConfig, NO_DOCKER_CONFIG, parseDockerConfig } from "./docker-config.js";

/** Finds the credentials of registries. */
export interface Keychain {
	/**
	 * The credentials for a registry (`host[:port]`), or undefined: then it is asked anonymously. `given`: only what
	 * was given by that name, no cloud is asked.
	 */
	find(registry: string, only?: "given"): Promise<Credentials | undefined>;
}

export interface KeychainOptions {
	/** The input `registry-auth`, empty or undefined when not given. */
	registryAuth?: string | undefined;
	/** The environment: DOCKER_CONFIG, HOME, and the PATH on which helpers are found. */
	env: Readonly<Record<string, string | undefined>>;
	/** Hides a secret in all that is printed from then on; called before any use, base64 forms included. */
	mask(secret: string): void;
	/** Milliseconds that a credential helper may take; default 30 seconds. */
	helperTimeout?: number;
	/** Gets what a cloud refused where one may go on without. */
	warn?: (message: string) => void;
	/** Where clouds' own credentials come from; default: nowhere. */
	ambient?: Ambient;
	/** The clock, for credentials that end. */
	now?: () => number;
}

const MAX_CONFIG_SIZE = 1024 * 1024;
/** Milliseconds that one request to a cloud may take. */
const CLOUD_TIMEOUT = 15_000;
/** Credentials that end are asked for anew before. */
const USED_LIFETIME = 0.9;
/** Milliseconds. The clocks of the cloud and of this machine may differ: no cloud is asked for each request. */
const SHORTEST_LIFETIME = 60_000;

/** A keychain without credentials. */
export const ANONYMOUS: Keychain = { find: async () => undefined };

/**
 * The keychain of a run: the input `registry-auth` first, then Docker's configuration file with its helpers, then
 * what the registry's cloud gives the machine or the job. The file is read when a registry is asked for that
 * `registry-auth` does not name; a helper runs once per registry, a cloud again before its credentials end.
 * @throws UserError `invalid-registry-auth` at once; `find` throws `invalid-docker-config`,
 *   `credential-helper-failed`, `cloud-credentials-failed`
 */
export function openKeychain(options: KeychainOptions): Keychain {
	const now = options.now ?? Date.now;
	const hide = <C extends Credentials>(credentials: C | undefined): C | undefined => {
		if (credentials !== undefined) for (const secret of secretsOf(credentials)) options.mask(secret);
		return credentials;
	};
	const logins = new Map<string, Credentials | undefined>();
	for (const login of parseRegistryAuth(options.registryAuth ?? ""))
		logins.set(login.registry, hide(ofLogin(login)));
	let config: Promise<DockerConfig> | undefined;
	const given = new Map<string, Promise<Credentials | undefined>>();
	const found = new Map<string, Promise<Credentials | undefined>>();
	const passing = new Map<string, { renewAt: number }>();
	const lookInDocker = async (registry: string): Promise<Credentials | undefined> => {
		config ??= readDockerConfig(dockerConfigFile(options.env));
		const { auths, credHelpers, credsStore } = await config;
		const helper = credHelpers.get(registry) ?? credsStore;
		if (helper !== undefined && helper !== "") {
			const timeout = options.helperTimeout === undefined ? {} : { timeout: options.helperTimeout };
			const answer = await askCredentialHelper(helper, registry, { env: options.env, ...timeout });
			if (answer !== undefined) return hide(answer);
		}
		return hide(auths.get(registry));
	};
	const findGiven = (registry: string): Promise<Credentials | undefined> => {
		const answer = given.get(registry) ?? lookInDocker(registry);
		given.set(registry, answer);
		return answer;
	};
	const look = async (registry: string) => (await findGiven(registry)) ?? (await lookAround(registry));
	const lookAround = async (registry: string): Promise<Credentials | undefined> => {
		const askedAt = now();
		const { env, mask } = options;
		const ports = { env, mask, warn: options.warn ?? (() => {}), now, fetch, timeout: CLOUD_TIMEOUT };
		const answer: PassingCredentials | undefined = hide(await options.ambient?.(registry, ports));
		if (answer !== undefined) {
			const lifetime = Math.max(answer.expiresAt - askedAt, SHORTEST_LIFETIME);
			passing.set(registry, { renewAt: askedAt + lifetime * USED_LIFETIME });
		}
		return answer;
	};
	return {
		async find(registry, only) {
			const login = logins.get(registry);
			if (login !== undefined) return login;
			if (only === "given") return findGiven(registry);
			const ended = (passing.get(registry)?.renewAt ?? Number.POSITIVE_INFINITY) <= now();
			if (ended) {
				found.delete(registry);
				passing.delete(registry);
			}
			const answer = found.get(registry) ?? look(registry);
			found.set(registry, answer);
			return answer;
		},
	};
}

function ofLogin({ registry, username, password }: RegistryLogin): Credentials {
	return { kind: "password", username, password, from: `the input registry-auth (${registry})` };
}

/** Docker's configuration file: `$DOCKER_CONFIG/config.json`, or the one in the home folder. */
function dockerConfigFile(env: KeychainOptions["env"]): string | undefined {
	if (env.DOCKER_CONFIG !== undefined && env.DOCKER_CONFIG !== "")
		return join(env.DOCKER_CONFIG, "config.json");
	const home = env.HOME ?? env.USERPROFILE;
	return home === undefined || home === "" ? undefined : join(home, ".docker", "config.json");
}

async function readDockerConfig(file: string | undefined): Promise<DockerConfig> {
	if (file === undefined) return NO_DOCKER_CONFIG;
	let text: string;
	try {
		const { size } = await stat(file);
		if (size > MAX_CONFIG_SIZE) throw new Error(`it has ${size} bytes, more than ${MAX_CONFIG_SIZE}`);
		text = await readFile(file, "utf8");
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === "ENOENT" || code === "ENOTDIR") return NO_DOCKER_CONFIG;
		throw new UserError("invalid-docker-config", `Docker's configuration file ${file} cannot be read.`, {
			hint: "Mend its permissions, or point DOCKER_CONFIG to another folder.",
			file,
			cause: error,
		});
	}
	return parseDockerConfig(text, file);
}
