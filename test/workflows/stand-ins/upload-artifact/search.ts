/** Which files actions/upload-artifact takes for the lines of `path`, and below which folder it keeps their names. */

import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, matchesGlob, resolve, sep } from "node:path";

export interface Found {
	files: string[];
	/** The files' names in the artifact are relative to this folder. */
	root: string;
}

interface Pattern {
	glob: string;
	/** The folder or file where the search starts: what stands before the first wildcard. */
	start: string;
	negated: boolean;
}

function patternOf(line: string, base: string): Pattern {
	const negated = line.startsWith("!");
	const glob = resolve(base, negated ? line.slice(1).trim() : line);
	const parts = glob.split(sep);
	const wild = parts.findIndex((part) => /[*?[\]{}]/.test(part));
	return { glob, start: wild < 0 ? glob : parts.slice(0, wild).join(sep) || sep, negated };
}

/** A pattern names files, and folders with all that is in them. */
function fits(file: string, { glob }: Pattern): boolean {
	return (
		file === glob ||
		file.startsWith(glob + sep) ||
		matchesGlob(file, glob) ||
		matchesGlob(file, join(glob, "**"))
	);
}

function walk(path: string, hidden: boolean, found: string[]): void {
	if (!hidden && basename(path).startsWith(".")) return;
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats?.isFile()) found.push(path);
	if (!stats?.isDirectory()) return;
	for (const name of readdirSync(path).sort()) walk(join(path, name), hidden, found);
}

function commonFolder(paths: string[]): string {
	const [first = [], ...others] = paths.map((path) => path.split(sep));
	let length = first.length;
	for (const other of others) {
		let same = 0;
		while (same < length && first[same] === other[same]) same++;
		length = same;
	}
	return first.slice(0, length).join(sep) || sep;
}

/** Searches below `base`, the workspace. The last line that names a file decides, one with `!` excludes it. */
export function search(lines: readonly string[], base: string, hidden: boolean): Found {
	const patterns = lines
		.map((line) => line.trim())
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map((line) => patternOf(line, base));
	const wanted = [...new Set(patterns.filter((pattern) => !pattern.negated).map((pattern) => pattern.start))];
	const starts = wanted.filter(
		(path) => !wanted.some((other) => other !== path && path.startsWith(other + sep)),
	);
	const all: string[] = [];
	for (const start of starts) walk(start, hidden, all);
	const files = [...new Set(all)].filter((file) => {
		const last = patterns.findLast((pattern) => fits(file, pattern));
		return last !== undefined && !last.negated;
	});
	const [start = base] = starts;
	if (starts.length > 1) return { files, root: commonFolder(starts) };
	return { files, root: files.length === 1 && files[0] === start ? dirname(start) : start };
}
