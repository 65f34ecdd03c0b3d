import type { ObjectReader } from "./objects.js";

/**
 * The parents of each commit as the commit itself records them: at the end of a shallow clone git's own answers say
 * that there are none. Undefined for what is not here or is no commit.
 */
export async function recordedParents(
	objects: ObjectReader,
	commits: readonly string[],
): Promise<(readonly string[] | undefined)[]> {
	return (await objects.contents(commits)).map((object) => {
		if (object?.type !== "commit" || object.content === undefined) return undefined;
		const headers = object.content.toString("latin1").split("\n\n", 1)[0] ?? "";
		return (headers.match(/^parent [0-9a-f]{40,64}$/gm) ?? []).map((line) => line.slice("parent ".length));
	});
}
