import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { coreText, raised } from "./bump.js";
import { nextCore } from "./core.js";
import type { BranchRole } from "./line.js";
import {
	build,
	kept,
	type Outcome,
	published,
	releaseVersions,
	type ServiceFacts,
	standing,
} from "./outcome.js";
import { type Conflict, conflictError, conflictWarning, releaseConflict } from "./publishing.js";
import { annotations, labels, references } from "./references.js";
import type { Stage } from "./stage.js";
import { releaseDistTag, releaseStrings } from "./strings.js";
import { tagName, type VersionTag } from "./tag.js";
import type { ServiceVersion } from "./version.js";

/** A version, the tag that publishing makes for it, and what is to be said about it. */
export interface DecidedVersion {
	version: ServiceVersion;
	publishes: string | undefined;
	problems: readonly Problem[];
}

/** The version of one service. Throws a UserError where a release is refused. */
export function decideVersion(facts: ServiceFacts): DecidedVersion {
	const outcome = decide(facts);
	const { strings } = outcome;
	const image = {
		service: facts.service.name,
		version: strings.version,
		revision: facts.head,
		date: facts.date,
		source: facts.source,
	};
	const { base } = facts.base;
	return {
		version: {
			service: facts.service.name,
			path: facts.service.path,
			version: strings.version,
			release: outcome.release,
			changed: outcome.changed,
			bump: outcome.bump,
			previousVersion: outcome.previous ?? null,
			gitTag: outcome.gitTag ?? null,
			dockerTag: strings.dockerTag,
			tags: references(facts.images, outcome.dockerTags),
			labels: labels(image),
			annotations: annotations(image),
			npmVersion: strings.npmVersion,
			npmDistTag: outcome.distTag,
			slug: strings.slug,
			base: base === undefined ? null : { tag: base.tag, commit: base.commit },
			height: outcome.height ?? null,
			content: outcome.content ?? null,
			afterMerge: null,
			commits: [...facts.analysis.commits],
			because: [...outcome.because],
		},
		publishes: outcome.publishes,
		problems: [...facts.analysis.problems, ...outcome.problems],
	};
}

/** What merging a pull request as it is releases; `refused` where `publish` on its base branch would say no. */
export function afterMerge(
	facts: ServiceFacts,
	into: BranchRole,
): { releases: ServiceVersion["afterMerge"]; problems: readonly Problem[] } {
	const nothing = { releases: null, problems: [] };
	const { kind, branch } = into;
	if (kind === "feature") return nothing;
	const stage: Stage = kind === "release" ? { kind, branch, role: into } : { kind, branch };
	// A hotfix is only published as a release.
	const asked = { stage, role: into, publish: true, release: kind === "hotfix", bump: undefined };
	try {
		const { strings, bump, publishes, problems } = decide({ ...facts, ...asked });
		// Of what is wrong there the version of the pull request itself warns.
		if (problems.some(({ severity }) => severity === "error")) return nothing;
		if (publishes === undefined) return nothing;
		return { releases: { version: strings.version, bump, gitTag: publishes }, problems: [] };
	} catch (thrown) {
		if (!(thrown instanceof UserError) || thrown.fault !== "refused") throw thrown;
		const message = `Merged as it is, this can't be released: ${thrown.message}`;
		return {
			releases: null,
			problems: [
				problem("warning", thrown.code, message, { hint: `Bring ${branch} into the pull request first.` }),
			],
		};
	}
}

function decide(facts: ServiceFacts): Outcome {
	const { carried, previous, above } = facts.base;
	if (carried !== undefined) {
		return {
			...standing(facts, carried),
			previous: previous?.version,
			problems: above === undefined ? [] : [higherReachable(facts.service.name, carried, above)],
		};
	}
	const next = nextCore({
		service: facts.service.name,
		base: facts.base.base,
		tags: facts.tags,
		analysis: facts.analysis,
		role: facts.role,
		bump: facts.bump,
		initial: facts.initial,
		own: facts.stage.kind === "hotfix" || facts.stage.kind === "release",
	});
	const { base } = facts.base;
	if (base !== undefined && !next.due) {
		return {
			...kept(facts, base.version),
			because: [...next.because, `it keeps ${base.version}, and its image`],
			problems: next.problems,
		};
	}
	const core = coreText(next.core);
	const bump = base === undefined ? (facts.analysis.level ?? "none") : raised(base.core, next.core);
	const shared = { bump, previous: base?.version, height: facts.analysis.height };
	const problems = [...next.problems];
	const publishable =
		facts.stage.kind === "main" || facts.stage.kind === "release" || facts.stage.kind === "hotfix";
	const candidate =
		facts.stage.kind === "release"
			? facts.candidates.find((each) => coreText(each.tag.core) === core)
			: undefined;
	const releases = facts.release || facts.stage.kind === "main";

	if (facts.publish && publishable && releases) {
		const conflict = releaseConflict(core, facts.tags, facts.reached);
		if (conflict !== undefined) throw conflictError(facts.service.name, core, conflict, facts.head);
		const tag = tagName(facts.form, facts.service.name, core);
		return {
			...shared,
			...published(facts, core, tag),
			because: [...next.because, `publishing makes ${tag}`],
			problems,
		};
	}
	if (candidate?.height === 0 && !facts.release) {
		return {
			...standing(facts, candidate.tag),
			...shared,
			changed: candidate.tag.commit === facts.head,
			because: [...next.because, `nothing counted since ${candidate.tag.tag}`],
			problems,
		};
	}
	if (facts.publish && facts.stage.kind === "release") {
		const conflict = releaseConflict(core, facts.tags, facts.reached);
		if (conflict !== undefined) throw conflictError(facts.service.name, core, conflict, facts.head);
		const numbers = facts.tags.candidates
			.filter((each) => coreText(each.core) === core)
			.map((each) => each.number);
		const version = `${core}-rc.${Math.max(0, ...numbers) + 1}`;
		const tag = tagName(facts.form, facts.service.name, version);
		return {
			...shared,
			...published(facts, version, tag),
			because: [...next.because, `publishing makes ${tag}`],
			problems,
		};
	}

	const built = build(facts, next.core, candidate);
	if (facts.release && publishable) {
		const conflict: Conflict | undefined = releaseConflict(core, facts.tags, facts.reached);
		if (conflict !== undefined)
			problems.push(conflictWarning(facts.service.name, core, conflict, facts.head));
		const { version, npmVersion } = releaseStrings(core);
		return {
			...shared,
			...built,
			strings: { ...built.strings, version, npmVersion },
			release: true,
			distTag: releaseDistTag(core, releaseVersions(facts)),
			because: [...next.because, `${core} is promised: the image's tag stays unique until 'publish'`],
			problems: [...problems, ...built.problems],
		};
	}
	return {
		...shared,
		...built,
		because: [...next.because, ...built.because],
		problems: [...problems, ...built.problems],
	};
}

function higherReachable(service: string, carried: VersionTag, above: VersionTag): Problem {
	return problem(
		"warning",
		"higher-release-reachable",
		`${service}: the commit carries ${carried.tag}, although it contains the higher release ${above.tag}`,
	);
}
