import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join } from "node:path";
import { GLOB_LIMIT } from "../catalog/paths.js";
import { UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";
import { fileBytes } from "./file-bytes.js";
import { globFiles } from "./found-files.js";
import type { ReportFile, ReportFiles } from "./read.js";

/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */

/** The most reports of one glob. */
const FILE_LIMIT = 100_000;

/** The files below `directory`, the repository. */
export function diskReportFiles(directory: string): ReportFiles {
	return {
		find: async (folder, globs) => {
			const found = new Map<string, ReportFile>();
			for (const glob of globs)
				for (const file of await findFiles(directory, folder, glob)) found.set(file.path, file);
			return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
		},
		open: (path) => bytesOf(join(directory, path)),
		lineCount: (path) => countLines(join(directory, path)),
	};
}

async function findFiles(directory: string, folder: string, glob: string): Promise<ReportFile[]> {
	const paths = await globFiles({
		root: directory,
		folder,
		glob,
		dot: true,
		limit: FILE_LIMIT,
		refuse: (why) => {
			if (why === "no-glob") {
				return new UserError("report-glob", `${quote(glob)} is no glob of reports`, {
					hint: `Write a path such as reports/*.xml, of at most ${GLOB_LIMIT} characters.`,
				});
			}
			if (why === "outside") {
				return new UserError("report-glob", `'${glob}' leads out of the service's folder`, {
					hint: "Globs of reports are relative to the service; let the tool write its reports there.",
				});
			}
			return new UserError("report-glob", `'${glob}' finds ${why.tooWide}`, {
				hint: "Name the folder that the reports are written to.",
			});
		},
	});
	const files: ReportFile[] = [];
	for (const path of paths) {
		const stat = await lstat(join(directory, path)).catch(() => undefined);
		if (stat?.isFile() === true) files.push({ path, modified: stat.mtimeMs });
	}
	return files;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
	yield* fileBytes(await open(path, constants.O_RDONLY | constants.O_NOFOLLOW));
}

/** Lines as an editor numbers them; a line feed at the end begins no new one. */
async function countLines(path: string): Promise<number | undefined> {
	const stat = await lstat(path).catch(() => undefined);
	if (stat?.isFile() !== true) return undefined;
	let count = 0;
	let last = 0x0a;
	for await (const bytes of bytesOf(path)) {
		const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (let index = chunk.indexOf(0x0a); index >= 0; index = chunk.indexOf(0x0a, index + 1)) count++;
		last = chunk.at(-1) ?? last;
	}
	return last === 0x0a ? count : count + 1;
}
