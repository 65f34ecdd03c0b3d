import { armsByLine } from "../arms.js";
import type { CoveredFile } from "../covered-file.js";
import type { FileTotals } from "../evidence.js";
import { functionsOf } from "../functions.js";
import { detailOf, distinctFunctions, isWritable, type LeftOut, totalsLeft } from "./expressible.js";

/**
 * Merged coverage as lcov's tracefile (geninfo(1)). Read back by this suite it gives the same figures for lines,
 * branches and functions; statements have no place in it. Pure.
 */

const KINDS = ["lines", "branches", "functions"] as const;

/** The text piece by piece, so that no size needs it whole. What can't be said is added to `left`. */
export function* lcovText(files: readonly CoveredFile[], left: LeftOut[]): Generator<string> {
	for (const file of files) {
		if (!isWritable(file.path)) {
			left.push({ path: file.path, what: "its path" });
			continue;
		}
		for (const kind of totalsLeft(
			file,
			KINDS.filter((kind) => detailOf(file, kind).total > 0),
		))
			left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
		yield record(file);
	}
}

function record(file: CoveredFile): string {
	const text = ["TN:", `SF:${file.path}`];
	const { lines, branches, functions: functionTotals } = numbersAlone(file);
	if (functionTotals !== undefined) text.push(`FNF:${functionTotals.total}`, `FNH:${functionTotals.covered}`);
	else if (file.of("functions").length > 0) {
		const functions = distinctFunctions(functionsOf(file));
		// A function of which the report did not tell the line has no FN.
		// A name that begins like a line number would be read as the function's last line.
		for (const { line, name } of functions)
			if (line > 0) text.push(`FN:${line},${/^\d+,/.test(name) ? `${line},` : ""}${name}`);
		for (const { name, covered } of functions) text.push(`FNDA:${covered ? 1 : 0},${name}`);
		text.push(`FNF:${functions.length}`, `FNH:${functions.filter(({ covered }) => covered).length}`);
	}
	if (branches !== undefined) text.push(`BRF:${branches.total}`, `BRH:${branches.covered}`);
	else if (file.of("branches").length > 0) {
		let found = 0;
		let hit = 0;
		for (const [line, arms] of armsByLine(file)) {
			const keep = arms.every(([key]) => isLcovKey(key));
			for (const [index, [key, covered]] of arms.entries()) {
				text.push(`BRDA:${line},${keep ? key : `0,${index}`},${covered ? 1 : 0}`);
				found++;
				if (covered) hit++;
			}
		}
		text.push(`BRF:${found}`, `BRH:${hit}`);
	}
	file.lines.each((line, hits) => text.push(`DA:${line},${hits}`));
	if (lines !== undefined) text.push(`LF:${lines.total}`, `LH:${lines.covered}`);
	else text.push(`LF:${file.lines.size}`, `LH:${file.lines.covered}`);
	return `${text.join("\n")}\nend_of_record\n`;
}

/** Totals of that of which there is no detail: a tracefile can say them, though lcov itself counts the detail. */
function numbersAlone(file: CoveredFile): FileTotals {
	const alone: FileTotals = {};
	for (const kind of KINDS) {
		const ratio = file.totals?.[kind];
		if (ratio !== undefined && detailOf(file, kind).total === 0) alone[kind] = ratio;
	}
	return alone;
}

/** Block and branch as lcov writes them; a tool's own key of another form gets a number instead. */
function isLcovKey(key: string): boolean {
	return /^[ef]?\d{1,9},./.test(key) && isWritable(key);
}
