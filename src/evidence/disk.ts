import { closeSync, constants, lstatSync, openSync, readSync } from "node:fs";
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
	let chunk: Buffer | undefined;
	return {
		find: async (folder, globs) => {
			const found = new Map<string, ReportFile>();
			for (const glob of globs)
				for (const file of await findFiles(directory, folder, glob)) found.set(file.path, file);
			return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
		},
		open: (path) => bytesOf(join(directory, path)),
		lineCount: async (path) => {
			chunk ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
			return countLines(join(directory, path), chunk);
		},
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

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 256 * 1024;

/**
 * Lines as an editor numbers them; a line feed at the end begins no new one. Without waiting: there are thousands of
 * small files, and for each a promise for every step costs several times as much as the steps.
 */
function countLines(path: string, chunk: Buffer): number | undefined {
	try {
		if (!lstatSync(path).isFile()) return undefined;
	} catch {
		return undefined;
	}
	const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
	try {
		let count = 0;
		let last = LINE_FEED;
		for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
			const bytes = chunk.subarray(0, size);
			for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
			last = bytes.at(-1) ?? last;
		}
		return last === LINE_FEED ? count : count + 1;
	} finally {
		closeSync(file);
	}
}
