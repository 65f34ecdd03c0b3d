import { type Problem, problem } from "../../runner/problem.js";
import { branchRatio } from "../arms.js";
import type { CoveredFile } from "../covered-file.js";
import type { Ratio } from "../evidence.js";
import { type FunctionMark, functionRatio } from "../functions.js";

/** What a format for handing coverage on can't say of a file. Pure. */

/** A part of a file that was left out, for a person: `its totals` and the file. */
export interface LeftOut {
	path: string;
	what: string;
}

/** Control characters, ends of lines, and what XML forbids. */
const BREAKING = /[\p{Cc}\u2028\u2029\ufffe\uffff]/gu;

/** Whether nothing in a text breaks a line or XML, and no reader trims it. */
export function isWritable(text: string): boolean {
	return text !== "" && text.isWellFormed() && writableName(text) === text;
}

/** Names are for people: what would break a line or XML becomes a space. */
function writableName(name: string): string {
	return name.toWellFormed().replace(BREAKING, " ").trim();
}

/**
 * Functions under names that are different for each: tools take two functions of one name in one file for one.
 * The later ones get their line, and a number where that is not enough.
 */
export function distinctFunctions(
	functions: readonly FunctionMark[],
): { line: number; name: string; covered: boolean }[] {
	const taken = new Set<string>();
	return functions.map(([line, written, covered]) => {
		const plain = writableName(written) || "(no name)";
		let name = plain;
		for (let number = 1; taken.has(name); number++)
			name = `${plain}:${line}${number === 1 ? "" : `.${number}`}`;
		taken.add(name);
		return { line, name, covered };
	});
}

/** What numbers alone say beyond the detail, which no format for handing on has a place for beside it. */
export function totalsLeft(
	file: CoveredFile,
	kinds: readonly ("lines" | "branches" | "functions")[],
): string[] {
	const { totals } = file;
	if (totals === undefined) return [];
	return kinds.filter((kind) => {
		const detail = detailOf(file, kind);
		const { covered, total } = totals[kind] ?? detail;
		return total > detail.total || covered > detail.covered;
	});
}

/** That of which more than a number is known. */
export function detailOf(file: CoveredFile, kind: "lines" | "branches" | "functions"): Ratio {
	const { lines } = file;
	if (kind === "lines") return { covered: lines.covered, total: lines.size };
	return (kind === "branches" ? branchRatio(file) : functionRatio(file)) ?? { covered: 0, total: 0 };
}

/** So many are named. */
const NAMED = 5;

/** One notice of everything that was left out, each thing once. */
export function leftOutProblem(left: readonly LeftOut[]): Problem {
	const things = [
		...new Set(left.map(({ path, what }) => `${JSON.stringify(path.slice(0, 200))} (${what})`)),
	];
	const more = things.length > NAMED ? ` and ${things.length - NAMED} more` : "";
	return problem(
		"notice",
		"coverage-left-out",
		`The merged files of coverage leave out what has no place in them: ${things.slice(0, NAMED).join(", ")}${more}`,
		{ hint: "The figures of Sluice hold it all the same." },
	);
}
