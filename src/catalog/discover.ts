import picomatch from "picomatch";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import { type FileList, folderOf, GLOB_OPTIONS, isGlob, repositoryPath } from "./paths.js";
import type { Settings } from "./settings.js";
import type { YamlFile } from "./yaml.js";

/** Where the services are. Pure. */

/** The file that makes a folder a service. */
export const MANIFEST = "sluice.service.yaml";

/** Whether a path is that of a manifest. */
export function isManifest(path: string): boolean {
	return (
		path.endsWith(MANIFEST) && (path.length === MANIFEST.length || path.at(-MANIFEST.length - 1) === "/")
	);
}

const MISNAMED = /(?<=^|\/)sluice\.service\.(yml|json)$/;

/** Folders of packages that others wrote; a manifest in there is theirs. */
const FOREIGN = new Set(["node_modules", "bower_components", "site-packages"]);

/** The manifests of a workspace: those that `services` names, or all. */
export function discover(
	files: FileList,
	settings: Settings,
	yaml: YamlFile | undefined,
): { manifests: readonly string[]; problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const found = files.files.filter((path) => isManifest(path) && isOwn(path));
	for (const path of files.files) {
		const name = MISNAMED.exec(path)?.[0];
		if (name === undefined || !isOwn(path)) continue;
		const hint = `Rename it to ${MANIFEST}.`;
		problems.push(problem("error", "manifest-misnamed", `${name} is not read`, { file: path, hint }));
	}
	for (const path of files.links) {
		if (!isManifest(path) || !isOwn(path)) continue;
		problems.push(
			problem("warning", "manifest-link", "This manifest is a symbolic link, which is not followed", {
				file: path,
				hint: "Put a file in its place: without one the folder is no service.",
			}),
		);
	}
	if (settings.services === undefined) return { manifests: found, problems };
	if (settings.services.length === 0) {
		problems.push(
			problem("error", "services-empty", "'services' names no folder", {
				...yaml?.place(["services"]),
				hint: "Name the folders of the services, or remove the key: then every manifest is found.",
			}),
		);
	}
	const folders = found.map(folderOf);
	const chosen = new Set<string>();
	for (const [index, written] of settings.services.entries()) {
		const place = yaml?.place(["services", index]) ?? {};
		const pattern = written.startsWith("!") ? undefined : repositoryPath(".", written);
		if (pattern === undefined) {
			problems.push(
				problem("error", "path-invalid", `'${written}' is no folder in the repository`, {
					...place,
					hint: "Write folders of the repository, with globs such as services/*; there are no exceptions with !.",
				}),
			);
			continue;
		}
		const matches = isGlob(pattern) ? picomatch(pattern, GLOB_OPTIONS) : (path: string) => path === pattern;
		const matched = folders.filter((folder) => matches(folder));
		for (const folder of matched) chosen.add(folder);
		if (matched.length > 0) continue;
		problems.push(
			problem("error", "service-without-manifest", `'${written}' names no folder with a ${MANIFEST}`, {
				...place,
				hint: `Add the manifest, or mend the path.${didYouMean(pattern, folders)}`,
			}),
		);
	}
	for (const path of settings.services.length === 0 ? [] : found) {
		if (chosen.has(folderOf(path))) continue;
		problems.push(
			problem(
				"notice",
				"manifest-not-listed",
				"This manifest is not used: 'services' does not name its folder",
				{
					file: path,
					hint: `Add the folder to 'services' of ${yaml?.file ?? "the settings"} if it is a service.`,
				},
			),
		);
	}
	return { manifests: found.filter((path) => chosen.has(folderOf(path))), problems };
}

function isOwn(path: string): boolean {
	return !path.split("/").some((part) => FOREIGN.has(part));
}
