import semver from "semver";
import { RESERVED, type ReportError, VARIABLE_NAME } from "./endpoint.js";
import type { Manifest } from "./manifest.js";
import { repositoryPath } from "./paths.js";
import { rangeOf } from "./range.js";
import { dotted } from "./schema-problems.js";
import type { DataUse, Provided, Use } from "./service.js";
import type { WrittenPaths } from "./written-paths.js";
import type { DataPath, YamlFile } from "./yaml.js";

/** What a service shares with others, as its manifest writes it: APIs, topics and data. Pure. */
export class WrittenContracts {
	/** Where in its list a `provides` or `uses` stands. */
	readonly indexes = new Map<Provided | Use, number>();
	/** Repository path. */
	readonly #folder: string;
	readonly #yaml: YamlFile;
	readonly #paths: WrittenPaths;
	readonly #error: ReportError;

	constructor(from: { folder: string; yaml: YamlFile }, paths: WrittenPaths, error: ReportError) {
		this.#folder = from.folder;
		this.#yaml = from.yaml;
		this.#paths = paths;
		this.#error = error;
	}

	/** One of the list `provides`; none where it says too little to be held against anything. */
	provided(written: NonNullable<Manifest["provides"]>[number], index: number): Provided[] {
		const path: DataPath = ["provides", index];
		const subject = this.#subject(path, written);
		const spec =
			written.spec === undefined ? undefined : this.#paths.existing([...path, "spec"], written.spec);
		if (semver.valid(written.version) !== written.version) {
			this.#error(
				"version-invalid",
				`'${written.version}' is no semantic version`,
				[...path, "version"],
				"Write a full version such as 2.3.0.",
			);
			return [];
		}
		if (subject === undefined) return [];
		const provided: Provided = { ...subject, version: written.version, spec };
		this.indexes.set(provided, index);
		return [provided];
	}

	/** One of the list `uses`; none where it says too little to be held against anything. */
	used(written: NonNullable<Manifest["uses"]>[number], index: number): Use[] {
		const path: DataPath = ["uses", index];
		const subject = this.#subject(path, written);
		const range = rangeOf(written.version);
		if (range === undefined)
			this.#error(
				"range-invalid",
				`'${written.version}' is no range of semantic versions`,
				[...path, "version"],
				"Write a range such as ^1.2, or a bare MAJOR such as 2.",
			);
		if (written.env?.startsWith(RESERVED) === true) {
			this.#error(
				"env-reserved",
				`'${written.env}' is set by run, which nothing overrides`,
				[...path, "env"],
				`Choose a name that does not begin with ${RESERVED}.`,
			);
		}
		if (written.env !== undefined && !VARIABLE_NAME.test(written.env))
			this.#error(
				"env-name",
				`'${written.env}' can't be the name of a variable`,
				[...path, "env"],
				"Use letters, digits and _.",
			);
		const double =
			written.double === undefined ? undefined : this.#paths.existing([...path, "double"], written.double);
		if (subject === undefined || range === undefined) return [];
		const { env, optional = false } = written;
		const use: Use = { ...subject, range, env, double, optional, line: this.#yaml.place(path).line };
		this.indexes.set(use, index);
		return [use];
	}

	/** One of the list `data`. An owner's migrations are usually in the folder of that name. */
	data(written: NonNullable<Manifest["data"]>[number], index: number): DataUse {
		const { db, schema, engine, access, migrate, migrations } = written;
		const usual = access === "owner" ? [repositoryPath(this.#folder, "migrations") ?? "migrations"] : [];
		return {
			db,
			schema,
			engine,
			access,
			migrate,
			migrations:
				migrations === undefined ? usual : this.#paths.allExisting(["data", index, "migrations"], migrations),
		};
	}

	#subject(path: DataPath, of: { api?: string | undefined; topic?: string | undefined }) {
		if (of.api !== undefined && of.topic === undefined) return { kind: "api" as const, name: of.api };
		if (of.topic !== undefined && of.api === undefined) return { kind: "topic" as const, name: of.topic };
		this.#error(
			"api-or-topic",
			`'${dotted(path)}' must name an api or a topic, and not both`,
			path,
			"Write {api: name, ...} or {topic: name, ...}.",
		);
		return undefined;
	}
}
