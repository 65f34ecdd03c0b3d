import type { Catalogue } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import { type Incompatibility, incompatibilities, type Party } from "../../graph/compatibility.js";
import type { Refusal } from "../../promotion/plan.js";
import { type Problem, problem } from "../../runner/problem.js";
import { providersIn, readableContracts } from "./known-contracts.js";
import { type ResidentPorts, residentsOf } from "./residents.js";
import { mayMissNeighbours, neighboursOf, wouldBeRefused } from "./whom-to-ask.js";

/** Whether the services of a set may run with each other and with what is at the destination already. */

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
	ports: ResidentPorts,
): Promise<CheckedUses> {
	const today = catalogue.services;
	const coming = await comingParties(candidates, ports);
	const set = new Set(candidates.map(({ service }) => service));
	const others = today.filter(({ name, image }) => image !== undefined && !set.has(name));
	const residents = residentsOf(to, ports);
	const declared = coming.flatMap(({ service }) => today.find(({ name }) => name === service) ?? []);
	const replaced = others.length === 0 ? [] : await residents(declared);
	const ask = async (services: typeof others): Promise<Incompatibility[]> => {
		const parties = [...coming, ...(await residents(services))];
		// What a version of the set provides no more had a provider, too.
		const providers = providersIn([...today, ...readableContracts(parties), ...readableContracts(replaced)]);
		return incompatibilities(parties, (kind, name) => providers.get(`${kind} ${name}`) ?? []);
	};
	// What a version uses and provides may not be what the manifest of today says.
	const known = [...today, ...readableContracts(coming)];
	const near = neighboursOf(known, set);
	const asked = mayMissNeighbours({ coming, replaced }, today, known)
		? others
		: others.filter(({ name }) => near.has(name));
	let found = await ask(asked);
	if (asked.length < others.length && wouldBeRefused(found)) found = await ask(others);
	return told(found, to);
}

/** The services of the set as those that come. */
function comingParties(candidates: readonly Candidate[], ports: ResidentPorts): Promise<Party[]> {
	return Promise.all(
		candidates.map(async ({ service, version, contracts }): Promise<Party> => {
			const known = contracts ?? (await ports.contractsOf(service, version));
			return { service, version, candidate: true, contracts: known };
		}),
	);
}

/** What breaks refuses; what nobody can tell is a warning. */
function told(found: readonly Incompatibility[], to: Environment): CheckedUses {
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
