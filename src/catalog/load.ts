import type { FileTree } from "../git/tree.js";
import type { Problem } from "../runner/problem.js";
import { consistencyProblems, type Declared } from "./consistency.js";
import { discover } from "./discover.js";
import { manifestSchema } from "./manifest.js";
import { normalise } from "./normalise.js";
import { FileList, folderOf } from "./paths.js";
import { undeclaredService } from "./repository.js";
import { validate } from "./schema-problems.js";
import type { Catalogue } from "./service.js";
import { readSettings, SCALARS } from "./settings-file.js";
import { readYaml } from "./yaml.js";

export interface CatalogueOptions {
	/** The input `config-file`, relative to the tree's root. */
	configFile: string;
	/** `owner/name`, or a bare name: see `repositoryName`. */
	repositoryName: string | undefined;
}

/**
 * All services of a tree and its settings. Everything that is wrong with the files is in `problems`, none of
 * it is thrown; only a file that is too large to be read is a UserError. A repository without manifests is one
 * service in `.`.
 */
export async function loadCatalogue(tree: FileTree, options: CatalogueOptions): Promise<Catalogue> {
	const found = (await tree.entries?.()) ?? { files: await tree.list(), links: [] };
	const files = new FileList(found.files, found.links);
	const {
		settings,
		yaml: settingsFile,
		problems: settingsProblems,
	} = await readSettings(tree, files, options.configFile);
	const { manifests, problems: discoveryProblems } = discover(files, settings, settingsFile);
	const problems: Problem[] = [...settingsProblems, ...discoveryProblems];
	const declared: Declared[] = [];
	let complete = true;
	for (const [file, text] of await tree.read(manifests)) {
		const yaml = readYaml(text, file, SCALARS);
		const validated = validate(manifestSchema, yaml);
		problems.push(...validated.problems);
		if (validated.value === undefined) {
			complete = false;
			continue;
		}
		const made = normalise({ manifest: validated.value, folder: folderOf(file), yaml, files });
		problems.push(...made.problems);
		declared.push({ service: made.service, yaml, indexes: made.indexes });
	}
	declared.sort((a, b) => compare(a.service.name, b.service.name) || compare(a.service.path, b.service.path));
	problems.push(...consistencyProblems({ declared, settings, settingsFile, complete }));
	const isDeclared = manifests.length > 0 || settings.services !== undefined;
	return {
		services: isDeclared
			? declared.map(({ service }) => service)
			: [undeclaredService(options.repositoryName)],
		settings,
		settingsFile: options.configFile,
		declared: isDeclared,
		problems,
	};
}

/** By code units, so that an order is the same on every machine. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
