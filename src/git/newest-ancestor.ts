import type { Git } from "./git.js";

/**
 * The newest of some commits that `start` contains, itself included: none of the others is built on it. Undefined
 * where it contains none, or a shallow clone does not hold them.
 */
export async function newestAncestor(
	git: Pick<Git, "stream">,
	start: string,
	wanted: ReadonlySet<string>,
): Promise<string | undefined> {
	let found: string | undefined;
	let rest = "";
	const take = (text: string) => {
		const lines = (rest + text).split("\n");
		rest = lines.pop() ?? "";
		found = lines.find((line) => wanted.has(line));
		return found === undefined;
	};
	await git.stream(["rev-list", "--topo-order", "--end-of-options", start, "--"], (chunk) =>
		found === undefined ? take(chunk.toString("latin1")) : false,
	);
	return found;
}
