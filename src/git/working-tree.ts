import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "./git.js";
import { noRepository } from "./missing.js";
import { type FileTree, READ_LIMIT, tooLarge } from "./tree.js";

/** The files of the working tree that git tracks or would track. */
export function workingTree(run: Git["run"], directory: string): FileTree {
	return {
		name: "the working tree",
		list: async () => {
			const { stdout } = await run([
				"ls-files",
				"-z",
				"--cached",
				"--others",
				"--exclude-standard",
				"--deduplicate",
			]).catch(async (cause: unknown) => {
				throw (await noRepository(run, cause)) ?? cause;
			});
			const { stdout: deleted } = await run(["ls-files", "-z", "--deleted"]);
			const gone = new Set(deleted.toString("utf8").split("\0"));
			return stdout
				.toString("utf8")
				.split("\0")
				.filter((path) => path !== "" && !gone.has(path))
				.sort();
		},
		read: async (paths) => {
			const texts = new Map<string, string>();
			for (const path of paths) {
				const file = join(directory, path);
				const stat = await lstat(file).catch(() => undefined);
				// A link could lead out of the repository.
				if (stat === undefined || !stat.isFile()) continue;
				if (stat.size > READ_LIMIT) throw tooLarge(path, "the working tree");
				texts.set(path, await readFile(file, "utf8"));
			}
			return texts;
		},
	};
}
