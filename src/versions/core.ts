import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import type { Analysis } from "./analysis.js";
import { type Core, compareCores, coreText, raise } from "./bump.js";
import { higher, type Level } from "./commit-message.js";
import type { BranchRole } from "./line.js";
import type { ServiceTags, VersionTag } from "./tag.js";

/** The next number of a service, and why. */
export interface NextCore {
	core: Core;
	/** Whether anything asks for a new version: a counted commit, or something that forces one. */
	due: boolean;
	because: readonly string[];
	problems: readonly Problem[];
}

export interface CoreQuestion {
	service: string;
	base: VersionTag | undefined;
	tags: ServiceTags;
	analysis: Analysis;
	/** The branch that the core is for: HEAD's own, or the one that a pull request goes into. */
	role: BranchRole | undefined;
	/** The input `bump`, where it holds for this service. */
	bump: Level | undefined;
	initial: Core;
	/** Whether HEAD is on that branch itself, so that its rules bind. */
	own: boolean;
}

/** The next core by the rules for main, release, hotfix and all other branches. */
export function nextCore(question: CoreQuestion): NextCore {
	if (question.role?.kind === "hotfix") return hotfixCore(question);
	if (question.role?.kind === "release" && question.role.line !== undefined) return lineCore(question);
	return commitCore(question);
}

function commitCore({ service, base, analysis, bump, initial }: CoreQuestion): NextCore {
	const { level, releaseAs } = analysis;
	if (base === undefined) {
		const core = releaseAs?.core ?? initial;
		const why =
			releaseAs === undefined
				? `never released: the first version is ${coreText(core)}`
				: `never released: Release-As ${coreText(core)} in ${releaseAs.commit.slice(0, 12)}`;
		return { core, due: true, because: [why], problems: [] };
	}
	const asked = level === undefined ? bump : bump === undefined ? level : higher(level, bump);
	const normal = asked === undefined ? base.core : raise(base.core, asked, bump === "major");
	const because = [reason(analysis, base)];
	if (bump !== undefined) because.push(`the input bump asks for ${bump}`);
	if (releaseAs === undefined) return { core: normal, due: asked !== undefined, because, problems: [] };
	const forced = compareCores(releaseAs.core, normal) >= 0 && compareCores(releaseAs.core, base.core) > 0;
	if (!forced)
		return {
			core: normal,
			due: asked !== undefined,
			because,
			problems: [lowering(service, analysis, normal)],
		};
	because.push(`Release-As ${coreText(releaseAs.core)} in ${releaseAs.commit.slice(0, 12)}`);
	return { core: releaseAs.core, due: true, because, problems: [] };
}

function hotfixCore(question: CoreQuestion): NextCore {
	const { service, base, analysis, initial, own } = question;
	if (base === undefined) {
		const { core, found } = withinLine({ ...question, bump: undefined }, initial);
		return {
			core,
			due: true,
			because: [`never released: the first version is ${coreText(core)}`],
			problems: found,
		};
	}
	const problems: Problem[] = [];
	const [feature] = analysis.features;
	if (feature !== undefined) {
		problems.push(
			problem(
				own ? "error" : "warning",
				"feature-in-hotfix",
				`${service}: a hotfix is a patch of ${base.version}, but ${feature.commit.slice(0, 12)} is ${feature.bump} (${feature.rule})`,
				{ hint: "Move the commit to main or to a release branch, or revert it here." },
			),
		);
	}
	const line = raise(base.core, "patch");
	const { core, forced, found } = withinLine(question, line);
	return {
		core,
		due: analysis.level !== undefined || forced,
		because: [reason(analysis, base), `a hotfix of ${base.version}`],
		problems: [...problems, ...found],
	};
}

function lineCore(question: CoreQuestion): NextCore {
	const { service, base, tags, analysis, role } = question;
	const line = role?.line;
	if (line === undefined) throw new Error("lineCore needs a line");
	if (base !== undefined && compareCores({ ...base.core, patch: 0 }, { ...line, patch: 0 }) > 0) {
		throw new UserError(
			"line-below-release",
			`${service}: branch ${role?.branch ?? ""} names the line ${line.major}.${line.minor}, but it contains the release ${base.version}`,
			{
				hint: `Name the branch after a line that is not below ${base.version}${role?.only === undefined ? `, or release/${service}/X.Y for one service of several` : ""}, or leave the service out with 'services'.`,
			},
		);
	}
	const highest = tags.releases.find(
		(each) => each.core.major === line.major && each.core.minor === line.minor,
	);
	const normal: Core = highest === undefined ? { ...line, patch: 0 } : raise(highest.core, "patch");
	const { core, forced, found } = withinLine(question, normal);
	const why =
		highest === undefined
			? `the branch names the line ${line.major}.${line.minor}, which has no release yet`
			: `the branch names the line ${line.major}.${line.minor}, whose highest release is ${highest.version}`;
	return {
		core,
		due: base === undefined || analysis.level !== undefined || forced,
		because: [reason(analysis, base), why],
		problems: found,
	};
}

/** Nothing forced leaves the line of a release or hotfix branch. */
function withinLine(
	{ service, analysis, bump, base, role }: CoreQuestion,
	normal: Core,
): { core: Core; forced: boolean; found: Problem[] } {
	const found: Problem[] = [];
	const bumps = bump === "patch";
	if (bump !== undefined && !bumps) {
		found.push(
			problem(
				"warning",
				"bump-leaves-line",
				`${service}: bump ${bump} has no effect on ${role?.kind ?? "this"} branches`,
				{
					hint: "These branches keep their line; make such a release from main.",
				},
			),
		);
	}
	const asked = analysis.releaseAs;
	if (asked === undefined) return { core: normal, forced: bumps, found };
	const same = asked.core.major === normal.major && asked.core.minor === normal.minor;
	if (same && compareCores(asked.core, normal) >= 0) return { core: asked.core, forced: true, found };
	if (base === undefined || compareCores(asked.core, base.core) !== 0)
		found.push(lowering(service, analysis, normal));
	return { core: normal, forced: bumps, found };
}

function lowering(service: string, analysis: Analysis, normal: Core): Problem {
	const asked = analysis.releaseAs;
	return problem(
		"warning",
		"release-as-no-effect",
		`${service}: Release-As ${asked === undefined ? "" : `${coreText(asked.core)} in ${asked.commit.slice(0, 12)}`} has no effect: the version is ${coreText(normal)} by the rules, and can neither be lowered nor leave its line`,
	);
}

function reason(analysis: Analysis, base: VersionTag | undefined): string {
	const since = base === undefined ? "in all its history" : `since ${base.tag}`;
	if (analysis.level === undefined) return `nothing counted ${since}`;
	const decisive = analysis.commits.find((each) => each.counted && each.bump === analysis.level);
	const by = decisive === undefined ? "" : ` (${decisive.commit.slice(0, 12)}: ${decisive.rule})`;
	return `${analysis.height} counted ${analysis.height === 1 ? "commit" : "commits"} ${since}, the highest is ${analysis.level}${by}`;
}
