import semver from "semver";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem, type Severity } from "../runner/problem.js";
import type { DataUse, Provided, Service, Use } from "./service.js";
import type { Settings } from "./settings.js";
import type { DataPath, YamlFile } from "./yaml.js";

/** What is wrong with manifests that are each right by themselves. Pure. */

/** A service and the file that declares it, for places. */
export interface Declared {
	service: Service;
	yaml: YamlFile;
	/** Where in its list a `provides` or `uses` stands: entries that could not be read are left out of the service. */
	indexes: ReadonlyMap<Provided | Use, number>;
}

export interface Whole {
	declared: readonly Declared[];
	settings: Settings;
	settingsFile: YamlFile | undefined;
	/** False where some manifest could not be read: what it declares is unknown, not missing. */
	complete: boolean;
}

/** Every contradiction between the manifests, in their order. */
export function consistencyProblems(whole: Whole): Problem[] {
	const problems: Problem[] = [];
	const report: Report = (severity, code, message, yaml, path, hint) =>
		void problems.push(problem(severity, code, message, { ...yaml?.place(path), hint }));
	const { declared } = whole;
	sameNames(declared, report);
	sameProvisions(declared, report);
	owners(declared, report);
	buildCycles(declared, report);
	ranges(declared, whole.complete, report);
	if (whole.complete) {
		unknownBuilds(declared, report);
		unknownSchemas(declared, report);
	}
	settingsOfServices(whole, report);
	return problems;
}

type Report = (
	severity: Severity,
	code: string,
	message: string,
	yaml: YamlFile | undefined,
	path: DataPath,
	hint?: string,
) => void;

function sameNames(declared: readonly Declared[], report: Report): void {
	const first = new Map<string, Declared>();
	for (const each of declared) {
		const { name } = each.service;
		const other = first.get(name);
		if (other === undefined) first.set(name, each);
		else
			report(
				"error",
				"service-twice",
				`Two services are called '${name}': the other is in ${other.yaml.file}`,
				each.yaml,
				["name"],
				"Rename one of the two.",
			);
	}
}

function sameProvisions(declared: readonly Declared[], report: Report): void {
	for (const { service, yaml, indexes } of declared) {
		const seals = new Set<string>();
		for (const each of service.provides) {
			const key = `${each.kind} ${each.name} ${seal(each.version)}`;
			if (seals.has(key))
				report(
					"error",
					"provided-twice",
					`${each.kind} '${each.name}' is provided twice in version ${seal(each.version)}`,
					yaml,
					["provides", indexes.get(each) ?? 0],
					"Keep the newer one: several versions side by side differ in their MAJOR (below 1.0 in their MINOR).",
				);
			seals.add(key);
		}
	}
}

function seal(version: string): string {
	const major = semver.major(version);
	return major === 0 ? `0.${semver.minor(version)}` : String(major);
}

/** `shop/orders`: a schema's name in messages and edges. */
export function schemaName(data: Pick<DataUse, "db" | "schema">): string {
	return `${data.db}/${data.schema}`;
}

function owners(declared: readonly Declared[], report: Report): void {
	const owner = new Map<string, Declared>();
	for (const each of declared) {
		const used = new Set<string>();
		for (const [index, data] of each.service.data.entries()) {
			const name = schemaName(data);
			if (used.has(name))
				report(
					"error",
					"schema-twice",
					`Schema '${name}' occurs twice`,
					each.yaml,
					["data", index],
					"Keep one entry.",
				);
			used.add(name);
			if (data.access !== "owner") continue;
			const other = owner.get(name);
			if (other !== undefined && other !== each)
				report(
					"error",
					"schema-two-owners",
					`Schema '${name}' has two owners: ${other.service.name} (${other.yaml.file}) and ${each.service.name}`,
					each.yaml,
					["data", index],
					"One service owns a schema and runs its migrations; the others have access: read or write.",
				);
			else owner.set(name, each);
		}
	}
}

function unknownSchemas(declared: readonly Declared[], report: Report): void {
	const owned = new Set<string>();
	for (const { service } of declared) {
		for (const data of service.data) if (data.access === "owner") owned.add(schemaName(data));
	}
	for (const { service, yaml } of declared) {
		for (const [index, data] of service.data.entries()) {
			const name = schemaName(data);
			if (owned.has(name)) continue;
			report(
				"error",
				"schema-unknown",
				`No service owns the schema '${name}'`,
				yaml,
				["data", index],
				`Mend the name, or declare it in its owner with access: owner.${didYouMean(name, owned)}`,
			);
		}
	}
}

function unknownBuilds(declared: readonly Declared[], report: Report): void {
	const names = new Set(declared.map(({ service }) => service.name));
	for (const { service, yaml } of declared) {
		for (const [index, name] of service.buildsFrom.entries()) {
			if (names.has(name)) continue;
			report(
				"error",
				"service-unknown",
				`There is no service '${name}'`,
				yaml,
				["builds-from", index],
				`Services: ${listed(names)}.${didYouMean(name, names)}`,
			);
		}
	}
}

function listed(names: Iterable<string>): string {
	const all = [...names];
	return all.length > 20 ? `${all.slice(0, 20).join(", ")} and ${all.length - 20} more` : all.join(", ");
}

/** One problem for each cycle, at the edge that closes it. Depth first, without recursion: chains may be long. */
function buildCycles(declared: readonly Declared[], report: Report): void {
	const byName = new Map(declared.map((each) => [each.service.name, each]));
	const done = new Set<string>();
	for (const start of byName.keys()) {
		const path: { name: string; next: number }[] = [];
		const onPath = new Set<string>();
		const enter = (name: string) => {
			path.push({ name, next: 0 });
			onPath.add(name);
		};
		if (!done.has(start)) enter(start);
		for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
			const each = byName.get(at.name);
			const index = at.next++;
			const target = each?.service.buildsFrom[index];
			if (target === undefined) {
				done.add(at.name);
				onPath.delete(at.name);
				path.pop();
			} else if (onPath.has(target)) {
				const cycle = [
					...path.slice(path.findIndex(({ name }) => name === target)).map(({ name }) => name),
					target,
				];
				report(
					"error",
					"builds-from-cycle",
					`Services build from each other in a circle: ${cycle.join(" → ")}`,
					each?.yaml,
					["builds-from", index],
					"Take one of these edges out; what both need can be a service of its own or an input.",
				);
			} else if (!done.has(target) && byName.has(target)) enter(target);
		}
	}
}

function ranges(declared: readonly Declared[], complete: boolean, report: Report): void {
	const provided = new Map<string, { service: Service; version: string }[]>();
	for (const { service } of declared) {
		for (const each of service.provides) {
			const key = subjectKey(each);
			const list = provided.get(key);
			if (list === undefined) provided.set(key, [{ service, version: each.version }]);
			else list.push({ service, version: each.version });
		}
	}
	for (const { service, yaml, indexes } of declared) {
		for (const use of service.uses) {
			const path: DataPath = ["uses", indexes.get(use) ?? 0];
			const providers = provided.get(subjectKey(use));
			if (providers === undefined) {
				if (complete) unknownApi(use, provided, yaml, path, report);
				continue;
			}
			if (providers.some(({ version }) => semver.satisfies(version, use.range))) continue;
			const offered = providers.map((each) => `${each.service.name} provides ${each.version}`).join(", ");
			report(
				use.optional ? "warning" : "error",
				"range-not-satisfied",
				`${service.name} uses ${use.kind} '${use.name}' ${use.range}, and ${offered}`,
				yaml,
				path,
				"Mend the range together with the code that uses it, or let the provider serve both versions: provides may name an API twice.",
			);
		}
	}
}

function unknownApi(
	use: Use,
	provided: ReadonlyMap<string, unknown>,
	yaml: YamlFile,
	path: DataPath,
	report: Report,
): void {
	const other = use.kind === "api" ? "topic" : "api";
	const names = [...provided.keys()]
		.filter((key) => key.startsWith(`${use.kind} `))
		.map((key) => key.slice(use.kind.length + 1));
	const hint = provided.has(subjectKey({ kind: other, name: use.name }))
		? ` There is a${other === "api" ? "n api" : " topic"} of this name.`
		: didYouMean(use.name, names);
	const known = names.length === 0 ? `No ${use.kind} is provided at all.` : `Provided: ${listed(names)}.`;
	report(
		"error",
		`${use.kind}-unknown`,
		`No service provides the ${use.kind} '${use.name}'`,
		yaml,
		path,
		known + hint,
	);
}

function subjectKey(of: Pick<Provided, "kind" | "name">): string {
	return `${of.kind} ${of.name}`;
}

function settingsOfServices({ declared, settings, settingsFile, complete }: Whole, report: Report): void {
	const names = new Set(declared.map(({ service }) => service.name));
	if (settings.version?.tag?.includes("{service}") === false && names.size > 1) {
		report(
			"error",
			"tag-form-shared",
			`'version.tag' is '${settings.version.tag}' for ${names.size} services, which would share their tags`,
			settingsFile,
			["version", "tag"],
			"Add {service}, such as {service}/v{version}.",
		);
	}
	if (!complete) return;
	for (const [index, entry] of (settings.gate?.quarantine ?? []).entries()) {
		if (entry.service === undefined || names.has(entry.service)) continue;
		report(
			"warning",
			"service-unknown",
			`There is no service '${entry.service}'`,
			settingsFile,
			["gate", "quarantine", index, "service"],
			`Services: ${listed(names)}.${didYouMean(entry.service, names)}`,
		);
	}
}
