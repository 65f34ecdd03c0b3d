import type { FileTree } from "../../git/tree.js";
import { UserError } from "../../runner/errors.js";

/** The texts of files, without those that are too large to be read as text (`READ_LIMIT`). Pure but for its port. */
export async function readTexts(
	tree: FileTree,
	paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	try {
		return await tree.read(paths);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
	}
	const texts = new Map<string, string>();
	for (const path of paths) {
		try {
			for (const [file, text] of await tree.read([path])) texts.set(file, text);
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
		}
	}
	return texts;
}

const BATCH = 50;

/** The same for any number of files, a few at a time: file by file, in the order of `paths`. */
export async function* eachText(
	tree: FileTree,
	paths: readonly string[],
): AsyncGenerator<{ path: string; text: string | undefined }> {
	for (let at = 0; at < paths.length; at += BATCH) {
		const some = paths.slice(at, at + BATCH);
		const texts = await readTexts(tree, some);
		for (const path of some) yield { path, text: texts.get(path) };
	}
}
