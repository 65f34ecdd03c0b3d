import picomatch from "picomatch";
import type { AddedLines } from "../git/diff.js";
import type { CoveredFile } from "./covered-file.js";
import type { Ratio } from "./evidence.js";

/** Coverage of the lines that a change adds. Pure. */

/** `gate.exclude` where it is not set: the usual folders and names of tests. */
export const DEFAULT_EXCLUDE: readonly string[] = [
	"**/{test,tests,__tests__,spec,specs,e2e,testdata,fixtures,__mocks__}/**",
	"**/src/{test,testFixtures,integrationTest}/**",
	"**/*.{test,spec}.*",
	"**/*_test.*",
	"**/test_*.py",
	"**/conftest.py",
	"**/*{Test,Tests,IT}.{java,kt,scala,groovy,cs}",
	"**/*_spec.rb",
];

/** Fewer lines than this are not judged (gate.md). */
const DEFAULT_PATCH_FLOOR = 5;

/** Extensions that stand for one language. */
const LANGUAGES: readonly (readonly string[])[] = [
	[".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts"],
	[".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx"],
	[".py", ".pyw"],
	[".kt", ".kts"],
];

export interface PatchRequest {
	/** Added lines of the files that are judged together (those of one service). */
	added: AddedLines;
	/** What the reports of the service say, merged. */
	coverage: readonly CoveredFile[];
	/** Texts of added or changed files that no report knows: blank lines of them don't count. */
	texts: ReadonlyMap<string, string>;
	/** `gate.exclude`; default DEFAULT_EXCLUDE. Only files that no report knows are excluded. */
	exclude?: readonly string[] | undefined;
	/** `gate.patch-floor`; default DEFAULT_PATCH_FLOOR. */
	floor?: number | undefined;
}

export interface PatchFile extends Ratio {
	path: string;
	/** False for a file that no report knows although the reports hold its language. */
	reported: boolean;
	/** Added lines that count and are not covered, ascending. */
	uncovered: number[];
}

export interface PatchCoverage extends Ratio {
	/** Sorted by path; only files with lines that count. */
	files: PatchFile[];
	/** False where fewer lines count than the floor. */
	judged: boolean;
	floor: number;
}

/** Which files no report knows, so that the caller reads only their texts. */
export function unreportedFiles(request: Omit<PatchRequest, "texts">): string[] {
	const reported = new Set(request.coverage.map((each) => each.path));
	const languages = new Set(request.coverage.map((each) => languageOf(each.path)));
	languages.delete(undefined);
	const excluded = picomatch([...(request.exclude ?? DEFAULT_EXCLUDE)], { dot: true });
	return [...request.added.keys()].filter(
		(path) => !reported.has(path) && languages.has(languageOf(path)) && !excluded(path),
	);
}

/** Added lines that a report instruments, and those of files that the reports should know and don't. */
export function patchCoverage(request: PatchRequest): PatchCoverage {
	const files: PatchFile[] = [];
	const byPath = new Map(request.coverage.map((each) => [each.path, each]));
	for (const [path, added] of request.added) {
		const known = byPath.get(path);
		if (known !== undefined) files.push(reportedFile(known, added));
	}
	for (const path of unreportedFiles(request)) {
		const lines = (request.texts.get(path) ?? "").split("\n");
		const uncovered = (request.added.get(path) ?? []).filter((line) => {
			const text = lines[line - 1];
			// Where the text is not known a line counts: it can't be shown to be blank.
			return !request.texts.has(path) || (text !== undefined && text.trim() !== "");
		});
		files.push({ path, reported: false, covered: 0, total: uncovered.length, uncovered });
	}
	const counting = files.filter((each) => each.total > 0).sort((a, b) => (a.path < b.path ? -1 : 1));
	const total = counting.reduce((sum, each) => sum + each.total, 0);
	const floor = request.floor ?? DEFAULT_PATCH_FLOOR;
	return {
		covered: counting.reduce((sum, each) => sum + each.covered, 0),
		total,
		files: counting,
		judged: total > 0 && total >= floor,
		floor,
	};
}

function reportedFile(file: CoveredFile, added: readonly number[]): PatchFile {
	const uncovered: number[] = [];
	let covered = 0;
	for (const line of added) {
		const count = file.lines.get(line);
		if (count === undefined) continue;
		if (count > 0) covered++;
		else uncovered.push(line);
	}
	return { path: file.path, reported: true, covered, total: covered + uncovered.length, uncovered };
}

/** A language's first extension; a file without an extension has none. */
function languageOf(path: string): string | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const dot = name.lastIndexOf(".");
	if (dot <= 0) return undefined;
	const extension = name.slice(dot).toLowerCase();
	return LANGUAGES.find((each) => each.includes(extension))?.[0] ?? extension;
}
