import type { z } from "zod";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import { endpointOf, type ReportError, type WrittenEndpoint } from "./endpoint.js";
import { type levelSchema, type Manifest, manifestSchema } from "./manifest.js";
import type { FileList } from "./paths.js";
import { keysAt } from "./schema-problems.js";
import {
	DEFAULT_IGNORE,
	type Endpoint,
	type Level,
	type Provided,
	type Service,
	type Use,
} from "./service.js";
import { WrittenContracts } from "./written-contracts.js";
import { WrittenPaths } from "./written-paths.js";
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
	const told =
		(severity: "error" | "warning"): ReportError =>
		(code, message, path, hint) => {
			problems.push(problem(severity, code, message, { ...written.yaml.place(path), hint }));
		};
	const error = told("error");
	const paths = new WrittenPaths(written, error, told("warning"));
	const contracts = new WrittenContracts(written, paths, error);
	const service = new Normaliser(written, paths, contracts, error).service();
	return { service, problems, indexes: contracts.indexes };
}

class Normaliser {
	readonly #written: Written;
	readonly #paths: WrittenPaths;
	readonly #contracts: WrittenContracts;
	readonly #error: ReportError;

	constructor(written: Written, paths: WrittenPaths, contracts: WrittenContracts, error: ReportError) {
		this.#written = written;
		this.#paths = paths;
		this.#contracts = contracts;
		this.#error = error;
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
			inputs: this.#paths.allExisting(["inputs"], manifest.inputs ?? []),
			buildsFrom: manifest["builds-from"] ?? [],
			ignore: manifest.ignore ?? DEFAULT_IGNORE,
			build: manifest.build === undefined ? undefined : this.#endpoint(["build"], manifest.build),
			levels: this.#levels(),
			thresholds: (typeof manifest.test === "object" ? manifest.test.thresholds : undefined) ?? {},
			deploy: this.#deploy(),
			promote: this.#promote(),
			start: this.#start(),
			provides: (manifest.provides ?? []).flatMap((each, index) => this.#contracts.provided(each, index)),
			uses: (manifest.uses ?? []).flatMap((each, index) => this.#contracts.used(each, index)),
			data: (manifest.data ?? []).map((each, index) => this.#contracts.data(each, index)),
		};
	}

	/** Not read by anything yet, but a mistyped path is told now. */
	#config(): void {
		const { config } = this.#written.manifest;
		if (config !== undefined) this.#paths.existing(["config"], config);
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
		return endpointOf(path, written, this.#error);
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
				results: this.#paths.globs([...path, "results"], typeof of === "string" ? undefined : of.results),
				coverage: this.#paths.globs([...path, "coverage"], typeof of === "string" ? undefined : of.coverage),
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
}
