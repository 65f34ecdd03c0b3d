import type { Catalogue, Service } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import { incompatibilities, type Party } from "../../graph/compatibility.js";
import { highestRelease, repositoryIn } from "../../promotion/destination.js";
import type { Refusal } from "../../promotion/plan.js";
import { parseRepository, type Repository } from "../../registry/name.js";
import { type Problem, problem } from "../../runner/problem.js";

/** Whether the services of a set may run with each other and with what is at the destination already. */

export interface UsesPorts {
	/** What a version of a service uses and provides, by the manifest of its commit. */
	contractsOf(service: string, version: string): Promise<Party["contracts"]>;
	/** The tags of a repository; none where it does not exist. */
	listTags(repository: Repository): Promise<readonly string[]>;
}

/** A service of the set. */
export interface Candidate {
	service: string;
	version: string;
	/** Where they are known without looking at the version's commit. */
	contracts: Party["contracts"] | undefined;
}

export interface CheckedUses {
	refusals: readonly Refusal[];
	problems: readonly Problem[];
}

/**
 * Holds the `uses` of each service against the versions of the set and of the destination, where the highest
 * release tag counts. Only those services of the destination are looked at that use, or are used by, one of the set.
 */
export async function checkUses(
	catalogue: Pick<Catalogue, "services">,
	candidates: readonly Candidate[],
	to: Environment,
	ports: UsesPorts,
): Promise<CheckedUses> {
	const providers = providersIn(catalogue.services);
	const set = new Set(candidates.map(({ service }) => service));
	const neighbours = neighboursOf(catalogue.services, set, providers);
	const coming = candidates.map(async ({ service, version, contracts }): Promise<Party> => {
		const known = contracts ?? (await ports.contractsOf(service, version));
		return { service, version, candidate: true, contracts: known };
	});
	const residents = neighbours.map(async (service): Promise<Party | undefined> => {
		if (service.image === undefined) return undefined;
		const repository = repositoryIn(to, parseRepository(service.image));
		const templates = "run" in service.promote ? undefined : service.promote.tags;
		const version = highestRelease(await ports.listTags(repository), templates);
		if (version === undefined) return undefined;
		const contracts = await ports.contractsOf(service.name, version);
		return { service: service.name, version, candidate: false, contracts };
	});
	const parties = (await Promise.all([...coming, ...residents])).filter((each) => each !== undefined);
	const found = incompatibilities(parties, (kind, name) => providers.get(`${kind} ${name}`) ?? []);
	return {
		refusals: found
			.filter(({ kind }) => kind === "broken")
			.map(({ message }) => ({
				code: "uses-broken",
				message: `${message} (environment ${to.name})`,
				hint: "Promote the service that fits along with it, or a version that the other can use.",
				fault: "refused",
			})),
		problems: found
			.filter(({ kind }) => kind === "unknown")
			.map(({ message }) =>
				problem("warning", "uses-unknown", `${message} (environment ${to.name})`, {
					hint: "Whether they run together is not known. Where commits are missing, check out with fetch-depth: 0.",
				}),
			),
	};
}

/** `api name` to the services that provide it. */
function providersIn(services: readonly Service[]): Map<string, string[]> {
	const providers = new Map<string, string[]>();
	for (const { name, provides } of services) {
		for (const each of provides) {
			const key = `${each.kind} ${each.name}`;
			providers.set(key, [...(providers.get(key) ?? []), name]);
		}
	}
	return providers;
}

/** Services outside of the set that use one of it, or that one of it uses. */
function neighboursOf(
	services: readonly Service[],
	set: ReadonlySet<string>,
	providers: ReadonlyMap<string, readonly string[]>,
): Service[] {
	const near = new Set<string>();
	for (const { name, uses } of services) {
		for (const use of uses) {
			for (const provider of providers.get(`${use.kind} ${use.name}`) ?? []) {
				if (set.has(name)) near.add(provider);
				if (set.has(provider)) near.add(name);
			}
		}
	}
	return services.filter(({ name }) => near.has(name) && !set.has(name));
}
