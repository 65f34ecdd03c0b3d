import { lstat, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "./errors.js";

/** A folder of the suite's own in the working directory, which git is told to ignore. */
export async function ownFolder(path: string): Promise<string> {
	await mkdir(path, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
		if (cause.code !== "EEXIST") throw cause;
		throw new UserError("folder-is-file", `${path} is a file`, {
			cause,
			hint: "Remove it, or give it another name: Sluice needs a folder there.",
		});
	});
	if ((await lstat(path)).isSymbolicLink()) {
		throw new UserError("folder-is-link", `${path} is a link`, {
			hint: "Remove it: what is written there must stay in the working directory.",
		});
	}
	await writeFile(join(path, ".gitignore"), "*\n", { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EEXIST") throw error;
	});
	return path;
}
