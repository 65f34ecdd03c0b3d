import type { Service } from "../../catalog/service.js";
import type { Environment, Settings } from "../../catalog/settings.js";
import { needsValue, type TagValues, versionTag } from "../../promotion/destination.js";
import type { PromotionItem } from "../../promotion/request.js";
import { problemsAsError } from "../../runner/problem.js";
import { builtSources } from "./built-sources.js";
import { checkPlaces, environmentOf } from "./environment.js";
import type { PromoteInputs, PromotionSet } from "./inputs.js";
import type { MadeSet } from "./made-set.js";
import type { CommitVersion, PromotePorts } from "./ports.js";
import {
	type FoundSource,
	type PromotedService,
	promotedServices,
	type ServiceFacts,
	serviceItem,
	sourceIn,
	tagTemplates,
} from "./service-items.js";
import { type Candidate, checkUses } from "./uses.js";
import { checkVersionNames, missingVersion } from "./versions.js";

type ServiceSet = Extract<PromotionSet, { kind: "services" }>;

/** The set that services make: of what their builds left, or of what runs in the environment `from`. */
export async function serviceSet(
	inputs: PromoteInputs,
	set: ServiceSet,
	ports: PromotePorts,
): Promise<MadeSet> {
	const catalogue = await ports.catalogue();
	const wrong = problemsAsError(catalogue.problems);
	if (wrong !== undefined) throw wrong;
	const settings = await ports.settings();
	const { to, from } = environments(settings, set, inputs);
	const services = promotedServices(catalogue, set.names);
	const all = catalogue.services.map(({ name }) => name);
	if (set.versions !== undefined) checkVersionNames(set.versions, all);
	const versions = await versionsOf(set, services, ports);
	const versionOf = ({ name }: Service) => versions.get(name) ?? missingVersion(name);
	const head = await ports.head();
	const sources =
		from === undefined ? await builtSources(services, head, ports) : sourcesIn(from, services, versionOf);
	const items: PromotionItem[] = [];
	for (const each of services) {
		const { name } = each.service;
		const source = sources.get(name);
		const { version, dockerTag } = versionOf(each.service);
		if (source === undefined) throw new Error(`no source was found for ${name}`);
		const needsSha = needsValue(tagTemplates(each, inputs).templates, "sha");
		const sha: TagValues["sha"] = !needsSha
			? { unknown: "it was not asked for" }
			: from === undefined
				? { value: head }
				: await commitOf(name, version, ports);
		const facts: ServiceFacts = { ...source, values: { version: { value: dockerTag }, sha } };
		items.push(serviceItem(each, facts, { to, tags: inputs.tags, moveTags: inputs.moveTags }));
	}
	const candidates = services.map(
		({ service }): Candidate => ({
			service: service.name,
			version: versionOf(service).version,
			// Without `from` it is this commit's build, whatever it is called.
			contracts: from === undefined ? service : undefined,
		}),
	);
	const compatibility = () => checkUses(catalogue, candidates, to, ports.uses);
	return { items, to, environments: settings.environments ?? [], compatibility };
}

/** What runs of the services in an environment, at these versions. */
function sourcesIn(
	from: Environment,
	services: readonly PromotedService[],
	versionOf: (service: Service) => CommitVersion,
): Map<string, FoundSource> {
	return new Map(
		services.map((each) => {
			const { dockerTag } = versionOf(each.service);
			return [each.service.name, { source: sourceIn(from, each, dockerTag), expected: undefined }];
		}),
	);
}

/** The environments that `to` and `from` name. */
function environments(
	settings: Settings,
	set: ServiceSet,
	{ configFile, insecureRegistries, tags }: PromoteInputs,
) {
	const to = environmentOf(settings, set.to, "to", configFile);
	const from = set.from === undefined ? undefined : environmentOf(settings, set.from, "from", configFile);
	// Tags that are asked for by name are new ones there, or the plan refuses them.
	if (from !== undefined && tags === undefined)
		checkPlaces(from, to, { insecure: insecureRegistries, file: configFile });
	return { to, from };
}

/** The versions of the services: as given, or this commit's. */
async function versionsOf(
	set: ServiceSet,
	services: readonly PromotedService[],
	ports: PromotePorts,
): Promise<ReadonlyMap<string, CommitVersion>> {
	const names = services.map(({ service }) => service.name);
	if (set.versions === undefined) return ports.versions(names);
	const versions = new Map<string, CommitVersion>();
	for (const name of names) {
		const version = set.versions.get(name) ?? missingVersion(name);
		versions.set(name, { version, dockerTag: versionTag(version) });
	}
	return versions;
}

/** The commit of a version that was built some time ago: HEAD may be another one. */
async function commitOf(service: string, version: string, ports: PromotePorts): Promise<TagValues["sha"]> {
	const value = await ports.commitOf(service, version);
	if (value !== undefined) return { value };
	return {
		unknown: `the commit of ${service} ${version} is not in this clone (fetch its tags: actions/checkout with fetch-depth: 0)`,
	};
}
