import { readFile, rename, writeFile } from "node:fs/promises";
import type { RepositoryState } from "./state.js";

/**
 * Does `work`, which may fetch more of a shallow clone's history without its files, and cuts the clone off again
 * where it was before, also after a failure. Else the user's clone would hold commits whose files it lacks and that
 * no later fetch would bring. What was fetched stays as objects that nothing reaches, until git clears them away.
 */
export async function keepingShallow<Result>(
	state: Pick<RepositoryState, "boundary" | "shallowFile">,
	work: () => Promise<Result>,
): Promise<Result> {
	if (state.boundary.size === 0) return work();
	const before = await readFile(state.shallowFile);
	try {
		return await work();
	} finally {
		// After all of it was fetched the file is gone.
		const now = await readFile(state.shallowFile).catch(() => undefined);
		if (now?.equals(before) !== true) {
			// git reads the file at any time: it must be there in whole or not at all.
			const next = `${state.shallowFile}.sluice`;
			await writeFile(next, before);
			await rename(next, state.shallowFile);
		}
	}
}
