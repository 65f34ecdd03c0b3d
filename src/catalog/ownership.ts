import createIgnore from "ignore";
import { isManifest } from "./discover.js";
import { PathIndex } from "./path-index.js";
import { type RepositoryPath, upwards, within } from "./paths.js";
import type { Service } from "./service.js";

/**
 * Which services a path is an input of (the rule "What counts" of the versions): a service's own folder less the
 * folders of services nested in it, the paths of `inputs`, and all inputs of what it builds from. Pure.
 */

/** One service that a path is an input of. */
export interface Touch {
	service: string;
	/** Changes there make no new version of the service. */
	ignored: boolean;
	/** `own`: by its folder or its `inputs`; `build`: only through a service that it builds from. */
	through: "own" | "build";
}

export interface Ownership {
	/** Every service that the path is an input of, by name. */
	touches(path: RepositoryPath): readonly Touch[];
	/** Their names. */
	ownersOf(path: RepositoryPath): readonly string[];
	/** What a change of the path means for one service; `ignored` says nothing where `owner` is false. */
	changesService(service: string, path: RepositoryPath): { owner: boolean; ignored: boolean };
	/** The service in whose folder the path lies: the innermost one. */
	folderOwner(path: RepositoryPath): string | undefined;
}

/** Answers are kept, since histories name the same paths again and again; then the store is emptied. */
const KEPT_ANSWERS = 100_000;

/**
 * The ownership of a set of services. A question costs the path's depth, however many services there are.
 * Of two services with one name, which is an error elsewhere, both folders count for that name.
 */
export function ownershipOf(services: readonly Service[]): Ownership {
	const folders = new Map<RepositoryPath, Service>();
	const inputs = new PathIndex<string>();
	const ignores = new Map<RepositoryPath, (path: string) => boolean>();
	// Most services ignore the same, and then share the answers too: those are for paths within their folders.
	const questions = new Map<string, (path: string) => boolean>();
	for (const service of services) {
		folders.set(service.path, service);
		for (const input of service.inputs) inputs.add(input, service.name);
		const patterns = JSON.stringify(service.ignore);
		const ignored = questions.get(patterns) ?? ignoring(service.ignore);
		questions.set(patterns, ignored);
		ignores.set(service.path, ignored);
	}
	const dependents = buildDependents(services);
	const answers = new Map<RepositoryPath, readonly Touch[]>();

	const folderService = (path: RepositoryPath): Service | undefined => {
		for (const folder of upwards(path)) {
			const service = folders.get(folder);
			if (service !== undefined) return service;
		}
		return undefined;
	};

	const find = (path: RepositoryPath): readonly Touch[] => {
		const own = new Map<string, boolean>();
		const add = (found: Map<string, boolean>, service: string, ignored: boolean) =>
			// A path is ignored only where every way to it is.
			void found.set(service, ignored && (found.get(service) ?? true));
		if (isManifest(path)) {
			// Where a service begins or ends decides what belongs to those around it.
			for (const folder of upwards(path)) {
				const service = folders.get(folder);
				if (service !== undefined) add(own, service.name, false);
			}
		} else {
			const service = folderService(path);
			if (service !== undefined) {
				const inside = within(service.path, path);
				add(own, service.name, inside !== undefined && ignores.get(service.path)?.(inside) === true);
			}
		}
		for (const name of inputs.find(path)) add(own, name, false);
		const built = new Map<string, boolean>();
		for (const [name, ignored] of own) {
			for (const dependent of dependents.get(name) ?? []) add(built, dependent, ignored);
		}
		const touches: Touch[] = [...own].map(([service, ignored]) => ({
			service,
			ignored: ignored && (built.get(service) ?? true),
			through: "own",
		}));
		for (const [service, ignored] of built) {
			if (!own.has(service)) touches.push({ service, ignored, through: "build" });
		}
		return touches.sort((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
	};

	const touches = (path: RepositoryPath): readonly Touch[] => {
		const known = answers.get(path);
		if (known !== undefined) return known;
		if (answers.size >= KEPT_ANSWERS) answers.clear();
		const found = find(path);
		answers.set(path, found);
		return found;
	};

	return {
		touches,
		ownersOf: (path) => touches(path).map(({ service }) => service),
		changesService: (service, path) => {
			const touch = touches(path).find((each) => each.service === service);
			return touch === undefined ? { owner: false, ignored: false } : { owner: true, ignored: touch.ignored };
		},
		folderOwner: (path) => folderService(path)?.name,
	};
}

/** A question by gitignore patterns, to paths that are relative to the patterns' folder. */
export function ignoring(patterns: readonly string[]): (path: string) => boolean {
	if (patterns.length === 0) return () => false;
	// Paths in git differ by case; and a path may begin with dots.
	const rules = createIgnore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
	return (path) => rules.ignores(path);
}

/** For each service all that build from it, at any distance. */
function buildDependents(services: readonly Service[]): ReadonlyMap<string, ReadonlySet<string>> {
	const direct = new Map<string, string[]>();
	for (const { name, buildsFrom } of services) {
		for (const provider of buildsFrom) {
			const list = direct.get(provider);
			if (list === undefined) direct.set(provider, [name]);
			else list.push(name);
		}
	}
	const all = new Map<string, ReadonlySet<string>>();
	for (const start of direct.keys()) {
		const found = new Set<string>();
		const queue = [start];
		for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
			for (const next of direct.get(at) ?? []) {
				if (found.has(next) || next === start) continue;
				found.add(next);
				queue.push(next);
			}
		}
		all.set(start, found);
	}
	return all;
}
