import type { Catalogue } from "../../catalog/service.js";
import type { Comparison } from "../../context/base.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { AddedQuestion } from "./added.js";
import type { DueService } from "./due.js";
import type { GatePorts } from "./ports.js";

/** Where each service's added lines are added to. Pure but for its ports. */

export type Base = AddedQuestion["base"];

export interface Bases {
	/** Of what no service owns, and of every service without one of its own. */
	common: Base;
	own: ReadonlyMap<string, Base>;
	/** Services whose last release should be their base, and can't be told. */
	outOfReach: readonly string[];
}

export interface BasesQuestion {
	due: readonly DueService[];
	/** The head's comes first. */
	catalogues: readonly Catalogue[];
	comparison: Comparison;
	/** The commit whose policy holds too; undefined where the head's holds alone. */
	policyBase: string | undefined;
	head: string;
	ports: {
		git: Pick<GatePorts["git"], "mergeBase">;
		lastReleases: GatePorts["lastReleases"];
	};
}

/** What the added lines are added to: one commit, or each service's last release. */
export async function findBases(question: BasesQuestion): Promise<Bases> {
	const { comparison } = question;
	const shared = { own: new Map<string, Base>(), outOfReach: [] };
	switch (comparison.kind) {
		case "commit":
			return { common: { kind: "commit", commit: comparison.base }, ...shared };
		case "everything":
			return { common: await baseByPolicy(question, comparison.reason), ...shared };
		case "unresolved":
			return { common: { kind: "unknown", why: comparison.reason }, ...shared };
		case "release":
			return lastReleases(question);
	}
}

/**
 * What is missing from the releases is not known; only what is there without one was never released. Files of no
 * service are judged from the oldest of these releases on: whatever has been added since any of them is due.
 */
async function lastReleases({ due, catalogues, head, ports }: BasesQuestion): Promise<Bases> {
	const never: Base = { kind: "none", why: "it was never released" };
	const own = new Map<string, Base>();
	const outOfReach: string[] = [];
	const [catalogue] = catalogues;
	if (catalogue === undefined || due.length === 0) return { common: never, own, outOfReach };
	const releases = await ports.lastReleases(catalogue, head);
	// Without manifests any name may be asked for: each is a part of the one service that the repository is.
	const whole = catalogue.declared ? undefined : catalogue.services[0]?.name;
	for (const { name } of due) {
		const key = releases.has(name) ? name : (whole ?? name);
		const release = releases.get(key);
		if (release !== undefined) own.set(name, { kind: "commit", commit: release.commit });
		else if (releases.has(key)) own.set(name, never);
		else {
			own.set(name, { kind: "unknown", why: "its last release can't be told from here" });
			outOfReach.push(name);
		}
	}
	return { common: await oldest([...own.values()], ports.git), own, outOfReach };
}

async function oldest(bases: readonly Base[], git: BasesQuestion["ports"]["git"]): Promise<Base> {
	const unknown = bases.find(({ kind }) => kind === "unknown");
	if (unknown !== undefined)
		return { kind: "unknown", why: "the last release of a service can't be told from here" };
	const commits = new Set(bases.flatMap((base) => (base.kind === "commit" ? [base.commit] : [])));
	let common: string | undefined;
	for (const commit of commits) {
		common = common === undefined ? commit : await git.mergeBase(common, commit);
		if (common === undefined)
			return { kind: "unknown", why: "the last releases have no common history here" };
	}
	return common === undefined
		? { kind: "none", why: "no service was ever released" }
		: { kind: "commit", commit: common };
}

/** How many services one message names. */
const NAMED_SERVICES = 10;

export function outOfReachProblem(services: readonly string[]): Problem {
	const named = services.slice(0, NAMED_SERVICES).join(", ");
	const more = services.length > NAMED_SERVICES ? ` and ${services.length - NAMED_SERVICES} more` : "";
	return problem(
		"warning",
		"base-unresolved",
		`The last releases of ${named}${more} can't be told from here, so the lines added since are not known`,
		{
			hint: "Check out with fetch-depth: 0 and fetch-tags: true, and give the input 'token' the right to read the repository.",
		},
	);
}

/**
 * An event that names no base, such as a dispatch, compares with nothing on main; on any other branch, where the
 * default branch's policy holds too, it must not be a way around the bar for added lines.
 */
async function baseByPolicy({ policyBase, head, ports }: BasesQuestion, why: string): Promise<Base> {
	if (policyBase === undefined) return { kind: "none", why };
	const commit = await ports.git.mergeBase(policyBase, head);
	if (commit !== undefined) return { kind: "commit", commit };
	return { kind: "unknown", why: `no common history with the base ${policyBase.slice(0, 12)} is here` };
}

export function baseOf(bases: Bases, service: string): Base {
	return bases.own.get(service) ?? bases.common;
}
