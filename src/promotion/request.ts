import { type InsecureRegistries, registryPlace } from "../registry/endpoint.js";
import { formatReference, type Repository, type SourceReference } from "../registry/name.js";
import type { Problem } from "../runner/problem.js";
import type { RequiredEvidence } from "./evidence.js";
import type { Journal } from "./journal.js";
import type { Refusal } from "./plan.js";

/** What is to be promoted, before anything was asked. Pure. */

/** One image of the set. */
export interface PromotionItem {
	/** The service that it is of, where the set was named by service. */
	service: string | undefined;
	source: SourceReference;
	/** The digest that the source must have: the one that was built and tested. */
	expected: string | undefined;
	destination: Repository;
	/** The destination's tags; none: the source's own tag. */
	tags: readonly string[];
	/** Patterns of tags that may come to point at another digest. */
	moveTags: readonly string[];
}

/** How the set is promoted. */
export interface PromotionOptions {
	/** Also what refers to the images: signatures, attestations. */
	referrers: boolean;
	/** Look at the contents of what is tagged already, too, and fill in what is missing. */
	heal: boolean;
	onFailure: "roll-back" | "leave";
	/** The only plan that may be applied. */
	planDigest: string | undefined;
	/** Of a promotion that was cut off: with `planDigest` it goes on where that one stopped. */
	journal: Journal | undefined;
	/** Resolves, looks and plans, and writes nothing anywhere. */
	dryRun: boolean;
	/** What the sources must carry; undefined: nothing is required. */
	evidence?: RequiredEvidence | undefined;
	/** Whether the set may run with what is there; undefined: nobody asks. Called once, before the plan stands. */
	compatibility?: (() => Promise<{ refusals: readonly Refusal[]; problems: readonly Problem[] }>) | undefined;
	/** Only these platforms of an index; none: all of it. */
	platforms?: readonly string[] | undefined;
	/** Blobs and tags at once. */
	concurrency: number;
	/** Registries besides those on loopback that are spoken to over http. */
	insecureRegistries?: InsecureRegistries | undefined;
}

/** A tag at its destination, `registry/repository:tag`. */
export function tagAddress(destination: Repository, tag: string): string {
	return formatReference({ registry: destination.registry, repository: destination.repository, tag });
}

/** The same for all names of one repository: `ghcr.io:443` is `ghcr.io`. */
export function repositoryPlace({ registry, repository }: Repository, insecure: InsecureRegistries): string {
	return `${registryPlace(registry, insecure)}/${repository}`;
}
