import semver from "semver";
import { isTag, parseRepository, type Repository } from "../registry/name.js";
import { UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";

/** Where an image goes: its repository in an environment, and its tags there. Pure. */

/**
 * The repository of an image in an environment: the environment's registry, then the image's repository without
 * its first segment; one of a single segment is taken whole. `ghcr.io/acme/shop/cart` in `registry.internal/eu`
 * is `registry.internal/eu/shop/cart`.
 * @throws UserError `invalid-image-name`
 */
export function repositoryIn(environment: { name: string; registry: string }, image: Repository): Repository {
	const segments = image.repository.split("/");
	const rest = segments.length === 1 ? segments : segments.slice(1);
	return parseRepository(`${environment.registry.replace(/\/+$/, "")}/${rest.join("/")}`);
}

/** A version as a tag: a tag can't hold the `+` of build metadata. */
export function versionTag(version: string): string {
	return version.replaceAll("+", "_");
}

/** What placeholders stand for; undefined: not known here, and why. */
export interface TagValues {
	/** Already as a tag. */
	version: { value: string } | { unknown: string };
	/** The full hash, 40 digits. */
	sha: { value: string } | { unknown: string };
}

/** Whether a template of a tag needs a value. */
export function needsValue(templates: readonly string[], name: "version" | "sha"): boolean {
	return templates.some((template) => template.includes(`{${name}}`));
}

/**
 * Tags from their templates, without repetitions. `{version}` and `{sha}` are the only placeholders. `input` or
 * `file` say where the templates stand.
 * @throws UserError `invalid-tag`, `tag-placeholder`
 */
export function expandTags(
	templates: readonly string[],
	values: TagValues,
	place: { input?: string | undefined; file?: string | undefined } = { input: "tags" },
): string[] {
	const tags = templates.map((template) => {
		const tag = template.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
			if (name !== "version" && name !== "sha") {
				throw new UserError(
					"tag-placeholder",
					`The tag ${quote(template)} has the unknown placeholder ${whole}`,
					{
						...place,
						hint: "Only {version} and {sha} stand for something.",
					},
				);
			}
			const found = values[name];
			if ("value" in found) return found.value;
			throw new UserError(
				"tag-placeholder",
				`The tag ${quote(template)} has no value for ${whole}: ${found.unknown}`,
				{
					...place,
					hint: "Write the tag out, or leave it out.",
				},
			);
		});
		if (isTag(tag)) return tag;
		throw new UserError("invalid-tag", `${quote(tag)} is no tag`, {
			...place,
			hint: "A tag has at most 128 letters, digits, _, . and -, and does not start with . or -.",
		});
	});
	return [...new Set(tags)];
}

/**
 * The highest release among the tags of a repository: what runs there by the tags alone. `templates` are those by
 * which the service is tagged (default `{version}`); prereleases and other tags don't count.
 */
export function highestRelease(
	tags: readonly string[],
	templates: readonly string[] | undefined,
): string | undefined {
	const forms = (templates === undefined || templates.length === 0 ? ["{version}"] : templates)
		.filter((template) => template.split("{version}").length === 2 && !template.includes("{sha}"))
		.map((template) => template.split("{version}"));
	const releases = tags.flatMap((tag) =>
		forms.flatMap(([before = "", after = ""]) => {
			if (!tag.startsWith(before) || !tag.endsWith(after)) return [];
			const version = tag.slice(before.length, tag.length - after.length);
			return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version) && semver.valid(version) !== null
				? [version]
				: [];
		}),
	);
	return semver.rsort(releases)[0];
}
