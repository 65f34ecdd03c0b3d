import { builtDigest } from "./built.js";
import type { PromotePorts } from "./ports.js";
import type { FoundSource, PromotedService } from "./service-items.js";
import { missingVersion } from "./versions.js";

/** What the build of this commit left of each service. */
export async function builtSources(
	services: readonly PromotedService[],
	head: string,
	ports: PromotePorts,
): Promise<Map<string, FoundSource>> {
	const names = services.map(({ service }) => service.name);
	const evidence = await ports.buildEvidence(names);
	const sources = new Map<string, FoundSource>();
	const without: PromotedService[] = [];
	for (const each of services) {
		const { name } = each.service;
		const digest = builtDigest(name, head, evidence);
		if (digest === undefined) {
			without.push(each);
			continue;
		}
		const layout = await ports.layoutOf(name);
		sources.set(name, {
			source:
				layout === undefined ? { kind: "registry", ...each.image, digest } : { kind: "layout", path: layout },
			expected: digest,
		});
	}
	if (without.length === 0) return sources;
	// No evidence: the image that was pushed under this commit's own tag, which no other commit has.
	const versions = await ports.versions(without.map(({ service }) => service.name));
	for (const { service, image } of without) {
		const { dockerTag } = versions.get(service.name) ?? missingVersion(service.name);
		sources.set(service.name, {
			source: { kind: "registry", ...image, tag: dockerTag },
			expected: undefined,
		});
	}
	return sources;
}
