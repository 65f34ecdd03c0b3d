import { type FileCoverage, fileCoverageSchema } from "./evidence.js";

/**
 * Coverage of evidence, checked and kept as text: thousands of files of evidence hold millions of lines, and each
 * line that is kept as a pair takes ten times the room. Pure.
 */

/** The coverage that evidence has; `files` are made anew each time that they are asked for. */
export interface PackedCoverage {
	/** How many files there are. */
	readonly size: number;
	readonly unmatched: string[];
	readonly files: FileCoverage[];
}

/** Where and why a value is no coverage of evidence. */
export class CoverageFlaw extends Error {
	override readonly name = "CoverageFlaw";
}

/** The `coverage` of evidence as it was parsed. @throws CoverageFlaw */
export function packCoverage(value: unknown): PackedCoverage | null {
	if (value === null) return null;
	if (typeof value !== "object" || !("files" in value) || !("unmatched" in value))
		throw new CoverageFlaw("coverage: files and unmatched are expected");
	const { files, unmatched } = value;
	if (!Array.isArray(files)) throw new CoverageFlaw("coverage.files: expected an array");
	if (!Array.isArray(unmatched) || !unmatched.every((each) => typeof each === "string"))
		throw new CoverageFlaw("coverage.unmatched: expected an array of strings");
	for (const [index, file] of files.entries()) checkFile(file, index);
	const text = JSON.stringify(files);
	return {
		size: files.length,
		unmatched,
		get files() {
			return JSON.parse(text) as FileCoverage[];
		},
	};
}

/** The many pairs of lines are checked by hand; all else by the schema. */
function checkFile(file: unknown, index: number): void {
	const place = `coverage.files.${index}`;
	const lines = typeof file === "object" && file !== null ? (file as { lines?: unknown }).lines : undefined;
	if (!Array.isArray(lines)) throw new CoverageFlaw(`${place}.lines: expected an array`);
	for (const [at, pair] of lines.entries()) {
		if (!Array.isArray(pair) || pair.length !== 2 || !isCount(pair[0], 1) || !isCount(pair[1], 0))
			throw new CoverageFlaw(`${place}.lines.${at}: expected a line and its hits`);
	}
	const parsed = fileCoverageSchema.safeParse({ ...(file as object), lines: [] });
	const issue = parsed.error?.issues[0];
	if (issue !== undefined) throw new CoverageFlaw(`${place}.${issue.path.join(".")}: ${issue.message}`);
}

function isCount(value: unknown, least: number): boolean {
	return Number.isSafeInteger(value) && (value as number) >= least;
}
