/** What build-push-action and the like take: references, labels and annotations, as docker/metadata-action writes them. */

export interface ImageFacts {
	service: string;
	version: string;
	/** HEAD. */
	revision: string;
	/** The date of the commit in seconds since 1970, so that two builds of a commit say the same. */
	date: number;
	/** `https://github.com/acme/shop`, where it is known. */
	source: string | undefined;
}

/** `image:tag` for each image and tag. */
export function references(images: readonly string[], tags: readonly string[]): string[] {
	return images.flatMap((image) => tags.map((tag) => `${image}:${tag}`));
}

/** `org.opencontainers.image.*=value` lines. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
export function labels(facts: ImageFacts): string[] {
	const entries: [string, string | undefined][] = [
		["created", new Date(facts.date * 1000).toISOString()],
		["revision", facts.revision],
		["source", facts.source],
		["title", facts.service],
		["url", facts.source],
		["version", facts.version],
	];
	return entries.flatMap(([key, value]) =>
		value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`],
	);
}

/** The same for the image's manifest. */
export function annotations(facts: ImageFacts): string[] {
	return labels(facts).map((label) => `manifest:${label}`);
}
