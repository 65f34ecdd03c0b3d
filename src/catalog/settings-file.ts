import picomatch from "picomatch";
import semver from "semver";
import type { FileTree } from "../git/tree.js";
import { type Problem, problem } from "../runner/problem.js";
import { type FileList, repositoryPath } from "./paths.js";
import { validate } from "./schema-problems.js";
import { type Settings, settingsSchema } from "./settings.js";
import { type DataPath, readYaml, type ScalarRules, type YamlFile } from "./yaml.js";

/** `sluice.yaml`: read, validated, and checked for what a schema can't say. Pure. */

/** Keys of both files that people write whose values are numbers. */
export const SCALARS: ScalarRules = {
	numbers: new Set([
		"timeout",
		"retries",
		"port",
		"lines",
		"branches",
		"functions",
		"patch",
		"file",
		"ratchet",
		"patch-floor",
		"max-share",
		"max-count",
	]),
	texts: new Set(["env"]),
};

export const DEFAULT_CONFIG_FILE = "sluice.yaml";

/** What an environment may require of a promotion (CONTRACT, "promote"). */
const REQUIREMENT = /^(gate|signature|attestation|record:.+)$/;
const ENVIRONMENT_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const PATTERN_LIMIT = 500;

export interface SettingsFile {
	settings: Settings;
	/** Undefined where the file does not exist. */
	yaml: YamlFile | undefined;
	problems: readonly Problem[];
}

/** The settings; an absent file gives none, but one that was asked for by another name must be there. */
export async function readSettings(
	tree: FileTree,
	files: FileList,
	configFile: string,
): Promise<SettingsFile> {
	const path = repositoryPath(".", configFile) ?? configFile;
	const text = (await tree.read([path])).get(path);
	if (text === undefined) return { settings: {}, yaml: undefined, problems: absent(path, files) };
	const yaml = readYaml(text, path, SCALARS);
	// A file of comments alone says nothing, which is allowed.
	if (yaml.value === undefined && yaml.problems.every((each) => each.code === "yaml-empty"))
		return { settings: {}, yaml, problems: [] };
	const { value, problems } = validate(settingsSchema, yaml);
	if (value === undefined) return { settings: {}, yaml, problems };
	return { settings: value, yaml, problems: settingsProblems(value, yaml) };
}

function absent(path: string, files: FileList): Problem[] {
	if (path === DEFAULT_CONFIG_FILE && files.linkOn(path) !== undefined) {
		const hint = "Put a file in its place, or name what it points to as 'config-file'.";
		return [
			problem("warning", "config-file-link", `${path} is a symbolic link, which is not followed`, {
				file: path,
				hint,
			}),
		];
	}
	if (path !== DEFAULT_CONFIG_FILE) {
		return [
			problem("error", "config-file-missing", `There is no '${path}'`, {
				file: path,
				hint: "Mend the input 'config-file', or leave it out.",
			}),
		];
	}
	if (!files.isFile("sluice.yml")) return [];
	const hint = `Rename it to ${DEFAULT_CONFIG_FILE}.`;
	return [problem("error", "config-file-misnamed", "sluice.yml is not read", { file: "sluice.yml", hint })];
}

function settingsProblems(settings: Settings, yaml: YamlFile): Problem[] {
	const problems: Problem[] = [];
	const error = (code: string, message: string, path: DataPath, hint?: string) =>
		void problems.push(problem("error", code, message, { ...yaml.place(path), hint }));
	const { version, gate, environments } = settings;
	if (version?.tag !== undefined && !isTagForm(version.tag)) {
		error(
			"tag-form-invalid",
			`'version.tag' is '${version.tag}'`,
			["version", "tag"],
			"It holds {version} once, at its end, and {service} at most once, such as {service}/v{version}.",
		);
	}
	if (version?.initial !== undefined && semver.valid(version.initial) !== version.initial)
		error(
			"version-invalid",
			`'version.initial' is '${version.initial}'`,
			["version", "initial"],
			"Write a full version such as 0.1.0.",
		);
	for (const key of ["main", "release", "hotfix"] as const) {
		for (const [index, pattern] of (version?.[key] ?? []).entries())
			if (!isPattern(pattern))
				error("pattern-invalid", `'${pattern}' is no pattern of branches`, ["version", key, index]);
	}
	for (const [index, pattern] of (gate?.exclude ?? []).entries()) {
		if (!isPattern(pattern) || repositoryPath(".", pattern) === undefined)
			error("pattern-invalid", `'${pattern}' is no glob of files`, ["gate", "exclude", index]);
	}
	for (const [index, pattern] of (gate?.infrastructure?.patterns ?? []).entries()) {
		const path = ["gate", "infrastructure", "patterns", index];
		if (!isPattern(pattern)) error("pattern-invalid", `'${pattern}' is no pattern`, path);
		else if (!/[A-Za-z0-9]{3}/.test(pattern))
			error(
				"pattern-too-wide",
				`'${pattern}' would excuse almost every failure`,
				path,
				"Write some of the message's own words.",
			);
	}
	const names = new Map<string, number>();
	for (const [index, environment] of (environments ?? []).entries()) {
		const path = ["environments", index];
		if (names.has(environment.name))
			error(
				"environment-twice",
				`Two environments are called '${environment.name}'`,
				[...path, "name"],
				"Rename one of the two.",
			);
		names.set(environment.name, index);
		if (!ENVIRONMENT_NAME.test(environment.name))
			error(
				"environment-name",
				`'${environment.name}' can't be an environment's name`,
				[...path, "name"],
				"Use letters, digits, '.', '_' and '-'.",
			);
		if (/\s|@|:\/\//.test(environment.registry))
			error(
				"registry-invalid",
				`'${environment.registry}' is no registry`,
				[...path, "registry"],
				"Write host[:port][/path], without https://.",
			);
		for (const [at, requirement] of (environment.require ?? []).entries()) {
			const to = requirement.startsWith("record:") ? requirement.slice("record:".length) : undefined;
			if (!REQUIREMENT.test(requirement))
				error(
					"requirement-unknown",
					`'${requirement}' can't be required`,
					[...path, "require", at],
					"Allowed: gate, signature, attestation, record:<environment>.",
				);
			else if (to !== undefined && !(environments ?? []).some(({ name }) => name === to))
				error(
					"environment-unknown",
					`There is no environment '${to}'`,
					[...path, "require", at],
					`Environments: ${(environments ?? []).map(({ name }) => name).join(", ")}.`,
				);
		}
	}
	return problems;
}

function isTagForm(text: string): boolean {
	return (
		text.endsWith("{version}") && text.split("{version}").length === 2 && text.split("{service}").length <= 2
	);
}

function isPattern(text: string): boolean {
	if (text.trim() === "" || text.length > PATTERN_LIMIT || text.startsWith("!")) return false;
	try {
		picomatch.makeRe(text);
		return true;
	} catch {
		return false;
	}
}
