import type { Catalogue, Service } from "../../catalog/service.js";
import type { Evidence } from "../../evidence/evidence.js";
import type { World } from "../../evidence/infrastructure.js";
import { ownHosts } from "../../evidence/own-hosts.js";
import { type Quarantine, readQuarantine } from "../../evidence/quarantine.js";
import { UserError } from "../../runner/errors.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { Work } from "./endpoint.js";
import type { RunInputs } from "./inputs.js";
import { legName, matrixValues } from "./leg.js";
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
	identity: Pick<
		Evidence,
		"service" | "leg" | "legs" | "legParts" | "repository" | "commit" | "run" | "attempt" | "job" | "version"
	>;
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
	kind: Work["kind"],
): Promise<Call> {
	const event = await ports.event();
	const commit = await ports.head();
	const problems: Problem[] = [];
	const version = await versionOf(inputs, ports, service, kind, problems);
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
			legs: legCount(inputs),
			legParts: {
				total: inputs.jobTotal ?? null,
				matrix: inputs.matrix === undefined ? null : matrixValues(inputs.matrix),
				shard: shard ?? null,
				name: inputs.leg ?? null,
			},
			repository: event.repository ?? null,
			commit,
			run: event.run ?? null,
			attempt: event.attempt,
			job: event.job ?? null,
			version: version?.version ?? null,
		},
		quarantine,
		world: {
			ours: ownHosts(catalogue),
			patterns: gate?.infrastructure?.patterns ?? [],
		},
		problems,
	};
}

/** For readers that only count: a leg with a name of its own is one of several, and their number is not known. */
function legCount({ jobTotal, shard, leg }: RunInputs): number | null {
	const count = jobTotal ?? shard?.count ?? null;
	return leg !== undefined && count !== 1 ? null : count;
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
	kind: Work["kind"],
	problems: Problem[],
): Promise<ServiceVersion | undefined> {
	const given = inputs.version;
	const named = given === undefined ? undefined : { version: given, dockerTag: given.replaceAll("+", "_") };
	const mayBePromised = kind === "build" && service.image !== undefined && RELEASE.test(given ?? "");
	if (named !== undefined && !mayBePromised) return named;
	try {
		const computed = await ports.version(service);
		return named === undefined ? computed : { ...named, dockerTag: computed.dockerTag };
	} catch (thrown) {
		if (kind !== "levels" || !(thrown instanceof UserError)) throw thrown;
		problems.push(
			problem("notice", "version-unknown", `SLUICE_VERSION and SLUICE_IMAGE are not set: ${thrown.message}`, {
				hint: thrown.hint,
			}),
		);
		return undefined;
	}
}
