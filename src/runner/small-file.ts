import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";

/**
 * A regular file's text, links not followed; undefined where there is none.
 * @param limit bytes
 * @throws Error that says why it is not read, as the end of a sentence
 */
export async function readSmallFile(path: string, limit: number): Promise<string | undefined> {
	const stat = await lstat(path).catch(() => undefined);
	if (stat === undefined) return undefined;
	if (!stat.isFile()) throw new Error("it is no regular file");
	if (stat.size > limit) throw new Error(`it has ${stat.size} bytes, more than ${limit}`);
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
	try {
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
}
