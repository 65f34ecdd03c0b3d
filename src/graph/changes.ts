import { schemaName } from "../catalog/consistency.js";
import { ignoring, type Ownership, ownershipOf } from "../catalog/ownership.js";
import { PathIndex } from "../catalog/path-index.js";
import { DEFAULT_IGNORE, type Service } from "../catalog/service.js";
import { CHANGE_CLASSES, type Change, type ChangeClass } from "./closure.js";
import { compare } from "./graph.js";

/** Changed files become changed services. Pure. */

/** A file that differs; both of its paths count where it was moved. */
export interface FileChange {
	path: string;
	from?: string | undefined;
	status: string;
}

export interface ServiceChange extends Change {
	/** The first file, in order, that makes the change what it is. */
	file: string;
}

export interface Classified {
	/** By name; services of the base whose manifest is gone, while files of the folder remain, are among them. */
	changes: ReadonlyMap<string, ServiceChange>;
	/** Files of no service, less documentation of the repository's own (DEFAULT_IGNORE, from the root). */
	unowned: readonly string[];
}

/** The services before and after. */
export interface Sides {
	head: readonly Service[];
	/** Undefined where the base has no policy, or the head's holds alone. */
	base: readonly Service[] | undefined;
	/** Repository path of the settings, which are of all services, also where a service lies in the root. */
	settingsFile: string;
	/** Whether any file of the head lies in a folder. */
	remains(folder: string): boolean;
}

/** Answers for many sets of files: what a comparison with each service's own release needs. */
export interface Classifier {
	classify(files: readonly FileChange[]): Classified;
	/** Services of the base only, that are due if they are touched. */
	deleted: readonly Service[];
}

/** Each side as it reads a path. */
interface Side {
	ownership: Ownership;
	specs: PathIndex<string>;
	migrations: PathIndex<string>;
	/** The head's name of a service; undefined where nothing of it remains. */
	nameOf(service: string): string | undefined;
}

export function classifierOf(sides: Sides): Classifier {
	const { head, base = [] } = sides;
	const byPath = new Map(head.map((service) => [service.path, service.name]));
	const names = new Set(head.map(({ name }) => name));
	const renamed = new Map<string, string | undefined>();
	const deleted: Service[] = [];
	for (const service of base) {
		// A service is its folder.
		const known = byPath.get(service.path) ?? (names.has(service.name) ? service.name : undefined);
		const remains = known === undefined && sides.remains(service.path);
		if (remains) deleted.push(service);
		renamed.set(service.name, known ?? (remains ? service.name : undefined));
	}
	const all = [sideOf(head, (name) => name)];
	if (sides.base !== undefined) all.push(sideOf(base, (name) => renamed.get(name)));
	const users = schemaUsers([...head, ...deleted]);
	const isRootDocument = ignoring(DEFAULT_IGNORE);
	return {
		deleted,
		classify: (files) => {
			const found = new Found();
			const unowned = new Set<string>();
			const paths = new Set(
				files.flatMap(({ path, from, status }) =>
					from === undefined || status === "copied" ? [path] : [path, from],
				),
			);
			for (const path of [...paths].sort(compare)) {
				const owned = readPath(path, all, users, found);
				const ofAll = path === sides.settingsFile && head.length > 1;
				if (ofAll || (!owned && !isRootDocument(path))) unowned.add(path);
			}
			return { changes: found.changes, unowned: [...unowned] };
		},
	};
}

function sideOf(services: readonly Service[], nameOf: Side["nameOf"]): Side {
	const specs = new PathIndex<string>();
	const migrations = new PathIndex<string>();
	for (const service of services) {
		for (const { spec } of service.provides) if (spec !== undefined) specs.add(spec, service.name);
		for (const data of service.data) {
			for (const path of data.migrations) migrations.add(path, schemaName(data));
		}
	}
	return { ownership: ownershipOf(services), specs, migrations, nameOf };
}

interface SchemaUsers {
	owner: ReadonlyMap<string, string>;
	uses(service: string, schema: string): boolean;
}

function schemaUsers(services: readonly Service[]): SchemaUsers {
	const owner = new Map<string, string>();
	const uses = new Set<string>();
	for (const { name, data } of services) {
		for (const each of data) {
			uses.add(JSON.stringify([name, schemaName(each)]));
			if (each.access === "owner") owner.set(schemaName(each), name);
		}
	}
	return { owner, uses: (service, schema) => uses.has(JSON.stringify([service, schema])) };
}

/** Notes what one path changes; true where it belongs to any service. */
function readPath(path: string, sides: readonly Side[], users: SchemaUsers, found: Found): boolean {
	const touched = new Map<string, boolean>();
	let owned = false;
	for (const side of sides) {
		for (const touch of side.ownership.touches(path)) {
			owned = true;
			const name = touch.through === "own" ? side.nameOf(touch.service) : undefined;
			// Ignored counts only where every side that knows the path says so.
			if (name !== undefined) touched.set(name, touch.ignored && (touched.get(name) ?? true));
		}
	}
	for (const [name, ignored] of touched) found.add(name, ignored ? "docs" : "internal", path);
	for (const side of sides) {
		for (const provider of side.specs.find(path)) {
			owned = true;
			const name = side.nameOf(provider);
			if (name !== undefined) found.add(name, "contract", path);
		}
		for (const schema of side.migrations.find(path)) {
			owned = true;
			const near = [...touched.keys()].filter((name) => users.uses(name, schema));
			const owner = users.owner.get(schema);
			const changed = near.length > 0 || owner === undefined ? near : [owner];
			for (const name of changed) found.add(name, "schema", path, schema);
		}
	}
	return owned;
}

class Found {
	readonly changes = new Map<string, { change: ChangeClass; schemas: string[]; file: string }>();

	add(service: string, change: ChangeClass, file: string, schema?: string): void {
		const known = this.changes.get(service);
		const schemas = schema === undefined || known?.schemas.includes(schema) === true ? [] : [schema];
		if (known === undefined) this.changes.set(service, { change, schemas, file });
		else {
			known.schemas.push(...schemas);
			if (CHANGE_CLASSES.indexOf(change) <= CHANGE_CLASSES.indexOf(known.change)) return;
			known.change = change;
			known.file = file;
		}
	}
}
