import type { Catalogue, Level, Service } from "../../catalog/service.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { Move } from "./moved-services.js";
import type { Policy } from "./policy.js";
import { folderOwners } from "./report-lines.js";
import { type Bars, barsOf, replaceBars, stricterBars } from "./thresholds.js";

/**
 * The services of base and head together: a service is its folder, and what it owes stays with the folder, with the
 * name where the folder moved, and with the files where both changed. Pure.
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
	/** Its names in the base, where they were others. */
	formerly: readonly string[];
	/** The base has a manifest in the folder, the head has none, and files of the folder remain or live on elsewhere. */
	deleted: boolean;
}

export interface ServicesQuestion {
	head: Catalogue;
	/** Paths of all files of the head. */
	files: readonly string[];
	/** The base's services whose files live on elsewhere. */
	moves: readonly Move[];
}

/** The services of both sides; the names of the base's that are gone; what to tell is added to `problems`. */
export function mergeServices(
	question: ServicesQuestion,
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
	// A new manifest inside of a service's folder must not take new code from that folder's bars.
	const enclosing = folderOwners(of(base).map(({ path }) => ({ name: path, path })));
	const around = (service: Service) => {
		const path = enclosing(`${service.path}/.`);
		return of(base).find((each) => each.path === path);
	};
	const merged: PolicyService[] = [];
	for (const service of of(question.head)) {
		const old = before(service);
		const bars = replaceBars(headDefaults, barsOf(service.thresholds));
		const oldBars = barsOf((old ?? around(service))?.thresholds);
		merged.push({
			name: service.name,
			path: service.path,
			manifest: service.manifest,
			levels: mergeLevels(service, old, problems),
			bars: stricterBars(bars, replaceBars(baseDefaults, oldBars)),
			formerly: old === undefined || old.name === service.name ? [] : [old.name],
			deleted: false,
		});
	}
	const gone = new Set<string>();
	const moves = Map.groupBy(question.moves, ({ from }) => from);
	const remains = ({ path }: Service) =>
		question.files.some((file) => path === "." || file.startsWith(`${path}/`));
	for (const service of of(base)) {
		const own = moves.get(service.path) ?? [];
		const heirs = merged.flatMap((target, index) =>
			target.path !== service.path && own.some(({ to }) => to === target.name) ? [{ target, index }] : [],
		);
		for (const { target, index } of heirs) {
			merged[index] = heir(target, service, replaceBars(baseDefaults, barsOf(service.thresholds)));
			if (service.name !== target.name) problems.push(movedProblem(service, target));
		}
		// Where no service has the most of it, nobody answers for that.
		if (heirs.length === 0 || own.some(({ to }) => to === undefined)) continue;
		if (!remains(service) && left.delete(service.path)) gone.add(service.name);
	}
	for (const service of left.values()) {
		const remain = remains(service);
		const [move] = (moves.get(service.path) ?? []).toSorted((a, b) => (a.to ?? "").localeCompare(b.to ?? ""));
		if (!remain && move === undefined) {
			gone.add(service.name);
			continue;
		}
		const where = remain ? service.path : (move?.example ?? service.path);
		merged.push({
			name: service.name,
			path: service.path,
			manifest: service.manifest,
			levels: mergeLevels(undefined, service, problems),
			bars: stricterBars(headDefaults, replaceBars(baseDefaults, barsOf(service.thresholds))),
			formerly: [],
			deleted: true,
		});
		problems.push(
			problem(
				"warning",
				"manifest-deleted",
				`This change deletes the manifest of service '${service.name}' and leaves ${remain ? `files in ${where}` : `its files elsewhere, such as ${where}`}, so that its tests are still due`,
				{
					file: service.manifest,
					hint: "Delete the folder too, or use 'policy-from: head' for this change.",
				},
			),
		);
	}
	// Another folder may have taken the name of one that is gone.
	for (const { name } of merged) gone.delete(name);
	return { services: merged.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)), gone };
}

/** What took over a service's files owes what that service owed. */
function heir(target: PolicyService, from: Service, bars: Bars): PolicyService {
	const levels = new Map(target.levels);
	for (const { level, results, coverage } of from.levels) {
		const known = levels.get(level);
		levels.set(level, {
			level,
			results: known?.results === true || results.length > 0,
			coverage: known?.coverage === true || coverage.length > 0,
			line: known?.line,
		});
	}
	const formerly = from.name === target.name ? target.formerly : [...target.formerly, from.name];
	return { ...target, levels, bars: stricterBars(target.bars, bars), formerly };
}

function movedProblem(from: Service, target: PolicyService): Problem {
	return problem(
		"warning",
		"service-moved",
		`Files of service '${from.name}' live on in '${target.name}', which is held to the levels and bars of both`,
		{ file: target.manifest, hint: "Use 'policy-from: head' for a change that loosens them on purpose." },
	);
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
