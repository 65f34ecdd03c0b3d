import type { Catalogue, Service } from "../../catalog/service.js";
import type { Environment } from "../../catalog/settings.js";
import { expandTags, repositoryIn, type TagValues } from "../../promotion/destination.js";
import { checkPatterns } from "../../promotion/move-tags.js";
import type { PromotionItem } from "../../promotion/request.js";
import { parseRepository, type Repository, type SourceReference } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** Services as items of a set. Pure. */

/** A service whose image the suite promotes. */
export interface PromotedService {
	service: Service;
	image: Repository;
	tags: readonly string[] | undefined;
	moveTags: readonly string[] | undefined;
}

/**
 * The services by name, each with an image and with the built-in promotion.
 * @throws UserError `unknown-service`, `image-missing`, `promote-is-command`
 */
export function promotedServices(catalogue: Catalogue, names: readonly string[]): PromotedService[] {
	const all = catalogue.services.map(({ name }) => name);
	return names.map((name) => {
		const service = catalogue.services.find((each) => each.name === name);
		if (service === undefined) {
			throw new UserError("unknown-service", `There is no service ${quote(name)} in this repository`, {
				input: "services",
				hint: `The services are: ${all.slice(0, 50).join(", ")}.${didYouMean(name, all)}`,
			});
		}
		const file = service.manifest;
		if ("run" in service.promote) {
			throw new UserError("promote-is-command", `The endpoint promote of ${name} is a command of its own`, {
				file,
				hint: "Use the action run with endpoint: promote for it, or leave it out of 'services'.",
			});
		}
		if (service.image === undefined) {
			throw new UserError("image-missing", `The service ${name} declares no image`, {
				file,
				hint: "Add 'image: registry/repository' to its manifest, or promote it by 'images'.",
			});
		}
		checkPatterns(service.promote.moveTags ?? [], file === undefined ? {} : { file });
		return { service, image: parseRepository(service.image), ...service.promote };
	});
}

/** Where the image of a service is. */
export interface FoundSource {
	source: SourceReference;
	/** The digest that was built, where the source does not name it itself. */
	expected: string | undefined;
}

/** What is known of one service's promotion. */
export interface ServiceFacts extends FoundSource {
	values: TagValues;
}

/** The inputs that hold for all services. */
export interface ServiceSettings {
	to: Environment;
	/** Undefined: what the manifest says. */
	tags: readonly string[] | undefined;
	moveTags: readonly string[] | undefined;
}

const DEFAULT_TAGS: readonly string[] = ["{version}"];

/** The templates of a service's tags, and where they stand. */
export function tagTemplates(
	{ service, tags }: PromotedService,
	settings: Pick<ServiceSettings, "tags">,
): { templates: readonly string[]; place: { input?: string | undefined; file?: string | undefined } } {
	if (settings.tags !== undefined) return { templates: settings.tags, place: { input: "tags" } };
	if (tags !== undefined && tags.length > 0) return { templates: tags, place: { file: service.manifest } };
	return { templates: DEFAULT_TAGS, place: {} };
}

/** The item of a service. */
export function serviceItem(
	promoted: PromotedService,
	facts: ServiceFacts,
	settings: ServiceSettings,
): PromotionItem {
	const { templates, place } = tagTemplates(promoted, settings);
	return {
		service: promoted.service.name,
		source: facts.source,
		expected: facts.expected,
		destination: repositoryIn(settings.to, promoted.image),
		tags: expandTags(templates, facts.values, place),
		moveTags: settings.moveTags ?? promoted.moveTags ?? [],
	};
}

/**
 * The source of a service in an environment: under the first tag that its manifest makes of the version, as the
 * promotion to there has set it; `{version}` itself where it makes none.
 */
export function sourceIn(from: Environment, promoted: PromotedService, version: string): SourceReference {
	const templates = (promoted.tags ?? []).filter(
		(each) => each.includes("{version}") && !each.includes("{sha}"),
	);
	const template = templates.includes("{version}") ? undefined : templates[0];
	const [tag = version] =
		template === undefined
			? []
			: expandTags(
					[template],
					{ version: { value: version }, sha: { unknown: "it was not asked for" } },
					{ file: promoted.service.manifest },
				);
	return { kind: "registry", ...repositoryIn(from, promoted.image), tag };
}
