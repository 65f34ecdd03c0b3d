import type { Catalogue, Service } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import { type Incompatibility, incompatibilities, type Party } from "../../graph/compatibility.js";
import { highestRelease, repositoryIn } from "../../promotion/destination.js";
import type { Refusal } from "../../promotion/plan.js";
import { parseRepository, type Repository } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
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
 * release tag counts. Of the destination those services are looked at that use, or are used by, one of the set; all
 * of them where the manifests of today may not name every user: where a version of the set provides something else
 * than the one that it replaces, or uses what nobody is known to provide, or where the set would be refused.
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
	const known = [...catalogue.services, ...readOf(coming)];
	const set = new Set(candidates.map(({ service }) => service));
	const near = neighboursOf(known, set, providersIn(known));
	const others = catalogue.services.filter(({ name, image }) => image !== undefined && !set.has(name));
	const replaced = others.length === 0 ? [] : await replacedBy(catalogue, coming, to, ports);
	const looked = new Map<string, ReturnType<typeof residentOf>>();
	const look = (service: Service) => {
		const found = looked.get(service.name) ?? residentOf(service, to, ports);
		looked.set(service.name, found);
		return found;
	};
	const ask = async (services: readonly Service[]): Promise<Incompatibility[]> => {
		const residents = await Promise.all(services.map(look));
		const parties = [...coming, ...residents.filter((each) => each !== undefined)];
		// What a version of the set provides no more had a provider, too.
		const providers = providersIn([...catalogue.services, ...readOf(parties), ...readOf(replaced)]);
		return incompatibilities(parties, (kind, name) => providers.get(`${kind} ${name}`) ?? []);
	};
	const asked = others.filter(({ name }) => near.has(name));
	const isNear =
		asked.length === others.length ||
		!(usesTheUnknown(catalogue, readOf(coming), known) || providesAnother(coming, replaced));
	let found = await ask(isNear ? asked : others);
	// Another service there may provide what the manifests of today say of one near.
	if (isNear && asked.length < others.length && found.some(({ kind }) => kind === "broken"))
		found = await ask(others);
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

/** What runs at the destination of a service, by its tags there; undefined where nothing does. */
async function residentOf(service: Service, to: Environment, ports: UsesPorts): Promise<Party | undefined> {
	if (service.image === undefined) return undefined;
	const resident = (version: string | undefined, contracts: Party["contracts"]): Party => ({
		service: service.name,
		version: version ?? "of an unknown version",
		candidate: false,
		contracts,
	});
	const repository = repositoryIn(to, parseRepository(service.image));
	const templates = "run" in service.promote ? undefined : service.promote.tags;
	let tags: readonly string[];
	try {
		tags = (await ports.listTags(repository)).filter((tag) => !OF_A_DIGEST.test(tag));
	} catch (thrown) {
		// Who promotes one service may not be allowed to see the others. Any other failure passes, and is told.
		if (!(thrown instanceof UserError) || !DENIED.has(thrown.code)) throw thrown;
		return resident(undefined, { unknown: `its tags there can't be listed: ${thrown.message}` });
	}
	const version = highestRelease(tags, templates);
	if (version !== undefined) return resident(version, await ports.contractsOf(service.name, version));
	return tags.length === 0
		? undefined
		: resident(undefined, { unknown: "none of its tags there is a release" });
}

/** What runs at the destination of those that come. */
async function replacedBy(
	catalogue: Pick<Catalogue, "services">,
	coming: readonly Party[],
	to: Environment,
	ports: UsesPorts,
): Promise<Party[]> {
	const found = await Promise.all(
		coming.map(async ({ service }) => {
			const declared = catalogue.services.find(({ name }) => name === service);
			return declared === undefined ? undefined : residentOf(declared, to, ports);
		}),
	);
	return found.filter((each) => each !== undefined);
}

/**
 * Whether a version of the set provides something else than the one that it replaces: then anybody who runs there
 * may use what was, whatever the manifest of today says. What can't be read counts as something else.
 */
function providesAnother(coming: readonly Party[], replaced: readonly Party[]): boolean {
	const old = new Map(replaced.map(({ service, contracts }) => [service, contracts]));
	return coming.some(({ service, contracts }) => {
		const now = provided(contracts);
		return now === undefined || provided(old.get(service)) !== now;
	});
}

/** What is provided, as one text; nobody's is nothing. */
function provided(contracts: Party["contracts"] | undefined): string | undefined {
	if (contracts === undefined) return "";
	if ("unknown" in contracts) return undefined;
	return contracts.provides
		.map(({ kind, name, version }) => `${kind} ${name} ${version}`)
		.sort()
		.join();
}

/** Whether one uses what nobody is known to provide, and its manifest of today says nothing of it. */
function usesTheUnknown(
	catalogue: Pick<Catalogue, "services">,
	coming: readonly Known[],
	known: readonly Known[],
): boolean {
	const providers = providersIn(known);
	return coming.some(({ name, uses }) => {
		const today = catalogue.services.find((each) => each.name === name)?.uses ?? [];
		return uses.some(
			(use) =>
				!providers.has(`${use.kind} ${use.name}`) &&
				!today.some((each) => each.kind === use.kind && each.name === use.name),
		);
	});
}

/** A service by what it uses and provides. */
type Known = Pick<Service, "name" | "uses" | "provides">;

/** Those whose contracts can be read. */
function readOf(parties: readonly Party[]): Known[] {
	return parties.flatMap(({ service, contracts }) =>
		"unknown" in contracts ? [] : [{ name: service, ...contracts }],
	);
}

/** How a registry says that one may not look. */
const DENIED: ReadonlySet<string> = new Set(["registry-unauthorized", "registry-denied"]);

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
