import type { Catalogue, Service } from "../../catalog/service.js";
import type { Evidence } from "../../evidence/evidence.js";
import type { World } from "../../evidence/infrastructure.js";
import { type Quarantine, readQuarantine } from "../../evidence/quarantine.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { RunInputs } from "./inputs.js";
import { legName } from "./leg.js";
import type { RunPorts, ServiceVersion } from "./ports.js";

/** What all steps of a call share. */
export interface Call {
	inputs: RunInputs;
	ports: RunPorts;
	service: Service;
	commit: string;
	version: ServiceVersion | undefined;
	/** The image with its tag. */
	image: string | undefined;
	/** What every evidence of this call says. */
	identity: Pick<Evidence, "service" | "leg" | "legs" | "commit" | "run" | "attempt" | "job" | "version">;
	quarantine: Quarantine;
	world: World;
	problems: Problem[];
}

/** Asks once for what every step needs. */
export async function prepareCall(
	inputs: RunInputs,
	ports: RunPorts,
	catalogue: Catalogue,
	service: Service,
	tests: boolean,
): Promise<Call> {
	const event = await ports.event();
	const commit = await ports.head();
	const problems: Problem[] = [];
	const version = await versionOf(inputs, ports, service, tests ? problems : undefined);
	const gate = catalogue.settings.gate;
	const quarantine = readQuarantine(gate?.quarantine, ports.today(), inputs.configFile);
	problems.push(...quarantine.problems);
	const shard = inputs.shard;
	return {
		inputs,
		ports,
		service,
		commit,
		version,
		image:
			service.image === undefined || version === undefined
				? undefined
				: `${service.image}:${version.dockerTag}`,
		identity: {
			service: service.name,
			leg: legName({ job: event.job, matrix: inputs.matrix, shard, leg: inputs.leg }),
			legs: inputs.jobTotal ?? shard?.count ?? null,
			commit,
			run: event.run ?? null,
			attempt: event.attempt,
			job: event.job ?? null,
			version: version?.version ?? null,
		},
		quarantine,
		world: {
			ours: new Set([
				...catalogue.services.map((each) => each.name.toLowerCase()),
				...catalogue.services.flatMap((each) => each.uses.map((use) => use.name.toLowerCase())),
			]),
			patterns: gate?.infrastructure?.patterns ?? [],
		},
		problems,
	};
}

/** A version that a release tag may carry: no prerelease and no metadata. */
const RELEASE = /^\d+\.\d+\.\d+$/;

/**
 * A build can't do without its version; tests can, and then say that they had none. A release's number that is
 * only promised is baked in, while the image's tag stays the unique one until the number is published.
 */
async function versionOf(
	inputs: RunInputs,
	ports: RunPorts,
	service: Service,
	notes: Problem[] | undefined,
): Promise<ServiceVersion | undefined> {
	const given = inputs.version;
	const named = given === undefined ? undefined : { version: given, dockerTag: given.replaceAll("+", "_") };
	if (named !== undefined && (service.image === undefined || !RELEASE.test(named.version))) return named;
	try {
		const computed = await ports.version(service);
		return named === undefined ? computed : { ...named, dockerTag: computed.dockerTag };
	} catch (thrown) {
		if (notes === undefined || !(thrown instanceof UserError)) throw thrown;
		if (named !== undefined) return named;
		notes.push(
			problem("notice", "version-unknown", `SLUICE_VERSION and SLUICE_IMAGE are not set: ${thrown.message}`, {
				hint: thrown.hint,
			}),
		);
		return undefined;
	}
}
