import type { Service } from "../catalog/service.js";
import { type Problem, problem } from "../runner/problem.js";
import type { Analysis } from "./analysis.js";
import type { ServiceBase } from "./base.js";
import { type Core, coreText } from "./bump.js";
import { buildDistTag, movingTag } from "./channel.js";
import type { Level } from "./commit-message.js";
import type { BranchRole } from "./line.js";
import { prerelease, type Stage } from "./stage.js";
import { type Build, buildStrings, releaseDistTag, releaseStrings, type VersionStrings } from "./strings.js";
import type { ServiceTags, TagForm, VersionTag } from "./tag.js";
import type { ServiceVersion } from "./version.js";

export type FeatureFormat = "prerelease-and-metadata" | "metadata-only";

/** Everything that one service's version depends on. */
export interface ServiceFacts {
	service: Service;
	head: string;
	form: TagForm;
	tags: ServiceTags;
	base: ServiceBase;
	reached: ReadonlySet<string>;
	stage: Stage;
	/** The branch whose rules give the core. */
	role: BranchRole | undefined;
	/** What counted since the base. */
	analysis: Analysis;
	/** Candidates that HEAD reaches, with what counted since each, highest first. */
	candidates: readonly { tag: ServiceTags["candidates"][number]; height: number }[];
	bump: Level | undefined;
	initial: Core;
	release: boolean;
	publish: boolean;
	featureFormat: FeatureFormat;
	/** Where the build's contents are named; never asked of a service that keeps its release. */
	content: () => string;
	/** The merge commit of a pull request, where its contents differ from the head's. */
	merge: string | undefined;
	/** Whether HEAD is the tip of its branch at the remote, so that a moving tag may come to it. */
	tip: boolean;
	images: readonly string[];
	date: number;
	source: string | undefined;
}

/** The parts of a decision in which the cases differ. */
export interface Outcome {
	strings: VersionStrings;
	release: boolean;
	changed: boolean;
	bump: ServiceVersion["bump"];
	previous: string | undefined;
	gitTag: string | undefined;
	distTag: string | null;
	/** Docker tags to push; none where an earlier image is reused. */
	dockerTags: readonly string[];
	height: number | undefined;
	content: string | undefined;
	publishes?: string;
	because: readonly string[];
	problems: readonly Problem[];
}

/** A version that stands already, on HEAD or on a commit with the same contents. */
export function standing(facts: ServiceFacts, tag: VersionTag): Outcome {
	const here = tag.commit === facts.head;
	const strings = releaseStrings(tag.version);
	return {
		strings,
		release: !tag.version.includes("-"),
		changed: false,
		bump: "none",
		previous: undefined,
		gitTag: here ? tag.tag : undefined,
		distTag: releaseDistTag(tag.version, releaseVersions(facts)),
		dockerTags: here ? [strings.dockerTag] : [],
		height: undefined,
		content: undefined,
		because: [here ? `the commit carries ${tag.tag}` : `its inputs are those of ${tag.tag}`],
		problems: [],
	};
}

/** The last release, kept by a service without a change. */
export function kept(facts: ServiceFacts, version: string): Omit<Outcome, "because" | "problems"> {
	return {
		strings: releaseStrings(version),
		release: true,
		changed: false,
		bump: "none",
		previous: version,
		gitTag: undefined,
		distTag: releaseDistTag(version, releaseVersions(facts)),
		dockerTags: [],
		height: 0,
		content: undefined,
	};
}

/** What publishing makes. */
export function published(facts: ServiceFacts, version: string, tag: string) {
	const strings = releaseStrings(version);
	return {
		strings,
		release: !version.includes("-"),
		changed: true,
		gitTag: tag,
		distTag: releaseDistTag(version, releaseVersions(facts)),
		dockerTags: [strings.dockerTag],
		content: undefined,
		publishes: tag,
	};
}

/** A build that is not released. */
export function build(
	facts: ServiceFacts,
	core: Core,
	candidate: ServiceFacts["candidates"][number] | undefined,
) {
	const { stage, analysis } = facts;
	const problems: Problem[] = [];
	const metadataOnly =
		facts.featureFormat === "metadata-only" && (stage.kind === "feature" || stage.kind === "pull-request");
	const last = facts.base.base?.version ?? "0.0.0";
	const parts: Build = {
		precedence: metadataOnly
			? last
			: `${coreText(core)}-${prerelease(stage, analysis.height, candidate && { number: candidate.tag.number, height: candidate.height })}`,
		branch: stage.branch,
		height: metadataOnly ? analysis.height : undefined,
		content: facts.content(),
		merge: facts.merge,
	};
	if (metadataOnly) {
		problems.push(
			problem(
				"warning",
				"metadata-only",
				`${facts.service.name}: ranges, and repositories of npm, NuGet and Helm, take this version for ${last}`,
				{ hint: "Use feature-format: prerelease-and-metadata, which no range takes." },
			),
		);
	}
	const strings = buildStrings(parts);
	const moving = movingTag(stage);
	if (moving === "unnamed") {
		problems.push(
			problem(
				"notice",
				"no-moving-tag",
				`Branch ${stage.branch ?? ""} gives no moving tag: its name would pass for another tag`,
			),
		);
	}
	const names = moving === undefined || moving === "unnamed" || !facts.tip ? [] : [moving.tag];
	return {
		strings,
		release: false,
		changed: true,
		gitTag: undefined,
		distTag: metadataOnly ? null : buildDistTag(stage, core),
		dockerTags: [strings.dockerTag, ...names],
		content: parts.content,
		because: [`${coreText(core)} is not released: a build of it by ${parts.content.slice(0, 12)}`],
		problems,
	};
}

/** The highest release of the service, reachable or not: a version that is not below it is the highest of all. */
export function releaseVersions(facts: ServiceFacts): string[] {
	return facts.tags.releases.slice(0, 1).map((each) => each.version);
}
