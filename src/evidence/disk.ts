import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import picomatch from "picomatch";
import { GLOB_LIMIT } from "../catalog/paths.js";
import { UserError } from "../runner/errors.js";
import { quote } from "../runner/inputs.js";
import type { ReportFile, ReportFiles } from "./read.js";

/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */

/** A glob that looks at more entries than this is a mistake. */
const ENTRY_LIMIT = 500_000;

/** Folders that hold no reports and are large; a glob that names one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);

/** The files below `directory`, the repository. */
export function diskReportFiles(directory: string): ReportFiles {
	return {
		find: async (folder, globs) => {
			const found = new Map<string, ReportFile>();
			for (const glob of globs)
				for (const file of await findFiles(directory, folder, glob)) found.set(file.path, file);
			return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
		},
		open: (path) => createReadStream(join(directory, path), { highWaterMark: 1024 * 1024 }),
		lineCount: (path) => countLines(join(directory, path)),
	};
}

async function findFiles(directory: string, folder: string, glob: string): Promise<ReportFile[]> {
	const clean = glob.replace(/^\.\//, "");
	if (clean === "" || clean.length > GLOB_LIMIT) {
		throw new UserError("report-glob", `${quote(glob)} is no glob of reports`, {
			hint: `Write a path such as reports/*.xml, of at most ${GLOB_LIMIT} characters.`,
		});
	}
	if (
		clean.startsWith("/") ||
		/(^|\/)\.\.(\/|$)/.test(clean) ||
		/^[A-Za-z]:/.test(clean) ||
		clean.includes("\0")
	) {
		throw new UserError("report-glob", `'${glob}' leads out of the service's folder`, {
			hint: "Globs of reports are relative to the service; let the tool write its reports there.",
		});
	}
	const matches = picomatch(clean, { dot: true });
	const { base } = picomatch.scan(clean);
	const start = [folder, ...base.split("/")].filter((each) => each !== "" && each !== ".").join("/");
	const files: ReportFile[] = [];
	let entries = 0;
	const relative = (path: string) => (folder === "." ? path : path.slice(folder.length + 1));
	const visit = async (path: string): Promise<void> => {
		if (++entries > ENTRY_LIMIT) {
			throw new UserError("report-glob", `'${glob}' looks at more than ${ENTRY_LIMIT} files`, {
				hint: "Name the folder that the reports are written to.",
			});
		}
		// lstat: a link is neither a file nor a folder.
		const stat = await lstat(join(directory, path)).catch(() => undefined);
		if (stat?.isFile() === true) {
			if (matches(relative(path))) files.push({ path, modified: stat.mtimeMs });
			return;
		}
		if (stat?.isDirectory() !== true) return;
		for (const entry of await readdir(join(directory, path), { withFileTypes: true })) {
			if (entry.isDirectory() && SKIPPED.has(entry.name)) continue;
			await visit(path === "." ? entry.name : `${path}/${entry.name}`);
		}
	};
	if (!(await leadsThroughLink(directory, start))) await visit(start === "" ? "." : start);
	return files;
}

/** Whether a folder on the way to `path` is a link. */
async function leadsThroughLink(directory: string, path: string): Promise<boolean> {
	let current = directory;
	for (const segment of path.split("/")) {
		current = join(current, segment);
		const stat = await lstat(current).catch(() => undefined);
		if (stat?.isSymbolicLink() === true) return true;
	}
	return false;
}

/** Lines as an editor numbers them; a line feed at the end begins no new one. */
async function countLines(path: string): Promise<number | undefined> {
	const stat = await lstat(path).catch(() => undefined);
	if (stat?.isFile() !== true) return undefined;
	let count = 0;
	let last = 0x0a;
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		for (let index = chunk.indexOf(0x0a); index >= 0; index = chunk.indexOf(0x0a, index + 1)) count++;
		last = chunk.at(-1) ?? last;
	}
	return last === 0x0a ? count : count + 1;
}
