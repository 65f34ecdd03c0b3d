import type { Problem } from "../runner/problem.js";
import type { Thresholds } from "./manifest.js";
import type { Settings } from "./settings.js";

/** A command that a service gives, ready to be run. */
export interface Endpoint {
	run: string;
	/** The shell's argument array; the command is appended. Default `bash -eo pipefail -c`. */
	shell: readonly string[];
	/** Seconds, where a limit is declared. */
	timeout: number | undefined;
	env: Readonly<Record<string, string>>;
	retries: number;
}

/** A level of tests (unit, component, contract, integration, e2e, or another name). */
export interface Level extends Endpoint {
	level: string;
	/** Globs relative to the service's folder; empty where the command's exit is the only evidence. */
	results: readonly string[];
	coverage: readonly string[];
	/** Where the level stands in the manifest. */
	line: number | undefined;
}

export interface Provided {
	kind: "api" | "topic";
	name: string;
	/** Strict semantic version; its MAJOR is the seal. */
	version: string;
	/** Repository path of the description. */
	spec: string | undefined;
}

export interface Use {
	kind: "api" | "topic";
	name: string;
	/** A range as node-semver reads it (a bare MAJOR is already `^MAJOR`). */
	range: string;
	env: string | undefined;
	double: string | undefined;
	optional: boolean;
	line: number | undefined;
}

export interface DataUse {
	db: string;
	schema: string;
	engine: string | undefined;
	access: "owner" | "read" | "write";
	migrate: string | undefined;
	/** Repository paths whose change makes every user of the schema due. */
	migrations: readonly string[];
}

/** One service: its manifest with every default filled in, and every path a repository path. */
export interface Service {
	name: string;
	/** Repository path of its folder, `.` for the root; no trailing slash. */
	path: string;
	/** Repository path of the manifest; undefined for the one service of a repository without manifests. */
	manifest: string | undefined;
	owner: string | undefined;
	/** `ghcr.io/acme/checkout`, without a tag. */
	image: string | undefined;
	/** Further inputs as repository paths or globs (no leading slash). */
	inputs: readonly string[];
	buildsFrom: readonly string[];
	/** gitignore patterns relative to the folder. */
	ignore: readonly string[];
	build: Endpoint | undefined;
	/** Declared levels in the manifest's order. */
	levels: readonly Level[];
	thresholds: Thresholds;
	/** A command; the targets that the suite deploys to by itself come later. */
	deploy: Endpoint | undefined;
	promote: Endpoint | { tags: readonly string[] | undefined; moveTags: readonly string[] | undefined };
	start: (Endpoint & { port: number | undefined; ready: string | undefined }) | undefined;
	provides: readonly Provided[];
	uses: readonly Use[];
	data: readonly DataUse[];
}

/** All services of a workspace and its settings. */
export interface Catalogue {
	/** Sorted by name. */
	services: readonly Service[];
	settings: Settings;
	/** The file of the settings, as the input `config-file` names it. */
	settingsFile: string;
	/** False where the repository has no manifest and is one service in `.`. */
	declared: boolean;
	/** Everything that is wrong with the files; an error among them stops every action. */
	problems: readonly Problem[];
}

/** `gitignore` patterns of a service that declares none (CONTRACT). */
export const DEFAULT_IGNORE: readonly string[] = ["/*.md", "/docs/"];

/** The level that the gate stands before: it runs in a job of its own, and is due only where it is required. */
export const BEHIND_THE_GATE = "e2e";
