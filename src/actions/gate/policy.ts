import type { Catalogue, Service } from "../../catalog/service.js";
import type { GateSettings } from "../../catalog/settings.js";
import { type Problem, problem } from "../../runner/problem.js";
import { mergeServices, type PolicyService, type ServicesQuestion } from "./policy-services.js";
import { folderOwners } from "./report-lines.js";
import { type Bars, barsOf, stricterBars } from "./thresholds.js";

/**
 * The policy that a change is judged by. In a pull request and a merge group it is taken from base and head
 * together, so that a change can't loosen its own gate: the services, levels and reports of both are due, of
 * each bar the stricter holds, and every excuse counts only where both sides have it. Pure.
 */

export interface Policy {
	/** Whether there is any manifest. Without one the repository is one service in `.`. */
	declared: boolean;
	/** Sorted by name. */
	services: readonly PolicyService[];
	/** Names of the base's services whose folders are gone: nothing of them is due. */
	gone: ReadonlySet<string>;
	/** Bars of what no service owns. */
	defaults: Bars;
	total: Bars;
	patchFloor: number;
	infrastructure: { action: "hold" | "close"; maxShare: number; maxCount: number | undefined };
	/**
	 * The settings of each side. An excuse (an excluded file, a pattern of the outside world, an entry of the
	 * quarantine) counts only where every side gives it.
	 */
	sides: readonly GateSettings[];
	/** What to tell of how the two sides differ. */
	problems: readonly Problem[];
}

/** Fewer added lines than this are not judged (gate.md). */
export const PATCH_FLOOR = 5;

export interface PolicyQuestion extends ServicesQuestion {
	/** The base's catalogue; undefined where the head's policy holds alone. */
	base: Catalogue | undefined;
}

export function makePolicy(question: PolicyQuestion): Policy {
	const { head } = question;
	const base = question.base !== undefined && hasPolicy(question.base) ? question.base : undefined;
	const sides = base === undefined ? [head] : [head, base];
	const gates = sides.map((side) => side.settings.gate ?? {});
	const defaults = gates.map((gate) => barsOf(gate.thresholds));
	const problems: Problem[] = [];
	if (question.base !== undefined && base === undefined && hasPolicy(head)) {
		problems.push(
			problem(
				"notice",
				"first-adoption",
				"The base has no policy yet, so that this change is judged by its own",
			),
		);
	}
	const declared = sides.some((side) => side.declared);
	return {
		declared,
		...mergeServices(question, base, declared, defaults, problems),
		defaults: stricterBars(...defaults),
		total: stricterBars(...gates.map((gate) => barsOf(gate.total))),
		patchFloor: Math.min(...gates.map((gate) => gate["patch-floor"] ?? PATCH_FLOOR)),
		infrastructure: mergeInfrastructure(gates),
		sides: gates,
		problems,
	};
}

/** Whether there is anything to be judged by. */
export function hasPolicy(catalogue: Catalogue): boolean {
	return catalogue.declared || catalogue.settings.gate !== undefined;
}

function mergeInfrastructure(gates: readonly GateSettings[]): Policy["infrastructure"] {
	const each = gates.map((gate) => gate.infrastructure ?? {});
	const counts = each.flatMap((side) => side["max-count"] ?? []);
	return {
		action: each.some((side) => side.action === "close") ? "close" : "hold",
		maxShare: Math.min(...each.map((side) => side["max-share"] ?? 1)),
		maxCount: counts.length === 0 ? undefined : Math.min(...counts),
	};
}

/**
 * Tells the service that had a file in the base: a change that puts a manifest into a folder of a service doesn't
 * take the files that are there from that service's bars.
 */
export function ownersBefore(
	policy: Policy,
	base: Catalogue | undefined,
	files: ReadonlySet<string>,
): (path: string) => string | undefined {
	if (base?.declared !== true) return () => undefined;
	const now = (service: Service) =>
		policy.services.find(({ path }) => path === service.path) ??
		policy.services.find(({ name }) => name === service.name);
	const owner = folderOwners(
		base.services.flatMap((service) => {
			const name = now(service)?.name;
			return name === undefined ? [] : [{ name, path: service.path }];
		}),
	);
	return (path) => (files.has(path) ? owner(path) : undefined);
}
