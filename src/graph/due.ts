import { isManifest } from "../catalog/discover.js";
import { loadCatalogue } from "../catalog/load.js";
import { FileList, repositoryPath } from "../catalog/paths.js";
import type { Catalogue } from "../catalog/service.js";
import type { Comparison } from "../context/base.js";
import type { ChangedFile } from "../git/diff.js";
import type { FileTree } from "../git/tree.js";
import { type Problem, problem } from "../runner/problem.js";
import { type Classifier, classifierOf, type FileChange, type ServiceChange } from "./changes.js";
import { type Affected, affectedBy, type Depth } from "./closure.js";
import { compare, graphOf, type ServiceGraph } from "./graph.js";

/**
 * Which services are due: what is changed since the comparison's base, and what that affects. The same for plan
 * and gate. Pure but for its ports.
 */

/** A release tag and its commit. */
export interface LastRelease {
	tag: string;
	commit: string;
}

export interface DuePorts {
	git: {
		changedFiles(base: string, head: string | "working-tree"): Promise<readonly ChangedFile[]>;
		tree(commit: string): FileTree;
	};
	/**
	 * The newest release of each service that the head contains; undefined for one that was never released, and no
	 * entry where that can't be told.
	 */
	lastReleases(catalogue: Catalogue, head: string): Promise<ReadonlyMap<string, LastRelease | undefined>>;
}

export interface DueRequest {
	/** The head's, without problems of severity error. */
	catalogue: Catalogue;
	/** Sorted paths of the head's files. */
	files: readonly string[];
	/** The full hash of the head's commit. */
	head: string;
	/** Whether what is not committed counts too. */
	workingTree: boolean;
	comparison: Comparison;
	depth: Depth;
	configFile: string;
	repositoryName: string | undefined;
}

export interface DueService extends Affected {
	path: string;
	/** What it was compared with, where each service has a base of its own. */
	release: LastRelease | undefined;
	/** Whether the change reaches it with depth `direct`: an end-to-end run must start it. */
	atRisk: boolean;
	/** False for a service whose manifest this change deletes while files of its folder remain. */
	declared: boolean;
}

export interface Due {
	/** By name: changed ones and those that are affected, never one of which only ignored files changed. */
	services: readonly DueService[];
	/** Names of services of which only ignored files changed. */
	ignored: readonly string[];
	/** Changed files of no service. */
	unowned: readonly string[];
	/** False where a base could not be found, so that services are due which may have no change. */
	baseResolved: boolean;
	graph: ServiceGraph;
	problems: readonly Problem[];
}

/** How many differences are asked for at a time. */
const CONCURRENCY = 4;
/** How many paths one message names. */
const NAMED_PATHS = 10;

/** A service's own change, with the reason in words: a file, or why it has no base. */
type Seed = ServiceChange;

export async function dueServices(request: DueRequest, ports: DuePorts): Promise<Due> {
	const { catalogue, comparison } = request;
	const graph = graphOf(catalogue);
	const problems: Problem[] = [];
	if (comparison.kind === "unresolved") problems.push(comparison.problem);
	const to = request.workingTree ? "working-tree" : request.head;
	const changed = comparison.kind === "commit" ? await ports.git.changedFiles(comparison.base, to) : [];
	const base =
		comparison.kind === "commit" && changed.some((file) => isPolicy(file, request.configFile))
			? await baseCatalogue(request, comparison.base, ports, problems)
			: undefined;
	const files = new FileList(request.files);
	const classifier = classifierOf({
		head: catalogue.services,
		base: base?.services,
		settingsFile: request.configFile,
		remains: (folder) => files.isFolder(folder),
	});
	const policy = strictest([catalogue, ...(base === undefined ? [] : [base])]);
	const { seeds, unowned, releases } = await findSeeds(request, changed, ports, classifier, policy);
	problems.push(...unownedProblems(unowned, policy));
	const outOfReach =
		comparison.kind === "release"
			? catalogue.services.map(({ name }) => name).filter((name) => !releases.has(name))
			: [];
	if (outOfReach.length > 0) problems.push(outOfReachProblem(outOfReach));
	const services = new Map([...classifier.deleted, ...catalogue.services].map((each) => [each.name, each]));
	const affected = affectedBy(graph, seeds, request.depth);
	const head = new Set(catalogue.services.map(({ name }) => name));
	const direct = request.depth === "direct" ? affected : affectedBy(graph, seeds, "direct");
	const atRisk = new Set(direct.map(({ service }) => service));
	const due = affected.map((each) => ({
		...each,
		because: explained(each, seeds),
		path: services.get(each.service)?.path ?? ".",
		release: releases.get(each.service),
		atRisk: atRisk.has(each.service),
		declared: head.has(each.service),
	}));
	for (const each of due) {
		if (each.declared) continue;
		problems.push(
			problem(
				"warning",
				"manifest-deleted",
				`The manifest of ${each.service} is deleted, and files of ${each.path} remain`,
				{
					hint: "It stays due in this change. Delete the folder too, or move its files to another service.",
				},
			),
		);
	}
	const dueNames = new Set(due.map(({ service }) => service));
	return {
		services: due,
		ignored: [...seeds.keys()].filter((name) => !dueNames.has(name)).sort(compare),
		unowned: [...unowned].sort(compare),
		baseResolved: comparison.kind !== "unresolved" && outOfReach.length === 0,
		graph,
		problems,
	};
}

/** The way with its beginning: the file, or the reason why there is no base. */
function explained({ because }: Affected, seeds: ReadonlyMap<string, Seed>): readonly string[] {
	const reason = seeds.get(because[0] ?? "")?.file;
	return reason === undefined ? because : [reason, ...because];
}

/** Whether a file can make the base's catalogue another one than the head's. */
function isPolicy({ path, from }: FileChange, configFile: string): boolean {
	return [path, from].some(
		(each) => each !== undefined && (isManifest(each) || each === repositoryPath(".", configFile)),
	);
}

/** The base's services, where it has manifests: a change can't take a service out of its own gate. */
async function baseCatalogue(
	request: DueRequest,
	base: string,
	ports: DuePorts,
	problems: Problem[],
): Promise<Catalogue | undefined> {
	const { configFile, repositoryName } = request;
	const catalogue = await loadCatalogue(ports.git.tree(base), { configFile, repositoryName });
	if (
		catalogue.problems.some(({ code, severity }) => severity === "error" && code !== "config-file-missing")
	) {
		problems.push(
			problem(
				"notice",
				"base-manifests-invalid",
				`The manifests of the base (${base.slice(0, 12)}) have errors; what can be read of them counts`,
			),
		);
	}
	return catalogue.declared ? catalogue : undefined;
}

/** `all` where either side says so: a change can't loosen its own gate. */
function strictest(sides: readonly Catalogue[]): "all" | "none" | "warn" {
	const values = sides.map(({ settings }) => settings.unowned ?? "all");
	return values.includes("all") ? "all" : values.includes("warn") ? "warn" : "none";
}

interface Seeds {
	seeds: Map<string, Seed>;
	unowned: Set<string>;
	releases: ReadonlyMap<string, LastRelease | undefined>;
}

async function findSeeds(
	request: DueRequest,
	changed: readonly FileChange[],
	ports: DuePorts,
	classifier: Classifier,
	policy: "all" | "none" | "warn",
): Promise<Seeds> {
	const { catalogue, comparison } = request;
	const names = catalogue.services.map(({ name }) => name);
	const seeds = new Map<string, Seed>();
	const unowned = new Set<string>();
	const to = request.workingTree ? "working-tree" : request.head;
	if (comparison.kind === "commit") {
		const found = classifier.classify(changed);
		for (const [name, change] of found.changes) seeds.set(name, change);
		addUnowned(found.unowned, names, policy, seeds, unowned);
		return { seeds, unowned, releases: new Map() };
	}
	if (comparison.kind !== "release") {
		for (const name of names) seeds.set(name, { change: "internal", schemas: [], file: comparison.reason });
		return { seeds, unowned, releases: new Map() };
	}
	const releases = await ports.lastReleases(catalogue, request.head);
	const groups = new Map<string, string[]>();
	for (const name of names) {
		const release = releases.get(name);
		if (!releases.has(name))
			seeds.set(name, { change: "internal", schemas: [], file: "its last release is out of reach" });
		else if (release === undefined)
			seeds.set(name, { change: "internal", schemas: [], file: "never released" });
		else groups.set(release.commit, [...(groups.get(release.commit) ?? []), name]);
	}
	const waiting = [...groups].sort(([a], [b]) => compare(a, b));
	const work = async () => {
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const [commit, members] = next;
			const found = classifier.classify(await ports.git.changedFiles(commit, to));
			for (const name of members) {
				const change = found.changes.get(name);
				if (change !== undefined) seeds.set(name, change);
			}
			addUnowned(found.unowned, members, policy, seeds, unowned);
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, work));
	return { seeds, unowned, releases };
}

/** With `all` a file that no service owns changes each of the services. */
function addUnowned(
	files: readonly string[],
	services: readonly string[],
	policy: "all" | "none" | "warn",
	seeds: Map<string, Seed>,
	unowned: Set<string>,
): void {
	for (const file of files) unowned.add(file);
	const [first] = files;
	if (policy !== "all" || first === undefined) return;
	for (const name of services) {
		const known = seeds.get(name);
		if (known === undefined || known.change === "docs")
			seeds.set(name, { change: "internal", schemas: [], file: first });
	}
}

function outOfReachProblem(services: readonly string[]): Problem {
	const named = services.slice(0, NAMED_PATHS).join(", ");
	const more = services.length > NAMED_PATHS ? ` and ${services.length - NAMED_PATHS} more` : "";
	return problem(
		"warning",
		"base-unresolved",
		`The last releases of ${named}${more} can't be reached from here, so these services are taken as changed`,
		{ hint: "Check out with fetch-depth: 0, and give the input 'token' the right to read the repository." },
	);
}

function unownedProblems(unowned: ReadonlySet<string>, policy: "all" | "none" | "warn"): Problem[] {
	if (unowned.size === 0) return [];
	const paths = [...unowned].sort(compare);
	const named = paths.slice(0, NAMED_PATHS).join(", ");
	const more = paths.length > NAMED_PATHS ? ` and ${paths.length - NAMED_PATHS} more` : "";
	const consequence = policy === "all" ? "so every service is due" : "and makes none due";
	return [
		problem(
			policy === "warn" ? "warning" : "notice",
			"unowned-files",
			`What changed belongs to no service, ${consequence}: ${named}${more}`,
			{
				hint: "Name such files in the `inputs` of the services that use them, or set `unowned` in the settings.",
			},
		),
	];
}
