/** Folders that act uses in place of repositories on GitHub: this project, and stand-ins for GitHub's actions. */

import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { PROJECT } from "./act.ts";

const call = promisify(execFile);

export interface Coordinates {
	owner: string;
	name: string;
	/** The tag, branch or commit that workflows name behind the `@`. */
	tag: string;
}

/**
 * A workflow as act understands it: `$/path`, the repository that the workflow is from, becomes
 * `owner/name/path@tag`, and `queue:` of a concurrency, which act's schema does not know, is left out.
 */
export function renderWorkflow(text: string, { owner, name, tag }: Coordinates): string {
	return text
		.replace(
			/^(\s*(?:-\s+)?uses:\s*)(["']?)\$\/([^\s"'#]*)\2/gm,
			(_all, key: string, quote: string, path: string) => {
				const rest = path.replace(/\/+$/, "");
				return `${key}${quote}${owner}/${name}${rest === "" ? "" : `/${rest}`}@${tag}${quote}`;
			},
		)
		.replace(/^[ \t]+queue:[ \t]*\w+[ \t]*(#.*)?\r?\n/gm, "")
		.replace(/^([ \t]*concurrency:[ \t]*\{.*?),[ \t]*queue:[ \t]*\w+/gm, "$1")
		.replace(/^([ \t]*concurrency:[ \t]*\{[ \t]*)queue:[ \t]*\w+[ \t]*,[ \t]*/gm, "$1");
}

async function workflowFiles(repository: string): Promise<string[]> {
	const folder = join(repository, ".github", "workflows");
	const names = await readdir(folder).catch(() => []);
	return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(folder, name));
}

/** Renders the workflows of a folder in place, see `renderWorkflow`. */
export async function renderWorkflows(repository: string, coordinates: Coordinates): Promise<void> {
	for (const file of await workflowFiles(repository)) {
		await writeFile(file, renderWorkflow(await readFile(file, "utf8"), coordinates));
	}
}

/** Makes a folder a git repository with one commit on `main`, and a tag on it. */
export async function commitFolder(folder: string, message: string, tag?: string): Promise<void> {
	const git = (...args: string[]) =>
		call("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.com", ...args]);
	await git("init", "--quiet", "--initial-branch=main");
	await git("add", "--all", "--force");
	await git("commit", "--quiet", "--no-gpg-sign", "--message", message);
	if (tag !== undefined) await git("tag", "--no-sign", tag);
}

/**
 * A checkout of this project in the folder `to`, as `owner/name` at `tag`: what git tracks or would track, with
 * dist/, its workflows rendered for act, committed and tagged.
 * @returns the entry for `localRepositories`
 */
export async function renderRepository(
	from: string,
	to: string,
	coordinates: Coordinates,
): Promise<Record<string, string>> {
	const { stdout } = await call(
		"git",
		["-C", from, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
		{
			maxBuffer: 64 * 1024 * 1024,
		},
	);
	for (const file of new Set(stdout.split("\0"))) {
		// A tracked file may be deleted in the work tree.
		if (file === "" || !(await stat(join(from, file)).catch(() => undefined))) continue;
		await mkdir(dirname(join(to, file)), { recursive: true });
		await cp(join(from, file), join(to, file), { verbatimSymlinks: true });
	}
	await renderWorkflows(to, coordinates);
	await commitFolder(to, coordinates.tag, coordinates.tag);
	return { [`${coordinates.owner}/${coordinates.name}@${coordinates.tag}`]: to };
}

const STAND_INS = ["checkout", "upload-artifact", "download-artifact", "setup-node"];

/** The packages that stand-ins import; act runs them from a folder without node_modules. */
const PACKAGES: Record<string, string> = {
	"@actions/artifact": "node_modules/@actions/artifact/lib/artifact.js",
	"@actions/core": "node_modules/@actions/core/lib/core.js",
};

/**
 * Stand-ins for the actions of GitHub (`actions/checkout` and the like) that the workflows of these repositories
 * use, made in the folder `to`.
 * @param repositories folders with `.github/workflows/`
 * @returns entries for `localRepositories`, one for each ref that some workflow names
 */
export async function makeLocalRepositories(
	to: string,
	repositories: string[],
): Promise<Record<string, string>> {
	const entries: Record<string, string> = {};
	for (const name of STAND_INS) {
		const folder = join(to, "actions", name);
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		const source = join(PROJECT, "test", "workflows", "stand-ins", name);
		for (const file of await readdir(source)) {
			let text = await readFile(join(source, file), "utf8");
			for (const [specifier, path] of Object.entries(PACKAGES)) {
				text = text.replaceAll(`from "${specifier}"`, `from "${pathToFileURL(join(PROJECT, path)).href}"`);
			}
			await writeFile(join(folder, file), text);
		}
		await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
	}
	const files = (await Promise.all(repositories.map(workflowFiles))).flat();
	for (const file of files) {
		const uses = (await readFile(file, "utf8")).matchAll(
			/^\s*(?:-\s+)?uses:\s*["']?actions\/([\w-]+)@([^\s"'#]+)/gm,
		);
		for (const [, name = "", ref = ""] of uses) {
			if (STAND_INS.includes(name)) entries[`actions/${name}@${ref}`] = join(to, "actions", name);
		}
	}
	return entries;
}
