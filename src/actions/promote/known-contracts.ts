import type { Service } from "../../catalog/service.js";
import type { Party } from "../../graph/compatibility.js";

/** What services are known to use and to provide. Pure. */

/** A service by what it uses and provides. */
export type KnownContracts = Pick<Service, "name" | "uses" | "provides">;

/** Those whose contracts can be read. */
export function readableContracts(parties: readonly Party[]): KnownContracts[] {
	return parties.flatMap(({ service, contracts }) =>
		"unknown" in contracts ? [] : [{ name: service, ...contracts }],
	);
}

/** `api name` to the services that provide it. */
export function providersIn(services: readonly KnownContracts[]): Map<string, string[]> {
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
