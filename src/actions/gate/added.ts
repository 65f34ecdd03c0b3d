import picomatch from "picomatch";
import type { GateSettings } from "../../catalog/settings.js";
import type { CoveredFile } from "../../evidence/covered-file.js";
import { DEFAULT_EXCLUDE, patchCoverage, unreportedFiles } from "../../evidence/patch.js";
import type { AddedLines } from "../../git/diff.js";
import type { FileTree } from "../../git/tree.js";
import type { PatchFigures } from "./bars.js";
import { readTexts } from "./texts.js";

/** Coverage of the lines that a change adds, of one service or of what no service owns. */

export interface AddedQuestion {
	/** Where the lines are added to. */
	base: { kind: "commit"; commit: string } | { kind: "none"; why: string } | { kind: "unknown"; why: string };
	/** Whether a path is judged here. */
	owns(path: string): boolean;
	coverage: readonly CoveredFile[];
	sides: readonly GateSettings[];
	floor: number;
}

export interface AddedPorts {
	addedLines(base: string): Promise<AddedLines>;
	tree: FileTree;
}

export async function coverageOfAdded(question: AddedQuestion, ports: AddedPorts): Promise<PatchFigures> {
	const { base, coverage, floor } = question;
	if (base.kind !== "commit") return base;
	const all = await ports.addedLines(base.commit);
	const excluded = excludedBy(question.sides);
	const reported = new Set(coverage.map(({ path }) => path));
	const added = new Map(
		[...all].filter(([path]) => question.owns(path) && (reported.has(path) || !excluded(path))),
	);
	// Such a file is known to the reports, and which of its lines ran is not.
	const numbersAlone = coverage.find(
		({ path, lines, totals }) => lines.size === 0 && (totals?.lines?.total ?? 0) > 0 && added.has(path),
	);
	if (numbersAlone !== undefined)
		return {
			kind: "unknown",
			why: `the reports tell only totals of ${numbersAlone.path}, and not its lines`,
		};
	const request = { added, coverage, exclude: [], floor };
	const texts = await readTexts(ports.tree, unreportedFiles(request));
	return { kind: "compared", patch: patchCoverage({ ...request, texts }) };
}

/** A file is left out only where every side leaves it out. */
export function excludedBy(sides: readonly GateSettings[]): (path: string) => boolean {
	const matchers = sides.map((side) => picomatch([...(side.exclude ?? DEFAULT_EXCLUDE)], { dot: true }));
	return (path) => matchers.every((matches) => matches(path));
}
