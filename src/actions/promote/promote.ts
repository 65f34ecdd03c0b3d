import type { Catalogue } from "../../catalog/service.js";
import type { Environment, Settings } from "../../catalog/settings.js";
import { needsValue, type TagValues, versionTag } from "../../promotion/destination.js";
import type { RequiredEvidence } from "../../promotion/evidence.js";
import { failureOf } from "../../promotion/failure.js";
import { type Journal, parseJournal } from "../../promotion/journal.js";
import { type Promotion, promoteSet } from "../../promotion/promotion.js";
import type { PromotionItem, PromotionOptions } from "../../promotion/request.js";
import { isLayout } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";
import { problemsAsError } from "../../runner/problem.js";
import { builtDigest } from "./built.js";
import { declaredLevels } from "./declared-levels.js";
import { checkPlaces, environmentOf, requirementsOf } from "./environment.js";
import { checkInside, checkRequired } from "./environment-places.js";
import { imageItems, needsCommit } from "./image-lines.js";
import { type PromoteInputs, type PromotionSet, platformsAndRequire, trustMissing } from "./inputs.js";
import type { CommitVersion, PromotePorts } from "./ports.js";
import { recordPromotion } from "./record.js";
import type { PromoteResult } from "./result.js";
import {
	type PromotedService,
	promotedServices,
	type ServiceFacts,
	serviceItem,
	sourceIn,
	tagTemplates,
} from "./service-items.js";
import { resultOf } from "./told.js";
import { type Candidate, checkUses } from "./uses.js";
import { checkVersionNames } from "./versions.js";

/** Makes the set and promotes it. What the user can mend is an outcome (refused), not a thrown error. */
export async function run(inputs: PromoteInputs, ports: PromotePorts): Promise<PromoteResult> {
	try {
		const ended = await promotion(inputs, ports);
		const { to } = inputs.set;
		const recorded =
			to === undefined || inputs.dryRun
				? { records: [], problems: [] }
				: await recordPromotion(ended, to, ports.record);
		const { source } = ended.requests;
		// Records are read and attached at destinations, after the promotion has counted.
		const requests = { source, destination: ports.promotion.client.requests() - source };
		return resultOf({ ...ended, requests }, inputs.dryRun, recorded);
	} finally {
		await ports.promotion.client.close();
	}
}

async function promotion(inputs: PromoteInputs, ports: PromotePorts): Promise<Promotion> {
	let items: PromotionItem[];
	let evidence: RequiredEvidence | undefined;
	let compatibility: PromotionOptions["compatibility"];
	let journal: Journal | undefined;
	try {
		const made =
			inputs.set.kind === "images"
				? await setOfLines(inputs, inputs.set, ports)
				: await setOfServices(inputs, inputs.set, ports);
		items = made.items;
		evidence = await evidenceOf(inputs, made, ports);
		compatibility = made.compatibility;
		if (inputs.journal !== undefined)
			journal = parseJournal(await ports.readJournal(inputs.journal), inputs.journal);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		const failure = failureOf(thrown, ports.promotion.signal);
		return {
			outcome: { kind: "refused", cause: failure.cause },
			planDigest: undefined,
			images: [],
			bytes: { moved: 0, mounted: 0, present: 0 },
			requests: { source: 0, destination: 0 },
			rolledBack: [],
			residue: [],
			problems: [failure.problem],
		};
	}
	const { referrers, heal, onFailure, planDigest, dryRun, concurrency, platforms } = inputs;
	const options = {
		insecureRegistries: inputs.insecureRegistries,
		referrers,
		heal,
		onFailure,
		planDigest,
		journal,
		dryRun,
		concurrency,
		platforms,
		evidence,
		compatibility,
	};
	return promoteSet(items, options, ports.promotion);
}

/** The images of a set, and where they go. */
interface MadeSet {
	items: PromotionItem[];
	to: Environment | undefined;
	/** All that are declared. */
	environments: readonly Environment[];
	compatibility: PromotionOptions["compatibility"];
}

/** What is required of the sources; nothing is loaded where nothing is. */
async function evidenceOf(
	inputs: PromoteInputs,
	{ items, to, environments: declared }: MadeSet,
	ports: PromotePorts,
): Promise<RequiredEvidence | undefined> {
	const requirements = requirementsOf(inputs.require, to, inputs.configFile);
	checkRequired(items, {
		to,
		environments: declared,
		asked: requirements,
		insecure: inputs.insecureRegistries,
		file: inputs.configFile,
	});
	if (requirements.length === 0) return undefined;
	if (inputs.platforms.length > 0)
		throw platformsAndRequire(`the environment ${quote(to?.name ?? "")} requires evidence`);
	if (inputs.trust.length === 0)
		throw trustMissing(`The environment ${quote(to?.name ?? "")} requires evidence, and this is called`);
	const verifier = await ports.verifier(inputs.trust);
	if (!requirements.some(({ kind }) => kind === "gate"))
		return { requirements, verifier, levels: () => undefined };
	const catalogue = await manifests(ports);
	const environments = [...(catalogue?.settings.environments ?? []), ...(to === undefined ? [] : [to])];
	return {
		requirements,
		verifier,
		levels: (item) =>
			catalogue === undefined
				? undefined
				: declaredLevels(item, catalogue, environments, inputs.insecureRegistries),
	};
}

/** The manifests that say what a gate has to cover; undefined where there is no repository. Broken ones refuse. */
async function manifests(ports: PromotePorts): Promise<Catalogue | undefined> {
	let catalogue: Catalogue;
	try {
		catalogue = await ports.catalogue();
	} catch (thrown) {
		if (thrown instanceof UserError && NO_REPOSITORY.has(thrown.code)) return undefined;
		throw thrown;
	}
	const wrong = problemsAsError(catalogue.problems);
	if (wrong !== undefined) throw wrong;
	return catalogue;
}

/** Images are promoted by name where there is no checkout, or no git. */
const NO_REPOSITORY: ReadonlySet<string> = new Set(["git-no-repository", "git-missing"]);

async function setOfLines(
	inputs: PromoteInputs,
	set: Extract<PromotionSet, { kind: "images" }>,
	ports: PromotePorts,
): Promise<MadeSet> {
	// Without `to` as well: a destination may lie in an environment all the same. No folder does.
	const isInRegistry = set.lines.some(
		({ destination }) => destination !== undefined && !isLayout(destination),
	);
	// Who names no environment needs no default branch: it may be out of reach of a job without credentials for git.
	const orHere = set.to === undefined;
	const settings = orHere && !isInRegistry ? {} : await ports.settings({ orHere });
	const to = set.to === undefined ? undefined : environmentOf(settings, set.to, "to", inputs.configFile);
	const sha = needsCommit(inputs.tags) ? await ports.head() : undefined;
	const items = imageItems(set.lines, { to, tags: inputs.tags, moveTags: inputs.moveTags ?? [], sha });
	checkInside(items, to, inputs.insecureRegistries);
	return { items, to, environments: settings.environments ?? [], compatibility: undefined };
}

async function setOfServices(
	inputs: PromoteInputs,
	set: Extract<PromotionSet, { kind: "services" }>,
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
	const head = await ports.head();
	const built =
		from === undefined
			? await builtSources(services, head, ports)
			: new Map(
					services.map((each) => {
						const { dockerTag } = versions.get(each.service.name) ?? missingVersion(each.service.name);
						return [
							each.service.name,
							{ source: sourceIn(from, each, dockerTag), expected: undefined },
						] as const;
					}),
				);
	const items: PromotionItem[] = [];
	for (const each of services) {
		const { name } = each.service;
		const source = built.get(name);
		const version = versions.get(name) ?? missingVersion(name);
		if (source === undefined) throw new Error(`no source was found for ${name}`);
		const needsSha = needsValue(tagTemplates(each, inputs).templates, "sha");
		const sha: TagValues["sha"] = !needsSha
			? { unknown: "it was not asked for" }
			: from === undefined
				? { value: head }
				: await commitOf(name, version.version, ports);
		const facts: ServiceFacts = { ...source, values: { version: { value: version.dockerTag }, sha } };
		items.push(serviceItem(each, facts, { to, tags: inputs.tags, moveTags: inputs.moveTags }));
	}
	const candidates = services.map(({ service }): Candidate => {
		const { version } = versions.get(service.name) ?? missingVersion(service.name);
		// Without `from` it is this commit's build, whatever it is called.
		return { service: service.name, version, contracts: from === undefined ? service : undefined };
	});
	const compatibility = () => checkUses(catalogue, candidates, to, ports.uses);
	return { items, to, environments: settings.environments ?? [], compatibility };
}

function environments(
	settings: Settings,
	set: Extract<PromotionSet, { kind: "services" }>,
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
	set: Extract<PromotionSet, { kind: "services" }>,
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

/** What the build of this commit left of each service. */
async function builtSources(
	services: readonly PromotedService[],
	head: string,
	ports: PromotePorts,
): Promise<Map<string, Pick<ServiceFacts, "source" | "expected">>> {
	const names = services.map(({ service }) => service.name);
	const evidence = await ports.buildEvidence(names);
	const sources = new Map<string, Pick<ServiceFacts, "source" | "expected">>();
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

/** The commit of a version that was built some time ago: HEAD may be another one. */
async function commitOf(service: string, version: string, ports: PromotePorts): Promise<TagValues["sha"]> {
	const value = await ports.commitOf(service, version);
	if (value !== undefined) return { value };
	return {
		unknown: `the commit of ${service} ${version} is not in this clone (fetch its tags: actions/checkout with fetch-depth: 0)`,
	};
}

function missingVersion(service: string): never {
	throw new UserError("version-missing", `There is no version for ${service}`, {
		input: "versions",
		hint: `Add a line ${service}=VERSION to 'versions', or leave 'versions' out for those of this commit.`,
	});
}
