import type { CoveredFile } from "../../evidence/covered-file.js";
import { lastLine, OTHER_COMMIT_HINT, otherState } from "../../evidence/other-commit.js";
import type { ReportFiles } from "../../evidence/read.js";
import { cutText } from "../../runner/cut-text.js";
import type { Leg } from "./match.js";
import { type Reason, reason } from "./reason.js";

/**
 * Coverage of evidence held to the repository, as `run` holds reports to it: only files of the repository count,
 * and what names a line past the end of its file closes. Evidence is a file like any other, and anybody may have
 * written it. Effects come through the port.
 */

/** As many foreign paths of a piece of evidence are kept; a report of installed packages names tens of thousands. */
const UNMATCHED_LIMIT = 1000;

export interface HeldLegs {
	/** In the same order, with coverage of files of the repository alone. */
	legs: Leg[];
	reasons: Reason[];
}

/** `files` are those of the repository; empty where nothing is checked out, which shows nothing. */
export async function holdToFiles(
	legs: readonly Leg[],
	files: readonly string[],
	{ lineCount }: Pick<ReportFiles, "lineCount">,
): Promise<HeldLegs> {
	if (files.length === 0) return { legs: [...legs], reasons: [] };
	const known = new Set(files);
	const own = legs.map((leg) => withoutForeign(leg, known));
	const counts = await countLines(own, lineCount);
	const reasons: Reason[] = [];
	const held = own.map((leg) => {
		const { coverage, service, level } = leg.evidence;
		if (coverage === null) return leg;
		const stands: CoveredFile[] = [];
		let first: string | undefined;
		for (const file of coverage.files) {
			const count = counts.get(file.path);
			const difference = count === undefined ? undefined : otherState(file, count);
			if (difference === undefined) stands.push(file);
			else first ??= difference;
		}
		if (first === undefined) return leg;
		const more = coverage.files.length - stands.length - 1;
		const others = more === 0 ? "" : `, and so with ${more} more of its files`;
		reasons.push(
			reason(
				"missing",
				"report-of-another-commit",
				`Evidence ${leg.file} ${first}${others}`,
				OTHER_COMMIT_HINT,
				{ service, level, file: leg.file },
			),
		);
		return {
			...leg,
			coverageRefused: true,
			evidence: { ...leg.evidence, coverage: { ...coverage, files: stands } },
		};
	});
	return { legs: held, reasons };
}

function withoutForeign(leg: Leg, known: ReadonlySet<string>): Leg {
	const { coverage } = leg.evidence;
	if (coverage === null || coverage.files.every(({ path }) => known.has(path))) return leg;
	const own = coverage.files.filter(({ path }) => known.has(path));
	const foreign = coverage.files.flatMap(({ path }) => (known.has(path) ? [] : [cutText(path, 500)]));
	const unmatched = [...new Set([...coverage.unmatched, ...foreign])].slice(0, UNMATCHED_LIMIT);
	return { ...leg, evidence: { ...leg.evidence, coverage: { files: own, unmatched } } };
}

/** Each file once, however many legs cover it. */
async function countLines(
	legs: readonly Leg[],
	lineCount: ReportFiles["lineCount"],
): Promise<ReadonlyMap<string, number>> {
	const paths = new Set<string>();
	for (const { evidence } of legs)
		for (const file of evidence.coverage?.files ?? []) if (lastLine(file) > 0) paths.add(file.path);
	const counts = new Map<string, number>();
	for (const path of paths) {
		const count = await lineCount(path);
		if (count !== undefined) counts.set(path, count);
	}
	return counts;
}
