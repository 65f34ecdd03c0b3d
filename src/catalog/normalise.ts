import semver from "semver";
import type { z } from "zod";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import { endpointOf, RESERVED, VARIABLE_NAME, type WrittenEndpoint } from "./endpoint.js";
import { type levelSchema, type Manifest, manifestSchema } from "./manifest.js";
import { type FileList, isGlob, repositoryPath } from "./paths.js";
import { rangeOf } from "./range.js";
import { dotted, keysAt } from "./schema-problems.js";
import {
	type DataUse,
	DEFAULT_IGNORE,
	type Endpoint,
	type Level,
	type Provided,
	type Service,
	type Use,
} from "./service.js";
import type { DataPath, YamlFile } from "./yaml.js";

/** A manifest as written becomes a service: every default filled in, every path a repository path. Pure. */

/** Names that `run` and the gate already mean something else by. */
const RESERVED_LEVELS = new Set(["build", "test", "deploy", "promote", "coverage"]);
const LEVEL_NAME = /^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$/;
const IMAGE = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;

/** What a manifest's service needs to be made of it. */
export interface Written {
	manifest: Manifest;
	/** Repository path of the folder. */
	folder: string;
	yaml: YamlFile;
	files: FileList;
}

/** The service, and what is wrong with its values. A service is made in any case, so that others can be checked. */
export function normalise(written: Written): {
	service: Service;
	problems: readonly Problem[];
	/** Where in its list a `provides` or `uses` stands. */
	indexes: ReadonlyMap<Provided | Use, number>;
} {
	const problems: Problem[] = [];
	const indexes = new Map<Provided | Use, number>();
	return { service: new Normaliser(written, problems, indexes).service(), problems, indexes };
}

class Normaliser {
	readonly #written: Written;
	readonly #problems: Problem[];
	readonly #indexes: Map<Provided | Use, number>;

	constructor(written: Written, problems: Problem[], indexes: Map<Provided | Use, number>) {
		this.#written = written;
		this.#problems = problems;
		this.#indexes = indexes;
	}

	service(): Service {
		const { manifest, folder, yaml } = this.#written;
		this.#config();
		return {
			name: manifest.name,
			path: folder,
			manifest: yaml.file,
			owner: manifest.owner,
			image: this.#image(),
			inputs: this.#paths(["inputs"], manifest.inputs ?? []),
			buildsFrom: manifest["builds-from"] ?? [],
			ignore: manifest.ignore ?? DEFAULT_IGNORE,
			build: manifest.build === undefined ? undefined : this.#endpoint(["build"], manifest.build),
			levels: this.#levels(),
			thresholds: (typeof manifest.test === "object" ? manifest.test.thresholds : undefined) ?? {},
			deploy: this.#deploy(),
			promote: this.#promote(),
			start: this.#start(),
			provides: (manifest.provides ?? []).flatMap((each, index) => this.#provided(each, index)),
			uses: (manifest.uses ?? []).flatMap((each, index) => this.#use(each, index)),
			data: (manifest.data ?? []).map((each, index) => this.#data(each, index)),
		};
	}

	#error(code: string, message: string, path: DataPath, hint?: string): void {
		this.#problems.push(problem("error", code, message, { ...this.#written.yaml.place(path), hint }));
	}

	/** Not read by anything yet, but a mistyped path is told now. */
	#config(): void {
		const { config } = this.#written.manifest;
		if (config !== undefined) this.#path(["config"], config);
	}

	#image(): string | undefined {
		const { image } = this.#written.manifest;
		if (image === undefined || IMAGE.test(image)) return image;
		this.#error(
			"image-invalid",
			`'image' is '${image}', which is no image repository`,
			["image"],
			"Write it in lower case, without tag and digest, such as ghcr.io/acme/checkout.",
		);
		return undefined;
	}

	#endpoint(path: DataPath, written: WrittenEndpoint): Endpoint {
		return endpointOf(path, written, (code, message, at, hint) => this.#error(code, message, at, hint));
	}

	#levels(): Level[] {
		const { test } = this.#written.manifest;
		const written = typeof test === "string" ? [["unit", test] as const] : Object.entries(test);
		const levels: Level[] = [];
		for (const [level, value] of written) {
			if (level === "thresholds") continue;
			const path: DataPath = typeof test === "string" ? ["test"] : ["test", level];
			if (!LEVEL_NAME.test(level) || RESERVED_LEVELS.has(level)) {
				this.#error(
					"level-name",
					`'${level}' can't be the name of a level`,
					path,
					"Use lower-case letters, digits, _ and -, and none of build, test, deploy, promote and coverage.",
				);
				continue;
			}
			// The schema knows no other keys of `test` than levels and thresholds.
			const of = value as z.infer<typeof levelSchema>;
			levels.push({
				...this.#endpoint(path, of),
				level,
				results: this.#reports([...path, "results"], typeof of === "string" ? undefined : of.results),
				coverage: this.#reports([...path, "coverage"], typeof of === "string" ? undefined : of.coverage),
				line: this.#written.yaml.place(path, "key").line,
			});
		}
		if (written.every(([level]) => level === "thresholds"))
			this.#error(
				"no-level",
				"'test' declares no level",
				["test"],
				"Add one, such as `unit: {run: npm test}`.",
			);
		return levels;
	}

	/** Globs of files that do not exist yet; they stay relative to the folder. */
	#reports(path: DataPath, written: string | readonly string[] | undefined): readonly string[] {
		const globs = written === undefined ? [] : typeof written === "string" ? [written] : written;
		for (const [index, glob] of globs.entries()) {
			const at = typeof written === "string" ? path : [...path, index];
			if (glob.startsWith("/") || repositoryPath(this.#written.folder, glob) === undefined)
				this.#error(
					"path-invalid",
					`'${glob}' is no path in the repository`,
					at,
					"Write it relative to the service's folder, with / between its parts.",
				);
		}
		return globs;
	}

	#paths(path: DataPath, written: readonly string[]): string[] {
		return written.flatMap((each, index) => this.#path([...path, index], each) ?? []);
	}

	/** The repository path of something that must exist. */
	#path(path: DataPath, written: string): string | undefined {
		const { files, folder, yaml } = this.#written;
		const found = repositoryPath(folder, written);
		if (found === undefined) {
			this.#error(
				"path-invalid",
				`'${written}' is no path in the repository`,
				path,
				"Write it relative to the service's folder, or with a leading / from the repository's root.",
			);
			return undefined;
		}
		if (files.has(found)) return found;
		if (isGlob(found)) {
			this.#problems.push(
				problem("warning", "path-matches-nothing", `'${written}' matches no file`, yaml.place(path)),
			);
			return found;
		}
		const link = files.linkOn(found);
		if (link !== undefined) {
			this.#error(
				"path-unknown",
				`'${link}' is a symbolic link, which is not followed`,
				path,
				"Name what it points to.",
			);
			return found;
		}
		this.#error(
			"path-unknown",
			`There is no '${found}' in the repository`,
			path,
			`Check the path; it is relative to the manifest unless it begins with /.${didYouMean(found, files.besides(found))}`,
		);
		return found;
	}

	#deploy(): Endpoint | undefined {
		const { deploy } = this.#written.manifest;
		if (deploy === undefined) return undefined;
		if (typeof deploy === "string") return this.#endpoint(["deploy"], deploy);
		if (!("run" in deploy)) {
			this.#error(
				"deploy-target-not-supported",
				"Deployment targets are not supported yet",
				["deploy"],
				"Write a command: `deploy: ./ci/deploy.sh`.",
			);
			return undefined;
		}
		const parsed = manifestSchema.shape.build.safeParse(deploy);
		if (parsed.success && parsed.data !== undefined) return this.#endpoint(["deploy"], parsed.data);
		const known = keysAt(manifestSchema, ["build"]);
		const unknown = Object.keys(deploy).find((key) => !known.includes(key));
		if (unknown === undefined)
			this.#error(
				"invalid-value",
				"'deploy' is no command",
				["deploy"],
				"Write a command, or {run, shell, timeout, env, retries}.",
			);
		else
			this.#error(
				"unknown-key",
				`Unknown key 'deploy.${unknown}'`,
				["deploy", unknown],
				`Allowed here: ${known.join(", ")}.${didYouMean(unknown, known)}`,
			);
		return undefined;
	}

	#promote(): Service["promote"] {
		const { promote } = this.#written.manifest;
		if (promote === undefined) return { tags: undefined, moveTags: undefined };
		if (typeof promote === "string" || "run" in promote) return this.#endpoint(["promote"], promote);
		return { tags: promote.tags, moveTags: promote["move-tags"] };
	}

	#start(): Service["start"] {
		const { start } = this.#written.manifest;
		if (start === undefined) return undefined;
		const { port, ready, ...command } = start;
		return { ...this.#endpoint(["start"], command), port, ready };
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

	#provided(written: NonNullable<Manifest["provides"]>[number], index: number): Provided[] {
		const path: DataPath = ["provides", index];
		const subject = this.#subject(path, written);
		const spec = written.spec === undefined ? undefined : this.#path([...path, "spec"], written.spec);
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
		this.#indexes.set(provided, index);
		return [provided];
	}

	#use(written: NonNullable<Manifest["uses"]>[number], index: number): Use[] {
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
		const double = written.double === undefined ? undefined : this.#path([...path, "double"], written.double);
		if (subject === undefined || range === undefined) return [];
		const { env, optional = false } = written;
		const use: Use = { ...subject, range, env, double, optional, line: this.#written.yaml.place(path).line };
		this.#indexes.set(use, index);
		return [use];
	}

	#data(written: NonNullable<Manifest["data"]>[number], index: number): DataUse {
		const { db, schema, engine, access, migrate, migrations } = written;
		const usual =
			access === "owner" ? [repositoryPath(this.#written.folder, "migrations") ?? "migrations"] : [];
		return {
			db,
			schema,
			engine,
			access,
			migrate,
			migrations: migrations === undefined ? usual : this.#paths(["data", index, "migrations"], migrations),
		};
	}
}
