import type { Endpoint } from "../../catalog/service.js";

/** The environment of a command. Pure. */

export interface CommandVariables {
	/** The environment of this process. */
	host: Readonly<Record<string, string | undefined>>;
	endpoint: Pick<Endpoint, "env">;
	/** The input `env`. */
	given: ReadonlyMap<string, string>;
	service: string;
	commit: string;
	version: string | undefined;
	/** With its tag. */
	image: string | undefined;
	/** Absolute path, for a build. */
	layout: string | undefined;
	shard: { index: number; count: number } | undefined;
}

/**
 * What the runner gives to actions and not to commands: inputs, and the token with which artifacts and caches
 * are written. Code under test has no use for them.
 */
const KEPT_BACK = /^(INPUT_|STATE_|ACTIONS_RUNTIME_TOKEN$)/i;

/** The host's variables, those of the manifest, those that are given, and then the suite's own, which nothing overrides. */
export function commandEnvironment(variables: CommandVariables): Record<string, string> {
	const { version, image, layout, shard } = variables;
	const environment: Record<string, string> = {};
	for (const [name, value] of Object.entries(variables.host)) {
		// A variable of a run around this one says nothing of this service.
		if (value !== undefined && !KEPT_BACK.test(name) && !OWN.has(name)) environment[name] = value;
	}
	Object.assign(environment, variables.endpoint.env, Object.fromEntries(variables.given));
	environment.SLUICE_SERVICE = variables.service;
	environment.SLUICE_COMMIT = variables.commit;
	if (version !== undefined) environment.SLUICE_VERSION = version;
	if (image !== undefined) environment.SLUICE_IMAGE = image;
	if (layout !== undefined) environment.SLUICE_IMAGE_LAYOUT = layout;
	if (shard !== undefined) environment.SLUICE_SHARD = `${shard.index}/${shard.count}`;
	return environment;
}

const OWN = new Set([
	"SLUICE_SERVICE",
	"SLUICE_COMMIT",
	"SLUICE_VERSION",
	"SLUICE_IMAGE",
	"SLUICE_IMAGE_LAYOUT",
	"SLUICE_SHARD",
]);
