import { expandTags, needsValue, repositoryIn } from "../../promotion/destination.js";
import type { PromotionItem } from "../../promotion/request.js";
import {
	formatSource,
	parseDestination,
	parseSource,
	type RegistryReference,
	type SourceReference,
} from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";

/** The input `images`: lines of `source [=> destination]`. Pure. */

export interface ImageLine {
	source: SourceReference;
	/** In a registry or a layout. Without a digest; without a tag the input `tags` or the source's own tag holds. */
	destination: RegistryReference | undefined;
}

/** @throws UserError `invalid-image-name`, `image-line`, `source-unnamed`, `destination-digest` */
export function parseImageLines(lines: readonly string[]): ImageLine[] {
	return lines.map((line) => {
		const [source = "", destination, ...rest] = line.split("=>").map((part) => part.trim());
		if (rest.length > 0 || source === "" || destination === "") {
			throw new UserError("image-line", `The line ${quote(line)} of 'images' can't be read`, {
				input: "images",
				hint: "Write source => destination, or the source alone and the environment in 'to'.",
			});
		}
		return {
			source: namedSource(source),
			destination: destination === undefined ? undefined : namedDestination(destination),
		};
	});
}

function namedSource(text: string): SourceReference {
	const source = parseSource(text, "images");
	if (source.kind === "layout" || source.tag !== undefined || source.digest !== undefined) return source;
	throw new UserError("source-unnamed", `The source ${quote(text)} has neither a tag nor a digest`, {
		input: "images",
		hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
	});
}

function namedDestination(text: string): RegistryReference {
	const destination = parseDestination(text, "images");
	if (destination.digest === undefined) return destination;
	throw new UserError("destination-digest", `The destination ${quote(text)} has a digest`, {
		input: "images",
		hint: "Write only the tag there: the digest is that of the source.",
	});
}

/** What turns lines into a set. */
export interface LineSettings {
	/** The environment `to`, where it is given. */
	to: { name: string; registry: string } | undefined;
	/** The input `tags`; undefined: not given. */
	tags: readonly string[] | undefined;
	moveTags: readonly string[];
	/** The commit of the working directory; asked for only where `tags` has `{sha}`. */
	sha: string | undefined;
}

/** The set that the lines mean. */
export function imageItems(lines: readonly ImageLine[], settings: LineSettings): PromotionItem[] {
	const { sha } = settings;
	if (settings.tags !== undefined && lines.every(({ destination }) => destination?.tag !== undefined)) {
		throw new UserError(
			"tags-unused",
			"Input 'tags' is given, and every destination in 'images' has a tag of its own",
			{
				input: "tags",
				hint: "Leave 'tags' out, or write the destinations without a tag.",
			},
		);
	}
	const tags =
		settings.tags === undefined
			? []
			: expandTags(settings.tags, {
					version: { unknown: "an image has no version here; 'services' have" },
					sha: sha === undefined ? { unknown: "the commit is not known" } : { value: sha },
				});
	return lines.map(({ source, destination }) => ({
		service: undefined,
		source,
		expected: undefined,
		destination:
			destination === undefined
				? defaultDestination(source, settings)
				: { registry: destination.registry, repository: destination.repository },
		tags: destination?.tag === undefined ? tags : [destination.tag],
		moveTags: settings.moveTags,
	}));
}

/** Whether the commit must be known for these tags. */
export function needsCommit(tags: readonly string[] | undefined): boolean {
	return needsValue(tags ?? [], "sha");
}

function defaultDestination(source: SourceReference, { to }: LineSettings) {
	if (to === undefined) {
		throw new UserError("destination-missing", `${formatSource(source)} has no destination`, {
			input: "images",
			hint: "Write source => destination, or name an environment of sluice.yaml in 'to'.",
		});
	}
	if (source.kind === "registry") return repositoryIn(to, source);
	throw new UserError(
		"destination-missing",
		`${formatSource(source)} has no destination: a folder names no repository`,
		{
			input: "images",
			hint: "Write oci-layout:PATH => destination.",
		},
	);
}
