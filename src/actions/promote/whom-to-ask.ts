import type { Incompatibility, Party } from "../../graph/compatibility.js";
import { type KnownContracts, providersIn, readableContracts } from "./known-contracts.js";

/**
 * Whom of a destination a set is held against: each look costs a request, and yet nobody whom it breaks may be left
 * out. Three rules: the neighbours of the set; everybody, where manifests may not name all of these; and everybody,
 * where the set would be refused. Pure.
 */

/** Services outside of the set that use one of it, or that one of it uses. */
export function neighboursOf(
	services: readonly KnownContracts[],
	set: ReadonlySet<string>,
): ReadonlySet<string> {
	const providers = providersIn(services);
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

/**
 * Whether there may be neighbours of the set that no manifest of today names: then everybody is asked. `known` are
 * the contracts by which neighbours were looked for.
 */
export function mayMissNeighbours(
	{ coming, replaced }: { coming: readonly Party[]; replaced: readonly Party[] },
	today: readonly KnownContracts[],
	known: readonly KnownContracts[],
): boolean {
	return usesTheUnknown(readableContracts(coming), today, known) || providesAnother(coming, replaced);
}

/**
 * Whether a set would be refused by those who were asked: then everybody is asked, for another service there may
 * provide what the manifests of today say of one near.
 */
export function wouldBeRefused(found: readonly Incompatibility[]): boolean {
	return found.some(({ kind }) => kind === "broken");
}

/** Whether one uses what nobody is known to provide, and its manifest of today says nothing of it. */
function usesTheUnknown(
	coming: readonly KnownContracts[],
	today: readonly KnownContracts[],
	known: readonly KnownContracts[],
): boolean {
	const providers = providersIn(known);
	return coming.some(({ name, uses }) => {
		const declared = today.find((each) => each.name === name)?.uses ?? [];
		return uses.some(
			(use) =>
				!providers.has(`${use.kind} ${use.name}`) &&
				!declared.some((each) => each.kind === use.kind && each.name === use.name),
		);
	});
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
