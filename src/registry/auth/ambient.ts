import { errorMessage, UserError } from "../../runner/errors.js";
import type { Credentials } from "../credentials.js";

/**
 * Credentials that a cloud gives the machine or the job by itself: they are asked for only where neither
 * `registry-auth` nor Docker's configuration file knows the registry, and each cloud's library is loaded only
 * when one of its registries is.
 */
export interface AmbientProvider {
	/** For errors: `AWS`. */
	readonly cloud: string;
	/** Whether a registry (`host[:port]`) is this cloud's. */
	serves(registry: string): boolean;
	/**
	 * The credentials; undefined where the environment holds none of this cloud, so that the registry is asked
	 * anonymously.
	 * @throws whatever the cloud answered
	 */
	find(registry: string, ports: AmbientPorts): Promise<PassingCredentials | undefined>;
	/** What to do when the cloud refuses. */
	readonly hint: string;
}

/** Credentials that end. Milliseconds since 1970. */
export type PassingCredentials = Credentials & { expiresAt: number };

export interface AmbientPorts {
	env: Readonly<Record<string, string | undefined>>;
	/** Hides what was found on the way, such as tokens that are only exchanged for others. */
	mask(secret: string): void;
	/** Gets what was refused where one may go on without. */
	warn(message: string): void;
	now(): number;
	/** Node's own. */
	fetch: typeof fetch;
	/** Milliseconds that one request to a cloud may take. */
	timeout: number;
}

/** Registries of a cloud, and how what knows them is loaded. */
export interface Cloud {
	/** By the name of the registry, lower-case. */
	owns(host: string): boolean;
	load(): Promise<AmbientProvider>;
}

/** Looks for what a registry's cloud gives; undefined where it is no cloud's, or the cloud has nothing. */
export type Ambient = (registry: string, ports: AmbientPorts) => Promise<PassingCredentials | undefined>;

/**
 * Looks in these clouds; a bundle holds only what it names.
 * The result throws UserError `cloud-credentials-failed` when the cloud has some but does not give them out.
 */
export function ambientOf(clouds: readonly Cloud[]): Ambient {
	return async (registry, ports) => {
		const host = registry.toLowerCase();
		const provider = await clouds.find((each) => each.owns(host))?.load();
		if (provider?.serves(host) !== true) return undefined;
		try {
			return await provider.find(host, ports);
		} catch (cause) {
			if (cause instanceof UserError) throw cause;
			throw new UserError(
				"cloud-credentials-failed",
				`${provider.cloud} gave no credentials for ${registry}: ${printable(errorMessage(cause))}`,
				{ fault: "outside", cause, hint: `${provider.hint} Or give them in the input registry-auth.` },
			);
		}
	};
}

const MAX_MESSAGE = 300;

function printable(text: string): string {
	return text
		.replace(/[\p{C}\s]+/gu, " ")
		.trim()
		.slice(0, MAX_MESSAGE);
}
