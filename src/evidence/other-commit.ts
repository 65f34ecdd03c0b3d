import { UserError } from "../runner/errors.js";
import type { RawFile } from "./coverage/report.js";
import type { CoveredFile } from "./covered-file.js";
import type { CoverageFormat } from "./formats.js";
import type { ReportFiles } from "./read.js";

/**
 * Coverage of another state of a file than the repository's: it names a line, a branch or a function past the
 * file's end, or more lines than there are. Effects come through the port.
 */

/**
 * Formats whose number of lines of a file is of different lines of it. lcov and llvm-cov count a line for each
 * instance of a template or closure, and Clover counts statements.
 */
const COUNTS_EACH_LINE_ONCE: ReadonlySet<CoverageFormat> = new Set(["istanbul-summary", "jacoco"]);

/** What coverage says of how long a file is. */
interface Extent {
	/** The last line that anything stands in; 0 where there is none. */
	last: number;
	/** How many different lines it counts, where that is known. */
	all: number;
	/**
	 * PHPUnit's Clover counts the line after the last one, where a file ends without code: that one is kept, as
	 * PHPUnit counts it.
	 */
	beyond: number;
}

/** @throws UserError `report-of-another-commit` where a file of a report has fewer lines than it speaks of */
export async function refuseOtherCommit(
	files: Pick<ReportFiles, "lineCount">,
	covered: readonly (readonly [path: string, raw: RawFile])[],
	report: string,
	format: CoverageFormat,
): Promise<void> {
	const beyond = format === "clover" ? 1 : 0;
	for (const [path, { lines, branches, functions, totals }] of covered) {
		const last = Math.max(lines.last ?? 0, branches.last, functions.last);
		const all = COUNTS_EACH_LINE_ONCE.has(format) ? (totals?.lines?.total ?? 0) : 0;
		if (last === 0 && all === 0) continue;
		const count = await files.lineCount(path);
		const difference = count === undefined ? undefined : longerThan({ last, all, beyond }, count, path);
		if (difference === undefined) continue;
		throw new UserError("report-of-another-commit", `${report} ${difference}`, {
			file: report,
			hint: OTHER_COMMIT_HINT,
		});
	}
}

/** How to mend coverage of another state. */
export const OTHER_COMMIT_HINT = "Run the tests again on this commit, and read only reports that they write.";

/**
 * How united coverage of a file that has `count` lines shows another state of it, in words that go after the name
 * of what says it; undefined where it does not. Whose totals they are is not known any more, so they prove nothing.
 */
export function otherState(file: CoveredFile, count: number): string | undefined {
	const last = lastLine(file);
	const isClover = file.path.endsWith(".php") || file.details.some(({ format }) => format === "clover");
	return longerThan({ last, all: 0, beyond: isClover ? 1 : 0 }, count, file.path);
}

/** The last line that coverage of a file names; 0 where it names none. */
export function lastLine({ lines, details }: CoveredFile): number {
	let last = lines.last ?? 0;
	for (const { branches, functions } of details)
		last = Math.max(last, branches?.last ?? 0, functions?.last ?? 0);
	return last;
}

function longerThan({ last, all, beyond }: Extent, count: number, path: string): string | undefined {
	if (last <= count + beyond && all <= count) return undefined;
	const what = last > count + beyond ? `names line ${last}` : `counts ${all} lines`;
	return `${what} of ${path}, which has ${count}: it belongs to another commit`;
}
