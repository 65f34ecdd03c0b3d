import semver from "semver";
import type { Service } from "../catalog/service.js";
import { compare } from "./graph.js";

/**
 * May these versions of services run together? What each of them uses, as its manifest of that version says, is
 * held against what the others provide in theirs. MAJOR is the seal: it lies in the ranges. Pure.
 */

/** A version of a service that runs in the place, or will. */
export interface Party {
	service: string;
	/** Of the service. */
	version: string;
	/** True: it is about to come; false: it is there and stays. */
	candidate: boolean;
	/** What it uses and provides at that version, or why that can't be read. */
	contracts: Pick<Service, "uses" | "provides"> | { unknown: string };
}

/** A pair that can't run together, or of which nobody can tell. */
export interface Incompatibility {
	kind: "broken" | "unknown";
	/** The service that uses; also the one whose manifest can't be read. */
	service: string;
	message: string;
}

/**
 * Every broken or unknown use among these services that the candidates take part in: what was broken before and has
 * nothing to do with them is not theirs to mend.
 */
export function incompatibilities(
	parties: readonly Party[],
	/** Which service provides an API or a topic, by the catalogue: one that is no party is not there at all. */
	providerOf: (kind: "api" | "topic", name: string) => readonly string[],
): Incompatibility[] {
	const byName = new Map(parties.map((party) => [party.service, party]));
	const found: Incompatibility[] = [];
	for (const party of parties) {
		if ("unknown" in party.contracts) {
			found.push({
				kind: "unknown",
				service: party.service,
				message: `What ${named(party)} uses and provides can't be read: ${party.contracts.unknown}`,
			});
			continue;
		}
		for (const use of party.contracts.uses) {
			const all = providerOf(use.kind, use.name);
			const providers = all.filter((name) => name !== party.service);
			const there = providers.map((name) => byName.get(name)).filter((each) => each !== undefined);
			if (!party.candidate && !there.some(({ candidate }) => candidate)) continue;
			const wanted = `${named(party)} uses ${use.kind} ${use.name} ${use.range}`;
			if (there.length === 0) {
				if (use.optional || all.includes(party.service)) continue;
				const what =
					providers.length === 0
						? "nothing here is known to provide it"
						: `${providers.join(", ")}, which provides it, has no release there`;
				const message = `${wanted}, but ${what}`;
				found.push({ kind: "unknown", service: party.service, message });
				continue;
			}
			const read = there.flatMap((provider) =>
				"unknown" in provider.contracts
					? []
					: [
							{
								provider,
								given: provider.contracts.provides.filter(
									({ kind, name }) => kind === use.kind && name === use.name,
								),
							},
						],
			);
			// A service hands an API over to another: who does not provide it in this version may not have to.
			const giving = read.filter(({ given }) => given.length > 0);
			if (giving.some(({ given }) => given.some(({ version }) => semver.satisfies(version, use.range))))
				continue;
			const mayGive = read.length < there.length;
			for (const { provider, given } of giving.length > 0 || mayGive ? giving : read) {
				const what =
					given.length === 0
						? "does not provide it"
						: `provides ${given.map(({ version }) => version).join(", ")}`;
				found.push({
					kind: use.optional && given.length === 0 ? "unknown" : "broken",
					service: party.service,
					message: `${wanted}, but ${named(provider)} ${what}`,
				});
			}
		}
	}
	return found.sort(
		(a, b) => compare(a.kind, b.kind) || compare(a.service, b.service) || compare(a.message, b.message),
	);
}

function named({ service, version, candidate }: Party): string {
	return `${service} ${version}${candidate ? "" : " (there)"}`;
}
