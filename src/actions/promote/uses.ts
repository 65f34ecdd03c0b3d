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
	const coming = await Promise.all(
		candidates.map(async ({ service, version, contracts }): Promise<Party> => {
			const known = contracts ?? (await ports.contractsOf(service, version));
			return { service, version, candidate: true, contracts: known };
		}),
	);
	// What a version uses and provides may not be what the manifest of today says.
	const known = [
		...catalogue.services,
		...coming.flatMap(({ service, contracts }) =>
			"unknown" in contracts ? [] : [{ name: service, ...contracts }],
		),
	];
	const providers = providersIn(known);
	const near = neighboursOf(known, new Set(candidates.map(({ service }) => service)), providers);
	const residents = catalogue.services
		.filter(({ name }) => near.has(name))
		.map(async (service): Promise<Party | undefined> => {
			if (service.image === undefined) return undefined;
			const repository = repositoryIn(to, parseRepository(service.image));
			const templates = "run" in service.promote ? undefined : service.promote.tags;
			const tags = (await ports.listTags(repository)).filter((tag) => !OF_A_DIGEST.test(tag));
			const version = highestRelease(tags, templates);
			if (version === undefined && tags.length === 0) return undefined;
			return {
				service: service.name,
				version: version ?? "of an unknown version",
				candidate: false,
				contracts:
					version === undefined
						? { unknown: "none of its tags there is a release" }
						: await ports.contractsOf(service.name, version),
			};
		});
	const parties = [...coming, ...(await Promise.all(residents)).filter((each) => each !== undefined)];
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

/** A service by what it uses and provides. */
type Known = Pick<Service, "name" | "uses" | "provides">;

/** Tags that hold what refers to an image: of registries without the referrers API, and of cosign. */
const OF_A_DIGEST = /^sha256-[0-9a-f]{64}/;

/** `api name` to the services that provide it. */
function providersIn(services: readonly Known[]): Map<string, string[]> {
	const providers = new Map<string, string[]>();
	for (const { name, provides } of services) {
		for (const each of provides) {
			const key = `${each.kind} ${each.name}`;
			const others = providers.get(key) ?? [];
			if (!others.includes(name)) providers.set(key, [...others, name]);
		}
	}
	return providers;
}

/** Services outside of the set that use one of it, or that one of it uses. */
function neighboursOf(
	services: readonly Known[],
	set: ReadonlySet<string>,
	providers: ReadonlyMap<string, readonly string[]>,
): Set<string> {
	const near = new Set<string>();
	for (const { name, uses } of services) {
		for (const use of uses) {
			for (const provider of providers.get(`${use.kind} ${use.name}`) ?? []) {
				if (set.has(name)) near.add(provider);
				if (set.has(provider)) near.add(name);
			}
		}
	}
	return new Set([...near].filter((name) => !set.has(name)));
}
