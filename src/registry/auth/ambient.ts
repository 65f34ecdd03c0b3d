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

/**
 * The ambient credentials for a registry.
 * @throws UserError `cloud-credentials-failed` when the cloud has some but does not give them out
 */
export async function ambientCredentials(
	registry: string,
	ports: AmbientPorts,
): Promise<PassingCredentials | undefined> {
	const provider = await providerOf(registry);
	if (provider === undefined) return undefined;
	try {
		return await provider.find(registry, ports);
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		throw new UserError(
			"cloud-credentials-failed",
			`${provider.cloud} gave no credentials for ${registry}: ${printable(errorMessage(cause))}`,
			{ fault: "outside", cause, hint: `${provider.hint} Or give them in the input registry-auth.` },
		);
	}
}

const MAX_MESSAGE = 300;

function printable(text: string): string {
	return text
		.replace(/[\p{C}\s]+/gu, " ")
		.trim()
		.slice(0, MAX_MESSAGE);
}

async function providerOf(registry: string): Promise<AmbientProvider | undefined> {
	const host = registry.toLowerCase();
	if (host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn") || host.endsWith(".on.aws")) {
		const { ecr } = await import("./ecr.js");
		return ecr.serves(host) ? ecr : undefined;
	}
	if (host === "public.ecr.aws") return (await import("./ecr-public.js")).ecrPublic;
	if (host === "gcr.io" || host.endsWith(".gcr.io") || host.endsWith(".pkg.dev"))
		return (await import("./google.js")).google;
	if (/\.azurecr\.(?:io|cn|us)$/.test(host)) return (await import("./azure.js")).azure;
	return undefined;
}
