import type { Catalogue, Level, Service } from "../../catalog/service.js";
import type { GateSettings } from "../../catalog/settings.js";
import { type Problem, problem } from "../../runner/problem.js";
import { folderOwners } from "./report-lines.js";
import { type Bars, barsOf, replaceBars, stricterBars } from "./thresholds.js";

/**
 * The policy that a change is judged by. In a pull request and a merge group it is taken from base and head
 * together, so that a change can't loosen its own gate: the services, levels and reports of both are due, of
 * each bar the stricter holds, and every excuse counts only where both sides have it. Pure.
 */

export interface PolicyLevel {
	level: string;
	/** A report of results is due, because either side declares one. */
	results: boolean;
	coverage: boolean;
	/** Where the head's manifest has it. */
	line: number | undefined;
}

export interface PolicyService {
	name: string;
	/** Repository path of its folder; `.` is the root. A service is its folder. */
	path: string;
	manifest: string | undefined;
	levels: ReadonlyMap<string, PolicyLevel>;
	/** Its bars, defaults filled in, without the input's. */
	bars: Bars;
	/** The base has a manifest in the folder, the head has none, and files of the folder remain. */
	deleted: boolean;
}

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

export interface PolicyQuestion {
	head: Catalogue;
	/** The base's catalogue; undefined where the head's policy holds alone. */
	base: Catalogue | undefined;
	/** Paths of all files of the head. */
	files: readonly string[];
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

function hasPolicy(catalogue: Catalogue): boolean {
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

function mergeServices(
	question: PolicyQuestion,
	base: Catalogue | undefined,
	declared: boolean,
	defaults: readonly Bars[],
	problems: Problem[],
): Pick<Policy, "services" | "gone"> {
	const of = (side: Catalogue | undefined) =>
		side === undefined || (declared && !side.declared) ? [] : side.services;
	const [headDefaults = {}, baseDefaults = {}] = defaults;
	const left = new Map(of(base).map((service) => [service.path, service]));
	const take = (found: Service | undefined) => {
		if (found !== undefined) left.delete(found.path);
		return found;
	};
	const headPaths = new Set(of(question.head).map((service) => service.path));
	// By folder, or by name where the folder moved.
	const before = (service: Service) =>
		take(
			left.get(service.path) ??
				[...left.values()].find((each) => each.name === service.name && !headPaths.has(each.path)),
		);
	const merged: PolicyService[] = [];
	for (const service of of(question.head)) {
		const old = before(service);
		const bars = replaceBars(headDefaults, barsOf(service.thresholds));
		const oldBars = old === undefined ? {} : barsOf(old.thresholds);
		merged.push({
			name: service.name,
			path: service.path,
			manifest: service.manifest,
			levels: mergeLevels(service, old, problems),
			bars: stricterBars(bars, replaceBars(baseDefaults, oldBars)),
			deleted: false,
		});
	}
	const gone = new Set<string>();
	for (const service of left.values()) {
		if (!question.files.some((file) => service.path === "." || file.startsWith(`${service.path}/`))) {
			gone.add(service.name);
			continue;
		}
		merged.push({
			name: service.name,
			path: service.path,
			manifest: service.manifest,
			levels: mergeLevels(undefined, service, problems),
			bars: stricterBars(headDefaults, replaceBars(baseDefaults, barsOf(service.thresholds))),
			deleted: true,
		});
		problems.push(
			problem(
				"warning",
				"manifest-deleted",
				`This change deletes the manifest of service '${service.name}' and leaves files in ${service.path}, so that its tests are still due`,
				{
					file: service.manifest,
					hint: "Delete the folder too, or use 'policy-from: head' for this change.",
				},
			),
		);
	}
	return { services: merged.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), gone };
}

function mergeLevels(
	head: Service | undefined,
	base: Service | undefined,
	problems: Problem[],
): Map<string, PolicyLevel> {
	const levels = new Map<string, PolicyLevel>();
	const old = new Map(base?.levels.map((level) => [level.level, level]));
	const now = new Map(head?.levels.map((level) => [level.level, level]));
	const name = head?.name ?? base?.name ?? "";
	for (const level of new Set([...now.keys(), ...old.keys()])) {
		const [after, before] = [now.get(level), old.get(level)];
		levels.set(level, {
			level,
			results: (after?.results.length ?? 0) > 0 || (before?.results.length ?? 0) > 0,
			coverage: (after?.coverage.length ?? 0) > 0 || (before?.coverage.length ?? 0) > 0,
			line: after?.line,
		});
		const place = { file: head?.manifest, line: after?.line };
		if (head !== undefined && after === undefined) {
			problems.push(
				problem(
					"warning",
					"level-removed",
					`This change removes level '${level}' of service '${name}', which is still due`,
					{ ...place, hint: "Use 'policy-from: head' for a change that removes it on purpose." },
				),
			);
		} else if (after !== undefined && before !== undefined && howItRuns(after) !== howItRuns(before)) {
			problems.push(
				problem(
					"notice",
					"level-changed",
					`This change alters how level '${level}' of service '${name}' is run or reported`,
					place,
				),
			);
		}
	}
	return levels;
}

function howItRuns(level: Level): string {
	const env = Object.entries(level.env).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([level.run, level.shell, env, level.results, level.coverage]);
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
